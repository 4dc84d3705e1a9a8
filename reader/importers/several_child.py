"""The program that reads the papers of an import apart from the window, so that no file can hold up or break that.

On standard input comes one JSON line a file: {"path", "password", "only", "folder", "number"}. The papers are parked in
the folder; on standard output goes a JSON line for the progress, one for each paper or refusal, and {"end"} for each
file.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from pathlib import Path
from typing import Any, BinaryIO

from reader.domain.errors import ReaderError
from reader.importers.base import shown_name
from reader.importers.several import Found, read_papers
from reader.importers.several_parked import park, parked_form

MEMORY_LIMIT = 4_000_000_000  # bytes of address space
_OFTEN = 0.1  # seconds between two words on the progress


def main() -> int:
    """Read what is asked until there is nothing more to read. Gives 0."""
    _limit_memory()
    out = sys.stdout.buffer
    for line in sys.stdin.buffer:
        answer(json.loads(line), out)
    return 0


def answer(request: dict[str, Any], out: BinaryIO) -> None:
    """Read one file and tell what comes of it. An error that nobody foresaw is told as well."""
    told = 0.0

    def report(share: float) -> None:
        nonlocal told
        if time.monotonic() - told > _OFTEN:
            told = time.monotonic()
            _say(out, {"share": share})

    path, folder = Path(request["path"]), Path(request["folder"])
    try:
        found = read_papers(path, progress=report, password=request["password"], only=request["only"])
        for number, one in enumerate(found):
            _say(out, _form(one, folder / f"{request['number']}-{number}.paper"))
    except Exception:  # noqa: BLE001 (whatever it is: the window must hear of it, and the next file is read)
        _say(out, {"name": shown_name(path), "crash": traceback.format_exc()})
    _say(out, {"end": True})


def _form(found: Found, file: Path) -> dict[str, Any]:
    form: dict[str, Any] = {"name": found.name, "takes_password": found.takes_password}
    if isinstance(found.outcome, ReaderError):
        return form | {"error": type(found.outcome).__name__, "facts": found.outcome.facts}
    return form | {"paper": parked_form(park(found.outcome, file))}


def _say(out: BinaryIO, form: dict[str, Any]) -> None:
    out.write(json.dumps(form, separators=(",", ":")).encode() + b"\n")
    out.flush()


def _limit_memory() -> None:
    """No more memory than readable files need."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    highest = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(MEMORY_LIMIT, hard)
    if soft == resource.RLIM_INFINITY or soft > highest:
        resource.setrlimit(resource.RLIMIT_AS, (highest, hard))


if __name__ == "__main__":
    sys.exit(main())
