"""Reading access to an open project by uid: the Lookup the acts want, search and counts."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from reader.domain.collection import Collection, TextVersion
from reader.domain.model import (
    Decision,
    Document,
    Highlight,
    Link,
    LinkKind,
    Rejection,
    SetUnit,
    Span,
    Tag,
    Tagging,
    Text,
    Verdict,
    now,
)
from reader.store import rows
from reader.store.aside import IS_PRESENT
from reader.store.failures import opening_failure, primary_code, reading_failure
from reader.store.search import Hit, NoteHit, search_highlights, search_texts

# Keys of facts about the project
COPIED = "copied_at"  # a line "moment uid" for each time this file was saved as a copy for others
MERGED = "merged_at"  # when this project last took in another
LEFT_OUT = "left_out"  # what was left out of this copy: "notes", "names", "originals"

FoundT = TypeVar("FoundT", Hit, NoteHit)


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of highlights (without bare ends of links): by uid of the label, and by uid of the document."""

    of_tags: dict[str, int]
    of_documents: dict[str, int]


class ProjectReader:
    """Answers questions over one connection; one lock keeps the threads apart.

    A question for one thing raises KeyError when its uid is unknown. Any method raises ProjectError when the file can
    no longer be read.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._lock = threading.RLock()
        self._interrupt_lock = threading.Lock()
        self._searching = False

    @property
    def path(self) -> Path:
        """Where the project was opened."""
        return self._path

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                yield self._connection
            except sqlite3.DatabaseError as error:
                raise reading_failure(self._path, error) from error

    def _rows(self, sql: str, *values: object) -> list[rows.Row]:
        with self._reading() as connection:
            return connection.execute(sql, values).fetchall()

    def _row(self, uid: str, sql: str, *values: object) -> rows.Row:
        found = self._rows(sql, *(values or (uid,)))
        if not found:
            raise KeyError(uid)
        return found[0]

    # Documents and texts

    def documents(self) -> list[Document]:
        order = "documents.position, documents.created_at, documents.uid"
        found = self._rows(f"{rows.DOCUMENT_SELECT} WHERE {IS_PRESENT} ORDER BY {order}")
        return [rows.document_from(row) for row in found]

    def document(self, uid: str) -> Document:
        return rows.document_from(self._row(uid, f"{rows.DOCUMENT_SELECT} WHERE documents.uid = ?"))

    def text(self, uid: str) -> Text:
        return rows.text_from(self._row(uid, f"{rows.TEXT_SELECT} WHERE texts.uid = ?"))

    def texts_of(self, document_uid: str) -> list[str]:
        found = self._rows(
            """SELECT texts.uid FROM texts JOIN documents ON documents.id = texts.document_id
            WHERE documents.uid = ? ORDER BY texts.version""",
            document_uid,
        )
        if not found:
            raise KeyError(document_uid)
        return [uid for (uid,) in found]

    def body(self, text_uid: str) -> str:
        return str(self._row(text_uid, "SELECT body FROM texts WHERE uid = ?")[0])

    def structure(self, text_uid: str) -> bytes:
        return bytes(
            self._row(
                text_uid, "SELECT data FROM structures JOIN texts ON texts.id = structures.text_id WHERE texts.uid = ?"
            )[0]
        )

    def fingerprints(self) -> list[tuple[str, str, str]]:
        return self._rows(
            f"""SELECT documents.uid, texts.sha256, originals.sha256 FROM texts
            JOIN documents ON documents.id = texts.document_id JOIN originals ON originals.text_id = texts.id
            WHERE {IS_PRESENT} ORDER BY documents.position, documents.uid, texts.version"""
        )

    def media_type(self, text_uid: str) -> str:
        """Of which type the file is from which a text was imported."""
        sql = "SELECT media_type FROM originals JOIN texts ON texts.id = originals.text_id WHERE texts.uid = ?"
        return str(self._row(text_uid, sql)[0])

    # Highlights

    def highlight(self, uid: str) -> Highlight:
        return self._highlights("WHERE annotations.uid = ?", uid, missing=uid)[0]

    def highlights(self, document_uid: str | None = None) -> list[Highlight]:
        if document_uid is None:
            return self._highlights(
                """JOIN texts ON texts.id = annotations.text_id JOIN documents ON documents.id = texts.document_id
                ORDER BY documents.position, documents.uid, start_offset, end_offset, annotations.uid"""
            )
        return self._highlights(
            """WHERE text_id IN (SELECT texts.id FROM texts JOIN documents ON documents.id = texts.document_id
              WHERE documents.uid = ?) ORDER BY start_offset, end_offset, annotations.uid""",
            document_uid,
        )

    def highlights_at(self, text_uid: str, span: Span) -> list[Highlight]:
        return self._highlights(
            """WHERE text_id = (SELECT id FROM texts WHERE uid = ?) AND start_offset = ? AND end_offset = ?
            ORDER BY annotations.uid""",
            text_uid,
            span.start,
            span.end,
        )

    def _highlights(self, selection: str, *values: object, missing: str | None = None) -> list[Highlight]:
        owners = """SELECT texts.uid, documents.uid FROM texts JOIN documents ON documents.id = document_id
          WHERE texts.id = ?"""
        with self._lock:  # all questions see one moment
            found = self._rows(f"SELECT {rows.HIGHLIGHT_COLUMNS} FROM annotations {selection}", *values)
            # Asked once per text, so that ten thousand highlights share the two strings.
            texts = {text_id: self._rows(owners, text_id)[0] for text_id in {row[1] for row in found}}
        if missing is not None and not found:
            raise KeyError(missing)
        return [Highlight(row[0], *texts[row[1]], *row[2:]) for row in found]

    # Labels

    def tag(self, uid: str) -> Tag:
        return Tag(*self._row(uid, f"{rows.TAG_SELECT} WHERE tags.uid = ?"))

    def tags(self) -> list[Tag]:
        return [Tag(*row) for row in self._rows(f"{rows.TAG_SELECT} ORDER BY tags.position, tags.name, tags.uid")]

    def taggings(
        self, *, highlight_uid: str | None = None, tag_uid: str | None = None, document_uid: str | None = None
    ) -> list[Tagging]:
        conditions = {
            "annotations.uid = ?": highlight_uid,
            "tags.uid = ?": tag_uid,
            """annotations.text_id IN (SELECT texts.id FROM texts JOIN documents ON documents.id = texts.document_id
              WHERE documents.uid = ?)""": document_uid,
        }
        where, values = _where(conditions)
        found = self._rows(f"{rows.TAGGING_SELECT} {where}", *values)
        return [Tagging(*row) for row in sorted(found, key=lambda row: (row[2], row[0], row[1]))]

    # Links

    def link(self, uid: str) -> Link:
        return Link(*self._row(uid, f"{rows.LINK_SELECT} WHERE links.uid = ?"))

    def links(self, *, highlight_uid: str | None = None, document_uid: str | None = None) -> list[Link]:
        ends = "(links.source_id IN ({ids}) OR links.target_id IN ({ids}))"
        of_highlight = "SELECT id FROM annotations WHERE uid = ?1"
        of_document = """SELECT annotations.id FROM annotations JOIN texts ON texts.id = annotations.text_id
          JOIN documents ON documents.id = texts.document_id WHERE documents.uid = ?2"""
        where, _values = _where(
            {ends.format(ids=of_highlight): highlight_uid, ends.format(ids=of_document): document_uid}
        )
        found = self._rows(
            f"{rows.LINK_SELECT} {where} ORDER BY links.created_at, links.uid",
            *((highlight_uid, document_uid) if document_uid else (highlight_uid,) if highlight_uid else ()),
        )
        return [Link(*row) for row in found]

    def link_kinds(self) -> list[LinkKind]:
        return [rows.link_kind_from(row) for row in self._rows(f"{rows.LINK_KIND_SELECT} ORDER BY position, name, uid")]

    # What was decided about questions

    def verdicts(self) -> list[Verdict]:
        return [rows.verdict_from(row) for row in self._rows(f"{rows.VERDICT_SELECT} ORDER BY position, name, uid")]

    def decisions(self, document_uid: str | None = None) -> list[Decision]:
        where, values = _where({"documents.uid = ?": document_uid})
        order = "documents.position, documents.uid, start_offset, end_offset, decisions.uid"
        found = self._rows(f"{rows.DECISION_SELECT} {where} ORDER BY {order}", *values)
        return [rows.decision_from(row) for row in found]

    def rejections(self, document_uid: str | None = None) -> list[Rejection]:
        where, values = _where({"?1 IN (questions.uid, answers.uid)": document_uid})
        order = """questions.position, questions.uid, question_start, question_end,
          answers.position, answers.uid, answer_start, answer_end, rejections.uid"""
        found = self._rows(f"{rows.REJECTION_SELECT} {where} ORDER BY {order}", *values)
        return [Rejection(*row) for row in found]

    def set_units(self, document_uid: str | None = None) -> list[SetUnit]:
        where, values = _where({"documents.uid = ?": document_uid})
        order = "documents.position, documents.uid, start_offset, end_offset, role, set_units.uid"
        found = self._rows(f"{rows.SET_UNIT_SELECT} {where} ORDER BY {order}", *values)
        return [rows.set_unit_from(row) for row in found]

    # Search and numbers

    def search(self, query: str, *, limit: int = 100) -> list[Hit]:
        """The best paragraphs of the shown texts, best first; an interrupted search finds nothing.

        All words must occur in a paragraph; "quotes" make a phrase, word* is a prefix. Raises BadQuery when there is no
        word in the query.
        """
        return self._search(lambda connection: search_texts(connection, query, limit))

    def search_notes(self, query: str, *, limit: int = 100) -> list[NoteHit]:
        """The best highlights of which note or quote has all the words; otherwise as `search`."""
        return self._search(lambda connection: search_highlights(connection, query, limit))

    def interrupt(self) -> None:
        """End a search that is running in another thread. Never touches an act that is being saved."""
        with self._interrupt_lock:
            if self._searching:
                self._connection.interrupt()

    def _search(self, search: Callable[[sqlite3.Connection], list[FoundT]]) -> list[FoundT]:
        with self._reading() as connection:
            with self._interrupt_lock:
                self._searching = True
            try:
                return search(connection)
            except sqlite3.OperationalError as error:
                if primary_code(error) != sqlite3.SQLITE_INTERRUPT:
                    raise
                return []
            finally:
                with self._interrupt_lock:
                    self._searching = False

    def counts(self) -> Counts:
        """How many highlights each label and each document has; those without any are left out."""
        with self._lock:  # both questions see one moment
            of_tags = self._rows(
                """SELECT tags.uid, count(*) FROM annotation_tags JOIN tags ON tags.id = annotation_tags.tag_id
                GROUP BY tags.id"""
            )
            of_documents = self._rows(
                """SELECT documents.uid, count(*) FROM annotations JOIN texts ON texts.id = annotations.text_id
                JOIN documents ON documents.id = texts.document_id
                WHERE annotations.kind = 'highlight' GROUP BY documents.id"""
            )
        return Counts(dict(of_tags), dict(of_documents))

    # The project itself

    def collection(self) -> Collection:
        """All that is in the project, to be merged; texts are read when they are asked for, while this is open.

        Raises ProjectDamaged also when a table is not there, as may be in a file of somebody else.
        """
        try:
            with self._lock:  # all questions see one moment
                return self._collection()
        except sqlite3.OperationalError as error:
            raise opening_failure(self._path, error) from error

    def _collection(self) -> Collection:
        versions = f"""SELECT texts.uid, documents.uid, version, texts.sha256, originals.sha256 FROM texts
          JOIN documents ON documents.id = texts.document_id JOIN originals ON originals.text_id = texts.id
          WHERE {IS_PRESENT} ORDER BY documents.position, documents.uid, version"""
        aside = f"""SELECT uid FROM documents WHERE NOT {IS_PRESENT} UNION ALL SELECT texts.uid FROM texts
          JOIN documents ON documents.id = texts.document_id WHERE NOT {IS_PRESENT}"""
        deleted: dict[str, str] = dict(self._rows("SELECT uid, deleted_at FROM tombstones"))
        deleted |= dict.fromkeys((uid for (uid,) in self._rows(aside)), now())  # an import that was taken back
        return Collection(
            self.text,
            tuple(self.documents()),
            tuple(TextVersion(*row) for row in self._rows(versions)),
            tuple(self.highlights()),
            tuple(self.tags()),
            tuple(self.taggings()),
            tuple(self.link_kinds()),
            tuple(self.links()),
            tuple(self.verdicts()),
            tuple(self.decisions()),
            tuple(self.rejections()),
            tuple(self.set_units()),
            deleted,
            copies=tuple(self.get_fact(COPIED).splitlines()),
            merged_at=self.get_fact(MERGED),
            without_notes="notes" in self.get_fact(LEFT_OUT).split(),
        )

    @property
    def uid(self) -> str:
        """The identity of the project; a copy has the same."""
        return self.get_fact("uid")

    def get_fact(self, key: str, default: str = "") -> str:
        """What the project table says under `key`."""
        found = self._rows("SELECT value FROM project WHERE key = ?", key)
        return str(found[0][0]) if found else default


def _where(conditions: dict[str, str | None]) -> tuple[str, list[str]]:
    """The WHERE clause of the conditions that have a value, and their values."""
    used = {condition: value for condition, value in conditions.items() if value is not None}
    return (f"WHERE {' AND '.join(used)}" if used else ""), list(used.values())
