"""The citation of a passage in the panel at the right: its style, what is not known, and taking it along."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from reader.domain.citation import CitationStyle, Place, citation, missing, plain, reference
from reader.domain.model import Document
from reader.ui.citing import STYLES, facts_words, html_of, style_name, style_words
from reader.ui.controls import CommandButton, TokenLabel
from reader.ui.passage_sections import Section
from reader.ui.quote_lines import list_serif
from reader.ui.theme import Theme, scaled, ui_font


class CitationSection(Section):
    """The citation of the passage in the chosen style, and the button that copies quote and citation.

    The button can also be dragged to another program.
    """

    style_changed = Signal(str)  # the name in the settings of the style the user chose
    template_requested = Signal()  # the user wants to write a style
    facts_requested = Signal(str, str)  # uid of the paper, the first fact that is not known
    copy_requested = Signal()
    drag_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Citation"), "", parent)
        self._style: CitationStyle = "leidraad"
        self._what: tuple[Document, Place] | None = None
        self._missing: tuple[str, ...] = ()
        self._build_chooser()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.in_text = TokenLabel(theme, "", "text2", 12)
        self.unknown = TokenLabel(theme, "", "text2", 12)
        for label in (self.in_text, self.unknown):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.in_text.setTextFormat(Qt.TextFormat.RichText)
        self.unknown.setTextFormat(Qt.TextFormat.PlainText)
        self.fill_button = CommandButton(theme, self.tr("Fill in…"), small=True)
        self.fill_button.setFlat(True)
        self.fill_button.clicked.connect(self._on_fill)
        self._unknown_row = QWidget()
        row = QHBoxLayout(self._unknown_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(4))
        row.addWidget(self.unknown, 1)
        row.addWidget(self.fill_button, 0, Qt.AlignmentFlag.AlignTop)
        self.copy_button = DragButton(theme, self.tr("Copy quote and citation"), icon_name="copy", small=True)
        self.copy_button.setToolTip(self.tr("{keys}, or drag it to another program").format(keys="Ctrl+Shift+C"))
        self.copy_button.clicked.connect(self.copy_requested)
        self.copy_button.dragged.connect(self.drag_requested)
        self.body.addWidget(self.words)
        self.body.addWidget(self.in_text)
        self.body.addWidget(self._unknown_row)
        self.body.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeading)
        theme.changed.connect(self._dress)
        self._dress()
        self.set_style(self._style)

    def _build_chooser(self) -> None:
        self._chooser = QToolButton()
        self._chooser.setAutoRaise(True)
        self._chooser.setFont(ui_font(12))
        self._chooser.setAccessibleName(self.tr("Style of citation"))
        self._chooser.setToolTip(self.tr("Style of citation"))
        self._chooser.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = self.chooser_menu = QMenu(self._chooser)
        for name in STYLES:
            action = menu.addAction(style_words(name))
            action.setData(name)
            action.setCheckable(True)
        menu.addSeparator()
        menu.addAction(self.tr("Write an own form…"))
        menu.triggered.connect(self._on_style)
        self._chooser.setMenu(menu)
        self.head.addWidget(self._chooser)

    @property
    def style_name(self) -> str:
        """The name in the settings of the style that is shown."""
        return style_name(self._style)

    def set_style(self, style: CitationStyle) -> None:
        """Show the citation in this style."""
        self._style = style
        self._chooser.setText(style_words(self.style_name, short=True))
        for action in self.chooser_menu.actions():
            action.setChecked(action.data() == self.style_name)
        self._show()

    def show_place(self, document: Document, place: Place) -> None:
        """The citation of a place in a paper."""
        if (document, place) != self._what:
            self._what = (document, place)
            self._show()

    def _show(self) -> None:
        in_list = self._style == "apa"  # where the paper stands in a list, and the quote names only its entry
        self._missing = ()
        if self._what is not None:
            document, place = self._what
            beside = citation(document, place, self._style, document.language)
            whole = reference(document, "apa", document.language) if in_list else beside
            self.words.setText(html_of(whole) + ("" if plain(whole).endswith((".", "?", "!")) else "."))
            self.in_text.setText(self.tr("In the text: {citation}").format(citation=f"({html_of(beside)})"))
            self._missing = missing(document, self._style)
            self.unknown.setText(self.tr("Not known: {facts}.").format(facts=facts_words(self._missing)))
        self.in_text.setVisible(in_list)
        self._unknown_row.setVisible(bool(self._missing))

    def _on_fill(self) -> None:
        if self._what is not None and self._missing:
            self.facts_requested.emit(self._what[0].uid, self._missing[0])

    def _on_style(self, action: QAction) -> None:
        if action.data() is None:
            self.template_requested.emit()
        else:
            self.style_changed.emit(action.data())

    def _dress(self) -> None:
        self.words.setFont(list_serif(14))


class DragButton(CommandButton):
    """A button that can also be dragged: `dragged` is sent once per press, and then it is no click."""

    dragged = Signal()
    _pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed
        if start is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.setDown(False)
            self.dragged.emit()
