"""While a large act is written or told: reading goes on, its progress is shown, and other input waits its turn."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from reader.models.large_acts import LargeActs
from reader.ui.status_strip import StatusStrip

_KEYS: Final = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_CLICKS: Final = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
)
_READING: Final = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class LargeActWaiting(QObject):
    """Follows the large acts of a session. What the user does meanwhile meets a project and views that agree.

    The wheel, Page Up and Page Down, and what is in the status bar work all the time. Any other key or click is let
    through when the act is told everywhere; until then the window paints, and later input keeps its order behind it.
    """

    def __init__(self, acts: LargeActs, status: StatusStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._acts, self._status = acts, status
        acts.began.connect(self._on_began)
        acts.ended.connect(self._on_ended)
        acts.slow.connect(status.show_job)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # as it comes to a window: the part that it is for is looked up afterwards, for it may be gone by then
        if isinstance(watched, QWindow) and self._acts.is_busy and self._must_wait(watched, event):
            loop = QEventLoop()
            self._acts.ended.connect(loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return False

    def _must_wait(self, window: QWindow, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in _KEYS:
            return event.key() not in _READING
        if isinstance(event, QMouseEvent) and event.type() in _CLICKS:
            top = QWidget.find(window.winId())
            under = top.childAt(event.position().toPoint()) if top is not None else None
            return under is None or not self._status.isAncestorOf(under)
        return False

    def _on_began(self) -> None:
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def _on_ended(self) -> None:
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self)
