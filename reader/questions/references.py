"""What the references inside answers mean: an answer of this paper, or a passage in another paper of the project."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from reader.domain.dates import MONTHS
from reader.domain.model import Document, Span
from reader.domain.reference_targets import target_of
from reader.questions.exchange import Exchange
from reader.questions.likeness import content_words, stem_of
from reader.text.reading import ReadingText

if TYPE_CHECKING:
    from reader.questions.pointers import Pointer

_LETTER_WITHOUT_YEAR = re.compile(r"brief-(?P<day>\d\d-\d\d)")
_AROUND = 300  # code points on each side of a reference that say what it is about
_MOST_PARAGRAPHS = 400  # of a paper in which the passage that is meant is looked for
_LEAST_SHARED = 3  # words that a passage must share before it is proposed
_OPENING = 3000  # code points in which a paper names its number or date


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads: a passage of a paper, and the id of the answer that it is.

    `by_words`: the paper is certain, the passage only shares most words with what is around the reference.
    """

    document_uid: str
    span: Span
    answer: str | None = None
    by_words: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference in an answer, as one stretch of source; `answers` are the ids of the answers it means.

    `reference_id` is the identifier of the paper that it cites; "" where it cites none.
    """

    answer: str
    start: int
    end: int
    text: str
    answers: tuple[str, ...] = ()
    reference_id: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def lacks_year(self) -> bool:
        """Whether it is a letter of which only day and month are given."""
        return _LETTER_WITHOUT_YEAR.fullmatch(self.reference_id) is not None

    @property
    def is_by_place(self) -> bool:
        """Whether it says by number or page which answer is meant, so that it can be looked up."""
        return not self.reference_id and (bool(self.answers) or any(one.isdigit() or one == "[" for one in self.text))


def mentions_of(pointers: Sequence[Pointer]) -> tuple[Mention, ...]:
    """The references at each place of an answer taken together, in the order of the source."""
    found = []
    ordered = sorted(pointers, key=lambda one: (one.start, one.end, one.answer))
    for (start, end, answer), same in groupby(ordered, key=lambda one: (one.start, one.end, one.answer)):
        group = list(same)
        answers = tuple(dict.fromkeys(one.target for one in group if one.target is not None))
        cited = next((one.reference.id for one in group if one.reference is not None), "")
        found.append(Mention(answer, start, end, group[0].text, answers, cited))
    return tuple(found)


def letter_date(reference_id: str, citing: Document) -> str | None:
    """The date, YYYY-MM-DD, that a letter without a year has if it is the last of that day before the citing paper.

    None for other references, and where the date of the citing paper is not known.
    """
    match = _LETTER_WITHOUT_YEAR.fullmatch(reference_id)
    if match is None or not citing.date:
        return None
    year = int(citing.date[:4])
    day = match["day"]
    later = len(citing.date) > 4 and day[: len(citing.date) - 5] > citing.date[5:]
    return f"{year - 1 if later else year}-{day}"


def cited_paper(mention: Mention, documents: Sequence[Document], citing: Document) -> Document | None:
    """The paper of the project that a reference cites; a letter without a year is the one of the inferred date."""
    inferred = letter_date(mention.reference_id, citing)
    reference_id = f"brief-{inferred}" if inferred is not None else mention.reference_id
    return target_of(reference_id, documents, citing) if reference_id else None


def targets_of(
    mention: Mention,
    exchange: Exchange,
    citing: Document,
    documents: Sequence[Document],
    reading_of: Callable[[str], ReadingText],
) -> tuple[Target, ...]:
    """Where a reference in paper `citing` leads; nothing when the project lacks it or it is not certain.

    `reading_of` gives the reading text of a text uid.
    """
    answers = {answer.id: answer for answer in exchange.answers}
    if mention.answers:
        there = (answers[one] for one in mention.answers if one in answers)
        return tuple(Target(citing.uid, Span(one.start, one.end), one.id) for one in there)
    paper = cited_paper(mention, documents, citing)
    if paper is None:
        return ()
    own = reading_of(citing.text_uid)
    shown = own.shown_span(mention.span)
    around = own.text[max(0, shown[0] - _AROUND) : shown[1] + _AROUND] if shown is not None else mention.text
    around = around.replace(mention.text, " ")
    reading = reading_of(paper.text_uid)
    alike = _most_alike(reading, around) if reading.paragraph_count <= _MOST_PARAGRAPHS else None
    place = alike if alike is not None else _opening(reading, paper)
    span = reading.source_span(reading.paragraph_start(place), reading.paragraph_end(place))
    return (Target(paper.uid, span, by_words=alike is not None),)


def _most_alike(reading: ReadingText, around: str) -> int | None:
    """The paragraph that shares most words with what is around a reference, if it shares enough."""
    wanted = {stem_of(word) for word in content_words(around)}
    found = [
        wanted & {stem_of(word) for word in content_words(reading.paragraph(place))}
        for place in range(reading.paragraph_count)
    ]
    common = Counter(stem for stems in found for stem in stems)
    scores = [(sum(1 / common[stem] for stem in stems), -place) for place, stems in enumerate(found)]
    enough = [score for score, stems in zip(scores, found, strict=True) if len(stems) >= _LEAST_SHARED]
    return -max(enough)[1] if enough else None


def _opening(reading: ReadingText, paper: Document) -> int:
    """The paragraph with the number or the date of a paper; its first where it names neither."""
    names = [f"nr. {paper.number}".casefold()] if paper.number else []
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", paper.date or "")
    if match is not None and 1 <= int(match[2]) <= 12:
        names.append(f"{int(match[3])} {MONTHS['nl'][int(match[2]) - 1]} {match[1]}")
    for place in range(reading.paragraph_count):
        if reading.paragraph_start(place) > _OPENING:
            break
        if any(name in reading.paragraph(place).casefold() for name in names):
            return place
    return 0
