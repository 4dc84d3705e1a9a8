"""From the parts of a file that says what they are (DOCX, ODT, HTML, XML) to a source text with its structure.

An importer gives the parts in reading order. Out comes a text with one paragraph a line, an empty line between two,
and each note below the paragraph of its marker. What the parts do not say is recognised as in plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from reader.domain.errors import NoText
from reader.importers.extracted import Extracted, Progress
from reader.text.recognise import recognise
from reader.text.structure import BlockKind, Footnote, Reference
from reader.text.told import Told, ToldLine

PartKind = Literal["text", "paragraph", "heading", "list-item", "row", "pull-quote", "signature", "furniture"]

CELL_BORDER = " | "  # between two cells of a row
_READING, _COMPOSING = 0.1, 0.3  # shares of the progress: while the parts come in, and when the text is ready
_STRIDE = 200  # parts between two looks at `progress`
_KINDS: dict[PartKind, BlockKind | None] = {
    "text": None,
    "paragraph": "paragraph",
    "heading": "heading",
    "list-item": "list-item",
    "row": "paragraph",
    "pull-quote": "pull-quote",
    "signature": "signature",
    "furniture": "page-furniture",
}
_NOTE, _BREAK, _CITES, _CITED = "\x01", "\x02", "\x03", "\x04"  # in a text for what is in it: no file keeps controls
_SERIES = {"kst": "kamerstuk", "h": "handelingen", "ah": "aanhangsel", "blg": "bijlage", "stb": "staatsblad"}
_INVISIBLE = re.compile(f"[{_BREAK}{_CITES}{_CITED}]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(rf"[^\S\n]+(?:{_BREAK}[^\S\n]+)?")
_SENTENCE_END = re.compile(r"[.:;?!]\W*\d{0,3}$")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DEEPEST_HEADING = 6
_HEAD = 64_000  # bytes in which the first element stands
_FIRST_ELEMENT = re.compile(
    rb"^[^<]{0,40}(?>(?:<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?+>)\s*)*+"
    rb"<(?:[\w-]{1,40}:)?(?P<name>[\w-]{1,60})[\s>]",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Note:
    """A note, at the place of its marker. Two markers of one note share `key`; its text stands below the first."""

    number: str
    paragraphs: tuple[str, ...]
    key: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where a page of the file ends and the next begins, with that page's printed number if the file says it."""

    label: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """Words that link to the paper with the identifier `id`, such as "kst-19637-2395"."""

    text: str
    id: str


Run: TypeAlias = str | Note | PageBreak | Cited
Content: TypeAlias = Sequence[Run]  # a line end in a text is a break that the author put in the paragraph


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph or the like. "text" is a paragraph of which the file does not say what it is.

    `level` is that of a heading, 1 for the highest, 0 where it is not known. A part that is `close` follows the one
    before without an empty line, as the rows of a table do.
    """

    kind: PartKind
    content: Content
    level: int = 0
    close: bool = False


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file says of itself: `certain` facts win over what its text says, `likely` ones stand in for it.

    `encoding` and the English sentences `warnings` are for the user. `all_notes`: the file marks every note, so that
    no figure in its text is a marker.
    """

    certain: Mapping[str, str] = field(default_factory=dict)
    likely: Mapping[str, str] = field(default_factory=dict)
    encoding: str = "UTF-8"
    warnings: tuple[str, ...] = ()
    all_notes: bool = False


@dataclass(slots=True)
class _Body:
    """The source text while it grows, with what is known of it."""

    lines: list[str] = field(default_factory=list)
    length: int = 0  # code points of the lines with their ends
    told: dict[int, ToldLine] = field(default_factory=dict)
    pages: list[tuple[int, str | None]] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    notes: dict[str, tuple[int, int] | None] = field(default_factory=dict)  # the spans of the notes' texts by key

    def append(self, line: str, told: ToldLine, *, gap: bool) -> None:
        """Add a line, below an empty one where there is a `gap`."""
        if gap and self.lines:
            self.lines.append("")
            self.length += 1
        self.told[len(self.lines)] = told
        self.lines.append(line)
        self.length += len(line) + 1


def compose(parts: Iterable[Part], name: str, progress: Progress, facts: FileFacts | None = None) -> Extracted:
    """The text of the parts and all that is known or recognised in it.

    `name` is the file's, for messages; `progress` may raise to stop. Raises NoText.
    """
    body = _Body()
    for number, part in enumerate(parts):
        if number % _STRIDE == 0:
            progress(_READING)
        _add(body, part)
    text = "\n".join(body.lines)
    if not text.strip():
        raise NoText(name=name)
    progress(_COMPOSING)
    facts = facts or FileFacts()
    told = Told(
        _ranked(body.told),
        _pages(body.pages, len(text)),
        () if facts.all_notes else None,
        tuple(sorted(body.footnotes, key=lambda note: note.marker)),
        tuple(replace(one, text=text[one.start : one.end]) for one in body.references if one.start < one.end),
        is_marked_up=True,
    )
    structure = recognise(text, told=told, progress=lambda share: progress(_COMPOSING + share * (1 - _COMPOSING)))
    structure = replace(structure, facts={**facts.likely, **structure.facts, **facts.certain})
    return Extracted(text, structure, facts.encoding, facts.warnings)


def opens_with(head: bytes, names: re.Pattern[bytes]) -> bool:
    """Whether the first element of the file that begins with `head` has a name that `names` matches as a whole."""
    match = _FIRST_ELEMENT.match(head[:_HEAD].replace(b"\0", b""))
    return match is not None and names.fullmatch(match["name"]) is not None


def plain_text(content: Content) -> str:
    """The words of `content` on one line, without markers and breaks."""
    words = (run if isinstance(run, str) else run.text for run in content if isinstance(run, str | Cited))
    return " ".join("".join(words).split())


def raised(words: str, before: Content) -> str:
    """Words set high above the line behind `before`: figures that would lengthen a number ("10" and "3") stay high."""
    number = words.strip()
    last = before[-1] if before else ""
    if number.isdecimal() and number.isascii() and isinstance(last, str) and last[-1:].isdecimal():
        return words.translate(_SUPERSCRIPT)
    return words


def row(cells: Sequence[Content], *, close: bool) -> Part | None:
    """A row of a table as readable text; None where all its cells are empty."""
    content: list[Run] = []
    for number, cell in enumerate(cells):
        if number:
            content.append(CELL_BORDER)
        content += [run.replace("\n", " ") if isinstance(run, str) else run for run in cell]
    if not any(plain_text(cell) for cell in cells):
        return None
    return Part("row", content, close=close)


def _add(body: _Body, part: Part) -> None:
    """Append the lines of a part, and below them the texts of its notes."""
    kind = _KINDS[part.kind]
    notes = [run for run in part.content if isinstance(run, Note)]
    coming_notes = iter(notes)
    coming_breaks = iter([run for run in part.content if isinstance(run, PageBreak)])
    coming_ids = iter([run.id for run in part.content if isinstance(run, Cited)])
    above: str | None = None
    markers: list[tuple[Note, int]] = []
    for raw in _tidy(part.content).split("\n"):
        visible = _INVISIBLE.sub("", raw).strip()
        gap = above is None and not part.close
        begins = above is None or not (part.kind == "signature" or _runs_on(above, visible))
        start = body.length + (1 if gap and body.lines else 0)
        line = ""
        cites = start
        for piece in re.split(f"([{_NOTE}{_BREAK}{_CITES}{_CITED}])", raw):
            if piece == _NOTE:
                note = next(coming_notes)
                before, figure, behind = _marker(note.number, line)
                markers.append((note, start + len(line + before)))
                line += before + figure + behind
            elif piece == _BREAK:
                body.pages.append((start + len(line), next(coming_breaks).label))
            elif piece == _CITES:
                cites = start + len(line)
            elif piece == _CITED:
                identifier = next(coming_ids)
                series = _SERIES.get(identifier.partition("-")[0], "publication")
                body.references.append(Reference(series, identifier, cites, start + len(line), ""))
            else:
                line += piece
        if visible:
            body.append(line, ToldLine(kind, begins, part.level), gap=gap)
            above = visible
    for note in notes:
        if note.key not in body.notes:
            body.notes[note.key] = _add_note(body, note)
    for note, marker in markers:
        span = body.notes[note.key]
        body.footnotes.append(Footnote(note.number, marker, *(span or (None, None))))


def _add_note(body: _Body, note: Note) -> tuple[int, int] | None:
    """Append a note's text, its number before it, and give its span; None where it has no text."""
    lines = [line for paragraph in note.paragraphs for line in _tidy([paragraph]).split("\n") if line.strip()]
    if not lines:
        return None
    lines[0] = f"{note.number} {lines[0]}"
    start = body.length + (1 if body.lines else 0)
    for number, line in enumerate(lines):
        body.append(line, ToldLine("footnote", begins=number == 0), gap=number == 0)
    return start, body.length - 1


def _tidy(content: Content) -> str:
    """The text of `content`: single spaces, no spaces at the ends of its lines, signs for its notes and breaks."""
    words = []
    for run in content:
        if isinstance(run, str):
            words.append(_visible(run))
        elif isinstance(run, Cited):
            words.append(_CITES + " ".join(_visible(run.text).split()) + _CITED)
        else:
            words.append(_NOTE if isinstance(run, Note) else _BREAK)
    text = _SPACES.sub(lambda match: f" {_BREAK}" if _BREAK in match[0] else " ", "".join(words))
    return re.sub(r"(?: ?\n ?)+", "\n", text).strip(" \n")


def _visible(text: str) -> str:
    return _LINE_ENDS.sub("\n", _UNSEEN.sub("", text)).replace("\u2011", "-")


def _marker(number: str, before: str) -> tuple[str, str, str]:
    """A marker as it stands in the text, and what is set around it so that it is not read with the word before it."""
    if not number.isdigit():
        return ("[", number, "]") if number.isalnum() else ("", number, "")
    return "", number.translate(_SUPERSCRIPT) if before[-1:].isdigit() else number, ""


def _runs_on(above: str, line: str) -> bool:
    """Whether a line behind a break in a paragraph is in the middle of a sentence."""
    return line[:1].islower() and not _SENTENCE_END.search(above[-20:])


def _ranked(told: Mapping[int, ToldLine]) -> dict[int, ToldLine]:
    """The same with headings counted from level 1, without levels that the file skips."""
    used = sorted({line.level for line in told.values() if line.kind == "heading" and line.level})
    ranks = {level: min(rank, _DEEPEST_HEADING) for rank, level in enumerate(used, 1)}
    return {
        number: replace(line, level=ranks[line.level]) if line.level in ranks else line for number, line in told.items()
    }


def _pages(breaks: Sequence[tuple[int, str | None]], length: int) -> tuple[tuple[int, str | None], ...]:
    """The starts of the pages with their numbers; a page without text is passed over."""
    if not breaks:
        return ()
    return tuple(_starts([(0, None), *breaks], length))


def _starts(pages: Sequence[tuple[int, str | None]], length: int) -> Iterator[tuple[int, str | None]]:
    for number, (start, label) in enumerate(pages):
        following = pages[number + 1][0] if number + 1 < len(pages) else length
        if start < following:
            yield start, label
