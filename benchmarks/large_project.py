"""A project as large as the budgets speak of: four papers of 10 MB, one of 130 kB, 10,000 highlights."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.papers import LONGEST, write_large_paper
from reader.domain.anchor import make_highlight
from reader.domain.changes import ActName, ChangeSet, added
from reader.domain.model import Document, Highlight, Span, Tag, Tagging, Text, new_uid
from reader.edit.documents import add_documents
from reader.importers.base import read_file
from reader.store.project import Project

HIGHLIGHTS = 10_000
SMALL_HIGHLIGHTS = 130
LARGE_PAPERS = 4


def make_large_project(path: Path, folder: Path) -> None:
    """Make the project at `path`: the paper of 130 kB, then the large ones, the first of them full of highlights."""
    papers = []
    small = read_file(LONGEST)
    papers.append((small.document, small.text))
    for number in range(LARGE_PAPERS):
        paper = write_large_paper(folder)
        with paper.open("a", encoding="utf-8") as file:
            file.write(f"\nDit is exemplaar {number}.\n")  # the same text twice would be refused
        large = read_file(paper)
        papers.append((large.document, large.text))
    tags = [Tag(new_uid(), f"label {number}", number, number, digit=number, position=number) for number in range(1, 6)]
    with Project.create(path) as project:
        project.apply(add_documents(project, papers))
        project.apply(ChangeSet(ActName("tag.add"), added(tags)))
        for (document, text), count in zip(papers[:2], (SMALL_HIGHLIGHTS, HIGHLIGHTS), strict=True):
            highlights, taggings = scattered(document, text, tags, count)
            project.apply(ChangeSet(ActName("highlight.add"), added(highlights) + added(taggings)))


def scattered(document: Document, text: Text, tags: list[Tag], count: int) -> tuple[list[Highlight], list[Tagging]]:
    """Highlights of up to 300 characters all over a text, one to three labels each; the same ones every time."""
    chance = random.Random(count)
    highlights, taggings = [], []
    while len(highlights) < count:
        start = chance.randrange(len(text.body) - 300)
        span = Span(start, start + chance.randrange(20, 300))
        if text.body[span.start : span.end].isspace():
            continue
        highlight = make_highlight(text.uid, document.uid, text.body, span)
        highlights.append(highlight)
        given = chance.sample(tags, chance.choice((1, 1, 2, 3)))
        taggings.extend(Tagging(highlight.uid, tag.uid) for tag in given)
    return highlights, taggings
