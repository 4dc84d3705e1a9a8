"""The importer of OpenDocument texts (ODT), as LibreOffice and the publication site give them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader import __version__
from reader.domain.errors import FileDamaged, FileNeedsPassword
from reader.importers.extracted import Extracted, Progress
from reader.importers.marked_up import FileFacts, compose
from reader.importers.marked_up_left import Left

if TYPE_CHECKING:
    from reader.importers.marked_up_xml import Element

_ZIP = b"PK\x03\x04"
_MIMETYPE = re.compile(rb"mimetypeapplication/vnd\.oasis\.opendocument\.text(?:-template|-master)?(?:PK|$)")
_FLAT = re.compile(
    rb"[^<]{0,40}(?:<\?[^>]{0,300}\?>\s{0,40})?<office:document\s[^>]{0,20000}"
    rb"office:mimetype=[\"']application/vnd\.oasis\.opendocument\.text[\"'-]"
)
_FORMAT = "ODT"


@dataclass(frozen=True, slots=True)
class Odt:
    """A text document in the open format. Tracked changes are taken as accepted; macros never run."""

    name: str = f"odt {__version__}"
    media_type: str = "application/vnd.oasis.opendocument.text"

    def accepts(self, head: bytes) -> bool:
        if head.startswith(_ZIP):
            return _MIMETYPE.match(head, 30) is not None
        return _FLAT.match(head) is not None

    def extract(self, data: bytes, name: str, progress: Progress) -> Extracted:
        """Raises FileNeedsPassword, FileDamaged, FileTooLarge or NoText."""
        from reader.importers.odt_facts import facts_of
        from reader.importers.odt_parts import parts_of
        from reader.importers.odt_styles import Styles

        progress(0.0)
        content, styles, meta = _opened(data, name)
        if content is None:
            raise FileDamaged(name=name, format=_FORMAT)
        left = Left()
        parts = parts_of(content, Styles.read(styles, content), left)
        facts = FileFacts(likely=facts_of(meta), encoding=_FORMAT)
        return left.told_in(compose(parts, name, progress, facts))


def _opened(data: bytes, name: str) -> tuple[Element | None, Element | None, Element | None]:
    """The text, the styles and the properties; in a file that is one XML document these are all the same."""
    from reader.importers.marked_up_archive import opened
    from reader.importers.marked_up_xml import decoded_xml, parse, parse_part

    if not data.startswith(_ZIP):
        whole = parse(decoded_xml(data)[0], name, _FORMAT, deep=True)
        meta = next((one for one in whole if one.tag.endswith("}meta")), None)
        return whole, None, meta
    with opened(data, name, _FORMAT) as archive:
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise FileNeedsPassword(name=name)
        content, styles, meta = (
            parse_part(archive.read(path), name, _FORMAT) for path in ("content.xml", "styles.xml", "meta.xml")
        )
        return content, styles, meta
