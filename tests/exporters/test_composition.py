"""What an export shows and in which order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.citation import Place
from reader.domain.excerpt import Passage
from reader.domain.model import Document, Highlight, Link, Tagging
from reader.exporters.collecting import ExcerptFilter, collect
from reader.exporters.composition import (
    Cell,
    Composition,
    ExportOptions,
    Pairs,
    Row,
    Single,
    compose,
    ordered,
    quote_paragraphs,
    stacks,
)
from tests.exporters.projects import OPTIONS, mark, own_kind, project


def composed(options: ExportOptions = OPTIONS, **asked: object) -> Composition:
    return compose(collect(project(), ExcerptFilter(**asked)), options)  # type: ignore[arg-type]


def words(cell: Cell | None) -> str | None:
    """The quote of a cell in one line, without its quotation marks."""
    if cell is None:
        return None
    return " ".join("".join(part for part, _ in paragraph) for paragraph in cell.paragraphs).strip("«»")


def shape(items: tuple[Single | Pairs, ...]) -> list[object]:
    return [
        words(item.cell)
        if isinstance(item, Single)
        else (item.left_heading, item.right_heading, [(words(row.left), words(row.right)) for row in item.rows])
        for item in items
    ]


def test_the_lines_under_the_title_count_and_date() -> None:
    assert composed().facts == ("5 fragmenten uit 2 documenten · 16 juli 2026",)
    english = replace(OPTIONS, language="en", filter_words="Label: opvang")
    assert composed(english, highlight_uids={"q3"}).facts == (
        "1 excerpt from 1 document · 16 July 2026",
        "Label: opvang",
    )
    assert composed(highlight_uids=set()).facts == ("0 fragmenten · 16 juli 2026",)


def test_by_document_a_question_stands_beside_its_answers_and_those_are_not_repeated() -> None:
    first, second = composed().groups
    assert (first.heading, first.count) == ("Overleg over opvang", 3)
    assert "".join(run.text for run in first.description) == "Kamerstukken II 2017/18, 19637, nr. 2395 · juni 2018"
    assert shape(first.items) == [
        (
            "Vraag",
            "Antwoord",
            [("Waarom is de opvang gesloten?3", "De opvang is vol."), (None, "Ook is er geen geld.")],
        ),
        ("Passage", "Verwijst naar", [("Wie betaalt de terugkeer van deze mensen?", "Zie hierboven.")]),
        "Wat kost dit?",
    ]
    assert "".join(run.text for run in second.description) == "Minister van Migratie · 11 juni 2018"
    assert shape(second.items) == [
        (
            "Vraag",
            "Antwoord",
            [("Waarom is de opvang gesloten?3", "De opvang is vol."), (None, "Ook is er geen geld.")],
        )
    ]


def test_an_answer_to_two_questions_stands_once_beside_both() -> None:
    link = Link("link-4", collect(project())[0].links[0].kind.uid, "q3", "a1")
    groups = compose(collect(project(link), ExcerptFilter(documents=("answers",))), OPTIONS).groups
    (table,) = shape(groups[0].items)
    assert table == (
        "Vraag",
        "Antwoord",
        [
            ("Waarom is de opvang gesloten?3", "De opvang is vol."),
            ("Wat kost dit?", None),
            ("Waarom is de opvang gesloten?3", "Ook is er geen geld."),
        ],
    )


def test_by_label_an_excerpt_stands_under_each_of_its_labels_in_the_order_of_the_tree() -> None:
    groups = composed(replace(OPTIONS, grouping="label")).groups
    assert [(group.heading, group.count) for group in groups] == [
        ("opvang", 3),
        ("geld › kosten", 1),
        ("Zonder label", 2),
    ]
    assert groups[0].description[0].text == "Onderdak van mensen"
    assert [item for item in shape(groups[2].items) if isinstance(item, str)] == ["Wat kost dit?"]


def test_labels_that_were_not_asked_for_make_no_group() -> None:
    options = replace(OPTIONS, grouping="label", label_uids=frozenset({"tag-b"}))
    assert [group.heading for group in composed(options, tags=("tag-b",)).groups] == ["opvang"]


def test_in_reading_order_there_is_one_group_without_a_heading() -> None:
    (group,) = composed(replace(OPTIONS, grouping="reading")).groups
    assert (group.heading, group.count) == ("", 5)


def test_labels_and_note_are_shown_the_first_time_a_passage_stands_in_a_group() -> None:
    (table, *_) = composed(documents=("answers",)).groups[0].items
    assert isinstance(table, Pairs)
    question = table.rows[0].left
    assert question is not None
    assert ([label.name for label in question.labels], question.note) == (["opvang"], ("Eerste vraag.", "Let op."))
    assert table.rows[0].note == "Geen echt antwoord."


def test_notes_and_links_can_be_left_out() -> None:
    groups = composed(replace(OPTIONS, notes=False, links=False)).groups
    items = [item for group in groups for item in group.items]
    assert all(isinstance(item, Single) and not item.cell.note for item in items)
    assert len(items) == 5


def test_a_link_of_the_users_own_kind_is_named_as_the_user_named_it() -> None:
    link = Link("link-5", "own", "q3", "a2")
    groups = compose(collect(project(own_kind(), link), ExcerptFilter(highlight_uids={"q3"})), OPTIONS).groups
    assert shape(groups[0].items) == [("Passage", "Illustreert", [("Wat kost dit?", "Ook is er geen geld.")])]


def test_rows_that_share_a_passage_are_one_cluster() -> None:
    cell = composed().groups[0].items[-1]
    assert isinstance(cell, Single)
    full, left, right = Row(cell.cell, cell.cell), Row(None, cell.cell), Row(cell.cell, None)
    assert list(Pairs("", "", (full, left, left, full, right, full)).clusters()) == [
        (full, left, left), (full, right), (full,),
    ]  # fmt: skip


@given(st.data(), st.text("ab1\n ", min_size=1, max_size=30))
def test_the_paragraphs_of_a_quote_hold_all_its_words_once(data: st.DataObject, quote: str) -> None:
    cuts = data.draw(st.lists(st.integers(0, len(quote)), max_size=6).map(lambda found: sorted(set(found))))
    markers = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    passage = Passage(Highlight("h", "t", "d", 0, 1, "x"), Document("d", "", "t"), quote, (), Place(), markers)
    paragraphs = quote_paragraphs(passage)
    shown = "\n".join("".join(part for part, _ in paragraph) for paragraph in paragraphs)
    assert shown == "\n".join(line for line in f"«{quote}»".split("\n") if line)
    figures = "".join(part for paragraph in paragraphs for part, is_marker in paragraph if is_marker)
    assert figures == "".join(quote[start:end] for start, end in markers).replace("\n", "")


def test_a_quote_of_two_paragraphs_is_shown_as_two() -> None:
    long = mark("long", "De opvang is vol.", "geen geld.")
    (item,) = compose(collect(project(long), ExcerptFilter(highlight_uids={"long"})), OPTIONS).groups[0].items
    assert isinstance(item, Single)
    assert item.cell.paragraphs == ((("«De opvang is vol.", False),), (("Ook is er geen geld.»", False),))


def uids_in_order(options: ExportOptions) -> list[str]:
    dated = [
        replace(mark("m1", "De opvang is vol."), created_at="2026-02-01T00:00:00.000Z"),
        replace(mark("m2", "Ook is er"), created_at="2026-01-01T00:00:00.000Z"),
        replace(mark("m3", "Wat kost"), created_at="2026-01-15T00:00:00.000Z"),
    ]
    chosen = collect(project(*dated), ExcerptFilter(highlight_uids={"m1", "m2", "m3", "q1"}))
    return [excerpt.uid for excerpt in ordered(chosen, options)]


def test_excerpts_go_by_place_by_date_of_the_paper_or_by_the_moment_they_were_marked() -> None:
    reading = replace(OPTIONS, grouping="reading")
    assert uids_in_order(reading) == ["q1", "m3", "m1", "m2"]
    assert uids_in_order(replace(reading, order="marked")) == ["m2", "m3", "m1", "q1"]
    assert uids_in_order(replace(OPTIONS, order="marked")) == ["m3", "q1", "m2", "m1"]


def test_a_paper_without_a_date_comes_last_when_ordered_by_date() -> None:
    excerpts = collect(project())
    first, *others = excerpts
    undated = replace(first, passage=replace(first.passage, document=replace(first.document, date=None)))
    found = ordered([undated, *others], replace(OPTIONS, order="date"))
    assert [excerpt.uid for excerpt in found] == ["q2", "q3", "a1", "a2", "q1"]


def test_names_are_told_only_when_asked_for_and_those_of_labels_where_they_differ() -> None:
    by_two = [mark("own", "Ook is er", author="A. de Vries"), Tagging("own", "tag-b", author="B. Bakker")]
    chosen = collect(project(*by_two, Tagging("own", "tag-d", author="A. de Vries")), ExcerptFilter(text="Ook is er"))
    told = compose(chosen, replace(OPTIONS, names=True, links=False)).groups[0].items[0]
    kept = compose(chosen, replace(OPTIONS, links=False)).groups[0].items[0]
    assert isinstance(told, Single)
    assert isinstance(kept, Single)
    assert (told.cell.author, kept.cell.author) == (
        "Gemarkeerd door A. de Vries; label ‘opvang’ van B. Bakker", "",
    )  # fmt: skip


def test_sentences_around_a_passage_stand_beside_its_quote_and_not_in_it() -> None:
    chosen = collect(project(), ExcerptFilter(highlight_uids={"a2"}), context=1)
    (group,) = compose(chosen, replace(OPTIONS, context=1, links=False)).groups
    item = group.items[0]
    assert isinstance(item, Single)
    assert (item.cell.before, words(item.cell), item.cell.after) == (
        "De opvang is vol.", "Ook is er geen geld.", "Zie hierboven.",
    )  # fmt: skip


def test_without_notes_a_link_tells_no_note_either() -> None:
    (table, *_) = composed(replace(OPTIONS, notes=False)).groups[0].items
    assert isinstance(table, Pairs)
    assert [row.note for row in table.rows] == ["", ""]


def test_stacked_sources_come_before_targets_and_a_note_follows_the_passage_of_its_link() -> None:
    first, second, third, fourth = stacks(composed())
    assert [(heading, words(cell), note) for heading, cell, note in first.passages] == [
        ("Vraag", "Waarom is de opvang gesloten?3", ""),
        ("Antwoord", "De opvang is vol.", "Geen echt antwoord."),
        ("Antwoord", "Ook is er geen geld.", ""),
    ]
    assert [stack.group.heading if stack.group else None for stack in (first, second, third, fourth)] == [
        "Overleg over opvang", None, None, "Brief over opvang",
    ]  # fmt: skip
