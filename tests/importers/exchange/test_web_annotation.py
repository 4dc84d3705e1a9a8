"""Web Annotations are found again on the papers of a project, by position and by quote."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from reader.domain.errors import FileDamaged, FileTooLarge, NotExchange
from reader.domain.model import ANSWERED_BY
from reader.importers.exchange.base import is_exchange, read_exchange_data
from reader.importers.exchange.exchanged import Exchanged
from tests.importers.exchange.files import stored
from tests.in_memory import InMemoryProject, paper

BODY = "Ja. \U0001f926De opvang sluit. 😀 Er is geen geld.\nMaar niemand weet waarom dat zo is.\nDe opvang sluit. Ja.\n"
DOCUMENT, TEXT = paper(BODY, "Brief")
PROJECT = InMemoryProject([DOCUMENT, TEXT])


def read(*annotations: dict[str, Any], papers: InMemoryProject | None = PROJECT) -> Exchanged:
    return read_exchange_data(json.dumps(list(annotations)).encode(), "a.jsonld", papers)


def on(selector: Any, source: Any = f"urn:sha256:{TEXT.sha256}", **more: Any) -> dict[str, Any]:
    return {"type": "Annotation", "target": {"source": source, "selector": selector}, **more}


def quote(exact: str, prefix: str = "", suffix: str = "") -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def position(start: int, end: int) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def spans(exchanged: Exchanged) -> list[tuple[int, int, str]]:
    return [(one.start, one.end, one.quote) for one in exchanged.collection.highlights]


def reasons(exchanged: Exchanged) -> list[tuple[str, str]]:
    return [(item.outcome, item.detail) for item in exchanged.items if item.kind in ("highlight", "link")]


def test_a_collection_written_by_hand_is_read() -> None:
    data = stored("annotations.jsonld").replace(b"DIGEST", TEXT.sha256.encode())
    exchanged = read_exchange_data(data, "a.jsonld", PROJECT)
    collection = exchanged.collection
    assert {one.quote: one.note for one in collection.highlights} == {
        "De opvang sluit.": "Let op.",
        "Er is geen geld.": "Van een browser, die anders telt",
        "niemand weet waarom dat": "Alleen de woorden",
    }
    first = collection.highlights[0]
    assert (first.uid, first.author) == ("10000000-0000-4000-8000-000000000001", "Ans")
    assert (first.created_at, first.modified_at) == ("2026-01-02T03:04:05.000Z", "2026-01-03T03:04:05.250Z")
    names = {tag.uid: tag for tag in collection.tags}
    (tagging,) = collection.taggings
    label = names[tagging.tag_uid]
    assert (label.name, names[label.parent_uid or ""].name) == ("sluiten", "opvang")
    (link,) = collection.links
    assert (link.kind_uid, link.source_uid, link.note) == (ANSWERED_BY.uid, first.uid, "Half.")
    target = next(one for one in collection.highlights if one.uid == link.target_uid)
    assert target.quote == "Er is geen geld."
    assert (collection.documents, collection.texts[0].sha256) == ((DOCUMENT,), TEXT.sha256)
    assert ("left out", "The paper it is about is not in the project.") in reasons(exchanged)


def test_a_position_in_code_points_is_taken_when_its_words_are_there() -> None:
    start = BODY.rindex("De opvang")
    exchanged = read(on([position(start, start + 16), quote("De opvang sluit.")]))
    assert spans(exchanged) == [(start, start + 16, "De opvang sluit.")]
    assert reasons(exchanged) == []


def test_a_position_of_a_browser_is_converted() -> None:
    start = len(BODY[: BODY.index("Er is")].encode("utf-16-le")) // 2
    exchanged = read(on([position(start, start + 16), quote("Er is geen geld.")]))
    assert spans(exchanged) == [(BODY.index("Er is"), BODY.index("Er is") + 16, "Er is geen geld.")]
    assert reasons(exchanged) == [("repaired", "Positions count some characters as two (UTF-16); they were converted.")]


def test_a_wrong_position_gives_way_to_the_quote_and_its_context() -> None:
    exchanged = read(on([position(0, 3), quote("De opvang sluit.", "zo is.\n", " Ja.")]))
    assert spans(exchanged)[0][0] == BODY.rindex("De opvang")


def test_words_with_other_spaces_and_signs_are_found_and_told() -> None:
    exchanged = read(on(quote("Er is geen geld. Maar niemand “weet” waarom")))
    assert spans(exchanged)[0][2] == "Er is geen geld.\nMaar niemand weet waarom"
    assert reasons(exchanged) == [("repaired", "Its words are there with other signs or spaces.")]


def test_what_stands_there_twice_is_not_guessed() -> None:
    assert reasons(read(on(quote("De opvang sluit.")))) == [("left out", "Its place in the text could not be found.")]
    assert reasons(read(on(quote("staat er niet")))) == [("left out", "Its place in the text could not be found.")]


def test_a_position_without_words_counts_only_for_the_same_text() -> None:
    assert spans(read(on(position(0, 3)))) == [(0, 3, "Ja.")]
    assert spans(read(on(position(0, 3), source="Brief"))) == []
    assert spans(read(on(position(0, 3_000)))) == []


def test_a_paper_is_known_by_digest_of_its_file_address_title_or_words() -> None:
    at = "niemand weet waarom"
    published = replace(DOCUMENT, url="https://example.org/brief.html")
    held = InMemoryProject([published, TEXT, *paper("Iets heel anders", "Tweede", 1)])
    for source in (
        f"urn:sha256:{TEXT.original_sha256}",
        "https://example.org/brief.html",
        {"id": "https://example.org/elders", "title": "brief"},
        "https://example.org/onbekend",
    ):
        assert [one.quote for one in read(on(quote(at), source=source), papers=held).collection.highlights] == [at]
    twice = InMemoryProject([DOCUMENT, TEXT, *paper(BODY, "Kopie", 1)])
    assert not read(on(quote(at), source="https://example.org/onbekend"), papers=twice).collection.highlights


def test_without_a_project_nothing_has_a_place() -> None:
    assert reasons(read(on(quote("Ja.")), papers=None)) == [
        ("left out", "The paper it is about is not in the project.")
    ]


def test_a_link_makes_bare_ends_where_nothing_is_marked() -> None:
    selectors = [quote("Er is geen geld."), quote("niemand weet waarom")]
    exchanged = read(
        {
            "motivation": "linking",
            "body": {"type": "TextualBody", "purpose": "tagging", "value": "illustreert"},
            "target": [on(one)["target"] for one in selectors],
        }
    )
    collection = exchanged.collection
    assert [one.kind for one in collection.highlights] == ["anchor", "anchor"]
    assert [kind.name for kind in collection.link_kinds] == ["illustreert"]
    assert collection.links[0].kind_uid == collection.link_kinds[0].uid
    gone = read({"motivation": "linking", "target": ["urn:uuid:x", "urn:uuid:y"]})
    assert reasons(gone) == [("left out", "It does not go from a passage to a passage.")]


def test_a_body_in_html_gives_its_words() -> None:
    body = {"type": "TextualBody", "format": "text/html", "value": "<p>Let <b>op</b><script>kwaad()</script></p>"}
    (highlight,) = read(on(quote("Er is geen geld."), body=body)).collection.highlights
    assert "<" not in highlight.note
    assert highlight.note.startswith("Let op")


def test_reading_twice_gives_the_same_identities() -> None:
    annotation = on(quote("Er is geen geld."), body={"purpose": "tagging", "value": "geld"})
    first, second = read(annotation).collection, read(annotation).collection
    assert [one.uid for one in first.highlights] == [one.uid for one in second.highlights]
    assert [one.uid for one in first.tags] == [one.uid for one in second.tags]


@pytest.mark.parametrize(
    "strange",
    [
        {"target": None}, {"target": 5}, {"target": [[], {}]}, {"target": {"selector": 5}},
        {"target": {"selector": [5]}},
        on(quote(5)), on(position("x", None)), on(position(True, 5)), on(position(-5, 3)), on(position(9, 3)),  # type: ignore[arg-type]
        on(quote("Ja."), source=5), on(quote("Ja."), body=[5, None, {"value": {}}], creator=[{"name": 5}], created=7),
        on({"type": "TextQuoteSelector", "refinedBy": [{"refinedBy": None}]}),
        on(quote("\ud800")), on(quote("!!!!!!!!!!!!!!!!")),
    ],
)  # fmt: skip
def test_strange_annotations_are_left_out_and_the_rest_is_read(strange: dict[str, Any]) -> None:
    good = on(quote("Er is geen geld."), id="urn:uuid:10000000-0000-4000-8000-000000000001")
    exchanged = read(strange, good)
    assert "10000000-0000-4000-8000-000000000001" in {one.uid for one in exchanged.collection.highlights}


def test_files_that_hold_no_annotations_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, error in ((b'{"items": []}', NotExchange), (b'{"target"', FileDamaged), (b"[1, 2]", NotExchange)):
        with pytest.raises(error):
            read_exchange_data(data, "a.jsonld", PROJECT)
    monkeypatch.setattr("reader.importers.exchange.web_annotation.LARGEST", 5)
    with pytest.raises(FileTooLarge):
        read_exchange_data(b'{"target": 5}', "a.jsonld", PROJECT)


def of_hypothesis(number: int, **more: Any) -> dict[str, Any]:
    """An annotation as Hypothesis gives it: without type and motivation, with words of its own."""
    selectors = [{"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]"}, quote("geen geld")]
    return {"id": f"h{number}", "user": "acct:jan@hypothes.is", "created": "2023-01-01T00:00:00+00:00"} | {
        "updated": "2023-01-02T00:00:00+00:00", "uri": "http://x", "text": "Let op.", "tags": ["opvang", "Libië"],
        "target": [{"source": f"urn:sha256:{TEXT.sha256}", "selector": selectors}],
    } | more  # fmt: skip


@pytest.mark.parametrize("wrapped", [lambda rows: {"total": 2, "rows": rows}, lambda rows: {"annotations": rows}, list])
def test_what_hypothesis_writes_is_read(wrapped: Any) -> None:
    reply = of_hypothesis(2, references=["h1"], target=[{"source": f"urn:sha256:{TEXT.sha256}"}])
    data = json.dumps(wrapped([of_hypothesis(1), reply])).encode()
    assert is_exchange(data)
    found = read_exchange_data(data, "a.json", PROJECT)
    (highlight,) = found.collection.highlights
    assert (highlight.quote, highlight.note, highlight.author) == ("geen geld", "Let op.", "jan")
    assert highlight.modified_at.startswith("2023-01-02")
    assert [tag.name for tag in found.collection.tags] == ["opvang", "Libië"]
    assert reasons(found) == [("left out", "It is about a whole document, not about a passage.")]


@pytest.mark.parametrize(
    ("body", "labels", "note"),
    [
        ({"type": "SpecificResource", "purpose": "tagging", "source": "http://x/thema"}, ["http://x/thema"], ""),
        ({"purpose": "classifying", "source": {"id": "http://x/1", "label": "Begrip"}}, ["Begrip"], ""),
        ({"type": "Choice", "items": [{"value": "een"}, {"value": "one"}]}, [], "een"),
        ({"type": "Composite", "items": [{"value": "een"}, {"value": "twee"}]}, [], "een\n\ntwee"),
        ({"type": "TextualBody", "value": {"@value": "Noot", "@language": "nl"}}, [], "Noot"),
        ({"type": ["TextualBody"], "value": "v", "purpose": ["tagging", "describing"]}, ["v"], ""),
        ("http://x/bericht", [], "http://x/bericht"),
    ],
)
def test_a_body_of_any_form_is_a_label_or_a_note(body: Any, labels: list[str], note: str) -> None:
    found = read(on(quote("geen geld"), body=body))
    assert [tag.name for tag in found.collection.tags] == labels
    assert [one.note for one in found.collection.highlights] == [note]


@pytest.mark.parametrize(
    "selector",
    [
        {"type": "Choice", "items": [{"type": "CssSelector", "value": "p"}, quote("geen geld")]},
        {"type": "FragmentSelector", "value": "page=1", "refinedBy": quote("geen geld")},
        {**quote("geen geld"), "type": ["TextQuoteSelector"]},
    ],
)
def test_a_quote_is_found_wherever_the_selector_holds_it(selector: Any) -> None:
    assert [words for _, _, words in spans(read(on(selector)))] == ["geen geld"]


@pytest.mark.parametrize("selector", [{"type": "RangeSelector"}, {"type": "FragmentSelector", "value": "page=1"}])
def test_a_selector_that_names_no_words_is_told(selector: Any) -> None:
    found = read(on(selector))
    assert reasons(found) == [("left out", "Its place in the text could not be found.")]


def test_an_address_counts_without_its_scheme_and_the_place_on_the_page() -> None:
    document = replace(DOCUMENT, url="https://zoek.example/kst-1.html")
    papers = InMemoryProject([document, TEXT])
    found = read(on(quote("geen geld"), "http://zoek.example/kst-1.html#p2"), papers=papers)
    assert [one.document_uid for one in found.collection.highlights] == [document.uid]
