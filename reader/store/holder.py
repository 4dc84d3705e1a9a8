"""Who has a project open: a small file beside it that names the holder. It locks nothing; the lock is SQLite's own.

It stands beside the project and not in a folder of the user, so that it also names somebody on another computer that
shares the folder. After a crash it stays behind and is replaced at the next opening.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
from datetime import datetime
from pathlib import Path

UNKNOWN = "?"
LONGEST = 400  # characters of a holder's file that are read


def holder_path(path: Path) -> Path:
    """The file that names who has the project at `path` open."""
    return path.with_name(f".{path.name}.in-use")


def announce(path: Path) -> None:
    """Name this process as the holder. Raises PermissionError or OSError when no file can be made in that folder."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError):  # a process without a user name
        user = UNKNOWN
    since = datetime.now().astimezone().isoformat(sep=" ", timespec="minutes")[:16]
    facts = {"user": user, "host": platform.node() or UNKNOWN, "pid": os.getpid(), "since": since}
    holder_path(path).write_text(json.dumps(facts, ensure_ascii=False), "utf-8")


def withdraw(path: Path) -> None:
    """Take the name away again; nothing happens when it is not there."""
    with contextlib.suppress(OSError):
        holder_path(path).unlink()


def holder_of(path: Path) -> str:
    """Who says to have the project open: "user@host, pid 123, 2018-04-25 10:32", or "?" when nobody left a name."""
    try:
        with holder_path(path).open(encoding="utf-8", errors="replace") as file:
            facts = json.loads(file.read(LONGEST))
        words = f"{facts['user']}@{facts['host']}, pid {facts['pid']}, {facts['since']}"
        if facts["host"] == platform.node() and _is_gone(int(facts["pid"])):
            return UNKNOWN  # it crashed, and another program holds the file
    except (OSError, ValueError, KeyError, TypeError):
        return UNKNOWN
    return "".join(character for character in words if character.isprintable())


def _is_gone(process: int) -> bool:
    """Whether no process of this computer has that number; on Windows never, for asking would end it."""
    if os.name == "nt" or process <= 0:
        return False
    try:
        os.kill(process, 0)  # sends nothing
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False
