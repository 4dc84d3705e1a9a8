"""All that is to be found in one paper, or in two that belong together: units, those of the user, and their weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.domain.model import SetUnit
from reader.questions.exchange import Exchange
from reader.questions.matching import Weights
from reader.questions.recognise import recognise_questions
from reader.questions.suggestions import weights_of
from reader.questions.two_papers import across
from reader.questions.units import with_set_units
from reader.text.structure import Structure

UNITS_SHARE = 0.5  # of the progress: recognising, before comparing


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to look into; `structure` is that of its text, in bytes. `recognised` is known from an earlier time."""

    body: str
    structure: bytes
    set_units: tuple[SetUnit, ...] = ()
    recognised: Exchange | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What is recognised in each paper, and the exchange of them all with the user's units.

    `weights` compares the units of a consultation; None for other papers and where that was not asked for.
    """

    recognised: tuple[Exchange, ...]
    exchange: Exchange
    weights: Weights | None = None


def find(
    papers: Sequence[Paper],
    *,
    lone: bool,
    weighed: bool,
    before: Weights | None = None,
    progress: Callable[[float], None],
) -> Found:
    """Look into a paper, or into one with questions and one with answers.

    `lone`: a paper may hold only one side. `weighed`: compare questions and answers too; `before`, weights of the same
    papers with other units, makes that quick. `progress` hears a share of 0 to 1 and may raise to stop.
    """
    recognised, exchanges = [], []
    for number, paper in enumerate(papers):

        def recognising(share: float, before: int = number) -> None:
            progress(UNITS_SHARE * (before + share) / len(papers))

        recognising(0.0)
        found = paper.recognised
        structure = Structure.from_bytes(paper.structure) if found is None or paper.set_units else Structure()
        if found is None:
            found = recognise_questions(structure, paper.body, lone=lone, progress=recognising)
        recognised.append(found)
        exchanges.append(with_set_units(found, structure, paper.body, paper.set_units) if paper.set_units else found)
    exchange = exchanges[0] if len(exchanges) == 1 else across(exchanges[0], exchanges[1])
    weights = None
    if weighed and exchange.kind == "consultation":

        def weighing(share: float) -> None:
            progress(UNITS_SHARE + (1 - UNITS_SHARE) * share)

        weights = weights_of(exchange, before=before, progress=weighing)
    return Found(tuple(recognised), exchange, weights)
