"""Both parts of a written consultation together: cut fine, compared, aligned, and put together into units."""

from __future__ import annotations

from collections.abc import Sequence

from reader.questions.consultation import Cut, cuts_of, joined, question_of
from reader.questions.exchange import Exchange
from reader.questions.flow import Flow
from reader.questions.groups import blocks_without_answers
from reader.questions.likeness import content_words, stem_of
from reader.questions.matching import LEAST_LIKENESS, Progress, Weights, align_group, texts_of, weigh
from reader.questions.parties import members_of
from reader.questions.phrases import announces_question, follows_up, turns
from reader.questions.places import Place
from reader.questions.replies import Piece, answers_of, pieces_of, settled

_SHORT_TAIL = 4  # words that carry a subject


def read_parts(
    flow: Flow,
    asking: Sequence[Place],
    answering: Sequence[Place],
    titles: dict[str, str],
    progress: Progress | None = None,
) -> Exchange:
    """Questions and answers of a consultation: cut fine, aligned, and neighbours with the same answer joined again."""
    cuts, statements = cuts_of(asking)
    asked: dict[str, list[str]] = {}
    for cut in cuts:
        if cut.fractie and cut.fractie not in asked.setdefault(cut.section, []):
            asked[cut.section].append(cut.fractie)
    pieces = pieces_of(answering, asked)
    cuts = sorted([*cuts, *_answered_statements(cuts, statements, pieces)], key=lambda cut: cut.start)
    fine = [question_of(cut, flow, number, "") for number, cut in enumerate(cuts, start=1)]
    loose = answers_of(pieces, flow)
    first = weigh(fine, loose, progress=_share(progress, 0.0))

    def alike(question: int, piece: int) -> float:
        found = first.likeness.get((question, piece))
        return found.score if found is not None else 0.0

    answers = answers_of(settled(pieces, fine, alike), flow)
    weights = weigh(fine, answers, corpus=texts_of(fine, loose), before=first, progress=_share(progress, 0.5))
    whole = _joined_cuts(cuts, weights, flow.reading.text)
    counts: dict[tuple[str, str | None], int] = {}
    questions = []
    for number, cut in enumerate(whole, start=1):
        cell = (cut.section, cut.fractie)
        counts[cell] = counts.get(cell, 0) + 1
        label = " ".join(part for part in (cut.section, cut.fractie or "", f"({counts[cell]})") if part)
        questions.append(question_of(cut, flow, number, label))
    return Exchange(
        "consultation", None, tuple(questions), tuple(answers), blocks_without_answers(questions, answers), titles
    )


def _answered_statements(cuts: Sequence[Cut], statements: Sequence[Cut], pieces: Sequence[Piece]) -> list[Cut]:
    """A fractie that only states something, but gets an answer by name in that section, has asked after all."""
    asking = {(cut.section, cut.fractie) for cut in cuts}
    addressed = {(piece.section, fractie) for piece in pieces if not piece.is_collective for fractie in piece.fracties}
    return [
        cut
        for cut in statements
        if (cut.section, cut.fractie) not in asking
        and any((cut.section, fractie) in addressed for fractie in members_of(cut.fractie))
    ]


def _share(progress: Progress | None, begin: float) -> Progress | None:
    """The progress of one half of the work."""
    if progress is None:
        return None
    tell = progress
    return lambda share: tell(begin + share / 2)


def _joined_cuts(cuts: Sequence[Cut], weights: Weights, text: str) -> list[Cut]:
    aligned: dict[int, int] = {}
    for group in range(len(weights.arrangement.groups)):
        aligned |= align_group(weights, group)
    subjects = [frozenset(stem_of(word) for word in content_words(cut.text)) for cut in cuts]

    def alike(number: int, answer: int) -> bool:
        found = weights.likeness.get((number, answer))
        return found is not None and found.score >= 2 * LEAST_LIKENESS

    whole: list[Cut] = []
    last: int | None = None  # the answer of the unit that is open
    for number, cut in enumerate(cuts):
        answer = aligned.get(number)
        before = whole[-1] if whole else None
        if before is None or before.paragraph != cut.paragraph or before.fractie != cut.fractie:
            whole.append(cut)
            last = answer
            continue
        following = aligned.get(number + 1) if number + 1 < len(cuts) else None
        enclosed = (
            answer is None and last is not None and following == last and cuts[number + 1].paragraph == cut.paragraph
        )
        if (
            (answer is not None and answer == last)
            or (enclosed and last is not None and alike(number, last))
            or (answer is None and last is None and _same_subject(subjects[number - 1], subjects[number], cut))
            or (answer is None and _is_tail(before, cut, subjects[number]))
        ):
            whole[-1] = joined(before, cut, text)
        elif answer is not None and last is None and _is_opened_by(cuts[number - 1], before, cut):
            whole[-1] = joined(before, cut, text)
            last = answer
        else:
            whole.append(cut)
            last = answer
    return whole


def _is_tail(before: Cut, cut: Cut, subject: frozenset[str]) -> bool:
    """Whether a short question without a lead-in goes on, in the same breath, with the question before it."""
    return cut.core == 0 and cut.start - before.end <= 1 and len(subject) <= _SHORT_TAIL and not turns(cut.text)


def _is_opened_by(opening: Cut, before: Cut, cut: Cut) -> bool:
    """Whether the sentence before a question only says what it is about, or is a short question on the same."""
    if before != opening or cut.core != 0 or cut.start - before.end > 1 or turns(cut.text):
        return False
    asked = before.text[before.core :]
    return announces_question(asked) or len(set(content_words(asked))) <= _SHORT_TAIL


def _same_subject(before: frozenset[str], here: frozenset[str], cut: Cut) -> bool:
    return follows_up(cut.text) or (len(here) > 0 and len(before & here) >= max(2, 0.25 * min(len(before), len(here))))
