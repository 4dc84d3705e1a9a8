"""Merging two copies: nothing that nobody deleted is lost, the order does not matter, a second time changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain import anchor
from reader.domain.changes import ActName, Change, ChangeSet, added
from reader.domain.errors import ActRefused
from reader.domain.model import (
    ANSWERED_BY,
    BUILTIN_VERDICTS,
    REFERS_TO,
    Decision,
    Document,
    Highlight,
    Rejection,
    SetUnit,
    Span,
    Text,
    new_uid,
)
from reader.edit import links, marks, notes, tags, versions
from reader.edit.documents import add_documents, remove_documents
from reader.edit.merging import merge
from reader.edit.merging_sides import parted_at
from reader.edit.merging_versions import sure_places
from tests.edit.merging_projects import Copy, a_moment
from tests.in_memory import paper

BODY = "De leden van de D66-fractie vragen naar de detentiecentra in Libië. Zij vragen ook naar de kustwacht.\n"
OTHER = "De minister antwoordt dat de voortgang in de brief van 25 april staat.\n"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    use_clock(monkeypatch)


def use_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every act has a moment of its own, later than the one before, so that the newest is known."""
    for module in (anchor, links, marks, notes, tags, versions):
        monkeypatch.setattr(module, "now", a_moment)


def start() -> Copy:
    """A project of two papers, two labels, two passages with a label and a link between them."""
    made = Copy()
    made.apply(add_documents(made, [paper(BODY, "Vragen"), paper(OTHER, "Antwoorden")]))
    made.apply(tags.add_tag(made, "detentie"))
    made.apply(tags.add_tag(made, "toezegging"))
    for document, span, tag in zip(made.documents(), (Span(0, 12), Span(3, 11)), made.tags(), strict=True):
        made.apply(marks.tag_span(made, document.uid, span, tag.uid, author="Anna"))
    source, target = made.highlights()
    made.apply(links.link(made, source.uid, target.uid, ANSWERED_BY.uid))
    return made


@pytest.fixture
def ours() -> Copy:
    return start()


@pytest.fixture
def theirs(ours: Copy) -> Copy:
    return ours.copied()


def first(copy: Copy) -> Highlight:
    return copy.highlights()[0]


def outcomes(merged: object) -> set[tuple[str, str]]:
    return {(one.kind, one.outcome) for one in merged.items}  # type: ignore[attr-defined]


# -- what comes in -----------------------------------------------------------------------------------------------------


def test_looking_reads_no_texts_and_says_what_merging_does(ours: Copy, theirs: Copy) -> None:
    theirs.apply(add_documents(theirs, [paper("Een derde stuk.\n", "Derde")]))

    def unread(uid: str) -> Text:
        raise AssertionError(uid)

    looked = merge(ours.collection(), replace(theirs.collection(), text=unread), only_look=True)
    assert looked.items == merge(ours.collection(), theirs.collection()).items != ()


def test_two_equal_copies_have_nothing_to_merge(ours: Copy, theirs: Copy) -> None:
    merged = merge(ours.collection(), theirs.collection())
    assert not merged.change_set
    assert merged.items == ()


def test_new_things_of_the_other_come_in(ours: Copy, theirs: Copy) -> None:
    theirs.apply(add_documents(theirs, [paper("Een derde stuk.\n", "Derde")]))
    theirs.apply(tags.add_tag(theirs, "kustwacht"))
    theirs.apply(marks.tag_span(theirs, theirs.documents()[2].uid, Span(4, 9), theirs.tags()[2].uid, author="Bram"))
    merged = ours.take_in(theirs)
    assert ours.everything() == theirs.everything()
    assert [document.title for document in ours.documents()] == ["Vragen", "Antwoorden", "Derde"]
    assert outcomes(merged) == {("paper", "added"), ("passage", "added"), ("label", "added")}


def test_the_newest_change_wins_and_both_notes_stay(ours: Copy, theirs: Copy) -> None:
    uid = first(ours).uid
    ours.apply(notes.set_note(ours, uid, "Wat Anna vindt"))
    theirs.apply(notes.set_note(theirs, uid, "Wat Bram vindt"))
    merged = ours.take_in(theirs)
    assert first(ours).note == "Wat Bram vindt\n\nWat Anna vindt"
    (both,) = [one for one in merged.items if one.outcome == "both"]
    assert [(one.field, one.ours, one.theirs) for one in both.differences] == [
        ("note", "Wat Anna vindt", "Wat Bram vindt")
    ]


def test_a_note_that_only_one_changed_is_not_doubled(ours: Copy) -> None:
    uid = first(ours).uid
    ours.apply(notes.set_note(ours, uid, "Eerst"))
    before = replace(first(ours), modified_at="2099-12-01T00:00:00.000Z")
    ours.apply(ChangeSet(ActName("x"), (Change(first(ours), before),)))
    theirs = ours.copied()
    theirs.apply(notes.set_note(theirs, uid, "Later"))
    merged = ours.take_in(theirs)
    assert first(ours).note == "Later"
    assert outcomes(merged) == {("passage", "changed")}


def test_a_copy_without_notes_deletes_none(ours: Copy) -> None:
    uid = first(ours).uid
    ours.apply(notes.set_note(ours, uid, "Van ons"))
    theirs = ours.copied()
    theirs.without_notes = True
    theirs.apply(ChangeSet(ActName("x"), (Change(first(theirs), replace(first(theirs), note="")),)))
    assert not merge(ours.collection(), theirs.collection()).change_set
    theirs.apply(marks.change_span(theirs, uid, Span(0, 8)))
    ours.take_in(theirs)
    assert (first(ours).note, first(ours).span) == ("Van ons", Span(0, 8))


def test_names_that_were_left_out_stay_here(ours: Copy, theirs: Copy) -> None:
    nameless = replace(first(theirs), author="")
    theirs.apply(ChangeSet(ActName("x"), (Change(first(theirs), nameless),)))
    theirs.apply(marks.change_span(theirs, nameless.uid, Span(0, 8)))
    ours.take_in(theirs)
    assert (first(ours).author, first(ours).span) == ("Anna", Span(0, 8))


# -- deletions ---------------------------------------------------------------------------------------------------------


def test_what_the_other_deleted_goes(ours: Copy, theirs: Copy) -> None:
    theirs.apply(marks.remove_highlights(theirs, [first(theirs).uid]))
    merged = ours.take_in(theirs)
    assert ours.everything() == theirs.everything()
    assert ours.deleted == theirs.deleted, "the moments of the other stay, so that a third copy brings nothing back"
    assert {("passage", "removed"), ("link", "removed")} <= outcomes(merged)


def test_what_we_deleted_does_not_come_back(ours: Copy, theirs: Copy) -> None:
    ours.apply(marks.remove_highlights(ours, [first(ours).uid]))
    assert not merge(ours.collection(), theirs.collection()).change_set


def test_a_passage_that_was_changed_after_it_was_deleted_stays_with_labels_and_links(ours: Copy, theirs: Copy) -> None:
    uid = first(ours).uid
    ours.apply(marks.remove_highlights(ours, [uid]))
    theirs.apply(notes.set_note(theirs, uid, "Belangrijk"))
    for copy, other in ((ours.copied(), theirs), (theirs.copied(), ours)):
        copy.take_in(other)
        assert copy.highlight(uid).note == "Belangrijk"
        assert len(copy.links()) == 1
        assert len(copy.taggings(highlight_uid=uid)) == 1


def test_a_new_label_on_a_deleted_passage_is_not_lost(ours: Copy, theirs: Copy) -> None:
    uid, tag = first(ours).uid, ours.tags()[1].uid
    theirs.apply(marks.give_tag(theirs, uid, tag))
    ours.apply(marks.remove_highlights(ours, [uid]))
    merged = ours.take_in(theirs)
    assert {one.tag_uid for one in ours.taggings(highlight_uid=uid)} == {tag.uid for tag in ours.tags()}
    assert ("passage", "returned") in outcomes(merged)


def test_a_removed_paper_comes_back_whole_when_the_other_worked_in_it(ours: Copy, theirs: Copy) -> None:
    document = ours.documents()[0]
    ours.apply(remove_documents(ours, [document.uid]))
    theirs.apply(marks.highlight_span(theirs, document.uid, Span(20, 30)))
    ours.take_in(theirs)
    assert ours.everything() == theirs.everything()


def test_a_third_copy_does_not_bring_back_what_was_deleted(ours: Copy, theirs: Copy) -> None:
    third = ours.copied()
    theirs.apply(marks.highlight_span(theirs, theirs.documents()[0].uid, Span(40, 50)))
    third.take_in(theirs)
    theirs.apply(marks.remove_highlights(theirs, [theirs.highlights()[1].uid]))
    ours.take_in(theirs)  # never had it
    assert not ours.take_in(third).change_set
    third.take_in(ours)
    assert third.everything() == ours.everything()


def test_undo_takes_all_back(ours: Copy, theirs: Copy) -> None:
    theirs.apply(marks.remove_highlights(theirs, [first(theirs).uid]))
    theirs.apply(add_documents(theirs, [paper("Een derde stuk.\n", "Derde")]))
    ours.apply(tags.rename_tag(ours, ours.tags()[0].uid, "anders"))
    before, deleted = ours.state(), dict(ours.deleted)
    merged = ours.take_in(theirs)
    ours.apply(merged.change_set.inverse())
    assert ours.state() == before
    assert ours.deleted == deleted


# -- what both made ----------------------------------------------------------------------------------------------------


def test_a_paper_that_both_imported_is_one_paper() -> None:
    ours, theirs = Copy(), Copy()
    ours.apply(add_documents(ours, [paper(BODY, "Vragen")]))
    theirs.apply(add_documents(theirs, [paper(BODY, "Vragen.pdf")]))
    theirs.apply(marks.highlight_span(theirs, theirs.documents()[0].uid, Span(3, 8)))
    ours.take_in(theirs)
    (document,) = ours.documents()
    assert ours.texts_of(document.uid) == [document.text_uid]
    assert first(ours).document_uid == document.uid
    assert not ours.take_in(theirs).change_set


def with_one_label() -> tuple[Copy, Copy]:
    """Two copies in which both made a label of one name, after the first took in the other."""
    ours = start()
    theirs = ours.copied()
    for copy in (ours, theirs):
        copy.apply(tags.add_tag(copy, "opvang"))
    theirs.apply(marks.give_tag(theirs, first(theirs).uid, theirs.tags()[2].uid))
    ours.take_in(theirs)
    assert [tag.name for tag in ours.tags()] == ["detentie", "toezegging", "opvang"]
    return ours, theirs


def test_a_label_that_both_made_stays_one_when_it_is_renamed() -> None:
    ours, theirs = with_one_label()
    mine = ours.tags()[2]
    ours.apply(tags.rename_tag(ours, mine.uid, "opvang in de regio"))
    theirs.apply(marks.give_tag(theirs, theirs.highlights()[1].uid, theirs.tags()[2].uid))
    ours.take_in(theirs)
    assert [tag.name for tag in ours.tags()] == ["detentie", "toezegging", "opvang in de regio"]
    assert {one.highlight_uid for one in ours.taggings() if one.tag_uid == mine.uid} == {
        one.uid for one in ours.highlights()
    }
    theirs.take_in(ours)
    assert [tag.name for tag in theirs.tags()] == ["detentie", "toezegging", "opvang in de regio"]


@pytest.mark.parametrize("who", ["we", "they"])
def test_a_label_that_both_made_goes_when_one_of_them_deletes_it(who: str) -> None:
    ours, theirs = with_one_label()
    one = ours if who == "we" else theirs
    one.apply(tags.remove_tag(one, one.tags()[2].uid))
    ours.take_in(theirs)
    assert [tag.name for tag in ours.tags()] == ["detentie", "toezegging"]
    assert not ours.take_in(theirs).change_set
    theirs.take_in(ours)
    assert [tag.name for tag in theirs.tags()] == ["detentie", "toezegging"]


def test_what_was_found_to_be_one_thing_is_known_to_a_third_copy() -> None:
    ours, theirs = with_one_label()
    third = ours.copied()
    third.apply(tags.rename_tag(third, third.tags()[2].uid, "opvang in de regio"))
    third.take_in(theirs)
    assert [tag.name for tag in third.tags()] == ["detentie", "toezegging", "opvang in de regio"]


def test_a_paper_that_both_imported_stays_away_once_it_is_removed() -> None:
    ours, theirs = Copy(), Copy()
    ours.apply(add_documents(ours, [paper(BODY, "Vragen")]))
    theirs.apply(add_documents(theirs, [paper(BODY, "Vragen.pdf")]))
    theirs.apply(marks.highlight_span(theirs, theirs.documents()[0].uid, Span(3, 8)))
    ours.take_in(theirs)
    ours.apply(remove_documents(ours, [ours.documents()[0].uid]))
    assert not ours.take_in(theirs).change_set
    assert ours.documents() == []
    theirs.take_in(ours)
    assert theirs.documents() == []


def test_a_paper_that_both_imported_comes_back_when_the_other_worked_on_in_it() -> None:
    ours, theirs = Copy(), Copy()
    ours.apply(add_documents(ours, [paper(BODY, "Vragen")]))
    theirs.apply(add_documents(theirs, [paper(BODY, "Vragen.pdf")]))
    ours.take_in(theirs)
    mine = ours.documents()[0]
    ours.apply(remove_documents(ours, [mine.uid]))
    theirs.apply(marks.highlight_span(theirs, theirs.documents()[0].uid, Span(3, 8)))
    ours.take_in(theirs)
    (document,) = ours.documents()
    assert (document.uid, document.text_uid) == (mine.uid, mine.text_uid)
    assert ours.body(document.text_uid) == BODY
    assert (first(ours).text_uid, first(ours).quote) == (document.text_uid, BODY[3:8])
    assert not ours.take_in(theirs).change_set


def test_taking_a_merge_back_forgets_what_it_found_to_be_one_thing() -> None:
    ours, theirs = start(), start()
    deleted = dict(ours.deleted)
    merged = ours.take_in(theirs)
    assert ours.deleted != deleted
    ours.apply(merged.change_set.inverse())
    assert ours.deleted == deleted


def test_the_same_bytes_read_otherwise_are_another_version_of_the_paper() -> None:
    ours, theirs = Copy(), Copy()
    document, text = paper(BODY, "Vragen")
    ours.apply(add_documents(ours, [(document, text)]))
    theirs.apply(add_documents(theirs, [other := _read_otherwise(document, text)]))
    theirs.apply(marks.highlight_span(theirs, other[0].uid, Span(3, 8)))
    ours.take_in(theirs)
    assert ours.texts_of(document.uid) == [text.uid, other[1].uid]
    assert ours.document(document.uid).text_uid == text.uid
    assert first(ours).text_uid == other[1].uid
    assert not ours.take_in(theirs).change_set


def _read_otherwise(document: Document, text: Text) -> tuple[Document, Text]:
    uid, text_uid = new_uid(), new_uid()
    body = text.body.upper()
    return (
        replace(document, uid=uid, text_uid=text_uid),
        replace(text, uid=text_uid, document_uid=uid, body=body, sha256="0" * 64),
    )


def test_labels_of_one_name_under_one_parent_are_one_label() -> None:
    ours, theirs = Copy(), Copy()
    for copy in (ours, theirs):
        copy.apply(add_documents(copy, [paper(BODY, "Vragen")]))
        copy.apply(tags.add_tag(copy, "Migratie"))
        copy.apply(tags.add_tag(copy, "detentie", parent_uid=copy.tags()[0].uid))
    child = next(tag for tag in theirs.tags() if tag.parent_uid is not None)
    theirs.apply(marks.tag_span(theirs, theirs.documents()[0].uid, Span(3, 8), child.uid))
    ours.take_in(theirs)
    assert sorted(tag.name for tag in ours.tags()) == ["Migratie", "detentie"]
    (tagging,) = ours.taggings()
    assert ours.tag(tagging.tag_uid).name == "detentie"
    assert not ours.take_in(theirs).change_set


def test_names_and_digits_that_clash_are_settled_the_same_on_both_sides(ours: Copy, theirs: Copy) -> None:
    one, two = ours.tags()
    ours.apply(tags.rename_tag(ours, one.uid, "zelfde"))
    theirs.apply(tags.rename_tag(theirs, two.uid, "Zelfde"))
    ours.apply(tags.set_digit(ours, one.uid, 7))
    theirs.apply(tags.set_digit(theirs, two.uid, 7))
    left, right = ours.copied(), theirs.copied()
    left.take_in(theirs)
    right.take_in(ours)
    assert left.everything() == right.everything()
    assert [tag.name for tag in left.tags()] == ["zelfde", "Zelfde (2)"]
    assert [tag.digit for tag in left.tags()] == [7, None]


def test_names_and_digits_can_be_exchanged(ours: Copy, theirs: Copy) -> None:
    one, two = theirs.tags()
    theirs.apply(tags.rename_tag(theirs, one.uid, "even"))
    theirs.apply(tags.rename_tag(theirs, two.uid, one.name))
    theirs.apply(tags.rename_tag(theirs, one.uid, two.name))
    theirs.apply(tags.set_digit(theirs, one.uid, 5))
    theirs.apply(tags.set_digit(theirs, two.uid, one.digit))
    ours.take_in(theirs)
    assert ours.everything() == theirs.everything()


def test_labels_under_each_other_make_no_ring(ours: Copy, theirs: Copy) -> None:
    one, two = ours.tags()
    ours.apply(tags.move_tag(ours, one.uid, two.uid, 0))
    theirs.apply(tags.move_tag(theirs, two.uid, one.uid, 0))
    left, right = ours.copied(), theirs.copied()
    left.take_in(theirs)
    right.take_in(ours)
    assert left.everything() == right.everything()
    assert sum(tag.parent_uid is None for tag in left.tags()) == 1


def test_a_link_that_both_made_is_one_with_both_notes(ours: Copy, theirs: Copy) -> None:
    source, target = ours.highlights()
    for copy, note in ((ours, "van ons"), (theirs, "van hen")):
        copy.apply(links.link(copy, target.uid, source.uid, REFERS_TO.uid, note=note))
    merged = ours.take_in(theirs)
    assert [one.note for one in ours.links()][1:] == ["van hen\n\nvan ons"]
    assert not ours.take_in(theirs).change_set
    assert merged.change_set


def test_decisions_rejections_and_units_at_one_place_are_one(ours: Copy, theirs: Copy) -> None:
    asked, answered = ours.documents()
    for copy, verdict in ((ours, BUILTIN_VERDICTS[0]), (theirs, BUILTIN_VERDICTS[2])):
        moment = a_moment()
        place = (asked.text_uid, asked.uid, 0, 12)
        copy.apply(
            ChangeSet(
                ActName("x"),
                added(
                    [
                        Decision(new_uid(), *place, verdict.uid, False, f"noot {verdict.name}", "", moment, moment),
                        Rejection(new_uid(), *_ends(place), answered.text_uid, answered.uid, 0, 5, "", moment),
                        SetUnit(
                            new_uid(), place[0], place[1], "question", 0, 12, created_at=moment, modified_at=moment
                        ),
                    ]
                ),
            )
        )
    left, right = ours.copied(), theirs.copied()
    left.take_in(theirs)
    right.take_in(ours)
    assert left.everything() == right.everything()
    (decision,) = left.decisions()
    assert (decision.verdict_uid, decision.note) == (BUILTIN_VERDICTS[2].uid, "noot refused\n\nnoot answered")
    assert len(left.rejections()) == len(left.set_units()) == 1
    assert not left.take_in(theirs).change_set


def _ends(place: tuple[str, str, int, int]) -> tuple[str, str, int, int]:
    return place


def test_a_later_version_comes_in_as_a_version(ours: Copy, theirs: Copy) -> None:
    document = theirs.documents()[0]
    _imported, text = paper(BODY.replace("kustwacht", "kust"), "Nieuw")
    version = replace(text, document_uid=document.uid, version=2)
    after = replace(document, text_uid=version.uid, modified_at=a_moment())
    moved = replace(first(theirs), text_uid=version.uid, modified_at=a_moment())
    theirs.apply(ChangeSet(ActName("x"), (*added([version]), Change(document, after), Change(first(theirs), moved))))
    ours.apply(notes.set_note(ours, first(ours).uid, "later dan de versie"))
    ours.apply(marks.highlight_span(ours, document.uid, Span(40, 50)))
    ours.apply(marks.highlight_span(ours, document.uid, Span(92, 101)))  # the word that is not in the later version
    sure, lost = ours.highlights()[1:3]
    merged = ours.take_in(theirs)
    assert merged.left_behind == 1
    assert (ours.highlight(sure.uid).text_uid, ours.highlight(sure.uid).quote) == (version.uid, sure.quote)
    assert ours.highlight(lost.uid) == lost, "what is not sure stays where it is"
    assert ours.texts_of(document.uid) == [document.text_uid, version.uid]
    assert first(ours).text_uid == ours.documents()[0].text_uid == version.uid
    assert first(ours).note == "later dan de versie"
    assert ("version", "added") in outcomes(merged)


def new_version(copy: Copy, document_uid: str, body: str) -> None:
    """Another version of a paper comes into a copy, as a user adds it."""
    _document, text = imported = paper(body, "Nieuw")
    old = copy.text(copy.document(document_uid).text_uid)
    there = [one for one in copy.highlights(document_uid) if one.text_uid == old.uid]
    spans = versions.spans_with_decisions(copy, document_uid)
    decided = {one: place for one, place in zip(spans, sure_places(old, text, spans), strict=True) if place}
    places = sure_places(old, text, [one.span for one in there])
    found = {one.uid: versions.NewPlace(place) for one, place in zip(there, places, strict=True)}
    copy.apply(versions.add_version(copy, document_uid, imported, found, decided=decided))


def decide(copy: Copy, document: Document, start: int, end: int) -> None:
    """A verdict, a rejected answer and a set unit at one place."""
    moment, place = a_moment(), (document.text_uid, document.uid, start, end)
    change = [
        Decision(new_uid(), *place, BUILTIN_VERDICTS[0].uid, False, "", "", moment, moment),
        Rejection(new_uid(), *place, *place[:2], 0, 2, "", moment),
        SetUnit(new_uid(), place[0], place[1], "question", start, end, created_at=moment, modified_at=moment),
    ]
    copy.apply(ChangeSet(ActName("x"), added(change)))


def test_what_one_made_in_the_old_version_goes_along_to_the_one_the_other_added(ours: Copy, theirs: Copy) -> None:
    document = ours.documents()[0]
    new_version(ours, document.uid, "Vooraf komt een regel.\n" + BODY)
    theirs.apply(marks.highlight_span(theirs, document.uid, Span(19, 66)))
    decide(theirs, document, 19, 66)
    for left, right in ((ours.copied(), theirs), (theirs.copied(), ours)):
        before = left.state()
        merged = left.take_in(right)
        shown = left.document(document.uid).text_uid
        assert merged.left_behind == 0
        assert {one.text_uid for one in left.highlights(document.uid)} == {shown}
        quotes = {one.quote: left.body(shown)[one.start : one.end] for one in left.highlights(document.uid)}
        assert all(quote == found for quote, found in quotes.items())
        assert len(quotes) == 2
        (decision,), (rejection,), (unit,) = left.decisions(), left.rejections(), left.set_units()
        assert (decision.text_uid, decision.span) == (unit.text_uid, unit.span) == (shown, Span(42, 89))
        assert (rejection.question_text_uid, rejection.answer_text_uid) == (shown, shown)
        assert not merge(left.collection(), right.collection()).change_set
        left.apply(merged.change_set.inverse())
        assert left.state() == before
    ours_too = ours.copied()
    ours_too.take_in(theirs)
    theirs.take_in(ours)
    assert ours_too.everything() == theirs.everything()


def test_a_new_version_stays_shown_though_the_other_changed_the_paper_later(ours: Copy, theirs: Copy) -> None:
    document = ours.documents()[0]
    decide(ours, document, 0, 12)
    theirs = ours.copied()
    new_version(ours, document.uid, "Vooraf komt een regel.\n" + BODY)
    version = ours.document(document.uid)
    assert not merge(ours.collection(), theirs.collection()).change_set
    retitled = replace(document, title="Een andere titel", modified_at=a_moment())
    theirs.apply(ChangeSet(ActName("x"), (Change(document, retitled),)))
    ours.take_in(theirs)
    after = ours.document(document.uid)
    assert (after.title, after.text_uid, after.characters) == (retitled.title, version.text_uid, version.characters)
    assert {one.text_uid for one in (*ours.highlights(document.uid), *ours.decisions())} == {version.text_uid}
    theirs.take_in(ours)
    assert theirs.everything() == ours.everything()


def test_things_that_refer_to_nothing_are_left_out_and_counted(ours: Copy, theirs: Copy) -> None:
    theirs.apply(marks.highlight_span(theirs, theirs.documents()[0].uid, Span(40, 50)))
    collection = theirs.collection()
    merged = merge(
        ours.collection(), replace(collection, highlights=(replace(collection.highlights[1], text_uid="?"),))
    )
    assert merged.left_out == 1
    assert not merged.change_set


# -- since when the two differ ----------------------------------------------------------------------------------------


def test_what_differs_is_told_by_name(ours: Copy, theirs: Copy) -> None:
    one, two = ours.tags()
    theirs.apply(tags.move_tag(theirs, two.uid, one.uid, 0))
    (moved,) = merge(ours.collection(), theirs.collection()).items
    assert [(said.field, said.ours, said.theirs) for said in moved.differences] == [("parent_uid", "", one.name)]


@pytest.mark.parametrize("copies", [(), ("2199-01-01T00:00:00.000Z a",)])
def test_a_clock_that_was_ahead_makes_no_note_lost(ours: Copy, copies: tuple[str, ...]) -> None:
    """The last change before the copy, or the copy itself, has a moment in the future."""
    early, late = replace(ours.links()[0], modified_at="2198-01-01T00:00:00.000Z"), first(ours).uid
    ours.apply(ChangeSet(ActName("x"), (Change(ours.links()[0], early),)))
    theirs = ours.copied()
    ours.apply(notes.set_note(ours, late, "van ons"))
    theirs.apply(notes.set_note(theirs, late, "van hen"))
    merged = merge(replace(ours.collection(""), copies=copies), theirs.collection(""))
    ours.apply(merged.change_set)
    assert first(ours).note == "van hen\n\nvan ons"


@pytest.mark.parametrize(
    ("copies", "others", "moment"),
    [
        (("t1 a",), (), "t1"),  # a copy, and what it was copied from
        (("t1 a",), ("t2 b",), "t1"),  # two copies of one project
        (("t1 a", "t2 b"), ("t1 a",), "t2"),  # a copy of a copy
        (("t1 a", "t3 c"), ("t1 a", "t2 b"), "t2"),
    ],
)
def test_copies_know_when_they_parted(
    ours: Copy, copies: tuple[str, ...], others: tuple[str, ...], moment: str
) -> None:
    one = replace(ours.collection(""), copies=copies)
    other = replace(ours.collection(""), copies=others)
    assert parted_at(one, other) == parted_at(other, one) == moment


def test_files_that_were_copied_parted_after_the_last_change_both_have(ours: Copy, theirs: Copy) -> None:
    last = max(one.modified_at for one in ours.links())
    theirs.apply(notes.set_note(theirs, first(theirs).uid, "later"))
    assert parted_at(ours.collection(""), theirs.collection("")) == last


def test_nothing_is_known_of_it_once_one_side_took_in_another(ours: Copy, theirs: Copy) -> None:
    uid = first(ours).uid
    ours.apply(notes.set_note(ours, uid, "ons"))
    theirs.apply(notes.set_note(theirs, uid, "hun"))
    merged_once = replace(theirs.collection(""), merged_at="2100-01-01")
    assert parted_at(ours.collection(""), merged_once) == ""
    (both,) = merge(ours.collection(""), merged_once).items
    assert both.outcome == "both"


# -- any two ways ------------------------------------------------------------------------------------------------------

ACTS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 60), st.integers(1, 30)), max_size=12)


def _can_be_decided(copy: Copy, document: Document, span: Span) -> bool:
    taken = [(one.text_uid, one.span) for one in copy.decisions()]
    return span.end <= document.characters and (document.text_uid, span) not in taken


def perform(copy: Copy, acts: list[tuple[int, int, int]], label: str) -> None:
    """Acts such as a user does, each on what is there; one that the rules refuse is left out."""
    for kind, place, extent in acts:
        papers, passages, labels, links_there = copy.documents(), copy.highlights(), copy.tags(), copy.links()
        document = papers[place % len(papers)] if papers else None
        passage = passages[place % len(passages)] if passages else None
        tag = labels[extent % len(labels)] if labels else None
        try:
            if kind == 0 and document is not None:
                copy.apply(marks.highlight_span(copy, document.uid, Span(place, place + extent), author=label))
            elif kind == 1 and passage is not None and tag is not None:
                copy.apply(marks.toggle_tag(copy, passage.uid, tag.uid))
            elif kind == 2 and passage is not None:
                copy.apply(notes.set_note(copy, passage.uid, f"{label} {extent}" if extent % 3 else ""))
            elif kind == 3 and passage is not None:
                copy.apply(marks.remove_highlights(copy, [passage.uid]))
            elif kind == 4:
                copy.apply(tags.add_tag(copy, f"label {extent % 6}", parent_uid=tag.uid if tag and place % 2 else None))
            elif kind == 5 and tag is not None:
                copy.apply(tags.rename_tag(copy, tag.uid, f"label {place % 6}"))
            elif kind == 6 and tag is not None:
                copy.apply(tags.remove_tag(copy, tag.uid))
            elif kind == 7 and tag is not None:
                copy.apply(tags.move_tag(copy, tag.uid, labels[place % len(labels)].uid if place % 3 else None, 0))
            elif kind == 8 and len(passages) > 1:
                target = passages[extent % len(passages)].uid
                copy.apply(links.link(copy, passages[place % len(passages)].uid, target, ANSWERED_BY.uid))
            elif kind == 9 and links_there:
                one = links_there[place % len(links_there)]
                copy.apply(links.remove_link(copy, one.uid) if extent % 2 else links.reverse_link(copy, one.uid))
            elif kind == 11 and document is not None and extent % 3 == 0:
                new_version(copy, document.uid, f"{label} {place}\n" + copy.body(document.text_uid))
            elif kind == 11 and document is not None and _can_be_decided(copy, document, Span(place, place + extent)):
                decide(copy, document, place, place + extent)
            elif kind == 10 and document is not None and extent % 4 == 0:
                copy.apply(remove_documents(copy, [document.uid]))
            elif kind == 10 and tag is not None:
                copy.apply(tags.set_digit(copy, tag.uid, 1 + place % 9))
        except ActRefused:
            pass


@settings(max_examples=150)
@given(before=ACTS, mine=ACTS, other=ACTS)
def test_either_order_gives_the_same_and_a_second_time_changes_nothing(
    before: list[tuple[int, int, int]], mine: list[tuple[int, int, int]], other: list[tuple[int, int, int]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        use_clock(patch)
        ours = start()
        perform(ours, before, "samen")
        theirs = ours.copied()
        perform(ours, mine, "ons")
        perform(theirs, other, "hun")
        left, right = ours.copied(), theirs.copied()
        state, deleted = left.state(), dict(left.deleted)
        merged = left.take_in(theirs)
        right.take_in(ours)
    same_names = [tag for tag in theirs.tags() if tag.uid not in {one.uid for one in left.tags()}]
    if not same_names:  # what both made under one name keeps our identity
        assert left.everything() == right.everything()
    assert len(left.highlights()) == len(right.highlights())
    assert sorted(tag.name for tag in left.tags()) == sorted(tag.name for tag in right.tags())
    for copy, one in ((left, theirs), (right, ours), (left, ours), (right, theirs)):
        assert not merge(copy.collection(), one.collection()).change_set
    assert not merge(left.collection(), right.collection()).change_set
    _nothing_undeleted_is_lost(left, ours, theirs)
    done = left.everything()
    left.apply(merged.change_set.inverse())
    assert left.state() == state
    assert left.deleted == deleted
    left.take_in(theirs)
    assert left.everything() == done, "merging again after taking it back does the same"


def _nothing_undeleted_is_lost(merged: Copy, *sides: Copy) -> None:
    deleted = {uid for side in sides for uid in side.deleted}
    uids = {one.uid for one in merged.highlights()}
    for side in sides:
        assert {one.uid for one in side.highlights()} - deleted <= uids
        texts = " ".join(one.note for one in merged.highlights())
        for one in side.highlights():
            if one.uid in uids:
                other = next(copy for copy in sides if copy is not side)
                twin = next((passage for passage in other.highlights() if passage.uid == one.uid), None)
                if twin is None or (twin.note != one.note and twin.modified_at < one.modified_at):
                    assert one.note in texts
