"""ZIP files: a document is told from an archive of documents, packed or as they are."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reader.importers.base import CHUNK, Imported, importer_of
from reader.importers.marked_up_archive import names_in
from reader.importers.several import read_papers
from tests.importers.marked_up_files import docx, paragraph, zipped

PAPER = docx(paragraph("Een alinea met de tekst van het stuk."))
BIG = bytes(CHUNK)


def stored(*entries: tuple[str, bytes]) -> bytes:
    """An archive whose files are not packed, as clouds hand out several files at once."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as file:
        for name, content in entries:
            file.writestr(zipfile.ZipInfo(name), content)
    return data.getvalue()


@pytest.mark.parametrize(
    "entries",
    [
        (("brief.docx", PAPER), ("nota.docx", PAPER)),
        (("map/brief.docx", PAPER), ("map/nota.docx", PAPER), ("map/zz.bin", BIG)),
        (("aa.docx", PAPER), ("Index/Document.iwa.docx", PAPER)),
    ],
)
def test_each_document_of_an_archive_is_read_also_when_it_is_not_packed(
    entries: tuple[tuple[str, bytes], ...], tmp_path: Path
) -> None:
    path = tmp_path / "stukken.zip"
    path.write_bytes(stored(*entries))
    read = [found.name for found in read_papers(path) if isinstance(found.outcome, Imported)]
    assert read == [f"stukken.zip/{name}" for name, content in entries if content is PAPER]


def test_a_document_is_one_also_when_it_is_longer_than_what_is_looked_at() -> None:
    long = stored(("[Content_Types].xml", b""), ("word/document.xml", b"<x/>"), ("word/media/a.bin", BIG))
    for data in (long, PAPER, PAPER[:-30]):
        importer = importer_of(data)
        assert importer is not None
        assert importer.name.startswith("docx")


def test_the_names_in_an_archive_and_the_first_of_one_that_is_cut_off() -> None:
    data = zipped({"een.txt": "a", "twee.txt": "b"})
    assert names_in(data) == ("een.txt", "twee.txt")
    assert names_in(data[:-5]) == ("een.txt",)
    assert names_in(b"PK\x03\x04") == ("",)
