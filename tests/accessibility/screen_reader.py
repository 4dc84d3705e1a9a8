"""A small screen reader for the tests; the system's Python with pyatspi runs it. One JSON line asks, one answers.

It is started as a script of its own: pyatspi and its GObject libraries come with the system, not from PyPI.
"""

import ctypes
import json
import sys
import time

import pyatspi
from gi.repository import Atspi, GLib

POLL = 0.02  # s
MAP_STATE, OVERRIDE_REDIRECT = 92, 120  # where these lie in an XWindowAttributes, bytes, on a machine of 64 bits
INPUT_HINT = 1  # the flag of XWMHints that says that `input` means something
IS_VIEWABLE = 2
ACTIONABLE = {
    pyatspi.ROLE_PUSH_BUTTON,
    pyatspi.ROLE_TOGGLE_BUTTON,
    pyatspi.ROLE_CHECK_BOX,
    pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_COMBO_BOX,
    pyatspi.ROLE_ENTRY,
    pyatspi.ROLE_TEXT,
    pyatspi.ROLE_LINK,
    pyatspi.ROLE_LIST_ITEM,
    pyatspi.ROLE_TREE_ITEM,
    pyatspi.ROLE_MENU,
    pyatspi.ROLE_MENU_ITEM,
    pyatspi.ROLE_SLIDER,
    pyatspi.ROLE_SEPARATOR,
}


class Keyboard:
    """Real key presses through the X server's own test extension, to the window on top, as a window manager has it."""

    def __init__(self):
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(None))

    def press(self, keys):
        """Press a combination such as "Control_L+Shift_L+Right", named as X names keys."""
        codes = []
        for name in keys.split("+"):
            symbol = ctypes.c_ulong(self._x.XStringToKeysym(name.encode()))
            codes.append(self._x.XKeysymToKeycode(self._display, symbol))
        assert all(codes), keys
        self.focus_top()
        for code in codes:
            self._test.XTestFakeKeyEvent(self._display, code, 1, 0)
        for code in reversed(codes):
            self._test.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x.XSync(self._display, 0)

    def focus_top(self):
        """Give the keyboard to the uppermost window that is shown, if it has it not; popups are no windows for that."""
        shown = [window for window in self._children() if self._takes_keys(window)]
        present, how = ctypes.c_ulong(), ctypes.c_int()
        self._x.XGetInputFocus(self._display, ctypes.byref(present), ctypes.byref(how))
        if shown and present.value != shown[-1]:
            self._x.XSetInputFocus(self._display, ctypes.c_ulong(shown[-1]), 1, ctypes.c_ulong(0))
            self._x.XSync(self._display, 0)

    def _takes_keys(self, window):
        attributes = ctypes.create_string_buffer(256)  # an XWindowAttributes
        if not self._x.XGetWindowAttributes(self._display, ctypes.c_ulong(window), attributes):
            return False
        width, height = ctypes.c_int.from_buffer(attributes, 8).value, ctypes.c_int.from_buffer(attributes, 12).value
        shown = ctypes.c_int.from_buffer(attributes, MAP_STATE).value == IS_VIEWABLE
        overrides = ctypes.c_int.from_buffer(attributes, OVERRIDE_REDIRECT).value
        return shown and width > 1 and height > 1 and not overrides and self._wants_keys(window)

    def _wants_keys(self, window):
        """Whether the window takes the keyboard by its own hints; the bar under a selection does not."""
        self._x.XGetWMHints.restype = ctypes.POINTER(ctypes.c_long * 2)  # an XWMHints begins with flags, input
        hints = self._x.XGetWMHints(self._display, ctypes.c_ulong(window))
        if not hints:
            return True
        flags, takes_input = hints.contents[0], ctypes.cast(hints, ctypes.POINTER(ctypes.c_int))[2]
        self._x.XFree(hints)
        return not flags & INPUT_HINT or bool(takes_input)

    def _children(self):
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        top = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        found = (ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children), ctypes.byref(count))
        self._x.XQueryTree(self._display, top, *found)
        return [children[index] for index in range(count.value)]


class ScreenReader:
    """Answers about the one program on this bus. Every public method is a question."""

    def __init__(self):
        self._keyboard = Keyboard()
        self._heard = []
        self._listener = Atspi.EventListener.new(self._on_event)
        for kind in (
            "object:announcement",
            "object:text-caret-moved",
            "object:text-selection-changed",
            "object:state-changed:focused",
        ):
            self._listener.register(kind)

    def _on_event(self, event):
        words = event.any_data if isinstance(event.any_data, str) else ""
        of = event.source.name if event.type == "object:state-changed:focused" else ""
        self._heard.append({"kind": event.type, "detail": event.detail1, "words": words, "of": of})

    def _program(self):
        for program in pyatspi.Registry.getDesktop(0):
            if program is not None and program.childCount:
                return program
        return None

    def _all(self):
        """Every object that is shown, as (object, path of roles), without the insides of hidden parts."""
        waiting = [(self._program(), "")]
        while waiting:
            thing, path = waiting.pop()
            thing.clear_cache()
            yield thing, path
            below = f"{path}/{thing.getRoleName()} “{thing.name}”"
            shown = [child for child in thing if child is not None]
            waiting += [(child, below) for child in shown if child.getState().contains(pyatspi.STATE_VISIBLE)]

    def _documents(self):
        found = [thing for thing, _ in self._all() if thing.getRole() == pyatspi.ROLE_DOCUMENT_FRAME]
        return sorted(found, key=lambda thing: thing.queryComponent().getPosition(pyatspi.DESKTOP_COORDS)[0])

    def _document(self, index):
        if getattr(self, "_known", None) is None:
            self._known = self._documents()
        return self._known[index]

    # questions

    def program(self):
        """The name of the program, once it has a window that is shown; null until then."""
        program = self._program()
        shown = program is not None and any(
            child is not None and child.getState().contains(pyatspi.STATE_SHOWING) for child in program
        )
        return program.name if shown else None

    def documents(self):
        """The papers that are shown, from left to right."""
        self._known = None
        return [self._describe(self._document(index)) for index in range(len(self._documents()))]

    def _describe(self, thing):
        states = {pyatspi.stateToString(state) for state in thing.getState().getStates()}
        return {"name": thing.name, "role": thing.getRoleName(), "states": sorted(states)}

    def objects(self):
        """Everything that is shown: role, name, whether one can act on it, text and value."""
        rows = []
        for thing, path in self._all():
            states = thing.getState()
            row = {
                "role": thing.getRoleName(),
                "name": thing.name,
                "path": path,
                "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
                "actionable": thing.getRole() in ACTIONABLE,
                "value": None,
            }
            if thing.getRole() in (pyatspi.ROLE_SCROLL_BAR, pyatspi.ROLE_SLIDER):
                value = thing.queryValue()
                row["value"] = [value.minimumValue, value.currentValue, value.maximumValue]
            rows.append(row)
        return rows

    def text(self, index, start=0, end=-1):
        """The text of a paper."""
        return self._document(index).queryText().getText(start, end)

    def facts(self, index):
        """What is known of the text of a paper at this moment."""
        text = self._document(index).queryText()
        return {"characters": text.characterCount, "caret": text.caretOffset, "selections": text.getNSelections()}

    def extents(self, index, offset):
        """Place of a character on the screen: x, y, width, height; px."""
        return list(self._document(index).queryText().getCharacterExtents(offset, pyatspi.DESKTOP_COORDS))

    def place(self, index):
        """Place of a paper on the screen: x, y, width, height; px."""
        return list(self._document(index).queryComponent().getExtents(pyatspi.DESKTOP_COORDS))

    def offset_at(self, index, x, y):
        """The offset of the character at a point of the screen."""
        return self._document(index).queryText().getOffsetAtPoint(x, y, pyatspi.DESKTOP_COORDS)

    def set_caret(self, index, offset):
        """Put the caret at an offset, as a screen reader does."""
        return self._document(index).queryText().setCaretOffset(offset)

    def select(self, index, start, end):
        """Select a range, as a screen reader does."""
        return self._document(index).queryText().addSelection(start, end)

    def take_focus(self, index):
        """Give the keyboard to a paper; says whether it has it."""
        self._keyboard.focus_top()
        thing = self._document(index)
        thing.queryComponent().grabFocus()
        thing.clear_cache()
        return thing.getState().contains(pyatspi.STATE_FOCUSED)

    def press(self, keys):
        """Press keys; forgets what was heard before."""
        self._heard.clear()
        self._keyboard.press(keys)

    def heard(self):
        """What the program told of itself since the last key."""
        until = time.monotonic() + POLL
        while time.monotonic() < until:
            GLib.MainContext.default().iteration(False)
        return self._heard


def answer_questions():
    """Read questions from standard input until it ends: ["name", [arguments]]."""
    reader = ScreenReader()
    for line in sys.stdin:
        question, arguments = json.loads(line)
        try:
            answer = {"answer": getattr(reader, question)(*arguments)}
        except Exception as error:  # noqa: BLE001 - whatever it is, the test has to hear of it
            answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    answer_questions()
