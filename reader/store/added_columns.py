"""What format 3 adds to a project file: where a paper is published, its sender's mark, and who gave a label."""

from __future__ import annotations

ADDED_COLUMNS = {
    "documents": ("url TEXT NOT NULL DEFAULT ''", "reference TEXT NOT NULL DEFAULT ''"),
    "annotation_tags": ("author TEXT NOT NULL DEFAULT ''",),
}


def with_added_columns(statement: str) -> str:
    """The statement that makes a table of format 1, as SQLite keeps it once the columns are added; others unchanged."""
    for table, columns in ADDED_COLUMNS.items():
        if statement.startswith(f"CREATE TABLE {table} ("):
            before = ",\n  PRIMARY KEY (annotation_id" if table == "annotation_tags" else ") STRICT"  # SQLite's place
            head, end, tail = statement.rpartition(before)
            return f"{head}{''.join(f', {column}' for column in columns)}{end}{tail}"
    return statement
