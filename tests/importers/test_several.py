"""Archives and messages: each paper in them has its own outcome, within limits, and nothing is written anywhere."""

from __future__ import annotations

import io
import os
import socket
import stat
import sys
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.errors import (
    FileDamaged,
    FileEmpty,
    FileNeedsPassword,
    FileTooLarge,
    FileUnreadable,
    ImportStopped,
    NotText,
    ReaderError,
)
from reader.domain.model import Text
from reader.importers import archive
from reader.importers.archive import packed_files, shown_path
from reader.importers.base import Imported
from reader.importers.several import Found, read_papers
from reader.importers.several_parked import Parked, park, parked_form, parked_from, text_in
from reader.importers.several_process import PaperReader, ParkedFound, Way

PAPER = "Brief van de minister van Justitie\n\nAan de Voorzitter van de Tweede Kamer\n\nHierbij stuur ik u stuk {n}.\n"
FILES = Path(__file__).parents[1] / "files"
SEEDS = Path(__file__).parents[2] / "seeds"

Bytes = bytes | str
Entry = tuple[str | zipfile.ZipInfo, Bytes]


def packed(*entries: Entry) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries:
            file.writestr(name, content)
    return data.getvalue()


def mail(*attached: tuple[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"], message["Message-ID"] = "a@b.nl", "Het bericht", "<1@b.nl>"
    message.set_content("Geachte voorzitter,\n\nHierbij.\n")
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes], Path]:
    def write_file(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write_file


def outcomes(found: list[Found]) -> list[tuple[str, str]]:
    return [
        (one.name, one.outcome.document.title if isinstance(one.outcome, Imported) else type(one.outcome).__name__)
        for one in found
    ]


def test_each_file_in_an_archive_is_a_paper_or_says_why_not(write: Callable[[str, bytes], Path]) -> None:
    path = write(
        "bundel.zip",
        packed(
            ("map/brief.txt", PAPER.format(n=1)),
            ("leeg.txt", ""),
            ("plaatje.jpg", bytes(range(256)) * 40),
            ("bericht.eml", mail(("bijlage.txt", PAPER.format(n=2).encode()))),
            ("op slot.pdf", (FILES / "pdf" / "locked.pdf").read_bytes()),
            ("verslag.docx", (FILES / "marked_up" / "verslag.docx").read_bytes()),
        ),
    )
    found = list(read_papers(path))
    assert outcomes(found) == [
        ("bundel.zip/bericht.eml", "Het bericht"),
        ("bundel.zip/bericht.eml/bijlage.txt", "Brief van de minister van Justitie"),
        ("bundel.zip/leeg.txt", "FileEmpty"),
        ("bundel.zip/map/brief.txt", "Brief van de minister van Justitie"),
        ("bundel.zip/op slot.pdf", "FileNeedsPassword"),
        ("bundel.zip/plaatje.jpg", "NotText"),
        ("bundel.zip/verslag.docx", "Verslag over het waterbeheer in de polder"),
    ]
    assert [one.name for one in found if one.takes_password] == ["bundel.zip/op slot.pdf"]
    letter = next(one.outcome for one in found if one.name.endswith("map/brief.txt"))
    assert isinstance(letter, Imported)
    assert letter.document.source_name == "bundel.zip/map/brief.txt"
    assert letter.text.original == PAPER.format(n=1).encode()


def test_only_one_file_of_an_archive_is_read_again(write: Callable[[str, bytes], Path]) -> None:
    path = write("bundel.zip", packed(("a.txt", PAPER.format(n=1)), ("b.eml", mail(("c.txt", b"Een tekst.\n")))))
    assert outcomes(list(read_papers(path, only="bundel.zip/b.eml/c.txt"))) == [("bundel.zip/b.eml/c.txt", "c")]
    assert outcomes(list(read_papers(path, only="bundel.zip/b.eml"))) == [("bundel.zip/b.eml", "Het bericht")]


def test_a_file_that_is_no_archive_is_one_paper_and_keeps_its_catalogue(write: Callable[[str, bytes], Path]) -> None:
    write("catalogue.toml", b'[[paper]]\nfile = "brief.txt"\ntitle = "Een betere titel"\nkind = 7\n')
    [found] = read_papers(write("brief.txt", PAPER.format(n=1).encode()))
    assert isinstance(found.outcome, Imported)
    assert found.outcome.document.title == "Een betere titel"
    [gone] = read_papers(Path("weg.txt"))
    assert isinstance(gone.outcome, FileUnreadable)
    [empty] = read_papers(write("leeg.txt", b""))
    assert isinstance(empty.outcome, FileEmpty)


def test_archives_in_archives_are_read_one_level_deep(write: Callable[[str, bytes], Path]) -> None:
    inner = packed(("a.txt", PAPER.format(n=1)))
    found = list(read_papers(write("x.zip", packed(("in.zip", inner), ("inin.zip", packed(("in.zip", inner)))))))
    assert outcomes(found) == [
        ("x.zip/in.zip/a.txt", "Brief van de minister van Justitie"),
        ("x.zip/inin.zip/in.zip", "FileUnreadable"),
    ]


def test_names_in_an_archive_lead_nowhere(write: Callable[[str, bytes], Path], tmp_path: Path) -> None:
    link = zipfile.ZipInfo("koppeling.txt")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    path = write(
        "x.zip",
        packed(
            ("../../boven.txt", PAPER.format(n=1)), ("/etc/vast.txt", PAPER.format(n=2)), (link, "/etc/passwd"),
            (".verborgen.txt", "niet"), ("__MACOSX/._a.txt", "niet"), ("map/Thumbs.db", "niet"),
        ),
    )  # fmt: skip
    before = set(tmp_path.iterdir())
    names = [one.name for one in read_papers(path)]
    assert names == ["x.zip/boven.txt", "x.zip/etc/vast.txt"]
    assert set(tmp_path.iterdir()) == before


@given(st.text())
def test_a_shown_path_is_harmless(path: str) -> None:
    shown = shown_path(path)
    assert shown
    assert shown.isprintable()
    assert not {"..", "."} & set(shown.split("/"))
    assert not shown.startswith("/")


def test_a_bomb_is_refused_without_being_unpacked(
    write: Callable[[str, bytes], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = packed(("bom.txt", b"0" * 30_000_000), ("brief.txt", PAPER.format(n=1)))
    assert outcomes(list(read_papers(write("x.zip", bomb)))) == [
        ("x.zip/bom.txt", "FileDamaged"),
        ("x.zip/brief.txt", "Brief van de minister van Justitie"),
    ]
    monkeypatch.setattr(archive, "MOST_BYTES", 1_000_000)
    with pytest.raises(FileTooLarge):
        list(packed_files(packed(*((f"{n}.txt", os.urandom(300_000)) for n in range(5))), "x.zip"))
    monkeypatch.setattr(archive, "MOST_FILES", 3)
    with pytest.raises(FileDamaged):
        list(packed_files(packed(*((f"{n}.txt", "x") for n in range(5))), "x.zip"))


def test_an_encrypted_file_in_an_archive_is_refused(write: Callable[[str, bytes], Path]) -> None:
    data = bytearray(packed(("geheim.txt", PAPER.format(n=1)), ("open.txt", PAPER.format(n=2))))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + offset] |= 1
    found = list(read_papers(write("x.zip", bytes(data))))
    assert [type(one.outcome) for one in found] == [FileNeedsPassword, Imported]
    assert not found[0].takes_password


@pytest.mark.parametrize(
    ("entries", "error"),
    [
        ([], NotText),
        ([("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>")], NotText),  # a spreadsheet
        ([("map/", "")], NotText),
    ],
)
def test_an_archive_without_papers(
    write: Callable[[str, bytes], Path], entries: list[Entry], error: type[ReaderError]
) -> None:
    [found] = read_papers(write("x.zip", packed(*entries)))
    assert isinstance(found.outcome, error)


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_archive_gives_papers_or_refusals(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = packed(("a.txt", PAPER.format(n=1)), ("b.zip", packed(("c.txt", PAPER.format(n=2)))))
    cut = data.draw(st.integers(4, len(whole)))
    broken = bytearray(whole[:cut])
    for place, new in data.draw(st.lists(st.tuples(st.integers(4, cut), st.binary(max_size=4)), max_size=6)):
        broken[place : place + len(new)] = new
    path = tmp_path_factory.mktemp("x") / "x.zip"
    path.write_bytes(bytes(broken))
    for found in read_papers(path):
        assert isinstance(found.outcome, Imported | ReaderError)


def test_progress_rises_and_stopping_stops(write: Callable[[str, bytes], Path]) -> None:
    path = write("x.zip", packed(*((f"{n}.txt", PAPER.format(n=n)) for n in range(5))))
    shares: list[float] = []
    list(read_papers(path, progress=shares.append))
    assert shares == sorted(shares)
    assert (shares[0] >= 0, shares[-1]) == (True, 1.0)
    seen: list[Found] = []
    papers = read_papers(path, cancelled=lambda: len(seen) >= 2)
    seen += [next(papers), next(papers)]
    with pytest.raises(ImportStopped):
        next(papers)


# Without the network -------------------------------------------------------------------------------------------------
EVERY_FORMAT = (
    *sorted((FILES / "marked_up").iterdir()), FILES / "pdf" / "columns.pdf", min(SEEDS.glob("*.txt")),
)  # fmt: skip
NO_NETWORK = """
import sys
def forbid(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"the network was asked for: {event}")
sys.addaudithook(forbid)
from reader.importers.several_child import main
main()
"""


def test_no_format_asks_for_the_network(
    write: Callable[[str, bytes], Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def forbidden(*_arguments: object, **_options: object) -> None:
        pytest.fail("a socket was made")

    page = (
        b'<html><head><link rel="stylesheet" href="http://x.nl/a.css"></head><body><p>Tekst.<img src="http://x.nl/a">'
    )
    markdown = b"# Kop\n\n![plaat](http://x.nl/a.png)\n\n- een\n- twee\n\n[hier](http://x.nl)\n"
    files = [
        *EVERY_FORMAT,
        write("pagina.html", page + b"<p>En meer tekst.</p></body></html>"),
        write("stuk.md", markdown),
        write("bericht.eml", mail(("pagina.html", page), ("stuk.md", markdown))),
    ]
    everything = write("alles.zip", packed(*((file.name, file.read_bytes()) for file in files)))
    with monkeypatch.context() as patch:
        patch.setattr(socket, "socket", forbidden)
        patch.setattr(socket, "create_connection", forbidden)
        patch.setattr(socket, "getaddrinfo", forbidden)
        for file in (*files, everything):
            assert [one.name for one in read_papers(file) if isinstance(one.outcome, ReaderError)] == []
    (tmp_path / "parked").mkdir()
    reader = PaperReader(tmp_path / "parked", Way((sys.executable, "-P", "-c", NO_NETWORK)))
    try:
        found = [one for file in (*files, everything) for one in parked(reader, file)]
    finally:
        reader.close()
    assert [one for one in found if isinstance(one.outcome, ReaderError)] == []
    media = {one.outcome.media_type for one in found if isinstance(one.outcome, Parked)}
    assert media == {
        "text/plain", "application/pdf", "text/html", "text/markdown", "application/xml", "application/rtf",
        "message/rfc822", "application/vnd.oasis.opendocument.text",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }  # fmt: skip


# In a process of its own ---------------------------------------------------------------------------------------------
def parked(reader: PaperReader, path: Path) -> list[ParkedFound]:
    return list(reader.read(path, progress=lambda _share: None, cancelled=lambda: False))


def saying(words: str, **limits: float) -> Way:
    return Way((sys.executable, "-P", "-c", f"import sys, time; sys.stdin.readline(); {words}"), **limits)


def test_what_is_read_in_another_process_is_the_same(write: Callable[[str, bytes], Path], tmp_path: Path) -> None:
    path = write("x.zip", packed(("a.txt", PAPER.format(n=1)), ("b.txt", "")))
    (tmp_path / "parked").mkdir()
    reader = PaperReader(tmp_path / "parked")
    try:
        first, second = parked(reader, path)
        third = parked(reader, write("c.txt", PAPER.format(n=3).encode()))[0]
    finally:
        reader.close()
    assert (first.name, second.name, third.name) == ("x.zip/a.txt", "x.zip/b.txt", "c.txt")
    assert isinstance(second.outcome, FileEmpty)
    assert isinstance(first.outcome, Parked)
    here = next(read_papers(path)).outcome
    assert isinstance(here, Imported)
    text = text_in(first.outcome)
    assert (text.body, text.structure, text.original) == (here.text.body, here.text.structure, here.text.original)
    assert (text.uid, text.document_uid) == (first.outcome.document.text_uid, first.outcome.document.uid)


def test_a_parked_paper_comes_back_whole(tmp_path: Path) -> None:
    imported = next(read_papers(min(SEEDS.glob("*.txt")))).outcome
    assert isinstance(imported, Imported)
    paper = park(imported, tmp_path / "x.paper")
    assert parked_from(parked_form(paper), tmp_path) == paper
    assert text_in(paper) == imported.text
    assert isinstance(text_in(paper), Text)
    for wrong in ({"file": "../x"}, {"document": {"title": "x"}}):
        with pytest.raises((ValueError, KeyError)):
            parked_from(parked_form(paper) | wrong, tmp_path)
    (tmp_path / "x.paper").write_bytes((tmp_path / "x.paper").read_bytes()[:-1])
    with pytest.raises(ValueError, match="not whole"):
        text_in(paper)


@pytest.mark.parametrize(
    "words",
    ["sys.exit(3)", "print('{')", "print('[]')", 'print(\'{"name": "x", "error": "os", "facts": {}}\')', "print('7')"],
)
def test_a_process_that_breaks_down_costs_only_its_file(tmp_path: Path, words: str) -> None:
    reader = PaperReader(tmp_path, saying(words))
    try:
        [found] = parked(reader, tmp_path / "stuk.txt")
    finally:
        reader.close()
    assert isinstance(found.outcome, FileUnreadable)
    assert found.outcome.facts["reason"] == "reading it broke down"


def test_an_error_nobody_foresaw_is_told_and_the_next_file_is_read(tmp_path: Path) -> None:
    program = (
        "from reader.importers import several_child as child; child.read_papers = lambda *a, **k: 1 / 0; "
        "import json; child.answer(json.loads(sys.stdin.readline()), sys.stdout.buffer)"
    )
    reader = PaperReader(tmp_path, Way((sys.executable, "-P", "-c", f"import sys; {program}")))
    try:
        [found] = parked(reader, tmp_path / "stuk.txt")
    finally:
        reader.close()
    assert isinstance(found.outcome, FileUnreadable)
    assert found.outcome.facts == {"name": "stuk.txt", "reason": "it met an error in this program"}


def test_a_process_that_is_silent_is_ended(tmp_path: Path) -> None:
    reader = PaperReader(tmp_path, saying("time.sleep(600)", silence=0.3))
    try:
        [found] = parked(reader, tmp_path / "stuk.txt")
        assert type(found.outcome).__name__ == "FileTooSlow"
    finally:
        reader.close()


def test_stopping_ends_the_process_at_once(tmp_path: Path) -> None:
    reader = PaperReader(tmp_path, saying("time.sleep(600)"))
    with pytest.raises(ImportStopped):
        list(reader.read(tmp_path / "stuk.txt", progress=lambda _share: None, cancelled=lambda: True))
    reader.close()


def test_what_is_too_large_is_told_with_its_size_when_unpacked(write: Callable[[str, bytes], Path]) -> None:
    (found,) = read_papers(write("x.zip", packed(("bom.txt", b"0" * 61_000_000))))
    assert isinstance(found.outcome, FileTooLarge)
    assert "61 MB" in str(found.outcome)
