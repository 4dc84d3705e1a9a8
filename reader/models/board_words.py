"""The words of the questions board in the language of the window: states, bands, verdicts, reasons, numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.domain.model import Verdict
from reader.questions.board import State
from reader.questions.exchange import Answer, ExchangeKind, Question
from reader.questions.suggestions import Band, Signal

translate = QCoreApplication.translate


def state_words(state: State) -> str:
    """The name of a state."""
    match state:
        case "confirmed":
            return translate("board", "Confirmed")
        case "suggested":
            return translate("board", "Suggested")
        case "several":
            return translate("board", "Several candidates")
        case "nothing":
            return translate("board", "Nothing found")
        case "open":
            return translate("board", "Checked, open")


def band_words(band: Band) -> str:
    """How good a candidate is."""
    match band:
        case "strong":
            return translate("board", "strong")
        case "possible":
            return translate("board", "possible")
        case "weak":
            return translate("board", "weak")


def counted_state(state: State, count: int) -> str:
    """How many questions of a group are in a state."""
    match state:
        case "confirmed":
            words = translate("board", "{count} confirmed")
        case "suggested":
            words = translate("board", "{count} suggested")
        case "several":
            words = translate("board", "{count} with several candidates")
        case "nothing":
            words = translate("board", "{count} with nothing found")
        case "open":
            words = translate("board", "{count} checked, open")
    return words.format(count=count)


def counted_questions(count: int) -> str:
    """ "13 questions"."""
    if count == 1:
        return translate("board", "1 question")
    return translate("board", "{count} questions").format(count=count)


def verdict_words(verdict: Verdict) -> str:
    """The name of a verdict; the user's own as it was typed."""
    if not verdict.builtin:
        return verdict.name
    match verdict.name:
        case "answered":
            return translate("board", "answered")
        case "partly":
            return translate("board", "partly")
        case "refused":
            return translate("board", "refused")
        case "refers":
            return translate("board", "refers elsewhere")
        case "postponed":
            return translate("board", "postponed")
        case "not":
            return translate("board", "not answered")
    return verdict.name


def listed(words: Sequence[str]) -> str:
    """ "VVD, CDA and SP"."""
    if len(words) < 2:
        return "".join(words)
    return translate("board", "{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def question_words(question: Question, number: int) -> str:
    """What a question is called: its own number or numbers, else `number`, its place in its group."""
    numbers = question.numbers or (number,)
    if len(numbers) == 1:
        return translate("board", "question {number}").format(number=numbers[0])
    return translate("board", "questions {numbers}").format(numbers=listed([str(one) for one in numbers]))


def answer_words(answer: Answer) -> str:
    """What an answer is called: by its numbers, else by whom it is for."""
    if len(answer.numbers) == 1:
        return translate("board", "answer {number}").format(number=answer.numbers[0])
    if answer.numbers:
        return translate("board", "answers {numbers}").format(numbers=listed([str(one) for one in answer.numbers]))
    if answer.is_collective:
        return translate("board", "joint answer")
    if answer.fracties:
        return translate("board", "answer to {groups}").format(groups=listed(answer.fracties))
    return translate("board", "answer")


def no_block_words(section: str, fractie: str | None) -> str:
    """Why a block of questions is said to have no block of answers."""
    if section and fractie:
        words = translate("board", "Among the answers under {section} there is none to the {group} fractie")
    elif fractie:
        words = translate("board", "Among the answers there is none to the {group} fractie")
    elif section:
        words = translate("board", "There are no answers under {section}")
    else:
        words = translate("board", "There are no answers to these questions")
    return words.format(section=section, group=fractie)


def reasons(signals: Sequence[Signal]) -> list[str]:
    """What speaks for a candidate."""
    return [words for words in (_reason(signal) for signal in signals) if words]


def _reason(signal: Signal) -> str:
    words = ", ".join(signal.words)
    match signal.kind:
        case "same-number":
            return translate("board", "same number ({number})").format(number=words)
        case "adjacent":
            return translate("board", "follows the question directly")
        case "same-section":
            return translate("board", "same section ({section})").format(section=words)
        case "same-fractie":
            return translate("board", "same fractie ({group})").format(group=words)
        case "several-fracties":
            return translate("board", "joint answer to several fracties")
        case "same-order":
            return translate("board", "same order")
        case "only-pair":
            return translate("board", "only question and only answer of this fractie here")
        case "echo":
            return translate("board", "opens with the words of the question")
        case "shared-words":
            if len(signal.words) == 1:
                return translate("board", "shared word: {word}").format(word=words)
            return translate("board", "shared words: {words}").format(words=words)
    return ""


def missing(signals: Sequence[Signal], question: Question, kind: ExchangeKind) -> list[str]:
    """What a good pair in a paper of this kind has, and this one has not."""
    known = {signal.kind: ", ".join(signal.words) for signal in signals}
    found = []
    if "other-section" in known:
        found.append(translate("board", "same section (it stands in {section})").format(section=known["other-section"]))
    elif kind == "consultation" and question.section and "same-section" not in known:
        found.append(translate("board", "same section"))
    if "other-fractie" in known:
        found.append(translate("board", "own fractie (it is for {groups})").format(groups=known["other-fractie"]))
    elif kind == "consultation" and question.fractie and "same-fractie" not in known:
        found.append(translate("board", "own fractie"))
    if kind == "consultation" and not known.keys() & {"same-order", "only-pair"}:
        found.append(translate("board", "order"))
    if "ambiguous-number" in known:
        found.append(translate("board", "a number that occurs once"))
    elif kind != "consultation" and question.numbers and "same-number" not in known:
        found.append(translate("board", "same number"))
    if "shared-words" not in known:
        found.append(translate("board", "shared words"))
    return found
