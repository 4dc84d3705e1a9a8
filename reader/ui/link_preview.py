"""The other end of a link in a popup: document, place, some lines with the passage tinted, and the way there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.domain.citation import place_words
from reader.domain.model import Span
from reader.exporters.places import place_of
from reader.exporters.words import link_words
from reader.models.documents import interface_language
from reader.models.session import Session
from reader.text.offsets import Utf16Map
from reader.text.reading import ReadingText
from reader.ui.controls import CommandButton, ElidedLabel
from reader.ui.popups import PopupFrame
from reader.ui.quote_lines import list_serif
from reader.ui.theme import Theme, scaled

WIDTH = 380  # px at 100 % text
LINES, LINE_HEIGHT = 6, 22
BEFORE, AFTER = 90, 700  # characters of context around the start of the passage


class LinkPreview(PopupFrame):
    """Enter or the button opens the other end; Esc or a click elsewhere closes. `open_requested`: link, from (uids)."""

    open_requested = Signal(str, str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, Qt.WindowType.Popup)
        self._session = session
        self._link = ("", "")
        self.kind = ElidedLabel(theme, token="acctext", px=12, weight=500)
        self.title = ElidedLabel(theme, token="text", px=13, weight=600)
        self.place = ElidedLabel(theme, token="text2", px=12)
        self.passage = PassageText(theme)
        self.button = CommandButton(theme, self.tr("Open alongside"), icon_name="columns-2", keys="↵", small=True)
        self.button.clicked.connect(self.open_end)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(14), scaled(12), scaled(14), scaled(12))
        column.setSpacing(scaled(2))
        for label in (self.kind, self.title, self.place):
            column.addWidget(label)
        column.addSpacing(scaled(6))
        column.addWidget(self.passage)
        column.addSpacing(scaled(8))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.setFixedWidth(scaled(WIDTH))

    def show_link(self, link_uid: str, from_uid: str, at: QPoint) -> None:
        """Show what lies at the other end of a link, seen from one of its passages, near a global point."""
        project = self._session.project
        link = project.link(link_uid)
        outgoing = link.source_uid == from_uid
        other = project.highlight(link.target_uid if outgoing else link.source_uid)
        document = project.document(other.document_uid)
        kind = next(kind for kind in project.link_kinds() if kind.uid == link.kind_uid)
        language = interface_language()
        self._link = (link_uid, from_uid)
        words = link_words(kind, outgoing, language)
        self.kind.setText(words)
        self.title.setText(document.title)
        chapters = document.kind.startswith(("ngo", "rapport"))
        place = place_of(self._session.structure(other.text_uid), other.span)
        self.place.setText(place_words(place, language, chapters=chapters))
        if other.status == "orphan":
            self.passage.show_text(other.quote, 0, len(other.quote))
        else:
            self.passage.show_text(*in_context(self._session.reading(other.text_uid), other.span))
        self.setAccessibleName(f"{words}: {document.title}. {self.passage.accessibleName()}")
        self.adjustSize()
        self.put_near(QRect(at, at))
        self.show()
        self.button.setFocus(Qt.FocusReason.PopupFocusReason)

    def open_end(self) -> None:
        """Go to the other end."""
        self.close()
        self.open_requested.emit(*self._link)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_end()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def in_context(reading: ReadingText, span: Span) -> tuple[str, int, int]:
    """The words around the start of a passage, and where the passage starts and ends in them (code points)."""
    ranges = reading.shown_ranges(span)
    if not ranges:
        return reading.quote(span), 0, len(reading.quote(span))
    start, end = ranges[0][0], ranges[-1][1]
    first = reading.paragraph_start(reading.paragraph_at(start))
    lead = ""
    if start - first > BEFORE:
        first = reading.text.find(" ", start - BEFORE, start) + 1 or start
        lead = "… "
    text = lead + reading.text[first : start + AFTER]
    return text, len(lead) + start - first, min(len(text), len(lead) + end - first)


class PassageText(QWidget):
    """At most six lines of serif text in which a passage has the tint of selected text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout = QTextLayout()
        self._marked = (0, 0)
        self._shown = 0
        self.setFixedHeight(LINES * scaled(LINE_HEIGHT))
        theme.changed.connect(self._tint)

    def show_text(self, text: str, start: int, end: int) -> None:
        """Show text of which start to end (code points) is the passage."""
        offsets = Utf16Map(text)
        begin = offsets.to_qt(start)
        self._marked = (begin, offsets.to_qt(end) - begin)
        self.setAccessibleName(text[start:end])
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._layout.setText(text.replace("\n", "\u2028"))
        self._layout.setFont(list_serif(14))
        self._layout.setTextOption(option)
        self._tint()
        self._break(scaled(WIDTH) - 2 * scaled(14))
        self.setFixedHeight(max(1, self._shown) * scaled(LINE_HEIGHT))

    def sizeHint(self) -> QSize:
        return QSize(scaled(WIDTH) - 2 * scaled(14), self._shown * scaled(LINE_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.color("text"))
        self._layout.draw(painter, QPointF(0, 0))

    def _tint(self) -> None:
        marked = QTextLayout.FormatRange()
        marked.start, marked.length = self._marked
        style = QTextCharFormat()
        style.setBackground(QBrush(self._theme.color("sel")))
        marked.format = style
        self._layout.setFormats([marked])
        self.update()

    def _break(self, width: float) -> None:
        self._layout.beginLayout()
        self._shown, height = 0, scaled(LINE_HEIGHT)
        while self._shown < LINES:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, self._shown * height + (height - line.height()) / 2))
            self._shown += 1
        self._layout.endLayout()
