"""Real papers that are no PDF, and files as users have them: what each is, as read by eye in the file itself.

The twelve written questions in PDF have theirs in test_pdf.py. How the files in tests/files/import were made:
- bericht.eml: a message with a text in two forms, a Word file and a PDF attached, written by Python's email library
  with the line ends of the SMTP policy; the attachments are marked_up/verslag.docx and one of the written questions.
- gescand.pdf: two pages of pdf/columns.pdf drawn in grey at 60 dots an inch, as JPEG pictures that fill a page each.
- wachtwoord.pdf: a paper of one page that LibreOffice protected with the password "gehéim".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from reader.domain.errors import FileNeedsPassword, FileWithoutTextLayer
from reader.importers.base import Imported, read_file
from reader.importers.several import read_papers
from reader.questions.recognise import recognise_questions
from reader.text.structure import Structure

FILES = Path(__file__).parents[1] / "files"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a paper says of itself, and how much it holds. `answers` are those of which each answers the questions."""

    kind: str
    title: str  # or how it begins
    date: str | None
    number: str | None
    session: str | None
    chamber: str | None
    headings: int
    questions: int = 0
    answers: tuple[tuple[int, ...], ...] = ()
    warnings: tuple[str, ...] = ()


ONE_EACH = tuple((number,) for number in range(1, 15))
FACTS = {
    "h-tk-20132014-100-2.html": Facts(
        "handelingen",
        "Vragenuur: Vragen van het lid Verheijen aan de minister-president, minister van Algemene Zaken over",
        "2014-07-01",
        "100-2",
        "2013-2014",
        "Tweede Kamer",
        headings=3,
    ),
    "h-tk-20172018-70-3.xml": Facts(
        "handelingen",
        "Wlz / Pgb / Toegang tot de Wlz voor ggz-cliënten",
        None,  # the day of the meeting stands in a file of its own
        "70-3",
        "2017-2018",
        "Tweede Kamer",
        headings=1 + 55 + 7,  # the subject, the speakers, the motions
        warnings=("58 characters were encoded twice and have been repaired.",),
    ),
    "h-tk-20172018-70-8.xml": Facts(
        "handelingen",
        "Regeling van werkzaamheden",
        None,
        "70-8",
        "2017-2018",
        "Tweede Kamer",
        headings=1 + 65 + 1,  # the subject, the speakers, and who took the chair
        warnings=("6 characters were encoded twice and have been repaired.",),
    ),
    "kamervragen-antwoord-lahlah-chakor.docx": Facts(
        "kamervragen",
        "Beantwoording Kamervragen van de leden Lahlah en Chakor (GroenLinks-PvdA) over verbieden van hoofddoekjes",
        "2024-05-16",
        None,
        None,
        None,
        headings=15,
        questions=9,
        answers=((1,), (2,), (3,), (4, 5, 6, 7), (8,), (9,)),
        warnings=("1 image was left out.",),
    ),
    "kamervragen-antwoord-wassenberg.docx": Facts(
        "kamervragen",
        "Beantwoording Kamervragen van het lid Wassenberg (PvdD) aan de ministers van Landbouw, Natuur",
        "2023-10-18",
        None,
        None,
        None,
        headings=28,
        questions=14,
        answers=ONE_EACH,
        warnings=("1 image was left out.",),
    ),
}


@cache
def imported(name: str) -> Imported:
    return read_file(FILES / "samples" / name)


def notes(name: str) -> list[tuple[str, str, str | None]]:
    """Number, word with the marker, and how the note begins."""
    text = imported(name).text
    return [
        (
            note.number,
            text.body[: note.marker].split()[-1] + text.body[note.marker :].split(maxsplit=1)[0],
            None if note.start is None else text.body[note.start : note.end][:30],
        )
        for note in Structure.from_bytes(text.structure).footnotes
    ]


def test_all_samples_are_in_the_table() -> None:
    assert {path.name for path in (FILES / "samples").iterdir()} == set(FACTS)


@pytest.mark.parametrize("name", FACTS)
def test_a_sample_says_what_it_is(name: str) -> None:
    document, text = imported(name).document, imported(name).text
    facts = FACTS[name]
    assert document.title.startswith(facts.title)
    assert (document.kind, document.date, document.number, document.session, document.chamber) == (
        facts.kind, facts.date, facts.number, facts.session, facts.chamber,
    )  # fmt: skip
    assert (document.dossiers, document.language) == ((), "nl")
    assert imported(name).warnings == facts.warnings
    assert text.original == (FILES / "samples" / name).read_bytes()
    structure = Structure.from_bytes(text.structure)
    assert sum(block.kind == "heading" for block in structure.blocks) == facts.headings
    exchange = recognise_questions(structure, text.body)
    assert [question.numbers for question in exchange.questions] == list(ONE_EACH[: facts.questions])
    assert tuple(answer.numbers for answer in exchange.answers) == facts.answers


def test_the_speakers_of_a_damaged_file_have_their_accents_again() -> None:
    body = imported("h-tk-20172018-70-3.xml").text.body
    assert "één" in body
    assert "ggz-cliënten" in body
    assert not {"Ã", "Â", "\ufeff"} & set(body)
    assert body.count("De Kamer,\n") == 7  # the motions


def test_a_figure_that_was_typed_has_the_typed_note_and_not_that_of_another_marker() -> None:
    assert notes("kamervragen-antwoord-lahlah-chakor.docx") == [
        ("1", "(nos.nl)”1)?", "1) NOS, 6 maart 2024 (nos.nl/a"),
        ("1", "verzocht.1", "1 Kamerstukken II 2021/22, 29 "),
        ("2", "verzocht.2", "2 Zie hiervoor onder andere de"),
    ]


def test_typed_notes_are_found_and_one_that_has_no_line_of_its_own_is_said_to_be_missing() -> None:
    found = notes("kamervragen-antwoord-wassenberg.docx")
    assert [(number, note is not None) for number, _, note in found] == [
        ("1", True), ("2", True), ("3", False), ("4", True), ("5", True), ("6", True),
    ]  # fmt: skip


def test_a_message_and_its_two_attachments() -> None:
    path = FILES / "import" / "bericht.eml"
    found = [one.outcome for one in read_papers(path) if isinstance(one.outcome, Imported)]
    assert [(one.document.source_name, one.document.kind, one.document.date) for one in found] == [
        ("bericht.eml", "e-mail", "2024-04-09"),
        ("bericht.eml/Antwoorden waterbeheer één.docx", "kamervragen", None),
        ("bericht.eml/ah-tk-20232024-1893.pdf", "kamervragen", "2024-06-03"),
    ]
    assert found[0].document.title == "Beantwoording vragen over het waterbeheer – geïnformeerd"
    assert found[0].document.senders == ("Jansen, A.B. (Anna)",)
    assert found[0].text.body.endswith("Met vriendelijke groet,\n\nAnna Jansen")
    assert found[1].text.original == (FILES / "marked_up" / "verslag.docx").read_bytes()


def test_a_scan_is_said_to_be_one() -> None:
    with pytest.raises(FileWithoutTextLayer, match=r"gescand\.pdf.* pictures of pages"):
        read_file(FILES / "import" / "gescand.pdf")


def test_a_protected_file_asks_for_its_password() -> None:
    path = FILES / "import" / "wachtwoord.pdf"
    for wrong in ("", "verkeerd"):
        with pytest.raises(FileNeedsPassword):
            read_file(path, password=wrong)
    assert read_file(path, password="gehéim").text.body.strip()
