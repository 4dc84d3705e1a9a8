"""Passages, labels, notes and links as W3C Web Annotations in JSON-LD; positions are code points of the source text."""

from __future__ import annotations

import json
import uuid
from functools import lru_cache
from typing import Any, Final

from reader.domain.excerpt import Passage
from reader.domain.model import Highlight, Link, LinkKind, by_uid
from reader.exporters.composition import ExportOptions
from reader.exporters.formats import Export, Step, watched
from reader.text.source import sha256_of

Form = dict[str, Any]

LOSSES: Final[tuple[tuple[str, str], ...]] = (
    (
        "Kleuren, sneltoetsen en omschrijvingen van labels gaan niet mee, en de tekst van de documenten ook niet: "
        "wie de bijlage leest, moet dezelfde documenten hebben.",
        "Colours, keys and descriptions of labels do not go out, and neither does the text of the papers: who reads "
        "the file must have the same papers.",
    ),
)

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_KEPT: Final = 8  # texts
_NAMES: Final = uuid.UUID("5f0a9f7e-52a5-4f0b-9c6e-0b3f4a7a2f11")  # the space of the names below


def render_export(export: Export, step: Step) -> bytes:
    """A collection with one page, in UTF-8. A passage is one annotation, a link between two passages another.

    A link goes out when one of its ends is in the papers of the export, also one between bare places. Source: W3C Web
    Annotation Data Model, 23 February 2017. Raises what `step` raises.
    """
    targets = _Targets(export)
    exported = {excerpt.uid for excerpt in export.excerpts}
    papers = {document.uid for document in export.documents}
    ends = by_uid(export.source.highlights())
    kinds = by_uid(export.source.link_kinds())
    links = [
        link
        for link in (export.source.links() if export.options.links else ())
        if not papers.isdisjoint((ends[link.source_uid].document_uid, ends[link.target_uid].document_uid))
    ]
    items = [_passage(excerpt.passage, targets, export.options) for excerpt in watched(export.excerpts, step, 0.0, 0.8)]
    for link in watched(links, step, 0.8, 1.0):
        both = (ends[link.source_uid], ends[link.target_uid])
        aims = [f"urn:uuid:{end.uid}" if end.uid in exported else targets.of(end) for end in both]
        items.append(_link(link, kinds[link.kind_uid], aims, export.options))
    identity = uuid.uuid5(_NAMES, "\n".join(item["id"] for item in items))
    collection: Form = {
        "@context": _CONTEXT,
        "id": f"urn:uuid:{identity}",
        "type": "AnnotationCollection",
        "label": export.options.title,
        "total": len(items),
        "first": {
            "id": f"urn:uuid:{uuid.uuid5(identity, 'page')}",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    return json.dumps(collection, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


class _Targets:
    """Where passages stand; the last few texts are kept."""

    def __init__(self, export: Export) -> None:
        self._documents = by_uid(export.source.documents())
        self._text = lru_cache(_KEPT)(lambda text_uid: _digested(export.source.body(text_uid)))

    def of(self, highlight: Highlight) -> Form:
        """Two ways to find a passage in the same text, which give the same words; one where its place was lost."""
        document, (body, digest) = self._documents[highlight.document_uid], self._text(highlight.text_uid)
        selectors: list[Form] = []
        if body[highlight.start : highlight.end] == highlight.quote:
            selectors.append({"type": "TextPositionSelector", "start": highlight.start, "end": highlight.end})
        selectors.append(
            {
                "type": "TextQuoteSelector",
                "exact": highlight.quote,
                "prefix": highlight.prefix,
                "suffix": highlight.suffix,
            }
        )
        source = {
            "id": f"urn:sha256:{digest}",
            "type": "Text",
            "format": "text/plain",
            "language": document.language,
            "dcterms:title": document.title,
        }
        return {"type": "SpecificResource", "source": source, "selector": selectors}


def _digested(body: str) -> tuple[str, str]:
    return body, sha256_of(body)


def _passage(passage: Passage, targets: _Targets, options: ExportOptions) -> Form:
    """A passage with its labels and note; without both it is a mere highlight."""
    highlight = passage.highlight
    bodies: list[Form] = [
        {"type": "TextualBody", "purpose": "tagging", "value": label.name} for label in passage.labels
    ]
    bodies += _comments(passage.note, options)
    motivation = "commenting" if len(bodies) > len(passage.labels) else "tagging" if bodies else "highlighting"
    return {
        "id": f"urn:uuid:{highlight.uid}",
        "type": "Annotation",
        "motivation": motivation,
        **_history(highlight.author if options.names else "", highlight.created_at, highlight.modified_at),
        **({"body": bodies} if bodies else {}),
        "target": targets.of(highlight),
    }


def _link(link: Link, kind: LinkKind, aims: list[Any], options: ExportOptions) -> Form:
    """A link from its source to its target; the type of link tags it."""
    return {
        "id": f"urn:uuid:{link.uid}",
        "type": "Annotation",
        "motivation": "linking",
        **_history(link.author if options.names else "", link.created_at, link.modified_at),
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": kind.name}, *_comments(link.note, options)],
        "target": aims,
    }


def _comments(note: str, options: ExportOptions) -> list[Form]:
    if not options.notes or not note.strip():
        return []
    return [{"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": note}]


def _history(author: str, created: str, modified: str) -> Form:
    told: Form = {"creator": {"type": "Person", "name": author}} if author else {}
    if created:
        told["created"] = created
    if modified:
        told["modified"] = modified
    return told
