"""What holds at a place of an RTF file: in its group, in its paragraph, in the note it is in, in its styles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.importers.marked_up import Run
from reader.importers.marked_up_numbers import number_words
from reader.importers.rtf_words import USUAL_CODEC

CONTENTS_LINE = -1  # the "level" of a style for the lines of a table of contents
LOWEST_HEADING = 9
_HEADINGS = ("heading", "kop", "überschrift", "titre")
_CONTENTS = re.compile(r"(?:toc|inhopg|contents|inhoudsopgave) ?(?:\d|heading)")
_OWN_MARK = re.compile(r"\W{1,3}|\(?\d{1,3}\)?|[a-z]\)?")  # that an author sets for a note in place of a number
_NOTE_FORMS = {"ar": "decimal", "alc": "a", "auc": "A", "rlc": "i", "ruc": "I", "chi": "chicago"}


@dataclass(slots=True)
class Group:
    """What holds within a pair of braces. `role` is what the group is for, where that is not plain text."""

    role: str = ""
    codec: str = USUAL_CODEC
    symbols: bool = False
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    skipped: int = 1  # signs behind a \\u that stand in for it
    linked: int | None = None  # where the result of a field begins among the runs, for the group that is one


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is read; `bold` and `letters` count signs, `address` is where the last field leads."""

    runs: list[Run] = field(default_factory=list)
    mark: str = ""
    bold: int = 0
    letters: int = 0
    address: str = ""


@dataclass(slots=True)
class Format:
    """What the paragraphs are like from here on. `hanging`: their first line begins further left."""

    style: int = 0
    outline: int | None = None
    in_table: bool = False
    hanging: bool = False


@dataclass(slots=True)
class OpenNote:
    """A note while it is read. `is_counted`: its mark is a number, and none that the author has set."""

    texts: list[str] = field(default_factory=list)
    is_end: bool = False
    is_counted: bool = False


@dataclass(slots=True)
class NoteNumbers:
    """Numbers the footnotes and the endnotes, in the forms that the file says."""

    forms: dict[bool, str] = field(default_factory=lambda: {False: "decimal", True: "decimal"})
    counts: dict[bool, int] = field(default_factory=lambda: {False: 0, True: 0})

    def set_form(self, word: str) -> None:
        """Take in a word such as "ftnnar" or "aftnnrlc"; any other says nothing."""
        form = _NOTE_FORMS.get(word.removeprefix("a").removeprefix("ftnn"))
        if form and "ftnn" in word:
            self.forms[word.startswith("a")] = form

    def of(self, note: OpenNote) -> str:
        """The number of the next note."""
        self.counts[note.is_end] += 1
        return number_words(self.counts[note.is_end], self.forms[note.is_end])


def own_mark(note: OpenNote, before: list[Run]) -> str:
    """The mark the author has set for a note, which is then taken from the text before it and from the note."""
    last = before[-1] if before else ""
    first = note.texts[0].split(maxsplit=1) if note.texts else []
    if note.is_counted or not isinstance(last, str) or len(first) < 2:
        return ""
    mark, rest = first
    if not _OWN_MARK.fullmatch(mark) or not last.rstrip().endswith(mark):
        return ""
    before[-1] = last.rstrip().removesuffix(mark)
    note.texts[0] = rest
    return mark


def level_of_style(name: str) -> int | None:
    """The level of the heading that a style called `name` is, or CONTENTS_LINE; None for any other."""
    tidy = name.strip(" ;").casefold()
    words = tidy.split()
    if len(words) == 2 and words[0] in _HEADINGS and words[1].isdecimal():
        level = int(words[1][:3])
        return level if 1 <= level <= LOWEST_HEADING else None
    if words in (["title"], ["titel"]):
        return 1
    return CONTENTS_LINE if _CONTENTS.fullmatch(tidy) else None
