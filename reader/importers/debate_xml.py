"""The importer of the XML of debates from other sources: reports of the Tweede Kamer (VLOS), TEI and Akoma Ntoso.

The first is what the open data of the Tweede Kamer gives of a sitting, the second the corpora of ParlaMint, the third
what many parliaments publish (OASIS Akoma Ntoso 1.0). Only the words that are read are taken, and who says them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader import __version__
from reader.importers.extracted import Extracted, Progress
from reader.importers.marked_up import FileFacts, compose, opens_with
from reader.importers.marked_up_left import Left

_ROOTS = re.compile(rb"vlosCoreDocument|vergadering|TEI|teiCorpus|akomaNtoso")


@dataclass(frozen=True, slots=True)
class DebateXml:
    """Reports of debates as XML. What such a file says by codes only, such as times and identities, is not text."""

    name: str = f"debate-xml {__version__}"
    media_type: str = "application/xml"

    def accepts(self, head: bytes) -> bool:
        return opens_with(head, _ROOTS)

    def extract(self, data: bytes, name: str, progress: Progress) -> Extracted:
        """Raises FileDamaged, FileTooLarge or NoText."""
        from reader.importers.debate_xml_facts import facts_of
        from reader.importers.debate_xml_parts import parts_of
        from reader.importers.marked_up_xml import read_xml

        progress(0.0)
        root, encoding, warnings = read_xml(data, name)
        left = Left()
        parts, facts = parts_of(root, left), facts_of(root)
        return left.told_in(compose(parts, name, progress, FileFacts(facts, {}, encoding, warnings, all_notes=True)))
