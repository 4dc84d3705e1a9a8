"""Papers written for the tests with their questions and answers marked; laid out in several ways, and measured.

In `written/` a question stands between `[q1]` and `[/q1]`, an answer between `[a1 q1 q2]` and `[/a1]`, with the
questions it answers. The author of the papers is the judge: an answer belongs to what was asked about its subject.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reader.domain.model import Span
from reader.questions.board import board_of
from reader.questions.exchange import Exchange
from reader.questions.suggestions import suggest

WRITTEN = Path(__file__).parent / "written"
Layout = Literal["paragraph lines", "close lines", "wrapped", "pages"]
LAYOUTS: tuple[Layout, ...] = ("paragraph lines", "close lines", "wrapped", "pages")
_TAG = re.compile(r"\[(/?[qa]\d+)((?: q\d+)*)\]")
_FIRST_SIGN = 0xE000  # private signs stand for the marks while the paper is laid out
_WIDTH, _PAGE = 78, 44


@dataclass(frozen=True)
class Annotated:
    """A paper as delivered, where its units are, and which answers belong to which questions."""

    body: str
    units: dict[str, Span]
    links: frozenset[tuple[str, str]]

    @property
    def open(self) -> frozenset[str]:
        return frozenset(name for name in self.units if name[0] == "q") - {question for question, _ in self.links}


def names() -> list[str]:
    return sorted(path.stem for path in WRITTEN.glob("*.txt"))


def annotated(name: str, layout: Layout) -> Annotated:
    """A written paper in one of the layouts."""
    text = (WRITTEN / f"{name}.txt").read_text(encoding="utf-8")
    tags: list[str] = []
    links: set[tuple[str, str]] = set()

    def sign(match: re.Match[str]) -> str:
        links.update((question, match[1]) for question in match[2].split())
        tags.append(match[1])
        return chr(_FIRST_SIGN + len(tags) - 1)

    signed = _laid_out(_TAG.sub(sign, text), layout)
    starts: dict[str, int] = {}
    units: dict[str, Span] = {}
    body: list[str] = []
    for character in signed:
        place = ord(character) - _FIRST_SIGN
        if not 0 <= place < len(tags):
            body.append(character)
        elif tags[place][0] == "/":
            units[tags[place][1:]] = Span(starts[tags[place][1:]], len(body))
        else:
            starts[tags[place]] = len(body)
    return Annotated("".join(body), units, frozenset(links))


def _laid_out(text: str, layout: Layout) -> str:
    paragraphs = re.split(r"\n\n+", text.strip())
    if layout == "paragraph lines":
        return "\n\n".join(paragraphs) + "\n"
    if layout == "close lines":
        return "\n".join(paragraphs) + "\n"
    wrapped = [_wrapped(paragraph) for paragraph in paragraphs]
    if layout == "wrapped":
        return "\n\n".join("\n".join(lines) for lines in wrapped) + "\n"
    return _on_pages(wrapped)


def _wrapped(paragraph: str) -> list[str]:
    return [line for part in paragraph.split("\n") for line in textwrap.wrap(part, _WIDTH, break_on_hyphens=False)]


def _on_pages(wrapped: Sequence[Sequence[str]]) -> str:
    """As an extraction gives it: soft line ends keep a space, long words are broken, pages end with a running foot."""
    pages: list[list[str]] = [[]]
    for lines in wrapped:
        soft = [f"{line} " for line in lines[:-1]] + [lines[-1]]
        for place in range(len(soft) - 1):
            soft[place], soft[place + 1] = _broken(soft[place], soft[place + 1])
        for line in soft:
            if len(pages[-1]) >= _PAGE:
                pages.append([])
            pages[-1].append(line)
        pages[-1].append("")
    foot = "Tweede Kamer, vergaderjaar 2024–2025, 29 023, nr. 512 {}"
    return "\n".join("\n".join([*page, "", foot.format(number), "", ""]) for number, page in enumerate(pages, start=1))


def _broken(line: str, following: str) -> tuple[str, str]:
    """Take the first half of a long word up from the next line, with a hyphen."""
    word = re.match(r"([a-z]{3,5}[aeiou])([bdfgklmnprstvz][aeiou][a-z]{3,}.*)", following, re.DOTALL)
    if word is None or len(line) + len(word[1]) > _WIDTH + 6 or not line.endswith(" "):
        return line, following
    return f"{line}{word[1]}-", word[2]


@dataclass(frozen=True)
class Figures:
    """Counts of one paper, to be summed."""

    questions: int = 0
    questions_found: int = 0
    direct: int = 0
    right: int = 0
    links: int = 0
    linked: int = 0
    answered: int = 0
    in_first_three: int = 0
    strong: int = 0
    strong_right: int = 0
    really_open: int = 0
    open_found: int = 0
    said_open: int = 0
    open_right: int = 0
    misses: tuple[str, ...] = ()

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))

    @property
    def f1(self) -> float:
        return 2 * self.right_share * self.linked_share / max(self.right_share + self.linked_share, 1e-9)

    @property
    def right_share(self) -> float:
        return self.right / max(1, self.direct)

    @property
    def linked_share(self) -> float:
        return self.linked / max(1, self.links)


def same(first: Span, second: Span) -> bool:
    """Whether two units share half of the longer one."""
    return 2 * _shared(first, second) >= max(len(first), len(second))


def _shared(first: Span, second: Span) -> int:
    return min(first.end, second.end) - max(first.start, second.start)


def figures_of(paper: Annotated, exchange: Exchange) -> Figures:
    """How what was found compares with what was marked."""
    suggestions = suggest(exchange)
    spans = {unit.id: Span(unit.start, unit.end) for unit in (*exchange.questions, *exchange.answers)}
    texts = {unit.id: unit.text for unit in (*exchange.questions, *exchange.answers)}

    def pairs(question: str, answer: str) -> set[tuple[str, str]]:
        return {
            (one, other)
            for one, other in paper.links
            if same(spans[question], paper.units[one]) and same(spans[answer], paper.units[other])
        }

    direct = [one for one in suggestions if one.rank == 1 and one.band != "weak"]
    right = {one: pairs(one.question, one.answer) for one in direct}
    linked = {pair for found in right.values() for pair in found}
    shown = {pair for one in suggestions for pair in pairs(one.question, one.answer)}
    answered = {question for question, _ in paper.links}
    strong = [one for one in direct if one.band == "strong"]
    said = list(board_of(exchange, suggestions).open)

    def within(first: Span, second: Span) -> bool:
        return 2 * _shared(first, second) >= min(len(first), len(second))

    said_right = [name for name in said if any(within(spans[name], paper.units[one]) for one in paper.open)]
    open_found = [one for one in paper.open if any(within(spans[name], paper.units[one]) for name in said)]
    marked = [name for name in paper.units if name[0] == "q"]
    seen = [one for one in marked if any(same(spans[unit.id], paper.units[one]) for unit in exchange.questions)]
    misses = [
        f"wrong {one.band} {one.score:.2f}: {texts[one.question][-80:]!r} -> {texts[one.answer][:70]!r}"
        for one, found in right.items()
        if not found
    ]
    misses += [f"missed: {paper.body[paper.units[q].start :][:70]!r} -> {a}" for q, a in sorted(paper.links - linked)]
    misses += [f"not open: {texts[name][-80:]!r}" for name in said if name not in said_right]
    misses += [f"open, not said: {one}" for one in sorted(paper.open) if one not in open_found]
    return Figures(
        len(marked), len(seen), len(direct), sum(bool(found) for found in right.values()), len(paper.links),
        len(linked), len(answered), len({question for question, _ in shown}), len(strong),
        sum(bool(right[one]) for one in strong), len(paper.open), len(open_found), len(said), len(said_right),
        tuple(misses),
    )  # fmt: skip
