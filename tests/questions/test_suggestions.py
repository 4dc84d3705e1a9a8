"""Weighing anew after a unit changed gives what weighing afresh gives, quickly; what is decided and rejected counts."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.model import SetUnit, UnitRole
from reader.questions.exchange import Answer, Exchange, Question
from reader.questions.recognise import recognise_questions
from reader.questions.suggestions import Suggestion, suggest, suggest_in_group, weights_of
from reader.questions.units import with_set_units
from reader.text.recognise import recognise
from tests.questions.papers import AIRPORT, CONSULTATION, lines, read, seed

ROLES: tuple[UnitRole, UnitRole] = ("question", "answer")


class Stopped(Exception):
    """What a job raises to stop its work."""


def stop(_share: float) -> None:
    raise Stopped


def split(body: str, exchange: Exchange, unit: Question | Answer, share: float = 0.5) -> Exchange:
    """The exchange after the user cut a unit in two, at about `share` of it."""
    role: UnitRole = "question" if isinstance(unit, Question) else "answer"
    cut = body.index(" ", unit.start + int(share * (unit.end - unit.start) * 0.8))
    pieces = [
        SetUnit(f"{start}", "text", "paper", role, start, end) for start, end in ((unit.start, cut), (cut, unit.end))
    ]
    return with_set_units(exchange, recognise(body), body, pieces)


# weighing anew


@settings(deadline=None, max_examples=25)
@given(st.sampled_from([CONSULTATION, AIRPORT]), st.data())
def test_weights_before_change_nothing_in_the_outcome(body: str, data: st.DataObject) -> None:
    exchange = read(body)
    units: list[Question | Answer] = [*exchange.questions, *exchange.answers]
    once = split(body, exchange, data.draw(st.sampled_from(units)), data.draw(st.floats(0.1, 0.9)))
    anew = weights_of(once, before=weights_of(exchange))
    assert anew == weights_of(once)
    assert suggest(once, weights=anew) == suggest(once)


def test_after_a_change_weighing_is_many_times_quicker() -> None:
    body, exchange = seed("2018-06")
    started = perf_counter()
    weights = weights_of(exchange)
    afresh = perf_counter() - started
    for unit, times in ((exchange.questions[60], 8), (exchange.answers[30], 2)):
        changed = split(body, exchange, unit)
        best = min(_seconds(changed, weights) for _ in range(3))
        assert times * best < afresh, (best, afresh)


def _seconds(exchange: Exchange, before: object) -> float:
    started = perf_counter()
    weights_of(exchange, before=before)  # type: ignore[arg-type]
    return perf_counter() - started


def test_weights_of_another_paper_are_of_no_use_and_no_harm() -> None:
    assert weights_of(read(AIRPORT), before=weights_of(read(CONSULTATION))) == weights_of(read(AIRPORT))


def test_words_that_only_added_units_have_count_too() -> None:
    asked = "De leden van de D66-fractie kennen de meanderende Dommel en haar zeldzame biotoop."
    replied = "Ik dank de leden voor hun inbreng over de meanderende Dommel en haar zeldzame biotoop."
    asking, replying = CONSULTATION.split("II Antwoord")
    asking = asking.replace("Mestbeleid\n", f"Mestbeleid\n\n{asked}\n")
    replying = replying.replace("Mestbeleid\n", f"Mestbeleid\n\n{replied}\n")
    body = f"{asking}II Antwoord{replying}"
    exchange = read(body)
    added = [
        SetUnit(role, "text", "paper", role, body.index(words), body.index(words) + len(words))
        for role, words in zip(ROLES, (asked, replied), strict=True)
    ]
    changed = with_set_units(exchange, recognise(body), body, added)
    assert "dommel" not in " ".join(changed.corpus).lower()
    unit = next(one for one in changed.questions if one.text == asked)
    best = of(suggest(changed), unit.id)[0]
    assert next(one.text for one in changed.answers if one.id == best.answer) == replied


def test_progress_grows_and_may_stop_the_work() -> None:
    body, exchange = seed("2018-06")
    for shares in (_shares_of_recognising(body), _shares_of_weighing(exchange)):
        assert len(shares) > 200
        assert shares == sorted(shares)
        assert 0 < shares[0] < 0.02
        assert shares[-1] == 1.0
    with pytest.raises(Stopped):
        recognise_questions(recognise(body), body, progress=stop)
    with pytest.raises(Stopped):
        weights_of(exchange, progress=stop)


def _shares_of_recognising(body: str) -> list[float]:
    shares: list[float] = []
    recognise_questions(recognise(body), body, progress=shares.append)
    return shares


def _shares_of_weighing(exchange: Exchange) -> list[float]:
    shares: list[float] = []
    weights_of(exchange, progress=shares.append)
    return shares


# what is decided


def of(suggestions: list[Suggestion] | tuple[Suggestion, ...], question: str) -> list[Suggestion]:
    return [one for one in suggestions if one.question == question]


def test_a_settled_question_is_offered_no_weak_answer() -> None:
    _, exchange = seed("2018-06")
    weights = weights_of(exchange)
    suggestions = suggest(exchange, weights=weights)
    best = {one.question: one.answer for one in suggestions if one.rank == 1 and one.band != "weak"}
    assert any(one.band == "weak" for one in suggestions if one.question in best)
    after = suggest(exchange, weights=weights, decided=best.items())
    assert not [one for one in after if one.question in best and one.band != "possible"]
    assert {(one.question, one.answer) for one in after}.isdisjoint(best.items())


def test_a_settled_question_is_offered_a_second_answer_that_is_as_good() -> None:
    words = "de bouw van een dijk langs de Lek bij Vianen en de onteigening van boerderijen"
    exchange = read(
        lines(
            "I Vragen en opmerkingen vanuit de fracties",
            f"De leden van de SP-fractie vragen naar {words}. Ook vragen zij naar de kosten van het gemaal.",
            "De leden van de VVD-fractie vragen naar de veerpont.",
            "II Reactie van de minister",
            f"De leden van de SP-fractie vragen naar {words}. Die gaat door.",
            f"De leden van de SP-fractie vragen naar {words}. Boeren krijgen een vergoeding.",
            "De leden van de SP-fractie vragen naar de kosten van het gemaal. Dat kost een miljoen.",
            "De leden van de VVD-fractie vragen naar de veerpont. Die blijft varen.",
        )
    )
    best = suggest(exchange)[0]
    other = {"a1": "a2", "a2": "a1"}[best.answer]
    after = of(suggest(exchange, decided=[(best.question, best.answer)]), best.question)
    assert [(one.answer, one.rank, one.band) for one in after] == [(other, 1, "possible")]
    both = [(best.question, best.answer), (best.question, other)]
    assert of(suggest(exchange, decided=both), best.question) == []


def test_after_a_rejection_the_next_answer_comes_first() -> None:
    _, exchange = seed("2018-06")
    weights = weights_of(exchange)
    for group in range(len(weights.arrangement.groups)):
        for one in suggest_in_group(exchange, weights, group):
            if one.rank == 1:
                pair = (one.question, one.answer)
                after = of(suggest_in_group(exchange, weights, group, (), [pair]), one.question)
                assert pair not in {(other.question, other.answer) for other in after}
                assert [other.rank for other in after] == list(range(1, len(after) + 1))


def test_the_order_of_decisions_does_not_matter() -> None:
    _, exchange = seed("2018-06")
    weights = weights_of(exchange)
    pairs = [(one.question, one.answer) for one in suggest(exchange, weights=weights)]
    forwards = suggest(exchange, weights=weights, decided=pairs[::5], rejected=pairs[1::5])
    assert suggest(exchange, weights=weights, decided=set(pairs[::5]), rejected=set(pairs[1::5])) == forwards
    assert suggest(exchange, weights=weights, decided=pairs[::-5][::1], rejected=[]) == suggest(
        exchange, weights=weights, decided=sorted(pairs[::-5]), rejected=[]
    )


def test_a_rejected_pair_of_a_doubled_number_gives_way_to_the_other_question() -> None:
    exchange = read(
        lines("Vraag 1", "Klopt het?", "Vraag 1", "Waarom is dat zo?", "Antwoord 1", "Om het water.", "Vraag 2", "Wie?")
    )
    assert [(one.question, one.answer, one.band) for one in suggest(exchange)] == [("q2", "a1", "possible")]
    after = suggest(exchange, rejected=[("q2", "a1")])
    assert [(one.question, one.answer, one.band) for one in after] == [("q1", "a1", "possible")]


def test_a_group_of_five_hundred_is_aligned_again_in_a_moment() -> None:
    asked = [
        f"De leden van de VVD-fractie vragen waarom onderwerp{number} en kwestie{number * 7} niet zijn geregeld?"
        for number in range(500)
    ]
    answered = [
        f"Wat betreft de vraag naar onderwerp{number} en kwestie{number * 7} geldt dat dit jaar niets wijzigt."
        for number in range(0, 500, 2)
    ]
    exchange = read(
        lines("I Vragen en opmerkingen vanuit de fracties", *asked, "II Reactie van de minister", *answered)
    )
    weights = weights_of(exchange)
    decided = [(one.question, one.answer) for one in suggest(exchange, weights=weights)[:40:2]]

    def seconds() -> float:
        started = perf_counter()
        suggest_in_group(exchange, weights, 0, decided)
        return perf_counter() - started

    assert min(seconds() for _ in range(3)) < 0.15
