"""Taking hold of a passage in the text to drag it to another program: where that begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from reader.ui.reading_view import ReadingView


def can_take(view: ReadingView, point: QPointF) -> bool:
    """Whether a point of the viewport is on the selection, or on the chosen highlight where nothing is selected."""
    selected, chosen = view.shown.selection, view.chosen_highlight()
    character = view.flow.character_at(point)
    if character is None:
        return False
    if selected is not None:
        return selected[0] <= character < selected[1]
    return chosen is not None and chosen.span.contains(view.reading.source_offset(character))


def is_far(start: QPointF, point: QPointF) -> bool:
    """Whether the mouse has moved so far from `start` (px) that it drags."""
    return (point - start).manhattanLength() >= QApplication.startDragDistance()
