"""The start of an annotated paper in the small HTML that Qt's rich text knows: the text, and beside it the notes."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from reader.exporters.annotated_html_text import body_html
from reader.exporters.annotated_marks import MarkNote, marks_of, notes_of
from reader.exporters.colours import tint_and_line
from reader.exporters.formats import Export, Step
from reader.exporters.html import without_controls
from reader.exporters.words import word
from reader.text.reading import reading_text
from reader.text.structure import Structure

_STYLE: Final = """\
body { color: #1F1E1B; background-color: #FFFFFF; font-size: 14px; }
.title { font-size: 22px; margin-bottom: 12px; }
.h2 { font-size: 18px; }
.h3, .h4, .h5, .h6 { font-size: 16px; }
p { margin-top: 0px; margin-bottom: 0px; }
a { color: #0B4B55; text-decoration: none; }
.n { font-size: 11px; vertical-align: super; }
.page { font-size: 11px; color: #6A6861; }
.footnote { font-size: 12px; color: #55534D; }
.signature, .pull { font-style: italic; }
.note, .note p { font-size: 12px; color: #55534D; }
.number { font-weight: 600; }
.how { color: #0B4B55; }
.line { text-decoration: underline; }
.t0 { background-color: #E6E8EB; }
"""
_HEADING: Final = re.compile(r'<h([1-6])(?: id="[^"]*")?(?: class="[^"]*")?')
_HEADING_END: Final = re.compile(r"</h[1-6]>")
_PAGE: Final = re.compile(r'<span class="page"[^>]*>([^<]*)</span>')


def render_preview(export: Export, most: int, step: Step) -> tuple[str, bool]:
    """The first paragraphs of the paper, on white: about `most` characters of HTML; and whether that is all.

    Raises what `step` raises.
    """
    document, options = export.documents[0], export.options
    stored = export.source.structure(document.text_uid)
    structure = Structure.from_bytes(stored) if stored else Structure()
    reading = reading_text(structure, export.source.body(document.text_uid))
    step(0.3)
    marks, lost = marks_of(export, document, reading)
    notes = notes_of([*marks, *lost], options)
    beside: dict[int, list[MarkNote]] = {}
    for mark, note in zip(marks, notes, strict=False):
        beside.setdefault(reading.paragraph_at(mark.ranges[0][0]), []).append(note)
    rows: list[str] = []
    length = 0
    for html, number in body_html(reading, marks, options.language, step):
        if length > most:
            break
        told = "".join(_note(note) for note in beside.get(number, []))
        rows.append(f'<tr><td width="64%">{_spans(html)}</td><td width="36%" class="note">{told}</td></tr>')
        length += len(rows[-1])
    tints = "\n".join(f".t{hue} {{ background-color: {tint_and_line(hue)[0]}; }}" for hue in range(1, 10))
    empty = "" if marks or lost else f"<p>{escape(word('no-markings', options.language))}</p>"
    title = f'<p class="title">{escape(document.title)}</p>'
    page = (
        f"<html><head><style>{_STYLE}{tints}</style></head><body>{title}{empty}"
        f'<table width="100%" cellspacing="0" cellpadding="6">{"".join(rows)}</table></body></html>'
    )
    return without_controls(page), len(rows) == reading.paragraph_count


def _spans(html: str) -> str:
    """Marks as spans, which Qt's rich text can colour, and headings as paragraphs, whose size it leaves alone."""
    html = _HEADING_END.sub("</p>", _HEADING.sub(r'<p class="h\1"', html))
    html = _PAGE.sub(r'<span class="page">[\1]</span> ', html)
    return html.replace("<mark ", "<span ").replace("</mark>", "</span>")


def _note(note: MarkNote) -> str:
    """What stands beside a passage."""
    labels = " ".join(f'<span class="t{label.hue}">&nbsp;{escape(label.name)}&nbsp;</span>' for label in note.labels)
    lines = [f'<span class="number">{note.number}</span> {labels}', *(escape(line) for line in note.note)]
    for link in note.links:
        more = " …" if link.rest else ""
        lines.append(f'<span class="how">→ {escape(link.how)}</span> «{escape(link.quote)}{more}»')
    lines += [escape(line) for line in (note.author, note.warning) if line]
    return "".join(f"<p>{line}</p>" for line in lines)
