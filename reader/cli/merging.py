"""The command that merges a colleague's copy into a project: what came in, and what was changed on both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from reader.edit.merging_report import MergeItem

FILE = click.Path(path_type=Path)
WORDS = {
    "added": "came in",
    "changed": "took over a change",
    "both": "changed on both sides",
    "removed": "removed, as in the copy",
    "returned": "stays, though one side removed it",
    "joined": "became one with another",
}


@click.command()
@click.argument("project", type=FILE)
@click.argument("copy", type=FILE)
@click.option("--look", "only_look", is_flag=True, help="Only tell what merging would do; nothing is changed.")
def merge(project: Path, copy: Path, only_look: bool) -> None:
    """Take all that COPY, another copy of the project, holds into PROJECT; COPY itself is not changed.

    Of what both changed the newest stays, with the notes of both. What one deleted goes, unless the other changed it
    later. A backup of PROJECT is kept.
    """
    from reader.models.merging import look, take_in
    from reader.store.project import Project

    with Project.open(project, read_only=only_look) as opened:
        if only_look:
            _tell(look(opened, copy, _on).items)
            return
        taken = take_in(opened, copy, _on)
        _tell(taken.items if taken is not None else ())
        if taken is not None:
            click.echo(f"The project as it was before is in {taken.backup}")


def _tell(items: Iterable[MergeItem]) -> None:
    told = list(items)
    for item in told:
        click.echo(f"{WORDS[item.outcome]}: {item.kind} {item.words}")
        for one in item.differences:
            click.echo(f"    {one.field.removesuffix('_uid')}: here “{one.ours}”, in the copy “{one.theirs}”")
    counts: Counter[str] = Counter(item.outcome for item in told)
    sums = ", ".join(f"{counts[outcome]} {words}" for outcome, words in WORDS.items() if counts[outcome])
    click.echo(f"{sums}." if told else "There is nothing to merge.")


def _on(_share: float) -> None:
    """The command line shows no progress."""
