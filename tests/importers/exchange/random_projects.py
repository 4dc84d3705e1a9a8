"""Random projects of papers with emoji, joined emoji, line ends of all kinds and text from right to left."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from reader.domain.anchor import quoted
from reader.domain.model import (
    BUILTIN_LINK_KINDS,
    Entity,
    Highlight,
    Link,
    LinkKind,
    Span,
    Tag,
    Tagging,
)
from reader.text.source import decode
from tests.in_memory import InMemoryProject, paper

# what a text is made of: emoji, joined emoji, flags, spaces that do not break, line ends of all kinds, right to left
_pieces = st.sampled_from(
    [
        *("een ", "twee, ", "🤦🏽‍♀️", "👍", "🇳🇱 ", "\u00a0", "\r\n", "\n", "\r", "\f", "שלום ", "مرحبا ", "\u202b"),
        *("e\u0301", "𝒂", "<&>", "]]>", "\u2028"),
    ]
)
bodies = st.lists(_pieces, min_size=1, max_size=30).map("".join).filter(str.strip)
_signs = st.characters(
    exclude_categories=["Cs", "Cc", "Zl", "Zp"],
    exclude_characters="\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
words = st.text(_signs, max_size=20)
_parts = st.one_of(words, st.sampled_from(["\n", "\r\n", "🤦🏽‍♀️", "\t"]))
notes = st.lists(_parts, max_size=4).map("".join).map(lambda note: note if note.strip() else "")
names = words.map(lambda word: " ".join(word.split())).filter(bool)
moments = st.integers(1971, 2100).map(lambda year: f"{year}-02-11T10:11:12.123Z")


def uid(first: str, number: int) -> str:
    """An identity for each number."""
    return f"{first}0000000-0000-4000-8000-{number + 1:012d}"


@st.composite
def projects(draw: st.DrawFn) -> InMemoryProject:
    """A random project of one or two papers with labels, passages, notes and links."""
    entities: list[Entity] = []
    highlights: list[Highlight] = []
    for number in range(draw(st.integers(1, 2))):
        body = decode(draw(bodies).encode(), "x").body
        document, text = paper(body, draw(names), number)
        entities += [
            replace(
                document,
                dossiers=draw(st.sampled_from([(), ("19637",), ("19637", "36600-VI")])),
                date=draw(st.sampled_from([None, "2018", "2018-06", "2018-06-11"])),
                kind=draw(st.sampled_from(["other", "kamerbrief"])),
                senders=draw(st.sampled_from([(), ("Minister van Één", "De B")])),
                number=draw(st.sampled_from([None, "2395"])),
                reference=draw(st.sampled_from(["", "BZ-1/2"])),
                created_at=draw(moments),
                modified_at=draw(moments),
                source_name=f"{number}.pdf",
            ),
            text,
        ]
        for _ in range(draw(st.integers(0, 4))):
            start = draw(st.integers(0, len(body) - 1))
            span = Span(start, draw(st.integers(start + 1, len(body))))
            highlight = Highlight(
                uid("a", len(highlights)), text.uid, document.uid, span.start, span.end, *quoted(body, span),
                note=draw(notes), author=draw(st.sampled_from(["", "Ans", "Bo & Co"])),
                created_at=draw(moments), modified_at=draw(moments),
            )  # fmt: skip
            highlights.append(highlight)
    tags: list[Tag] = []
    for number, name in enumerate(draw(st.lists(names, max_size=4, unique_by=str.casefold))):
        parent = draw(st.sampled_from([None, *(tag.uid for tag in tags)]))
        tags.append(Tag(uid("b", number), name, draw(st.integers(1, 9)), 1, parent, draw(notes), None, number))
    own = LinkKind(uid("d", 0), "illustreert", "", 20)
    some = st.sampled_from(highlights) if highlights else st.nothing()
    pairs = draw(st.lists(st.tuples(some, some), max_size=4) if highlights else st.just([]))
    links = {}
    for source, target in pairs:
        kind = draw(st.sampled_from([*BUILTIN_LINK_KINDS, own]))
        if source != target:
            links[kind.uid, source.uid, target.uid] = Link(
                uid("c", len(links)), kind.uid, source.uid, target.uid, draw(notes), author="Ans"
            )
    given_tags = draw(
        st.lists(st.tuples(some, st.sampled_from(tags)), max_size=8, unique=True)
        if highlights and tags
        else st.just([])
    )
    taggings = [Tagging(one.uid, tag.uid, draw(moments), "Bo & Co") for one, tag in given_tags]
    return InMemoryProject([*entities, *highlights, *tags, own, *taggings, *links.values()])
