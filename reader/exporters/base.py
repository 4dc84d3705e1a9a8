"""The formats excerpts can go out in, and writing one of them to a file: complete, or not at all."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from reader.domain.citation import CitationStyle
from reader.domain.dates import Language
from reader.domain.errors import ActRefused, ExportFailed
from reader.domain.excerpt import Excerpt
from reader.exporters.collecting import (
    ExcerptFilter,
    Source,
    collect,
    labels_of,
    place_of,
    with_descendants,
)
from reader.exporters.composition import ExportOptions, Grouping, compose
from reader.exporters.words import word

__all__ = [
    "FORMATS",
    "ExcerptFilter",
    "ExportOptions",
    "Format",
    "Grouping",
    "Source",
    "collect",
    "export",
    "export_project",
    "filter_words",
    "place_of",
    "preview_html",
    "render",
    "with_filter",
    "write_whole",
]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the name used on the command line, the extension with its dot, and the name shown to the user."""

    name: str
    extension: str
    label: str
    render: Callable[[Sequence[Excerpt], ExportOptions], bytes]


def _markdown(excerpts: Sequence[Excerpt], options: ExportOptions) -> bytes:
    from reader.exporters import markdown

    return markdown.render(compose(excerpts, options))


def _html(excerpts: Sequence[Excerpt], options: ExportOptions) -> bytes:
    from reader.exporters import html

    return html.render(compose(excerpts, options))


def _docx(excerpts: Sequence[Excerpt], options: ExportOptions) -> bytes:
    from reader.exporters import docx

    return docx.render(compose(excerpts, options))


def _csv(excerpts: Sequence[Excerpt], options: ExportOptions) -> bytes:
    from reader.exporters import table

    return table.render(excerpts, options)


FORMATS: Final[dict[str, Format]] = {
    form.name: form
    for form in (
        Format("docx", ".docx", "Word", _docx),
        Format("html", ".html", "HTML", _html),
        Format("markdown", ".md", "Markdown", _markdown),
        Format("csv", ".csv", "CSV", _csv),
    )
}


def render(excerpts: Sequence[Excerpt], format_name: str, options: ExportOptions) -> bytes:
    """The excerpts, given in reading order, in a format of FORMATS. Raises KeyError for an unknown format."""
    return FORMATS[format_name].render(excerpts, options)


def preview_html(excerpts: Sequence[Excerpt], options: ExportOptions) -> str:
    """The excerpts in the small HTML that Qt's rich text knows; give only as many as are to be seen."""
    from reader.exporters import html

    return html.render_preview(compose(excerpts, options))


def export(excerpts: Sequence[Excerpt], format_name: str, path: Path | str, options: ExportOptions) -> None:
    """Write the excerpts to `path`, which holds either the whole export afterwards or what it held before.

    Raises ExportFailed when the file cannot be written.
    """
    write_whole(path, render(excerpts, format_name, options))


def write_whole(path: Path | str, data: bytes) -> None:
    """Write a file that holds either all of `data` afterwards or what it held before.

    Raises ExportFailed when it cannot be written.
    """
    path = Path(path)
    draft = path.with_name(f".{path.name[:40]}.{uuid.uuid4().hex}.part")
    try:
        try:
            with draft.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise ExportFailed(path=str(path), reason=error.strerror or str(error)) from error


def export_project(
    source: Source,
    format_name: str,
    path: Path | str,
    *,
    moment: datetime,
    title: str,
    tags: Sequence[str] = (),
    document_uids: Sequence[str] = (),
    grouping: Grouping = "document",
    style: CitationStyle = "leidraad",
    language: Language = "nl",
) -> int:
    """Export the excerpts of a project that have one of `tags` and stand in one of these documents; empty asks nothing.

    A tag is given by its uid, name or path ("detentie › centra"). Gives the number of excerpts.

    Raises ActRefused for an unknown label, ExportFailed when the file cannot be written.
    """
    excerpt_filter = ExcerptFilter(tags=_tag_uids(source, tags), documents=tuple(document_uids))
    excerpts = collect(source, excerpt_filter)
    options = ExportOptions(title, moment, grouping, style, language)
    export(excerpts, format_name, path, with_filter(options, source, excerpt_filter))
    return len(excerpts)


def with_filter(options: ExportOptions, source: Source, excerpt_filter: ExcerptFilter) -> ExportOptions:
    """The options with the words of the filter, and with groups only for the labels it asks for."""
    label_uids = frozenset(with_descendants(source.tags(), excerpt_filter.tags))
    return replace(options, filter_words=filter_words(source, excerpt_filter, options.language), label_uids=label_uids)


def filter_words(source: Source, excerpt_filter: ExcerptFilter, language: Language) -> str:
    """What a filter asks for, in one line; nothing when it asks nothing."""
    parts: list[str] = []
    if excerpt_filter.highlight_uids is not None:
        parts.append(word("selection", language))
    if excerpt_filter.tags:
        labels = labels_of(source.tags())
        names = [labels[uid].name for uid in excerpt_filter.tags if uid in labels]
        parts.append(f"{word('label' if len(names) == 1 else 'labels', language)}: {', '.join(names)}")
    if excerpt_filter.documents:
        titles = [document.title for document in source.documents() if document.uid in excerpt_filter.documents]
        key = "filter-document" if len(titles) == 1 else "filter-documents"
        parts.append(f"{word(key, language)}: {'; '.join(titles)}")
    if excerpt_filter.text.strip():
        parts.append(f"{word('filter-text', language)}: ‘{excerpt_filter.text.strip()}’")
    for asked, noun in ((excerpt_filter.has_note, "note"), (excerpt_filter.has_link, "link")):
        if asked is not None:
            parts.append(word(f"{'with' if asked else 'without'}-{noun}", language))
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]


def _tag_uids(source: Source, asked: Sequence[str]) -> tuple[str, ...]:
    if not asked:
        return ()
    labels = labels_of(source.tags())
    found: list[str] = []
    for words in asked:
        path = [part.strip().casefold() for part in words.split("›")]
        uids = [
            uid
            for uid, label in labels.items()
            if uid == words or [part.casefold() for part in label.path[-len(path) :]] == path
        ]
        if not uids:
            raise ActRefused(reason=f"There is no label “{words}” in this project.")
        found += uids
    return tuple(dict.fromkeys(found))
