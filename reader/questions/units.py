"""Units whose ends the user set: what is recognised gives way to them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, TypeVar

from reader.domain.model import SetUnit, Span
from reader.questions.exchange import Answer, Exchange, Question
from reader.questions.flow import Flow, flow_of, section_key
from reader.questions.groups import blocks_without_answers
from reader.questions.matching import texts_of
from reader.questions.parties import asking_fractie, fracties_in, joint, lone_member, members_of
from reader.questions.phrases import asks, sentences_of
from reader.questions.places import Place, places_of
from reader.text.structure import Structure

Unit = TypeVar("Unit", Question, Answer)


def origin_of(unit_id: str) -> str:
    """The id of the recognised unit that a unit is a piece of: "q7" for "q7" and "q7.2"."""
    return unit_id.partition(".")[0]


def with_set_units(exchange: Exchange, structure: Structure, body: str, set_units: Sequence[SetUnit]) -> Exchange:
    """The exchange as the user changed it; `set_units` are those of this text, of which the newest goes first.

    A set unit replaces what it covers. Of a unit that it only overlaps the rest stays, when that has a whole sentence.
    A set unit has the numbers and the fractie of the recognised units that it is made of; one made elsewhere gets
    those of its surroundings. Unchanged units keep their ids: the pieces of "q7" are "q7" and "q7.2", and what is added
    behind it is "q7+1". Units that the user makes in a paper of another sort make it a list.
    """
    if not set_units:
        return exchange
    paper = _Paper(exchange, flow_of(structure, body), body)
    newest_last = sorted(set_units, key=lambda one: (one.modified_at or one.created_at, one.start, one.end, one.uid))
    asked = _stretches(paper, exchange.questions, [one for one in newest_last if one.role == "question"])
    replied = _stretches(paper, exchange.answers, [one for one in newest_last if one.role == "answer"])
    questions = _with_ids("q", asked, _built(asked, paper.question))
    if exchange.kind == "consultation":
        questions = cell_labels(questions)
    answers = _with_ids("a", replied, _built(replied, lambda found, before: paper.answer(found, before, questions)))
    if tuple(questions) == exchange.questions and tuple(answers) == exchange.answers:
        return exchange
    if exchange.kind == "none":
        return replace(
            exchange,
            kind="list",
            questions=tuple(questions),
            answers=tuple(answers),
            section_titles=paper.titles_of([*questions, *answers]),
        )
    if exchange.kind != "consultation":
        return replace(exchange, questions=tuple(questions), answers=tuple(answers))
    return replace(
        exchange,
        questions=tuple(questions),
        answers=tuple(answers),
        blocks_without_answers=blocks_without_answers(questions, answers),
        corpus=exchange.corpus or texts_of(exchange.questions, exchange.answers),
    )


def cell_labels(questions: Sequence[Question]) -> list[Question]:
    """The questions of a consultation, each labelled with its section, its fractie and its place among theirs."""
    counts: dict[tuple[str, str | None], int] = {}
    found = []
    for question in questions:
        cell = (question.section, question.fractie)
        counts[cell] = counts.get(cell, 0) + 1
        label = " ".join(part for part in (question.section, question.fractie or "", f"({counts[cell]})") if part)
        found.append(question if question.label == label else replace(question, label=label))
    return found


# stretches


@dataclass(frozen=True, slots=True)
class _Stretch(Generic[Unit]):
    """Where a unit is to be. `whole` is where it was before others took a part; `units` what it is made of, most first.

    `known` is the recognised unit that lies exactly there.
    """

    span: Span
    whole: Span
    units: tuple[Unit, ...]
    known: Unit | None = None


def _stretches(paper: _Paper, recognised: Sequence[Unit], set_units: Sequence[SetUnit]) -> list[_Stretch[Unit]]:
    """The stretches of one role in the order of reading, none overlapping another that the user set."""
    by_span = {Span(unit.start, unit.end): unit for unit in recognised}
    found: list[_Stretch[Unit]] = [_Stretch(span, span, (unit,), unit) for span, unit in by_span.items()]
    for one in set_units:
        span = paper.trimmed(one.span)
        if not paper.ranges(span):
            continue
        found = [rest for stretch in found for rest in _uncovered(paper, stretch, span)]
        if not one.is_dropped:
            known = by_span.get(span)
            found.append(_Stretch(span, span, (known,) if known else _made_of(recognised, span), known))
    return sorted(found, key=lambda stretch: (paper.flow.reading.reading_offset(stretch.span.start), stretch.span))


def _uncovered(paper: _Paper, stretch: _Stretch[Unit], span: Span) -> Iterator[_Stretch[Unit]]:
    """What of a stretch is left beside `span`: each rest that holds a whole sentence."""
    if not stretch.span.overlaps(span):
        yield stretch
        return
    for start, end in ((stretch.span.start, span.start), (span.end, stretch.span.end)):
        rest = paper.trimmed(Span(start, max(start, end)))
        if any(rest.start <= one.start and one.end <= rest.end for one in paper.sentences(stretch.whole)):
            yield replace(stretch, span=rest, known=None)


def _made_of(recognised: Sequence[Unit], span: Span) -> tuple[Unit, ...]:
    """The recognised unit that shares most with `span`, then the others that lie in it for the greater part."""
    shares = [(min(unit.end, span.end) - max(unit.start, span.start), unit) for unit in recognised]
    touched = sorted(((shared, unit) for shared, unit in shares if shared > 0), key=lambda one: (-one[0], one[1].start))
    most = touched[:1]
    return tuple(unit for _, unit in most + [one for one in touched[1:] if 2 * one[0] > one[1].end - one[1].start])


def _built(stretches: Sequence[_Stretch[Unit]], build: Callable[[_Stretch[Unit], Sequence[Unit]], Unit]) -> list[Unit]:
    units: list[Unit] = []
    for stretch in stretches:
        units.append(stretch.known or build(stretch, units))
    return units


def _with_ids(role: str, stretches: Sequence[_Stretch[Unit]], units: Sequence[Unit]) -> list[Unit]:
    """Ids in the order of the text that tell what a unit is a piece of, or behind which it was added."""
    counts: dict[str, int] = {}
    last = f"{role}0"
    found = []
    for stretch, unit in zip(stretches, units, strict=True):
        if stretch.units:
            last = stretch.units[0].id
            counts[last] = counts.get(last, 0) + 1
            name = last if counts[last] == 1 else f"{last}.{counts[last]}"
        else:
            counts[f"{last}+"] = counts.get(f"{last}+", 0) + 1
            name = f"{last}+{counts[f'{last}+']}"
        found.append(unit if unit.id == name else replace(unit, id=name))
    return found


# units


class _Paper:
    """A paper, and what its text says of a stretch."""

    def __init__(self, exchange: Exchange, flow: Flow, body: str) -> None:
        self.exchange, self.flow, self.body = exchange, flow, body
        self._starts = [paragraph.start for paragraph in flow.paragraphs]

    def trimmed(self, span: Span) -> Span:
        """The part of a span that lies in the text, without white space at its ends."""
        start, end = max(0, span.start), min(len(self.body), span.end)
        words = self.body[start:end]
        start += len(words) - len(words.lstrip())
        return Span(start, max(start, start + len(words.strip())))

    def ranges(self, span: Span) -> list[tuple[int, int]]:
        """The reading ranges of a span in the running text, else those of the notes it is in; no white space."""
        shown = self.flow.reading.shown_ranges(span)
        running = []
        for start, end in shown:
            paragraph = self.flow.paragraphs[place] if (place := self._place(start, end)) is not None else None
            if paragraph is not None:
                running.append((max(start, paragraph.start), min(end, paragraph.end)))
        text = self.flow.reading.text
        found = []
        for start, end in running or shown:
            words = text[start:end]
            start += len(words) - len(words.lstrip())
            if words.strip():
                found.append((start, start + len(words.strip())))
        return found

    def sentences(self, span: Span) -> list[Span]:
        """The sentences of a span, as source spans."""
        return [
            Span(*self.flow.span(start + one.start, start + one.end))
            for start, end in self.ranges(span)
            for one in sentences_of(self.flow.reading.text[start:end])
        ]

    def question(self, stretch: _Stretch[Question], before: Sequence[Question]) -> Question:
        """A question that is not recognised so; `before` are those above it."""
        ranges = self.ranges(stretch.span)
        text = self._text(ranges)
        is_labelled = self.exchange.kind in ("kamervragen", "list")
        asking = (one.start for one in sentences_of(text) if asks(text[one.start : one.end]))
        core = 0 if is_labelled else next(asking, 0)
        place = self._place(*ranges[0])
        if stretch.units:
            section, fractie = stretch.units[0].section, stretch.units[0].fractie
        else:
            section = self._section(stretch.span, place)
            fractie = self._fractie(text, place, [one.fractie for one in before if one.section == section])
        return Question(
            id="",
            label=_labels(stretch.units),
            numbers=_numbers(stretch.units),
            start=stretch.span.start,
            end=stretch.span.end,
            core_start=self._source_of(ranges, core) if core else stretch.span.start,
            fractie=fractie,
            section=section,
            text=text,
            core=core,
            paragraph=place or 0,
        )

    def answer(self, stretch: _Stretch[Answer], before: Sequence[Answer], questions: Sequence[Question]) -> Answer:
        """An answer that is not recognised so; `before` are those above it, `questions` those of the paper."""
        ranges = self.ranges(stretch.span)
        text = self._text(ranges)
        sentences = sentences_of(text)
        if stretch.units:
            section = stretch.units[0].section
            fracties = tuple(dict.fromkeys(name for unit in stretch.units for name in unit.fracties))
            is_collective = any(unit.is_collective for unit in stretch.units)
        else:
            section = self._section(stretch.span, self._place(*ranges[0]))
            fracties, is_collective = self._addressed(stretch.span, text, section, before, questions), False
        if self.exchange.kind == "consultation":
            is_collective |= len(fracties) > 1
            label = " ".join(part for part in (section, ", ".join(fracties)) if part)
        else:
            label = _labels(stretch.units)
        numbers = _numbers(stretch.units)
        start, end = stretch.span.start, stretch.span.end
        return Answer("", label, numbers, start, end, fracties, section, text, sentences, is_collective)

    def titles_of(self, units: Sequence[Question | Answer]) -> dict[str, str]:
        """The titles of the sections of units, by their key."""
        known = {section_key(title): title for paragraph in self.flow.paragraphs for title in paragraph.section[-1:]}
        return {unit.section: known[unit.section] for unit in units if unit.section in known}

    # what the surroundings tell

    @cached_property
    def _places(self) -> dict[int, Place]:
        return {place.number: place for place in places_of(self.flow)[0] if place.part != "other"}

    def _place(self, start: int, end: int) -> int | None:
        """Which paragraph of the running text a reading range is in."""
        place = bisect_right(self._starts, max(start, end - 1)) - 1
        return place if place >= 0 and start < self.flow.paragraphs[place].end else None

    def _text(self, ranges: Sequence[tuple[int, int]]) -> str:
        return "\n".join(self.flow.reading.text[start:end] for start, end in ranges)

    def _source_of(self, ranges: Sequence[tuple[int, int]], offset: int) -> int:
        """The source offset of an offset in the joined text of reading ranges."""
        for start, end in ranges:
            if offset < end - start:
                return self.flow.span(start + offset, end)[0]
            offset -= end - start + 1
        return self.flow.span(*ranges[-1])[1]

    def _section(self, span: Span, place: int | None) -> str:
        if self.exchange.kind == "consultation" and place in self._places:
            return self._places[place].section
        if self.exchange.kind == "none":
            titles = self.flow.paragraphs[place].section if place is not None else ()
            return section_key(titles[-1]) if titles else ""
        units: list[Question | Answer] = [*self.exchange.questions, *self.exchange.answers]
        above = max((unit for unit in units if unit.start <= span.start), key=lambda unit: unit.start, default=None)
        return above.section if above else ""

    def _fractie(self, text: str, place: int | None, above: Sequence[str | None]) -> str | None:
        paragraph = self.flow.paragraphs[place].text if place is not None else ""
        known = self._places.get(place) if place is not None else None
        return (
            asking_fractie(text)
            or asking_fractie(paragraph)
            or joint(known.addressed if known else ())
            or (above[-1] if above else None)
            or next(iter(fracties_in(paragraph)), None)
        )

    def _addressed(
        self, span: Span, text: str, section: str, before: Sequence[Answer], questions: Sequence[Question]
    ) -> tuple[str, ...]:
        """The fracties that an answer names in its opening, else that of the question or the answer above it."""
        if self.exchange.kind == "consultation":
            opening = next((text[one.start : one.end] for one in sentences_of(text)), text)
            lone = lone_member(opening)
            above = next((one.fracties for one in reversed(before) if one.section == section), ())
            return ((lone,) if lone else fracties_in(opening)) or above
        asked = next((one for one in reversed(questions) if one.end <= span.start), None)
        return members_of(asked.fractie) if asked else ()


def _numbers(units: Sequence[Question | Answer]) -> tuple[int, ...]:
    in_order = sorted(units, key=lambda unit: unit.start)
    return tuple(dict.fromkeys(number for unit in in_order for number in unit.numbers))


def _labels(units: Sequence[Question | Answer]) -> str:
    in_order = sorted(units, key=lambda unit: unit.start)
    return ", ".join(dict.fromkeys(unit.label for unit in in_order if unit.label))
