"""The buttons of the opened row: what can be decided here with the key that does the same, the verdict, references."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from reader.domain.model import Verdict
from reader.models.board_items import QuestionItem
from reader.models.board_words import verdict_words
from reader.ui.board_content import OpenContent, PointerChip
from reader.ui.board_keys import BoardKeys
from reader.ui.board_parts import paint_verdict, verdict_height
from reader.ui.buttons import CommandButton
from reader.ui.flow_layout import FlowLayout
from reader.ui.labels import Chip
from reader.ui.style_parts import RADIUS, rounded
from reader.ui.theme import Theme, scaled

Spec = tuple[str, str, str]  # act ("offer:1" shows another answer), words, icon


class ActButtons(QWidget):
    """As many rows of buttons as are needed, the first one solid when it accepts; at the end the way onward."""

    act_requested = Signal(str)
    offer_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._specs: list[Spec] = []
        self._buttons: list[CommandButton] = []
        self._keys = BoardKeys()
        self._onward = self._made(("next", self.tr("Next undecided"), ""))
        self._onward.setFlat(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._arrange_all)

    def show_acts(self, content: OpenContent) -> None:
        """Show the acts that are possible on this row."""
        specs = self._wanted(content)
        if specs == self._specs and content.keys == self._keys:
            return
        if content.keys != self._keys:
            self._keys = content.keys
            self._onward.hide()
            self._onward.deleteLater()
            self._onward = self._made(("next", self.tr("Next undecided"), ""))
            self._onward.setFlat(True)
            self._onward.show()
        self._specs = specs
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._made(spec) for spec in specs]
        for button in self._buttons:
            button.show()
        self._arrange_all()

    def button(self, act: str) -> CommandButton | None:
        """The button of an act; None when it is not shown."""
        return next((one for one in (*self._buttons, self._onward) if one.property("act") == act), None)

    def acts(self) -> list[str]:
        """The acts that are shown, in order."""
        return [str(button.property("act")) for button in self._buttons]

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(max(1, self.width())))

    def resizeEvent(self, _event: object) -> None:
        self._arrange_all()

    def _wanted(self, content: OpenContent) -> list[Spec]:
        item = content.item
        if not isinstance(item, QuestionItem):
            return [("place", self.tr("Go to the answer"), ""), ("more", self.tr("More"), "ellipsis")]
        specs: list[Spec] = []
        offer = content.offer
        if offer is not None and offer.candidate is not None:
            specs.append(("accept", self.tr("Accept"), "check"))
            specs.append(("reject", self.tr("Reject"), "x"))
        elif offer is not None:
            specs.append(("reject", self.tr("Remove link"), "unlink"))
        links = len(item.row.links)
        for number, other in enumerate(item.offers):
            if number == content.shown:
                continue
            if other.link is not None:
                words = self.tr("Linked answer {number}").format(number=number + 1)
            else:
                words = self.tr("Candidate {number}").format(number=number - links + 1)
            specs.append((f"offer:{number}", words, ""))
        if item.row.state == "open":
            specs.append(("open", self.tr("Not open after all"), "rotate-ccw"))
        elif not links:
            specs.append(("open", self.tr("Open"), "circle-dot"))
        specs.append(("more", self.tr("More"), "ellipsis"))
        if content.rejected == 1:
            specs.append(("rejected", self.tr("1 rejected"), ""))
        elif content.rejected:
            specs.append(("rejected", self.tr("{count} rejected").format(count=content.rejected), ""))
        return specs

    def _made(self, spec: Spec) -> CommandButton:
        act, words, icon = spec
        keys = self._keys.cap("accept" if act == "place" else act)
        button = CommandButton(self._theme, words, self, icon_name=icon, keys=keys, primary=act == "accept", small=True)
        button.setProperty("act", act)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFlat(act == "rejected")
        button.clicked.connect(self._on_clicked)
        return button

    def _on_clicked(self) -> None:
        act = str(self.sender().property("act"))
        if act.startswith("offer:"):
            self.offer_chosen.emit(int(act.partition(":")[2]))
        else:
            self.act_requested.emit(act)

    def _arrange_all(self) -> None:
        self.updateGeometry()
        self._arrange(self.width(), move=True)

    def _arrange(self, width: int, *, move: bool) -> int:
        """The height in `width` px; with `move` the buttons go to their places."""
        gap = scaled(8)
        x = y = 0
        height = self._onward.sizeHint().height()
        for button in (*self._buttons, self._onward):
            size = button.sizeHint()
            if x and x + size.width() > width:
                x, y = 0, y + height + gap
            left = max(x, width - size.width()) if button is self._onward else x
            if move:
                place = QRect(QPoint(left, y), size)
                button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
            x += size.width() + gap
        return y + height


class VerdictButton(QAbstractButton):
    """The verdict of the chosen question; a click, Space, Enter or Down opens its menu."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._verdict: Verdict | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("own_focus", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_verdict(None)
        theme.changed.connect(self.update)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show which verdict is given; None for none yet."""
        self._verdict = verdict
        words = verdict_words(verdict) if verdict is not None else self.tr("set verdict")
        self.setText(words)
        self.setAccessibleName(self.tr("Verdict: {verdict}").format(verdict=words))
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(132), verdict_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        painter.setLayoutDirection(self.layoutDirection())
        paint_verdict(painter, rect, self._verdict, self.text(), self._theme, hovered=self.underMouse())
        if self.hasFocus():
            rounded(painter, rect, RADIUS, None, self._theme.color("accent"), 2)


class PointerChips(QWidget):
    """The references of an answer as chips in a row that goes on below."""

    clicked = Signal(str, object)  # id, QPoint on the screen below the chip

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[PointerChip, ...] = ()
        self._flow = FlowLayout(scaled(6), self)
        self._chips: list[Chip] = []

    def show_chips(self, chips: Sequence[PointerChip]) -> None:
        """Show these references."""
        if tuple(chips) == self._shown:
            return
        self._shown = tuple(chips)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for one in chips:
            chip = Chip(self._theme, one.text, parent=self)
            chip.setToolTip(one.tooltip)
            chip.clicked.connect(self._on_clicked)
            self._flow.addWidget(chip)
            self._chips.append(chip)
        self.setVisible(bool(chips))

    def heightForWidth(self, width: int) -> int:
        return self._flow.heightForWidth(width)

    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            one = self._shown[self._chips.index(chip)]
            self.clicked.emit(one.id, chip.mapToGlobal(QPoint(0, chip.height())))
