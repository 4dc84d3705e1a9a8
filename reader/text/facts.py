"""What a paper says of itself in its head and feet: kind, title, date, dossier, number, session, chamber, mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.domain.dates import session_of
from reader.text.headings import Heading, own_line_heading
from reader.text.lines import Line
from reader.text.minutes import minutes_facts
from reader.text.pages import FOOTER
from reader.text.paper_heads import DOSSIER_HEAD, NUMBER_HEAD, dossiers_of, head_facts
from reader.text.references import MONTH, MONTHS, normal_dossier

_TOP = 5  # lines among which the title stands
_HEAD = 60  # lines at the beginning that are looked at
_PLACE_AND_DATE = re.compile(
    rf"^(?:(?:[’']s-Gravenhage|Den Haag|Brussel|Amsterdam),? |Datum:?\s+(?:\|\s+)?"
    r"|(?:Vastgesteld|Voorgesteld|Ontvangen):? |Ter griffie van de (?:Tweede|Eerste) Kamer.{0,40} ontvangen op )"
    rf"(?P<day>\d{{1,2}}) (?P<month>{MONTH}) (?P<year>\d{{4}})$"
)
_RECEIVED = re.compile(rf"\(ontvangen (?P<day>\d{{1,2}}) (?P<month>{MONTH}) (?P<year>\d{{4}})\)")
_WRITTEN_QUESTIONS = re.compile(
    r"Vragen van (?:het lid|de leden) (?P<who>.{3,200}?) aan (?:de )?(?P<whom>.{3,250}?)"
    r" over (?P<about>.{3,400}?) \(ingezonden "
)
_SUBJECT = re.compile(r"^(?:Betreft|Onderwerp)\s*:?\s+(?:\|\s+)?(?P<title>\S.{5,400})$")
_PUBLICATION = re.compile(
    r"^(?P<kind>ah|kst)-(?:(?P<chamber>[te])k-(?P<first>\d{4})(?P<second>\d{4})-)?(?P<number>[\w-]+)$"
)
# the head of a page of the publication site: who, year, and either sitting and item or dossier and number
_PUBLISHED = re.compile(
    r"\b(?P<chamber>Tweede|Eerste) Kamer der Staten-Generaal\s+(?P<session>\d{4}-\d{4})\s+"
    r"(?:nr\. (?P<sitting>\d{1,3}), item (?P<item>\d{1,3})"
    r"|(?P<dossier>\d{5}(?:-(?:\d{2}|[IVXLC]+))?),? nr\. (?P<number>\w{1,4}))\b"
)
_FLEMISH_QUESTION = re.compile(
    r"^SCHRIFTELIJKE VRAAG nr\. ?(?P<number>\d{1,4}) van (?P<who>[^\d:]{2,100}?)"
    rf" datum ?: ?(?P<day>\d{{1,2}}) (?P<month>{MONTH}) (?P<year>\d{{4}})\b"
)
_MASTHEAD = re.compile(
    r"^\W*(?P<chamber>Tweede|Eerste) Kamer der Staten-Generaal\W+(?:[12]\W+)?"
    r"Vergaderjaar (?P<first>\d{4})[–-](?P<second>\d{4})\b"
)
_HEAD_SESSION = re.compile(r"^Vergaderjaar (\d{4})[–-](\d{4})\b")
# the sender's own mark on a letter; "Uw kenmerk" is that of the letter it answers
_MARK_LABEL = r"(?:(?:Ons |Brief)?[Kk]enmerk|Onze referentie|Our reference)"
_MARK = r"(?=[^\s|]{0,39}\d)[A-Za-z0-9][\w./()\-–]{3,39}(?: [\w./()\-–]*\d[\w./()\-–]*)?"
_MARK_LINE = re.compile(rf"^{_MARK_LABEL}\s*:?\s+(?:\|\s*)?(?P<mark>{_MARK})$")
_BARE_MARK_LABEL = re.compile(rf"^{_MARK_LABEL}\s*:?$")
_BARE_MARK = re.compile(rf"^{_MARK}$")
_NAMED_LETTER = re.compile(r"^Kamerbrief (?:over|met|inzake|aangaande|bij|van|naar aanleiding van)\b")
_FRACTIE_OPENING = re.compile(r"^(?:Op de vragen van |De leden van )de \S+(?: \S+)?-fractie\b")
_ANSWER = re.compile(
    r"^(?:\d{1,3}\. )?(?:Antwoord(?:en)? van (?:het kabinet|de (?:minister|staatssecretaris|regering))"
    r"|II\. (?:Reactie|Antwoord))",
    re.IGNORECASE,
)


def facts_of(lines: Sequence[Line], furniture: set[int], opening: Sequence[str] = ()) -> dict[str, str]:
    """The facts found; one that is not stated is absent. `opening` are the first paragraphs, where they are certain.

    Dates are YYYY-MM-DD, a session is "2017-2018", a dossier "19637".
    """
    head = lines[:_HEAD]
    top = " ".join(opening[: 2 * _TOP] or [line.text for line in lines[: 2 * _TOP]])
    facts = minutes_facts(_feet(lines, furniture), top)
    published = _PUBLISHED.search(top)
    if published:
        _from_publication(facts, published)
    masthead = _MASTHEAD.match(top)
    if masthead:
        facts.setdefault("chamber", f"{masthead['chamber']} Kamer")
        facts.setdefault("session", f"{masthead['first']}-{masthead['second']}")
    flemish = _FLEMISH_QUESTION.match(top)
    if flemish:
        facts |= {"kind": "kamervragen", "number": flemish["number"], "date": _date(flemish)}
        facts["chamber"] = "Vlaams Parlement"
        session = session_of(facts["date"])
        if session and flemish["month"] != "september":  # in which its year begins, on another day than in The Hague
            facts["session"] = session
    for place in sorted(furniture):
        footer = FOOTER.match(lines[place].text)
        if footer:
            _from_footer(facts, footer)
            break
    for text in (*opening, *(line.text for line in (*head, *lines[-_HEAD // 2 :]))):
        _from_line(facts, text)
    _set_head(facts, opening or _paragraphs(head))
    _set_mark(facts, [*opening, *(line.text for line in head)])
    joined = " ".join(opening or (line.text for line in head))
    questions = _WRITTEN_QUESTIONS.search(joined)
    if questions:
        facts["kind"] = "kamervragen"
        about = questions["about"]
        facts.setdefault("title", about[0].upper() + about[1:])
    received = _RECEIVED.search(joined)
    if received:
        facts["date"] = _date(received)
    kind = _kind(lines, joined)
    if kind:
        facts.setdefault("kind", kind)
    return facts


def _feet(lines: Sequence[Line], furniture: set[int]) -> list[str]:
    """The words of the furniture, a page each."""
    feet: dict[int, list[str]] = {}
    for place in sorted(furniture):
        feet.setdefault(lines[place].page, []).append(lines[place].text)
    return [" ".join(words) for words in feet.values()]


def _from_footer(facts: dict[str, str], footer: re.Match[str]) -> None:
    facts["chamber"] = f"{footer['chamber']} Kamer"
    facts["session"] = footer["session"].replace("–", "-")
    if footer["dossier"]:
        facts["dossier"] = normal_dossier(footer["dossier"])
        number = footer["number"] or footer["letter"]
        if number:
            facts["number"] = number


def _from_publication(facts: dict[str, str], head: re.Match[str]) -> None:
    facts |= {"chamber": f"{head['chamber']} Kamer", "session": head["session"]}
    if head["item"]:
        facts |= {"kind": "handelingen", "number": f"{head['sitting']}-{head['item']}"}
    else:
        facts |= {"dossier": head["dossier"], "number": head["number"]}


def _from_line(facts: dict[str, str], text: str) -> None:
    dated = _PLACE_AND_DATE.match(text)
    if dated:
        facts.setdefault("date", _date(dated))
    subject = _SUBJECT.match(text)
    if subject:
        facts.setdefault("title", subject["title"])
    session = _HEAD_SESSION.match(text)
    if session:
        facts.setdefault("session", f"{session[1]}-{session[2]}")
    own = _PUBLICATION.match(text)
    if own and own["chamber"]:
        facts.setdefault("chamber", "Eerste Kamer" if own["chamber"] == "e" else "Tweede Kamer")
        facts.setdefault("session", f"{own['first']}-{own['second']}")
        facts.setdefault("number", own["number"])
    head = DOSSIER_HEAD.match(text)
    if head and "dossier" not in facts:
        facts["dossier"] = normal_dossier(head["dossier"])
    number = NUMBER_HEAD.match(text)
    if number and "dossier" in facts:
        facts.setdefault("number", number["number"])


def _set_head(facts: dict[str, str], paragraphs: Sequence[str]) -> None:
    """What the head of a Kamerstuk says behind its number; a title that is told otherwise stays."""
    dossiers = dossiers_of(paragraphs)
    if dossiers:
        facts.setdefault("dossier", normal_dossier(dossiers[0][0]))
    if len(dossiers) > 1:
        facts["dossiers"] = "; ".join(normal_dossier(dossier) for dossier, _ in dossiers)
    if "dossier" not in facts:
        return
    found = head_facts(paragraphs, dossiers[0][1] if dossiers else "", is_senate=facts.get("chamber") == "Eerste Kamer")
    for key, value in found.items():
        facts.setdefault(key, value)


def _paragraphs(lines: Sequence[Line]) -> list[str]:
    """The lines up to an empty one, joined."""
    found: list[list[str]] = []
    for line in lines:
        if line.gap or not found:
            found.append([])
        found[-1].append(line.text)
    return [" ".join(words) for words in found]


def _set_mark(facts: dict[str, str], texts: Sequence[str]) -> None:
    """The sender's mark: behind its label, or on the line below it."""
    texts = [text.strip() for text in texts]
    for text, following in zip(texts, [*texts[1:], ""], strict=True):
        if match := _MARK_LINE.match(text):
            facts["reference"] = match["mark"]
            return
        if _BARE_MARK_LABEL.match(text) and _BARE_MARK.match(following):
            facts["reference"] = following
            return


def _kind(lines: Sequence[Line], head: str) -> str | None:
    """The sort of paper, where its own words leave no doubt."""
    if re.search(r"verslag van een schriftelijk overleg", head, re.IGNORECASE):
        return "schriftelijk-overleg"
    if re.search(r"lijst van vragen en antwoorden", head, re.IGNORECASE):
        return "lijst-van-vragen"
    fracties = sum(_FRACTIE_OPENING.match(line.text) is not None for line in lines)
    answers = sum(_ANSWER.match(line.text) is not None for line in lines)
    if fracties >= 3 and answers:
        return "schriftelijk-overleg"
    labels = [line.text.split()[0].rstrip(":") for line in lines if own_line_heading(line.text) == Heading("label")]
    if sum(label in ("Vraag", "Vragen") for label in labels) >= 2 and any(label[:3] == "Ant" for label in labels):
        return "kamervragen"
    if re.search(
        r"\b(?:Aan de Voorzitter van de (?:Tweede|Eerste) Kamer|Geachte (?:heer |mevrouw )?[Vv]oorzitter)\b", head
    ):
        return "kamerbrief"
    if any(_NAMED_LETTER.match(line.text) for line in lines[:_TOP]):
        return "kamerbrief"
    return None


def _date(match: re.Match[str]) -> str:
    return f"{match['year']}-{MONTHS.index(match['month']) + 1:02d}-{int(match['day']):02d}"
