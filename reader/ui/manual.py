"""The manual page with the table of shortcuts, and the box that says which version this is."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt, qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QMessageBox, QTextBrowser, QVBoxLayout

from reader import __version__
from reader.assets_path import asset_path
from reader.ui.dialog_size import open_at_size
from reader.ui.theme import reading_font

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class ManualWindow(QDialog):
    """The manual in the language of the window, followed by every action with its keys."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Manual"))
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.tr("Manual"))
        self.page.setOpenLinks(False)
        self.page.setFont(reading_font(15))
        self.page.document().setDocumentMargin(24)
        language = "nl" if QLocale().language() == QLocale.Language.Dutch else "en"
        text = asset_path("docs", f"manual.{language}.md").read_text(encoding="utf-8")
        self.page.setMarkdown(text + "\n\n## " + self.tr("Shortcuts") + "\n\n" + self._shortcuts(window))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        open_at_size(self, QSize(760, 720), QSize(420, 320))

    def _shortcuts(self, window: MainWindow) -> str:
        rows = ["| " + self.tr("Act") + " | " + self.tr("Keys") + " |", "|---|---|"]
        for _act, action in window.actions_table.all():
            keys = ", ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts())
            if keys:
                rows.append(f"| {action.text()} | {keys} |")
        return "\n".join(rows)


def about(window: MainWindow) -> None:
    """Show the version of the program and of what it stands on."""
    from reader.store.project import sqlite_version

    title = QCoreApplication.translate("actions", "About Vindplaats")
    words = QCoreApplication.translate(
        "ManualWindow", "Read parliamentary papers side by side, mark, link and cite. Nothing leaves this computer."
    )
    facts = f"Vindplaats {__version__} · Qt {qVersion()} · Python {platform.python_version()} · SQLite {sqlite_version}"
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, f"{words}\n\n{facts}", QMessageBox.StandardButton.Close, window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
