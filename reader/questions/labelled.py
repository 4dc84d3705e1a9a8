"""Questions and answers under labels: "Vraag 3", "Antwoord 3 en 4", a bare number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reader.questions.exchange import Answer, Question
from reader.questions.flow import Flow, Paragraph, section_key, without_notes
from reader.questions.phrases import asks_something, has_question_mark, sentences_of

Role = Literal["question", "answer", "notice"]

_NUMBER = r"\(?\d{1,4}[a-z]?\)?"
# one way to read each sign between two numbers, for otherwise a long row of them takes for ever
_NUMBERS = (
    rf"{_NUMBER}(?:(?:\s{{0,5}}[,;&–-]\s{{0,5}}|\s{{1,5}})(?:(?:en|t/m|tot en met)\s{{1,5}})?"
    rf"(?:vra(?:ag|gen)\s{{1,5}})?{_NUMBER}){{0,80}}"
)
_LABEL = re.compile(
    r"^(?:.{0,80}?Aanhangsel \d{1,3}\s{0,5})?(?P<word>Vra(?:ag|gen)|VRA(?:AG|GEN)|(?:Nader )?[Aa]ntwoord(?:en)?"
    r"|ANTWOORD(?:EN)?|(?:Beantwoording|Reactie)(?= (?:op |van )?(?:de )?vra))"
    r"(?: (?:op |van |bij )?(?:de )?[Vv][Rr][Aa](?:[Aa][Gg]|[Gg][Ee][Nn]))?(?: (?:nrs?\.|nummers?))?"
    rf" (?P<numbers>{_NUMBERS})"
    r"(?P<mark>\s{0,5}[:.)]?)(?P<rest>$|\s{1,5}(?=[A-ZÀ-Ý«‘“\"'(]).*$)",
    re.DOTALL,
)
_BARE_LABEL = re.compile(
    r"^(?P<word>Vra(?:ag|gen)|VRAAG|Antwoord(?:en)?|ANTWOORD)\s*(?P<mark>:|$)\s*(?P<rest>.*)$", re.DOTALL
)
_NOTICE = re.compile(r"^(?:Nadere? )?Mededeling\b\s*[:.]?$")
_BARE_NUMBER = re.compile(r"^\d{1,4}[.)]?$")
_NUMBERED_QUESTION = re.compile(r"^(?P<number>\d{1,4})[.)]? +(?P<rest>[A-ZÀ-Ý«‘“].*)$", re.DOTALL)
ANSWER_TITLE = re.compile(
    r"^(?:(?P<number>\d{1,3})[.)]? )?(?:Antwoord|Reactie|Beantwoording)(?:en)?"
    r"(?: (?:van|namens|door) (?:het |de )?[^.?!:]{2,70})?(?: op vraag (?P<after>\d{1,3}))?\s*[:.]?$"
)
_BLOCK_TITLE = re.compile(
    r"^(?:ANTWOORD|Antwoord)(?:EN|en)?(?: op (?:de |uw )?(?:schriftelijke )?vra(?:ag|gen)\b.{0,200})?\s*[:.]?$",
    re.DOTALL,
)
_IN_BLOCK = re.compile(rf"^(?P<numbers>{_NUMBERS})[.)]? +(?P<rest>[A-ZÀ-Ý«‘“(].*)$", re.DOTALL)
_LEAST_IN_BLOCK = 2  # questions; one alone is no list
_HEAD_PARAGRAPHS = 30
_ANSWERED = re.compile(r"\bvragen en antwoorden\b|\bdeze vragen (?:zijn )?beantwoord\b", re.IGNORECASE)
_REQUEST = re.compile(r"^(?:Geef|Noem|Licht|Beschrijf|Specificeer|Graag|Schets|Onderbouw|Verklaar)\b")
_COMMENT = re.compile(r"^(?:Toelichting|Opmerking)\b.{0,20}:?$")


@dataclass(slots=True)
class _Item:
    """A label and what stands under it, while reading."""

    role: Role
    label: str
    numbers: tuple[int, ...]
    section: str
    paragraphs: list[tuple[int, int, str]]  # reading start and end, text


@dataclass(frozen=True, slots=True)
class Labelled:
    """What was read under labels."""

    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    has_notice: bool = False


def numbers_in(words: str) -> tuple[int, ...]:
    """The numbers of a label: "3 t/m 5, 8 en 9" gives 3, 4, 5, 8, 9."""
    found: list[int] = []
    joined = re.sub(r"(?:tot en met|t/m)", "–", words)
    for first, last in re.findall(r"(\d{1,4})[a-z]?(?:\s*[–-]\s*(\d{1,4}))?", joined):
        low, high = int(first), int(last or first)
        found += range(low, high + 1) if low <= high < low + 200 else [low, high]
    return tuple(dict.fromkeys(found))


def read_labels(flow: Flow) -> Labelled:
    """Questions and answers under "Vraag n" and "Antwoord n", in every grouping; a "Mededeling" is no answer.

    Where a list says that it holds the answers too, what stands below each question is its answer.
    """
    items: list[_Item] = []
    notice = False
    section = ""
    for paragraph in flow.paragraphs:
        found = _label(paragraph)
        if found:
            item, offset = found
            item.section = section
            items.append(item)
            if offset < len(paragraph.text):
                item.paragraphs.append((paragraph.start + offset, paragraph.end, paragraph.text[offset:]))
        elif _NOTICE.match(paragraph.text):
            notice = True
            items.append(_Item("notice", paragraph.text, (), section, []))
        elif _COMMENT.match(paragraph.text):
            items.append(_Item("notice", paragraph.text, (), section, []))
        elif paragraph.is_heading and not _BARE_NUMBER.match(paragraph.text) and _ends_section(items):
            section = section_key(paragraph.text)
            items.append(_Item("notice", "", (), section, []))
        elif items:
            items[-1].paragraphs.append((paragraph.start, paragraph.end, paragraph.text))
    if not notice and not any(item.role == "answer" for item in items) and _says_answered(flow):
        divided = _divided(items)
        if 3 * sum(item.role == "answer" for item in divided) >= 2 * sum(bool(item.paragraphs) for item in items):
            items = divided
    questions, answers = _units(flow, items)
    return Labelled(questions, answers, notice)


def _says_answered(flow: Flow) -> bool:
    return any(_ANSWERED.search(paragraph.text) for paragraph in flow.paragraphs[:_HEAD_PARAGRAPHS])


def _ends_section(items: Sequence[_Item]) -> bool:
    """A heading below an answer is the next subject; below a question it is part of the running text."""
    return not items or (items[-1].role == "answer" and bool(items[-1].paragraphs))


def _label(paragraph: Paragraph) -> tuple[_Item, int] | None:
    text = paragraph.text
    match = _LABEL.match(text)
    if match:
        if match["rest"] and not match["mark"].strip() and len(match["numbers"]) > 40:
            return None
        role: Role = "question" if match["word"].lower().startswith("vra") else "answer"
        label = " ".join(text[match.start("word") : match.end("numbers")].split())
        offset = match.start("rest") + len(match["rest"]) - len(match["rest"].lstrip())
        return _Item(role, label, numbers_in(match["numbers"]), "", []), offset
    match = _BARE_LABEL.match(text)
    if match:
        role = "question" if match["word"].lower().startswith("vra") else "answer"
        return _Item(role, match["word"], (), "", []), match.start("rest")
    return None


def _units(flow: Flow, items: Sequence[_Item]) -> tuple[tuple[Question, ...], tuple[Answer, ...]]:
    questions: list[Question] = []
    answers: list[Answer] = []
    for item in items:
        if item.role == "notice" or not item.paragraphs:
            continue
        first, last = item.paragraphs[0], item.paragraphs[-1]
        if len(item.paragraphs) > 1:
            kept = without_notes([Paragraph(text, start, False, 0, ()) for start, _, text in item.paragraphs])
            last = item.paragraphs[len(kept) - 1]
            texts = [paragraph.text for paragraph in kept]
        else:
            texts = [first[2]]
        start, end = flow.span(first[0], last[1])
        text = "\n".join(texts)
        if item.role == "question":
            questions.append(
                Question(
                    f"q{len(questions) + 1}", item.label, item.numbers, start, end, start, None, item.section, text
                )
            )
        else:
            answers.append(
                Answer(
                    f"a{len(answers) + 1}",
                    item.label,
                    item.numbers,
                    start,
                    end,
                    (),
                    item.section,
                    text,
                    sentences_of(text),
                )
            )
    return tuple(questions), tuple(answers)


# all questions, then all answers


def read_block(flow: Flow) -> Labelled:
    """Numbered questions, and below one title their answers under the same numbers, as in Flanders and in provinces."""
    place = next((place for place, one in enumerate(flow.paragraphs) if _BLOCK_TITLE.match(one.text)), None)
    if place is None:
        return Labelled()
    asked = _numbered_items(flow.paragraphs[:place], "question")
    known = {number for item in asked for number in item.numbers}
    given = [item for item in _numbered_items(flow.paragraphs[place + 1 :], "answer") if known.issuperset(item.numbers)]
    asking = sum(any(asks_something(text) or _REQUEST.match(text) for _, _, text in item.paragraphs) for item in asked)
    answered = {number for item in given for number in item.numbers}
    if len(asked) < _LEAST_IN_BLOCK or 2 * asking < len(asked) or 2 * len(answered) < len(known):
        return Labelled()
    questions, answers = _units(flow, [*asked, *given])
    return Labelled(questions, answers)


def _numbered_items(paragraphs: Sequence[Paragraph], role: Role) -> list[_Item]:
    """What stands under each number of a row that counts up from 1; a line in capitals names who speaks next."""
    items: list[_Item] = []
    last = 0
    for paragraph in paragraphs:
        numbered = _IN_BLOCK.match(paragraph.text)
        numbers = numbers_in(numbered["numbers"]) if numbered else ()
        if numbered and numbers[0] == last + 1:
            last = numbers[-1]
            begin = paragraph.start + numbered.start("rest")
            items.append(_Item(role, numbered["numbers"], numbers, "", [(begin, paragraph.end, numbered["rest"])]))
        elif items and not paragraph.text.isupper():
            items[-1].paragraphs.append((paragraph.start, paragraph.end, paragraph.text))
    return items


# bare numbers


def read_list(flow: Flow) -> Labelled:
    """A list of questions and answers: a number, the question, the answer below it, perhaps after "Antwoord"."""
    items: list[_Item] = []
    section = ""
    for paragraph in flow.paragraphs:
        text = paragraph.text
        if _BARE_NUMBER.match(text):
            items.append(_Item("question", text.rstrip(".)"), numbers_in(text), section, []))
            continue
        labelled = _label(paragraph) if items else None
        if labelled and labelled[0].role == "answer":
            item, offset = labelled
            item.section = section
            if not item.numbers:
                item.label, item.numbers = items[-1].label, items[-1].numbers
            items.append(item)
            if offset < len(text):
                item.paragraphs.append((paragraph.start + offset, paragraph.end, text[offset:]))
            continue
        title = ANSWER_TITLE.match(text)
        if title and items and len(text) < 100:
            items.append(_Item("answer", items[-1].label, items[-1].numbers, section, []))
            continue
        numbered = _NUMBERED_QUESTION.match(text)
        if numbered and _is_next(items, int(numbered["number"]), numbered["rest"]):
            item = _Item("question", numbered["number"], (int(numbered["number"]),), section, [])
            item.paragraphs.append((paragraph.start + numbered.start("rest"), paragraph.end, numbered["rest"]))
            items.append(item)
            continue
        if paragraph.is_heading and (not items or items[-1].paragraphs):
            section = section_key(text)
            continue
        if items:
            items[-1].paragraphs.append((paragraph.start, paragraph.end, text))
    asked = [item for item in items if item.role == "question"]
    if 2 * sum(any("?" in text for _, _, text in item.paragraphs) for item in asked) <= len(asked):
        return Labelled()  # numbers of something else
    questions, answers = _units(flow, _divided(items))
    return Labelled(questions, answers)


def _is_next(items: Sequence[_Item], number: int, text: str) -> bool:
    """Whether a number that opens a paragraph is that of the next question: about the expected one, and it asks."""
    last = next((item.numbers[0] for item in reversed(items) if item.role == "question" and item.numbers), None)
    if last is None:
        return number <= 2 and has_question_mark(text)
    if number == last + 1:
        return asks_something(text) or _REQUEST.match(text) is not None
    return abs(number - last) <= 3 and has_question_mark(text)


def _divided(items: Sequence[_Item]) -> list[_Item]:
    """Where no word divides the answer from the question: the question runs to its last question mark at the top."""
    answered = {number for item in items if item.role == "answer" for number in item.numbers}
    whole: list[_Item] = []
    for place, item in enumerate(items):
        followed = place + 1 < len(items) and items[place + 1].role == "answer"
        if item.role == "question" and item.paragraphs and not followed and not answered.intersection(item.numbers):
            whole.append(item)
    # in a file without empty lines question and answer are often one paragraph
    in_one = 4 * sum(len(item.paragraphs) == 1 and _tail(item.paragraphs[0][2]) > 0 for item in whole) >= len(whole)
    undivided = {id(item) for item in whole}
    divided: list[_Item] = []
    for item in items:
        divided.append(item)
        if id(item) not in undivided:
            continue
        cut = 1
        asking = [has_question_mark(text) for _, _, text in item.paragraphs]
        if any(asking):
            first = asking.index(True)
            cut = first + 1 if first < 3 else 1
            while cut < len(asking) and asking[cut]:
                cut += 1
        rest = item.paragraphs[cut:]
        start, end, text = item.paragraphs[cut - 1]
        tail = _tail(text) if in_one and not rest else 0
        item.paragraphs = item.paragraphs[:cut]
        if tail:
            item.paragraphs[-1] = (start, start + len(text[:tail].rstrip()), text[:tail].rstrip())
            rest = [(start + tail, end, text[tail:]), *rest]
        if rest:
            divided.append(_Item("answer", item.label, item.numbers, item.section, rest))
    return divided


def _tail(text: str) -> int:
    """Where, behind the questions with which a paragraph begins, something else begins; 0 for nowhere."""
    end = 0
    for sentence in sentences_of(text):
        if not has_question_mark(text[sentence.start : sentence.end]):
            if end:
                return sentence.start
            continue
        end = sentence.end
    return 0
