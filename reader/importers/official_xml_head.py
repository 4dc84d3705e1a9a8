"""What the XML of an official publication says of itself, in its metadata and in its head."""

from __future__ import annotations

import re

from reader.importers.marked_up_xml import Element, attribute, local_name
from reader.importers.official_xml_facts import metadata_of, publication_facts
from reader.text.paper_heads import in_sentence_case

_SESSION = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4})")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_RECORD = "externMetadataRecord"  # the address of the metadata beside the paper's own
_ADDRESS = re.compile(r"(https://zoek\.officielebekendmakingen\.nl/[\w-]+)/metadata\.xml")
_TITLES = (
    (r"schriftelijk overleg", "schriftelijk-overleg"),
    (r"lijst van vragen", "lijst-van-vragen"),
    (r"^(?:gewijzigde |nader gewijzigde )?motie", "motie"),
    (r"amendement", "amendement"),
    (r"^brief", "kamerbrief"),
    (r"voorstel van wet", "wetsvoorstel"),
    (r"^(?:nadere |aanvullende )?(?:memorie|nota)\b|nader rapport", "memorie"),
    (r"^(?:voorlopig |eind)?verslag\b", "verslag"),
)


def facts_of(root: Element) -> dict[str, str]:
    """The facts of the paper, as `Structure.facts` has them."""
    facts = publication_facts(
        metadata_of(
            (attribute(one, "name"), attribute(one, "content"))
            for one in root.iter()
            if local_name(one) in ("meta", "metadata")
        )
    )
    address = next((attribute(one, "content") for one in root.iter() if _RECORD in attribute(one, "name")), "")
    if record := _ADDRESS.fullmatch(address.strip()):
        facts["url"] = f"{record[1]}.html"
    found: dict[str, str] = {}
    kinds = {local_name(one) for one in root.iter()}
    if kinds & {"kamervragen", "vraagdoc"}:
        found = _questions(root)
    elif kinds & {"handelingen", "handeling"}:
        found = {"kind": "handelingen", "title": _first(root, "item-titel")}
    elif "kamerstuk" in kinds or "kamerwrk" in kinds:
        found = _paper(root)
    session = _SESSION.search(_line(root, "vergaderjaar"))
    if session:
        found["session"] = f"{session[1]}-{session[2]}"
    chamber = re.search(r"(Tweede|Eerste) Kamer", _line(root, "kameraanduiding"))
    if chamber:
        found["chamber"] = f"{chamber[1]} Kamer"
    return {key: value for key, value in {**found, **facts}.items() if value}


def _paper(root: Element) -> dict[str, str]:
    """A Kamerstuk: its dossiers, its number in them, its title, its sort by that, and its day."""
    dossiers = [re.sub(r"\s+", "", _words(one)) for one in root.iter() if local_name(one) == "dossiernr"]
    chapters = [_words(one) for one in root.iter() if local_name(one) == "begrotingshoofdstuk"]
    if len(dossiers) == 1 and len(chapters) == 1 and "-" not in dossiers[0]:
        dossiers[0] += f"-{chapters[0]}"
    title = _first_under(root, "stuk", "titel")
    kind = next((kind for pattern, kind in _TITLES if re.search(pattern, title, re.IGNORECASE)), "")
    if title.isupper():
        title = in_sentence_case(title, {})
    number = re.sub(r"^(?:nrs?\.?)\s*", "", _first(root, "ondernummer"), flags=re.IGNORECASE)
    return {
        "dossiers": "; ".join(dict.fromkeys(dossiers)),
        "number": number,
        "title": title,
        "kind": kind,
        "date": _day(root),
    }


def _questions(root: Element) -> dict[str, str]:
    """Written questions: the number, the subject, and the day of the last of question and answer."""
    days = [_day(one) for one in root.iter() if local_name(one) in ("kamervraagomschrijving", "omschr", "reactie")]
    about = _first(root, "kamervraagonderwerp") or _first(root, "ondw")
    about = re.sub(r"^over ", "", about).strip(" .")
    return {
        "kind": "kamervragen",
        "number": _first(root, "kamervraagnummer") or _first(root, "vraagnummer"),
        "title": about[:1].upper() + about[1:],
        "date": max((day for day in days if day), default=""),
    }


def _line(root: Element, sort: str) -> str:
    """The line of the head that is of the given sort."""
    found = (one for one in root.iter() if local_name(one) == "tekstregel" and attribute(one, "inhoud") == sort)
    return next((_words(one) for one in found), "")


def _first(root: Element, name: str) -> str:
    return next((_words(one) for one in root.iter() if local_name(one) == name), "")


def _first_under(root: Element, parent: str, name: str) -> str:
    for one in root.iter():
        if local_name(one) == parent:
            return next((_words(child) for child in one if local_name(child) == name), "")
    return ""


def _day(root: Element) -> str:
    days = (attribute(one, "isodatum") for one in root.iter() if local_name(one) == "datum")
    return next((day for day in days if _DAY.fullmatch(day)), "")


def _words(element: Element) -> str:
    """The words of an element without those of its notes."""
    parts = [element.text or ""]
    for child in element:
        if local_name(child) not in ("noot", "nootref"):
            parts.append(_words(child))
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())
