"""Starting this program once more as a helper process of itself: the command and the environment for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def command(module: str, word: str) -> tuple[str, ...]:
    """How to run a module of this program by itself. The bundled program knows by `word` what it is to be."""
    if getattr(sys, "frozen", False):
        return sys.executable, word
    return sys.executable, "-P", "-m", module


def environment() -> dict[str, str]:
    """The environment for such a process: the folder of this program is among those where Python looks for modules."""
    folders = [str(Path(__file__).resolve().parents[1]), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, folders))}
