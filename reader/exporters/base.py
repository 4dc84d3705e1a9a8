"""The formats excerpts can go out in, and writing one of them to a file: complete, or not at all."""

from __future__ import annotations

import os
import uuid
from collections.abc import Sequence
from dataclasses import replace
from math import inf
from pathlib import Path

from reader.domain.dates import Language
from reader.domain.errors import ActRefused, ExportFailed
from reader.domain.excerpt import Excerpt, Label
from reader.exporters.collecting import (
    ExcerptFilter,
    Source,
    collect,
    labels_of,
    with_descendants,
)
from reader.exporters.composition import ExportOptions, compose, count_words, ordered
from reader.exporters.formats import FORMATS, Export, Format, Step, no_step
from reader.exporters.moments import moment_of
from reader.exporters.words import word

__all__ = [
    "FORMATS",
    "ExcerptFilter",
    "Export",
    "ExportOptions",
    "Format",
    "Source",
    "collect",
    "export",
    "filter_words",
    "first_shown",
    "gather",
    "moment_of",
    "preview_html",
    "render",
    "tag_uids",
    "with_filter",
    "write_whole",
]


def render(export: Export, format_name: str, step: Step = no_step) -> bytes:
    """What goes out in a format of FORMATS. Raises KeyError for an unknown format, ReaderError for what cannot go."""
    return FORMATS[format_name].render(export, step)


def preview_html(excerpts: Sequence[Excerpt], options: ExportOptions, most: int | None = None) -> str:
    """The excerpts in the small HTML that Qt's rich text knows; no more than the first `most`, under the facts of all.

    What was found of the quotes is told at the end of them all only.
    """
    from reader.exporters import html

    if most is None or len(excerpts) <= most:
        return html.render_preview(compose(excerpts, options))
    shown = compose(first_shown(excerpts, options, most), options)
    return html.render_preview(replace(shown, count=count_words(excerpts, options.language), checks=(), verdict=""))


def first_shown(excerpts: Sequence[Excerpt], options: ExportOptions, most: int) -> list[Excerpt]:
    """Those that an export begins with, `most` of them, in the order in which they were given."""
    first = ordered(excerpts, options)
    if options.grouping == "label":
        first.sort(key=lambda excerpt: min((label.rank for label in _grouping(excerpt, options)), default=inf))
    chosen = {excerpt.uid for excerpt in first[:most]}
    return [excerpt for excerpt in excerpts if excerpt.uid in chosen]


def _grouping(excerpt: Excerpt, options: ExportOptions) -> list[Label]:
    """The labels that make groups in this export."""
    return [label for label in excerpt.labels if not options.label_uids or label.uid in options.label_uids]


def export(parts: Export, format_name: str, path: Path | str, step: Step = no_step) -> None:
    """Write an export to `path`, which holds either the whole export afterwards or what it held before.

    Raises ExportFailed when the file cannot be written, and what the format and `step` raise.
    """
    write_whole(path, render(parts, format_name, step))


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


def gather(source: Source, excerpt_filter: ExcerptFilter, options: ExportOptions, step: Step = no_step) -> Export:
    """What passes the filter, ready to go out; the papers are those the filter names, else those of the excerpts.

    A filter that asks nothing asks for all papers. `step` is told how much of the texts was read.
    """
    excerpts = collect(source, excerpt_filter, options.context, step)
    documents = source.documents()
    if excerpt_filter != ExcerptFilter():
        wanted = set(excerpt_filter.documents) or {excerpt.document.uid for excerpt in excerpts}
        documents = [document for document in documents if document.uid in wanted]
    return Export(source, excerpts, with_filter(options, source, excerpt_filter), tuple(documents))


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


def tag_uids(source: Source, asked: Sequence[str]) -> tuple[str, ...]:
    """The uids of labels that are named by uid, name or path ("detentie › centra"), in any case.

    Raises ActRefused for a label that is not there.
    """
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
