"""The formats an answer overview can go out in, and writing one of them to a file: complete, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader.domain.model import Verdict
from reader.exporters.base import write_whole
from reader.exporters.questions_collect import OverviewPassages, OverviewSource, collect_overview
from reader.exporters.questions_composition import OverviewOptions, OverviewText, compose_overview, first_lines
from reader.questions.board import Board
from reader.questions.overview import overview_of

__all__ = [
    "FORMATS",
    "OverviewFormat",
    "OverviewOptions",
    "OverviewPassages",
    "OverviewSource",
    "OverviewText",
    "collect_overview",
    "compose",
    "export_overview",
    "first_lines",
    "preview_html",
    "render",
]


@dataclass(frozen=True, slots=True)
class OverviewFormat:
    """A format: the name used on the command line, the extension with its dot, and the name shown to the user."""

    name: str
    extension: str
    label: str
    render: Callable[[OverviewText], bytes]


def _markdown(text: OverviewText) -> bytes:
    from reader.exporters import questions_markdown

    return questions_markdown.render(text)


def _html(text: OverviewText) -> bytes:
    from reader.exporters import questions_html

    return questions_html.render(text)


def _docx(text: OverviewText) -> bytes:
    from reader.exporters import questions_docx

    return questions_docx.render(text)


def _csv(text: OverviewText) -> bytes:
    from reader.exporters import questions_csv

    return questions_csv.render(text)


FORMATS: Final[dict[str, OverviewFormat]] = {
    form.name: form
    for form in (
        OverviewFormat("docx", ".docx", "Word", _docx),
        OverviewFormat("html", ".html", "HTML", _html),
        OverviewFormat("markdown", ".md", "Markdown", _markdown),
        OverviewFormat("csv", ".csv", "CSV", _csv),
    )
}


def compose(
    board: Board,
    verdicts: Iterable[Verdict],
    passages: OverviewPassages,
    options: OverviewOptions,
    *,
    only_open: bool = False,
) -> OverviewText:
    """The overview of a board in words; `passages` are those that `collect_overview` gave for the same board."""
    overview = overview_of(board, verdicts, only_open=only_open)
    return compose_overview(overview, board.exchange.head, passages, options)


def render(text: OverviewText, format_name: str) -> bytes:
    """The overview in a format of FORMATS. Raises KeyError for an unknown format."""
    return FORMATS[format_name].render(text)


def preview_html(text: OverviewText, colours: Mapping[str, str], meta_font: str = "sans-serif") -> str:
    """The overview in the small HTML that Qt's rich text knows.

    `colours` by token of the theme, as "#RRGGBB"; `meta_font` is the family of all that is no quote.
    """
    from reader.exporters import questions_html

    return questions_html.render_preview(text, colours, meta_font)


def export_overview(text: OverviewText, format_name: str, path: Path | str) -> None:
    """Write the overview to `path`, which holds either the whole overview afterwards or what it held before.

    Raises KeyError for an unknown format, ExportFailed when the file cannot be written.
    """
    write_whole(path, render(text, format_name))
