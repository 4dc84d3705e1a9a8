"""Reading a file into a paper: limits, refusals in words, title and facts."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.errors import (
    FileDamaged,
    FileEmpty,
    FileTooLarge,
    FileUnreadable,
    ImportStopped,
    NoText,
    NotText,
    ReaderError,
)
from reader.importers.base import read_file
from reader.text.structure import Structure

SEEDS = Path(__file__).parents[2] / "seeds"
LETTER = "Geachte voorzitter,\n\nHierbij zend ik u mijn antwoord op de vragen van de leden.\n"


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def write_file(content: str | bytes, name: str = "brief.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


def test_a_paper_keeps_its_bytes_and_says_how_it_was_read(write: Callable[..., Path]) -> None:
    data = ("\ufeff" + LETTER.replace("\n", "\r\n")).encode()
    imported = read_file(write(data))
    document, text = imported.document, imported.text
    assert text.body == LETTER
    assert (text.original, text.original_sha256) == (data, hashlib.sha256(data).hexdigest())
    assert text.sha256 == hashlib.sha256(LETTER.encode()).hexdigest()
    assert (text.encoding, text.media_type) == ("UTF-8 with BOM", "text/plain")
    assert text.importer.startswith("plain-text ")
    assert (document.text_uid, text.document_uid, text.version) == (text.uid, document.uid, 1)
    assert (document.source_name, document.characters, document.language) == ("brief.txt", len(LETTER), "nl")
    blocks = Structure.from_bytes(text.structure).blocks
    assert next(block.reading_text(text.body) for block in blocks) == "Geachte voorzitter,"


def test_windows_1252_is_recognised(write: Callable[..., Path]) -> None:
    imported = read_file(write("De coördinatie kost € 5 – zegt hij.\n".encode("cp1252")))
    assert (imported.text.body, imported.text.encoding) == ("De coördinatie kost € 5 – zegt hij.\n", "Windows-1252")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", FileEmpty),
        (b" \n\t\n", NoText),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, FileDamaged),
        (bytes(range(256)) * 400, NotText),
    ],
)
def test_what_holds_no_text_is_refused(write: Callable[..., Path], content: bytes, error: type[ReaderError]) -> None:
    with pytest.raises(error, match=r"“brief\.txt”.*Nothing was imported"):
        read_file(write(content))


def test_a_file_that_is_not_there_or_a_folder(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match=r"“gone\.txt” could not be read: it is not there"):
        read_file(tmp_path / "gone.txt")
    with pytest.raises(FileUnreadable, match="it is a folder"):
        read_file(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_not_waited_on(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileUnreadable, match="not an ordinary file"):
        read_file(tmp_path / "pipe")


def test_a_file_without_permission(write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(LETTER)

    def refuse(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileUnreadable, match="permission"):
        read_file(path)


def test_a_very_large_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # a hole: it takes no room on the disk

    def refuse(*_arguments: object, **_options: object) -> None:
        pytest.fail("the file was opened")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileTooLarge, match=r"“large\.txt” is 200 MB; the limit is 100 MB"):
        read_file(path)


def test_a_file_that_vanishes_or_grows_while_it_is_read(
    write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(LETTER)
    look, opened = path.stat(), Path.open
    monkeypatch.setattr(Path, "stat", lambda *_arguments, **_options: look)
    path.unlink()
    with pytest.raises(FileUnreadable, match="it is not there"):
        read_file(path)
    monkeypatch.setattr("reader.importers.base.SIZE_LIMIT", len(LETTER) + 10)
    monkeypatch.setattr(Path, "open", opened)
    path.write_text(LETTER * 2, encoding="utf-8")
    with pytest.raises(FileTooLarge):
        read_file(path)


def test_one_line_of_ten_megabytes_is_read_with_a_warning(write: Callable[..., Path]) -> None:
    imported = read_file(write("De leden vragen dit. " * 500_000))
    assert imported.document.characters == 10_500_000
    assert imported.warnings == ("A line of 10,500,000 characters: the file may have lost its line ends.",)


def test_what_cannot_be_shown_is_removed_and_said(write: Callable[..., Path]) -> None:
    imported = read_file(write(b"De\0 leden \xed\xa0\x80vragen.\n"))
    assert imported.text.body == "De leden vragen.\n"
    assert len(imported.warnings) == 2


def test_progress_rises_to_one_and_cancelling_stops(write: Callable[..., Path]) -> None:
    shares: list[float] = []
    read_file(write(LETTER * 100), progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    with pytest.raises(ImportStopped):
        read_file(write(LETTER), cancelled=lambda: True)


def test_what_is_too_long_for_any_title_is_cut_at_a_word(write: Callable[..., Path]) -> None:
    page = f"<html><head><title>{'Wijziging van de wet ' * 40}</title></head><body><p>Tekst.</p></body></html>"
    title = read_file(write(page, "wet.html")).document.title
    assert title.startswith("Wijziging van de wet")
    assert title.endswith(("Wijziging…", "van…", "de…", "wet…"))
    assert 580 < len(title) <= 600


@pytest.mark.parametrize(
    ("content", "name", "title"),
    [
        ("Verslag van de reis\n\nDe leden zijn op reis geweest en terug.\n", "x.txt", "Verslag van de reis"),
        ("de minister heeft dit toen gezegd.\n", "2018_brief_over_iets.txt", "2018 brief over iets"),
        ("woord " * 100 + ".\n", "lang.txt", "lang"),
        ("Kamerstuk 27 625, nr. 669\n\n1. Inleiding\n\nDe minister is hier.\n", "x.txt", "Kamerstuk 27 625, nr. 669"),
    ],
)
def test_a_title_is_found(write: Callable[..., Path], content: str, name: str, title: str) -> None:
    assert read_file(write(content, name)).document.title == title


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names there are always characters")
def test_a_file_name_that_is_no_text_can_still_be_stored(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/br\xefef.txt"))
    path.write_text(LETTER, encoding="utf-8")
    assert read_file(path).document.source_name.encode() == "br\ufffdef.txt".encode()


def test_a_file_name_with_a_line_end_stays_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "een\nbrief 😀.txt"
    path.write_text("Dit is een brief.\n", encoding="utf-8")
    assert read_file(path).document.source_name == "een\ufffdbrief 😀.txt"


def test_the_seeds_have_the_facts_of_their_catalogue() -> None:
    document = read_file(SEEDS / "2018-04-25-kamerbrief-libische-detentiecentra.txt").document
    assert document.title == "Brief over het sluiten van de Libische detentiecentra"
    assert (document.kind, document.date, document.session) == ("kamerbrief", "2018-04-25", "2017-2018")
    assert (document.dossiers, document.number) == (("19637", "30573"), "2386")
    assert document.senders[1] == "Staatssecretaris van Justitie en Veiligheid"
    assert (document.pages, document.language) == (2, "nl")
