"""The importer of Markdown: the file's text stays as it is, its marks are not shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader import __version__
from reader.importers.extracted import Extracted, Progress
from reader.text.facts import facts_of
from reader.text.lines import split_lines
from reader.text.recognise import recognise
from reader.text.source import decode
from reader.text.structure import Structure

_HEAD = 64_000  # bytes
_HEADING = re.compile(rb"^ {0,3}#{1,6} +\S.*$|^\S.{0,120}\r?\n(?:={3,}|-{3,})\r?$", re.MULTILINE)
_MARKS = re.compile(
    rb"\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)|^(?:```|~~~)|^[ \t]*[-*+] +\S|\*\*\S[^*\n]{0,200}\*\*"
    rb"|^> ?\S|^\[\^[\w-]{1,20}\]: ",
    re.MULTILINE,
)
_PLAIN_MARKS = re.compile(  # that hardly stand in a text without marks
    rb"\[[^\]\n]{1,200}\]\(https?://[^)\s]{1,500}\)|^(?:```|~~~)|\*\*[^\s*][^*]{0,200}[^\s*]\*\*|^\[\^[\w-]{1,20}\]: ",
    re.MULTILINE,
)
_SCRIPT = b"#!"
_LEAST_MARKS = 3
_LEAST_PLAIN_MARKS = 5
_OPENING = 12  # blocks in which a paper says what it is


@dataclass(frozen=True, slots=True)
class Markdown:
    """A text with headings as "## Title", emphasis as "**word**", notes as "[^1]" and so on."""

    name: str = f"markdown {__version__}"
    media_type: str = "text/markdown"

    def accepts(self, head: bytes) -> bool:
        """Markdown is text like any other: it shows by its headings and marks, without headings by many marks."""
        opening = head[:_HEAD].removeprefix(b"\xef\xbb\xbf")
        if opening.startswith(_SCRIPT) or b"\0" in opening:
            return False
        headings = len(_HEADING.findall(opening))
        if not headings:
            return len(_PLAIN_MARKS.findall(opening)) >= _LEAST_PLAIN_MARKS
        return headings + len(_MARKS.findall(opening)) >= _LEAST_MARKS

    def extract(self, data: bytes, name: str, progress: Progress) -> Extracted:
        """Raises FileEmpty, NotText, NoText or UnknownEncoding."""
        from reader.importers.markdown_blocks import blocks_of
        from reader.importers.markdown_marks import shown

        progress(0.0)
        decoded = decode(data, name)
        known = blocks_of(decoded.body)
        structure = recognise(decoded.body, told=known.told, progress=progress)
        structure = shown(structure, decoded.body, known.hidden)
        facts = {**structure.facts, **_facts_of_shown(structure, decoded.body), **known.facts}
        return Extracted(decoded.body, replace(structure, facts=facts), decoded.encoding, decoded.warnings)


def _facts_of_shown(structure: Structure, body: str) -> dict[str, str]:
    """What the paper says of itself, in its words without the marks."""
    texts = [block.reading_text(body).strip() for block in structure.blocks if block.kind != "page-furniture"]
    lines = split_lines("\n\n".join(texts))
    return facts_of(lines, set(), texts[:_OPENING]) if lines else {}
