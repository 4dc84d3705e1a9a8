"""The answers of a written consultation: which paragraphs form one answer, and which fracties it is addressed to."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.questions.exchange import Answer, Question
from reader.questions.flow import Flow
from reader.questions.parties import canonical, fracties_in, lone_member, members_of
from reader.questions.phrases import (
    announces_several,
    goes_on,
    is_preliminary,
    names_question,
    opens_answer,
    sentences_of,
    to_several_fracties,
)
from reader.questions.places import Place

_ALSO = re.compile(
    r"(?:Ook|Daarnaast|Tevens|Evenzo) (?:vragen |vroegen |informeren |hebben )?(?:de leden|het lid) van\b"
)
_OWN, _OWN_BESIDE = 0.08, 0.20  # likeness with a question that makes a paragraph an answer of its own
_BESIDE = 1.5  # how much more than the answer above it, where the answers open with a formula
_OTHER_FRACTIE, _CLEARLY = 0.20, 1.4  # when an answer without a name belongs to the next fractie


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of the answer part, or several. `is_named`: its fracties are in its own words or in a title."""

    places: tuple[Place, ...]
    fracties: tuple[str, ...]
    is_collective: bool
    is_named: bool
    opens: bool  # with a formula that names a question
    tied: bool = False  # it is one of the points that the piece above announced

    @property
    def section(self) -> str:
        return self.places[0].section

    @property
    def text(self) -> str:
        return "\n".join(place.paragraph.text for place in self.places)


def pieces_of(places: Sequence[Place], asked: Mapping[str, Sequence[str]]) -> list[Piece]:
    """The paragraphs of the answer part. `asked` are the fracties that ask in each section."""
    found: list[Piece] = []
    announced = False
    for place in places:
        text = place.paragraph.text
        if place.part != "answers" or is_preliminary(text):
            continue
        sentences = sentences_of(text)
        opening = text[sentences[0].start : sentences[0].end] if sentences else text
        before = found[-1] if found else None
        fresh = before is None or (before.section, before.places[0].addressed) != (place.section, place.addressed)
        opens = opens_answer(text)
        tied = announced and not fresh and opens and not names_question(opening)
        if not tied:
            announced = announces_several(opening)
        named = () if tied else _named(text)
        if named:
            piece = Piece((place,), named, len(named) > 1, True, opens)
        elif to_several_fracties(opening) and not tied:
            everyone = tuple(dict.fromkeys(name for one in asked.get(place.section, ()) for name in members_of(one)))
            piece = Piece((place,), everyone, True, True, opens)
        elif fresh or before is None:
            piece = Piece((place,), place.addressed, len(place.addressed) > 1, bool(place.addressed), opens)
        else:
            certain = bool(place.addressed) or tied or _ANAPHORA.match(text) is not None
            piece = Piece((place,), before.fracties, before.is_collective, certain, opens, tied)
        found.append(piece)
    return found


_ANAPHORA = re.compile(
    r"(?:\w+,? ){0,2}?(?:[Dd]eze|[Dd]ie|[Vv]oor(?:ge)?noemde|[Gg]enoemde|[Dd]e(?: aan het woord zijnde)?) leden\b"
)


def _named(text: str) -> tuple[str, ...]:
    """The fracties to which an answer is addressed: those of its opening, and of an "Ook de leden van ..." after it."""
    sentences = sentences_of(text)
    opening = text[sentences[0].start : sentences[0].end] if sentences else text
    lone = lone_member(opening)
    named = [lone] if lone else list(fracties_in(opening))
    if not named:
        return ()
    for part in sentences[1:3]:
        words = text[part.start : part.end]
        if _ALSO.match(words):
            named += [name for name in fracties_in(words) if name not in named]
    return tuple(canonical(name) for name in named)


Alike = Callable[[int, int], float]


def settled(pieces: Sequence[Piece], questions: Sequence[Question], alike: Alike) -> list[Piece]:
    """The answers: pieces that go on with the one above them joined to it, and each addressed to its fractie.

    `alike` tells how much a question and a piece are alike, by their places.
    """
    by_section: dict[str, list[int]] = {}
    for number, question in enumerate(questions):
        by_section.setdefault(question.section, []).append(number)
    everything = range(len(questions))
    fracties = [question.fractie for question in questions]
    formulas = {(piece.section, piece.places[0].addressed) for piece in pieces if piece.opens}
    found: list[Piece] = []
    heads: list[int] = []  # the pieces that form the last answer
    for number, piece in enumerate(pieces):
        near: Collection[int] = by_section.get(piece.section, ()) if piece.section in by_section else everything
        before = found[-1] if found else None
        same_cell = before is not None and (before.section, before.places[0].addressed) == (
            piece.section,
            piece.places[0].addressed,
        )
        if not piece.is_named:
            if before is not None and same_cell:
                piece = replace(piece, fracties=before.fracties, is_collective=before.is_collective)
            piece = _readdressed(piece, number, near, fracties, alike)
        if (
            before is not None
            and same_cell
            and piece.fracties == before.fracties
            and (
                piece.tied
                or (
                    not piece.opens
                    and _goes_on(
                        number,
                        heads,
                        near,
                        alike,
                        cautious=(piece.section, piece.places[0].addressed) in formulas or goes_on(piece.text),
                    )
                )
            )
        ):
            found[-1] = replace(before, places=(*before.places, *piece.places))
            heads.append(number)
        else:
            found.append(piece)
            heads = [number]
    return found


def _readdressed(
    piece: Piece, number: int, near: Collection[int], fracties: Sequence[str | None], alike: Alike
) -> Piece:
    """A piece that names no fractie is an answer to the one above, unless it is clearly about what another asked."""
    best: dict[str | None, float] = {}
    for question in near:
        asking = fracties[question]
        best[asking] = max(best.get(asking, 0.0), alike(question, number))
    own = max((share for asking, share in best.items() if set(members_of(asking)) & set(piece.fracties)), default=0.0)
    other = max(best, key=lambda asking: best[asking], default=None)
    if other is None or best[other] < _OTHER_FRACTIE or best[other] < _CLEARLY * own:
        return piece
    return replace(piece, fracties=members_of(other), is_collective=len(members_of(other)) > 1)


def _goes_on(number: int, heads: Sequence[int], near: Collection[int], alike: Alike, *, cautious: bool) -> bool:
    """Whether a paragraph belongs to the answer above it: no question is more like it than like that answer."""
    best = max(near, key=lambda question: alike(question, number), default=None)
    if best is None:
        return True
    own = alike(best, number)
    above = max(alike(best, head) for head in heads)
    if own < (_OWN_BESIDE if cautious else _OWN):
        return True
    return own < above * (_BESIDE if cautious else 1.0)


def answers_of(pieces: Sequence[Piece], flow: Flow) -> list[Answer]:
    """The pieces as answers with source offsets."""
    found = []
    for number, piece in enumerate(pieces, start=1):
        start, end = flow.span(piece.places[0].paragraph.start, piece.places[-1].paragraph.end)
        label = " ".join(part for part in (piece.section, ", ".join(piece.fracties)) if part)
        found.append(
            Answer(
                f"a{number}",
                label,
                (),
                start,
                end,
                piece.fracties,
                piece.section,
                piece.text,
                sentences_of(piece.text),
                piece.is_collective,
            )
        )
    return found
