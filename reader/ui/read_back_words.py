"""What became of the things in a file of another program when it was read, in words of the window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from reader.importers.exchange.exchanged import Item
from reader.ui.messages import sentence
from reader.ui.translating import QT_TRANSLATE_NOOP

KINDS: Final = {
    "file": QT_TRANSLATE_NOOP("reading-back", "File"),
    "document": QT_TRANSLATE_NOOP("reading-back", "Paper"),
    "label": QT_TRANSLATE_NOOP("reading-back", "Label"),
    "highlight": QT_TRANSLATE_NOOP("reading-back", "Highlight"),
    "note": QT_TRANSLATE_NOOP("reading-back", "Note"),
    "link": QT_TRANSLATE_NOOP("reading-back", "Link"),
    "variable": QT_TRANSLATE_NOOP("reading-back", "Variable"),
    "set": QT_TRANSLATE_NOOP("reading-back", "Group"),
}
OUTCOMES: Final = {
    "left out": QT_TRANSLATE_NOOP("reading-back", "left out"),
    "repaired": QT_TRANSLATE_NOOP("reading-back", "repaired"),
    "read": QT_TRANSLATE_NOOP("reading-back", "read"),
}
SIGNS: Final = {  # of an outcome: icon, colour
    "left out": ("circle-alert", "warn"),
    "repaired": ("pencil", "accent"),
    "read": ("check", "ok"),
}
SUMS: Final = {
    "left out": QT_TRANSLATE_NOOP("reading-back", "Left out while reading: {number}."),
    "repaired": QT_TRANSLATE_NOOP("reading-back", "Repaired: {number}."),
}
COMING: Final = {  # how much comes in of each kind, in this order
    "paper": QT_TRANSLATE_NOOP("reading-back", "Papers: {number}."),
    "label": QT_TRANSLATE_NOOP("reading-back", "Labels: {number}."),
    "passage": QT_TRANSLATE_NOOP("reading-back", "Highlights: {number}."),
    "note": QT_TRANSLATE_NOOP("reading-back", "Notes: {number}."),
    "link": QT_TRANSLATE_NOOP("reading-back", "Links: {number}."),
}
DETAILS: Final = (
    QT_TRANSLATE_NOOP("reading-back", "Another line of the table is about the same label."),
    QT_TRANSLATE_NOOP("reading-back", "The labels after the first 5,000 were not read."),
    QT_TRANSLATE_NOOP("reading-back", "The name was changed, because it was empty or a label beside it has it."),
    QT_TRANSLATE_NOOP("reading-back", "The name was shortened."),
    QT_TRANSLATE_NOOP("reading-back", "It stood under more than 100 other labels."),
    QT_TRANSLATE_NOOP("reading-back", "It stood under more than 100 other labels; now it stands higher."),
    QT_TRANSLATE_NOOP("reading-back", "Its colour is not known; it has another one."),
    QT_TRANSLATE_NOOP("reading-back", "Another label of the file has the same key; this one has none."),
    QT_TRANSLATE_NOOP("reading-back", "Another label of the file has the same identity."),
    QT_TRANSLATE_NOOP("reading-back", "Groups of labels are not read."),
    QT_TRANSLATE_NOOP("reading-back", "Drawings of networks are not read."),
    QT_TRANSLATE_NOOP("reading-back", "A note on the whole project is not read."),
    QT_TRANSLATE_NOOP("reading-back", "A label on a whole document is not read."),
    QT_TRANSLATE_NOOP("reading-back", "A note on a whole document is not read."),
    QT_TRANSLATE_NOOP("reading-back", "A note on nothing is not read."),
    QT_TRANSLATE_NOOP("reading-back", "It is about a whole document, not about a passage."),
    QT_TRANSLATE_NOOP("reading-back", "Which passages or labels belong to a case is not read."),
    QT_TRANSLATE_NOOP("reading-back", "Positions count a line end as one character; they were converted."),
    QT_TRANSLATE_NOOP("reading-back", "Positions count a line end as two characters; they were converted."),
    QT_TRANSLATE_NOOP("reading-back", "Positions count the byte order mark of the file; they were converted."),
    QT_TRANSLATE_NOOP("reading-back", "Positions count some characters as two (UTF-16); they were converted."),
    QT_TRANSLATE_NOOP("reading-back", "The last character of each passage is counted in; the ends were converted."),
    QT_TRANSLATE_NOOP("reading-back", "Only groups of documents that are named after a dossier are read."),
    QT_TRANSLATE_NOOP("reading-back", "Only what a paper has by itself is read of the variables."),
    QT_TRANSLATE_NOOP("reading-back", "It does not go from a passage to a passage."),
    QT_TRANSLATE_NOOP("reading-back", "It goes to itself, or is there already."),
    QT_TRANSLATE_NOOP("reading-back", "It has no length."),
    QT_TRANSLATE_NOOP("reading-back", "It ends before it begins."),
    QT_TRANSLATE_NOOP("reading-back", "It lies outside the text."),
    QT_TRANSLATE_NOOP("reading-back", "It reached outside the text; the rest was taken."),
    QT_TRANSLATE_NOOP("reading-back", "It had no length; the word at its place was taken."),
    QT_TRANSLATE_NOOP("reading-back", "Another passage of the file has the same identity."),
    QT_TRANSLATE_NOOP("reading-back", "A label of it is not in the file."),
    QT_TRANSLATE_NOOP("reading-back", "Its positions are no numbers."),
    QT_TRANSLATE_NOOP("reading-back", "Its place in the text could not be found."),
    QT_TRANSLATE_NOOP("reading-back", "It is in the project already; its passages are added to it."),
    QT_TRANSLATE_NOOP("reading-back", "Its file is outside the project and was not opened."),
    QT_TRANSLATE_NOOP("reading-back", "Its text is not in the file."),
    QT_TRANSLATE_NOOP("reading-back", "It holds no readable text."),
    QT_TRANSLATE_NOOP("reading-back", "Pictures, sound and video are not read."),
    QT_TRANSLATE_NOOP("reading-back", "Another document of the file has the same identity."),
    QT_TRANSLATE_NOOP("reading-back", "It says of nothing what it is about."),
    QT_TRANSLATE_NOOP("reading-back", "The paper it is about is not in the project."),
    QT_TRANSLATE_NOOP("reading-back", "Its words are there with other signs or spaces."),
    QT_TRANSLATE_NOOP("reading-back", "It is about several passages; the first was taken."),
)


def _translated(source: str) -> str:
    return QCoreApplication.translate("reading-back", source)


def what_became(item: Item) -> str:
    """What became of one thing: "Highlight: left out"."""
    return f"{_translated(KINDS[item.kind])}: {_translated(OUTCOMES[item.outcome])}"


def reason_of(item: Item) -> str:
    """Why it was left out or repaired; a refusal of a file keeps its own sentence."""
    return _translated(item.detail) if item.detail in DETAILS else sentence(item.detail)


def coming(numbers: Mapping[str, int]) -> str:
    """How much comes in of each kind of thing."""
    return _sums(COMING, numbers)


def became(numbers: Mapping[str, int]) -> str:
    """How much was left out and repaired, by outcome."""
    return _sums(SUMS, numbers)


def _sums(table: Mapping[str, str], numbers: Mapping[str, int]) -> str:
    return " ".join(_translated(words).format(number=numbers[key]) for key, words in table.items() if numbers.get(key))
