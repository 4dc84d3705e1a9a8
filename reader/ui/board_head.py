"""The head of the questions board: which paper, what was counted, how far the user is, and the names of the columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QMenu, QSizePolicy, QStyle, QVBoxLayout, QWidget

from reader.domain.model import Document
from reader.models.board_words import counted_questions, counted_state
from reader.models.documents import short_title
from reader.questions.board import STATES, Board, State
from reader.ui.board_parts import columns_of
from reader.ui.buttons import CommandButton
from reader.ui.labels import ElidedLabel, TokenLabel
from reader.ui.resources import paint_icon
from reader.ui.row_delegate import ground_palette, line_height
from reader.ui.style_parts import RADIUS, rounded
from reader.ui.theme import Theme, scaled, ui_font

translate = QCoreApplication.translate

Partner = tuple[Document, Document, Sequence[str]]  # asking, answering, the grounds to offer them together


class BoardHead(QWidget):
    """Title, paper, counts, progress and two buttons."""

    paper_chosen = Signal(str, str)  # uid of the paper, and of the paper with the answers or ""
    side_by_side_toggled = Signal(bool)
    report_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._documents: Sequence[Document] = ()
        self._partners: Sequence[Partner] = ()
        self.setAutoFillBackground(True)
        self.paper = PaperButton(theme)
        self.side_by_side = CommandButton(theme, "", icon_name="columns-2")
        self.side_by_side.setCheckable(True)
        self.report = CommandButton(theme, "", icon_name="flag")
        self._words = (
            (self.side_by_side, self.tr("Show side by side")),
            (self.report, self.tr("Report of open questions")),
        )
        for button, words in self._words:
            button.setText(words)
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.blocks = TokenLabel(theme, "", "text", 13, 600)
        self.answered = TokenLabel(theme, "", "text", 13)
        self.without = ElidedLabel(theme, "", "err", 13, 600)
        self.looked_at = ElidedLabel(theme, "", "text2", 13)
        self.progress = StateBar(theme)
        first = QHBoxLayout()
        first.setSpacing(scaled(8))
        self._title = ElidedLabel(theme, self.tr("Questions overview"), "text", 18, 600)
        first.addWidget(self._title)
        first.addWidget(self.paper, 1)
        first.addWidget(self.side_by_side)
        first.addWidget(self.report)
        second = QHBoxLayout()
        second.setSpacing(0)
        for label in (self.blocks, self.answered, self.without):
            second.addWidget(label)
        second.addWidget(self.looked_at)
        second.addStretch(1)
        second.addWidget(self.progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(18), scaled(14), scaled(16), scaled(12))
        column.setSpacing(scaled(9))
        column.addLayout(first)
        column.addLayout(second)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # what does not fit gives way in `fit`
        self.paper.clicked.connect(self._open_papers)
        self.side_by_side.toggled.connect(self.side_by_side_toggled)
        self.report.clicked.connect(self.report_requested)
        theme.changed.connect(self._take_ground)
        self._take_ground()

    def set_papers(self, documents: Sequence[Document]) -> None:
        """The papers of the project, in order."""
        self._documents = documents

    def set_partners(self, partners: Sequence[Partner]) -> None:
        """The pairs of papers of which one may hold the answers to the other's questions."""
        self._partners = partners

    def show_paper(self, asking: Document | None, answering: Document | None = None) -> None:
        """Name the paper, and the other one when the answers are there."""
        if asking is None:
            self.paper.show_words(self.tr("Choose a paper"))
            return
        words = _name(asking)
        if answering is not None:
            words = self.tr("{questions}, answers in {answers}").format(questions=words, answers=_name(answering))
        self.paper.show_words(words)

    def show_counts(self, board: Board | None) -> None:
        """What is in the board: blocks first where there are blocks, then what was looked at."""
        for widget in (self.blocks, self.answered, self.without, self.looked_at, self.progress):
            widget.setVisible(board is not None and bool(board.rows))
        self.report.setEnabled(board is not None and bool(board.rows))
        self.side_by_side.setEnabled(board is not None and bool(board.rows))
        if board is None:
            return
        total = len(board.rows)
        if board.exchange.kind == "consultation":
            cells = {(group.section, group.fractie): group.has_no_answers for group in board.groups}
            missing = sum(cells.values())
            self.blocks.setText(
                self.tr("1 question block")
                if len(cells) == 1
                else self.tr("{count} question blocks").format(count=len(cells))
            )
            self.answered.setText(", " + self.tr("{count} answered").format(count=len(cells) - missing))
            self.without.setText(self.tr("{count} without an answer block").format(count=missing) if missing else "")
        else:
            states = [counted_state(state, board.states[state]) for state in STATES if board.states[state]]
            open_count = board.states["nothing"]
            self.blocks.setText(counted_questions(total))
            kept = [words for words in states if words != counted_state("nothing", open_count)]
            self.answered.setText(", " + ", ".join(kept) if kept else "")
            self.without.setText(counted_state("nothing", open_count) if open_count else "")
        self.without.setVisible(bool(self.without.text()))
        if self.without.text():
            self.answered.setText(self.answered.text() + ", ")
        looked = self.tr("{checked} looked at, {left} not yet").format(
            checked=board.checked, left=total - board.checked
        )
        if board.exchange.kind == "consultation":
            looked = f"{counted_questions(total)}: {looked}"
        self.looked_at.setText(looked)
        self.looked_at.setContentsMargins(scaled(16), 0, scaled(12), 0)
        self.progress.show_states({state: board.states[state] for state in STATES})
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(240), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where it is narrow the buttons keep only their icons, and the bar is shorter, or goes."""
        margins = self.contentsMargins()
        room = self.width() - scaled(18) - scaled(16) - margins.left() - margins.right()
        for button, words in self._words:
            button.setText(words)
        needed = self._title.sizeHint().width() + sum(one.sizeHint().width() for one, _words in self._words)
        if needed + min(scaled(180), self.paper.sizeHint().width()) + scaled(24) > room:
            for button, _words in self._words:
                button.setText("")
        labels = (self.blocks, self.answered, self.without)
        left = room - sum(label.sizeHint().width() for label in labels if label.isVisibleTo(self))
        shown = min(max(0, left), self.looked_at.sizeHint().width())
        self.looked_at.setFixedWidth(shown)
        self.progress.setFixedWidth(min(scaled(300), max(0, left - shown)))

    def papers_menu(self) -> QMenu:
        """All papers, and the pairs of papers that go together."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(self._on_paper)
        for document in self._documents:
            menu.addAction(_name(document).replace("&", "&&")).setData((document.uid, ""))
        if self._partners:
            menu.addSeparator()
        for asking, answering, _grounds in self._partners:
            words = self.tr("{questions}, answers in {answers}").format(
                questions=_name(asking), answers=_name(answering)
            )
            menu.addAction(words.replace("&", "&&")).setData((asking.uid, answering.uid))
        return menu

    def _open_papers(self) -> None:
        self.papers_menu().popup(self.paper.mapToGlobal(QPoint(0, self.paper.height() + 2)))

    def _on_paper(self, action: QAction) -> None:
        self.paper_chosen.emit(*action.data())

    def _take_ground(self) -> None:
        self.setPalette(ground_palette(self._theme, "page"))


def _name(document: Document) -> str:
    number = translate("board", " · no. {number}").format(number=document.number) if document.number else ""
    return short_title(document.title) + number


class PaperButton(QAbstractButton):
    """The paper in words with an arrow: a click, Space, Enter or Down opens the choice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("own_focus", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_words(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(self.tr("Paper: {title}").format(title=words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = round(QFontMetricsF(ui_font(13)).horizontalAdvance(self.text())) + scaled(46)
        return QSize(width, line_height(13) + scaled(10))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(90), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        metrics = QFontMetricsF(ui_font(13))
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - scaled(40))
        size = round(metrics.horizontalAdvance(words)) + 1
        whole = QRectF(0, 0, size + scaled(42), self.height())
        place, arrow = QRectF(scaled(8), 0, size, self.height()), scaled(13)
        sign = QRectF(place.right() + scaled(10), (self.height() - arrow) / 2, arrow, arrow)
        if rtl:
            for rect in (whole, place, sign):
                rect.moveRight(self.width() - rect.left())
        if self.hasFocus():
            rounded(painter, whole, RADIUS, None, theme.color("accent"), 2)
        elif self.underMouse():
            rounded(painter, whole, RADIUS, theme.color("hover"))
        painter.setFont(ui_font(13))
        painter.setPen(theme.color("text2"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        paint_icon(painter, sign, theme, "chevron-down", "text2")


class StateBar(QWidget):
    """How many questions are in each state, as parts of a bar that differ in pattern as well as in colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._states: dict[State, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_states(self, states: dict[State, int]) -> None:
        """Show the number of questions per state."""
        self._states = states
        words = ", ".join(counted_state(state, count) for state, count in states.items() if count)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(300), scaled(12))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(110), scaled(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = [(state, count) for state, count in self._states.items() if count]
        total = sum(count for _state, count in shown)
        if not total:
            return
        painter = QPainter(self)
        least = scaled(6)
        room = self.width() - (len(shown) - 1)
        widths = [max(least, room * count / total) for _state, count in shown]
        excess = sum(widths) - room
        widest = widths.index(max(widths))
        widths[widest] -= excess
        x = 0.0
        for (state, _count), width in zip(shown, widths, strict=True):
            place = QRectF(round(x), 0, round(x + width) - round(x), self.height())
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                place.moveRight(self.width() - place.left())
            self._paint_part(painter, place, state)
            x += width + 1

    def _paint_part(self, painter: QPainter, place: QRectF, state: State) -> None:
        theme = self._theme
        if state == "confirmed":
            rounded(painter, place, 3, theme.color("ok"))
        elif state == "several":
            rounded(painter, place, 3, theme.mixed("warn", "page", 0.7), theme.color("warn"))
        elif state == "nothing":
            rounded(painter, place, 3, theme.color("page"), theme.color("err"))
        elif state == "open":
            rounded(painter, place, 3, theme.mixed("text2", "page", 0.5), theme.color("text2"))
        else:
            rounded(painter, place, 3, theme.mixed("accent", "page", 0.25))
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(theme.mixed("accent", "page", 0.75), 1)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.restore()


class ColumnTitles(QWidget):
    """The names of the columns, above the list and its scroll bar."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(0, line_height(12, 500) + scaled(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.color("page"))
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        columns = columns_of(self.width() - bar)
        painter.setFont(ui_font(12, 500))
        painter.setPen(theme.color("text2"))
        names = [
            (columns.state, self.tr("State")),
            (columns.question, self.tr("Question and answer") if columns.is_stacked else self.tr("Question")),
        ]
        if not columns.is_stacked:
            names += [(columns.answer, self.tr("Answer")), (columns.verdict, self.tr("Verdict"))]
        for (x, width), words in names:
            place = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(x, 0, width, self.height()))
            align = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading)
            painter.drawText(place, int(align | Qt.AlignmentFlag.AlignVCenter), words)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
