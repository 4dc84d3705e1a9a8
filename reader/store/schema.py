"""The tables, views and triggers of a project file, and their history as named migrations."""
# ruff: noqa: E501 (SQL with its remarks)

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Migrations

APPLICATION_ID = 0x56504C54  # "VPLT", bytes 68-71 of the file
FORMAT = 1  # user_version: the newest format this program writes
MIN_READER = 1  # the oldest program that may read a file written now

TABLES = """
CREATE TABLE project (               -- facts about this file; see the row "readme"
  key TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (             -- the papers; small rows only
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  title TEXT NOT NULL CHECK (length(title) > 0),
  kind TEXT NOT NULL DEFAULT 'other',
  doc_date TEXT CHECK (doc_date IS NULL OR doc_date GLOB '[0-9][0-9][0-9][0-9]*'),   -- YYYY, YYYY-MM or YYYY-MM-DD
  dossiers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(dossiers)),                    -- JSON array
  number TEXT, chamber TEXT, session TEXT,
  senders TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(senders)),                      -- JSON array
  language TEXT NOT NULL DEFAULT 'nl',
  source_name TEXT NOT NULL DEFAULT '',
  pages INTEGER NOT NULL DEFAULT 0, characters INTEGER NOT NULL DEFAULT 0, position INTEGER NOT NULL DEFAULT 0,
  current_text_id INTEGER REFERENCES texts(id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL, modified_at TEXT NOT NULL
) STRICT;
CREATE INDEX documents_current_text ON documents (current_text_id);

CREATE TABLE texts (                 -- one row per imported version, never changed; offsets count its code points
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  document_id INTEGER NOT NULL REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL CHECK (version >= 1),
  importer TEXT NOT NULL, encoding TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  length_cp INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  body TEXT NOT NULL CHECK (instr(body, char(0)) = 0),
  UNIQUE (document_id, version)
) STRICT;

CREATE TABLE originals (             -- the bytes as imported
  text_id INTEGER PRIMARY KEY REFERENCES texts(id) ON DELETE CASCADE,
  media_type TEXT NOT NULL, sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL, compressed INTEGER NOT NULL CHECK (compressed IN (0, 1)),   -- 1 = zlib
  data BLOB NOT NULL
) STRICT;

CREATE TABLE structures (            -- what the program recognised in a text, in its own compact form
  text_id INTEGER PRIMARY KEY REFERENCES texts(id) ON DELETE CASCADE, data BLOB NOT NULL
) STRICT;

CREATE TABLE segments (              -- the same, to be read by others: pages, headings, paragraphs ...; body = reading text
  id INTEGER PRIMARY KEY,
  text_id INTEGER NOT NULL REFERENCES texts(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL, kind TEXT NOT NULL, level INTEGER NOT NULL DEFAULT 0,
  label TEXT,                        -- printed number of a page; path of headings of a paragraph
  start_cp INTEGER NOT NULL, end_cp INTEGER NOT NULL,
  body TEXT NOT NULL DEFAULT '',
  UNIQUE (text_id, kind, seq)
) STRICT;

CREATE TABLE annotations (           -- highlights; kind 'anchor' = the bare end of a link
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  text_id INTEGER NOT NULL REFERENCES texts(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL DEFAULT 'highlight' CHECK (kind IN ('highlight', 'anchor')),
  start_cp INTEGER NOT NULL CHECK (start_cp >= 0), end_cp INTEGER NOT NULL,
  quote TEXT NOT NULL, prefix TEXT NOT NULL DEFAULT '', suffix TEXT NOT NULL DEFAULT '',
  anchor_status TEXT NOT NULL DEFAULT 'exact' CHECK (anchor_status IN ('exact', 'moved', 'fuzzy', 'orphan')),
  note TEXT NOT NULL DEFAULT '', author TEXT NOT NULL,
  created_at TEXT NOT NULL, modified_at TEXT NOT NULL,
  CHECK (end_cp > start_cp), CHECK (length(quote) = end_cp - start_cp OR anchor_status <> 'exact')
) STRICT;
CREATE INDEX annotations_by_text ON annotations (text_id, start_cp);

CREATE TABLE tags (                  -- the labels; hue and pattern are numbers 1-9 of the program's table of colours and lines
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  parent_id INTEGER REFERENCES tags(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  hue INTEGER NOT NULL CHECK (hue BETWEEN 1 AND 9), pattern INTEGER NOT NULL CHECK (pattern BETWEEN 1 AND 9),
  description TEXT NOT NULL DEFAULT '',
  digit INTEGER CHECK (digit BETWEEN 1 AND 9), position INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL, modified_at TEXT NOT NULL
) STRICT;

CREATE TABLE annotation_tags (
  annotation_id INTEGER NOT NULL REFERENCES annotations(id) DEFERRABLE INITIALLY DEFERRED,
  tag_id INTEGER NOT NULL REFERENCES tags(id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL,
  PRIMARY KEY (annotation_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_tags_by_tag ON annotation_tags (tag_id, annotation_id);

CREATE TABLE link_kinds (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  name TEXT NOT NULL, inverse TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0,
  builtin INTEGER NOT NULL DEFAULT 0 CHECK (builtin IN (0, 1))
) STRICT;

CREATE TABLE links (                 -- directed: question -> answer, citing -> cited; both ends are annotations
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  kind_id INTEGER NOT NULL REFERENCES link_kinds(id) DEFERRABLE INITIALLY DEFERRED,
  source_id INTEGER NOT NULL REFERENCES annotations(id) DEFERRABLE INITIALLY DEFERRED,
  target_id INTEGER NOT NULL REFERENCES annotations(id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT NOT NULL DEFAULT '', origin TEXT NOT NULL DEFAULT 'user', author TEXT NOT NULL,
  created_at TEXT NOT NULL, modified_at TEXT NOT NULL,
  CHECK (source_id <> target_id), UNIQUE (kind_id, source_id, target_id)
) STRICT;
CREATE INDEX links_by_source ON links (source_id);
CREATE INDEX links_by_target ON links (target_id);

CREATE TABLE tombstones (            -- what was deleted is gone; only its uid stays, so that a merge does not bring it back
  uid TEXT PRIMARY KEY, entity TEXT NOT NULL, deleted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

SEARCH = """
CREATE VIRTUAL TABLE segments_fts USING fts5(body, content="segments", content_rowid="id",
  tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER segments_fts_ai AFTER INSERT ON segments WHEN new.kind <> 'page' BEGIN
  INSERT INTO segments_fts(rowid, body) VALUES (new.id, new.body); END;
CREATE TRIGGER segments_fts_ad AFTER DELETE ON segments WHEN old.kind <> 'page' BEGIN
  INSERT INTO segments_fts(segments_fts, rowid, body) VALUES ('delete', old.id, old.body); END;
CREATE VIRTUAL TABLE annotations_fts USING fts5(note, quote, content="annotations", content_rowid="id",
  tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER annotations_fts_ai AFTER INSERT ON annotations BEGIN
  INSERT INTO annotations_fts(rowid, note, quote) VALUES (new.id, new.note, new.quote); END;
CREATE TRIGGER annotations_fts_ad AFTER DELETE ON annotations BEGIN
  INSERT INTO annotations_fts(annotations_fts, rowid, note, quote) VALUES ('delete', old.id, old.note, old.quote); END;
CREATE TRIGGER annotations_fts_au AFTER UPDATE OF note, quote ON annotations BEGIN
  INSERT INTO annotations_fts(annotations_fts, rowid, note, quote) VALUES ('delete', old.id, old.note, old.quote);
  INSERT INTO annotations_fts(rowid, note, quote) VALUES (new.id, new.note, new.quote); END;
CREATE TRIGGER texts_frozen BEFORE UPDATE OF body, sha256, length_cp ON texts BEGIN
  SELECT RAISE(ABORT, 'texts are never changed: import a new version'); END;
"""

VIEWS = """
CREATE VIEW tag_paths AS
  WITH RECURSIVE path(id, path, depth) AS (
    SELECT id, name, 0 FROM tags WHERE parent_id IS NULL
    UNION ALL
    SELECT t.id, p.path || ' / ' || t.name, p.depth + 1 FROM tags t JOIN path p ON t.parent_id = p.id WHERE p.depth < 50)
  SELECT id AS tag_id, path AS label, depth FROM path;
CREATE VIEW excerpts AS
  SELECT d.title AS document, d.kind AS document_kind, d.doc_date AS date, d.dossiers, d.number,
    (SELECT s.label FROM segments s WHERE s.text_id = a.text_id AND s.kind = 'page' AND s.start_cp <= a.start_cp
      ORDER BY s.start_cp DESC LIMIT 1) AS printed_page,
    (SELECT s.seq FROM segments s WHERE s.text_id = a.text_id AND s.kind = 'page' AND s.start_cp <= a.start_cp
      ORDER BY s.start_cp DESC LIMIT 1) AS file_page,
    a.quote,
    (SELECT group_concat(p.label, '; ') FROM annotation_tags x JOIN tag_paths p ON p.tag_id = x.tag_id
      WHERE x.annotation_id = a.id) AS labels,
    a.note,
    (SELECT count(*) FROM links l WHERE a.id IN (l.source_id, l.target_id)) AS links,
    a.start_cp AS start, a.end_cp AS "end", a.anchor_status, a.author, a.created_at, a.modified_at, a.uid
  FROM annotations a JOIN texts t ON t.id = a.text_id JOIN documents d ON d.id = t.document_id
  WHERE a.kind = 'highlight' ORDER BY d.position, a.start_cp;
CREATE VIEW question_answer_pairs AS
  SELECT qd.title AS question_document, q.quote AS question, ad.title AS answer_document, n.quote AS answer,
    l.note, l.origin, l.author, l.modified_at, l.uid
  FROM links l JOIN link_kinds k ON k.id = l.kind_id AND k.name = 'answered-by'
    JOIN annotations q ON q.id = l.source_id JOIN texts qt ON qt.id = q.text_id JOIN documents qd ON qd.id = qt.document_id
    JOIN annotations n ON n.id = l.target_id JOIN texts nt ON nt.id = n.text_id JOIN documents ad ON ad.id = nt.document_id
  ORDER BY qd.position, q.start_cp;
CREATE VIEW tag_counts AS
  SELECT p.label, g.description, g.hue, g.pattern,
    (SELECT count(*) FROM annotation_tags x WHERE x.tag_id = g.id) AS highlights, g.uid
  FROM tags g JOIN tag_paths p ON p.tag_id = g.id ORDER BY g.position;
CREATE VIEW broken_anchors AS        -- empty in a sound file: every exact highlight still says what it quotes
  SELECT a.uid, a.quote FROM annotations a JOIN texts t ON t.id = a.text_id
  WHERE a.anchor_status = 'exact' AND substr(t.body, a.start_cp + 1, a.end_cp - a.start_cp) <> a.quote;
"""

README = (
    "A Vindplaats project. Look freely, write only through the program. Start with the views: excerpts (highlights with "
    "labels, note and page), question_answer_pairs, tag_counts, tag_paths. Offsets (start, end, start_cp, end_cp) count "
    "Unicode code points of texts.body, from 0, the end not included. Times are UTC."
)


def migrations() -> Migrations:
    """The steps from an empty database to the present format, by name."""
    from sqlite_utils import Migrations

    steps = Migrations("project")

    @steps()
    def format_1(db: Any) -> None:
        for part in (TABLES, SEARCH, VIEWS):
            for statement in statements(part):
                db.execute(statement)

    return steps


def statements(script: str) -> list[str]:
    """The single statements of a script; triggers hold semicolons of their own."""
    import sqlite3

    found: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    return found
