"""A desktop without a screen for the real program: an X server, a message bus of its own, and a screen reader."""

from __future__ import annotations

import ctypes
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from reader.config import Settings

ROOT = Path(__file__).parents[2]
CLIENT = Path(__file__).with_name("screen_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
PACKAGES = "xvfb dbus at-spi2-core python3-pyatspi gir1.2-atspi-2.0 libxtst6"
PATIENCE = 20.0  # s; a busy machine may be slow, a broken program is noticed by its end
POLL = 0.05  # s
HARMLESS = (  # what Qt says of a client that is older than itself, and of one that asks for a widget just closed
    "GetApplicationBusAddress",
    "Could not find accessible on path",
)


def missing_part() -> str | None:
    """Why the screen reader test cannot run here, or None."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is how Linux speaks to screen readers"
    for program in ("Xvfb", "dbus-run-session"):
        if shutil.which(program) is None:
            return f"{program} is not installed (Debian packages: {PACKAGES})"
    if not Path(SYSTEM_PYTHON).exists():
        return f"no {SYSTEM_PYTHON} that could run pyatspi"
    wanted = "import pyatspi, ctypes; ctypes.CDLL('libXtst.so.6')"
    found = subprocess.run([SYSTEM_PYTHON, "-c", wanted], capture_output=True, text=True, timeout=PATIENCE)
    if found.returncode != 0:
        last = (found.stderr.strip().splitlines() or ["no pyatspi"])[-1]
        return f"{last} (Debian packages: {PACKAGES})"
    return None


class Listener:
    """The test's end of the screen reader, and the program it reads."""

    def __init__(self, client: subprocess.Popen[str], program: subprocess.Popen[str], log: Path) -> None:
        self._client, self.program, self._log = client, program, log

    def ask(self, question: str, *arguments: Any) -> Any:
        """Ask the screen reader something; fails with the program's last words when it has ended."""
        self.expect_alive()
        assert self._client.stdin is not None
        assert self._client.stdout is not None
        self._client.stdin.write(json.dumps([question, arguments]) + "\n")
        self._client.stdin.flush()
        ready, _, _ = select.select([self._client.stdout], [], [], PATIENCE)
        line = self._client.stdout.readline() if ready else ""
        if not line:
            pytest.fail(f"the screen reader does not answer “{question}”\n{self.words_of_program()}")
        answer = json.loads(line)
        if "error" in answer:
            self.expect_alive()
            pytest.fail(f"{question}{arguments}: {answer['error']}\n{self.words_of_program()}")
        return answer["answer"]

    def until(self, condition: Callable[[], Any], what: str) -> Any:
        """Ask again until there is a true answer; gives it."""
        end = time.monotonic() + PATIENCE
        while not (answer := condition()):
            if time.monotonic() > end:
                pytest.fail(f"waited in vain: {what}\n{self.words_of_program()}")
            time.sleep(POLL)
        return answer

    def words_of_program(self) -> str:
        """What the program wrote to its standard error."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def expect_alive(self) -> None:
        code = self.program.poll()
        if code is not None:
            pytest.fail(f"the program ended with {code}\n{self.words_of_program()}")

    def expect_good_end(self) -> None:
        """Close the window by key, with the screen reader still listening; nothing may have been complained of."""
        self.until(lambda: self.ask("take_focus", 0), "a paper takes the focus")
        self.ask("press", "Control_L+q")
        code = self.program.wait(PATIENCE)
        lines = [line for line in self.words_of_program().splitlines() if line.strip()]
        words = [line for line in lines if not any(part in line for part in HARMLESS)]
        if code != 0 or words:
            pytest.fail("\n".join([f"the program ended with {code}", *words]))


@contextmanager
def running(command: list[str], environment: dict[str, str], **options: Any) -> Iterator[subprocess.Popen[str]]:
    """A process with a group of its own; the whole group has ended afterwards."""
    process = subprocess.Popen(
        command, env=environment, text=True, start_new_session=True, preexec_fn=_end_with_parent, **options
    )
    try:
        yield process
    finally:
        for sign in (signal.SIGTERM, signal.SIGKILL):
            if _group_lives(process):
                os.killpg(process.pid, sign)
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                continue
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


def _end_with_parent() -> None:
    """In a new process: end also when the test run is killed, so that no screen and no program stay behind."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


def _group_lives(process: subprocess.Popen[str]) -> bool:
    process.poll()
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return False
    return True


def _first_line(process: subprocess.Popen[str], what: str) -> str:
    assert process.stdout is not None
    ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
    line = process.stdout.readline().strip() if ready else ""
    if not line:
        pytest.fail(f"{what} does not start")
    return line


@pytest.fixture(scope="module")
def listener(tmp_path_factory: pytest.TempPathFactory, _sample_original: Path) -> Iterator[Listener]:
    """The real program on the sample project, with a screen reader that listens to it."""
    reason = missing_part()
    if reason is not None:
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("desktop")
    project = Path(shutil.copy2(_sample_original, folder / "sample.vindplaats"))
    environment = _environment(folder)
    log = folder / "program.log"
    with ExitStack() as stack:
        screen = stack.enter_context(
            running(
                ["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
                environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        )
        environment["DISPLAY"] = ":" + _first_line(screen, "Xvfb")
        bus = stack.enter_context(
            running(
                ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
                environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        )
        environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(bus, "the message bus")
        client = stack.enter_context(
            running(
                [SYSTEM_PYTHON, str(CLIENT)],
                environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        )
        with log.open("w", encoding="utf-8") as words:
            program = stack.enter_context(
                running(
                    [sys.executable, "-X", "faulthandler", "-m", "reader", str(project)],
                    environment | {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"},
                    cwd=ROOT,
                    stderr=words,
                )
            )
        listener = Listener(client, program, log)
        listener.until(lambda: listener.ask("program"), "the window of the program")
        listener.until(lambda: len(listener.ask("documents")) == 2, "two papers side by side")
        yield listener
        listener.expect_good_end()


def _environment(folder: Path) -> dict[str, str]:
    """Of all processes: a home of their own, English, nothing of the desktop that runs the tests."""
    run = folder / "run"
    run.mkdir(mode=0o700)
    strange = ("DBUS_", "AT_SPI_", "QT_", "XDG_", "WAYLAND_", "PYTHON")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(strange)}
    environment |= {"HOME": str(folder), "XDG_RUNTIME_DIR": str(run), "LC_ALL": "C.UTF-8", "NO_AT_BRIDGE": "0"}
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        environment[f"XDG_{name}_HOME"] = str(folder / name.lower())
    settings = Settings.load(folder / "config" / "vindplaats")
    for option, value in {"language": "en", "theme": "light", "author": "Test"}.items():
        settings.set(option, value)
    return environment
