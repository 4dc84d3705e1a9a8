"""The review of a new version: what is to be looked at, what the user decides about it, and the one act at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from reader.domain.model import AnchorStatus, Highlight, Span, Tag
from reader.edit.versions import NewPlace, add_version
from reader.models.session import Session
from reader.models.version_carrying import Carried

# "open": nothing decided yet; "placed": where it was proposed; "elsewhere": where the user chose; "left": with the old
# version, as an orphan; "dropped": removed
Choice = Literal["open", "placed", "elsewhere", "left", "dropped"]


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A passage that is to be looked at. Spans are source offsets of the old and of the new text.

    `proposed` is None for a passage that was not found; `how` says in what it differs, as in text.reanchoring.
    """

    highlight: Highlight
    tags: tuple[Tag, ...]
    quote: str  # the old words, as they are read
    how: AnchorStatus
    proposed: Span | None
    choice: Choice = "open"
    place: Span | None = None  # where it goes by the user's choice

    @property
    def shown_place(self) -> Span | None:
        """Where it goes: by the user's choice, else as proposed; None for nowhere."""
        if self.choice in ("left", "dropped"):
            return None
        return self.place if self.choice != "open" else self.proposed


class VersionReview(QObject):
    """What the user decides about a new version before it is added. Nothing is changed before `finish`.

    `changed` carries the number of the row that differs, or None when they may all do.
    """

    changed = Signal(object)

    def __init__(self, session: Session, carried: Carried, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self.carried = session, carried
        tags = {tag.uid: tag for tag in session.project.tags()}
        given: dict[str, list[Tag]] = {}
        for tagging in session.project.taggings(document_uid=carried.document.uid):
            given.setdefault(tagging.highlight_uid, []).append(tags[tagging.tag_uid])
        reading = carried.comparison.old.reading
        self.rows = [
            ReviewRow(
                highlight,
                tuple(given.get(highlight.uid, ())),
                " ".join((reading.quote(highlight.span) or highlight.quote).split()),
                found.how,
                found.place,
            )
            for highlight, found in carried.highlights
            if not found.is_sure
        ]

    @property
    def total(self) -> int:
        """How many passages are marked in the old version, bare ends of links included."""
        return len(self.carried.highlights)

    @property
    def sure(self) -> int:
        """How many of them go over without being looked at."""
        return self.total - len(self.rows)

    @property
    def open(self) -> int:
        """How many rows nothing is decided about."""
        return sum(row.choice == "open" for row in self.rows)

    def next_open(self, number: int, step: int = 1) -> int | None:
        """The nearest row behind row `number` (before it when `step` is -1) about which nothing is decided, round."""
        count = len(self.rows)
        places = ((number + step * distance) % count for distance in range(1, count + 1))
        return next((place for place in places if self.rows[place].choice == "open"), None)

    def place(self, number: int, span: Span | None = None) -> None:
        """Put a row where it is proposed, or at `span` of the new source text; without both nothing is done."""
        row = self.rows[number]
        wanted = span or row.proposed
        if wanted is not None:
            self._choose(number, "placed" if wanted == row.proposed else "elsewhere", wanted)

    def leave(self, number: int) -> None:
        """Leave a row with the old version: it keeps its quote, labels, note and links, without a place in the new."""
        self._choose(number, "left")

    def drop(self, number: int) -> None:
        """Remove a row with its labels, note and links."""
        self._choose(number, "dropped")

    def reopen(self, number: int) -> None:
        """Take back what was decided about a row."""
        self._choose(number, "open")

    def place_all(self) -> None:
        """Put every row about which nothing is decided where it is proposed; those that were not found stay open."""
        for number, row in enumerate(self.rows):
            if row.choice == "open" and row.proposed is not None:
                self.rows[number] = _chosen(row, "placed", row.proposed)
        self.changed.emit(None)

    def finish(self) -> bool:
        """Add the version, with all that was decided, as one act. Gives whether that was done.

        What nothing was decided about goes where it is proposed, marked as still to be looked at; what was not found
        stays with the old version.
        """
        carried = self.carried
        places = {highlight.uid: NewPlace(found.place) for highlight, found in carried.highlights if found.is_sure}
        places |= {row.highlight.uid: _new_place(row) for row in self.rows}
        return self._session.attempt(
            lambda: add_version(
                self._session.project,
                carried.document.uid,
                (carried.imported, carried.text),
                places,
                dropped=set(_uids(row for row in self.rows if row.choice == "dropped")),
                decided=carried.decided,
            )
        )

    def _choose(self, number: int, choice: Choice, place: Span | None = None) -> None:
        self.rows[number] = _chosen(self.rows[number], choice, place)
        self.changed.emit(number)


def _chosen(row: ReviewRow, choice: Choice, place: Span | None) -> ReviewRow:
    return ReviewRow(row.highlight, row.tags, row.quote, row.how, row.proposed, choice, place)


def _new_place(row: ReviewRow) -> NewPlace:
    """Where a row goes; one that nobody looked at keeps the sign that it is to be looked at."""
    if row.choice == "open" and row.proposed is not None:
        return NewPlace(row.proposed, "moved" if row.how == "exact" else row.how)
    return NewPlace(row.shown_place)


def _uids(rows: Iterable[ReviewRow]) -> list[str]:
    return [row.highlight.uid for row in rows]
