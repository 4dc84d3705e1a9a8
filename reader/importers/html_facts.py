"""What a web page says of itself: the metadata of official publications, and titles."""

from __future__ import annotations

import re

from reader.importers.marked_up_titles import likely_title, without_site
from reader.importers.marked_up_xml import Element, attribute, local_name
from reader.importers.official_xml_facts import identifier_facts, identifier_in, metadata_of, publication_facts

_OFFICE = re.compile(r"Office|Microsoft Word|odf2xhtml", re.IGNORECASE)
_FILTER = "odf2xhtml"  # of LibreOffice: it gives the properties of the file the names of official metadata
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def facts_of(root: Element) -> tuple[dict[str, str], dict[str, str], str]:
    """The facts that win over those of the text, those that stand in where the text has none, and the identifier."""
    pairs = [
        (attribute(one, "name") or attribute(one, "property"), attribute(one, "content"))
        for one in root.iter()
        if local_name(one) == "meta"
    ]
    official = [(name, value) for name, value in pairs if re.match(r"(?i)dc(?:terms)?[.:]|overheid(?:op)?[.:]", name)]
    metadata = metadata_of(official)
    certain = publication_facts(metadata)
    if any(_FILTER in value for value in metadata.get("source", ())):
        certain.pop("date", None)  # the day on which the file was saved
    addresses = " ".join((*metadata.get("identifier", ()), *_addresses(root)))
    others = metadata_of(pair for pair in pairs if pair not in official)
    heading = next((_words(one) for one in root.iter() if local_name(one) == "title"), "")
    title = likely_title(*others.get("title", ()), without_site(heading))
    language = next((attribute(one, "lang") for one in root.iter() if local_name(one) == "html"), "")
    likely = {
        **identifier_facts(addresses),
        "title": title,
        "date": next((day[0] for value in others.get("published_time", ()) if (day := _DAY.match(value))), ""),
        "url": next((address for address in _addresses(root) if re.match(r"https?://\S+$", address)), ""),
        "language": language if re.fullmatch(r"[a-z]{2}(?:-[A-Z]{2})?", language) else "",
    }
    return certain, {key: value for key, value in likely.items() if value}, identifier_in(addresses)


def is_of_office(root: Element) -> bool:
    """Whether a word processor has written the page."""
    return any(
        attribute(one, "name").lower() in ("generator", "dcterms.source") and _OFFICE.search(attribute(one, "content"))
        for one in root.iter()
        if local_name(one) == "meta"
    )


def _addresses(root: Element) -> list[str]:
    """The address of the page itself, where it says it."""
    return [
        attribute(one, "href") or attribute(one, "content")
        for one in root.iter()
        if (local_name(one) == "link" and attribute(one, "rel") == "canonical")
        or attribute(one, "property") == "og:url"
    ]


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
