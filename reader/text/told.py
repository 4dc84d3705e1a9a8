"""What a file itself says of its lines and pages, as a PDF or a web page can: it wins over what is recognised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.text.structure import BlockKind, Footnote, Reference


@dataclass(frozen=True, slots=True)
class ToldLine:
    """What is known of one line: the kind of its block, whether it begins that block, the level of a heading.

    None and 0 where the file does not say: "paragraph" means that it is one whatever its words look like. A line that
    is not the first of its block need only say so. `apart`: the block does not go on from the page before.
    """

    kind: BlockKind | None = None
    begins: bool = True
    level: int = 0
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says. `lines` are by their number in the source text, from 0; one that is absent is recognised.

    `pages` are the source offset at which each page starts and its label, if it has one; empty where the file has no
    pages. `markers` are the source offsets of the figures of footnote markers; None where the file does not show them.
    `footnotes` are those of which the file gives marker and text together; their texts are lines of kind "footnote".
    `references` are links to papers that the file itself identifies.
    `is_marked_up`: the file says of every line whether it begins a block, so that its layout tells nothing.
    """

    lines: Mapping[int, ToldLine] = field(default_factory=dict)
    pages: tuple[tuple[int, str | None], ...] = ()
    markers: tuple[int, ...] | None = None
    footnotes: tuple[Footnote, ...] = ()
    references: tuple[Reference, ...] = ()
    is_marked_up: bool = False

    @property
    def has_headings(self) -> bool:
        """Whether the file shows headings, so that no other line need be taken for one by its looks."""
        return any(line.kind == "heading" for line in self.lines.values())
