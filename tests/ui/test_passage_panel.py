"""What is known of a passage: quote, labels, note saved while typing, links as cards, citation."""

# ruff: noqa: F811  (a fixture is imported, then named as a parameter)
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.domain.model import REFERS_TO, Span
from reader.edit import links, marks
from reader.models.session import Session
from reader.ui.link_preview import LinkPreview, in_context
from reader.ui.passage_panel import PassagePanel
from reader.ui.theme import Theme
from tests.ui.panel_fixtures import MarkedProject, english, project, session, theme  # noqa: F401


@pytest.fixture
def panel(session: Session, theme: Theme, qtbot: QtBot) -> PassagePanel:
    panel = PassagePanel(session, theme)
    qtbot.addWidget(panel)
    panel.resize(272, 800)
    panel.show()
    return panel


@pytest.fixture
def shown(panel: PassagePanel, project: MarkedProject) -> PassagePanel:
    panel.show_passage(2, project.questions, project.a, None)
    return panel


def test_nothing_chosen_says_what_to_do(panel: PassagePanel) -> None:
    assert not panel.quote.isVisible()
    assert not panel.note.isVisible()


def test_a_highlight_with_all_that_is_known(shown: PassagePanel) -> None:
    assert shown.quote.text() == "«detentiecentra»"
    assert [chip.text() for chip in shown.labels.chips] == ["Detentie", "Geld"]
    [card] = shown.links.cards
    assert card.end.quote == "kustwacht"
    assert card.end.outgoing
    assert "<i>Kamerstukken II</i> 2017/18, 19637, nr. 2395" in shown.citation.words.text()


def test_a_selection_that_is_no_highlight_yet(panel: PassagePanel, project: MarkedProject) -> None:
    panel.show_passage(1, project.answers, None, project.span(project.answers, "voortgang"))
    assert panel.quote.text() == "«voortgang»"
    assert not panel.note.isVisible()
    assert panel.labels.chips == ()


def test_a_label_is_taken_away_with_delete(shown: PassagePanel, project: MarkedProject, qtbot: QtBot) -> None:
    first, second = shown.labels.chips
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    assert [tagging.tag_uid for tagging in project.taggings(highlight_uid=project.a)] == [project.money]
    assert shown.labels.chips == (second,)  # the other chip was left alone


def test_a_note_is_saved_when_the_field_is_left(
    shown: PassagePanel, project: MarkedProject, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(shown.note, "Navragen")
    assert project.highlight(project.a).note == ""
    qtbot.keyClick(shown.note, Qt.Key.Key_Escape)
    assert project.highlight(project.a).note == "Navragen"
    session.undo()
    assert shown.note.toPlainText() == ""


def test_a_note_is_saved_when_another_passage_is_shown(
    shown: PassagePanel, project: MarkedProject, qtbot: QtBot
) -> None:
    qtbot.keyClicks(shown.note, "Eerst dit")
    shown.show_passage(2, project.questions, project.b, None)
    assert project.highlight(project.a).note == "Eerst dit"
    assert shown.note.toPlainText() == "Hoeveel?"
    assert project.highlight(project.b).note == "Hoeveel?"


def test_a_note_is_saved_while_typing(
    shown: PassagePanel, project: MarkedProject, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.changed, timeout=5000):
        qtbot.keyClicks(shown.note, "Kort")
    assert project.highlight(project.a).note == "Kort"


def test_what_is_being_typed_survives_another_change_of_the_passage(
    shown: PassagePanel,
    project: MarkedProject,
    session: Session,
    qtbot: QtBot,
) -> None:
    qtbot.keyClicks(shown.note, "Half een")
    session.run(marks.take_tag(session.project, project.a, project.money))
    assert shown.note.toPlainText() == "Half een"
    shown.save_note()
    assert project.highlight(project.a).note == "Half een"


def test_escape_in_the_note_goes_back_to_where_the_focus_was(shown: PassagePanel, qtbot: QtBot) -> None:
    before = QWidget(shown)
    before.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    before.show()
    before.setFocus()
    shown.edit_note()
    assert shown.note.hasFocus()
    qtbot.keyClick(shown.note, Qt.Key.Key_Escape)
    assert before.hasFocus()


def test_a_card_follows_its_link(shown: PassagePanel, project: MarkedProject, qtbot: QtBot) -> None:
    followed: list[tuple[str, str]] = []
    shown.follow_link.connect(lambda link, start: followed.append((link, start)))
    shown.focus_links()
    [card] = shown.links.cards
    assert card.hasFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert followed == [(project.connection, project.a)] * 2


def test_a_link_is_changed_reversed_and_removed(
    shown: PassagePanel,
    project: MarkedProject,
    session: Session,
    qtbot: QtBot,
) -> None:
    before = project.state()
    shown.links.cards[0].set_kind(REFERS_TO.uid)
    assert shown.links.cards[0].end.words() == "refers to"
    shown.links.cards[0].reverse()
    assert not shown.links.cards[0].end.outgoing
    assert shown.links.cards[0].end.from_uid == project.a
    qtbot.keyClick(shown.links.cards[0], Qt.Key.Key_Delete)
    assert shown.links.cards == ()
    for _act in range(3):
        session.undo()
    assert project.state() == before
    assert len(shown.links.cards) == 1


def test_another_link_leaves_the_first_card_alone(
    shown: PassagePanel, project: MarkedProject, session: Session
) -> None:
    [card] = shown.links.cards
    end = (project.answers, project.span(project.answers, "brief van 25 april"))
    session.run(links.link(session.project, project.a, end, REFERS_TO.uid))
    assert shown.links.cards[0] is card
    assert len(shown.links.cards) == 2


def test_the_style_of_citation(shown: PassagePanel) -> None:
    told: list[str] = []
    shown.citation_style_changed.connect(told.append)
    shown.set_citation_style("kamerstijl")
    assert "Kamerstuk 19 637, nr. 2395" in shown.citation.words.text()
    assert told == []  # only the user's own choice is told


def test_a_removed_highlight_is_no_longer_shown(shown: PassagePanel, project: MarkedProject, session: Session) -> None:
    session.run(marks.remove_highlights(session.project, [project.a]))
    assert not shown.quote.isVisible()
    session.undo()
    assert shown.quote.isVisible()


def test_the_preview_shows_the_other_end(session: Session, theme: Theme, project: MarkedProject, qtbot: QtBot) -> None:
    preview = LinkPreview(session, theme)
    qtbot.addWidget(preview)
    opened: list[tuple[str, str]] = []
    preview.open_requested.connect(lambda link, start: opened.append((link, start)))
    preview.show_link(project.connection, project.a, QPoint(30, 30))
    assert preview.title.text() == "Brief over detentiecentra"
    assert preview.passage.accessibleName() == "kustwacht"
    qtbot.keyClick(preview, Qt.Key.Key_Return)
    assert opened == [(project.connection, project.a)]
    assert not preview.isVisible()
    preview.show_link(project.connection, project.a, QPoint(30, 30))
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()


def test_the_context_of_a_passage_holds_the_passage(session: Session, project: MarkedProject) -> None:
    reading = session.reading(project.document(project.questions).text_uid)
    for words in ("Vragen", "financiering", "Libië"):
        text, start, end = in_context(reading, project.span(project.questions, words))
        assert text[start:end] == words
    assert in_context(reading, Span(0, 6))[1] == 0
