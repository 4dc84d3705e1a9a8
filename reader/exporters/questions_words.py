"""The words of an answer overview, in Dutch and in English."""

from __future__ import annotations

from typing import Final

from reader.domain.dates import Language
from reader.domain.model import Verdict

_WORDS: Final[dict[str, tuple[str, str]]] = {  # key: (Dutch, English)
    "title": ("Vragenoverzicht", "Overview of questions and answers"),
    "title-open": ("Open vragen", "Open questions"),
    "state-of": ("stand van {date}", "as of {date}"),
    # the head of the paper
    "facts": ("Gegevens", "Facts"),
    "asking-paper": ("Vragen in", "Questions in"),
    "answering-paper": ("Antwoorden in", "Answers in"),
    "askers": ("Gesteld door", "Asked by"),
    "addressees": ("Gericht aan", "Addressed to"),
    "subject": ("Onderwerp", "Subject"),
    "sent": ("Ingezonden", "Sent"),
    "answered": ("Beantwoord", "Answered"),
    "days": ("{date}, na {days} dagen", "{date}, after {days} days"),
    "day": ("{date}, na 1 dag", "{date}, after 1 day"),
    "answered-by": ("Beantwoord door", "Answered by"),
    "on-behalf-of": ("Mede namens", "Also on behalf of"),
    "delayed": ("Uitstel gemeld", "Delay announced"),
    "delayed-by": ("Uitstel gemeld door", "Delay announced by"),
    # counts
    "counts": ("Aantallen", "Counts"),
    "unchecked": ("Nog niet nagekeken: {number} van {all}.", "Not checked yet: {number} of {all}."),
    "all-checked": ("Alle {all} zijn nagekeken.", "All {all} have been checked."),
    "no-questions": ("In dit document zijn geen vragen herkend.", "No questions were recognised in this document."),
    "blocks-all": (
        "{blocks}: {with} met een antwoordblok, {without} zonder.",
        "{blocks}: {with} with an answer block, {without} without.",
    ),
    "states": (
        "{all}: {confirmed} met een bevestigd antwoord, {open} nagekeken en open, {unchecked} nog niet nagekeken.",
        "{all}: {confirmed} with a confirmed answer, {open} checked and open, {unchecked} not checked yet.",
    ),
    "unchecked-found": (
        "Van de {unchecked} nog niet nagekeken: {proposed} met een voorstel, {weak} met alleen een zwak voorstel, "
        "{nothing} zonder.",
        "Of the {unchecked} not checked yet: {proposed} with a proposal, {weak} with only a weak proposal, "
        "{nothing} without.",
    ),
    "verdicts": ("Een oordeel bij {judged} van {all}: {verdicts}.", "A verdict on {judged} of {all}: {verdicts}."),
    "left-out": (
        "Niet in deze lijst: {number} van {all} die nog niet nagekeken zijn en een voorstel hebben.",
        "Not in this list: {number} of {all} that have not been checked yet and have a proposal.",
    ),
    "basis": (
        "Als antwoord staat hier alleen wat is bevestigd; voorstellen van het programma staan er niet in.",
        "Only what was confirmed is shown as an answer; proposals of the program are not included.",
    ),
    # chapters
    "no-block": ("Vraagblokken zonder antwoordblok", "Question blocks without an answer block"),
    "no-block-about": (
        "In {where} is onder deze paragraaf geen antwoord aan deze fractie gevonden.",
        "No answer to this fractie was found in {where} under this section.",
    ),
    "all-questions": ("Vragen en antwoorden", "Questions and answers"),
    "open": ("Nagekeken en open", "Checked and open"),
    "nothing": ("Niets gevonden, nog niet nagekeken", "Nothing found, not checked yet"),
    "weak": ("Alleen een zwak voorstel, nog niet nagekeken", "Only a weak proposal, not checked yet"),
    "refused": ("Geweigerd, uitgesteld of niet beantwoord", "Refused, postponed or not answered"),
    "partly": ("Deels beantwoord of alleen verwezen", "Answered in part or by reference only"),
    "judged": ("Met een ander oordeel", "With another verdict"),
    "none-open": ("Er zijn geen open vragen.", "There are no open questions."),
    "no-fractie": ("Zonder genoemde fractie", "No fractie named"),
    "elsewhere": (
        "De {questions} van dit blok staan bij de vraagblokken zonder antwoordblok.",
        "The {questions} of this block are listed under the question blocks without an answer block.",
    ),
    "elsewhere-one": (
        "De vraag van dit blok staat bij de vraagblokken zonder antwoordblok.",
        "The question of this block is listed under the question blocks without an answer block.",
    ),
    "counted-confirmed": ("bevestigd", "confirmed"),
    "counted-open": ("nagekeken en open", "checked and open"),
    "counted-unchecked": ("nog niet nagekeken", "not checked yet"),
    # columns and rows
    "question": ("Vraag", "Question"),
    "answer": ("Antwoord", "Answer"),
    "verdict-and-note": ("Oordeel en notitie", "Verdict and note"),
    "verdict": ("Oordeel", "Verdict"),
    "note": ("Notitie", "Note"),
    "state": ("Toestand", "State"),
    "state-verdict-note": ("Toestand, oordeel en notitie", "State, verdict and note"),
    "state-verdict": ("Toestand en oordeel", "State and verdict"),
    "same-answer": ("Zelfde antwoord als bij {question}.", "Same answer as to {question}."),
    "numbered": ("Vraag {number}", "Question {number}"),
    "this-document": ("dit document", "this document"),
    "answering-document": ("het document met de antwoorden", "the document with the answers"),
    "is-confirmed": ("Antwoord bevestigd.", "Answer confirmed."),
    "is-open": ("Geen antwoord gevonden in {where} (nagekeken).", "No answer found in {where} (checked)."),
    "is-unconfirmed": ("Nog geen antwoord bevestigd.", "No answer confirmed yet."),
    "is-proposed": ("Nog niet nagekeken. Er is een voorstel.", "Not checked yet. There is a proposal."),
    "is-weak": (
        "Nog niet nagekeken. Er is alleen een zwak voorstel.",
        "Not checked yet. There is only a weak proposal.",
    ),
    "is-nothing": (
        "Geen antwoord gevonden in {where}; nog niet nagekeken.",
        "No answer found in {where}; not checked yet.",
    ),
    # headings of the table
    "column-number": ("nr", "no"),
    "column-section": ("paragraaf", "section"),
    "column-fractie": ("fractie", "fractie"),
    "column-label": ("vraagnummer", "question number"),
    "column-state": ("toestand", "state"),
    "column-question": ("vraag", "question"),
    "column-question-citation": ("vindplaats vraag", "citation of question"),
    "column-answer": ("antwoord", "answer"),
    "column-answer-citation": ("vindplaats antwoord", "citation of answer"),
    "column-verdict": ("oordeel", "verdict"),
    "column-note": ("notitie", "note"),
    "column-block": ("vraagblok zonder antwoordblok", "question block without an answer block"),
    "column-question-start": ("begin vraag in brontekst", "start of question in source text"),
    "column-question-end": ("einde vraag in brontekst", "end of question in source text"),
    "column-answer-start": ("begin antwoord in brontekst", "start of answer in source text"),
    "column-answer-end": ("einde antwoord in brontekst", "end of answer in source text"),
    "yes": ("ja", "yes"),
    "no": ("nee", "no"),
}

_VERDICTS: Final[dict[str, tuple[str, str]]] = {
    "answered": ("beantwoord", "answered"),
    "partly": ("deels beantwoord", "answered in part"),
    "refused": ("geweigerd", "refused"),
    "refers": ("verwijst", "refers elsewhere"),
    "postponed": ("uitgesteld", "postponed"),
    "not": ("niet beantwoord", "not answered"),
}


def say(key: str, language: Language, **facts: str) -> str:
    """The words for `key`, filled in with `facts`; raises KeyError for an unknown key."""
    dutch, english = _WORDS[key]
    words = english if language == "en" else dutch
    return words.format_map(facts) if facts else words


def verdict_words(verdict: Verdict, language: Language) -> str:
    """The name of a verdict: translated for a built-in one, else as the user typed it."""
    if not verdict.builtin:
        return verdict.name
    dutch, english = _VERDICTS[verdict.name]
    return english if language == "en" else dutch
