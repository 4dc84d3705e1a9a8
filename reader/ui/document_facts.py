"""What is known of a paper, to read and correct: a form with the citation it gives, and the dialog around it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.domain.citation import CitationStyle, reference
from reader.domain.errors import ActRefused
from reader.domain.model import Document
from reader.edit.documents import checked_facts, edit_document
from reader.models.documents import interface_language
from reader.ui.button_row import ButtonRow
from reader.ui.citing import html_of
from reader.ui.controls import Hairline, PrimaryButton, SectionHeading, TokenLabel
from reader.ui.dialog_parts import ScrollingBody, allow_little_room, tab_as_laid_out
from reader.ui.dialog_size import open_at_size
from reader.ui.labels import breakable
from reader.ui.messages import message_for
from reader.ui.theme import Theme, reading_font, scaled
from reader.ui.translating import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

KINDS: dict[str, str] = {
    "kamerbrief": QT_TRANSLATE_NOOP("document-facts", "Letter to Parliament"),
    "brief": QT_TRANSLATE_NOOP("document-facts", "Letter"),
    "e-mail": QT_TRANSLATE_NOOP("document-facts", "E-mail"),
    "schriftelijk-overleg": QT_TRANSLATE_NOOP("document-facts", "Written consultation"),
    "lijst-van-vragen": QT_TRANSLATE_NOOP("document-facts", "List of questions and answers"),
    "kamervragen": QT_TRANSLATE_NOOP("document-facts", "Written questions with answers"),
    "handelingen": QT_TRANSLATE_NOOP("document-facts", "Minutes"),
    "motie": QT_TRANSLATE_NOOP("document-facts", "Motion"),
    "amendement": QT_TRANSLATE_NOOP("document-facts", "Amendment"),
    "wetsvoorstel": QT_TRANSLATE_NOOP("document-facts", "Bill"),
    "memorie": QT_TRANSLATE_NOOP("document-facts", "Memorandum on a bill"),
    "verslag": QT_TRANSLATE_NOOP("document-facts", "Report of a committee"),
    "bijlage": QT_TRANSLATE_NOOP("document-facts", "Annex"),
    "rapport": QT_TRANSLATE_NOOP("document-facts", "Report"),
    "ngo-rapport": QT_TRANSLATE_NOOP("document-facts", "Report of an organisation"),
    "other": QT_TRANSLATE_NOOP("document-facts", "Other paper"),
}
LANGUAGES: dict[str, str] = {
    "nl": QT_TRANSLATE_NOOP("document-facts", "Dutch"),
    "en": QT_TRANSLATE_NOOP("document-facts", "English"),
    "fr": QT_TRANSLATE_NOOP("document-facts", "French"),
    "de": QT_TRANSLATE_NOOP("document-facts", "German"),
}
CHAMBERS = ("", "Tweede Kamer", "Eerste Kamer", "Verenigde Vergadering", "Vlaams Parlement")
_NARROW = 320  # px of a form below which a field stands under its name
_SEVERAL = re.compile(r"\s*;\s*")
_SEVERAL_DOSSIERS = re.compile(r"\s*[;,]\s*")


def kind_name(kind: str) -> str:
    """What one paper of a kind is called, in the language of the window."""
    known = KINDS.get(kind)
    return QCoreApplication.translate("document-facts", known) if known else kind.replace("-", " ").capitalize()


class FactsForm(QWidget):
    """The facts of one paper in fields. `changed` is sent when the user changed something that makes sense.

    What makes none is marked, and said in `error`, which the owner of the form gives a place where it is always seen;
    `document` then stays as it was last good. `checked` is sent either way.
    """

    changed = Signal()
    checked = Signal()

    def __init__(self, theme: Theme, style: CitationStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: CitationStyle = style
        self._document: Document | None = None
        self._original: Document | None = None
        self._filling = False
        self.problem = ""
        self.title = QLineEdit()
        self.kind = QComboBox()
        self.date = QLineEdit()
        self.dossiers = QLineEdit()
        self.number = QLineEdit()
        self.chamber = QComboBox()
        self.session = QLineEdit()
        self.senders = QLineEdit()
        self.reference = QLineEdit()
        self.url = QLineEdit()
        self.language = QComboBox()
        self.error = TokenLabel(theme, "", "err", 12)
        self.cited = TokenLabel(theme, "", "text", 14, parent=self)
        for label in (self.error, self.cited):
            label.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            label.setSizePolicy(policy)
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.cited.setTextFormat(Qt.TextFormat.RichText)
        self.cited.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for box in self._boxes():  # the longest kind of paper may be wider than there is room for
            allow_little_room(box)
        self._build(theme)
        self._fill_boxes()
        for field in self._fields():
            field.textEdited.connect(self._on_edited)
        for box in self._boxes():
            box.activated.connect(self._on_edited)
        theme.changed.connect(self._dress)
        self._dress()
        self._hint()
        self.set_document(None)

    def _build(self, theme: Theme) -> None:
        form = self._form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(scaled(12))
        form.setVerticalSpacing(scaled(8))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Kind"), self.kind)
        form.addRow(self.tr("Date"), self.date)
        form.addRow(self.tr("Dossiers"), self.dossiers)
        form.addRow(self.tr("Number"), self.number)
        form.addRow(self.tr("Chamber"), self.chamber)
        form.addRow(self.tr("Parliamentary year"), self.session)
        form.addRow(self.tr("Senders"), self.senders)
        form.addRow(self.tr("Mark of the sender"), self.reference)
        form.addRow(self.tr("Web address"), self.url)
        form.addRow(self.tr("Language"), self.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        column.addLayout(form)
        column.addWidget(SectionHeading(theme, self.tr("Citation")))
        column.addWidget(self.cited)

    @property
    def document(self) -> Document | None:
        """The paper with the facts in the fields, as last they made sense; None when no paper is shown."""
        return self._document

    def set_document(self, document: Document | None) -> None:
        """Show the facts of a paper; None empties and disables the form."""
        self._document = self._original = document
        self._filling = True
        self.setEnabled(document is not None)
        shown = document or Document("", "", "")
        for field, words in (
            (self.title, shown.title),
            (self.date, shown.date or ""),
            (self.dossiers, "; ".join(shown.dossiers)),
            (self.number, shown.number or ""),
            (self.session, shown.session or ""),
            (self.senders, "; ".join(shown.senders)),
            (self.reference, shown.reference),
            (self.url, shown.url),
        ):
            field.setText(words)
            field.setCursorPosition(0)
        for box, value, words in (
            (self.kind, shown.kind, kind_name(shown.kind)),
            (self.chamber, shown.chamber or "", shown.chamber or ""),
            (self.language, shown.language, shown.language),
        ):
            if box.findData(value) < 0:
                box.addItem(words, value)
            box.setCurrentIndex(box.findData(value))
        self._filling = False
        self._say("")
        self._cite()

    def focus_fact(self, name: str) -> None:
        """Put the cursor in the field of a fact, called as the field of Document; else in the title."""
        self._facts().get(name, self.title).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_style(self, style: CitationStyle) -> None:
        """Cite in another style."""
        self._style = style
        self._cite()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < scaled(_NARROW)
        policy = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(policy.WrapAllRows if is_narrow else policy.DontWrapRows)

    def _hint(self) -> None:
        """Examples in the empty fields; where nothing can be changed they would pass for facts."""
        for field, words in (
            (self.date, self.tr("2018, 2018-04 or 2018-04-25")),
            (self.dossiers, "19637; 21501-02"),
            (self.session, "2017-2018"),
            (self.senders, self.tr("Several: put a ; between them")),
        ):
            field.setPlaceholderText(words if self.isEnabled() else "")

    def _draft(self, document: Document) -> Document:
        """The paper with what stands in the fields, not checked."""
        return replace(
            document,
            title=self.title.text(),
            kind=self.kind.currentData() or "other",
            date=self.date.text().strip() or None,
            dossiers=tuple(one for one in _SEVERAL_DOSSIERS.split(self.dossiers.text().strip()) if one),
            number=" ".join(self.number.text().split()) or None,
            chamber=self.chamber.currentData() or None,
            session=self.session.text().strip() or None,
            senders=tuple(" ".join(one.split()) for one in _SEVERAL.split(self.senders.text()) if one.strip()),
            reference=self.reference.text(),
            url=self.url.text(),
            language=self.language.currentData() or "nl",
        )

    def _on_edited(self, _what: object) -> None:
        if self._document is None or self._filling:
            return
        try:
            self._document = checked_facts(draft := self._draft(self._document), self._original)
        except ActRefused as error:
            self._say(message_for(error), draft)
        else:
            self._say("")
            self._cite()
            self.changed.emit()
        self.checked.emit()

    def _say(self, problem: str, draft: Document | None = None) -> None:
        """Tell what is wrong in `draft`, and mark the fields that it is wrong in."""
        self.problem = problem
        self.error.setText(problem)
        self.error.setVisible(bool(problem))
        for name, field in self._facts().items():
            is_wrong = draft is not None and self._is_refused(name, getattr(draft, name))
            field.setProperty("error", is_wrong)
            field.setAccessibleDescription(problem if is_wrong else "")
            field.update()

    def _is_refused(self, name: str, value: object) -> bool:
        """Whether a fact makes no sense by itself."""
        try:
            checked_facts(replace(Document("", "-", ""), **{name: value}), self._original)  # type: ignore[arg-type]
        except ActRefused:
            return True
        return False

    def _cite(self) -> None:
        if self._document is None:
            self.cited.setText("")
            return
        self.cited.setText(html_of(reference(self._document, self._style, interface_language())))

    def _dress(self) -> None:
        self.cited.setFont(reading_font(scaled(14)))

    def _fill_boxes(self) -> None:
        translate = QCoreApplication.translate
        for kind in KINDS:
            self.kind.addItem(kind_name(kind), kind)
        for chamber in CHAMBERS:
            self.chamber.addItem(chamber or "–", chamber)
        for language, name in LANGUAGES.items():
            self.language.addItem(translate("document-facts", name), language)

    def _facts(self) -> dict[str, QLineEdit | QComboBox]:
        """The fields by what they are called in Document."""
        return {
            "title": self.title, "date": self.date, "dossiers": self.dossiers, "number": self.number,
            "chamber": self.chamber, "session": self.session, "senders": self.senders, "reference": self.reference,
            "url": self.url,
        }  # fmt: skip

    def _fields(self) -> tuple[QLineEdit, ...]:
        return (
            self.title, self.date, self.dossiers, self.number, self.session, self.senders, self.reference, self.url
        )  # fmt: skip

    def _boxes(self) -> tuple[QComboBox, ...]:
        return (self.kind, self.chamber, self.language)


class DocumentFactsDialog(QDialog):
    """Change what is known of a paper in the project; one step for undo."""

    def __init__(self, window: MainWindow, document: Document, fact: str = "") -> None:
        """`fact`: the field of Document that is filled in first."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._document = window, document
        self.setWindowTitle(self.tr("Details of the paper"))
        self.form = FactsForm(window.theme, window.settings.citation_style())
        self.form.set_document(document)
        self.form.checked.connect(self._allow)
        source = TokenLabel(window.theme, breakable(document.source_name), "text2", 12)
        source.setTextFormat(Qt.TextFormat.PlainText)
        source.setWordWrap(True)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save_button = PrimaryButton(window.theme, self.tr("Save"), self)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        body = QVBoxLayout()
        body.setContentsMargins(scaled(20), scaled(18), scaled(20), scaled(18))
        body.setSpacing(scaled(12))
        body.addWidget(source)
        body.addWidget(self.form)
        body.addStretch(1)
        margins = QMargins(scaled(20), scaled(14), scaled(20), scaled(14))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ScrollingBody(body), 1)
        self.form.error.setContentsMargins(scaled(20), scaled(8), scaled(20), scaled(12))
        column.addWidget(self.form.error)
        column.addWidget(Hairline(window.theme, Qt.Orientation.Horizontal))
        column.addLayout(ButtonRow((), (cancel, self.save_button), gap=scaled(10), margins=margins))
        open_at_size(self, QSize(560, 590), QSize(400, 320))
        tab_as_laid_out(self)
        self.form.focus_fact(fact)

    def save(self) -> None:
        """Write the facts and close; a refusal keeps the dialog open."""
        session, document = self._window.session, self.form.document
        if session is None or document is None or self.form.problem:
            return
        if session.attempt(lambda: edit_document(session.project, document)):
            self.accept()

    def _allow(self) -> None:
        self.save_button.setEnabled(not self.form.problem)
