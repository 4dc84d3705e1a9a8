"""Two versions of a paper side by side: what differs is marked in both, and they scroll together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.domain.model import Span
from reader.ui.controls import ElidedLabel, Hairline
from reader.ui.overview_bar import OverviewBar
from reader.ui.reading_view import ReadingView
from reader.ui.splitters import GripSplitter
from reader.ui.theme import Theme, scaled

if TYPE_CHECKING:
    from reader.models.highlights import DocumentMarks
    from reader.text.reanchoring_changes import Changed
    from reader.text.reanchoring_comparison import Comparison

SMALLEST = 260  # px of a side


class VersionSide(QWidget):
    """One version: what it is, its text, and its overview bar, which shows where the changes are."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(theme, px=13, weight=600, parent=self)
        self.meta = ElidedLabel(theme, px=12, token="text2", parent=self)
        self.view = ReadingView(theme, self)
        self.overview = OverviewBar(self.view, theme, self)
        self.comparison: Comparison | None = None  # from this side to the other
        self.changed: tuple[Span, ...] = ()
        head = QHBoxLayout()
        head.setContentsMargins(scaled(14), scaled(9), scaled(14), scaled(9))
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.meta, 1)
        text = QHBoxLayout()
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(0)
        text.addWidget(self.view, 1)
        text.addWidget(self.overview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline(theme, Qt.Orientation.Horizontal))
        column.addLayout(text, 1)
        self.setMinimumWidth(SMALLEST)  # of text that has a size of its own

    def set_name(self, title: str, meta: str) -> None:
        """What stands above the text."""
        self.title.setText(title)
        self.meta.setText(meta)
        self.view.setAccessibleName(f"{title}, {meta}" if meta else title)

    def show_text(self, comparison: Comparison, changed: Sequence[Span], marks: DocumentMarks | None) -> None:
        """Show the old side of `comparison`, with what differs marked."""
        self.comparison = comparison
        self.changed = tuple(span for span in changed if len(span))
        self.view.set_document(comparison.old.reading, marks)
        self.view.set_hits(list(self.changed))

    def show_change(self, span: Span) -> None:
        """Bring out one of the changes; an empty span is the place where the other side has more."""
        number = self.changed.index(span) if span in self.changed else -1
        self.view.set_hits(list(self.changed), number)
        self.view.set_caret(span.start)
        self.view.reveal(span, frame=False)

    def show_passage(self, span: Span) -> None:
        """Select a passage and bring it into view."""
        self.view.set_hits(list(self.changed))
        self.view.set_selection(span)
        self.view.reveal(span, frame=False)

    def show_place(self, source_offset: int) -> None:
        """Bring a place into view, with nothing selected."""
        self.view.set_hits(list(self.changed))
        self.view.set_caret(source_offset)
        self.view.scroll_to(source_offset, self.view.viewport().height() // 3)


class VersionsView(QWidget):
    """The old version at the left, the new one at the right. `change_shown`: another change is brought out."""

    change_shown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.old, self.new = VersionSide(theme, self), VersionSide(theme, self)
        self.changes: tuple[Changed, ...] = ()
        self.current: int | None = None  # the number of the change that is brought out
        splitter = GripSplitter(theme, Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.old)
        splitter.addWidget(self.new)
        splitter.make_even()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        for side in (self.old, self.new):
            side.view.set_reduced_motion(True)  # two texts that slide at once only confuse
            side.view.user_scrolled.connect(self._on_scrolled)

    def show_versions(
        self, comparison: Comparison, changes: Sequence[Changed], old_marks: DocumentMarks | None = None
    ) -> None:
        """Show two versions from their starts, with the marks of the old one."""
        self.changes, self.current = tuple(changes), None
        self.old.show_text(comparison, [change.old for change in changes], old_marks)
        self.new.show_text(comparison.turned(), [change.new for change in changes], None)
        self.change_shown.emit()

    def show_passage(self, old: Span, new: Span | None) -> None:
        """Select a passage in both; without a new place the right side comes to where it would be."""
        self.current = None
        self.old.show_passage(old)
        if new is not None:
            self.new.show_passage(new)
        elif self.old.comparison is not None:
            self.new.show_place(self.old.comparison.counterpart(old.start))
        self.change_shown.emit()

    def step_change(self, step: int) -> None:
        """Bring out the next change (the one before when `step` is -1); first the nearest to what is seen."""
        if not self.changes:
            return
        if self.current is None:
            top = self.new.view.top_span().start
            behind = [number for number, change in enumerate(self.changes) if change.new.start >= top]
            first = behind[0] if behind else 0
            self.current = first if step > 0 else (first - 1) % len(self.changes)
        else:
            self.current = (self.current + step) % len(self.changes)
        change = self.changes[self.current]
        self.old.show_change(change.old)
        self.new.show_change(change.new)
        self.change_shown.emit()

    def _on_scrolled(self, alone: bool) -> None:
        """The other side follows what the user scrolls."""
        sides = (self.old, self.new)
        mine = next((side for side in sides if side.view is self.sender()), None)
        if alone or mine is None or mine.comparison is None:
            return
        other = self.new if mine is self.old else self.old
        place, y = mine.view.position()
        other.view.show_line(other.view.reading.reading_offset(mine.comparison.counterpart(place)), y)
