"""`questions`, and the questions in `structure`: the documented form, counts of sample papers, the user's links."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.domain.model import ANSWERED_BY, BUILTIN_VERDICTS, Span
from reader.edit import questions, units
from reader.edit.links import link
from reader.questions.exchange import Answer, Question
from reader.questions.recognise import recognise_questions
from reader.store.project import Project
from reader.text.structure import Structure

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
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
    form: dict[str, Any] = json.loads(run(capsys, "questions", project, "2", "--json"))
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


@pytest.fixture
def judged(project: Path) -> Path:
    """Paper 1 after some work: 1 accepted and judged, 2 rejected and open, 3 split, 4 judged in own words."""
    with Project.open(project) as opened:
        paper, text = opened.documents()[0], opened.text(opened.documents()[0].text_uid)
        exchange = recognise_questions(Structure.from_bytes(text.structure), text.body)

        def place(unit: Question | Answer) -> questions.Place:
            return paper.uid, Span(unit.start, unit.end)

        asked, replied = exchange.questions, exchange.answers
        partly = BUILTIN_VERDICTS[1].uid
        opened.apply(questions.accept(opened, place(asked[0]), place(replied[0])))
        opened.apply(questions.set_verdict(opened, place(asked[0]), partly, decision=None))
        opened.apply(questions.reject(opened, place(asked[1]), place(replied[1])))
        opened.apply(questions.set_open(opened, place(asked[1]), True, decision=None))
        cut = text.body.index(". ", asked[2].start) + 1
        assert cut < asked[2].end
        opened.apply(units.split_unit(opened, paper.uid, "question", Span(asked[2].start, asked[2].end), cut))
        opened.apply(questions.add_verdict(opened, "Afgedaan in debat"))
        own = next(verdict for verdict in opened.verdicts() if not verdict.builtin)
        opened.apply(questions.set_verdict(opened, place(asked[3]), own.uid, decision=None))
    return project


def test_what_the_user_decided(judged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = json.loads(run(capsys, "questions", judged, "1", "--json"))
    told = [(one["id"], one["numbers"], one["state"], one["verdict"]) for one in form["questions"]]
    assert told[:5] == [
        ("q1", [1], "confirmed", "partly"),
        ("q2", [2], "open", None),
        ("q3", [3], "suggested", None),
        ("q3.2", [3], "suggested", None),
        ("q4", [4], "suggested", "Afgedaan in debat"),
    ]
    assert form["links"] == [{"question": "q1", "answer": "a1", "origin": "suggestion"}]
    assert [(one["question"], one["answer"]) for one in form["suggestions"]][:3] == [
        ("q3", "a3"),
        ("q3.2", "a3"),
        ("q4", "a4"),
    ]
    assert form["open"] == ["q2"]
    first, second = form["questions"][2:4]
    assert first["end"] < second["start"] <= second["core_start"]
    printed = run(capsys, "questions", judged, "1")
    assert "22 questions, 21 answers" in printed
    assert "1 checked, open" in printed
    assert "1 judged “Afgedaan in debat”" in printed


def test_a_link_to_a_passage_that_is_no_answer(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = json.loads(run(capsys, "questions", project, "1", "--json"))
    first = form["questions"][0]
    with Project.open(project) as opened:
        asking, _, letter = opened.documents()
        ends = (asking.uid, Span(first["start"], first["end"])), (letter.uid, Span(200, 300))
        opened.apply(link(opened, *ends, ANSWERED_BY.uid))
    form = json.loads(run(capsys, "questions", project, "1", "--json"))
    assert form["links"] == [{"question": "q1", "answer": None, "origin": "user"}]
    assert form["questions"][0]["state"] == "confirmed"


def test_the_counts_come_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(capsys, "questions", project, "2").splitlines()
    assert printed[1].strip() == "25 question cells (section and fractie), 23 answered, 2 without an answer block"
    assert printed[2].strip().startswith("no answer addressed to 1.1, SP: ")
    assert printed[4].split() == ["0", "confirmed"]


def test_every_run_prints_the_same_bytes(judged: Path) -> None:
    def printed(paper: str, seed: str) -> bytes:
        command = [sys.executable, "-m", "reader", "questions", str(judged), paper, "--json"]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True).stdout

    for paper in ("1", "2"):
        assert printed(paper, "1") == printed(paper, "4242")


def test_structure_tells_the_questions(capsys: pytest.CaptureFixture[str]) -> None:
    form = json.loads(run(capsys, "structure", COUNCIL, "--json"))
    assert [question["fractie"] for question in form["questions"]][:2] == ["SGP", "VVD"]
    assert len(form["answers"]) == 21
    assert json.loads(run(capsys, "structure", LETTER, "--json"))["questions"] == []
