"""Another version of a paper is recognised, and added with all that was marked, as one act that can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.domain.changes import ChangeSet
from reader.domain.errors import ActRefused, AlreadyInProject
from reader.domain.model import ANSWERED_BY, BUILTIN_VERDICTS, Document, Highlight, Span, Text
from reader.edit import links, marks, notes, questions, tags, units
from reader.edit.versions import (
    NewPlace,
    add_version,
    is_version_of,
    known_version,
    place_orphan,
    spans_with_decisions,
)
from tests.in_memory import InMemoryProject, paper

OLD = "Vraag een over de kust.\nVraag twee over het geld.\nAntwoord een.\nAntwoord twee.\n"
NEW = "Kop.\nVraag een over de kust.\nVraag twee over al het geld.\nAntwoord een.\n"

PAPER = Document("", "Brief over Libië", "", kind="kamerbrief", date="2018-04-25", dossiers=("19637",), number="2395")


@pytest.mark.parametrize(
    ("facts", "is_one"),
    [
        ({}, True),
        ({"title": "Iets anders", "date": None, "kind": "other"}, True),
        ({"dossiers": ("21501-02", "19637")}, True),
        ({"dossiers": ("21501-02",)}, False),
        ({"number": "2396"}, False),
        ({"chamber": "Eerste Kamer"}, False),
        ({"number": None, "dossiers": ()}, True),
        ({"number": None, "title": "BRIEF over Libië."}, True),
        ({"number": None, "date": "2018-04-26"}, False),
        ({"number": None, "title": "Brief over Mali"}, False),
        ({"number": None, "kind": "motie"}, False),
    ],
)
def test_a_paper_is_recognised_by_its_number_or_by_day_and_title(facts: dict[str, object], is_one: bool) -> None:
    known = replace(PAPER, chamber="Tweede Kamer")
    assert is_version_of(replace(PAPER, **facts), known) is is_one  # type: ignore[arg-type]
    assert is_version_of(known, replace(PAPER, **facts)) is is_one  # type: ignore[arg-type]


def test_a_year_alone_is_no_day() -> None:
    vague = replace(PAPER, number=None, date="2018")
    assert not is_version_of(vague, vague)


def test_a_paper_without_a_dossier_goes_by_kind_and_session() -> None:
    answers = Document("", "Antwoord", "", kind="aanhangsel", number="1076", session="2023-2024")
    assert is_version_of(replace(answers, title="Vragen"), answers)
    assert not is_version_of(replace(answers, session="2022-2023"), answers)
    assert not is_version_of(replace(answers, session=None), replace(answers, session=None))


class Marked:
    """A paper with a labelled and noted highlight, linked to an answer, and decisions; and its new version."""

    def __init__(self) -> None:
        document, text = paper(OLD, "Vragen")
        other, other_text = paper("Een ander stuk met een antwoord.\n", "Ander", 1)
        document = replace(document, kind="kamerbrief", date="2018-04-25")
        self.project = InMemoryProject([document, text, other, other_text])
        self.uid, self.old_uid, self.other = document.uid, text.uid, other.uid
        self.tag = self.do(tags.add_tag(self.project, "Kust")).changes[0].entity.uid
        self.coast = self.mark("over de kust")
        self.money = self.mark("twee over het geld")
        self.answer = self.mark("Antwoord twee")
        self.do(marks.give_tag(self.project, self.money.uid, self.tag))
        self.do(notes.set_note(self.project, self.money.uid, "Hoeveel?"))
        self.do(links.link(self.project, self.money.uid, self.answer.uid, ANSWERED_BY.uid))
        self.first, self.second = self.span("Vraag een over de kust."), self.span("Vraag twee over het geld.")
        verdict = BUILTIN_VERDICTS[0].uid
        self.do(questions.set_verdict(self.project, (self.uid, self.first), verdict, decision=None))
        self.do(questions.set_open(self.project, (self.uid, self.second), True, decision=None))
        self.do(questions.reject(self.project, (self.uid, self.first), (self.other, Span(0, 8))))
        self.do(units.drop_unit(self.project, self.uid, "answer", self.span("Antwoord een.")))
        new, new_text = paper(NEW, "Vragen (herdruk)")
        self.paper = replace(new, source_name="nieuw.txt", pages=3), new_text

    def do(self, change_set: ChangeSet) -> ChangeSet:
        self.project.apply(change_set)
        return change_set

    def span(self, words: str, body: str = OLD) -> Span:
        return Span(body.index(words), body.index(words) + len(words))

    def mark(self, words: str) -> Highlight:
        entity = self.do(marks.highlight_span(self.project, self.uid, self.span(words))).changes[0].entity
        assert isinstance(entity, Highlight)
        return entity

    def places(self) -> dict[str, NewPlace]:
        return {
            self.coast.uid: NewPlace(self.span("over de kust", NEW)),
            self.money.uid: NewPlace(self.span("twee over al het geld", NEW), "fuzzy"),
        }

    def decided(self) -> dict[Span, Span]:
        return {
            self.first: self.span("Vraag een over de kust.", NEW),
            self.span("Antwoord een."): self.span("Antwoord een.", NEW),
        }

    def add(self) -> ChangeSet:
        act = add_version(self.project, self.uid, self.paper, self.places(), decided=self.decided())
        return self.do(act)


@pytest.fixture
def marked() -> Marked:
    return Marked()


def test_the_new_text_is_shown_and_the_old_one_stays(marked: Marked) -> None:
    marked.add()
    document = marked.project.document(marked.uid)
    assert marked.project.body(document.text_uid) == NEW
    assert marked.project.texts_of(marked.uid) == [marked.old_uid, document.text_uid]
    assert marked.project.text(document.text_uid).version == 2
    assert marked.project.body(marked.old_uid) == OLD
    assert (document.title, document.date, document.source_name) == ("Vragen", "2018-04-25", "nieuw.txt")
    assert (document.pages, document.characters) == (3, len(NEW))


def test_highlights_go_to_their_places_with_all_they_have(marked: Marked) -> None:
    marked.add()
    coast, money = marked.project.highlight(marked.coast.uid), marked.project.highlight(marked.money.uid)
    assert (coast.quote, coast.status, coast.prefix) == ("over de kust", "exact", "Kop.\nVraag een ")
    assert (money.quote, money.status, money.note) == ("twee over al het geld", "fuzzy", "Hoeveel?")
    assert {coast.text_uid, money.text_uid} == {marked.project.document(marked.uid).text_uid}
    assert [one.tag_uid for one in marked.project.taggings(highlight_uid=money.uid)] == [marked.tag]
    [link] = marked.project.links(highlight_uid=money.uid)
    assert link.target_uid == marked.answer.uid


def test_what_has_no_place_stays_with_the_old_version_as_an_orphan(marked: Marked) -> None:
    marked.add()
    answer = marked.project.highlight(marked.answer.uid)
    assert (answer.status, answer.text_uid, answer.quote) == ("orphan", marked.old_uid, "Antwoord twee")


def test_decisions_go_along_where_they_are_sure(marked: Marked) -> None:
    assert set(spans_with_decisions(marked.project, marked.uid)) == {
        marked.first, marked.second, marked.span("Antwoord een."),
    }  # fmt: skip
    marked.add()
    new_uid = marked.project.document(marked.uid).text_uid
    decisions = {one.text_uid: one for one in marked.project.decisions(marked.uid)}
    assert decisions[new_uid].span == marked.span("Vraag een over de kust.", NEW)
    assert decisions[new_uid].verdict_uid == BUILTIN_VERDICTS[0].uid
    assert decisions[marked.old_uid].is_open
    [rejection] = marked.project.rejections(marked.uid)
    assert (rejection.question_text_uid, rejection.question_span) == (new_uid, decisions[new_uid].span)
    assert rejection.answer_span == Span(0, 8)
    [unit] = marked.project.set_units(marked.uid)
    assert (unit.text_uid, unit.span) == (new_uid, marked.span("Antwoord een.", NEW))


def test_two_decisions_that_come_to_one_place_do_not_clash(marked: Marked) -> None:
    there = marked.span("Vraag een over de kust.", NEW)
    both = {marked.first: there, marked.second: there}
    marked.do(add_version(marked.project, marked.uid, marked.paper, {}, decided=both))
    assert len({one.text_uid for one in marked.project.decisions(marked.uid)}) == 2


def test_a_dropped_passage_goes_with_labels_links_and_bare_ends(marked: Marked) -> None:
    bare_end = (marked.uid, marked.span("Antwoord een"))
    marked.do(links.link(marked.project, marked.money.uid, bare_end, ANSWERED_BY.uid))
    marked.do(add_version(marked.project, marked.uid, marked.paper, marked.places(), dropped={marked.money.uid}))
    left = {one.uid for one in marked.project.highlights(marked.uid)}
    assert left == {marked.coast.uid, marked.answer.uid}
    assert marked.project.links() == []
    assert marked.project.taggings() == []


def test_undo_brings_everything_back_exactly(marked: Marked) -> None:
    before = marked.project.state()
    act = marked.add()
    after = marked.project.state()
    marked.do(act.inverse())
    assert marked.project.state() == before
    marked.do(act)
    assert marked.project.state() == after


def test_a_text_the_paper_has_is_refused(marked: Marked) -> None:
    marked.add()
    again = paper(OLD, "Nog eens")
    with pytest.raises(AlreadyInProject):
        add_version(marked.project, marked.uid, again, {})
    assert known_version(marked.project, *_as(marked.project.document(marked.uid), again)) is None


def test_a_known_paper_is_found_by_what_it_is(marked: Marked) -> None:
    known = marked.project.document(marked.uid)
    new, text = paper(NEW, "Vragen")
    assert known_version(marked.project, *_as(known, (new, text))) == known
    assert known_version(marked.project, replace(new, source_name="anders.txt"), text) is None


def test_a_file_of_the_same_name_with_most_of_the_words_is_offered_too(marked: Marked) -> None:
    known = marked.project.document(marked.uid)
    new, text = paper("Herdruk\n\n" + OLD, "Herdruk")
    assert known_version(marked.project, new, text) is None
    assert known_version(marked.project, replace(new, source_name=known.source_name), text) == known
    assert known_version(marked.project, replace(new, kind=known.kind, date=known.date), text) == known
    other, other_text = paper("Heel andere woorden over een ander onderwerp, en dat drie regels lang.\n" * 3, "Herdruk")
    assert known_version(marked.project, replace(other, source_name=known.source_name), other_text) is None


def _as(known: Document, other: tuple[Document, Text]) -> tuple[Document, Text]:
    """The other paper with the facts of the known one."""
    return replace(other[0], title=known.title, kind=known.kind, date=known.date), other[1]


def test_a_place_outside_the_text_is_refused(marked: Marked) -> None:
    for span in (Span(0, len(NEW) + 1), Span(5, 5), Span(4, 5)):
        with pytest.raises(ActRefused):
            add_version(marked.project, marked.uid, marked.paper, {marked.coast.uid: NewPlace(span)})
    with pytest.raises(ActRefused):
        add_version(marked.project, "gone", marked.paper, {})


def test_an_orphan_can_be_placed_later(marked: Marked) -> None:
    marked.add()
    span = marked.span("Antwoord een", NEW)
    marked.do(place_orphan(marked.project, marked.answer.uid, span))
    answer = marked.project.highlight(marked.answer.uid)
    assert (answer.quote, answer.status, answer.span) == ("Antwoord een", "exact", span)
    assert answer.text_uid == marked.project.document(marked.uid).text_uid
    with pytest.raises(ActRefused):
        place_orphan(marked.project, marked.answer.uid, span)


def test_a_third_version_carries_what_is_shown(marked: Marked) -> None:
    marked.add()
    third = paper(NEW + "Nog een regel.\n", "Derde")
    places = {marked.coast.uid: NewPlace(marked.span("over de kust", NEW))}
    marked.do(add_version(marked.project, marked.uid, third, places))
    assert marked.project.text(marked.project.document(marked.uid).text_uid).version == 3
    assert marked.project.highlight(marked.answer.uid).text_uid == marked.old_uid
    assert marked.project.highlight(marked.money.uid).status == "orphan"
