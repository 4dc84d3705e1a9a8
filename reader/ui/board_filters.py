"""The filters of the questions board for the side bar: states, fracties, sections, verdicts, words, undecided only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reader.domain.model import Verdict
from reader.models.board_items import BoardFilter
from reader.models.board_texts import no_section
from reader.models.board_words import state_words, verdict_words
from reader.questions.board import STATES, Board
from reader.questions.parties import members_of
from reader.ui.board_filter_rows import CheckRow, SwitchRow
from reader.ui.board_parts import STATE_SIGNS, verdict_sign
from reader.ui.board_text import TextLink
from reader.ui.buttons import SearchField
from reader.ui.labels import Hairline, KeyText, SectionHeading
from reader.ui.row_delegate import ground_palette
from reader.ui.theme import Theme, scaled

FILTER_WAIT = 120  # ms after the last key before the list is filtered


class BoardFilters(QWidget):
    """Lists of what there is, each with its count and a box. Enter or a click on "only" leaves one of a list."""

    filter_changed = Signal(object)  # BoardFilter

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._filter = theme, BoardFilter()
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Filter the questions"))
        self.field = SearchField(theme, self.tr("Words in question or answer"))
        self.states = _CheckList(theme, self.tr("State"))
        self.fracties = _CheckList(theme, self.tr("Fractie"))
        self.sections = _CheckList(theme, self.tr("Section"))
        self.verdicts = _CheckList(theme, self.tr("Verdict"), has_all=False)
        self.undecided = SwitchRow(theme, self.tr("Undecided only"), "flag")
        inner = QWidget()
        self._inner = inner
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, scaled(8), 0, scaled(12))
        column.setSpacing(0)
        search = QVBoxLayout()
        search.setContentsMargins(scaled(12), 0, scaled(12), scaled(8))
        search.addWidget(self.field)
        column.addLayout(search)
        for part in (self.states, self.fracties, self.sections, self.verdicts):
            column.addWidget(part)
        column.addWidget(Hairline(theme))
        column.addWidget(self.undecided)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self.setFocusProxy(self.field)
        self._timer = QTimer(self, singleShot=True, interval=FILTER_WAIT)
        self._timer.timeout.connect(self.apply_words)
        self.field.textChanged.connect(self._wait)
        self.undecided.toggled.connect(self._take)
        for part in (self.states, self.fracties, self.sections, self.verdicts):
            part.changed.connect(self._take)
        theme.changed.connect(self._take_ground)
        self._take_ground()
        self.show_board(None, {})

    @property
    def filter(self) -> BoardFilter:
        return self._filter

    def set_filter(self, wanted: BoardFilter) -> None:
        """Filter like this, and say so when it differs."""
        if wanted.text.split() != self.field.text().split():
            self.field.setText(wanted.text)
        self._timer.stop()
        differs = wanted != self._filter
        self._filter = wanted
        self._show_filter()
        if differs:
            self.filter_changed.emit(wanted)

    def apply_words(self) -> None:
        """Filter on the words in the field, now."""
        self._timer.stop()
        if self.field.text() != self._filter.text:
            self.set_filter(replace(self._filter, text=self.field.text()))

    def show_board(self, board: Board | None, verdicts: Mapping[str, Verdict]) -> None:
        """List what is in a board, with the counts of all its questions, whatever is shown of them."""
        rows = list(board.rows.values()) if board is not None else []
        states = board.states if board is not None else Counter()
        self.states.show_rows(
            (state, state_words(state), states[state] if board is not None else None, *STATE_SIGNS[state])
            for state in STATES
        )
        fracties = Counter(name for row in rows for name in members_of(row.question.fractie) or ("",))
        self.fracties.show_rows(
            (name, name or self.tr("No fractie named"), count, "", "") for name, count in fracties.items()
        )
        sections = Counter(row.question.section for row in rows)
        titles = {group.section: group.title for group in board.groups} if board is not None else {}
        self.sections.show_rows(
            (key, titles.get(key) or key or no_section(), count, "", "") for key, count in sections.items()
        )
        given = Counter(row.decision.verdict_uid for row in rows if row.decision is not None)
        self.verdicts.show_rows(
            (uid, verdict_words(verdict), given[uid], *verdict_sign(verdict))
            for uid, verdict in verdicts.items()
            if given[uid] or uid in self._filter.verdicts
        )
        self.fracties.setVisible(len(fracties) > 1)
        self.sections.setVisible(len(sections) > 1)
        self._show_filter()

    def _show_filter(self) -> None:
        wanted = self._filter
        self.states.set_ticked(lambda key: key not in wanted.hidden_states)
        self.fracties.set_ticked(lambda key: key not in wanted.hidden_fracties)
        self.sections.set_ticked(lambda key: key not in wanted.hidden_sections)
        self.verdicts.set_ticked(lambda key: key in wanted.verdicts)
        self.undecided.blockSignals(True)
        self.undecided.setChecked(wanted.undecided_only)
        self.undecided.blockSignals(False)

    def _take(self) -> None:
        """Filter as the boxes say."""
        self.set_filter(
            replace(
                self._filter,
                hidden_states=frozenset(state for state in STATES if state in self.states.unticked()),
                hidden_fracties=frozenset(self.fracties.unticked()),
                hidden_sections=frozenset(self.sections.unticked()),
                verdicts=frozenset(self.verdicts.ticked()),
                undecided_only=self.undecided.isChecked(),
            )
        )

    def _wait(self) -> None:
        self._timer.start()

    def _take_ground(self) -> None:
        for part in (self, self._inner, self._area):
            part.setPalette(ground_palette(self._theme, "side"))


class _CheckList(QWidget):
    """A heading with "All" and rows with a box each; `has_all` False: no box ticked hides nothing."""

    changed = Signal()

    def __init__(self, theme: Theme, title: str, *, has_all: bool = True) -> None:
        super().__init__()
        self._theme, self._has_all = theme, has_all
        self._rows: dict[str, CheckRow] = {}
        self.setAccessibleName(title)
        self.all = TextLink(theme, self.tr("All"))
        self.all.setAccessibleName(self.tr("All: {list}").format(list=title))
        self.all.clicked.connect(self._on_all)
        self._none = KeyText(theme, self.tr("No verdicts yet. Press [V] at a question."), "text2", 12)
        head = QHBoxLayout()
        head.setContentsMargins(scaled(12), scaled(8), scaled(8), scaled(2))
        head.addWidget(SectionHeading(theme, title), 1)
        head.addWidget(self.all)
        policy = self.all.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.all.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, scaled(8))
        self._column.setSpacing(0)
        self._column.addWidget(Hairline(theme))
        self._column.addLayout(head)
        box = QVBoxLayout()
        box.setContentsMargins(scaled(12), 0, scaled(12), 0)
        box.addWidget(self._none)
        self._column.addLayout(box)
        self._none.hide()
        self.all.hide()

    def show_rows(self, wanted: Iterable[tuple[str, str, int | None, str, str]]) -> None:
        """The rows: key, words, count (None where it is not known), icon and its colour.

        Rows that were there keep their box and the focus.
        """
        facts = list(wanted)
        if list(self._rows) != [key for key, *_ in facts]:
            for row in self._rows.values():
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._rows = {}
            for key, *_ in facts:
                row = self._rows[key] = CheckRow(self._theme, has_only=self._has_all)
                row.toggled.connect(self._on_toggled)
                row.only.connect(self._on_only)
                self._column.addWidget(row)
        for key, words, count, icon, token in facts:
            self._rows[key].show_facts(words, "" if count is None else str(count), icon, token)
        self._none.setVisible(not facts and not self._has_all)

    def row(self, key: str) -> CheckRow:
        """The row with this key. Raises KeyError."""
        return self._rows[key]

    def ticked(self) -> list[str]:
        return [key for key, row in self._rows.items() if row.isChecked()]

    def unticked(self) -> list[str]:
        return [key for key, row in self._rows.items() if not row.isChecked()]

    def set_ticked(self, wanted: Callable[[str], bool]) -> None:
        """Tick the rows for whose key `wanted` is true, without saying so."""
        for key, row in self._rows.items():
            row.blockSignals(True)
            row.setChecked(wanted(key))
            row.blockSignals(False)
            row.update()
        self.all.setVisible(self._has_all and bool(self.unticked()))

    def _on_toggled(self) -> None:
        self.changed.emit()

    def _on_only(self) -> None:
        chosen = self.sender()
        alone = isinstance(chosen, CheckRow) and all(row.isChecked() == (row is chosen) for row in self._rows.values())
        self.set_ticked(lambda key: alone or self._rows[key] is chosen)
        self.changed.emit()

    def _on_all(self) -> None:
        self.set_ticked(lambda _key: True)
        self.changed.emit()
