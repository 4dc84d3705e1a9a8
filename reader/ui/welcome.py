"""The page of a window without a project: drop papers, open a project or the sample, first steps, privacy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reader.ui.buttons import CommandButton, PrimaryButton, QuietToolButton
from reader.ui.labels import Hairline, TokenLabel
from reader.ui.resources import plain_picture
from reader.ui.theme import Theme, reading_font, scaled, ui_scale
from reader.ui.welcome_parts import Card, DropArea, IconSign, RecentRow, Step, StepsBar

CONTENT_WIDTH, RIGHT_WIDTH, GAP = 1040, 388, 48  # px at 100 % text
TWO_COLUMNS_FROM = 900
MOST_RECENT = 5


class _Title(TokenLabel):
    """The name of the program, in the reading face."""

    def _dress(self) -> None:
        super()._dress()
        self.setFont(reading_font(28 * ui_scale(), 600))


class WelcomePage(QScrollArea):
    """What a first-time user sees. It does nothing itself: every act is a signal.

    `files_dropped` carries a list of paths, `recent_chosen` the path of a project.
    """

    import_requested = Signal()
    files_dropped = Signal(list)
    open_requested = Signal()
    sample_requested = Signal()
    recent_chosen = Signal(str)
    help_requested = Signal()
    settings_requested = Signal()

    def __init__(self, theme: Theme, recent: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Welcome"))
        self._page = _Page(theme)
        self.setWidget(self._page)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(scaled(GAP))
        left, self._right = QWidget(), QWidget()
        self._fill_left(QVBoxLayout(left))
        self._fill_right(QVBoxLayout(self._right))
        self._columns.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._right, 0, Qt.AlignmentFlag.AlignTop)
        self._content = QWidget()
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scaled(32))
        inside.addLayout(self._make_head())
        inside.addLayout(self._columns)
        around = QHBoxLayout(self._page)
        around.setContentsMargins(scaled(24), scaled(54), scaled(24), scaled(24))
        around.addStretch(1)
        around.addWidget(self._content, 0, Qt.AlignmentFlag.AlignTop)
        around.addStretch(1)
        self.setFocusProxy(self.import_button)
        theme.changed.connect(self._redraw_picture)
        self.set_recent(recent)
        self._arrange()

    def set_recent(self, recent: Sequence[str]) -> None:
        """Show these projects, the newest first; with one of them the first step counts as done."""
        while self._recent_rows:
            row = self._recent_rows.pop()
            self._recent_column.removeWidget(row)
            row.deleteLater()
        for path in list(recent)[:MOST_RECENT]:
            row = RecentRow(self._theme, path)
            row.chosen.connect(self.recent_chosen)
            self._recent_column.addWidget(row)
            self._recent_rows.append(row)
        self._recent.setVisible(bool(self._recent_rows))
        self.steps[0].set_done(bool(self._recent_rows))
        done = sum(step.done for step in self.steps)
        words = self.tr("{done} of {count}").format(done=done, count=len(self.steps))
        self._progress_words.setText(words)
        self._progress.show_share(done / len(self.steps))
        self._progress.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Two columns where there is room, else one below the other."""
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * scaled(24)
        wide = room >= scaled(TWO_COLUMNS_FROM)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._columns.setSpacing(scaled(GAP if wide else 24))
        if wide:
            self._right.setFixedWidth(scaled(RIGHT_WIDTH))
        else:
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(16_777_215)
        self._content.setFixedWidth(max(scaled(240), min(room, scaled(CONTENT_WIDTH if wide else 620))))

    def _make_head(self) -> QHBoxLayout:
        self._picture = QLabel()
        self._picture.setAccessibleName(self.tr("Sign of Vindplaats"))
        self._redraw_picture()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_Title(self._theme, "Vindplaats"))
        slogan = self.tr("Read parliamentary papers side by side, highlight, link and cite.")
        line = TokenLabel(self._theme, slogan, "text2", 14)
        line.setWordWrap(True)
        words.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(scaled(16))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _redraw_picture(self) -> None:
        self._picture.setPixmap(plain_picture("vindplaats", scaled(50), self.devicePixelRatioF()))

    def _fill_left(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(16))
        column.addWidget(self._make_drop_area())
        column.addWidget(self._make_sample_card())
        self._recent = QWidget()
        self._recent_rows: list[RecentRow] = []
        self._recent_column = QVBoxLayout(self._recent)
        self._recent_column.setContentsMargins(0, scaled(10), 0, 0)
        self._recent_column.setSpacing(0)
        self._recent_column.addWidget(TokenLabel(self._theme, self.tr("Opened recently"), "text", 13, 600))
        self._recent_column.addSpacing(scaled(8))
        self._recent_column.addWidget(Hairline(self._theme))
        column.addWidget(self._recent)

    def _make_drop_area(self) -> DropArea:
        theme = self._theme
        area = DropArea(theme)
        area.dropped.connect(self.files_dropped)
        self.import_button = PrimaryButton(theme, self.tr("Choose documents"), icon_name="file-plus", keys="Ctrl+I")
        self.open_button = CommandButton(theme, self.tr("Open a project"), icon_name="folder-open", keys="Ctrl+O")
        self.import_button.clicked.connect(self.import_requested)
        self.open_button.clicked.connect(self.open_requested)
        centred = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(area)
        column.setContentsMargins(scaled(16), scaled(44), scaled(16), scaled(44))
        column.setSpacing(scaled(4))
        column.addWidget(IconSign(theme, "file-plus", "accent", 40), 0, centred)
        column.addSpacing(scaled(10))
        column.addWidget(_centred(theme, self.tr("Drop documents here"), "text", 16, 600))
        column.addWidget(_centred(theme, self.tr("Text files (.txt). A whole folder works as well."), "text2", 13, 400))
        column.addSpacing(scaled(12))
        buttons = QHBoxLayout()
        buttons.setSpacing(scaled(12))
        buttons.addStretch(1)
        buttons.addWidget(self.import_button)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return area

    def _make_sample_card(self) -> Card:
        theme = self._theme
        card = Card(theme, "page")
        self.sample_button = CommandButton(theme, self.tr("Open"))
        self.sample_button.setAccessibleName(self.tr("Open the sample project"))
        self.sample_button.clicked.connect(self.sample_requested)
        about = self.tr("Five real papers from 2016–2018 with labels, notes and links. You work in a copy.")
        line = TokenLabel(theme, about, "text2", 12)
        line.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(scaled(2))
        title = TokenLabel(theme, self.tr("Sample project: Libya and the migration agenda"), "text", 13, 600)
        title.setWordWrap(True)
        words.addWidget(title)
        words.addWidget(line)
        row = QHBoxLayout(card)
        row.setContentsMargins(scaled(16), scaled(14), scaled(16), scaled(14))
        row.setSpacing(scaled(14))
        row.addWidget(IconSign(theme, "book-open", "accent", 20))
        row.addLayout(words, 1)
        row.addWidget(self.sample_button)
        return card

    def _fill_right(self, column: QVBoxLayout) -> None:
        theme = self._theme
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(18))
        column.addWidget(self._make_steps_card())
        title = TokenLabel(theme, self.tr("Everything stays on this computer"), "text", 13, 600)
        promise = self.tr(
            "Vindplaats never connects to the internet. Your work is in one file that you keep yourself and that is "
            "saved without asking."
        )
        line = TokenLabel(theme, promise, "text2", 13)
        for label in (title, line):
            label.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(scaled(2))
        words.addWidget(title)
        words.addWidget(line)
        row = QHBoxLayout()
        row.setContentsMargins(scaled(4), 0, scaled(4), 0)
        row.setSpacing(scaled(12))
        row.addWidget(IconSign(theme, "shield-check", "ok", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column.addLayout(row)
        self.help_button = CommandButton(theme, self.tr("Shortcuts") + " F1", icon_name="keyboard")
        self.settings_button = CommandButton(theme, self.tr("Settings"), icon_name="settings")
        self.help_button.clicked.connect(self.help_requested)
        self.settings_button.clicked.connect(self.settings_requested)
        links = QHBoxLayout()
        links.setSpacing(0)
        for button in (self.help_button, self.settings_button):
            button.setFlat(True)
            links.addWidget(button)
        links.addStretch(1)
        column.addLayout(links)

    def _make_steps_card(self) -> Card:
        theme = self._theme
        self._progress_words = TokenLabel(theme, "", "text2", 12)
        self._progress = StepsBar(theme)
        texts = (
            (self.tr("Open a document"), self.tr("Drop a paper in the window or open the sample.")),
            (self.tr("Highlight a passage"), self.tr("Select text and press [1] to [9].")),
            (self.tr("Write a note"), self.tr("Press [N] at a highlight.")),
            (self.tr("Link a question to its answer"), self.tr("[L] at the question, [L] again at the answer.")),
            (self.tr("Export with citations"), self.tr("[Ctrl+E] makes a Word file.")),
        )
        self.steps = [Step(theme, number, *words) for number, words in enumerate(texts, 1)]
        card = Card(theme, "side")
        close = QuietToolButton(theme, "x", self.tr("Hide the first steps"))
        close.clicked.connect(card.hide)
        head = QHBoxLayout()
        head.setSpacing(scaled(10))
        head.addWidget(TokenLabel(theme, self.tr("First steps"), "text", 14, 600))
        head.addWidget(self._progress_words)
        head.addStretch(1)
        head.addWidget(close)
        column = QVBoxLayout(card)
        column.setContentsMargins(scaled(18), scaled(12), scaled(14), scaled(18))
        column.setSpacing(scaled(17))
        column.addLayout(head)
        column.addWidget(self._progress)
        column.insertSpacing(1, -scaled(9))
        for step in self.steps:
            column.addWidget(step)
        return card


class _Page(QWidget):
    """The ground of the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("page"))


def _centred(theme: Theme, text: str, token: str, px: int, weight: int) -> TokenLabel:
    label = TokenLabel(theme, text, token, px, weight)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return label
