"""The importer of RTF, the exchange format of older word processors."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader import __version__
from reader.domain.errors import FileTooLarge
from reader.importers.extracted import Extracted, Progress

MEGABYTE = 1_000_000
LARGEST = 100 * MEGABYTE  # bytes, most of which are pictures; larger files are refused before they are parsed
_SIGN = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}\{\\rtf\d?(?![a-z])")


@dataclass(frozen=True, slots=True)
class Rtf:
    """A text in RTF. Pictures and embedded objects are left out; nothing in the file is run or fetched."""

    name: str = f"rtf {__version__}"
    media_type: str = "application/rtf"

    def accepts(self, head: bytes) -> bool:
        return _SIGN.match(head) is not None

    def extract(self, data: bytes, name: str, progress: Progress) -> Extracted:
        """Raises FileDamaged, FileTooLarge or NoText."""
        from reader.importers.marked_up import FileFacts, compose
        from reader.importers.marked_up_headings import with_bold_headings
        from reader.importers.marked_up_left import Left
        from reader.importers.marked_up_titles import likely_title
        from reader.importers.rtf_parts import RtfReader
        from reader.importers.rtf_words import with_whole_characters

        progress(0.0)
        if len(data) > LARGEST:
            raise FileTooLarge(name=name, size=-(-len(data) // MEGABYTE), limit=LARGEST // MEGABYTE)
        left = Left()
        reader = RtfReader(name, left)
        candidates = reader.read(data, progress)
        title = likely_title(with_whole_characters(reader.title))
        warnings = () if reader.is_complete else ("The end of the file is missing: text may be missing too.",)
        facts = FileFacts(likely={"title": title} if title else {}, encoding="RTF", warnings=warnings)
        return left.told_in(compose(with_bold_headings(candidates), name, progress, facts))
