"""The importer of web pages: those of the publication site and of the Chamber, and any other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader import __version__
from reader.domain.errors import FileTooLarge
from reader.importers.extracted import Extracted, Progress
from reader.importers.marked_up import FileFacts, compose
from reader.importers.marked_up_left import Left

_HEAD = 64_000  # bytes
_PROLOGUE = rb"(?>\s+|<\?[^>]*>|<!--.*?-->|\xef\xbb\xbf|\xc3\xaf\xc2\xbb\xc2\xbf|\xff\xfe|\xfe\xff)*+"
_PAGE = re.compile(_PROLOGUE + rb"<(?:!doctype\s+html|html|head|body)\b", re.DOTALL | re.IGNORECASE)
_FRAGMENT = re.compile(
    _PROLOGUE + rb"<(?:div|p|h[1-6]|article|main|section|table|meta|title)\b", re.DOTALL | re.IGNORECASE
)
_BLOCKS = re.compile(rb"</(?:p|div|h[1-6]|li|td|article|section)>", re.IGNORECASE)
_LEAST_BLOCKS = 2


@dataclass(frozen=True, slots=True)
class Html:
    """A saved web page: its main text, without menus, scripts and what else surrounds it. Nothing is fetched."""

    name: str = f"html {__version__}"
    media_type: str = "text/html"

    def accepts(self, head: bytes) -> bool:
        opening = head[:_HEAD].replace(b"\0", b"")
        if _PAGE.match(opening):
            return True
        return _FRAGMENT.match(opening) is not None and len(_BLOCKS.findall(opening)) >= _LEAST_BLOCKS

    def extract(self, data: bytes, name: str, progress: Progress) -> Extracted:
        """Raises FileDamaged, FileTooLarge or NoText."""
        from reader.importers.marked_up_xml import decoded_html

        progress(0.0)
        check_size(data, name)
        return read_page(*decoded_html(data), name, progress)


def check_size(data: bytes, name: str) -> None:
    """Raises FileTooLarge for more markup than is read."""
    from reader.importers.marked_up_xml import LARGEST, MEGABYTE

    if len(data) > LARGEST:
        raise FileTooLarge(name=name, size=-(-len(data) // MEGABYTE), limit=LARGEST // MEGABYTE)


def read_page(text: str, encoding: str, name: str, progress: Progress, address: str = "") -> Extracted:
    """The main text of a page; `address` is where it was saved from, for a page that does not say so itself.

    Raises FileDamaged or NoText.
    """
    from reader.importers.html_facts import facts_of
    from reader.importers.html_main import main_text
    from reader.importers.html_parts import parts_of
    from reader.importers.marked_up_xml import parse_html, repaired

    text, twice = repaired(text)
    warnings = (f"{twice} characters were encoded twice and have been repaired.",) if twice else ()
    root = parse_html(text, name)
    left = Left()
    certain, likely, own = facts_of(root)
    if address:
        likely.setdefault("url", address)
    parts = parts_of(root, main_text(root), own, left)
    return left.told_in(compose(parts, name, progress, FileFacts(certain, likely, encoding, warnings)))
