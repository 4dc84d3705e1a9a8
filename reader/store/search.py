"""Full-text search over the reading text of all papers, and over notes and quotes."""

from __future__ import annotations

import re
import sqlite3
from collections import OrderedDict
from dataclasses import dataclass
from typing import Protocol

from reader.domain.errors import BadQuery
from reader.text.structure import Block, Structure

OPEN, CLOSE = "\x02", "\x03"  # around a hit in a snippet
BEFORE, AFTER = 60, 120  # code points of a snippet around the first hit
CACHED = 4  # structures kept for finding places

_PART = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found: source offsets of the first hit in it, its page, and a snippet with marked hits."""

    document_uid: str
    text_uid: str
    page: int
    page_label: str | None
    start: int
    end: int
    snippet: str
    score: float  # higher is better


class _Structures(Protocol):
    def structure(self, text_uid: str) -> bytes: ...


class Positions:
    """Finds the source offsets of a stretch of a block's reading text; keeps the structures used last."""

    def __init__(self, structures: _Structures) -> None:
        self._structures = structures
        self._kept: OrderedDict[str, Structure] = OrderedDict()

    def source(self, text_uid: str, number: int, start: int, end: int) -> tuple[int, int]:
        """The source offsets of [start, end) of the reading text of block `number`."""
        block: Block = self._structure(text_uid).blocks[number]
        return _source_offset(block, start), _source_offset(block, max(start, end - 1)) + 1

    def _structure(self, text_uid: str) -> Structure:
        structure = self._kept.pop(text_uid, None)
        if structure is None:
            structure = Structure.from_bytes(self._structures.structure(text_uid))
        self._kept[text_uid] = structure
        if len(self._kept) > CACHED:
            self._kept.popitem(last=False)
        return structure


def _source_offset(block: Block, offset: int) -> int:
    for piece in block.pieces:
        length = piece.end - piece.start
        if offset < length:
            return piece.start + offset
        if offset < length + len(piece.glue):
            return piece.end
        offset -= length + len(piece.glue)
    return block.pieces[-1].end - 1


def full_text_query(query: str) -> str:
    """What the user typed as an FTS5 query that never fails: all words are wanted, "..." is a phrase, word* a start.

    Raises BadQuery when there is no word in it.
    """
    parts: list[str] = []
    for quoted, bare in _PART.findall(query):
        words = _WORD.findall(quoted or bare)
        if not words:
            continue
        phrase = '"' + " ".join(words) + '"'
        parts.append(phrase + ("*" if bare.endswith("*") else ""))
    if not parts:
        raise BadQuery(query=query.strip())
    return " ".join(parts)


def search_texts(connection: sqlite3.Connection, positions: Positions, query: str, limit: int) -> list[Hit]:
    """The blocks in which the words occur, the best first."""
    sql = """
        SELECT d.uid, t.uid, s.seq, highlight(segments_fts, 0, char(2), char(3)), f.rank,
          s.text_id
        FROM segments_fts f JOIN segments s ON s.id = f.rowid JOIN texts t ON t.id = s.text_id
          JOIN documents d ON d.id = t.document_id AND d.current_text_id = t.id
        WHERE segments_fts MATCH ? AND s.kind NOT IN ('pull-quote', 'page-furniture') ORDER BY f.rank LIMIT ?"""
    try:
        found = connection.execute(sql, (full_text_query(query), limit)).fetchall()
    except sqlite3.OperationalError as error:
        raise BadQuery(query=query.strip()) from error
    hits = []
    for document_uid, text_uid, number, marked, rank, text_id in found:
        first = marked.index(OPEN)
        length = marked.index(CLOSE) - first - 1
        start, end = positions.source(text_uid, number, first, first + length)
        page = connection.execute(
            "SELECT seq, label FROM segments WHERE text_id = ? AND kind = 'page' AND start_cp <= ? "
            "ORDER BY seq DESC LIMIT 1",
            (text_id, start),
        ).fetchone() or (1, None)
        hits.append(Hit(document_uid, text_uid, page[0], page[1], start, end, _snippet(marked, first), -rank))
    return hits


def search_notes(connection: sqlite3.Connection, query: str, limit: int) -> list[str]:
    """The uids of the highlights whose note or quote has the words, the best first."""
    sql = """
        SELECT a.uid FROM annotations_fts f JOIN annotations a ON a.id = f.rowid
        WHERE annotations_fts MATCH ? AND a.kind = 'highlight' ORDER BY f.rank LIMIT ?"""
    try:
        return [row[0] for row in connection.execute(sql, (full_text_query(query), limit))]
    except sqlite3.OperationalError as error:
        raise BadQuery(query=query.strip()) from error


def _snippet(marked: str, first: int) -> str:
    start, end = max(0, first - BEFORE), min(len(marked), first + AFTER)
    if start > 0:
        start = marked.find(" ", start, first) + 1 or start
    if end < len(marked):
        end = marked.rfind(" ", first, end) if marked.rfind(" ", first, end) > marked.index(CLOSE) else end
    part = marked[start:end]
    if part.count(OPEN) > part.count(CLOSE):
        part += CLOSE
    return ("… " if start > 0 else "") + part.strip() + (" …" if end < len(marked) else "")
