"""Small texts and signs: themed labels, headings, key caps, hairlines, and the swatch and chip of a user's label."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from reader.ui.resources import paint_icon
from reader.ui.style_parts import SMALL_RADIUS, rounded
from reader.ui.theme import Theme, draw_label_swatch, scaled, ui_font

_KEY = re.compile(r"\[([^\[\]]+)\]")

_JOINTS = re.compile(r"([_./\\])(?=\w{4})")  # of a file name or path


class TokenLabel(QLabel):
    """A label in one of the theme's text colours; it follows a change of theme and of interface size."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        token: str = "text",
        px: float = 13,
        weight: int = 400,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._token, self._px, self._weight = theme, token, px, weight
        theme.changed.connect(self._dress)
        self._dress()

    def set_token(self, token: str) -> None:
        """Show the text in another colour of the theme."""
        self._token = token
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._make_font())
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color(self._token))
        self.setPalette(palette)

    def _make_font(self) -> QFont:
        return ui_font(self._px, self._weight)


def breakable(words: str) -> str:
    """The words with places at which a long file name may go on in the next line; Qt breaks at blanks and hyphens."""
    return _JOINTS.sub("\\1\u200b", words)


class SectionHeading(TokenLabel):
    """The heading of a part of a side bar: 11 px, capitals by the font alone, so that the plain word is read aloud."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, text, "text2", 11, 600, parent)

    def _make_font(self) -> QFont:
        font = ui_font(11, 600)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        return font


class ElidedLabel(TokenLabel):
    """One line that is cut with an ellipsis where there is no room; then the whole text is in the tooltip."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        token: str = "text",
        px: float = 13,
        weight: int = 400,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, token, px, weight, parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(24), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + 1, hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole_text()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_whole_text()

    def _tell_whole_text(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(self._whole or (self.text() if cut else ""))

    def set_whole(self, text: str) -> None:
        """What the tooltip says, also where nothing is cut: the text of which a short form is shown."""
        self._whole = text
        self._tell_whole_text()


def key_cap_size(text: str, px: float = 11) -> QSize:
    """How much room the key cap of `text` takes."""
    metrics = QFontMetricsF(ui_font(px, 500))
    height = round(metrics.height() + 3)
    return QSize(max(height, round(metrics.horizontalAdvance(text) + scaled(9))), height)


def paint_key_cap(
    painter: QPainter, rect: QRectF, text: str, theme: Theme, *, px: float = 11, on_accent: bool = False
) -> None:
    """A key in a small box that fills `rect`; `on_accent` for a place on the accent colour."""
    if on_accent:
        rounded(painter, rect, SMALL_RADIUS, None, theme.color("onaccent"))
    else:
        rounded(painter, rect, SMALL_RADIUS, theme.color("side"), theme.color("line"))
    painter.save()
    painter.setFont(ui_font(px, 500))
    painter.setPen(theme.color("onaccent" if on_accent else "text2"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()


class KeyCap(QWidget):
    """A key, such as "Ctrl+I", in a small box."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._text = theme, text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return key_cap_size(self._text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_key_cap(QPainter(self), QRectF(self.rect()), self._text, self._theme)


class KeyText(QWidget):
    """A sentence with keys in it: "Press [N] at a highlight." shows N as a key cap. It wraps at words."""

    def __init__(
        self, theme: Theme, text: str, token: str = "text2", px: float = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._token, self._px = theme, token, px
        self._text = text
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_KEY.sub(r"\1", text))
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        pieces = self._placed(100_000)
        return QSize(round(max((rect.right() for rect, _, _ in pieces), default=0)) + 1, self.heightForWidth(100_000))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(120), self._line_height())

    def heightForWidth(self, width: int) -> int:
        pieces = self._placed(width)
        return round(max((rect.bottom() for rect, _, _ in pieces), default=self._line_height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for rect, word, is_key in self._placed(self.width()):
            if is_key:
                cap = QRectF(rect)
                cap.setHeight(key_cap_size(word).height())
                cap.moveCenter(rect.center())
                paint_key_cap(painter, cap.toAlignedRect().toRectF(), word, self._theme)
            else:
                painter.setFont(ui_font(self._px))
                painter.setPen(self._theme.color(self._token))
                painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), word)

    def _line_height(self) -> int:
        return round(QFontMetricsF(ui_font(self._px)).height() * 1.2)

    def _placed(self, width: int) -> list[tuple[QRectF, str, bool]]:
        """Each word and key with its place, wrapped at `width` px."""
        metrics = QFontMetricsF(ui_font(self._px))
        height, space = self._line_height(), metrics.horizontalAdvance(" ")
        placed: list[tuple[QRectF, str, bool]] = []
        x = y = 0.0
        for word in self._text.split(" "):
            parts = [(part, index % 2 == 1) for index, part in enumerate(_KEY.split(word)) if part]
            sizes = [key_cap_size(p).width() + 1 if key else metrics.horizontalAdvance(p) for p, key in parts]
            if x and x + sum(sizes) > width:
                x, y = 0.0, y + height
            for (part, is_key), size in zip(parts, sizes, strict=True):
                placed.append((QRectF(x, y, size - 1 if is_key else size + 1, height), part, is_key))
                x += size
            x += space
        return placed


class EmptyHint(QWidget):
    """What an empty list says: one sentence with the key that fills it, in a dashed frame."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(KeyText(theme, text, "text2", 13, self))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        dashed_frame(painter, QRectF(self.rect()), self._theme.color("ctl"), 6)


def dashed_frame(painter: QPainter, rect: QRectF, colour: QColor, radius: float, width: float = 1.0) -> None:
    """A rounded frame of dashes inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, width)
    pen.setDashPattern([4, 3])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


class Hairline(QWidget):
    """A line of 1 px between parts."""

    def __init__(
        self,
        theme: Theme,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        if orientation == Qt.Orientation.Vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("line"))


class LabelSwatch(QWidget):
    """The colour and line of a user's label, 20 x 16 px."""

    def __init__(
        self, theme: Theme, hue: int = 1, pattern: int = 1, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.show_label(hue, pattern, name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_label(self, hue: int, pattern: int, name: str = "") -> None:
        """`hue` and `pattern` 1-9; `name` is read to who cannot see the colour."""
        self._hue, self._pattern = hue, pattern
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(20), scaled(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_label_swatch(QPainter(self), QRectF(self.rect()), self._hue, self._pattern, self._theme)


class Chip(QAbstractButton):
    """A user's label as a chip: swatch, name, digit. Without `hue` it is a dashed chip that adds, with a plus sign."""

    remove_requested = Signal()

    def __init__(
        self, theme: Theme, name: str, hue: int = 0, pattern: int = 0, digit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._hue, self._pattern, self._digit = theme, hue, pattern, digit
        self.setText(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(ui_font(12))
        width = metrics.horizontalAdvance(self.text()) + scaled(20 if self._hue else 14) + scaled(19)
        if self._digit:
            width += scaled(8) + QFontMetricsF(ui_font(11)).horizontalAdvance(self._digit)
        return QSize(round(width), round(metrics.height() + scaled(9)))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(60), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._hue and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect = self._theme, QPainter(self), QRectF(self.rect())
        fill = theme.color("hover" if self.underMouse() and self.isEnabled() else "raised")
        if self._hue:
            rounded(painter, rect, SMALL_RADIUS + 1, fill, theme.color("line"))
        else:
            rounded(painter, rect, SMALL_RADIUS + 1, fill if self.underMouse() else None)
            dashed_frame(painter, rect, theme.color("ctl"), SMALL_RADIUS + 1)
        left, middle = float(scaled(5)), rect.height() / 2
        sign = QRectF(left, middle - scaled(8), scaled(20 if self._hue else 14), scaled(16))
        if self._hue:
            draw_label_swatch(painter, sign, self._hue, self._pattern, theme)
        else:
            paint_icon(painter, sign.adjusted(scaled(1), 0, -scaled(1), 0), theme, "plus", "text2")
        left = sign.right() + scaled(6)
        right = rect.right() - scaled(7)
        if self._digit:
            painter.setFont(ui_font(11))
            painter.setPen(theme.color("text2" if self.underMouse() else "text3"))
            align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(QRectF(left, 0, right - left, rect.height()), align, self._digit)
            right -= QFontMetricsF(painter.font()).horizontalAdvance(self._digit) + scaled(6)
        painter.setFont(ui_font(12))
        painter.setPen(theme.color("text" if self._hue else "text2"))
        room = QRectF(left, 0, right - left, rect.height())
        shown = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
