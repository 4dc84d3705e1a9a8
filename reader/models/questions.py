"""Questions and answers of papers in an open project: recognised in the background, kept up to date after every act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from weakref import WeakValueDictionary

from PySide6.QtCore import QObject, Signal

from reader.domain.changes import ChangeSet
from reader.domain.errors import ReaderError
from reader.domain.model import ANSWERED_BY, Decision, Document, Highlight, Link, Rejection, SetUnit, Span
from reader.edit.lookup import Lookup
from reader.models.finding import found_in
from reader.models.highlights import DocumentMarks
from reader.models.jobs import Job, Jobs, JobStopped
from reader.models.session import Session
from reader.questions.board import Board, board_of
from reader.questions.exchange import NOTHING, Exchange
from reader.questions.links import Decided, MarkedLink, decided_of
from reader.questions.suggestions import Suggestion, suggest, suggest_in_group

if TYPE_CHECKING:
    from reader.models.partners import Partners
    from reader.questions.finding import Found
    from reader.questions.matching import Weights

Stage = Literal["waiting", "units", "board"]  # what is known: nothing yet, the units, or also which belong together


@dataclass(frozen=True, slots=True)
class _Known:
    """What a job found, and in which texts."""

    texts: tuple[str, ...]
    found: Found
    stage: Stage

    def recognised(self, text_uid: str) -> Exchange | None:
        """What is recognised in a text by the rules alone."""
        return dict(zip(self.texts, self.found.recognised, strict=True)).get(text_uid)


class PaperQuestions(QObject):
    """The questions of one paper and their answers, in the same paper or in another.

    `changed` carries the ids of the questions whose row differs, or None when the units themselves may. `failed`
    carries a ReaderError. `progress` tells how far the work in the background is, 0..1.
    """

    changed = Signal(object)
    progress = Signal(float)
    failed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, asking: Document, answering: Document) -> None:
        super().__init__()
        self._session, self._jobs = session, jobs
        self.asking, self.answering = asking, answering
        self.stage: Stage = "waiting"
        self.board = Board(NOTHING, ())
        self.decided = Decided()
        self._wanted: Stage = "waiting"
        self._known: _Known | None = None
        self._suggestions: dict[int, tuple[Suggestion, ...]] = {}  # by group; by 0 where there are no groups
        self._job: Job | None = None
        self._marks: tuple[DocumentMarks, ...] = ()
        session.changed.connect(self._on_changed)

    @property
    def is_busy(self) -> bool:
        """Whether work goes on in the background."""
        return self._job is not None

    @property
    def exchange(self) -> Exchange:
        return self.board.exchange

    @property
    def weights(self) -> Weights | None:
        """The comparison of a consultation's units, once the board is there."""
        return self._known.found.weights if self._known is not None else None

    @property
    def in_two_papers(self) -> bool:
        """Whether the answers are looked for in another paper."""
        return self.asking.uid != self.answering.uid

    @property
    def suggestions(self) -> Iterator[Suggestion]:
        """All proposals, group by group."""
        return (one for _, found in sorted(self._suggestions.items()) for one in found)

    def want_units(self) -> None:
        """Recognise the questions and answers, unless that was done."""
        self._want("units")

    def want_board(self) -> None:
        """Propose answers too, unless that was done."""
        self._want("board")

    def stop_looking(self) -> None:
        """Stop the work in the background; what was found before stays, and asking again begins anew."""
        if self._job is not None:
            self._job.cancel()

    def question_place(self, question: str) -> tuple[str, Span]:
        """Where a question stands: the paper's uid and the span in its source text. Raises KeyError."""
        unit = self.board.rows[question].question
        return self.asking.uid, Span(unit.start, unit.end)

    def answer_place(self, answer: str) -> tuple[str, Span]:
        """Where an answer stands: the paper's uid and the span in its source text. Raises KeyError."""
        unit = self.board.answers[answer]
        return self.answering.uid, Span(unit.start, unit.end)

    # -- in the background ---------------------------------------------------------------------------------------------

    def _want(self, stage: Stage) -> None:
        order: tuple[Stage, ...] = ("waiting", "units", "board")
        if order.index(stage) > order.index(self._wanted):
            self._wanted = stage
        if order.index(self._wanted) > order.index(self.stage) and self._job is None:
            self._start()

    def _start(self) -> None:
        """Begin the work anew, with what is known already; a job that runs is stopped."""
        if self._job is not None:
            self._job.cancel()
        project, before, stage = self._session.project, self._known, self._wanted
        papers = tuple(dict.fromkeys((self.asking.text_uid, self.answering.text_uid)))
        set_units = {
            self.asking.text_uid: project.set_units(self.asking.uid),
            self.answering.text_uid: project.set_units(self.answering.uid),
        }

        def work(job: Job) -> _Known:
            return _find(project, papers, set_units, before, stage, job)

        self._job = self._jobs.start(
            self.tr("Looking for questions and answers"), work, self._on_found, self._on_failed, quiet=stage == "units"
        )
        self._job.progress.connect(self._on_progress)

    def _on_progress(self, share: float, _detail: str) -> None:
        if self.sender() is self._job:
            self.progress.emit(share)

    def _on_found(self, found: _Known) -> None:
        if self.sender() is not self._job:
            return  # of a job that was started anew since
        self._job = None
        self._known, self.stage = found, found.stage
        self._suggestions = {}
        self._decide(anew=True)
        self._want(self._wanted)

    def _on_failed(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        if isinstance(error, JobStopped):
            self._wanted = self.stage
            self.changed.emit(None)
        elif isinstance(error, ReaderError):
            self._wanted = self.stage
            self.failed.emit(error)
        else:
            raise error

    # -- acts ----------------------------------------------------------------------------------------------------------

    def _on_changed(self, change_set: ChangeSet) -> None:
        texts = {self.asking.text_uid, self.answering.text_uid}
        if change_set.touches(Document):
            for change in change_set.of(Document):
                if isinstance(change.after, Document):
                    self._rename(change.after)
        if change_set.touches(SetUnit) and any(
            isinstance(change.entity, SetUnit) and change.entity.text_uid in texts for change in change_set.of(SetUnit)
        ):
            if self._wanted != "waiting":
                self._start()
        elif change_set.touches(Link, Rejection, Decision) or any(
            isinstance(change.before, Highlight)
            and isinstance(change.after, Highlight)
            and change.before.span != change.after.span
            for change in change_set.of(Highlight)
        ):
            self._decide()

    def _rename(self, document: Document) -> None:
        other_text = False
        for name in ("asking", "answering"):
            if getattr(self, name).uid == document.uid:
                other_text |= getattr(self, name).text_uid != document.text_uid
                setattr(self, name, document)
        if other_text and self._wanted != "waiting":
            self._marks, self._known, self.stage = (), None, "waiting"
            self._start()

    def _decide(self, *, anew: bool = False) -> None:
        """Take over what the user decided, and align again the groups in which that changed."""
        if self._known is None:
            return
        exchange, weights = self._known.found.exchange, self._known.found.weights
        before, board = self.decided, self.board
        project = self._session.project
        self.decided = decided_of(
            exchange,
            self.asking.text_uid,
            self.answering.text_uid,
            self._links(),
            project.rejections(self.asking.uid),
            project.decisions(self.asking.uid),
        )
        if self.stage == "board":
            pairs, rejected = self.decided.pairs, self.decided.rejected
            touched = {question for question, _ in (pairs ^ before.pairs) | (rejected ^ before.rejected)}
            for group in _groups(exchange, weights, None if anew or not self._suggestions else touched):
                if weights is not None:
                    self._suggestions[group] = tuple(suggest_in_group(exchange, weights, group, pairs, rejected))
                else:
                    self._suggestions[group] = suggest(exchange, decided=pairs, rejected=rejected)
        self.board = board_of(exchange, self.suggestions, self.decided)
        if anew or exchange is not board.exchange:
            self.changed.emit(None)
        else:
            differing = {name for name, row in self.board.rows.items() if board.rows.get(name) != row}
            if differing:
                self.changed.emit(frozenset(differing))

    def _links(self) -> list[MarkedLink]:
        if not self._marks:  # held, so that they are not read again after every act
            self._marks = tuple(self._session.marks(paper) for paper in {self.asking, self.answering})
        links = {link.uid: link for marks in self._marks for link in marks.links() if link.kind_uid == ANSWERED_BY.uid}
        found = []
        for link in links.values():
            source, target = self._highlight(link.source_uid), self._highlight(link.target_uid)
            found.append(MarkedLink(link.uid, source.text_uid, source.span, target.text_uid, target.span, link.origin))
        return found

    def _highlight(self, uid: str) -> Highlight:
        here = (marks.highlight(uid) for marks in self._marks)
        return next((one for one in here if one is not None), None) or self._session.project.highlight(uid)


def _groups(exchange: Exchange, weights: Weights | None, questions: set[str] | None) -> list[int]:
    """The groups of these questions, all when None; one group where nothing is weighed."""
    if weights is None:
        return [0] if questions is None or questions else []
    if questions is None:
        return list(range(len(weights.arrangement.groups)))
    places = (place for place, question in enumerate(exchange.questions) if question.id in questions)
    return sorted({weights.arrangement.group_of[place] for place in places})


def _find(
    project: Lookup,
    texts: tuple[str, ...],
    set_units: dict[str, list[SetUnit]],
    before: _Known | None,
    stage: Stage,
    job: Job,
) -> _Known:
    """The work of the job: recognise, take the user's units, compare. Raises JobStopped when it is cancelled."""
    from reader.questions.finding import Paper

    papers = tuple(
        Paper(
            project.body(text_uid),
            project.structure(text_uid),
            tuple(one for one in set_units[text_uid] if one.text_uid == text_uid),
            before.recognised(text_uid) if before is not None else None,
        )
        for text_uid in texts
    )
    weights = before.found.weights if before is not None else None
    weighed = stage == "board"
    return _Known(texts, found_in(papers, lone=len(texts) > 1, weighed=weighed, before=weights, step=job.step), stage)


def _not_offered(_error: Exception) -> None:
    """What was only to be offered, and could not be found out."""


class ProjectQuestions(QObject):
    """Gives the questions of the papers of a project, each once for all who show them."""

    partners_found = Signal(str, object)  # the uid of a paper, list of Partners

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.jobs = Jobs(self)
        self._papers: WeakValueDictionary[tuple[str, str], PaperQuestions] = WeakValueDictionary()

    def paper(self, asking: Document, answering: Document | None = None) -> PaperQuestions:
        """The questions of a paper with their answers in it, or in another paper. Hold it while it is of use."""
        other = answering or asking
        key = (asking.uid, other.uid)
        found = self._papers.get(key)
        if found is None:
            found = self._papers[key] = PaperQuestions(self._session, self.jobs, asking, other)
        return found

    def look_for_partners(self, document: Document) -> None:
        """Look in the background for the other half of a paper of only questions or only answers: `partners_found`."""
        project, uid = self._session.project, document.uid

        def work(job: Job) -> tuple[str, list[Partners]]:
            from reader.models.partners import find_partners

            return uid, find_partners(project, document, job)

        self.jobs.start(
            self.tr("Looking for papers that belong together"), work, self._on_partners, _not_offered, quiet=True
        )

    def _on_partners(self, found: tuple[str, list[Partners]]) -> None:
        self.partners_found.emit(*found)

    def stop(self) -> None:
        """Stop the work in the background, for good; for closing the project."""
        self.jobs.end()
