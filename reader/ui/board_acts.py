"""The acts of the questions board on a question and what is shown beside it; each is one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.domain.changes import ChangeSet
from reader.domain.dates import date_words
from reader.domain.model import Rejection, Span, UnitRole, Verdict
from reader.edit import questions as acts
from reader.edit import units
from reader.edit.links import remove_link
from reader.models.board_items import Offer, QuestionItem
from reader.models.documents import interface_language
from reader.models.questions import PaperQuestions
from reader.models.session import Session
from reader.questions.links import UnitFinder, UnitLink
from reader.questions.phrases import sentences_of

Place = tuple[str, Span]  # uid of a paper, span of its source text
translate = QCoreApplication.translate


class BoardActs:
    """Performs acts on one paper's questions. Each gives whether it was done; a refusal is told by the session."""

    def __init__(self, session: Session, paper: PaperQuestions) -> None:
        self._session, self._paper = session, paper

    # -- decisions -----------------------------------------------------------------------------------------------------

    def accept(self, item: QuestionItem, offer: Offer) -> bool:
        """Make the link to a candidate."""
        if offer.candidate is None:
            return False
        question, answer = self._paper.question_place(item.id), self._paper.answer_place(offer.candidate.answer)
        return self._session.attempt(
            lambda: acts.accept(
                self._session.project, question, answer, decision=item.row.decision, author=self._session.author
            )
        )

    def accept_all(self, pairs: Sequence[tuple[str, str]]) -> bool:
        """Make the links of these pairs of a question and an answer (ids), in one step."""
        places = [(self._paper.question_place(one), self._paper.answer_place(other)) for one, other in pairs]
        return self._session.attempt(
            lambda: acts.accept_all(self._session.project, places, author=self._session.author)
        )

    def reject(self, item: QuestionItem, offer: Offer) -> bool:
        """Reject a candidate for good, or take a link away, which is then not proposed again either."""
        project = self._session.project
        if offer.answer is None:
            if offer.link is None:
                return False
            uid = offer.link.uid
            return self._session.attempt(lambda: remove_link(project, uid))
        question, answer = self._paper.question_place(item.id), self._paper.answer_place(offer.answer)
        link = offer.link.uid if offer.link is not None else None
        return self._session.attempt(
            lambda: acts.reject(project, question, answer, link_uid=link, author=self._session.author)
        )

    def withdraw(self, rejection_uid: str) -> bool:
        """Let a rejected answer be proposed again."""
        return self._session.attempt(lambda: acts.withdraw_rejection(self._session.project, rejection_uid))

    def set_open(self, item: QuestionItem, is_open: bool) -> bool:
        """Say that a question was looked at and has no answer here, or take that back."""
        question = self._paper.question_place(item.id)
        return self._session.attempt(
            lambda: acts.set_open(
                self._session.project, question, is_open, decision=item.row.decision, author=self._session.author
            )
        )

    def set_verdict(self, item: QuestionItem, verdict: Verdict | None) -> bool:
        """Judge how a question was answered; None takes the verdict away."""
        question, uid = self._paper.question_place(item.id), verdict.uid if verdict is not None else None
        return self._session.attempt(
            lambda: acts.set_verdict(
                self._session.project, question, uid, decision=item.row.decision, author=self._session.author
            )
        )

    def add_verdict(self, name: str) -> Verdict | None:
        """Add a verdict of the user's own; None when it was refused."""
        known = {verdict.uid for verdict in self._session.project.verdicts()}
        if not self._session.attempt(lambda: acts.add_verdict(self._session.project, name)):
            return None
        return next((one for one in self._session.project.verdicts() if one.uid not in known), None)

    def note(self, place: Span, text: str) -> ChangeSet:
        """The act that puts a note with the question at a place."""
        rows = self._paper.board.rows
        unit = UnitFinder(self._paper.exchange.questions).at(place)
        decision = rows[unit].decision if unit is not None and unit in rows else None
        return acts.set_question_note(
            self._session.project,
            (self._paper.asking.uid, place),
            text,
            decision=decision,
            author=self._session.author,
        )

    # -- units ---------------------------------------------------------------------------------------------------------

    def sentences(self, role: UnitRole, unit: str) -> list[tuple[str, int]]:
        """The sentences of a unit, each with where it begins in the source text (code points)."""
        uid, span = self.place(role, unit)
        reading = self._session.reading(self._session.project.document(uid).text_uid)
        found = []
        for start, end in reading.shown_ranges(span):
            text = reading.text[start:end]
            found += [
                (text[one.start : one.end], reading.source_span(start + one.start, start + one.end).start)
                for one in sentences_of(text)
            ]
        return found

    def split(self, role: UnitRole, unit: str, at: int) -> bool:
        """Cut a unit in two at a place in the source text."""
        uid, span = self.place(role, unit)
        return self._session.attempt(
            lambda: units.split_unit(self._session.project, uid, role, span, at, author=self._session.author)
        )

    def merge(self, question: str, following: str | None) -> bool:
        """Make one question of two; without a following one that is refused."""
        uid, span = self._paper.question_place(question)
        spans = [span] if following is None else [span, self._paper.question_place(following)[1]]
        return self._session.attempt(
            lambda: units.merge_units(self._session.project, uid, "question", spans, author=self._session.author)
        )

    def drop(self, role: UnitRole, unit: str) -> bool:
        """Say that a unit is no question or answer at all."""
        uid, span = self.place(role, unit)
        return self._session.attempt(
            lambda: units.drop_unit(self._session.project, uid, role, span, author=self._session.author)
        )

    def restore(self, role: UnitRole, unit: str) -> bool:
        """Go back to what the program recognises at a unit."""
        uid, span = self.place(role, unit)
        return self._session.attempt(lambda: units.restore_units(self._session.project, uid, span))

    def was_changed(self, role: UnitRole, unit: str) -> bool:
        """Whether the user changed the ends of this unit."""
        uid, span = self.place(role, unit)
        return any(one.span.overlaps(span) and one.role == role for one in self._session.project.set_units(uid))

    # -- facts ---------------------------------------------------------------------------------------------------------

    def place(self, role: UnitRole, unit: str) -> Place:
        """Where a unit stands. Raises KeyError for an unknown one."""
        return self._paper.question_place(unit) if role == "question" else self._paper.answer_place(unit)

    def offer_place(self, offer: Offer | None) -> Place | None:
        """Where the answer of an offer stands."""
        if offer is None:
            return None
        if offer.answer is not None:
            return self._paper.answer_place(offer.answer)
        assert offer.link is not None
        return self._linked_place(offer.link)

    def rejections(self, question: str) -> list[tuple[Rejection, str]]:
        """What was rejected for a question, with the id of the answer."""
        if not any(one == question for one, _answer in self._paper.decided.rejected):
            return []
        questions, answers = UnitFinder(self._paper.exchange.questions), UnitFinder(self._paper.exchange.answers)
        found = []
        for one in self._session.project.rejections(self._paper.asking.uid):
            answer = answers.at(one.answer_span)
            if (question, answer) in self._paper.decided.rejected and questions.at(one.question_span) == question:
                found.append((one, answer or ""))
        return found

    def history(self, link: UnitLink) -> str:
        """Who made a link, when, and from what."""
        made = self._session.project.link(link.uid)
        date = date_words(made.created_at[:10], interface_language())
        if made.origin == "suggestion":
            words = (
                translate("board", "Accepted by {author} on {date}, from a suggestion of the program.")
                if made.author
                else translate("board", "Accepted on {date}, from a suggestion of the program.")
            )
        else:
            words = (
                translate("board", "Linked by {author} on {date}.")
                if made.author
                else translate("board", "Linked by hand on {date}.")
            )
        return words.format(author=made.author, date=date)

    def _linked_place(self, link: UnitLink) -> Place | None:
        project = self._session.project
        made = project.link(link.uid)
        ends = (project.highlight(made.source_uid), project.highlight(made.target_uid))
        end = next((one for one in ends if one.text_uid == link.text_uid and one.span == link.span), None)
        return (end.document_uid, end.span) if end is not None else None
