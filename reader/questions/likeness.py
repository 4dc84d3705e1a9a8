"""How much alike a question and an answer are: word stems, and character groups, which see inside compounds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from math import log, sqrt

_WORD = re.compile(r"[a-zà-ÿ0-9]+")
_SHORTEST = 3
# A feature in more texts than this says nothing and only costs time; in a large paper that comes sooner.
_COMMON, _COMMON_OF_MANY, _MANY = 100, 20, 500
_WEIGHT_STEM, _WEIGHT_GROUPS, _WEIGHT_ECHO, _WEIGHT_ECHO_GROUPS, _WEIGHT_SENTENCE = 0.20, 0.20, 0.25, 0.15, 0.20

# words of the form of questions and answers: they carry no subject
_FORM_WORDS = """
de het een van en in op te dat die is voor met zijn aan er om ook als bij dit deze zij hun kan worden wordt naar
door over tot uit zich niet wel daarbij hierop nog wat hoe welke waar wie of haar hem hen ons onze uw men maar
dan toch reeds zo zoals meer zeer veel al alle andere ander hier daar hierbij hiervan daarvan hieraan hierover
daarover hiermee daarmee daarvoor hiervoor leden lid fractie fracties kabinet regering minister staatssecretaris
bewindspersoon kamer vraag vragen vraagt gevraagd antwoord antwoorden reactie verzoek verzoeken graag vernemen
ontvangen ontvangt lezen brief beleidsbrief mening delen deelt deel stellen gesteld stelt enkele informeren
wensen woord zijnde voornoemde voorgenoemde genoemde aandacht ten aanzien betreft betrekking aangaande inzake
omtrent waarom wanneer zal zullen zou zouden was waren heeft hebben had bereid aangeven toelichten toelichting
uiteenzetten nader nadere concreet kunnen kunt kon willen wil wilt weten bent ben acht achten tevens voorts
daarnaast verder specifiek allereerst tenslotte slot echter immers derhalve namelijk onder teneinde gaat gaan
doen doet gedaan maken maakt gemaakt geven geeft gegeven nemen neemt komen komt zien ziet blijkt blijven wijze
manier mate hoeverre verband kader moment welk zoveel mogelijk mogelijkheid mogelijkheden eens geen
"""
_FORM = frozenset(_FORM_WORDS.split())


@cache
def _stemmer() -> Callable[[str], str]:
    # the module itself, for the package would take another implementation where that is installed
    from snowballstemmer.dutch_stemmer import DutchStemmer  # type: ignore[import-untyped]

    stem: Callable[[str], str] = DutchStemmer().stemWord
    return stem


@cache
def stem_of(word: str) -> str:
    """The stem of a lower-case Dutch word."""
    return _stemmer()(word)


@cache
def _groups_of(word: str) -> tuple[str, ...]:
    """The groups of four to six characters of a word, its borders counted as a space."""
    padded = f" {word} "
    length = len(padded)
    if length <= 4:
        return (padded,)
    return tuple(padded[place : place + size] for size in (4, 5, 6) for place in range(length - size + 1))


def content_words(text: str) -> list[str]:
    """The words of `text` in lower case that carry a subject; names of fracties and words of form are left out."""
    return [word for word in _WORD.findall(text.lower()) if len(word) >= _SHORTEST and word not in _FORM]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is compared of a question: all of it, and the asking without its lead-in."""

    text: str
    core: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What is compared of an answer: all of it, its opening, and each of its sentences."""

    text: str
    echo: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """The signals of one pair, each 0 to 1."""

    stems: float = 0.0
    groups: float = 0.0
    echo: float = 0.0
    echo_groups: float = 0.0
    sentence: float = 0.0

    @property
    def score(self) -> float:
        return (
            _WEIGHT_STEM * self.stems
            + _WEIGHT_GROUPS * self.groups
            + _WEIGHT_ECHO * self.echo
            + _WEIGHT_ECHO_GROUPS * self.echo_groups
            + _WEIGHT_SENTENCE * self.sentence
        )


Vector = dict[str, float]
Step = Callable[[], None]  # called after each piece of work; may raise to stop it
_Parts = tuple[Vector, Vector]  # stems and groups


def nothing_to_do() -> None:
    """The step of work that nobody follows."""


class Comparison:
    """Compares questions with answers. What is rare in the texts of `corpus` weighs more; made once per paper."""

    def __init__(self, corpus: Sequence[str], step: Step = nothing_to_do) -> None:
        self.corpus = tuple(corpus)
        stems: Counter[str] = Counter()
        groups: Counter[str] = Counter()
        for text in self.corpus:
            words = set(content_words(text))
            stems.update({stem_of(word) for word in words})
            groups.update({group for word in words for group in _groups_of(word)})
            step()
        self._stem_weight, self._group_weight = (_rarity(found, len(self.corpus)) for found in (stems, groups))
        self._unseen = log(1 + len(self.corpus)) + 1

    def index(self, answers: Sequence[Answered], step: Step = nothing_to_do) -> AnswerIndex:
        """The answers, ready to be compared with."""
        parts = []
        for answer in answers:
            long = (
                [sentence for sentence in answer.sentences if len(sentence) > 40] if len(answer.sentences) > 1 else []
            )
            parts.append([self._parts(text) for text in (answer.text, answer.echo, *long)])
            step()
        return AnswerIndex(parts)

    def compare(self, asked: Asked, index: AnswerIndex) -> dict[int, Likeness]:
        """The likeness of a question with each answer of an index that it shares anything with, by its place there."""
        whole = index.compare(self._parts(asked.text))
        core = index.compare(self._parts(asked.core)) if asked.core != asked.text else whole
        found: dict[int, Likeness] = {}
        for place in sorted({*whole, *core}):
            first, second = whole.get(place, _NO_SHARES), core.get(place, _NO_SHARES)
            found[place] = Likeness(
                max(first[0], second[0]),
                max(first[1], second[1]),
                max(first[2], second[2]),
                max(first[3], second[3]),
                second[4],
            )
        return found

    def _parts(self, text: str) -> _Parts:
        stems: Counter[str] = Counter()
        groups: Counter[str] = Counter()
        for word, count in Counter(content_words(text)).items():
            stems[stem_of(word)] += count
            if count == 1:
                groups.update(_groups_of(word))
                continue
            for group in _groups_of(word):
                groups[group] += count
        return self._weighed(stems, self._stem_weight), self._weighed(groups, self._group_weight)

    def _weighed(self, counts: Counter[str], rarity: dict[str, float]) -> Vector:
        unseen = self._unseen
        vector = {feature: (1 + log(count)) * rarity.get(feature, unseen) for feature, count in counts.items()}
        length = sqrt(sum(weight * weight for weight in vector.values()))
        return {feature: weight / length for feature, weight in vector.items()} if length else {}


_Shares = tuple[float, float, float, float, float]
_NO_SHARES: _Shares = (0.0, 0.0, 0.0, 0.0, 0.0)


class AnswerIndex:
    """From a feature to the texts of answers that have it: the whole, the opening and the sentences of each answer."""

    def __init__(self, answers: Sequence[Sequence[_Parts]]) -> None:
        self._stems: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._groups: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._answer: list[int] = []
        self._role: list[int] = []  # 0 whole, 1 opening, 2 sentence
        for number, texts in enumerate(answers):
            for role, (stems, groups) in enumerate(texts):
                place = len(self._answer)
                self._answer.append(number)
                self._role.append(min(role, 2))
                for feature, weight in stems.items():
                    self._stems[feature].append((place, weight))
                for feature, weight in groups.items():
                    self._groups[feature].append((place, weight))
        most = _COMMON if len(self._answer) <= _MANY else _COMMON_OF_MANY
        self.size = 0  # how much it holds, as a measure of memory
        for postings in (self._stems, self._groups):
            self.size += sum(map(len, postings.values()))
            for feature in [feature for feature, places in postings.items() if len(places) > most]:
                del postings[feature]

    def compare(self, parts: _Parts) -> dict[int, _Shares]:
        """For each answer that shares something: whole, opening and best sentence."""
        stems, groups = _accumulate(parts[0], self._stems), _accumulate(parts[1], self._groups)
        found: dict[int, list[float]] = {}
        for place in {*stems, *groups}:
            values = found.setdefault(self._answer[place], [0.0] * 5)
            stem, group = stems.get(place, 0.0), groups.get(place, 0.0)
            role = self._role[place]
            if role == 0:
                values[0], values[1] = stem, group
                values[4] = max(values[4], 0.0)
            elif role == 1:
                values[2], values[3] = stem, group
                values[4] = max(values[4], stem, group)
            else:
                values[4] = max(values[4], stem, group)
        return {answer: (v[0], v[1], v[2], v[3], v[4]) for answer, v in found.items()}


def _accumulate(vector: Vector, postings: dict[str, list[tuple[int, float]]]) -> dict[int, float]:
    sums: dict[int, float] = defaultdict(float)
    for feature, weight in vector.items():
        for place, other in postings.get(feature, ()):
            sums[place] += weight * other
    return sums


def _rarity(numbers: Counter[str], count: int) -> dict[str, float]:
    return {feature: log((1 + count) / (1 + number)) + 1 for feature, number in numbers.items()}


# shared words


@dataclass(frozen=True, slots=True)
class SharedWord:
    """A word that question and answer share, and its places in both texts (offsets in the units' own texts)."""

    word: str
    in_question: tuple[tuple[int, int], ...]
    in_answer: tuple[tuple[int, int], ...]


def shared_words(question: str, answer: str, most: int = 6) -> tuple[str, ...]:
    """The longest words of the question that the answer has too, by stem or as part of a compound."""
    lowered = answer.lower()
    stems = {stem_of(word) for word in content_words(answer)}
    found: dict[str, str] = {}
    for word in content_words(question):
        stem = stem_of(word)
        if len(word) < 4 or word.isdigit() or stem in found:
            continue
        if stem in stems or (len(stem) >= 6 and stem in lowered):
            found[stem] = word
    return tuple(sorted(found.values(), key=lambda word: (-len(word), word))[:most])


def shared_places(question: str, answer: str, most: int = 6) -> tuple[SharedWord, ...]:
    """The shared words with their places in both texts."""
    found = []
    for word in shared_words(question, answer, most):
        stem = stem_of(word)
        found.append(SharedWord(word, _places(question, stem), _places(answer, stem)))
    return tuple(found)


def _places(text: str, stem: str) -> tuple[tuple[int, int], ...]:
    return tuple(
        match.span()
        for match in _WORD.finditer(text.lower())
        if stem_of(match[0]) == stem or (len(stem) >= 6 and stem in match[0])
    )
