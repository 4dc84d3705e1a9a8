"""The pages of a document under each other: how large they are drawn, and where each of them is. Whole pixels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

GAP = 12  # px around and between pages
PIXELS = 96 / 72  # to a point, at 100 %
SMALLEST_ZOOM, LARGEST_ZOOM = 0.25, 4.0
ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)

Zoom = Literal["width", "page"] | float  # as wide or as large as the window has room for, or times the printed size


def scale_of(zoom: Zoom, sizes: Sequence[tuple[float, float]], width: float, height: float) -> float:
    """Px to a point, where there are width x height px of room for a page."""
    if isinstance(zoom, float):
        return zoom * PIXELS
    widest = max((one[0] for one in sizes), default=1.0)
    scale = width / widest
    if zoom == "page":
        scale = min(scale, (height - 2 * GAP) / max((one[1] for one in sizes), default=1.0))
    return min(max(scale, SMALLEST_ZOOM * PIXELS), LARGEST_ZOOM * PIXELS)


def next_zoom(factor: float, step: int) -> float:
    """The zoom after (step 1) or before (step -1) a factor, of those that are offered."""
    if step > 0:
        return next((zoom for zoom in ZOOMS if zoom > factor * 1.01), LARGEST_ZOOM)
    return next((zoom for zoom in reversed(ZOOMS) if zoom < factor / 1.01), SMALLEST_ZOOM)


class PageColumn:
    """Pages of `sizes` points at `scale` px to a point."""

    def __init__(self, sizes: Sequence[tuple[float, float]], scale: float) -> None:
        self.scale = scale
        self.widths = [max(1, round(width * scale)) for width, _ in sizes]
        self.heights = [max(1, round(height * scale)) for _, height in sizes]
        self.tops = list(accumulate((height + GAP for height in self.heights), initial=GAP))
        self.widest = max(self.widths, default=1)

    @property
    def height(self) -> int:
        """Of the whole column, with the gaps."""
        return self.tops[-1]

    def page_at(self, y: float) -> int:
        """The page at a height of the column; in the gap above a page, that page."""
        page = bisect_right(self.tops, y) - 1
        if page >= 0 and page < len(self.heights) - 1 and y >= self.tops[page] + self.heights[page]:
            page += 1
        return min(max(0, page), max(0, len(self.heights) - 1))

    def pages_between(self, low: float, high: float) -> range:
        """The pages that show something between two heights."""
        if not self.heights or high <= low:
            return range(0)
        first, last = self.page_at(low), self.page_at(high)
        if self.tops[last] >= high:
            last -= 1
        return range(first, last + 1)
