"""Reading one damaged file as the program does, and what of the result must hold whatever the file is."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from pathlib import Path

from reader.domain.errors import ReaderError
from reader.importers import pdf_process
from reader.importers.base import Imported
from reader.importers.extracted import Progress
from reader.importers.pdf_answers import Answers
from reader.importers.pdf_child import answer
from reader.importers.pdf_page import PdfFile
from reader.importers.several import read_papers
from reader.importers.several_parked import park, parked_form
from reader.text.structure import Structure

PASSWORD = "gehéim"  # of the protected PDF among the originals
_CONTROL = re.compile("[\x00-\x1f\x7f]")
TIME_LIMIT = 10.0  # seconds of a processor for one file


@dataclass(frozen=True, slots=True)
class Outcome:
    """The papers that came of a file, by the importer that read them, and the errors by their class."""

    read: tuple[str, ...]
    refused: tuple[str, ...]


def read_pdf_here() -> None:
    """From now on a PDF is read in this process: the one that calls this is itself a child that may break."""

    def read_pages(data: bytes, name: str, progress: Progress, way: object = None, *, password: str = "") -> PdfFile:
        out = io.BytesIO()
        answer(data, 0, 1, out, password)
        answers = Answers(name, 1)
        for line in out.getvalue().splitlines():
            answers.take(line)
            progress(answers.share)
        return answers.file()

    pdf_process.read_pages = read_pages


def outcome_of(path: Path, parked: Path) -> Outcome:
    """Read the file; each paper is parked in the file `parked` for a moment. Raises what no reader should."""
    read, refused = [], []
    for found in read_papers(path, password=PASSWORD):
        if isinstance(found.outcome, ReaderError):
            assert str(found.outcome)
            json.dumps(found.outcome.facts)
            refused.append(type(found.outcome).__name__)
            continue
        check(found.outcome)
        parked.unlink(missing_ok=True)
        json.dumps(parked_form(park(found.outcome, parked)))
        read.append(found.outcome.text.importer.split()[0])
    assert read or refused, "neither a paper nor a word on why not"
    return Outcome(tuple(read), tuple(refused))


def check(imported: Imported) -> None:
    """Whether what was read is sound: it can be stored, and all places lie in the text. Raises AssertionError."""
    document, body = imported.document, imported.text.body
    assert body.strip()
    assert not set(body) & {"\0", "\r"}
    body.encode("utf-8")
    for words in (document.title, document.number or "", *document.senders, *document.dossiers, *imported.warnings):
        words.encode("utf-8")
        assert not _CONTROL.search(words)
    assert document.title.strip()
    structure = Structure.from_bytes(imported.text.structure)
    assert structure.to_bytes() == imported.text.structure
    for block in structure.blocks:
        assert 0 <= block.start < block.end <= len(body)
        assert all(block.start <= piece.start <= piece.end <= block.end for piece in block.pieces)
    starts = [page.start for page in structure.pages]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(body) for start in starts)
    for note in structure.footnotes:
        assert body[note.marker : note.marker + len(note.number)].strip()
        assert note.start is None or 0 <= note.start <= (note.end or 0) <= len(body)
    for reference in structure.references:
        assert 0 <= reference.start < reference.end <= len(body)
