"""What a heading looks like in a parliamentary paper, and how deep it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

HeadingStyle = Literal["roman", "numbered", "titled", "plain", "fractie", "label", "answer", "speaker"]

FRACTIE = r"(?:[A-Z][\w.]{0,40}(?:[ -][A-Z]\w{0,40})?|50PLUS)"
_ROMAN = re.compile(r"^([IVX]{1,5})\.? +(?=[A-ZÀ-Ý«‘“\"])")
_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})\.? +(?=[A-ZÀ-Ý«‘“\"])")
_TITLED = re.compile(
    r"^(?:(Deel|Hoofdstuk|Bijlage|Titel)|(Paragraaf|Artikel|Afdeling|§)) ?(?:\d{1,3}|[IVX]{1,5}|[A-Z])\b[.:]?(?: |$)"
)
_FRACTIE_HEADING = re.compile(
    r"^(?:(?:(?:Antwoord(?:en)?|Reactie|Beantwoording) )?[Oo]p de (?:vragen|inbreng)(?: en opmerkingen)? van(?:uit)?"
    r"|(?:Vragen|Inbreng|Bijdrage|Opmerkingen)(?: en opmerkingen| en vragen)?"
    r"(?: van| vanuit))"
    r" (?:de leden van )?de (?:.{1,40}?-? ?fracties?|fracties? van .{1,60})\.?:?$"
)
_NUMBERS = r"\d{1,3}(?:(?:\s*[,–-]\s*|\s+)(?:(?:en|t/m|tot en met)\s+)?\d{1,3})*"
_LABEL = re.compile(rf"^(?:Vra(?:ag|gen)|Antwoord(?:en)?(?: op (?:de )?vra(?:ag|gen))?) {_NUMBERS}\s*[:.]?$")
_SPEAKER = re.compile(  # as minutes announce who has the floor
    r"^(?:De (?:fungerend |tijdelijk |plaatsvervangend )?voorzitter"
    r"|(?:De heer|Mevrouw|Het lid|Minister|Staatssecretaris|Minister-president) [^:()]{2,60}(?: \([^():]{1,40}\))?):$"
)
_ANSWER = re.compile(r"^\d{1,3}\. Antwoord(?:en)?(?: van| namens) .{1,60}:$")
_NOT_A_HEADING = re.compile(
    r"^(?:Aan (?:de|het)\b|Geachte\b|Hoogachtend|Met vriendelijke groet|Datum\b|Betreft\b|Bron:"
    r"|Ons kenmerk|Uw kenmerk|Kamerstuk|(?:Aanvang|Sluiting|Status|Griffier) ?:)"
    r"|\b\d{1,2} [a-z]+ \d{4}$|https?://|www\.|@|[|\t]| {3}|(?:\. ?){4}|(?:\. ?){2}\d{1,4}$|…{2}"
)
CLOSING = re.compile(
    r"^(?:Hoogachtend|(?:Met )?vriendelijke groet(?:en)?|Groet(?:en|jes)?|Kind regards|Regards)\b.{0,3}$", re.I
)
_NOTED_SENTENCE = re.compile(r"[^\W\d][.,;:!][”’»)]*\d{1,3}$")  # it ends behind a full stop in the figure of a note
_INITIALS = re.compile(
    r"^(?:(?:[A-Z]\.|[A-Z][a-z]{1,2}\.) ?)+ ?(?:(?:van|de|der|den|ten|ter|het|’t|in|op) )*"
    r"[A-Z][\w’'-]+(?:[ -](?:(?:van|de|der|den) )*[A-Z][\w’'-]+)?$"
)
_SURNAME = re.compile(
    r"^(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Ii]n|[Oo]p|’t|El|Al) )*[A-ZÀ-Þ][\w’']+"
    r"(?:[ -](?:(?:van|de|der|den) )*[A-ZÀ-Þ][\w’']+){0,2}$"
)
LONGEST_PLAIN = 60
_LONGEST_NUMBERED = 180


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's style, for a numbered one its number's parts ("1.2" is (1, 2)), and its level if the file says it."""

    style: HeadingStyle
    numbers: tuple[int, ...] = ()
    level: int = 0


def own_line_heading(text: str) -> Heading | None:
    """A heading that shows by its words alone, whatever stands around it; for a whole line."""
    if len(text) > 120:
        return None
    if _LABEL.match(text):
        return Heading("label")
    if _ANSWER.match(text):
        return Heading("answer")
    if _FRACTIE_HEADING.match(text):
        return Heading("fractie")
    if _SPEAKER.match(text):
        return Heading("speaker")
    return None


def numbered_heading(text: str) -> Heading | None:
    """A heading with a number or a word such as "Hoofdstuk" before it; `text` stands on its own between empty lines."""
    if len(text) > _LONGEST_NUMBERED or text[-1] in ".,;:" or _NOT_A_HEADING.search(text):
        return None
    if _ROMAN.match(text):
        return Heading("roman")
    match = _NUMBERED.match(text)
    if match:
        numbers = tuple(map(int, match[1].split(".")))
        if len(numbers) == 1 and len(text) > 100:
            return None
        return Heading("numbered", numbers)
    match = _TITLED.match(text)
    if match and len(text) <= 120:
        return Heading("titled", (1,) if match[1] else (1, 1))
    return None


def looks_plain(text: str, longest: int = LONGEST_PLAIN) -> bool:
    """Whether a line that stands on its own between empty lines can be an unnumbered heading."""
    if len(text) > longest or len(text) < 2 or text[-1] in ".,;:!-–" or not (text[0].isupper() or text[0] in '‘«“"('):
        return False
    if _NOT_A_HEADING.search(text) or _NOTED_SENTENCE.search(text):
        return False
    if _INITIALS.match(text) or text.startswith(("(", "*")):
        return False
    letters = sum(character.isalpha() for character in text)
    return letters >= 2 and letters >= 0.6 * (len(text) - text.count(" "))


def is_name(text: str) -> bool:
    """Whether a line is a person's name with initials, as under a letter."""
    return len(text) <= 60 and _INITIALS.match(text) is not None


def is_surname(text: str) -> bool:
    """Whether a line can be a person's name without initials, as under the office of a chair or clerk."""
    return len(text) <= 40 and _SURNAME.match(text) is not None


@dataclass(frozen=True, slots=True)
class PlainHeading:
    """An unnumbered heading in its order: its title, and whether it stands right under the one before."""

    title: str
    below_heading: bool
    starts_anew: bool = False  # a numbered heading came in between


def plain_levels(headings: Sequence[PlainHeading]) -> list[int]:
    """The level of each unnumbered heading, 1 for the highest.

    A heading right under another is its child; a namesake of an earlier heading has its level; any other is a
    sibling of the one before. A title that comes back within one part ("EU", "Nederlandse inzet") belongs under the
    others of that part.
    """
    levels: list[int] = []
    known: dict[str, int] = {}
    for index, heading in enumerate(headings):
        if index == 0 or heading.starts_anew:
            level = 1
            known = {}
        elif heading.below_heading:
            level = levels[-1] + 1
        else:
            run = _run_from(headings, index)
            named = (known[title] - depth for depth, title in enumerate(run) if title in known)
            level = next((level for level in named if level >= 1), max(1, levels[-1] - len(run) + 1))
        levels.append(level)
        known.setdefault(heading.title, level)
    _lower_repeated(headings, levels)
    return levels


def _run_from(headings: Sequence[PlainHeading], first: int) -> list[str]:
    """The title of a heading and of those that stand right under it, one under another."""
    end = first + 1
    while end < len(headings) and headings[end].below_heading and not headings[end].starts_anew:
        end += 1
    return [heading.title for heading in headings[first:end]]


def _lower_repeated(headings: Sequence[PlainHeading], levels: list[int]) -> None:
    """Put the titles that repeat within one part, and what stands among them, a level below the others of that part."""
    top = 0
    elsewhere: set[str] = set()
    for end in range(1, len(levels) + 1):
        if end < len(levels) and levels[end] > levels[top]:
            continue
        part = range(top + 1, end)
        titles = [headings[index].title for index in part]
        repeated = {title for title in titles if titles.count(title) > 1} if len(titles) < 200 else set()
        if repeated and titles[0] not in repeated:
            level = levels[top] + 1
            parent_known = False
            for index in part:
                title = headings[index].title
                lowered = (
                    index > top + 1
                    and title not in elsewhere
                    and (title in repeated or parent_known or levels[index - 1] > level)
                )
                if not lowered:
                    parent_known = title in elsewhere
                levels[index] = level + 1 if lowered else level
        elsewhere.update(titles)
        top = end


class Levels:
    """Gives each heading its level and keeps the path of headings above the present place."""

    def __init__(self, plain: Sequence[int]) -> None:
        """`plain` are the levels of the unnumbered headings, in their order."""
        self._plain = iter(plain)
        self._path: list[tuple[int, str, HeadingStyle]] = []
        self._has_roman = False
        self._plain_above: int | None = (
            None  # level of the plain headings that stand above the numbered ones, as chapters do
        )

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(title for _, title, _ in self._path)

    def enter(self, heading: Heading, title: str) -> int:
        """The level of the next heading, which is then part of the path."""
        level = min(self._level(heading), 6)
        self._path = [entry for entry in self._path if entry[0] < level]
        if heading.style != "answer":  # where its answer ends and the next question begins, the heading does not say
            self._path.append((level, title, heading.style))
        return level

    def leave_fractie(self, opening: str) -> None:
        """A paragraph that is about another fractie ends the part under a fractie's heading."""
        if not self._path or self._path[-1][2] != "fractie":
            return
        named = set(re.findall(rf"({FRACTIE})-? ?fractie", opening))
        title = re.sub(r"[ -]", "", self._path[-1][1])
        if named and not any(re.sub(r"[ -]", "", name) in title for name in named):
            self._path.pop()

    def _level(self, heading: Heading) -> int:
        if heading.level:
            return heading.level
        if heading.style == "roman":
            self._has_roman = True
            return 1
        if heading.style in ("numbered", "titled"):
            above = self._path[-1] if self._path else None
            if (
                len(heading.numbers) > 1
                and above
                and above[2] == "plain"
                and self._plain_above is None
                and not self._has_roman
            ):
                self._plain_above = above[0]
            base = 1 if self._has_roman else max(0, (self._plain_above or 0) - 1)
            return base + len(heading.numbers)
        if heading.style == "plain":
            level = next(self._plain, 1)
            if self._plain_above is not None:
                return level
            numbered = [entry[0] for entry in self._path if entry[2] in ("roman", "numbered", "titled")]
            return (numbered[-1] if numbered else 0) + level
        if heading.style == "speaker" and (before := [entry[0] for entry in self._path if entry[2] == "speaker"]):
            return before[0]
        same = ("label",) if heading.style == "label" else ("fractie", "label")
        above_levels = [entry[0] for entry in self._path if entry[2] not in same]
        return (above_levels[-1] if above_levels else 0) + 1
