"""Acts on papers: add what was imported, edit what is known of a paper, remove it with all its marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from reader.domain.changes import ActName, Change, ChangeSet, added, removed
from reader.domain.errors import ActRefused, AlreadyInProject
from reader.domain.model import Decision, Document, Rejection, SetUnit, Text, now
from reader.edit.checks import clean_name, the_document
from reader.edit.lookup import Lookup
from reader.edit.marks import anchors_left_over
from reader.text.references import normal_dossier

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_DOSSIER = re.compile(r"\d{2}[ .]?\d{3}(?:[\W_]*(?:hoofdstuk )?(?:[IVXLC]+|\d{2}))?", re.IGNORECASE)
_SESSION = re.compile(r"(\d{4})\s?[-–/]\s?(\d{4}|\d{2})")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]{3,2000}", re.IGNORECASE)
_IMPORT = "document.import"


def titles_by_fingerprint(lookup: Lookup) -> dict[str, str]:
    """The title of the paper behind the SHA-256 of each text in the project, and of the bytes it was read from."""
    titles = {document.uid: document.title for document in lookup.documents()}
    known: dict[str, str] = {}
    for uid, of_text, of_bytes in lookup.fingerprints():
        for digest in (of_text, of_bytes):
            known.setdefault(digest, titles[uid])
    return known


def already_there(lookup: Lookup, papers: Sequence[tuple[Document, Text]]) -> list[AlreadyInProject | None]:
    """For each paper why it cannot be added: its text or its bytes are in the project or in an earlier one here."""
    known = titles_by_fingerprint(lookup)
    refusals: list[AlreadyInProject | None] = []
    for document, text in papers:
        title = known.get(text.sha256) or known.get(text.original_sha256)
        if title is None:
            known[text.sha256] = known[text.original_sha256] = document.title
            refusals.append(None)
        else:
            refusals.append(AlreadyInProject(name=document.source_name or document.title, title=title))
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
    return ChangeSet(ActName(_IMPORT, tuple(document.title for document, _text in papers)), tuple(changes))


def papers_added(papers: Sequence[tuple[Document, Text]], merge_key: str) -> ChangeSet:
    """The act of adding papers that are in the project already, for the history: those of one key are one step.

    It does not hold the contents of the texts, so that a large import fills no memory; see `papers_named_only`.
    """
    changes: list[Change] = []
    for document, text in papers:
        changes.extend(added([document, without_content(text)]))
    return ChangeSet(ActName(_IMPORT, tuple(document.title for document, _text in papers)), tuple(changes), merge_key)


def without_content(text: Text) -> Text:
    """What names a text, without what it says."""
    return replace(text, body="", structure=b"", original=b"")


def papers_named_only(change_set: ChangeSet) -> list[str]:
    """The uids of the papers that an act of `papers_added`, or its inverse, is about; nothing for any other act.

    The project keeps them: to take the act back they are set aside there, to do it again they are brought back.
    """
    texts = [change.entity for change in change_set.of(Text)]
    if not any(isinstance(text, Text) and not text.original and not text.body for text in texts):
        return []
    return [change.entity.uid for change in change_set.of(Document)]


def checked_facts(document: Document, old: Document | None = None) -> Document:
    """The paper with its facts tidied, such as dossiers in one form; what is as in `old` is left alone.

    Raises ActRefused when the title is empty, the date is not YYYY, YYYY-MM or YYYY-MM-DD, or a dossier, session, web
    address or language is none.
    """
    facts: dict[str, Any] = {"title": clean_name(document.title, "paper")}
    if document.date is not None and not (DATE.fullmatch(document.date) and _is_day(document.date)):
        raise ActRefused(reason=f"“{document.date}” is not a date. Write 2018, 2018-04 or 2018-04-25.")
    if old is None or document.dossiers != old.dossiers:
        facts["dossiers"] = tuple(dict.fromkeys(_dossier(dossier) for dossier in document.dossiers if dossier.strip()))
    if document.session and (old is None or document.session != old.session):
        facts["session"] = _session(document.session)
    facts["reference"] = " ".join(document.reference.split())
    facts["url"] = document.url.strip()
    if facts["url"] and not _ADDRESS.fullmatch(facts["url"]) and (old is None or document.url != old.url):
        raise ActRefused(reason=f"“{facts['url']}” is not a web address. Write https://www.example.org/paper.")
    if not _LANGUAGE.fullmatch(document.language) and (old is None or document.language != old.language):
        raise ActRefused(reason=f"“{document.language}” is not a language. Write nl, en, de or fr.")
    return replace(document, **facts)


def _is_day(known: str) -> bool:
    """Whether the day of a date occurs in its month."""
    if len(known) < len("2018-04-25"):
        return True
    try:
        date.fromisoformat(known)
    except ValueError:
        return False
    return True


def _dossier(words: str) -> str:
    tidy = " ".join(words.split())
    if not _DOSSIER.fullmatch(tidy):
        raise ActRefused(reason=f"“{tidy}” is not a dossier number. Write 19637, 21501-02 or 36600-VI.")
    return normal_dossier(tidy)


def _session(words: str) -> str:
    match = _SESSION.fullmatch(words.strip())
    following = str(int(match[1]) + 1) if match else ""
    if match is None or not following.endswith(match[2]):
        raise ActRefused(reason=f"“{words.strip()}” is not a parliamentary year. Write 2017-2018.")
    return f"{match[1]}-{following}"


def edit_document(lookup: Lookup, document: Document) -> ChangeSet:
    """Change what is known of a paper to the facts of `document`, which has the paper's uid.

    Raises ActRefused for what `checked_facts` refuses, and when the text is another's.
    """
    old = the_document(lookup, document.uid)
    checked = checked_facts(document, old)
    if document.text_uid not in lookup.texts_of(document.uid):
        raise ActRefused(reason="This text is not a version of the paper.")
    name = ActName("document.edit", (checked.title,))
    new = replace(checked, created_at=old.created_at, modified_at=old.modified_at)
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
