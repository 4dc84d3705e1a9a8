"""A REFI-QDA codebook (QDC): labels and nothing else."""

from __future__ import annotations

from reader.domain.collection import Collection
from reader.domain.errors import FileDamaged
from reader.importers.exchange.exchanged import Exchanged, Item, text_by_uid
from reader.importers.exchange.labels import Labels
from reader.importers.exchange.refi_codes import read_codes
from reader.importers.marked_up_xml import Element, children

FORMAT = "REFI-QDA"


def read_codebook(root: Element, name: str) -> Exchanged:
    """The labels under the element CodeBook. Raises FileDamaged when it has none."""
    labels = Labels([])
    for part, element in children(root):
        if part == "Codes":
            read_codes(element, labels, {})
        elif part == "Sets" and len(element):
            labels.items.append(Item("set", "Sets", "left out", "Groups of labels are not read."))
    if not labels.tags:
        raise FileDamaged(name=name, format=FORMAT)
    return Exchanged(Collection(text_by_uid({}), tags=tuple(labels.tags.values())), tuple(labels.items), name)
