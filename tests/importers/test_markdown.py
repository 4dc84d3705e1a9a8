"""Markdown: the text stays as it is, and its marks are not shown."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.errors import ReaderError
from reader.importers.extracted import Extracted
from reader.importers.markdown import Markdown
from reader.questions.recognise import recognise_questions
from reader.text.reading import reading_text
from tests.importers.marked_up_files import extracted, headings, mutated, notes, shown, survives

PAPER = """---
title: "Notitie over de dijken"
date: 2018-06-11
---
# Notitie over *dijken*

Een **eerste** alinea over [de brief](https://example.org/brief) die
over twee regels loopt.[^1] En `code`.

Vragen
------

1. Eerste punt
2. Tweede punt
   dat doorloopt

- los \\* punt

> Een citaat
> dat doorloopt.

| Jaar | Kosten |
|------|--------|
| 2024 | 12     |

```python
x = 1 ** 2 ** 3
```

<!-- een opmerking -->

[^1]: Kamerstukken II 2017/18, 19637, nr. 2395.
    Tweede regel.

Slot_met_streepjes en 2*3*4.
"""


def read(text: str) -> Extracted:
    return extracted(Markdown(), text)


def visible(found: Extracted) -> list[str]:
    return reading_text(found.structure, found.body).text.split("\n")


def test_the_text_of_the_file_stays_as_it_is() -> None:
    assert read(PAPER).body == PAPER


def test_marks_are_not_shown() -> None:
    assert visible(read(PAPER)) == [
        "Notitie over dijken",
        "Een eerste alinea over de brief die over twee regels loopt.1 En code.",
        "Vragen",
        "1. Eerste punt",
        "2. Tweede punt dat doorloopt",
        "- los * punt",
        "Een citaat dat doorloopt.",
        "| Jaar | Kosten |",
        "| 2024 | 12     |",
        "x = 1 ** 2 ** 3",
        "1 Kamerstukken II 2017/18, 19637, nr. 2395. Tweede regel.",
        "Slot_met_streepjes en 2*3*4.",
    ]


def test_headings_sections_notes_and_facts() -> None:
    found = read(PAPER)
    assert headings(found) == [(1, "Notitie over dijken"), (2, "Vragen")]
    assert found.structure.blocks[-1].section == ("Notitie over dijken", "Vragen")
    assert [number for number, _, _ in notes(found)] == ["1"]
    assert found.structure.facts["title"] == "Notitie over de dijken"
    assert found.structure.facts["date"] == "2018-06-11"
    assert [one.id for one in found.structure.references] == ["kst-19637-2395"]


def test_questions_under_headings_are_recognised() -> None:
    found = read(
        "# Vragen\n\n## Vraag 1\n\nKlopt dit?\n\n## Antwoord 1\n\nJa.\n\n"
        "## Vraag 2\n\nEn dit?\n\n## Antwoord 2\n\nNee.\n"
    )
    exchange = recognise_questions(found.structure, found.body)
    assert [(question.label, question.text) for question in exchange.questions] == [
        ("Vraag 1", "Klopt dit?"),
        ("Vraag 2", "En dit?"),
    ]


def test_a_list_within_a_paragraph_and_a_heading_with_a_tail() -> None:
    found = read("# Kop #\ntekst\n* een\n* twee\n\n***\n\nSlot\n")
    assert shown(found, "list-item") == ["* een", "* twee"]
    assert headings(found) == [(1, "Kop")]


@given(st.text(st.sampled_from("ab# *_`[]()>|-\n1.!\\<\t^:~=é"), max_size=200))
def test_any_text_is_read_and_nothing_is_shown_twice(words: str) -> None:
    try:
        found = read(words)
    except ReaderError:
        return
    pieces = sorted((piece.start, piece.end) for block in found.structure.blocks for piece in block.pieces)
    assert all(start < end <= following for (start, end), (following, _) in pairwise(pieces))
    assert all(end <= len(found.body) for _, end in pieces)


def test_changed_files_are_read_or_refused() -> None:
    assert survives(Markdown(), PAPER.encode(), mutated, 300) > 200


def test_hostile_marks_do_not_slow_the_reading() -> None:
    chance = random.Random(3)
    for marks in ("*", "_", "`", "[", "](", "<!--", "<http://", "**a", "> ", "- ", "\\", "[^1]"):
        read("# kop\n" + "".join(chance.choice((marks, marks, "x")) for _ in range(30_000)))
