"""Which key does what on the questions board, and how the keys are written on buttons and in menus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

PORTABLE = QKeySequence.SequenceFormat.PortableText
FOLDING = {"Left": "fold", "Right": "unfold"}
SHORT = {"Return": "Enter", "Down": "↓", "Up": "↑", "Left": "←", "Right": "→"}


@dataclass(frozen=True)
class BoardKeys:
    """The acts by their keys, as portable text ("Ctrl+Down")."""

    acts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, keys: Iterable[tuple[str, Iterable[QKeySequence]]]) -> BoardKeys:
        """From the acts with the keys each of them has, the first one being the one that is shown."""
        return cls({_tidy(one.toString(PORTABLE)): act for act, sequences in keys for one in sequences})

    def act_of(self, event: QKeyEvent, direction: Qt.LayoutDirection) -> str:
        """What a key does; "" for nothing. Left and Right fold and unfold, the other way round in such a layout."""
        keys = _tidy(QKeySequence(event.keyCombination()).toString(PORTABLE).replace("Num+", ""))
        if direction == Qt.LayoutDirection.RightToLeft:
            keys = {"Left": "Right", "Right": "Left"}.get(keys, keys)
        return self.acts.get(keys) or FOLDING.get(keys, "")

    def sequence(self, act: str) -> str:
        """The first key of an act, for a menu; "" when it has none."""
        return next((keys for keys, name in self.acts.items() if name == act), "")

    def cap(self, act: str) -> str:
        """The first key of an act as a key cap shows it."""
        *modifiers, key = self.sequence(act).split("+")
        return "+".join((*modifiers, SHORT.get(key, key)))


def _tidy(keys: str) -> str:
    return keys.replace("Enter", "Return")
