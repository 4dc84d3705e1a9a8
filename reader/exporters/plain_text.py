"""Excerpts as plain text: quotes, citations, labels and notes, one passage under the other; no line is wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from reader.domain.citation import plain
from reader.domain.dates import Language
from reader.exporters.composition import Cell, Composition, Group, compose, stacks
from reader.exporters.formats import Export, Step, no_step, watched
from reader.exporters.words import word

LOSSES: tuple[tuple[str, str], ...] = (
    (
        "De kleuren en lijnen van labels en cursieve letters gaan niet mee.",
        "The colours and lines of labels and italics are left out.",
    ),
)

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RULE: Final = "* * *"


def render_export(export: Export, step: Step) -> bytes:
    """The excerpts of an export as plain text in UTF-8."""
    return render(compose(export.excerpts, export.options), step)


def render(composition: Composition, step: Step = no_step) -> bytes:
    """The composition as plain text in UTF-8 with line feeds; raises what `step` raises."""
    language = composition.options.language
    lines = [*_heading(composition.options.title, "="), *map(_line, composition.facts), ""]
    if not composition.groups:
        lines += [word("none", language), ""]
    for stack in watched(stacks(composition), step):
        lines += [_RULE, ""] if stack.group is None else _group_head(stack.group)
        for heading, cell, link_note in stack.passages:
            if heading:
                lines.append(_line(heading))
            lines += _cell(cell, language)
            if link_note:
                lines.append(f"{word('note-to-link', language)}: {_line(link_note)}")
            lines.append("")
    lines += _checks(composition)
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8", "replace")


def _line(text: str) -> str:
    """Text in one line, without characters that a terminal or an editor acts upon."""
    return _CONTROLS.sub("", " ".join(text.split()))


def _heading(text: str, underline: str) -> list[str]:
    text = _line(text)
    return [text, underline * max(3, min(len(text), 80)), ""]


def _group_head(group: Group) -> list[str]:
    lines = ["", *_heading(group.heading, "-")] if group.heading else []
    if group.description:
        lines += [_line(plain(group.description)), ""]
    return lines


def _cell(cell: Cell, language: Language) -> list[str]:
    lines = [f"[{word('before', language)}: {_line(cell.before)}]"] if cell.before else []
    lines += [_paragraph(paragraph) for paragraph in cell.paragraphs]
    lines += [f"[{word('after', language)}: {_line(cell.after)}]"] if cell.after else []
    lines.append(_line(plain(cell.citation)) + (f" ({_line(cell.where)})" if cell.where else ""))
    if cell.warning:
        lines.append(cell.warning)
    if cell.labels:
        lines.append(f"{word('labels' if len(cell.labels) > 1 else 'label', language)}: {_line(cell.label_line)}")
    if cell.note:
        lines.append(f"{word('note', language)}: {_line(cell.note[0])}")
        lines += map(_line, cell.note[1:])
    if cell.author:
        lines.append(_line(cell.author))
    return lines


def _paragraph(paragraph: Sequence[tuple[str, bool]]) -> str:
    """A paragraph of a quote; the figure of a footnote is raised, as it is in the paper."""
    parts: Iterable[str] = (words.translate(_RAISED) if is_marker else words for words, is_marker in paragraph)
    return _CONTROLS.sub("", re.sub(r"\s", " ", "".join(parts)))


def _checks(composition: Composition) -> list[str]:
    if not composition.checks:
        return []
    language = composition.options.language
    lines = ["", *_heading(word("check", language), "-"), composition.verdict, word("check-how", language), ""]
    for check in composition.checks:
        lines.append(f"{_line(plain(check.citation))}: {check.outcome}")
        lines.append(f"{word('check-hash', language)}: {check.sha256}")
        for quote in check.inexact:
            lines.append(f"- «{_line(quote.quote)}» ({_line(plain(quote.citation))})")
            lines.append(f"  {quote.reason}")
        lines.append("")
    return lines
