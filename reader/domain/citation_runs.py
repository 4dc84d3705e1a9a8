"""Citations as runs of upright and italic text: making them, joining them, and reading them as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.domain.dates import Language

_AND: dict[Language, str] = {"nl": "en", "en": "and"}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a citation that is set upright or in italics."""

    text: str
    italic: bool = False


def plain(runs: Iterable[Run]) -> str:
    """The text of the runs without their italics."""
    return "".join(run.text for run in runs)


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs without empty ones, neighbours of one form put together."""
    found: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if found and found[-1].italic == run.italic:
            found[-1] = Run(found[-1].text + run.text, run.italic)
        else:
            found.append(run)
    return tuple(found)


def enumerated(parts: Sequence[str], language: Language, *, sign: str = "") -> str:
    """ "a", "a en b", "a, b en c"; `sign` stands in place of the word before the last part."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {sign or _AND[language]} {parts[-1]}"
