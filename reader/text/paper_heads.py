"""What stands behind the number in the head of a Kamerstuk: the sort of paper, its title in sentence case, its sender.

The head is set in capitals: "Nr. 42 MOTIE VAN HET LID VOORBEELD C.S.", in the Senate "C MEMORIE VAN ANTWOORD".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

DOSSIER_HEAD = re.compile(r"^(?P<dossier>\d{2} \d{3}(?:[- ](?:\d{2}|[IVXLC]+))?)\s+(?P<title>[A-Z]\S.{5,500})$")
NUMBER_HEAD = re.compile(r"^Nr\. (?P<number>\d+)\b")
_DOSSIER_ALONE = re.compile(r"^\d{2} \d{3}(?:[- ](?:\d{2}|[IVXLC]+))?$")
_MOST_DOSSIERS = 6  # of one paper
_NEAR = 3  # paragraphs between a dossier and the number of the paper in it
_CHANGED = (
    r"(?:NADERE? |(?:TWEE|DER|VIER|VIJF|ZES|ZEVEN|NEGEN|TIEN)DE |ACHTSTE |GEWIJZIGDE? |AANVULLENDE? |VOORLOPIGE? )*"
)
_KINDS = (
    (rf"{_CHANGED}MOTIE\b", "motie"),
    (rf"{_CHANGED}(?:SUB)?AMENDEMENT\b", "amendement"),
    (rf"{_CHANGED}(?:(?:VOORSTEL|ONTWERP) VAN (?:RIJKS)?WET|WETSVOORSTEL|INITIATIEFVOORSTEL)\b", "wetsvoorstel"),
    (rf"{_CHANGED}(?:MEMORIE|NOTA|TOELICHTING|ADVIES|BIJLAGE\(N\)? BIJ)\b", "memorie"),
    (r"VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\b", "schriftelijk-overleg"),
    (r"(?:VERSLAG HOUDENDE EEN )?(?:LIJST VAN VRAGEN|FEITELIJKE VRAGEN)\b", "lijst-van-vragen"),
    (rf"{_CHANGED}(?:EIND)?VERSLAG\b", "verslag"),
    (rf"{_CHANGED}BRIEF VAN (?:DE|HET|EEN)\b", "kamerbrief"),
    (r"(?:BIJLAGE|RAPPORT|JAARVERSLAG)\b", "rapport"),
)
_HEAD = re.compile(r"(?:Nr\.|Nrs\.) ?(?P<number>\d{1,5}(?:–\d{1,5})?)(?=\s|$)\s*(?P<title>.*)$")
_LETTER_HEAD = re.compile(r"(?P<number>[A-Z]{1,3})(?=\s|$)\s*(?P<title>.*)$")
_ROMAN = re.compile(r"[(]?[IVXLC]+[)]?[,.]?")
_PARTICLES = frozenset(
    {"van", "de", "der", "den", "ten", "ter", "het", "'t", "’t", "te", "op", "in", "el", "al", "von"}
)
_LINKS = frozenset({"en", "van", "voor", "de", "het", "der", "op", "met", "in", "aan", "bij", "te", "tot"})
_MEMBERS = frozenset({"lid", "leden"})
_OFFICES = frozenset({
    "minister", "ministers", "staatssecretaris", "staatssecretarissen", "minister-president", "voorzitter",
})  # fmt: skip
_SMALL = frozenset({"wet", "rijkswet", "verslag", "nota", "brief", "motie", "amendement"})  # also where acts are named
_NAMES_END = frozenset({"over", "waarbij", "houdende", "inzake", "ter", "tot", "met", "c.s"})
_BODIES = (
    "Algemene Rekenkamer", "Raad van State", "Tweede Kamer", "Eerste Kamer", "Staten-Generaal", "Nationale ombudsman",
    "Hoge Raad", "Europese", "Europees", "Nederlandse", "Koning",
)  # fmt: skip
_SENDER = re.compile(  # one office; of several it is not plain where one ends
    r"(?:[\w ]+ )?[Bb]rief van de "
    r"(?P<office>(?:Minister|Staatssecretaris|Minister-president)\b(?:(?! en (?:van|voor|de) |,).)*)$"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_OFTEN = 2  # times that a word is seen with capitals, before it is believed
_DATED = re.compile(r"\s(?:Vastgesteld|Voorgesteld|Ontvangen|Den Haag|[’']s-Gravenhage)\b.*$")
_LINES = 400  # of the text, from which the case of a word is learnt
_LONGEST = 400  # code points of such a title


def head_facts(paragraphs: Sequence[str], dossier_title: str, *, is_senate: bool) -> dict[str, str]:
    """Number, kind, title and sender that the head in `paragraphs`, the first of a Kamerstuk, gives; else empty.

    `dossier_title` is what the dossier is called; it follows the title of a paper that has no subject of its own.
    """
    pattern = _LETTER_HEAD if is_senate else _HEAD
    for text, below in zip(paragraphs, [*paragraphs[1:], ""], strict=True):
        match = pattern.match(text)
        title = _DATED.sub("", " ".join((match["title"] or below).split())) if match else ""
        kind = kind_of(title)
        if match is None or kind is None or len(title) > _LONGEST:
            continue
        shown = in_sentence_case(title, _cases(paragraphs))
        facts = {"number": match["number"], "kind": kind, "title": _with_subject(shown, kind, dossier_title)}
        sender = _SENDER.match(shown)
        return facts | ({"sender": sender["office"]} if sender else {})
    return {}


def dossiers_of(paragraphs: Sequence[str]) -> list[tuple[str, str]]:
    """The dossiers in the head and what each is called, on one line or below each other, above the number in them."""
    tidy = [" ".join(text.split()) for text in paragraphs]
    found: list[tuple[str, str]] = []
    for place, text in enumerate(tidy):
        if found and _is_numbered(text):
            return found[:_MOST_DOSSIERS]
        head = DOSSIER_HEAD.match(text)
        below = tidy[place + 1 : place + 1 + _NEAR]
        if head:
            found.append((head["dossier"], head["title"]))
        elif _DOSSIER_ALONE.match(text) and any(map(NUMBER_HEAD.match, below)):
            found.append((text, "" if NUMBER_HEAD.match(below[0]) else below[0]))
    return found[:1]


def _is_numbered(text: str) -> bool:
    """Whether a paragraph is the number of the paper in its dossiers."""
    letter = _LETTER_HEAD.match(text)
    return NUMBER_HEAD.match(text) is not None or (letter is not None and kind_of(letter["title"]) is not None)


def kind_of(title: str) -> str | None:
    """The sort of paper that a title in capitals names; None for another text."""
    if not title.isupper():
        return None
    return next((kind for pattern, kind in _KINDS if re.match(pattern, title)), None)


def in_sentence_case(title: str, cases: dict[str, str]) -> str:
    """A title in capitals as it is written in running text.

    Names of members and of ministries get their capitals; other words are written as in `cases`, where they are known
    by their folded form, or small.
    """
    shown: list[str] = []
    mode = "words"
    for word in title.split():
        small = word.lower()
        bare = small.strip(".,()")
        if _ROMAN.fullmatch(word) and len(word) > 1:
            shown.append(word)
        elif bare in _MEMBERS or bare in _OFFICES:
            mode = "member" if bare in _MEMBERS else "office"
            shown.append(small if bare in _MEMBERS or bare == "voorzitter" else _capital(small))
        elif mode == "member" and bare in _NAMES_END and not _opens_name(shown):
            mode = "words"
            shown.append(small)
        elif mode == "member" and bare == "en":
            shown.append(small)
        elif mode == "member":
            shown.append(small if bare in _PARTICLES and not _opens_name(shown) else _capital(small))
        elif mode == "office":
            shown.append(small if bare in _LINKS else _capital(small))
        else:
            known = cases.get(bare)
            shown.append(small.replace(bare, known) if known else small)
    words = " ".join(shown)
    for body in _BODIES:
        words = re.sub(rf"\b{body}\b", body, words, flags=re.IGNORECASE)
    return words[:1].upper() + words[1:]


def _opens_name(shown: Sequence[str]) -> bool:
    """Whether the next word is the first of a member's name."""
    return shown[-1].lower() in (*_MEMBERS, "en") or shown[-1].endswith(",")


def _with_subject(title: str, kind: str, dossier_title: str) -> str:
    """With the title of its dossier; a motion or amendment has a subject of its own, which the head does not give."""
    if not dossier_title or kind in ("motie", "amendement") or " over " in title:
        return title
    return f"{title}: {dossier_title}"


def _cases(texts: Iterable[str]) -> dict[str, str]:
    """The words that a text always writes with capitals where they do not begin a line, by their folded forms."""
    found: dict[str, Counter[str]] = {}
    for text in list(texts)[:_LINES]:
        capitals = sum(map(str.isupper, text))
        if 2 * capitals < sum(map(str.isalpha, text)):  # the others are heads
            for match in list(_WORD.finditer(text))[1:]:
                found.setdefault(match[0].lower(), Counter())[match[0]] += 1
    return {
        folded: forms.most_common(1)[0][0]
        for folded, forms in found.items()
        if folded not in forms and folded not in _SMALL and max(forms.values()) >= _OFTEN
    }


def _capital(word: str) -> str:
    """With a capital at its beginning and behind its hyphens; Dutch ij is one letter."""
    return re.sub(r"(?:(?<=-)|^\W*)(?:ij|\w)", lambda match: match[0].upper(), word)
