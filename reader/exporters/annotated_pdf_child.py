"""The program that makes the annotations of a PDF apart from the window; a hostile file can only end this process.

On standard input comes one JSON line {"bytes", "pages", "annotations"} with the file's bytes behind it; the answer is
one JSON line: {"behind"}, what is to be written behind the file, in Base64, or {"error"}: "protected" or "damaged".
"""

from __future__ import annotations

import json
import sys
from base64 import b64encode
from typing import BinaryIO, Final

from reader.exporters.annotated_pdf_update import Unwritable, update_of

MEMORY_LIMIT: Final = 3_000_000_000  # bytes of address space
CPU_LIMIT: Final = 600  # seconds


def main() -> int:
    """Read the request and answer it. Gives 0, also when nothing can be written: the answer says so."""
    _limit()
    serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0


def serve(requests: BinaryIO, out: BinaryIO) -> None:
    """Answer the one request."""
    request = json.loads(requests.readline())
    data = requests.read(int(request["bytes"]))
    try:
        behind = update_of(data, request["annotations"], int(request["pages"]))
        answer = {"behind": b64encode(behind).decode("ascii")}
    except Unwritable as error:
        answer = {"error": str(error)}
    out.write(json.dumps(answer).encode() + b"\n")
    out.flush()


def _limit() -> None:
    if sys.platform == "win32":
        return
    import resource

    for limit, value in ((resource.RLIMIT_AS, MEMORY_LIMIT), (resource.RLIMIT_CPU, CPU_LIMIT)):
        _, hard = resource.getrlimit(limit)
        resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


if __name__ == "__main__":
    sys.exit(main())
