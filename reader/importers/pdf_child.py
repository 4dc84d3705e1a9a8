"""The program that reads a PDF apart from the window: the file comes in on standard input, its lines go out as JSON.

A broken or hostile file can only end this process. It reads a request of one JSON line {"part", "parts", "password"}
and the file's bytes behind it, and writes one JSON line about the file, one per page of its part, and a last one; see
pdf_process.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import Any, BinaryIO

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from reader.importers.pdf_columns import lines_in_order
from reader.importers.pdf_lines import stretches_of
from reader.importers.pdf_page import PageLine
from reader.importers.pdf_words import Word, words_of

MEMORY_LIMIT = 3_000_000_000  # bytes of address space
CPU_LIMIT = 1800  # seconds
STRIDE = 8  # pages that one part reads in a row
MOST_PAGES = 20_000
_MOST_BOOKMARKS, _DEEPEST_BOOKMARK = 5000, 8
_LONGEST_TITLE = 300  # code points of a bookmark
_MOST_OBJECTS = 2000  # on a page, among which a picture is looked for

Form = dict[str, Any]
_BROKEN: Form = {"broken": True, "width": 0, "height": 0, "lines": [], "turned": [], "picture": False}


def main() -> int:
    """Read the request and answer it. Gives 0, also when the file cannot be read: the answer says so."""
    _limit_memory()
    request = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    password = str(request.get("password", ""))
    answer(data, int(request["part"]), int(request["parts"]), sys.stdout.buffer, password)
    return 0


def answer(data: bytes, part: int, parts: int, out: BinaryIO, password: str = "") -> None:
    """Write what is in the file `data`: its head, and every page of which this part is in charge."""

    def say(form: Form) -> None:
        out.write(json.dumps(form, separators=(",", ":")).encode() + b"\n")
        out.flush()

    configuration = pdfium.FPDF_LIBRARY_CONFIG()
    configuration.version = 2
    pdfium.FPDF_InitLibraryWithConfig(configuration)
    document = opened(data, password)
    if not document:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        say({"error": "password" if locked else "damaged"})
        return
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count > MOST_PAGES:
            say({"error": "pages", "pages": count, "limit": MOST_PAGES})
            return
        say(_head(document, count, whole=part == 0))
        for index in range(count):
            if index // STRIDE % parts == part:
                say({"page": index, **_page_form(document, index)})
        say({"end": True})
    finally:
        pdfium.FPDF_CloseDocument(document)


def opened(data: bytes, password: str) -> Any:
    """The open document, or None (FPDF_GetLastError says why); older files have their password in another encoding."""
    if not password:
        return pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    for encoded in (password.encode("utf-8", "replace"), password.encode("latin-1", "replace")):
        if document := pdfium.FPDF_LoadMemDocument64(data, len(data), encoded.replace(b"\0", b"")):
            return document
    return None


def _limit_memory() -> None:
    """No more memory and time than a readable file needs; on Windows the process that started this one looks on."""
    if sys.platform == "win32":
        return
    import resource

    for limit, value in ((resource.RLIMIT_AS, MEMORY_LIMIT), (resource.RLIMIT_CPU, CPU_LIMIT)):
        soft, hard = resource.getrlimit(limit)
        highest = value if hard == resource.RLIM_INFINITY else min(value, hard)
        if soft == resource.RLIM_INFINITY or soft > highest:
            resource.setrlimit(limit, (highest, hard))


def _head(document: Any, count: int, *, whole: bool) -> Form:
    """What the file says of itself; page labels and bookmarks only where they are asked for."""
    if not whole:
        return {"pages": count}
    labels = [_wide_text(pdfium.FPDF_GetPageLabel, document, index) for index in range(count)]
    return {
        "pages": count,
        "labels": labels if any(labels) else [],
        "title": _wide_text(pdfium.FPDF_GetMetaText, document, b"Title"),
        "bookmarks": _bookmarks(document),
    }


def _wide_text(function: Any, *arguments: Any) -> str:
    """What a function of PDFium writes into a buffer of UTF-16 without a mark."""
    length = function(*arguments, None, 0)
    if not 2 < length <= 1_000_000:
        return ""
    buffer = ctypes.create_string_buffer(length)
    function(*arguments, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace").replace("\0", "").strip()


def _bookmarks(document: Any) -> list[tuple[int, str, int]]:
    """The outline: level from 1, title and page from 0 of each entry that leads to a page, in its order."""
    found: list[tuple[int, str, int]] = []
    seen: set[int] = set()
    waiting = [(1, pdfium.FPDFBookmark_GetFirstChild(document, None))]
    while waiting and len(seen) < _MOST_BOOKMARKS:
        level, bookmark = waiting.pop()
        address = ctypes.cast(bookmark, ctypes.c_void_p).value
        if not address or address in seen or level > _DEEPEST_BOOKMARK:
            continue
        seen.add(address)
        target = pdfium.FPDFBookmark_GetDest(document, bookmark)
        if not target and (action := pdfium.FPDFBookmark_GetAction(bookmark)):
            target = pdfium.FPDFAction_GetDest(document, action)
        page = pdfium.FPDFDest_GetDestPageIndex(document, target) if target else -1
        title = _wide_text(pdfium.FPDFBookmark_GetTitle, bookmark)[:_LONGEST_TITLE]
        if page >= 0 and title:
            found.append((level, title, page))
        waiting.append((level, pdfium.FPDFBookmark_GetNextSibling(document, bookmark)))
        waiting.append((level + 1, pdfium.FPDFBookmark_GetFirstChild(document, bookmark)))
    return found


def _page_form(document: Any, index: int) -> Form:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return _BROKEN
    try:
        return _read_page(page)
    except ValueError:
        return _BROKEN
    finally:
        pdfium.FPDF_ClosePage(page)


def _read_page(page: Any) -> Form:
    words = words_of(page)
    lines = _lines(words.upright)
    turned = [line for group in words.turned for line in _lines(group)]
    return {
        "broken": False,
        "width": round(words.width, 2),
        "height": round(words.height, 2),
        "lines": lines,
        "turned": turned,
        "picture": not lines and _has_picture(page),
    }


def _lines(words: list[Word]) -> list[PageLine]:
    return lines_in_order(stretches_of(words)) if words else []


def _has_picture(page: Any) -> bool:
    """Whether there is an image among the things drawn on the page."""
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    objects = (pdfium.FPDFPage_GetObject(page, index) for index in range(count))
    return any(pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_IMAGE for one in objects)


if __name__ == "__main__":
    sys.exit(main())
