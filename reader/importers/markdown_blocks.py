"""What the lines of a Markdown text are: headings, paragraphs, items, quotes, code, notes; and the marks in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.text.structure import BlockKind, Footnote
from reader.text.told import Told, ToldLine

_ATX = re.compile(r"^( {0,3}(#{1,6})[ \t]+)")
_SETEXT = re.compile(r"^ {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"^(?: {0,3}>[ \t]?)+")
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?\S")
_NOTE = re.compile(r"^ {0,3}(\[\^)([\w-]{1,20})(\]:[ \t]*)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^\n]{1,200}\]:[ \t]*\S+")
_BORDER = re.compile(r"^[ \t]*+\|?[ \t]*+:?-{2,}+:?[ \t]*+(?:\|[ \t]*+:?-*+:?[ \t]*+)*+$")
_FACT = re.compile(r"^(title|titel|date|datum|lang|language)[ \t]*:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.IGNORECASE)
_FACT_NAMES = {"titel": "title", "datum": "date", "lang": "language"}
_MARKER = re.compile(r"(\[\^)([\w-]{1,20})(\])(?!:)")
_LINK = re.compile(
    r"!?\[((?:[^\[\]\n\\]|\\.){1,500})\](?:\([^()\n]{0,1000}(?:\([^()\n]{0,300}\)[^()\n]{0,300})?\)|\[[^\]\n]{0,200}\])"
)
_STRONG = re.compile(r"(?<![\w\\])(\*{1,3}|_{1,3}|~~)(?=\S)([^\n*_~]{1,2000}?)(?<=\S)\1(?!\w)")
_CODE = re.compile(r"(?<!`)(`++)(.{1,500}?)(?<!`)\1(?!`)")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_COMMENT = re.compile(r"<!--(?:(?!<!--).){0,10000}?-->", re.DOTALL)
_ADDRESS = re.compile(r"<(?=(?:https?://|mailto:)[^<>\s]{1,500}(>))")

Stretch = tuple[int, int]


@dataclass(slots=True)
class Known:
    """What is known of a text: its lines, the stretches that are not shown, and its facts."""

    told: Told = field(default_factory=Told)
    hidden: list[Stretch] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Reading:
    """While the lines are read: `open` is the kind of the block that a following line goes on with."""

    lines: dict[int, ToldLine] = field(default_factory=dict)
    hidden: list[Stretch] = field(default_factory=list)
    notes: dict[str, Stretch] = field(default_factory=dict)
    note: str | None = None
    open: BlockKind | None = None
    fence: str = ""
    code: list[Stretch] = field(default_factory=list)  # in order


def blocks_of(body: str) -> Known:
    """What the marks in `body` say. Offsets are code points of it; lines count from 0."""
    reading = _Reading()
    facts, skipped = _front_matter(body, reading)
    lines = list(_lines(body))
    for number, (start, line) in enumerate(lines):
        if number >= skipped:
            following = lines[number + 1][1] if number + 1 < len(lines) else ""
            _read(reading, number, start, line, following)
    hidden = [(match.start(), match.end()) for match in _COMMENT.finditer(body)]
    inline, footnotes = _inline(body, reading)
    hidden += inline
    hidden = [stretch for stretch in hidden if not _inside(stretch, reading.code)] + reading.hidden
    told = Told(reading.lines, markers=None, footnotes=footnotes, is_marked_up=True)
    return Known(told, sorted(hidden), facts)


def _read(reading: _Reading, number: int, start: int, line: str, following: str) -> None:
    """Note what one line is, and which marks at its edges are not shown."""
    if reading.fence or _FENCE.match(line):
        _code(reading, number, start, line)
        return
    if not line.strip():
        reading.open = None
        if not following.startswith((" ", "\t")):
            reading.note = None
        return
    heading = _ATX.match(line)
    note = _NOTE.match(line)
    if heading:
        _tell(reading, number, "heading", level=len(heading[2]))
        reading.hidden += [(start + heading.start(1), start + heading.end(1))]
        end = max(heading.end(1), _end_of_heading(line))
        if end < len(line):
            reading.hidden += [(start + end, start + len(line))]
    elif reading.open == "paragraph" and _SETEXT.match(line) and number - 1 in reading.lines:
        level = 1 if "=" in line else 2
        reading.lines[number - 1] = ToldLine("heading", reading.lines[number - 1].begins, level)
        _leave_out(reading, number)
    elif _RULE.match(line) or _BORDER.match(line) or _DEFINITION.match(line):
        _leave_out(reading, number)
    elif note:
        _tell(reading, number, "footnote")
        reading.hidden += [
            (start + note.start(1), start + note.end(1)),
            (start + note.start(3), start + note.end(3) - 1),
        ]
        reading.note, reading.open = note[2], "footnote"
        reading.notes.setdefault(note[2], (start + note.start(2), start + len(line)))
    else:
        _text(reading, number, start, line, following)


def _end_of_heading(line: str) -> int:
    """Where the words of a heading end and the closing "##" begins, with the spaces around it."""
    title = line.rstrip(" \t").rstrip("#")
    return len(title.rstrip(" \t")) if title.endswith((" ", "\t")) else len(line)


def _text(reading: _Reading, number: int, start: int, line: str, following: str) -> None:
    quote = _QUOTE.match(line)
    words = line[quote.end() :] if quote else line
    if quote:
        reading.hidden.append((start, start + quote.end()))
    if not words.strip():
        _leave_out(reading, number)
    elif _ITEM.match(words):
        _tell(reading, number, "list-item", goes_on=True)
    elif reading.note is not None and (reading.open == "footnote" or line.startswith((" ", "\t"))):
        _tell(reading, number, "footnote", begins=False, goes_on=True)
        first, _ = reading.notes[reading.note]
        reading.notes[reading.note] = first, start + len(line)
    elif "|" in words and (words.lstrip().startswith("|") or _BORDER.match(following)):
        _tell(reading, number, "paragraph")
    elif reading.open in ("paragraph", "list-item") and not line.startswith("\t"):
        _tell(reading, number, reading.open, begins=False, goes_on=True)
    else:
        reading.note = None
        reading.lines[number] = ToldLine("paragraph" if quote else None)
        reading.open = "paragraph"


def _tell(
    reading: _Reading, number: int, kind: BlockKind, *, level: int = 0, begins: bool = True, goes_on: bool = False
) -> None:
    reading.lines[number] = ToldLine(kind, begins, level)
    reading.open = kind if goes_on else None


def _leave_out(reading: _Reading, number: int) -> None:
    reading.lines[number] = ToldLine("page-furniture")
    reading.open = None


def _code(reading: _Reading, number: int, start: int, line: str) -> None:
    """Code is shown line by line as it is, without the lines that fence it."""
    fence = _FENCE.match(line)
    if fence and (not reading.fence or (fence[1].startswith(reading.fence) and not line.strip(" `~"))):
        reading.fence = "" if reading.fence else fence[1]
        _leave_out(reading, number)
    elif line.strip():
        _tell(reading, number, "paragraph")
        reading.code.append((start, start + len(line)))


def _inside(stretch: Stretch, stretches: Sequence[Stretch]) -> bool:
    """Whether `stretch` begins in one of `stretches`, which are sorted."""
    place = bisect_right(stretches, stretch[0], key=lambda one: one[0]) - 1
    return place >= 0 and stretch[0] < stretches[place][1]


def _inline(body: str, reading: _Reading) -> tuple[list[Stretch], tuple[Footnote, ...]]:
    """The marks inside the text that are not shown, and the notes with their markers."""
    hidden: list[Stretch] = []
    footnotes: list[Footnote] = []
    for match in _MARKER.finditer(body):
        start, end = reading.notes.get(match[2], (None, None))
        if start is not None and start <= match.start() < (end or 0):
            continue
        hidden += [match.span(1), match.span(3)]
        footnotes.append(Footnote(match[2], match.start(2), start, end))
    for match in _LINK.finditer(body):
        if match[0].startswith("[^"):
            continue
        hidden += [(match.start(), match.start(1)), (match.end(1), match.end())]
    for pattern in (_STRONG, _CODE):
        for match in pattern.finditer(body):
            hidden += [match.span(1), (match.end() - len(match[1]), match.end())]
    hidden += [match.span() for match in _ESCAPE.finditer(body)]
    hidden += [stretch for match in _ADDRESS.finditer(body) for stretch in (match.span(), match.span(1))]
    return hidden, tuple(footnotes)


def _front_matter(body: str, reading: _Reading) -> tuple[dict[str, str], int]:
    """The facts between two lines of dashes at the top, and how many lines they are."""
    if not body.startswith("---\n"):
        return {}, 0
    end = body.find("\n---\n", 3, 20_000)
    if end < 0:
        return {}, 0
    facts: dict[str, str] = {}
    lines = body[: end + 4].split("\n")
    for number, line in enumerate(lines):
        reading.lines[number] = ToldLine("page-furniture")
        fact = _FACT.match(line)
        if fact:
            name = fact[1].lower()
            facts.setdefault(_FACT_NAMES.get(name, name), fact[2])
    return facts, len(lines)


def _lines(body: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in body.split("\n"):
        yield start, line
        start += len(line) + 1
