"""Files of other programs on the command line: taken over into a project, each thing left out is told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.forms import Form, import_form
from reader.cli.output import complain
from reader.domain.errors import ReaderError

if TYPE_CHECKING:
    from reader.models.reading_back import ReadBack
    from reader.store.project import Project

KINDS = {  # of what comes in: the key in JSON, and the words
    "paper": ("papers", "papers"),
    "label": ("labels", "labels"),
    "passage": ("highlights", "highlights"),
    "note": ("notes", "notes"),
    "labelling": ("labellings", "labels on highlights that were here"),
    "link": ("links", "links"),
    "link-kind": ("link_kinds", "types of link"),
}


def is_exchange_file(path: Path) -> bool:
    """Whether a file is one of another program, and not a paper."""
    from reader.models.reading_back import is_of_another_program

    return is_of_another_program(path)


def take_over_into(project: Project, path: Path, *, as_json: bool) -> Form:
    """Take over what the file at `path` holds, as one act after a backup, and tell of it. Gives its JSON form."""
    from reader.models.reading_back import coming_in, look_into, take_over

    try:
        looked = look_into(project, path, _on)
        taken = take_over(project, looked, _on)
    except ReaderError as error:
        complain(str(error))
        return import_form(str(path), None, None, str(error))
    came = coming_in(taken.items, taken.change_set) if taken is not None else {}
    changed = sum(item.outcome != "added" for item in taken.items) if taken is not None else 0
    if not as_json:
        _tell(looked.name, came, changed)
    for item in looked.told:
        if item.outcome != "read":
            complain(f"{looked.name}: {item.outcome}: {item.kind} {item.name}: {item.detail}")
    return import_form(str(path), None, None, None) | {
        "came_in": {key: came.get(kind, 0) for kind, (key, _) in KINDS.items()},
        "changed": changed,
        "told": _told(looked),
    }


def _tell(name: str, came: Mapping[str, int], changed: int) -> None:
    """A line for each kind of thing that came in."""
    for kind, (_, words) in KINDS.items():
        if came.get(kind):
            click.echo(f"{name}: {came[kind]} {words}")
    if changed:
        click.echo(f"{name}: {changed} changed")
    if not came and not changed:
        click.echo(f"{name}: nothing that is not in the project")


def _told(looked: ReadBack) -> list[Form]:
    return [{"kind": item.kind, "name": item.name, "outcome": item.outcome, "why": item.detail} for item in looked.told]


def _on(_share: float) -> None:
    """The command line shows no progress."""
