"""A passage with its citation for the clipboard, as plain and as rich text."""

from __future__ import annotations

from html import escape

from reader.config import Settings
from reader.domain.citation import Run, citation, plain
from reader.domain.model import Document, Span
from reader.exporters.collecting import place_of
from reader.models.session import Session


def quoted_with_citation(session: Session, document: Document, span: Span, settings: Settings) -> tuple[str, str]:
    """The passage as «quote» (citation): plain text and HTML with the italics of the citation."""
    quote = " ".join(session.reading(document.text_uid).quote(span).split("\n"))
    runs = citation(
        document,
        place_of(session.structure(document.text_uid), span),
        settings.get("citation_style"),
        document.language,
    )
    return f"«{quote}» ({plain(runs)})", f"«{escape(quote)}» ({_html(runs)})"


def _html(runs: tuple[Run, ...]) -> str:
    return "".join(f"<i>{escape(run.text)}</i>" if run.italic else escape(run.text) for run in runs)
