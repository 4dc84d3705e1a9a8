"""What is damaged and how, format by format; and the one input that belongs to a format, a seed and a number."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.fuzz import originals
from tests.fuzz.archives import (
    with_changed_part,
    with_damaged_directory,
    with_other_parts,
    with_rearranged_part,
)
from tests.fuzz.changes import (
    Change,
    recoded,
    renumbered,
    repeated,
    scratched,
    shuffled,
    spliced,
    with_changed_streams,
    with_words,
)
from tests.fuzz.words import DRAWING, MAIL, MARKUP, MD, OFFICE, PAPER, RTF
from tests.importers.marked_up_files import rearranged


@dataclass(frozen=True, slots=True)
class Format:
    """`originals` gives whole files; one of `changes`, at times two, is done to one of them.

    `suffix` is that of a file of the format.
    """

    suffix: str
    originals: Callable[[], tuple[bytes, ...]]
    changes: tuple[Change, ...]


FORMATS: dict[str, Format] = {
    "pdf": Format(
        ".pdf",
        originals.portable,
        (*(scratched, renumbered, with_words(DRAWING)), *[with_changed_streams(DRAWING)] * 4, repeated),
    ),
    "docx": Format(
        ".docx",
        originals.word,
        (
            *[with_changed_part(OFFICE, lambda path: path.endswith((".xml", ".rels")))] * 3,
            *[with_changed_part(OFFICE, lambda path: path == "word/document.xml")] * 3,
            *[with_rearranged_part] * 3,
            with_other_parts,
            with_damaged_directory,
            scratched,
        ),
    ),
    "odt": Format(
        ".odt",
        originals.open_document,
        (
            *[with_changed_part(OFFICE, lambda path: path == "content.xml")] * 3,
            with_changed_part(OFFICE, lambda path: path.endswith(".xml")),
            *[with_rearranged_part] * 3,
            with_other_parts,
            with_damaged_directory,
            scratched,
        ),
    ),
    "rtf": Format(
        ".rtf",
        originals.rich_text,
        (scratched, shuffled, renumbered, repeated, *[with_words(RTF)] * 3, spliced((b"}", b"\\par}}")), recoded),
    ),
    "html": Format(
        ".html",
        originals.pages,
        (scratched, shuffled, renumbered, repeated, *[with_words(MARKUP)] * 3, spliced((b"</html>", b"<p>")), recoded),
    ),
    "official-xml": Format(
        ".xml",
        originals.official,
        (scratched, shuffled, renumbered, repeated, with_words(MARKUP), recoded, *[rearranged] * 4),
    ),
    "debate-xml": Format(
        ".xml",
        originals.debates,
        (scratched, shuffled, renumbered, repeated, with_words(MARKUP), recoded, *[rearranged] * 4),
    ),
    "e-mail": Format(
        ".eml",
        originals.messages,
        (scratched, shuffled, renumbered, repeated, *[with_words(MAIL)] * 4, recoded),
    ),
    "markdown": Format(
        ".md",
        originals.markdown,
        (scratched, shuffled, renumbered, repeated, *[with_words(MD)] * 3, recoded),
    ),
    "zip": Format(
        ".zip",
        originals.archives,
        (
            *[with_changed_part(OFFICE, lambda path: True)] * 2,
            *[with_other_parts] * 3,
            *[with_damaged_directory] * 3,
            scratched,
        ),
    ),
    "plain-text": Format(
        ".txt",
        originals.texts,
        (scratched, shuffled, renumbered, repeated, *[with_words(PAPER)] * 2, recoded, recoded),
    ),
}


def made_input(name: str, seed: int, number: int) -> bytes:
    """The damaged file of the format `name` with that number; the same three always give the same bytes."""
    chance = random.Random(f"{name} {seed} {number}")
    known = FORMATS[name]
    data = chance.choice(known.originals())
    data = _changed(data, chance.choice(known.changes), chance)
    return _changed(data, scratched, chance) if chance.random() < 0.1 else data


def _changed(data: bytes, change: Change, chance: random.Random) -> bytes:
    try:
        return change(data, chance)
    except (SyntaxError, ValueError):  # an XML file that is damaged of itself cannot be rearranged
        return scratched(data, chance)
