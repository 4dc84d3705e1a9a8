"""A project as a REFI-QDA project (QDPX), for other programs of analysis.

Every paper is a TextSource with a text file, also one that came as a PDF: offsets in a text are what all programs read,
while passages in a PDF go by rectangles that some turn into remarks and others drop.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reader.domain.excerpt import Label
from reader.domain.model import Document, Highlight, Link, Tagging, by_uid
from reader.exporters.formats import Export, Step
from reader.exporters.qdpx_codes import add_codes
from reader.exporters.qdpx_papers import add_sets, add_values, add_variables, date_type_of, plain_text
from reader.exporters.qdpx_xml import (
    ORIGIN,
    Element,
    add,
    guid_of,
    made_guid,
    moment,
    moment_of,
    named,
    packed,
    root,
    written,
)
from reader.exporters.words import link_words, word

NAMESPACE: Final = "urn:QDA-XML:project:1.0"
NAME_LENGTH: Final = 80  # code points of a passage in its name
EVERY: Final = 100  # passages between two looks at `step`
XML_SHARE: Final = 0.5  # of the progress: what stands in the project; the rest is the texts

LOSSES: Final[tuple[tuple[str, str], ...]] = (
    (
        "Oordelen over vragen, open vragen en afgewezen voorstellen gaan niet mee; aanvaarde antwoorden wel, als "
        "koppeling.",
        "Verdicts on questions, open questions and rejected proposals do not go out; accepted answers do, as links.",
    ),
    (
        "Van elk document gaat de tekst mee, zonder opmaak, pagina’s en het oorspronkelijke bestand.",
        "Of each document the text goes out, without its layout, pages and original file.",
    ),
    ("Lijnpatronen en sneltoetsen van labels gaan niet mee.", "Line patterns and keys of labels do not go out."),
    (
        "Wie een koppeling zonder notitie maakte en wanneer, gaat niet mee; ook niet hoe een eigen soort koppeling "
        "heet van de andere kant.",
        "Who made a link without a note, and when, does not go out; nor does the name of a link type of your own as "
        "read from the other side.",
    ),
    (
        "Een markering die haar plaats in een nieuwe versie kwijt is, wordt een notitie bij het document, zonder "
        "labels en koppelingen.",
        "A highlight that lost its place in a new version becomes a note on the document, without labels and links.",
    ),
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What goes out: papers in the order of the project, the passages of each, and the links between them."""

    papers: tuple[Document, ...]
    passages: dict[str, list[Highlight]]  # by paper, in order of place
    lost: dict[str, list[Highlight]]  # by paper: without a place in its text
    labels: dict[str, tuple[Label, ...]]  # by passage
    links: tuple[Link, ...]
    taggings: dict[str, Tagging]


@dataclass(frozen=True, slots=True)
class _Note:
    """A note that something refers to."""

    guid: str
    text: str
    author: str
    created: str
    modified: str


def render_export(export: Export, step: Step) -> bytes:
    """The ZIP file with the project and the texts of its papers."""
    parts = _parts(export)
    project = _project(export, parts, step)

    def files() -> Iterator[tuple[str, bytes]]:
        yield "project.qde", written(project)
        for number, paper in enumerate(parts.papers):
            step(XML_SHARE + (1 - XML_SHARE) * number / len(parts.papers))
            yield f"sources/{guid_of(paper.text_uid)}.txt", plain_text(export.source.body(paper.text_uid))

    data = packed(files(), export.options.moment)
    step(1.0)
    return data


def _parts(export: Export) -> _Parts:
    """The passages asked for, and those at the other end of their links, which go out too.

    Links between two bare ends, such as a question and its accepted answer, belong to the papers and go with them.
    """
    source, with_links = export.source, export.options.links
    passages = [excerpt.passage for excerpt in export.excerpts]
    linked = [link for excerpt in export.excerpts for link in excerpt.links] if with_links else []
    passages += [link.passage for link in linked]
    highlights = {passage.uid: passage.highlight for passage in passages}
    link_uids = {link.link_uid for link in linked}
    wanted = {document.uid for document in export.documents}
    if with_links:
        ends = {one.uid: one for one in source.highlights() if one.kind == "anchor" and one.document_uid in wanted}
        for link in source.links():
            if link.source_uid in ends and link.target_uid in ends:
                link_uids.add(link.uid)
                highlights |= {uid: ends[uid] for uid in (link.source_uid, link.target_uid)}
    wanted |= {highlight.document_uid for highlight in highlights.values()}
    papers = tuple(document for document in source.documents() if document.uid in wanted)
    text_of = {paper.uid: paper.text_uid for paper in papers}
    placed: dict[str, list[Highlight]] = defaultdict(list)
    lost: dict[str, list[Highlight]] = defaultdict(list)
    for highlight in sorted(highlights.values(), key=lambda one: (one.span, one.uid)):
        has_place = highlight.status != "orphan" and highlight.text_uid == text_of[highlight.document_uid]
        (placed if has_place else lost)[highlight.document_uid].append(highlight)
    there = {highlight.uid for found in placed.values() for highlight in found}
    links = (link for link in source.links() if link.uid in link_uids)
    return _Parts(
        papers,
        placed,
        lost,
        {passage.uid: passage.labels for passage in passages},
        tuple(
            sorted(
                (link for link in links if link.source_uid in there and link.target_uid in there),
                key=lambda link: link.uid,
            )
        ),
        {tagging.uid: tagging for tagging in source.taggings()},
    )


def _project(export: Export, parts: _Parts, step: Step) -> Element:
    """The project, with its parts in the order that the standard demands and no list that is empty."""
    options, source = export.options, export.source
    project = root(
        NAMESPACE,
        "Project",
        name=named(options.title),
        origin=ORIGIN,
        creationDateTime=min(
            (moment(paper.created_at) for paper in parts.papers if moment(paper.created_at)), default=""
        ),
        modifiedDateTime=moment_of(options.moment),
    )
    users = _users(parts) if options.names else {}
    if users:
        holder = add(project, "Users")
        for name, guid in users.items():
            add(holder, "User", guid=guid, name=name)
    tags = source.tags()
    if tags:
        add_codes(add(project, "CodeBook"), tags, {tagging.tag_uid for tagging in source.taggings()})
    add_variables(project, parts.papers, options.language)
    notes: list[_Note] = []
    if parts.papers:
        _add_sources(add(project, "Sources"), export, parts, users, notes, step)
    link_elements = _links(export, parts, notes)
    if notes:
        holder = add(project, "Notes")
        for note in notes:
            _add_note(holder, note, users, word("note", options.language))
    if len(link_elements):
        project.append(link_elements)
    add_sets(project, parts.papers)
    return project


def _users(parts: _Parts) -> dict[str, str]:
    """The GUID of everyone who marked, labelled or linked something, by name."""
    names = {one.author for found in (*parts.passages.values(), *parts.lost.values()) for one in found}
    marked = {one.uid for found in parts.passages.values() for one in found}
    names |= {tagging.author for tagging in parts.taggings.values() if tagging.highlight_uid in marked}
    names |= {link.author for link in parts.links}
    return {name: made_guid("user", name) for name in sorted(names) if name}


def _add_sources(
    sources: Element, export: Export, parts: _Parts, users: dict[str, str], notes: list[_Note], step: Step
) -> None:
    total = max(1, sum(map(len, parts.passages.values())))
    date_type = date_type_of(parts.papers)
    done = 0
    for paper in parts.papers:
        element = add(
            sources,
            "TextSource",
            guid=guid_of(paper.uid),
            name=paper.title,
            plainTextPath=f"internal://{guid_of(paper.text_uid)}.txt",
            creationDateTime=moment(paper.created_at),
            modifiedDateTime=moment(paper.modified_at),
        )
        for highlight in parts.passages.get(paper.uid, ()):
            if done % EVERY == 0:
                step(XML_SHARE * done / total)
            done += 1
            _add_selection(element, highlight, parts, users, notes if export.options.notes else None)
        for highlight in parts.lost.get(paper.uid, ()):
            remark = highlight.note if export.options.notes else ""
            notes.append(_note_on(highlight, "\n\n".join(part for part in (highlight.quote, remark) if part)))
            add(element, "NoteRef", targetGUID=notes[-1].guid)
        add_values(element, paper, date_type)


def _add_selection(
    source: Element, highlight: Highlight, parts: _Parts, users: dict[str, str], notes: list[_Note] | None
) -> None:
    """A passage. Its note stands there twice, for programs that read one or the other: as description, and as a note.

    The bare end of a link has no name; that is how it is known when it is read back. Without `notes` there are none.
    """
    element = add(
        source,
        "PlainTextSelection",
        guid=guid_of(highlight.uid),
        name=named(" ".join(highlight.quote.split())[:NAME_LENGTH]) if highlight.kind == "highlight" else "",
        startPosition=str(highlight.start),
        endPosition=str(highlight.end),
        creatingUser=users.get(highlight.author, ""),
        creationDateTime=moment(highlight.created_at),
        modifiedDateTime=moment(highlight.modified_at),
    )
    has_note = notes is not None and bool(highlight.note.strip())
    if has_note:
        add(element, "Description", highlight.note)
    for label in parts.labels.get(highlight.uid, ()):
        tagging = parts.taggings[Tagging(highlight.uid, label.uid).uid]
        coding = add(
            element,
            "Coding",
            guid=made_guid("coding", highlight.uid, label.uid),
            creatingUser=users.get(tagging.author, ""),
            creationDateTime=moment(tagging.created_at),
        )
        add(coding, "CodeRef", targetGUID=guid_of(label.uid))
    if notes is not None and has_note:
        notes.append(_note_on(highlight, highlight.note))
        add(element, "NoteRef", targetGUID=notes[-1].guid)


def _note_on(highlight: Highlight, text: str) -> _Note:
    guid = made_guid("note", highlight.uid)
    return _Note(guid, text, highlight.author, highlight.created_at, highlight.modified_at)


def _links(export: Export, parts: _Parts, notes: list[_Note]) -> Element:
    """The links, from selection to selection; the note of a link is a note it refers to."""
    links = root(NAMESPACE, "Links")
    kinds = by_uid(export.source.link_kinds())
    for link in parts.links:
        element = add(
            links,
            "Link",
            guid=guid_of(link.uid),
            name=link_words(kinds[link.kind_uid], True, export.options.language),
            direction="OneWay",
            originGUID=guid_of(link.source_uid),
            targetGUID=guid_of(link.target_uid),
        )
        if export.options.notes and link.note.strip():
            notes.append(_Note(made_guid("note", link.uid), link.note, link.author, link.created_at, link.modified_at))
            add(element, "NoteRef", targetGUID=notes[-1].guid)
    return links


def _add_note(parent: Element, note: _Note, users: dict[str, str], name: str) -> None:
    element = add(
        parent,
        "Note",
        guid=note.guid,
        name=name,
        creatingUser=users.get(note.author, ""),
        creationDateTime=moment(note.created),
        modifiedDateTime=moment(note.modified),
    )
    add(element, "PlainTextContent", note.text)
