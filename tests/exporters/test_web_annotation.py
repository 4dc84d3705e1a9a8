"""Web Annotations: both ways to find a passage give the same words; links have two ends; hostile words stay words."""

from __future__ import annotations

import hashlib
import json
import uuid
from dataclasses import replace
from typing import Any

from reader.exporters.base import ExcerptFilter
from reader.importers.exchange.base import read_exchange_data
from tests.exporters.golden import assert_golden, sample_project
from tests.exporters.projects import OPTIONS, exported, project

HOSTILE = '</script><script>alert(1)</script>"\u2028\ud800'


def items(data: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(data)["first"]["items"]
    return found


def targets(item: dict[str, Any]) -> list[Any]:
    return item["target"] if isinstance(item["target"], list) else [item["target"]]


def test_both_selectors_give_the_same_text() -> None:
    source = sample_project()
    bodies = {
        hashlib.sha256(source.body(document.text_uid).encode()).hexdigest(): source.body(document.text_uid)
        for document in source.documents()
    }
    checked = 0
    for item in items(exported(source, "web-annotation")):
        for target in targets(item):
            if isinstance(target, str):
                continue
            body = bodies[target["source"]["id"].removeprefix("urn:sha256:")]
            position, quote = target["selector"]
            exact = body[position["start"] : position["end"]]
            assert exact == quote["exact"]
            assert body[: position["start"]].endswith(quote["prefix"])
            assert body[position["end"] :].startswith(quote["suffix"])
            checked += 1
    assert checked > 60


def test_every_passage_label_note_and_link_goes_out() -> None:
    source = sample_project()
    found = items(exported(source, "web-annotation"))
    links = [item for item in found if item["motivation"] == "linking"]
    passages = [item for item in found if item["motivation"] != "linking"]
    highlights = [one for one in source.highlights() if one.kind == "highlight"]
    assert {item["id"] for item in passages} == {f"urn:uuid:{one.uid}" for one in highlights}
    assert {item["id"] for item in links} == {f"urn:uuid:{one.uid}" for one in source.links()}
    assert all(len(targets(item)) == 2 for item in links)
    bodies = [body for item in passages for body in item.get("body", [])]
    assert sum(body["purpose"] == "tagging" for body in bodies) == len(source.taggings())
    assert sum(body["purpose"] == "commenting" for body in bodies) == sum(bool(one.note) for one in highlights)
    for item in found:
        uuid.UUID(item["id"].removeprefix("urn:uuid:"))


def test_it_is_read_back_as_it_was() -> None:
    source = sample_project()
    read = read_exchange_data(exported(source, "web-annotation"), "uit.jsonld", papers=source)
    back = {one.uid: one for one in read.collection.highlights if one.kind == "highlight"}
    for one in source.highlights():
        if one.kind == "highlight":
            assert (back[one.uid].span, back[one.uid].quote, back[one.uid].note) == (one.span, one.quote, one.note)
    assert {(link.uid, link.kind_uid) for link in read.collection.links} == {
        (link.uid, link.kind_uid) for link in source.links()
    }
    assert len(read.collection.taggings) == len(source.taggings())


def test_hostile_words_stay_words() -> None:
    source = project()
    one = source.highlights()[0]
    other = project(replace(one, note=HOSTILE))
    data = exported(other, "web-annotation", excerpt_filter=ExcerptFilter(highlight_uids={one.uid}))
    json.loads(data)
    assert data == exported(other, "web-annotation", excerpt_filter=ExcerptFilter(highlight_uids={one.uid}))


def test_the_sample() -> None:
    assert_golden("sample.jsonld", exported(sample_project(), "web-annotation", replace(OPTIONS, names=True)))


def test_names_notes_and_links_stay_at_home_when_they_are_not_asked_for() -> None:
    bare = exported(sample_project(), "web-annotation", replace(OPTIONS, names=False, notes=False, links=False))
    assert b"creator" not in bare
    assert b"commenting" not in bare
    assert b"linking" not in bare
