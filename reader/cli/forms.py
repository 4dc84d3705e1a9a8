"""The documented JSON forms of the command line. Offsets are code points of the source text, half-open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.domain.model import Document
    from reader.text.structure import Structure

Form = dict[str, Any]


def document_form(number: int, document: Document, highlights: int) -> Form:
    """One entry of `documents --json`."""
    return {
        "number": number,
        "uid": document.uid,
        "title": document.title,
        "kind": document.kind,
        "date": document.date,
        "dossiers": list(document.dossiers),
        "document_number": document.number,
        "language": document.language,
        "pages": document.pages,
        "characters": document.characters,
        "highlights": highlights,
        "source_name": document.source_name,
    }


def structure_form(document: Document, body: str, structure: Structure, *, sha256: str, encoding: str) -> Form:
    """What `structure --json` says of one paper. `sha256` is that of the source text in UTF-8."""
    from reader.cli.question_forms import answer_form, question_form
    from reader.questions.recognise import recognise_questions

    exchange = recognise_questions(structure, body)
    return {
        "title": document.title,
        "kind": document.kind,
        "date": document.date,
        "dossiers": list(document.dossiers),
        "document_number": document.number,
        "characters": document.characters,
        "sha256": sha256,
        "encoding": encoding,
        "pages": [
            {"index": page.index, "label": page.label, "start": page.start, "end": page.end} for page in structure.pages
        ],
        "blocks": [
            {
                "kind": block.kind,
                "level": block.level,
                "start": block.start,
                "end": block.end,
                "text": block.reading_text(body),
                "section": list(block.section),
            }
            for block in structure.blocks
        ],
        "footnotes": [
            {"number": note.number, "marker": note.marker, "start": note.start, "end": note.end}
            for note in structure.footnotes
        ],
        "references": [
            {
                "kind": reference.kind,
                "id": reference.id,
                "start": reference.start,
                "end": reference.end,
                "text": reference.text,
            }
            for reference in structure.references
        ],
        "questions": [question_form(question) for question in exchange.questions],
        "answers": [answer_form(answer) for answer in exchange.answers],
    }


def import_form(file: str, number: int | None, document: Document | None, error: str | None) -> Form:
    """One entry of `import --json`: a file that became a paper, or why it did not."""
    return {
        "file": file,
        "document": number,
        "title": document.title if document else None,
        "kind": document.kind if document else None,
        "pages": document.pages if document else None,
        "error": error,
    }
