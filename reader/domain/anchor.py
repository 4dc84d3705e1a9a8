"""Binding a highlight to a source text: exact offsets, exact quote, 32 characters of context on either side."""

from __future__ import annotations

from reader.domain.errors import ActRefused
from reader.domain.model import Highlight, HighlightKind, Span, new_uid, now

CONTEXT = 32  # code points kept before and after a quote, as in storage section 4


def make_highlight(
    text_uid: str, document_uid: str, body: str, span: Span, *, kind: HighlightKind = "highlight", author: str = ""
) -> Highlight:
    """A new highlight on `span` of the source text `body`.

    Raises ActRefused when the span is empty or lies outside the text.
    """
    quote, prefix, suffix = quoted(body, span)
    moment = now()
    return Highlight(
        new_uid(), text_uid, document_uid, span.start, span.end, quote, prefix, suffix,
        kind=kind, author=author, created_at=moment, modified_at=moment,
    )  # fmt: skip


def quoted(body: str, span: Span) -> tuple[str, str, str]:
    """The exact quote of `span` in `body` with the context before and after it.

    Raises ActRefused when the span is empty or lies outside the text.
    """
    if not 0 <= span.start < span.end <= len(body):
        raise ActRefused(reason="The passage is empty or lies outside the text.")
    return (
        body[span.start : span.end],
        body[max(0, span.start - CONTEXT) : span.start],
        body[span.end : span.end + CONTEXT],
    )
