"""The references inside the answers of papers: found in the background, as chips and in the text, and opened."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from reader.domain.citation import place_words
from reader.domain.dates import date_words
from reader.domain.model import REFERS_TO, Document, Span
from reader.edit import links
from reader.exporters.places import place_of
from reader.models.documents import facts_of, interface_language
from reader.models.jobs import Job
from reader.models.questions import PaperQuestions, ProjectQuestions
from reader.models.session import Session
from reader.questions.exchange import Exchange
from reader.questions.numbering import unit_numbers
from reader.questions.references import Mention, Target, cited_paper, letter_date, mentions_of, targets_of
from reader.text.reading import ReadingText
from reader.text.structure import Reference
from reader.ui.link_preview import in_context
from reader.ui.pane_units import PaneUnits
from reader.ui.reference_card import PointerChip, ReferenceCard, ShownTarget
from reader.ui.theme import Theme
from reader.ui.unit_words import unit_words

POINTER = "pointer"  # the kind of a Reference that means an answer of the same paper
LONGEST_CHIP = 42  # characters


@dataclass(frozen=True)
class _Known:
    """The references of one paper's answers, as they are in these units."""

    exchange: Exchange
    mentions: tuple[Mention, ...]


class ReferenceChips(QObject):
    """Gives the references of answers. `changed`: those of a paper (PaperQuestions) are known, or are others now."""

    changed = Signal(object)
    open_requested = Signal(str, object)  # uid of a paper, Span

    def __init__(
        self, session: Session, theme: Theme, questions: ProjectQuestions, units: PaneUnits, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._questions, self._units = session, questions, units
        self._known: WeakKeyDictionary[PaperQuestions, _Known] = WeakKeyDictionary()
        self._jobs: dict[Job, PaperQuestions] = {}
        self._opened: tuple[Document, Mention] | None = None
        self.card = ReferenceCard(theme, window)
        self.card.open_requested.connect(self._on_open)
        self.card.link_requested.connect(self._on_link)
        units.changed.connect(self._on_units_changed)

    # -- what there is -------------------------------------------------------------------------------------------------

    def chips_of(self, paper: PaperQuestions) -> dict[str, tuple[PointerChip, ...]]:
        """The references in each answer by its id; those not known yet are looked for, and `changed` tells of them."""
        self._look_for(paper)
        known = self._known.get(paper)
        found: dict[str, list[PointerChip]] = {}
        for mention in known.mentions if known is not None else ():
            chip = PointerChip(_id(paper, mention), _short(mention.text), self.meaning(paper, mention))
            chips = found.setdefault(mention.answer, [])
            if all((chip.text, chip.tooltip) != (other.text, other.tooltip) for other in chips):
                chips.append(chip)
        return {answer: tuple(chips) for answer, chips in found.items()}

    def meaning(self, paper: PaperQuestions, mention: Mention) -> str:
        """What a reference means, in a few words."""
        if mention.answers:
            answers, numbers = paper.board.answers, unit_numbers(paper.exchange)
            return " · ".join(unit_words(answers[one], numbers[one]) for one in mention.answers if one in answers)
        found = cited_paper(mention, self._session.project.documents(), paper.answering)
        if found is None:
            return self._missing(mention, paper.answering)
        guess = self._guess(mention, paper.answering)
        return ", ".join(part for part in (found.title, guess or facts_of(found)) if part)

    def card_id(self, document: Document, reference: Reference) -> str:
        """The id by which a reference in the text of a paper has a card: where what it means is not plain; else ""."""
        for paper, known in self._known.items():
            if paper.answering.text_uid == document.text_uid:
                for mention in known.mentions:
                    plain = bool(mention.reference_id) and not mention.lacks_year
                    if (mention.start, mention.end) == (reference.start, reference.end) and not plain:
                        return _id(paper, mention)
        return ""

    def open_card(self, chip_id: str, at: QPoint) -> None:
        """Show what a reference means, near a global point."""
        found = self._mention(chip_id)
        if found is None:
            return
        paper, exchange, mention = found
        project, citing = self._session.project, paper.answering
        targets = targets_of(mention, exchange, citing, project.documents(), self._reading)
        self._opened = (citing, mention)
        shown = [self._shown(exchange, citing, mention, target) for target in targets]
        self.card.show_reference(mention.text, shown, self._missing(mention, citing), at)

    def _mention(self, chip_id: str) -> tuple[PaperQuestions, Exchange, Mention] | None:
        for paper, known in self._known.items():
            for mention in known.mentions:
                if _id(paper, mention) == chip_id:
                    return paper, known.exchange, mention
        return None

    def _reading(self, text_uid: str) -> ReadingText:
        return self._session.reading(text_uid)

    def _shown(self, exchange: Exchange, citing: Document, mention: Mention, target: Target) -> ShownTarget:
        document = self._session.project.document(target.document_uid)
        place = place_words(
            place_of(self._session.structure(document.text_uid), target.span),
            interface_language(),
            chapters=document.kind.startswith(("ngo", "rapport")),
        )
        answer = next((one for one in exchange.answers if one.id == target.answer), None)
        if answer is not None:
            place = " · ".join((unit_words(answer, unit_numbers(exchange)[answer.id]), place))
        guess = [self._guess(mention, citing)]
        if target.by_words:
            guess.append(self.tr("Passage: the one that shares most words"))
        excerpt = in_context(self._reading(document.text_uid), target.span)
        linked = self._is_linked(citing, mention.span, document, target.span)
        return ShownTarget(target, document.title, place, *excerpt, "\n".join(filter(None, guess)), linked)

    def _guess(self, mention: Mention, citing: Document) -> str:
        """The date of a letter whose year the text does not give; "" for other references."""
        inferred = letter_date(mention.reference_id, citing)
        if inferred is None:
            return ""
        return self.tr("{date} (year inferred)").format(date=date_words(inferred, interface_language()))

    def _missing(self, mention: Mention, citing: Document) -> str:
        """Why a reference has no target."""
        if not mention.reference_id:
            return self.tr("Which answer is meant is not certain.")
        guess = self._guess(mention, citing)
        missing = self.tr("Not in this project.")
        return f"{guess}. {missing}" if guess else missing

    def _is_linked(self, citing: Document, source: Span, document: Document, target: Span) -> bool:
        project = self._session.project
        ends = {one.uid for one in project.highlights_at(document.text_uid, target)}
        return any(
            link.kind_uid == REFERS_TO.uid and link.source_uid == one.uid and link.target_uid in ends
            for one in project.highlights_at(citing.text_uid, source)
            for link in project.links(highlight_uid=one.uid)
        )

    # -- what is done with them ----------------------------------------------------------------------------------------

    def _on_open(self, target: Target) -> None:
        self.open_requested.emit(target.document_uid, target.span)

    def _on_link(self, target: Target) -> None:
        if self._opened is not None:
            citing, mention = self._opened
            project, author = self._session.project, self._session.author
            ends = (citing.uid, mention.span), (target.document_uid, target.span)
            self._session.attempt(lambda: links.link(project, *ends, REFERS_TO.uid, author=author, origin="suggestion"))

    # -- in the background ---------------------------------------------------------------------------------------------

    def _on_units_changed(self) -> None:
        for paper in self._units.papers:
            self._look_for(paper)
        self._show_in_panes()

    def _look_for(self, paper: PaperQuestions) -> None:
        known = self._known.get(paper)
        asked = paper in self._jobs.values()
        if asked or paper.stage == "waiting" or (known is not None and known.exchange is paper.exchange):
            return
        project, exchange, text_uid = self._session.project, paper.exchange, paper.answering.text_uid
        structure = self._session.structure(text_uid)

        def work(_job: Job) -> tuple[Exchange, tuple[Mention, ...]]:
            from reader.questions.pointers import pointers_of

            return exchange, mentions_of(pointers_of(exchange, structure, project.body(text_uid)))

        title = self.tr("Looking for references")
        job = self._questions.jobs.start(title, work, self._on_found, self._on_failed, quiet=True)
        self._jobs[job] = paper

    def _on_found(self, found: tuple[Exchange, tuple[Mention, ...]]) -> None:
        paper = self._forget_job()
        if paper is None:
            return
        self._known[paper] = _Known(*found)
        self._look_for(paper)  # its units may be others by now
        self._show_in_panes()
        self.changed.emit(paper)

    def _on_failed(self, error: Exception) -> None:
        self._forget_job()
        raise error

    def _forget_job(self) -> PaperQuestions | None:
        job = self.sender()
        return self._jobs.pop(job, None) if isinstance(job, Job) else None

    def _show_in_panes(self) -> None:
        """Mark in the text what says by number or page which answer is meant."""
        for pane in self._units.pane_row.panes:
            paper = self._units.paper_of(pane, "answer")
            known = self._known.get(paper) if paper is not None else None
            shown = [one for one in known.mentions if one.is_by_place] if known is not None else []
            ids = [_id(paper, one) for one in shown] if paper is not None else []
            pane.view.set_pointers(
                [Reference(POINTER, name, one.start, one.end, one.text) for name, one in zip(ids, shown, strict=True)]
            )


def _id(paper: PaperQuestions, mention: Mention) -> str:
    return f"{paper.asking.uid}/{paper.answering.uid}/{mention.answer}/{mention.start}-{mention.end}"


def _short(text: str) -> str:
    """The words of a chip; from long ones the middle is left out, for the end tells most."""
    words = " ".join(text.split())
    if len(words) <= LONGEST_CHIP:
        return words
    head, tail = words[:14].rsplit(" ", 1)[0], words[-(LONGEST_CHIP - 16) :].split(" ", 1)[-1]
    return f"{head} … {tail}"
