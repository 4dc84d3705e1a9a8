"""What a title in a written consultation heads: the questions, the answers, both, or the part of one fractie."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from reader.questions.parties import fracties_in, known_name, known_names_in, lone_member, title_fracties

Part = Literal["questions", "answers", "both", "other"]

_LONGEST, _LONGEST_NAME = 200, 30
_HINT = re.compile(
    r"ragen|RAGEN|nbreng|NBRENG|pmerking|PMERKING|ijdrage|ntwoord|NTWOORD|eactie|EACTIE|ractie|RACTIE"
    r"|BRIEF|genda|ijlage|IJLAGE|et lid "
)
_ORDINAL = r"(?:(?:[IVX]{1,5}|[A-D]|\d{1,2}|Deel [IVX\d]+)[.):]? +)?"
_ASKED = (
    r"(?:(?:nadere |schriftelijke )?(?:vragen|inbreng(?:en)?|opmerkingen|bijdragen?|vraagpunten|inleiding en vragen))"
)
_ANSWERED = r"(?:(?:nadere? )?(?:antwoord(?:en)?|reacties?|beantwoording))"
_GOVERNMENT = (
    r"(?:de |het |uw )?(?:\w+ )?(?:minister\w*|staatssecretaris\w*|kabinet|regering|bewinds\w+|initiatiefnemers?"
    r"|algemene rekenkamer|rekenkamer|informateurs?)"
)
_MEMBERS = (
    r"(?:de )?(?:leden van de )?(?:verschillende |aanwezige |afzonderlijke )?(?:fracties|commissies?|leden|kamer)"
)
_QUESTION_PART = re.compile(
    rf"^{_ORDINAL}{_ASKED}(?:(?:,| en|/) {_ASKED})*(?: (?:van|vanuit|door|uit|namens) {_MEMBERS}\b.{{0,80}}"
    r"| fracties)?$",
    re.IGNORECASE,
)
_ANSWER_PART = re.compile(
    rf"^{_ORDINAL}{_ANSWERED}(?:(?: ?/ ?| en ){_ANSWERED})?"
    rf"(?: (?:op|van) (?:de |deze |uw )?(?:gestelde )?(?:vragen|inbreng)(?: en opmerkingen)?"
    rf"(?: (?:van|vanuit) {_MEMBERS}\b.{{0,60}})?)?(?:(?:,? (?:van|door|namens))* {_GOVERNMENT}\b.{{0,160}})?$",
    re.IGNORECASE,
)
_BOTH = re.compile(
    rf"^{_ORDINAL}{_ASKED}(?:(?:,| en|/) {_ASKED})*\b.{{0,110}}?(?:,| en|,? met)(?: de| het)? {_ANSWERED}\b.{{0,160}}$",
    re.IGNORECASE,
)
_OTHER_PART = re.compile(rf"^{_ORDINAL}(?:Volledige agenda|Bijlagen?\b.{{0,80}}|Bijlage \d+.{{0,80}})$", re.IGNORECASE)
# a senate paper prints the letter that asks and the letter that answers
_ASKING_LETTER = re.compile(r"^BRIEF VAN DE (?:TIJDELIJKE? )?(?:FUNGEREND )?(?:VOORZITTERS?|GRIFFIERS?)\b")
_ANSWERING_LETTER = re.compile(r"^BRIEF VAN (?:DE |HET )?(?:DEMISSIONAIR )?(?:MINISTER|STAATSSECRETARIS|KABINET)\w*\b")
_REPLY = re.compile(
    r"^(?:(?:Nr\.? ?\d+\w*|[A-Z]{1,3}) +)?(?:(?:NADERE? )?(?:NOTA NAAR AANLEIDING VAN HET|MEMORIE VAN ANTWOORD)"
    r"|(?:Nadere? )?(?:[Nn]ota naar aanleiding van het (?:nader )?verslag|[Mm]emorie van antwoord)).{0,40}$"
)
_IN_CONTENTS = re.compile(r"[ .…]*[ .…\t]\d{1,3}$")  # the page a table of contents gives
# what a title says beside the names of fracties
_LINKING_TEXT = """
vragen vraag en opmerkingen opmerking inbreng inbrengen bijdrage bijdragen van vanuit door uit namens op de het leden
lid fractie fracties fractieleden gezamenlijk gezamenlijke antwoord antwoorden reactie reacties beantwoording met aan
minister ministers staatssecretaris staatssecretarissen kabinet regering bewindspersoon bewindspersonen nadere
schriftelijke gestelde gesteld alsmede evenals
"""
_LINKING = frozenset(_LINKING_TEXT.split())
_WORD = re.compile(r"[^\s,/.:;()&]+")
_ANSWERS_TO = re.compile(rf"^{_ORDINAL}(?:{_ANSWERED}|op de (?:vragen|inbreng))\b", re.IGNORECASE)
_ASKED_BY = re.compile(rf"^{_ORDINAL}{_ASKED}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """What a line heads. `fracties` are those whose part it is; without them it is a part of the whole paper.

    `is_letter`: the heading of a letter that the paper prints, which is an answer only when a letter before it asked.
    """

    part: Part | None
    fracties: tuple[str, ...] = ()
    is_letter: bool = False


def heads_reply(text: str) -> bool:
    """Whether a line is the title of a paper in which the government answers a committee's report point by point."""
    return _REPLY.match(text) is not None


def title_of(text: str) -> Title | None:
    """The title that a line is; None for a line of text, and for the title of a subject."""
    if len(text) > _LONGEST:
        return None
    if _HINT.search(text) is None:
        name = known_name(text) if len(text) <= _LONGEST_NAME else None
        return Title(None, (name,)) if name else None
    bare = text.rstrip(" .:…")
    if not bare:
        return None
    found = _title_of(bare)
    shorter = _IN_CONTENTS.sub("", bare)
    return found if found or shorter == bare else _title_of(shorter)


def _title_of(bare: str) -> Title | None:
    fracties = _fracties(bare)
    if fracties:
        if _BOTH.match(bare):
            return Title("both", fracties)
        if _ANSWERS_TO.match(bare):
            return Title("answers", fracties)
        return Title("questions" if _ASKED_BY.match(bare) else None, fracties)
    if _ASKING_LETTER.match(bare):
        return Title("questions", is_letter=True)
    if _ANSWERING_LETTER.match(bare):
        return Title("answers", is_letter=True)
    for part, pattern in _PARTS:
        if pattern.match(bare):
            return Title(part)
    return None


_PARTS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("questions", _QUESTION_PART),
    ("answers", _ANSWER_PART),
    ("both", _BOTH),
    ("other", _OTHER_PART),
)


def _fracties(bare: str) -> tuple[str, ...]:
    """The fracties of a title that says no more than whose part it is."""
    words = re.sub(rf"^{_ORDINAL}", "", bare)
    exact = title_fracties(words)
    if exact:
        return exact
    names = fracties_in(words) or known_names_in(words)
    lone = lone_member(re.sub(r"^.*?\b(?=[Hh]et lid\b)", "", words).replace("het lid", "Het lid"))
    if not names and lone is None:
        return ()
    loose = [word for word in _WORD.findall(words) if word.strip("-–").lower() not in _LINKING]
    if any(word[0].islower() for word in loose if word not in ("voor", "der", "den", "ten", "ter", "links")):
        return ()
    if len(words) > 60 and not _ASKED_BY.match(bare) and not _ANSWERS_TO.match(bare):
        return ()
    return names or ((lone,) if lone else ())
