"""RTF: text in its encodings, paragraphs, notes, headings and tables; what is no text is left out and said."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.errors import FileDamaged, NoText, ReaderError
from reader.importers.docx import Docx
from reader.importers.extracted import Extracted
from reader.importers.rtf import Rtf

FILES = Path(__file__).parents[1] / "files" / "marked_up"
LONGEST = 10  # seconds that any file may take


def read(words: str | bytes) -> Extracted:
    data = words if isinstance(words, bytes) else words.encode("latin-1")
    assert Rtf().accepts(data)
    return Rtf().extract(data, "stuk.rtf", lambda _share: None)


def body(words: str, head: str = r"\ansi\ansicpg1252\deff0") -> str:
    return read(r"{\rtf1" + head + " " + words + "}").body


def kinds(extracted: Extracted) -> list[tuple[str, str]]:
    return [(block.kind, block.reading_text(extracted.body)) for block in extracted.structure.blocks]


def test_a_file_of_a_word_processor_says_the_same_as_its_docx() -> None:
    rtf = read((FILES / "verslag.rtf").read_bytes())
    docx = Docx().extract((FILES / "verslag.docx").read_bytes(), "stuk.docx", lambda _share: None)
    assert rtf.body == docx.body
    assert kinds(rtf) == kinds(docx)
    assert rtf.structure.facts["title"] == docx.structure.facts["title"]
    assert rtf.structure.footnotes == docx.structure.footnotes
    assert rtf.warnings == docx.warnings


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (r"Co\'f6rdinatie kost \'80 5 \endash  zegt hij\par", "Coördinatie kost € 5 – zegt hij"),
        (r"Libi\u235?, \u8364?, \u-10179?\u-8704?.\par", "Libië, €, 😀."),
        (r"{\uc2 \u235xy\u235xy}aap{\uc0 \u235}noot\par", "ëëaapënoot"),
        (r"\ldblquote ja\rdblquote , \lquote nee\rquote \~en\_zo\-iets\par", "“ja”, ‘nee’ en-zoiets"),
        (r"\{\\\}\par", "{\\}"),
        ("een regel\r\ndie doorloopt\\line en breekt\\par", "een regeldie doorloopt\nen breekt"),
        (r"voor{\pict\pngblip 89504e470d0a}na{\object{\objdata 0105}{\result plaatje}}\par", "voorna"),
        (r"{\field{\*\fldinst HYPERLINK "
         r'"http://voorbeeld.nl"}{\fldrslt de brief}} van {\*\onbekend niet tonen}nu\par', "de brief van nu"),
        (r"een {\v verborgen }woord {\deleted weg }hier\par", "een woord hier"),
        ("\\bin7 {{{}\\}}na de bytes\\par", "na de bytes"),
    ],
)  # fmt: skip
def test_text(words: str, shown: str) -> None:
    assert body(words) == shown


def test_fonts_have_their_own_characters() -> None:
    fonts = r"\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset2 Symbol;}}"
    assert body(r"{\f1 \'c4\'e0} en {\f0 \'e9} en {\f2 \'b7}\par", fonts) == "Да en é en •"


def test_headings_are_known_by_level_and_by_the_name_of_their_style() -> None:
    extracted = read(
        r"{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2\outlinelevel1 Ondertitel;}{\s3 Kop 2;}}"
        r"\pard\s1 Aanleiding\par\pard\s0 De leden vragen dit.\par\pard\s2 Kosten\par\pard\s0 Het kost geld.\par"
        r"\pard\s3 Baten\par\pard\s0 Het levert op.\par}"
    )
    assert [(block.level, text) for block, (_, text) in zip(extracted.structure.blocks, kinds(extracted), strict=True)
            if block.kind == "heading"] == [(1, "Aanleiding"), (2, "Kosten"), (2, "Baten")]  # fmt: skip


def test_a_note_stands_below_its_paragraph() -> None:
    extracted = read(
        r"{\rtf1\ansi De leden{\super\chftn}{\footnote\pard {\super\chftn} Kamerstuk 29 344.\par} vragen dit.\par "
        r"Einde van het stuk.\par}"
    )
    assert extracted.body == "De leden1 vragen dit.\n\n1 Kamerstuk 29 344.\n\nEinde van het stuk."
    [note] = extracted.structure.footnotes
    assert extracted.body[note.start : note.end] == "1 Kamerstuk 29 344."
    assert extracted.body[note.marker] == "1"


def test_rows_of_a_table_are_readable_lines() -> None:
    extracted = read(
        r"{\rtf1\ansi\trowd\intbl Jaar\cell Kosten\cell\row\trowd\intbl 2017\cell 3 miljoen\cell\row"
        r"\trowd\intbl 2018\cell 4 miljoen\cell\row\pard Na de tabel.\par}"
    )
    assert extracted.body == "Jaar | Kosten\n2017 | 3 miljoen\n2018 | 4 miljoen\n\nNa de tabel."


def test_what_is_left_out_is_said() -> None:
    extracted = read(r"{\rtf1\ansi Tekst{\pict 00}{\*\annotation een opmerking}{\v geheim}\par}")
    assert extracted.body == "Tekst"
    assert extracted.warnings == (
        "1 image was left out.", "1 comment was left out.", "1 hidden passage was left out.",
    )  # fmt: skip


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    extracted = read(r"{\rtf1\ansi {\b De leden\par vragen dit")
    assert extracted.body == "De leden\n\nvragen dit"
    assert extracted.warnings == ("The end of the file is missing: text may be missing too.",)


@pytest.mark.parametrize("words", [r"{\rtf1}", r"{\rtf1{\fonttbl Arial;}\par\par}", r"{\rtf"])
def test_a_file_without_text(words: str) -> None:
    with pytest.raises(NoText):
        read(words)


def test_groups_without_end_are_refused() -> None:
    with pytest.raises(FileDamaged):
        read(rb"{\rtf1" + b"{" * 100_000)


@pytest.mark.parametrize("data", [b"rtf1", b"{\\rtfx", b"{rtf1}", b"", b"{\\html}"])
def test_other_files_are_not_taken(data: bytes) -> None:
    assert not Rtf().accepts(data)


PIECES = st.sampled_from([
    "{", "}", r"\par ", r"{\footnote ", r"\row ", r"\cell ", r"\u-10179?", r"\bin9 ", r"\'ff", r"{\*\x ", r"\uc9 ",
    r"\f9 ", r"{\fonttbl\f1\fcharset128 ", r"\intbl ", r"\ansicpg65001 ", r"{\shptxt ", r"\s1 ", r"\outlinelevel99 ",
    r"\pard ", r"\v ", r"\u99999999999 ", r"{\stylesheet ", "woord ", "\x00", "é", "\\", r"{\listtext ", r"\nestrow ",
])  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=60))
def test_any_words_give_a_text_or_a_refusal(pieces: list[str]) -> None:
    started = time.monotonic()
    with suppress(ReaderError):
        read(r"{\rtf1\ansi " + "".join(pieces))
    assert time.monotonic() - started < LONGEST


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_file_gives_a_text_or_a_refusal(data: st.DataObject) -> None:
    whole = (FILES / "verslag.rtf").read_bytes()
    cut = data.draw(st.integers(8, len(whole)))
    noise = data.draw(st.lists(st.tuples(st.integers(8, cut), st.binary(max_size=6)), max_size=8))
    broken = bytearray(whole[:cut])
    for place, new in noise:
        broken[place : place + len(new)] = new
    with suppress(ReaderError):
        read(bytes(broken))


STYLED = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s5 toc 1;}{\s6 Contents 2;}}"


def test_the_lines_of_a_table_of_contents_are_no_headings() -> None:
    found = read(r"{\rtf1" + STYLED + r"{\s5 1 Inleiding\tab 3\par}{\s6 Doel 4\par}\pard\s1 Inleiding\par\pard Tekst.}")
    assert [kind for kind, _ in kinds(found)] == ["page-furniture", "page-furniture", "heading", "paragraph"]


def test_footnotes_and_endnotes_are_counted_apart_and_own_marks_not() -> None:
    found = read(
        r"{\rtf1\aftnnrlc Een{\super\chftn{\footnote{\chftn} Voet.}} twee{\super\chftn{\footnote\ftnalt{\chftn} Eind.}}"
        r" drie*{\footnote * Ster.} vier{\super\chftn{\footnote{\chftn} Weer.}}.\par}"
    )
    assert [(note.number, found.body[note.start : note.end]) for note in found.structure.footnotes] == [
        ("1", "1 Voet."),
        ("i", "i Eind."),
        ("*", "* Ster."),
        ("2", "2 Weer."),
    ]
    assert found.body.startswith("Een1 twee[i] drie* vier2.\n")


def test_a_link_leads_to_its_paper() -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "https://example.org/kst-19637-2.html"}}{\fldrslt{\ul de brief}}}'
    found = read(r"{\rtf1 Zie " + link + r" en {\field{\*\fldinst PAGE}{\fldrslt 3}}.\par}")
    assert found.body == "Zie de brief en 3."
    assert [(one.id, one.text) for one in found.structure.references] == [("kst-19637-2", "de brief")]


def test_a_raised_figure_and_an_item_typed_by_hand() -> None:
    found = read(r"{\rtf1 Van 10{\super 3} m en 10\super 6\nosupersub  m\par\pard\fi-360 iv.\tab het punt\par}")
    assert kinds(found) == [("paragraph", "Van 10³ m en 10⁶ m"), ("list-item", "iv. het punt")]


def test_a_list_in_a_cell_stays_in_its_row() -> None:
    item = r"\pard\intbl{\listtext\pard\plain\bullet\tab}"
    row = r"\trowd\pard\intbl Niger\cell" + item + r" opvang\par" + item + r" terugkeer\cell\row"
    assert body(r"\pard\intbl Land\cell Doel\cell\row" + row + r"\pard na\par") == (
        "Land | Doel\nNiger | • opvang • terugkeer\n\nna"
    )
