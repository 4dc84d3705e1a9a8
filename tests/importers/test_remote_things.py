"""Files that ask for things from elsewhere: nothing is fetched, no other file is opened, the text is read.

A server on this computer waits for whoever asks, so that libraries and child processes are watched as well; and
tests/conftest.py lets any use of the network by the code of this process fail.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.importers.base import IMPORTERS, importer_of, read_data
from reader.importers.several_parked import Parked, text_in
from reader.importers.several_process import PaperReader
from tests.importers.marked_up_files import RELATIONS, docx, paragraph, zipped
from tests.importers.pdf_maker import column, pdf

SECRET = "hoogstgeheim"
TEXT = "Dit is de tekst van het stuk."
OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def word(far: str, near: str) -> bytes:
    """A template, a picture and a part of the text that lie elsewhere."""
    links = "".join(
        f'<Relationship Id="r{number}" Type="{RELATIONS}/{kind}" Target="{target}" TargetMode="External"/>'
        for number, (kind, target) in enumerate(
            [("attachedTemplate", far), ("image", far), ("aFChunk", near), ("footnotes", near), ("styles", far)]
        )
    )
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>INCLUDETEXT &quot;{near}&quot;</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:altChunk r:id="r2"/>'
    )
    return docx(paragraph(TEXT) + field, links=links)


def open_document(far: str, near: str) -> bytes:
    body = (
        f'<text:section text:name="a"><text:section-source xlink:href="{near}"/><text:p>{TEXT}</text:p></text:section>'
        f'<text:p><draw:frame><draw:image xlink:href="{far}"/></draw:frame></text:p>'
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content xmlns:office="{OASIS}:office:1.0" xmlns:text="{OASIS}:text:1.0" '
            f'xmlns:draw="{OASIS}:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">'
            f"<office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        }
    )


def rich_text(far: str, near: str) -> bytes:
    return (
        rf"{{\rtf1{{\*\template {far}}}{TEXT}\par{{\field{{\*\fldinst INCLUDEPICTURE {far}}}{{\fldrslt }}}}"
        rf"{{\field{{\*\fldinst INCLUDETEXT {near}}}{{\fldrslt }}}}\par}}"
    ).encode()


def official(far: str, near: str) -> bytes:
    return (
        f'<?xml version="1.0"?><?xml-stylesheet href="{far}"?><!DOCTYPE officiele-publicatie SYSTEM "{far}">'
        '<officiele-publicatie xmlns:xi="http://www.w3.org/2001/XInclude" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="{far}"><kamerstuk>'
        f'<al>{TEXT}</al><xi:include href="{near}" parse="text"/><plaatje><illustratie naam="{far}"/></plaatje>'
        "</kamerstuk></officiele-publicatie>"
    ).encode()


def debate(far: str, near: str) -> bytes:
    return (
        f'<?xml version="1.0"?><?xml-stylesheet href="{far}"?><!DOCTYPE TEI SYSTEM "{far}">'
        '<TEI xmlns:xi="http://www.w3.org/2001/XInclude"><teiHeader/><text><body>'
        f'<p>{TEXT}</p><xi:include href="{near}" parse="text"/><graphic url="{far}"/></body></text></TEI>'
    ).encode()


def page(far: str, near: str) -> bytes:
    return (
        f'<html><head><base href="{far}"><meta http-equiv="refresh" content="0;url={far}">'
        f'<link rel="stylesheet" href="{far}"><style>@import "{near}";</style><script src="{far}"></script></head>'
        f'<body><p>{TEXT}</p><img src="{far}"><iframe src="{near}"></iframe><object data="{near}"></object></body>'
    ).encode()


def markdown(far: str, near: str) -> bytes:
    return f"# Kop\n\n{TEXT}\n\n![plaat]({far})\n\n- [een]({near})\n- twee\n\n<img src='{far}'>\n".encode()


def message(far: str, near: str) -> bytes:
    return (
        "From: a@voorbeeld.nl\nTo: b@voorbeeld.nl\nSubject: Een bericht\nMessage-ID: <1@b>\nMIME-Version: 1.0\n"
        f"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n{page(far, near).decode()}"
        f'\n--x\nContent-Type: message/external-body; access-type=URL; URL="{far}"\n\nContent-Type: text/plain\n\n'
        "\n--x--\n"
    ).encode()


def saved(far: str, near: str) -> bytes:
    return (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {far}\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\nContent-Location: {near}\n\n'
        f"{page(far, near).decode()}\n--x--\n"
    ).encode()


def portable(far: str, near: str) -> bytes:
    """A page that opens an address and takes its drawing from another file."""
    made = pdf(column(TEXT))
    action = f"/Type /Catalog /OpenAction << /S /URI /URI ({far}) >> /AA << /O << /S /SubmitForm /F ({far}) >> >>"
    picture = f"/Type /XObject /F << /FS /URL /F ({near}) >> /Subtype /Image"
    return made.replace(b"/Type /Catalog", action.encode()).replace(b"/Type /XObject /Subtype /Image", picture.encode())


def plain(far: str, near: str) -> bytes:
    return f"{TEXT}\n\nZie {far} en {near}.\n".encode()


FILES: dict[str, Callable[[str, str], bytes]] = {
    "docx": word, "odt": open_document, "rtf": rich_text, "official-xml": official, "debate-xml": debate, "html": page,
    "markdown": markdown, "email": message, "saved-page": saved, "pdf": portable, "plain-text": plain,
}  # fmt: skip


@pytest.fixture
def near(tmp_path: Path) -> str:
    """The address of a file on this computer that no paper may show."""
    path = tmp_path / "geheim.txt"
    path.write_text(SECRET, encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def far() -> Iterator[str]:
    """The address of a server; the test fails when anybody has asked it for something."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.setblocking(False)
        yield f"http://127.0.0.1:{server.getsockname()[1]}/ver.xml"
        with pytest.raises(BlockingIOError):
            server.accept()


def test_every_importer_has_such_a_file() -> None:
    assert {importer.name.split()[0] for importer in IMPORTERS} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_fetched_and_the_text_is_read(name: str, far: str, near: str) -> None:
    data = FILES[name](far, near)
    importer = importer_of(data)
    assert importer is not None
    assert importer.name.split()[0] == name
    body = read_data(data, "stuk", lambda _share: None).text.body
    assert TEXT in body
    assert SECRET not in body


def test_an_archive_of_them_read_as_the_program_does(far: str, near: str, tmp_path: Path) -> None:
    path = tmp_path / "alles.zip"
    path.write_bytes(zipped({f"stuk {name}": make(far, near) for name, make in FILES.items()}))
    (tmp_path / "parked").mkdir()
    reader = PaperReader(tmp_path / "parked")
    try:
        found = [one.outcome for one in reader.read(path, progress=lambda _share: None, cancelled=lambda: False)]
    finally:
        reader.close()
    bodies = [text_in(one).body for one in found if isinstance(one, Parked)]
    assert len(found) == len(bodies) == len(FILES)
    assert all(TEXT in body and SECRET not in body for body in bodies)
