"""How far two coders agree: per label, over paragraphs, with the share that is equal and Krippendorff's alpha."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """In how many units both coders gave a label, only the first, only the second, or neither of them."""

    both: int
    only_first: int
    only_second: int
    neither: int

    @property
    def units(self) -> int:
        return self.both + self.only_first + self.only_second + self.neither

    @property
    def raw(self) -> float | None:
        """The share of the units on which the two agree, 0 to 1; None when there are no units."""
        return (self.both + self.neither) / self.units if self.units else None

    @property
    def alpha(self) -> float | None:
        """Krippendorff's alpha for two coders and yes or no: 1 is agreement, 0 is what chance would give.

        None when it is not defined: both coders gave the label everywhere, or nowhere, so that nothing varies.
        """
        values = 2 * self.units
        given = 2 * self.both + self.only_first + self.only_second
        expected = 2 * given * (values - given)  # pairs of values that differ, of all pairs, when they come by chance
        if not expected:
            return None
        return 1 - (self.only_first + self.only_second) * 2 * (values - 1) / expected


def agreement(units: int, first: AbstractSet[int], second: AbstractSet[int]) -> Agreement:
    """Compare two coders: in which of the units, numbered from 0, the first and the second gave a label."""
    both = len(first & second)
    only_first, only_second = len(first) - both, len(second) - both
    return Agreement(both, only_first, only_second, units - both - only_first - only_second)
