"""Notes of Word files have the numbers that Word shows: by their form, their section, or their author's own mark."""

from __future__ import annotations

from reader.importers.docx import Docx
from reader.importers.extracted import Extracted
from tests.importers.marked_up_files import docx, extracted, notes, paragraph


def marker(sort: str, identity: int, own: str = "") -> str:
    follows = ' w:customMarkFollows="1"' if own else ""
    return f'<w:r><w:{sort}Reference w:id="{identity}"{follows}/>{f"<w:t>{own}</w:t>" if own else ""}</w:r>'


def sentence(words: str, *markers: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r>{''.join(markers)}</w:p>"


def texts(sort: str, *words: str) -> str:
    return "".join(f'<w:{sort} w:id="{number}">{paragraph(text)}</w:{sort}>' for number, text in enumerate(words, 1))


def read(body: str, **parts: str) -> Extracted:
    return extracted(Docx(), docx(body, **parts))


def test_the_file_says_the_form_of_its_notes_and_a_section_may_say_another() -> None:
    settings = (
        '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr><w:footnotePr><w:numStart w:val="4"/></w:footnotePr>'
    )
    last = '<w:sectPr><w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr></w:sectPr>'
    body = sentence("Een", marker("endnote", 1), properties="<w:sectPr/>") + sentence("Twee", marker("footnote", 1))
    found = read(
        body + last, settings=settings, endnotes=texts("endnote", "Eind."), footnotes=texts("footnote", "Voet.")
    )
    assert [(number, text) for number, _, text in notes(found)] == [("1", "1 Eind."), ("§", "§ Voet.")]
    early = sentence("Een", marker("footnote", 1), properties="<w:sectPr/>")
    assert notes(read(early + last, settings=settings, footnotes=texts("footnote", "Voet.")))[0][0] == "4"


def test_notes_begin_anew_in_a_section_that_says_so() -> None:
    anew = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    body = sentence("Een", marker("footnote", 1)) + sentence("Twee", marker("footnote", 2), properties=anew)
    found = read(body + sentence("Drie", marker("footnote", 3)) + anew, footnotes=texts("footnote", "A.", "B.", "C."))
    assert [(number, text) for number, _, text in notes(found)] == [("1", "1 A."), ("2", "2 B."), ("1", "1 C.")]


def test_an_authors_own_mark_is_not_counted() -> None:
    body = sentence("Een", marker("footnote", 1, "*"), marker("footnote", 2))
    found = read(body, footnotes=texts("footnote", "* Sterretje.", "Gewoon."))
    assert [(number, text) for number, _, text in notes(found)] == [("*", "* Sterretje."), ("1", "1 Gewoon.")]
    assert found.body.startswith("Een*1\n")
