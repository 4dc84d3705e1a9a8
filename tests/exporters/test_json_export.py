"""Excerpts as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from reader.domain.model import Tagging
from reader.exporters.collecting import ExcerptFilter
from reader.exporters.composition import ExportOptions
from reader.text.source import sha256_of
from tests.exporters.projects import ANSWERS, OPTIONS, QUESTIONS, exported, mark, project
from tests.in_memory import InMemoryProject


def form(options: ExportOptions = OPTIONS, source: InMemoryProject | None = None, **asked: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(exported(source or project(), "json", options, ExcerptFilter(**asked)))
    return found


def test_the_head_names_the_form_and_what_was_asked_for() -> None:
    found = form(tags=("tag-b",))
    lists = {"checks", "documents", "excerpts", "labels", "linked_passages", "links"}
    assert {key: value for key, value in found.items() if key not in lists} == {
        "form": "vindplaats-excerpts",
        "form_version": 1,
        "title": "Opvang en terugkeer",
        "moment": "2026-07-16T14:02:00+00:00",
        "language": "nl",
        "citation_style": "leidraad",
        "filter": "Label: opvang",
    }
    assert lists <= set(found)


def test_an_excerpt_has_its_quote_as_delivered_and_as_read_and_its_place() -> None:
    first = form()["excerpts"][0]
    start = QUESTIONS.index("Waarom")
    assert first["source_quote"] == QUESTIONS[first["start"] : first["end"]] == "Waarom is de opvang ge-\nsloten?3"
    assert first["quote"] == "Waarom is de opvang gesloten?3"
    assert [first["quote"][begin:end] for begin, end in first["footnote_figures"]] == ["3"]
    assert (first["start"], first["document"], first["sha256"]) == (start, "questions", sha256_of(QUESTIONS))
    assert (first["pages"], first["file_pages"], first["section"]) == (["7"], [1], ["1.1 Opvang"])
    assert first["citation"] == "Kamerstukken II 2017/18, 19637, nr. 2395, p. 7"
    assert (first["labels"], first["check"]) == ([{"uid": "tag-b", "name": "opvang"}], "exact")
    assert first["note"] == "Eerste vraag.\nLet op."


def test_links_have_both_ends_also_those_that_were_not_asked_for() -> None:
    found = form(highlight_uids={"q2"})
    assert found["links"] == [
        {
            "uid": "link-3", "kind": "refers-to", "is_builtin": True, "words": "verwijst naar", "source": "q2",
            "target": "end", "note": "",
        }
    ]  # fmt: skip
    assert [passage["uid"] for passage in found["excerpts"]] == ["q2"]
    assert [(one["uid"], one["kind"], one["quote"]) for one in found["linked_passages"]] == [
        ("end", "anchor", "Zie hierboven.")
    ]
    assert [document["uid"] for document in found["documents"]] == ["questions", "answers"]


def test_labels_are_those_in_use_with_their_path_and_looks() -> None:
    assert form()["labels"] == [
        {"uid": "tag-b", "path": ["opvang"], "hue": 1, "pattern": 1, "description": "Onderdak van mensen"},
        {"uid": "tag-d", "path": ["geld", "kosten"], "hue": 4, "pattern": 4, "description": ""},
    ]


def test_the_check_of_each_text_names_what_is_not_confirmed() -> None:
    found = form(source=project(mark("moved", "Zie", status="moved")))
    assert found["checks"] == [
        {"document": "questions", "sha256": sha256_of(QUESTIONS), "exact": 3, "inexact": []},
        {
            "document": "answers", "sha256": sha256_of(ANSWERS), "exact": 3,
            "inexact": [{"uid": "moved", "check": "unsure"}],
        },
    ]  # fmt: skip


def test_notes_links_names_and_context_go_out_only_when_asked_for() -> None:
    marked = project(mark("own", "Ook is er", author="A. de Vries"), Tagging("own", "tag-b", author="B. Bakker"))
    bare = form(replace(OPTIONS, notes=False, links=False), marked)
    assert (bare["links"], bare["linked_passages"]) == ([], [])
    assert not any({"note", "author", "before", "after"} & set(one) for one in bare["excerpts"])
    assert "Vries" not in json.dumps(bare)
    assert all("note" not in link for link in form(replace(OPTIONS, notes=False))["links"])
    (full,) = form(replace(OPTIONS, names=True, context=1), marked, highlight_uids={"own"})["excerpts"]
    assert (full["author"], full["labels"][0]["author"]) == ("A. de Vries", "B. Bakker")
    assert (full["before"], full["after"]) == ("De opvang is vol.", "geen geld.")


def test_keys_are_sorted_and_hostile_text_stays_text() -> None:
    note = 'een\x00"\u2028</script>\n    twee\ud800'
    data = exported(project(mark("bad", "Ook is er", note=note)), "json")
    (bad,) = [one for one in json.loads(data)["excerpts"] if one["uid"] == "bad"]
    assert bad["note"] == note.replace("\ud800", "?")
    assert list(json.loads(data)) == sorted(json.loads(data))
    assert all(list(one) == sorted(one) for one in json.loads(data)["excerpts"])
