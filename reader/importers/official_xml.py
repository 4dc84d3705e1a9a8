"""The importer of the XML of the official publications: Kamerstukken, written questions and Handelingen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader import __version__
from reader.importers.extracted import Extracted, Progress
from reader.importers.marked_up import FileFacts, compose

_HEAD = 64_000  # bytes in which the first element stands
_ROOTS = rb"officiele-publicatie|kamerstuk|kamervragen|handelingen|vraagdoc|kamerwrk|handeling"
_FIRST_ELEMENT = re.compile(
    rb"^[^<]{0,40}(?>(?:<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?+>)\s*)*+<(?:[\w-]{1,40}:)?(?:"
    + _ROOTS
    + rb")[\s>]",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class OfficialXml:
    """The text XML of officielebekendmakingen.nl. It may be encoded twice by a tool on its way: that is undone."""

    name: str = f"official-xml {__version__}"
    media_type: str = "application/xml"

    def accepts(self, head: bytes) -> bool:
        return _FIRST_ELEMENT.match(head[:_HEAD].replace(b"\0", b"")) is not None

    def extract(self, data: bytes, name: str, progress: Progress) -> Extracted:
        """Raises FileDamaged, FileTooLarge or NoText."""
        from reader.importers.marked_up_left import Left
        from reader.importers.marked_up_xml import decoded_xml, parse, repaired
        from reader.importers.official_xml_head import facts_of
        from reader.importers.official_xml_parts import parts_of

        progress(0.0)
        text, encoding = decoded_xml(data)
        text, twice = repaired(text)
        warnings = [f"{twice} characters were encoded twice and have been repaired."] if twice else []
        if "\ufffd" in text:
            warnings.append(f"{text.count(chr(0xFFFD))} characters could not be read.")
        root = parse(text, name)
        left = Left()
        parts = parts_of(root, left)
        facts = facts_of(root)
        extracted = compose(parts, name, progress, FileFacts(facts, {}, encoding, tuple(warnings), all_notes=True))
        return left.told_in(extracted)
