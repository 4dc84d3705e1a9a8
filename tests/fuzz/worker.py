"""The process that reads damaged files: `python -m tests.fuzz.worker FORMAT SEED FIRST LAST`, a JSON line for each.

It may hang or break down: the one that started it looks on (see tests.fuzz.watching).
"""

from __future__ import annotations

import json
import signal
import sys
import tempfile
import time
import traceback
import warnings
from pathlib import Path
from types import FrameType
from typing import Any

from tests.fuzz.formats import FORMATS, made_input
from tests.fuzz.reading import TIME_LIMIT, outcome_of, read_pdf_here

MEMORY_LIMIT = 2_000_000_000  # bytes of address space, for files of at most a few hundred thousand


class TooSlow(BaseException):
    """Raised where the reading is when its time is over."""


def main(name: str, seed: int, first: int, last: int) -> None:
    """Read the inputs with these numbers, the last one not."""
    _limit_memory()
    warnings.simplefilter("ignore")
    read_pdf_here()
    if hasattr(signal, "SIGPROF"):
        signal.signal(signal.SIGPROF, _too_slow)
    with tempfile.TemporaryDirectory(prefix="vindplaats-fuzz-") as folder:
        path, parked = Path(folder, f"stuk{FORMATS[name].suffix}"), Path(folder, "parked")
        for number in range(first, last):
            path.write_bytes(made_input(name, seed, number))
            line = {"number": number, **_read(path, parked), "memory": _memory()}
            sys.stdout.write(json.dumps(line) + "\n")
            sys.stdout.flush()


def _read(path: Path, parked: Path) -> dict[str, Any]:
    started = time.process_time()
    try:
        _set_clock(TIME_LIMIT)
        outcome = outcome_of(path, parked)
    except (Exception, TooSlow) as error:  # noqa: BLE001 (whatever it is, it is a finding)
        frames = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in frames if "reader" in Path(frame.filename).parts] or frames
        where = f"{type(error).__name__} in {Path(ours[-1].filename).name}:{ours[-1].lineno} {ours[-1].name}"
        told = "".join(traceback.format_exception(error))[-6000:]
        return {"seconds": time.process_time() - started, "failure": where, "traceback": told}
    finally:
        _set_clock(0)
    return {"seconds": time.process_time() - started, "read": outcome.read, "refused": outcome.refused}


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlow


def _set_clock(seconds: float) -> None:
    """The time of this process counts: the machine may be busy."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _memory() -> int:
    """The most bytes this process has used so far; 0 where that is not told."""
    if sys.platform == "win32":
        return 0
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    highest = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(MEMORY_LIMIT, hard)
    resource.setrlimit(resource.RLIMIT_AS, (highest, hard))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
