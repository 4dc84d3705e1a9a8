"""Links in a PDF: a click goes to its page and one comes back; an address is told and copied, never opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from reader.text.page_map import PageLink
from reader.ui.page_view import PageView
from tests.flows.conftest import User
from tests.importers.pdf_maker import Sheet, column, pdf

ADDRESS = "https://voorbeeld.invalid/kst-19637-2395"
TO_PAGE, TO_ADDRESS = (72.0, 88.0, 300.0, 104.0), (72.0, 150.0, 300.0, 166.0)


@pytest.fixture
def at_links(at_sample: User, tmp_path: Path) -> User:
    """The user at the pages of a paper with a link to its ninth page and one to an address."""
    user = at_sample
    first = Sheet(
        tuple(column("Zie verder bladzijde negen van dit stuk.", "Zie ook de vindplaats op het web.", room=44, top=56)),
        links=[(TO_PAGE, 8), (TO_ADDRESS, ADDRESS)],
    )
    others = [column(f"Dit is bladzijde {number} van een stuk.") for number in range(2, 13)]
    file = tmp_path / "verwijzingen.pdf"
    file.write_bytes(pdf(first, *others, labels="0 << /S /D /St 101 >>"))
    user.window.settings.set("review_imports", False)
    user.window.exchange.import_files([file])
    user.bot.waitUntil(lambda: not user.window.jobs.running, timeout=20_000)
    [document] = [one for one in user.project.documents() if one.source_name == file.name]
    user.window.project_view.open_document(document.uid)
    user.window.activateWindow()
    user.text.setFocus()
    user.settle()
    user.press("F7")
    source = view(user).source
    assert source is not None
    user.bot.waitUntil(lambda: bool(source.links(0)), timeout=20_000)
    user.settle()
    return user


def view(user: User) -> PageView:
    return user.pane.view


def middle(user: User, place: tuple[float, float, float, float]) -> QPoint:
    """The middle of a box on the first page, in the viewport."""
    rect, scale = view(user).flow.page_rect(0), view(user).flow.column.scale
    left, top, right, bottom = place
    return rect.topLeft() + QPointF((left + right) / 2 * scale, (top + bottom) / 2 * scale).toPoint()


def tip(user: User, at: QPoint) -> str:
    viewport = view(user).viewport()
    QToolTip.hideText()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))
    return QToolTip.text()


def menu_at(user: User, at: QPoint) -> QMenu:
    viewport = view(user).viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    user.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_click_goes_to_the_page_and_back_returns(at_links: User) -> None:
    user = at_links
    at = middle(user, TO_PAGE)
    QTest.mouseMove(view(user).viewport(), at)
    assert view(user).viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert tip(user, at) == "p. 109"
    user.click(view(user).viewport(), at)
    assert view(user).flow.visible_pages()[0] == 8
    assert user.pane.place()[0].startswith("p. 109")
    user.press("Alt+Left")
    assert 0 in view(user).flow.visible_pages()
    user.press("Alt+Right")
    assert 8 in view(user).flow.visible_pages()


def test_words_of_a_link_can_be_selected(at_links: User) -> None:
    user = at_links
    start = middle(user, TO_PAGE)
    viewport = view(user).viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(40, 0))
    QTest.mouseMove(viewport, start + QPoint(80, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(80, 0))
    assert view(user).selection() is not None
    assert 0 in view(user).flow.visible_pages()


def test_an_address_is_told_and_copied_and_never_opened(at_links: User, monkeypatch: pytest.MonkeyPatch) -> None:
    user = at_links
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    at = middle(user, TO_ADDRESS)
    assert tip(user, at) == ADDRESS
    user.click(view(user).viewport(), at)
    assert 0 in view(user).flow.visible_pages()
    menu = menu_at(user, at)
    first = menu.actions()[0]
    assert first.text() == "Copy the address of the link"
    user.click_in_menu(menu, first)
    assert QGuiApplication.clipboard().text() == ADDRESS
    assert opened == []


def test_by_keyboard_the_menu_at_the_caret_has_the_link(at_links: User) -> None:
    user = at_links
    user.find_with_keys("verder bladzijde")
    viewport = view(user).viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), viewport.mapToGlobal(QPoint(0, 0)))
    QApplication.sendEvent(viewport, event)
    user.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Go to p. 109"
    user.click_in_menu(menu, menu.actions()[0])
    assert view(user).flow.visible_pages()[0] == 8


def test_elsewhere_the_menu_says_nothing_of_links(at_links: User) -> None:
    user = at_links
    menu = menu_at(user, middle(user, (72.0, 300.0, 300.0, 310.0)))
    assert "link" not in menu.actions()[0].text().casefold()
    menu.close()
    assert tip(user, middle(user, (72.0, 300.0, 300.0, 310.0))) == ""


def test_a_link_is_where_it_is_drawn_at_every_size(at_links: User) -> None:
    user = at_links
    for zoom in (0.5, 2.0):
        view(user).set_zoom(zoom)
        user.settle()
        found = view(user).link_at(QPointF(middle(user, TO_PAGE)))
        assert isinstance(found, PageLink)
        assert found.page == 8
