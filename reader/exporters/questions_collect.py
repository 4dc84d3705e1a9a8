"""What an answer overview quotes: each question and the answers that were confirmed, with place and paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from reader.domain.excerpt import Passage
from reader.domain.model import Document, Highlight, Link, Span, by_uid
from reader.exporters.collecting import Source, passages_of
from reader.questions.board import Board
from reader.questions.links import UnitLink


class OverviewSource(Source, Protocol):
    """What an overview needs to read of a project besides; KeyError for an unknown uid."""

    def link(self, uid: str) -> Link: ...
    def highlight(self, uid: str) -> Highlight: ...


@dataclass(frozen=True, slots=True)
class OverviewPassages:
    """The questions and their confirmed answers by the id of the question, and the papers they stand in."""

    asking: Document
    answering: Document
    questions: dict[str, Passage]
    answers: dict[str, tuple[Passage, ...]]


def collect_overview(source: OverviewSource, board: Board, asking: Document, answering: Document) -> OverviewPassages:
    """Quote the questions of `asking` and the answers that are linked to them, in `answering` or elsewhere.

    An accepted proposal is quoted as the unit it now is; a passage that the user linked himself as he chose it.
    """
    bodies = {uid: source.body(uid) for uid in {asking.text_uid, answering.text_uid}}
    marks: dict[str, Highlight] = {}

    def mark(document: Document, span: Span) -> str:
        uid = f"{document.text_uid}/{span.start}-{span.end}"
        quote = bodies[document.text_uid][span.start : span.end]
        marks[uid] = Highlight(uid, document.text_uid, document.uid, span.start, span.end, quote, kind="anchor")
        return uid

    def answer_mark(link: UnitLink) -> str:
        unit = board.answers.get(link.answer or "")
        if unit is not None and link.origin == "suggestion":
            return mark(answering, Span(unit.start, unit.end))
        stored = source.link(link.uid)
        ends = [source.highlight(uid) for uid in (stored.target_uid, stored.source_uid)]
        found = next((end for end in ends if (end.text_uid, end.span) == (link.text_uid, link.span)), ends[0])
        marks[found.uid] = found
        return found.uid

    questions = {uid: mark(asking, Span(row.question.start, row.question.end)) for uid, row in board.rows.items()}
    answers = {uid: [answer_mark(link) for link in row.links] for uid, row in board.rows.items() if row.links}
    passages = passages_of(source, marks.values(), by_uid(source.documents()), {})
    return OverviewPassages(
        asking,
        answering,
        {uid: passages[made] for uid, made in questions.items()},
        {uid: tuple(passages[made] for made in dict.fromkeys(found)) for uid, found in answers.items()},
    )
