"""The dialog for a new version, by keyboard and mouse; two versions side by side, with what differs marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reader.domain.model import Highlight, Span
from reader.edit.marks import highlight_span
from reader.models.session import Session
from reader.models.version_carrying import Carried, carry_over
from reader.text.recognise import recognise
from reader.ui.theme import Theme
from reader.ui.version_changes import VersionsDialog
from reader.ui.version_review import VersionReviewDialog
from tests.in_memory import InMemoryProject, paper

FILLING = "".join(
    f"Alinea {number} gaat over een ander onderwerp, namelijk nummer {number}.\n\n" for number in range(60)
)
OLD = (
    "Het kabinet deelt de zorgen van de leden over de kust en over de opvang in de regio.\n\n"
    "De leden vragen naar het geld dat voor de kustwacht en voor de opleiding bestemd is.\n\n"
    + FILLING
    + "Daarvan is een deel bestemd voor de opleiding van de mensen die er werken.\n"
)
NEW = OLD.replace("is een deel", "is geen deel").replace(
    "De leden vragen naar het geld dat voor de kustwacht en voor de opleiding bestemd is.\n\n", ""
)
SAME, GONE, OTHER = "zorgen van de leden", "geld dat voor de kustwacht", "Daarvan is een deel bestemd"


def span_of(body: str, words: str) -> Span:
    return Span(body.index(words), body.index(words) + len(words))


class Bench:
    """A paper with three highlights and its new version, with the dialog on the screen."""

    def __init__(self) -> None:
        document, text = paper(OLD, "Brief over de kust")
        text = replace(text, structure=recognise(OLD).to_bytes())
        self.project = InMemoryProject([document, text])
        self.session = Session(self.project)  # type: ignore[arg-type]
        self.uid = document.uid
        for words in (SAME, GONE, OTHER):
            assert self.session.run(highlight_span(self.project, self.uid, span_of(OLD, words)))
        new, new_text = paper(NEW, "Nieuw")
        new_text = replace(new_text, structure=recognise(NEW).to_bytes())
        self.carried: Carried = carry_over(self.project, document, new, new_text)
        self.dialog = VersionReviewDialog(Theme("light"), self.session, self.carried)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.dialog.show()
        self.dialog.activateWindow()
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus: QWidget = self.dialog.focusWidget() or self.dialog
        QTest.keyClick(focus, key, modifiers)

    def choices(self) -> list[str]:
        return [row.choice for row in self.dialog.review.rows]

    def highlight(self, words: str) -> Highlight | None:
        return next((one for one in self.project.highlights(self.uid) if one.quote == words), None)


@pytest.fixture
def bench(qapp: QApplication) -> Iterator[Bench]:
    made = Bench()
    yield made
    made.dialog.close()


def test_the_first_doubtful_passage_is_shown_in_both_versions(bench: Bench) -> None:
    versions = bench.dialog.versions
    assert bench.choices() == ["open", "open"]
    assert bench.dialog.current() == 0
    assert versions.old.view.selection() == span_of(OLD, GONE)
    assert versions.new.view.selection() is None
    assert not bench.dialog.place_button.isEnabled()
    bench.press(Qt.Key.Key_Down)
    assert versions.old.view.selection() == span_of(OLD, OTHER)
    assert versions.new.view.selection() == span_of(NEW, "Daarvan is geen deel bestemd")
    seen = versions.new.view.visible_span()
    assert seen.start <= NEW.index("Daarvan") < seen.end


def test_what_differs_is_marked_in_both(bench: Bench) -> None:
    versions = bench.dialog.versions
    assert [OLD[hit.start : hit.end].split()[-1] for hit in versions.old.view.hits] == ["is", "een"]
    assert [NEW[hit.start : hit.end] for hit in versions.new.view.hits] == ["geen"]


def test_the_keys_decide_and_go_on(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Down)
    bench.press(Qt.Key.Key_Return)
    assert bench.choices() == ["open", "placed"]
    assert bench.dialog.current() == 0
    bench.press(Qt.Key.Key_Delete)
    assert bench.choices() == ["dropped", "placed"]
    bench.press(Qt.Key.Key_U)
    assert bench.choices() == ["open", "placed"]
    bench.press(Qt.Key.Key_L)
    assert bench.choices() == ["left", "placed"]
    bench.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.dialog.result() == QDialog.DialogCode.Accepted
    placed = bench.highlight("Daarvan is geen deel bestemd")
    assert placed is not None
    assert placed.status == "exact"
    left = bench.highlight(GONE)
    assert left is not None
    assert left.status == "orphan"


def test_other_words_can_be_chosen_at_the_right(bench: Bench) -> None:
    bench.dialog.versions.new.view.set_selection(span_of(NEW, "opvang in de regio"))
    assert bench.dialog.place_button.isEnabled()
    QTest.mouseClick(bench.dialog.place_button, Qt.MouseButton.LeftButton)
    assert bench.choices() == ["elsewhere", "open"]
    QTest.mouseClick(bench.dialog.all_button, Qt.MouseButton.LeftButton)
    assert bench.choices() == ["elsewhere", "placed"]
    assert not bench.dialog.all_button.isEnabled()
    bench.dialog.finish()
    assert bench.highlight("opvang in de regio") is not None


def test_enter_on_a_button_presses_only_that(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Down)
    bench.dialog.add_button.setFocus()
    bench.press(Qt.Key.Key_Return)
    assert bench.choices() == ["open", "open"]


def test_cancel_and_a_separate_paper_change_nothing(bench: Bench) -> None:
    before = bench.project.state()
    told: list[bool] = []
    bench.dialog.apart_wanted.connect(lambda: told.append(True))
    bench.press(Qt.Key.Key_L)
    bench.dialog.reject()
    assert told == []
    apart = next(
        one for one in bench.dialog.findChildren(QWidget) if getattr(one, "text", str)() == "Import as a separate paper"
    )
    apart.click()  # type: ignore[attr-defined]
    assert told == [True]
    assert bench.project.state() == before


def test_the_facts_are_told(bench: Bench) -> None:
    words = bench.dialog.rows.data(bench.dialog.rows.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert words == f"Not found, {GONE}"
    bench.dialog.leave()
    words = bench.dialog.rows.data(bench.dialog.rows.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert words == f"Stays with the old version, {GONE}"


def test_one_version_follows_the_other(bench: Bench) -> None:
    versions = bench.dialog.versions
    view = versions.old.view
    with view.user_scrolling():
        view.scroll_by(900)
    shared = view.visible_span().start
    seen = versions.new.view.visible_span()
    there = versions.old.comparison.counterpart(shared) if versions.old.comparison is not None else -1
    assert seen.start <= there < seen.end
    place = versions.new.view.position()
    with view.user_scrolling(alone=True):
        view.scroll_by(300)
    assert versions.new.view.position() == place


def test_the_changes_are_walked_through(bench: Bench) -> None:
    versions, stepper = bench.dialog.versions, bench.dialog.stepper
    assert stepper.words.text() == "Passages that differ: 2"
    bench.press(Qt.Key.Key_F3)
    first = versions.current
    bench.press(Qt.Key.Key_F3)
    assert versions.current != first
    assert stepper.words.text().startswith("Difference ")
    bench.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert versions.current == first


def test_two_versions_stand_side_by_side(bench: Bench) -> None:
    dialog = VersionsDialog(Theme("dark"), "Brief over de kust")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show_versions(bench.carried.comparison, bench.carried.changes, ("Version 1", ""), ("Version 2", "new.txt"))
    dialog.show()
    QApplication.processEvents()
    assert dialog.versions.current == 0
    assert dialog.stepper.words.text() == "Difference 1 of 2"
    assert dialog.versions.new.view.accessibleName() == "Version 2, new.txt"
    dialog.stepper.go_back()
    assert dialog.versions.current == 1
    dialog.close()


def test_versions_with_the_same_words_say_so(bench: Bench) -> None:
    from reader.text.reanchoring_comparison import compare

    reading = bench.carried.comparison.old.reading
    dialog = VersionsDialog(Theme("light"), "Brief")
    dialog.show_versions(compare(reading, reading), (), ("Version 1", ""), ("Version 2", ""))
    dialog.stepper.go_on()
    assert dialog.stepper.words.text() == "The words of the two versions are the same."
    assert not dialog.stepper.next.isEnabled()
    dialog.deleteLater()
