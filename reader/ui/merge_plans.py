"""What the dialog of a merge says and does: for a copy of the project, or for a file of another program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.models.merging import Looked, Step, Taken, take_in
from reader.ui.merge_words import summary
from reader.ui.read_back_words import became, coming

if TYPE_CHECKING:
    from pathlib import Path

    from reader.edit.merging_report import MergeItem
    from reader.importers.exchange.exchanged import Item
    from reader.models.reading_back import ReadBack
    from reader.store.project import Project


@dataclass(frozen=True, slots=True)
class MergePlan:
    """One merge that may be done. `take` does it, as work for a job; `told` is what reading the file had to tell.

    Words: the title `before` and `after`, the button `act`, `acting` while it is done, the `facts` below the title, and
    what `sums` says of how much was done.
    """

    before: str
    after: str
    act: str
    acting: str
    facts: str
    told: tuple[Item, ...]
    items: tuple[MergeItem, ...]
    of_file: bool
    take: Callable[[Project, Step], Taken | None]
    sums: Callable[[Taken], str]


def plan_for_copy(looked: Looked) -> MergePlan:
    """Merging another copy of the project, or another project."""
    translate = QCoreApplication.translate
    name = looked.path.name
    facts = [] if looked.is_copy else [translate("MergeDialog", "This is another project: all that is in it comes in.")]
    facts.append(summary(looked.items))
    facts.append(translate("MergeDialog", "Nothing is changed yet; the other file is never changed."))
    if looked.left_behind:
        words = translate("MergeDialog", "Highlights that stay with the older version of their paper: {number}.")
        facts.append(words.format(number=looked.left_behind))
    facts += _left_out(looked.left_out)
    return MergePlan(
        translate("MergeDialog", "Merge with “{name}”").format(name=name),
        translate("MergeDialog", "Merged with “{name}”").format(name=name),
        translate("MergeDialog", "Merge"),
        translate("MergeDialog", "Merging"),
        " ".join(facts),
        (),
        looked.items,
        of_file=False,
        take=partial(_take_in, looked.path),
        sums=_sums_of_copy,
    )


def plan_for_file(looked: ReadBack) -> MergePlan:
    """Taking over what a file of another program holds."""
    translate = QCoreApplication.translate
    facts = [became(Counter(item.outcome for item in looked.told)), *_left_out(looked.left_out)]
    if looked.items:
        facts.insert(0, _sums(looked.coming, looked.items))
        if looked.again:
            words = translate("MergeDialog", "Of this, deleted here before and coming in again: {number}.")
            facts.insert(1, words.format(number=looked.again))
        facts.append(translate("MergeDialog", "Nothing is changed yet; the other file is never changed."))
    else:
        facts.insert(0, translate("MergeDialog", "Nothing comes in from this file."))
    return MergePlan(
        translate("MergeDialog", "From another program: “{name}”").format(name=looked.name),
        translate("MergeDialog", "Taken over from “{name}”").format(name=looked.name),
        translate("MergeDialog", "Take over"),
        translate("MergeDialog", "Taking over"),
        " ".join(part for part in facts if part),
        looked.told,
        looked.items,
        of_file=True,
        take=partial(_take_over, looked),
        sums=_sums_of_file,
    )


def _left_out(number: int) -> list[str]:
    if not number:
        return []
    words = QCoreApplication.translate("MergeDialog", "Left out, because what it belongs to is not there: {number}.")
    return [words.format(number=number)]


def _sums_of_copy(taken: Taken) -> str:
    return summary(taken.items)


def _sums_of_file(taken: Taken) -> str:
    from reader.models.reading_back import coming_in

    return _sums(coming_in(taken.items, taken.change_set), taken.items)


def _sums(numbers: Mapping[str, int], items: Iterable[MergeItem]) -> str:
    """How much comes in of each kind, and how much else is done."""
    return " ".join(part for part in (coming(numbers), summary(one for one in items if one.outcome != "added")) if part)


def _take_in(path: Path, project: Project, step: Step) -> Taken | None:
    return take_in(project, path, step)


def _take_over(looked: ReadBack, project: Project, step: Step) -> Taken | None:
    from reader.models.reading_back import take_over

    return take_over(project, looked, step)
