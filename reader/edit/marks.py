"""Acts on passages: highlight, give and take labels, move the ends, remove."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reader.domain.anchor import make_highlight, quoted
from reader.domain.changes import ActName, Change, ChangeSet, added, removed
from reader.domain.errors import ActRefused
from reader.domain.model import Highlight, Link, Span, Tagging, now
from reader.edit.checks import the_document, the_highlight, the_tag, words_of
from reader.edit.lookup import Lookup


def highlight_at(lookup: Lookup, document_uid: str, span: Span) -> Highlight | None:
    """The highlight with exactly this span in the shown text of the paper; an anchor when there is only that."""
    found = lookup.highlights_at(the_document(lookup, document_uid).text_uid, span)
    return min(found, key=lambda highlight: highlight.kind == "anchor", default=None)


def new_highlight(
    lookup: Lookup, document_uid: str, span: Span, *, anchor: bool = False, author: str = ""
) -> Highlight:
    """A highlight, or the bare end of a link, on `span` (source code points) of the paper's shown text; not stored yet.

    Raises ActRefused when the span is empty, only white space, or outside the text.
    """
    document = the_document(lookup, document_uid)
    highlight = make_highlight(
        document.text_uid,
        document_uid,
        lookup.body(document.text_uid),
        span,
        kind="anchor" if anchor else "highlight",
        author=author,
    )
    _refuse_blank(highlight.quote)
    return highlight


def as_highlight(anchor: Highlight) -> Highlight:
    """The bare end of a link as a highlight of its own; a highlight stays as it is."""
    return anchor if anchor.kind == "highlight" else replace(anchor, kind="highlight", modified_at=now())


def highlight_span(lookup: Lookup, document_uid: str, span: Span, *, author: str = "") -> ChangeSet:
    """Highlight `span` (source code points) of a paper; the bare end of a link there becomes a highlight.

    Raises ActRefused when the passage is empty, outside the text, or highlighted already.
    """
    there = highlight_at(lookup, document_uid, span)
    if there is not None and there.kind == "highlight":
        raise ActRefused(reason="This passage is highlighted already.")
    if there is not None:
        return ChangeSet(_name("highlight.add", there), (Change(there, as_highlight(there)),))
    highlight = new_highlight(lookup, document_uid, span, author=author)
    return ChangeSet(_name("highlight.add", highlight), added([highlight]))


def tag_span(lookup: Lookup, document_uid: str, span: Span, tag_uid: str, *, author: str = "") -> ChangeSet:
    """Give `span` (source code points) a label, on the highlight with exactly this span or else on a new one.

    Raises ActRefused when the passage is empty, outside the text, or has the label already.
    """
    there = highlight_at(lookup, document_uid, span)
    if there is not None:
        return give_tag(lookup, there.uid, tag_uid, author=author)
    tag = the_tag(lookup, tag_uid)
    highlight = new_highlight(lookup, document_uid, span, author=author)
    tagging = Tagging(highlight.uid, tag_uid, highlight.created_at, author)
    return ChangeSet(ActName("tag.give", (tag.name,)), added([highlight, tagging]))


def give_tag(lookup: Lookup, highlight_uid: str, tag_uid: str, *, author: str = "") -> ChangeSet:
    """Give a passage a label; the bare end of a link becomes a highlight. Raises ActRefused when it has it already."""
    highlight, tag = the_highlight(lookup, highlight_uid), the_tag(lookup, tag_uid)
    if has_tag(lookup, highlight_uid, tag_uid):
        raise ActRefused(reason=f"This passage has the label “{tag.name}” already.")
    promoted = (Change(highlight, as_highlight(highlight)),) if highlight.kind == "anchor" else ()
    tagging = Tagging(highlight_uid, tag_uid, now(), author)
    return ChangeSet(ActName("tag.give", (tag.name,)), promoted + added([tagging]))


def take_tag(lookup: Lookup, highlight_uid: str, tag_uid: str) -> ChangeSet:
    """Take a label off a passage; the passage stays highlighted. Raises ActRefused when it does not have the label."""
    the_highlight(lookup, highlight_uid)
    tag = the_tag(lookup, tag_uid)
    taggings = [tagging for tagging in lookup.taggings(highlight_uid=highlight_uid) if tagging.tag_uid == tag_uid]
    if not taggings:
        raise ActRefused(reason=f"This passage does not have the label “{tag.name}”.")
    return ChangeSet(ActName("tag.take", (tag.name,)), removed(taggings))


def toggle_tag(lookup: Lookup, highlight_uid: str, tag_uid: str, *, author: str = "") -> ChangeSet:
    """Give the label when the passage lacks it, else take it off."""
    if has_tag(lookup, highlight_uid, tag_uid):
        return take_tag(lookup, highlight_uid, tag_uid)
    return give_tag(lookup, highlight_uid, tag_uid, author=author)


def has_tag(lookup: Lookup, highlight_uid: str, tag_uid: str) -> bool:
    """Whether the passage has the label."""
    return any(tagging.tag_uid == tag_uid for tagging in lookup.taggings(highlight_uid=highlight_uid))


def change_span(lookup: Lookup, highlight_uid: str, span: Span) -> ChangeSet:
    """Move the ends of a passage to `span` (source code points of its own text); labels, note and links stay.

    Raises ActRefused when the span is empty, outside the text, or another highlight has exactly these ends.
    """
    highlight = the_highlight(lookup, highlight_uid)
    quote, prefix, suffix = quoted(lookup.body(highlight.text_uid), span)
    _refuse_blank(quote)
    if span == highlight.span and highlight.status == "exact":
        return ChangeSet(_name("highlight.move-ends", highlight))
    for other in lookup.highlights_at(highlight.text_uid, span):
        if other.uid != highlight_uid and other.kind == highlight.kind == "highlight":
            raise ActRefused(reason="Another highlight has exactly these ends.")
    moved = replace(
        highlight,
        start=span.start,
        end=span.end,
        quote=quote,
        prefix=prefix,
        suffix=suffix,
        status="exact",
        modified_at=now(),
    )
    return ChangeSet(_name("highlight.move-ends", moved), (Change(highlight, moved),))


def remove_highlights(lookup: Lookup, uids: Iterable[str]) -> ChangeSet:
    """Remove passages with their labels, notes and links, and the bare link ends that are left without a link.

    Raises ActRefused when there is nothing to remove or a passage is no longer there.
    """
    highlights = [the_highlight(lookup, uid) for uid in dict.fromkeys(uids)]
    if not highlights:
        raise ActRefused(reason="There is no passage to remove here.")
    links = {link.uid: link for highlight in highlights for link in lookup.links(highlight_uid=highlight.uid)}
    left_over = anchors_left_over(lookup, links.values(), {highlight.uid for highlight in highlights})
    taggings = [tagging for highlight in highlights for tagging in lookup.taggings(highlight_uid=highlight.uid)]
    return ChangeSet(
        ActName("highlight.remove", tuple(words_of(highlight.quote) for highlight in highlights)),
        removed(links.values()) + removed(taggings) + removed([*highlights, *left_over]),
    )


def anchors_left_over(lookup: Lookup, links: Iterable[Link], without: set[str]) -> list[Highlight]:
    """The bare ends of these links that have no other link and are not among the uids of `without`."""
    going = {link.uid for link in links}
    ends = dict.fromkeys(uid for link in links for uid in (link.source_uid, link.target_uid) if uid not in without)
    anchors = [highlight for uid in ends if (highlight := lookup.highlight(uid)).kind == "anchor"]
    return [
        anchor for anchor in anchors if going.issuperset(link.uid for link in lookup.links(highlight_uid=anchor.uid))
    ]


def _refuse_blank(quote: str) -> None:
    if quote.isspace():
        raise ActRefused(reason="The passage holds only white space.")


def _name(key: str, highlight: Highlight) -> ActName:
    return ActName(key, (words_of(highlight.quote),))
