"""The JSON form of questions and answers. Offsets are code points of the source text, half-open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.domain.model import ANSWERED_BY
from reader.domain.reference_targets import target_of
from reader.questions.links import unit_links
from reader.questions.pointers import pointers_of
from reader.questions.recognise import recognise_questions
from reader.questions.report import reason_words, report
from reader.questions.suggestions import suggest
from reader.text.structure import Structure

if TYPE_CHECKING:
    from reader.domain.model import Document, Span
    from reader.questions.exchange import Answer, Head, Question
    from reader.store.project import Project

Form = dict[str, Any]


def questions_form(project: Project, document: Document) -> Form:
    """What `questions --json` says of one paper; links are the user's, suggestions never count as links."""
    text = project.text(document.text_uid)
    structure = Structure.from_bytes(text.structure)
    exchange = recognise_questions(structure, text.body)
    links = unit_links(exchange, _answered_by(project, document))
    pairs = [(link.question, link.answer) for link in links]
    suggestions = suggest(exchange, decided=pairs)
    stated = report(exchange, suggestions, pairs)
    documents = project.documents()
    numbers = {paper.uid: number for number, paper in enumerate(documents, start=1)}

    def target(reference_id: str | None) -> int | None:
        paper = target_of(reference_id, documents, document) if reference_id else None
        return numbers[paper.uid] if paper else None

    return {
        "kind": exchange.kind,
        "head": _head_form(exchange.head),
        "questions": [
            question_form(question) | {"state": stated.states[question.id], "verdict": None}
            for question in exchange.questions
        ],
        "answers": [answer_form(answer) for answer in exchange.answers],
        "links": [{"question": link.question, "answer": link.answer, "origin": link.origin} for link in links],
        "suggestions": [
            {
                "question": one.question,
                "answer": one.answer,
                "rank": one.rank,
                "band": one.band,
                "reasons": reason_words(one.signals),
            }
            for one in suggestions
        ],
        "references": [
            {
                "answer": pointer.answer,
                "start": pointer.start,
                "end": pointer.end,
                "text": pointer.text,
                "target_answer": pointer.target,
                "target_document": target(pointer.reference.id if pointer.reference else None),
            }
            for pointer in pointers_of(exchange, structure, text.body)
        ],
        "blocks_without_answers": [
            {"section": block.section, "fractie": block.fractie, "questions": list(block.questions)}
            for block in exchange.blocks_without_answers
        ],
        "open": list(stated.open),
    }


def question_form(question: Question) -> Form:
    """A question as far as the paper itself tells."""
    return {
        "id": question.id,
        "label": question.label,
        "numbers": list(question.numbers),
        "start": question.start,
        "end": question.end,
        "core_start": question.core_start,
        "fractie": question.fractie,
        "section": question.section,
    }


def answer_form(answer: Answer) -> Form:
    """An answer as far as the paper itself tells."""
    return {
        "id": answer.id,
        "label": answer.label,
        "numbers": list(answer.numbers),
        "start": answer.start,
        "end": answer.end,
        "fracties": list(answer.fracties),
        "section": answer.section,
    }


def _answered_by(project: Project, document: Document) -> list[tuple[Span, Span, str]]:
    marked = {highlight.uid: highlight for highlight in project.highlights(document.uid)}
    return [
        (marked[link.source_uid].span, marked[link.target_uid].span, link.origin)
        for link in project.links(document_uid=document.uid)
        if link.kind_uid == ANSWERED_BY.uid and link.source_uid in marked and link.target_uid in marked
    ]


def _head_form(head: Head | None) -> Form | None:
    if head is None:
        return None
    return {
        "askers": [{"name": person.name, "party": person.party} for person in head.askers],
        "addressees": list(head.addressees),
        "subject": head.subject,
        "sent": head.sent,
        "answered": head.answered,
        "days": head.days,
        "answered_by": list(head.answered_by),
        "on_behalf_of": list(head.on_behalf_of),
        "delay_notice": head.is_delay_notice,
    }
