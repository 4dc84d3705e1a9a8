"""Which paper of a project a reference means: by dossier and number, or for a letter by its date."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.domain.model import Document

_KAMERSTUK = re.compile(r"kst-(?P<dossier>\d+(?:-[0-9IVXLC]+)?)-(?P<number>[0-9A-Z]+)", re.IGNORECASE)
_LETTER = re.compile(r"brief-(?P<day>(?:\d{4}-)?\d\d-\d\d)")


def target_of(reference_id: str, documents: Iterable[Document], citing: Document) -> Document | None:
    """The one paper that `reference_id` (such as "kst-19637-2386" or "brief-04-25") means, seen from paper `citing`.

    A letter without a year ("25 april jl.") means one that is not younger than the citing paper. None when no paper of
    the project fits, or more than one.
    """
    others = [document for document in documents if document.uid != citing.uid]
    if match := _KAMERSTUK.fullmatch(reference_id):
        fitting = [
            document
            for document in others
            if match["dossier"] in document.dossiers and (document.number or "").upper() == match["number"].upper()
        ]
    elif match := _LETTER.fullmatch(reference_id):
        fitting = [
            document
            for document in others
            if len(document.date or "") == len("2018-04-25")
            and (document.date or "").endswith(match["day"])
            and (citing.date is None or (document.date or "")[: len(citing.date)] <= citing.date)
        ]
    else:
        fitting = []
    return fitting[0] if len(fitting) == 1 else None
