"""Work in the background: one runner, with progress, cancel, and results that arrive on the main thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

LEAST_STEP = 0.01  # of the whole: how much further the work must be before the main thread hears of it


class JobStopped(Exception):
    """The work was cancelled and gives no result."""


class Job(QObject):
    """One piece of background work. The work function gets the job, calls `report` and looks at `cancelled`.

    `progress` carries a fraction 0..1 and a word on what is at hand, `finished` the result, `failed` the exception.
    All three arrive on the thread that made the job.
    """

    progress = Signal(float, str)
    finished = Signal(object)
    failed = Signal(object)
    ended = Signal()
    _performed = Signal()  # on the worker thread; heard on the thread that made the job

    def __init__(self, title: str, work: Callable[[Job], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._work = work
        self._cancelled = threading.Event()
        self._result: Any = None
        self._error: Exception | None = None
        self._delivered = False
        self._told = -1.0  # the share of which the main thread heard last
        self._performed.connect(self.deliver)

    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; what it has finished so far is still delivered."""
        self._cancelled.set()

    def report(self, fraction: float, detail: str = "") -> None:
        """Called by the work, on its own thread."""
        self.progress.emit(fraction, detail)

    def step(self, fraction: float) -> None:
        """Report, called by the work; raises JobStopped when it is cancelled.

        To be called as often as the work likes: the main thread hears of each hundredth, not of thousands of steps.
        """
        if self.is_cancelled():
            raise JobStopped
        if not 0 <= fraction - self._told < LEAST_STEP or fraction >= 1:
            self._told = fraction
            self.report(fraction)

    def perform(self) -> None:
        """Run the work; called by the runner on a worker thread."""
        try:
            self._result = self._work(self)
        except Exception as error:  # noqa: BLE001 (whatever it is, the main thread must hear of it and show it)
            self._error = error
        self._performed.emit()

    def drop(self) -> None:
        """Never tell how the work ended; called on the thread that made the job."""
        self._delivered = True

    def deliver(self) -> None:
        """Tell how the work ended, once; called on the thread that made the job, after `perform`."""
        if self._delivered:
            return
        self._delivered = True
        if self._error is not None:
            self.failed.emit(self._error)
        else:
            self.finished.emit(self._result)
        self.ended.emit()


class _Runnable(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.perform()


class Jobs(QObject):
    """Runs jobs one after another on a worker thread; `started` tells the window to show a job's progress."""

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: list[Job] = []
        self._ended = False

    def start(
        self,
        title: str,
        work: Callable[[Job], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        *,
        quiet: bool = False,
    ) -> Job:
        """Start `work` in the background. `done` gets its result or `failed` its exception, on the main thread.

        A `quiet` job is one nobody waits for: `started` does not tell of it.
        """
        job = Job(title, work, self)
        job.finished.connect(done)
        job.failed.connect(failed)
        job.ended.connect(self._forget)
        if self._ended:
            return job
        self._running.append(job)
        if not quiet:
            self.started.emit(job)
        self._pool.start(_Runnable(job))
        return job

    @property
    def running(self) -> tuple[Job, ...]:
        return tuple(self._running)

    def stop(self) -> None:
        """Cancel everything, wait until it has stopped, and deliver what it has finished; for closing the window."""
        for job in self._running:
            job.cancel()
        self.finish()

    def finish(self) -> None:
        """Wait until everything is done, and deliver it."""
        self._pool.waitForDone()
        for job in list(self._running):
            job.deliver()

    def end(self) -> None:
        """Cancel everything and wait until it has stopped; nothing is delivered and no job starts any more."""
        self._ended = True
        for job in self._running:
            job.cancel()
            job.drop()
        self._pool.waitForDone()
        self._running.clear()

    def _forget(self) -> None:
        job = self.sender()
        if isinstance(job, Job) and job in self._running:
            self._running.remove(job)
            job.deleteLater()
