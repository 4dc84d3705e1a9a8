"""The format of a project file: its number, how it is made and brought up to date, and what code is foreign to it."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

from reader.domain.model import BUILTIN_LINK_KINDS, BUILTIN_VERDICTS, new_uid, now
from reader.store.added_columns import ADDED_COLUMNS, with_added_columns
from reader.store.question_tables import STATEMENTS as QUESTION_STATEMENTS
from reader.store.tables import README, STATEMENTS

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

APPLICATION_ID = int.from_bytes(b"VPLT", "big")
SCHEMA_VERSION = 3
MIN_READER = 1  # the oldest format number a program must know to read these files without changing them

# The statements that make the tables, indexes, triggers and views of each format.
OWN_STATEMENTS = {
    1: STATEMENTS,
    2: (*STATEMENTS, *QUESTION_STATEMENTS),
    3: (*(with_added_columns(statement) for statement in STATEMENTS), *QUESTION_STATEMENTS),
}
CREATES = re.compile(r"CREATE (?:UNIQUE |VIRTUAL )?(?:TABLE|INDEX|TRIGGER|VIEW) (\w+)")


def migrations() -> Migrations:
    """The steps from an empty file to the present format, in order. Each says its format number at its end."""
    from sqlite_utils import Migrations

    steps = Migrations("vindplaats")

    @steps()
    def m0001_initial(database: Database) -> None:
        for statement in STATEMENTS:
            database.execute(statement)
        database.conn.executemany(
            "INSERT INTO link_kinds (uid, name, inverse, position, builtin) VALUES (?, ?, ?, ?, 1)",
            [(kind.uid, kind.name, kind.inverse, kind.position) for kind in BUILTIN_LINK_KINDS],
        )
        facts = {"README": README, "uid": new_uid(), "created_at": now(), "min_reader": str(MIN_READER)}
        database.conn.executemany("INSERT INTO project (key, value) VALUES (?, ?)", facts.items())
        # in the same transaction as the tables: a file that says it is a project has them
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute("PRAGMA user_version = 1")

    @steps()
    def m0002_questions(database: Database) -> None:
        for statement in QUESTION_STATEMENTS:
            database.execute(statement)
        database.conn.executemany(
            "INSERT INTO verdicts (uid, name, position, builtin) VALUES (?, ?, ?, 1)",
            [(verdict.uid, verdict.name, verdict.position) for verdict in BUILTIN_VERDICTS],
        )
        database.execute("INSERT OR REPLACE INTO project (key, value) VALUES ('README', ?)", (README,))
        database.execute("PRAGMA user_version = 2")

    @steps()
    def m0003_sources_and_labellers(database: Database) -> None:
        for table, columns in ADDED_COLUMNS.items():
            for column in columns:
                database.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
        database.execute("INSERT OR REPLACE INTO project (key, value) VALUES ('README', ?)", (README,))
        database.execute("PRAGMA user_version = 3")

    return steps


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Apply the migrations this file has not had, all or none. Foreign keys must be off; they are checked at the end.

    Raises sqlite3.IntegrityError when the migrated rows do not fit together.
    """
    from sqlite_utils import Database

    database = Database(connection, execute_plugins=False, recursive_triggers=False)
    with database.atomic():
        migrations().apply(database)
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise sqlite3.IntegrityError(f"a row of {broken[0]} refers to nothing")


def foreign_code(connection: sqlite3.Connection, version: int) -> list[str]:
    """The names of what another program put in the file and could run in it, or changed.

    Triggers and views that format `version` does not have, and tables, indexes, triggers and views of that format that
    are made otherwise. Tables and indexes that others added are harmless.
    """
    own = _own(version)
    found = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
    return [
        name
        for kind, name, sql in found
        if (name in own and own[name] != _tidy(sql or "")) or (name not in own and kind in ("trigger", "view"))
    ]


def in_the_way(connection: sqlite3.Connection, version: int) -> list[str]:
    """The names of what others put in a file of format `version` under a name that a later format needs."""
    later = {name for newer in OWN_STATEMENTS if newer > version for name in _own(newer)} - set(_own(version))
    return sorted(name for (name,) in connection.execute("SELECT name FROM sqlite_master") if name in later)


def remove_foreign(connection: sqlite3.Connection, version: int) -> None:
    """Take out of a private copy all that `foreign_code` names and can run, and all that `in_the_way` names."""
    foreign, in_way = set(foreign_code(connection, version)), set(in_the_way(connection, version))
    parts = connection.execute("SELECT type, name FROM sqlite_master").fetchall()
    code = [part for part in parts if part[0] in ("trigger", "view") and part[1] in foreign | in_way]
    others = [part for part in parts if part[0] in ("table", "index") and part[1] in in_way]
    for kind, name in (*code, *others):  # in this order: no trigger is left that could run
        quoted = name.replace('"', '""')
        connection.execute(f'DROP {kind} IF EXISTS "{quoted}"')


def missing_parts(connection: sqlite3.Connection, version: int) -> list[str]:
    """The names of the tables, indexes, triggers and views of format `version` that are not in the file."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    return sorted(set(_own(version)) - there)


def _own(version: int) -> dict[str, str]:
    """The statement that makes each part of format `version`, by the name of the part."""
    own = {}
    for statement in OWN_STATEMENTS.get(version, ()):
        match = CREATES.match(statement)
        assert match is not None, statement
        own[match.group(1)] = _tidy(statement)
    return own


def _tidy(sql: str) -> str:
    return " ".join(sql.split())
