"""A process that looks for the questions of a paper, so that the window has its own process to itself.

It reads (papers, lone, weighed) from standard input and writes what was found to standard output, both pickled: the
other end is always this same program.
"""

from __future__ import annotations

import os
import pickle
import sys
from dataclasses import replace

WORD = "--find-questions"


def main() -> int:
    """Do it; the exit code is 0."""
    from reader.questions.finding import find

    if hasattr(os, "nice"):
        os.nice(5)  # what the user does goes first
    papers, lone, weighed = pickle.load(sys.stdin.buffer)
    found = find(papers, lone=lone, weighed=weighed, progress=_nothing)
    if found.weights is not None:  # what would make a next comparison quicker is large
        found = replace(found, weights=replace(found.weights, memory=None))
    pickle.dump(found, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
    sys.stdout.buffer.flush()
    return 0


def _nothing(_share: float) -> None:
    pass


if __name__ == "__main__":
    sys.exit(main())
