"""Questions and answers in a few words: the badge in the margin, and the line that says what each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from reader.domain.model import Verdict
from reader.models.questions import PaperQuestions
from reader.questions.board import Row
from reader.questions.exchange import Answer, Question
from reader.questions.numbering import unit_numbers
from reader.ui.translating import QT_TRANSLATE_NOOP
from reader.ui.unit_marks import UnitMark

_CONTEXT = "UnitWords"
LONGEST_BADGE = 4  # characters of the number in a badge; more has no room in the margin
LONGEST_SECTION = 40  # characters of the title of a section; a longer one says more about the paper
_LETTERS = {
    "question": QT_TRANSLATE_NOOP("UnitWords", "Q{number}"),
    "answer": QT_TRANSLATE_NOOP("UnitWords", "A{number}"),
}
_QUESTION = QT_TRANSLATE_NOOP("UnitWords", "Question {number}")
_ANSWER = QT_TRANSLATE_NOOP("UnitWords", "Answer {number}")
_SEVERAL = QT_TRANSLATE_NOOP("UnitWords", "several fracties")
_ANSWERS = QT_TRANSLATE_NOOP("UnitWords", "answers question {number}")
_PROPOSED = QT_TRANSLATE_NOOP("UnitWords", "suggested for question {number}")
_NO_QUESTION = QT_TRANSLATE_NOOP("UnitWords", "no question found")
_STATES = {
    "confirmed": QT_TRANSLATE_NOOP("UnitWords", "confirmed"),
    "suggested": QT_TRANSLATE_NOOP("UnitWords", "answer suggested"),
    "several": QT_TRANSLATE_NOOP("UnitWords", "several candidates"),
    "nothing": QT_TRANSLATE_NOOP("UnitWords", "no answer found"),
    "open": QT_TRANSLATE_NOOP("UnitWords", "checked, open"),
}
_VERDICTS = {
    "answered": QT_TRANSLATE_NOOP("UnitWords", "answered"),
    "partly": QT_TRANSLATE_NOOP("UnitWords", "answered in part"),
    "refused": QT_TRANSLATE_NOOP("UnitWords", "answer refused"),
    "refers": QT_TRANSLATE_NOOP("UnitWords", "answer refers elsewhere"),
    "postponed": QT_TRANSLATE_NOOP("UnitWords", "answer postponed"),
    "not": QT_TRANSLATE_NOOP("UnitWords", "not answered"),
}


def _translated(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def verdict_words(name: str) -> str:
    """What a built-in verdict says of a question, in the language of the window; another name as it is."""
    return _translated(_VERDICTS[name]) if name in _VERDICTS else name


def question_marks(paper: PaperQuestions, verdicts: Mapping[str, Verdict]) -> list[UnitMark]:
    """The questions of a paper as marks; `verdicts` by uid."""
    numbers = unit_numbers(paper.exchange)
    marks = []
    for row in paper.board.rows.values():
        unit = row.question
        words = [unit_words(unit, numbers[unit.id]), *_state(paper, row, verdicts)]
        badge = _badge("question", numbers[unit.id])
        marks.append(UnitMark(unit.id, "question", badge, unit.start, unit.end, " · ".join(words)))
    return marks


def answer_marks(paper: PaperQuestions) -> list[UnitMark]:
    """The answers of a paper as marks."""
    numbers = unit_numbers(paper.exchange)
    linked: dict[str, list[str]] = {}
    proposed: dict[str, list[str]] = {}
    for row in paper.board.rows.values():
        for link in row.links:
            if link.answer is not None:
                linked.setdefault(link.answer, []).append(numbers[row.question.id])
        if row.is_undecided and row.candidates and row.candidates[0].band != "weak":
            proposed.setdefault(row.candidates[0].answer, []).append(numbers[row.question.id])
    marks = []
    for unit in paper.exchange.answers:
        words = [unit_words(unit, numbers[unit.id])]
        if unit.id in linked:
            words.append(_translated(_ANSWERS).format(number=_together(linked[unit.id])))
        elif unit.id in proposed:
            words.append(_translated(_PROPOSED).format(number=_together(proposed[unit.id])))
        elif paper.stage == "board":
            words.append(_translated(_NO_QUESTION))
        badge = _badge("answer", numbers[unit.id])
        marks.append(UnitMark(unit.id, "answer", badge, unit.start, unit.end, " · ".join(words)))
    return marks


def fractie_words(unit: Question | Answer) -> str:
    """Whose question it is or to whom the answer is; "" where the paper does not say."""
    if isinstance(unit, Question):
        return unit.fractie or ""
    if unit.is_collective and len(unit.fracties) != 1:
        return _translated(_SEVERAL)
    return ", ".join(unit.fracties)


def unit_words(unit: Question | Answer, number: str) -> str:
    """ "Question 2, SP, 1.3", by its number of `unit_numbers`."""
    form = _QUESTION if isinstance(unit, Question) else _ANSWER
    section = unit.section if len(unit.section) <= LONGEST_SECTION else ""
    parts = [_translated(form).format(number=number), fractie_words(unit), section]
    return ", ".join(part for part in parts if part)


def _badge(role: str, number: str) -> str:
    short = number if len(number) <= LONGEST_BADGE else number.split(",")[0].split("–")[0] + "…"
    return _translated(_LETTERS[role]).format(number=short)


def _state(paper: PaperQuestions, row: Row, verdicts: Mapping[str, Verdict]) -> Iterable[str]:
    """The state of a question in words; before answers were looked for only what the user decided is known."""
    if paper.stage == "board" or not row.is_undecided:
        yield _translated(_STATES[row.state])
    verdict = verdicts.get(row.decision.verdict_uid or "") if row.decision is not None else None
    if verdict is not None:
        yield verdict_words(verdict.name) if verdict.builtin else verdict.name


def _together(numbers: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(numbers))
