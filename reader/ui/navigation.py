"""Back and forward over all panes: the trail of places the reader jumped from and to. Pure, without Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

LONGEST = 200  # places remembered


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document: a source offset in code points, and the number of the pane (from 0) that showed it.

    `text_uid` names the version when it is not the present one.
    """

    document_uid: str
    offset: int
    pane: int
    text_uid: str = ""


@dataclass(slots=True)
class Trail:
    """The places left behind and those to go forward to."""

    _behind: list[Place] = field(default_factory=list)
    _ahead: list[Place] = field(default_factory=list)

    def leave(self, place: Place) -> None:
        """Remember where a jump starts. What was ahead is forgotten, as in a browser."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[:-LONGEST]
        self._ahead.clear()

    def back(self, present: Place | None) -> Place | None:
        """The place to go back to; `present` becomes the place to come forward to."""
        return self._step(self._behind, self._ahead, present)

    def forward(self, present: Place | None) -> Place | None:
        """The place to go forward to; `present` becomes the place to come back to."""
        return self._step(self._ahead, self._behind, present)

    @property
    def can_go_back(self) -> bool:
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._ahead)

    def forget(self, document_uid: str) -> None:
        """Drop the places of a document that was removed."""
        self._behind = [place for place in self._behind if place.document_uid != document_uid]
        self._ahead = [place for place in self._ahead if place.document_uid != document_uid]

    @staticmethod
    def _step(source: list[Place], other: list[Place], present: Place | None) -> Place | None:
        while source:
            place = source.pop()
            if place != present:
                if present is not None:
                    other.append(present)
                return place
        return None
