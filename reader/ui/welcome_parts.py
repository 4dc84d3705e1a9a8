"""The parts of the welcome page: drop area, card, step, recent project, and how a file's place and day are said."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reader.ui.labels import KeyText, TokenLabel, dashed_frame
from reader.ui.resources import paint_icon
from reader.ui.style_parts import rounded
from reader.ui.theme import Theme, scaled, ui_font


class DropArea(QWidget):
    """A frame of dashes where files can be dropped; `dropped` carries their paths."""

    dropped = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._over = theme, False
        self.setAcceptDrops(True)
        theme.changed.connect(self.update)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        rounded(painter, rect, 10, self._theme.color("accsoft" if self._over else "side"))
        dashed_frame(painter, rect, self._theme.color("accent" if self._over else "ctl"), 10, 2)

    def _show_over(self, over: bool) -> None:
        self._over = over
        self.update()


class Card(QWidget):
    """A rounded ground with a hairline around it; `token` is its colour."""

    def __init__(self, theme: Theme, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._token = theme, token
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 8, self._theme.color(self._token), self._theme.color("line"))


class IconSign(QWidget):
    """An icon that is only looked at."""

    def __init__(self, theme: Theme, name: str, token: str, px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name, self._token, self._px = theme, name, token, px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._px), scaled(self._px))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), self._theme, self._name, self._token)


class StepsBar(QWidget):
    """How many of the steps are done, as a bar of 4 px."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._share = theme, 0.0
        self.setFixedHeight(4)
        theme.changed.connect(self.update)

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        rounded(painter, rect, 2, self._theme.color("line"))
        rect.setWidth(rect.width() * self._share)
        if self._share > 0:
            rounded(painter, rect, 2, self._theme.color("ok"))


class _StepSign(QWidget):
    def __init__(self, theme: Theme, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._number = theme, number
        self.done = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(scaled(22), scaled(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect = self._theme, QPainter(self), QRectF(self.rect())
        radius = rect.height() / 2
        if self.done:
            rounded(painter, rect, radius, theme.color("oksoft"), theme.color("ok"))
            side = scaled(14)
            place = QRectF(0, 0, side, side)
            place.moveCenter(rect.center())
            paint_icon(painter, place, theme, "check", "ok")
            return
        rounded(painter, rect, radius, theme.color("page"), theme.color("ctl"))
        painter.setFont(ui_font(12, 500))
        painter.setPen(theme.color("text2"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(self._number))


class Step(QWidget):
    """One of the first steps: its number or a check, what to do, and with which keys (in square brackets)."""

    def __init__(self, theme: Theme, number: int, title: str, how: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = _StepSign(theme, number, self)
        self._title = title
        words = QVBoxLayout()
        words.setSpacing(scaled(1))
        words.addWidget(TokenLabel(theme, title, "text", 13, 500, self))
        words.addWidget(KeyText(theme, how, "text2", 12, self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.set_done(False)

    @property
    def done(self) -> bool:
        return self._sign.done

    def set_done(self, done: bool) -> None:
        """Show a check in place of the number."""
        self._sign.done = done
        state = QCoreApplication.translate("WelcomePage", "done") if done else ""
        self._sign.setAccessibleName(state)
        self._sign.update()


class RecentRow(QAbstractButton):
    """A project opened before: its name, where it is, and when it was written last."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.path = theme, path
        self.place, self.day = place_words(Path(path)), day_words(Path(path), datetime.now().astimezone().date())
        self.setText(Path(path).stem)
        self.setAccessibleName(f"{self.text()}, {self.place}, {self.day}")
        self.setToolTip(path)
        self.setProperty("own_focus", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        lines = QFontMetricsF(ui_font(13, 500)).height() + QFontMetricsF(ui_font(12)).height()
        return QSize(scaled(240), round(lines) + scaled(19))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect = self._theme, QPainter(self), QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(rect, theme.color("hover"))
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), theme.color("line"))
        side = scaled(18)
        paint_icon(painter, QRectF(scaled(2), (rect.height() - side) / 2, side, side), theme, "book-open", "text2")
        small, left = ui_font(12), scaled(30)
        day_width = QFontMetricsF(small).horizontalAdvance(self.day) + scaled(4)
        room = rect.width() - left - day_width - scaled(16)
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        name_font = ui_font(13, 500)
        name_height, small_height = QFontMetricsF(name_font).height() + 1, QFontMetricsF(small).height()
        top = (rect.height() - name_height - small_height - 1) / 2
        for font, token, words, y, height in (
            (name_font, "text", self.text(), top, name_height),
            (small, "text2", self.place, top + name_height + 1, small_height),
        ):
            painter.setFont(font)
            painter.setPen(theme.color(token))
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideMiddle, room)
            painter.drawText(QRectF(left, y, room + 2, height), align, shown)
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(QRectF(0, 0, rect.width() - scaled(2), rect.height()), right, self.day)
        if self.hasFocus():
            rounded(painter, rect.adjusted(0, 0, 0, -1), 4, None, theme.color("accent"), 2)

    def _choose(self) -> None:
        self.chosen.emit(self.path)


def place_words(path: Path) -> str:
    """Where a file is, from the user's folder on: "Documents › Thesis › report.vindplaats"."""
    try:
        parts = path.relative_to(Path.home()).parts
    except ValueError:
        parts = path.parts
    return " › ".join(name for part in parts if (name := part.strip("/\\")))


def day_words(path: Path, today: date) -> str:
    """When a file was written last: "today 14:02", "yesterday", "12 November", "12 November 2023"; "" if it is gone."""
    try:
        written = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return ""
    days = (today - written.date()).days
    translate = QCoreApplication.translate
    if days == 0:
        return translate("WelcomePage", "today {time}").format(time=written.strftime("%H:%M"))
    if days == 1:
        return translate("WelcomePage", "yesterday")
    day = QDate(written.year, written.month, written.day)
    return QLocale().toString(day, "d MMMM" if written.year == today.year else "d MMMM yyyy")
