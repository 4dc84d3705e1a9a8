"""Kill a process at a random moment while it labels passages, again and again; no acknowledged act may be lost.

Run it by itself: python -m benchmarks.kill_rounds [ROUNDS]. It prints how many acts were acknowledged and lost, and
what the check of the file says.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from reader.domain.errors import ActRefused
from reader.domain.model import Span, Tag
from reader.edit.documents import add_documents
from reader.edit.marks import tag_span
from reader.edit.tags import add_tag
from reader.importers.base import read_file
from reader.store.project import Project
from reader.store.rescue import check

ROOT = Path(__file__).parents[1]
PAPER = ROOT / "seeds" / "2018-06-schriftelijk-overleg-integrale-migratieagenda.txt"
LONGEST_LIFE = 0.15  # seconds from the first acknowledged act to the kill


@dataclass(frozen=True, slots=True)
class Result:
    """What came of all rounds: acts acknowledged, acknowledged but lost, half done; and what the check found."""

    rounds: int
    acknowledged: int
    lost: int
    torn: int
    problems: tuple[str, ...]


def kill_rounds(path: Path, rounds: int) -> Result:
    """Make a project at `path`, label in it and kill the labelling process, `rounds` times."""
    with Project.create(path) as project:
        imported = read_file(PAPER)
        project.apply(add_documents(project, [(imported.document, imported.text)]))
        project.apply(add_tag(project, "detentie"))
    acknowledged: set[str] = set()
    lost, torn = 0, 0
    problems: list[str] = []
    for _round in range(rounds):
        acknowledged |= _one_round(path)
        with Project.open(path) as project:  # rolls back what was half done
            there = {highlight.uid for highlight in project.highlights()}
            torn += len(there ^ {tagging.highlight_uid for tagging in project.taggings()})
        lost += len(acknowledged - there)
        problems += check(path).problems
    return Result(rounds, len(acknowledged), lost, torn, tuple(problems))


def _one_round(path: Path) -> set[str]:
    """The uids that a process acknowledged before it was killed. Raises RuntimeError when it ended by itself."""
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.kill_rounds", "--label", str(path)], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    killer = threading.Timer(random.uniform(0, LONGEST_LIFE), process.kill)
    killer.start()
    output = first + process.stdout.read()
    process.wait()
    killer.join()
    process.stdout.close()
    if os.name == "posix" and process.returncode != -signal.SIGKILL:
        raise RuntimeError(f"the labelling process ended by itself, with {process.returncode}")
    return {line for line in output.decode().split("\n") if len(line) == 36}  # a line cut off was not acknowledged


def label_for_ever(path: Path) -> None:
    """Give a label to one random passage after another; each is acknowledged on a line when it is saved."""
    with Project.open(path) as project:
        document, tag = project.documents()[0], project.tags()[0]
        assert isinstance(tag, Tag)
        while True:
            start = random.randrange(document.characters - 300)
            try:
                act = tag_span(project, document.uid, Span(start, start + random.randrange(20, 250)), tag.uid)
            except ActRefused:  # this very passage has the label already
                continue
            project.apply(act)
            sys.stdout.write(f"{act.changes[0].entity.uid}\n")
            sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Gives 0 when nothing was lost and the file is sound."""
    if arguments[:1] == ["--label"]:
        label_for_ever(Path(arguments[1]))
    with tempfile.TemporaryDirectory() as folder:
        result = kill_rounds(Path(folder) / "killed.vindplaats", int(arguments[0]) if arguments else 200)
    integrity = "ok" if not result.problems else "; ".join(result.problems)
    print(
        f"kills {result.rounds}, acked {result.acknowledged}, lost {result.lost}, torn {result.torn}, "
        f"integrity {integrity}"
    )
    return 0 if result.lost == result.torn == 0 and not result.problems else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
