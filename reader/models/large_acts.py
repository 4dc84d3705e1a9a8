"""Acts that are too large for one turn of the event loop: written by a worker, then told to the views in stages."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from reader.domain.changes import ChangeSet
from reader.domain.model import Text
from reader.models.jobs import Job, Jobs

MANY: Final = 500  # changes: an act of more is a large one; the store writes some sixty of them in a millisecond
LONG: Final = 150_000  # code points in the texts that come or go: an act of more is a large one
SLOW: Final = 500  # ms after which the user is told that an act is at hand

Stage = Callable[[], None]


def is_large(change_set: ChangeSet) -> bool:
    """Whether writing an act and telling of it would hold the window."""
    if len(change_set.changes) > MANY:
        return True
    texts = (change.entity for change in change_set.of(Text))
    return sum(len(text.body) for text in texts if isinstance(text, Text)) > LONG


class LargeActs(QObject):
    """One large act at a time. Between two stages the window paints and hears the user.

    `slow` carries the Job of an act that takes long, to be shown with its progress.
    """

    began = Signal()
    slow = Signal(object)
    ended = Signal()  # everything is told

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._job: Job | None = None
        self._done: Callable[[Any], None] = _nothing
        self._failed: Callable[[Exception], None] = _nothing
        self._stages: deque[Stage] = deque()
        self._rested = False  # whether what the last stage asked for, such as painting, had a turn of its own
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._on_turn)
        self._patience = QTimer(self, singleShot=True, interval=SLOW)
        self._patience.timeout.connect(self._on_slow)

    @property
    def is_busy(self) -> bool:
        """Whether an act is being written, or is not told to everybody yet."""
        return self._job is not None or bool(self._stages)

    def start(
        self, title: str, work: Callable[[Job], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """Let a worker write an act. Then `done` gets its result or `failed` its exception; either may call `tell`."""
        self._done, self._failed = done, failed
        self._job = self._jobs.start(title, work, self._on_done, self._on_failed, quiet=True)
        self._patience.start()
        self.began.emit()

    def tell(self, stages: Iterable[Stage]) -> None:
        """Do these one after another, each in a turn of the event loop of its own."""
        was_busy = self.is_busy
        self._stages.extend(stages)
        self._rested = False
        self._turn.start()
        if not was_busy:
            self.began.emit()

    def finish(self) -> None:
        """Come to the end of what is at hand, now: for an act that must come after it. May hold the window."""
        while self.is_busy:
            if self._job is not None:
                self._jobs.finish()
            else:
                self._next()

    def end(self) -> None:
        """Stop for good: an act that is being written is not done, and nothing is told any more."""
        self._patience.stop()
        self._turn.stop()
        self._jobs.end()
        self._stages.clear()
        self._job = None
        self.ended.emit()

    def _on_done(self, result: object) -> None:
        self._come_back()
        try:
            self._done(result)
        finally:
            self._settle()

    def _on_failed(self, error: Exception) -> None:
        self._come_back()
        try:
            self._failed(error)
        finally:
            self._settle()

    def _come_back(self) -> None:
        self._job = None
        self._patience.stop()

    def _on_slow(self) -> None:
        if self._job is not None:
            self.slow.emit(self._job)

    def _on_turn(self) -> None:
        if not self._stages:
            return
        self._rested = not self._rested
        try:
            if not self._rested:
                self._next()
        finally:
            if self._stages:
                self._turn.start()

    def _next(self) -> None:
        try:
            self._stages.popleft()()
        finally:
            self._settle()

    def _settle(self) -> None:
        if not self.is_busy:
            self.ended.emit()


def _nothing(_what: object) -> None:
    pass
