"""A link of the passage as a card: its type and direction, the other passage, and where that stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QInputDialog, QMenu, QSizePolicy, QWidget

from reader.domain.model import Document, Highlight, Link, LinkKind
from reader.edit.links import add_link_kind, change_link_kind, remove_link, reverse_link
from reader.exporters.words import link_words
from reader.models.documents import interface_language
from reader.models.session import Session
from reader.ui.panel_parts import filled_menu
from reader.ui.quote_lines import QuoteLines, list_serif
from reader.ui.resources import paint_icon
from reader.ui.style_parts import RADIUS, rounded
from reader.ui.theme import Theme, scaled, ui_font

MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class LinkedEnd:
    """One link seen from a passage: its kind, whether it starts there, and the passage at the other end."""

    link: Link
    kind: LinkKind
    outgoing: bool
    other: Highlight
    document: Document
    quote: str
    place: str

    @property
    def from_uid(self) -> str:
        return self.link.source_uid if self.outgoing else self.link.target_uid

    def words(self) -> str:
        """The kind as read from this side, in the language of the window."""
        return link_words(self.kind, self.outgoing, interface_language())


class LinkCard(QAbstractButton):
    """Enter or a click follows the link; its menu changes, reverses or removes it; Delete removes it."""

    followed = Signal(str, str)  # link uid, uid of the passage one comes from

    def __init__(self, end: LinkedEnd, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._end, self._session, self._theme = end, session, theme
        self._quote = QuoteLines(list_serif, 14, 20)
        self._small = QuoteLines(ui_font, 12, 17)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{end.words()}: {end.quote}, {end.place}")
        self.clicked.connect(self._follow)
        theme.changed.connect(self.update)

    @property
    def end(self) -> LinkedEnd:
        return self._end

    def menu(self) -> QMenu:
        """The acts on this link."""
        menu = filled_menu(
            self,
            (
                (self.tr("Follow"), "Return", self._follow),
                None,
                (self.tr("Reverse"), "", self.reverse),
                (self.tr("Remove link"), "Del", self.remove),
            ),
        )
        kinds = QMenu(self.tr("Type"), menu)
        for kind in self._session.project.link_kinds():
            action = kinds.addAction(link_words(kind, self._end.outgoing, interface_language()))
            action.setCheckable(True)
            action.setChecked(kind.uid == self._end.kind.uid)
            action.setData(kind.uid)
        kinds.triggered.connect(self._on_kind)
        kinds.addSeparator()
        kinds.addAction(self.tr("New type…")).triggered.connect(self.ask_for_kind)
        menu.insertMenu(menu.actions()[2], kinds)
        return menu

    def reverse(self) -> None:
        """Let source and target change places."""
        self._session.attempt(lambda: reverse_link(self._session.project, self._end.link.uid))

    def remove(self) -> None:
        """Remove the link; undo brings it back."""
        self._session.attempt(lambda: remove_link(self._session.project, self._end.link.uid))

    def set_kind(self, kind_uid: str) -> None:
        """Make it a link of another kind."""
        self._session.attempt(lambda: change_link_kind(self._session.project, self._end.link.uid, kind_uid))

    def ask_for_kind(self) -> None:
        """Ask for the name of a type of link of the user's own, and make it a link of that type."""
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("New type of link"))
        dialog.setLabelText(self.tr("Name, read from source to target"))
        dialog.textValueSelected.connect(self.add_kind)
        dialog.open()

    def add_kind(self, name: str) -> None:
        """Add a type of link and give it to this link."""
        known = {kind.uid for kind in self._session.project.link_kinds()}
        if self._session.attempt(lambda: add_link_kind(self._session.project, name)):
            for kind in self._session.project.link_kinds():
                if kind.uid not in known:
                    self.set_kind(kind.uid)

    # -- events --------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in keys:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._follow()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.menu().popup(event.globalPos() if by_mouse else self.mapToGlobal(QPoint(scaled(12), scaled(24))))
        event.accept()

    def sizeHint(self) -> QSize:
        return QSize(scaled(220), self.heightForWidth(scaled(220)))

    def heightForWidth(self, width: int) -> int:
        room = width - scaled(20)
        quote, place = self._broken(room)
        head = QFontMetricsF(ui_font(12, 500)).height()
        return round(scaled(24) + head + len(quote) * self._quote.height + len(place) * self._small.height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect = self._theme, QPainter(self), QRectF(self.rect())
        painter.setLayoutDirection(self.layoutDirection())
        hovered = self.underMouse()
        if self.hasFocus():
            rounded(painter, rect, RADIUS, theme.color("raised"), theme.color("accent"), 2)
        else:
            rounded(painter, rect, RADIUS, theme.color("raised"), theme.color("ctl" if hovered else "line"))
        inner = rect.adjusted(scaled(10), scaled(8), -scaled(10), -scaled(8))
        head = QFontMetricsF(ui_font(12, 500)).height()
        side = scaled(14)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        sign = QRectF(inner.right() - side if rtl else inner.left(), inner.top() + (head - side) / 2, side, side)
        paint_icon(painter, sign, theme, "arrow-up-right" if self._end.outgoing else "arrow-left", "acctext")
        painter.setPen(theme.color("acctext"))
        painter.setFont(ui_font(12, 500))
        gap = side + scaled(6)
        words = inner.adjusted(0, 0, -gap, 0) if rtl else inner.adjusted(gap, 0, 0, 0)
        words.setHeight(head)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._end.words())
        quote, place = self._broken(inner.width())
        painter.setPen(theme.color("text"))
        top = inner.top() + head + scaled(4)
        self._quote.draw(painter, QRectF(inner.left(), top, inner.width(), 0), quote)
        painter.setPen(theme.color("text3"))
        top += len(quote) * self._quote.height + scaled(2)
        self._small.draw(painter, QRectF(inner.left(), top, inner.width(), 0), place)

    def _broken(self, room: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        quote = f"«{' '.join(self._end.quote.split())}»"
        return self._quote.broken(quote, room, MOST_LINES), self._small.broken(self._end.place, room, 2)

    def _follow(self) -> None:
        self.followed.emit(self._end.link.uid, self._end.from_uid)

    def _on_kind(self, action: QAction) -> None:
        if action.data() is not None:
            self.set_kind(action.data())
