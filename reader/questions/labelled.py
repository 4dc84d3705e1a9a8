"""Questions and answers under labels: "Vraag 3", "Antwoord 3 en 4", "7. Antwoord van het kabinet:", a bare number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reader.questions.exchange import Answer, Question
from reader.questions.flow import Flow, Paragraph, section_key, without_notes
from reader.questions.parties import asking_fractie, fracties_in, joint, members_of
from reader.questions.phrases import asks, has_question_mark, sentences_of
from reader.questions.titles import title_of

Role = Literal["question", "answer", "notice"]

_NUMBER = r"\(?\d{1,4}[a-z]?\)?"
_NUMBERS = (
    rf"{_NUMBER}(?:(?:\s*(?:,|;|&|\ben\b|\bt/m\b|\btot en met\b|–|-)\s*|\s+)"
    rf"(?:(?:en|t/m)\s+)?(?:vra(?:ag|gen)\s+)?{_NUMBER})*"
)
_LABEL = re.compile(
    r"^(?:.{0,80}?Aanhangsel \d{1,3}\s*)?(?P<word>Vra(?:ag|gen)|VRA(?:AG|GEN)|(?:Nader )?[Aa]ntwoord(?:en)?"
    r"|ANTWOORD(?:EN)?|(?:Beantwoording|Reactie)(?= (?:op |van )?(?:de )?vra))"
    r"(?: (?:op |van |bij )?(?:de )?[Vv][Rr][Aa](?:[Aa][Gg]|[Gg][Ee][Nn]))?(?: (?:nrs?\.|nummers?))?"
    rf" (?P<numbers>{_NUMBERS})"
    r"(?P<mark>\s*[:.)]?)(?P<rest>$|\s+(?=[A-ZÀ-Ý«‘“\"'(]).*$)",
    re.DOTALL,
)
_BARE_LABEL = re.compile(
    r"^(?P<word>Vra(?:ag|gen)|VRAAG|Antwoord(?:en)?|ANTWOORD)\s*(?P<mark>:|$)\s*(?P<rest>.*)$", re.DOTALL
)
_NOTICE = re.compile(r"^(?:Nadere? )?Mededeling\b\s*[:.]?$")
_BARE_NUMBER = re.compile(r"^\d{1,4}[.)]?$")
_NUMBERED_QUESTION = re.compile(r"^(?P<number>\d{1,4})[.)]? +(?P<rest>[A-ZÀ-Ý«‘“].*)$", re.DOTALL)
_ANSWER_TITLE = re.compile(
    r"^(?:(?P<number>\d{1,3})[.)]? )?(?:Antwoord|Reactie|Beantwoording)(?:en)?"
    r"(?: (?:van|namens|door) (?:het |de )?[^.?!:]{2,70})?(?: op vraag (?P<after>\d{1,3}))?\s*[:.]?$"
)
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
        title = _ANSWER_TITLE.match(text)
        if title and items and len(text) < 100:
            items.append(_Item("answer", items[-1].label, items[-1].numbers, section, []))
            continue
        numbered = _NUMBERED_QUESTION.match(text)
        if numbered and _is_next(items, int(numbered["number"]), numbered["rest"]):
            item = _Item("question", numbered["number"], (int(numbered["number"]),), section, [])
            item.paragraphs.append((paragraph.start + numbered.start("rest"), paragraph.end, numbered["rest"]))
            items.append(item)
            continue
        if paragraph.is_heading:
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
    divided: list[_Item] = []
    answered = {number for item in items if item.role == "answer" for number in item.numbers}
    for place, item in enumerate(items):
        divided.append(item)
        followed = place + 1 < len(items) and items[place + 1].role == "answer"
        if item.role != "question" or followed or len(item.paragraphs) < 2 or answered.intersection(item.numbers):
            continue
        cut = 1
        asking = [has_question_mark(text) for _, _, text in item.paragraphs]
        if any(asking):
            first = asking.index(True)
            cut = first + 1 if first < 3 else 1
            while cut < len(asking) and asking[cut]:
                cut += 1
        if cut < len(item.paragraphs):
            divided.append(_Item("answer", item.label, item.numbers, item.section, item.paragraphs[cut:]))
            item.paragraphs = item.paragraphs[:cut]
    return divided


# numbered answers under their questions


def read_numbered(flow: Flow) -> Labelled:
    """Questions with the answer below each, under a title such as "7. Antwoord van het kabinet:"."""
    questions: list[Question] = []
    answers: list[Answer] = []
    pending: list[Paragraph] = []  # since the last answer title or heading
    fractie: str | None = None
    title: Paragraph | None = None  # the answer that is being read
    section = ""

    def ask(paragraphs: Sequence[Paragraph], number: tuple[int, ...]) -> None:
        nonlocal fractie
        text = "\n".join(paragraph.text for paragraph in paragraphs)
        named = asking_fractie(text) or next(iter(fracties_in(text)), None)
        fractie = named or fractie
        start, end = flow.span(paragraphs[0].start, paragraphs[-1].end)
        core = next((one.start for one in sentences_of(text) if asks(text[one.start : one.end])), 0)
        core_start = flow.span(*_inside(paragraphs, core))[0]
        label = f"{number[0]}" if number else ""
        questions.append(
            Question(f"q{len(questions) + 1}", label, number, start, end, core_start, fractie, section, text, core)
        )

    def answer(paragraphs: Sequence[Paragraph], heading: Paragraph) -> None:
        paragraphs = without_notes(paragraphs)
        if not paragraphs:
            return
        text = "\n".join(paragraph.text for paragraph in paragraphs)
        start, end = flow.span(paragraphs[0].start, paragraphs[-1].end)
        numbers = _title_numbers(heading)
        addressed = members_of(fractie) if questions and questions[-1].end <= start else ()
        answers.append(
            Answer(
                f"a{len(answers) + 1}",
                heading.text.rstrip(":"),
                numbers,
                start,
                end,
                addressed,
                section,
                text,
                sentences_of(text),
            )
        )

    def close(upcoming: Paragraph | None) -> None:
        """What stands between two answer titles, or up to a heading: an answer, then the next question."""
        nonlocal title, pending
        body, asked = pending, []
        if title is not None:
            cut = _next_question(pending, upcoming is not None)
            body, asked = pending[:cut], pending[cut:]
            answer(body, title)
        else:
            asked = pending
        if asked and (upcoming is not None or any(asks_something(paragraph.text) for paragraph in asked)):
            begin = 0 if title is not None or upcoming is None else _first_asked(asked)
            ask(asked[begin:], _title_numbers(upcoming) if upcoming is not None else ())
        pending = []
        title = upcoming

    for paragraph in flow.paragraphs:
        if is_answer_title(paragraph.text):
            close(paragraph)
        elif paragraph.is_heading:
            close(None)
            heading = title_of(paragraph.text)
            if heading is None:
                section = section_key(paragraph.text)
            elif heading.fracties:
                fractie = joint(heading.fracties)
        else:
            pending.append(paragraph)
    close(None)
    return Labelled(tuple(questions), tuple(answers))


def is_answer_title(text: str) -> bool:
    """Whether a line heads one answer: "7. Antwoord van het kabinet:" or "Antwoord van de minister"."""
    return len(text) <= 110 and _ANSWER_TITLE.match(text) is not None


def asks_something(text: str) -> bool:
    """Whether a paragraph asks, and does not only announce that questions follow."""
    return any(asks(text[one.start : one.end]) for one in sentences_of(text))


def _title_numbers(title: Paragraph) -> tuple[int, ...]:
    match = _ANSWER_TITLE.match(title.text)
    number = (match["number"] or match["after"]) if match else None
    return (int(number),) if number else ()


def _first_asked(paragraphs: Sequence[Paragraph]) -> int:
    """Where the question begins when no answer stands before it: introductions of fracties are no part of it."""
    introductions = 0
    for place, paragraph in enumerate(paragraphs[:-1]):
        if not asks_something(paragraph.text) and fracties_in(paragraph.text):
            following = asking_fractie(paragraphs[place + 1].text)
            if following:
                introductions = place + 1
        else:
            break
    return introductions


def _next_question(paragraphs: Sequence[Paragraph], needed: bool) -> int:
    """Where, below an answer title, the next question begins; an answer has one paragraph at least."""
    for place in range(1, len(paragraphs)):
        text = paragraphs[place].text
        if has_question_mark(text) or (
            fracties_in(text) and (asking_fractie(text) is not None or asks_something(text))
        ):
            return place
    return len(paragraphs) - 1 if needed and len(paragraphs) > 1 else len(paragraphs)


def _inside(paragraphs: Sequence[Paragraph], offset: int) -> tuple[int, int]:
    """The reading range that begins `offset` into the joined text of `paragraphs` and ends with its paragraph."""
    for paragraph in paragraphs:
        if offset < len(paragraph.text):
            return paragraph.start + offset, paragraph.end
        offset -= len(paragraph.text) + 1
    return paragraphs[-1].start, paragraphs[-1].end
