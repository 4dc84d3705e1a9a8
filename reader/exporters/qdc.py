"""The labels of a project as a REFI-QDA codebook (QDC)."""

from __future__ import annotations

from typing import Final

from reader.domain.errors import ActRefused
from reader.exporters.formats import Export, Step
from reader.exporters.qdpx_codes import add_codes
from reader.exporters.qdpx_xml import ORIGIN, root, written

NAMESPACE: Final = "urn:QDA-XML:codebook:1.0"

LOSSES: Final[tuple[tuple[str, str], ...]] = (
    (
        "Alleen de labels gaan mee: naam, omschrijving, kleur en plaats in de boom; geen documenten, markeringen of "
        "koppelingen.",
        "Only the labels go out: name, description, colour and place in the tree; no documents, highlights or links.",
    ),
    ("Lijnpatronen en sneltoetsen van labels gaan niet mee.", "Line patterns and keys of labels do not go out."),
)


def render_export(export: Export, step: Step) -> bytes:
    """The codebook, in UTF-8. Raises ActRefused when there are no labels: the format must have one."""
    step(0.0)
    tags = export.source.tags()
    if not tags:
        raise ActRefused(reason="There are no labels in this project.")
    book = root(NAMESPACE, "CodeBook", origin=ORIGIN)
    add_codes(book, tags, {tagging.tag_uid for tagging in export.source.taggings()})
    step(1.0)
    return written(book)
