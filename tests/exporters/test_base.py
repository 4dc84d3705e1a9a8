"""Writing an export to a file, and describing what was asked for."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.domain.errors import ActRefused, ExportFailed
from reader.exporters.base import (
    FORMATS,
    ExcerptFilter,
    Export,
    export,
    filter_words,
    gather,
    render,
    tag_uids,
    with_filter,
)
from reader.exporters.colours import HUES, tint_and_line, word_line
from reader.exporters.words import WORDS, counted
from reader.ui.theme_tokens import LABEL_COLOURS
from tests.exporters.projects import OPTIONS, exported, project
from tests.in_memory import paper

OF_EXCERPTS = [name for name, kind in FORMATS.items() if kind.scope == "excerpts"]
NOTHING = Export(project(), (), OPTIONS, ())


@pytest.mark.parametrize("name", OF_EXCERPTS)
def test_a_file_holds_what_is_rendered_and_nothing_is_left_beside_it(name: str, tmp_path: Path) -> None:
    parts = gather(project(), ExcerptFilter(), OPTIONS)
    path = tmp_path / f"uit{FORMATS[name].extension}"
    path.write_bytes(b"older")
    export(parts, name, path)
    assert path.read_bytes() == render(parts, name)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", OF_EXCERPTS)
def test_the_same_excerpts_give_the_same_bytes(name: str) -> None:
    assert exported(project(), name) == exported(project(), name)


@pytest.mark.parametrize("name", OF_EXCERPTS)
def test_an_export_can_be_stopped_while_it_is_made(name: str) -> None:
    class Stopped(Exception):
        pass

    def stop(_share: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        render(gather(project(), ExcerptFilter(), OPTIONS), name, stop)


@pytest.mark.parametrize("name", OF_EXCERPTS)
def test_the_share_that_is_done_grows_to_the_whole(name: str) -> None:
    told: list[float] = []
    render(gather(project(), ExcerptFilter(), OPTIONS), name, told.append)
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] <= 1


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_format_cannot_hold_is_said_in_both_languages(name: str) -> None:
    dutch, english = FORMATS[name].losses("nl"), FORMATS[name].losses("en")
    assert len(dutch) == len(english)
    assert all(sentence.endswith(".") for sentence in (*dutch, *english))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match=r"uit\.csv"):
        export(NOTHING, "csv", tmp_path / "nergens" / "uit.csv")


def test_a_failure_while_writing_leaves_the_older_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "uit.csv"
    path.write_bytes(b"older")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportFailed, match="No space left"):
        export(NOTHING, "csv", path)
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_path_that_is_a_folder_is_told_and_left(tmp_path: Path) -> None:
    (tmp_path / "uit.csv").mkdir()
    with pytest.raises(ExportFailed):
        export(NOTHING, "csv", tmp_path / "uit.csv")
    assert [entry.name for entry in tmp_path.iterdir()] == ["uit.csv"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ((), ()),
        (("opvang",), ("tag-b",)),
        (("Geld",), ("tag-c",)),
        (("geld › kosten",), ("tag-d",)),
        (("tag-b", "kosten", "opvang"), ("tag-b", "tag-d")),
    ],
)
def test_labels_are_found_as_a_user_types_them(asked: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert tag_uids(project(), asked) == expected


def test_a_label_that_is_not_there_is_told() -> None:
    with pytest.raises(ActRefused, match="vliegtuig"):
        tag_uids(project(), ("opvang", "vliegtuig"))


@pytest.mark.parametrize(
    ("asked", "papers"),
    [
        ({}, ["questions", "answers", "unmarked"]),
        ({"documents": ("unmarked",)}, ["unmarked"]),
        ({"highlight_uids": {"a1"}}, ["answers"]),
    ],
)
def test_the_papers_are_those_asked_for_else_those_of_the_excerpts(asked: dict[str, Any], papers: list[str]) -> None:
    document, text = paper("Niets gemarkeerd.", position=9)
    unmarked = project(replace(document, uid="unmarked"), replace(text, document_uid="unmarked"))
    parts = gather(unmarked, ExcerptFilter(**asked), OPTIONS)
    assert [one.uid for one in parts.documents] == papers


def test_how_much_of_the_texts_was_read_is_told_and_it_can_be_stopped() -> None:
    told: list[float] = []
    gather(project(), ExcerptFilter(), OPTIONS, told.append)
    assert told == sorted(told)
    assert len(told) == 6
    assert told[-1] < 1


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, ""),
        ({"tags": ("tag-d",)}, "Label: geld › kosten"),
        ({"tags": ("tag-b", "tag-c")}, "Labels: opvang, geld"),
        ({"documents": ("answers",), "text": " vol "}, "Document: Brief over opvang · Tekst: ‘vol’"),
        ({"highlight_uids": {"q1"}, "has_note": True, "has_link": False}, "Selectie · met notitie · zonder koppeling"),
        ({"has_note": False}, "Zonder notitie"),
    ],
)
def test_a_filter_is_described_in_words(asked: dict[str, Any], words: str) -> None:
    assert filter_words(project(), ExcerptFilter(**asked), "nl") == words


def test_grouping_by_a_label_asked_for_makes_groups_of_it_and_those_under_it() -> None:
    options = with_filter(OPTIONS, project(), ExcerptFilter(tags=("tag-c",)))
    assert options.label_uids == {"tag-c", "tag-d"}
    assert options.filter_words == "Label: geld"


def test_every_word_is_there_in_both_languages() -> None:
    assert all(dutch and english for dutch, english in WORDS.values())
    assert [counted(number, "excerpt", "nl") for number in (0, 1, 2345)] == [
        "0 fragmenten",
        "1 fragment",
        "2.345 fragmenten",
    ]
    assert counted(2345, "document", "en") == "2,345 documents"


def test_the_hues_on_paper_are_those_of_the_window() -> None:
    assert {hue: (light, dark) for hue, (light, dark, _) in LABEL_COLOURS.items()} == HUES
    assert tint_and_line(10) == tint_and_line(1)
    assert len({word_line(pattern) for pattern in range(1, 10)}) == 9
