"""Parts of the passage panel: a section with its heading, the labels as chips, the links as cards."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.domain.model import Tag
from reader.edit.marks import take_tag
from reader.models.session import Session
from reader.ui.controls import Chip, Hairline, KeyCap, KeyText, SectionHeading
from reader.ui.flow_layout import FlowLayout
from reader.ui.link_card import LinkCard, LinkedEnd
from reader.ui.panel_parts import filled_menu
from reader.ui.theme import Theme, scaled


class Section(QWidget):
    """A hairline, a heading with the key that leads to it, and the body below."""

    def __init__(self, theme: Theme, title: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.head = QHBoxLayout()
        self.head.setSpacing(scaled(6))
        self.head.addWidget(SectionHeading(theme, title), 1)
        if key:
            self.head.addWidget(KeyCap(theme, key))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(scaled(14), scaled(12), scaled(14), scaled(14))
        self.body.setSpacing(scaled(8))
        self.body.addLayout(self.head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(theme))
        column.addLayout(self.body)


class LabelsSection(Section):
    """The labels of the passage. A chip's menu takes the label away, as Delete does; the dashed chip adds one."""

    pick_requested = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Labels"), "", parent)
        self._session, self._uid = session, ""
        self._tags: tuple[Tag, ...] = ()
        self._chips: list[Chip] = []
        self._box = QWidget()
        self._flow = FlowLayout(scaled(6), self._box)
        self._add = Chip(theme, self.tr("Label"), digit="T")
        self._add.setAccessibleName(self.tr("Add a label"))
        self._add.clicked.connect(self.pick_requested)
        self._flow.addWidget(self._add)
        self.body.addWidget(self._box)

    @property
    def chips(self) -> tuple[Chip, ...]:
        return tuple(self._chips)

    def show_tags(self, uid: str, tags: tuple[Tag, ...]) -> None:
        """The labels of a highlight; only chips that differ are made anew."""
        self._uid = uid
        if tags == self._tags:
            return
        focused = next((number for number, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        kept = dict(zip(self._tags, self._chips, strict=True))
        while self._flow.count():
            self._flow.takeAt(0)
        self._chips = [kept.pop(tag) if tag in kept else self._made(tag) for tag in tags]
        for chip in kept.values():
            chip.hide()
            chip.deleteLater()
        self._tags = tags
        for chip in (*self._chips, self._add):
            self._flow.addWidget(chip)
            chip.show()
        if focused >= 0:
            (*self._chips, self._add)[min(focused, len(tags))].setFocus(Qt.FocusReason.OtherFocusReason)
        self._box.updateGeometry()

    def take(self, tag_uid: str) -> None:
        """Take a label from the passage."""
        self._session.attempt(lambda: take_tag(self._session.project, self._uid, tag_uid))

    def _made(self, tag: Tag) -> Chip:
        chip = Chip(self.theme, tag.name, tag.hue, tag.pattern, str(tag.digit or ""))
        chip.setProperty("tag", tag.uid)
        chip.setToolTip(tag.description or tag.name)
        chip.setAccessibleDescription(self.tr("Delete takes the label away"))
        chip.clicked.connect(self._on_clicked)
        chip.remove_requested.connect(self._on_remove)
        return chip

    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            act = chip.remove_requested.emit
            menu = filled_menu(chip, ((self.tr("Take this label away"), "Del", act),))
            menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _on_remove(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.take(str(chip.property("tag")))


class LinksSection(Section):
    """The links of the passage as cards."""

    followed = Signal(str, str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Links"), "L", parent)
        self._session = session
        self._ends: tuple[LinkedEnd, ...] = ()
        self._cards: list[LinkCard] = []
        self._hint = KeyText(theme, self.tr("No links yet. Press [L] here, then [L] at the other passage."))
        self.body.addWidget(self._hint)

    @property
    def cards(self) -> tuple[LinkCard, ...]:
        return tuple(self._cards)

    def show_links(self, ends: tuple[LinkedEnd, ...]) -> None:
        """The links, in order; only cards that differ are made anew."""
        if ends == self._ends:
            return
        focused = next((number for number, card in enumerate(self._cards) if card.hasFocus()), -1)
        kept = dict(zip((end.link.uid for end in self._ends), self._cards, strict=True))
        cards: list[LinkCard] = []
        for end in ends:
            card = kept.get(end.link.uid)
            if card is None or card.end != end:
                card = LinkCard(end, self._session, self.theme)
                card.followed.connect(self.followed)
            else:
                del kept[end.link.uid]
            cards.append(card)
        for card in kept.values():
            self.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        for number, card in enumerate(cards):
            self.body.insertWidget(2 + number, card)
            card.show()
        self._cards, self._ends = cards, ends
        if focused >= 0 and cards:
            cards[min(focused, len(cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self._hint.setVisible(not cards)
