"""Lists of web pages are marked as a browser shows them, also those that word processors write."""

from __future__ import annotations

import pytest

from reader.importers.extracted import Extracted
from reader.importers.html import Html
from tests.importers.marked_up_files import extracted, shown


def page(body: str, head: str = "") -> Extracted:
    return extracted(Html(), f"<html><head>{head}</head><body>{body}</body></html>")


@pytest.mark.parametrize(
    ("attributes", "marks"),
    [
        ("type='a'", ["a.", "b."]),
        ("style='list-style-type: upper-roman'", ["I.", "II."]),
        ("style='margin: 0; list-style: lower-alpha inside'", ["a.", "b."]),
        ("start='4'", ["4.", "5."]),
        ("reversed", ["2.", "1."]),
        ("style='list-style: onbekend'", ["1.", "2."]),
    ],
)
def test_a_numbered_list(attributes: str, marks: list[str]) -> None:
    found = page(f"<ol {attributes}><li>Een</li><li>Twee</li></ol>")
    assert shown(found, "list-item") == [f"{mark} {word}" for mark, word in zip(marks, ("Een", "Twee"), strict=True)]


def test_a_list_without_signs_has_none() -> None:
    assert shown(page("<ul style='list-style: none'><li>Een</li></ul><p>Slot.</p>")) == ["Een", "Slot."]


def test_a_list_that_the_style_sheet_counts() -> None:
    sheet = '<style>.lst-x-1>li:before{content:"(" counter(lst-ctn-x-1,lower-latin) ") "}</style>'
    found = page('<ol class="lst-x-0"><li>Een</li></ol><ol class="lst-x-1 start"><li>Onder</li></ol>', sheet)
    assert shown(found, "list-item") == ["1. Een", "(a) Onder"]


def test_labels_that_the_page_has_written_out() -> None:
    label = "<span style='display:block;float:left'>{}</span>"
    item = f"<li><p>{label}Woorden<span class='einde'/></p></li>"
    found = page(f"<ol>{item.format('(a)')}</ol><ul>{item.format('••')}{item.format(' ')}</ul>")
    assert shown(found) == ["(a) Woorden", "• Woorden", "Woorden"]
    assert shown(found, "list-item") == ["(a) Woorden", "• Woorden"]


@pytest.mark.parametrize(
    ("font", "sign"), [("Symbol", "·"), ("Wingdings", "§"), ('"Courier New"', "o"), ("Symbol", "-")]
)
def test_signs_of_symbol_fonts_are_bullets(font: str, sign: str) -> None:
    space = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"
    found = page(
        f"<p>Een zin ervoor zonder punt</p><p class=MsoListParagraph style='text-indent:-18.0pt'>"
        f"<span style='font-family:{font}'>{sign}{space}</span>het punt van de lijst</p>"
    )
    assert shown(found, "list-item") == ["• het punt van de lijst"]


def test_a_mark_typed_before_a_hanging_paragraph_makes_an_item() -> None:
    found = page("<p>Een zin ervoor zonder punt</p><p style='text-indent:-18pt'>iii.&nbsp; het derde onderdeel</p>")
    assert shown(found, "list-item") == ["iii. het derde onderdeel"]
