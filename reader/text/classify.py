"""What each draft of a block is, such as a heading or signature, and which run on over a page break."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reader.text.grouping import Draft
from reader.text.headings import (
    CLOSING,
    LONGEST_PLAIN,
    Heading,
    is_name,
    is_surname,
    looks_plain,
    numbered_heading,
    own_line_heading,
)
from reader.text.lines import Layout, Line

_FUNCTION = re.compile(
    r"^(?:Mede namens |Namens )?(?:de |het )?"
    r"(?:(?:tijdelijk |fungerend |waarnemend )?(?:voorzitter|griffier|adjunct-griffier)"
    r"|minister|staatssecretaris|minister-president)\b",
    re.IGNORECASE,
)
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_FIGURE = re.compile(r"^\d{1,4}$")
_QUOTES = '“”‘’"«»„'
_LONGEST_OFFICE = 150  # code points of an office with the name behind it on one line
_MOST_HEADINGS = 4  # in a row; a longer run of short lines is a list of names or the cells of a table
_LONGEST_TITLE = 90  # code points, for a plain heading in a file with one line per paragraph


def classify(
    body: str, lines: Sequence[Line], drafts: list[Draft], layout: Layout, *, plain_headings: bool = True
) -> list[Draft]:
    """The drafts with their kinds, and joined where a page break or a pull quote cut one in two.

    Without `plain_headings` a line is taken for a heading only if the file says so or its words do.
    """
    _find_pull_quotes(body, lines, drafts)
    _find_signatures(lines, drafts)
    _find_headings(lines, drafts, layout, plain_headings)
    _find_figures(lines, drafts, beside_headings=plain_headings)
    return _join_over_pages(lines, drafts, layout)


def text_of(lines: Sequence[Line], draft: Draft) -> str:
    """The draft's lines with spaces between them: good enough to judge it, not what is shown."""
    return " ".join(lines[place].text for place in draft.places)


def _fold(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()


def _find_pull_quotes(body: str, lines: Sequence[Line], drafts: Sequence[Draft]) -> None:
    """Lines in capitals or quotation marks that repeat a sentence of the text, or are both at once."""
    folded: str | None = None
    for draft in drafts:
        if draft.kind != "paragraph" or draft.is_told or not 2 <= len(draft.places) <= 14:
            continue
        text = text_of(lines, draft)
        quoted = text[0] in _QUOTES and text.rstrip(". ")[-1:] in _QUOTES
        if not quoted and sum(map(str.islower, text[:60])) > 0.1 * len(text):
            continue  # too many small letters at its beginning alone
        letters = [character for character in text if character.isalpha()]
        capitals = len(letters) > 30 and sum(character.isupper() for character in letters) > 0.9 * len(letters)
        if capitals and quoted:
            draft.kind = "pull-quote"
        elif (capitals or (quoted and draft.tight)) and len(letters) > 30:
            folded = _fold(body) if folded is None else folded
            own = _fold(text)
            if folded.count(own) > (0 if own not in folded else 1):
                draft.kind = "pull-quote"


def _find_signatures(lines: Sequence[Line], drafts: list[Draft]) -> None:
    """An office and under it a name with initials; in one draft or in two that follow each other."""
    for index, draft in enumerate(drafts):
        texts = [lines[place].text for place in draft.places]
        if draft.kind != "paragraph" or draft.is_told or not texts or not _FUNCTION.match(texts[0]):
            continue
        if _is_signed(texts):
            draft.kind = "signature"
        elif (texts[-1].endswith(",") or len(texts) == 1) and len(texts) <= 4 and index + 1 < len(drafts):
            following = drafts[index + 1]
            name = lines[following.places[0]].text
            if len(following.places) == 1 and (is_name(name) or (texts[-1].endswith(",") and is_surname(name))):
                draft.kind = "signature"
                draft.places.extend(following.places)
                following.places.clear()
    drafts[:] = [draft for draft in drafts if draft.places]


def _is_signed(texts: Sequence[str]) -> bool:
    """Whether the lines of an office end in a name: on a line of its own, or behind a comma on the only one."""
    if len(texts) == 1:
        office, comma, name = texts[0].rpartition(", ")
        return bool(comma) and len(office) <= _LONGEST_OFFICE and is_name(name)
    return len(texts) <= 5 and (is_name(texts[-1]) or (texts[-2].endswith(",") and is_surname(texts[-1])))


def _find_headings(lines: Sequence[Line], drafts: Sequence[Draft], layout: Layout, plain: bool) -> None:
    """From the last draft to the first, because a plain heading needs text, or another heading, under it."""
    run = 0  # headings in a row below the present draft
    for index in range(len(drafts) - 1, -1, -1):
        draft = drafts[index]
        if draft.kind in ("paragraph", "list-item") and not draft.is_told:
            following = next((after for after in drafts[index + 1 : index + 3] if not _is_figure(lines, after)), None)
            before = drafts[index - 1] if index else None
            draft.heading = _heading(lines, before, draft, following, layout, run)
            if draft.heading and draft.heading.style == "plain" and not plain:
                draft.heading = None
        elif draft.heading:
            draft.heading = _told_heading(text_of(lines, draft), draft.heading)
        if draft.heading:
            draft.kind = "heading"
            run += 1
        else:
            run = 0


def _heading(
    lines: Sequence[Line], before: Draft | None, draft: Draft, following: Draft | None, layout: Layout, run: int
) -> Heading | None:
    text = text_of(lines, draft)
    own = own_line_heading(text)
    can_wrap = own is not None and own.style in ("fractie", "speaker")  # longer than a narrow column
    if own and (can_wrap or len(draft.places) == 1):
        return own
    if len(draft.places) > (6 if draft.tight else 3) or lines[draft.places[-1]].hyphenated:
        return None
    if following is None or not _isolated(lines, before, draft, following, layout):
        return None
    if before is not None and CLOSING.match(lines[before.places[-1]].text):
        return None  # the name of who wrote it
    numbered = numbered_heading(text)
    if numbered and (numbered.style != "numbered" or len(numbered.numbers) > 1 or not _in_list(before, following)):
        return numbered
    if draft.kind == "list-item" or run >= _MOST_HEADINGS:
        return None
    if not draft.tight and (len(draft.places) > 1 or text[-1] == "?"):
        return None  # a question on its own line is far more often a question put than a title
    longest = 2 * LONGEST_PLAIN if draft.tight else LONGEST_PLAIN if layout.wrapped else _LONGEST_TITLE
    title_box = draft.tight and len(draft.places) > 1 and lines[draft.places[-1]].trailing == 0
    return Heading("plain") if looks_plain(text, longest) and (title_box or _opens_text(lines, following)) else None


def _told_heading(text: str, told: Heading) -> Heading:
    """A heading the file shows as one, with the style its words give it."""
    own = own_line_heading(text) or numbered_heading(text)
    if own is None:
        return told
    return replace(own, level=told.level) if own.style in ("roman", "numbered", "titled", "speaker") else own


def _isolated(lines: Sequence[Line], before: Draft | None, draft: Draft, following: Draft, layout: Layout) -> bool:
    """Empty lines or page borders above and below, or a line end that in this file closes a block."""
    if not layout.wrapped:
        return True
    first, last, below = lines[draft.places[0]], lines[draft.places[-1]], lines[following.places[0]]
    closed_above = before is None or (layout.soft_ends and lines[before.places[-1]].trailing == 0)
    above_free = (
        first.gap > 0 or first.first_on_page or closed_above or (before is not None and before.heading is not None)
    )
    closed = layout.soft_ends and last.trailing != 1
    return above_free and (below.gap > 0 or below.first_on_page or closed)


def _in_list(before: Draft | None, following: Draft) -> bool:
    """Whether a numbered line has list items around it, so that it is one itself."""
    return following.kind == "list-item" or (
        before is not None and before.kind == "list-item" and before.heading is None
    )


def _opens_text(lines: Sequence[Line], following: Draft) -> bool:
    """Whether what follows can stand under a heading: another heading, a list, or the beginning of a text."""
    if following.heading or following.kind == "list-item":
        return True
    if following.kind != "paragraph":
        return False
    first, last = lines[following.places[0]], lines[following.places[-1]]
    if first.starts_lower:
        return False
    return len(following.places) > 1 or last.ends_clause or len(last.text) > LONGEST_PLAIN


def _is_figure(lines: Sequence[Line], draft: Draft) -> bool:
    return len(draft.places) == 1 and _FIGURE.match(lines[draft.places[0]].text) is not None


def _find_figures(lines: Sequence[Line], drafts: Sequence[Draft], *, beside_headings: bool) -> None:
    """A figure alone on a line: a question's number where questions follow, else a chapter or page number."""
    figures = [
        index
        for index, draft in enumerate(drafts)
        if draft.kind == "paragraph" and not draft.is_told and _is_figure(lines, draft)
    ]
    numbers = [int(lines[drafts[index].places[0]].text) for index in figures]
    asking = sum(index + 1 < len(drafts) and "?" in text_of(lines, drafts[index + 1]) for index in figures)
    counts_up = all(before < after for before, after in pairwise(numbers))
    if len(figures) >= 2 and counts_up and asking * 2 > len(figures):
        for index in figures:
            drafts[index].kind, drafts[index].heading = "heading", Heading("label")
        return
    for index in figures:
        place = drafts[index].places[0]
        last_on_page = place + 1 == len(lines) or lines[place + 1].page != lines[place].page
        paged = lines[-1].page > 0 and (lines[place].first_on_page or last_on_page)
        if paged or (beside_headings and _beside_heading(drafts, index)):
            drafts[index].kind = "page-furniture"


def _beside_heading(drafts: Sequence[Draft], index: int) -> bool:
    return any(0 <= near < len(drafts) and drafts[near].heading is not None for near in (index - 1, index + 1))


def _join_over_pages(lines: Sequence[Line], drafts: Sequence[Draft], layout: Layout) -> list[Draft]:
    """Join a paragraph with the rest of it: at the head of the next page, or below a pull quote."""
    result: list[Draft] = []
    open_draft: Draft | None = None  # the last paragraph or item, as long as only pull quotes and furniture follow it
    interrupted = False
    for draft in drafts:
        if draft.kind in ("pull-quote", "page-furniture"):
            interrupted = True
        elif draft.kind == "paragraph" and open_draft is not None and layout.wrapped:
            turned = lines[draft.places[0]].page != lines[open_draft.places[-1]].page
            if (
                (turned or interrupted)
                and not (draft.tight or open_draft.tight or draft.apart)
                and _runs_on(lines, open_draft, draft, layout)
            ):
                open_draft.places.extend(draft.places)
                interrupted = False
                continue
        if draft.kind not in ("pull-quote", "page-furniture"):
            open_draft = draft if draft.kind in ("paragraph", "list-item") else None
            interrupted = False
        result.append(draft)
    return result


def _runs_on(lines: Sequence[Line], draft: Draft, following: Draft, layout: Layout) -> bool:
    last, first = lines[draft.places[-1]], lines[following.places[0]]
    if "\t" in last.text or "\t" in first.text:
        return False  # a row of a table
    if last.hyphenated or first.starts_lower:
        return True
    return not last.ends_clause and len(last.text) > layout.width / 3
