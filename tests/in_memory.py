"""A project of plain objects: the Lookup protocol plus apply, as strict as the store, for tests that need no file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from reader.domain.changes import ChangeSet
from reader.domain.model import (
    BUILTIN_LINK_KINDS,
    BUILTIN_VERDICTS,
    Decision,
    Document,
    Entity,
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
    new_uid,
    now,
)

State = dict[type, dict[str, Any]]


class InMemoryProject:
    """Holds entities by type and uid. `apply` is all or nothing; ValueError for what a real project would refuse."""

    read_only = False

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        kinds = (
            Document, Text, Highlight, Tag, Tagging, LinkKind, Link, Verdict, Decision, Rejection, SetUnit,
        )  # fmt: skip
        self._of: State = {kind: {} for kind in kinds}
        for entity in (*BUILTIN_LINK_KINDS, *BUILTIN_VERDICTS, *entities):
            self._of[type(entity)][entity.uid] = entity

    def state(self) -> State:
        """A copy of all that is held, to compare with."""
        return {kind: dict(entities) for kind, entities in self._of.items()}

    def papers_aside(self) -> frozenset[str]:
        """None: what is taken back is gone here."""
        return frozenset()

    def apply(self, change_set: ChangeSet) -> None:
        before = self.state()
        try:
            for change in change_set.changes:
                entity = change.entity
                table = self._of[type(entity)]
                if table.get(entity.uid) != change.before:
                    raise ValueError(f"not as the change says it was: {change.before}")
                if change.after is None:
                    del table[entity.uid]
                else:
                    table[entity.uid] = change.after
                self._check_unique()
            self._check_references()
        except ValueError:
            self._of = before
            raise

    def _check_unique(self) -> None:
        """The rules a database keeps at every moment, not only at the end of an act."""
        names = [(tag.parent_uid, tag.name) for tag in self.tags()]
        digits = [tag.digit for tag in self.tags() if tag.digit is not None]
        links = [(link.kind_uid, link.source_uid, link.target_uid) for link in self.links()]
        decisions = [(one.text_uid, one.span) for one in self._all(Decision)]
        rejections = [
            (one.question_text_uid, one.question_span, one.answer_text_uid, one.answer_span)
            for one in self._all(Rejection)
        ]
        units = [(one.text_uid, one.role, one.span) for one in self._all(SetUnit)]
        for keys in (names, digits, links, decisions, rejections, units):
            if len(set(keys)) != len(keys):
                raise ValueError(f"not unique: {keys}")
        for decision in self._all(Decision):
            if decision.verdict_uid is None and not decision.is_open and not decision.note:
                raise ValueError(f"nothing is decided: {decision}")

    def _check_references(self) -> None:
        for document in self.documents():
            self._require(Text, document.text_uid)
        for text in self._all(Text):
            self._require(Document, text.document_uid)
        for highlight in self._all(Highlight):
            self._require(Document, highlight.document_uid)
            self._require(Text, highlight.text_uid)
            body = self.body(highlight.text_uid)
            if highlight.status == "exact" and body[highlight.start : highlight.end] != highlight.quote:
                raise ValueError(f"a quote that is not in the text: {highlight}")
        for tag in self.tags():
            if tag.parent_uid is not None:
                self._require(Tag, tag.parent_uid)
        for tagging in self.taggings():
            self._require(Highlight, tagging.highlight_uid)
            self._require(Tag, tagging.tag_uid)
        for link in self.links():
            self._require(LinkKind, link.kind_uid)
            self._require(Highlight, link.source_uid)
            self._require(Highlight, link.target_uid)
        for decision in self._all(Decision):
            self._require_place(decision.text_uid, decision.document_uid, decision.span)
            if decision.verdict_uid is not None:
                self._require(Verdict, decision.verdict_uid)
        for rejection in self._all(Rejection):
            self._require_place(rejection.question_text_uid, rejection.question_document_uid, rejection.question_span)
            self._require_place(rejection.answer_text_uid, rejection.answer_document_uid, rejection.answer_span)
        for unit in self._all(SetUnit):
            self._require_place(unit.text_uid, unit.document_uid, unit.span)

    def _require_place(self, text_uid: str, document_uid: str, span: Span) -> None:
        self._require(Text, text_uid)
        text = self.text(text_uid)
        if text.document_uid != document_uid or not 0 <= span.start < span.end <= len(text.body):
            raise ValueError(f"no such place: {text_uid} {document_uid} {span}")

    def _require(self, kind: type, uid: str) -> None:
        if uid not in self._of[kind]:
            raise ValueError(f"no {kind.__name__} {uid}")

    def _all(self, kind: type) -> list[Any]:
        return list(self._of[kind].values())

    # Lookup
    def documents(self) -> list[Document]:
        return sorted(self._all(Document), key=lambda document: document.position)

    def document(self, uid: str) -> Document:
        found: Document = self._of[Document][uid]
        return found

    def text(self, uid: str) -> Text:
        found: Text = self._of[Text][uid]
        return found

    def texts_of(self, document_uid: str) -> list[str]:
        texts = [text for text in self._all(Text) if text.document_uid == document_uid]
        return [text.uid for text in sorted(texts, key=lambda text: text.version)]

    def media_type(self, text_uid: str) -> str:
        return self.text(text_uid).media_type

    def body(self, text_uid: str) -> str:
        return self.text(text_uid).body

    def fingerprints(self) -> list[tuple[str, str, str]]:
        places = {document.uid: place for place, document in enumerate(self.documents())}
        texts = sorted(self._all(Text), key=lambda text: (places[text.document_uid], text.version))
        return [(text.document_uid, text.sha256, text.original_sha256) for text in texts]

    def structure(self, text_uid: str) -> bytes:
        return self.text(text_uid).structure

    def highlight(self, uid: str) -> Highlight:
        found: Highlight = self._of[Highlight][uid]
        return found

    def highlights(self, document_uid: str | None = None) -> list[Highlight]:
        place = {document.uid: document.position for document in self.documents()}
        found = [one for one in self._all(Highlight) if document_uid in (None, one.document_uid)]
        return sorted(found, key=lambda one: (place[one.document_uid], one.start, one.end, one.uid))

    def highlights_at(self, text_uid: str, span: Span) -> list[Highlight]:
        return [one for one in self._all(Highlight) if one.text_uid == text_uid and one.span == span]

    def tag(self, uid: str) -> Tag:
        found: Tag = self._of[Tag][uid]
        return found

    def tags(self) -> list[Tag]:
        return sorted(self._all(Tag), key=lambda tag: (tag.position, tag.name, tag.uid))

    def taggings(
        self, *, highlight_uid: str | None = None, tag_uid: str | None = None, document_uid: str | None = None
    ) -> list[Tagging]:
        return [
            tagging
            for tagging in self._all(Tagging)
            if highlight_uid in (None, tagging.highlight_uid)
            and tag_uid in (None, tagging.tag_uid)
            and (document_uid is None or self.highlight(tagging.highlight_uid).document_uid == document_uid)
        ]

    def link(self, uid: str) -> Link:
        found: Link = self._of[Link][uid]
        return found

    def links(self, *, highlight_uid: str | None = None, document_uid: str | None = None) -> list[Link]:
        return [
            link
            for link in self._all(Link)
            if (highlight_uid is None or highlight_uid in (link.source_uid, link.target_uid))
            and (
                document_uid is None
                or document_uid in (self.highlight(end).document_uid for end in (link.source_uid, link.target_uid))
            )
        ]

    def link_kinds(self) -> list[LinkKind]:
        return sorted(self._all(LinkKind), key=lambda kind: kind.position)

    def verdicts(self) -> list[Verdict]:
        return sorted(self._all(Verdict), key=lambda verdict: (verdict.position, verdict.name, verdict.uid))

    def decisions(self, document_uid: str | None = None) -> list[Decision]:
        found = [one for one in self._all(Decision) if document_uid in (None, one.document_uid)]
        return sorted(found, key=lambda one: (*self._place(one.document_uid, one.span), one.uid))

    def rejections(self, document_uid: str | None = None) -> list[Rejection]:
        found = [
            one
            for one in self._all(Rejection)
            if document_uid in (None, one.question_document_uid, one.answer_document_uid)
        ]
        return sorted(
            found,
            key=lambda one: (
                *self._place(one.question_document_uid, one.question_span),
                *self._place(one.answer_document_uid, one.answer_span),
                one.uid,
            ),
        )

    def set_units(self, document_uid: str | None = None) -> list[SetUnit]:
        found = [one for one in self._all(SetUnit) if document_uid in (None, one.document_uid)]
        return sorted(found, key=lambda one: (*self._place(one.document_uid, one.span), one.role, one.uid))

    def _place(self, document_uid: str, span: Span) -> tuple[int, str, Span]:
        """What the store orders by: the place of the paper in the list, and in the paper."""
        return self.document(document_uid).position, document_uid, span


def paper(body: str, title: str = "A paper", position: int = 0) -> tuple[Document, Text]:
    """A document with its text, as an importer would make it; the structure is left empty."""
    document_uid, text_uid, moment = new_uid(), new_uid(), now()
    data = body.encode()
    digest = hashlib.sha256(data).hexdigest()
    return (
        Document(
            document_uid,
            title,
            text_uid,
            source_name=f"{title}.txt",
            characters=len(body),
            position=position,
            created_at=moment,
            modified_at=moment,
        ),
        Text(text_uid, document_uid, 1, "plain_text 1", "utf-8", digest, body, b"", "text/plain", data, digest, moment),
    )
