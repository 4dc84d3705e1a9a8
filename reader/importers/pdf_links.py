"""The links on a page of a PDF: where each stands, and the page of the file or the address it leads to."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from reader.importers.pdf_places import shown_box
from reader.importers.pdf_words import Box, frame_of
from reader.text.page_map import UNIT

MOST_LINKS = 500  # of a page; a page with more is not for reading
LONGEST_ADDRESS = 2000  # bytes
MOST_LOOKED_AT = 4 * MOST_LINKS  # annotations of a page, whether they lead anywhere or not

LinkForm = tuple[int, int, int, int, int | str]  # left, right, top, bottom, and a page from 0 or an address


def links_of(document: Any, page: Any) -> list[LinkForm]:
    """The links of an open page, at most MOST_LINKS; those that start a program or open another file are left out."""
    frame, turns = frame_of(page), pdfium.FPDFPage_GetRotation(page)
    count = pdfium.FPDF_GetPageCount(document)
    found: list[LinkForm] = []
    place, link, rectangle = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    for _ in range(MOST_LOOKED_AT):
        if len(found) >= MOST_LINKS or not pdfium.FPDFLink_Enumerate(page, place, link):
            break
        target = _target(document, link, count)
        if target is None or not pdfium.FPDFLink_GetAnnotRect(link, rectangle):
            continue
        low, high = sorted((rectangle.bottom, rectangle.top))
        left, right = sorted((rectangle.left, rectangle.right))
        shown = shown_box(Box(left, low, right, high), frame, turns)
        if shown.right > shown.left and shown.bottom > shown.top:
            found.append((*(round(edge / UNIT) for edge in shown), target))  # type: ignore[arg-type]
    return found


def _target(document: Any, link: Any, count: int) -> int | str | None:
    """The page a link leads to, or its address; None for what is neither."""
    action = pdfium.FPDFLink_GetAction(link)
    if not action:
        target = pdfium.FPDFLink_GetDest(document, link)
    elif pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI:
        return _address(document, action)
    elif pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_GOTO:
        target = pdfium.FPDFAction_GetDest(document, action)
    else:  # FPDFLink_GetDest would give the place in another file as one in this
        return None
    page = pdfium.FPDFDest_GetDestPageIndex(document, target) if target else -1
    return page if 0 <= page < count else None


def _address(document: Any, action: Any) -> str | None:
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)  # with the zero behind it
    if not 1 < length <= LONGEST_ADDRESS:
        return None
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace").strip() or None
