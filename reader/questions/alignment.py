"""The best pairing of two lists that keeps their order: many questions to one answer, some questions to none."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[int, int]


def align(gains: Mapping[Pair, float], fresh_bonus: float = 0.0) -> dict[int, int]:
    """For each row at most one column, such that columns never go back and the sum of the gains is highest.

    A pair whose gain and bonus together are not above 0 does not count; a row without one stays open. `fresh_bonus` is
    gained once for each column that is used, as an answer was written for some question. Takes time in proportion to
    the number of pairs.
    Equal sums are settled by the lowest places, so the same input always gives the same result.
    """
    rows: dict[int, list[tuple[int, float]]] = {}
    for (row, column), gain in gains.items():
        if gain > -fresh_bonus:
            rows.setdefault(row, []).append((column, gain))
    columns = sorted({column for pairs in rows.values() for column, _ in pairs})
    rank = {column: place + 1 for place, column in enumerate(columns)}
    best = _PrefixBest(len(columns))
    last_of: dict[int, int] = {}  # the best chain that ends in a column
    chains: list[tuple[float, Pair, int]] = []  # sum, last pair, chain before it
    for row in sorted(rows):
        fresh = []
        for column, gain in sorted(rows[row]):
            total, before = best.up_to(rank[column] - 1)
            total += fresh_bonus
            again = last_of.get(column)
            if again is not None and chains[again][0] >= total:
                total, before = chains[again][0], again
            fresh.append((total + gain, (row, column), before))
        for chain in fresh:  # only after all pairs of the row are judged: a row is used once
            chains.append(chain)
            best.raise_to(rank[chain[1][1]], chain[0], len(chains) - 1)
            held = last_of.get(chain[1][1])
            if held is None or chain[0] > chains[held][0]:
                last_of[chain[1][1]] = len(chains) - 1
    found: dict[int, int] = {}
    _, chain_number = best.up_to(len(columns))
    while chain_number >= 0:
        _, (row, column), before = chains[chain_number]
        found[row] = column
        chain_number = before
    return found


class _PrefixBest:
    """The best sum among the first columns, and the chain it belongs to; a Fenwick tree."""

    def __init__(self, size: int) -> None:
        self._best: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def up_to(self, place: int) -> tuple[float, int]:
        found = (0.0, -1)
        while place > 0:
            if self._best[place][0] > found[0]:
                found = self._best[place]
            place -= place & -place
        return found

    def raise_to(self, place: int, total: float, chain: int) -> None:
        while place < len(self._best):
            if total > self._best[place][0]:
                self._best[place] = (total, chain)
            place += place & -place
