"""`python -m tests.fuzz [FORMAT...] [--count N] [--seed S]`: many damaged files are read; each is read or refused.

What is neither is written to build/fuzz, under the seed and number that give it again. The exit code is 1 when there is
any. Where atheris is installed, it looks further in the formats of which the reader is our own.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time

from tests.fuzz.formats import FORMATS, made_input
from tests.fuzz.guided import FOLDER, GUIDED, is_there
from tests.fuzz.watching import ROOT, Finding, Tally, watched

_MOST_SHOWN = 20  # kinds of findings of one format


def main(arguments: list[str]) -> int:
    """Read what is asked and tell what came of it. Gives 1 when there are findings, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=f"all of: {', '.join(FORMATS)}")
    parser.add_argument("--count", type=int, default=20_000, help="inputs a format")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--guided", type=int, default=4000, help="inputs a format that atheris makes, if it is there")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.formats) - set(FORMATS):
        parser.error(f"no such format: {', '.join(sorted(unknown))}")
    failed = 0
    names = asked.formats or list(FORMATS)
    for name in names:
        started = time.monotonic()
        tally = watched([name], asked.count, asked.seed, asked.processes)[name]
        _say(_summary(name, tally, time.monotonic() - started))
        failed += len(tally.findings)
        _tell_findings(tally.findings, asked.seed)
    guided = [name for name in GUIDED if name in names and asked.guided]
    if guided and not is_there():
        _say("atheris is not installed: the damaged files are not led by the code they reach")
    for name in guided if is_there() else ():
        failed += _guided(name, asked.guided, asked.seed)
    _say(f"{failed} findings" + (f", see {FOLDER}" if failed else ""))
    return 1 if failed else 0


def _guided(name: str, runs: int, seed: int) -> int:
    """Let atheris look; gives 1 when it found something, which it has written down itself."""
    command = [sys.executable, "-m", "tests.fuzz.guided", name, str(runs), str(seed)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
    counted = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    outcome = "a finding" if done.returncode else "0 findings"
    _say(f"{name:13} {counted[1] if counted else 'some'} inputs by atheris: {outcome}")
    if done.returncode:
        _say(done.stderr[-3000:])
    return int(done.returncode != 0)


def _summary(name: str, tally: Tally, seconds: float) -> str:
    others = sum(number for importer, number in tally.importers.items() if importer != name)
    refusals = ", ".join(f"{error} {number}" for error, number in tally.errors.most_common(4))
    return (
        f"{name:13} {tally.inputs:6} inputs: {tally.read} read, {tally.refused} refused, "
        f"{len(tally.findings)} findings; "
        f"{seconds:.0f} s, slowest {tally.slowest:.1f} s (number {tally.slowest_number}), {tally.memory / 1e6:.0f} MB; "
        f"{others} papers in another format; {refusals}"
    )


def _tell_findings(findings: list[Finding], seed: int) -> None:
    """Write the first finding of each kind to a file, with what was told of it."""
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(finding.where, []).append(finding)
    for where, same in list(kinds.items())[:_MOST_SHOWN]:
        first = same[0]
        FOLDER.mkdir(parents=True, exist_ok=True)
        file = FOLDER / f"{first.format}-{seed}-{first.number}{FORMATS[first.format].suffix}"
        file.write_bytes(made_input(first.format, seed, first.number))
        file.with_name(f"{file.name}.txt").write_text(first.told, encoding="utf-8")
        _say(f"    {len(same)} x {where}: {file}")


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
