"""Paragraphs of Word files: signs, marks of forms, links in fields, powers and formulas, frames and tracked rows."""

from __future__ import annotations

import pytest

from reader.importers.docx import Docx
from reader.importers.extracted import Extracted
from tests.importers.marked_up_files import docx, extracted, paragraph, shown

COUNTED = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/></w:lvl>'
    '</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def read(body: str, **parts: str) -> Extracted:
    return extracted(Docx(), docx(body, **parts))


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def field(instruction: str, result: str, begin: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{begin}</w:fldChar></w:r>'
        f'<w:r><w:instrText> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_raised_figure_does_not_lengthen_the_number_before_it() -> None:
    high = '<w:vertAlign w:val="superscript"/>'
    body = f"<w:p>{run('Van 10')}{run('3', high)}{run(' m')}{run('2', high)}{run(' in 2017')}{run('e', high)}.</w:p>"
    assert shown(read(body)) == ["Van 10³ m2 in 2017e"]


def test_an_item_that_was_taken_out_is_not_counted() -> None:
    gone = (
        f"<w:p><w:pPr>{ITEM}<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>"
    )
    found = read(paragraph("Een;", ITEM) + gone + paragraph("Twee.", ITEM), numbering=COUNTED)
    assert shown(found) == ["1. Een;", "2. Twee."]


def test_an_item_whose_end_was_taken_out_goes_on_under_one_number() -> None:
    first = f"<w:p><w:pPr>{ITEM}<w:rPr><w:del/></w:rPr></w:pPr>{run('Eerste deel')}</w:p>"
    found = read(first + paragraph(" en vervolg;", ITEM) + paragraph("Twee.", ITEM), numbering=COUNTED)
    assert shown(found) == ["1. Eerste deel en vervolg;", "2. Twee."]
    last = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Het slot')}</w:p>"
    assert shown(read(paragraph("Een zin.") + last)) == ["Een zin.", "Het slot"]


def test_a_hidden_item_is_not_counted() -> None:
    hidden = paragraph("weg", f"{ITEM}<w:rPr><w:vanish/></w:rPr>", "<w:vanish/>")
    found = read(paragraph("Een;", ITEM) + hidden + paragraph("Twee.", ITEM), numbering=COUNTED)
    assert shown(found) == ["1. Een;", "2. Twee."]


def test_a_field_that_makes_a_table_of_contents_makes_no_headings() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
    begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    lines = f"<w:p>{begin}{run('1 Inleiding 3')}</w:p>{paragraph('2 Doel 4')}{end}"
    found = read(
        lines + paragraph("1 Inleiding") + paragraph("Een alinea die volgt, en die lang genoeg is voor tekst.")
    )
    assert shown(found, "page-furniture") == ["1 Inleiding 3", "2 Doel 4"]
    assert shown(found, "heading") == ["1 Inleiding"]


def test_a_list_that_only_moves_its_paragraphs_gives_them_no_mark() -> None:
    moved = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    found = read(paragraph("Een;", ITEM) + paragraph("Nog bij het eerste punt.", moved), numbering=COUNTED)
    assert shown(found) == ["1. Een;", "Nog bij het eerste punt."]
    assert shown(found, "list-item") == ["1. Een;"]


def test_a_row_that_was_taken_out_of_a_table_is_not_read() -> None:
    def row(properties: str, *cells: str) -> str:
        return f"<w:tr>{properties}{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"

    gone = row("<w:trPr><w:del w:id='1'/></w:trPr>", "2017", "12")
    assert shown(read(f"<w:tbl>{row('', 'Jaar', 'Kosten')}{gone}{row('', '2018', '13')}</w:tbl>")) == [
        "Jaar | Kosten",
        "2018 | 13",
    ]


def test_a_link_in_a_field_leads_to_its_paper() -> None:
    link = field('HYPERLINK "https://example.org/kst-19637-2.html"', run("de eerdere brief"))
    found = read(f"<w:p>{run('Zie ')}{link}{run('.')}</w:p>")
    assert shown(found) == ["Zie de eerdere brief."]
    assert [(one.id, one.text) for one in found.structure.references] == [("kst-19637-2", "de eerdere brief")]


@pytest.mark.parametrize(
    ("states", "box"),
    [
        ("<w:default w:val='0'/>", "☐"),
        ("<w:default w:val='1'/>", "☒"),
        ("<w:default w:val='0'/><w:checked/>", "☒"),
        ("<w:default w:val='1'/><w:checked w:val='0'/>", "☐"),
    ],
)
def test_a_box_of_a_form_shows_whether_it_is_ticked(states: str, box: str) -> None:
    ticked = field("FORMCHECKBOX", "", f"<w:ffData><w:checkBox>{states}</w:checkBox></w:ffData>")
    assert shown(read(f"<w:p>{ticked}{run(' Openbaar')}</w:p>")) == [f"{box} Openbaar"]


def test_a_sign_in_two_forms_is_read() -> None:
    smile = (
        "<w:r><mc:AlternateContent xmlns:mc='mc'><mc:Choice Requires='w16se'><s:symEx xmlns:s='s' s:char='1F600'/>"
        "</mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert shown(read(f"<w:p>{run('Ja ')}{smile}</w:p>")) == ["Ja 😀"]


def test_a_diagram_is_said_to_be_left_out() -> None:
    diagram = "<w:r><w:drawing><d:relIds xmlns:d='d'/></w:drawing></w:r>"
    assert read(f"<w:p>{run('Zie het schema.')}{diagram}</w:p>").warnings == ("1 image was left out.",)


def test_a_frame_beside_the_text_holds_no_headings() -> None:
    frame = paragraph("Directie Migratie", '<w:framePr w:w="2000"/>', "<w:b/>")
    long = "Een alinea met genoeg woorden om er een te zijn, en die op een punt eindigt. "
    found = read(frame + paragraph(long * 2) + paragraph("Aanleiding", run="<w:b/>") + paragraph(long * 2))
    assert shown(found, "heading") == ["Aanleiding"]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    initial = paragraph("D", '<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert shown(read(initial + paragraph("e Minister antwoordt."))) == ["De Minister antwoordt."]


@pytest.mark.parametrize("mark", ["–", "a.", "iv.", "(b)", "•"])
def test_a_mark_typed_before_a_hanging_paragraph_makes_an_item(mark: str) -> None:
    typed = f"<w:p><w:pPr><w:ind w:hanging='360'/></w:pPr>{run(mark)}<w:r><w:tab/></w:r>{run('het punt')}</w:p>"
    found = read(paragraph("Een zin die hiervoor staat zonder punt") + typed)
    assert shown(found, "list-item") == [f"{mark} het punt"]


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("<m:f><m:num>{a}{p}{b}</m:num><m:den>{b}</m:den></m:f>", "(a+b)/b"),
        ("<m:sSup><m:e>{a}</m:e><m:sup>{b}</m:sup></m:sSup>", "a^b"),
        ("<m:sSub><m:e>{a}</m:e><m:sub>{a}{p}{b}</m:sub></m:sSub>", "a_(a+b)"),
        ("<m:rad><m:radPr/><m:deg/><m:e>{a}</m:e></m:rad>", "√a"),
        ("<m:d><m:e>{a}{p}{b}</m:e></m:d>{p}{a}", "(a+b)+a"),
        ("<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>{a}</m:sub><m:sup>{b}</m:sup><m:e>{a}</m:e></m:nary>",
         "∑_a^b a"),
    ],
)  # fmt: skip
def test_a_formula_is_a_line_of_text(formula: str, words: str) -> None:
    pieces = {name: f"<m:r><m:t>{sign}</m:t></m:r>" for name, sign in (("a", "a"), ("b", "b"), ("p", "+"))}
    found = read(f"<w:p><m:oMath xmlns:m='m'>{formula.format(**pieces)}</m:oMath>{run(' is het.')}</w:p>")
    assert shown(found) == [f"{words} is het."]


def test_a_formula_nested_without_end_is_read() -> None:
    deep = "<m:e>" * 100 + "<m:r><m:t>x</m:t></m:r>" + "</m:e>" * 100
    assert shown(read(f"<w:p><m:oMath xmlns:m='m'>{deep}</m:oMath>{run(' blijft.')}</w:p>")) == ["x blijft."]
