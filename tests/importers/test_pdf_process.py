"""Whatever a file does to the process that reads it, the program lives and says what happened."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reader.cli import READ_PDF, main
from reader.domain.errors import (
    FileDamaged,
    FileNeedsPassword,
    FileTooManyPages,
    FileTooSlow,
    ImportStopped,
    ReaderError,
)
from reader.importers.pdf_child import STRIDE
from reader.importers.pdf_process import CHILD_WORD, Way, read_pages, usual_way
from tests.importers.pdf_maker import Run, pdf

FILES = Path(__file__).parents[1] / "files" / "pdf"
MUTANTS = 300


def quiet(_share: float) -> None:
    pass


def saying(program: str, *, silence: float = 20.0, longest: float = 60.0) -> Way:
    """A reading process that does what `program` says instead of reading."""
    code = f"import sys, time, json, os\nsys.stdin.buffer.read()\n{program}"
    return Way((sys.executable, "-c", code), silence, longest, 0.0)


@pytest.mark.parametrize(
    "program",
    [
        "os.abort()",
        "sys.exit(1)",
        "print('no answer')",
        "print('[]')",
        'print(\'{"error": "damaged"}\')',
        'print(\'{"pages": 1, "labels": [], "title": "", "bookmarks": []}\')',
        'print(\'{"pages": 1}\'); print(\'{"page": 0, "lines": 3}\')',
        'print(\'{"pages": "x"}\'); print(\'{"end": true}\')',
        'print(\'{"pages": 0, "labels": [], "title": "", "bookmarks": []}\'); print(\'{"end": true}\')',
    ],
)
def test_a_process_that_breaks_down_or_talks_nonsense(program: str) -> None:
    with pytest.raises(FileDamaged):
        read_pages(b"%PDF-1.7", "stuk.pdf", quiet, saying(program))


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ('{"error": "password"}', FileNeedsPassword),
        ('{"error": "pages", "pages": 30000, "limit": 20000}', FileTooManyPages),
    ],
)
def test_what_the_process_refuses(answer: str, error: type[ReaderError]) -> None:
    with pytest.raises(error):
        read_pages(b"%PDF-1.7", "stuk.pdf", quiet, saying(f"print({answer!r})"))


@pytest.mark.parametrize("limits", [{"silence": 0.2}, {"longest": 0.2}])
def test_a_process_that_hangs_is_ended(limits: dict[str, float]) -> None:
    before, started = threading.active_count(), time.monotonic()
    with pytest.raises(FileTooSlow, match=r"“stuk\.pdf” took too long"):
        read_pages(b"%PDF-1.7", "stuk.pdf", quiet, saying("time.sleep(600)", **limits))
    assert time.monotonic() - started < 10
    assert threading.active_count() == before


def test_the_user_can_stop_while_nothing_comes() -> None:
    def stop(_share: float) -> None:
        raise ImportStopped(name="stuk.pdf")

    with pytest.raises(ImportStopped):
        read_pages(b"%PDF-1.7" * 1_000_000, "stuk.pdf", stop, saying("time.sleep(600)"))


def test_a_program_that_does_not_start_is_an_ended_one() -> None:
    with pytest.raises(FileDamaged):
        read_pages(b"%PDF-1.7", "stuk.pdf", quiet, Way((sys.executable, "-c", "raise SystemExit(3)")))


def test_a_large_file_is_read_by_two_processes_in_order() -> None:
    count = 3 * STRIDE + 1
    data = pdf(*([Run(f"Blad {number}", 72, 100)] for number in range(count)))
    padded = data.replace(b"%%EOF", b"%" + b" " * 300_000 + b"\n%%EOF")
    whole = read_pages(padded, "stuk.pdf", quiet)
    assert [page.lines[0].text for page in whole.pages] == [f"Blad {number}" for number in range(count)]
    assert whole == read_pages(data, "stuk.pdf", quiet)


def test_the_bundle_reads_by_a_word_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert READ_PDF == CHILD_WORD
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert usual_way().command == (sys.executable, CHILD_WORD)
    called: list[bool] = []
    monkeypatch.setattr("reader.importers.pdf_child.main", lambda: called.append(True) or 0)
    assert main([READ_PDF]) == 0
    assert called == [True]


def test_mutated_files_are_read_or_refused() -> None:
    """In a process of its own, as the program does it: a crash of the library would end these tests."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("pdf_mutants.py")), str(MUTANTS), "1"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    read, refused = map(int, done.stdout.split())
    assert read + refused == MUTANTS
    assert min(read, refused) > MUTANTS / 10
