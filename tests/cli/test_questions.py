"""`questions`, and the questions in `structure`: the documented form, counts of sample papers, the user's links."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.domain.model import ANSWERED_BY, Span
from reader.edit.links import link
from reader.store.project import Project

SEEDS = Path(__file__).parents[2] / "seeds"
COUNCIL = SEEDS / "2017-07-schriftelijk-overleg-raad-buitenlandse-zaken.txt"
AGENDA = SEEDS / "2018-06-schriftelijk-overleg-integrale-migratieagenda.txt"
LETTER = SEEDS / "2018-04-25-kamerbrief-libische-detentiecentra.txt"


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "project.vindplaats"
    assert main(["new", str(path), str(COUNCIL), str(AGENDA), str(LETTER)]) == 0
    capsys.readouterr()
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    assert main([str(word) for word in words]) == 0
    return capsys.readouterr().out


def test_form_and_counts_of_004(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(capsys, "questions", project, "2", "--json")
    assert run(capsys, "questions", project, "2", "--json") == printed
    form: dict[str, Any] = json.loads(printed)
    keys = "kind head questions answers links suggestions references blocks_without_answers open"
    assert " ".join(form) == keys
    assert (form["kind"], form["head"], form["links"]) == ("consultation", None, [])
    question, answer = form["questions"][0], form["answers"][0]
    assert list(question) == [
        "id",
        "label",
        "numbers",
        "start",
        "end",
        "core_start",
        "fractie",
        "section",
        "state",
        "verdict",
    ]
    assert list(answer) == ["id", "label", "numbers", "start", "end", "fracties", "section"]
    assert list(form["suggestions"][0]) == ["question", "answer", "rank", "band", "reasons"]
    assert list(form["references"][0]) == ["answer", "start", "end", "text", "target_answer", "target_document"]
    assert [(block["section"], block["fractie"]) for block in form["blocks_without_answers"]] == [
        ("1.1", "SP"),
        ("1.1", "ChristenUnie"),
    ]
    assert {ident for block in form["blocks_without_answers"] for ident in block["questions"]} <= set(form["open"])
    assert sum(reference["target_document"] == 3 for reference in form["references"]) >= 3
    assert run(capsys, "questions", project, "3").startswith("none: 0 questions, 0 answers")


def test_the_users_links_are_told_and_not_proposed_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = json.loads(run(capsys, "questions", project, "1", "--json"))
    question, answer = form["questions"][2], form["answers"][2]
    with Project.open(project) as opened:
        paper = opened.documents()[0]
        opened.apply(
            link(
                opened,
                (paper.uid, Span(question["start"] + 5, question["end"] - 40)),
                (paper.uid, Span(answer["start"], answer["end"])),
                ANSWERED_BY.uid,
            )
        )
    form = json.loads(run(capsys, "questions", project, "1", "--json"))
    assert form["links"] == [{"question": "q3", "answer": "a3", "origin": "user"}]
    assert form["questions"][2]["state"] == "confirmed"
    assert len(form["suggestions"]) == 20
    assert form["open"] == []
    assert "1 confirmed" in run(capsys, "questions", project, "1")


def test_structure_tells_the_questions(capsys: pytest.CaptureFixture[str]) -> None:
    form = json.loads(run(capsys, "structure", COUNCIL, "--json"))
    assert [question["fractie"] for question in form["questions"]][:2] == ["SGP", "VVD"]
    assert len(form["answers"]) == 21
    assert json.loads(run(capsys, "structure", LETTER, "--json"))["questions"] == []
