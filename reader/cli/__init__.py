"""The `vindplaats` command: opens the window, or does a job without one; jobs are loaded only when asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

COMMANDS = (
    "new",
    "import",
    "documents",
    "structure",
    "questions",
    "search",
    "export",
    "merge",
    "check",
    "sample",
    "tour",
)

READ_PDF = "--read-pdf"  # said by the bundled program to itself: reader.importers.pdf_process
VIEW_PDF = "--view-pdf"  # the same: reader.models.page_process
ANNOTATE_PDF = "--annotate-pdf"  # the same: reader.exporters.annotated_pdf_process
READ_FILES = "--read-files"  # the same: reader.importers.several_process
FIND_QUESTIONS = "--find-questions"  # the same: reader.models.finding


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks. Gives the exit code: 0 done, 1 failed, 2 wrong use."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == [READ_PDF]:
        from reader.importers.pdf_child import main as read_pdf

        return read_pdf()
    if words == [VIEW_PDF]:
        from reader.importers.pdf_view_child import main as view_pdf

        return view_pdf()
    if words == [ANNOTATE_PDF]:
        from reader.exporters.annotated_pdf_child import main as annotate_pdf

        return annotate_pdf()
    if words == [READ_FILES]:
        from reader.importers.several_child import main as read_files

        return read_files()
    if words == [FIND_QUESTIONS]:
        from reader.questions.finding_child import main as find_questions

        return find_questions()
    if not words:
        return _open_window(None)
    if len(words) == 1 and _is_project(words[0]):
        return _open_window(Path(words[0]))
    from reader.cli.commands import run

    return run(words)


def _is_project(word: str) -> bool:
    """Whether a single word is a file to open rather than a command, perhaps misspelt."""
    if word.startswith("-") or word in COMMANDS:
        return False
    return word.endswith(".vindplaats") or Path(word).name != word or Path(word).exists()


def _open_window(project: Path | None) -> int:
    from reader.app import run_window

    return run_window(project)
