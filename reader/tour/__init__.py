"""Drives the real window through the main job and leaves numbered pictures and the exports in a folder."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from reader.tour.driver import TourFailed
from reader.tour.steps import Tour


def run_tour(folder: Path) -> int:
    """Make the sample project in `folder`, do the main job in the real window, check each step. Gives the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    for made in ("settings", "stukken"):
        shutil.rmtree(folder / made, ignore_errors=True)
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_large_screen(folder / 'settings')}"
    for old in [
        *folder.glob("[0-9][0-9]-*.png"),
        *folder.glob("tour.vindplaats*"),
        *folder.glob("excerpts.*"),
        *folder.glob("vragenoverzicht.*"),
    ]:
        old.unlink()
    try:
        Tour(folder).run()
    except TourFailed as failure:
        print(f"The tour failed: {failure}", file=sys.stderr)
        return 1
    print(f"Pictures and exports are in {folder}")
    return 0


def _large_screen(folder: Path) -> Path:
    """A description of a screen on which the window and its popups have room; the one offscreen has is 800 px wide."""
    folder.mkdir(parents=True)
    screen = {
        "name": "tour",
        "x": 0,
        "y": 0,
        "width": 1920,
        "height": 1200,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }
    path = folder / "screen.json"
    path.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": [screen]}), encoding="utf-8")
    return path.absolute()
