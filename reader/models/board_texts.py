"""The texts of the questions board: quotes, places and names, taken from the paper when they are first asked for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from reader.domain.citation import Place, place_words
from reader.domain.model import Span, Verdict, by_uid
from reader.exporters.places import Places
from reader.models.board_items import GroupItem, Item, LooseItem, Offer, QuestionItem, SectionItem
from reader.models.board_words import (
    answer_words,
    band_words,
    counted_questions,
    counted_state,
    no_block_words,
    question_words,
    state_words,
    verdict_words,
)
from reader.models.documents import interface_language, short_title
from reader.models.questions import PaperQuestions
from reader.models.session import Session
from reader.questions.board import STATES
from reader.questions.exchange import Answer, Question
from reader.questions.links import UnitLink

DOT = " · "  # between facts
translate = QCoreApplication.translate


class BoardTexts:
    """Words for the rows of one paper's board."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._paper: PaperQuestions | None = None
        self._places: dict[str, Places] = {}
        self._pages: dict[tuple[str, Span], str] = {}
        self._verdicts: Mapping[str, Verdict] | None = None

    def show(self, paper: PaperQuestions | None) -> None:
        """Speak of this paper."""
        self._paper = paper
        self._places.clear()
        self._pages.clear()
        self._verdicts = None

    def forget(self) -> None:
        """The verdicts may be others now."""
        self._verdicts = None

    # -- questions -----------------------------------------------------------------------------------------------------

    def question_quote(self, question: Question) -> str:
        """The asking itself, without its lead-in, as one line."""
        return " ".join(question.text[question.core :].split())

    def question_meta(self, item: QuestionItem) -> str:
        """ "question 5 · p. 7"."""
        question = item.row.question
        pages = self._pages_of(self._asking_text, Span(question.start, question.end))
        return DOT.join(part for part in (question_words(question, item.number), pages) if part)

    def verdict(self, item: QuestionItem) -> Verdict | None:
        """The verdict of a question."""
        decision = item.row.decision
        return self.verdicts.get(decision.verdict_uid or "") if decision is not None else None

    @property
    def verdicts(self) -> Mapping[str, Verdict]:
        """The verdicts of the project, by uid."""
        if self._verdicts is None:
            self._verdicts = by_uid(self._session.project.verdicts())
        return self._verdicts

    def band(self, item: QuestionItem) -> str:
        """How good the best candidate is, and how many there are where that matters; nothing for what is decided."""
        row = item.row
        if not row.is_undecided or not row.candidates:
            return ""
        words = band_words(row.candidates[0].band)
        if row.state == "nothing":
            return translate("board", "weak candidate")
        if row.state == "several":
            return DOT.join((words, translate("board", "{count} in all").format(count=len(row.candidates))))
        return words

    # -- answers -------------------------------------------------------------------------------------------------------

    def answer_text(self, offer: Offer) -> str:
        """All of an answer, paragraphs parted by line ends."""
        if offer.answer is not None and self._paper is not None and offer.answer in self._paper.board.answers:
            return self._paper.board.answers[offer.answer].text
        return self._linked_text(offer.link) if offer.link is not None else ""

    def answer_meta(self, offer: Offer) -> str:
        """ "p. 21–22 · answer to D66"."""
        if offer.answer is not None and self._paper is not None and offer.answer in self._paper.board.answers:
            return self.loose_meta(self._paper.board.answers[offer.answer])
        if offer.link is None:
            return ""
        return DOT.join(
            part
            for part in (
                self._pages_of(offer.link.text_uid, offer.link.span),
                translate("board", "passage that was linked"),
            )
            if part
        )

    def no_answer(self) -> str:
        """What stands in place of an answer; never more than is known."""
        if self._paper is not None and self._paper.in_two_papers:
            title = short_title(self._paper.answering.title)
            return translate("board", "No answer found in “{title}”").format(title=title)
        return translate("board", "No answer found in this document")

    def loose_meta(self, answer: Answer) -> str:
        """The same for an answer of itself; in another paper than the question, that paper is named."""
        parts = [self._pages_of(self._answering_text, Span(answer.start, answer.end)), answer_words(answer)]
        if self._paper is not None and self._paper.in_two_papers:
            parts.append(short_title(self._paper.answering.title))
        return DOT.join(part for part in parts if part)

    # -- heads ---------------------------------------------------------------------------------------------------------

    def group_words(self, item: GroupItem) -> str:
        """The counts of a group; for a block without answers the reason."""
        if item.has_no_answers:
            reason = no_block_words(item.section, item.fractie)
            return DOT.join((reason, counted_questions(item.questions)))
        counts = zip(STATES, item.states, strict=True)
        states = [counted_state(state, count) for state, count in counts if count]
        return DOT.join((counted_questions(item.questions), *states))

    def section_counts(self, item: SectionItem) -> str:
        """ "5 blocks, 3 answered", or the number of questions."""
        if not item.blocks:
            return counted_questions(item.questions)
        if item.blocks == 1:
            words = translate("board", "1 block, {answered} answered")
        else:
            words = translate("board", "{count} blocks, {answered} answered")
        return words.format(count=item.blocks, answered=item.answered_blocks)

    # -- aloud ---------------------------------------------------------------------------------------------------------

    def spoken(self, item: Item) -> str:
        """A row as it is read aloud."""
        if isinstance(item, SectionItem):
            words = " ".join(part for part in (item.number, item.title) if part) or no_section()
            return ", ".join((words, self.section_counts(item), _folded(item.is_folded)))
        if isinstance(item, GroupItem):
            begin = translate("board", "No answer block.") + " " if item.has_no_answers else ""
            name = f"{item.fractie}: " if item.fractie else ""
            return f"{name}{begin}{self.group_words(item)}, {_folded(item.is_folded)}"
        if isinstance(item, LooseItem):
            words = translate("board", "Answer without a question")
            return f"{words}: {' '.join(item.answer.text.split())}, {self.loose_meta(item.answer)}"
        verdict = self.verdict(item)
        judged = (
            translate("board", "verdict: {verdict}").format(verdict=verdict_words(verdict))
            if verdict is not None
            else translate("board", "no verdict")
        )
        state = ", ".join(part for part in (state_words(item.row.state), self.band(item)) if part)
        name = ", ".join(part for part in (item.row.question.fractie, self.question_meta(item)) if part)
        return f"{state}. {name}: {self.question_quote(item.row.question)} {judged}"

    def spoken_answer(self, item: QuestionItem) -> str:
        """The answer of a question, or its best candidate, as it is read aloud."""
        offers = item.offers
        if not offers or item.row.state == "open":
            return self.no_answer()
        name = band_words(offers[0].candidate.band) if offers[0].candidate is not None else state_words("confirmed")
        return f"{name}, {self.answer_meta(offers[0])}: {' '.join(self.answer_text(offers[0]).split())}"

    def tooltip(self, item: Item) -> str:
        """What is cut in a row, or only shown as a sign."""
        if isinstance(item, SectionItem):
            return " ".join(part for part in (item.number, item.title) if part)
        if isinstance(item, GroupItem):
            return self.group_words(item)
        if isinstance(item, QuestionItem) and item.row.decision is not None:
            return item.row.decision.note
        return ""

    # -- places --------------------------------------------------------------------------------------------------------

    @property
    def _asking_text(self) -> str:
        return self._paper.asking.text_uid if self._paper is not None else ""

    @property
    def _answering_text(self) -> str:
        return self._paper.answering.text_uid if self._paper is not None else ""

    def _pages_of(self, text_uid: str, span: Span) -> str:
        found = self._pages.get((text_uid, span))
        if found is None:
            if text_uid not in self._places:
                self._places[text_uid] = Places(self._session.structure(text_uid))
            place = self._places[text_uid].of(span)
            found = place_words(Place(place.pages, place.file_pages), interface_language()).replace("-", "–")
            self._pages[text_uid, span] = found
        return found

    def _linked_text(self, link: UnitLink) -> str:
        return self._session.reading(link.text_uid).quote(link.span)


def no_section() -> str:
    """The head of questions that stand under no heading."""
    return translate("board", "Without a section")


def _folded(is_folded: bool) -> str:
    return translate("board", "folded") if is_folded else translate("board", "unfolded")
