"""A copy of the PDF of a paper with its marks as real annotations: labels, notes and links in their comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from reader.domain.citation import Run as Words
from reader.domain.errors import ActRefused, PagesDiffer, PagesUnreadable
from reader.domain.model import Document, Text
from reader.exporters.annotated_marks import Mark, MarkNote, marks_of, notes_of
from reader.exporters.annotated_pdf_process import MeasuredPage, NoAnswer, measured_pages, written_behind
from reader.exporters.colours import tint_and_line
from reader.exporters.composition import ExportOptions
from reader.exporters.formats import Export, Step
from reader.exporters.words import word
from reader.text.page_map import Run
from reader.text.page_text import PageText, page_text
from reader.text.structure import Structure

LOSSES: Final[tuple[tuple[str, str], ...]] = (
    (
        "Een koppeling staat als tekst in de opmerking, met de woorden aan de andere kant; wie erop klikt, gaat niet "
        "naar het andere document.",
        "A link is text in the comment, with the words at its other end; a click on it does not lead to the other "
        "paper.",
    ),
    (
        "De lijnen van labels ziet u in de meeste programma's; een enkel programma toont alleen de kleur.",
        "The lines of labels are seen in most programs; a few show only the colour.",
    ),
    (
        "Liggen er meer dan drie labels over elkaar, dan hebben de andere geen lijn; hun namen staan in de opmerking.",
        "Where more than three labels overlap, the others have no line; their names are in the comment.",
    ),
    (
        "Een elektronische handtekening blijft staan, maar meldt dat het bestand daarna is aangevuld.",
        "An electronic signature stays, but tells that the file was added to afterwards.",
    ),
)

_INSTEAD: Final = "Export the annotated paper as HTML."
_PDF: Final = "application/pdf"
_ACCENT: Final = "#0E5A66"  # of a mere end of a link
_GREY: Final = ("#E6E8EB", "#86827A")  # of a passage without labels
_STRENGTH: Final = 0.3  # how far the colour for other programs goes from the tint to the line
_HEIGHT: Final = 1.22  # of a line, as a multiple of the size of its letters
_FIRST_LANE, _NEXT_LANE, _MOST_LANES = 0.16, 0.1, 3  # of the size of the letters, under their base

Form = dict[str, Any]


def render_export(export: Export, step: Step) -> bytes:
    """The file as it was delivered, byte for byte, with the annotations behind it.

    Raises ActRefused when the export is not of one paper, when that was no PDF or nothing can be written in it,
    PagesUnreadable or PagesDiffer when its characters cannot be found, and what `step` raises.
    """
    if len(export.documents) != 1:
        raise ActRefused(reason="Choose one paper: each goes to a file of its own.")
    document = export.documents[0]
    text = _original(export, document)
    pages = _page_text(text)
    step(0.05)
    marks, _ = marks_of(export, document, pages.reading)
    if not marks:
        raise ActRefused(reason=f"Nothing is highlighted in “{document.title}”.")
    wanted = _marked(marks, pages)
    try:
        count, measured = measured_pages(text.original, wanted, lambda share: step(0.05 + 0.45 * share))
    except NoAnswer as error:
        raise _refused(document, str(error)) from error
    if count != pages.page_count or any(one.map.texts != pages.texts_of(page) for page, one in measured.items()):
        raise PagesDiffer(name=document.title)
    annotations = list(_annotations(marks, pages, measured, export.options))
    step(0.6)
    try:
        behind = written_behind(text.original, annotations, count, lambda share: step(0.6 + 0.4 * share))
    except NoAnswer as error:
        raise _refused(document, str(error)) from error
    step(1.0)
    return text.original + behind


def marked_pages(export: Export) -> list[int]:
    """The pages, counted from 0, on which the paper of an export has a mark."""
    document = export.documents[0]
    pages = _page_text(export.source.text(document.text_uid))
    marks, _ = marks_of(export, document, pages.reading)
    return _marked(marks, pages)


def _page_text(text: Text) -> PageText:
    return page_text(Structure.from_bytes(text.structure) if text.structure else Structure(), text.body)


def _marked(marks: list[Mark], pages: PageText) -> list[int]:
    return sorted({page for mark in marks for page in _pages_of(mark, pages)})


def _original(export: Export, document: Document) -> Text:
    """The text of the paper with the file it came from. Raises ActRefused when that is no PDF or is not there."""
    text = export.source.text(document.text_uid)
    if text.media_type != _PDF:
        raise ActRefused(reason=f"“{document.title}” did not come as a PDF. {_INSTEAD}")
    if not text.original:
        raise ActRefused(reason=f"The file of “{document.title}” is not in this project. {_INSTEAD}")
    return text


def _refused(document: Document, why: str) -> ActRefused | PagesUnreadable:
    title = document.title
    if why in ("protected", "password"):
        return ActRefused(reason=f"The PDF of “{title}” is protected: nothing can be written in it. {_INSTEAD}")
    if why == "damaged":
        return ActRefused(reason=f"The PDF of “{title}” has faults: nothing can be written in it. {_INSTEAD}")
    return PagesUnreadable(name=title)


def _pages_of(mark: Mark, pages: PageText) -> list[int]:
    return list(dict.fromkeys(pages.page_of(pages.reading.paragraph_at(start)) for start, _ in mark.ranges))


def _annotations(
    marks: list[Mark], pages: PageText, measured: dict[int, MeasuredPage], options: ExportOptions
) -> Iterator[Form]:
    """An annotation for each mark on each page that it touches."""
    for mark, note in zip(marks, notes_of(marks, options), strict=True):
        highlight = mark.passage.highlight
        tint, line = _colours(mark)
        for place, page in enumerate(_pages_of(mark, pages)):
            quads, lines = _drawn(mark, page, pages, measured[page])
            if quads:
                yield {
                    "page": page,
                    "uid": f"{highlight.uid}-{place + 1}" if place else highlight.uid,
                    "quads": quads,
                    "colour": _mixed(tint or line, line),
                    "tint": tint,
                    "lines": lines,
                    "text": _comment(note, options, is_rest=place > 0),
                    "author": highlight.author if options.names else "",
                    "created": highlight.created_at,
                    "modified": highlight.modified_at or highlight.created_at,
                }


def _drawn(mark: Mark, page: int, pages: PageText, measured: MeasuredPage) -> tuple[list[list[float]], list[Form]]:
    """The four-cornered stretches of a mark on a page, and the lines under them, in the page's own coordinates."""
    quads: list[list[float]] = []
    lines: list[Form] = []
    for start, end in mark.ranges:
        paragraph = pages.reading.paragraph_at(start)
        if pages.page_of(paragraph) != page:
            continue
        first = pages.reading.paragraph_start(paragraph)
        places = measured.map.lines[paragraph - pages.first[page]]
        for number, left, right in places.pieces(start - first, end - first):
            run = places.runs[number]
            corners = ((left, run.top), (right, run.top), (left, run.bottom), (right, run.bottom))
            quads.append([edge for corner in corners for edge in _on_page(*corner, measured)])
            lines += _lines(mark, left, right, run, measured)
    return quads, lines


def _lines(mark: Mark, left: float, right: float, run: Run, measured: MeasuredPage) -> Iterator[Form]:
    """The line of each label under one stretch, in its lane."""
    size = round((run.bottom - run.top) / _HEIGHT, 2)
    if not mark.lanes:
        looks = [(0, _ACCENT, 1)]
    elif not mark.labels:
        looks = [(mark.lanes[0], _GREY[1], 1)]
    else:
        looks = [
            (lane, tint_and_line(label.hue)[1], label.pattern)
            for label, lane in zip(mark.labels, mark.lanes, strict=True)
        ]
    for lane, colour, pattern in looks:
        if lane < _MOST_LANES:
            under = run.base + (_FIRST_LANE + _NEXT_LANE * lane) * size
            yield {
                "from": _on_page(left, under, measured),
                "to": _on_page(right, under, measured),
                "colour": _shares(colour),
                "pattern": pattern,
                "size": size,
            }


def _on_page(x: float, y: float, measured: MeasuredPage) -> tuple[float, float]:
    """A point of the page as it is shown, from its top left, in the page's own coordinates."""
    left, bottom, right, top = measured.frame
    found = ((left + x, top - y), (left + y, bottom + x), (right - x, bottom + y), (right - y, top - x))
    px, py = found[measured.turns]
    return round(px, 3), round(py, 3)


def _colours(mark: Mark) -> tuple[list[float] | None, list[float]]:
    """The tint of a mark, none for a mere end of a link, and its line."""
    if not mark.lanes:
        return None, _shares(_ACCENT)
    tint, line = tint_and_line(mark.labels[0].hue) if mark.labels else _GREY
    return _shares(tint), _shares(line)


def _shares(colour: str) -> list[float]:
    """ "#RRGGBB" as shares of red, green and blue from 0 to 1."""
    return [round(int(colour[at : at + 2], 16) / 255, 3) for at in (1, 3, 5)]


def _mixed(tint: list[float], line: list[float]) -> list[float]:
    return [round(light + _STRENGTH * (dark - light), 3) for light, dark in zip(tint, line, strict=True)]


def _comment(note: MarkNote, options: ExportOptions, *, is_rest: bool) -> str:
    """Labels, note and links in plain text; on a further page only that it goes on, and the labels."""
    language = options.language
    blocks: list[str] = []
    if note.labels:
        key = "labels" if len(note.labels) > 1 else "label"
        blocks.append(f"{word(key, language)}: {', '.join(label.name for label in note.labels)}")
    if is_rest:
        return "\n".join([*blocks, word("marking-goes-on", language)])
    if note.note:
        blocks.append("\n".join(note.note))
    for link in note.links:
        lines = [f"{link.how[:1].upper()}{link.how[1:]}: «{link.quote}{link.rest}»"]
        if cited := _plain(link.citation):
            lines.append(f"({cited})")
        if link.note:
            lines.append(f"{word('note-to-link', language)}: {link.note}")
        blocks.append("\n".join(lines))
    blocks += [line for line in (_plain(note.citation), note.author, note.warning) if line]
    return "\n\n".join(blocks)


def _plain(runs: Iterable[Words]) -> str:
    return "".join(run.text for run in runs)
