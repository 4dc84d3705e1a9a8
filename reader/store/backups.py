"""Copies of a project that nobody has to ask for: before its format changes, a merge, or the first change of a day.

They are kept in the user's own data folder, a folder per project, and the oldest go when there are enough.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from reader.store import aside

DAILY, KEPT_DAILY = "daily", 5
BEFORE_FORMAT, KEPT_BEFORE_FORMAT = "before-format", 3
BEFORE_MERGE, KEPT_BEFORE_MERGE = "before-merge", 5


def backup_folder(project_uid: str, path: Path) -> Path:
    """Where the backups of this project go; a copy elsewhere of the same project has its own folder."""
    from platformdirs import user_data_path

    place = hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return user_data_path("vindplaats", appauthor=False) / "backups" / f"{project_uid[:8]}-{place}"


def back_up(connection: sqlite3.Connection, path: Path, project_uid: str, kind: str, keep: int) -> Path:
    """Write a backup of this kind and remove the oldest ones beyond `keep`. Gives its path.

    Raises OSError or sqlite3.Error when it cannot be written.
    """
    folder = backup_folder(project_uid, path)
    folder.mkdir(parents=True, exist_ok=True)
    # with microseconds: two backups in one second are two backups
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S-%f")
    target = folder / f"{path.stem[:80]} {kind} {moment}{path.suffix}"
    copy_database(connection, target)
    for old in sorted(folder.glob(f"* {kind} *"), key=_moment)[:-keep]:
        with contextlib.suppress(OSError):
            old.unlink()
    return target


def backed_up_today(path: Path, project_uid: str) -> bool:
    """Whether there is a daily backup of today (UTC)."""
    today = datetime.now(UTC).strftime("%Y-%m-%d")
    return any(backup_folder(project_uid, path).glob(f"* {DAILY} {today}T*"))


def copy_database(connection: sqlite3.Connection, target: Path, *, tidy: bool = False) -> None:
    """Copy a database through its open connection, whole or not at all; nothing may be at `target`.

    With `tidy` the copy is free of papers set aside and of the deleted words that stay in a full-text index until it is
    put in order.
    Raises FileExistsError when something is, OSError or sqlite3.Error when it cannot be written.
    """
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        copy = sqlite3.connect(unfinished, isolation_level=None)
        try:
            connection.backup(copy)
            if tidy:
                copy.execute("PRAGMA secure_delete=ON")
                aside.remove(copy, aside.papers_aside(copy))
            for index in ("segments_fts", "annotations_fts") if tidy else ():
                copy.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        finally:
            copy.close()
        if target.exists():
            raise FileExistsError(target)
        unfinished.replace(target)
    except BaseException:
        for suffix in ("", "-journal"):
            with contextlib.suppress(OSError):
                Path(f"{unfinished}{suffix}").unlink(missing_ok=True)
        raise


def _moment(backup: Path) -> str:
    return backup.stem.rsplit(" ", 1)[-1]
