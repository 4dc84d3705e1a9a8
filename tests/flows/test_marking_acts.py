"""What is done to passages, in the real window: ends, removal, notes, links; and documents that go and come back."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMenu

from reader.domain.model import ANSWERED_BY, Highlight, Span
from reader.edit import documents, links
from tests.flows.conftest import User

QUESTION = "Kan worden aangegeven wat de voortgang van dit streven is?"
ANSWER = "Wat betreft de voortgang van het streven om Libische detentiecentra te sluiten"


def consultation(user: User) -> str:
    return next(d.uid for d in user.project.documents() if "integrale migratieagenda" in d.title)


def show_in(user: User, pane: int, document_uid: str) -> None:
    user.press(f"Ctrl+{pane}")
    user.window.project_view.open_document(document_uid)
    user.settle()


def select(user: User, words: str) -> Span:
    """Find words with the keyboard and select them."""
    user.find_with_keys(words)
    span = user.text.find(words)[0]
    user.text.set_selection(span)
    user.text.reveal(span, frame=False)
    user.settle()
    return span


def mark(user: User, words: str) -> Highlight:
    """Highlight words with the label of digit 1; it is chosen then."""
    select(user, words)
    known = set(user.rows()["highlights"])
    user.press("1")
    made = next(h for h in user.project.highlights() if h.uid not in known)
    user.text.clear_selection()
    user.text.choose(made.uid)
    user.settle()
    return made


def bar(user: User) -> str:
    message = user.window.messages.bar
    return message.text.text() if message.isVisible() else ""


def hint(user: User) -> str:
    message = user.window.messages.hint_bar
    return message.text.text() if message.isVisible() else ""


# Ends ----------------------------------------------------------------------------------------------------------------
def test_the_ends_of_a_highlight_are_changed_with_the_keyboard(at_sample: User) -> None:
    user = at_sample
    show_in(user, 1, consultation(user))
    made = mark(user, "migratieovereenkomsten met derde landen")
    user.press("E")
    assert user.text.selection() == made.span
    assert "Adjust the selection" in hint(user)
    for _ in range(3):
        user.press("Shift+Right")
    user.press("Return")
    changed = user.project.highlight(made.uid)
    assert (changed.start, changed.end) == (made.start, made.end + 3)
    assert hint(user) == ""
    assert user.text.chosen() == made.uid
    user.press("Ctrl+Z")
    assert user.project.highlight(made.uid).span == made.span


def test_escape_leaves_the_ends_as_they_were(at_sample: User) -> None:
    user = at_sample
    show_in(user, 1, consultation(user))
    made = mark(user, "migratieovereenkomsten met derde landen")
    user.press("E")
    user.press("Shift+Right")
    user.press("Escape")
    assert hint(user) == ""
    user.press("Return")
    assert user.project.highlight(made.uid).span == made.span


def test_ends_that_another_highlight_has_are_refused(at_sample: User) -> None:
    user = at_sample
    show_in(user, 1, consultation(user))
    first = mark(user, "migratieovereenkomsten met derde landen")
    user.press("Escape")
    second = mark(user, "migratieovereenkomsten met derde")
    user.press("E")
    for _ in range(len(" landen")):
        user.press("Shift+Right")
    user.press("Return")
    assert "exactly these ends" in bar(user)
    assert user.project.highlight(second.uid).span == second.span
    assert user.project.highlight(first.uid).span == first.span


# Removal -------------------------------------------------------------------------------------------------------------
def test_a_removed_highlight_is_offered_back(at_sample: User) -> None:
    user = at_sample
    before = user.rows()
    linked = next(k for k in user.project.links())
    user.window.project_view.go_to_highlight(linked.source_uid)
    user.settle()
    user.press("Delete")
    assert linked.source_uid not in user.rows()["highlights"]
    assert "Highlight removed." in bar(user)
    assert [b.text() for b in user.window.messages.bar.buttons] == ["Undo  Ctrl+Z"]
    user.press("Ctrl+Z")
    assert user.rows() == before, "with its labels, note and links"
    assert bar(user) == ""
    user.window.project_view.go_to_highlight(linked.source_uid)
    user.settle()
    user.press("Backspace")
    user.click(user.window.messages.bar.buttons[0])
    assert user.rows() == before


def test_a_removed_document_comes_back_with_its_highlights(at_sample: User) -> None:
    user = at_sample
    before = user.rows()
    uid = consultation(user)
    show_in(user, 1, uid)
    show_in(user, 2, uid)
    session = user.window.session
    assert session is not None
    assert session.attempt(lambda: documents.remove_documents(session.project, [uid]))
    user.settle()
    assert [pane for pane in user.panes if pane.document.uid == uid] == []
    assert uid not in user.rows()["documents"]
    for keys in ("Alt+Left", "Alt+Left", "Alt+Right", "Ctrl+F", "Escape"):
        user.press(keys)
    user.press("Ctrl+Z")
    assert user.rows() == before
    user.window.project_view.open_document(uid)
    user.settle()
    assert user.pane.document.uid == uid
    user.press("Ctrl+Y")
    assert uid not in user.rows()["documents"]
    assert all(pane.document.uid != uid for pane in user.panes)
    user.press("Ctrl+Z")
    assert user.rows() == before


def test_a_renamed_document_is_renamed_in_its_pane(at_sample: User) -> None:
    from dataclasses import replace

    user = at_sample
    document = user.pane.document
    session = user.window.session
    assert session is not None
    caret = user.text.caret()
    assert session.attempt(lambda: documents.edit_document(session.project, replace(document, title="Een andere naam")))
    user.settle()
    assert user.pane.head.title.toolTip() == "Een andere naam"
    assert "Een andere naam" in user.text.accessibleName()
    assert user.text.caret() == caret
    user.press("Ctrl+Z")
    assert user.pane.head.title.toolTip() == document.title


# Notes ---------------------------------------------------------------------------------------------------------------
def test_undo_while_a_note_has_the_focus_and_after(at_sample: User) -> None:
    user = at_sample
    show_in(user, 1, consultation(user))
    made = mark(user, "migratieovereenkomsten met derde landen")
    user.press("N")
    note = user.window.project_view.passage.note
    user.until(note.hasFocus)
    user.type("Let op")
    user.press("Ctrl+Z", note)
    assert note.toPlainText() != "Let op", "in the note, Ctrl+Z takes typing back"
    assert made.uid in user.rows()["highlights"], "and nothing else"
    note.selectAll()
    user.type("Belangrijk")
    user.press("Escape")
    user.until(user.text.hasFocus)
    assert user.project.highlight(made.uid).note == "Belangrijk"
    user.press("Ctrl+Z")
    assert user.project.highlight(made.uid).note != "Belangrijk"
    assert note.toPlainText() == user.project.highlight(made.uid).note
    user.press("Ctrl+Y")
    assert user.project.highlight(made.uid).note == "Belangrijk"
    assert note.toPlainText() == "Belangrijk"


def test_undo_from_the_menu_saves_the_note_first(at_sample: User) -> None:
    user = at_sample
    show_in(user, 1, consultation(user))
    made = mark(user, "migratieovereenkomsten met derde landen")
    user.press("N")
    user.until(user.window.project_view.passage.note.hasFocus)
    user.type("Half getypt")
    user.window.acts.undo()
    user.settle()
    assert made.uid in user.rows()["highlights"], "only the note was taken back"
    assert user.project.highlight(made.uid).note == ""
    user.window.acts.redo()
    assert user.project.highlight(made.uid).note == "Half getypt"


def test_single_letters_do_nothing_while_a_note_is_typed(at_sample: User) -> None:
    user = at_sample
    show_in(user, 1, consultation(user))
    mark(user, "migratieovereenkomsten met derde landen")
    user.press("N")
    user.until(user.window.project_view.passage.note.hasFocus)
    before = user.rows()
    user.type("123 Hele Notitie Test L")
    assert user.window.project_view.passage.note.toPlainText() == "123 Hele Notitie Test L"
    assert user.window.project_view.marking.link_from is None
    assert {uid: row[:5] for uid, row in user.rows()["highlights"].items()} == {
        uid: row[:5] for uid, row in before["highlights"].items()
    }
    assert user.rows()["taggings"] == before["taggings"]


# Links ---------------------------------------------------------------------------------------------------------------
def test_a_link_that_was_begun_is_given_up_with_escape(at_sample: User) -> None:
    user = at_sample
    before = user.rows()
    show_in(user, 1, consultation(user))
    select(user, QUESTION)
    user.press("L")
    assert "Link from" in hint(user)
    user.press("Escape")
    assert hint(user) == ""
    select(user, ANSWER)
    user.press("L")
    assert user.rows() == before, "this L begins a link anew"
    user.press("Escape")


def test_a_passage_is_not_linked_to_itself(at_sample: User) -> None:
    user = at_sample
    show_in(user, 1, consultation(user))
    before = user.rows()
    select(user, QUESTION)
    user.press("L")
    select(user, QUESTION)
    user.press("L")
    assert "cannot be linked to itself" in bar(user)
    assert user.rows() == before
    assert "Link from" in hint(user), "another end can still be chosen"
    user.press("Escape")


def linked_to_two(user: User) -> Highlight:
    """A highlight in the first pane with two links to the paper in the second."""
    uid = consultation(user)
    show_in(user, 1, uid)
    made = mark(user, QUESTION)
    session = user.window.session
    assert session is not None
    for words in (ANSWER, "derde landen te sluiten"):
        end = (uid, user.text.find(words)[0])
        assert session.attempt(lambda end=end: links.link(session.project, made.uid, end, ANSWERED_BY.uid))
    user.text.choose(made.uid)
    user.text.setFocus()
    user.settle()
    return made


def test_with_several_links_the_keyboard_chooses_one(at_sample: User) -> None:
    user = at_sample
    made = linked_to_two(user)
    user.press("Return")
    cards = user.window.project_view.passage.links.cards
    assert len(cards) == 2
    user.until(cards[0].hasFocus)
    place = user.text.caret()
    user.press("Return", cards[0])
    user.until(lambda: user.text.chosen() == cards[0].end.other.uid or user.text.chosen() not in ("", made.uid))
    user.press("Alt+Left")
    assert abs(user.text.caret() - place) < 200


def test_the_type_of_a_link_is_changed_in_its_card(at_sample: User) -> None:
    user = at_sample
    linked_to_two(user)
    card = user.window.project_view.passage.links.cards[0]
    uid, old = card.end.link.uid, card.end.link.kind_uid
    session = user.window.session
    assert session is not None
    other = next(kind for kind in user.project.link_kinds() if kind.uid != old)
    assert session.attempt(lambda: links.change_link_kind(session.project, uid, other.uid))
    user.settle()
    cards = {card.end.link.uid: card for card in user.window.project_view.passage.links.cards}
    assert cards[uid].end.kind.uid == other.uid
    user.press("Ctrl+Z")
    cards = {card.end.link.uid: card for card in user.window.project_view.passage.links.cards}
    assert cards[uid].end.kind.uid == old


def test_a_link_type_of_the_users_own_is_made_in_the_menu_of_a_card(at_sample: User) -> None:
    user = at_sample
    linked_to_two(user)
    before = user.rows()
    card = user.window.project_view.passage.links.cards[0]
    uid = card.end.link.uid
    card.setFocus()
    menu = card.menu()
    kinds = next(action.menu() for action in menu.actions() if isinstance(action.menu(), QMenu))
    assert isinstance(kinds, QMenu)
    kinds.popup(card.mapToGlobal(QPoint(0, 0)))
    user.click_in_menu(kinds, kinds.actions()[-1])
    dialog = card.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue("weerlegt")
    dialog.accept()
    user.settle()
    kind = next(kind for kind in user.project.link_kinds() if kind.name == "weerlegt")
    assert user.rows()["links"][uid][0] == kind.uid
    assert any(card.end.kind.uid == kind.uid for card in user.window.project_view.passage.links.cards)
    user.press("Ctrl+Z", user.text)
    user.press("Ctrl+Z", user.text)
    assert user.rows() == before
    assert all(kind.name != "weerlegt" for kind in user.project.link_kinds())


# Back and forward ----------------------------------------------------------------------------------------------------
def test_back_and_forward_over_panes(at_sample: User) -> None:
    user = at_sample
    uid = consultation(user)
    show_in(user, 1, uid)
    user.find_with_keys(QUESTION)
    start = (user.pane, user.text.caret())
    target = next(h for h in user.project.highlights() if h.document_uid == user.panes[1].document.uid)
    user.window.project_view.go_to_highlight(target.uid)
    user.settle()
    assert user.pane is user.panes[1]
    there = user.text.caret()
    user.press("Alt+Left")
    assert (user.pane, user.text.caret()) == start
    user.press("Alt+Right")
    assert user.pane is user.panes[1]
    assert abs(user.text.caret() - there) < 500
    user.press("Ctrl+2")
    user.press("Ctrl+W")
    user.press("Ctrl+Home")
    user.press("Alt+Left")
    assert (user.pane.document.uid, user.text.caret()) == (uid, start[1])


# The context menu ----------------------------------------------------------------------------------------------------
def test_the_context_menu_acts_on_the_passage(at_sample: User) -> None:
    user = at_sample
    show_in(user, 1, consultation(user))
    made = mark(user, "migratieovereenkomsten met derde landen")
    user.text.context_menu_requested.emit(user.text.mapToGlobal(QPoint(40, 40)))
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    user.click_in_menu(menu, user.window.actions_table["highlight.remove"])
    assert made.uid not in user.rows()["highlights"]


def test_a_new_label_is_made_by_name(at_sample: User) -> None:
    user = at_sample
    show_in(user, 1, consultation(user))
    select(user, "migratieovereenkomsten met derde landen")
    user.press("T")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    user.type("rechtsbijstand")
    user.press("Return")
    made = next(tag for tag in user.project.tags() if tag.name == "rechtsbijstand")
    assert any(tag_uid == made.uid for _, tag_uid in user.rows()["taggings"])
    user.until(user.text.hasFocus)
