"""Frees objects that refer to each other on the main thread and in small portions, in place of Python's own moments.

Python frees them in whatever thread happens to make objects: a worker may then destroy widgets, which only the main
thread may do, and a large paper that comes in makes it go through all objects there are, which holds the window.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

INTERVAL: Final = 1000  # ms between two looks at the young objects
_YOUNG: Final = 2000  # objects made since the last time from which on it is worth while
_PASSES: Final = 10  # over the youngest, until those that outlived them are looked at as well
_LOOKS: Final = 60  # at the young objects, until the old ones are counted
_GROWTH: Final = 1.5  # as many old objects as after the last time, from which on all are looked at
_FEW: Final = 100_000  # old objects: fewer are not worth the time


class GarbageCollector(QObject):
    """Python's automatic collection is off while this lives; what was made before it is never looked at again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._looks, self._old = 0, _FEW
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def look(self) -> None:
        """Free what is worth while now."""
        self._looks += 1
        young, passes, _ = gc.get_count()
        if young > _YOUNG:
            gc.collect(1 if passes >= _PASSES else 0)
        if self._looks % _LOOKS == 0 and len(gc.get_objects(2)) > _GROWTH * self._old:
            gc.collect()
            self._old = max(_FEW, len(gc.get_objects(2)))
