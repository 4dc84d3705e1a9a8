"""What the annotated PDF asks of processes apart: where characters stand, and what to write behind the file."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
import time
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Final

from reader.own_process import command, environment
from reader.text.page_map import PageMap, page_map_of

ANNOTATE_WORD: Final = "--annotate-pdf"  # what tells the bundled program that it is to write in a PDF
VIEW_WORD: Final = "--view-pdf"  # that it is to tell where the characters of a PDF stand
PATIENCE: Final = 60.0  # seconds without an answer
_LOOK: Final = 0.1  # seconds between two looks at whether the user wants to stop
_PART: Final = 1 << 20  # bytes heard at once

Form = dict[str, Any]
Look = Callable[[float], None]  # told the share that is done; may raise to stop


class NoAnswer(Exception):
    """A process ended, fell silent or said what makes no sense; `str()` is the reason it gave, if it gave one."""


@dataclass(frozen=True, slots=True)
class MeasuredPage:
    """A page as it is measured. `map` counts points from the top left of the page as it is shown, which is `frame`
    (left, bottom, right, top in the page's own coordinates) turned `turns` quarters to the right.
    """

    map: PageMap
    frame: tuple[float, float, float, float]
    turns: int


def annotating() -> tuple[str, ...]:
    """The command that starts the process that writes."""
    return command("reader.exporters.annotated_pdf_child", ANNOTATE_WORD)


def viewing() -> tuple[str, ...]:
    """The command that starts the process that measures."""
    return command("reader.importers.pdf_view_child", VIEW_WORD)


def measured_pages(data: bytes, pages: Sequence[int], look: Look) -> tuple[int, dict[int, MeasuredPage]]:
    """How many pages a PDF has, and where the characters stand of those asked for (from 0).

    Raises NoAnswer: "password" for a file that needs one, "damaged" for one that cannot be read.
    """
    head = json.dumps({"bytes": len(data), "password": ""}).encode() + b"\n"
    requests = b"".join(json.dumps({"page": page, "map": True}).encode() + b"\n" for page in pages)
    found: dict[int, MeasuredPage] = {}
    with _asking(viewing(), head + data + requests, look) as answers:
        first = _form(next(answers))
        if "sizes" not in first:
            raise NoAnswer(str(first.get("error", "")))
        for number, page in enumerate(pages):
            found[page] = _measured(_form(next(answers)))
            look((number + 1) / len(pages))
    return len(first["sizes"]), found


def pictures(data: bytes, pages: Sequence[int], width: int, look: Look) -> list[tuple[int, int, bytes]]:
    """Pages (from 0) of a PDF with their annotations, `width` pixels wide: (width, height, pixels), four bytes a pixel:
    blue, green, red, none. A page that cannot be drawn is left out. Raises NoAnswer as `measured_pages` does.
    """
    head = json.dumps({"bytes": len(data), "password": ""}).encode() + b"\n"
    with _asking(viewing(), head + data, look) as answers:
        sizes = _form(next(answers)).get("sizes")
    if not isinstance(sizes, list):
        raise NoAnswer
    requests = []
    for page in pages:
        across, high = sizes[page]
        height = max(1, round(width * high / across))
        requests.append({"page": page, "width": width, "height": height, "top": 0, "rows": height})
    said = head + data + b"".join(json.dumps(request).encode() + b"\n" for request in requests)
    found = []
    with _asking(viewing(), said, look, is_split=False) as parts:
        stream = _Stream(parts)
        stream.line()
        for request in requests:
            size = _form(stream.line()).get("picture", 0)
            pixels = stream.take(int(size))
            if len(pixels) == 4 * width * request["height"]:
                found.append((width, request["height"], pixels))
            look(len(found) / len(requests))
    return found


class _Stream:
    """What a process says, of which lines and stretches of bytes can be taken."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts
        self._left = b""

    def line(self) -> bytes:
        while b"\n" not in self._left:
            self._left += next(self._parts)
        line, _, self._left = self._left.partition(b"\n")
        return line

    def take(self, count: int) -> bytes:
        parts, have = [self._left], len(self._left)
        while have < count:
            parts.append(next(self._parts))
            have += len(parts[-1])
        whole = b"".join(parts)
        self._left = whole[count:]
        return whole[:count]


def written_behind(data: bytes, annotations: Sequence[Form], page_count: int, look: Look) -> bytes:
    """What is to be written behind the bytes of a PDF so that it has these annotations.

    Raises NoAnswer: "protected" or "damaged" for a file in which nothing can be written.
    """
    request = json.dumps({"bytes": len(data), "pages": page_count, "annotations": list(annotations)}).encode() + b"\n"
    with _asking(annotating(), request + data, look) as answers:
        answer = _form(next(answers))
    try:
        return b64decode(answer["behind"], validate=True)
    except (KeyError, ValueError, TypeError) as error:
        raise NoAnswer(str(answer.get("error", ""))) from error


def _form(line: bytes) -> Form:
    try:
        form = json.loads(line)
    except ValueError as error:
        raise NoAnswer from error
    if not isinstance(form, dict):
        raise NoAnswer
    return form


def _measured(form: Form) -> MeasuredPage:
    try:
        left, bottom, right, top = map(float, form["frame"])
        return MeasuredPage(page_map_of(form["lines"]), (left, bottom, right, top), int(form["turns"]) % 4)
    except (KeyError, TypeError, ValueError) as error:
        raise NoAnswer from error


@contextmanager
def _asking(words: tuple[str, ...], said: bytes, look: Look, *, is_split: bool = True) -> Iterator[Iterator[bytes]]:
    """Start a process, tell it `said`, and hear its lines, or stretches as they come; it does not outlive the block."""
    process = subprocess.Popen(
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    lines: queue.Queue[bytes] = queue.Queue()
    hear = _hear if is_split else _hear_parts
    threads = [threading.Thread(target=work, args=(process, with_what), daemon=True) for work, with_what in (
        (_tell, said), (hear, lines),
    )]  # fmt: skip
    for thread in threads:
        thread.start()
    try:
        yield _heard(lines, look)
    finally:
        process.kill()
        for thread in threads:
            thread.join()
        process.wait()
        for pipe in filter(None, (process.stdin, process.stdout)):
            with suppress(OSError):  # what was still to be written has no reader any more
                pipe.close()


def _tell(process: subprocess.Popen[bytes], said: bytes) -> None:
    assert process.stdin is not None
    with suppress(OSError, ValueError):  # it ended before it had heard all
        process.stdin.write(said)
        process.stdin.close()


def _hear(process: subprocess.Popen[bytes], lines: queue.Queue[bytes]) -> None:
    assert process.stdout is not None
    with suppress(OSError, ValueError):
        for line in process.stdout:
            lines.put(line)
    lines.put(b"")


def _hear_parts(process: subprocess.Popen[bytes], parts: queue.Queue[bytes]) -> None:
    assert process.stdout is not None
    with suppress(OSError, ValueError):
        while part := os.read(process.stdout.fileno(), _PART):
            parts.put(part)
    parts.put(b"")


def _heard(lines: queue.Queue[bytes], look: Look) -> Iterator[bytes]:
    """The lines as they come; between them the user may stop. Raises NoAnswer at the end and after a long silence."""
    heard, done = time.monotonic(), 0.0
    while True:
        try:
            line = lines.get(timeout=_LOOK)
        except queue.Empty:
            look(done)
            if time.monotonic() - heard > PATIENCE:
                raise NoAnswer from None
            continue
        if not line:
            raise NoAnswer
        yield line
        heard = time.monotonic()
