"""A short run of the fuzzing of all importers (the long one: `make fuzz`), and that it sees what goes wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.fuzz import watching
from tests.fuzz.formats import FORMATS, made_input
from tests.fuzz.watching import watched

COUNT = 100  # inputs a format


@pytest.mark.timeout(240)  # seconds: a thousand files, on a machine that may be busy
def test_every_damaged_file_is_read_or_refused() -> None:
    tallies = watched(list(FORMATS), COUNT, seed=20, processes=2)
    assert [finding for tally in tallies.values() for finding in tally.findings] == []
    for name, tally in tallies.items():
        assert tally.inputs == tally.read + tally.refused == COUNT
        importer = {"zip": "plain-text", "e-mail": "email"}.get(name, name)
        assert tally.importers[importer] > COUNT / 4, f"{name}: the files are damaged too much to be read"


@pytest.mark.parametrize("name", FORMATS)
def test_an_input_can_be_made_again(name: str) -> None:
    assert [made_input(name, 3, number) for number in range(5)] == [made_input(name, 3, number) for number in range(5)]
    assert made_input(name, 3, 0) != made_input(name, 4, 0)


WORKER = """
import json, os, sys, time
first, last = map(int, sys.argv[3:])
for number in range(first, last):
    if number == 2:
        {mishap}
    print(json.dumps({{"number": number, "seconds": 0.0, "read": ["pdf"], "refused": []}}), flush=True)
"""


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in place of the one that reads."""
    program = tmp_path / "worker.py"
    monkeypatch.setattr(watching, "WORKER", (sys.executable, str(program)))
    monkeypatch.setattr(watching, "START", 2.0)
    monkeypatch.setattr(watching, "SILENCE", 0.2)
    return program


@pytest.mark.parametrize(
    ("mishap", "told"),
    [
        ("os.abort()", "break-down (exit -6)"),
        ("print('{', end='', flush=True); os._exit(3)", "break-down (exit 3)"),
        ("time.sleep(60)", "hang outside Python (exit -9)"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="the exit codes are others there")
def test_a_process_that_hangs_or_breaks_down_is_a_finding_and_the_next_input_is_read(
    worker: Path, mishap: str, told: str
) -> None:
    worker.write_text(WORKER.format(mishap=mishap))
    tally = watched(["pdf"], 5, seed=1, processes=1)["pdf"]
    assert (tally.inputs, tally.read) == (5, 4)
    assert [(finding.number, finding.where) for finding in tally.findings] == [(2, told)]


def test_an_error_in_the_fuzzing_itself_ends_it(worker: Path) -> None:
    worker.write_text(WORKER.format(mishap="raise ImportError('weg')"))
    with pytest.raises(RuntimeError, match="weg"):
        watched(["pdf"], 5, seed=1, processes=1)
