"""The bar under a selected passage: labels by digit, note, link, copy. It never takes the focus."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from reader.domain.changes import ChangeSet
from reader.domain.model import Tag, Tagging
from reader.models.session import Session
from reader.ui.controls import Hairline, TokenLabel, key_cap_size, paint_key_cap
from reader.ui.popups import PopupFrame
from reader.ui.resources import paint_icon
from reader.ui.style_parts import RADIUS, rounded
from reader.ui.theme import Theme, draw_label_line, scaled, ui_font

WIDTH = 372  # px at 100 % text
BUTTON_HEIGHT = 34


class SelectionBar(PopupFrame):
    """Its buttons do what the keys do that also work without it. `tag_toggled`: the uid of a label."""

    tag_toggled = Signal(str)
    note_requested = Signal()
    link_requested = Signal()
    copy_requested = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, Qt.WindowType.Tool | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Act on the selected text"))
        self._session = session
        self._highlight_uid: str | None = None
        self._stale = True
        self._tags = QHBoxLayout()
        self._tags.setSpacing(scaled(6))
        self._tag_buttons: list[_TagButton] = []
        self._none = TokenLabel(theme, self.tr("No labels with a digit yet. Press T for a label by name."), "text2", 12)
        acts = QHBoxLayout()
        acts.setSpacing(scaled(4))
        for icon_name, words, keys, signal in (
            ("sticky-note", self.tr("Note"), "N", self.note_requested),
            ("link-2", self.tr("Link"), "L", self.link_requested),
            ("copy", self.tr("Copy"), "Ctrl+Shift+C", self.copy_requested),
        ):
            button = _ActButton(icon_name, words, keys, theme, self)
            button.clicked.connect(signal)
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(8), scaled(8), scaled(8), scaled(6))
        column.setSpacing(scaled(6))
        column.addLayout(self._tags)
        column.addWidget(self._none)
        column.addWidget(Hairline(theme))
        column.addLayout(acts)
        session.changed.connect(self._on_changed)

    @property
    def buttons(self) -> tuple[QAbstractButton, ...]:
        """The labels that are offered, by digit; a checked one is on the passage."""
        return tuple(self._tag_buttons)

    def show_for(self, lines: QRect, highlight_uid: str | None) -> None:
        """Show under the selected lines (global px), else above them; `highlight_uid`: the highlight they are."""
        self._highlight_uid = highlight_uid
        self._refresh()
        self.setFixedWidth(max(scaled(WIDTH), self.layout_width()))
        self.adjustSize()
        self.put_near(lines)
        self.show()

    def layout_width(self) -> int:
        """What the buttons need, px; longer words make the bar wider."""
        layout = self.layout()
        return layout.minimumSize().width() if layout is not None else 0

    def _refresh(self) -> None:
        tags = sorted(
            (tag for tag in self._session.project.tags() if tag.digit is not None), key=lambda tag: tag.digit or 0
        )
        shown = [button.tag for button in self._tag_buttons]
        if self._stale or tags != shown:
            self._rebuild(tags)
        taggings = self._session.project.taggings(highlight_uid=self._highlight_uid) if self._highlight_uid else []
        given = {tagging.tag_uid for tagging in taggings}
        for button in self._tag_buttons:
            button.set_given(button.tag.uid in given)
        self._none.setVisible(not tags)

    def _rebuild(self, tags: list[Tag]) -> None:
        self._stale = False
        for button in self._tag_buttons:
            self._tags.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._tag_buttons = [_TagButton(tag, self.theme, self) for tag in tags]
        for button in self._tag_buttons:
            button.clicked.connect(self._on_tag)
            self._tags.addWidget(button)

    def _on_tag(self) -> None:
        button = self.sender()
        if isinstance(button, _TagButton):
            self.tag_toggled.emit(button.tag.uid)

    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.touches(Tag):
            self._stale = True
        if self.isVisible() and change_set.touches(Tag, Tagging):
            self._refresh()


class _TagButton(QAbstractButton):
    """A label: its tint, digit and line; when the passage has it, a border of 2 px and a check."""

    def __init__(self, tag: Tag, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.tag, self._theme = tag, theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(f"{tag.name}  {tag.digit}")
        self.set_given(False)

    def set_given(self, given: bool) -> None:
        """Show whether the passage has the label."""
        self.setChecked(given)
        self.setAccessibleName(self.tr("{name}, given").format(name=self.tag.name) if given else self.tag.name)

    def nextCheckState(self) -> None:
        """Nothing: the label is given by the act, not by the click."""

    def sizeHint(self) -> QSize:
        return QSize(scaled(34), scaled(BUTTON_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect = self._theme, QPainter(self), QRectF(self.rect())
        box = rect.adjusted(0, scaled(2), -scaled(2), 0)
        tint, line = theme.label_tint(self.tag.hue), theme.label_line(self.tag.hue)
        edge = theme.color("text") if self.isChecked() else line if self.underMouse() else None
        rounded(painter, box, RADIUS, tint, edge, 2 if self.isChecked() else 1)
        painter.setPen(theme.color("text"))
        painter.setFont(ui_font(13, 600))
        digit = QRectF(box.left(), box.top() + scaled(3), box.width(), scaled(16))
        painter.drawText(digit, int(Qt.AlignmentFlag.AlignCenter), str(self.tag.digit))
        margin, scale = scaled(8), scaled(16) / 16
        left, right, y = box.left() + margin, box.right() - margin, box.bottom() - margin
        draw_label_line(painter, left, right, y, self.tag.hue, self.tag.pattern, theme, scale)
        if self.isChecked():
            side = scaled(14)
            badge = QRectF(rect.right() - side + 1, 0, side, side)
            rounded(painter, badge, side / 2, theme.color("text"))
            paint_icon(painter, badge.adjusted(2, 2, -2, -2), theme, "check", theme.color("raised"))


class _ActButton(QAbstractButton):
    """An icon, a word and the key that does the same."""

    def __init__(self, icon_name: str, words: str, keys: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name, self._keys, self._theme = icon_name, keys, theme
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(ui_font(12, 500)).horizontalAdvance(self.text())
        return QSize(round(words + scaled(42) + key_cap_size(self._keys).width()), scaled(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect = self._theme, QPainter(self), QRectF(self.rect())
        if self.underMouse():
            rounded(painter, rect, RADIUS, theme.color("hover"))
        middle, x, side = rect.center().y(), scaled(6), scaled(16)
        paint_icon(painter, QRectF(x, middle - side / 2, side, side), theme, self._icon_name, "text")
        x += side + scaled(6)
        painter.setFont(ui_font(12, 500))
        painter.setPen(theme.color("text"))
        words = QFontMetricsF(painter.font()).horizontalAdvance(self.text())
        place = QRectF(x, 0, words + 2, rect.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        cap = key_cap_size(self._keys)
        corner = QRectF(round(x + words + scaled(7)), round(middle - cap.height() / 2), cap.width(), cap.height())
        paint_key_cap(painter, corner, self._keys, theme)
