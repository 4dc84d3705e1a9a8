"""The importer of the XML of the official publications: Kamerstukken, written questions and Handelingen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader import __version__
from reader.importers.extracted import Extracted, Progress
from reader.importers.marked_up import FileFacts, compose, opens_with

_ROOTS = re.compile(rb"officiele-publicatie|kamerstuk|kamervragen|handelingen|vraagdoc|kamerwrk|handeling")


@dataclass(frozen=True, slots=True)
class OfficialXml:
    """The text XML of officielebekendmakingen.nl. It may be encoded twice by a tool on its way: that is undone."""

    name: str = f"official-xml {__version__}"
    media_type: str = "application/xml"

    def accepts(self, head: bytes) -> bool:
        return opens_with(head, _ROOTS)

    def extract(self, data: bytes, name: str, progress: Progress) -> Extracted:
        """Raises FileDamaged, FileTooLarge or NoText."""
        from reader.importers.marked_up_left import Left
        from reader.importers.marked_up_xml import read_xml
        from reader.importers.official_xml_head import facts_of
        from reader.importers.official_xml_parts import parts_of

        progress(0.0)
        root, encoding, warnings = read_xml(data, name)
        left = Left()
        parts = parts_of(root, left)
        facts = facts_of(root)
        return left.told_in(compose(parts, name, progress, FileFacts(facts, {}, encoding, warnings, all_notes=True)))
