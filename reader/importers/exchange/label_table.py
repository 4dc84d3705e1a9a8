"""Labels from a table (CSV): name or path, definition, colour and key, in the words of several programs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Final

from reader.domain.collection import Collection
from reader.domain.errors import FileDamaged, NotExchange
from reader.importers.exchange.exchanged import Exchanged, Item, made_uid, one_line, text_by_uid
from reader.importers.exchange.labels import MOST_DEEP, Labels
from reader.text.source import decode

Path = tuple[str, ...]  # a label with those above it, from the root
Row = dict[str, str]  # cells by what is in their column

MOST_LABELS: Final = 5000
_COLUMNS: Final = {
    "name": "name", "naam": "name", "label": "name", "code": "name", "tag": "name", "codename": "name",
    "path": "path", "pad": "path",
    "parent": "parent", "ouder": "parent", "parent code": "parent", "parent label": "parent", "bovenliggend": "parent",
    "bovenliggend label": "parent", "category": "parent", "categorie": "parent", "cat": "parent",
    "description": "description", "omschrijving": "description", "definition": "description",
    "definitie": "description", "memo": "description",
    "colour": "colour", "color": "colour", "kleur": "colour",
    "digit": "digit", "cijfer": "digit", "key": "digit", "toets": "digit", "sneltoets": "digit",
}  # fmt: skip
_SEPARATORS: Final = (";", "\t", ",")
_SAID: Final = re.compile(r"\s*sep=(.)[ \t]*\n")  # as Excel begins a table to say its separator
_IN_NAME: Final = re.compile(r"\s*›\s*|\s+>\s+")  # as this program shows a path, and as people type it
_IN_PATH: Final = re.compile(r"\s*[›>/\\|]\s*")
_GUARDED: Final = re.compile(r"^'(?=[=+\-@])")  # a cell that was kept from being a formula
_FORMAT: Final = "CSV"


def is_label_table(text: str) -> bool:
    """Whether the first line names the columns of a table of labels: a name, and at least one of its other facts."""
    columns = _columns(_first_line(_without_separator(text)))
    return bool({"name", "path"} & set(columns)) and len(set(columns) - {"", "name", "path"}) > 0


def read_label_table(data: bytes, name: str) -> Exchanged:
    """The labels in the table. Raises NotExchange when its first line names no column for them, and FileDamaged."""
    text = _without_separator(decode(data, name).body)
    columns = _columns(_first_line(text))
    if not {"name", "path"} & set(columns):
        raise NotExchange(name=name)
    items: list[Item] = []
    rows: dict[Path, tuple[Path, Row]] = {}  # by the path of the label in small letters
    try:
        for path, row in _with_paths(list(_rows(text, columns))):
            if _folded(path) in rows:
                items.append(Item("label", path[-1], "left out", "Another line of the table is about the same label."))
            elif len(path) > MOST_DEEP:
                items.append(Item("label", path[-1], "left out", "It stood under more than 100 other labels."))
            elif path and len(rows) < MOST_LABELS:
                rows[_folded(path)] = path, row
            elif path:
                items.append(Item("file", name, "left out", "The labels after the first 5,000 were not read."))
                break
    except csv.Error as error:
        raise FileDamaged(name=name, format=_FORMAT) from error
    labels = Labels(items)
    for path, _ in rows.values():
        _add(labels, path, rows)
    return Exchanged(Collection(text_by_uid({}), tags=tuple(labels.tags.values())), tuple(labels.items), name)


def _without_separator(text: str) -> str:
    """The text without a first line that only says what parts its cells, which the next one shows as well."""
    said = _SAID.match(text)
    return text[said.end() :] if said is not None else text


def _first_line(text: str) -> str:
    return next((line for line in text.splitlines() if line.strip()), "")[:2000]


def _separator(line: str) -> str:
    return max(_SEPARATORS, key=line.count)


def _columns(line: str) -> list[str]:
    try:
        names = next(csv.reader([line], delimiter=_separator(line)), [])
    except csv.Error:
        return []
    return [_COLUMNS.get(one.strip().casefold(), "") for one in names]


def _rows(text: str, columns: list[str]) -> Iterator[Row]:
    """The cells of each line under the first, by what is in their column."""
    reader = csv.reader(
        io.StringIO(text.lstrip("\n"), newline=""), delimiter=_separator(_first_line(text)), strict=True
    )
    next(reader, None)
    for cells in reader:
        row = {column: _GUARDED.sub("", cell.strip()) for column, cell in zip(columns, cells, strict=False) if column}
        if row.get("name") or row.get("path"):
            yield row


def _with_paths(rows: list[Row]) -> Iterator[tuple[Path, Row]]:
    """Each line with the path of its label; the label above it may be told by its name, and have a line of its own."""
    by_name: dict[str, Row] = {}
    for row in rows:
        by_name.setdefault(one_line(row.get("name", "")).casefold(), row)
    for row in rows:
        path, above, seen = _path(row), one_line(row.get("parent", "")), {id(row)}
        while above and len(seen) <= MOST_DEEP:
            parent = by_name.get(above.casefold(), {"name": above})
            if id(parent) in seen:
                break  # two that stand under each other
            seen.add(id(parent))
            path, above = (*_path(parent), *path), one_line(parent.get("parent", ""))
        yield path, row


def _path(row: Row) -> Path:
    """The label of a line with those above it, from the root; a path may end in the name or be that of its parent."""
    above = row.get("path", "")
    parts = [one_line(part) for part in _IN_PATH.split(above)] if above else []
    if row.get("name"):
        named = [one_line(part) for part in _IN_NAME.split(row["name"])]
        parts = parts if parts[-len(named) :] == named else [*parts, *named]
    return tuple(part for part in parts if part)


def _folded(path: Path) -> Path:
    return tuple(part.casefold() for part in path)


def _add(labels: Labels, path: Path, rows: Mapping[Path, tuple[Path, Row]]) -> None:
    """Add a label under those above it, which may have a line of their own further down, or none."""
    parent_uid: str | None = None
    for depth in range(1, len(path) + 1):
        above = _folded(path[:depth])
        uid = made_uid("label", *above)
        if uid not in labels.tags:
            shown, row = rows.get(above, (path[:depth], {}))
            digit = row.get("digit", "")
            labels.add(
                uid,
                shown[-1],
                parent_uid,
                colour=row.get("colour", ""),
                description=row.get("description", ""),
                digit=int(digit) if digit in tuple("123456789") else None,
            )
        parent_uid = uid
