"""Pictures of the first marked pages of a PDF with its annotations, for those who are about to export it."""

from __future__ import annotations

from reader.exporters.annotated_pdf import marked_pages, render_export
from reader.exporters.annotated_pdf_process import NoAnswer, pictures
from reader.exporters.formats import Export, Step

Picture = tuple[int, int, bytes]  # width, height, pixels of four bytes: blue, green, red, none


def render_preview(export: Export, most: int, width: int, step: Step) -> tuple[list[Picture], bool]:
    """At most `most` pages, `width` pixels wide, and whether they are all that have a mark.

    No pages when they cannot be drawn. Raises what `render_export` raises.
    """
    data = render_export(export, lambda share: step(0.6 * share))
    pages = marked_pages(export)
    try:
        drawn = pictures(data, pages[:most], width, lambda share: step(0.6 + 0.4 * share))
    except NoAnswer:
        return [], True
    return drawn, len(pages) <= most
