"""Lanes for overlapping marks: each takes the lowest that are free over its length, in order of start, longer first."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from heapq import heapify, heappop, heappush

Key = tuple[int, int, str]  # start, minus end, uid: the order in which marks choose their lanes
BUCKET = 2048  # code points per bucket of the index of places


class Lanes:
    """Which lanes each mark has, kept right while marks come and go; offsets are source code points.

    Building costs n log n. A change costs the marks from its start on, as far as their lanes may differ.
    """

    def __init__(self, marks: Iterable[tuple[str, int, int, int]] = ()) -> None:
        """`marks`: uid, start, end, and how many lanes it needs (0 for a mark that has no line)."""
        self._keys: dict[str, Key] = {}
        self._needs: dict[str, int] = {}
        self._lanes: dict[str, tuple[int, ...]] = {}
        self._buckets: dict[int, list[Key]] = {}
        buckets = self._buckets
        for uid, start, end, needs in marks:
            self._keys[uid] = key = (start, -end, uid)
            self._needs[uid] = needs
            first, last = start // BUCKET, (end - 1) // BUCKET
            buckets.setdefault(first, []).append(key)
            for bucket in range(first + 1, last + 1):
                buckets.setdefault(bucket, []).append(key)
        self._order: list[Key] = sorted(self._keys.values())
        self._assign(0, len(self._order), [])

    def __contains__(self, uid: str) -> bool:
        return uid in self._keys

    def of(self, uid: str) -> tuple[int, ...]:
        """The lanes of a mark, lowest first; empty for a mark without a line. Raises KeyError for an unknown mark."""
        return self._lanes[uid]

    @property
    def order(self) -> list[Key]:
        """All marks in order of start, longer first."""
        return self._order

    def over(self, start: int, end: int) -> list[Key]:
        """The marks that overlap start:end, in order of start, longer first."""
        if end <= start:
            return []
        found: set[Key] = set()
        for bucket in range(start // BUCKET, (end - 1) // BUCKET + 1):
            for key in self._buckets.get(bucket, ()):
                if key[0] < end and -key[1] > start:
                    found.add(key)
        return sorted(found)

    def put(self, uid: str, start: int, end: int, needs: int) -> list[str]:
        """Add a mark, or give a known one other ends or needs. Gives the marks whose lanes became different."""
        touched = self.drop(uid) if uid in self._keys else []
        self._keys[uid] = key = (start, -end, uid)
        self._needs[uid] = needs
        insort(self._order, key)
        for bucket in range(start // BUCKET, (end - 1) // BUCKET + 1):
            self._buckets.setdefault(bucket, []).append(key)
        return [*touched, uid, *self._settle(key)]

    def drop(self, uid: str) -> list[str]:
        """Take a mark away. Gives the other marks whose lanes became different. Raises KeyError for an unknown mark."""
        key = self._keys.pop(uid)
        del self._needs[uid], self._lanes[uid]
        del self._order[bisect_left(self._order, key)]
        for bucket in range(key[0] // BUCKET, (-key[1] - 1) // BUCKET + 1):
            self._buckets[bucket].remove(key)
        return self._settle(key)

    def _settle(self, key: Key) -> list[str]:
        """Assign the lanes anew from `key` on, up to where everything is as it was."""
        active = [earlier for earlier in self.over(key[0], key[0] + 1) if earlier < key]
        return self._assign(bisect_left(self._order, key), -key[1], active)

    def _assign(self, index: int, unsure_until: int, active: list[Key]) -> list[str]:
        """Sweep from `index` to the first mark behind all that changed. `active`: earlier marks that reach there."""
        whole = index == 0 and not self._lanes
        lanes, needs, order = self._lanes, self._needs, self._order
        busy = [(-minus_end, lane) for _, minus_end, uid in active for lane in lanes[uid]]
        taken = {lane for _, lane in busy}
        highest = max(taken, default=-1) + 1
        free = [lane for lane in range(highest) if lane not in taken]
        heapify(busy)
        changed: list[str] = []
        for place in range(index, len(order)):
            start, minus_end, uid = order[place]
            if not whole and start >= unsure_until:
                break
            while busy and busy[0][0] <= start:
                heappush(free, heappop(busy)[1])
            mine: list[int] = []
            for _ in range(needs[uid]):
                if free:
                    lane = heappop(free)
                else:
                    lane, highest = highest, highest + 1
                mine.append(lane)
                heappush(busy, (-minus_end, lane))
            given = tuple(mine)
            if lanes.get(uid) != given:
                lanes[uid] = given
                if not whole:
                    changed.append(uid)
                    unsure_until = max(unsure_until, -minus_end)
        return changed
