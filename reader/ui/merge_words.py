"""What a merge does, in words of the window: kinds of things, what becomes of them, and in what two states differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from reader.domain.model import BUILTIN_LINK_KINDS
from reader.edit.merging_report import Difference, MergeItem
from reader.exporters.words import link_words
from reader.importers.exchange.exchanged import Item
from reader.models.documents import interface_language
from reader.ui.document_facts import LANGUAGES, kind_name
from reader.ui.read_back_words import SIGNS as READ_SIGNS
from reader.ui.read_back_words import reason_of, what_became
from reader.ui.tag_popups import hue_names, pattern_names
from reader.ui.translating import QT_TRANSLATE_NOOP
from reader.ui.unit_words import verdict_words

Told = MergeItem | Item  # what a merge does to a thing, or what became of it when its file was read

KINDS: Final = {
    "paper": QT_TRANSLATE_NOOP("merging", "Paper"),
    "version": QT_TRANSLATE_NOOP("merging", "Version of a paper"),
    "passage": QT_TRANSLATE_NOOP("merging", "Highlight"),
    "label": QT_TRANSLATE_NOOP("merging", "Label"),
    "labelling": QT_TRANSLATE_NOOP("merging", "Label on a highlight"),
    "link": QT_TRANSLATE_NOOP("merging", "Link"),
    "link-kind": QT_TRANSLATE_NOOP("merging", "Type of link"),
    "verdict": QT_TRANSLATE_NOOP("merging", "Verdict"),
    "decision": QT_TRANSLATE_NOOP("merging", "Decision on a question"),
    "rejection": QT_TRANSLATE_NOOP("merging", "Rejected answer"),
    "unit": QT_TRANSLATE_NOOP("merging", "Ends of a question or answer"),
}
OUTCOMES: Final = {
    "added": QT_TRANSLATE_NOOP("merging", "comes in"),
    "changed": QT_TRANSLATE_NOOP("merging", "takes over a change"),
    "both": QT_TRANSLATE_NOOP("merging", "changed on both sides"),
    "removed": QT_TRANSLATE_NOOP("merging", "is removed, as in the copy"),
    "returned": QT_TRANSLATE_NOOP("merging", "stays, though one side removed it"),
    "joined": QT_TRANSLATE_NOOP("merging", "becomes one with another"),
}
SUMS: Final = {
    "both": QT_TRANSLATE_NOOP("merging", "Changed on both sides: {number}."),
    "added": QT_TRANSLATE_NOOP("merging", "Comes in: {number}."),
    "changed": QT_TRANSLATE_NOOP("merging", "Takes over a change: {number}."),
    "removed": QT_TRANSLATE_NOOP("merging", "Removed: {number}."),
    "returned": QT_TRANSLATE_NOOP("merging", "Stays after all: {number}."),
    "joined": QT_TRANSLATE_NOOP("merging", "Joined: {number}."),
}
SIGNS: Final = {  # of an outcome: icon, colour
    "added": ("plus", "ok"),
    "changed": ("pencil", "accent"),
    "both": ("merge", "warn"),
    "removed": ("trash-2", "err"),
    "returned": ("history", "warn"),
    "joined": ("link-2", "text2"),
}
FIELDS: Final = {
    "title": QT_TRANSLATE_NOOP("merging", "Title"),
    "kind": QT_TRANSLATE_NOOP("merging", "Kind"),
    "date": QT_TRANSLATE_NOOP("merging", "Date"),
    "dossiers": QT_TRANSLATE_NOOP("merging", "Dossiers"),
    "number": QT_TRANSLATE_NOOP("merging", "Number"),
    "chamber": QT_TRANSLATE_NOOP("merging", "Chamber"),
    "session": QT_TRANSLATE_NOOP("merging", "Session"),
    "senders": QT_TRANSLATE_NOOP("merging", "Senders"),
    "language": QT_TRANSLATE_NOOP("merging", "Language"),
    "url": QT_TRANSLATE_NOOP("merging", "Web address"),
    "reference": QT_TRANSLATE_NOOP("merging", "Sender's mark"),
    "quote": QT_TRANSLATE_NOOP("merging", "Text"),
    "note": QT_TRANSLATE_NOOP("merging", "Note"),
    "name": QT_TRANSLATE_NOOP("merging", "Name"),
    "parent_uid": QT_TRANSLATE_NOOP("merging", "Lies under"),
    "kind_uid": QT_TRANSLATE_NOOP("merging", "Type of link"),
    "verdict_uid": QT_TRANSLATE_NOOP("merging", "Verdict"),
    "hue": QT_TRANSLATE_NOOP("merging", "Colour"),
    "pattern": QT_TRANSLATE_NOOP("merging", "Line"),
    "digit": QT_TRANSLATE_NOOP("merging", "Digit"),
    "description": QT_TRANSLATE_NOOP("merging", "Definition"),
    "is_open": QT_TRANSLATE_NOOP("merging", "Checked, open"),
}
HERE: Final = QT_TRANSLATE_NOOP("merging", "Here")
THERE: Final = QT_TRANSLATE_NOOP("merging", "In the copy")
YES: Final = QT_TRANSLATE_NOOP("merging", "Yes")
NO: Final = QT_TRANSLATE_NOOP("merging", "No")
IN_FILE: Final = QT_TRANSLATE_NOOP("merging", "In the file")


def _translated(source: str) -> str:
    return QCoreApplication.translate("merging", source)


def what_happens(told: Told) -> str:
    """What is done to one thing: "Highlight: changed on both sides"."""
    if isinstance(told, Item):
        return what_became(told)
    return f"{_translated(KINDS[told.kind])}: {_translated(OUTCOMES[told.outcome])}"


def sign_of(told: Told) -> tuple[str, str]:
    """The icon of what is done to a thing, and its colour."""
    return READ_SIGNS[told.outcome] if isinstance(told, Item) else SIGNS[told.outcome]


def words_of(told: Told) -> str:
    """What a thing is called: a quote, a name or a title."""
    return told.name if isinstance(told, Item) else told.words


def field_name(difference: Difference) -> str:
    """The name of the field in which two states differ."""
    return _translated(FIELDS[difference.field])


def value_of(difference: Difference, value: str) -> str:
    """What a field says on one side, in words of the window; a dash when it says nothing."""
    match difference.field:
        case "kind":
            value = kind_name(value)
        case "language" if value in LANGUAGES:
            value = QCoreApplication.translate("document-facts", LANGUAGES[value])
        case "is_open":
            value = _translated(YES if value == "True" else NO)
        case "hue" | "pattern" if value.isdecimal() and 1 <= int(value) <= 9:
            value = (hue_names() if difference.field == "hue" else pattern_names())[int(value) - 1]
        case "verdict_uid":
            value = verdict_words(value)
        case "kind_uid":
            known = (kind for kind in BUILTIN_LINK_KINDS if kind.name == value)
            value = next((link_words(kind, True, interface_language()) for kind in known), value)
    return value or "–"


def sides(*, of_file: bool) -> tuple[str, str]:
    """The names of the two states: here, and in the copy or the file."""
    return _translated(HERE), _translated(IN_FILE if of_file else THERE)


def summary(items: Iterable[MergeItem]) -> str:
    """How much there is of each outcome."""
    numbers: Counter[str] = Counter(item.outcome for item in items)
    return " ".join(
        _translated(words).format(number=numbers[outcome]) for outcome, words in SUMS.items() if numbers[outcome]
    )


def report(items: Iterable[Told], *, of_file: bool = False) -> str:
    """All of it as plain text, a line for each thing and below it why, or in what the two states differed."""
    here, there = sides(of_file=of_file)
    lines = []
    for told in items:
        lines.append(f"{what_happens(told)}: {words_of(told)}")
        if isinstance(told, Item):
            lines += [f"    {reason_of(told)}"] if told.detail else []
            continue
        lines += [
            f"    {field_name(one)}. {here}: {value_of(one, one.ours)} | {there}: {value_of(one, one.theirs)}"
            for one in told.differences
        ]
    return "\n".join(lines)
