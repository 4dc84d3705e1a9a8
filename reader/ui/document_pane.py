"""One pane: its head, the line that says where one is, the find bar, the reading view and its overview bar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from reader.domain.model import Document, Span
from reader.models.documents import DOCUMENT_MIME, facts_of, short_title
from reader.models.page_source import PageSource
from reader.models.session import Session
from reader.text.outline import outline
from reader.text.page_text import page_text
from reader.text.pages import page_at
from reader.text.reading import ReadingText
from reader.ui.find_bar import FindBar
from reader.ui.overview_bar import OverviewBar
from reader.ui.page_password import PasswordBar
from reader.ui.page_view import PageView
from reader.ui.pane_head import PANE_MIME, PaneHead
from reader.ui.path_line import PathLine, with_fractie
from reader.ui.theme import Theme
from reader.ui.version_strip import VersionStrip, version_facts

Form = Literal["reading", "delivered", "pages"]  # running text, the lines of the file, the pages of a PDF
PDF = "application/pdf"
SMALLEST = 320  # px


class DocumentPane(QWidget):
    """A paper in a pane. What its view tells is passed on with the pane itself as sender."""

    activated = Signal()
    close_requested = Signal()
    swap_requested = Signal(int)  # with the pane of this number
    document_dropped = Signal(str)
    scrolled = Signal()
    place_changed = Signal()  # the path line says something else
    failed = Signal(object)  # ReaderError: the pages cannot be shown, and the reading view is

    def __init__(self, session: Session, theme: Theme, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.theme = session, theme
        self.number, self.active = 1, False
        self.is_old = False  # an older version of the text than the paper shows: read-only
        self.form: Form = "reading"
        self.document = document
        self._fracties: Mapping[str, str] = {}
        self.view = PageView(theme, self)
        self.overview = OverviewBar(self.view, theme, self)
        self.find_bar = FindBar(self.view, theme, self)
        self.head = PaneHead(self)
        self.path = PathLine(theme, self)
        self.version = VersionStrip(theme, self)
        self.password = PasswordBar(theme, self)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.view, 1)
        body.addWidget(self.overview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 2, 1, 1)
        layout.setSpacing(0)
        for bar in (self.head, self.version, self.path, self.find_bar, self.password):
            layout.addWidget(bar)
        layout.addLayout(body, 1)
        self.setMinimumWidth(SMALLEST)
        self.setAcceptDrops(True)
        self._place_timer = QTimer(self, singleShot=True, interval=0)
        self._place_timer.timeout.connect(self._show_place)
        self.view.focused.connect(self.activated)
        self.view.scrolled.connect(self._on_scrolled)
        self.view.pages_failed.connect(self._on_pages_failed)
        self.view.pages_locked.connect(self._on_locked)
        self.view.pages_opened.connect(self._on_opened)
        self.password.given.connect(self._unlock)
        self.password.left.connect(self._leave_pages)
        self.head.close_button.clicked.connect(self.close_requested)
        self.head.outline.clicked.connect(self.show_outline)
        theme.changed.connect(self.update)
        self.show_document(document)

    def show_document(self, document: Document) -> None:
        """Show this paper from its start: the version of its text that `document` names."""
        self.document = document
        self.is_old = self.session.project.document(document.uid).text_uid != document.text_uid
        self._fracties = {}
        self.marks = self.session.marks(document)
        pages = self.view.source
        self.view.set_source(None)
        if pages is not None:
            pages.deleteLater()
        self.has_pages = self.session.project.media_type(document.text_uid) == PDF
        if self.form == "pages":
            self.form = "reading"
        self.password.hide()
        self.view.set_document(self._reading(), self.marks)
        self._name()
        self._show_version()
        self.find_bar.refresh()

    def rename(self, document: Document) -> None:
        """The facts of the paper changed, or another version of its text is the one that it shows now."""
        is_same_text = document.text_uid == self.document.text_uid
        if self.is_old and not is_same_text:
            self.document = replace(document, text_uid=self.document.text_uid)
        elif not is_same_text:
            self.show_document(document)
            return
        elif self.is_old:  # the newer version was taken back
            position, caret = self.view.position(), self.view.caret()
            self.show_document(document)
            self.view.set_caret(caret)
            self.view.set_position(position)
            return
        else:
            self.document = document
        self._name()
        self._show_version()

    @property
    def paper_uid(self) -> str:
        """The paper of which the pane shows the present text; "" when it shows an old version, which stands alone."""
        return "" if self.is_old else self.document.uid

    def _show_version(self) -> None:
        """Say which version this is, where that is not plain."""
        words = version_facts(self.session.project, self.document.uid, self.document.text_uid)
        self.version.show_version(words, is_old=self.is_old)

    @property
    def delivered(self) -> bool:
        """Whether the lines are shown as they are in the file."""
        return self.form == "delivered"

    def set_form(self, form: Form) -> None:
        """Show the paper in another form, at the same place; pages only of a paper that has them."""
        if form == self.form or (form == "pages" and not self.has_pages):
            return
        view, caret = self.view, self.view.caret()
        height = round(view.y_of(caret))
        was_seen = 0 <= height < view.viewport().height()
        self.form = form
        self.password.hide()
        view.set_reading(self._reading())
        if view.is_paged and view.source is not None and view.source.is_locked:
            self._ask_password(view.source)
        if was_seen and not view.is_paged:  # where the eye is matters more than the first line
            view.show_line(view.reading.reading_offset(caret), height)
        self.find_bar.refresh()
        self._show_place()

    def set_number(self, number: int, active: bool) -> None:
        """The place of this pane among the panes (from 1), and whether commands act on it."""
        self.number, self.active = number, active
        self.head.number.set(number, active)
        self.view.setAccessibleName(
            self.tr("Pane {n}: {title}").format(n=number, title=self.document.title)
        )  # said by a screen reader when the pane gets the focus
        self.update()
        self.head.update()

    def show_outline(self) -> None:
        """A menu of the headings of the paper; choosing one goes there."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text_uid = self.document.text_uid
        entries = outline(self.session.structure(text_uid), self.session.project.body(text_uid))
        for entry in entries:
            action = menu.addAction("    " * (entry.level - 1) + entry.title.replace("&", "&&"))
            action.setData(entry.start)
        if not entries:
            menu.addAction(self.tr("No headings were recognised in this paper")).setEnabled(False)
        menu.triggered.connect(self._go_to_heading)
        menu.popup(self.head.outline.mapToGlobal(QPoint(0, self.head.outline.height())))

    def place(self) -> tuple[str, tuple[str, ...]]:
        """The visible pages in words, and the path of headings at the top of the view."""
        visible = self.view.visible_span()
        structure = self.session.structure(self.document.text_uid)
        reading = self._reading()
        first = page_at(structure.pages, visible.start)
        last = page_at(structure.pages, max(visible.start, visible.end - 1))
        pages = ""
        if first is not None and last is not None:
            pages = self._page_words([first.label, last.label], [first.index, last.index])
        section = reading.section(reading.paragraph_at(reading.reading_offset(visible.start)))
        return pages, with_fractie(section, self._fractie_in(visible))

    def set_fracties(self, fracties: Mapping[str, str]) -> None:
        """Whose questions and answers (by id) the units of the view are, for the path line."""
        if fracties != self._fracties:
            self._fracties = fracties
            self._show_place()

    def _fractie_in(self, visible: Span) -> str:
        """The fractie of the first question or answer that is seen."""
        seen = self.view.units_between(visible.start, visible.end)
        return self._fracties.get(seen[0].id, "") if seen else ""

    def page_words_at(self, offset: int) -> str:
        """The page of a source offset, short: "p. 22" or, where only the page of the file is known, "file p. 6"."""
        page = page_at(self.session.structure(self.document.text_uid).pages, offset)
        if page is None:
            return ""
        if page.label is not None:
            return self.tr("p. {page}").format(page=page.label)
        return self.tr("fp. {page}").format(page=page.index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("page"))
        if self.active:
            accent = self.theme.color("accent")
            painter.setPen(accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.fillRect(0, 0, self.width(), 2, accent)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(DOCUMENT_MIME) or event.mimeData().hasFormat(PANE_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        if data.hasFormat(DOCUMENT_MIME):
            self.document_dropped.emit(bytes(data.data(DOCUMENT_MIME).data()).decode())
        elif data.hasFormat(PANE_MIME):
            number = bytes(data.data(PANE_MIME).data())
            if number.isdigit():
                self.swap_requested.emit(int(number))
        event.acceptProposedAction()

    def _reading(self) -> ReadingText:
        if self.form == "pages":
            return self._pages().reading
        return self.session.reading(self.document.text_uid, delivered=self.delivered)

    def _pages(self) -> PageSource:
        """The pages of the paper, made from the file that was imported."""
        source = self.view.source
        if source is None:
            text = self.session.project.text(self.document.text_uid)
            lines = page_text(self.session.structure(text.uid), text.body)
            password = self.session.passwords.get(text.uid, "")
            source = PageSource(text.original, lines, self.document.source_name, password=password, parent=self.view)
            self.view.set_source(source, self.session.reading(text.uid))
        return source

    def _on_pages_failed(self, error: object) -> None:
        self.set_form("reading")
        self.failed.emit(error)

    # -- a protected file ----------------------------------------------------------------------------------------------

    def _ask_password(self, source: PageSource) -> None:
        known = self.session.passwords.get(self.document.text_uid)
        if known:
            source.unlock(known)
        else:
            self.password.ask(self.document.source_name, focus=self.view.hasFocus())

    def _on_locked(self, is_wrong: bool) -> None:
        if is_wrong:
            self.session.passwords.pop(self.document.text_uid, None)
        if self.view.is_paged:
            self.password.ask(self.document.source_name, is_wrong=is_wrong, focus=self.view.hasFocus())

    def _unlock(self, words: str) -> None:
        source = self.view.source
        if source is not None:
            self.session.passwords[self.document.text_uid] = words  # taken out again when it is wrong
            source.unlock(words)

    def _on_opened(self) -> None:
        if self.password.isVisibleTo(self):
            self._give_focus_back()

    def _leave_pages(self) -> None:
        self.set_form("reading")
        self._give_focus_back()

    def _give_focus_back(self) -> None:
        self.password.hide()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page_words(self, labels: list[str | None], indexes: list[int]) -> str:
        if labels[0] is not None and labels[1] is not None:
            first, last, form = labels[0], labels[1], self.tr("p. {pages}")
        else:
            first, last, form = str(indexes[0]), str(indexes[1]), self.tr("file page {pages}")
        return form.format(pages=first if first == last else f"{first}–{last}")

    def _name(self) -> None:
        self.head.title.setText(short_title(self.document.title))
        self.head.title.set_whole(self.document.title)
        self.head.meta.setText(facts_of(self.document))
        self.head.fit()
        self.set_number(self.number, self.active)

    def _on_scrolled(self) -> None:
        self.scrolled.emit()
        if not self._place_timer.isActive():
            self._place_timer.start()

    def _show_place(self) -> None:
        self.path.show_place(*self.place())
        self.place_changed.emit()

    def _go_to_heading(self, action: QAction) -> None:
        start = action.data()
        if isinstance(start, int):
            self.view.set_caret(start)
            self.view.reveal(Span(start, start + 1), frame=False)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
