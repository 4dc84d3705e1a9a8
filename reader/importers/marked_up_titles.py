"""Titles in the properties of files: often the name of a template, which is no title, or with the name of a site."""

from __future__ import annotations

import re

_NO_TITLE = re.compile(
    r"(?:document|brief|letter|template|sjabloon|naamloos|untitled|titel|onderwerp)\W*\d{0,4}|microsoft word.*"
    r"|\W*no title specified|.{0,7}|(?:kst|ah|h|kv|blg)-\S+|\S+\.(?:docx?|odt|dotx?|rtf|pdf)",
    re.IGNORECASE | re.DOTALL,
)

_SITE = re.compile(
    r"(?<!\s)\s+[|–-]\s+(?:[^|]{0,40}(?:overheid|kamer|bekendmakingen|parlement|\.nl|\.be|\.eu)[^|]{0,40})$", re.I
)
_LONGEST = 1000  # code points that are looked at; base.py makes of it what a title may be


def likely_title(*candidates: str) -> str:
    """The first that can be a paper's title; nothing when none can."""
    tidy = (" ".join(candidate[:_LONGEST].split()) for candidate in candidates)
    return next((title for title in tidy if title and not _NO_TITLE.fullmatch(title)), "")


def without_site(title: str) -> str:
    """The title of a page without the name of its site, and without what that site calls this sort of page."""
    own = _SITE.sub("", title)
    return own if own == title else re.split(r"\s+\|\s+", own)[0]
