"""The rules of the REFI-QDA schemas as far as our files go: order of elements, attributes, forms, references."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

GUID = re.compile(
    r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}"
)
MOMENT = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")
FORMS = {
    "guid": GUID, "creatingUser": GUID, "modifyingUser": GUID, "creatingUserGUID": GUID, "modifyingUserGUID": GUID,
    "originGUID": GUID, "targetGUID": GUID,
    "creationDateTime": MOMENT, "modifiedDateTime": MOMENT,
    "startPosition": re.compile(r"[+-]?\d+"), "endPosition": re.compile(r"[+-]?\d+"),
    "isCodable": re.compile("true|false|0|1"), "color": re.compile("#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})"),
    "direction": re.compile("Associative|OneWay|Bidirectional"),
    "typeOfVariable": re.compile("Text|Boolean|Integer|Float|Date|DateTime"),
    "plainTextPath": re.compile(r"internal://[0-9a-f-]{36}\.txt"),
}  # fmt: skip
STAMP = "creatingUser creationDateTime modifyingUser modifiedDateTime"


@dataclass(frozen=True)
class Rule:
    """`children` are (name, fewest, most) in order; required attributes have an exclamation mark."""

    attributes: frozenset[str]
    required: frozenset[str]
    children: tuple[tuple[str, int, float], ...]


def rule(attributes: str, children: str) -> Rule:
    """From "guid! name" and "Description? Coding* CodeRef"."""
    names = attributes.split()
    parts = []
    for child in children.split():
        fewest, most = {"?": (0, 1.0), "*": (0, float("inf")), "+": (1, float("inf"))}.get(child[-1], (1, 1.0))
        parts.append((child.rstrip("?*+"), fewest, most))
    return Rule(
        frozenset(name.rstrip("!") for name in names),
        frozenset(name[:-1] for name in names if name.endswith("!")),
        tuple(parts),
    )


PROJECT = {
    "Project": rule(
        "name! origin creatingUserGUID creationDateTime modifyingUserGUID modifiedDateTime basePath",
        "Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? NoteRef*",
    ),
    "Users": rule("", "User+"),
    "User": rule("guid! name id", ""),
    "CodeBook": rule("", "Codes"),
    "Codes": rule("", "Code+"),
    "Code": rule("guid! name! isCodable! color", "Description? NoteRef* Code*"),
    "Variables": rule("", "Variable+"),
    "Variable": rule("guid! name! typeOfVariable!", "Description?"),
    "VariableValue": rule("", "VariableRef TextValue? DateValue?"),
    "Sources": rule("", "TextSource+"),
    "TextSource": rule(
        f"guid! name richTextPath plainTextPath {STAMP}",
        "Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*",
    ),
    "PlainTextSelection": rule(f"guid! name startPosition! endPosition! {STAMP}", "Description? Coding* NoteRef*"),
    "Coding": rule("guid! creatingUser creationDateTime", "CodeRef NoteRef*"),
    "Notes": rule("", "Note+"),
    "Note": rule(f"guid! name richTextPath plainTextPath {STAMP}", "Description? PlainTextContent?"),
    "Links": rule("", "Link+"),
    "Link": rule("guid! name direction color originGUID targetGUID", "NoteRef*"),
    "Sets": rule("", "Set+"),
    "Set": rule("guid! name!", "Description? MemberCode* MemberSource* MemberNote*"),
    **{name: rule("targetGUID!", "") for name in ("CodeRef", "NoteRef", "VariableRef", "MemberSource", "MemberCode")},
    **{name: rule("", "") for name in ("Description", "PlainTextContent", "TextValue", "DateValue")},
}
CODEBOOK = {
    "CodeBook": rule("origin", "Codes Sets?"),
    "Codes": rule("", "Code+"),
    "Code": rule("guid! name! isCodable! color", "Description? Code*"),
    "Description": rule("", ""),
}
NAMESPACES = {"Project": "urn:QDA-XML:project:1.0", "CodeBook": "urn:QDA-XML:codebook:1.0"}
TARGETS = {
    "CodeRef": {"Code"}, "NoteRef": {"Note"}, "VariableRef": {"Variable"}, "MemberSource": {"TextSource"},
    "MemberCode": {"Code"}, "Link": {"PlainTextSelection"}, "user": {"User"},
}  # fmt: skip


def faults(data: bytes) -> list[str]:
    """What is against the rules in a project or codebook, in words; nothing when it is valid."""
    root = etree.fromstring(data)
    name = etree.QName(root)
    found = [] if NAMESPACES.get(name.localname) == name.namespace else [f"namespace {name.namespace}"]
    rules = PROJECT if name.localname == "Project" else CODEBOOK
    for element in root.iter():
        found += _faults_of(element, rules, name.namespace)
    return found + _references(root)


def _faults_of(element: Any, rules: dict[str, Rule], namespace: str) -> list[str]:
    name = etree.QName(element)
    own = rules.get(name.localname)
    if own is None or name.namespace != namespace:
        return [f"unknown element {element.tag}"]
    found = [f"{name.localname}@{one}: unknown" for one in set(element.attrib) - own.attributes]
    found += [f"{name.localname}@{one}: absent" for one in own.required - set(element.attrib)]
    found += [
        f"{name.localname}@{key}: {value!r}"
        for key, value in element.attrib.items()
        if key in FORMS and not FORMS[key].fullmatch(value)
    ]
    names = [etree.QName(child).localname for child in element]
    place = 0
    for child, fewest, most in own.children:
        count = 0
        while place < len(names) and names[place] == child:
            place, count = place + 1, count + 1
        if not fewest <= count <= most:
            found.append(f"{name.localname}: {count} times {child}")
    if place < len(names):
        found.append(f"{name.localname}: {names[place]} is out of order")
    return found


def _references(root: Any) -> list[str]:
    kinds: dict[str, str] = {}
    found = []
    for element in root.iter():
        guid = element.get("guid")
        if guid is not None:
            if guid in kinds:
                found.append(f"twice {guid}")
            kinds[guid] = etree.QName(element).localname
    for element in root.iter():
        name = etree.QName(element).localname
        for key, wanted in (
            ("targetGUID", TARGETS.get(name, set())),
            ("originGUID", TARGETS.get(name, set())),
            ("creatingUser", TARGETS["user"]),
        ):
            target = element.get(key)
            if target is not None and kinds.get(target) not in wanted:
                found.append(f"{name}@{key} goes to {kinds.get(target)}")
    return found
