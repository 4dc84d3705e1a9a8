"""Titles in the properties of office files: often the name of a template, which is no title."""

from __future__ import annotations

import re

_NO_TITLE = re.compile(
    r"(?:document|brief|letter|template|sjabloon|naamloos|untitled|titel|onderwerp)\W*\d{0,4}|microsoft word.*"
    r"|.{0,7}|(?:kst|ah|h|kv|blg)-\S+|\S+\.(?:docx?|odt|dotx?|rtf|pdf)",
    re.IGNORECASE | re.DOTALL,
)


_LONGEST = 400  # code points


def likely_title(*candidates: str) -> str:
    """The first that can be a paper's title; nothing when none can."""
    tidy = (" ".join(candidate[:_LONGEST].split()) for candidate in candidates)
    return next((title for title in tidy if title and not _NO_TITLE.fullmatch(title)), "")
