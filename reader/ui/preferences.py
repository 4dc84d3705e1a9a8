"""The settings: look, reading, citing, and the keys of every action."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reader.ui.actions import ACTS, act_text, key_sequences
from reader.ui.citation_template_dialog import CitationTemplateDialog
from reader.ui.citing import STYLES, TEMPLATE, style_words
from reader.ui.dialog_parts import ScrollingBody, tab_as_laid_out
from reader.ui.dialog_size import open_at_size
from reader.ui.theme import scaled

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

INTERFACE_SIZES = (100, 125, 150, 175, 200)  # percent
PORTABLE = QKeySequence.SequenceFormat.PortableText


class Preferences(QDialog):
    """Every change takes effect at once; closing keeps it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._settings = window, window.settings
        self.setWindowTitle(self.tr("Settings"))
        tabs = QTabWidget()
        tabs.setAccessibleName(self.tr("Settings"))
        tabs.addTab(self._general(), self.tr("General"))
        tabs.addTab(self._keys(), self.tr("Shortcuts"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(tabs)
        layout.addWidget(buttons)
        tab_as_laid_out(self)
        open_at_size(self, QSize(840, 600), QSize(420, 360))

    def _general(self) -> QWidget:
        form = QFormLayout()
        form.setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16))
        form.setSpacing(scaled(12))
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.theme = self._choice(
            "theme",
            {
                "system": self.tr("Like the system"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
                "sepia": self.tr("Sepia"),
            },
        )
        self.language = self._choice(
            "language", {"system": self.tr("Like the system"), "nl": "Nederlands", "en": "English"}
        )
        self.citation = self._choice("citation_style", {name: style_words(name) for name in STYLES})
        self.own_form = QPushButton(self.tr("Write an own form…"))
        self.own_form.setAutoDefault(False)
        self.own_form.clicked.connect(self._write_form)
        citing = QHBoxLayout()
        citing.addWidget(self.citation, 1)
        citing.addWidget(self.own_form)
        self.interface_size = self._choice(
            "interface_size", {percent: self.tr("{n} %").format(n=percent) for percent in INTERFACE_SIZES}
        )
        self.reading_size = QSpinBox(minimum=12, maximum=40, value=self._settings.get("reading_size"), suffix=" px")
        self.reading_size.valueChanged.connect(self._set_size)
        self.line_height = QDoubleSpinBox(minimum=1.4, maximum=2.0, singleStep=0.1, decimals=1)
        self.line_height.setValue(self._settings.get("line_height"))
        self.line_height.valueChanged.connect(self._set_line_height)
        self.author = QLineEdit(self._settings.get("author"))
        self.author.editingFinished.connect(self._set_author)
        self.single_keys = QCheckBox(self.tr("Single letters and digits act on the passage (H, 1-9, T, N, L)"))
        self.single_keys.setChecked(self._settings.get("single_keys"))
        self.single_keys.toggled.connect(self._set_single_keys)
        self.open_last = QCheckBox(self.tr("Open the last project at the start"))
        self.open_last.setChecked(self._settings.get("open_last"))
        self.open_last.toggled.connect(self._set_open_last)
        self.review_imports = QCheckBox(self.tr("Look through papers before they are imported"))
        self.review_imports.setChecked(self._settings.get("review_imports"))
        self.review_imports.toggled.connect(self._set_review_imports)
        form.addRow(self.tr("Theme"), self.theme)
        form.addRow(self.tr("Language"), self.language)
        form.addRow(self.tr("Size of the interface text (from the next start)"), self.interface_size)
        form.addRow(self.tr("Size of the reading text"), self.reading_size)
        form.addRow(self.tr("Line height"), self.line_height)
        form.addRow(self.tr("Citation"), citing)
        form.addRow(self.tr("Your name in the project"), self.author)
        form.addRow("", self.single_keys)
        form.addRow("", self.open_last)
        form.addRow("", self.review_imports)
        return ScrollingBody(form)

    def _choice(self, option: str, names: Mapping[Any, str]) -> QComboBox:
        box = QComboBox()
        box.setObjectName(option)
        for value, name in names.items():
            box.addItem(name, value)
        box.setCurrentIndex(max(0, box.findData(self._settings.get(option))))
        box.activated.connect(self._on_choice)
        return box

    def _keys(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16))
        self.table = QTableWidget(len(ACTS), 2)
        self.table.setHorizontalHeaderLabels([self.tr("Act"), self.tr("Keys")])
        self.table.setAccessibleName(self.tr("Shortcuts"))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.currentCellChanged.connect(self._on_row)
        self.editor = QKeySequenceEdit()
        self.editor.setAccessibleName(self.tr("New keys for the chosen act"))
        self.editor.editingFinished.connect(self._on_keys)
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        reset = QPushButton(self.tr("Original keys for all"))
        reset.clicked.connect(self._reset_keys)
        reset.setAutoDefault(False)
        for widget in (self.table, self.editor, self.warning, reset):
            layout.addWidget(widget)
        self._fill_keys()
        return page

    def _fill_keys(self) -> None:
        remapped = self._settings.shortcuts()
        for row, act in enumerate(ACTS):
            keys = ", ".join(k.toString(QKeySequence.SequenceFormat.NativeText) for k in key_sequences(act, remapped))
            self.table.setItem(row, 0, QTableWidgetItem(act_text(act)))
            self.table.setItem(row, 1, QTableWidgetItem(keys))

    def _on_row(self, row: int, _column: int, _old_row: int, _old_column: int) -> None:
        if 0 <= row < len(ACTS):
            keys = key_sequences(ACTS[row], self._settings.shortcuts())
            self.editor.setKeySequence(keys[0] if keys else QKeySequence())
            self.warning.clear()

    def _on_keys(self) -> None:
        row = self.table.currentRow()
        if row < 0:
            return
        act, wanted = ACTS[row], self.editor.keySequence()
        remapped = self._settings.shortcuts()
        rivals = [other for other in ACTS if other is not act and "window" in (act.scope, other.scope)]
        rivals += [other for other in ACTS if other is not act and other.scope == act.scope != "window"]
        holder = next((other for other in rivals if wanted in key_sequences(other, remapped)), None)
        if not wanted.isEmpty() and holder is not None:
            self.warning.setText(
                self.tr("{keys} already belongs to “{act}”. Give that act other keys first.").format(
                    keys=wanted.toString(QKeySequence.SequenceFormat.NativeText), act=act_text(holder)
                )
            )
            return
        if [wanted] != key_sequences(act, remapped)[:1]:
            remapped[act.id] = [] if wanted.isEmpty() else [wanted.toString(PORTABLE)]
            self._settings.set_shortcuts(remapped)
            self._fill_keys()
            self._window.retranslate_actions()

    def _reset_keys(self) -> None:
        self._settings.set_shortcuts({})
        self._fill_keys()
        self._window.retranslate_actions()

    def _on_choice(self, index: int) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self._settings.set(box.objectName(), box.itemData(index, Qt.ItemDataRole.UserRole))
            if box.objectName() == "theme":
                self._window.option_chosen.emit("theme")
            elif box.objectName() == "citation_style":
                self._window.acts.apply_citation_style()
            elif box.objectName() == "language":
                self.finished.connect(self._speak)

    def _write_form(self) -> None:
        source = self._settings.citation_template().source
        dialog = CitationTemplateDialog(self._window.theme, source, parent=self)
        dialog.chosen.connect(self._set_form)
        dialog.open()

    def _set_form(self, source: str) -> None:
        self._settings.set("citation_template", source)
        self._settings.set("citation_style", TEMPLATE)
        self.citation.setCurrentIndex(self.citation.findData(TEMPLATE))
        self._window.acts.apply_citation_style()

    def _speak(self, _result: int) -> None:
        self._window.option_chosen.emit("language")

    def _set_size(self, size: int) -> None:
        self._settings.set("reading_size", size)
        self._window.acts.apply_reading_settings()

    def _set_line_height(self, height: float) -> None:
        self._settings.set("line_height", round(height, 1))
        self._window.acts.apply_reading_settings()

    def _set_author(self) -> None:
        self._settings.set("author", self.author.text().strip())
        if self._window.session is not None:
            self._window.session.author = self.author.text().strip()

    def _set_single_keys(self, on: bool) -> None:
        self._settings.set("single_keys", on)
        self._window.retranslate_actions()

    def _set_open_last(self, on: bool) -> None:
        self._settings.set("open_last", on)

    def _set_review_imports(self, on: bool) -> None:
        self._settings.set("review_imports", on)
