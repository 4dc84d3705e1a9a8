"""Pages under each other: each height belongs to one page, and zooming steps through what is offered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.page_column import GAP, LARGEST_ZOOM, PIXELS, SMALLEST_ZOOM, ZOOMS, PageColumn, next_zoom, scale_of

SIZES = st.lists(st.tuples(st.floats(10, 2000), st.floats(10, 2000)), min_size=1, max_size=30)
SCALES = st.floats(0.2, 6)


@given(SIZES, SCALES, st.data())
def test_every_height_is_in_the_page_that_is_there(
    sizes: list[tuple[float, float]], scale: float, data: st.DataObject
) -> None:
    column = PageColumn(sizes, scale)
    assert column.height == sum(column.heights) + GAP * (len(sizes) + 1)
    page = data.draw(st.integers(0, len(sizes) - 1))
    inside = data.draw(st.integers(0, column.heights[page] - 1))
    assert column.page_at(column.tops[page] + inside) == page
    assert column.page_at(column.tops[page] - 1) == page


@given(SIZES, SCALES, st.floats(-500, 9000), st.floats(1, 4000))
def test_the_pages_between_two_heights_are_those_that_show_something(
    sizes: list[tuple[float, float]], scale: float, low: float, room: float
) -> None:
    column = PageColumn(sizes, scale)
    shown = column.pages_between(low, low + room)
    for page in range(len(sizes)):
        top, bottom = column.tops[page], column.tops[page] + column.heights[page]
        if bottom > low and top < low + room:
            assert page in shown
        elif page in shown:  # only the page above or under an empty stretch
            assert bottom + GAP > low or page in (0, len(sizes) - 1)


@given(SIZES, st.floats(100, 3000), st.floats(100, 3000))
def test_pages_fit_the_width_or_wholly(sizes: list[tuple[float, float]], width: float, height: float) -> None:
    smallest = SMALLEST_ZOOM * PIXELS
    wide, whole = scale_of("width", sizes, width, height), scale_of("page", sizes, width, height)
    assert whole <= wide
    assert wide == smallest or max(one[0] for one in sizes) * wide <= width * 1.0001
    assert whole == smallest or max(one[1] for one in sizes) * whole <= (height - 2 * GAP) * 1.0001
    assert scale_of(1.0, sizes, width, height) == PIXELS


@given(st.floats(SMALLEST_ZOOM, LARGEST_ZOOM))
def test_zooming_in_and_out_goes_through_the_steps(factor: float) -> None:
    larger, smaller = next_zoom(factor, 1), next_zoom(factor, -1)
    assert larger in ZOOMS
    assert smaller in ZOOMS
    assert smaller <= factor * 1.01
    assert larger >= factor / 1.01
    assert next_zoom(LARGEST_ZOOM, 1) == LARGEST_ZOOM
    assert next_zoom(SMALLEST_ZOOM, -1) == SMALLEST_ZOOM
