"""Writing an own form of citation: an editor, the fields that can stand in it, and what it gives at once."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.domain.citation import (
    DEFAULT_TEMPLATE,
    FIELDS,
    CitationTemplate,
    Place,
    PlaceUnit,
    TemplateWrong,
    check_template,
    citation,
)
from reader.domain.model import Document
from reader.ui.button_row import ButtonRow
from reader.ui.citing import html_of
from reader.ui.controls import CommandButton, Hairline, PrimaryButton, SectionHeading, TokenLabel
from reader.ui.dialog_parts import ScrollingBody, tab_as_laid_out
from reader.ui.dialog_size import open_at_size
from reader.ui.theme import Theme, reading_font, scaled, ui_font
from reader.ui.translating import QT_TRANSLATE_NOOP

FIELD_WORDS: Final[dict[str, str]] = {
    "author": QT_TRANSLATE_NOOP("citation-template", "chamber, else sender"),
    "senders": QT_TRANSLATE_NOOP("citation-template", "sender, or several"),
    "title": QT_TRANSLATE_NOOP("citation-template", "title"),
    "kind": QT_TRANSLATE_NOOP("citation-template", "kind of paper, as a code word"),
    "date": QT_TRANSLATE_NOOP("citation-template", "25 april 2018"),
    "day": QT_TRANSLATE_NOOP("citation-template", "25 april"),
    "year": QT_TRANSLATE_NOOP("citation-template", "2018"),
    "dossier": QT_TRANSLATE_NOOP("citation-template", "first dossier"),
    "dossiers": QT_TRANSLATE_NOOP("citation-template", "all dossiers"),
    "number": QT_TRANSLATE_NOOP("citation-template", "number of the paper"),
    "nr": QT_TRANSLATE_NOOP("citation-template", "number as it is cited: nr. 2395"),
    "chamber": QT_TRANSLATE_NOOP("citation-template", "I, II or I/II"),
    "chamber_name": QT_TRANSLATE_NOOP("citation-template", "chamber in full"),
    "session": QT_TRANSLATE_NOOP("citation-template", "parliamentary year: 2017/18"),
    "paper": QT_TRANSLATE_NOOP("citation-template", "the paper as in the Leidraad"),
    "place": QT_TRANSLATE_NOOP("citation-template", "page, else section or question"),
    "page": QT_TRANSLATE_NOOP("citation-template", "first printed page"),
    "pages": QT_TRANSLATE_NOOP("citation-template", "printed pages: 24-25"),
    "file_page": QT_TRANSLATE_NOOP("citation-template", "page of the file"),
    "section": QT_TRANSLATE_NOOP("citation-template", "section: § 1.3"),
    "question": QT_TRANSLATE_NOOP("citation-template", "question or answer"),
    "reference": QT_TRANSLATE_NOOP("citation-template", "mark of the sender"),
    "url": QT_TRANSLATE_NOOP("citation-template", "web address"),
}
PROBLEMS: Final[dict[str, str]] = {
    "empty": QT_TRANSLATE_NOOP("citation-template", "Nothing is written yet."),
    "too-long": QT_TRANSLATE_NOOP("citation-template", "This is too long: 2,000 characters at most."),
    "syntax": QT_TRANSLATE_NOOP("citation-template", "Line {line} cannot be read: {detail}."),
    "not-closed": QT_TRANSLATE_NOOP("citation-template", "Line {line}: what is opened here is not closed."),
    "unknown-field": QT_TRANSLATE_NOOP("citation-template", "Line {line}: there is no field “{detail}”."),
    "not-allowed": QT_TRANSLATE_NOOP("citation-template", "Line {line}: “{detail}” cannot be used in a citation."),
}
SAMPLES: Final[tuple[tuple[Document, Place], ...]] = (
    (
        Document(
            "", "Verslag van een schriftelijk overleg", "", kind="schriftelijk-overleg", date="2018-06-21",
            dossiers=("19637",), number="2395", chamber="Tweede Kamer", session="2017-2018",
        ),
        Place(("24",), (23,), ("1.3 Opvang in de regio",), PlaceUnit("answer", "", ("SP",))),
    ),
    (
        Document(
            "", "Opvang in cijfers", "", kind="rapport", date="2017", senders=("Stichting Voorbeeld",),
        ),
        Place((), (), ("2 Wat er is gemeten",)),
    ),
)  # fmt: skip


class CitationTemplateDialog(QDialog):
    """`chosen` carries the source of a template that can be used."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, source: str, passage: tuple[Document, Place] | None = None, parent: QWidget | None = None
    ) -> None:
        """`passage`: the paper and place at hand, shown first in the preview."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Own form of citation"))
        self._theme = theme
        papers = [(self.tr("This passage"), *passage)] if passage is not None else []
        papers += [
            (words, *sample)
            for words, sample in zip(
                (self.tr("A paper of the Chamber"), self.tr("A report")), SAMPLES, strict=True
            )
        ]  # fmt: skip
        self._papers = papers
        self.editor = QPlainTextEdit(source)
        self.editor.setTabChangesFocus(True)
        self.editor.setFont(ui_font(14))
        self.editor.setAccessibleName(self.tr("Own form of citation"))
        self.editor.setMinimumHeight(scaled(110))
        self.error = TokenLabel(theme, "", "err", 12)
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.error.setWordWrap(True)
        self.fields = QListWidget()
        self.fields.setAccessibleName(self.tr("Fields"))
        self.fields.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name in FIELDS:
            item = QListWidgetItem(f"{name}: {QCoreApplication.translate('citation-template', FIELD_WORDS[name])}")
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setToolTip(item.text())
            item.setSizeHint(QSize(0, scaled(26)))
            self.fields.addItem(item)
        self.previews = [_preview(theme) for _ in papers]
        self._build()
        self.editor.textChanged.connect(self._show)
        self.fields.itemClicked.connect(self._insert)
        self.fields.installEventFilter(self)
        theme.changed.connect(self._dress)
        self._dress()
        open_at_size(self, QSize(860, 560), QSize(560, 360))
        self._show()
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.editor.setFocus()

    def _build(self) -> None:
        hint = TokenLabel(
            self._theme,
            self.tr("Fields stand between {{ and }}. Words between *asterisks* are set in italics."),
            "text2",
            12,
        )
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setWordWrap(True)
        left = QVBoxLayout()
        left.setContentsMargins(scaled(20), scaled(18), scaled(4), scaled(18))
        left.setSpacing(scaled(8))
        left.addWidget(hint)
        left.addWidget(self.editor, 1)
        left.addWidget(self.error)
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(12))
        grid.setVerticalSpacing(scaled(10))
        grid.setColumnStretch(1, 1)
        for row, ((words, _document, _place), preview) in enumerate(zip(self._papers, self.previews, strict=True)):
            grid.addWidget(TokenLabel(self._theme, words, "text2", 12), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(preview, row, 1)
        left.addSpacing(scaled(6))
        left.addWidget(SectionHeading(self._theme, self.tr("Preview")))
        left.addLayout(grid)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(0, scaled(18), scaled(20), scaled(18))
        right.setSpacing(scaled(8))
        right.addWidget(SectionHeading(self._theme, self.tr("Fields")))
        right.addWidget(self.fields, 1)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(scaled(16))
        middle.addWidget(ScrollingBody(left), 3)
        middle.addLayout(right, 2)
        self.example_button = CommandButton(self._theme, self.tr("Back to the example"), self)
        self.example_button.clicked.connect(self._restore)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save_button = PrimaryButton(self._theme, self.tr("Use this form"), self)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        margins = QMargins(scaled(20), scaled(14), scaled(20), scaled(14))
        buttons = ButtonRow((self.example_button,), (cancel, self.save_button), gap=scaled(10), margins=margins)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(Hairline(self._theme, Qt.Orientation.Horizontal))
        column.addLayout(buttons)
        tab_as_laid_out(self)

    def save(self) -> None:
        """Hand over the template and close; one that cannot be used keeps the dialog open."""
        if self.save_button.isEnabled():
            self.chosen.emit(self.editor.toPlainText())
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.fields
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        ):
            self._insert(self.fields.currentItem())
            return True
        return super().eventFilter(watched, event)

    def _insert(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.editor.insertPlainText(f"{{{{ {item.data(Qt.ItemDataRole.UserRole)} }}}}")
            self.editor.setFocus()

    def _restore(self) -> None:
        self.editor.selectAll()
        self.editor.insertPlainText(DEFAULT_TEMPLATE)  # can be undone in the editor

    def _show(self) -> None:
        template = CitationTemplate(self.editor.toPlainText())
        try:
            check_template(template)
            shown = [citation(document, place, template, document.language) for _, document, place in self._papers]
        except TemplateWrong as error:
            words = QCoreApplication.translate("citation-template", PROBLEMS[error.problem])
            self.error.setText(words.format(line=error.line, detail=error.detail))
            self.save_button.setEnabled(False)
        else:
            self.error.setText("")
            self.save_button.setEnabled(True)
            for label, runs in zip(self.previews, shown, strict=True):
                label.setText(html_of(runs))

    def _dress(self) -> None:
        for label in self.previews:
            label.setFont(reading_font(scaled(14)))


def _preview(theme: Theme) -> TokenLabel:
    label = TokenLabel(theme, "", "text", 14)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label
