"""What the lines of a Markdown text are: headings, paragraphs, items, quotes, code, notes; and the marks in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.text.headings import looks_plain, numbered_heading, own_line_heading
from reader.text.structure import BlockKind, Footnote
from reader.text.told import Told, ToldLine

_ATX = re.compile(r"^( {0,3}(#{1,6})[ \t]+)")
_SETEXT = re.compile(r"^ {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"^(?: {0,3}>[ \t]?)+")
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?\S")
_FANCY_ITEM = re.compile(
    r"^[ \t]*(?:(?:[a-z]|[ivxl]{2,6})[.)]|\((?:[a-z]|[ivxl]{2,6}|\d{1,3})\)|[IVXL]{1,6}\))[ \t]+\S"
)
_DEFINED = re.compile(r"^[ \t]{0,3}:[ \t]+(?=\S)")
_LINE_OF_BLOCK = re.compile(r"^\|[ \t]+(?=[^|]+$)")
_DIVISION = re.compile(r"^[ \t]*:{3,}")
_PADDING = re.compile(r"[ \t]{2,}(?=\|)|(?<=\|)[ \t]{2,}")
_GRID = re.compile(r"^[ \t]*\+(?:[:=-]+\+)+[ \t]*$|^[ \t]*(?:\|[ \t]*)+$")
_COLUMNS = re.compile(r"^[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*$")
_HARD_BREAK = re.compile(r"(?<=\S)(?:[ \t]{2,}|\\)$")
_ATTRIBUTES = re.compile(r"[ \t]*\{[#.=][^{}\n]{0,300}\}[ \t]*$")
_NOTE = re.compile(r"^ {0,3}(\[\^)([\w-]{1,20})(\]:[ \t]*)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^\n]{1,200}\]:[ \t]*\S+")
_BORDER = re.compile(r"^[ \t]*+\|?[ \t]*+:?-{2,}+:?[ \t]*+(?:\|[ \t]*+:?-*+:?[ \t]*+)*+$")
_FACT = re.compile(r"^(title|titel|date|datum|lang|language)[ \t]*:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.IGNORECASE)
_FACT_NAMES = {"titel": "title", "datum": "date", "lang": "language"}
_MARKER = re.compile(r"(\[\^)([\w-]{1,20})(\])(?!:)")
_LINK = re.compile(
    r"!?\[((?:[^\[\]\n\\]|\\.){1,500})\](?:\([^()\n]{0,1000}(?:\([^()\n]{0,300}\)[^()\n]{0,300})?\)|\[[^\]\n]{0,200}\])"
)
_STRONG = re.compile(
    r"(?<![\w\\])(\*{1,3}|_{1,3}|~~)(?=\S)((?:[^\n*_~]|\n(?![ \t]*(?:$|[-+#>|]|\d{1,9}[.)]))){1,2000}?)(?<=\S)\1(?!\w)",
    re.MULTILINE,
)
_BROKEN_STRONG = re.compile(r"^(\*\*[ \t]*\\?\n)([^\n*]{0,500})(\*\*)[ \t]*$", re.MULTILINE)  # as a converter writes it
_BOLD_LINE = re.compile(r"(?:\*\*(?=\S))?([^*\n]{1,120}?)(?<=\S)\*\*[ \t]*")
_CODE = re.compile(r"(?<!`)(`++)(.{1,500}?)(?<!`)\1(?!`)")
_SPAN = re.compile(r"(?<!\\)\[([^\[\]\n]{1,500})\]\{[.#][^{}\n]{0,300}\}")
_RAISED = re.compile(r"(?<=[^\s^\\])([\^~])([\w.,+−-]{1,15})\1(?![\^~])")
_TAG = re.compile(
    r"</?(?:a|abbr|b|br|caption|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|img"
    r"|ins|li|mark|ol|p|q|s|section|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul)"
    r"(?:[ \t\n]+[a-zA-Z-]+(?:=(?:\"[^\"<>]{0,1000}\"|'[^'<>]{0,1000}'))?){0,20}[ \t\n]*/?>",
    re.IGNORECASE,
)
_POWER = re.compile(r"(?<=\d)<sup>\d+</sup>", re.IGNORECASE)
_BLOCK_OF_TAGS = re.compile(r"^ {0,3}</?(?:table|div|dl|ul|ol|p|section|figure|center)\b", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_COMMENT = re.compile(r"<!--(?:(?!<!--).){0,10000}?-->", re.DOTALL)
_ADDRESS = re.compile(r"<(?=(?:https?://|mailto:)[^<>\s]{1,500}(>))")

_MOST_BOLD = 0.35  # share of the paragraphs: where more are bold, bold is no sign of a heading
_LONGEST_BOLD = 120  # code points of a heading that shows only by being bold

Stretch = tuple[int, int]


@dataclass(slots=True)
class Known:
    """What is known of a text: its lines, the stretches that are not shown, and its facts."""

    told: Told = field(default_factory=Told)
    hidden: list[Stretch] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Reading:
    """While the lines are read: `open` is the kind of the block that a following line goes on with.

    `above` is the line before, `broken` whether its writer broke it off; `raw`: in a fence for another format;
    `rows`: in a table; `tags`: in a block of HTML.
    """

    lines: dict[int, ToldLine] = field(default_factory=dict)
    hidden: list[Stretch] = field(default_factory=list)
    notes: dict[str, Stretch] = field(default_factory=dict)
    note: str | None = None
    open: BlockKind | None = None
    above: str = ""
    fence: str = ""
    broken: bool = False
    raw: bool = False
    rows: bool = False
    tags: bool = False
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
            reading.above = line
    _head_by_bold(body, reading, lines)
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
        reading.rows = reading.tags = reading.broken = False
        if not following.startswith((" ", "\t")):
            reading.note = None
        return
    heading = _ATX.match(line)
    note = _NOTE.match(line)
    if heading:
        _tell(reading, number, "heading", level=len(heading[2]))
        reading.hidden += [(start + heading.start(1), start + heading.end(1))]
        end = max(heading.end(1), min(_end_of_heading(line), _without_attributes(line)))
        if end < len(line):
            reading.hidden += [(start + end, start + len(line))]
    elif reading.open == "paragraph" and _SETEXT.match(line) and number - 1 in reading.lines:
        level = 1 if "=" in line else 2
        end = _without_attributes(reading.above)
        if end < len(reading.above):
            reading.hidden.append((start - 1 - len(reading.above) + end, start - 1))
        reading.lines[number - 1] = ToldLine("heading", reading.lines[number - 1].begins, level)
        _leave_out(reading, number)
    elif _COLUMNS.match(line):
        _leave_out(reading, number)
        reading.rows = True
    elif any(one.match(line) for one in (_RULE, _BORDER, _DEFINITION, _DIVISION)) or _GRID.match(_TAG.sub("", line)):
        _leave_out(reading, number)
    elif reading.rows:
        _tell(reading, number, "paragraph")
    elif reading.open is None and (mark := _DEFINED.match(line) or _LINE_OF_BLOCK.match(line)):
        _tell(reading, number, "paragraph", goes_on=line.startswith(":"))
        reading.hidden.append((start, start + mark.end()))
    elif reading.open == "paragraph" and (mark := _DEFINED.match(line)):
        _tell(reading, number, "paragraph", goes_on=True)
        reading.hidden.append((start, start + mark.end()))
    elif note:
        _tell(reading, number, "footnote")
        reading.hidden += [
            (start + note.start(1), start + note.end(1)),
            (start + note.start(3), start + note.end(3) - 1),
        ]
        reading.note, reading.open = note[2], "footnote"
        reading.notes.setdefault(note[2], (start + note.start(2), start + len(line)))
    elif reading.tags or _BLOCK_OF_TAGS.match(line):
        reading.tags = True
        if _TAG.sub("", line).strip():
            begins = line.lstrip().startswith("<") or reading.open != "paragraph"
            _tell(reading, number, "paragraph", begins=begins, goes_on=not line.rstrip().endswith(">"))
        else:
            _leave_out(reading, number)
    else:
        _text(reading, number, start, line, following)
    broken = _HARD_BREAK.search(line)
    reading.broken = broken is not None
    if broken and line.endswith("\\"):
        reading.hidden.append((start + broken.start(), start + len(line)))


def _without_attributes(line: str) -> int:
    """Where the words of a heading end and the attributes that some programs set behind them begin."""
    found = _ATTRIBUTES.search(line)
    return found.start() if found else len(line)


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
    elif _ITEM.match(words) or (reading.open in (None, "list-item") and _FANCY_ITEM.match(words)):
        _tell(reading, number, "list-item", goes_on=True)
    elif reading.note is not None and (reading.open == "footnote" or line.startswith((" ", "\t"))):
        _tell(reading, number, "footnote", begins=False, goes_on=True)
        first, _ = reading.notes[reading.note]
        reading.notes[reading.note] = first, start + len(line)
    elif "|" in words and (words.lstrip().startswith("|") or _BORDER.match(following)):
        _tell(reading, number, "paragraph")
        if words.lstrip().startswith("|"):
            _hide_padding(reading, start, line)
    elif reading.open in ("paragraph", "list-item") and not line.startswith("\t"):
        begins = reading.broken and not line.lstrip()[:1].islower()
        if begins:
            reading.lines[number] = ToldLine("paragraph" if quote else None)
            reading.open = "paragraph"
        else:
            _tell(reading, number, reading.open, begins=False, goes_on=True)
    else:
        reading.note = None
        reading.lines[number] = ToldLine("paragraph" if quote else None)
        reading.open = "paragraph"


def _hide_padding(reading: _Reading, start: int, line: str) -> None:
    """Leave out what stands around the row of a table, and all but one space around its borders."""
    first, last = line.index("|") + 1, len(line.rstrip(" \t|"))
    first += len(line[first:]) - len(line[first:].lstrip())
    if first >= last:
        return
    reading.hidden += [(start, start + first), (start + last, start + len(line))]
    for gap in _PADDING.finditer(line, first, last):
        reading.hidden.append((start + gap.start(), start + gap.end() - 1))


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
    if fence and not reading.fence:
        reading.raw = line[fence.end() :].strip().startswith("{=")
    if fence and (not reading.fence or (fence[1].startswith(reading.fence) and not line.strip(" `~"))):
        reading.fence = "" if reading.fence else fence[1]
        _leave_out(reading, number)
    elif reading.raw:
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
    for match in _SPAN.finditer(body):
        hidden += [(match.start(), match.start(1)), (match.end(1), match.end())]
    for match in _RAISED.finditer(body):
        power = match[1] == "^" and match[2].isdigit() and body[match.start() - 1].isdigit()
        hidden += [] if power else [match.span(1)]
        hidden.append((match.end() - 1, match.end()))
    powers = [match.span() for match in _POWER.finditer(body)]
    hidden += [match.span() for match in _TAG.finditer(body) if not _inside(match.span(), powers)]
    for match in _BROKEN_STRONG.finditer(body):
        hidden += [match.span(1), match.span(3)]
    hidden += [match.span() for match in _ESCAPE.finditer(body)]
    hidden += [stretch for match in _ADDRESS.finditer(body) for stretch in (match.span(), match.span(1))]
    return hidden, tuple(footnotes)


def _head_by_bold(body: str, reading: _Reading, lines: Sequence[tuple[int, str]]) -> None:
    """In a text without headings the short paragraphs that are all bold are headings, as in letters of ministries."""
    if any(line.kind == "heading" for line in reading.lines.values()):
        return
    places = [start for start, _ in lines]
    broken = {bisect_right(places, match.start(2)) - 1 for match in _BROKEN_STRONG.finditer(body)}
    texts = [number for number, told in reading.lines.items() if told.kind is None and told.begins]
    bold = {
        number: match[1]
        for number in texts
        if (match := _BOLD_LINE.fullmatch(lines[number][1])) and (lines[number][1].startswith("**") or number in broken)
        if number + 1 == len(lines) or not lines[number + 1][1].strip()
    }
    is_sign = len(bold) <= _MOST_BOLD * len(texts)
    for number, words in bold.items():
        is_title = not words.endswith("?") and (
            looks_plain(words, _LONGEST_BOLD) or numbered_heading(words) is not None
        )
        if own_line_heading(words) or (is_sign and is_title):
            reading.lines[number] = ToldLine("heading")


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
