"""Copies of a project: what the user asks for, one before each migration, and one on the first change of a day."""

from __future__ import annotations

import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

KEEP_BEFORE, KEEP_DAILY = 3, 5


def copy_to(connection: sqlite3.Connection, path: Path) -> None:
    """Write the database to a new file through the backup API, complete or not at all. Our own lock is kept."""
    temporary = path.with_name(f".{path.name}.{time.time_ns()}.part")
    try:
        target = sqlite3.connect(temporary)
        try:
            connection.backup(target)
        finally:
            target.close()
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def before_migration(connection: sqlite3.Connection, path: Path) -> None:
    """A copy beside the project, before its format is changed. Raises sqlite3.Error or OSError."""
    copy_to(connection, path.with_name(f"{path.stem}.before-{_moment()}.bak"))
    _keep(path.parent, f"{path.stem}.before-*.bak", KEEP_BEFORE)


def daily(connection: sqlite3.Connection, project_uid: str, path: Path) -> None:
    """A copy in the user's data folder, once a day. It is a courtesy: when it cannot be made, work goes on."""
    folder = Path(platformdirs.user_data_dir("vindplaats", appauthor=False)) / "backups" / project_uid
    day = datetime.now(UTC).strftime("%Y%m%d")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not list(folder.glob(f"*-{day}-*.vindplaats")):
            copy_to(connection, folder / f"{path.stem}-{_moment()}.vindplaats")
            _keep(folder, "*.vindplaats", KEEP_DAILY)
    except (OSError, sqlite3.Error):
        pass


def _moment() -> str:
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{time.time_ns() % 10**9:09}"


def _keep(folder: Path, pattern: str, count: int) -> None:
    for old in sorted(folder.glob(pattern), key=lambda file: file.stat().st_mtime)[:-count]:
        old.unlink(missing_ok=True)
