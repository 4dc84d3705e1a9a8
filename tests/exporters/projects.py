"""A small project with two papers, made by hand, for the tests of the exports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from reader.domain.anchor import make_highlight
from reader.domain.excerpt import Excerpt
from reader.domain.model import (
    ANSWERED_BY,
    REFERS_TO,
    Document,
    Entity,
    Highlight,
    Link,
    LinkKind,
    Span,
    Tag,
    Tagging,
    Text,
    by_uid,
)
from reader.exporters.base import ExcerptFilter, Export, ExportOptions, Source, collect, gather, render
from reader.text.structure import Block, BlockKind, Footnote, Page, Piece, Structure
from tests.in_memory import InMemoryProject

MOMENT = datetime(2026, 7, 16, 14, 2, tzinfo=UTC)
OPTIONS = ExportOptions("Opvang en terugkeer", MOMENT)

# page 2 of the first paper starts in the middle of a word
QUESTIONS = (
    "1.1 Opvang\n"
    "Waarom is de opvang ge-\nsloten?3\n"
    "Wie betaalt de terug-\n"
    "\fkeer van deze mensen?\n"
    "2 Geld\n"
    "Wat kost dit?\n"
)
ANSWERS = "Antwoorden\nDe opvang is vol.\nOok is er geen geld.\nZie hierboven.\n"


def block(body: str, kind: BlockKind, section: tuple[str, ...], *pieces: str, level: int = 0) -> Block:
    """A block whose pieces are these stretches of the body, in order; a hyphen at the end of one is left out."""
    found: list[Piece] = []
    position = 0
    for piece in pieces:
        start = body.index(piece, position)
        position = start + len(piece)
        found.append(Piece(start, position, ""))
    return Block(kind, level, found[0].start, found[-1].end, section, tuple(found))


def papers() -> list[Entity]:
    """Two papers: questions on pages 7 and 8 of a Kamerstuk, answers in a file without pages."""
    opvang, geld = ("1.1 Opvang",), ("2 Geld",)
    split = QUESTIONS.index("\f")
    questions = Structure(
        pages=(Page(1, "7", 0, split), Page(2, "8", split, len(QUESTIONS))),
        blocks=(
            block(QUESTIONS, "heading", (), "1.1 Opvang", level=1),
            block(QUESTIONS, "paragraph", opvang, "Waarom is de opvang ge", "sloten?3"),
            block(QUESTIONS, "paragraph", opvang, "Wie betaalt de terug", "keer van deze mensen?"),
            block(QUESTIONS, "heading", (), "2 Geld", level=1),
            block(QUESTIONS, "paragraph", geld, "Wat kost dit?"),
        ),
        footnotes=(Footnote("3", QUESTIONS.index("3\n"), None, None),),
    )
    answers = Structure(
        blocks=(
            block(ANSWERS, "heading", (), "Antwoorden", level=1),
            *(block(ANSWERS, "paragraph", ("Antwoorden",), line) for line in ANSWERS.splitlines()[1:]),
        )
    )
    return [
        Document(
            "questions", "Overleg over opvang", "text-1", kind="schriftelijk-overleg", date="2018-06",
            dossiers=("19637",), number="2395", chamber="Tweede Kamer", session="2017-2018", position=0,
        ),
        Document(
            "answers", "Brief over opvang", "text-2", kind="kamerbrief", date="2018-06-11",
            senders=("Minister van Migratie",), language="nl-BE", position=1,
        ),
        _text("text-1", "questions", QUESTIONS, questions),
        _text("text-2", "answers", ANSWERS, answers),
    ]  # fmt: skip


def _text(uid: str, document_uid: str, body: str, structure: Structure) -> Text:
    return Text(uid, document_uid, 1, "test 1", "utf-8", "", body, structure.to_bytes(), "text/plain", b"", "", "")


TAGS = [
    Tag("tag-b", "opvang", 1, 1, None, "Onderdak van mensen", position=1),
    Tag("tag-c", "geld", 3, 3, None, position=2),
    Tag("tag-d", "kosten", 4, 4, "tag-c", position=0),
]


def mark(uid: str, start: str, end: str = "", *, kind: Any = "highlight", **facts: Any) -> Highlight:
    """A highlight from the start of one phrase to the end of another, in the paper that has the first."""
    number, body = (1, QUESTIONS) if start in QUESTIONS else (2, ANSWERS)
    first = body.index(start)
    last = body.index(end or start, first) + len(end or start)
    document_uid = "questions" if number == 1 else "answers"
    highlight = make_highlight(f"text-{number}", document_uid, body, Span(first, last), kind=kind)
    return replace(highlight, uid=uid, created_at="", modified_at="", **facts)


def marks() -> list[Entity]:
    """Two questions with their answers, a passage that stands alone, and the bare end of a link."""
    return [
        mark("q1", "Waarom", "sloten?3", note="Eerste vraag.\nLet op."),
        mark("q2", "Wie betaalt", "mensen?"),
        mark("q3", "Wat kost dit?"),
        mark("a1", "De opvang is vol."),
        mark("a2", "Ook is er geen geld."),
        mark("end", "Zie hierboven.", kind="anchor"),
        Tagging("q1", "tag-b"),
        Tagging("q2", "tag-b"),
        Tagging("q2", "tag-d"),
        Tagging("a1", "tag-b"),
        Link("link-1", ANSWERED_BY.uid, "q1", "a1", note="Geen echt antwoord."),
        Link("link-2", ANSWERED_BY.uid, "q1", "a2"),
        Link("link-3", REFERS_TO.uid, "q2", "end"),
    ]


def project(*more: Entity) -> InMemoryProject:
    """The papers with their labels, marks and links, and what a test adds."""
    return InMemoryProject([*papers(), *TAGS, *marks(), *more])


def own_kind() -> LinkKind:
    return LinkKind("own", "illustreert", "geïllustreerd door", 20)


def exported(
    source: Source, name: str, options: ExportOptions = OPTIONS, excerpt_filter: ExcerptFilter | None = None
) -> bytes:
    """What passes the filter, in a format, as the export window writes it: with the words of the filter."""
    return render(gather(source, excerpt_filter or ExcerptFilter(), options), name)


def rendered(
    excerpts: Sequence[Excerpt], name: str, options: ExportOptions = OPTIONS, source: Source | None = None
) -> bytes:
    """These excerpts and their papers in a format."""
    documents = tuple(by_uid(excerpt.document for excerpt in excerpts).values())
    return render(Export(source or project(), excerpts, options, documents), name)


def papers_with_excerpts(papers: int, each: int) -> list[Excerpt]:
    """Excerpts of several papers, "Stuk 1" and so on, `each` of them from one paper; none is linked."""
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q3"}))
    found = []
    for number in range(1, papers + 1):
        paper = replace(excerpt.document, uid=f"paper-{number}", title=f"Stuk {number}", position=number)
        for place in range(each):
            highlight = replace(excerpt.highlight, uid=f"mark-{number}-{place}", document_uid=paper.uid)
            found.append(replace(excerpt, passage=replace(excerpt.passage, document=paper, highlight=highlight)))
    return found
