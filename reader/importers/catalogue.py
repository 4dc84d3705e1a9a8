"""Facts about papers that somebody wrote down beside them: a catalogue.toml in the folder of the files.

Each paper is a table `[[paper]]` with `file` (the name of its file) and any of: title, kind, date (YYYY, YYYY-MM or
YYYY-MM-DD), dossiers, number, chamber, session, senders, language, url, reference. What else stands there is left
alone.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

CATALOGUE = "catalogue.toml"
SIZE_LIMIT = 5_000_000  # bytes of a catalogue that is read
STRINGS = ("title", "kind", "number", "chamber", "session", "language", "url", "reference")
LISTS = ("dossiers", "senders")
ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}", re.IGNORECASE)
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def catalogue_facts(path: Path) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What the catalogue beside the file at `path` says of it, as fields of a Document, and warnings.

    Both are empty when there is no catalogue or it does not name the file. A broken catalogue never stops an import.
    """
    catalogue = path.parent / CATALOGUE
    try:
        if path.name == CATALOGUE or not catalogue.is_file():
            return {}, ()
        if catalogue.stat().st_size > SIZE_LIMIT:
            return {}, (f"{CATALOGUE} is too large and was not used.",)
        papers = tomllib.loads(catalogue.read_text(encoding="utf-8")).get("paper")
    except (OSError, ValueError, RecursionError) as error:  # ValueError: no UTF-8 or no TOML
        return {}, (f"{CATALOGUE} could not be used: {error}.",)
    for paper in papers if isinstance(papers, list) else []:
        if isinstance(paper, dict) and paper.get("file") == path.name:
            return _facts(paper)
    return {}, ()


def _facts(paper: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    facts: dict[str, Any] = {}
    wrong: list[str] = []
    for key, value in paper.items():
        known = _fact(key, value)
        if known:
            facts[key] = known
        elif key in (*STRINGS, *LISTS, "date"):
            wrong.append(f"{CATALOGUE}: {key} = {value!r} was not understood.")
    return facts, tuple(wrong)


def _fact(key: str, value: Any) -> str | tuple[str, ...] | None:
    """The value in the form a Document has it, or None."""
    if key == "url":
        return value if isinstance(value, str) and ADDRESS.fullmatch(value) else None
    if key in STRINGS and isinstance(value, str | int) and not isinstance(value, bool):
        return " ".join(str(value).split())
    if key in LISTS:
        parts = value if isinstance(value, list) else [value]
        if all(isinstance(part, str | int) for part in parts):
            return tuple(str(part).strip() for part in parts if str(part).strip())
    if key == "date":
        words = value.date().isoformat() if isinstance(value, datetime) else str(value)
        if isinstance(value, str | int | date) and DATE.fullmatch(words):
            return words
    return None
