"""Taking hold of a passage in the text to drag it to another program: where that begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from reader.ui.reading_view import ReadingView


def can_take(view: ReadingView, point: QPointF, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether a press with Ctrl at a point of the viewport takes hold: of the selection, else of the chosen highlight.

    Without Ctrl a drag selects anew, also there: an overlapping passage begins within the one marked before.
    """
    character = view.flow.character_at(point)
    if character is None or modifiers != Qt.KeyboardModifier.ControlModifier:
        return False
    selected, chosen = view.shown.selection, view.chosen_highlight()
    if selected is not None:
        return selected[0] <= character < selected[1]
    return chosen is not None and chosen.span.contains(view.reading.source_offset(character))


def is_far(start: QPointF, point: QPointF) -> bool:
    """Whether the mouse has moved so far from `start` (px) that it drags."""
    return (point - start).manhattanLength() >= QApplication.startDragDistance()
