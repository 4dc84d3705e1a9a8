"""What the minutes of a sitting (Handelingen) say of themselves, in the feet of their pages or at their head.

A foot names the chamber and sitting and the page within them: "TK 70" and "70-8-1" (sitting, item, page, since 2011) or
"67-4321" (sitting and page of the year, before that). The report on the website opens with its sitting and day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.domain.dates import session_of
from reader.text.references import MONTH, MONTHS

_CHAMBERS = {"TK": "Tweede Kamer", "EK": "Eerste Kamer"}
_DAY = rf"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,? )?(?P<day>\d{{1,2}}) (?P<month>{MONTH}) (?P<year>\d{{4}})"
_SITTING_IN_FOOT = re.compile(r"\b(?P<chamber>TK|EK) (?P<sitting>\d{1,3})\b")
_PAGE_OF_ITEM = re.compile(r"(?<![\d-])(?P<sitting>\d{1,3})-(?P<item>\d{1,3})-\d{1,4}(?![\d-])")
_PAGE_OF_YEAR = re.compile(r"(?<![\d-])(?P<sitting>\d{1,3})-(?P<page>\d{1,5})(?![\d-])")
_DATE = re.compile(_DAY, re.IGNORECASE)
_SITTING = r"(?P<sitting>\d{1,3})(?:e|de|ste) vergadering"
_REPORT_HEADS = (
    re.compile(rf"\b(?P<title>(?P<chamber>Tweede|Eerste) Kamer,? {_SITTING},? {_DAY})\b", re.IGNORECASE),
    re.compile(
        rf"\b(?P<title>Verslag van de plenaire vergadering van {_DAY})"
        rf" Parlementair jaar (?P<first>\d{{4}})[/–-](?P<second>\d{{4}}), {_SITTING}\b",
        re.IGNORECASE,
    ),
)


def minutes_facts(feet: Sequence[str], head: str) -> dict[str, str]:
    """Kind, chamber, number ("70-8"), date and session, of a report its title; empty where the paper is no minutes.

    `feet` are the words of the page furniture, a page each; `head` those of the first lines.
    """
    return _from_feet(feet) or _from_head(" ".join(head.split()))


def _from_feet(feet: Sequence[str]) -> dict[str, str]:
    """The facts that the feet show, where the number of the sitting stands in both of its places."""
    facts: dict[str, str] = {}
    pages: list[int] = []
    for foot in feet:
        sitting = _SITTING_IN_FOOT.search(foot)
        if sitting is None:
            continue
        of_item, of_year = _PAGE_OF_ITEM.search(foot), _PAGE_OF_YEAR.search(foot)
        if of_item and of_item["sitting"] == sitting["sitting"]:
            facts.setdefault("number", f"{of_item['sitting']}-{of_item['item']}")
        elif of_year and of_year["sitting"] == sitting["sitting"]:
            pages.append(int(of_year["page"]))
            facts["number"] = f"{sitting['sitting']}, p. {min(pages)}-{max(pages)}"
        else:
            continue
        facts |= {"kind": "handelingen", "chamber": _CHAMBERS[sitting["chamber"]]}
        dated = _DATE.search(foot)
        if dated:
            facts.setdefault("date", _date(dated))
    return _with_session(facts)


def _from_head(words: str) -> dict[str, str]:
    for pattern in _REPORT_HEADS:
        match = pattern.search(words)
        if match:
            facts = {"kind": "handelingen", "number": match["sitting"], "date": _date(match)}
            facts["title"] = match["title"]
            said = match.groupdict()
            if said.get("chamber"):
                facts["chamber"] = f"{said['chamber'].title()} Kamer"
            if said.get("first"):
                facts["session"] = f"{said['first']}-{said['second']}"
            return _with_session(facts)
    return {}


def _with_session(facts: dict[str, str]) -> dict[str, str]:
    """With the parliamentary year, which the day of a sitting settles."""
    session = session_of(facts.get("date"))
    return {"session": session, **facts} if session else facts


def _date(match: re.Match[str]) -> str:
    return f"{match['year']}-{MONTHS.index(match['month'].lower()) + 1:02d}-{int(match['day']):02d}"
