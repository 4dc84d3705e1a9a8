"""Papers of the Flemish and other Belgian parliaments as Belgian legal authors cite them."""

from __future__ import annotations

from reader.domain.citation_papers import bare_number, belgian_chamber, session_years
from reader.domain.citation_runs import Run
from reader.domain.model import Document

_QUESTIONS = ("kamervragen", "aanhangsel", "schriftelijke-vra")
_MINUTES = ("handelingen", "plenair")


def flemish_runs(document: Document) -> list[Run]:
    """ "Parl.St. Vl.Parl. 2016-17, nr. 1012/1", "Hand. …", "Vr. en Antw. …": the paper without a place in it.

    The paper is one of a Belgian parliament that has a number.
    """
    kind = document.kind.lower()
    if any(word in kind for word in _QUESTIONS):
        series = "Vr. en Antw."
    elif kind.startswith(_MINUTES):
        series = "Hand."
    else:
        series = "Parl.St."
    years = session_years(document)
    session = f"{years[0]}-{years[1] if years[1] % 100 == 0 else f'{years[1] % 100:02d}'}, " if years else ""
    return [Run(f"{series} {belgian_chamber(document)}", italic=True), Run(f" {session}nr. {bare_number(document)}")]
