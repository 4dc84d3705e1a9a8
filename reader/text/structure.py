"""What is recognised in a paper. Offsets are code points of the source text, half-open."""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list-item", "footnote", "pull-quote", "page-furniture", "signature"]

MAGIC = b"VPS1"  # first bytes of a stored structure; the figure is the version of the form


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the file. `index` counts from 1; `label` is the printed page number if known, never guessed."""

    index: int
    label: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of source shown as it is, followed by `glue` that stands for the source up to the next piece.

    The glue is "", a space, or a vowel with the diaeresis that breaking the word took away ("ge-" + "informeerd": "ï").
    """

    start: int
    end: int
    glue: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, note ... `level` is the depth of a heading (1 = top), else 0.

    `section` is the path of headings above it, `pieces` what is shown of it: they and their
    glue make up the reading text.
    """

    kind: BlockKind
    level: int
    start: int
    end: int
    section: tuple[str, ...]
    pieces: tuple[Piece, ...]

    def reading_text(self, body: str) -> str:
        return "".join(body[piece.start : piece.end] + piece.glue for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: where its marker (the figure itself) starts, and the note's text; None where it is missing."""

    number: str
    marker: int
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation of another paper or act: `id` is normalised, such as "kst-19637-2395"; `text` is the shown words."""

    kind: str
    id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Structure:
    """All that is recognised in one source text."""

    pages: tuple[Page, ...] = ()  # empty where the file has no pages
    blocks: Sequence[Block] = ()  # in reading order; from_bytes and recognise give columns.BlockColumns
    footnotes: tuple[Footnote, ...] = ()
    references: tuple[Reference, ...] = ()
    facts: dict[str, str] = field(
        default_factory=dict
    )  # what the paper says of itself: title, kind, date, dossier, number, session

    def to_bytes(self) -> bytes:
        """The stored form: magic, length of a JSON header, the header, the columns of the blocks; little-endian."""
        from reader.text.columns import BlockColumns

        columns = BlockColumns.from_blocks(self.blocks)
        column_sizes, column_data = columns.to_bytes()
        header = {
            "pages": [[page.index, page.label, page.start, page.end] for page in self.pages],
            "footnotes": [[note.number, note.marker, note.start, note.end] for note in self.footnotes],
            "references": [[item.kind, item.id, item.start, item.end, item.text] for item in self.references],
            "facts": self.facts,
            "sections": columns.section_table,
            "columns": column_sizes,
        }
        data = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        return MAGIC + struct.pack("<I", len(data)) + data + column_data

    @classmethod
    def from_bytes(cls, data: bytes) -> Structure:
        """The structure stored in `data`; block objects are made only when asked for.

        Raises ValueError when `data` is not a stored structure.
        """
        from reader.text.columns import BlockColumns

        if data[:4] != MAGIC or len(data) < 8:
            raise ValueError("not a stored structure")
        (length,) = struct.unpack_from("<I", data, 4)
        try:
            header = json.loads(data[8 : 8 + length].decode("utf-8", "surrogatepass"))
            return cls(
                pages=tuple(Page(*values) for values in header["pages"]),
                blocks=BlockColumns.from_bytes(header["sections"], header["columns"], memoryview(data)[8 + length :]),
                footnotes=tuple(Footnote(*values) for values in header["footnotes"]),
                references=tuple(Reference(*values) for values in header["references"]),
                facts=dict(header["facts"]),
            )
        except (KeyError, TypeError) as error:
            raise ValueError("not a stored structure") from error
