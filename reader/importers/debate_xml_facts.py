"""What a debate in XML says of itself: its title, day, chamber, sitting and year."""

from __future__ import annotations

import re

from reader.domain.dates import session_of
from reader.importers.marked_up_xml import Element, attribute, children, local_name

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SITTING = re.compile(r"\d{1,3}")
_YEAR = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4})")
_CHAMBER = re.compile(r"(Tweede|Eerste) Kamer")
_LANGUAGES = {"nld": "nl", "dut": "nl", "eng": "en", "fra": "fr", "deu": "de"}


def facts_of(root: Element) -> dict[str, str]:
    """The facts of the paper, as `Structure.facts` has them."""
    match local_name(root):
        case "TEI" | "teiCorpus":
            facts = _tei_facts(root)
        case "akomaNtoso":
            facts = _akoma_ntoso_facts(root)
        case _:
            facts = _report_facts(root)
    return {key: value for key, value in facts.items() if value}


def _report_facts(root: Element) -> dict[str, str]:
    """Of a sitting of the Tweede Kamer: its title, number, day and year."""
    meeting = next((one for one in root.iter() if local_name(one) == "vergadering"), root)
    told = {name: " ".join("".join(child.itertext()).split()) for name, child in reversed(list(children(meeting)))}
    chamber = _CHAMBER.search(f"{attribute(meeting, 'kamer')} {told.get('titel', '')}")
    sitting = _SITTING.fullmatch(told.get("vergaderingnummer", ""))
    return _dated(told.get("datum", "")) | {
        "kind": "handelingen" if attribute(meeting, "soort").lower().startswith("plenair") else "",
        "title": told.get("titel", ""),
        "chamber": f"{chamber[1]} Kamer" if chamber else "",
        "number": sitting[0] if sitting else "",
        **_session(told.get("vergaderjaar", "")),
    }


def _tei_facts(root: Element) -> dict[str, str]:
    """Of a part of a sitting: its first heading or else its title; ParlaMint numbers the sitting and the item in it."""
    header = next((one for one in root.iter() if local_name(one) == "teiHeader"), None)
    if header is None:
        return {}
    heads = [one for one in root.iter() if local_name(one) in ("head", "title")]
    titles = sorted(heads, key=lambda one: local_name(one) != "head")
    days = [one for part in header.iter() if local_name(part) == "setting" for one in part.iter()]
    day = next((attribute(one, "when") for one in days if local_name(one) == "date"), "")
    told = " ".join("".join(one.itertext()) for one in header.iter() if local_name(one) == "title")
    chamber = _CHAMBER.search(told)
    counted = {
        sign: attribute(one, "n")
        for one in header.iter()
        for sign in attribute(one, "ana").split()
        if local_name(one) == "meeting" and _SITTING.fullmatch(attribute(one, "n"))
    }
    sitting = next((number for sign, number in counted.items() if sign.startswith("#parla.meeting")), "")
    item = counted.get("#parla.session", "")
    return _dated(day) | {
        "kind": "handelingen" if any(local_name(one) == "u" for one in root.iter()) else "",
        "title": next((" ".join("".join(one.itertext()).split()) for one in titles), ""),
        "chamber": f"{chamber[1]} Kamer" if chamber else "",
        "number": f"{sitting}-{item}" if sitting and item else sitting,
        "language": _language(attribute(root, "lang")),
    }


def _akoma_ntoso_facts(root: Element) -> dict[str, str]:
    work = next((one for one in root.iter() if local_name(one) == "FRBRWork"), None)
    day = (
        "" if work is None else next((attribute(one, "date") for name, one in children(work) if name == "FRBRdate"), "")
    )
    title = next(
        (" ".join("".join(one.itertext()).split()) for one in root.iter() if local_name(one) == "docTitle"), ""
    )
    language = next((attribute(one, "language") for one in root.iter() if local_name(one) == "FRBRlanguage"), "")
    is_debate = any(local_name(one) == "debate" for one in root.iter())
    return _dated(day) | {
        "kind": "handelingen" if is_debate else "",
        "title": title,
        "language": _language(_LANGUAGES.get(language, language)),
    }


def _dated(words: str) -> dict[str, str]:
    day = _DAY.match(words)
    return {"date": day[0], "session": session_of(day[0]) or ""} if day else {}


def _session(words: str) -> dict[str, str]:
    match = _YEAR.search(words)
    return {"session": f"{match[1]}-{match[2]}"} if match else {}


def _language(words: str) -> str:
    return words if re.fullmatch(r"[a-z]{2}(?:-[A-Z]{2})?", words) else ""
