"""Excerpts as one HTML file without script or anything from elsewhere; and a small form of it for previews."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from reader.domain.dates import Language
from reader.exporters.colours import CSS_LINES, HUES
from reader.exporters.composition import Composition, Pairs, Row, compose
from reader.exporters.formats import Export, Step, no_step
from reader.exporters.html_template import PAGE_STYLE, PREVIEW_STYLE, TEMPLATE
from reader.exporters.words import word

if TYPE_CHECKING:
    from jinja2 import Template

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")


LOSSES: tuple[tuple[str, str], ...] = ()


def render_export(export: Export, step: Step) -> bytes:
    """The excerpts of an export, as `render` gives them."""
    return render(compose(export.excerpts, export.options), step)


def render(composition: Composition, step: Step = no_step) -> bytes:
    """The composition as an HTML page in UTF-8; raises what `step` raises."""
    return _render(composition, step, preview=False).encode("utf-8", "replace")


def render_preview(composition: Composition) -> str:
    """The same contents in the small HTML that Qt's rich text knows, always as on white paper."""
    return _render(composition, no_step, preview=True)


def _render(composition: Composition, step: Step, *, preview: bool) -> str:
    from markupsafe import Markup

    language = composition.options.language
    tags = {
        cell.language
        for group in composition.groups
        for item in group.items
        for row in (item.rows if isinstance(item, Pairs) else (Row(item.cell, None),))
        for cell in (row.left, row.right)
        if cell is not None
    }
    total = max(1, sum(len(group.items) for group in composition.groups))
    done = count(1)

    def told() -> str:
        """Called by the template for each thing it comes to: tells how far it is, and writes nothing."""
        step(next(done) / total)
        return ""

    parts = _template().generate(
        composition=composition,
        options=composition.options,
        preview=preview,
        gap=Markup("&nbsp;") if preview else "",  # Qt's rich text knows no padding in a line
        style_sheet=Markup((PREVIEW_STYLE if preview else PAGE_STYLE) + label_style(preview=preview)),
        word=lambda key: word(key, language),
        languages={tag: foreign_language(tag, language) for tag in tags},
        spanned=_spanned,
        told=told,
    )
    return without_controls("".join(parts))


def without_controls(html: str) -> str:
    """The page without characters that HTML does not allow."""
    return _CONTROLS.sub("", html)


def foreign_language(tag: str, language: Language) -> str:
    """The language of a passage when it is another than that of the page, and is the name of a language at all."""
    return tag if tag != language and _LANGUAGE_TAG.fullmatch(tag) else ""


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    return environment.from_string(TEMPLATE)


@cache
def label_style(*, preview: bool = False) -> str:
    """The style sheet of labels: one class per hue (h1-h9) and per line pattern (p1-p9)."""
    light = [
        f".h{hue} {{ background-color: {tint}; {'' if preview else f'text-decoration-color: {line};'} }}"
        for hue, ((tint, line), _) in HUES.items()
    ]
    if preview:
        return "\n".join(light)
    dark = [
        f".h{hue} {{ background-color: {tint}; text-decoration-color: {line}; }}"
        for hue, (_, (tint, line)) in HUES.items()
    ]
    lines = [f".p{number} {{ text-decoration-style: {line}; }}" for number, line in enumerate(CSS_LINES, start=1)]
    return "\n".join([*light, *lines, "@media screen and (prefers-color-scheme: dark) {", *dark, "}"])


def _spanned(rows: Sequence[Row]) -> Iterator[tuple[Row, int, int]]:
    """Each row with how many rows its left and its right cell cover."""

    def covered(index: int, side: str) -> int:
        end = index + 1
        while end < len(rows) and getattr(rows[end], side) is None:
            end += 1
        return end - index

    for index, row in enumerate(rows):
        yield row, covered(index, "left"), covered(index, "right")
