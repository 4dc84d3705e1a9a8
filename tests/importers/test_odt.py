"""OpenDocument texts: what a reader sees once changes are accepted, with numbers, notes, tables and pages."""

from __future__ import annotations

import pytest

from reader.domain.errors import FileDamaged, FileNeedsPassword, NoText
from reader.importers.extracted import Extracted
from reader.importers.odt import Odt
from reader.questions.recognise import recognise_questions
from tests.importers.marked_up_files import (
    FILES,
    extracted,
    headings,
    mutated,
    mutated_archive,
    notes,
    rearranged_archive,
    shown,
    survives,
    zipped,
)

SPACES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "style", "table", "draw")
    )
    + ' xmlns:fo="fo" xmlns:xlink="xlink" xmlns:dc="dc"'
)
LISTS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="." text:start-value="3"/></text:list-style>'
    '<text:list-style style:name="V"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-prefix="Vraag "/></text:list-style>'
)


def file(body: str, styles: str = "", meta: str = "", manifest: str = "") -> bytes:
    content = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}"
    content += "</office:text></office:body>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {SPACES}>{content}</office:document-content>",
            "meta.xml": f"<office:document-meta {SPACES}><office:meta>{meta}</office:meta></office:document-meta>",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )


def read(body: str, styles: str = "", meta: str = "") -> Extracted:
    return extracted(Odt(), file(body, styles, meta))


def items(style: str, *words: str, attributes: str = "") -> str:
    lines = "".join(f"<text:list-item><text:p>{word}</text:p></text:list-item>" for word in words)
    return f'<text:list text:style-name="{style}" {attributes}>{lines}</text:list>'


def test_a_file_of_libreoffice_gives_the_same_as_its_word_form() -> None:
    found = extracted(Odt(), (FILES / "verslag.odt").read_bytes())
    assert headings(found)[:4] == [
        (1, "1. Aanleiding"),
        (2, "1.1 Maatregelen"),
        (2, "1.2 Kosten"),
        (1, "2. Vragen en antwoorden"),
    ]
    assert shown(found, "list-item")[1:5] == [
        "b) bredere sloten:",
        "i. in het noorden;",
        "ii. in het zuiden;",
        "c) betere gemalen.",
    ]
    assert notes(found) == [("1", "geïnformeerd", "1 Kamerstukken II 2023/24, 27625, nr. 661.")]
    assert "geschrapte" not in found.body
    assert "verborgen" not in found.body
    assert len(found.warnings) == 3
    exchange = recognise_questions(found.structure, found.body)
    assert [answer.numbers for answer in exchange.answers] == [(1,), (2, 3)]


def test_lists_go_on_where_the_file_says_so() -> None:
    body = items("L", "drie", "vier") + "<text:p>Tussenzin.</text:p>"
    body += items("L", "vijf", attributes='text:continue-numbering="true"') + items("L", "weer drie")
    assert shown(read(body, LISTS), "list-item") == ["3. drie", "4. vier", "5. vijf", "3. weer drie"]


def test_a_label_of_a_list_is_a_question() -> None:
    found = read(
        items("V", "Klopt dit bericht?")
        + "<text:p>Antwoord 1</text:p><text:p>Ja.</text:p>"
        + items("V", "En nu?", attributes='text:continue-numbering="true"')
        + "<text:p>Antwoord 2</text:p><text:p>Nee.</text:p>",
        LISTS,
    )
    exchange = recognise_questions(found.structure, found.body)
    assert [question.numbers for question in exchange.questions] == [(1,), (2,)]


def test_spaces_breaks_links_and_pages() -> None:
    link = '<text:a xlink:href="https://example.org/kst-19637-2.html">die brief</text:a>'
    found = read(
        f'<text:p>Een<text:s text:c="3"/>twee<text:tab/>drie<text:line-break/>Zie {link}'
        "<text:soft-page-break/> verder.</text:p><text:soft-page-break/><text:p>Slot.</text:p>"
    )
    assert shown(found) == ["Een twee drie", "Zie die brief verder.", "Slot."]
    assert [one.id for one in found.structure.references] == ["kst-19637-2"]
    assert [page.index for page in found.structure.pages] == [1, 2, 3]


def test_bold_paragraphs_are_headings_without_others_and_titles_always() -> None:
    styles = (
        '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="T" style:parent-style-name="Title"/>'
    )
    sentence = "<text:p>Een alinea met een hele zin die niet vet is.</text:p>"
    bold = '<text:p><text:span text:style-name="B">Aanleiding</text:span></text:p>'
    assert headings(read((bold + sentence * 3) * 2, styles)) == [(1, "Aanleiding"), (1, "Aanleiding")]
    titled = read(f'<text:p text:style-name="T">De titel</text:p>{bold}{sentence}', styles)
    assert headings(titled) == [(1, "De titel")]


def test_tables_frames_and_what_is_left_out() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    body = f"<table:table><table:table-row>{cell.format('Jaar')}{cell.format('Kosten')}</table:table-row></table:table>"
    body += "<text:p>Zin.<draw:frame><draw:text-box><text:p>Kader</text:p></draw:text-box></draw:frame>"
    body += "<draw:frame><draw:image/></draw:frame><office:annotation><text:p>Nee</text:p></office:annotation></text:p>"
    body += '<text:section text:display="none"><text:p>Weg</text:p></text:section>'
    body += "<text:table-of-content><text:index-body><text:p>Een 3</text:p></text:index-body></text:table-of-content>"
    found = read(body, meta="<dc:title>Verslag van het overleg</dc:title>")
    assert shown(found) == ["Jaar | Kosten", "Zin.", "Kader", "Een 3"]
    assert shown(found, "page-furniture") == ["Een 3"]
    assert found.structure.facts["title"] == "Verslag van het overleg"
    assert found.warnings == ("1 image was left out.", "1 comment was left out.", "1 hidden passage was left out.")


def test_damage_and_passwords_are_said() -> None:
    with pytest.raises(NoText):
        read("<text:p/>")
    with pytest.raises(FileNeedsPassword):
        extracted(Odt(), file("<text:p>x</text:p>", manifest="<encryption-data/>"))
    with pytest.raises(FileDamaged):
        extracted(Odt(), zipped({"mimetype": "application/vnd.oasis.opendocument.text"}))
    with pytest.raises(FileDamaged):
        extracted(Odt(), file("<text:p>"))


def test_changed_files_are_read_or_refused() -> None:
    data = (FILES / "verslag.odt").read_bytes()
    survives(Odt(), data, mutated_archive, 150)
    assert survives(Odt(), data, rearranged_archive, 150) > 100


def test_a_cell_that_reaches_down_keeps_its_room_in_the_rows_below() -> None:
    cell, covered = "<table:table-cell{0}><text:p>{1}</text:p></table:table-cell>", "<table:covered-table-cell/>"
    rows = (
        cell.format(' table:number-rows-spanned="2"', "Gebied")
        + cell.format(' table:number-columns-spanned="2"', "Jaar"),
        covered + cell.format("", "2023") + cell.format("", "2024"),
        cell.format("", "Rijn") + cell.format("", "12") + cell.format("", "15"),
    )
    lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    assert shown(read(f"<table:table>{lines}</table:table>")) == ["Gebied | Jaar", "| 2023 | 2024", "Rijn | 12 | 15"]


def test_notes_that_the_writing_program_did_not_count_are_counted() -> None:
    note = (
        '<text:note text:note-class="{0}note" text:id="{2}"><text:note-citation>0</text:note-citation>'
        "<text:note-body><text:p>{1}</text:p></text:note-body></text:note>"
    )
    found = read(
        f"<text:p>Een{note.format('foot', 'Voet.', 'a')} twee{note.format('end', 'Eind.', 'b')}"
        f" drie{note.format('foot', 'Nog een.', 'c')}</text:p>"
    )
    assert [number for number, _, _ in notes(found)] == ["1", "i", "2"]


def test_a_file_that_is_one_xml_document_is_read() -> None:
    flat = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {SPACES} '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>Nota over de dijken'
        "</dc:title></office:meta><office:automatic-styles>"
        '<style:style style:name="T"><style:text-properties style:text-position="super 58%"/></style:style>'
        "</office:automatic-styles><office:body><office:text><text:h>Inleiding</text:h><text:p>Van 10"
        '<text:span text:style-name="T">3</text:span> m.</text:p></office:text></office:body></office:document>'
    )
    found = extracted(Odt(), flat)
    assert shown(found) == ["Inleiding", "Van 10³ m."]
    assert found.structure.facts["title"] == "Nota over de dijken"
    assert not Odt().accepts(flat.replace("opendocument.text", "opendocument.spreadsheet").encode())
    survives(Odt(), flat.encode(), mutated, 100)


def test_a_list_that_only_moves_its_paragraphs_gives_them_no_mark() -> None:
    styles = (
        '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char=" "/>'
        "</text:list-style>"
    )
    assert shown(read(items("B", "Een alinea bij het punt erboven."), styles)) == ["Een alinea bij het punt erboven."]
