"""The menu bar and the context menu of a pane, built from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu

from reader.ui.actions import MENUS

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

CONTEXT_MENU = (
    "copy", "copy.citation", "", "highlight", "tag.pick", "note", "link", "follow", "", "ends", "highlight.remove",
    "", "find", "outline", "view.pages", "view.delivered", "versions", "pane.new", "pane.close",
)  # fmt: skip


def build_menu_bar(window: MainWindow) -> None:
    """Fill the window's menu bar anew, in the language of the window."""
    bar = window.menuBar()
    for old in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.deleteLater()
    bar.clear()
    for title, ids in MENUS:
        fill(bar.addMenu(QCoreApplication.translate("actions", title)), ids, window)


def show_pane_menu(window: MainWindow, at: QPoint) -> None:
    """The context menu of the active pane at a global position."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _page_link(menu, window)
    fill(menu, CONTEXT_MENU, window)
    menu.popup(at)


def fill(menu: QMenu, ids: tuple[str, ...], window: MainWindow) -> None:
    """Put the actions with these ids into a menu; "" is a separator, some ids are sub-menus."""
    for act_id in ids:
        if not act_id:
            menu.addSeparator()
        elif act_id == "recent":
            _recent(menu, window)
        elif act_id == "tags":
            digits = menu.addMenu(QCoreApplication.translate("menus", "Label by digit"))
            for number in range(1, 10):
                digits.addAction(window.actions_table[f"tag.{number}"])
        elif act_id == "versions":
            _versions(menu, window)
        elif act_id in ("theme", "language"):
            _choice(menu, act_id, window)
        else:
            menu.addAction(window.actions_table[act_id])


def _versions(menu: QMenu, window: MainWindow) -> None:
    """The versions of the paper of the active pane, where it has several."""
    view = window.project_view_or_none
    uid = view.pane.document.uid if view is not None and view.pane is not None else ""
    if view is not None and uid and len(view.session.project.texts_of(uid)) > 1:
        view.versions.fill_menu(menu.addMenu(QCoreApplication.translate("menus", "Versions of this paper")), uid)


def _page_link(menu: QMenu, window: MainWindow) -> None:
    """What can be done with the link of a PDF at which the menu was asked for: nothing is ever opened."""
    view = window.project_view_or_none
    text = view.pane.view if view is not None and view.pane is not None else None
    link = text.take_menu_link() if text is not None else None
    if text is None or link is None:
        return

    def go(_checked: bool = False) -> None:
        text.link_followed.emit(link.page)

    def copy(_checked: bool = False) -> None:
        QGuiApplication.clipboard().setText(link.address)

    if link.page is not None:
        words = QCoreApplication.translate("menus", "Go to {page}").format(page=text.words_of_link(link))
        menu.addAction(words).triggered.connect(go)
    else:
        menu.addAction(QCoreApplication.translate("menus", "Copy the address of the link")).triggered.connect(copy)
    menu.addSeparator()


def _recent(menu: QMenu, window: MainWindow) -> None:
    recent = menu.addMenu(QCoreApplication.translate("menus", "Recent projects"))
    recent.triggered.connect(window.open_recent)

    def fill_recent() -> None:
        paths = window.settings.recent_projects()
        recent.clear()
        for path in paths:
            recent.addAction(str(path)).setData(str(path))
        recent.setEnabled(bool(paths))

    fill_recent()
    menu.aboutToShow.connect(fill_recent)


def _choice(menu: QMenu, option: str, window: MainWindow) -> None:
    translate = QCoreApplication.translate
    if option == "theme":
        title = translate("menus", "Theme")
        names = {
            "system": translate("menus", "Like the system"),
            "light": translate("menus", "Light"),
            "dark": translate("menus", "Dark"),
            "sepia": translate("menus", "Sepia"),
        }
    else:
        title = translate("menus", "Language")
        names = {"system": translate("menus", "Like the system"), "nl": "Nederlands", "en": "English"}
    sub_menu = menu.addMenu(title)
    group = QActionGroup(sub_menu)
    for value, name in names.items():
        action = sub_menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(window.settings.get(option) == value)
        action.setData((option, value))
        group.addAction(action)
    group.triggered.connect(window.choose_option)
