"""Excerpts as Markdown (CommonMark): quotes as block quotes, a linked passage directly under its counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.domain.citation import Run
from reader.domain.dates import Language
from reader.exporters.composition import Cell, Composition, Pairs, Row
from reader.exporters.words import word

_SIGNS = re.compile(r"([\\`*_\[\]<>|~&#])")
_LINE_START = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))", re.MULTILINE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def render(composition: Composition) -> bytes:
    """The composition as UTF-8 Markdown."""
    language = composition.options.language
    lines = [
        f"# {escaped(composition.options.title)}",
        "",
        "  \n".join(escaped(fact) for fact in composition.facts),
        "",
    ]
    if not composition.groups:
        lines += [word("none", language), ""]
    for group in composition.groups:
        if group.heading:
            lines += [f"## {escaped(group.heading)}", ""]
        if group.description:
            lines += [citation_words(group.description), ""]
        for number, item in enumerate(group.items):
            if number:
                lines += ["---", ""]
            if not isinstance(item, Pairs):
                lines += _cell(item.cell, language)
                continue
            for cluster_number, cluster in enumerate(item.clusters()):
                if cluster_number:
                    lines += ["---", ""]
                lines += _cluster(item, cluster, language)
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8", "replace")


def _cluster(pairs: Pairs, rows: Sequence[Row], language: Language) -> list[str]:
    """All sources, then all targets; what is noted on a link follows the passage that only this link has."""
    lines = []
    sides = ((pairs.left_heading, [row.left for row in rows]), (pairs.right_heading, [row.right for row in rows]))
    for side, (heading, cells) in enumerate(sides):
        for row, cell in zip(rows, cells, strict=True):
            if cell is None:
                continue
            lines += [f"**{escaped(heading)}**", "", *_cell(cell, language)]
            noted_at = 0 if row.right is None else 1
            if row.note and side == noted_at:
                lines += [f"{word('note-to-link', language)}: {escaped(row.note)}", ""]
    return lines


def escaped(text: str) -> str:
    """Text in which no character has a meaning in Markdown, in one line."""
    text = _CONTROLS.sub("", " ".join(text.split()))
    return _LINE_START.sub(_escape_start, _SIGNS.sub(r"\\\1", text))


def _escape_start(match: re.Match[str]) -> str:
    space, sign, figures, stop = match.groups()
    return f"{space}\\{sign}" if sign else f"{space}{figures}\\{stop}"


def quote_lines(cell: Cell) -> list[str]:
    """The quote as the lines of a block quote."""
    lines = []
    for number, paragraph in enumerate(cell.paragraphs):
        if number:
            lines.append(">")
        lines.append(f"> {_paragraph(paragraph)}")
    return lines


def _cell(cell: Cell, language: Language) -> list[str]:
    lines = quote_lines(cell)
    where = f" ({escaped(cell.where)})" if cell.where else ""
    lines += ["", citation_words(cell.citation) + where, ""]
    if cell.labels:
        names = ", ".join(escaped(label.name) for label in cell.labels)
        lines += [f"{word('labels' if len(cell.labels) > 1 else 'label', language)}: {names}", ""]
    if cell.note:
        lines += [f"{word('note', language)}: {_paragraph(((cell.note[0], False),))}", ""]
        for line in cell.note[1:]:
            lines += [escaped(line), ""]
    return lines


def _paragraph(paragraph: Sequence[tuple[str, bool]]) -> str:
    """One line of quoted text; a space at the edge of a piece stays, the figure of a footnote is raised."""
    parts = []
    for words, is_marker in paragraph:
        inner = _SIGNS.sub(r"\\\1", _CONTROLS.sub("", re.sub(r"\s", " ", words)))
        parts.append(f"<sup>{inner}</sup>" if is_marker else inner)
    return _LINE_START.sub(_escape_start, "".join(parts))


def citation_words(runs: Iterable[Run]) -> str:
    """A citation in one line, with its italics."""
    return "".join(f"*{escaped_inside(run.text)}*" if run.italic else escaped_inside(run.text) for run in runs)


def escaped_inside(text: str) -> str:
    """As `escaped`, for text in the middle of a line: white space at its edges stays."""
    return _SIGNS.sub(r"\\\1", _CONTROLS.sub("", re.sub(r"\s", " ", text)))
