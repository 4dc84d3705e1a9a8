"""The program that draws the pages of a PDF for the window and tells where their characters stand, apart from it.

On standard input comes one JSON line {"bytes", "password"} with the file's bytes behind it, then requests, each one
JSON line: {"page", "map": true}, or {"page", "width", "height", "top", "rows"} for `rows` rows of a page that is
`width` x `height` pixels. Each answer is a JSON line; {"picture": n} has n bytes behind it, four for a pixel (blue,
green, red, none). It ends with its input. A broken or hostile file can only end this process.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import Any, BinaryIO

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from reader.importers.pdf_child import opened
from reader.importers.pdf_links import links_of
from reader.importers.pdf_places import places_of
from reader.importers.pdf_words import frame_of

MEMORY_LIMIT = 3_000_000_000  # bytes of address space
MOST_PAGES = 20_000  # as many as are imported
MOST_BYTES = 200_000_000  # of one picture
_USUAL = (595.0, 842.0)  # points: a page that does not say how large it is

Form = dict[str, Any]


def main() -> int:
    """Serve until the input ends. Gives 0, also when the file cannot be read: the answer says so."""
    _limit_memory()
    serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0


def serve(requests: BinaryIO, out: BinaryIO) -> None:
    """Answer about the file that comes first, and then every request."""
    first = json.loads(requests.readline())
    data = requests.read(int(first["bytes"]))
    configuration = pdfium.FPDF_LIBRARY_CONFIG()
    configuration.version = 2
    pdfium.FPDF_InitLibraryWithConfig(configuration)
    document = opened(data, str(first.get("password") or ""))
    if not document:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        _say(out, {"error": "password" if locked else "damaged"})
        return
    _say(out, {"sizes": _sizes(document)})
    for line in requests:
        request = json.loads(line)
        page = pdfium.FPDF_LoadPage(document, int(request["page"]))
        try:
            if not page:
                _say(out, {"broken": True})
            elif request.get("map"):
                _say(out, _map(document, page))
            else:
                _draw(out, page, request)
        finally:
            if page:
                pdfium.FPDF_ClosePage(page)


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    highest = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(MEMORY_LIMIT, hard)
    resource.setrlimit(resource.RLIMIT_AS, (highest, hard))


def _say(out: BinaryIO, form: Form, picture: Any = b"") -> None:
    out.write(json.dumps(form, separators=(",", ":")).encode() + b"\n")
    out.write(picture)
    out.flush()


def _sizes(document: Any) -> list[tuple[float, float]]:
    """Width and height of each page as it is shown, in points."""
    sizes = []
    size = pdfium.FS_SIZEF()
    for index in range(min(MOST_PAGES, pdfium.FPDF_GetPageCount(document))):
        known = pdfium.FPDF_GetPageSizeByIndexF(document, index, size) and size.width > 1 and size.height > 1
        sizes.append((round(size.width, 2), round(size.height, 2)) if known else _USUAL)
    return sizes


def _map(document: Any, page: Any) -> Form:
    try:
        lines = places_of(page)
        frame, turns = frame_of(page), pdfium.FPDFPage_GetRotation(page)
        return {"lines": lines, "links": links_of(document, page), "frame": frame, "turns": turns}
    except ValueError:
        return {"broken": True}


def _draw(out: BinaryIO, page: Any, request: Form) -> None:
    """Draw some rows of a page on white."""
    width, height, top, rows = (int(request[key]) for key in ("width", "height", "top", "rows"))
    if not (width > 0 and rows > 0 and 0 <= top < height and 4 * width * rows <= MOST_BYTES):
        _say(out, {"broken": True})
        return
    buffer = (ctypes.c_ubyte * (4 * width * rows))()
    bitmap = pdfium.FPDFBitmap_CreateEx(width, rows, pdfium.FPDFBitmap_BGRx, buffer, 4 * width)
    if not bitmap:
        _say(out, {"broken": True})
        return
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, rows, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, -top, width, height, 0, pdfium.FPDF_ANNOT)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    _say(out, {"picture": len(buffer)}, buffer)


if __name__ == "__main__":
    sys.exit(main())
