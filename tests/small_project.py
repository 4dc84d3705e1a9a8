"""A small project of two papers with structure, for tests of models and panels, and a session on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from reader.domain.changes import ChangeSet
from reader.domain.model import ANSWERED_BY, Document, Highlight, Span, Tag, Text
from reader.edit import links, marks, notes, tags
from reader.models.session import Session
from reader.store.queries import Counts
from reader.text.structure import Block, Page, Piece, Structure
from tests.in_memory import InMemoryProject, paper

QUESTIONS = """Vragen over de detentiecentra
De leden van de D66-fractie vragen naar de detentie-
centra in Libië.
Zij vragen ook naar de kustwacht en de financiering daarvan.
"""
ANSWERS = """Antwoorden
De voortgang van het sluiten van detentiecentra staat in de brief van 25 april.
De kustwacht wordt gesteund.
"""


def structured(body: str) -> Structure:
    """One block per line, a line that ends in a hyphen joined with the next; two pages, the second numbered "8"."""
    blocks: list[Block] = []
    pieces: list[Piece] = []
    start = 0
    for line in body.splitlines(keepends=True):
        end = start + len(line.rstrip("\n"))
        if line.endswith("-\n"):
            pieces.append(Piece(start, end - 1))
        else:
            pieces.append(Piece(start, end))
            kind, level = ("paragraph", 0) if blocks else ("heading", 1)
            blocks.append(Block(kind, level, pieces[0].start, end, (), tuple(pieces)))  # type: ignore[arg-type]
            pieces = []
        start += len(line)
    middle = body.index("\n", len(body) // 2) + 1
    return Structure(pages=(Page(1, None, 0, middle), Page(2, "8", middle, len(body))), blocks=tuple(blocks))


def structured_paper(body: str, title: str, position: int = 0, **facts: object) -> tuple[Document, Text]:
    """A paper with the facts given and its structure."""
    document, text = paper(body, title, position)
    return (
        replace(document, pages=2, **facts),  # type: ignore[arg-type]
        replace(text, structure=structured(body).to_bytes()),
    )


class SmallProject(InMemoryProject):
    """Two papers: `questions` (dossier 19637, no. 2395, June 2018) and `answers` (a letter of 25 April 2018)."""

    def __init__(self) -> None:
        first = structured_paper(
            QUESTIONS,
            "Overleg over de migratieagenda",
            0,
            kind="schriftelijk-overleg",
            date="2018-06",
            dossiers=("19637",),
            number="2395",
            chamber="Tweede Kamer",
            session="2017-2018",
        )
        second = structured_paper(
            ANSWERS, "Brief over detentiecentra", 1, kind="kamerbrief", date="2018-04-25", senders=("Minister van X",)
        )
        super().__init__([*first, *second])
        self.questions, self.answers = first[0].uid, second[0].uid

    def close(self) -> None:
        """Nothing is open."""

    def counts(self) -> Counts:
        """As the store counts: highlights per label and per paper."""
        highlights = Counter(one.document_uid for one in self.highlights() if one.kind == "highlight")
        return Counts(Counter(one.tag_uid for one in self.taggings()), highlights)

    def perform(self, change_set: ChangeSet) -> ChangeSet:
        """Apply an act outside any session."""
        self.apply(change_set)
        return change_set

    def span(self, document_uid: str, words: str) -> Span:
        """Where these words first stand in a paper."""
        start = self.body(self.document(document_uid).text_uid).index(words)
        return Span(start, start + len(words))

    def new_tag(self, name: str, parent_uid: str | None = None) -> Tag:
        entity = self.perform(tags.add_tag(self, name, parent_uid=parent_uid)).changes[0].entity
        assert isinstance(entity, Tag)
        return entity

    def new_highlight(self, document_uid: str, words: str, *tag_uids: str, note: str = "") -> Highlight:
        """A highlight of these words with these labels and this note."""
        uid = (
            self.perform(marks.highlight_span(self, document_uid, self.span(document_uid, words))).changes[0].entity.uid
        )
        for tag_uid in tag_uids:
            self.apply(marks.give_tag(self, uid, tag_uid))
        if note:
            self.apply(notes.set_note(self, uid, note))
        return self.highlight(uid)

    def new_link(self, source_uid: str, target_uid: str) -> str:
        """The uid of a new link "answered by"."""
        return self.perform(links.link(self, source_uid, target_uid, ANSWERED_BY.uid)).changes[-1].entity.uid


def session_on(project: InMemoryProject) -> Session:
    """A session on a project of plain objects."""
    return Session(project)  # type: ignore[arg-type]
