"""What the opened row of the questions board shows, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from reader.domain.model import Verdict
from reader.models.board_items import LooseItem, Offer, QuestionItem
from reader.models.board_texts import DOT, BoardTexts
from reader.models.board_words import band_words
from reader.models.questions import PaperQuestions
from reader.questions.exchange import ExchangeKind
from reader.ui.board_acts import BoardActs
from reader.ui.board_keys import BoardKeys

translate = QCoreApplication.translate


class PointerChip(Protocol):
    """A reference inside an answer ("see the answer to question 2") as a chip that opens what it refers to."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def tooltip(self) -> str: ...


@dataclass(frozen=True, slots=True)
class OpenContent:
    """A question, or an answer without one. `shown` is the number of the offer that is shown, -1 for none.

    `history` tells who linked the shown answer and when; `rejected` counts the answers that were rejected. `note_uid`
    names the place of the question. `keys` are shown on the buttons.
    """

    item: QuestionItem | LooseItem
    kind: ExchangeKind
    shown: int = -1
    question_meta: str = ""
    band: str = ""
    answer_text: str = ""
    answer_meta: str = ""
    no_answer: str = ""
    history: str = ""
    rejected: int = 0
    verdict: Verdict | None = None
    note_uid: str = ""
    note: str = ""
    chips: tuple[PointerChip, ...] = ()
    keys: BoardKeys = field(default_factory=BoardKeys)

    @property
    def offer(self) -> Offer | None:
        """The offer that is shown."""
        if not isinstance(self.item, QuestionItem) or not 0 <= self.shown < len(self.item.offers):
            return None
        return self.item.offers[self.shown]

    @property
    def is_question(self) -> bool:
        return isinstance(self.item, QuestionItem)


def content_of(
    item: QuestionItem | LooseItem,
    shown: int,
    paper: PaperQuestions,
    texts: BoardTexts,
    acts: BoardActs,
    chips: tuple[PointerChip, ...],
    keys: BoardKeys,
) -> OpenContent:
    """What the opened row of a question or an answer shows, with its offer number `shown`."""
    kind = paper.exchange.kind
    if isinstance(item, LooseItem):
        meta = texts.loose_meta(item.answer)
        return OpenContent(item, kind, answer_text=item.answer.text, answer_meta=meta, chips=chips, keys=keys)
    offer = item.offers[shown] if 0 <= shown < len(item.offers) else None
    decision, question = item.row.decision, item.row.question
    rank = _rank(item, offer) if offer is not None else ""
    return OpenContent(
        item,
        kind,
        shown,
        question_meta=texts.question_meta(item),
        band=texts.band(item),
        answer_text=texts.answer_text(offer) if offer is not None else "",
        answer_meta=DOT.join(part for part in (rank, texts.answer_meta(offer)) if part) if offer is not None else "",
        no_answer=texts.no_answer(),
        history=acts.history(offer.link) if offer is not None and offer.link is not None else "",
        rejected=sum(one == item.id for one, _answer in paper.decided.rejected),
        verdict=texts.verdict(item),
        note_uid=f"{question.start}-{question.end}",
        note=decision.note if decision is not None else "",
        chips=chips,
        keys=keys,
    )


def _rank(item: QuestionItem, offer: Offer) -> str:
    """Which of several candidates is shown, or that the only one is weak."""
    if offer.candidate is None:
        return ""
    total, band = len(item.row.candidates), band_words(offer.candidate.band)
    if total > 1 or item.row.links:
        words = translate("board", "Candidate {number} of {total}, {band}")
        return words.format(number=item.row.candidates.index(offer.candidate) + 1, total=total, band=band)
    return translate("board", "Candidate, {band}").format(band=band) if offer.candidate.band == "weak" else ""
