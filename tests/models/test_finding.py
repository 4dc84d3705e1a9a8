"""A large paper is recognised in a process of its own: the same outcome, stopped at once, and without it too."""

from __future__ import annotations

import subprocess
from time import monotonic

import pytest

from reader.models import finding
from reader.models.finding import SMALL, found_in
from reader.models.jobs import JobStopped
from reader.questions.finding import Paper
from reader.questions.suggestions import weights_of
from reader.text.recognise import recognise
from tests.questions.papers import CONSULTATION, read, seed


def nothing(_share: float) -> None:
    """Nobody wants to know how far it is."""


def papers(body: str) -> tuple[Paper, ...]:
    return (Paper(body, recognise(body).to_bytes()),)


def test_weights_from_a_process_serve_as_those_made_here() -> None:
    body, exchange = seed("2018-06")
    found = found_in(papers(body), weighed=True, step=nothing)
    assert found.weights == weights_of(exchange)
    assert weights_of(exchange, before=found.weights) == found.weights


def test_a_process_finds_what_is_found_here() -> None:
    body, expected = seed("2018-06")
    assert len(body) > SMALL
    assert found_in(papers(body), step=nothing).exchange == expected


def test_a_small_paper_needs_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    found = found_in(papers(CONSULTATION), step=nothing).exchange
    assert found == read(CONSULTATION)


def test_where_no_process_can_be_had_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    body, expected = seed("2018-06")
    for command in (("a program that is not there",), ("false",)):
        monkeypatch.setattr(finding, "command", lambda *_words, words=command: words)
        assert found_in(papers(body), step=nothing).exchange == expected


def test_it_stops_when_the_job_is_cancelled() -> None:
    def stop(_share: float) -> None:
        raise JobStopped

    body = seed("2018-06")[0]
    looked_into = papers(body)
    start = monotonic()
    with pytest.raises(JobStopped):
        found_in(looked_into, step=stop)
    assert monotonic() - start < 2
