"""What a REFI-QDA project says of its papers: variables of a source or of its case, and sets by dossier."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

from reader.importers.exchange.exchanged import Item, one_line, uid_of
from reader.importers.marked_up_xml import Element, attribute, children

# the field of a paper by the name of a variable, as this program writes it and as people call it
_FIELDS: Final = {
    "dossier": "dossiers", "dossiers": "dossiers", "dossiernummer": "dossiers",
    "nummer": "number", "number": "number", "stuknummer": "number", "ondernummer": "number",
    "datum": "date", "date": "date",
    "soort": "kind", "kind": "kind",
    "kamer": "chamber", "chamber": "chamber",
    "vergaderjaar": "session", "parliamentary year": "session", "session": "session",
    "afzender": "senders", "afzenders": "senders", "sender": "senders", "senders": "senders",
    "minister": "senders", "bewindspersoon": "senders",
    "kenmerk": "reference", "reference": "reference",
    "taal": "language", "language": "language",
    "webadres": "url", "web address": "url", "url": "url",
    "bestand": "source_name", "file": "source_name",
}  # fmt: skip
_FORMS: Final = {
    "date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
    "kind": re.compile(r"[a-z][a-z-]{1,40}"),
    "session": re.compile(r"\d{4}-\d{4}"),
    "language": re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
    "url": re.compile(r"https?://\S{1,2000}"),
}
_SEVERAL: Final = {"senders": re.compile(r"\s*;\s*"), "dossiers": re.compile(r"\s*[;,]\s*")}
_DOSSIER: Final = re.compile(r"(?:dossier|kamerstuk|kst\.?)?\s*(\d{5}(?:-[0-9IVXLCA-Z]{1,6})?)", re.IGNORECASE)

# what a paper of this program's own has when the file does not say it: nothing is guessed from its text
NOTHING_KNOWN: Final[Mapping[str, Any]] = {
    "dossiers": (), "number": None, "date": None, "kind": "other", "chamber": None, "session": None, "senders": (),
    "reference": "", "language": "nl", "url": "", "source_name": "",
}  # fmt: skip


def facts_of_sources(project: Element, items: list[Item], *, is_own: bool) -> dict[str, dict[str, Any]]:
    """What is said of each source, by its uid and the fields of Document; what this program wrote needs no sets."""
    parts = dict(children(project))
    fields: dict[str, str] = {}
    for _, variable in children(parts.get("Variables", ())):
        name = one_line(attribute(variable, "name"))
        field = _FIELDS.get(name.casefold())
        if field is None:
            items.append(
                Item("variable", name, "left out", "Only what a paper has by itself is read of the variables.")
            )
        else:
            fields[uid_of(attribute(variable, "guid"))] = field
    facts: dict[str, dict[str, Any]] = defaultdict(dict)
    for _, case in children(parts.get("Cases", ())):
        about = _values(case, fields)
        holds_passages = False
        for part, reference in children(case):
            if part == "SourceRef":
                facts[uid_of(attribute(reference, "targetGUID"))].update(about)
            holds_passages |= part in ("SelectionRef", "CodeRef")
        if holds_passages:
            name = one_line(attribute(case, "name"))
            items.append(Item("set", name, "left out", "Which passages or labels belong to a case is not read."))
    for _, source in children(parts.get("Sources", ())):
        facts[uid_of(attribute(source, "guid"))].update(_values(source, fields))
    for _, group in children(() if is_own else parts.get("Sets", ())):
        _read_set(group, facts, items)
    return facts


def _values(holder: Element, fields: dict[str, str]) -> dict[str, Any]:
    """The values at a source or case that are facts of a paper."""
    found: dict[str, Any] = {}
    for part, value in children(holder):
        if part != "VariableValue":
            continue
        field, words = "", ""
        for name, child in children(value):
            if name == "VariableRef":
                field = fields.get(uid_of(attribute(child, "targetGUID")), "")
            elif name.endswith("Value"):
                words = one_line(child.text or "", 2000)
        if field == "date":
            words = words[:10]
        if words and field and (field not in _FORMS or _FORMS[field].fullmatch(words)):
            found[field] = tuple(filter(None, _SEVERAL[field].split(words))) if field in _SEVERAL else words
    return found


def _read_set(group: Element, facts: dict[str, dict[str, Any]], items: list[Item]) -> None:
    """A set that is named after a dossier says of its papers that they belong to it."""
    name = one_line(attribute(group, "name"))
    members = [uid_of(attribute(child, "targetGUID")) for part, child in children(group) if part == "MemberSource"]
    match = _DOSSIER.fullmatch(name)
    if match is None:
        items.append(Item("set", name, "left out", "Only groups of documents that are named after a dossier are read."))
        return
    for uid in members:
        known = facts[uid].get("dossiers", ())
        if match[1] not in known:
            facts[uid]["dossiers"] = (*known, match[1])
