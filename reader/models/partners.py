"""Papers that belong together: questions in one, and in another perhaps their answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.domain.model import Document
from reader.edit.lookup import Lookup
from reader.models.finding import found_in
from reader.models.jobs import Job, JobStopped
from reader.questions.finding import Paper
from reader.questions.likeness import content_words, stem_of
from reader.questions.two_papers import Ground, Side, grounds_to_pair


@dataclass(frozen=True, slots=True)
class Partners:
    """Questions in one paper whose answers may stand in another, and why that is thought."""

    asking: Document
    answering: Document
    grounds: tuple[Ground, ...]


def find_partners(project: Lookup, document: Document, job: Job) -> list[Partners]:
    """The papers that may hold the answers to a paper's questions, or the questions to its answers; the work of a job.

    Nothing for a paper that has both. Only papers of the same dossier or with words of the title in common are read.
    Raises JobStopped when it is cancelled.
    """

    def side(paper: Document) -> Side:
        one = Paper(project.body(paper.text_uid), project.structure(paper.text_uid))
        return Side(found_in((one,), lone=True, step=_looking(job)).exchange, paper.title, paper.dossiers)

    own = side(document)
    if bool(own.exchange.questions) == bool(own.exchange.answers):
        return []
    others = [one for one in project.documents() if one.uid != document.uid and _may_belong(document, one)]
    found = []
    for number, other in enumerate(others):
        job.step(number / len(others))
        theirs = side(other)
        pairs = (((document, own), (other, theirs)), ((other, theirs), (document, own)))
        for (asking, one), (answering, another) in pairs:
            grounds = grounds_to_pair(one, another)
            if grounds and not (one.exchange.answers and another.exchange.questions):
                found.append(Partners(asking, answering, grounds))
    return found


def _looking(job: Job) -> Callable[[float], None]:
    def step(_share: float) -> None:
        if job.is_cancelled():
            raise JobStopped

    return step


def _may_belong(one: Document, other: Document) -> bool:
    subjects = [frozenset(stem_of(word) for word in content_words(paper.title)) for paper in (one, other)]
    return bool(set(one.dossiers) & set(other.dossiers)) or len(subjects[0] & subjects[1]) >= 2
