"""An excerpt: a marked passage with all that goes out with it, and the passages it is linked to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.domain.citation import CitationStyle, Place, Run, citation
from reader.domain.model import Document, Highlight, LinkKind

# what was found when a quote was compared with its source text: it is there word for word; other words are there; its
# place in a new version of the paper was not looked at yet; it stands in an earlier version and not in the one shown
Check = Literal["exact", "differs", "unsure", "earlier"]


@dataclass(frozen=True, slots=True)
class Label:
    """A label as shown beside a passage: its path from the root of the tree, and its rank in the tree from 0."""

    uid: str
    path: tuple[str, ...]
    hue: int
    pattern: int
    rank: int
    description: str = ""

    @property
    def name(self) -> str:
        """The path in one line."""
        return " › ".join(self.path)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a paper. `quote` is its reading text; paragraphs are parted by a line feed.

    Labels are in tree order. `markers` are the ranges of footnote figures in the quote, in code points. `check` is what
    was found when the quote was compared with the source text whose SHA-256 is `text_sha256`. `before` and `after` are
    the sentences around it that were asked for. `label_authors` has who gave each of the labels, empty where unknown.
    """

    highlight: Highlight
    document: Document
    quote: str
    labels: tuple[Label, ...]
    place: Place
    markers: tuple[tuple[int, int], ...] = ()
    check: Check = "exact"
    text_sha256: str = ""
    before: str = ""
    after: str = ""
    label_authors: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether the quote stands word for word in the source text, at its place."""
        return self.check == "exact"

    @property
    def note(self) -> str:
        return self.highlight.note

    @property
    def uid(self) -> str:
        return self.highlight.uid

    def citation(self, style: CitationStyle = "leidraad", language: str = "nl") -> tuple[Run, ...]:
        return citation(self.document, self.place, style, language)


@dataclass(frozen=True, slots=True)
class LinkedPassage:
    """The other end of a link of an excerpt. `outgoing`: the excerpt is the link's source, this passage its target."""

    link_uid: str
    kind: LinkKind
    outgoing: bool
    note: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A marked passage and the passages it is linked to."""

    passage: Passage
    links: tuple[LinkedPassage, ...] = ()

    @property
    def highlight(self) -> Highlight:
        return self.passage.highlight

    @property
    def document(self) -> Document:
        return self.passage.document

    @property
    def quote(self) -> str:
        return self.passage.quote

    @property
    def labels(self) -> tuple[Label, ...]:
        return self.passage.labels

    @property
    def note(self) -> str:
        return self.passage.note

    @property
    def place(self) -> Place:
        return self.passage.place

    @property
    def uid(self) -> str:
        return self.passage.uid

    def citation(self, style: CitationStyle = "leidraad", language: str = "nl") -> tuple[Run, ...]:
        return self.passage.citation(style, language)
