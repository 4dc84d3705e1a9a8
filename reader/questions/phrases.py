"""The wording of questions and answers in Dutch papers: what asks, what follows up, what opens an answer."""

from __future__ import annotations

import re

from reader.questions.exchange import Sentence

# sentences
_ABBREVIATIONS_TEXT = """
jl nr nrs o.a a.s as dhr mw mevr mr drs dr ir prof bv bijv art artt c.q cq resp zgn m.b.t t.a.v i.v.m d.w.z vgl
blz p pag ca mln mld etc o.l.v e.d e.a t.b.v i.p.v a.u.b m.n s.v.p incl excl max min t/m jo lid o.b.v n.a.v
t.o.v m.i.v i.h.k.v i.c.m a.d.h.v ong par hfdst aanh st stb stcrt c.s
"""
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_TEXT.split())
_SENTENCE_END = re.compile(
    r"[.?!…](?:[»”’\"')\]]|\d{1,2}(?=\s|$))*(?=\s+[«“‘\"'(]?[A-ZÀ-Ý\d]|\s*$)|(?<=\))\.(?=[A-Z][a-z])"
)
_LOWER_OPENING = re.compile(
    r"(?:De|Het|Een|Ook|Dit|Dat|Deze|Zo|In|Op|Uit|Kan|Welke|Wat|Hoe|Daarna|Tevens|Is|Wel|Graag)\b"
)


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text`, without the white space between them."""
    found: list[Sentence] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.end()
        if text[match.start()] == "." and end < len(text):
            word = re.search(r"[^\s(«]*$", text[max(start, match.start() - 20) : match.start()])
            last = word[0] if word else ""
            following = text[end : end + 20].lstrip()
            if last.lower() in _ABBREVIATIONS and not _LOWER_OPENING.match(following):
                continue
            if re.fullmatch(r"[A-Z]|(?:[A-Z][a-z]?\.)+[A-Z]?[a-z]?", last) or (
                re.fullmatch(r"\d{1,2}", last) and start == match.start() - len(last)
            ):
                continue
        begin = start + len(text[start:end]) - len(text[start:end].lstrip())
        if end > begin:
            found.append(Sentence(begin, end))
        start = end
    begin = start + len(text[start:]) - len(text[start:].lstrip())
    if begin < len(text):
        found.append(Sentence(begin, len(text)))
    return tuple(found)


# asking
_QUESTION_MARK = re.compile(r"\?[»”’\"')\]]*\d{0,2}$")
# before "vragen" they make it a noun
_NOUN_BEFORE_TEXT = """
de enkele hun deze veel meer andere aantal nadere verdere volgende overige eerdere schriftelijke korte kritische
geen hebben heeft vele diverse gestelde soortgelijke alle aanvullende verschillende uw haar zijn die concrete
belangrijke specifieke en tot op openstaande dezelfde paar twee drie vier vijf met zonder van over opmerkingen
te
"""
_NOUN_BEFORE = frozenset(_NOUN_BEFORE_TEXT.split())
_ASKING_VERB = re.compile(
    r"(?:^|(?<!\w)(\w+),? )vragen\b(?! (?:aandacht|en opmerkingen|heeft|hebben|worden|zijn|over de ?$))", re.IGNORECASE
)
_CABINET = (
    r"(?:het kabinet|de (?:minister|staatssecretaris|regering|bewinds\w+)|zich af|of|hoe|waarom|wat|welke|wanneer"
    r"|naar|om|wie|hoeveel)"
)
_ASKING = re.compile(
    rf"\b(?:vra(?:agt|agde|gen)|vroeg(?:en)?|gevraagd) (?:\w+ ){{0,3}}?{_CABINET}\b"
    r"|\b(?:vernemen|verneemt|benieuwd|verzoeken|verzoekt|vragen zich af)\b"
    r"|\binform(?:eren|eert|eerden) (?:\w+ ){0,6}?(?:naar|of|hoe|wat|wanneer|waarom|welke|hoeveel)\b"
    r"|\b(?:roepen|roept) (?:\S+ ){1,8}?op\b|\bdring(?:en|t) er\w* (?:\w+ ){0,4}?aan\b"
    r"|\b(?:willen|wil|wensen|wenst|zouden|zou)\b[^.]{0,160}?\b(?:weten|vernemen|ontvangen|horen)\b"
    r"|\bgraag\b[^.]{0,80}?\b(?:ontvangen|ontvangt|lezen|leest|weten|horen|hoort|reactie"
    r"|toelichting|reflectie|uiteenzetting"
    r"|inzet|uitleg|overzicht|visie|appreciatie|antwoord|onderbouwing)\b"
    r"|\b(?:ontvangen|ontvangt|lezen|horen|zien|ziet)\b[^.]{0,80}?\bgraag\b|^Graag\b"
    r"|\bkijk(?:en|t) uit naar (?:de|het|een|zijn|haar) (?:\w+ ){0,2}?"
    r"(?:brief|reactie|antwoord\w*|beantwoording|toelichting|notitie|evaluatie|uitkomst\w*"
    r"|rapport|verslag|nota|uitwerking)\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"^(?:(?:Is|Zijn|Kan|Kunnen|Wil|Willen|Zou|Zouden|Deelt|Heeft|Acht|Ziet|Erkent|Herkent"
    r"|Onderkent|Gaat|Bent|Kunt|Wilt|Klopt"
    r"|Overweegt|Bestaat|Is er|Zijn er) (?:\w+ ){0,2}?(?:het kabinet|de (?:minister|staatssecretaris"
    r"|regering)|zij|hij|u|er|dit|dat|het|deze)\b"
    r"|Kan \w+ (?:gemaakt|gegeven) worden\b"
    r"|(?:Hoe|Wat|Wanneer|Waarom|Waar|Wie|Hoeveel|In hoeverre|(?:Op|In|Met|Door) (?:welke"
    r"|wie|wat)|Welke?) (?:\w+ ){0,3}?(?:is|zijn|kan|kunnen|wordt"
    r"|worden|gaat|gaan|zal|zullen|heeft|hebben|vindt|verwacht|betekent|denkt|doet|acht|beoordeelt|verhoudt)\b)"
)
_NOT_INVERTED = re.compile(r"^(?:Wat\b[^,]{0,120}\b(?:betreft|aangaat)\b|Hoe dan ook|Wanneer (?:dit|het|de|deze)\b)")
_ONLY_ANNOUNCES = re.compile(
    r"\b(?:hebben|heeft|zetten|stellen|leggen)\b[^?]{0,90}?\b(?:vragen|opmerkingen)\b[^?]{0,110}$"
    r"|\b(?:vragen|opmerkingen) (?:en (?:vragen|opmerkingen) )?(?:zijn|worden) (?:hieronder"
    r"|per)\b|\baandacht vra(?:agt|gen)\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\b(?:reactie|antwoord\w*|beantwoording)\b.{0,40}\btegemoet\b|\bbinnen (?:\w+ )?(?:weken|maand)\b.{0,40}$"
    r"|\bzien (?:uw|de|zijn|haar) (?:reactie|antwoord\w*|beantwoording)\b",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(
    r"\bkennis ?(?:genomen|nemen)\b(?! van (?:het|de|een) (?:\w+ )?(?:voornemen|bericht|signaal|signalen|uitspra\w+"
    r"|besluit|plan|plannen|ontwikkeling|constatering|stelling|ambitie)\b)|\b(?:bedanken|danken)\b"
)
_FOLLOWS_UP = re.compile(
    r"^(?:Zo (?:ja|nee|neen|niet)\b|Indien (?:ja|nee|niet|dit|dat)\b|Waarom (?:wel|niet)\b"
    r"|En\b|Graag (?:een |nader |ontvangen )?"
    r"(?:nadere |uitgebreide |gedetailleerd\w* )?(?:toelichting|reactie|antwoord|uitleg|onderbouwing|\w+ hier\w*)\b"
    r"|Kan (?:dit|dat|daar(?!naast)\w*|hier\w*)\b|Kunnen (?:daar(?!naast)\w*|hier\w*|deze|die)\b"
    r"|Klopt (?:dat|dit)\b|Is (?:dat|dit)\b"
    r"|Waar wordt (?:aan|daar|hier)|Hoeveel daarvan\b|Gaat het\b|Wat (?:zijn|is) (?:daar\w*"
    r"|hier\w*)|Op welke (?:wijze|manier|termijn)\?"
    r"|Hoe (?:dan|precies)?\?|In hoeverre staat dat\b|Deelt \w+ \w+ (?:deze|die) (?:mening|opvatting)\b)"
)
_EXPLAINS = re.compile(
    r"\bimmers\b|^De achtergrond van deze vra|^(?:Dit|Dat|Deze|Hier\w*|Daar\w*|Anders|Zij wijzen|Hij|Daarmee)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:[Vv]oorts|[Dd]aarnaast|[Tt]evens|[Oo]ok|[Vv]erder|[Tt]ot slot|[Tt]en slotte|[Oo]verigens|[Bb]ovendien"
    r"|[Vv]ervolgens|[Tt]en (?:eerste|tweede|derde|vierde)|[Aa]anvullend|[Aa]ndere?)\b"
)
_ASKS_ABOUT = re.compile(r"\b(?:vra(?:gen|agt)|informe(?:ren|ert)|zijn|is) (?:\S+ ){0,9}?(?:naar|over|benieuwd naar)\b")
_IMMERS = re.compile(r"\bimmers\b|^De achtergrond van deze vra", re.IGNORECASE)


def asks(sentence: str) -> bool:
    """Whether a sentence asks something, with or without a question mark."""
    if _QUESTION_MARK.search(sentence):
        return True
    if _ONLY_ANNOUNCES.search(sentence) or _CLOSES.search(sentence):
        return False
    if _ASKING.search(sentence) or (_INVERTED.match(sentence) and not _NOT_INVERTED.match(sentence)):
        return True
    return any((match[1] or "").lower() not in _NOUN_BEFORE for match in _ASKING_VERB.finditer(sentence))


def asks_something(text: str) -> bool:
    """Whether a paragraph asks, and does not only announce that questions follow."""
    return any(asks(text[one.start : one.end]) for one in sentences_of(text))


def introduces(sentence: str) -> bool:
    """Whether a sentence is the polite opening of a fractie: it has read the paper, it has questions."""
    if _INTRODUCES.search(sentence):
        return True
    return _ONLY_ANNOUNCES.search(sentence) is not None and not turns(
        sentence
    )  # "Daarnaast hebben zij vragen over ..."


def has_question_mark(text: str) -> bool:
    """Whether a sentence of `text` ends in a question mark."""
    return "?" in text and re.search(r"\?(?:[»”’\"')\]]|\d{1,2})*(?:\s|$)", text) is not None


def follows_up(sentence: str) -> bool:
    """Whether an asking sentence only goes on with the question before it ("Zo nee, waarom niet?")."""
    return _FOLLOWS_UP.match(sentence) is not None


def explains(sentence: str) -> bool:
    """Whether a sentence that asks nothing belongs to the question before it."""
    return _EXPLAINS.search(sentence) is not None


def turns(sentence: str) -> bool:
    """Whether an asking sentence says that it turns to something else ("Voorts vragen deze leden")."""
    return _TURNS.search(sentence) is not None


def announces_question(sentence: str) -> bool:
    """Whether a sentence only says what is asked about, so that the question itself follows."""
    return "?" not in sentence and _ASKS_ABOUT.search(sentence) is not None


def gives_ground(sentence: str) -> bool:
    """Whether a sentence gives the ground of the question before it, even when another question follows."""
    return _IMMERS.search(sentence) is not None


# answering
_FORMULA = (
    r"(?:[Vv]oor )?[Ww]at (?:betreft\b|.{2,170}?\b(?:betreft|aangaat)\b)|[Mm]et betrekking tot"
    r"|[Tt]en aanzien van|[Aa]angaande"
    r"|[Ii]nzake|[Oo]mtrent|[Ii]n (?:reactie|antwoord|aanvulling|aansluiting|vervolg) op"
    r"|[Nn]aar aanleiding van|[Oo]ver (?:de|het) (?:vra|verzoek)"
    r"|[Vv]oor (?:het|een) (?:antwoord|beantwoording|reactie)|[Oo]p (?:(?:de|het|deze|uw|een) )?(?:\w+ ){0,2}?"
    r"(?:vra(?:ag|gen)|verzoek|opmerking\w*|suggestie|constatering)"
)
_MEMBERS = (
    r"(?:(?:Ook|Voorts|Verder|Tevens|Daarnaast|Vervolgens|Tot slot|Ten slotte|Tenslotte"
    r"|Allereerst|Eveneens|Specifiek)\b,? )?"
    r"(?:\w+ ){0,2}?(?:[Dd]e (?:aan het woord zijnde |genoemde |voornoemde |voorgenoemde "
    r"|hier aan het woord zijnde |verschillende )?leden\b"
    r"|[Dd]eze leden\b|[Vv]oornoemde leden|[Gg]enoemde leden|[Vv]oorgenoemde leden|[Hh]et lid [A-Z]"
    r"|[Dd]e (?:\S+[- ])?fracties?\b)"
)
_REMARKS = (
    r"Over .{3,90}? \w+ (?:ik|wij|het kabinet|de regering|de (?:minister|staatssecretaris))\b"
    r"|Over .{3,90}? kan worden (?:gemeld|opgemerkt)\b"
)
_SAME = r"(?:Datzelfde|Hetzelfde) geldt\b"
_QUESTION_NAMED = (
    r"(?:De|Deze|Uw|Die) (?:\w+ )?vra(?:ag|gen)\b|Er (?:is|wordt|werd) (?:door .{1,60}? )?gevraagd"
    r"|Gevraagd (?:is|wordt|werd)"
)
_OPENS_ANSWER = re.compile(rf"^(?:(?:\w+,? ){{0,2}}?(?:{_FORMULA})|{_MEMBERS}|{_SAME}|{_QUESTION_NAMED}|{_REMARKS})")
_NAMES_QUESTION = re.compile(
    r"\b(?:vra(?:ag|gen|agt)|verzoek\w*|leden|gevraagd\w*|opmerking\w*|\w*vraag|voorstel|constatering|suggestie)\b"
)
_ANNOUNCES_SEVERAL = re.compile(r"\b(?:een aantal|enkele|diverse|meerdere|verschillende)\b (?!fracties)", re.IGNORECASE)
_SEVERAL_FRACTIES = re.compile(
    r"\b(?:verschillende|meerdere|diverse|alle|enkele|een aantal|meer)\b "
    r"(?:van de )?(?:aan het woord zijnde )?(?:fracties"
    r"|leden)\b"
    r"|^De fracties\b(?! van)|^(?:Verschillende|Meerdere|Diverse|Alle) (?:fracties|leden)\b",
    re.IGNORECASE,
)


def opens_answer(paragraph: str) -> bool:
    """Whether a paragraph of a government's answer begins a new answer: a formula that names the question."""
    return _OPENS_ANSWER.match(paragraph) is not None


def names_question(sentence: str) -> bool:
    """Whether the opening of an answer says that something was asked, and not only what it is about."""
    return _NAMES_QUESTION.search(sentence) is not None


def announces_several(sentence: str) -> bool:
    """Whether the opening of an answer announces several points, which the paragraphs below it then take one by one."""
    return _ANNOUNCES_SEVERAL.search(sentence) is not None


def to_several_fracties(sentence: str) -> bool:
    """Whether an answer is addressed to several fracties without naming them."""
    return _SEVERAL_FRACTIES.search(sentence) is not None


_OVERVIEW = re.compile(
    r"\b(?:worden|wordt|zijn|zal ik|ga ik|gaat|beantwoord\w*)\b.{0,90}\b(?:hieronder|hierna|per \w+|in samenhang"
    r"|gezamenlijk|in de volgorde|achtereenvolgens|samengenomen|aangehouden|aan te houden)\b"
    r"|\b(?:hieronder|hierna|onderstaand)\b.{0,90}\b(?:beantwoord\w*|gegeven|ingegaan|ga ik in|gaat .{2,40} in)\b",
    re.IGNORECASE,
)
_ABOUT_QUESTIONS = re.compile(r"\b(?:vragen|inbreng|opmerkingen|antwoorden|beantwoording|reactie)\b", re.IGNORECASE)
_THANKS = re.compile(
    r"^(?:Ik|Wij|Het kabinet|De regering|De (?:minister|staatssecretaris))"
    r" (?:dank\w*|bedank\w*|heeft|heb|hebben|ga|gaan|neem)\b.{0,160}\b(?:inbreng|vragen|opmerkingen|kennis ?genomen)\b"
    r"|^(?:Met|Onder) (?:dank|belangstelling)\b.{0,160}\b(?:inbreng|vragen|opmerkingen|kennis ?genomen|verslag)\b"
    r"|^(?:Hieronder|Hierbij|Hierna|Bijgaand|In deze (?:brief|nota|memorie)|Met deze brief)\b"
    r"|^De griffier\b|^Aan de Voorzitter\b|^(?:Den Haag|’s-Gravenhage), \d|^Geachte\b|^Hoogachtend"
    r"|^De (?:[Mm]inister|[Ss]taatssecretaris|voorzitter)\b[^.?!]{2,90}, (?:[A-Z][\w.]*\.? ?){1,4}[^.?!]{0,30}$"
)
_CONTINUES = re.compile(
    r"^(?:Daarnaast|Daarbij|Daarmee|Daarvoor|Daarom|Ook|Tevens|Verder|Voorts|Bovendien|Overigens|Dit|Hier\w*"
    r"|(?:Dat|Die|Deze) (?:is|was|zijn|waren|heeft|hebben|betekent|geldt|kan|kunnen|zal|zullen|wordt|worden|maakt)"
    r"|Zo|Wel|Echter|Tegelijk\w*|Ten slotte|Tot slot|Ik zal|Het kabinet zal|In aanvulling|Zodra|Naast deze|Los daarvan"
    r"|Immers|Omdat|Mede|Vervolgens|Kortom|Concluderend|Uiteraard)\b"
)


def is_preliminary(paragraph: str) -> bool:
    """Whether a paragraph is no answer: thanks, how the answers are arranged, the head of a letter."""
    if len(paragraph) >= 400:
        return False
    if _THANKS.match(paragraph):
        return True
    return _OVERVIEW.search(paragraph) is not None and _ABOUT_QUESTIONS.search(paragraph) is not None


def goes_on(paragraph: str) -> bool:
    """Whether the first words of a paragraph tie it to what stands above it."""
    return _CONTINUES.match(paragraph) is not None
