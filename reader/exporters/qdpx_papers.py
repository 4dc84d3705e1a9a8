"""The papers of a project for REFI-QDA: their texts as files, what is known of them as variables, dossiers as sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from reader.domain.dates import Language
from reader.domain.model import Document
from reader.exporters.qdpx_xml import Element, add, guid_of, made_guid

Facts = Callable[[Document], str]

SEPARATOR: Final = "; "  # between several dossiers, or senders, of one paper
WHOLE_DATE: Final = 10  # signs of YYYY-MM-DD

# key, name in Dutch and English, the value: nothing when it is not known
VARIABLES: Final[tuple[tuple[str, str, str, Facts], ...]] = (
    ("dossiers", "Dossier", "Dossier", lambda paper: SEPARATOR.join(paper.dossiers)),
    ("number", "Nummer", "Number", lambda paper: paper.number or ""),
    ("date", "Datum", "Date", lambda paper: paper.date or ""),
    ("kind", "Soort", "Kind", lambda paper: paper.kind),
    ("chamber", "Kamer", "Chamber", lambda paper: paper.chamber or ""),
    ("session", "Vergaderjaar", "Parliamentary year", lambda paper: paper.session or ""),
    ("senders", "Afzender", "Sender", lambda paper: SEPARATOR.join(paper.senders)),
    ("reference", "Kenmerk", "Reference", lambda paper: paper.reference),
    ("language", "Taal", "Language", lambda paper: paper.language),
    ("url", "Webadres", "Web address", lambda paper: paper.url),
    ("source_name", "Bestand", "File", lambda paper: paper.source_name),
)


def plain_text(body: str) -> bytes:
    """The text file of a paper: UTF-8 with line feeds only and no byte order mark, with every offset as it is.

    A carriage return or a mark at the beginning, which other programs drop or count in their own way, makes room for a
    sign of the same length; the texts of a project hardly ever have one.
    """
    if "\r" in body:
        body = body.replace("\r\n", " \n").replace("\r", "\n")
    if body.startswith("\ufeff"):
        body = "\u200b" + body[1:]
    return body.encode("utf-8", "replace")


def add_variables(project: Element, papers: Sequence[Document], language: Language) -> None:
    """Put the element Variables in the project: only what at least one paper has, for a list may not be empty."""
    used = [row for row in VARIABLES if any(row[3](paper) for paper in papers)]
    if not used:
        return
    variables = add(project, "Variables")
    for key, dutch, english, _ in used:
        add(
            variables,
            "Variable",
            guid=made_guid("variable", key),
            name=english if language == "en" else dutch,
            typeOfVariable=date_type_of(papers) if key == "date" else "Text",
        )


def add_values(source: Element, paper: Document, date_type: str) -> None:
    """Put what is known of a paper at the end of its source; `date_type` is that of the variable of dates."""
    for key, _, _, value_of in VARIABLES:
        value = value_of(paper)
        if value:
            holder = add(source, "VariableValue")
            add(holder, "VariableRef", targetGUID=made_guid("variable", key))
            add(holder, f"{date_type if key == 'date' else 'Text'}Value", value)


def add_sets(project: Element, papers: Iterable[Document]) -> None:
    """Put the element Sets in the project: one for each dossier with its papers."""
    of_dossier: dict[str, list[Document]] = {}
    for paper in papers:
        for dossier in paper.dossiers:
            of_dossier.setdefault(dossier, []).append(paper)
    if not of_dossier:
        return
    sets = add(project, "Sets")
    for dossier, members in sorted(of_dossier.items()):
        group = add(sets, "Set", guid=made_guid("dossier", dossier), name=f"Dossier {dossier}")
        for paper in members:
            add(group, "MemberSource", targetGUID=guid_of(paper.uid))


def date_type_of(papers: Sequence[Document]) -> str:
    """The type of the variable of dates, the same for all papers: text when one has only a month or a year."""
    return "Date" if all(len(paper.date) == WHOLE_DATE for paper in papers if paper.date) else "Text"
