"""A project that goes out as REFI-QDA and comes back is the same project."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace

from hypothesis import assume, given, settings

from reader.domain.anchor import quoted
from reader.domain.collection import Collection
from reader.domain.model import (
    BUILTIN_LINK_KINDS,
    Highlight,
    Link,
    Span,
    Tag,
    Tagging,
    by_uid,
)
from reader.exporters.base import ExcerptFilter, Export, ExportOptions, collect
from reader.exporters.colours import HUES, tint_and_line
from reader.exporters.formats import no_step
from reader.exporters.qdc import render_export as render_codebook
from reader.exporters.qdpx import render_export
from reader.exporters.web_annotation import render_export as render_annotations
from reader.exporters.words import link_words
from reader.importers.exchange.base import read_exchange_data
from reader.importers.exchange.colours import hue_of
from reader.importers.exchange.exchanged import Exchanged
from reader.importers.exchange.link_names import link_kind
from tests.exporters.golden import SAMPLE_MOMENT, sample_project
from tests.importers.exchange.random_projects import projects
from tests.in_memory import InMemoryProject, paper

OPTIONS = ExportOptions("Project", SAMPLE_MOMENT, names=True)


def exported(source: InMemoryProject) -> Exchanged:
    export = Export(source, collect(source, ExcerptFilter()), OPTIONS, tuple(source.documents()))
    return read_exchange_data(render_export(export, no_step), "p.qdpx")


def assert_same(source: InMemoryProject, read: Exchanged) -> None:
    """All that the format can hold came back."""
    assert {item.outcome for item in read.items} <= {"read"}
    collection = read.collection
    assert [replace(one, pages=0) for one in collection.documents] == [
        replace(one, pages=0) for one in source.documents()
    ]
    for document in source.documents():
        ours, theirs = source.text(document.text_uid), collection.text(document.text_uid)
        assert (theirs.body, theirs.sha256, theirs.document_uid) == (ours.body, ours.sha256, document.uid)
    assert by_uid(collection.highlights) == by_uid(source.highlights())
    assert by_uid(collection.taggings) == by_uid(source.taggings())

    def shape(tags: list[Tag]) -> list[tuple[object, ...]]:
        return [(tag.uid, tag.name, tag.hue, tag.parent_uid, tag.description) for tag in tags]

    def in_order(tags: list[Tag]) -> list[Tag]:
        return sorted(tags, key=lambda tag: (tag.parent_uid or "", tag.position))

    assert shape(in_order(list(collection.tags))) == shape(in_order(source.tags()))
    kinds = {kind.uid: kind.name for kind in (*BUILTIN_LINK_KINDS, *source.link_kinds(), *collection.link_kinds)}

    def ends(links: list[Link]) -> list[tuple[object, ...]]:
        return sorted(
            (one.uid, kinds[one.kind_uid], one.source_uid, one.target_uid, one.note, one.author if one.note else "")
            for one in links
        )

    assert ends(list(collection.links)) == ends(source.links())


@settings(max_examples=40, deadline=None)
@given(projects())
def test_a_project_comes_back_as_it_went_out(source: InMemoryProject) -> None:
    assert_same(source, exported(source))


@settings(max_examples=40, deadline=None)
@given(projects())
def test_annotations_come_back_on_the_same_words(source: InMemoryProject) -> None:
    bodies = [source.body(document.text_uid) for document in source.documents()]
    assume(len(set(bodies)) == len(bodies))  # which of two equal papers is meant nobody can tell
    export = Export(source, collect(source, ExcerptFilter()), OPTIONS, tuple(source.documents()))
    read = read_exchange_data(render_annotations(export, no_step), "a.jsonld", source) if export.excerpts else None
    collection = read.collection if read is not None else Collection(source.text)
    names = by_uid(source.tags())
    came = by_uid(collection.tags)

    def labels(uid: str, taggings: Iterable[Tagging], tags: Mapping[str, Tag]) -> set[str]:
        return {tags[one.tag_uid].name.casefold() for one in taggings if one.highlight_uid == uid}

    assert {
        one.uid: (one.text_uid, one.span, one.quote, one.note, one.author, one.created_at, one.modified_at)
        for one in collection.highlights
    } == {
        one.uid: (one.text_uid, one.span, one.quote, one.note, one.author, one.created_at, one.modified_at)
        for one in source.highlights()
    }
    for one in source.highlights():
        assert labels(one.uid, collection.taggings, came) == labels(one.uid, source.taggings(), names)
    assert {(one.uid, one.source_uid, one.target_uid, one.note) for one in collection.links} == {
        (one.uid, one.source_uid, one.target_uid, one.note) for one in source.links()
    }


def test_the_sample_project_comes_back_as_it_went_out() -> None:
    source = sample_project()
    read = exported(source)
    known = by_uid(source.highlights())
    assert {one.uid: (one.span, one.quote, one.note, one.kind) for one in read.collection.highlights} == {
        uid: (one.span, one.quote, one.note, one.kind) for uid, one in known.items()
    }
    assert len(read.collection.links) == len(source.links())
    assert len(read.collection.taggings) == len(source.taggings())
    assert [one.title for one in read.collection.documents] == [one.title for one in source.documents()]
    assert [item for item in read.items if item.outcome != "read"] == []


def test_the_bare_end_of_a_link_comes_back_as_one() -> None:
    source = sample_project()
    anchors = {one.uid for one in source.highlights() if one.kind == "anchor"}
    assert {one.uid for one in exported(source).collection.highlights if one.kind == "anchor"} == anchors


def test_a_codebook_comes_back_with_its_tree() -> None:
    tags = [
        Tag("a0000000-0000-4000-8000-000000000001", "a", 4, description="Een\n\nTwee"),
        Tag("a0000000-0000-4000-8000-000000000002", "b", 9, parent_uid="a0000000-0000-4000-8000-000000000001"),
        Tag("a0000000-0000-4000-8000-000000000003", "c", 8, parent_uid="a0000000-0000-4000-8000-000000000002"),
    ]
    data = render_codebook(Export(InMemoryProject(tags), (), OPTIONS, ()), no_step)
    read = read_exchange_data(data, "c.qdc").collection.tags
    assert [(one.uid, one.name, one.hue, one.parent_uid, one.description) for one in read] == [
        (one.uid, one.name, one.hue, one.parent_uid, one.description) for one in tags
    ]
    assert len({(one.hue, one.pattern) for one in read}) == 3


def test_every_hue_and_every_type_of_link_is_known_again() -> None:
    for hue in HUES:
        tint, line = tint_and_line(hue)
        assert hue_of(line) == hue, line
        assert hue_of(tint) in range(1, 10)
    for kind in BUILTIN_LINK_KINDS:
        assert {link_kind(link_words(kind, True, "nl")), link_kind(link_words(kind, True, "en"))} == {kind}
        assert link_kind(kind.name) == kind


def test_five_thousand_passages_go_out_and_come_back_in_time() -> None:
    import time

    chance = random.Random(5)
    body = "\n".join(" ".join(chance.choice(["opvang", "𝒂", "minister"]) for _ in range(12)) for _ in range(5000))
    document, text = paper(body, "Groot")
    tag = Tag("a0000000-0000-4000-8000-000000000001", "opvang")
    highlights = []
    for number in range(5000):
        start = chance.randrange(len(body) - 60)
        span = Span(start, start + 60)
        uid = f"b0000000-0000-4000-8000-{number:012d}"
        highlights.append(
            Highlight(uid, text.uid, document.uid, span.start, span.end, *quoted(body, span), note="Let op.")
        )
    source = InMemoryProject([document, text, tag, *highlights, *(Tagging(one.uid, tag.uid) for one in highlights)])
    export = Export(source, collect(source, ExcerptFilter()), OPTIONS, (document,))
    start_at = time.perf_counter()
    data = render_export(export, no_step)
    out_at = time.perf_counter()
    read = read_exchange_data(data, "p.qdpx")
    back_at = time.perf_counter()
    assert len(read.collection.highlights) == 5000
    assert out_at - start_at < 5
    assert back_at - out_at < 10
