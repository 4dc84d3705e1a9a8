"""The answer overview: every question with what was confirmed and judged, or only the open ones, most urgent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from reader.domain.model import Verdict, by_uid
from reader.questions.board import Board, Group, Row

Standing = Literal["confirmed", "open", "unconfirmed", "proposed", "weak", "nothing"]
ChapterKind = Literal["no-block", "section", "open", "nothing", "weak", "refused", "partly", "judged"]

_OPEN_KINDS: tuple[ChapterKind, ...] = (
    "no-block",
    "open",
    "nothing",
    "weak",
    "refused",
    "partly",
    "judged",
)  # in order
_BY_VERDICT: dict[str, ChapterKind] = {
    "refused": "refused",
    "postponed": "refused",
    "not": "refused",
    "partly": "partly",
    "refers": "partly",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A question as it stands. `number` counts from 1 among the questions of its fractie in its section.

    Standing: "confirmed" has an answer that the user accepted; "open" was checked and has none; "unconfirmed" got a
    verdict but no answer; the others were not checked: "proposed" has a proposal, "weak" only a weak one.
    """

    row: Row
    number: int
    standing: Standing
    verdict: Verdict | None = None

    @property
    def note(self) -> str:
        return self.row.decision.note if self.row.decision is not None else ""


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Questions of one fractie in one section. `elsewhere` of them stand in the chapter of blocks without an answer."""

    section: str
    title: str
    fractie: str | None
    entries: tuple[Entry, ...]
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of an overview; `section` and `title` are those of a chapter of the kind "section"."""

    kind: ChapterKind
    groups: tuple[EntryGroup, ...]
    section: str = ""
    title: str = ""

    @property
    def count(self) -> int:
        """How many questions stand in it."""
        return sum(len(group.entries) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Counts:
    """Of all questions of the paper, whatever an overview shows of them.

    questions = confirmed + open + unchecked, and unchecked = proposed + weak + nothing. `blocks` is 0 where the paper
    has no blocks of questions per fractie.
    """

    questions: int
    confirmed: int
    open: int
    proposed: int
    weak: int
    nothing: int
    blocks: int
    blocks_without_answers: int
    verdicts: tuple[tuple[Verdict, int], ...]

    @property
    def unchecked(self) -> int:
        return self.proposed + self.weak + self.nothing

    @property
    def judged(self) -> int:
        """How many questions have a verdict."""
        return sum(number for _, number in self.verdicts)


@dataclass(frozen=True, slots=True)
class Overview:
    """What an overview shows, in order. `left_out`: unchecked questions with a proposal, which are in no chapter."""

    only_open: bool
    counts: Counts
    chapters: tuple[Chapter, ...]
    left_out: int = 0


def overview_of(board: Board, verdicts: Iterable[Verdict], *, only_open: bool = False) -> Overview:
    """The overview of a board on which proposals are weighed. A proposal is never shown as an answer.

    First come the blocks of questions without a block of answers. Then, in the whole overview, the questions per
    section and fractie; else those that are open: checked and open, nothing found, only a weak proposal, refused or
    put off, answered in part or by a reference, and judged with a verdict of the user's own.
    """
    known = by_uid(verdicts)
    groups = _entry_groups(board, known)
    counts = _counts(board, [entry for _, group in groups for entry in group.entries], known)
    chapters = _open_chapters(groups) if only_open else _all_chapters(groups)
    left_out = 0
    if only_open:
        left_out = counts.questions - sum(chapter.count for chapter in chapters)
        left_out -= sum(_is_closed(entry) for _, group in groups for entry in group.entries)
    return Overview(only_open, counts, tuple(chapters), left_out)


def _entry_groups(board: Board, verdicts: dict[str, Verdict]) -> list[tuple[Group, EntryGroup]]:
    numbers: Counter[tuple[str, str | None]] = Counter()
    found = []
    for group in board.groups:
        entries = []
        for row in group.rows:
            numbers[group.section, group.fractie] += 1
            decision = row.decision
            verdict = verdicts.get(decision.verdict_uid or "") if decision is not None else None
            number = numbers[group.section, group.fractie]
            entries.append(Entry(row, number, _standing(row, verdict), verdict))
        found.append((group, EntryGroup(group.section, group.title, group.fractie, tuple(entries))))
    return found


def _standing(row: Row, verdict: Verdict | None) -> Standing:
    if row.state == "confirmed":
        return "confirmed"
    if row.state == "open":
        return "open"
    if verdict is not None:
        return "unconfirmed"
    if row.state in ("suggested", "several"):
        return "proposed"
    return "weak" if row.candidates else "nothing"


def _counts(board: Board, entries: Sequence[Entry], verdicts: dict[str, Verdict]) -> Counts:
    found = Counter(
        "confirmed" if entry.row.state == "confirmed" else "open" if entry.row.state == "open" else _found(entry.row)
        for entry in entries
    )
    given = Counter(entry.verdict.uid for entry in entries if entry.verdict is not None)
    cells = {(group.section, group.fractie): group.has_no_answers for group in board.groups}
    in_blocks = board.exchange.kind == "consultation"
    return Counts(
        questions=len(entries),
        confirmed=found["confirmed"],
        open=found["open"],
        proposed=found["proposed"],
        weak=found["weak"],
        nothing=found["nothing"],
        blocks=len(cells) if in_blocks else 0,
        blocks_without_answers=sum(cells.values()) if in_blocks else 0,
        verdicts=tuple((verdict, given[uid]) for uid, verdict in verdicts.items() if given[uid]),
    )


def _found(row: Row) -> Standing:
    """What was found for a question that is not checked."""
    return "proposed" if row.state != "nothing" else "weak" if row.candidates else "nothing"


def _all_chapters(groups: Sequence[tuple[Group, EntryGroup]]) -> list[Chapter]:
    without = tuple(own for group, own in groups if group.has_no_answers)
    chapters = [Chapter("no-block", without)] if without else []
    shown = [
        EntryGroup(own.section, own.title, own.fractie, (), len(own.entries)) if group.has_no_answers else own
        for group, own in groups
    ]
    chapters += [
        Chapter("section", members, section, members[0].title)
        for section, found in groupby(shown, lambda group: group.section)
        for members in (tuple(found),)
    ]
    return chapters


def _open_chapters(groups: Sequence[tuple[Group, EntryGroup]]) -> list[Chapter]:
    found: dict[ChapterKind, list[EntryGroup]] = {kind: [] for kind in _OPEN_KINDS}
    for group, own in groups:
        by_kind: dict[ChapterKind, list[Entry]] = {}
        for entry in own.entries:
            in_block = group.has_no_answers and entry.standing != "confirmed"
            kind = "no-block" if in_block else _open_kind(entry)
            if kind is not None:
                by_kind.setdefault(kind, []).append(entry)
        for kind, entries in by_kind.items():
            found[kind].append(EntryGroup(own.section, own.title, own.fractie, tuple(entries)))
    return [Chapter(kind, tuple(members)) for kind, members in found.items() if members]


def _open_kind(entry: Entry) -> ChapterKind | None:
    """In which chapter of open questions a question stands; None where it is closed, or waits with a proposal."""
    if entry.standing == "open":
        return "open"
    if entry.verdict is not None and not (entry.verdict.builtin and entry.verdict.name == "answered"):
        return _BY_VERDICT.get(entry.verdict.name, "judged") if entry.verdict.builtin else "judged"
    if entry.standing == "confirmed":
        return None
    found = _found(entry.row)
    return "nothing" if found == "nothing" else "weak" if found == "weak" else None


def _is_closed(entry: Entry) -> bool:
    return entry.standing == "confirmed" and _open_kind(entry) is None
