"""The choices of an export: which excerpts or paper, in what format, in what order, with what beside each quote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from reader.domain.citation import CitationStyle
from reader.exporters.collecting import ExcerptFilter
from reader.exporters.composition import ExportOptions
from reader.exporters.formats import FORMATS, Format
from reader.models.documents import interface_language
from reader.models.session import Session
from reader.ui.citing import fill_styles
from reader.ui.controls import TokenLabel
from reader.ui.dialog_parts import allow_little_room
from reader.ui.excerpt_filters import ExcerptFilters
from reader.ui.export_parts import choice_box, grouped_choice_box
from reader.ui.theme import Theme, scaled, ui_font
from reader.ui.translating import QT_TRANSLATE_NOOP

# the formats in the order of the list, under headings; with the words for those whose own name says too little
FORMAT_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("export", "Document"), ("docx", "odt", "pdf", "html", "markdown", "text")),
    (QT_TRANSLATE_NOOP("export", "Table and data"), ("xlsx", "csv", "json")),
    (QT_TRANSLATE_NOOP("export", "The whole paper with its highlights"), ("annotated-html", "annotated-pdf")),
    (QT_TRANSLATE_NOOP("export", "For other programs"), ("qdpx", "qdc", "web-annotation")),
    (QT_TRANSLATE_NOOP("export", "List of the papers"), ("csl-json", "ris", "bibtex")),
)
FORMAT_WORDS = {
    "docx": QT_TRANSLATE_NOOP("export", "Word"),
    "odt": QT_TRANSLATE_NOOP("export", "OpenDocument (LibreOffice)"),
    "pdf": QT_TRANSLATE_NOOP("export", "PDF"),
    "html": QT_TRANSLATE_NOOP("export", "Web page"),
    "markdown": QT_TRANSLATE_NOOP("export", "Markdown"),
    "text": QT_TRANSLATE_NOOP("export", "Plain text"),
    "xlsx": QT_TRANSLATE_NOOP("export", "Excel"),
    "csv": QT_TRANSLATE_NOOP("export", "Table (CSV)"),
    "json": QT_TRANSLATE_NOOP("export", "JSON"),
    "annotated-html": QT_TRANSLATE_NOOP("export", "Paper as a web page"),
    "annotated-pdf": QT_TRANSLATE_NOOP("export", "Copy of the PDF"),
    "qdpx": QT_TRANSLATE_NOOP("export", "REFI-QDA project (QDPX)"),
    "qdc": QT_TRANSLATE_NOOP("export", "REFI-QDA codebook (QDC)"),
    "web-annotation": QT_TRANSLATE_NOOP("export", "Web Annotation (JSON-LD)"),
    "csl-json": QT_TRANSLATE_NOOP("export", "CSL JSON (Zotero)"),
    "ris": QT_TRANSLATE_NOOP("export", "RIS (EndNote, Mendeley)"),
    "bibtex": QT_TRANSLATE_NOOP("export", "BibTeX (LaTeX)"),
}

FLAT = ("xlsx", "csv", "json")  # one row or entry after another: nothing to group
WITH_FOOTNOTES = ("docx", "odt", "pdf")
EXCHANGE = ("qdpx", "web-annotation")  # carry notes, links and names when they are asked for
REMEMBERED = ("format", "grouping", "order", "language", "context")
DEFAULTS = {"format": "docx"}


def format_words(name: str) -> str:
    """What a format is called in the window."""
    return QCoreApplication.translate("export", FORMAT_WORDS[name])


class ExportChoices(QWidget):
    """`changed`: another choice was made. What does not matter for the chosen format is not shown."""

    changed = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        picked: Sequence[str],
        listed: ExcerptFilter,
        document_uid: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`picked`: the excerpts that were picked in the list; `listed`: the filter of the list.

        `document_uid`: the paper of which a whole paper is exported at first.
        """
        super().__init__(parent)
        self._session, self._picked = session, tuple(picked)
        groups = [
            (
                QCoreApplication.translate("export", heading),
                [(name, format_words(name)) for name in names if name in FORMATS],
            )
            for heading, names in FORMAT_GROUPS
        ]
        self.format = grouped_choice_box(groups)
        self.losses = TokenLabel(theme, "", "text2", 12)
        self.losses.setTextFormat(Qt.TextFormat.PlainText)
        self.losses.setWordWrap(True)
        self.contents = choice_box()
        if self._picked:
            self.contents.addItem(self.tr("Selection ({number})").format(number=len(self._picked)), "picked")
        self.contents.addItem(self.tr("All that pass these filters"), "filter")
        self.contents.addItem(self.tr("All links, with both ends"), "links")
        self.filters = ExcerptFilters(session, theme, with_order=False)
        self.filters.set_filter(listed)
        self.paper = choice_box()
        self.grouping = choice_box(
            ("label", self.tr("By label")), ("document", self.tr("By document")), ("reading", self.tr("Not grouped"))
        )
        self.order = choice_box(
            ("place", self.tr("Place in the papers")),
            ("date", self.tr("Date of the paper")),
            ("marked", self.tr("When it was marked")),
        )
        self.style_box = choice_box()
        fill_styles(self.style_box)
        self.language = choice_box(("nl", "Nederlands"), ("en", "English"))
        self.context = choice_box(
            ("0", self.tr("None")), ("1", self.tr("One sentence before and after")), ("2", self.tr("Two sentences"))
        )
        self.notes = QCheckBox(self.tr("Notes"))
        self.links = QCheckBox(self.tr("Linked passage beside each excerpt"))
        self.names = QCheckBox(self.tr("Who marked it"))
        self.footnotes = QCheckBox(self.tr("Citations in footnotes"))
        self._heads: dict[QWidget, QLabel] = {}  # what stands before a field
        self._build()
        self._fill_papers(document_uid)
        for box in self._boxes().values():
            box.currentIndexChanged.connect(self._on_choice)
        for check in self._checks().values():
            check.toggled.connect(self._on_choice)
        self.filters.filter_changed.connect(self._on_choice)
        self._show_what_matters()

    def _build(self) -> None:
        grid = QGridLayout()  # a form gives wrapped words too little height
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(scaled(10))
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Format"), self.format),
            ("", self.losses),
            (self.tr("Excerpts"), self.contents),
            ("", self.filters),
            (self.tr("Document"), self.paper),
            (self.tr("Grouping"), self.grouping),
            (self.tr("Order"), self.order),
            (self.tr("Citation"), self.style_box),
            (self.tr("Language"), self.language),
            (self.tr("Context"), self.context),
        )
        for place, (words, field) in enumerate(rows):
            if isinstance(field, QComboBox):
                allow_little_room(field)
                head = self._heads[field] = QLabel(words)
                head.setBuddy(field)
                grid.addWidget(head, place, 0)
                grid.addWidget(field, place, 1)
            else:
                grid.addWidget(field, place, 0, 1, 2)
        self._include = QLabel(self.tr("Include"))
        self._include.setFont(ui_font(13, 600))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        column.addLayout(grid)
        column.addSpacing(scaled(6))
        column.addWidget(self._include)
        for check in self._checks().values():
            column.addWidget(check, 0, Qt.AlignmentFlag.AlignLeft)

    # -- what is chosen ------------------------------------------------------------------------------------------------

    def chosen_format(self) -> Format:
        """The format that is chosen."""
        return FORMATS[self.format.currentData()]

    def filter(self) -> ExcerptFilter:
        """Which excerpts go out: of a whole paper all of its own, else the picked ones or those of the filters."""
        scope = self.chosen_format().scope
        if scope == "paper":
            return ExcerptFilter(documents=(self.paper.currentData() or "",))
        if scope == "excerpts" and self.contents.currentData() == "picked":
            return ExcerptFilter(highlight_uids=frozenset(self._picked))
        if scope == "excerpts" and self.contents.currentData() == "links":
            return replace(self.filters.filter, has_link=True, with_ends=True)
        return self.filters.filter

    def options(self, title: str, moment: datetime, style: CitationStyle) -> ExportOptions:
        """The choices as the exporters take them."""
        return ExportOptions(
            title=title,
            moment=moment,
            grouping=self.grouping.currentData(),
            order=self.order.currentData(),
            style=style,
            language=self.language.currentData(),
            notes=self.notes.isChecked(),
            links=self.links.isChecked(),
            names=self.names.isChecked(),
            footnotes=self.footnotes.isChecked(),
            context=int(self.context.currentData()),
        )

    def remembered(self) -> dict[str, Any]:
        """The choices to begin with the next time; the citation style is kept apart, the excerpts are not kept."""
        boxes = {name: box.currentData() for name, box in self._boxes().items() if name in REMEMBERED}
        return boxes | {name: check.isChecked() for name, check in self._checks().items()}

    def recall(self, remembered: Mapping[str, Any], style: str) -> None:
        """Choose as the last time; what is not known any more stays as it is."""
        for name, box in self._boxes().items():
            value = style if name == "style" else remembered.get(name, box.currentData())
            if name == "language":
                value = remembered.get(name, interface_language())
            place = box.findData(value)
            box.setCurrentIndex(place if place >= 0 else box.findData(DEFAULTS.get(name, box.itemData(0))))
        for name, check in self._checks().items():
            check.setChecked(bool(remembered.get(name, name in ("notes", "links"))))
        self._show_what_matters()

    # -- helpers -------------------------------------------------------------------------------------------------------

    def _boxes(self) -> dict[str, QComboBox]:
        return {
            "format": self.format, "contents": self.contents, "paper": self.paper, "grouping": self.grouping,
            "order": self.order, "style": self.style_box, "language": self.language, "context": self.context,
        }  # fmt: skip

    def _checks(self) -> dict[str, QCheckBox]:
        return {"notes": self.notes, "links": self.links, "names": self.names, "footnotes": self.footnotes}

    def _fill_papers(self, document_uid: str) -> None:
        for document in self._session.project.documents():
            self.paper.addItem(document.title, document.uid)
        self.paper.setCurrentIndex(max(0, self.paper.findData(document_uid)))

    def _on_choice(self) -> None:
        self._show_what_matters()
        self.changed.emit()

    def _show_what_matters(self) -> None:
        chosen = self.chosen_format()
        of_excerpts, of_paper = chosen.scope == "excerpts", chosen.scope == "paper"
        losses = "\n".join(chosen.losses(interface_language()))
        self.losses.setText(losses)
        picked = of_excerpts and self.contents.currentData() == "picked"
        shown = {
            self.losses: bool(losses),
            self.contents: of_excerpts,
            self.filters: not of_paper and not picked,
            self.paper: of_paper,
            self.grouping: of_excerpts and chosen.name not in FLAT,
            self.order: of_excerpts,
            self.style_box: of_excerpts,
            self.language: chosen.scope != "project",
            self.context: of_excerpts,
        }
        for field, visible in shown.items():
            field.setVisible(visible)
            if field in self._heads:
                self._heads[field].setVisible(visible)
        with_parts = chosen.scope != "project" or chosen.name in EXCHANGE
        self._include.setVisible(with_parts)
        for check in self._checks().values():
            check.setVisible(with_parts)
        self.footnotes.setVisible(chosen.name in WITH_FOOTNOTES)
