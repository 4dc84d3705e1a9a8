"""The labels that passages of each paper have, as the keywords of the paper."""

from __future__ import annotations

from reader.exporters.formats import Export
from reader.exporters.references import keywords


def labels_by_paper(export: Export) -> dict[str, tuple[str, ...]]:
    """The names of the labels of the excerpts of each paper of the export, by its uid, in the order of the labels."""
    found: dict[str, list[tuple[int, str]]] = {document.uid: [] for document in export.documents}
    for excerpt in export.excerpts:
        if excerpt.document.uid in found:
            found[excerpt.document.uid] += [(label.rank, label.name) for label in excerpt.labels]
    return {uid: keywords(name for _rank, name in sorted(set(labels))) for uid, labels in found.items()}
