"""The keyboard in the reading view: where each standard key moves the caret, with Shift selecting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from reader.ui.words import next_word, previous_word

if TYPE_CHECKING:
    from reader.ui.reading_view import ReadingView

Key = QKeySequence.StandardKey
Move = Callable[["ReadingView", bool], None]  # the view, and whether to select


def _to(place: Callable[[ReadingView], int]) -> Move:
    return lambda view, extend: view.move_caret(place(view), extend=extend)


def _next_character(view: ReadingView) -> int:
    paragraph, position = view.flow.locate(view.caret_offset)
    layout = view.flow.layouts[paragraph]
    if position >= len(layout.text):
        return min(view.caret_offset + 1, len(view.reading.text))
    return view.reading.paragraph_start(paragraph) + layout.next_position(position)


def _previous_character(view: ReadingView) -> int:
    paragraph, position = view.flow.locate(view.caret_offset)
    if position == 0:
        return view.caret_offset - 1
    return view.reading.paragraph_start(paragraph) + view.flow.layouts[paragraph].previous_position(position)


def _sideways(step: Callable[[ReadingView], int], edge: Callable[[tuple[int, int]], int]) -> Move:
    """One character on; without Shift a selection is left at its edge."""

    def move(view: ReadingView, extend: bool) -> None:
        if not extend and view.selection_anchor != view.caret_offset:
            view.move_caret(edge((view.selection_anchor, view.caret_offset)))
        else:
            view.move_caret(step(view), extend=extend)

    return move


def _line(view: ReadingView) -> tuple[int, int, int]:
    """Paragraph of the caret, its line there, and its position."""
    paragraph, position = view.flow.locate(view.caret_offset)
    layout = view.flow.layouts[paragraph]
    return paragraph, layout.line_at(position, upstream=view.upstream), position


def _line_start(view: ReadingView, extend: bool) -> None:
    paragraph, line, _ = _line(view)
    view.move_caret(
        view.reading.paragraph_start(paragraph) + view.flow.layouts[paragraph].lines[line].start, extend=extend
    )


def _line_end(view: ReadingView, extend: bool) -> None:
    paragraph, number, _ = _line(view)
    layout = view.flow.layouts[paragraph]
    end, upstream = layout.lines[number].end, False
    if number < len(layout.lines) - 1:
        if layout.text[end - 1].isspace():
            end -= 1
        else:
            upstream = True
    view.move_caret(view.reading.paragraph_start(paragraph) + end, extend=extend, upstream=upstream)


def _vertically(lines: int) -> Move:
    def move(view: ReadingView, extend: bool) -> None:
        _move_lines(view, lines, extend)

    return move


def _move_lines(view: ReadingView, lines: int, extend: bool) -> None:
    paragraph, number, position = _line(view)
    layouts = view.flow.layouts
    if view.goal_x is None:
        view.goal_x = layouts[paragraph].x_of(position, number)
    goal = view.goal_x
    step = 1 if lines > 0 else -1
    for _ in range(abs(lines)):
        number += step
        if number < 0:
            if paragraph == 0:
                view.move_caret(0, extend=extend, keep_goal=True)
                return
            paragraph -= 1
            number = len(layouts[paragraph].lines) - 1
        elif number >= len(layouts[paragraph].lines):
            if paragraph == view.flow.count - 1:
                view.move_caret(len(view.reading.text), extend=extend, keep_goal=True)
                return
            paragraph += 1
            number = 0
    layout = layouts[paragraph]
    there = layout.position_at(goal, number)
    upstream = there == layout.lines[number].end and number < len(layout.lines) - 1
    if upstream and layout.text[there - 1].isspace():
        there, upstream = there - 1, False
    offset = view.reading.paragraph_start(paragraph) + there
    view.move_caret(offset, extend=extend, upstream=upstream, keep_goal=True)


def _page(direction: int) -> Move:
    def move(view: ReadingView, extend: bool) -> None:
        before = view.caret_rect()
        distance = view.viewport().height() - 2 * view.line_height_px()
        moved = view.scroll_by(direction * distance)
        if view.goal_x is None:
            view.goal_x = before.center().x() - view.flow.text_left
        if abs(moved) < distance // 2:
            view.move_caret(0 if direction < 0 else len(view.reading.text), extend=extend, keep_goal=True)
            return
        x = view.goal_x + view.flow.text_left
        y = min(max(before.center().y(), 0.0), float(view.viewport().height()))
        offset, upstream = view.flow.place_at(QPointF(x, y))
        view.move_caret(offset, extend=extend, upstream=upstream, keep_goal=True)

    return move


def _next_word(view: ReadingView) -> int:
    return next_word(view.reading.text, view.caret_offset)


def _previous_word(view: ReadingView) -> int:
    return previous_word(view.reading.text, view.caret_offset)


def _text_end(view: ReadingView) -> int:
    return len(view.reading.text)


def _start(_view: ReadingView) -> int:
    return 0


_right, _left = _sideways(_next_character, max), _sideways(_previous_character, min)

# standard key to move, the same with Shift, and what it does
MOVES: tuple[tuple[Key, Key, Move], ...] = (
    (Key.MoveToNextChar, Key.SelectNextChar, _right),
    (Key.MoveToPreviousChar, Key.SelectPreviousChar, _left),
    (Key.MoveToNextWord, Key.SelectNextWord, _to(_next_word)),
    (Key.MoveToPreviousWord, Key.SelectPreviousWord, _to(_previous_word)),
    (Key.MoveToNextLine, Key.SelectNextLine, _vertically(1)),
    (Key.MoveToPreviousLine, Key.SelectPreviousLine, _vertically(-1)),
    (Key.MoveToNextPage, Key.SelectNextPage, _page(1)),
    (Key.MoveToPreviousPage, Key.SelectPreviousPage, _page(-1)),
    (Key.MoveToStartOfLine, Key.SelectStartOfLine, _line_start),
    (Key.MoveToEndOfLine, Key.SelectEndOfLine, _line_end),
    (Key.MoveToStartOfDocument, Key.SelectStartOfDocument, _to(_start)),
    (Key.MoveToEndOfDocument, Key.SelectEndOfDocument, _to(_text_end)),
)


def _move_of(event: QKeyEvent) -> tuple[Move, bool] | None:
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier and Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z:
        return None  # on X11 Ctrl+E is "end of line" as well; the letters belong to the actions of the window
    for key, with_shift, move in MOVES:
        if event.matches(key):
            return move, False
        if event.matches(with_shift):
            return move, True
    return None


def wants_key(view: ReadingView, event: QKeyEvent) -> bool:
    """Whether the view itself takes a key that is also a shortcut of the window."""
    if view.mouse.drags_unit and event.key() == Qt.Key.Key_Escape:
        return True
    return view.flow.count > 0 and (_move_of(event) is not None or event.matches(Key.SelectAll))


def handle_key(view: ReadingView, event: QKeyEvent) -> bool:
    """Do what a key asks. Gives whether it was a key of the view."""
    if view.flow.count == 0:
        return False
    if view.mouse.drags_unit:  # nothing else may change under a drag
        if event.key() == Qt.Key.Key_Escape:
            view.mouse.cancel_unit_drag()
        return True
    found = _move_of(event)
    modifiers, key = event.modifiers(), event.key()
    if found is not None:
        move, extend = found
        move(view, extend)
    elif event.matches(Key.SelectAll):
        view.select_all()
    elif event.matches(Key.Copy):
        view.copy()
    elif modifiers == Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Down:
        view.choose_next()
    elif modifiers == Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Up:
        view.choose_previous()
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers & ~Qt.KeyboardModifier.KeypadModifier:
        return view.notes.activate_at_caret()
    else:
        return False
    return True
