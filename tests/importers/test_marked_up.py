"""One way from typed parts to a source text with its structure, and the choice of an importer by content."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.errors import FileDamaged, ImportStopped, NoText, NotText
from reader.importers.base import IMPORTERS, read_file
from reader.importers.extracted import Extracted
from reader.importers.marked_up import Cited, FileFacts, Note, PageBreak, Part, PartKind, compose, row
from reader.importers.marked_up_archive import opened
from reader.importers.marked_up_xml import decoded_xml, parse, repaired
from tests.importers.marked_up_files import FILES, docx, headings, ignored, notes, paragraph, shown, zipped


def composed(*parts: Part, facts: FileFacts | None = None) -> Extracted:
    return compose(parts, "file", ignored, facts)


def text(words: str) -> Part:
    return Part("text", [words])


def test_each_paragraph_is_a_line_and_an_empty_line_divides_them() -> None:
    found = composed(text("Een  eerste\u00a0alinea."), text("  Een tweede. "), text(" "))
    assert found.body == "Een eerste alinea.\n\nEen tweede."


def test_a_break_in_a_paragraph_begins_a_block_unless_the_sentence_goes_on() -> None:
    found = composed(text("Postbus 20018\n2500 EA Den Haag"), text("De heer Voorbeeld van\nde commissie zegt ja."))
    assert shown(found) == ["Postbus 20018", "2500 EA Den Haag", "De heer Voorbeeld van de commissie zegt ja."]


def test_a_heading_has_the_level_the_file_says_and_words_no_other_makes() -> None:
    found = composed(
        Part("heading", ["Begin"], 2), text("Kort gezegd"), text("Er staat een hele zin."), Part("heading", ["Deel"], 4)
    )
    assert headings(found) == [(1, "Begin"), (2, "Deel")]


def test_without_headings_of_its_own_they_are_recognised_as_in_plain_text() -> None:
    found = composed(text("De aanleiding"), text("Op 3 maart is de Kamer over dit besluit geïnformeerd."))
    assert headings(found) == [(1, "De aanleiding")]


def test_a_certain_paragraph_is_no_heading_whatever_it_looks_like() -> None:
    found = composed(
        Part("paragraph", ["De aanleiding"]), text("Op 3 maart is de Kamer over dit besluit geïnformeerd.")
    )
    assert headings(found) == []


def test_a_note_stands_below_its_paragraph_and_is_joined_with_its_marker() -> None:
    note = Note("1", ("Kamerstuk 19637, nr. 2.", "Nog een alinea."), "a")
    found = composed(Part("text", ["De brief", note, " is oud."]), text("Verder."))
    assert found.body == "De brief1 is oud.\n\n1 Kamerstuk 19637, nr. 2.\nNog een alinea.\n\nVerder."
    assert notes(found) == [("1", "brief", "1 Kamerstuk 19637, nr. 2.\nNog een alinea.")]
    assert shown(found, "footnote") == ["1 Kamerstuk 19637, nr. 2. Nog een alinea."]


def test_a_marker_behind_a_figure_is_raised_so_that_the_number_stays_what_it_was() -> None:
    found = composed(Part("text", ["Zie Kamerstuk 19637, nr. 25", Note("3", ("Noot.",), "a"), "."]))
    assert [reference.id for reference in found.structure.references] == ["kst-19637-25"]
    assert found.structure.footnotes[0].number == "3"


def test_notes_that_count_anew_stay_with_their_own_markers() -> None:
    parts = [
        Part("text", [f"Alinea {place}", Note(number, (f"Noot {place}.",), str(place)), "."])
        for place, number in enumerate(("1", "2", "1", "2", "i", "*"))
    ]
    pairs = [(number, words) for number, _, words in notes(composed(*parts))]
    assert [number for number, _ in pairs] == ["1", "2", "1", "2", "i", "*"]
    assert [(words or "")[-7:] for _, words in pairs] == [f"Noot {place}." for place in range(6)]


def test_two_markers_of_one_note_share_its_text() -> None:
    note = Note("1", ("De noot.",), "a")
    found = composed(Part("text", ["Eerst", note, " dit."]), Part("text", ["Dan", note, " dat."]))
    assert [words for _, _, words in notes(found)] == ["1 De noot.", "1 De noot."]
    assert found.body.count("De noot.") == 1


def test_a_note_without_text_is_said_to_be_missing() -> None:
    assert notes(composed(Part("text", ["Woord", Note("1", (), "a")]))) == [("1", "Woord", None)]


def test_pages_begin_where_the_file_breaks_them_also_within_a_sentence() -> None:
    found = composed(
        text("Bladzijde een."), Part("text", ["Hier ", PageBreak("7"), "gaat het verder."]), Part("text", [PageBreak()])
    )
    pages = [(page.index, page.label, found.body[page.start : page.end]) for page in found.structure.pages]
    assert pages == [(1, None, "Bladzijde een.\n\nHier "), (2, "7", "gaat het verder.")]


def test_lines_at_the_edges_of_pages_are_no_running_heads() -> None:
    parts = [
        part
        for number in range(1, 8)
        for part in (Part("text", [PageBreak(), f"Vraag {number}"]), *(text(f"Zin {line}.") for line in range(9)))
    ]
    assert shown(composed(*parts), "page-furniture") == []


def test_a_link_to_a_paper_is_a_reference_with_its_identifier() -> None:
    found = composed(Part("text", ["Zie ", Cited("mijn eerdere brief", "kst-19637-2"), " en Kamerstuk 19637, nr. 3."]))
    assert [(one.id, one.text) for one in found.structure.references] == [
        ("kst-19637-2", "mijn eerdere brief"),
        ("kst-19637-3", "Kamerstuk 19637, nr. 3"),
    ]


def test_a_row_is_readable_and_an_empty_one_is_none() -> None:
    part = row([["Noord"], ["4\nmeter"], [""]], close=False)
    assert part is not None
    assert shown(composed(part)) == ["Noord | 4 meter |"]
    assert row([[" "], []], close=False) is None


def test_certain_facts_win_over_the_text_and_likely_ones_stand_in_for_it() -> None:
    facts = FileFacts({"title": "De titel"}, {"title": "Iets anders", "date": "2020-01-01", "number": "3"})
    found = composed(text("Onderwerp: Het onderwerp van de brief"), text("Den Haag, 5 mei 2021"), facts=facts)
    known = found.structure.facts
    assert (known["title"], known["date"], known["number"]) == ("De titel", "2021-05-05", "3")


def test_where_the_file_marks_every_note_a_figure_is_none() -> None:
    marked = composed(
        text("Het meet 20 km2 en dat is veel1."), text("Meer2 en meer3."), facts=FileFacts(all_notes=True)
    )
    assert marked.structure.footnotes == ()


def test_nothing_to_read_is_said() -> None:
    with pytest.raises(NoText):
        composed(text(" \u00ad\n"), Part("text", [PageBreak()]))


_WORDS = st.text(st.sampled_from("ab1.,\n \u00a0\x01\x02\u00adé|"), max_size=30)
_KINDS = st.sampled_from(("text", "paragraph", "heading", "list-item", "row", "signature", "furniture", "pull-quote"))
_RUNS = st.one_of(
    _WORDS,
    st.builds(PageBreak),
    st.builds(Cited, _WORDS, st.just("kst-1-1")),
    st.builds(Note, st.sampled_from(("1", "12", "a", "*")), st.tuples(_WORDS), st.uuids().map(str)),
)


@given(st.lists(st.tuples(_KINDS, st.lists(_RUNS, max_size=5), st.integers(0, 9)), max_size=8))
def test_nothing_is_lost_and_all_offsets_lie_in_the_text(drawn: list[tuple[PartKind, list[str], int]]) -> None:
    parts = [Part(kind, content, level) for kind, content, level in drawn]
    try:
        found = compose(parts, "file", ignored)
    except NoText:
        return
    words = [run for part in parts for run in part.content if isinstance(run, str)]
    kept = "".join(found.body.split())
    for word in words:
        for piece in word.replace("\x01", "").replace("\x02", "").replace("\u00ad", "").split():
            assert piece in kept
    for note in found.structure.footnotes:
        assert len(found.body[note.marker : note.marker + len(note.number)]) == len(note.number)
    starts = [page.start for page in found.structure.pages]
    assert starts == sorted(set(starts))
    assert all(0 <= block.start < block.end <= len(found.body) for block in found.structure.blocks)


# choosing by content


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("verslag.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("verslag.odt", "application/vnd.oasis.opendocument.text"),
        ("kamervragen.xml", "application/xml"),
        ("publicatie.html", "text/html"),
    ],
)
def test_a_file_is_known_by_its_content(name: str, media_type: str, tmp_path: Path) -> None:
    data = (FILES / name).read_bytes()
    path = tmp_path / "bestand.bin"
    path.write_bytes(data)
    imported = read_file(path)
    assert imported.text.media_type == media_type
    assert imported.text.original == data
    assert imported.text.importer.split()[0] in ("docx", "odt", "official-xml", "html")


@pytest.mark.parametrize(
    ("data", "chosen"),
    [
        (b"<p>is een teken in deze tekst", "plain-text"),
        (b"Een brief met <b>vet</b> en <html> erin.", "plain-text"),
        (b"\xef\xbb\xbf  <!-- a --><!-- b --> <HTML><p>x", "html"),
        ("<html><p>één".encode("utf-16"), "html"),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", "html"),
        (b"<?xml version='1.0'?><rss><item/></rss>", "plain-text"),
        (b"\xc3\xaf\xc2\xbb\xc2\xbf\n<?xml version='1.0'?>\n<officiele-publicatie>", "official-xml"),
        (b"# Een kop\n\nTekst met **vet**.\n\n- punt\n", "markdown"),
        (b"#!/bin/sh\n# een\n# twee\n# drie\n", "plain-text"),
        (b"Gewone tekst.\n\n- een punt\n- nog een\n- en nog een\n", "plain-text"),
        (zipped({"a.txt": "tekst"}), "plain-text"),
        (zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "plain-text"),
    ],
)
def test_what_only_resembles_a_format_is_not_taken_for_it(data: bytes, chosen: str) -> None:
    importer = next(one for one in IMPORTERS if one.accepts(data))
    assert importer.name.split()[0] == chosen


def test_comments_without_end_do_not_slow_the_choice() -> None:
    data = b"<!-- x -->" * 6000 + b"<nee>"
    assert next(one for one in IMPORTERS if one.accepts(data)).name.startswith("plain-text")


def test_another_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(zipped({"a.txt": "tekst"}))
    with pytest.raises(NotText):
        read_file(path)


def test_an_import_stops_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(paragraph("Een alinea.") * 500))
    answers = iter([False] * 3)
    with pytest.raises(ImportStopped):
        read_file(path, cancelled=lambda: next(answers, True))


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.iterdir()))
def test_nothing_asks_the_network(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_args: object, **_keywords: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", forbidden)
    monkeypatch.setattr(socket, "create_connection", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    assert read_file(FILES / name).text.body


# what is hostile or damaged


@pytest.mark.parametrize(
    "hostile",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY x "' + "y" * 99 + '"><!ENTITY z "' + "&x;" * 99 + '">]><a>&z;</a>',
        "<a><b></a>",
        "<a>&onbekend;</a>",
        "geen xml",
        "<a>" * 400 + "</a>" * 400,
    ],
)
def test_hostile_and_broken_xml_is_refused(hostile: str) -> None:
    with pytest.raises(FileDamaged):
        parse(hostile, "file")


def test_a_document_type_elsewhere_is_never_fetched_and_its_characters_are_known() -> None:
    root = parse('<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a>caf&eacute; &amp; thee</a>', "file")
    assert root.text == "café & thee"


def test_an_archive_that_grows_beyond_measure_is_refused() -> None:
    bomb = zipped({"word/document.xml": b"<a>" + b" " * 9_000_000 + b"</a>"})
    with opened(bomb, "file", "DOCX") as archive, pytest.raises(FileDamaged):
        archive.read("word/document.xml")


@pytest.mark.parametrize("text", ["één", "cliënt – “aanhaling” €", "Zeeën"])
def test_characters_encoded_twice_are_repaired(text: str) -> None:
    twice = (f"{text} en nog één coördinator.").encode().decode("latin-1")
    assert repaired(twice)[0] == f"{text} en nog één coördinator."
    assert repaired(text) == (text, 0)


@given(st.text())
def test_a_text_is_only_repaired_where_it_shows_the_damage(words: str) -> None:
    assert repaired(words + " één, geïnformeerd, coördinatie, Zeeën, cliënten, reële, " * 9)[1] in (0,)


def test_the_encoding_a_file_declares_is_used() -> None:
    data = '<?xml version="1.0" encoding="iso-8859-15"?><a>één €</a>'.encode("iso-8859-15")
    assert decoded_xml(data) == ('<?xml version="1.0" encoding="iso-8859-15"?><a>één €</a>', "ISO-8859-15")
