"""What an OpenDocument text says of itself in its properties."""

from __future__ import annotations

from reader.importers.marked_up_titles import likely_title
from reader.importers.marked_up_xml import Element, local_name
from reader.importers.official_xml_facts import identifier_facts


def facts_of(meta: Element | None) -> dict[str, str]:
    """The title or subject in the properties, and what an identifier of an official publication in them says."""
    if meta is None:
        return {}
    words = {local_name(one): " ".join((one.text or "").split()) for one in meta.iter() if not len(one)}
    title = likely_title(words.get("title", ""), words.get("subject", ""))
    named = identifier_facts(" ".join(words.values()))
    return {**named, **({"title": title} if title else {})}
