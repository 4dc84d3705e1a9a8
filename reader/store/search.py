"""Full-text search in the papers and in the notes; whatever a user types is a valid query or a clear refusal."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from reader.domain.errors import BadQuery
from reader.domain.model import Span
from reader.store.aside import IS_PRESENT
from reader.store.segments import source_span

MATCH_START, MATCH_END = "\x02", "\x03"  # stand around each match in a snippet
WORDS_LIMIT = 32  # words of a query that count
SNIPPET_BEFORE, SNIPPET_LENGTH = 60, 180  # code points of a paragraph shown before the first match, and in all

WORD = re.compile(r"[^\W_]+")
TERM = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that was found. `start` and `end` are source offsets of its first match; a higher score is better.

    `page` is the number of the page in the file, from 1, `page_label` its printed number; None where not known.
    In the snippet "\\x02" and "\\x03" stand around each match.
    """

    document_uid: str
    text_uid: str
    page: int | None
    page_label: str | None
    start: int
    end: int
    snippet: str
    score: float


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A highlight of which the note or the quote was found; snippet and score as in Hit."""

    highlight_uid: str
    document_uid: str
    snippet: str
    score: float


def fts_query(text: str) -> str | None:
    """What a user typed as a query of FTS5: all words must occur, "quotes" make a phrase, word* is a prefix.

    Everything else is taken as words. None when there is no word in it.
    """
    terms: list[str] = []
    count = 0
    for match in TERM.finditer(text.translate(QUOTES)):
        phrase, star, word = match.groups()
        words = WORD.findall(word if phrase is None else phrase)[: WORDS_LIMIT - count]
        if words:
            prefix = bool(star) or (word is not None and word.endswith("*"))
            terms.append(f'"{" ".join(words)}"' + ("*" if prefix else ""))
            count += len(words)
    return " ".join(terms) or None


def search_texts(connection: sqlite3.Connection, query: str, limit: int) -> list[Hit]:
    """The best paragraphs of the shown texts. Raises BadQuery when there is no word in the query."""
    return [_hit(connection, row) for row in _ranked_segments(connection, _match(query), limit)]


def search_highlights(connection: sqlite3.Connection, query: str, limit: int) -> list[NoteHit]:
    """The best highlights by note and quote. Raises BadQuery when there is no word in the query."""
    rows = connection.execute(
        """SELECT annotations.uid, documents.uid, ranked.note, ranked.quote, -ranked.score
        FROM (SELECT rowid AS id, rank AS score, highlight(annotations_fts, 0, ?1, ?2) AS note,
            highlight(annotations_fts, 1, ?1, ?2) AS quote
          FROM annotations_fts WHERE annotations_fts MATCH ?3 ORDER BY rank LIMIT ?4) AS ranked
        JOIN annotations ON annotations.id = ranked.id AND annotations.kind = 'highlight'
        JOIN texts ON texts.id = annotations.text_id JOIN documents ON documents.id = texts.document_id
        ORDER BY ranked.score""",
        (MATCH_START, MATCH_END, _match(query), limit),
    ).fetchall()
    return [
        NoteHit(uid, document_uid, snippet(note if MATCH_START in note else quote), score)
        for uid, document_uid, note, quote, score in rows
    ]


def _match(query: str) -> str:
    match = fts_query(query)
    if match is None:
        raise BadQuery(query=query.encode("utf-8", "replace").decode())
    return match


def _ranked_segments(connection: sqlite3.Connection, match: str, limit: int) -> list[tuple[object, ...]]:
    """Rows of the best paragraphs. Ranking first and joining the few best is far faster than joining every hit."""
    asked = max(1, limit)
    while True:
        rows = connection.execute(
            f"""SELECT documents.uid, texts.uid, texts.id, segments.start_offset, segments.pieces, segments.body,
              ranked.marked, -ranked.score
            FROM (SELECT rowid AS id, rank AS score, highlight(segments_fts, 0, ?1, ?2) AS marked
              FROM segments_fts WHERE segments_fts MATCH ?3 ORDER BY rank LIMIT ?4) AS ranked
            JOIN segments ON segments.id = ranked.id
            JOIN texts ON texts.id = segments.text_id
            LEFT JOIN documents ON documents.current_text_id = texts.id AND {IS_PRESENT}
            ORDER BY ranked.score, documents.position, segments.start_offset""",
            (MATCH_START, MATCH_END, match, asked),
        ).fetchall()
        shown = [row for row in rows if row[0] is not None]  # the others: older versions, papers set aside
        if len(shown) >= limit or len(rows) < asked:
            return shown[:limit]
        asked *= 4


def _hit(connection: sqlite3.Connection, row: tuple[object, ...]) -> Hit:
    document_uid, text_uid, text_id, start_offset, pieces, _body, marked, score = row
    assert isinstance(document_uid, str)
    assert isinstance(text_uid, str)
    assert isinstance(start_offset, int)
    assert isinstance(marked, str)
    assert isinstance(score, float)
    first = marked.find(MATCH_START)
    last = marked.find(MATCH_END, first) - 1  # one mark stands before it
    written = pieces if isinstance(pieces, str) else None
    span = source_span(start_offset, written, first, last) if 0 <= first < last else Span(start_offset, start_offset)
    page = connection.execute(
        """SELECT seq, label FROM segments WHERE text_id = ? AND kind = 'page' AND start_offset <= ?
        ORDER BY start_offset DESC LIMIT 1""",
        (text_id, span.start),
    ).fetchone() or (None, None)
    return Hit(document_uid, text_uid, page[0], page[1], span.start, span.end, snippet(marked), round(score, 4))


def snippet(marked: str) -> str:
    """A part of a marked paragraph around its first match, cut between words, with "…" where something was left out."""
    first = max(0, marked.find(MATCH_START))
    start = _word_start(marked, first - SNIPPET_BEFORE) if first > SNIPPET_BEFORE else 0
    end = start + SNIPPET_LENGTH
    at_word = max(marked.rfind(" ", first, end), marked.find(MATCH_END, first) + 1)
    end = at_word if end < len(marked) else len(marked)
    part = marked[start:end]
    if part.count(MATCH_START) > part.count(MATCH_END):
        part += MATCH_END
    return ("… " if start else "") + part.strip() + (" …" if end < len(marked) else "")


def _word_start(marked: str, place: int) -> int:
    """The start of the first word at or after `place`, never inside a match."""
    first = marked.find(MATCH_START)
    space = marked.find(" ", place, first)
    return space + 1 if space >= 0 else first
