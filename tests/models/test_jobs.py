"""Background work: it runs on another thread, and all it tells arrives on the main thread, once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from reader.models.jobs import Job, Jobs


class Told:
    """What the callbacks of a job were told, and on which thread."""

    def __init__(self) -> None:
        self.results: list[Any] = []
        self.errors: list[Exception] = []
        self.threads: set[int] = set()
        self.ended = 0

    def done(self, result: Any) -> None:
        self.results.append(result)
        self.threads.add(threading.get_ident())

    def failed(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.add(threading.get_ident())

    def end(self) -> None:
        self.ended += 1


@pytest.fixture
def jobs(qapp: Any) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.stop()
    jobs.deleteLater()


@pytest.fixture
def told() -> Told:
    return Told()


def test_work_runs_elsewhere_and_its_result_arrives_on_the_main_thread(jobs: Jobs, told: Told, qtbot: QtBot) -> None:
    job = jobs.start("work", lambda _job: threading.get_ident(), told.done, told.failed)
    qtbot.waitUntil(lambda: bool(told.results))
    assert told.results != [threading.get_ident()]
    assert told.threads == {threading.get_ident()}
    qtbot.waitUntil(lambda: not jobs.running)
    assert job not in jobs.running


def test_progress_arrives_on_the_main_thread_before_the_result(jobs: Jobs, told: Told, qtbot: QtBot) -> None:
    seen: list[tuple[float, str, int, int]] = []
    may_go = threading.Event()

    def work(job: Job) -> str:
        may_go.wait(5)
        job.report(0.25, "one")
        job.report(0.5, "two")
        return "done"

    def note(fraction: float, words: str) -> None:
        seen.append((fraction, words, threading.get_ident(), len(told.results)))

    job = jobs.start("work", work, told.done, told.failed)
    job.progress.connect(note)
    may_go.set()
    qtbot.waitUntil(lambda: bool(told.results))
    main = threading.get_ident()
    assert seen == [(0.25, "one", main, 0), (0.5, "two", main, 0)]


def test_an_exception_of_the_work_is_told_on_the_main_thread(jobs: Jobs, told: Told, qtbot: QtBot) -> None:
    def work(_job: Job) -> None:
        raise ValueError("broken")

    job = jobs.start("work", work, told.done, told.failed)
    job.ended.connect(told.end)
    qtbot.waitUntil(lambda: told.ended == 1)
    assert [str(error) for error in told.errors] == ["broken"]
    assert told.results == []
    assert told.threads == {threading.get_ident()}


def test_a_cancelled_job_delivers_what_it_has(jobs: Jobs, told: Told, qtbot: QtBot) -> None:
    begun = threading.Event()

    def work(job: Job) -> str:
        begun.set()
        while not job.is_cancelled():
            threading.Event().wait(0.001)
        return "half"

    job = jobs.start("work", work, told.done, told.failed)
    assert begun.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: told.results == ["half"])


def test_jobs_run_one_after_another(jobs: Jobs, told: Told, qtbot: QtBot) -> None:
    at_work = threading.Lock()
    together = []

    def work(_job: Job) -> int:
        together.append(at_work.acquire(blocking=False))
        at_work.release()
        return len(together)

    for _ in range(5):
        jobs.start("work", work, told.done, told.failed)
    qtbot.waitUntil(lambda: len(told.results) == 5)
    assert told.results == [1, 2, 3, 4, 5]
    assert all(together)


def test_stopping_waits_for_the_work_and_delivers_it_at_once(jobs: Jobs, told: Told, qtbot: QtBot) -> None:
    begun = threading.Event()

    def work(job: Job) -> bool:
        begun.set()
        while not job.is_cancelled():
            threading.Event().wait(0.001)
        return True

    first = jobs.start("first", work, told.done, told.failed)
    second = jobs.start("second", lambda job: job.is_cancelled(), told.done, told.failed)
    for job in (first, second):
        job.ended.connect(told.end)
    assert begun.wait(5)
    jobs.stop()
    assert told.results == [True, True], "nothing needs the event loop any more"
    assert jobs.running == ()
    qtbot.waitUntil(lambda: told.ended == 2)
    jobs.stop()
    QCoreApplication.processEvents()
    assert told.results == [True, True], "nothing is delivered twice"


def test_started_tells_of_each_job(jobs: Jobs, told: Told, qtbot: QtBot) -> None:
    with qtbot.waitSignal(jobs.started) as started:
        job = jobs.start("work", lambda _job: 1, told.done, told.failed)
    assert started.args == [job]
    qtbot.waitUntil(lambda: told.results == [1])


def test_of_thousands_of_steps_the_main_thread_hears_each_hundredth(qtbot: QtBot) -> None:
    listens = threading.Event()

    def work(job: Job) -> None:
        listens.wait(5)
        for number in range(5001):
            job.step(number / 5000)

    jobs = Jobs()
    job = jobs.start("Werk", work, print, print)
    heard: list[float] = []
    job.progress.connect(lambda share, _words: heard.append(share))
    listens.set()
    qtbot.waitUntil(lambda: not jobs.running, timeout=5000)
    assert heard[-1] == 1.0
    assert 90 <= len(heard) <= 102


def test_finishing_waits_for_all_of_it_and_cancels_nothing(jobs: Jobs, told: Told) -> None:
    for _ in range(2):
        jobs.start("work", lambda job: job.is_cancelled(), told.done, told.failed)
    jobs.finish()
    assert told.results == [False, False]
    assert not jobs.running
