"""Excerpts as JSON in a documented form (docs/json.md): papers, labels, passages with offsets, links, checks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from reader.domain.citation import CitationTemplate, plain, reference
from reader.domain.excerpt import Label, Passage
from reader.domain.model import Document
from reader.exporters.collecting import labels_of
from reader.exporters.composition import ExportOptions, ordered
from reader.exporters.formats import Export, Step, watched
from reader.exporters.verification import check_papers, passages_in
from reader.exporters.words import link_words

Form = dict[str, Any]

LOSSES: tuple[tuple[str, str], ...] = ()


def render_export(export: Export, step: Step) -> bytes:
    """The export as JSON in UTF-8, its keys sorted; raises what `step` raises."""
    options = export.options
    excerpts = ordered(export.excerpts, options)
    asked = [excerpt.passage for excerpt in excerpts]
    asked_uids = {passage.uid for passage in asked}
    passages = passages_in(excerpts, links=options.links)
    others = sorted(
        (passage for passage in passages if passage.uid not in asked_uids),
        key=lambda one: (one.document.position, one.document.uid, one.highlight.start, one.highlight.end, one.uid),
    )
    papers = {document.uid: document for document in export.documents}
    papers |= {passage.document.uid: passage.document for passage in passages}
    documents = sorted(papers.values(), key=lambda document: (document.position, document.uid))
    used = {label.uid for passage in passages for label in passage.labels}
    labels = [label for label in labels_of(export.source.tags()).values() if label.uid in used]
    checks = check_papers(passages, options.style, options.language)
    parts: dict[str, list[bytes]] = {
        "checks": [
            _dumped(
                {
                    "document": check.document.uid,
                    "sha256": check.sha256,
                    "exact": check.exact_count,
                    "inexact": [{"uid": quote.uid, "check": quote.check} for quote in check.inexact],
                }
            )
            for check in checks
        ],
        "documents": [_dumped(_document(document, options)) for document in documents],
        "excerpts": [_dumped(_passage(passage, options)) for passage in watched(asked, step, 0.0, 0.8)],
        "labels": [_dumped(_label(label)) for label in labels],
        "linked_passages": [_dumped(_passage(passage, options)) for passage in watched(others, step, 0.8, 0.9)],
        "links": [_dumped(link) for link in _links(export)],
    }
    style = options.style
    head: Form = {
        "citation_style": f"template: {style.source}" if isinstance(style, CitationTemplate) else style,
        "filter": options.filter_words,
        "form": "vindplaats-excerpts",
        "form_version": 1,
        "language": options.language,
        "moment": options.moment.isoformat(timespec="seconds"),
        "title": options.title,
    }
    entries = {key: json.dumps(value, ensure_ascii=False).encode("utf-8", "replace") for key, value in head.items()}
    entries |= {key: _list(values) for key, values in parts.items()}
    step(1.0)
    lines = b",\n".join(b'  "%b": %b' % (key.encode(), entries[key]) for key in sorted(entries))
    return b"{\n%b\n}\n" % lines


def _dumped(form: Form) -> bytes:
    """An object set in as an entry of a list under a key of the outermost object."""
    dumped = json.dumps(form, ensure_ascii=False, indent=2, sort_keys=True)
    return dumped.replace("\n", "\n    ").encode("utf-8", "replace")


def _list(values: Sequence[bytes]) -> bytes:
    return b"[\n    " + b",\n    ".join(values) + b"\n  ]" if values else b"[]"


def _document(document: Document, options: ExportOptions) -> Form:
    return {
        "uid": document.uid,
        "title": document.title,
        "kind": document.kind,
        "date": document.date,
        "dossiers": list(document.dossiers),
        "document_number": document.number,
        "chamber": document.chamber,
        "session": document.session,
        "senders": list(document.senders),
        "reference": document.reference or None,
        "language": document.language,
        "url": document.url or None,
        "source_name": document.source_name,
        "pages": document.pages,
        "characters": document.characters,
        "citation": plain(reference(document, options.style, options.language)),
    }


def _label(label: Label) -> Form:
    return {
        "uid": label.uid,
        "path": list(label.path),
        "hue": label.hue,
        "pattern": label.pattern,
        "description": label.description,
    }


def _passage(passage: Passage, options: ExportOptions) -> Form:
    highlight, place = passage.highlight, passage.place
    form: Form = {
        "uid": passage.uid,
        "kind": highlight.kind,
        "document": passage.document.uid,
        "sha256": passage.text_sha256,
        "start": highlight.start,
        "end": highlight.end,
        "source_quote": highlight.quote,
        "prefix": highlight.prefix,
        "suffix": highlight.suffix,
        "quote": passage.quote,
        "footnote_figures": [list(marker) for marker in passage.markers],
        "check": passage.check,
        "pages": list(place.pages),
        "file_pages": list(place.file_pages),
        "section": list(place.section),
        "citation": plain(passage.citation(options.style, options.language)),
        "labels": [_given(label, author, options) for label, author in _labels(passage)],
        "created_at": highlight.created_at or None,
        "modified_at": highlight.modified_at or None,
    }
    if options.notes:
        form["note"] = highlight.note
    if options.names:
        form["author"] = highlight.author or None
    if options.context:
        form |= {"before": passage.before, "after": passage.after}
    return form


def _labels(passage: Passage) -> list[tuple[Label, str]]:
    authors = (*passage.label_authors, *("" for _ in passage.labels))
    return list(zip(passage.labels, authors, strict=False))


def _given(label: Label, author: str, options: ExportOptions) -> Form:
    given: Form = {"uid": label.uid, "name": label.name}
    return {**given, "author": author or None} if options.names else given


def _links(export: Export) -> list[Form]:
    """Each link once, from its source to its target; those are among the excerpts or the linked passages."""
    if not export.options.links:
        return []
    found: dict[str, Form] = {}
    for excerpt in export.excerpts:
        for link in excerpt.links:
            source, target = (excerpt.uid, link.passage.uid) if link.outgoing else (link.passage.uid, excerpt.uid)
            found[link.link_uid] = {
                "uid": link.link_uid,
                "kind": link.kind.name,
                "is_builtin": link.kind.builtin,
                "words": link_words(link.kind, True, export.options.language),
                "source": source,
                "target": target,
                **({"note": link.note} if export.options.notes else {}),
            }
    return [found[uid] for uid in sorted(found)]
