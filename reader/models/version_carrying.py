"""Looking for what was marked in a paper in another version of it: the work in the background, and what it found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.domain.model import Document, Highlight, Span, Text
from reader.text.reading import ReadingText, delivered_text, reading_text
from reader.text.structure import Structure

if TYPE_CHECKING:
    from reader.edit.lookup import Lookup
    from reader.models.jobs import Job
    from reader.text.reanchoring import Reanchored
    from reader.text.reanchoring_changes import Changed
    from reader.text.reanchoring_comparison import Comparison

COMPARING_SHARE = 0.6  # of the progress; the rest is looking for passages


@dataclass(frozen=True, slots=True)
class Carried:
    """A new version of `document` that is not in the project yet, and where its highlights and bare link ends are.

    `decided`: the new places of what was decided about questions, where they are sure; `left` is the number of places
    of which they are not.
    """

    document: Document
    imported: Document
    text: Text
    comparison: Comparison
    changes: tuple[Changed, ...]
    highlights: tuple[tuple[Highlight, Reanchored], ...]
    decided: dict[Span, Span]
    left: int


def carry_over(lookup: Lookup, document: Document, imported: Document, text: Text, job: Job | None = None) -> Carried:
    """Compare the shown text of `document` with `text`, and look for all that is marked in it.

    Work for a background job, of which it reports the progress; raises JobStopped when that is cancelled.
    """
    # loaded with the first new version, not with the window
    from reader.edit.versions import spans_with_decisions
    from reader.text.reanchoring import reanchor
    from reader.text.reanchoring_changes import changes_between
    from reader.text.reanchoring_comparison import compare

    def comparing(share: float) -> None:
        if job is not None:
            job.step(share * COMPARING_SHARE)

    def looking(share: float) -> None:
        if job is not None:
            job.step(COMPARING_SHARE + share * (1 - COMPARING_SHARE))

    old = _reading(lookup.structure(document.text_uid), lookup.body(document.text_uid))
    comparison = compare(old, _reading(text.structure, text.body), progress=comparing)
    highlights = [one for one in lookup.highlights(document.uid) if one.text_uid == document.text_uid]
    found = reanchor(comparison, [one.span for one in highlights], progress=looking)
    decided = reanchor(comparison, spans_with_decisions(lookup, document.uid))
    sure = {one.span: one.place for one in decided if one.is_sure and one.place is not None}
    pairs = tuple(zip(highlights, found, strict=True))
    changes = tuple(changes_between(comparison))
    return Carried(document, imported, text, comparison, changes, pairs, sure, len(decided) - len(sure))


def compare_versions(
    lookup: Lookup, old_uid: str, new_uid: str, job: Job | None = None
) -> tuple[Comparison, tuple[Changed, ...]]:
    """Compare two versions that the project has, by the uids of their texts; otherwise as `carry_over`."""
    from reader.text.reanchoring_changes import changes_between
    from reader.text.reanchoring_comparison import compare

    old, new = (_reading(lookup.structure(uid), lookup.body(uid)) for uid in (old_uid, new_uid))
    comparison = compare(old, new, progress=job.step if job is not None else None)
    return comparison, tuple(changes_between(comparison))


def changes_of_versions(lookup: Lookup, old_uid: str, new_uid: str, job: Job | None = None) -> tuple[Changed, ...]:
    """Only what differs between two versions; otherwise as `compare_versions`."""
    return compare_versions(lookup, old_uid, new_uid, job)[1]


def _reading(structure: bytes, body: str) -> ReadingText:
    """The reading text; of a text in which nothing is recognised, its lines."""
    known = Structure.from_bytes(structure) if structure else Structure()
    return reading_text(known, body) if len(known.blocks) else delivered_text(known, body)
