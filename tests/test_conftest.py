"""The guards of conftest.py do guard: each of these deliberately careless tests fails, for the stated reason."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

pytest_plugins = ["pytester"]

CARELESS = """
import socket, threading, warnings

from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_window(qapp):
    kept.append(QWidget())
    kept[-1].setWindowTitle("forgotten")
    kept[-1].show()

def test_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(1000)

def test_thread():
    threading.Thread(target=threading.Event().wait, name="sleeper", daemon=True).start()

def test_network():
    try:
        socket.create_connection(("127.0.0.1", 9))
    except OSError:
        pass

def test_qt_warning(qtbot):
    qWarning("something is odd")

def test_python_warning():
    warnings.warn("old ways", DeprecationWarning)

def test_careful(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    timer = QTimer(widget)
    timer.start(1000)
    thread = threading.Thread(target=str)
    thread.start()
"""

REASONS = [
    "*left behind by this test: window QWidget “forgotten”*",
    "*left behind by this test: timer of NoneType (1000 ms)*",
    "*left behind by this test: thread sleeper*",
    "*Vindplaats never uses the network*",
    "*something is odd*",
    "*DeprecationWarning: old ways*",
]


def test_careless_tests_fail(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    tests = Path(__file__).parent
    monkeypatch.setenv("PYTHONPATH", str(tests.parent))
    pytester.makeconftest(tests.joinpath("conftest.py").read_text("utf-8"))
    pytester.makepyfile(CARELESS)
    options = ["-p", "no:randomly", "-p", "no:cacheprovider", "-o", "qt_log_level_fail=WARNING", "-W", "error"]
    result = pytester.runpytest_subprocess(*options)
    result.stdout.fnmatch_lines_random(REASONS)
    # a leftover is an error of the teardown, after the test itself passed
    result.assert_outcomes(passed=4, failed=3, errors=3)


def test_settings_of_the_user_are_out_of_reach(home: Path) -> None:
    folders = (platformdirs.user_config_path, platformdirs.user_data_path, platformdirs.user_cache_path)
    assert all(folder("vindplaats").is_relative_to(home) for folder in folders)
