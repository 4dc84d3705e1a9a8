"""Acts on papers: add what was imported, edit what is known of a paper, remove it with all its marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.domain.changes import ActName, Change, ChangeSet, added, removed
from reader.domain.errors import ActRefused, AlreadyInProject
from reader.domain.model import Decision, Document, Rejection, SetUnit, Text, now
from reader.edit.checks import clean_name, the_document
from reader.edit.lookup import Lookup
from reader.edit.marks import anchors_left_over

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def already_there(lookup: Lookup, papers: Sequence[tuple[Document, Text]]) -> list[AlreadyInProject | None]:
    """For each paper why it cannot be added: its text is that of a paper in the project or of an earlier one here."""
    known: dict[int, list[tuple[Document, str | None]]] = {}  # by length: spares reading every text of a large project
    for document in lookup.documents():
        known.setdefault(document.characters, []).append((document, None))
    refusals: list[AlreadyInProject | None] = []
    for document, text in papers:
        alike = known.setdefault(len(text.body), [])
        same = next(
            (other for other, digest in alike if (digest or lookup.text(other.text_uid).sha256) == text.sha256), None
        )
        if same is None:
            alike.append((document, text.sha256))
            refusals.append(None)
        else:
            refusals.append(AlreadyInProject(name=document.source_name or document.title, title=same.title))
    return refusals


def add_documents(lookup: Lookup, papers: Sequence[tuple[Document, Text]]) -> ChangeSet:
    """Add papers with their texts after those that are there, as one act.

    Raises AlreadyInProject when a text is in the project or twice among the papers, ActRefused when there are none.
    """
    if not papers:
        raise ActRefused(reason="There is no paper to add.")
    for refusal in already_there(lookup, papers):
        if refusal is not None:
            raise refusal
    position = max((document.position for document in lookup.documents()), default=-1) + 1
    changes: list[Change] = []
    for index, (document, text) in enumerate(papers):
        changes.extend(added([replace(document, position=position + index), text]))
    return ChangeSet(ActName("document.import", tuple(document.title for document, _text in papers)), tuple(changes))


def edit_document(lookup: Lookup, document: Document) -> ChangeSet:
    """Change what is known of a paper to the facts of `document`, which has the paper's uid.

    Raises ActRefused when the title is empty, the date is not YYYY, YYYY-MM or YYYY-MM-DD, or the text is another's.
    """
    old = the_document(lookup, document.uid)
    title = clean_name(document.title, "paper")
    if document.date is not None and not DATE.fullmatch(document.date):
        raise ActRefused(reason=f"“{document.date}” is not a date. Write 2018, 2018-04 or 2018-04-25.")
    if document.text_uid not in lookup.texts_of(document.uid):
        raise ActRefused(reason="This text is not a version of the paper.")
    name = ActName("document.edit", (title,))
    new = replace(document, title=title, created_at=old.created_at, modified_at=old.modified_at)
    if new == old:
        return ChangeSet(name)
    return ChangeSet(name, (Change(old, replace(new, modified_at=now())),))


def remove_documents(lookup: Lookup, uids: Iterable[str]) -> ChangeSet:
    """Remove papers with their texts, marks, links and all that was decided about their questions and answers.

    The bare ends of links that this leaves in other papers go too.
    Raises ActRefused when there is nothing to remove or a paper is no longer there.
    """
    documents = [the_document(lookup, uid) for uid in dict.fromkeys(uids)]
    if not documents:
        raise ActRefused(reason="There is no paper to remove here.")
    links = {link.uid: link for document in documents for link in lookup.links(document_uid=document.uid)}
    highlights = [highlight for document in documents for highlight in lookup.highlights(document.uid)]
    left_over = anchors_left_over(lookup, links.values(), {highlight.uid for highlight in highlights})
    taggings = [tagging for document in documents for tagging in lookup.taggings(document_uid=document.uid)]
    changes = removed(links.values()) + removed(taggings) + removed([*highlights, *left_over])
    changes += removed(_decided_in(lookup, documents))
    for document in documents:
        changes += removed([*(lookup.text(uid) for uid in lookup.texts_of(document.uid)), document])
    return ChangeSet(ActName("document.remove", tuple(document.title for document in documents)), changes)


def _decided_in(lookup: Lookup, documents: Sequence[Document]) -> Iterable[Decision | Rejection | SetUnit]:
    """What was decided about the questions and answers of these papers; a pair of two papers once."""
    rejections = {one.uid: one for document in documents for one in lookup.rejections(document.uid)}
    yield from rejections.values()
    for document in documents:
        yield from lookup.decisions(document.uid)
        yield from lookup.set_units(document.uid)
