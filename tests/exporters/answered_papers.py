"""Papers of questions and answers in a project with decisions on them, for the tests of the answer overview."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from reader.domain.model import (
    ANSWERED_BY,
    BUILTIN_VERDICTS,
    Decision,
    Document,
    Entity,
    Highlight,
    Link,
    Span,
    Text,
    Verdict,
)
from reader.exporters.questions_base import compose
from reader.exporters.questions_collect import OverviewPassages, collect_overview
from reader.exporters.questions_composition import OverviewOptions, OverviewText
from reader.questions.board import Board, Row, board_of
from reader.questions.exchange import Answer, Exchange, Question
from reader.questions.links import MarkedLink, decided_of
from reader.questions.recognise import recognise_questions
from reader.questions.suggestions import suggest
from reader.questions.two_papers import across
from reader.text.recognise import recognise
from tests.in_memory import InMemoryProject
from tests.questions.papers import CONSULTATION, HEAD, lines

VERDICTS = {verdict.name: verdict for verdict in BUILTIN_VERDICTS}
OWN_VERDICT = Verdict("own", "ontwijkend", 9)
MOMENT = datetime(2026, 7, 16, 14, 2, tzinfo=UTC)
OPTIONS = OverviewOptions(MOMENT)
MINUTES = Document(
    "paper", "Overleg over waterkwaliteit", "text", kind="schriftelijk-overleg", date="2024-05-03",
    dossiers=("27625",), number="651", chamber="Tweede Kamer", session="2023-2024",
)  # fmt: skip
ANNEX = Document(
    "paper", "Vragen over de sluizen bij Terneuzen", "text", kind="aanhangsel", date="2025-03-27", number="1533",
    chamber="Tweede Kamer", session="2024-2025",
)  # fmt: skip
LETTER = Document(
    "letter", "Brief over waterkwaliteit", "letter-text", kind="kamerbrief", date="2024-06-01",
    senders=("Minister van Landbouw",), position=1,
)  # fmt: skip
LOCKS = lines(
    *HEAD,
    "Vraag 1", "Hoe lang duurt de storing aan de sluizen bij Terneuzen?",
    "Antwoord 1", "De storing duurt nog drie weken.",
    "Vraag 2, 3 en 5", "Wat kost het herstel? Wie betaalt dat? En wanneer is het klaar?",
    "Antwoord 2, 3 en 5", "Het herstel kost twee miljoen euro. Het Rijk betaalt.",
    "Vraag 4", "Klopt het dat de schippers niet zijn ingelicht?",
    "Antwoord 4", "Zie het antwoord op vraag 1.",
)  # fmt: skip


@dataclass(frozen=True)
class Held:
    """What was decided about one question."""

    verdict: Verdict | None = None
    is_open: bool = False
    note: str = ""


@dataclass(frozen=True)
class Case:
    """A project, the board of a paper in it, and how to get an overview of it."""

    project: InMemoryProject
    board: Board
    asking: Document
    answering: Document

    @property
    def passages(self) -> OverviewPassages:
        return collect_overview(self.project, self.board, self.asking, self.answering)

    def text(self, options: OverviewOptions = OPTIONS, *, only_open: bool = False) -> OverviewText:
        verdicts = (*BUILTIN_VERDICTS, OWN_VERDICT)
        return compose(self.board, verdicts, self.passages, options, only_open=only_open)


def text_of(document: Document, body: str) -> Text:
    return Text(
        document.text_uid, document.uid, 1, "test 1", "utf-8", "", body, recognise(body).to_bytes(), "text/plain",
        b"", "", "",
    )  # fmt: skip


def span_of(unit: Question | Answer) -> Span:
    return Span(unit.start, unit.end)


def case(
    body: str = CONSULTATION,
    document: Document = MINUTES,
    *,
    accepted: Callable[[Board], Iterable[tuple[int, int]]] | Sequence[tuple[int, int]] = (),
    held: dict[int, Held] | None = None,
    by_hand: dict[int, Span] | None = None,
    answers: str = "",
    exchange: Exchange | None = None,
) -> Case:
    """A paper with decisions; questions and answers by their number from 0.

    `accepted`: pairs that were proposed and accepted, or what gives them for a board on which nothing is decided.
    `by_hand`: what the user linked a question to himself. `answers`: the text of a second paper that holds the answers.
    """
    answering = LETTER if answers else document
    exchange = exchange or recognise_questions(recognise(body), body, lone=bool(answers))
    if answers:
        exchange = across(exchange, recognise_questions(recognise(answers), answers, lone=True))
    pairs = accepted(board_of(exchange, suggest(exchange))) if callable(accepted) else accepted
    links = [
        MarkedLink(
            f"link-{question}-{answer}", document.text_uid, span_of(exchange.questions[question]),
            answering.text_uid, span_of(exchange.answers[answer]), "suggestion",
        )
        for question, answer in pairs
    ]  # fmt: skip
    entities: list[Highlight | Link] = []
    for question, span in (by_hand or {}).items():
        unit = exchange.questions[question]
        source = Highlight(f"from-{question}", document.text_uid, document.uid, unit.start, unit.end, "…")
        quote = (answers or body)[span.start : span.end]
        target = Highlight(f"to-{question}", answering.text_uid, answering.uid, span.start, span.end, quote)
        entities += [source, target, Link(f"hand-{question}", ANSWERED_BY.uid, source.uid, target.uid)]
        links.append(
            MarkedLink(f"hand-{question}", document.text_uid, source.span, answering.text_uid, target.span, "user")
        )
    decisions = [
        Decision(
            f"decision-{number}", document.text_uid, document.uid, unit.start, unit.end,
            what.verdict.uid if what.verdict else None, what.is_open, what.note,
        )
        for number, what in (held or {}).items()
        for unit in (exchange.questions[number],)
    ]  # fmt: skip
    decided = decided_of(exchange, document.text_uid, answering.text_uid, links, (), decisions)
    board = board_of(exchange, suggest(exchange, decided=decided.pairs), decided)
    papers: list[Entity] = [document, text_of(document, body)]
    if answers:
        papers += [answering, text_of(answering, answers)]
    return Case(InMemoryProject([*papers, *entities]), board, document, answering)


def renamed(document: Document, **facts: object) -> Document:
    return replace(document, **facts)  # type: ignore[arg-type]


def rows_of(found: Case) -> list[Row]:
    return list(found.board.rows.values())
