"""The links in a PDF: where they stand on the page as it is shown, where they lead, and which are left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importers.pdf_links import LONGEST_ADDRESS, MOST_LINKS
from reader.text.page_map import PageLink, page_links_of
from tests.importers.pdf_maker import HEIGHT, WIDTH, Sheet, column, pdf
from tests.importers.test_pdf_view_child import answers

PLACE = (72.0, 90.0, 200.0, 104.0)
Target = int | str


def links_of(*targets: Target, rotation: int = 0) -> list[PageLink]:
    """The links of a page with these, all at one place, in a file of two pages."""
    page = Sheet(tuple(column("Zie bladzijde 2.")), rotation=rotation, links=[(PLACE, one) for one in targets])
    form, _ = answers(pdf(page, column("Bladzijde 2.")), {"page": 0, "map": True})[1]
    return list(page_links_of(form["links"], 2))


def test_a_link_leads_to_a_page_of_the_file() -> None:
    (link,) = links_of(1)
    assert (link.page, link.address) == (1, "")
    assert (link.left, link.top, link.right, link.bottom) == pytest.approx(PLACE, abs=0.02)
    assert link.contains(100, 100)
    assert not link.contains(100, 110)


def test_a_link_leads_to_an_address_that_is_only_told() -> None:
    (link,) = links_of("https://voorbeeld.invalid/kst-19637-2395")
    assert (link.page, link.address) == (None, "https://voorbeeld.invalid/kst-19637-2395")


@pytest.mark.parametrize(
    ("rotation", "place"),
    [
        (90, (HEIGHT - PLACE[3], PLACE[0], HEIGHT - PLACE[1], PLACE[2])),
        (180, (WIDTH - PLACE[2], HEIGHT - PLACE[3], WIDTH - PLACE[0], HEIGHT - PLACE[1])),
        (270, (PLACE[1], WIDTH - PLACE[2], PLACE[3], WIDTH - PLACE[0])),
    ],
)
def test_a_link_stands_where_it_is_seen_on_a_page_that_is_turned(
    rotation: int, place: tuple[float, float, float, float]
) -> None:
    (link,) = links_of(1, rotation=rotation)
    assert (link.left, link.top, link.right, link.bottom) == pytest.approx(place, abs=0.02)


@pytest.mark.parametrize(
    "action",
    [
        "<< /S /Launch /F (cmd.exe) >>",
        "<< /S /JavaScript /JS (app.alert\\(1\\)) >>",
        "<< /S /GoToR /F (ander.pdf) /D [0 /Fit] >>",
        "<< /S /SubmitForm /F (https://voorbeeld.invalid) >>",
        "<< /S /URI /URI () >>",
        "<< /S /GoTo /D [99 0 R /Fit] >>",
        "a" * (LONGEST_ADDRESS + 1),
    ],
)
def test_what_leads_out_of_the_file_or_nowhere_is_left_out(action: str) -> None:
    assert links_of(action) == []


def test_there_is_an_end_to_the_links_of_a_page() -> None:
    assert len(links_of(*[1] * (MOST_LINKS + 20))) == MOST_LINKS


def test_signs_that_hide_what_an_address_says_are_left_out() -> None:
    (link,) = page_links_of([[0, 1, 0, 1, "https://a\u202eb\n.invalid"]], 1)
    assert link.address == "https://ab.invalid"


FORMS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=20,
)


@given(FORMS)
def test_what_are_no_links_is_refused(form: object) -> None:
    try:
        found = page_links_of(form, 3)
    except ValueError:
        return
    assert all(link.address or link.page in (0, 1, 2) for link in found)
