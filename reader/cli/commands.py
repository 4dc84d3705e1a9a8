"""The commands of the command line that need no window; errors are one sentence on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from reader import __version__
from reader.cli.exporting import export
from reader.cli.forms import document_form, structure_form
from reader.cli.importing import import_into, only_paper
from reader.cli.merging import merge
from reader.cli.output import complain, print_json
from reader.cli.projects import named_document, reading
from reader.domain.errors import ReaderError

MATCH_MARKS = dict.fromkeys((2, 3))  # the characters that stand around a match in a snippet

FILE = click.Path(path_type=Path)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")


def run(arguments: Sequence[str]) -> int:
    """Do one command. Gives the exit code: 0 done, 1 failed, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        result = vindplaats.main(list(arguments), prog_name="vindplaats", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        help_words = (
            f" See `{error.ctx.command_path} --help`." if isinstance(error, click.UsageError) and error.ctx else ""
        )
        complain(" ".join(error.format_message().split()) + help_words)
        return error.exit_code
    except click.Abort:
        complain("Stopped.")
        return 1
    except ReaderError as error:
        complain(str(error))
        return 1
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return result if isinstance(result, int) else 0


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="vindplaats")
def vindplaats() -> None:
    """Read parliamentary papers side by side, mark and link passages, and quote them with their exact place.

    Without a command the window opens: `vindplaats` on the last project, `vindplaats PROJECT` on that project.
    """


@vindplaats.command()
@click.argument("project", type=FILE)
@click.argument("files", nargs=-1, type=FILE, metavar="[FILE]...")
def new(project: Path, files: tuple[Path, ...]) -> int:
    """Make a project and import the files into it."""
    from reader.store.project import Project

    with Project.create(project) as made:
        return import_into(made, files, as_json=False)


@vindplaats.command("import")
@click.argument("project", type=FILE)
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@as_json
def import_files(project: Path, files: tuple[Path, ...], as_json: bool) -> int:
    """Import files into a project: one line per paper. One that fails does not stop the others; the exit code is 1.

    Text, PDF, Word (docx), ODT, RTF, web pages, XML of official publications, Markdown, e-mail (eml) with what is
    attached, ZIP archives of these, and folders. What other programs wrote is taken over: REFI-QDA (qdpx, qdc), Web
    Annotations (jsonld), tables of labels (csv); one line for each kind of thing.
    """
    from reader.store.project import Project

    with Project.open(project) as opened:
        return import_into(opened, files, as_json=as_json)


@vindplaats.command()
@click.argument("project", type=FILE)
@as_json
def documents(project: Path, as_json: bool) -> None:
    """List the papers of a project with their numbers."""
    with reading(project) as opened:
        forms = []
        for number, document in enumerate(opened.documents(), start=1):
            count = sum(highlight.kind == "highlight" for highlight in opened.highlights(document.uid))
            forms.append(document_form(number, document, count))
    if as_json:
        print_json(forms)
        return
    for form in forms:
        facts = [
            form["kind"],
            form["date"],
            _paper_number(form),
            f"{form['pages']} pages",
            f"{form['highlights']} highlights",
        ]
        click.echo(f"{form['number']:>3}  {form['title']} ({', '.join(fact for fact in facts if fact)})")


@vindplaats.command()
@click.argument("source", type=FILE, metavar="FILE|PROJECT")
@click.argument("doc", required=False)
@as_json
def structure(source: Path, doc: str | None, as_json: bool) -> None:
    """Show what is recognised in a file, or in paper DOC of a project (its number, or the start of its uid)."""
    from reader.text.structure import Structure

    if doc is None:
        if _is_database(source):
            raise click.UsageError("Say which paper of the project: its number in `vindplaats documents`.")
        imported = only_paper(source)
        document, text = imported.document, imported.text
    else:
        with reading(source) as project:
            document = named_document(project, doc)
            text = project.text(document.text_uid)
    recognised = Structure.from_bytes(text.structure)
    form = structure_form(document, text.body, recognised, sha256=text.sha256, encoding=text.encoding)
    if as_json:
        print_json(form)
        return
    click.echo(f"{form['title']} ({form['kind']}, {len(form['pages'])} pages, {form['characters']} characters)")
    for block in form["blocks"]:
        if block["kind"] == "heading":
            click.echo("  " * block["level"] + block["text"])
    counts = {kind: len(form[kind]) for kind in ("blocks", "footnotes", "references")}
    click.echo(", ".join(f"{count} {kind}" for kind, count in counts.items()))


@vindplaats.command()
@click.argument("project", type=FILE)
@click.argument("doc")
@as_json
def questions(project: Path, doc: str, as_json: bool) -> None:
    """Show the questions of paper DOC and the answers proposed for them. A proposal is never a link."""
    from reader.cli.question_forms import questions_form, questions_lines

    with reading(project) as opened:
        form = questions_form(opened, named_document(opened, doc))
    if as_json:
        print_json(form)
    else:
        click.echo("\n".join(questions_lines(form)))


@vindplaats.command()
@click.argument("project", type=FILE)
@click.argument("query")
@as_json
def search(project: Path, query: str, as_json: bool) -> None:
    """Search the papers of a project for words, parts* of words, or a "phrase in quotes"."""
    with reading(project) as opened:
        numbers = {document.uid: number for number, document in enumerate(opened.documents(), start=1)}
        hits = opened.search(query)
    forms = [
        {
            "document": numbers[hit.document_uid],
            "page": hit.page,
            "start": hit.start,
            "end": hit.end,
            "snippet": hit.snippet.translate(MATCH_MARKS),
            "score": hit.score,
        }
        for hit in hits
    ]
    if as_json:
        print_json(forms)
        return
    for form, hit in zip(forms, hits, strict=True):
        page = f"p. {hit.page_label}" if hit.page_label else f"file page {hit.page}"
        click.echo(f"{form['document']:>3}, {page}: {form['snippet']}")


vindplaats.add_command(export)
vindplaats.add_command(merge)


@vindplaats.command()
@click.argument("project", type=FILE)
@click.option("--repair-copy", "new", type=FILE, metavar="NEW", help="Save what can be read into this new file.")
def check(project: Path, new: Path | None) -> int:
    """Look through a project file: its pages, its references, its texts and every quote. The file is not changed."""
    from reader.store import rescue

    if new is not None:
        rescued = rescue.repair_copy(project, new)
        click.echo(f"What could be read of {project} is in {new}: {_amounts(rescued.saved)}.")
        if any(rescued.left_out.values()):
            complain(f"Left out, because it was damaged or had lost its text: {_amounts(rescued.left_out)}.")
        return 0
    report = rescue.check(project)
    for problem in report.problems:
        complain(problem)
    if report.problems:
        return 1
    click.echo(f"{project} is sound: {report.documents} papers, {report.highlights} marked passages.")
    return 0


@vindplaats.command()
@click.argument("project", type=FILE)
def sample(project: Path) -> None:
    """Make the sample project: five papers on Libya and migration with labels, notes and links."""
    from reader.sample import build_sample

    build_sample(project)
    click.echo(f"The sample project is in {project}")


@vindplaats.command()
@click.argument("folder", type=FILE)
def tour(folder: Path) -> int:
    """Drive the real window through the main job; pictures and exports come in FOLDER."""
    from reader.tour import run_tour

    return run_tour(folder)


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False


def _paper_number(form: dict[str, Any]) -> str:
    dossiers = " and ".join(form["dossiers"])
    return f"{dossiers}, nr. {form['document_number']}" if dossiers and form["document_number"] else dossiers


def _amounts(rows: Mapping[str, int]) -> str:
    """How many things a user knows are among the rows of each table; other rows are counted together."""
    known = {"documents": "papers", "annotations": "marked passages", "tags": "labels", "links": "links"}
    amounts = {name: rows.get(table, 0) for table, name in known.items()}
    amounts["other rows"] = sum(rows.values()) - sum(amounts.values())
    return ", ".join(f"{count} {name}" for name, count in amounts.items())
