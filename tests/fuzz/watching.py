"""Has damaged files read by processes, ends those that hang, starts anew after those that break down, and counts."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.fuzz.reading import TIME_LIMIT

ROOT = Path(__file__).parents[2]
SHARE = 1000  # inputs that one process reads: then a fresh one takes over
WORKER = (sys.executable, "-m", "tests.fuzz.worker")
START = 30.0  # seconds that a process may take to begin
SILENCE = 6 * TIME_LIMIT  # seconds between two of its lines; what takes long in Python it ends itself


@dataclass(frozen=True, slots=True)
class Finding:
    """An input that was neither read nor refused. `where` tells the kind: error, hang, or break-down."""

    format: str
    number: int
    where: str
    told: str


@dataclass(slots=True)
class Tally:
    """What came of the inputs of one format. `seconds` is the time of all, `slowest` that of one, of that number."""

    inputs: int = 0
    read: int = 0
    refused: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_number: int = 0
    memory: int = 0  # the most bytes a reading process used
    importers: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Share:
    format: str
    first: int
    last: int


def watched(formats: Sequence[str], count: int, seed: int, processes: int) -> dict[str, Tally]:
    """Read `count` inputs of each format, in that many processes at a time."""
    tallies = {name: Tally() for name in formats}
    shares = [_Share(name, first, min(count, first + SHARE)) for name in formats for first in range(0, count, SHARE)]
    with ThreadPoolExecutor(processes) as pool:
        for share, lines in zip(shares, pool.map(lambda share: list(_lines(share, seed)), shares), strict=True):
            for line in lines:
                _count(tallies[share.format], share.format, line)
    return tallies


def _lines(share: _Share, seed: int) -> Iterator[dict[str, Any]]:
    """One line for each input of the share, also for those at which a process hung or broke down."""
    following = share.first
    while following < share.last:
        for line in _told(share.format, seed, following, share.last):
            following = line["number"] + 1
            yield line


def _told(name: str, seed: int, first: int, last: int) -> Iterator[dict[str, Any]]:
    """What one process tells; the last line is ours when it ended before it was done.

    Raises RuntimeError for an error in the process that has nothing to do with reading.
    """
    command = [*WORKER, name, str(seed), str(first), str(last)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    lines: queue.Queue[bytes] = queue.Queue()
    errors: list[bytes] = []
    assert process.stdout is not None
    assert process.stderr is not None
    hearing = (
        threading.Thread(target=_pass_on, args=(process.stdout, lines)),
        threading.Thread(target=lambda pipe: errors.append(pipe.read()[-4000:]), args=(process.stderr,)),
    )
    for thread in hearing:
        thread.start()
    number, failure, patience = first, "", START + SILENCE
    try:
        while number < last and not failure:
            try:
                line = json.loads(lines.get(timeout=patience))
            except queue.Empty:
                failure = "hang outside Python"
                break
            except ValueError:  # the stream ended, perhaps within a line
                failure = "break-down"
                break
            number, patience = line["number"] + 1, SILENCE
            yield line
    finally:
        if number < last:
            process.kill()
        code = process.wait()
        for thread in hearing:
            thread.join()
        process.stdout.close()
        process.stderr.close()
    told = b"".join(errors).decode("utf-8", "replace")
    if failure and code == 1:
        raise RuntimeError(f"the fuzzing itself is broken: {told}")
    if failure:
        yield {"number": number, "seconds": patience, "failure": f"{failure} (exit {code})", "traceback": told}


def _pass_on(pipe: Any, lines: queue.Queue[bytes]) -> None:
    for line in pipe:
        lines.put(line)
    lines.put(b"")


def _count(tally: Tally, name: str, line: dict[str, Any]) -> None:
    tally.inputs += 1
    tally.seconds += line["seconds"]
    if line["seconds"] > tally.slowest:
        tally.slowest, tally.slowest_number = line["seconds"], line["number"]
    tally.memory = max(tally.memory, line.get("memory", 0))
    if "failure" in line:
        tally.findings.append(Finding(name, line["number"], line["failure"], line["traceback"]))
        return
    tally.importers.update(line["read"])
    tally.errors.update(line["refused"])
    tally.read += bool(line["read"])
    tally.refused += not line["read"]
