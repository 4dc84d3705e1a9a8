"""Looking for the questions of papers in a job: in a process of its own, where that is worth its start."""

from __future__ import annotations

import pickle
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.own_process import command, environment
from reader.questions.finding_child import WORD

if TYPE_CHECKING:
    from reader.questions.finding import Found, Paper
    from reader.questions.matching import Weights

SMALL = 40_000  # code points; papers up to this size take less time than a process takes to start
LOOK = 0.1  # seconds between two looks at whether the job is cancelled


def found_in(
    papers: tuple[Paper, ...],
    *,
    lone: bool = False,
    weighed: bool = False,
    before: Weights | None = None,
    step: Callable[[float], None],
) -> Found:
    """What `find` of reader.questions.finding finds. `step` hears a share of 0 to 1 and may raise to stop.

    A large paper is read in a process of its own, so that the window has this one to itself; where that cannot be had,
    and where only units changed since `before`, the work is done here.
    """
    if before is None and sum(len(paper.body) for paper in papers) > SMALL:
        with suppress(OSError, EOFError, pickle.UnpicklingError):
            return _in_a_process((papers, lone, weighed), step)
    from reader.questions.finding import find  # the rules are loaded with the first paper, not with the window

    return find(papers, lone=lone, weighed=weighed, before=before, progress=step)


def _in_a_process(request: object, step: Callable[[float], None]) -> Found:
    with subprocess.Popen(
        command("reader.questions.finding_child", WORD),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
        | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked, told = process.stdin, process.stdout
        answers: list[bytes] = []

        def converse() -> None:
            """Ask and hear. The request is not made whole first: that would hold all other threads meanwhile."""
            with suppress(OSError), asked:  # it was ended
                pickle.dump(request, asked, pickle.HIGHEST_PROTOCOL)
            answers.append(told.read())

        thread = threading.Thread(target=converse, daemon=True)
        thread.start()
        try:
            while thread.is_alive():
                step(0.0)
                thread.join(LOOK)
        finally:
            process.kill()
            thread.join()
    found: Found = pickle.loads(b"".join(answers))
    return found
