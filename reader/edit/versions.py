"""Acts on versions of a paper: tell that a file is another version of it, and add that with what was marked in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reader.domain.anchor import quoted
from reader.domain.changes import ActName, Change, ChangeSet, added, changed, removed
from reader.domain.errors import ActRefused, AlreadyInProject
from reader.domain.model import AnchorStatus, Decision, Document, Highlight, Link, Rejection, SetUnit, Span, Text, now
from reader.edit.checks import the_document, the_highlight, words_of
from reader.edit.lookup import Lookup
from reader.edit.marks import anchors_left_over
from reader.text.reanchoring_letters import letters_of

STRETCH, STRETCHES = 24, 60  # letters of a stretch by which two texts are compared; how many are looked for


@dataclass(frozen=True, slots=True)
class NewPlace:
    """Where a passage goes in the new version: a span of its source text; None when it stays behind, as an orphan.

    `status`: "exact" when it is sure or was looked at; "moved" or "fuzzy" when it is still to be looked at.
    """

    span: Span | None
    status: AnchorStatus = "exact"


def is_version_of(new: Document, known: Document) -> bool:
    """Whether two papers are the same one by what is known of them, whatever their files are.

    That is: the same number in the same dossier (or of the same kind and session), or the same kind, day and title.
    """
    if new.chamber and known.chamber and new.chamber != known.chamber:
        return False
    if new.number and known.number:
        in_dossier = bool(set(new.dossiers) & set(known.dossiers))
        in_session = bool(new.session) and (new.kind, new.session) == (known.kind, known.session)
        apart = bool(new.dossiers or known.dossiers)
        return _plain(new.number) == _plain(known.number) and (in_dossier if apart else in_session)
    is_same_day = new.date is not None and len(new.date) == len("2018-04-25") and new.date == known.date
    return is_same_day and new.kind == known.kind and _plain(new.title) == _plain(known.title)


def known_version(lookup: Lookup, document: Document, text: Text) -> Document | None:
    """The paper of the project that this one is another version of; None when it is none, or exactly one it has.

    That is one it is a version of by what is known of both; else one with the same name of file or the same kind and
    day, most of whose words are in it.
    """
    papers = lookup.documents()
    by_facts = (known for known in papers if is_version_of(document, known))
    by_words = (
        known
        for known in papers
        if _may_be_version_of(document, known) and _shares_words(lookup.body(known.text_uid), text.body)
    )
    known = next(by_facts, None) or next(by_words, None)
    return known if known is not None and _same_text(lookup, known.uid, text) is None else None


def spans_with_decisions(lookup: Lookup, document_uid: str) -> list[Span]:
    """The places in the shown text of a paper about which the user decided: of questions, answers and set units."""
    document = the_document(lookup, document_uid)
    return list(dict.fromkeys(span for one in _decided(lookup, document) for span in _spans(one, document.text_uid)))


def add_version(
    lookup: Lookup,
    document_uid: str,
    paper: tuple[Document, Text],
    places: Mapping[str, NewPlace],
    *,
    dropped: Collection[str] = (),
    decided: Mapping[Span, Span] | None = None,
) -> ChangeSet:
    """Add another version of a paper and show it, with all that was marked in the one shown till now, as one act.

    `places` says where each highlight and bare end of a link goes, by uid; one that is not named stays behind as an
    orphan, with its quote. Those in `dropped` are removed with labels and links. `decided` says where the spans of
    `spans_with_decisions` are now; what was decided about another place stays with the old version. What is known of
    the paper, its title and so on, stays; the old version does too.
    Raises AlreadyInProject when the paper has a version with exactly this text, ActRefused when the paper is no longer
    there or a place is not in the new text.
    """
    old = the_document(lookup, document_uid)
    imported, text = paper
    if _same_text(lookup, document_uid, text) is not None:
        raise AlreadyInProject(name=imported.source_name or imported.title, title=old.title)
    number = max(lookup.text(uid).version for uid in lookup.texts_of(document_uid)) + 1
    text = replace(text, document_uid=document_uid, version=number)
    moment = now()
    new = replace(
        old,
        text_uid=text.uid,
        source_name=imported.source_name,
        pages=imported.pages,
        characters=len(text.body),
        modified_at=moment,
    )
    highlights = [one for one in lookup.highlights(document_uid) if one.text_uid == old.text_uid]
    gone, without = _without(lookup, [one for one in highlights if one.uid in dropped])
    changes = [*gone, *added([text]), Change(old, new)]
    for highlight in highlights:
        if highlight.uid not in without:
            place = places.get(highlight.uid, NewPlace(None))
            carried = _carried(highlight, text.uid, text.body, place, moment)
            changes += changed(highlight, carried)
    changes += _carried_decisions(_decided(lookup, old), old.text_uid, text.uid, decided or {})
    return ChangeSet(ActName("document.version", (old.title,)), tuple(changes))


def place_orphan(lookup: Lookup, highlight_uid: str, span: Span) -> ChangeSet:
    """Put a passage that stayed behind with an old version at `span` of the text that is shown now.

    Raises ActRefused when the passage is no longer there or stands in that text already, or the span is not in it.
    """
    highlight = the_highlight(lookup, highlight_uid)
    document = the_document(lookup, highlight.document_uid)
    if highlight.text_uid == document.text_uid:
        raise ActRefused(reason="This passage stands in the version that is shown.")
    placed = _carried(highlight, document.text_uid, lookup.body(document.text_uid), NewPlace(span), now())
    return ChangeSet(ActName("version.place", (words_of(placed.quote),)), (Change(highlight, placed),))


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def _may_be_version_of(new: Document, known: Document) -> bool:
    """Whether little that is known of two papers is the same, and nothing says that they are two."""
    if new.number and known.number and _plain(new.number) != _plain(known.number):
        return False
    is_same_day = new.date is not None and len(new.date) == len("2018-04-25") and new.date == known.date
    is_same_file = bool(new.source_name) and new.source_name.casefold() == known.source_name.casefold()
    return is_same_file or (is_same_day and new.kind == known.kind)


def _shares_words(old: str, new: str) -> bool:
    """Whether at least half of some stretches of the old text are in the new one, letters and digits only."""
    letters, others = letters_of(old).text, letters_of(new).text
    step = max(STRETCH, len(letters) // STRETCHES)
    stretches = [letters[place : place + STRETCH] for place in range(0, len(letters) - STRETCH + 1, step)]
    return bool(stretches) and 2 * sum(stretch in others for stretch in stretches) >= len(stretches)


def _same_text(lookup: Lookup, document_uid: str, text: Text) -> str | None:
    """The version of the paper that has exactly this text."""
    return next((uid for uid in lookup.texts_of(document_uid) if lookup.text(uid).sha256 == text.sha256), None)


def _without(lookup: Lookup, highlights: Iterable[Highlight]) -> tuple[tuple[Change, ...], set[str]]:
    """The changes that remove highlights with labels, links and bare ends left over; and the uids of all that goes."""
    going = {one.uid: one for one in highlights}
    links: dict[str, Link] = {link.uid: link for uid in going for link in lookup.links(highlight_uid=uid)}
    going |= {one.uid: one for one in anchors_left_over(lookup, links.values(), set(going))}
    taggings = [tagging for uid in going for tagging in lookup.taggings(highlight_uid=uid)]
    return removed(links.values()) + removed(taggings) + removed(going.values()), set(going)


def _carried(highlight: Highlight, text_uid: str, body: str, place: NewPlace, moment: str) -> Highlight:
    """The highlight at its place in the new text; without one it is an orphan of the old text."""
    if place.span is None:
        return replace(highlight, status="orphan", modified_at=moment)
    quote, prefix, suffix = quoted(body, place.span)
    if quote.isspace():
        raise ActRefused(reason="The passage holds only white space.")
    return replace(
        highlight,
        text_uid=text_uid,
        start=place.span.start,
        end=place.span.end,
        quote=quote,
        prefix=prefix,
        suffix=suffix,
        status=place.status,
        modified_at=moment,
    )


def _decided(lookup: Lookup, document: Document) -> Iterator[Decision | Rejection | SetUnit]:
    """What was decided about places in the shown text of a paper."""
    for decided in (lookup.decisions(document.uid), lookup.rejections(document.uid), lookup.set_units(document.uid)):
        yield from (one for one in decided if _spans(one, document.text_uid))


def _spans(one: Decision | Rejection | SetUnit, text_uid: str) -> list[Span]:
    """The places of a decision in this text."""
    if not isinstance(one, Rejection):
        return [one.span] if one.text_uid == text_uid else []
    sides = ((one.question_text_uid, one.question_span), (one.answer_text_uid, one.answer_span))
    return [span for uid, span in sides if uid == text_uid]


def _carried_decisions(
    decided: Iterable[Decision | Rejection | SetUnit], old_uid: str, new_uid: str, places: Mapping[Span, Span]
) -> Iterator[Change]:
    """What was decided, at its places in the new text; of two that come to one place the first."""
    taken: set[tuple[object, ...]] = set()
    for one in decided:
        if not all(span in places for span in _spans(one, old_uid)):
            continue
        carried: Decision | Rejection | SetUnit
        if isinstance(one, Rejection):
            carried = one
            if one.question_text_uid == old_uid:
                there = places[one.question_span]
                carried = replace(
                    carried, question_text_uid=new_uid, question_start=there.start, question_end=there.end
                )
            if one.answer_text_uid == old_uid:
                there = places[one.answer_span]
                carried = replace(carried, answer_text_uid=new_uid, answer_start=there.start, answer_end=there.end)
            key: tuple[object, ...] = (carried.question_text_uid, carried.question_span, carried.answer_span)
        else:
            there = places[one.span]
            carried = replace(one, text_uid=new_uid, start=there.start, end=there.end)
            key = (type(one), one.role if isinstance(one, SetUnit) else "", there)
        if key not in taken:
            taken.add(key)
            yield Change(one, carried)
