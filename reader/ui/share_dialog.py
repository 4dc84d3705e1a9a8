"""The dialog for a copy that is given to others: what goes with it and what is left out."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton, QVBoxLayout, QWidget

from reader.ui.button_row import ButtonRow
from reader.ui.controls import Hairline, PrimaryButton, TokenLabel
from reader.ui.dialog_parts import ScrollingBody, tab_as_laid_out
from reader.ui.dialog_size import open_at_size
from reader.ui.theme import Theme, scaled


class ShareDialog(QDialog):
    """`chosen` carries whether notes, names and original files go with the copy."""

    chosen = Signal(bool, bool, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self.setWindowTitle(self.tr("Save a copy for others"))
        self.notes = QCheckBox(self.tr("Notes"))
        self.names = QCheckBox(self.tr("Names of who highlighted, labelled and decided"))
        self.originals = QCheckBox(self.tr("Original files"))
        for box in (self.notes, self.names, self.originals):
            box.setChecked(True)
        self.save_button = PrimaryButton(theme, self.tr("Save as…"), self)
        self._build()
        open_at_size(self, QSize(560, 400), QSize(360, 240))

    def _build(self) -> None:
        title = TokenLabel(self._theme, self.tr("What goes with the copy?"), "text", 18, 600)
        words = self.tr(
            "Papers, highlights, labels, links and verdicts always go. What a colleague adds can be merged."
        )
        always = self._words(words)
        column = QVBoxLayout()
        column.setContentsMargins(scaled(22), scaled(18), scaled(22), scaled(18))
        column.setSpacing(scaled(10))
        column.addWidget(title)
        column.addWidget(always)
        column.addSpacing(scaled(4))
        explained = (
            (self.notes, self.tr("Notes with highlights, links and questions. Definitions of labels always go.")),
            (self.names, ""),
            (
                self.originals,
                self.tr("Without them a copy is smaller. The texts stay whole; PDF pages cannot be shown."),
            ),
        )
        for box, words in explained:
            group = QVBoxLayout()
            group.setSpacing(scaled(2))
            group.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
            column.addLayout(group)
            if words:
                label = self._words(words)
                label.setContentsMargins(scaled(26), 0, 0, 0)
                group.addWidget(label)
                box.setAccessibleDescription(words)
        column.addSpacing(scaled(4))
        column.addWidget(self._words(self.tr("What is left out, and what was deleted before, is nowhere in the file.")))
        column.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._choose)
        margins = QMargins(scaled(22), scaled(14), scaled(22), scaled(14))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(ScrollingBody(column), 1)
        layout.addWidget(Hairline(self._theme, Qt.Orientation.Horizontal))
        layout.addLayout(ButtonRow((), (cancel, self.save_button), gap=scaled(10), margins=margins))
        tab_as_laid_out(self)

    def _words(self, text: str) -> TokenLabel:
        label = TokenLabel(self._theme, text, "text2", 12)
        label.setWordWrap(True)
        return label

    def _choose(self) -> None:
        self.chosen.emit(self.notes.isChecked(), self.names.isChecked(), self.originals.isChecked())
        self.accept()
