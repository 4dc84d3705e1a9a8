"""Writing an export to a file, and describing what was asked for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from reader.domain.errors import ActRefused, ExportFailed
from reader.exporters.base import (
    FORMATS,
    ExcerptFilter,
    collect,
    export,
    export_project,
    filter_words,
    render,
    with_filter,
)
from reader.exporters.colours import HUES, tint_and_line, word_line
from reader.exporters.words import WORDS, counted
from reader.ui.theme_tokens import LABEL_COLOURS
from tests.exporters.projects import MOMENT, OPTIONS, project


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_holds_what_is_rendered_and_nothing_is_left_beside_it(name: str, tmp_path: Path) -> None:
    excerpts = collect(project())
    path = tmp_path / f"uit{FORMATS[name].extension}"
    path.write_bytes(b"older")
    export(excerpts, name, path, OPTIONS)
    assert path.read_bytes() == render(excerpts, name, OPTIONS)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_excerpts_give_the_same_bytes(name: str) -> None:
    assert render(collect(project()), name, OPTIONS) == render(collect(project()), name, OPTIONS)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match=r"uit\.csv"):
        export([], "csv", tmp_path / "nergens" / "uit.csv", OPTIONS)


def test_a_failure_while_writing_leaves_the_older_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "uit.csv"
    path.write_bytes(b"older")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportFailed, match="No space left"):
        export([], "csv", path, OPTIONS)
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_path_that_is_a_folder_is_told_and_left(tmp_path: Path) -> None:
    (tmp_path / "uit.csv").mkdir()
    with pytest.raises(ExportFailed):
        export([], "csv", tmp_path / "uit.csv", OPTIONS)
    assert [entry.name for entry in tmp_path.iterdir()] == ["uit.csv"]


@pytest.mark.parametrize(
    ("tags", "expected"), [((), 5), (("opvang",), 3), (("Geld",), 1), (("geld › kosten",), 1), (("tag-b", "kosten"), 3)]
)
def test_a_project_is_exported_by_labels_as_a_user_types_them(
    tags: tuple[str, ...], expected: int, tmp_path: Path
) -> None:
    path = tmp_path / "uit.md"
    count = export_project(project(), "markdown", path, tags=tags, title="Titel", moment=MOMENT, grouping="label")
    assert count == expected
    assert path.read_text("utf-8").startswith("# Titel\n")


def test_a_label_that_is_not_there_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(ActRefused, match="vliegtuig"):
        export_project(project(), "csv", tmp_path / "uit.csv", tags=("vliegtuig",), title="", moment=MOMENT)
    assert list(tmp_path.iterdir()) == []


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
