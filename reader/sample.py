"""The sample project: five papers, labels, highlights, notes and links, made from a recipe by the acts a user has.

The recipe (resources/sample/recipe.toml) names each passage by its words; its first lines say how.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, Protocol

from reader.assets_path import asset_path
from reader.domain.changes import ChangeSet
from reader.domain.errors import ProjectExists, ReaderError
from reader.domain.model import Document, Span
from reader.edit.documents import add_documents
from reader.edit.history import History
from reader.edit.links import link
from reader.edit.lookup import Lookup
from reader.edit.marks import give_tag, highlight_at, highlight_span, tag_span
from reader.edit.notes import set_note
from reader.edit.tags import add_tag
from reader.importers.base import read_file
from reader.text.reading import ReadingText, reading_text
from reader.text.structure import Structure

GAP = " … "  # in a quote: everything between its two parts
LONGEST_GAP = 6000  # code points of reading text that a gap may stand for


class RecipeError(ReaderError):
    """A recipe that does not fit the papers."""

    template = "The sample project cannot be made: {reason}"


class Target(Lookup, Protocol):
    """A project the sample is put into."""

    def apply(self, change_set: ChangeSet) -> None: ...


def build_sample(path: Path, recipe: Path | None = None) -> None:
    """Make the sample project in a new file at `path`.

    Raises ProjectExists when there is something at `path`, RecipeError when the recipe does not fit, ProjectError when
    the file cannot be written. Nothing new is left at `path` then.
    """
    from reader.store.project import Project

    if path.exists():
        raise ProjectExists(path=str(path))
    with Project.create(path) as project:
        try:
            fill(project, read_recipe(recipe or asset_path("sample", "recipe.toml")), asset_path("seeds"))
        except BaseException:
            project.close()
            path.unlink(missing_ok=True)
            raise


def read_recipe(path: Path) -> dict[str, Any]:
    """The recipe at `path`. Raises RecipeError when it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RecipeError(reason=f"{path.name} could not be read ({error}).") from error


def fill(project: Target, recipe: dict[str, Any], seeds: Path) -> None:
    """Do all that the recipe says, act by act, in an empty project. Raises RecipeError or what an act refuses."""
    history = History(project.apply)
    imported = [read_file(seeds / paper["file"]) for paper in recipe["paper"]]
    history.do(add_documents(project, [(one.document, one.text) for one in imported]))
    for tag in recipe["tag"]:
        history.do(
            add_tag(
                project,
                tag["name"],
                hue=tag["hue"],
                pattern=tag["pattern"],
                digit=tag["digit"],
                description=tag["definition"],
            )
        )
    tag_uids = {tag.name: tag.uid for tag in project.tags()}
    author = recipe["author"]
    ends: dict[str, tuple[str, Span]] = {}
    for paper, one in zip(recipe["paper"], imported, strict=True):
        reading = reading_text(Structure.from_bytes(one.text.structure), one.text.body)
        for passage in paper["passage"]:
            span = find(reading, passage["quote"], one.document, passage.get("after"))
            if "id" in passage:
                ends[passage["id"]] = (one.document.uid, span)
            tags = [_known(tag_uids, name, "label") for name in passage.get("tags", [])]
            _mark(project, history, (one.document.uid, span), tags, passage.get("note", ""), author)
    kinds = {kind.name: kind.uid for kind in project.link_kinds()}
    for wanted in recipe["link"]:
        source, target = (_known(ends, wanted[end], "passage") for end in ("source", "target"))
        kind = _known(kinds, wanted["kind"], "type of link")
        history.do(link(project, source, target, kind, author=author, note=wanted.get("note", "")))


def find(reading: ReadingText, quote: str, document: Document, after: str | None = None) -> Span:
    """Where `quote` stands, as source code points; white space in it stands for any white space.

    Raises RecipeError, naming the quote, when it is not there exactly once (with `after`: not behind that).
    """
    begin = 0
    if after is not None:
        begin = _once(reading, after, document).end()
    head, *tails = quote.split(GAP)
    if after is None:
        first = _once(reading, head, document)
    else:
        found = _pattern(head).search(reading.text, begin)
        if found is None:
            raise RecipeError(reason=f"“{head}” is not in “{document.title}” behind “{after}”.")
        first = found
    end = first.end()
    for tail in tails:
        last = _pattern(tail).search(reading.text, end, end + LONGEST_GAP)
        if last is None:
            raise RecipeError(reason=f"“{tail}” is not in “{document.title}” behind “{head}”.")
        end = last.end()
    return reading.source_span(first.start(), end)


def _once(reading: ReadingText, quote: str, document: Document) -> re.Match[str]:
    found = list(_pattern(quote).finditer(reading.text))
    if len(found) != 1:
        raise RecipeError(reason=f"“{quote}” is {len(found)} times in “{document.title}”, not once.")
    return found[0]


def _pattern(quote: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in quote.split()))


def _mark(
    project: Target, history: History, place: tuple[str, Span], tag_uids: list[str], note: str, author: str
) -> None:
    """Give a passage its labels and its note; one with neither is left for the links."""
    document_uid, span = place
    if tag_uids:
        history.do(tag_span(project, document_uid, span, tag_uids[0], author=author))
    elif note:
        history.do(highlight_span(project, document_uid, span, author=author))
    highlight = highlight_at(project, document_uid, span)
    if highlight is None:
        return
    for tag_uid in tag_uids[1:]:
        history.do(give_tag(project, highlight.uid, tag_uid, author=author))
    history.do(set_note(project, highlight.uid, note))


def _known(names: dict[str, Any], name: str, what: str) -> Any:
    if name not in names:
        raise RecipeError(reason=f"there is no {what} “{name}”.")
    return names[name]
