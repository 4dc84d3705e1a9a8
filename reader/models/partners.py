"""Papers that belong together: questions in one, and in another perhaps their answers."""

from __future__ import annotations

from dataclasses import dataclass

from reader.domain.model import Document
from reader.edit.lookup import Lookup
from reader.models.jobs import Job
from reader.questions.likeness import content_words, stem_of
from reader.questions.recognise import recognise_questions
from reader.questions.two_papers import Ground, Side, grounds_to_pair
from reader.text.structure import Structure


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
        body, structure = project.body(paper.text_uid), Structure.from_bytes(project.structure(paper.text_uid))
        return Side(recognise_questions(structure, body, lone=True), paper.title, paper.dossiers)

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


def _may_belong(one: Document, other: Document) -> bool:
    subjects = [frozenset(stem_of(word) for word in content_words(paper.title)) for paper in (one, other)]
    return bool(set(one.dossiers) & set(other.dossiers)) or len(subjects[0] & subjects[1]) >= 2
