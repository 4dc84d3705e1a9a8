"""The head of an answering letter: what it is about ends where the next field of the letterhead begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.importers.base import read_file
from reader.questions.exchange import Head
from reader.questions.recognise import recognise_questions
from reader.text.structure import Structure
from tests.questions.papers import lines, read

SAMPLES = Path(__file__).parents[1] / "files" / "samples"
BEGINNING = "Beantwoording Kamervragen van het lid Jansen (SP) over"


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        (
            "kamervragen-antwoord-lahlah-chakor.docx",
            "verbieden van hoofddoekjes en andere religieuze uitingen bij boa’s",
        ),
        (
            "kamervragen-antwoord-wassenberg.docx",
            "het gebrek aan landelijke registratie van bijtincidenten door honden en het gebrek aan landelijk beleid "
            "om die bijtincidenten terug te brengen",
        ),
    ],
)
def test_the_subject_of_a_letter_of_a_ministry(name: str, subject: str) -> None:
    text = read_file(SAMPLES / name).text
    head = recognise_questions(Structure.from_bytes(text.structure), text.body).head
    assert head is not None
    assert head.subject == subject


@pytest.mark.parametrize(
    ("field", "subject"),
    [
        ((f"Onderwerp | {BEGINNING} de sluizen", "Directoraat-Generaal Water"), "de sluizen"),
        ((f"Onderwerp: {BEGINNING} de sluizen", "Ons kenmerk", "5401166"), "de sluizen"),
        ((f"Onderwerp | {BEGINNING} de sluizen | Ons kenmerk 5401166",), "de sluizen"),
        ((f"{BEGINNING} de sluizen Uw kenmerk 2024Z01",), "de sluizen"),
        ((f"Onderwerp: {BEGINNING} de sluizen", "bij Terneuzen en Hansweert", "Postbus 20301"),
         "de sluizen bij Terneuzen en Hansweert"),
        ((f"Onderwerp: {BEGINNING}", "de sluizen", "Datum 3 maart 2025"), "de sluizen"),
        ((f"Onderwerp: {BEGINNING} " + "de sluizen en " * 60, "Datum"), ("de sluizen en " * 60)[:600].strip()),
    ],
)  # fmt: skip
def test_the_subject_ends_with_its_field(field: tuple[str, ...], subject: str) -> None:
    assert head_with(*field).subject == subject


def head_with(*field: str) -> Head:
    """The head of a letter of answers with these paragraphs in its letterhead."""
    head = read(lines(*field, "Vraag 1", "Klopt het?", "Antwoord op vraag 1", "Ja.")).head
    assert head is not None
    return head
