"""Buttons and the search field: with an icon, with the key that does the same, and the control of joined segments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from reader.ui.labels import key_cap_size, paint_key_cap
from reader.ui.resources import follow_icon, paint_icon
from reader.ui.style_parts import RADIUS, rounded
from reader.ui.theme import Theme, figures, scaled, ui_font


class CommandButton(QPushButton):
    """A button with an icon and the key that does the same. `primary`: solid; `small`: 26 px high; flat: a link."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        parent: QWidget | None = None,
        *,
        icon_name: str = "",
        keys: str = "",
        primary: bool = False,
        small: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._icon_name, self._keys = theme, icon_name, keys
        self._shows_keys = bool(keys)
        self._px = 12 if small else 13
        self.setProperty("primary", primary)
        self.setProperty("small", small)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if keys:
            self.setToolTip(keys)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        width = self._content_width() + scaled(20 if self.property("small") else 24)
        line = QFontMetrics(ui_font(self._px, 500)).height()  # in whole pixels, as the style does for other buttons
        return QSize(round(width), line + scaled(11 if self.property("small") else 14))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelButtonCommand, option, painter, self)
        solid = bool(self.property("primary")) and self.isEnabled()
        rest = "acctext" if self.isFlat() else "text"
        token = "onaccent" if solid else rest if self.isEnabled() else "text3"
        middle = self.height() / 2
        x = (self.width() - self._content_width()) / 2
        if self._icon_name:
            size = scaled(16)
            paint_icon(painter, QRectF(x, middle - size / 2, size, size), self._theme, self._icon_name, token)
            x += size + scaled(7)
        painter.setFont(ui_font(self._px, 500))
        painter.setPen(self._theme.color(token))
        words = QFontMetricsF(painter.font()).horizontalAdvance(self.text())
        place = QRectF(x, 0, words + 2, self.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        if self._shows_keys:
            size_of_cap = key_cap_size(self._keys)
            cap = QRectF(round(x + words + scaled(8)), 0, size_of_cap.width(), size_of_cap.height())
            cap.moveTop(round(middle - cap.height() / 2))
            paint_key_cap(painter, cap, self._keys, self._theme, on_accent=solid)

    def _content_width(self) -> float:
        width = QFontMetricsF(ui_font(self._px, 500)).horizontalAdvance(self.text())
        width += scaled(16) + (scaled(7) if self.text() else 0) if self._icon_name else 0
        return width + (key_cap_size(self._keys).width() + scaled(8) if self._shows_keys else 0)

    def show_keys(self, shown: bool) -> None:
        """Paint the key on the button, or leave it to the tooltip where there is little room."""
        self._shows_keys = shown and bool(self._keys)
        self.updateGeometry()
        self.update()


class PrimaryButton(CommandButton):
    """The one solid button of a page or dialog."""

    def __init__(
        self, theme: Theme, text: str, parent: QWidget | None = None, *, icon_name: str = "", keys: str = ""
    ) -> None:
        super().__init__(theme, text, parent, icon_name=icon_name, keys=keys, primary=True)


class QuietToolButton(QToolButton):
    """An icon without a frame, at least 26 x 26 px. `name` is its tooltip and what a screen reader says."""

    def __init__(
        self, theme: Theme, icon_name: str, name: str, parent: QWidget | None = None, *, token: str = "text2"
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAutoRaise(True)
        self.set_name(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icon_name, self._token = icon_name, token
        theme.changed.connect(self._dress)
        self._dress()

    def set_name(self, name: str) -> None:
        """Call the button by another name, as after a change of language."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def set_icon(self, icon_name: str, token: str = "text2") -> None:
        """Show another icon, in a token's colour."""
        self._icon_name, self._token = icon_name, token
        self._dress()

    def sizeHint(self) -> QSize:
        side = scaled(26)
        hint = super().sizeHint()
        return QSize(side, side) if not self.text() else QSize(max(side, hint.width()), max(side, hint.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _dress(self) -> None:
        size = scaled(16)
        self.setIconSize(QSize(size, size))
        follow_icon(self, self._theme, self._icon_name, self._token, size)
        self.updateGeometry()


class _Segment(QAbstractButton):
    """One segment: an icon or a word, with a count behind it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.icon_name = ""
        self.count: int | None = None
        self.shows_count = True
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("own_focus", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        height = round(QFontMetricsF(ui_font(13)).height() + scaled(10))
        if self.icon_name:
            return QSize(scaled(34), height)
        width = QFontMetricsF(ui_font(13, 500)).horizontalAdvance(self.text()) + scaled(24)
        return QSize(round(width + self._count_width()), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect = self._theme, QPainter(self), QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            rounded(painter, rect, RADIUS - 1, theme.color("raised"), theme.color("line"))
        elif self.underMouse() and self.isEnabled():
            rounded(painter, rect, RADIUS - 1, theme.mixed("ctl", "hover", 0.14))
        if self.hasFocus():
            rounded(painter, rect, RADIUS - 1, None, theme.color("accent"), 2)
        token = "text3" if not self.isEnabled() else "text" if chosen else "text2"
        if self.icon_name:
            side = scaled(16)
            place = QRectF(0, 0, side, side)
            place.moveCenter(rect.center())
            paint_icon(painter, place, theme, self.icon_name, token)
            return
        painter.setFont(ui_font(13, 500 if chosen else 400))
        painter.setPen(theme.color(token))
        words = QFontMetricsF(ui_font(13, 500)).horizontalAdvance(self.text())
        x = scaled(12)
        place = QRectF(x, 0, words, rect.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.count is not None and self.shows_count:
            painter.setFont(figures(ui_font(11, 400)))
            painter.setPen(theme.color("text2"))
            place = QRectF(x + words + scaled(7), 0, rect.width(), rect.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), str(self.count))

    def _count_width(self) -> float:
        if self.count is None or not self.shows_count:
            return 0
        return QFontMetricsF(figures(ui_font(11))).horizontalAdvance(str(self.count)) + scaled(7)


class SegmentedControl(QWidget):
    """Joined segments of which one is chosen, as "Read | Excerpts 88". `selected` is sent when the user chooses one."""

    selected = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._segments: list[_Segment] = []
        self._shows_counts = True
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.selected)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_segments(self, segments: Sequence[tuple[str, str | None, str | None]]) -> None:
        """Each segment: its text, its icon (then the text is not shown), and its name for tooltip and screen reader."""
        current, counts = self.current(), [segment.count for segment in self._segments]
        for segment in self._segments:
            self._group.removeButton(segment)
            self._row.removeWidget(segment)
            segment.deleteLater()
        self._segments = []
        for index, (text, icon_name, name) in enumerate(segments):
            segment = _Segment(self._theme, self)
            segment.setText(text)
            segment.icon_name = icon_name or ""
            segment.setToolTip(name or "")
            segment.count = counts[index] if index < len(counts) else None
            segment.shows_count = self._shows_counts
            self._group.addButton(segment, index)
            self._row.addWidget(segment)
            self._segments.append(segment)
            self._name_segment(segment, name or text)
        self.set_current(max(0, current))

    def set_count(self, index: int, count: int | None) -> None:
        """The number behind a segment's word; None for none."""
        segment = self._segments[index]
        if segment.count != count:
            segment.count = count
            self._name_segment(segment, segment.toolTip() or segment.text())
            segment.updateGeometry()
            segment.update()

    def show_counts(self, shown: bool) -> None:
        """Show the numbers, or leave them to the screen reader where there is little room."""
        self._shows_counts = shown
        for segment in self._segments:
            segment.shows_count = shown
            segment.updateGeometry()

    def set_current(self, index: int) -> None:
        """Show which segment is chosen, without sending `selected`."""
        if 0 <= index < len(self._segments):
            self._segments[index].setChecked(True)

    def current(self) -> int:
        """The index of the chosen segment, -1 when there is none."""
        return self._group.checkedId()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), RADIUS, self._theme.color("hover"))

    @staticmethod
    def _name_segment(segment: _Segment, name: str) -> None:
        segment.setAccessibleName(name if segment.count is None else f"{name} {segment.count}")


class SearchField(QLineEdit):
    """A field to search, with a lens at the left and the key that leads to it at the right. Esc empties it."""

    def __init__(self, theme: Theme, placeholder: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._keys = theme, keys
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._make_room)
        theme.changed.connect(self._make_room)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side, middle = scaled(14), self.height() / 2
        lens = QRectF(scaled(9), middle - side / 2, side, side)
        paint_icon(painter, lens, self._theme, "search", "text2" if self.isEnabled() else "text3")
        if self._shows_keys():
            size = key_cap_size(self._keys)
            cap = QRectF(self.width() - size.width() - scaled(7), round(middle - size.height() / 2), size.width(), 0)
            cap.setHeight(size.height())
            paint_key_cap(painter, cap, self._keys, self._theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.EnabledChange):
            self._make_room()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._make_room()

    def _shows_keys(self) -> bool:
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        room = self.width() - scaled(50) - key_cap_size(self._keys).width()
        return bool(self._keys) and not self.text() and room >= words

    def _make_room(self) -> None:
        right = key_cap_size(self._keys).width() + scaled(4) if self._shows_keys() else 0
        self.setTextMargins(scaled(20), 0, right, 0)
