"""The reasons for a proposal in English words, for the command line."""

from __future__ import annotations

from collections.abc import Sequence

from reader.questions.suggestions import Signal


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
