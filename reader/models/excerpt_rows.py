"""What the rows of the list of excerpts hold, and the words of a passage as they are shown there."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, Qt

from reader.domain.citation import Place, cite, is_numbered, place_words
from reader.domain.excerpt import Label
from reader.domain.model import Document, Highlight
from reader.exporters.places import Places
from reader.models.documents import interface_language, short_title
from reader.models.session import Session
from reader.text.reading import ReadingText

_TEXTS_AT_HAND = 8  # reading texts kept while quotes are taken from them


class ExcerptRole(IntEnum):
    """What a row holds beside its quote."""

    ROW = Qt.ItemDataRole.UserRole  # ExcerptRow or HeadRow
    UID = Qt.ItemDataRole.UserRole + 1  # of the highlight; an empty string for a head


@dataclass(frozen=True, slots=True)
class HeadRow:
    """The head of a group; `label` is given where the group is a label."""

    title: str
    count: int
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class ExcerptRow:
    """A marked passage: its labels in tree order, quote as read, place, and whether it has a note and links."""

    highlight: Highlight
    labels: tuple[Label, ...]
    quote: str
    place: str
    links: int

    @property
    def has_note(self) -> bool:
        return bool(self.highlight.note.strip())


def spoken(row: ExcerptRow) -> str:
    """What a screen reader says of a row."""
    translate = QCoreApplication.translate
    parts = [row.quote, row.place, *(label.name for label in row.labels)]
    if row.has_note:
        parts.append(translate("ExcerptsModel", "has a note"))
    if row.links == 1:
        parts.append(translate("ExcerptsModel", "1 link"))
    elif row.links:
        parts.append(translate("ExcerptsModel", "{count} links").format(count=row.links))
    return ", ".join(parts)


class PassageWords:
    """The quotes and places of passages, taken from the texts when they are first asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._quotes: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._readings: OrderedDict[str, tuple[ReadingText, Places]] = OrderedDict()

    def forget(self, uid: str) -> None:
        """Take the words of this highlight from the text anew when they are next asked for."""
        self._quotes.pop(uid, None)
        self._places.pop(uid, None)

    def quote(self, highlight: Highlight) -> str:
        """The words as read, paragraphs parted by a space; the quote that was kept where the place is lost."""
        found = self._quotes.get(highlight.uid)
        if found is None:
            shown = "" if highlight.status == "orphan" else self._reading(highlight.text_uid)[0].quote(highlight.span)
            found = self._quotes[highlight.uid] = " ".join((shown or highlight.quote).split())
        return found

    def place(self, highlight: Highlight, document: Document) -> str:
        """Where it stands: the citation where the paper has a number, else title and page or section."""
        found = self._places.get(highlight.uid)
        if found is None:
            lost = highlight.status == "orphan"
            place = Place() if lost else self._reading(highlight.text_uid)[1].of(highlight.span)
            if is_numbered(document):
                found = cite(document, place, "leidraad", document.language)
            else:
                chapters = document.kind.startswith(("ngo", "rapport"))
                where = place_words(place, interface_language(), chapters=chapters)
                found = ", ".join(part for part in (short_title(document.title), where) if part)
            self._places[highlight.uid] = found
        return found

    def _reading(self, text_uid: str) -> tuple[ReadingText, Places]:
        found = self._readings.get(text_uid)
        if found is None:
            found = self._session.reading(text_uid), Places(self._session.structure(text_uid))
            self._readings[text_uid] = found
            if len(self._readings) > _TEXTS_AT_HAND:
                self._readings.popitem(last=False)
        else:
            self._readings.move_to_end(text_uid)
        return found
