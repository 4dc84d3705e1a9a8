"""What was done and can be taken back: applies acts through one function, remembers them, undoes and redoes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from reader.domain.changes import ActName, Change, ChangeSet

MERGE_SECONDS = 1.0  # acts with one merge key within this time are one step


@dataclass(slots=True)
class _Step:
    change_set: ChangeSet
    last: float  # when it was last added to, in seconds of the history's clock
    open: bool = True  # whether a following act with the same merge key joins it


class History:
    """The steps of one open project, in memory. An act that fails to apply leaves everything as it was."""

    def __init__(
        self,
        apply: Callable[[ChangeSet], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`apply` performs a ChangeSet as one transaction or raises; `clock` gives seconds."""
        self._apply = apply
        self._clock = clock
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    def do(self, change_set: ChangeSet) -> None:
        """Apply an act and remember it; what was undone before can no longer be redone. An empty act does nothing."""
        if not change_set:
            return
        self._apply(change_set)
        moment = self._clock()
        self._undone.clear()
        step = self._done[-1] if self._done else None
        if step is not None and self._joins(step, change_set, moment):
            step.change_set = _joined(step.change_set, change_set)
            step.last = moment
        else:
            self._done.append(_Step(change_set, moment))

    def remember(self, change_set: ChangeSet) -> None:
        """Remember an act that was performed already; it joins the last step when that has the same merge key."""
        self._undone.clear()
        step = self._done[-1] if self._done else None
        if step is not None and step.change_set.merge_key == change_set.merge_key is not None:
            name = replace(step.change_set.name, words=step.change_set.name.words + change_set.name.words)
            step.change_set = replace(step.change_set.followed_by(change_set), name=name)
        else:
            self._done.append(_Step(change_set, self._clock(), open=False))

    def undo(self) -> ChangeSet | None:
        """Take the last step back; what was applied, or None when there is nothing to undo."""
        return self._move(back=True)

    def redo(self) -> ChangeSet | None:
        """Do the last undone step again; what was applied, or None when there is nothing to redo."""
        return self._move(back=False)

    def next_step(self, *, back: bool) -> ChangeSet | None:
        """What `undo` (with `back`) or `redo` would take, as it was done first; None when there is nothing."""
        source = self._done if back else self._undone
        return source[-1].change_set if source else None

    def moved(self, *, back: bool) -> None:
        """The step that `next_step` gives was taken back, or done again, by whoever asked for it."""
        source, target = (self._done, self._undone) if back else (self._undone, self._done)
        step = source.pop()
        target.append(step)
        self.end_step()
        step.open = False

    def end_step(self) -> None:
        """Let the next act begin a step of its own, as when the focus leaves a note."""
        if self._done:
            self._done[-1].open = False

    @property
    def undo_name(self) -> ActName | None:
        return self._done[-1].change_set.name if self._done else None

    @property
    def redo_name(self) -> ActName | None:
        return self._undone[-1].change_set.name if self._undone else None

    def clear(self) -> None:
        """Forget all steps."""
        self._done.clear()
        self._undone.clear()

    def _move(self, *, back: bool) -> ChangeSet | None:
        step = self.next_step(back=back)
        if step is None:
            return None
        change_set = step.inverse() if back else step
        self._apply(change_set)
        self.moved(back=back)
        return change_set

    @staticmethod
    def _joins(step: _Step, later: ChangeSet, moment: float) -> bool:
        same_key = later.merge_key is not None and later.merge_key == step.change_set.merge_key
        return same_key and step.open and moment - step.last <= MERGE_SECONDS


def _joined(earlier: ChangeSet, later: ChangeSet) -> ChangeSet:
    """Two acts as one; changes of the same single entity become one change, so that typing does not pile up copies."""
    if len(earlier.changes) == len(later.changes) == 1:
        first, last = earlier.changes[0], later.changes[0]
        if first.after is not None and first.after == last.before:
            return ChangeSet(earlier.name, (Change(first.before, last.after),), earlier.merge_key)
    return earlier.followed_by(later)
