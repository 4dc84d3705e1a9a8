"""How long a user waits for the window: from the start of the process to the first paint."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

# Ends the process as soon as a main window has been painted, whatever else start-up still wants to do.
UNTIL_FIRST_PAINT = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QTimer.singleShot(0, lambda: os._exit(0))
        return False

def run(*ignored):
    application = QApplication.instance()
    watch = FirstPaint()
    application.installEventFilter(watch)
    for window in application.topLevelWidgets():
        window.update()
    QTimer.singleShot(20000, lambda: os._exit(3))
    return loop()

loop = QApplication.exec
QApplication.exec = run
"""

OURS = UNTIL_FIRST_PAINT + "from reader.app import run_window\nrun_window(None)\n"
BARE = (
    UNTIL_FIRST_PAINT
    + "app = QApplication([])\nwindow = QMainWindow()\nwindow.resize(1200, 800)\nwindow.show()\nrun()\n"
)


def start(code: str) -> None:
    # without a timeout: Python would look for the end of the process only every 50 ms; the process ends itself
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.budget("window")
def test_first_paint_of_the_window(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(start, (OURS,), rounds=9, warmup_rounds=2)


def test_first_paint_of_a_bare_window_as_the_floor(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(start, (BARE,), rounds=9, warmup_rounds=2)
