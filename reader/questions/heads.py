"""The head of written questions: who asks whom about what, when, and when and by whom it was answered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.questions.exchange import Head, Person
from reader.questions.flow import Flow
from reader.text.references import MONTH, MONTHS

_HEAD_PARAGRAPHS = 40
_FLEMISH_LINES = 8  # paragraphs, at most
_LONGEST_SUBJECT = 600  # characters
_DATE = rf"(?P<day>\d{{1,2}}) (?P<month>{MONTH}) (?P<year>\d{{4}})"
_QUESTIONS = re.compile(
    r"Vragen van (?:het lid|de leden) (?P<who>.{2,400}?) aan (?P<whom>(?:de |het )?(?:[Mm]inister"
    r"|[Ss]taatssecretaris|[Mm]inisters|[Mm]inister-president|kabinet)\b.{0,400}?)"
    rf" over (?P<about>.{{2,600}}?) ?\(ingezonden:? {_DATE}\)"
)
_ANSWER = re.compile(
    r"(?P<what>Antwoord|Mededeling|Nader antwoord|Nadere? mededeling|Uitstel)(?:en)? van (?:de )?"
    rf"(?P<who>(?:[Mm]inister|[Ss]taatssecretaris)\b.{{1,400}}?) ?\(ontvangen:? {_DATE}\)"
)
_LETTER = re.compile(
    r"(?:Antwoorden|Beantwoording|Antwoord|Reactie)\b.{0,200}?(?:[Kk]amervragen|(?:[Ss]chriftelijke )?[Vv]ragen) "
    r"(?:gesteld )?"
    r"(?:van |door )?(?:het lid|de leden|lid) (?P<who>.{2,200}?\)) (?:aan (?P<whom>(?:de )?(?:[Mm]inister"
    r"|[Ss]taatssecretaris).{0,200}?) )?over (?P<about>.{2})"
)
# of the Flemish parliament: number, member, day and minister on lines of their own, the name in capitals
_FLEMISH = re.compile(
    rf"^SCHRIFTELIJKE VRAAG nr\. ?\d{{1,4}} van (?P<who>[^\d:]{{2,100}}?) datum ?: ?{_DATE} aan (?P<whom>.{{2,300}})$"
)
_FLEMISH_OFFICE = re.compile(
    r"(?:(?:VICEMINISTER-PRESIDENT|MINISTER-PRESIDENT)\b.{0,40}?)?VLAAMS MINISTER\b.*|MINISTER-PRESIDENT\b.*"
)
_AFTER_SUBJECT = re.compile(r"(?<=[.)]) (?=[A-Z])| \| | Vraag 1\b| Geachte\b| (?:Datum|Onderwerp|(?:Ons|Uw) kenmerk)\b")
_BY_LETTER = re.compile(
    r"Antwoord(?:en)? van (?P<who>(?:de )?(?:minister|staatssecretaris) .{2,200}?) op ", re.IGNORECASE
)
_ON_BEHALF = re.compile(r",? ?mede namens (.+)$")
_MEMBER = re.compile(r"^(?P<name>.+?) ?(?:\((?P<both>beiden|allen)? ?(?P<party>[^)]*)\))?$")
_OFFICE = re.compile(
    r"(?:,? en |, )(?:van |voor )?(?=(?:de )?(?:[Mm]inister|[Ss]taatssecretaris)\b)|(?<=[a-z]) en (?=(?:van"
    r"|voor) [A-Z])"
)


def head_of(flow: Flow) -> Head | None:
    """What the paper's head says; None where it is no head of written questions."""
    paragraphs = [paragraph.text for paragraph in flow.paragraphs[:_HEAD_PARAGRAPHS]]
    text = " ".join(paragraphs)
    questions = _QUESTIONS.search(text)
    answer = _ANSWER.search(text)
    if questions is None:
        return _flemish_head(paragraphs) or _letter_head(paragraphs)
    who, behalf, delay, answered = "", "", False, None
    if answer:
        who, behalf = _split_behalf(answer["who"])
        delay = answer["what"] not in ("Antwoord", "Nader antwoord")
        answered = _date(answer)
    return Head(
        askers=members(questions["who"]),
        addressees=offices(questions["whom"]),
        subject=questions["about"].strip(),
        sent=_date(questions),
        answered=answered,
        answered_by=offices(who),
        on_behalf_of=offices(behalf),
        is_delay_notice=delay,
    )


def _flemish_head(paragraphs: Sequence[str]) -> Head | None:
    """The head of a written question to a Flemish minister, however its lines are joined to paragraphs."""
    for count in range(1, min(_FLEMISH_LINES, len(paragraphs)) + 1):
        match = _FLEMISH.match(" ".join(paragraphs[:count]))
        office = _FLEMISH_OFFICE.search(match["whom"]) if match else None
        if match and office:
            subject = paragraphs[count] if count < len(paragraphs) else ""
            return Head(members(match["who"].strip()), (office[0],), subject.strip(), sent=_date(match))
    return None


def _letter_head(paragraphs: Sequence[str]) -> Head | None:
    text = " ".join(paragraphs)
    letter = _LETTER.search(text)
    if letter is None:
        return None
    by = _BY_LETTER.search(text)
    who, behalf = _split_behalf(by["who"]) if by else ("", "")
    about = _AFTER_SUBJECT.split(_field_from(paragraphs, letter.start("about"))[:_LONGEST_SUBJECT])[0]
    return Head(
        members(letter["who"]),
        offices(letter["whom"] or ""),
        about.strip(" ."),
        answered_by=offices(who),
        on_behalf_of=offices(behalf),
    )


def _field_from(paragraphs: Sequence[str], start: int) -> str:
    """A field of a letter's head from `start`, an offset in the paragraphs with a space between them, to its end.

    It ends with its paragraph, for the next is the next field; what goes on with a small letter belongs to it still.
    """
    words: list[str] = []
    place = 0
    for paragraph in paragraphs:
        if place <= start < place + len(paragraph):
            words.append(paragraph[start - place :])
        elif words and not paragraph[0].islower():
            break
        elif words:
            words.append(paragraph)
        place += len(paragraph) + 1
    return " ".join(words)


def members(words: str) -> tuple[Person, ...]:
    """The members of "Bushoff en Patijn (beiden GroenLinks-PvdA)" with their parties."""
    found: list[Person] = []
    shared: list[str] = []
    for part in re.split(r"(?:,| en) (?![^()]*\))", words.strip()):
        match = _MEMBER.match(part.strip())
        if match is None or not match["name"]:
            continue
        party = (match["party"] or "").strip()
        name = re.sub(r"^(?:het lid|de leden) ", "", match["name"].strip())
        shared.append(name)
        if party:
            found += [Person(one, party) for one in shared]
            shared = []
    return tuple(found + [Person(name) for name in shared])


def offices(words: str) -> tuple[str, ...]:
    """The offices of "de Ministers van X en van Y", each with its own word."""
    words = words.strip(" .,")
    if not words:
        return ()
    found: list[str] = []
    title = "Minister"
    for part in _OFFICE.split(words):
        part = re.sub(r"^de ", "", part.strip(" ,"))
        named = re.match(r"(?i)(minister|staatssecretaris)(?:s|sen)?\b(?!-)(.*)", part)
        if named:
            title = named[1].capitalize()
            part = f"{title}{named[2]}"
        elif re.match(r"(?:van|voor) ", part):
            part = f"{title} {part}"
        if part:
            found.append(part)
    return tuple(found)


def _split_behalf(who: str) -> tuple[str, str]:
    match = _ON_BEHALF.search(who)
    return (who[: match.start()], match[1]) if match else (who, "")


def _date(match: re.Match[str]) -> str | None:
    day = int(match["day"])
    month = MONTHS.index(match["month"]) + 1
    try:
        from datetime import date

        return date(int(match["year"]), month, day).isoformat()
    except ValueError:
        return None
