"""The act of writing a note with a passage."""

from __future__ import annotations

from dataclasses import replace

from reader.domain.changes import ActName, Change, ChangeSet
from reader.domain.model import now
from reader.edit.checks import the_highlight, words_of
from reader.edit.lookup import Lookup


def set_note(lookup: Lookup, highlight_uid: str, note: str) -> ChangeSet:
    """Put `note` with a passage as it is typed; a note of white space only removes it.

    What is typed in one go is one undo step. The bare end of a link that gets a note becomes a highlight.
    """
    highlight = the_highlight(lookup, highlight_uid)
    name = ActName("note.edit", (words_of(highlight.quote),))
    text = note if note.strip() else ""
    if text == highlight.note:
        return ChangeSet(name)
    noted = replace(highlight, note=text, kind="highlight" if text else highlight.kind, modified_at=now())
    return ChangeSet(name, (Change(highlight, noted),), merge_key=f"note/{highlight_uid}")
