"""Reading the papers of an import in a process of its own: the window stays quick, and lives on when that breaks."""

from __future__ import annotations

import json
import logging
import queue
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.domain import errors
from reader.domain.errors import FileTooSlow, FileUnreadable, ImportStopped, ReaderError
from reader.importers.extracted import Cancelled, Progress, shown_name
from reader.importers.several_parked import Parked, parked_from
from reader.own_process import command, environment

log = logging.getLogger(__name__)

CHILD_WORD = "--read-files"  # what tells the bundled program that it is to read files
FILES_PER_PROCESS = 200  # then a fresh one takes over: what a library does not give back goes with the old one
_LOOK = 0.05  # seconds between two looks at whether the user wants to stop

_Messages = queue.Queue[bytes | None]


@dataclass(frozen=True, slots=True)
class ParkedFound:
    """A paper that lies parked, or why there is none; the rest as in several.Found."""

    name: str
    outcome: Parked | ReaderError
    takes_password: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """By which command files are read, and how many seconds it may be silent."""

    command: tuple[str, ...]
    silence: float = 120.0


def usual_way() -> Way:
    """This program once more, as the one that reads."""
    return Way(command("reader.importers.several_child", CHILD_WORD))


@dataclass(slots=True)
class PaperReader:
    """Reads files one after another and parks their papers in `folder`. Close it, from the thread that reads."""

    folder: Path
    way: Way = field(default_factory=usual_way)
    _process: subprocess.Popen[bytes] | None = None
    _thread: threading.Thread | None = None
    _messages: _Messages = field(default_factory=queue.Queue)
    _files: int = 0  # read altogether

    def read(
        self, path: Path, *, progress: Progress, cancelled: Cancelled, password: str = "", only: str = ""
    ) -> Iterator[ParkedFound]:
        """What comes of the file at `path`, as several.read_papers tells it; also what breaks the process down.

        Raises ImportStopped when `cancelled`.
        """
        name = shown_name(path)
        if self._files % FILES_PER_PROCESS == 0:
            self.close()
        self._files += 1
        request = {
            "path": str(path.absolute()),
            "password": password,
            "only": only,
            "folder": str(self.folder),
            "number": self._files,
        }
        if not self._ask(json.dumps(request).encode() + b"\n"):
            yield ParkedFound(name, FileUnreadable(name=name, reason="reading it broke down"))
            return
        heard = time.monotonic()
        while True:
            if cancelled():
                self.close()
                raise ImportStopped(name=name)
            try:
                message = self._messages.get(timeout=_LOOK)
            except queue.Empty:
                if time.monotonic() - heard > self.way.silence:
                    self.close()
                    yield ParkedFound(name, FileTooSlow(name=name))
                    return
                continue
            heard = time.monotonic()
            try:
                told = self._understood(message)
            except (ValueError, KeyError, TypeError):  # it ended, or its words were cut off
                self.close()
                yield ParkedFound(name, FileUnreadable(name=name, reason="reading it broke down"))
                return
            if told is None:
                return
            if isinstance(told, ParkedFound):
                yield told
            else:
                progress(told)

    def close(self) -> None:
        """End the process, at once. The next file starts another."""
        process, thread, self._process, self._thread = self._process, self._thread, None, None
        if process is None:
            return
        process.kill()
        if thread is not None:
            thread.join()
        process.wait()
        for pipe in filter(None, (process.stdin, process.stdout)):
            with suppress(OSError):  # what was still to be written has no reader any more
                pipe.close()

    def _ask(self, request: bytes) -> bool:
        """Hand a request to the process; gives whether one took it."""
        for _attempt in range(2):
            if self._process is None:
                self._start()
            process = self._process
            assert process is not None
            assert process.stdin is not None
            try:
                process.stdin.write(request)
                process.stdin.flush()
            except (OSError, ValueError):  # it ended since the last file
                self.close()
                continue
            return True
        return False

    def _start(self) -> None:
        process = subprocess.Popen(
            self.way.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._process, self._messages = process, queue.Queue()
        self._thread = threading.Thread(target=_hear, args=(process, self._messages), daemon=True)
        self._thread.start()

    def _understood(self, message: bytes | None) -> ParkedFound | float | None:
        """What the process says: a paper, how far it is, or (None) that the file is done.

        Raises ValueError, KeyError or TypeError when it ended or makes no sense.
        """
        if message is None:
            raise ValueError("the process has ended")
        told: dict[str, Any] = json.loads(message)
        if "end" in told:
            return None
        if "share" in told:
            return float(told["share"])
        name = str(told["name"])
        if "crash" in told:
            log.error("reading %s: %s", name, told["crash"])
            return ParkedFound(name, FileUnreadable(name=name, reason="it met an error in this program"))
        if "paper" in told:
            return ParkedFound(name, parked_from(told["paper"], self.folder))
        kind = getattr(errors, str(told["error"]), None)
        if not (isinstance(kind, type) and issubclass(kind, ReaderError)):
            raise ValueError("not an error of this program")
        return ParkedFound(name, kind(**dict(told["facts"])), bool(told["takes_password"]))


def _hear(process: subprocess.Popen[bytes], messages: _Messages) -> None:
    """Pass on each line the process writes; None when it has ended."""
    assert process.stdout is not None
    with suppress(OSError, ValueError):  # it was ended
        for line in process.stdout:
            messages.put(line)
    messages.put(None)
