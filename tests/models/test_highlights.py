"""DocumentMarks: what is marked in each paragraph, kept up to date from the acts, with the changed places told."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.anchor import make_highlight
from reader.domain.changes import ActName, Change, ChangeSet, added, changed, removed
from reader.domain.model import ANSWERED_BY, Link, Span, Tagging, new_uid
from reader.edit import marks as acts
from reader.models.highlights import MANY, DocumentMarks
from reader.ui.theme import Theme
from tests.ui.reading_bench import TAGS, ReadingBench


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> ReadingBench:
    made = ReadingBench(Theme("light"))
    qtbot.addWidget(made.view)
    return made


def runs(bench: ReadingBench, paragraph: int) -> list[tuple[str, bool, bool, tuple[int, ...]]]:
    text = bench.reading.paragraph(paragraph)
    return [
        (text[run.start : run.end], run.begins, run.ends, run.lanes)
        for run in bench.marks.marks_in(bench.reading, paragraph)
    ]


def test_a_highlight_over_paragraphs_has_its_true_ends_in_the_first_and_last(bench: ReadingBench) -> None:
    bench.mark("Zie de brief van 25 april.\nZij vragen ook", "tag1")
    assert runs(bench, 1) == [("Zie de brief van 25 april.", True, False, (0,))]
    assert runs(bench, 2) == [("Zij vragen ook", False, True, (0,))]


def test_a_joined_word_is_one_run(bench: ReadingBench) -> None:
    bench.mark("de detentiecentra in", "tag1")
    assert runs(bench, 1) == [("de detentiecentra in", True, True, (0,))]


def test_a_note_inside_a_passage_is_not_marked(bench: ReadingBench) -> None:
    start, end = bench.span("• Eerst dit").start, bench.span("Alinea 0 gaat").end
    bench.run(acts.highlight_span(bench.project, bench.document.uid, Span(start, end)))
    assert [bench.reading.kind(paragraph) for paragraph in range(3, 6) if runs(bench, paragraph)] == [
        "list-item",
        "paragraph",
    ]


def test_the_same_marks_are_in_the_text_as_delivered(bench: ReadingBench) -> None:
    bench.mark("de detentiecentra in", "tag1")
    text = bench.delivered
    found = [
        (text.paragraph(number)[run.start : run.end], run.begins, run.ends)
        for number in range(text.paragraph_count)
        for run in bench.marks.marks_in(text, number)
    ]
    assert found == [("de detentie-", True, False), ("centra in", False, True)]


def test_each_label_has_a_lane_and_a_bare_link_end_none(bench: ReadingBench) -> None:
    bench.mark("naar de kustwacht en", "tag1", "tag2")
    bench.mark("kustwacht", "tag3")
    bench.mark("financiering")
    bench.mark("Zij vragen", kind="anchor")
    assert [(words, lanes) for words, _, _, lanes in runs(bench, 2)] == [
        ("Zij vragen", ()),
        ("naar de kustwacht en", (0, 1)),
        ("kustwacht", (2,)),
        ("financiering", (0,)),
    ]


def test_acts_and_their_inverses_give_what_building_anew_gives(bench: ReadingBench) -> None:
    first = bench.mark("naar de kustwacht en", "tag1")
    second = bench.mark("kustwacht", "tag2", note="n")
    link = bench.link(first, second)
    steps = [
        acts.give_tag(bench.project, second.uid, "tag3"),
        acts.change_span(bench.project, first.uid, bench.span("vragen ook")),
        acts.take_tag(bench.project, second.uid, "tag2"),
        acts.remove_highlights(bench.project, [first.uid]),
    ]
    done: list[ChangeSet] = []

    def same() -> None:
        fresh = DocumentMarks(bench.project, bench.document)
        assert fresh.highlights() == bench.marks.highlights()
        assert fresh.links() == bench.marks.links()
        for paragraph in range(4):
            assert fresh.marks_in(bench.reading, paragraph) == bench.marks.marks_in(bench.reading, paragraph)

    same()
    assert link in bench.marks.links()
    for step in steps:
        made = rebuilt(bench, step)
        bench.run(made)
        done.append(made)
        same()
    assert bench.marks.links() == []
    for made in reversed(done):
        bench.run(made.inverse())
        same()
    assert bench.marks.link_ends().keys() == {first.uid, second.uid}


def rebuilt(bench: ReadingBench, step: ChangeSet) -> ChangeSet:
    """The act as it is now, for acts that were made before earlier ones were applied."""
    if step.name.key == "highlight.remove":
        uid = next(change.entity.uid for change in step.changes if type(change.entity).__name__ == "Highlight")
        return acts.remove_highlights(bench.project, [uid])
    return step


def test_the_changed_places_are_told(qtbot: QtBot, bench: ReadingBench) -> None:
    with qtbot.waitSignal(bench.marks.changed) as told:
        first = bench.mark("kustwacht", "tag1")
    assert first.span in told.args[0]
    with qtbot.waitSignal(bench.marks.changed) as told:
        longer = bench.mark("de kustwacht en", "tag2")
    assert {first.span, longer.span} <= set(told.args[0]), "the first one went to another lane"
    with qtbot.waitSignal(bench.marks.changed) as told:
        bench.run(ChangeSet(ActName("tag.rename"), changed(TAGS[0], replace(TAGS[0], name="Nieuw"))))
    assert told.args == [None]
    with qtbot.assertNotEmitted(bench.marks.changed):
        bench.marks.apply(
            ChangeSet(ActName("document.edit"), changed(bench.document, replace(bench.document, title="X")))
        )
    assert bench.marks.document.title == "X"


def test_a_large_act_gives_what_building_anew_gives(qtbot: QtBot, bench: ReadingBench) -> None:
    texts = bench.document.text_uid, bench.document.uid, bench.body
    spans = [Span(start, start + 9 + 7 * (start % 11)) for start in range(0, 4 * MANY, 3)]
    many = [make_highlight(*texts, span) for span in spans]
    given = [Tagging(one.uid, TAGS[number % 3].uid, "1") for number, one in enumerate(many) if number % 4]
    links = [Link(new_uid(), ANSWERED_BY.uid, one.uid, other.uid) for one, other in pairwise(many[:9])]
    noted = [Change(one, replace(one, note="x")) for one in many[:-50]]
    few = many[-50:]
    lost = [one for one in given if one.highlight_uid in {other.uid for other in few}]
    come = ChangeSet(ActName("project.merge"), added([*many, *given, *links]))
    change = ChangeSet(ActName("project.merge"), (*noted, *removed([*lost, *few])))
    for act in (come, change, change.inverse(), come.inverse()):
        with qtbot.waitSignal(bench.marks.changed) as told:
            bench.run(act)
        assert told.args == [None]
        same_as_new(bench)
    assert len(bench.marks) == 0


def same_as_new(bench: ReadingBench) -> None:
    fresh = DocumentMarks(bench.project, bench.document)
    assert fresh.highlights() == bench.marks.highlights()
    assert sorted(fresh.links(), key=str) == sorted(bench.marks.links(), key=str)
    for paragraph in range(20):
        assert fresh.marks_in(bench.reading, paragraph) == bench.marks.marks_in(bench.reading, paragraph)


def test_questions_about_places(bench: ReadingBench) -> None:
    long, short = bench.mark("de kustwacht en", "tag1"), bench.mark("kustwacht", "tag2")
    anchor = bench.mark("financiering", kind="anchor")
    marks = bench.marks
    assert marks.highlights_at(short.start) == [long, short]
    assert marks.highlights_at(anchor.start) == []
    assert marks.highlight_with(short.span) == short
    assert marks.highlight_with(anchor.span) == anchor
    assert marks.highlight_with(Span(0, 3)) is None
    assert marks.next_highlight(long.span) == short
    assert marks.next_highlight(short.span) is None
    assert marks.previous_highlight(short.span) == long
    assert [tag.name for tag in marks.tags_of(long.uid)] == ["Detentie"]
    assert list(marks.starts_and_hues(0, 10**9)) == [(long.start, 1), (short.start, 2)]


def test_marks_do_not_keep_a_reading_text_alive(bench: ReadingBench) -> None:
    from reader.text.reading import reading_text

    bench.mark("kustwacht", "tag1")
    reading = reading_text(bench.structure, bench.body)
    assert bench.marks.marks_in(reading, 2)
    gone = weakref.ref(reading)
    del reading
    gc.collect()
    assert gone() is None
