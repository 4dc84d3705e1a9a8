"""What several acts need: an entity by uid or a clear refusal, and the short words an act is named with."""

from __future__ import annotations

from reader.domain.errors import ActRefused
from reader.domain.model import Document, Highlight, Link, LinkKind, Tag
from reader.edit.lookup import Lookup

NAME_LIMIT = 200  # code points of a name a user gives to a label, a paper or a type of link
EXCERPT_LENGTH = 40  # code points of a passage in the name of an act


def the_document(lookup: Lookup, uid: str) -> Document:
    """The paper with this uid. Raises ActRefused when it is no longer there."""
    try:
        return lookup.document(uid)
    except KeyError:
        raise ActRefused(reason="This paper is no longer in the project.") from None


def the_highlight(lookup: Lookup, uid: str) -> Highlight:
    """The passage with this uid. Raises ActRefused when it is no longer there."""
    try:
        return lookup.highlight(uid)
    except KeyError:
        raise ActRefused(reason="This passage is no longer in the project.") from None


def the_tag(lookup: Lookup, uid: str) -> Tag:
    """The label with this uid. Raises ActRefused when it is no longer there."""
    try:
        return lookup.tag(uid)
    except KeyError:
        raise ActRefused(reason="This label is no longer in the project.") from None


def the_link(lookup: Lookup, uid: str) -> Link:
    """The link with this uid. Raises ActRefused when it is no longer there."""
    try:
        return lookup.link(uid)
    except KeyError:
        raise ActRefused(reason="This link is no longer in the project.") from None


def the_link_kind(lookup: Lookup, uid: str) -> LinkKind:
    """The type of link with this uid. Raises ActRefused when it is not there."""
    for kind in lookup.link_kinds():
        if kind.uid == uid:
            return kind
    raise ActRefused(reason="This type of link is not in the project.")


def clean_name(name: str, what: str) -> str:
    """`name` with its white space tidied. Raises ActRefused when nothing is left of it or it is very long."""
    tidy = " ".join(name.split())
    if not tidy:
        raise ActRefused(reason=f"A {what} needs a name.")
    if len(tidy) > NAME_LIMIT:
        raise ActRefused(reason=f"The name of a {what} has at most {NAME_LIMIT} characters.")
    return tidy


def words_of(passage: str) -> str:
    """The beginning of a passage on one line, for the name of an act."""
    tidy = " ".join(passage.split())
    return tidy if len(tidy) <= EXCERPT_LENGTH else tidy[: EXCERPT_LENGTH - 1].rstrip() + "…"
