"""The filters and the order of the list of excerpts: labels, documents, note, links, words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QIcon, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from reader.exporters.collecting import ExcerptFilter, labels_of
from reader.models.excerpts import ARRANGEMENTS, Arrangement
from reader.models.session import Session
from reader.ui.controls import SearchField
from reader.ui.flow_layout import FlowLayout
from reader.ui.resources import paint_icon
from reader.ui.style_parts import RADIUS, rounded
from reader.ui.theme import Theme, draw_label_swatch, scaled, ui_font

FILTER_WAIT = 120  # ms after the last key before the list is filtered
MOST_WIDTH = 220  # px of a button


class FilterButton(QAbstractButton):
    """What is chosen now, with an arrow; a click, Space, Enter or Down opens its menu. Solid ground when it filters."""

    def __init__(self, theme: Theme, name: str, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name, self._icon_name = theme, name, icon_name
        self._active = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def show_choice(self, words: str, active: bool) -> None:
        """Show what is chosen; `active` when it hides something."""
        self.setText(words)
        self._active = active
        self.setAccessibleName(f"{self._name}: {words}")
        self.setToolTip(words if QFontMetricsF(ui_font(12)).horizontalAdvance(words) > scaled(MOST_WIDTH - 50) else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(ui_font(12))
        width = metrics.horizontalAdvance(self.text()) + scaled(40) + (scaled(20) if self._icon_name else 0)
        return QSize(min(scaled(MOST_WIDTH), round(width)), round(metrics.height() + scaled(15)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect = self._theme, QPainter(self), QRectF(self.rect())
        fill = theme.color("accsoft" if self._active else "hover" if self.underMouse() else "raised")
        if self.hasFocus():
            rounded(painter, rect, RADIUS, fill, theme.color("accent"), 2)
        else:
            rounded(painter, rect, RADIUS, fill, theme.color("accent" if self._active else "line"))
        middle, x, side = rect.center().y(), scaled(9), scaled(14)
        if self._icon_name:
            paint_icon(painter, QRectF(x, middle - side / 2, side, side), theme, self._icon_name, "text2")
            x += side + scaled(6)
        arrow = scaled(12)
        room = QRectF(x, 0, rect.width() - x - arrow - scaled(14), rect.height())
        painter.setFont(ui_font(12))
        painter.setPen(theme.color("text"))
        words = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        place = QRectF(rect.right() - arrow - scaled(8), middle - arrow / 2, arrow, arrow)
        paint_icon(painter, place, theme, "chevron-down", "text2")


class ExcerptFilters(QWidget):
    """A row of choices that goes on below where it is narrow."""

    filter_changed = Signal(object)  # ExcerptFilter
    arrangement_changed = Signal(str)

    def __init__(
        self, session: Session, theme: Theme, parent: QWidget | None = None, *, with_order: bool = True
    ) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._filter, self._arrangement = ExcerptFilter(), ARRANGEMENTS[0]
        flow = FlowLayout(scaled(6), self)
        self.tags = FilterButton(theme, self.tr("Labels"), "list-filter")
        self.documents = FilterButton(theme, self.tr("Documents"))
        self.notes = FilterButton(theme, self.tr("Note"))
        self.links = FilterButton(theme, self.tr("Links"))
        self.order = FilterButton(theme, self.tr("Order"), parent=self)
        self.order.setVisible(with_order)
        self.field = SearchField(theme, self.tr("Words in quote, note or label"))
        self.field.setMinimumWidth(scaled(230))
        for button, opener in (
            (self.tags, self._open_tags),
            (self.documents, self._open_documents),
            (self.notes, self._open_notes),
            (self.links, self._open_links),
            (self.order, self._open_order),
        ):
            button.clicked.connect(opener)
            if with_order or button is not self.order:
                flow.addWidget(button)
        flow.addWidget(self.field)
        self._timer = QTimer(self, singleShot=True, interval=FILTER_WAIT)
        self._timer.timeout.connect(self.apply_words)
        self.field.textChanged.connect(self._wait)
        self.show_filter()

    @property
    def filter(self) -> ExcerptFilter:
        return self._filter

    def set_filter(self, wanted: ExcerptFilter) -> None:
        """Filter like this, and say so."""
        self._filter = wanted
        if wanted.text.split() != self.field.text().split():
            self.field.setText(wanted.text)
        self._timer.stop()
        self.show_filter()
        self.filter_changed.emit(wanted)

    def apply_words(self) -> None:
        """Filter on the words in the field, now."""
        self._timer.stop()
        if self.field.text() != self._filter.text:
            self.set_filter(replace(self._filter, text=self.field.text()))

    def arrange(self, arrangement: Arrangement) -> None:
        """Order or group the list."""
        self._arrangement = arrangement
        self.show_filter()
        self.arrangement_changed.emit(arrangement)

    def show_filter(self) -> None:
        """Put what is chosen in words on the buttons; labels and documents may have other names now."""
        chosen = self._filter
        labels = labels_of(self._session.project.tags())
        names = [labels[uid].path[-1] for uid in chosen.tags if uid in labels]
        self.tags.show_choice(", ".join(names) or self.tr("All labels"), bool(names))
        titles = [one.title for one in self._session.project.documents() if one.uid in chosen.documents]
        self.documents.show_choice(", ".join(titles) or self.tr("All documents"), bool(titles))
        self.notes.show_choice(self._note_choices()[chosen.has_note], chosen.has_note is not None)
        self.links.show_choice(self._link_choices()[chosen.has_link], chosen.has_link is not None)
        self.order.show_choice(self.order_words(self._arrangement), False)

    def order_words(self, arrangement: Arrangement) -> str:
        """The name of an order."""
        return {
            "place": self.tr("Order: reading order"),
            "document": self.tr("Order: by document"),
            "label": self.tr("Order: by label"),
        }[arrangement]

    def _note_choices(self) -> dict[bool | None, str]:
        return {None: self.tr("Note or not"), True: self.tr("With a note"), False: self.tr("Without a note")}

    def _link_choices(self) -> dict[bool | None, str]:
        return {None: self.tr("Link or not"), True: self.tr("With a link"), False: self.tr("Without a link")}

    # -- menus ---------------------------------------------------------------------------------------------------------

    def tags_menu(self) -> QMenu:
        """All labels, with those chosen ticked; choosing another adds it."""
        menu = self._menu(self._on_tag)
        self._add(menu, self.tr("All labels"), "", not self._filter.tags)
        for label in labels_of(self._session.project.tags()).values():
            action = self._add(
                menu, "    " * (len(label.path) - 1) + label.path[-1], label.uid, label.uid in self._filter.tags
            )
            action.setIcon(self._swatch(label.hue, label.pattern))
        return menu

    def documents_menu(self) -> QMenu:
        """All documents, with those chosen ticked; choosing another adds it."""
        menu = self._menu(self._on_document)
        self._add(menu, self.tr("All documents"), "", not self._filter.documents)
        for document in self._session.project.documents():
            self._add(menu, document.title.replace("&", "&&"), document.uid, document.uid in self._filter.documents)
        return menu

    def _open_tags(self) -> None:
        self._open(self.tags_menu(), self.tags)

    def _open_documents(self) -> None:
        self._open(self.documents_menu(), self.documents)

    def _open_notes(self) -> None:
        menu = self._menu(self._on_note)
        for words, value in (
            (self.tr("Note or not"), None),
            (self.tr("With a note"), True),
            (self.tr("Without a note"), False),
        ):
            self._add(menu, words, value, self._filter.has_note is value)
        self._open(menu, self.notes)

    def _open_links(self) -> None:
        menu = self._menu(self._on_link)
        for words, value in (
            (self.tr("Link or not"), None),
            (self.tr("With a link"), True),
            (self.tr("Without a link"), False),
        ):
            self._add(menu, words, value, self._filter.has_link is value)
        self._open(menu, self.links)

    def _open_order(self) -> None:
        menu = self._menu(self._on_order)
        for arrangement in ARRANGEMENTS:
            self._add(menu, self.order_words(arrangement), arrangement, arrangement == self._arrangement)
        self._open(menu, self.order)

    def _menu(self, chosen: object) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(chosen)
        return menu

    def _add(self, menu: QMenu, words: str, data: object, ticked: bool) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(ticked)
        action.setData(data)
        return action

    def _open(self, menu: QMenu, button: FilterButton) -> None:
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _swatch(self, hue: int, pattern: int) -> QIcon:
        picture = QPixmap(QSize(scaled(20), scaled(16)) * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_label_swatch(painter, QRectF(0, 0, scaled(20), scaled(16)), hue, pattern, self._theme)
        painter.end()
        return QIcon(picture)

    # -- choices -------------------------------------------------------------------------------------------------------

    def _wait(self) -> None:
        self._timer.start()

    def _on_tag(self, action: QAction) -> None:
        self.set_filter(replace(self._filter, tags=_toggled(self._filter.tags, action.data())))

    def _on_document(self, action: QAction) -> None:
        self.set_filter(replace(self._filter, documents=_toggled(self._filter.documents, action.data())))

    def _on_note(self, action: QAction) -> None:
        self.set_filter(replace(self._filter, has_note=action.data()))

    def _on_link(self, action: QAction) -> None:
        self.set_filter(replace(self._filter, has_link=action.data()))

    def _on_order(self, action: QAction) -> None:
        self.arrange(action.data())


def _toggled(uids: tuple[str, ...], uid: str) -> tuple[str, ...]:
    """With the uid added, or without it when it was there; an empty uid empties."""
    if not uid:
        return ()
    return tuple(one for one in uids if one != uid) if uid in uids else (*uids, uid)
