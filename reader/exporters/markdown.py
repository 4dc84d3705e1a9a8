"""Excerpts as Markdown (CommonMark): quotes as block quotes, a linked passage directly under its counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.domain.citation import Run
from reader.domain.dates import Language
from reader.exporters.composition import Cell, Composition, compose, stacks
from reader.exporters.formats import Export, Step, no_step, watched
from reader.exporters.words import word

_SIGNS = re.compile(r"([\\`*_\[\]<>|~&#])")
_LINE_START = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))", re.MULTILINE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


LOSSES: tuple[tuple[str, str], ...] = (
    (
        "De kleuren en lijnen van labels gaan niet mee, hun namen wel.",
        "The colours and lines of labels are left out, their names are not.",
    ),
)


def render_export(export: Export, step: Step) -> bytes:
    """The excerpts of an export as UTF-8 Markdown."""
    return render(compose(export.excerpts, export.options), step)


def render(composition: Composition, step: Step = no_step) -> bytes:
    """The composition as UTF-8 Markdown; raises what `step` raises."""
    language = composition.options.language
    lines = [f"# {escaped(composition.options.title)}", ""]
    lines += ["  \n".join(escaped(fact) for fact in composition.facts), ""]
    if not composition.groups:
        lines += [word("none", language), ""]
    for stack in watched(stacks(composition), step):
        group = stack.group
        if group is None:
            lines += ["---", ""]
        elif group.heading:
            lines += [f"## {escaped(group.heading)}", ""]
        if group is not None and group.description:
            lines += [citation_words(group.description), ""]
        for heading, cell, link_note in stack.passages:
            if heading:
                lines += [f"**{escaped(heading)}**", ""]
            lines += _cell(cell, language)
            if link_note:
                lines += [f"{word('note-to-link', language)}: {escaped(link_note)}", ""]
    lines += _checks(composition)
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8", "replace")


def _checks(composition: Composition) -> list[str]:
    """The check of the quotes: the verdict, then each paper with the fingerprint of its text."""
    if not composition.checks:
        return []
    language = composition.options.language
    lines = [f"## {word('check', language)}", "", escaped(composition.verdict), ""]
    lines += [escaped(word("check-how", language)), ""]
    for check in composition.checks:
        lines += [f"- {citation_words(check.citation)}: {escaped_inside(check.outcome)}  "]
        lines += [f"  {escaped_inside(word('check-hash', language))}: `{check.sha256}`"]
        for quote in check.inexact:
            lines += [f"  - «{escaped_inside(quote.quote)}» ({citation_words(quote.citation)})  "]
            lines += [f"    {escaped_inside(quote.reason)}"]
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
    lines = [*_context(cell.before, "before", language), *quote_lines(cell)]
    where = f" ({escaped_inside(cell.where)})" if cell.where else ""
    lines += ["", citation_words(cell.citation) + where, "", *_context(cell.after, "after", language)]
    if cell.warning:
        lines += [escaped(cell.warning), ""]
    if cell.labels:
        key = "labels" if len(cell.labels) > 1 else "label"
        lines += [f"{word(key, language)}: {escaped_inside(cell.label_line)}", ""]
    if cell.note:
        lines += [f"{word('note', language)}: {_paragraph(((cell.note[0], False),))}", ""]
        for line in cell.note[1:]:
            lines += [escaped(line), ""]
    if cell.author:
        lines += [escaped(cell.author), ""]
    return lines


def _context(sentences: str, key: str, language: Language) -> list[str]:
    """The sentences before or after a quote, outside its block."""
    return [f"*{word(key, language)}:* {escaped_inside(sentences)}", ""] if sentences else []


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
