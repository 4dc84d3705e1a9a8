"""The status bar: where the reader is at the left; what is saved, offline, and the project file at the right."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reader.models.jobs import Job
from reader.ui.controls import BusyBar, ElidedLabel
from reader.ui.resources import pixmap
from reader.ui.theme import Theme, scaled, ui_font


class _Fact(QWidget):
    """An icon and a word."""

    def __init__(self, theme: Theme, icon_name: str, token: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._icon_name, self._token = theme, icon_name, token
        self._image = QLabel(self)
        self.label = QLabel(self)
        self.label.setFont(ui_font(12))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.setSpacing(6)
        layout.addWidget(self._image)
        layout.addWidget(self.label)
        theme.changed.connect(self.paint_icon)
        self.paint_icon()

    def paint_icon(self) -> None:
        self._image.setPixmap(pixmap(self._theme, self._icon_name, self._token, scaled(14), self.devicePixelRatioF()))
        palette = self.label.palette()
        palette.setColor(self.label.foregroundRole(), self._theme.color(self._token))
        self.label.setPalette(palette)


class StatusStrip(QWidget):
    """A row of 28 px. `show_place` fills the left part, the session's `saved` signal the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.place = ElidedLabel(theme, px=12, token="text2", parent=self)
        self.busy = BusyBar(theme, self)
        self.busy.hide()
        self._saved = _Fact(theme, "check", "ok", self)
        self._not_saved = _Fact(theme, "circle-alert", "err", self)
        self._offline = _Fact(theme, "monitor-off", "text2", self)
        self._file = _Fact(theme, "hard-drive", "text2", self)
        self._job: Job | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 10, 4)
        layout.setSpacing(8)
        layout.addWidget(self.place, 1)
        layout.addWidget(self.busy)
        for fact in (self._saved, self._not_saved, self._offline, self._file):
            layout.addWidget(fact, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumHeight(28)
        self.busy.stop_requested.connect(self._stop)
        self.retranslate()
        self.show_project("")

    def retranslate(self) -> None:
        self.place.setAccessibleName(self.tr("Place"))
        self._not_saved.label.setText(self.tr("Not everything is saved"))
        self._offline.label.setText(self.tr("Works offline"))
        self.busy.retranslate()

    def show_project(self, name: str, *, read_only: bool = False) -> None:
        """The file that is open; an empty name says that none is."""
        self._file.setVisible(bool(name))
        self._saved.setVisible(False)
        self._not_saved.setVisible(False)
        self._file.label.setText(self.tr("{name} (read only)").format(name=name) if read_only else name)
        if not name:
            self.place.setText(self.tr("No project open"))

    def show_saved(self) -> None:
        """Everything is on the disk, now."""
        self._saved.label.setText(
            self.tr("All saved {time}").format(time=datetime.now().astimezone().strftime("%H:%M"))
        )
        self._saved.setVisible(True)
        self._not_saved.setVisible(False)

    def show_not_saved(self) -> None:
        """Something could not be written to the disk."""
        self._saved.setVisible(False)
        self._not_saved.setVisible(True)

    def show_place(self, words: list[str]) -> None:
        self.place.setText("   |   ".join(word for word in words if word))

    def show_job(self, job: Job) -> None:
        """Show the progress of a background job and a button to stop it."""
        self._job = job
        self.busy.start(job.title)
        job.progress.connect(self.busy.show_progress)
        job.ended.connect(self.busy.hide)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("window"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("line"))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
