"""Dates as far as they are known, in words, and the parliamentary year they fall in."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

Language = Literal["nl", "en"]

MONTHS: dict[Language, tuple[str, ...]] = {
    "nl": (
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


def language_of(tag: str) -> Language:
    """The language of the program that fits a language tag best: English for "en-GB", Dutch for all else."""
    return "en" if tag.lower().partition("-")[0] == "en" else "nl"


def date_words(known: str | None, language: Language = "nl") -> str:
    """A date as far as it is known, such as "25 april 2018", "april 2018" or "2018"; nothing if it is no date."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", known or "")
    if match is None:
        return ""
    year, month, day = match.groups()
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return ""
    words = f"{MONTHS[language][int(month) - 1]} {year}"
    return f"{int(day)} {words}" if day else words


def session_of(known: str | None) -> str | None:
    """The parliamentary year ("2017-2018") of a date, where the date settles it.

    A parliamentary year starts on the third Tuesday of September; "2018-09" settles nothing.
    """
    match = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", known or "")
    if match is None or not 1 <= int(match[2]) <= 12:
        return None
    year, month = int(match[1]), int(match[2])
    if month == 9:
        if match[3] is None:
            return None
        first = date(year, 9, 1).weekday()  # Monday is 0, Tuesday 1
        third_tuesday = 1 + (1 - first) % 7 + 14
        started = int(match[3]) >= third_tuesday
    else:
        started = month > 9
    return f"{year}-{year + 1}" if started else f"{year - 1}-{year}"
