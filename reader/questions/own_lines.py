"""Titles and labels on a line of their own inside a paragraph, as in text taken from a PDF without empty lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.questions.flow import Flow, Paragraph
from reader.questions.phrases import opens_answer
from reader.questions.titles import heads_reply, title_of

_LABEL = re.compile(
    r"^(?:Vra(?:ag|gen)|VRA(?:AG|GEN)|Antwoord(?:en)?|ANTWOORD(?:EN)?|Beantwoording|Reactie)"
    r"(?P<rest>(?: (?:op |van |bij )?(?:de )?vra(?:ag|gen))?(?: (?:nrs?\.|nummers?))? [\d(][\w\s,;&()/–.:-]{0,60})$"
)
_BARE_LABEL = re.compile(r"^(?:Vraag|Antwoord)\s*:?$")
_LINKING = frozenset(("en", "t", "m", "tot", "met", "vraag", "vragen", "op", "van", "bij", "de", "nr", "nrs", "nummer"))
_TITLE_LINE = re.compile(
    r"^[ \t]*((?:(?:[IVX]{1,4}|[A-D])[.)]? )?(?:Vra|VRA|Inbreng|INBRENG|Bijdrage|Opmerking|Antwoord|ANTWOORD|Reactie"
    r"|REACTIE|Beantwoording|BEANTWOORDING|Op de vragen|BRIEF VAN"
    r"|(?:Nr\.? ?\d+\w* |[A-Z]{1,3} )?(?:NADERE? )?(?:NOTA NAAR|MEMORIE VAN))[^\n]{0,115})$",
    re.MULTILINE,
)
_FIGURE = re.compile(r"^[ \t]*(\d{1,4})(?:[.)]?[ \t]*\n|[.)] )(?=[ \t]*[A-ZÀ-Ý«‘“])", re.MULTILINE)
_LEAST_FIGURES = 3  # that count up from 1, before a figure at the beginning of a line may be the number of a question
# the running foot of an official paper, when the next page follows it without a line end
_GLUED_FOOT = re.compile(
    r"(?:[’']s-Gravenhage \d{4}\s+)?(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[–-]\d{4}, Aanhangsel\s+\d{1,2}\s*"
    r"(?=(?:Vra(?:ag|gen)|Antwoord(?:en)?)\b)"
)
_SENTENCE_END = re.compile(r"[.?!…:][»”’\"')\]]*\d{0,2}$")
_OPENS = re.compile(r"^(?:[A-ZÀ-Ý«“‘]|\d{1,2}\.\d)")
_SECTION = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,2}\.? +)?[A-ZÀ-Ý«“‘][^|\t]*[^\s.,;:?!-]$")
_SPEAKERS = re.compile(
    r"^(?:De leden van|Het lid [A-Z]|De aan het woord zijnde|Voor(?:ge)?noemde leden|Genoemde leden|Deze leden) "
)
_NUMBERED_SECTION = re.compile(r"^\d{1,2}\.\d{1,2}\.? +[A-ZÀ-Ý«‘“].{2,140}[^\s.,;:?!-]$")
_LONGEST_SECTION, _FULL, _FULL_NUMBERED = 75, 0.75, 0.97  # code points; shares of a full line


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a paragraph, by its reading offsets."""

    start: int
    end: int
    text: str


def with_own_lines(flow: Flow, body: str) -> Flow:
    """The flow with its paragraphs divided where a line of `body` is a label or a title by itself.

    Where titles of parts stood inside paragraphs, the paper has no empty lines: then its sections and speakers are
    looked for line by line too.
    """
    figures = _figures(flow, body)
    touched = _touched(flow, body, figures)
    if not touched:
        return flow
    first: list[Paragraph] = []
    has_titles = False
    for number, paragraph in enumerate(flow.paragraphs):
        parts = list(_divided(flow, paragraph, body, figures)) if number in touched else [paragraph]
        has_titles |= len(parts) > 1 and any(
            part.is_heading and (title_of(part.text) is not None or heads_reply(part.text)) for part in parts
        )
        first += parts
    if has_titles:
        first = [part for paragraph in first for part in _by_line(flow, paragraph, body)]
    return replace(flow, paragraphs=tuple(first))


def _figures(flow: Flow, body: str) -> frozenset[int]:
    """The reading offsets of the figures that count up from 1, each at the beginning of a line."""
    found: list[int] = []
    for match in _FIGURE.finditer(body):
        if int(match[1]) == len(found) + 1:
            found.append(flow.reading.reading_offset(match.start(1)))
    return frozenset(found) if len(found) >= _LEAST_FIGURES else frozenset()


def _touched(flow: Flow, body: str, figures: Iterable[int]) -> set[int]:
    """The paragraphs in which a line may stand by itself."""
    starts = [paragraph.start for paragraph in flow.paragraphs]
    places = [flow.reading.reading_offset(match.start(1)) for match in _TITLE_LINE.finditer(body)]
    if "Aanhangsel" in flow.reading.text:
        places += [match.start() for match in _GLUED_FOOT.finditer(flow.reading.text)]
    return {bisect_right(starts, place) - 1 for place in (*places, *figures)}


def _divided(flow: Flow, paragraph: Paragraph, body: str, figures: frozenset[int]) -> Iterator[Paragraph]:
    foot = _GLUED_FOOT.search(paragraph.text)
    if foot is not None:
        above, below = paragraph.text[: foot.start()].rstrip(), paragraph.text[foot.end() :]
        if above:
            yield replace(paragraph, text=above)
        yield from _divided(flow, _part(paragraph, paragraph.start + foot.end(), below), body, figures)
        return
    lines = [] if paragraph.is_heading else _lines(flow, paragraph, body)
    if len(lines) < 2:
        yield paragraph
        return
    own = [number for number in range(len(lines)) if _stands_alone(lines, number, figures)]
    yield from _cut(paragraph, lines, own, [number for number, line in enumerate(lines) if line.start in figures])


def _stands_alone(lines: Sequence[_Line], number: int, figures: frozenset[int]) -> bool:
    text = lines[number].text
    if lines[number].start in figures:
        return text.strip(".)").isdecimal()
    if _is_label(text):
        return number == 0 or _SENTENCE_END.search(lines[number - 1].text) is not None
    if heads_reply(text):
        return True
    title = title_of(text)
    if title is None or (title.part in (None, "other")) or len(text) > 120:
        return False
    return number == 0 or _SENTENCE_END.search(lines[number - 1].text) is not None or len(lines[number - 1].text) < 60


def _is_label(text: str) -> bool:
    """Whether a line is nothing but a label: "Antwoord op de vragen 3 t/m 5"."""
    label = _LABEL.match(text)
    if label is None:
        return _BARE_LABEL.match(text) is not None
    return all(len(word) == 1 or word in _LINKING for word in re.findall(r"[^\W\d_]+", label["rest"]))


def _by_line(flow: Flow, paragraph: Paragraph, body: str) -> Iterator[Paragraph]:
    if paragraph.is_heading:
        yield paragraph
        return
    lines = _lines(flow, paragraph, body)
    if len(lines) == 1 and _NUMBERED_SECTION.match(paragraph.text):
        yield replace(paragraph, is_heading=True, level=2)
        return
    width = max((len(line.text) for line in lines), default=0)
    titles, begins = [], []
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else None
        below = lines[number + 1] if number + 1 < len(lines) else None
        if above is not None and _SENTENCE_END.search(above.text) is None and number - 1 not in titles:
            continue
        is_numbered = _NUMBERED_SECTION.match(line.text) is not None
        is_short = len(line.text) <= (_FULL_NUMBERED * width if is_numbered else min(_LONGEST_SECTION, _FULL * width))
        if below is not None and is_short and _SECTION.match(line.text) and _OPENS.match(below.text):
            titles.append(number)
        elif _SPEAKERS.match(line.text) or opens_answer(line.text):
            begins.append(number)
    yield from _cut(paragraph, lines, titles, begins)


def _cut(
    paragraph: Paragraph, lines: Sequence[_Line], titles: Sequence[int], begins: Sequence[int] = ()
) -> Iterator[Paragraph]:
    """The paragraph in parts: each of `titles` a part of its own, and a new part at each of `begins`."""
    if not titles and not begins:
        yield paragraph
        return
    first = 0
    borders = sorted({0, len(lines), *begins, *titles, *(number + 1 for number in titles)})
    for border in borders[1:]:
        start, end = lines[first].start, lines[border - 1].end
        text = paragraph.text[start - paragraph.start : end - paragraph.start]
        part = _part(paragraph, start, text)
        yield replace(part, is_heading=True, level=2) if first in titles else part
        first = border


def _part(paragraph: Paragraph, start: int, text: str) -> Paragraph:
    shift = len(text) - len(text.lstrip())
    return replace(paragraph, start=start + shift, text=text.strip())


def _lines(flow: Flow, paragraph: Paragraph, body: str) -> list[_Line]:
    """The lines of a paragraph; what the reading text leaves out, such as the foot of a page, is none."""
    start, end = flow.span(paragraph.start, paragraph.end)
    found: list[_Line] = []
    place = start
    for raw in body[start:end].split("\n"):
        text = raw.strip()
        shown = flow.reading.reading_offset(place + len(raw) - len(raw.lstrip()))
        known = flow.reading.text.startswith(text[:3], shown) if text else False
        if known and paragraph.start <= shown < paragraph.end and (not found or shown > found[-1].start):
            if found:
                found[-1] = replace(found[-1], end=_trimmed(flow, found[-1].start, shown))
            found.append(_Line(shown, paragraph.end, text))
        place += len(raw) + 1
    return found


def _trimmed(flow: Flow, start: int, end: int) -> int:
    return start + len(flow.reading.text[start:end].rstrip())
