"""Ribbons in the gutter: links and suggestions between two panes, their signs, and which of them are drawn."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.model import ANSWERED_BY, Link, Span
from reader.edit import links, marks
from reader.ui.link_ribbons import MOST, End, LinkRibbons, Ribbon, SuggestedRibbon, apart
from reader.ui.pane_row import PaneRow
from reader.ui.resources import icon_path
from reader.ui.ribbon_painter import SIGN
from reader.ui.theme import Theme
from reader.ui.unit_marks import UnitMark
from tests.small_project import SmallProject, session_on

ENDS = st.tuples(st.floats(-500, 2000), st.floats(0, 300)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def ribbon(
    left: tuple[float, float] | None,
    right: tuple[float, float] | None,
    upwards: bool,
    page: str,
    view: tuple[float, float] = (float("-inf"), float("inf")),
) -> Ribbon:
    ends = End(Span(0, 5), "a"), End(Span(9, 12), "b")
    return Ribbon("link", "k", left, right, *ends, "check", upwards, page, view=view)


@st.composite
def ribbons(draw: st.DrawFn) -> Ribbon:
    left = draw(st.none() | ENDS)
    right = draw(ENDS if left is None else st.none() | ENDS)
    whole = left is not None and right is not None
    return ribbon(left, right, draw(st.booleans()), "" if whole else draw(st.sampled_from(["", "p. 3"])))


@given(st.lists(ribbons(), max_size=12))
def test_signs_never_touch_and_keep_their_order(found: list[Ribbon]) -> None:
    placed = apart(found)
    assert len(placed) == len(found)
    centres = [one.centre().y() for one in placed]
    assert all(below - above >= SIGN for above, below in pairwise(centres))
    assert all(one.shift >= 0 for one in placed)


def test_a_sign_with_room_stays_at_the_middle_of_its_ribbon() -> None:
    alone = ribbon((0, 20), (100, 120), False, "")
    assert apart([alone]) == [alone]
    assert alone.centre().y() == 60
    stub = ribbon(None, (40, 60), True, "p. 3")
    assert stub.centre().y() == 50
    assert not stub.whole


def test_the_sign_of_a_ribbon_longer_than_the_window_is_in_the_window() -> None:
    assert ribbon((100, 3000), (100, 4000), False, "", (100, 700)).centre().y() == 400


# between two panes ----------------------------------------------------------------------------------------------------

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
QUESTION, ANSWER = "vragen naar de detentie", "De voortgang van het sluiten"


class Gutter:
    """The gutter between the questions at the left and the answers at the right of a small project."""

    def __init__(self, theme: Theme) -> None:
        self.project = SmallProject()
        self.session = session_on(self.project)
        self.row = PaneRow(self.session, theme)
        self.row.resize(1000, 500)
        self.left = self.row.open(self.project.document(self.project.questions))
        self.right = self.row.open(self.project.document(self.project.answers), new_pane=True)
        self.row.show()
        QApplication.processEvents()
        (self.ribbons,) = self.row.gutters()

    def question(self, words: str = QUESTION) -> Span:
        return self.project.span(self.project.questions, words)

    def answer(self, words: str = ANSWER) -> Span:
        return self.project.span(self.project.answers, words)

    def suggestion(self, name: str = "s", words: str = QUESTION) -> SuggestedRibbon:
        return SuggestedRibbon(
            name, self.project.questions, self.question(words), self.project.answers, self.answer(), "strong"
        )

    def link(self) -> Link:
        """A new link between the question and the answer, shown in the gutter."""
        ends = []
        for document, span in ((self.project.questions, self.question()), (self.project.answers, self.answer())):
            act = marks.highlight_span(self.project, document, span)
            self.session.run(act)
            ends.append(act.changes[0].entity.uid)
        act = links.link(self.project, *ends, ANSWERED_BY.uid)
        self.session.run(act)
        self.ribbons.refresh()
        (made,) = self.project.links()
        return made

    def point(self, at: QPointF, button: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
        """Move the mouse there, or press there."""
        pressed = button != Qt.MouseButton.NoButton
        kind = QEvent.Type.MouseButtonPress if pressed else QEvent.Type.MouseMove
        event = QMouseEvent(kind, at, QPointF(self.ribbons.mapToGlobal(at.toPoint())), button, button, NO_MODIFIER)
        QApplication.sendEvent(self.ribbons, event)

    def colours(self) -> set[str]:
        picture = self.ribbons.grab().toImage()
        return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


@pytest.fixture
def gutter(qtbot: QtBot, qapp: QApplication) -> Gutter:
    made = Gutter(Theme("light"))
    qtbot.addWidget(made.row)
    return made


def only(ribbons: LinkRibbons) -> Ribbon:
    (found,) = ribbons.ribbons
    return found


def test_a_suggestion_is_dashed_and_has_no_fill(gutter: Gutter) -> None:
    window, accent = (gutter.left.theme.color(token) for token in ("window", "accent"))
    gutter.ribbons.set_suggestions([gutter.suggestion()])
    found = only(gutter.ribbons)
    assert (found.kind, found.uid, found.icon, found.whole) == ("suggested", "s", "circle-question-mark", True)
    assert accent.name() not in gutter.colours()
    assert found.left is not None
    edge = [gutter.ribbons.grab().toImage().pixelColor(x, round(found.left[0])) for x in range(8)]
    assert any(colour != window for colour in edge)


def test_a_suggestion_between_other_papers_is_not_shown(gutter: Gutter) -> None:
    one = gutter.suggestion()
    elsewhere = SuggestedRibbon("x", one.question_document, one.question, "another", one.answer)
    gutter.ribbons.set_suggestions([elsewhere])
    assert gutter.ribbons.ribbons == ()


def test_a_suggestion_runs_from_right_to_left_as_well(gutter: Gutter) -> None:
    gutter.row.swap(gutter.left, gutter.right)
    QApplication.processEvents()
    (ribbons,) = gutter.row.gutters()
    ribbons.set_suggestions([gutter.suggestion()])
    found = only(ribbons)
    assert (found.left_end.role, found.right_end.role) == ("answer", "question")


def test_links_go_before_suggestions_when_there_is_no_room_for_all(gutter: Gutter) -> None:
    link = gutter.link()
    gutter.ribbons.set_suggestions([gutter.suggestion(f"s{number}") for number in range(MOST + 5)])
    kinds = [(one.kind, one.uid) for one in gutter.ribbons.ribbons]
    assert len(kinds) == MOST
    assert ("link", link.uid) in kinds


@pytest.mark.parametrize(
    ("verdict", "icon"),
    [
        ("answered", "check"), ("partly", "contrast"), ("refused", "ban"), ("refers", "corner-down-right"),
        ("postponed", "clock"), ("not", "x"),
    ],
)  # fmt: skip
def test_a_link_has_the_sign_of_its_verdict(gutter: Gutter, verdict: str, icon: str) -> None:
    link = gutter.link()
    assert only(gutter.ribbons).icon == "check", "a link of this type has a check of itself"
    gutter.ribbons.set_verdict_icons({link.uid: verdict})
    assert only(gutter.ribbons).icon == icon
    icon_path(icon)


def test_a_click_on_the_sign_of_a_suggestion_tells_which(qtbot: QtBot, gutter: Gutter) -> None:
    gutter.ribbons.set_suggestions([gutter.suggestion()])
    centre = only(gutter.ribbons).centre()
    with (
        qtbot.assertNotEmitted(gutter.ribbons.sign_clicked),
        qtbot.waitSignal(gutter.ribbons.suggestion_clicked) as told,
    ):
        gutter.point(centre, Qt.MouseButton.LeftButton)
    assert told.args == ["s", gutter.ribbons.mapToGlobal(centre.toPoint())]


def test_a_click_on_the_sign_of_a_link_goes_to_its_other_end(qtbot: QtBot, gutter: Gutter) -> None:
    link = gutter.link()
    gutter.row.activate(gutter.left)
    with qtbot.waitSignal(gutter.ribbons.sign_clicked) as told:
        gutter.point(only(gutter.ribbons).centre(), Qt.MouseButton.LeftButton)
    assert told.args[:2] == [link.uid, link.target_uid]


def test_both_ends_of_what_is_pointed_at_stand_out_until_the_mouse_leaves(gutter: Gutter) -> None:
    for pane, name, span in ((gutter.left, "v1", gutter.question()), (gutter.right, "a1", gutter.answer())):
        role = "question" if name == "v1" else "answer"
        pane.view.set_units([UnitMark(name, role, name.upper(), span.start, span.end)])  # type: ignore[arg-type]
    gutter.ribbons.set_suggestions([gutter.suggestion()])
    gutter.point(only(gutter.ribbons).centre())
    assert (gutter.left.view.shown.pointed_unit, gutter.right.view.shown.pointed_unit) == ("v1", "a1")
    QApplication.sendEvent(gutter.ribbons, QEvent(QEvent.Type.Leave))
    assert (gutter.left.view.shown.pointed_unit, gutter.right.view.shown.pointed_unit) == ("", "")
