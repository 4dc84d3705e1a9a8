"""Damaged files of every kind are read in part or refused with a reason, never with another error."""

from __future__ import annotations

import copy
import random
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from reader.domain.errors import ReaderError
from reader.importers.exchange.base import is_exchange, read_exchange_data
from reader.importers.exchange.exchanged import Exchanged
from tests.importers.exchange.files import archive, stored
from tests.in_memory import InMemoryProject, paper

BODY = "Geachte voorzitter, de opvang gaat dicht.\nTot ziens.\n"
PROJECT = InMemoryProject(paper(BODY, "Brief"))
FILES = ("cases.qde", "pages.qde", "flat.qdc", "annotations.jsonld")


def mutated(data: bytes, seed: int) -> bytes:
    """`data` with some stretches of it taken away, doubled, swapped or made noise."""
    chance = random.Random(seed)
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(out) or 1)
        stretch = slice(start, start + chance.choice([1, 2, 8, 60]))
        match chance.randrange(4):
            case 0:
                del out[stretch]
            case 1:
                out[start:start] = out[stretch]
            case 2:
                out[stretch] = bytes(chance.randrange(256) for _ in range(len(out[stretch])))
            case _:
                out[stretch] = chance.choice([b"-1", b"99999999999999999999", b'"', b"<", b"\x00", "🤦".encode()])
    return bytes(out)


def assert_sound(read: Exchanged) -> None:
    """What was read refers only to what is there, and every passage is what stands in its text."""
    collection = read.collection
    documents = {one.uid for one in collection.documents}
    highlights = {one.uid for one in collection.highlights}
    tags = {one.uid for one in collection.tags}
    bodies = {}
    for version in collection.texts:
        try:
            bodies[version.uid] = collection.text(version.uid).body
        except KeyError:
            bodies[version.uid] = PROJECT.body(version.uid)
    for highlight in collection.highlights:
        assert highlight.document_uid in documents
        assert bodies[highlight.text_uid][highlight.start : highlight.end] == highlight.quote
    assert all(one.highlight_uid in highlights and one.tag_uid in tags for one in collection.taggings)
    assert all(one.source_uid in highlights and one.target_uid in highlights for one in collection.links)
    assert all(tag.parent_uid is None or tag.parent_uid in tags for tag in collection.tags)
    assert len({(tag.parent_uid, tag.name.casefold()) for tag in collection.tags}) == len(tags)
    for uids in (collection.documents, collection.highlights, collection.tags, collection.links, collection.taggings):
        assert len({one.uid for one in uids}) == len(uids)


def rearranged(data: bytes, seed: int) -> bytes:
    """XML with elements taken away, doubled or moved and attributes that say other things; it stays well-formed."""
    chance = random.Random(seed)
    root = etree.fromstring(data)
    elements = [element for element in root.iter() if isinstance(element.tag, str) and element is not root]
    values = [value for element in elements for value in element.attrib.values()]
    values += ["", "x", "-5", "0", "7", "99999999999999999999999", "internal://../x", "\u202e", "i" * 5000]
    for _ in range(chance.randint(1, 12)):
        element, other = chance.choice(elements), chance.choice(elements)
        parent = element.getparent()
        match chance.randrange(5):
            case 0 if parent is not None:
                parent.remove(element)
            case 1 if parent is not None:
                parent.append(copy.deepcopy(element))
            case 2 if not any(one is other for one in element.iter()):
                other.append(element)
            case 3:
                element.text = chance.choice(["", "\r\n🤦", "tekst " * 50])
            case _ if element.attrib:
                element.set(chance.choice(sorted(element.attrib)), chance.choice(values))
    rearranged: bytes = etree.tostring(root)
    return rearranged


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(["cases.qde", "pages.qde", "flat.qdc"]), st.integers(0, 2**32))
def test_files_that_say_strange_things_give_something_sound(name: str, seed: int) -> None:
    data = rearranged(stored(name), seed)
    if name.endswith(".qde"):
        data = archive({"project.qde": data, "sources/brief.txt": BODY.encode(), "sources/memo.txt": b"memo"})
    with suppress(ReaderError):
        assert_sound(read_exchange_data(data, name, PROJECT if seed % 2 else None))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FILES), st.integers(0, 2**32), st.booleans())
def test_damaged_files_give_something_sound_or_a_reason(name: str, seed: int, packed: bool) -> None:
    data = mutated(stored(name), seed)
    if packed and name.endswith(".qde"):
        data = archive({"project.qde": data, "sources/brief.txt": BODY.encode(), "sources/memo.txt": b"memo"})
    elif packed:
        data = mutated(archive({"project.qde": stored("cases.qde"), "sources/brief.txt": BODY.encode()}), seed)
    is_exchange(data)
    with suppress(ReaderError):
        assert_sound(read_exchange_data(data, name, PROJECT))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_something_sound_or_a_reason(data: bytes) -> None:
    for start in (b"", b"naam;kleur\n", b'[{"target":'):
        with suppress(ReaderError):
            assert_sound(read_exchange_data(start + data, "x", PROJECT))


@pytest.mark.parametrize("name", FILES)
def test_files_that_are_whole_are_sound(name: str) -> None:
    assert_sound(read_exchange_data(stored(name), name, PROJECT))
