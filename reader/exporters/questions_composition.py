"""What an answer overview says, the same for every format: facts of the paper, counts, and questions under headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reader.domain.citation import CitationStyle, Place, Run, citation, is_numbered
from reader.domain.dates import Language, date_words
from reader.domain.excerpt import Passage
from reader.domain.model import Document
from reader.exporters.composition import Cell, quote_paragraphs
from reader.exporters.questions_collect import OverviewPassages
from reader.exporters.questions_words import say, verdict_words
from reader.exporters.words import counted, figure, word
from reader.questions.exchange import Head, Person
from reader.questions.overview import Chapter, Entry, EntryGroup, Overview, Standing

_COUNTED_STATES: tuple[Standing, ...] = ("confirmed", "open")


@dataclass(frozen=True, slots=True)
class OverviewOptions:
    """How an overview goes out. `moment` is the date that is printed and, where a format keeps one, the file's own."""

    moment: datetime
    style: CitationStyle = "leidraad"
    language: Language = "nl"
    notes: bool = True


@dataclass(frozen=True, slots=True)
class Answered:
    """A confirmed answer. With `lead`, it was quoted at a question above and the cell has only its citation."""

    cell: Cell
    passage: Passage
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A question with what is known of its answer. `state` says it in words, also where there are answers."""

    label: str
    question: Cell
    passage: Passage
    answers: tuple[Answered, ...]
    state: str
    verdict: str
    note: tuple[str, ...]  # paragraphs


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Questions under one heading, which is empty where the paper names no fractie."""

    heading: str
    about: str
    lines: tuple[Line, ...]
    section: str
    fractie: str
    in_block_without_answers: bool

    @property
    def has_answers(self) -> bool:
        return any(line.answers for line in self.lines)


@dataclass(frozen=True, slots=True)
class ChapterText:
    """Groups under one heading."""

    heading: str
    about: str
    groups: tuple[LineGroup, ...]


@dataclass(frozen=True, slots=True)
class OverviewText:
    """A whole overview, ready to be written in any format. `notice` tells what was not checked, and comes first."""

    options: OverviewOptions
    title: str
    paper: str
    date: str
    facts: tuple[tuple[str, tuple[Run, ...]], ...]
    notice: str
    is_checked: bool
    counts: tuple[str, ...]
    chapters: tuple[ChapterText, ...]
    empty: str  # what to say where there are no chapters

    @property
    def full_title(self) -> str:
        return f"{self.title}: {self.paper}" if self.paper else self.title


def compose_overview(
    overview: Overview, head: Head | None, found: OverviewPassages, options: OverviewOptions
) -> OverviewText:
    """Put an overview and the passages it quotes in words; `head` is that of the paper with the questions."""
    language = options.language
    counts = overview.counts
    everything = counted(counts.questions, "question", language)
    if not counts.questions:
        notice = say("no-questions", language)
    elif counts.unchecked:
        notice = say("unchecked", language, number=figure(counts.unchecked, language), all=everything)
    else:
        notice = say("all-checked", language, all=everything)
    day = date_words(options.moment.date().isoformat(), language)
    return OverviewText(
        options,
        say("title-open" if overview.only_open else "title", language),
        found.asking.title,
        say("state-of", language, date=day),
        tuple(_facts(head, found, options)),
        notice,
        counts.questions > 0 and not counts.unchecked,
        tuple(_count_lines(overview, everything, language)),
        tuple(_chapter(chapter, found, options) for chapter in overview.chapters),
        say("none-open", language) if overview.only_open and counts.questions else "",
    )


def first_lines(text: OverviewText, most: int) -> OverviewText:
    """The overview up to and with its first `most` questions; the same object when it has no more."""
    chapters = []
    left = most
    for chapter in text.chapters:
        groups = []
        for group in chapter.groups:
            if left > 0:
                groups.append(replace(group, lines=group.lines[:left]))
            left -= len(group.lines)
        if groups:
            chapters.append(replace(chapter, groups=tuple(groups)))
    return text if left >= 0 else replace(text, chapters=tuple(chapters))


def _facts(head: Head | None, found: OverviewPassages, options: OverviewOptions) -> list[tuple[str, tuple[Run, ...]]]:
    """The papers with their citation, and what the head of written questions says."""
    language = options.language
    if found.asking.uid == found.answering.uid:
        papers = [(word("filter-document", language), _paper(found.asking, options))]
    else:
        papers = [
            (say("asking-paper", language), _paper(found.asking, options)),
            (say("answering-paper", language), _paper(found.answering, options)),
        ]
    if head is None:
        return papers
    prefix = "delayed" if head.is_delay_notice else "answered"
    answered = date_words(head.answered, language)
    if answered and head.days is not None:
        key = "day" if head.days == 1 else "days"
        answered = say(key, language, date=answered, days=figure(head.days, language))
    lines = [
        ("askers", "; ".join(_member(person) for person in head.askers)),
        ("addressees", "; ".join(head.addressees)),
        ("subject", head.subject[:1].upper() + head.subject[1:]),
        ("sent", date_words(head.sent, language)),
        (prefix, answered),
        (f"{prefix}-by", "; ".join(head.answered_by)),
        ("on-behalf-of", "; ".join(head.on_behalf_of)),
    ]
    return papers + [(say(key, language), (Run(words),)) for key, words in lines if words]


def _paper(document: Document, options: OverviewOptions) -> tuple[Run, ...]:
    cited = citation(document, Place(), options.style, options.language)
    return (Run(f"{document.title}. "), *cited) if is_numbered(document) and document.title else cited


def _member(person: Person) -> str:
    return f"{person.name} ({person.party})" if person.party else person.name


def _count_lines(overview: Overview, everything: str, language: Language) -> list[str]:
    counts = overview.counts
    if not counts.questions:
        return []

    def numbers(**facts: int) -> dict[str, str]:
        return {name: figure(number, language) for name, number in facts.items()}

    lines = []
    if counts.blocks:
        answered = counts.blocks - counts.blocks_without_answers
        blocks = counted(counts.blocks, "block", language)
        base = numbers(without=counts.blocks_without_answers) | {"blocks": blocks, "with": figure(answered, language)}
        lines.append(say("blocks-all", language, **base))
    states = numbers(confirmed=counts.confirmed, open=counts.open, unchecked=counts.unchecked)
    lines.append(say("states", language, all=everything, **states))
    if counts.unchecked:
        found = numbers(unchecked=counts.unchecked, proposed=counts.proposed, weak=counts.weak, nothing=counts.nothing)
        lines.append(say("unchecked-found", language, **found))
    if counts.verdicts:
        given = ", ".join(
            f"{figure(number, language)} {verdict_words(one, language)}" for one, number in counts.verdicts
        )
        judged = figure(counts.judged, language)
        lines.append(say("verdicts", language, judged=judged, all=everything, verdicts=given))
    if overview.left_out:
        lines.append(say("left-out", language, number=figure(overview.left_out, language), all=everything))
    return [*lines, say("basis", language)]


def _chapter(chapter: Chapter, found: OverviewPassages, options: OverviewOptions) -> ChapterText:
    language = options.language
    about = say("no-block-about", language, where=_where(found, language)) if chapter.kind == "no-block" else ""
    in_section = chapter.kind == "section"
    if in_section:
        heading = chapter.title or chapter.section or say("all-questions", language)
    else:
        heading = say(chapter.kind, language)
    names_fracties = any(group.fractie for group in chapter.groups)
    groups = []
    for group in chapter.groups:
        fractie = group.fractie or (say("no-fractie", language) if in_section and names_fracties else "")
        parts = [fractie] if in_section else [group.title or group.section, fractie]
        title = " · ".join(part for part in parts if part)
        groups.append(_group(group, title, chapter.kind == "no-block", chapter.kind, found, options))
    return ChapterText(heading, about, tuple(groups))


def _group(
    group: EntryGroup, heading: str, in_block: bool, kind: str, found: OverviewPassages, options: OverviewOptions
) -> LineGroup:
    language = options.language
    if group.elsewhere:
        key = "elsewhere" if group.elsewhere > 1 else "elsewhere-one"
        about = say(key, language, questions=counted(group.elsewhere, "question", language))
    else:
        about = _about(group.entries, language, with_states=kind in ("section", "no-block"))
    shown: dict[str, str] = {}
    lines = tuple(_line(entry, found, options, shown) for entry in group.entries)
    return LineGroup(heading, about, lines, group.title or group.section, group.fractie or "", in_block)


def _about(entries: Sequence[Entry], language: Language, *, with_states: bool) -> str:
    """ "5 vragen: 3 bevestigd, 2 nog niet nagekeken"."""
    states = Counter(entry.row.state if entry.row.state in _COUNTED_STATES else "unchecked" for entry in entries)
    words = counted(len(entries), "question", language)
    if not with_states:
        return words
    named = [
        f"{figure(states[state], language)} {say(f'counted-{state}', language)}"
        for state in (*_COUNTED_STATES, "unchecked")
        if states[state]
    ]
    return f"{words}: {', '.join(named)}"


def _line(entry: Entry, found: OverviewPassages, options: OverviewOptions, shown: dict[str, str]) -> Line:
    """`shown`: the answers quoted in this group so far, each with the label of its question."""
    language = options.language
    question = entry.row.question
    label = _label(entry, language)
    answers = []
    for passage in found.answers.get(question.id, ()):
        cell = _cell(passage, options)
        if passage.uid in shown:
            lead = say("same-answer", language, question=_inside(shown[passage.uid]))
            answers.append(Answered(_cited_only(cell), passage, lead))
        else:
            shown[passage.uid] = label
            answers.append(Answered(cell, passage))
    note = [line.strip() for line in entry.note.splitlines()] if options.notes else []
    return Line(
        label,
        _cell(found.questions[question.id], options),
        found.questions[question.id],
        tuple(answers),
        say(f"is-{entry.standing}", language, where=_where(found, language)),
        verdict_words(entry.verdict, language) if entry.verdict is not None else "",
        tuple(line for line in note if line),
    )


def _label(entry: Entry, language: Language) -> str:
    """What a question is called: by the paper's own number, else by its number in its group."""
    question = entry.row.question
    if question.numbers and not question.label[:1].isdigit():
        return question.label
    return say("numbered", language, number=question.label if question.numbers else figure(entry.number, language))


def _inside(label: str) -> str:
    """A label in the middle of a sentence."""
    return label[:1].lower() + label[1:]


def _cell(passage: Passage, options: OverviewOptions) -> Cell:
    """The section stands in the heading already, so the citation names it only where it names no page."""
    cited = passage.citation(options.style, options.language)
    return Cell(quote_paragraphs(passage), passage.document.language, cited, "", (), ())


def _cited_only(cell: Cell) -> Cell:
    return Cell((), cell.language, cell.citation, "", (), ())


def _where(found: OverviewPassages, language: Language) -> str:
    return say("this-document" if found.asking.uid == found.answering.uid else "answering-document", language)
