"""Reading a PDF in processes of their own, with limits, so that no file can take the program down."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from reader.domain.errors import FileTooSlow
from reader.importers.extracted import Progress
from reader.importers.pdf_answers import Answers
from reader.importers.pdf_page import PdfFile
from reader.own_process import command, environment

CHILD_WORD = "--read-pdf"  # what tells the bundled program that it is to read a PDF, on standard input
_LOOK = 0.1  # seconds between two looks at whether the user wants to stop
_LARGE = 256 * 1024  # bytes; a file from this size on is shared by two processes

_Messages = queue.Queue[bytes | None]


@dataclass(frozen=True, slots=True)
class Way:
    """How a file is read: by which command, and for how long.

    `silence` and `longest` are seconds: without a page, and altogether; `per_page` is added to `longest` for each page.
    """

    command: tuple[str, ...]
    silence: float = 20.0
    longest: float = 60.0
    per_page: float = 0.5


def usual_way() -> Way:
    """This program once more, as the one that reads."""
    return Way(command("reader.importers.pdf_child", CHILD_WORD))


def read_pages(data: bytes, name: str, progress: Progress, way: Way | None = None, *, password: str = "") -> PdfFile:
    """The lines of all pages of the PDF `data`; `name` is the file's, for messages.

    `progress` hears a share from 0 to 1 and may raise to stop. Raises FileNeedsPassword, FileDamaged, FileTooManyPages
    or FileTooSlow.
    """
    way = way or usual_way()
    parts = 2 if len(data) > _LARGE and (os.cpu_count() or 1) > 1 else 1
    messages: _Messages = queue.Queue()
    answers = Answers(name, parts)
    with _children(data, parts, way, messages, password):
        started = heard = time.monotonic()
        open_parts = parts
        while open_parts:
            try:
                message = messages.get(timeout=_LOOK)
            except queue.Empty:
                progress(answers.share)
                now = time.monotonic()
                if now - heard > way.silence or now - started > way.longest + way.per_page * answers.page_count:
                    raise FileTooSlow(name=name) from None
                continue
            heard = time.monotonic()
            if message is None:
                open_parts -= 1
            else:
                answers.take(message)
                progress(answers.share)
    return answers.file()


@contextmanager
def _children(data: bytes, parts: int, way: Way, messages: _Messages, password: str) -> Iterator[None]:
    """Run the reading processes, each with a thread that feeds and hears it; none of them outlives the block."""
    processes: list[subprocess.Popen[bytes]] = []
    threads: list[threading.Thread] = []
    try:
        for part in range(parts):
            process = subprocess.Popen(
                way.command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            processes.append(process)
            request = json.dumps({"part": part, "parts": parts, "password": password}).encode() + b"\n"
            thread = threading.Thread(target=_converse, args=(process, request, data, messages), daemon=True)
            threads.append(thread)
            thread.start()
        yield
    finally:
        for process in processes:
            process.kill()
        for thread in threads:
            thread.join()
        for process in processes:
            process.wait()
            for pipe in filter(None, (process.stdin, process.stdout)):
                with suppress(OSError):  # what was still to be written has no reader any more
                    pipe.close()


def _converse(process: subprocess.Popen[bytes], request: bytes, data: bytes, messages: _Messages) -> None:
    """Give a process the file, and pass on each line it writes; None when it has ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(OSError, ValueError):  # it was ended, by itself or by the limits
        process.stdin.write(request)
        process.stdin.write(data)
        process.stdin.close()
        for line in process.stdout:
            messages.put(line)
    messages.put(None)
