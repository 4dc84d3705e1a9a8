"""What fuzzing has found, each as the smallest file that showed it: it is read, or refused in words."""

from __future__ import annotations

import random
import struct
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from reader.domain.errors import FileDamaged
from reader.importers.base import Imported, read_data
from reader.importers.pdf_columns import lines_in_order
from reader.importers.pdf_lines import stretches_of
from reader.importers.pdf_page import PageLine
from reader.importers.pdf_words import Word
from reader.importers.several import read_papers
from reader.text.lexer import KamerstukLexer
from tests.fuzz.reading import check
from tests.importers.marked_up_files import docx, paragraph
from tests.importers.pdf_maker import HEIGHT, WIDTH, column, pdf

LETTER = "Geachte voorzitter,\n\nHierbij zend ik u mijn antwoord op de vragen van de leden.\n"


def read(data: bytes | str) -> Imported:
    imported = read_data(data.encode() if isinstance(data, str) else data, "stuk", lambda _share: None)
    check(imported)
    return imported


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
def test_a_part_of_an_archive_that_cannot_be_unpacked(method: int) -> None:
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(docx(paragraph("Een alinea. " * 100)))) as whole,
        zipfile.ZipFile(target, "w", method) as archive,
    ):
        for name in whole.namelist():
            archive.writestr(name, whole.read(name))
    data = bytearray(target.getvalue())
    assert "Een alinea." in read(bytes(data)).text.body
    with zipfile.ZipFile(target) as archive:
        entry = archive.getinfo("word/document.xml")
    start = entry.header_offset + 30 + len(entry.filename) + 12
    chance = random.Random(1)
    for place in range(start, start + 40):
        data[place] = chance.randrange(256)
    with pytest.raises(FileDamaged, match="could not be read as DOCX"):
        read(bytes(data))


def test_a_file_without_a_name_in_an_archive_is_passed_over(tmp_path: Path) -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("brief.txt", LETTER)
        archive.writestr("naamloos.txt", LETTER)
    data = bytearray(target.getvalue())
    for sign, length_at, name_at in ((b"PK\x03\x04", 26, 30), (b"PK\x01\x02", 28, 46)):
        place = data.rindex(sign)
        (length,) = struct.unpack_from("<H", data, place + length_at)
        data[place + length_at : place + length_at + 2] = b"\0\0"
        del data[place + name_at : place + name_at + length]
    end = data.rindex(b"PK\x05\x06")
    size, start = struct.unpack_from("<II", data, end + 12)
    struct.pack_into("<II", data, end + 12, size - len("naamloos.txt"), start - len("naamloos.txt"))
    path = tmp_path / "stukken.zip"
    path.write_bytes(data)
    with zipfile.ZipFile(path) as archive:
        assert [entry.filename for entry in archive.infolist()] == ["brief.txt", ""]
    assert [found.name for found in read_papers(path)] == ["stukken.zip/brief.txt"]


@pytest.mark.parametrize("words", ["=?utf-8?b?A?=", "=?utf-8?b?abcde?= en meer", "=?x?q?=00?="])
def test_a_field_of_a_message_that_is_coded_as_no_program_does(words: str) -> None:
    mail = (
        f"From: Jan <j@voorbeeld.nl>\nTo: k@voorbeeld.nl\nSubject: Vragen {words}\nMessage-ID: <1@b>\n"
        f'Content-Type: multipart/mixed; boundary=x\n\n--x\n\n{LETTER}\n--x\nContent-Type: text/plain; name="{words}"\n'
        "\nDe bijlage.\n--x--\n"
    )
    imported = read(mail)
    assert imported.document.title.startswith("Vragen")
    assert LETTER.strip() in imported.text.body


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (r"{\rtf1{\info{\title Vragen \u55357?\u56832? over dijken}}Tekst.\par}", "Vragen \U0001f600 over dijken"),
        (r"{\rtf1{\info{\title Vragen \u55357? over\u7? dijken}}Tekst van het stuk.\par}", "Vragen over dijken"),
        ("Vragen\x1b over\x07 de \u202edijken\n\nDe leden vragen dit. Zij vragen ook dat.\n", "Vragen over de dijken"),
    ],
)  # fmt: skip
def test_a_title_has_no_signs_that_nobody_sees(data: str, title: str) -> None:
    assert read(data).document.title == title


def test_a_source_text_keeps_the_signs_that_nobody_sees() -> None:
    assert "\x1b over\x07 de \u202edijken" in read("Vragen\x1b over\x07 de \u202edijken\n\nDe leden.\n").text.body


# What took more than its share of time: twice the text took four times as long ----------------------------------------
LENGTH = 100_000  # code points: seconds where it is wrong, milliseconds where it is right


def quickly(act: Callable[[], object], seconds: float = 3.0) -> None:
    """The time of this process counts: the machine may be busy."""
    started = time.process_time()
    act()
    assert time.process_time() - started < seconds


@pytest.mark.parametrize(
    "words",
    [
        "De leden " + "a" * LENGTH + " en-\nmeer vragen.\n",
        "De leden " + "A" * LENGTH + "1-\nmeer vragen.\n",
        "." * LENGTH + " De leden-\nvragen dit.\n",
        "# Kop\n\n- een\n- twee\n\n" + " " * LENGTH + "x\n",
        "# Kop " + " " * LENGTH + "x\n\n- een\n- twee\n\nTekst.\n",
        "# Kop\n\n- een\n- twee\n\n" + "`" * LENGTH + " x\n",
        "# " + "[" * LENGTH + "\n\n- een\n- twee\n\nTekst.\n",
        "# " + "](" * (LENGTH // 2) + "\n\n- een\n- twee\n\nTekst.\n",
        "<html><head><title>De" + "\u00a0" * LENGTH + "x</title></head><body><p>Tekst.</p></body></html>",
    ],
    ids=["word", "letters", "dots", "border", "heading", "code", "brackets", "links", "title"],
)
def test_one_sign_many_times_over_takes_no_more_time_than_other_text(words: str) -> None:
    quickly(lambda: read(words))


@pytest.mark.parametrize("codec", ["punycode", "idna", "unicode_escape"])
def test_what_python_calls_an_encoding_and_is_no_character_set_is_not_used(codec: str) -> None:
    letters = "aaab9z" * (LENGTH // 2)
    page = f"<html><head><meta charset='{codec}'></head><body><p>Één \\u0041 {letters}</p></body></html>".encode(
        "cp1252"
    )
    head = "From: a@b.nl\nTo: c@d.nl\nSubject: x\nMessage-ID: <1@b>\n"
    mail = f"{head}Content-Type: text/plain; charset={codec}\n\nÉén \\u0041 {letters}\n".encode("cp1252")
    for data in (page, mail):
        quickly(lambda data=data: read(data))
        assert "Één \\u0041 aaab9z" in read(data).text.body


@pytest.mark.parametrize("words", ["A." * (LENGTH // 2), "1." * (LENGTH // 2)])
def test_the_lexer_takes_no_more_time_for_one_sign_many_times_over(words: str) -> None:
    quickly(lambda: list(KamerstukLexer().get_tokens(words)))


@pytest.mark.parametrize("count", [3500, 20_000])
def test_a_page_on_which_thousands_of_words_lie_over_each_other(count: int) -> None:
    chance = random.Random(1)
    places = [(chance.uniform(0, 5000), chance.uniform(100, 140)) for _ in range(count)]
    words = [Word("abc", left, left + 9, top, top + 60, 10, False, 0, 2) for left, top in places]
    lines: list[PageLine] = []
    quickly(lambda: lines.extend(lines_in_order(stretches_of(words))), seconds=6)
    assert sum(line.text.count("abc") for line in lines) == count


@pytest.mark.parametrize("height", ["9" * 60, "8" * 52 + ".5", "9" * 30 + ".5"])
def test_a_page_of_endless_height(height: str) -> None:
    data = pdf(column("Geachte voorzitter, hierbij zend ik u mijn antwoord."))
    box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}]".encode()
    assert box in data
    assert "Geachte voorzitter" in read(data.replace(box, f"/MediaBox [0 0 {WIDTH} {height}]".encode())).text.body


def test_headings_that_all_stand_right_under_each_other() -> None:
    data = "# Kop\n" * 20_000
    quickly(lambda: read(data), seconds=6.0)
