"""The registry of export formats: what each is called, what it is made from, and what it cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Final, Literal, TypeVar

from reader.domain.dates import Language
from reader.domain.excerpt import Excerpt
from reader.domain.model import Document
from reader.exporters.collecting import Source
from reader.exporters.composition import ExportOptions

Step = Callable[[float], None]  # told how much is done, 0 to 1; may raise to stop the export
Scope = Literal["excerpts", "paper", "project"]
Preview = Literal["page", "table", "text", "start", "pages", "none"]
ThingT = TypeVar("ThingT")


@dataclass(frozen=True, slots=True)
class Export:
    """What goes out. `excerpts` are in reading order; `documents` are the papers asked for, else those of the excerpts.

    For a format of scope "paper" there is one document, and the excerpts are those of that paper.
    """

    source: Source
    excerpts: Sequence[Excerpt]
    options: ExportOptions
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the name used on the command line, the extension with its dot, and the name shown to the user.

    `module` has `render_export(export, step) -> bytes`, and `LOSSES`: what the format cannot hold, as pairs of a Dutch
    and an English sentence. `preview` says how the export window shows it: as the page of excerpts, as the table that
    CSV has, as text (what is written, decoded), as the start of the whole paper, as pictures of its first marked
    pages, or not at all.
    """

    name: str
    extension: str
    label: str
    module: str
    scope: Scope = "excerpts"
    preview: Preview = "page"

    def render(self, export: Export, step: Step) -> bytes:
        """The whole file. Raises ReaderError for what cannot be exported, and whatever `step` raises."""
        rendered: bytes = import_module(self.module).render_export(export, step)
        return rendered

    def losses(self, language: Language) -> tuple[str, ...]:
        """What this format cannot hold, in plain sentences; nothing when it holds all."""
        pairs: tuple[tuple[str, str], ...] = import_module(self.module).LOSSES
        return tuple(english if language == "en" else dutch for dutch, english in pairs)


FORMATS: Final[dict[str, Format]] = {
    form.name: form
    for form in (
        Format("docx", ".docx", "Word", "reader.exporters.docx"),
        Format("odt", ".odt", "OpenDocument", "reader.exporters.odt"),
        Format("pdf", ".pdf", "PDF", "reader.exporters.pdf"),
        Format("html", ".html", "HTML", "reader.exporters.html"),
        Format("markdown", ".md", "Markdown", "reader.exporters.markdown", preview="text"),
        Format("text", ".txt", "Plain text", "reader.exporters.plain_text", preview="text"),
        Format("csv", ".csv", "CSV", "reader.exporters.table", preview="table"),
        Format("xlsx", ".xlsx", "Excel", "reader.exporters.xlsx", preview="table"),
        Format("json", ".json", "JSON", "reader.exporters.json_export", preview="text"),
        Format("annotated-html", ".html", "HTML", "reader.exporters.annotated_html", "paper", "start"),
        Format("annotated-pdf", ".pdf", "PDF", "reader.exporters.annotated_pdf", "paper", "pages"),
        Format("web-annotation", ".jsonld", "Web Annotation", "reader.exporters.web_annotation", "project", "text"),
        Format("qdpx", ".qdpx", "REFI-QDA project", "reader.exporters.qdpx", "project", "none"),
        Format("qdc", ".qdc", "REFI-QDA codebook", "reader.exporters.qdc", "project", "none"),
        Format("csl-json", ".json", "CSL JSON", "reader.exporters.csl_json", "project", "text"),
        Format("ris", ".ris", "RIS", "reader.exporters.ris", "project", "text"),
        Format("bibtex", ".bib", "BibTeX", "reader.exporters.bibtex", "project", "text"),
    )
}


def no_step(_share: float) -> None:
    """For an export that nobody watches."""


def watched(things: Sequence[ThingT], step: Step, start: float = 0.0, end: float = 1.0) -> Iterator[ThingT]:
    """The things one by one; before each `step` is told how much is done, from share `start` to `end` of the whole."""
    for number, thing in enumerate(things):
        step(start + (end - start) * number / len(things))
        yield thing
    step(end)
