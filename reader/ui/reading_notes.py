"""What the reading view tells in popups and to screen readers: footnotes, labels at the mouse, marks at the caret."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF
from PySide6.QtWidgets import QToolTip

from reader.domain.model import Highlight, Tag
from reader.text.structure import Footnote, Reference
from reader.ui.accessible_text import announce, is_heard

if TYPE_CHECKING:
    from reader.ui.reading_view import ReadingView

LONGEST = 600  # code points of a note in a popup


class ReadingNotes(QObject):
    """Words about the place at hand in a ReadingView."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self._view = view
        self._entered: frozenset[str] = frozenset()
        self._heading = -1  # the paragraph of the heading in which the caret is
        self._told_selection: tuple[int, int] | None = None  # reading range
        view.selection_changed.connect(self._announce_selection)

    # what is at a place

    def footnote_at(self, offset: int) -> tuple[int, int, Footnote] | None:
        """The footnote whose marker holds reading `offset`, with the reading range of the marker."""
        for start, end, note in self._notes_near(offset):
            if start <= offset < end:
                return start, end, note
        return None

    def reference_at(self, offset: int) -> Reference | None:
        """The reference that holds reading `offset`."""
        view = self._view
        if not view.flow.count:
            return None
        paragraph, position = view.flow.locate(offset)
        for start, end, reference in view.flow.layouts[paragraph].facts.references:
            if start <= position < end:
                return reference
        return None

    def _notes_near(self, offset: int) -> list[tuple[int, int, Footnote]]:
        view = self._view
        if not view.flow.count:
            return []
        paragraph, _ = view.flow.locate(offset)
        first = view.reading.paragraph_start(paragraph)
        facts = view.flow.layouts[paragraph].facts
        return [(first + start, first + end, note) for start, end, note in facts.notes]

    # popups

    def words_of_note(self, note: Footnote) -> str:
        """The text of a footnote, or that the file lacks it."""
        text = self._view.flow.facts.note_text(note)
        if text is None:
            return self.tr("Note text missing in this file")
        return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + "…"

    def show_at_caret(self) -> bool:
        """Show the footnote at the caret, else the next in its paragraph, else the one before; whether there is one."""
        view = self._view
        caret = view.caret_offset
        notes = self._notes_near(caret)
        if not notes:
            return False
        touching = [item for item in notes if item[0] <= caret <= item[1]]
        behind = [item for item in notes if item[0] >= caret]
        start, _, note = (touching or behind or notes[-1:])[0]
        view.bring_into_view(start)
        words = self.words_of_note(note)
        announce(view, words)
        self._show(words, view.viewport_point(start))
        return True

    def show_hover(self, point: QPointF) -> None:
        """Say what lies under a point of the viewport: a footnote, or the labels and the note of a highlight."""
        view = self._view
        offset = view.flow.character_at(point)
        if offset is None:
            return
        found = self.footnote_at(offset)
        if found is not None:
            self._show(self.words_of_note(found[2]), point)
        elif view.marks is not None:
            highlights = view.marks.highlights_at(view.reading.source_offset(offset))
            words = "\n".join(line for highlight in highlights for line in self._lines_of(highlight))
            if words:
                self._show(words, point)

    def _lines_of(self, highlight: Highlight) -> list[str]:
        assert self._view.marks is not None
        names = ", ".join(tag.name for tag in self._view.marks.tags_of(highlight.uid))
        note = highlight.note.strip().split("\n", 1)[0]
        lines = [names or self.tr("Highlight without a label")]
        return [*lines, "— " + note] if note else lines

    def _show(self, words: str, point: QPointF) -> None:
        viewport = self._view.viewport()
        rich = "<qt>" + html.escape(words).replace("\n", "<br>") + "</qt>"  # rich text is broken into lines
        area = QRectF(point.x() - 12, point.y() - 12, 24, 24).toRect()
        QToolTip.showText(viewport.mapToGlobal(point.toPoint() + QPoint(0, 12)), rich, viewport, area)

    def hide(self) -> None:
        QToolTip.hideText()

    # keyboard

    def activate_at_caret(self) -> bool:
        """Enter: open the reference at the caret, else the chosen highlight. Gives whether there was one."""
        view = self._view
        reference = self.reference_at(view.caret_offset)
        if view.chosen():
            view.highlight_activated.emit(view.chosen())
        elif reference is not None:
            view.reference_activated.emit(reference)
        else:
            return False
        return True

    # screen readers

    def announce_highlights(self, offset: int) -> None:
        """Say what the caret at a reading offset has entered: highlights, a heading."""
        view = self._view
        if view.marks is None or not is_heard():
            return
        there = view.marks.highlights_at(view.reading.source_offset(offset))
        uids = frozenset(highlight.uid for highlight in there)
        entered = [highlight for highlight in there if highlight.uid not in self._entered]
        self._entered = uids
        words = self._heading_words(offset)
        if entered:
            words.append(self.description(entered))
        if words:
            announce(view, ". ".join(words))

    def _heading_words(self, offset: int) -> list[str]:
        """That the caret has come into a heading; nothing while it stays there."""
        view = self._view
        paragraph, _ = view.flow.locate(offset) if view.flow.count else (-1, 0)
        before, self._heading = self._heading, -1
        if paragraph < 0 or view.reading.kind(paragraph) != "heading":
            return []
        self._heading = paragraph
        if paragraph == before:
            return []
        return [self.tr("heading, level {level}").format(level=view.reading.level(paragraph))]

    def _announce_selection(self) -> None:
        """Say which words were added to the selection or left it."""
        view = self._view
        before, after = self._told_selection, view.shown.selection
        self._told_selection = after
        if not is_heard():
            return
        if after is None:
            announce(view, self.tr("nothing selected"))
            return
        added, left = _without(after, before), _without(before, after)
        words = [self.tr("{words} selected").format(words=self._spoken(added))] if added else []
        words += [self.tr("{words} no longer selected").format(words=self._spoken(left))] if left else []
        if words:
            announce(view, ", ".join(words))

    def _spoken(self, ranges: list[tuple[int, int]]) -> str:
        """The words of some reading ranges, or how many characters it are when they are long."""
        words = " ".join(self._view.reading.text[start:end] for start, end in ranges)
        return words if len(words) <= LONGEST else self.tr("{count} characters").format(count=len(words))

    def announce_chosen(self, uid: str) -> None:
        """Say which highlight is chosen now."""
        view = self._view
        highlight = view.marks.highlight(uid) if view.marks is not None and uid else None
        if highlight is not None and is_heard():
            announce(view, self.description([highlight]) + ". " + view.reading.quote(highlight.span))

    def names(self, tags: Iterable[Tag]) -> list[str]:
        """The names of some labels, each once; or that there is none."""
        return list(dict.fromkeys(tag.name for tag in tags)) or [self.tr("no label")]

    def description(self, highlights: list[Highlight]) -> str:
        """Some highlights in words: "highlighted: Detentie, Ontwijkend, 1 note, 2 links"."""
        marks = self._view.marks
        if marks is None:
            return ""
        words = self.names(tag for highlight in highlights for tag in marks.tags_of(highlight.uid))
        notes = sum(1 for highlight in highlights if highlight.note)
        links = sum(len(marks.links_of(highlight.uid)) for highlight in highlights)
        if notes:
            words.append(self.tr("1 note") if notes == 1 else self.tr("{count} notes").format(count=notes))
        if links:
            words.append(self.tr("1 link") if links == 1 else self.tr("{count} links").format(count=links))
        return self.tr("highlighted: {what}").format(what=", ".join(words))


def _without(whole: tuple[int, int] | None, part: tuple[int, int] | None) -> list[tuple[int, int]]:
    """What remains of a range when another is taken out of it."""
    if whole is None:
        return []
    if part is None or part[1] <= whole[0] or whole[1] <= part[0]:
        return [whole]
    return [(a, b) for a, b in ((whole[0], part[0]), (part[1], whole[1])) if a < b]
