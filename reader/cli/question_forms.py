"""The JSON form of questions and answers. Offsets are code points of the source text, half-open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sized
from typing import TYPE_CHECKING, Any

from reader.domain.model import ANSWERED_BY
from reader.domain.reference_targets import target_of
from reader.questions.board import STATES, board_of
from reader.questions.links import MarkedLink, decided_of
from reader.questions.pointers import pointers_of
from reader.questions.reasons import reason_words
from reader.questions.recognise import recognise_questions
from reader.questions.suggestions import suggest
from reader.questions.units import with_set_units
from reader.text.structure import Structure

if TYPE_CHECKING:
    from reader.domain.model import Decision, Document
    from reader.questions.board import State
    from reader.questions.exchange import Answer, Head, Question
    from reader.store.project import Project

Form = dict[str, Any]


def questions_form(project: Project, document: Document) -> Form:
    """What `questions --json` says of one paper; links are the user's, suggestions never count as links."""
    text = project.text(document.text_uid)
    structure = Structure.from_bytes(text.structure)
    set_units = [one for one in project.set_units(document.uid) if one.text_uid == text.uid]
    exchange = with_set_units(recognise_questions(structure, text.body), structure, text.body, set_units)
    rejections, decisions = project.rejections(document.uid), project.decisions(document.uid)
    links = _answered_by(project, document)
    decided = decided_of(exchange, text.uid, text.uid, links, rejections, decisions)
    suggestions = suggest(exchange, decided=decided.pairs, rejected=decided.rejected)
    board = board_of(exchange, suggestions, decided)
    rows = board.rows
    verdicts = {verdict.uid: verdict.name for verdict in project.verdicts()}
    documents = project.documents()
    numbers = {paper.uid: number for number, paper in enumerate(documents, start=1)}

    def target(reference_id: str | None) -> int | None:
        paper = target_of(reference_id, documents, document) if reference_id else None
        return numbers[paper.uid] if paper else None

    return {
        "kind": exchange.kind,
        "head": _head_form(exchange.head),
        "questions": [
            question_form(row.question) | {"state": row.state, "verdict": _verdict(row.decision, verdicts)}
            for row in rows.values()
        ],
        "answers": [answer_form(answer) for answer in exchange.answers],
        "links": [{"question": link.question, "answer": link.answer, "origin": link.origin} for link in decided.links],
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
        "open": list(board.open),
    }


def questions_lines(form: Form) -> list[str]:
    """What `questions` says without `--json`: the counts of a form of `questions_form`, the largest grain first."""
    questions, blocks = form["questions"], form["blocks_without_answers"]
    lines = [f"{form['kind']}: {_count(questions, 'question')}, {_count(form['answers'], 'answer')}"]
    if form["kind"] == "consultation":
        cells = len({(question["section"], question["fractie"]) for question in questions})
        lines.append(
            f"  {cells} question cells (section and fractie), {cells - len(blocks)} answered, "
            f"{len(blocks)} without an answer block"
        )
    for block in blocks:
        place = ", ".join(part for part in (block["section"], block["fractie"]) if part)
        lines.append(f"  no answer addressed to {place}: {_count(block['questions'], 'question')}")
    states = Counter(question["state"] for question in questions)
    lines += [f"  {states[state]:>4} {_STATES[state]}" for state in STATES if questions]
    verdicts = Counter(question["verdict"] for question in questions if question["verdict"])
    lines += [f"  {count:>4} judged “{verdict}”" for verdict, count in sorted(verdicts.items())]
    return lines


_STATES: dict[State, str] = {
    "confirmed": "confirmed",
    "suggested": "with a proposed answer",
    "several": "with several proposed answers",
    "nothing": "nothing found",
    "open": "checked, open",
}


def _count(things: Sized, name: str) -> str:
    return f"{len(things)} {name}" if len(things) == 1 else f"{len(things)} {name}s"


def _verdict(decision: Decision | None, names: dict[str, str]) -> str | None:
    return names.get(decision.verdict_uid) if decision is not None and decision.verdict_uid is not None else None


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


def _answered_by(project: Project, document: Document) -> list[MarkedLink]:
    found = []
    for link in project.links(document_uid=document.uid):
        if link.kind_uid == ANSWERED_BY.uid:
            asked, replied = project.highlight(link.source_uid), project.highlight(link.target_uid)
            ends = (asked.text_uid, asked.span, replied.text_uid, replied.span)
            found.append(MarkedLink(link.uid, *ends, link.origin))
    return found


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
