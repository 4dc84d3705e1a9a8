"""The papers in RIS, which EndNote, Mendeley and other reference programs read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reader.exporters.formats import Export, Step, watched
from reader.exporters.reference_labels import labels_by_paper
from reader.exporters.references import PaperReference, ReferenceKind, references_of, without_controls

LOSSES: Final[tuple[tuple[str, str], ...]] = (
    (
        "Alleen de documenten gaan mee, met hun labels als trefwoorden; geen markeringen, notities of koppelingen.",
        "Only the papers go out, with their labels as keywords; no highlights, notes or links.",
    ),
)

_TYPES: Final[dict[ReferenceKind, str]] = {
    "bill": "BILL",
    "minutes": "HEAR",
    "parliamentary paper": "GOVDOC",
    "letter": "PCOMM",
    "report": "RPRT",
    "document": "GEN",
}


def render_export(export: Export, step: Step) -> bytes:
    """One record per paper, in UTF-8 with the line ends CR LF that RIS asks for; raises what `step` raises."""
    labels = labels_by_paper(export)
    papers = list(zip(export.documents, references_of(export.documents), strict=True))
    lines: list[str] = []
    for document, paper in watched(papers, step):
        lines += [f"{tag}  - {words}" for tag, words in _fields(paper, labels[document.uid]) if words]
        lines += ["ER  - ", ""]
    return "\r\n".join(lines).encode("utf-8", "replace")


def _fields(paper: PaperReference, labels: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[paper.kind]
    yield "ID", paper.key
    for maker in paper.makers:
        yield "AU", f"{without_controls(maker)},"  # the comma: one name, nothing to be parted or turned round
    yield "TI", without_controls(paper.title)
    if paper.date:
        year, month, day = (*paper.date, 0, 0)[:3]
        yield "PY", f"{year:04}"
        yield "DA", f"{year:04}/{f'{month:02}' if month else ''}/{f'{day:02}' if day else ''}/"
    yield "M1", without_controls(paper.number or paper.reference)
    yield "T3", without_controls(paper.series)
    yield "VL", paper.session
    yield "UR", without_controls(paper.url)
    yield "LA", paper.language
    for label in labels:
        yield "KW", label
    yield "N1", without_controls(paper.note)
