"""Word files: what a reader sees once changes are accepted, with numbers, notes, tables and pages."""

from __future__ import annotations

import pytest

from reader.domain.errors import FileDamaged, FileNeedsPassword, NoText
from reader.importers.docx import Docx
from reader.importers.extracted import Extracted
from reader.questions.recognise import recognise_questions
from tests.importers.marked_up_files import (
    FILES,
    docx,
    extracted,
    headings,
    mutated,
    mutated_archive,
    notes,
    paragraph,
    rearranged_archive,
    shown,
    survives,
    zipped,
)

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/></w:style>'
    '<w:style w:styleId="Eigen"><w:name w:val="Eigen kop"/><w:basedOn w:val="Kop1"/></w:style>'
    '<w:style w:styleId="Plan"><w:name w:val="Plan"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="Inh"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:styleId="Kring"><w:name w:val="Kring"/><w:basedOn w:val="Kring"/></w:style>'
    '<w:style w:styleId="Weg"><w:name w:val="Weg"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="2">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Vraag %1"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def numbered(words: str, identity: int, depth: int = 0) -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{identity}"/></w:numPr>')


def styled(words: str, style: str) -> str:
    return paragraph(words, f'<w:pStyle w:val="{style}"/>')


def read(body: str, **parts: str) -> Extracted:
    return extracted(Docx(), docx(body, **parts))


def table(*rows: tuple[str, ...], properties: str = "") -> str:
    lines = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>" for cells in rows
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{lines}</w:tbl>"


def test_a_file_of_libreoffice_gives_its_structure() -> None:
    found = extracted(Docx(), (FILES / "verslag.docx").read_bytes())
    assert headings(found)[:4] == [
        (1, "1. Aanleiding"),
        (2, "1.1 Maatregelen"),
        (2, "1.2 Kosten"),
        (1, "2. Vragen en antwoorden"),
    ]
    assert shown(found, "list-item") == [
        "a) hogere dijken;",
        "b) bredere sloten:",
        "i. in het noorden;",
        "ii. in het zuiden;",
        "c) betere gemalen.",
        "• Een los punt zonder nummer.",
    ]
    assert notes(found) == [("1", "geïnformeerd", "1 Kamerstukken II 2023/24, 27625, nr. 661.")]
    assert {"Maatregel | 2024 | 2025", "Dijken | 12 | 14", "Dit staat onder de tabel."} <= set(shown(found))
    assert found.structure.facts["title"] == "Verslag over het waterbeheer in de polder"
    assert found.warnings == (
        "1 comment was left out.",
        "1 hidden passage was left out.",
        "1 tracked change was taken as accepted.",
    )
    exchange = recognise_questions(found.structure, found.body)
    assert [answer.numbers for answer in exchange.answers] == [(1,), (2, 3)]


def test_a_letter_of_a_ministry_gives_its_facts_and_pairs() -> None:
    letterhead = table(("Directoraat",), ("Projectnaam",), ("Het project",), properties='<w:tblpPr w:tblpX="9"/>')
    found = read(
        letterhead
        + table(
            ("Datum", "16 mei 2024"), ("Onderwerp", "Beantwoording Kamervragen van het lid Voorbeeld (P) over dijken")
        )
        + paragraph("Vraag 1", run="<w:b/>")
        + paragraph("Zijn de dijken hoog genoeg?")
        + paragraph("Antwoord op vraag 1", run="<w:b/>")
        + paragraph("Ja.")
        + paragraph("Vraag 2")
        + paragraph("Waarom?")
        + paragraph("Antwoord op vraag 2")
        + paragraph("Daarom.")
    )
    facts = found.structure.facts
    assert (facts["kind"], facts["date"]) == ("kamervragen", "2024-05-16")
    assert facts["title"] == "Beantwoording Kamervragen van het lid Voorbeeld (P) over dijken"
    assert [words for _, words in headings(found)] == [
        "Vraag 1",
        "Antwoord op vraag 1",
        "Vraag 2",
        "Antwoord op vraag 2",
    ]


def test_headings_are_told_by_style_and_outline_level() -> None:
    body = styled("Een", "Kop1") + styled("Twee", "Eigen") + styled("Drie", "Plan") + paragraph("Een zin hier.")
    body += paragraph("Vier", '<w:outlineLvl w:val="0"/>') + paragraph("Tekst", '<w:outlineLvl w:val="9"/>')
    found = read(body + styled("Rond", "Kring"), styles=STYLES)
    assert headings(found) == [(1, "Een"), (1, "Twee"), (2, "Drie"), (1, "Vier")]


def test_short_bold_paragraphs_are_headings_in_a_file_without_styles_for_them() -> None:
    sentence = paragraph("Dit is een alinea met een hele zin, die niet vet is.")
    body = (paragraph("Aanleiding", run="<w:b/>") + sentence + paragraph("Los woord") + sentence) * 2
    assert [words for _, words in headings(read(body))] == ["Aanleiding", "Aanleiding"]
    long = "In dit stuk is alles vet, ook een regel die zo lang is dat hij in gewone tekst nooit voor een kop doorgaat"
    mostly = read(paragraph(long, run="<w:b/>") * 3 + paragraph("Een zin.", run='<w:b w:val="0"/>'))
    assert headings(mostly) == []


def test_lists_are_numbered_as_word_shows_them() -> None:
    body = numbered("een", 1) + numbered("sub", 1, 1) + numbered("sub", 1, 1) + numbered("twee", 1)
    body += numbered("sub", 1, 1) + numbered("punt", 2) + numbered("vijf", 4) + numbered("zes", 4) + numbered("geen", 9)
    assert shown(read(body, numbering=NUMBERING)) == [
        "1. een",
        "1.a) sub",
        "1.b) sub",
        "2. twee",
        "2.a) sub",
        "• punt",
        "5. vijf",
        "6. zes",
        "geen",
    ]


def test_a_label_that_word_makes_is_a_question() -> None:
    body = numbered("", 3) + paragraph("Wat is dit?") + paragraph("Antwoord 1") + paragraph("Dit.")
    body += numbered("", 3) + paragraph("En dat?") + paragraph("Antwoord 2") + paragraph("Dat.")
    found = read(body, numbering=NUMBERING)
    exchange = recognise_questions(found.structure, found.body)
    assert [question.label for question in exchange.questions] == ["Vraag 1", "Vraag 2"]


def test_tracked_changes_are_taken_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>De </w:t></w:r><w:del><w:r><w:delText>oude </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>nieuwe </w:t></w:r></w:ins><w:r><w:t>tekst.</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Deze zin </w:t></w:r></w:p>"
    )
    found = read(body + paragraph("loopt door."))
    assert shown(found) == ["De nieuwe tekst.", "Deze zin loopt door."]
    assert found.warnings == ("2 tracked changes were taken as accepted.",)


def test_a_field_shows_its_result_and_a_paragraph_its_signs() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText><w:t>niet</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>5 mei</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    signs = (
        "<w:r><w:t>EU</w:t><w:noBreakHyphen/><w:t>regels</w:t><w:softHyphen/><w:tab/><w:t>a</w:t><w:br/><w:t>B.</w:t>"
    )
    assert shown(read(f"<w:p>{field}{signs}</w:r></w:p>")) == ["5 meiEU-regels a", "B."]


def test_notes_are_counted_and_stand_below_their_paragraph() -> None:
    def reference(sort: str, identity: int) -> str:
        return f'<w:r><w:{sort}Reference w:id="{identity}"/></w:r>'

    body = f"<w:p><w:r><w:t>Een</w:t></w:r>{reference('footnote', 7)}<w:r><w:t> en twee</w:t></w:r>"
    body += f"{reference('endnote', 3)}{reference('footnote', 9)}</w:p>"
    note = '<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> Voet.</w:t></w:r></w:p></w:footnote>'
    rule = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>lijn</w:t></w:r></w:p></w:footnote>'
    end = '<w:endnote w:id="3"><w:p><w:r><w:t>Eind.</w:t></w:r></w:p></w:endnote>'
    found = read(body, footnotes=rule + note, endnotes=end)
    assert found.body == "Een1 en twee[i]2\n\n1 Voet.\n\ni Eind."
    assert notes(found) == [("1", "Een", "1 Voet."), ("i", "twee[", "i Eind."), ("2", "twee[i]", None)]
    assert found.warnings == ("The text of 1 note is missing in the file.",)


def test_pages_are_those_of_the_last_print() -> None:
    body = paragraph("Een.") + "<w:p><w:r><w:t>Twee </w:t><w:lastRenderedPageBreak/><w:t>drie.</w:t></w:r></w:p>"
    found = read(body)
    assert [found.body[page.start : page.end] for page in found.structure.pages] == ["Een.\n\nTwee ", "drie."]
    hard = '<w:p><w:r><w:t>Een</w:t><w:br w:type="page"/><w:t>twee</w:t></w:r></w:p>'
    assert read(hard).structure.pages == ()


def test_tables_of_facts_are_rows_and_others_running_text() -> None:
    facts = table(("Jaar", "Kosten"), ("2024", "12"), ("", ""))
    long = "Een lange zin die in een cel staat. " * 15
    layout = table((long, long))
    found = read(facts + layout + table(("Alleen",)))
    assert shown(found) == ["Jaar | Kosten", "2024 | 12", long.strip(), long.strip(), "Alleen"]


@pytest.mark.parametrize("numbered_apart", [True, False])
def test_questions_and_answers_in_a_table_are_pairs(numbered_apart: bool) -> None:
    questions = ["Waarom is de dijk niet hoger gemaakt?", "Hoeveel kost het project tot nu toe?"]
    answers = ["Omdat dat niet nodig was.", "Tot nu toe 12 miljoen euro."]
    rows = [
        (str(number), question, answer) if numbered_apart else (f"{number}. {question}", answer)
        for number, (question, answer) in enumerate(zip(questions, answers, strict=True), 1)
    ]
    head = ("Nr.", "Vraag", "Antwoord") if numbered_apart else ("Vraag", "Antwoord")
    found = read(paragraph("Lijst van vragen en antwoorden van de minister") + table(head, *rows))
    exchange = recognise_questions(found.structure, found.body)
    assert [one.numbers for one in exchange.questions] == [(1,), (2,)]
    assert [one.numbers for one in exchange.answers] == [(1,), (2,)]
    years = read(table(("Jaar", "Klaar?"), ("2024?", "12"), ("2025?", "13")))
    assert shown(years)[0] == "Jaar | Klaar?"


def test_text_boxes_links_and_controls_are_read_and_images_said() -> None:
    words = "<w:txbxContent><w:p><w:r><w:t>Kader</w:t></w:r></w:p></w:txbxContent>"
    box = f"<w:r><w:pict><v:textbox xmlns:v='v'>{words}</v:textbox></w:pict></w:r>"
    image = "<w:r><w:drawing><pic:pic xmlns:pic='p'/></w:drawing></w:r>"
    link = '<w:hyperlink r:id="l1"><w:r><w:t>eerdere brief</w:t></w:r></w:hyperlink>'
    control = "<w:sdt><w:sdtContent><w:r><w:t> in een veld</w:t></w:r></w:sdtContent></w:sdt>"
    address = (
        '<Relationship Id="l1" Type="x/hyperlink" Target="https://example.org/kst-19637-2.html" TargetMode="External"/>'
    )
    found = read(f"<w:p><w:r><w:t>Zie de </w:t></w:r>{link}{control}{box}{image}</w:p>", links=address)
    assert shown(found) == ["Zie de eerdere brief in een veld", "Kader"]
    assert [(one.id, one.text) for one in found.structure.references] == [("kst-19637-2", "eerdere brief")]
    assert found.warnings == ("1 image was left out.",)


def test_what_is_hidden_or_a_table_of_contents_is_not_shown() -> None:
    found = read(
        paragraph("Zichtbaar.")
        + paragraph("Verborgen", run="<w:vanish/>")
        + styled("Weg", "Weg")
        + styled("Een 3", "Inh"),
        styles=STYLES,
    )
    assert found.body == "Zichtbaar.\n\nEen 3"
    assert shown(found, "page-furniture") == ["Een 3"]
    assert found.warnings == ("2 hidden passages were left out.",)


def test_damage_passwords_and_bombs_are_said() -> None:
    with pytest.raises(NoText):
        read(paragraph(""))
    with pytest.raises(FileDamaged):
        extracted(Docx(), docx(paragraph("x"))[:-30])
    with pytest.raises(FileDamaged):
        extracted(Docx(), zipped({"word/document.xml": "<w:document"}))
    with pytest.raises(FileDamaged):
        extracted(Docx(), zipped({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}))
    with pytest.raises(FileDamaged):  # few bytes that grow into many
        extracted(Docx(), zipped({"word/document.xml": "<a>" + " " * 9_000_000 + "</a>"}))
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert Docx().accepts(locked)
    with pytest.raises(FileNeedsPassword):
        extracted(Docx(), locked)


def test_changed_files_are_read_or_refused() -> None:
    data = (FILES / "verslag.docx").read_bytes()
    survives(Docx(), data, mutated_archive, 150)
    assert survives(Docx(), data, rearranged_archive, 150) > 100


def test_every_text_box_in_two_forms_is_read_once() -> None:
    """The form for old programs stands beside the one for new ones; elements come and go while they are compared."""

    def box(number: int) -> str:
        words = f"<w:txbxContent><w:p><w:r><w:t>Kader {number}</w:t></w:r></w:p></w:txbxContent>"
        forms = f"<m:Choice><w:drawing><a:b>{words}</a:b></w:drawing></m:Choice><m:Fallback>{words}</m:Fallback>"
        return f"<w:p><w:r><m:AlternateContent xmlns:m='m' xmlns:a='a'>{forms}</m:AlternateContent></w:r></w:p>"

    assert shown(read("".join(map(box, range(40))))) == [f"Kader {number}" for number in range(40)]


FLAT = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
    '<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Een alinea.'
    "</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part>"
    '<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part></pkg:package>'
)


def test_a_file_that_is_one_xml_document_is_read() -> None:
    assert extracted(Docx(), FLAT).body == "Een alinea."
    survives(Docx(), FLAT.encode(), mutated, 100)


def test_a_file_inserted_in_another_is_said_to_be_left_out() -> None:
    assert read(paragraph("Een alinea.") + '<w:altChunk r:id="a"/>').warnings == ("1 inserted file was left out.",)
