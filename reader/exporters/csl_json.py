"""The papers as CSL JSON, which Zotero, Pandoc and other reference programs read."""

from __future__ import annotations

import json
from typing import Any, Final

from reader.exporters.formats import Export, Step, watched
from reader.exporters.reference_labels import labels_by_paper
from reader.exporters.references import PaperReference, ReferenceKind, references_of

LOSSES: Final[tuple[tuple[str, str], ...]] = (
    (
        "Alleen de documenten gaan mee, met hun labels als trefwoorden; geen markeringen, notities of koppelingen.",
        "Only the papers go out, with their labels as keywords; no highlights, notes or links.",
    ),
)

# CSL has no type for papers that are neither bill nor minutes; "report" with a genre is what styles show best
_TYPES: Final[dict[ReferenceKind, tuple[str, str]]] = {
    "bill": ("bill", ""),
    "minutes": ("hearing", "Handelingen"),
    "parliamentary paper": ("report", "Kamerstuk"),
    "letter": ("personal_communication", "Brief"),
    "report": ("report", "Rapport"),
    "document": ("document", ""),
}


def render_export(export: Export, step: Step) -> bytes:
    """A list of items in UTF-8; raises what `step` raises."""
    labels = labels_by_paper(export)
    papers = list(zip(export.documents, references_of(export.documents), strict=True))
    items = [_item(paper, labels[document.uid]) for document, paper in watched(papers, step)]
    return json.dumps(items, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


def _item(paper: PaperReference, labels: tuple[str, ...]) -> dict[str, Any]:
    form, genre = _TYPES[paper.kind]
    makers = [{"literal": maker} for maker in paper.makers]
    fields: dict[str, Any] = {
        "id": paper.key,
        "type": form,
        "title": paper.title,
        "author": makers,
        "issued": {"date-parts": [list(paper.date)]} if paper.date else None,
        "genre": genre,
        "number": paper.number or paper.reference,
        "collection-title": paper.series,
        "chapter-number": paper.session if form in ("bill", "hearing") else "",
        "URL": paper.url,
        "language": paper.language,
        "keyword": ", ".join(labels),
        "note": paper.note,
    }
    return {name: value for name, value in fields.items() if value}
