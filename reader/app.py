"""Puts the window together: application, fonts, translations, theme, error hook, and the project it opens."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from reader import __version__
from reader.assets_path import asset_path
from reader.config import Settings
from reader.ui.accessible_text import install_accessibility
from reader.ui.dress import Dress
from reader.ui.garbage import GarbageCollector
from reader.ui.main_window import MainWindow
from reader.ui.messages import install_error_hook
from reader.ui.resources import icon_file, load_fonts
from reader.ui.theme import Theme

TITLE_BAR = 40  # px that the frame of a window takes at most, above and below
SWITCH_INTERVAL = 0.001  # seconds work in the background may keep the window waiting; Python's 5 ms show in scrolling


class Languages(QObject):
    """The translators of the application: English is in the code, Dutch is loaded when it is wanted."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._translators: list[QTranslator] = []

    def use(self, choice: str) -> None:
        """Speak "nl" or "en", or with "system" the language of the system: Dutch for Dutch, else English."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators.clear()
        if choice == "system":
            choice = "nl" if QLocale.system().language() == QLocale.Language.Dutch else "en"
        QLocale.setDefault(QLocale(QLocale.Language.Dutch if choice == "nl" else QLocale.Language.English))
        if choice == "nl":
            folders = [asset_path("translations"), Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))]
            for name, folder in (("reader_nl", folders[0]), ("qtbase_nl", folders[1])):
                translator = QTranslator(self)
                if translator.load(name, str(folder)):
                    self._application.installTranslator(translator)
                    self._translators.append(translator)


class Desk(QObject):
    """The application with its one window, kept together so that a change of theme or language reaches both."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application, self._settings = application, settings
        application.setApplicationName("Vindplaats")
        application.setApplicationVersion(__version__)
        application.setDesktopFileName("vindplaats")
        load_fonts()
        self.languages = Languages(application)
        self.languages.use(settings.get("language"))
        self.theme = Theme(settings.get("theme"), self)
        self.dress = Dress(application, self.theme, settings.get("interface_size") / 100)
        application.setWindowIcon(icon_file("vindplaats"))
        install_accessibility()
        self.window = MainWindow(self.theme, settings)
        self.window.option_chosen.connect(self._on_option)
        install_error_hook(self.window)
        self._garbage = GarbageCollector(self)

    def close(self) -> None:
        """Close the window and let go of the application."""
        self._garbage.stop()
        self.window.close()
        self.window.deleteLater()
        self.deleteLater()

    def _on_option(self, option: str) -> None:
        if option in ("theme", "all"):
            self.theme.choose(self._settings.get("theme"))
        if option == "language":
            self.languages.use(self._settings.get("language"))
            self.window.retranslate()


def make_desk(settings: Settings) -> Desk:
    """The application and its window, not shown yet. Uses the QApplication that is there, else makes it."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    return Desk(application, settings)


def _fit_on_screen(window: MainWindow) -> None:
    """Make the window no larger than the screen has room for, its frame included."""
    screen = window.screen().availableGeometry()
    window.resize(min(window.width(), screen.width()), min(window.height(), screen.height() - TITLE_BAR))


def run_window(project_path: Path | None) -> int:
    """Open the window on a project, else on the last one, else on the welcome page. Gives the exit code."""
    settings = Settings.load()
    desk = make_desk(settings)
    _fit_on_screen(desk.window)
    desk.window.show()
    recent = settings.recent_projects() if settings.get("open_last") else []
    path = project_path or (recent[0] if recent else None)
    if path is not None:
        QTimer.singleShot(
            0, desk.window, partial(desk.window.project_files.open_path, path)
        )  # the window is painted first
    application = QApplication.instance()
    assert application is not None
    return application.exec()
