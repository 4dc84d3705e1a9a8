"""What dialogs have in common: a body that scrolls where it is low, boxes of any width, Tab in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLayout,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QWidget,
)

from reader.ui.theme import scaled

LEAST_BODY = 120  # px of a body that scrolls


class ScrollingBody(QScrollArea):
    """A layout that scrolls up and down where it has too little height; sideways only on a screen that is too small."""

    def __init__(self, body: QLayout) -> None:
        super().__init__()
        self._inside = QWidget()
        self._inside.setLayout(body)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint() + QSize(self.verticalScrollBar().sizeHint().width(), 0)

    def minimumSizeHint(self) -> QSize:
        least = self._inside.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(least.width() + bar, min(least.height(), scaled(LEAST_BODY)))


def allow_little_room(box: QComboBox, least_characters: int = 8) -> None:
    """Let a box be narrower than its longest choice; what is chosen can then be read in its tooltip."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(least_characters)
    box.currentTextChanged.connect(box.setToolTip)
    box.setToolTip(box.currentText())


def tab_as_laid_out(top: QWidget) -> None:
    """Let Tab go through `top` in the order of its layouts, whatever the order in which its parts were made.

    The first part that is shown and can be used gets the focus.
    """
    order = list(_in_order(top))
    for before, after in pairwise(order):
        QWidget.setTabOrder(before, after)
    first = next((part for part in order if part.isEnabled() and part.isVisibleTo(top)), None)
    if first is not None:
        first.setFocus()


def _in_order(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is None:
        return
    if isinstance(widget, QSplitter):
        for number in range(widget.count()):
            if number:
                yield widget.handle(number)
            yield from _in_order(widget.widget(number))
    elif isinstance(widget, QTabWidget):
        yield widget.tabBar()
        for number in range(widget.count()):
            yield from _in_order(widget.widget(number))
    elif isinstance(widget, QScrollArea):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        yield from _in_order(widget.widget())
    elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.isWindow():
        yield widget
    elif (layout := widget.layout()) is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inner = item.layout() if item is not None else None
        if inner is not None:
            yield from _of_layout(inner)
        elif item is not None:
            yield from _in_order(item.widget())
