"""The state of each question, and what is open; a proposal is never counted as an answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from reader.questions.exchange import Exchange
from reader.questions.suggestions import IdPair, Signal, Suggestion

State = Literal["confirmed", "suggested", "several", "nothing"]


@dataclass(frozen=True, slots=True)
class Report:
    """The state per question id, and the ids of questions for which nothing was found, in document order.

    A weak candidate is nothing found: it is shown, but never counts as an answer.
    """

    states: dict[str, State]
    open: tuple[str, ...]


def report(exchange: Exchange, suggestions: Sequence[Suggestion], links: Collection[IdPair] = ()) -> Report:
    """Where each question stands. `links` are the user's."""
    confirmed = {question for question, _ in links}
    bands: dict[str, list[str]] = {}
    for one in suggestions:
        bands.setdefault(one.question, []).append(one.band)
    states: dict[str, State] = {}
    for question in exchange.questions:
        found = bands.get(question.id, [])
        if question.id in confirmed:
            states[question.id] = "confirmed"
        elif "strong" in found:
            states[question.id] = "suggested"
        elif "possible" in found:
            states[question.id] = "several" if len(found) > 1 else "suggested"
        else:
            states[question.id] = "nothing"
    return Report(states, tuple(question for question, state in states.items() if state == "nothing"))


def reason_words(signals: Sequence[Signal]) -> list[str]:
    """The reasons in English words, for the command line."""
    return [_WORDS[signal.kind].format(", ".join(signal.words)) for signal in signals]


_WORDS = {
    "same-number": "same number ({})",
    "adjacent": "the answer follows the question",
    "same-section": "same section ({})",
    "same-fractie": "same fractie ({})",
    "several-fracties": "an answer to several fracties",
    "same-order": "same order",
    "only-pair": "the only question and the only answer of this fractie in the section",
    "echo": "the answer repeats the question",
    "shared-words": "shared words: {}",
    "other-section": "another section ({})",
    "other-fractie": "addressed to another fractie ({})",
    "other-order": "out of order",
    "ambiguous-number": "the number occurs more than once",
}
