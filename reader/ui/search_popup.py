"""Search in all papers and notes from the field in the tool bar: hits in a list below; choosing one goes there."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.domain.errors import ReaderError
from reader.domain.model import Span
from reader.ui.theme import ui_font

if TYPE_CHECKING:
    from reader.store.search import Hit, NoteHit
    from reader.ui.main_window import MainWindow

MOST, MOST_NOTES = 60, 8  # hits shown
WAIT = 150  # ms after the last key


class SearchPopup(QFrame):
    """The hits of the search field. The field keeps the focus; arrows choose, Enter goes, Esc closes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.field = window.tool_bar.search
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.summary = QLabel()
        self.summary.setFont(ui_font(12))
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.summary)
        layout.addWidget(self.list)
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.run)
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._go)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Hits in all documents"))

    def begin(self) -> None:
        """Put the cursor in the search field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text().strip():
            self.run()

    def run(self) -> None:
        """Search now and show the hits."""
        from reader.exporters.words import counted  # not before the window has been painted
        from reader.models.documents import interface_language

        self._timer.stop()
        session, text = self._window.session, self.field.text().strip()
        if session is None or len(text) < 2:
            self.hide()
            return
        self.list.clear()
        try:
            hits = session.project.search(text, limit=MOST)
            notes = session.project.search_notes(text, limit=MOST_NOTES)
        except ReaderError:
            hits, notes = [], []
        titles = {document.uid: document.title for document in session.project.documents()}
        for note in notes:
            if _plain(note.snippet) in session.project.highlight(note.highlight_uid).note:  # else its quote was found
                self._add(note, titles.get(note.document_uid, ""), self.tr("note"))
        for hit in hits:
            self._add(hit, titles.get(hit.document_uid, ""), self._page(hit))
        documents = counted(len({hit.document_uid for hit in hits}), "document", interface_language())
        if not self.list.count():
            self.summary.setText(self.tr("Nothing found for “{text}”.").format(text=text))
        elif len(hits) == MOST:
            self.summary.setText(self.tr("The first {n} hits, in {documents}").format(n=MOST, documents=documents))
        else:
            words = self.tr("1 hit in {documents}") if len(hits) == 1 else self.tr("{n} hits in {documents}")
            self.summary.setText(words.format(n=len(hits), documents=documents))
        if self.list.count():
            self.list.setCurrentRow(0)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                row = self.list.currentRow() + (1 if event.key() == Qt.Key.Key_Down else -1)
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._timer.isActive() or self.isHidden():
                    self.run()
                elif (item := self.list.currentItem()) is not None:
                    self._go(item)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                self._to_text()
                return True
        elif event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self.hide()
        return super().eventFilter(watched, event)

    def _on_text(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.hide()

    def _page(self, hit: Hit) -> str:
        if hit.page_label:
            return self.tr("p. {page}").format(page=hit.page_label)
        return self.tr("fp. {page}").format(page=hit.page)

    def _add(self, hit: Hit | NoteHit, title: str, place: str) -> None:
        color = self._window.theme.color
        words = (
            escape(hit.snippet)
            .replace("\x02", f'<span style="background:{color("hit").name()}">')
            .replace("\x03", "</span>")
        )
        label = QLabel(
            f'<span style="color:{color("text2").name()}">{escape(title)} · {escape(place)}</span><br>{words}'
        )
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setFont(ui_font(13))
        label.setContentsMargins(8, 6, 8, 6)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        plain = QTextDocument()
        plain.setHtml(label.text())
        item = QListWidgetItem(self.list)
        item.setData(Qt.ItemDataRole.UserRole, hit)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, plain.toPlainText())
        item.setSizeHint(QSize(self._width() - 40, label.heightForWidth(self._width() - 40) + 12))
        self.list.setItemWidget(item, label)

    def _width(self) -> int:
        return min(640, self._window.width() - 80)

    def _place(self) -> None:
        corner = self.field.mapTo(self._window, QPoint(0, self.field.height() + 4))
        width = self._width()
        left = max(8, min(corner.x() + (self.field.width() - width) // 2, self._window.width() - width - 8))
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        height = min(rows + 60, self._window.height() - corner.y() - 60)
        self.setGeometry(left, corner.y(), width, max(60, height))

    def _go(self, item: QListWidgetItem) -> None:
        hit: Hit | NoteHit = item.data(Qt.ItemDataRole.UserRole)
        self.hide()
        from reader.store.search import NoteHit

        if isinstance(hit, NoteHit):
            self._window.project_view.go_to_highlight(hit.highlight_uid)
        else:
            self._window.project_view.go_to(hit.document_uid, Span(hit.start, hit.end))

    def _to_text(self) -> None:
        view: QWidget | None = None
        project_view = self._window.project_view_or_none
        if project_view is not None and project_view.pane is not None:
            view = project_view.pane.view
        (view or self._window).setFocus(Qt.FocusReason.OtherFocusReason)


def _plain(snippet: str) -> str:
    """A snippet without its marks and dots."""
    return snippet.replace("\x02", "").replace("\x03", "").strip("… ")
