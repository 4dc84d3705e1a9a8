"""Objects that refer to each other are freed on the main thread, and those of the start are left alone."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from reader.ui.garbage import GarbageCollector


class Thing(QObject):
    """Refers to itself, so that only a collection frees it."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[GarbageCollector]:
    gc.collect()
    made = GarbageCollector()
    yield made
    made.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def work_that_makes_many_objects() -> None:
    kept = [[number] for number in range(200_000)]
    assert len(kept) == 200_000


def test_a_worker_never_destroys_what_belongs_to_the_window(collector: GarbageCollector) -> None:
    destroyed_in: list[threading.Thread] = []
    thing = Thing()
    thing.destroyed.connect(lambda: destroyed_in.append(threading.current_thread()), Qt.ConnectionType.DirectConnection)
    del thing
    worker = threading.Thread(target=work_that_makes_many_objects)
    worker.start()
    worker.join()
    assert destroyed_in == []
    kept = [[number] for number in range(5000)]
    collector.look()
    assert destroyed_in == [threading.main_thread()]
    assert kept


def test_what_outlives_some_looks_is_freed_as_well(collector: GarbageCollector) -> None:
    thing = Thing()
    gone = weakref.ref(thing)
    kept = []
    for look in range(15):
        kept.append([[number] for number in range(5000)])
        collector.look()
        if look == 3:
            del thing
    assert gone() is None


def test_the_old_ones_are_looked_at_when_there_are_many_more(collector: GarbageCollector) -> None:
    thing = Thing()
    gone = weakref.ref(thing)
    gc.collect()  # it is old now
    del thing
    kept = [[number] for number in range(200_000)]
    gc.collect(1)  # and those too
    for _ in range(60):
        collector.look()
    assert gone() is None
    assert kept


def test_what_was_there_before_is_left_alone(qapp: QApplication) -> None:
    before = [[number] for number in range(1000)]
    made = GarbageCollector()
    assert gc.get_freeze_count() > len(before)
    made.stop()
