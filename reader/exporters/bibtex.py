"""The papers in BibTeX, for LaTeX with biber or BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

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
    "bill": "misc",
    "minutes": "misc",
    "parliamentary paper": "techreport",
    "letter": "misc",
    "report": "techreport",
    "document": "misc",
}
_SIGNS: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_SPECIAL: Final = re.compile(r"[\\{}&%$#_~^]")
_NOT_IN_ADDRESSES: Final = re.compile(r"[{}\\\s]")  # they are written by their code
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def render_export(export: Export, step: Step) -> bytes:
    """One entry per paper, in UTF-8; raises what `step` raises."""
    labels = labels_by_paper(export)
    papers = list(zip(export.documents, references_of(export.documents), strict=True))
    entries = []
    for document, paper in watched(papers, step):
        fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(paper, labels[document.uid]) if value)
        entries.append(f"@{_TYPES[paper.kind]}{{{paper.key},\n{fields}\n}}\n")
    return "\n".join(entries).encode("utf-8", "replace")


def _fields(paper: PaperReference, labels: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    # the second pair of braces: a name is not parted at its commas, a title keeps its capitals
    yield (
        "author",
        " and ".join(f"{{{escaped(maker)}}}" for maker in paper.makers).join(("{", "}")) * bool(paper.makers),
    )
    yield "title", f"{{{{{escaped(paper.title)}}}}}"
    if paper.kind in ("parliamentary paper", "report"):
        yield "institution", f"{{{{{escaped(', '.join(paper.makers))}}}}}" if paper.makers else ""
    if paper.date:
        yield "year", f"{{{paper.date[0]:04}}}"
    if len(paper.date) > 1 and 1 <= paper.date[1] <= len(_MONTHS):
        yield "month", _MONTHS[paper.date[1] - 1]
    yield "number", _braced(paper.number or paper.reference)
    yield "series", _braced(paper.series)
    yield "url", f"{{{_NOT_IN_ADDRESSES.sub(lambda sign: quote(sign[0]), paper.url)}}}" if paper.url else ""
    yield "language", _braced(paper.language)
    yield "keywords", _braced(", ".join(label.replace(",", " ") for label in labels))
    yield "note", _braced(paper.note)


def escaped(words: str) -> str:
    """The words in one line, with no sign that TeX takes for a command."""
    return _SPECIAL.sub(lambda match: _SIGNS[match[0]], without_controls(words))


def _braced(words: str) -> str:
    return f"{{{escaped(words)}}}" if words else ""
