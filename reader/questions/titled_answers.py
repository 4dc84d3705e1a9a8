"""Questions with the answer below each, under a title such as "7. Antwoord van het kabinet:"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.questions.exchange import Answer, Question
from reader.questions.flow import Flow, Paragraph, section_key, without_notes
from reader.questions.labelled import ANSWER_TITLE, Labelled
from reader.questions.parties import asking_fractie, fracties_in, joint, members_of
from reader.questions.phrases import asks, asks_something, has_question_mark, sentences_of
from reader.questions.titles import title_of


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
    return len(text) <= 110 and ANSWER_TITLE.match(text) is not None


def _title_numbers(title: Paragraph) -> tuple[int, ...]:
    match = ANSWER_TITLE.match(title.text)
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
