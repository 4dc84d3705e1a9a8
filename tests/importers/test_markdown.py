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
        "Jaar | Kosten",
        "2024 | 12",
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


WRITTEN_BY_A_CONVERTER = """# Inleiding {#inleiding .unnumbered}

Van 10^3^ m^2^ en H~2~O, 10<sup>6</sup>, [vet]{.underline} en **over twee
regels** hier, bij http://example.org/~jan/~piet.

::: {.kader}
Adres\\
Postbus 1
:::

(a) eerste letter
(b) tweede letter

    ii. tweede onderdeel

Begrip
:   De uitleg.

  Jaar   Bedrag
  ------ ------
  2017   12
  2018   13

  : Tabel 1

+------+------+
| Land | Doel |
+======+======+
|      | rust |
+------+------+

<table>
<tr>
<td>Libië</td>
<td>kust<br/>wacht</td>
</tr>
</table>

```{=html}
<!-- einde -->
```
"""


def test_marks_of_converters_are_not_shown() -> None:
    assert visible(read(WRITTEN_BY_A_CONVERTER)) == [
        "Inleiding",
        "Van 10^3 m2 en H2O, 10<sup>6</sup>, vet en over twee regels hier, bij http://example.org/~jan/~piet.",
        "Adres",
        "Postbus 1",
        "(a) eerste letter",
        "(b) tweede letter",
        "ii. tweede onderdeel",
        "Begrip",
        "De uitleg.",
        "Jaar   Bedrag",
        "2017   12",
        "2018   13",
        "Tabel 1",
        "Land | Doel",
        "| rust",
        "Libië",
        "kust wacht",
    ]


def test_a_letter_without_headings_is_known_by_its_marks_and_its_bold_lines_are_headings() -> None:
    text = "\n\n".join(
        f"**Vraag {number}**\n\n**Kunt u zeggen\nwat {number} is?**\n\n**  \nAntwoord {number}**\n\nDat is het."
        for number in range(1, 6)
    )
    text = text.replace("**Kunt", "Kunt").replace("is?**", "is?")
    assert Markdown().accepts(text.encode())
    found = read(text)
    assert [words for _, words in headings(found)] == [
        words for number in range(1, 6) for words in (f"Vraag {number}", f"Antwoord {number}")
    ]
    assert len(recognise_questions(found.structure, found.body).questions) == 5
    assert not Markdown().accepts(b"Twee ** en ** drie ** sterren.\n\n* punt\n* punt\n* punt\n")


def test_facts_are_read_behind_the_marks() -> None:
    table = "| | |\n|---|---|\n| Datum | 18 oktober 2023 |\n| Ons kenmerk | 4980892 |\n"
    found = read(
        f"{table}\n**Geachte voorzitter**,\n\n## Vraag 1\n\nWat?\n\n## Antwoord 1\n\nDat.\n\n## Vraag 2\n\nEn?\n"
    )
    facts = found.structure.facts
    assert (facts["date"], facts["reference"], facts["kind"]) == ("2023-10-18", "4980892", "kamervragen")
