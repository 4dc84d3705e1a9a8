"""Puts the theme on the application: style, fonts, palettes, and the one focus ring around buttons."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QFocusFrame, QToolButton, QWidget

from reader.ui.style import ThemeStyle
from reader.ui.theme import BASE_PIXELS, Theme, ui_font

# widgets whose ground is the token "raised", and where selected text is the token "sel"
_FIELDS = ("QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox")
_POPUPS = ("QMenu", "QComboBoxListView", "QComboBoxPrivateContainer")
# widgets whose font is not the 13 px of the application: (px, weight)
_FONTS = {
    "QPushButton": (13, 500),
    "QHeaderView": (12, 500),
    "QStatusBar": (12, 400),
    "QToolTip": (12, 400),
    "QTipLabel": (12, 400),
}


class Dress(QObject):
    """Keeps the application in the theme's colours. It belongs to the application and lives as long.

    A tool button paints its focus inside, a button with the property "own_focus" as it likes; they get no ring.
    """

    def __init__(self, application: QApplication, theme: Theme, text_scale: float = 1.0) -> None:
        """`text_scale`: size of the interface text, 1.0 = 13 px controls, up to 2.0."""
        super().__init__(application)
        self._application = application
        self._theme = theme
        self._ring: QFocusFrame | None = None
        theme.changed.connect(self._colour)
        self.set_text_scale(text_scale)
        application.focusChanged.connect(self._follow_focus)

    def set_text_scale(self, text_scale: float) -> None:
        """Make the interface text larger or smaller; bars, rows and buttons grow with it."""
        font = ui_font(BASE_PIXELS)
        font.setPixelSize(round(BASE_PIXELS * text_scale))
        QApplication.setFont(font)
        self._application.setStyle(ThemeStyle(self._theme, text_scale))
        for widget_class, (pixels, weight) in _FONTS.items():
            QApplication.setFont(ui_font(pixels, weight), widget_class)  # type: ignore[arg-type]  # str it is, whatever the stub says
        self._theme.changed.emit()  # texts and signs with a font of their own follow, as do the palettes

    def _colour(self) -> None:
        QApplication.setPalette(self._theme.palette())
        role = QPalette.ColorRole
        field = self._theme.palette()
        field.setColor(role.Base, self._theme.color("raised"))
        field.setColor(role.Highlight, self._theme.color("sel"))
        popup = self._theme.palette()
        popup.setColor(role.Window, self._theme.color("raised"))
        popup.setColor(role.Base, self._theme.color("raised"))
        for palette, classes in ((field, _FIELDS), (popup, _POPUPS)):
            for widget_class in classes:
                QApplication.setPalette(palette, widget_class)  # type: ignore[arg-type]  # str it is, whatever the stub says

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        ringed = isinstance(new, QAbstractButton) and not (isinstance(new, QToolButton) or new.property("own_focus"))
        wanted = new if ringed and not by_mouse else None
        if self._ring is None or not shiboken6.isValid(self._ring):
            if wanted is None:
                return
            self._ring = QFocusFrame(wanted.parentWidget() or wanted)
        self._ring.setWidget(wanted)  # type: ignore[arg-type]
