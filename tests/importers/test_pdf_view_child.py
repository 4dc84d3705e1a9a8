"""The program that draws pages: what it answers, for good files and bad ones."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from reader.importers.pdf_view_child import serve
from tests.importers.pdf_maker import HEIGHT, WIDTH, Sheet, column, pdf

FILES = Path(__file__).parents[1] / "files" / "pdf"
PAGE = pdf(column("Een bladzijde met een paar woorden erop."), Sheet(rotation=90))


def answers(data: bytes, *requests: dict[str, Any], password: str = "") -> list[tuple[dict[str, Any], bytes]]:
    """Everything that is said of a file, with the pictures."""
    head = json.dumps({"bytes": len(data), "password": password}).encode() + b"\n"
    out = BytesIO()
    serve(BytesIO(head + data + b"".join(json.dumps(one).encode() + b"\n" for one in requests)), out)
    out.seek(0)
    found = []
    while line := out.readline():
        form = json.loads(line)
        found.append((form, out.read(form.get("picture", 0))))
    return found


def drawing(page: int, width: int, height: int, top: int = 0, rows: int = 0) -> dict[str, Any]:
    return {"page": page, "width": width, "height": height, "top": top, "rows": rows or height}


def test_the_sizes_are_those_of_the_pages_as_they_are_shown() -> None:
    assert answers(PAGE)[0][0] == {"sizes": [[WIDTH, HEIGHT], [HEIGHT, WIDTH]]}


def test_a_picture_has_four_bytes_for_each_pixel_and_ink_on_white() -> None:
    form, picture = answers(PAGE, drawing(0, 300, 420))[1]
    assert form == {"picture": 300 * 420 * 4}
    assert len(picture) == 300 * 420 * 4
    assert picture[:3] == b"\xff\xff\xff"
    assert min(picture[::4]) < 0x90


def test_bands_are_parts_of_the_whole_picture() -> None:
    (_, whole), (_, upper), (_, lower) = answers(
        PAGE, drawing(0, 60, 84), drawing(0, 60, 84, 0, 30), drawing(0, 60, 84, 30, 54)
    )[1:]
    assert upper + lower == whole


def test_a_map_has_the_lines_with_their_places() -> None:
    form, _ = answers(PAGE, {"page": 0, "map": True})[1]
    (line,) = form["lines"]
    assert line[0] == "Een bladzijde met een paar woorden erop."
    assert len(line[3]) == 2 * len(line[0])


@pytest.mark.parametrize("request_", [drawing(7, 60, 84), drawing(0, 0, 84), drawing(0, 60, 84, 90, 5),
                                      drawing(0, 100_000, 100_000)])  # fmt: skip
def test_what_cannot_be_drawn_is_said_to_be_broken_and_the_next_page_follows(request_: dict[str, Any]) -> None:
    _, refused, drawn = answers(PAGE, request_, drawing(0, 60, 84))
    assert refused == ({"broken": True}, b"")
    assert drawn[0] == {"picture": 60 * 84 * 4}


def test_a_file_that_cannot_be_opened_says_why() -> None:
    assert answers(b"no pdf at all")[0][0] == {"error": "damaged"}
    assert answers((FILES / "locked.pdf").read_bytes())[0][0] == {"error": "password"}
