"""The command that writes excerpts, papers or the whole project to a file of another format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from reader.cli.output import complain
from reader.cli.projects import named_document, reading
from reader.domain.errors import ActRefused

if TYPE_CHECKING:
    from reader.domain.citation import CitationStyle
    from reader.domain.dates import Language
    from reader.exporters.composition import Grouping, Order

# the names of exporters.formats.FORMATS, here as well: asking for help must not load the exporters (a test compares)
FORMAT_NAMES = (
    "docx", "odt", "pdf", "html", "markdown", "text", "csv", "xlsx", "json", "annotated-html", "annotated-pdf",
    "web-annotation", "qdpx", "qdc", "csl-json", "ris", "bibtex",
)  # fmt: skip
PROJECT_ENDING = ".vindplaats"
STYLES = ("leidraad", "kamerstijl", "apa", "vlaams")


@click.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--format", "format_name", required=True, type=click.Choice(FORMAT_NAMES), help="The form of the file.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file to write; one that is there is replaced.",
)
@click.option("--tag", "tags", multiple=True, help="Only excerpts with this label; may be given several times.")
@click.option(
    "--document",
    "docs",
    multiple=True,
    metavar="DOC",
    help="Only excerpts of this paper, or the paper to export whole; may be given several times.",
)
@click.option("--group", type=click.Choice(("document", "label", "reading")), default="document", show_default=True)
@click.option("--order", type=click.Choice(("place", "date", "marked")), default="place", show_default=True)
@click.option(
    "--style", type=click.Choice(STYLES), default="leidraad", show_default=True, help="The form of citations."
)
@click.option("--template", default="", help="A citation template of your own (Jinja2), instead of a style.")
@click.option("--language", type=click.Choice(("nl", "en")), default="nl", show_default=True)
@click.option("--notes/--no-notes", default=True, show_default=True)
@click.option("--links/--no-links", default=True, show_default=True, help="Linked passages beside each excerpt.")
@click.option(
    "--names/--no-names", default=None, help="Say who marked each passage; by default only for other programs."
)
@click.option("--context", type=click.IntRange(0, 5), default=0, help="Sentences shown before and after each passage.")
@click.option("--footnotes", is_flag=True, help="Citations in footnotes (docx, odt, pdf).")
def export(
    project: Path,
    format_name: str,
    output: Path,
    tags: tuple[str, ...],
    docs: tuple[str, ...],
    group: str,
    order: str,
    style: str,
    template: str,
    language: str,
    notes: bool,
    links: bool,
    names: bool | None,
    context: int,
    footnotes: bool,
) -> None:
    """Write the marked passages with labels, notes, links and citations to a file, or a whole paper, or the project.

    What a format cannot hold is said on stderr.
    """
    from reader.domain.citation import CitationTemplate
    from reader.exporters.base import ExcerptFilter, ExportOptions, gather, tag_uids
    from reader.exporters.base import export as write_export
    from reader.exporters.formats import FORMATS
    from reader.exporters.moments import moment_of

    chosen = FORMATS[format_name]
    if output == Path("-"):
        raise click.UsageError("An export is written to a file: name one with -o.")
    if output.suffix.lower() == PROJECT_ENDING or (output.exists() and project.exists() and output.samefile(project)):
        raise ActRefused(reason=f"“{output}” is a project and was not replaced. Choose another file to write to.")
    with reading(project) as opened:
        papers = tuple(named_document(opened, doc).uid for doc in docs)
        if chosen.scope == "paper" and not papers:
            papers = tuple(document.uid for document in opened.documents())
        if chosen.scope == "paper" and len(papers) != 1:
            raise ActRefused(reason=f"The format {format_name} is of one paper: say which with --document.")
        options = ExportOptions(
            title=project.stem,
            moment=moment_of(opened),
            grouping=cast("Grouping", group),
            order=cast("Order", order),
            style=CitationTemplate(template) if template else cast("CitationStyle", style),
            language=cast("Language", language),
            notes=notes,
            links=links,
            names=chosen.scope == "project" if names is None else names,
            context=context,
            footnotes=footnotes,
        )
        wanted = ExcerptFilter(tags=tag_uids(opened, tags), documents=papers)
        parts = gather(opened, wanted, options)
        write_export(parts, format_name, output)
        if format_name == "qdc":
            written = _counted(len(opened.tags()), "label")
        elif chosen.scope == "project":
            written = _counted(len(parts.documents), "paper")
        else:
            written = _counted(len(parts.excerpts), "excerpt")
    for loss in chosen.losses("en"):
        complain(f"{chosen.label} cannot hold everything: {loss}")
    click.echo(f"{written} in {output}")


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
