"""An answer overview as Markdown (CommonMark): each question as a block quote, answer, verdict and note under it."""

from __future__ import annotations

from reader.domain.dates import Language
from reader.exporters.composition import Cell
from reader.exporters.markdown import citation_words, escaped, quote_lines
from reader.exporters.questions_composition import Line, OverviewText
from reader.exporters.questions_words import say


def render(text: OverviewText) -> bytes:
    """The overview as UTF-8 Markdown."""
    lines = [f"# {escaped(text.title)}", ""]
    lines += [escaped(" · ".join(part for part in (text.paper, text.date) if part)), ""]
    lines += [f"- {escaped(name)}: {citation_words(runs)}" for name, runs in text.facts]
    lines += ["", f"**{escaped(text.notice)}**", ""]
    lines += [f"- {escaped(line)}" for line in text.counts]
    if text.counts:
        lines.append("")
    if not text.chapters and text.empty:
        lines += [escaped(text.empty), ""]
    for chapter in text.chapters:
        lines += [f"## {escaped(chapter.heading)}", ""]
        if chapter.about:
            lines += [escaped(chapter.about), ""]
        for group in chapter.groups:
            if group.heading:
                lines += [f"### {escaped(group.heading)}", ""]
            lines += [escaped(group.about), ""]
            for line in group.lines:
                lines += _line(line, text.options.language, level="####" if group.heading else "###")
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8", "replace")


def _line(line: Line, language: Language, *, level: str) -> list[str]:
    lines = [f"{level} {escaped(line.label)}", "", *_passage(line.question)]
    for answer in line.answers:
        lines += [f"**{say('answer', language)}**", ""]
        if answer.lead:
            lines += [escaped(answer.lead), ""]
        lines += _passage(answer.cell)
    if not line.answers:
        lines += [f"**{say('state', language)}:** {escaped(line.state)}", ""]
    if line.verdict:
        lines += [f"**{say('verdict', language)}:** {escaped(line.verdict)}", ""]
    if line.note:
        lines += [f"**{say('note', language)}:** {escaped(line.note[0])}", ""]
        for words in line.note[1:]:
            lines += [escaped(words), ""]
    return lines


def _passage(cell: Cell) -> list[str]:
    quote = quote_lines(cell)
    return [*quote, *([""] if quote else []), citation_words(cell.citation), ""]
