"""What every test gets: a platform offscreen, a home of its own, no network, and a look at what is left behind."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform.startswith("linux"):
    os.environ["LC_ALL"] = (
        "C.UTF-8"  # pictures and sorting do not depend on the machine; Qt warns about other encodings
    )

# a busy machine may be slow; how long a test may take is pytest-timeout's question
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


# No network ----------------------------------------------------------------------------------------------------------
NETWORK_EVENTS = frozenset({"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"})


class NetworkForbidden(BaseException):
    """Raised where code under test reaches for the network; no `except Exception` may hide it."""


def forbid_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in NETWORK_EVENTS:
        return
    if event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], str | bytes):
        return  # a Unix socket: another process of this machine (D-Bus), not the network
    raise NetworkForbidden(f"{event} {arguments[1:]!r}: Vindplaats never uses the network")


sys.addaudithook(forbid_network)


# A home of its own ---------------------------------------------------------------------------------------------------
def own_home(home: Path) -> dict[str, str]:
    """The environment in which settings, data and caches of the user lie below `home`, on every platform."""
    folders = {
        "HOME": home,
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_STATE_HOME": home / "state",
        "WIN_PD_OVERRIDE_APPDATA": home / "roaming",
        "WIN_PD_OVERRIDE_LOCAL_APPDATA": home / "local",
    }
    return {name: str(folder) for name, folder in folders.items()}


# also for what is read once, when Qt or a module is loaded
_session_home = tempfile.TemporaryDirectory(prefix="vindplaats-tests-", ignore_cleanup_errors=True)
os.environ.update(own_home(Path(_session_home.name)))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The empty home folder of this test; platformdirs and QSettings point into it."""
    folder = tmp_path_factory.mktemp("home")
    for name, value in own_home(folder).items():
        monkeypatch.setenv(name, value)
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QSettings

        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        for scope in QSettings.Scope:
            QSettings.setPath(QSettings.Format.IniFormat, scope, str(folder / "settings"))
    return folder


# Nothing left behind -------------------------------------------------------------------------------------------------
TIMERS: pytest.StashKey[weakref.WeakSet[Any]] = pytest.StashKey()  # every QTimer that a running test has started


def pytest_configure(config: pytest.Config) -> None:
    config.stash[TIMERS] = weakref.WeakSet()


def pytest_sessionfinish() -> None:
    """Empty the clipboard: the offscreen platform frees what lies on it when Python is gone, which ends in a crash."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


def pytest_unconfigure() -> None:
    _session_home.cleanup()


@pytest.fixture(scope="session")
def qapp(qapp: Any, pytestconfig: pytest.Config) -> Iterator[Any]:
    """The application of all tests, with the fonts that the program ships; timers that are started are remembered."""
    from PySide6.QtCore import QTimer

    from reader.ui.resources import load_fonts

    load_fonts()
    timers = pytestconfig.stash[TIMERS]
    start = QTimer.start

    def remembered_start(timer: QTimer, *arguments: Any) -> None:
        timers.add(timer)
        start(timer, *arguments)

    QTimer.start = remembered_start
    yield qapp
    QTimer.start = start


@pytest.fixture(autouse=True)
def nothing_left_behind(home: Path, pytestconfig: pytest.Config) -> Iterator[None]:
    """Fails a test after which a thread, a window or a timer of its own is still alive."""
    before = set(threading.enumerate())
    yield
    left = [f"thread {thread.name}" for thread in _threads_left(before)]
    if "PySide6.QtWidgets" in sys.modules:
        left += _left_in_qt(pytestconfig.stash[TIMERS])
    if left:
        pytest.fail(f"left behind by this test: {', '.join(left)}", pytrace=False)


def _threads_left(before: set[threading.Thread]) -> list[threading.Thread]:
    """Threads started since `before` that do not end by themselves within two seconds."""
    left = []
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading._DummyThread):  # stands for a thread of Qt's pool, which is asked itself
            continue
        thread.join(2)
        if thread.is_alive():
            left.append(thread)
    return left


def _left_in_qt(timers: weakref.WeakSet[Any]) -> list[str]:
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    if not isinstance(QApplication.instance(), QApplication):
        return []
    left = []
    if not QThreadPool.globalInstance().waitForDone(2000):
        left.append("work in the thread pool")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for window in QApplication.topLevelWidgets():
        if isValid(window) and window.isVisible():
            left.append(f"window {type(window).__name__} “{window.windowTitle()}”")
            window.hide()
    for timer in list(timers):
        if isValid(timer) and timer.isActive():
            left.append(f"timer of {type(timer.parent()).__name__} ({timer.interval()} ms)")
            timer.stop()
    timers.clear()
    return left


# The sample project --------------------------------------------------------------------------------------------------
@pytest.fixture(scope="session")
def _sample_original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from reader.sample import build_sample

    path = tmp_path_factory.mktemp("sample") / "sample.vindplaats"
    build_sample(path)
    return path


@pytest.fixture
def sample_project(_sample_original: Path, tmp_path: Path) -> Path:
    """A closed copy of the sample project that this test may change."""
    return Path(shutil.copy2(_sample_original, tmp_path / "sample.vindplaats"))
