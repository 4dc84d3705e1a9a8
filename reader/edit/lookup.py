"""What the acts need to know of a project. The store satisfies it by shape; tests use plain objects."""

from __future__ import annotations

from typing import Protocol

from reader.domain.model import (
    Decision,
    Document,
    Highlight,
    Link,
    LinkKind,
    Rejection,
    SetUnit,
    Span,
    Tag,
    Tagging,
    Text,
    Verdict,
)


class Lookup(Protocol):
    """Reading access by uid. A single-entity method raises KeyError for an unknown uid; lists are in a stable order."""

    def documents(self) -> list[Document]: ...  # by position
    def document(self, uid: str) -> Document: ...
    def text(self, uid: str) -> Text: ...  # with body, structure and original bytes
    def texts_of(self, document_uid: str) -> list[str]: ...  # uids of all versions, oldest first
    def body(self, text_uid: str) -> str: ...
    def structure(self, text_uid: str) -> bytes: ...
    def fingerprints(self) -> list[tuple[str, str, str]]: ...  # document, SHA-256 of text and of bytes; all versions
    def highlight(self, uid: str) -> Highlight: ...
    def highlights(self, document_uid: str | None = None) -> list[Highlight]: ...  # by document, start, end
    def highlights_at(self, text_uid: str, span: Span) -> list[Highlight]: ...  # with exactly this span
    def tag(self, uid: str) -> Tag: ...
    def tags(self) -> list[Tag]: ...  # by position
    def taggings(
        self, *, highlight_uid: str | None = None, tag_uid: str | None = None, document_uid: str | None = None
    ) -> list[Tagging]: ...
    def link(self, uid: str) -> Link: ...
    def links(self, *, highlight_uid: str | None = None, document_uid: str | None = None) -> list[Link]: ...
    def link_kinds(self) -> list[LinkKind]: ...
    def verdicts(self) -> list[Verdict]: ...  # by position
    def decisions(self, document_uid: str | None = None) -> list[Decision]: ...  # by document, start, end
    def rejections(self, document_uid: str | None = None) -> list[Rejection]: ...  # with either side in the document
    def set_units(self, document_uid: str | None = None) -> list[SetUnit]: ...  # by document, start, end
