"""REFI-QDA projects and codebooks of other programs, with the peculiarities they are known for."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.domain.errors import FileDamaged, FileEmpty, FileTooLarge, ImportStopped, NotExchange, ReaderError
from reader.domain.model import Span
from reader.importers.exchange.base import is_exchange, read_exchange, read_exchange_data
from reader.importers.exchange.exchanged import Exchanged, Item
from reader.importers.plain_text import PlainText
from tests.importers.exchange.files import archive, project, stored
from tests.in_memory import InMemoryProject, paper

BODY = "Geachte voorzitter, de opvang gaat dicht.\nTot ziens.\n"


def read_cases() -> Exchanged:
    return read_exchange_data(
        archive(
            {
                "Project.QDE": stored("cases.qde"),
                "Sources/BRIEF.txt": BODY.encode(),
                "Sources/memo.txt": b"Uit een bestand",
            }
        ),
        "onderzoek.qdpx",
    )


def details(exchanged: Exchanged, kind: str) -> dict[str, str]:
    return {item.name: item.detail for item in exchanged.items if item.kind == kind}


def test_labels_keep_their_tree_definition_and_colour_and_get_one_where_they_have_none() -> None:
    tags = read_cases().collection.tags
    parents = {tag.uid: tag.name for tag in tags}
    assert [(tag.name, parents.get(tag.parent_uid or ""), tag.description) for tag in tags] == [
        ("Opvang", None, ""),
        ("één kind", "Opvang", ""),
        ("Één kind (2)", "Opvang", ""),
        ("Geld", None, "Wat het kost\n\nZie ook de begroting"),
    ]
    assert tags[3].hue == 6
    assert len({(tag.hue, tag.pattern) for tag in tags}) == 4
    assert tags[0].uid == "cccccccc-0000-4000-8000-000000000001"


def test_a_source_becomes_a_paper_with_recognised_structure_and_the_facts_of_its_case() -> None:
    collection = read_cases().collection
    (document,) = collection.documents
    assert (document.title, document.source_name, document.date) == ("Brief", "Brief.txt", "2018-04-25")
    assert document.dossiers == ("19637", "30573", "21501-02")
    assert document.senders == ("Minister van Migratie", "Staatssecretaris van Justitie")
    text = collection.text(document.text_uid)
    assert (text.body, text.document_uid, text.importer) == (BODY, document.uid, PlainText().name)
    assert text.structure == PlainText().extract(BODY.encode(), "x", lambda _: None).structure.to_bytes()


def test_passages_on_the_same_words_are_one_with_all_their_labels() -> None:
    collection = read_cases().collection
    first = collection.highlights[0]
    assert (first.quote, first.author, first.created_at) == (
        "Geachte voorzitter",
        "Bo de Wit",
        "2024-03-02T10:00:00.123Z",
    )
    names = {tag.uid: tag.name for tag in collection.tags}
    assert [names[one.tag_uid] for one in collection.taggings if one.highlight_uid == first.uid] == [
        "Opvang",
        "één kind",
    ]
    assert len({one.span for one in collection.highlights}) == len(collection.highlights)


def test_notes_are_read_from_description_reference_file_and_link() -> None:
    highlights = read_cases().collection.highlights
    assert highlights[0].note == "Uit een bestand\n\nDoor een koppeling"
    assert [one.note for one in highlights if one.quote == "opvang"] == ["Alleen een opmerking"]


def test_a_link_between_passages_is_read_and_one_between_labels_left_out() -> None:
    read = read_cases()
    (link,) = read.collection.links
    (kind,) = read.collection.link_kinds
    assert (link.kind_uid, kind.name, kind.builtin) == (kind.uid, "illustreert", False)
    assert link.source_uid == read.collection.highlights[0].uid  # the passage that the other one became
    assert details(read, "link") == {"hoort bij": "It does not go from a passage to a passage."}


def test_what_cannot_be_read_is_said_of_each_and_the_rest_is_read() -> None:
    read = read_cases()
    assert [(item.name, item.outcome, item.detail) for item in read.items if item.kind == "document"] == [
        ("Buiten", "left out", "Its file is outside the project and was not opened."),
        ("Omhoog", "left out", "Its file is outside the project and was not opened."),
        ("Kwijt", "left out", "Its text is not in the file."),
        ("Foto", "left out", "Pictures, sound and video are not read."),
        ("Brief", "read", ""),
        ("Brief.txt", "left out", "A label on a whole document is not read."),
    ]
    assert details(read, "variable") == {"Leeftijd": "Only what a paper has by itself is read of the variables."}
    assert details(read, "set") == {"Mijn groep": "Only groups of documents that are named after a dossier are read."}
    assert details(read, "highlight") == {
        "weg": "It lies outside the text.",
        "ervoor": "It lies outside the text.",
        "om": "It ends before it begins.",
        "geen": "Its positions are no numbers.",
        "voorzitter": "It had no length; the word at its place was taken.",
        "gaat dicht. Tot ziens.": "It reached outside the text; the rest was taken.",
    }
    assert details(read, "file") == {"Graphs": "Drawings of networks are not read."}


def test_a_pdf_is_read_by_the_text_that_stands_for_it_and_by_the_words_of_its_passages() -> None:
    read = read_exchange_data(archive({"project.qde": stored("pages.qde")}), "p.qdpx")
    (document,) = read.collection.documents
    assert document.title == "Brief"
    assert {one.quote for one in read.collection.highlights} == {
        "centra", "worden niet ge-\nsloten zolang dat nodig is",
    }  # fmt: skip
    assert len(read.collection.taggings) == 2
    assert list(details(read, "highlight").values()) == ["Its place in the text could not be found."]


def test_a_paper_of_the_project_is_known_by_its_text() -> None:
    document, text = paper(BODY, "Brief aan de Kamer")
    held = InMemoryProject([document, text])
    read = read_exchange_data(
        archive({"p.qde": stored("cases.qde"), "sources/brief.txt": BODY.encode()}), "p.qdpx", held
    )
    assert read.collection.documents == (document,)
    (version,) = read.collection.texts
    assert (version.uid, version.document_uid, version.sha256) == (text.uid, document.uid, text.sha256)
    assert {one.text_uid for one in read.collection.highlights} == {text.uid}
    assert (
        Item("document", document.title, "read", "It is in the project already; its passages are added to it.")
        in read.items
    )


def test_two_sources_with_one_text_are_one_paper_when_the_project_has_it() -> None:
    held = InMemoryProject(paper("Goed.\n", "Brief"))
    qde = sources(*(source(number, "a", "", "<PlainTextContent>Goed.\n</PlainTextContent>") for number in (1, 2)))
    assert len(read_exchange_data(qde, "p.qde", held).collection.documents) == 1
    apart = read_exchange_data(qde, "p.qde").collection
    assert len({one.text_uid for one in apart.documents}) == 2


def test_a_note_in_a_damaged_file_does_not_stop_the_rest() -> None:
    files = {
        "p.qde": stored("cases.qde"),
        "sources/brief.txt": BODY.encode(),
        "sources/memo.txt": b"\x89PNG\x00\x01\x02\x03",
    }
    read = read_exchange_data(archive(files), "p.qdpx")
    assert [item.outcome for item in read.items if item.kind == "note"] == ["left out"]
    assert read.collection.highlights


def test_a_codebook_is_read() -> None:
    read = read_exchange_data(stored("flat.qdc"), "flat.qdc")
    assert [(tag.name, tag.hue, tag.description) for tag in read.collection.tags] == [
        ("opvang", 6, ""), ("te veel spaties", 1, "Iets"), ("Opvang (2)", 2, ""),
    ]  # fmt: skip
    assert [item.outcome for item in read.items] == ["read", "read", "repaired", "left out"]
    again = read_exchange_data(stored("flat.qdc"), "flat.qdc")
    assert [tag.uid for tag in again.collection.tags] == [tag.uid for tag in read.collection.tags]


def test_a_project_file_by_itself_gives_its_labels_and_says_that_texts_are_missing() -> None:
    read = read_exchange_data(stored("cases.qde"), "cases.qde")
    assert len(read.collection.tags) == 4
    assert not read.collection.documents
    assert "Its text is not in the file." in details(read, "document").values()


def sources(*elements: str) -> bytes:
    """A project file with these sources."""
    return (
        f'<Project xmlns="urn:QDA-XML:project:1.0" name="p"><Sources>{"".join(elements)}</Sources></Project>'.encode()
    )


def source(number: int, name: str, attributes: str = "", inner: str = "") -> str:
    return f'<TextSource guid="bbbbbbbb-0000-4000-8000-{number:012d}" name="{name}" {attributes}>{inner}</TextSource>'


def test_an_empty_text_and_a_word_file_without_text_do_not_stop_the_rest() -> None:
    qde = sources(
        source(1, "leeg", "", "<PlainTextContent> </PlainTextContent>"),
        source(2, "w", 'richTextPath="internal://w.docx"'),
        source(3, "goed", "", "<PlainTextContent>Goed.</PlainTextContent>"),
    )
    read = read_exchange_data(archive({"project.qde": qde, "sources/w.docx": b"PK\x03\x04kapot"}), "p.qdpx")
    assert [document.title for document in read.collection.documents] == ["goed"]
    assert [item.outcome for item in read.items] == ["left out", "left out", "read"]


def test_a_word_file_without_plain_text_is_read_as_a_paper() -> None:
    qde = sources(source(2, "verslag.docx", 'richTextPath="internal://w.docx"'))
    word = (Path(__file__).parents[2] / "files" / "marked_up" / "verslag.docx").read_bytes()
    read = read_exchange_data(archive({"project.qde": qde, "sources/w.docx": word}), "p.qdpx")
    (document,) = read.collection.documents
    text = read.collection.text(document.text_uid)
    assert (document.uid, text.document_uid) == ("bbbbbbbb-0000-4000-8000-000000000002", document.uid)
    assert text.original == word


BOMB = '<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", FileEmpty),
        (b"PK\x03\x04 cut off", FileDamaged),
        (archive({"brief.txt": b"x"}), NotExchange),
        (archive({"project.qde": b"<Project"}), FileDamaged),
        (archive({"project.qde": b"<html/>"}), NotExchange),
        (archive({"project.qde": f"{BOMB}<Project name='&b;'/>".encode()}), FileDamaged),
        (archive({"project.qde": b"<Project>" + b" " * 70_000_000 + b"</Project>"}), FileTooLarge),
        (archive({"project.qde": b"<a>" * 5000 + b"</a>" * 5000}), FileDamaged),
        (b'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>', FileDamaged),
        (b"<html><p>een pagina</p></html>", NotExchange),
        (b"\x89PNG\r\n\x1a\n\x00\x00", NotExchange),
        (b"zomaar wat tekst\nzonder tabel\n", NotExchange),
        (b"{", FileDamaged),
        (b'{"a": 1}', NotExchange),
        (b"[" * 200_000, FileDamaged),
    ],
)
def test_what_cannot_be_read_at_all_is_said_clearly(data: bytes, error: type[ReaderError]) -> None:
    with pytest.raises(error):
        read_exchange_data(data, "bestand")


def test_a_source_that_unpacks_without_end_is_left_out() -> None:
    read = read_exchange_data(project(b"a" * 61_000_000, (0, 1)), "p.qdpx")
    assert [item.outcome for item in read.items] == ["left out"]
    assert "limit" in read.items[0].detail


def test_all_sources_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.importers.exchange.refi_files.MOST_BYTES", 1000)
    read = read_exchange_data(project(b"a b " * 300, (0, 1)), "p.qdpx")
    assert [item.outcome for item in read.items] == ["left out"]


def test_nothing_is_written_and_no_network_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("socket.socket", None)
    data = archive(
        {
            "project.qde": stored("cases.qde"),
            "../../uit.txt": b"x",
            "/tmp/uit.txt": b"x",
            "sources/brief.txt": BODY.encode(),
        }
    )
    assert read_exchange_data(data, "p.qdpx").collection.documents
    assert not list(tmp_path.iterdir())


def test_a_file_on_disk_is_read_with_progress_and_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "p.qdpx"
    path.write_bytes(project(BODY.encode(), (0, 7)))
    shares: list[float] = []
    assert read_exchange(path, progress=shares.append).collection.highlights[0].span == Span(0, 7)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    with pytest.raises(ImportStopped):
        read_exchange(path, cancelled=lambda: True)


def test_files_of_other_programs_are_told_from_papers() -> None:
    assert all(
        map(is_exchange, (project(BODY, (0, 1)), stored("flat.qdc"), stored("cases.qde"), stored("annotations.jsonld")))
    )
    assert is_exchange(b"naam;kleur\nopvang;rood\n")
    word = (Path(__file__).parents[2] / "files" / "marked_up" / "verslag.docx").read_bytes()
    for data in (b"", BODY.encode(), word, b"%PDF-1.4", b"name\nopvang\n", b'{"a": 1}', b"<html/>", b"PK\x03\x04"):
        assert not is_exchange(data)


def test_memos_on_nothing_or_on_a_whole_document_and_passages_of_a_case_are_told() -> None:
    qde = (
        '<Project xmlns="urn:QDA-XML:project:1.0" name="p"><Cases><Case name="Persoon 1"><SelectionRef'
        ' targetGUID="99999999-0000-4000-8000-000000000000"/></Case></Cases><Sources>'
        + source(1, "bron", "", "<Description>Wie dit schreef</Description><PlainTextContent>Goed.</PlainTextContent>")
        + '</Sources><Notes><Note guid="cccccccc-0000-4000-8000-000000000001" name="Los memo"><PlainTextContent>Denk na'
        "</PlainTextContent></Note></Notes></Project>"
    )
    told = [(item.kind, item.name) for item in read_exchange_data(qde.encode(), "p.qde").items if item.detail]
    assert told == [("set", "Persoon 1"), ("note", "bron"), ("note", "Los memo")]


def test_codes_a_thousand_deep_come_in_no_deeper_than_a_hundred() -> None:
    opening = "".join(f'<Code guid="dddddddd-0000-4000-8000-{number:012d}" name="c{number}">' for number in range(1000))
    book = f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{opening}{"</Code>" * 1000}</Codes></CodeBook>'
    read = read_exchange_data(book.encode(), "c.qdc")
    depths: dict[str | None, int] = {None: 0}
    for tag in read.collection.tags:
        depths[tag.uid] = depths[tag.parent_uid] + 1
    assert (len(depths), max(depths.values())) == (1001, 100)
    told = [item for item in read.items if item.detail.startswith("It stood under more than 100 other labels")]
    assert len(told) == 900


@pytest.mark.parametrize("of_pdf", [False, True])
def test_reading_passages_can_be_stopped(of_pdf: bool) -> None:
    """However many passages one paper has: each look at the progress may stop the work."""
    words = " ".join(f"woord{number}" for number in range(2000))
    if of_pdf:
        selections = "".join(
            f'<PDFSelection page="0"><Representation><PlainTextContent>woord{number} woord{number + 1}'
            "</PlainTextContent></Representation></PDFSelection>"
            for number in range(1000)
        )
        qde = (
            '<PDFSource guid="bbbbbbbb-0000-4000-8000-000000000001" name="p">'
            f"{selections}<Representation><PlainTextContent>{words}</PlainTextContent></Representation></PDFSource>"
        )
    else:
        selections = "".join(
            f'<PlainTextSelection startPosition="{number}" endPosition="{number + 5}"/>' for number in range(1000)
        )
        qde = source(1, "p", "", f"<PlainTextContent>{words}</PlainTextContent>{selections}")
    shares: list[float] = []
    read = read_exchange_data(sources(qde), "p.qde", progress=shares.append)
    assert len(read.collection.highlights) == 1000
    assert len([share for share in shares if share == 1.0]) >= 10
