"""Importing on the command line: every file and folder is accounted for, one paper at a time in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.exchange import is_exchange_file, take_over_into
from reader.cli.forms import Form, import_form
from reader.cli.output import complain, print_json
from reader.domain.errors import ActRefused, AlreadyInProject, ReaderError

if TYPE_CHECKING:
    from reader.importers.base import Imported
    from reader.importers.several import Found
    from reader.store.project import Project


def import_into(project: Project, files: Sequence[Path], *, as_json: bool) -> int:
    """Import files and folders, take over what other programs wrote; tell of each. Gives 1 when one failed, else 0."""
    forms: list[Form] = []
    for chosen in dict.fromkeys(files):
        if is_exchange_file(chosen):
            forms.append(take_over_into(project, chosen, as_json=as_json))
        else:
            forms += _papers_into(project, chosen, as_json=as_json)
    if as_json:
        print_json(forms)
    return 1 if any(form["error"] for form in forms) else 0


def _papers_into(project: Project, chosen: Path, *, as_json: bool) -> Iterator[Form]:
    """Import the papers in a file or folder one by one; gives the form of each."""
    for file, found in _found_in(chosen):
        outcome = _stored(project, found)
        inside = found.name.partition("/")[2]
        name = f"{file}/{inside}" if inside else str(file)
        if isinstance(outcome, ReaderError):
            complain(str(outcome))
            yield import_form(name, None, None, str(outcome))
            continue
        document = outcome.document
        number = len(project.documents())
        for warning in outcome.warnings:
            complain(f"{found.name}: {warning}")
        if not as_json:
            click.echo(f"{number:>3}  {document.title} ({document.kind}, {document.pages} pages)")
        yield import_form(name, number, document, None)


def only_paper(path: Path) -> Imported:
    """The paper in a file; of an e-mail the message. Raises ReaderError, also for an archive."""
    from reader.importers.base import shown_name
    from reader.importers.several import read_papers

    first = next(read_papers(path))
    if first.name != shown_name(path):
        raise ActRefused(reason=f"“{shown_name(path)}” holds several files. Unpack it and give one of them.")
    if isinstance(first.outcome, ReaderError):
        raise first.outcome
    return first.outcome


def _found_in(chosen: Path) -> Iterator[tuple[Path, Found]]:
    """Each file, the chosen one or those in the chosen folder, with each paper in it, or why there is none."""
    from reader.importers.base import shown_name
    from reader.importers.several import Found, read_papers
    from reader.models.import_files import files_in

    try:
        inside = list(files_in([chosen]))
    except ReaderError as error:
        yield chosen, Found(shown_name(chosen), error)
        return
    if not inside:
        yield chosen, Found(shown_name(chosen), ActRefused(reason=f"“{shown_name(chosen)}” holds nothing to import."))
    for file in inside:
        for found in read_papers(file):
            yield file, found


def _stored(project: Project, found: Found) -> Imported | ReaderError:
    """The paper once it is in the project, or why it is not."""
    from reader.edit.documents import add_documents

    if isinstance(found.outcome, ReaderError):
        return found.outcome
    document, text = found.outcome.document, found.outcome.text
    try:
        project.apply(add_documents(project, [(document, text)]))
    except AlreadyInProject as error:
        return error
    return replace(found.outcome, document=project.document(document.uid))
