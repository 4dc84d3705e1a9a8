"""An answer overview as a table in CSV: one row per question and answer; harmless when a spreadsheet opens it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reader.domain.citation import plain
from reader.exporters.questions_composition import Answered, Line, LineGroup, OverviewText
from reader.exporters.questions_words import say
from reader.exporters.table import harmless, separator


def render(text: OverviewText) -> bytes:
    """The questions in their order as CSV in UTF-8 with a byte order mark, its cells parted as the language wants.

    A question without an answer has one row, one with several answers a row for each. An answer that several questions
    share stands in full beside each.
    """
    language, noted = text.options.language, text.options.notes
    columns = [
        "number", "section", "fractie", "block", "label", "state", "question", "question-citation", "answer",
        "answer-citation", "verdict", *(["note"] if noted else []), "question-start", "question-end", "answer-start",
        "answer-end",
    ]  # fmt: skip
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=separator(language), lineterminator="\r\n")
    writer.writerow([say(f"column-{column}", language) for column in columns])
    for number, (group, line) in enumerate(_lines(text), start=1):
        for answer in line.answers or (None,):
            writer.writerow([number, *_row(group, line, answer, text)])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8", "replace")


def _lines(text: OverviewText) -> Iterator[tuple[LineGroup, Line]]:
    for chapter in text.chapters:
        for group in chapter.groups:
            for line in group.lines:
                yield group, line


def _row(group: LineGroup, line: Line, answer: Answered | None, text: OverviewText) -> list[str | int]:
    language = text.options.language
    asked = line.passage
    words = [
        group.section, group.fractie, say("yes" if group.in_block_without_answers else "no", language), line.label,
        line.state, asked.quote, plain(line.question.citation),
        answer.passage.quote if answer else "", plain(answer.cell.citation) if answer else "", line.verdict,
        *(["\n".join(line.note)] if text.options.notes else []),
    ]  # fmt: skip
    ends: list[str | int] = [asked.highlight.start, asked.highlight.end]
    ends += [answer.passage.highlight.start, answer.passage.highlight.end] if answer else ["", ""]
    return [*map(harmless, words), *ends]
