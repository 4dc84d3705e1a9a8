"""What a screen reader gets of the reading view: text, caret, selection, places of characters, announcements."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken

from reader.text.offsets import Utf16Map

if TYPE_CHECKING:
    from reader.text.reading import ReadingText
    from reader.ui.reading_view import ReadingView

# interface_cast must give a Shiboken object; None or a number ends the program when a client asks
NO_INTERFACE = Shiboken.VoidPtr(0)


class ReadingTextInterface(QAccessibleTextInterface):
    """The text interface of a ReadingView. Its offsets are UTF-16 units of the reading text, as Qt wants them."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__()
        self._view = view
        self._maps: WeakKeyDictionary[ReadingText, tuple[Utf16Map, int]] = WeakKeyDictionary()

    def _map(self) -> Utf16Map:
        return self._known()[0]

    def _known(self) -> tuple[Utf16Map, int]:
        reading = self._view.reading
        known = self._maps.get(reading)
        if known is None:
            positions = Utf16Map(reading.text)
            known = self._maps[reading] = (positions, positions.to_qt(len(reading.text)))
        return known

    def to_qt(self, offset: int) -> int:
        """The UTF-16 position of a reading offset."""
        return self._map().to_qt(offset)

    def _python(self, position: int) -> int:
        if position < 0:  # "the caret" or "the end", by the rules of the interface
            return self._view.caret_offset if position == -2 else len(self._view.reading.text)
        return min(self._map().to_python(position), len(self._view.reading.text))

    # text

    def characterCount(self) -> int:
        return self._known()[1]

    def text(self, startOffset: int, endOffset: int) -> str:
        start, end = self._python(startOffset), self._python(endOffset)
        return self._view.reading.text[min(start, end) : max(start, end)]

    # caret and selection

    # PySide6 keeps `selection` and `attributes` of this interface to itself: a client that asks for them gets memory
    # that nobody has written, not what Python says. So no selection is offered to be asked for; what is selected and
    # what the caret enters is announced instead (reading_notes.py). Clients can set the selection.

    def cursorPosition(self) -> int:
        return self._map().to_qt(self._view.caret_offset)

    def setCursorPosition(self, position: int) -> None:
        self._view.move_caret(self._python(position))

    def selectionCount(self) -> int:
        return 0

    def addSelection(self, startOffset: int, endOffset: int) -> None:
        self._view.select_range(self._python(startOffset), self._python(endOffset))

    def removeSelection(self, selectionIndex: int) -> None:
        if selectionIndex == 0:
            self._view.clear_selection()

    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:
        if selectionIndex == 0:
            self.addSelection(startOffset, endOffset)

    # places on the screen

    def characterRect(self, offset: int) -> QRect:
        """The rectangle of a character on the screen; empty when it is out of view."""
        view = self._view
        place = self._python(offset)
        rects = view.flow.rects(place, place + 1)
        if not rects:
            return QRect()
        rect = rects[0].toAlignedRect()
        return QRect(view.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        """The character under a point of the screen; -1 beside the text."""
        offset = self._view.flow.character_at(QPointF(self._view.viewport().mapFromGlobal(point)))
        return -1 if offset is None else self._map().to_qt(offset)

    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:
        self._view.bring_into_view(self._python(startIndex), self._python(endIndex))


class ReadingInterface(QAccessibleWidget):
    """A ReadingView as a document with text."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view, QAccessible.Role.Document)
        self._text = ReadingTextInterface(view)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        if kind == QAccessible.InterfaceType.TextInterface:
            return self._text
        return NO_INTERFACE

    def to_qt(self, offset: int) -> int:
        """The UTF-16 position of a reading offset."""
        return self._text.to_qt(offset)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = True
        state.multiLine = True
        state.selectableText = True
        return state

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface:
        return cast(QAccessibleInterface, None)

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1


def install_accessibility() -> None:
    """Let assistive technology read the views of this program. Call once, when the application is made."""
    QAccessible.installFactory(_make_interface)


# widgets that are painted by hand say what they are; key: class name, as Qt asks for it
ROLES = {
    "GripHandle": QAccessible.Role.Separator,
    "KeyCap": QAccessible.Role.StaticText,
    "KeyText": QAccessible.Role.StaticText,
    "LabelSwatch": QAccessible.Role.Graphic,
    "PassageText": QAccessible.Role.StaticText,
    "PathLine": QAccessible.Role.StaticText,
    "QuoteText": QAccessible.Role.StaticText,
}


def _make_interface(key: str, target: QObject) -> QAccessibleInterface | None:
    from reader.ui.overview_bar import OverviewBar, OverviewInterface
    from reader.ui.reading_view import ReadingView

    made: QAccessibleInterface | None = None
    if isinstance(target, ReadingView):
        made = ReadingInterface(target)
    elif isinstance(target, OverviewBar):
        made = OverviewInterface(target)
    elif isinstance(target, QWidget) and key in ROLES:
        made = QAccessibleWidget(target, ROLES[key])
    if made is not None:
        target.accessible_interface = made  # type: ignore[attr-defined]  # Qt does not keep the Python object
    return made


def is_heard() -> bool:
    """Whether anything listens: nothing is worked out for nobody."""
    return QAccessible.isActive()


def announce(view: QWidget, words: str) -> None:
    """Let a screen reader say some words now."""
    if is_heard():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, words))


def tell_caret(view: QWidget, offset: int) -> None:
    """The caret moved to a reading offset."""
    if is_heard():
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, _qt_offset(view, offset)))


def tell_selection(view: QWidget, start: int, end: int) -> None:
    """The selection is reading range start:end now."""
    if is_heard():
        first, last = _qt_offset(view, start), _qt_offset(view, end)
        QAccessible.updateAccessibility(QAccessibleTextSelectionEvent(view, first, last))


def _qt_offset(view: QWidget, offset: int) -> int:
    interface = QAccessible.queryAccessibleInterface(view)
    return interface.to_qt(offset) if isinstance(interface, ReadingInterface) else offset
