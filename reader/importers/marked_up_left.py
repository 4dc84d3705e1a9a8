"""What a file holds besides its text and an importer leaves out, and the sentences that say so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from reader.importers.extracted import Extracted

_SENTENCES = {
    "image": ("1 image was left out.", "{} images were left out."),
    "comment": ("1 comment was left out.", "{} comments were left out."),
    "hidden": ("1 hidden passage was left out.", "{} hidden passages were left out."),
    "change": (
        "1 tracked change was taken as accepted.",
        "{} tracked changes were taken as accepted.",
    ),
    "formula": ("1 formula was left out.", "{} formulas were left out."),
    "file": ("1 inserted file was left out.", "{} inserted files were left out."),
    "lost-note": ("The text of 1 note is missing in the file.", "The texts of {} notes are missing in the file."),
}


@dataclass(slots=True)
class Left:
    """Counts what is left out while a file is read."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, what: str) -> None:
        """Count one `what`: image, comment, hidden, change, formula, file or lost-note."""
        self.counts[what] += 1

    def told_in(self, extracted: Extracted) -> Extracted:
        """The same with a warning for each sort of thing that was left out."""
        sentences = tuple(
            one if self.counts[what] == 1 else several.format(self.counts[what])
            for what, (one, several) in _SENTENCES.items()
            if self.counts[what]
        )
        return replace(extracted, warnings=extracted.warnings + sentences)
