"""What questions and answers are called in short: the numbers of their labels, else their rank in their group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable

from reader.questions.exchange import Exchange


def numbers_in_words(numbers: Iterable[int]) -> str:
    """Numbers as one reads them: "2", "3–5", "2, 5–7, 9"."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][1] + 1 == number:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return ", ".join(str(low) if low == high else f"{low}–{high}" for low, high in runs)


def unit_numbers(exchange: Exchange) -> dict[str, str]:
    """The number of each question and answer by id, in words.

    Without a number in the paper a question counts from 1 among those of its fractie in its section, an answer among
    those to the same fracties there.
    """
    ranks: Counter[Hashable] = Counter()
    found: dict[str, str] = {}
    for question in exchange.questions:
        found[question.id] = numbers_in_words(question.numbers) or _rank(
            ranks, ("q", question.section, question.fractie)
        )
    for answer in exchange.answers:
        group = () if answer.is_collective else answer.fracties
        found[answer.id] = numbers_in_words(answer.numbers) or _rank(ranks, ("a", answer.section, group))
    return found


def _rank(ranks: Counter[Hashable], group: Hashable) -> str:
    ranks[group] += 1
    return str(ranks[group])
