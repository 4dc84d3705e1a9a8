"""What format 2 adds to a project file: tables for what the user decides about questions and their answers."""

from __future__ import annotations

from reader.store.tables import LATER, UID

TABLES = (
    f"""CREATE TABLE verdicts (
  id INTEGER PRIMARY KEY,
  uid {UID},
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  position INTEGER NOT NULL,
  builtin INTEGER NOT NULL CHECK (builtin IN (0, 1))
) STRICT""",
    # A decision that decides nothing is not kept: its row goes.
    f"""CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,
  uid {UID},
  text_id INTEGER NOT NULL REFERENCES texts(id) {LATER},
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
  verdict_id INTEGER REFERENCES verdicts(id) {LATER},
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  note TEXT NOT NULL,
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  CHECK (verdict_id IS NOT NULL OR is_open = 1 OR length(note) > 0)
) STRICT""",
    f"""CREATE TABLE rejections (
  id INTEGER PRIMARY KEY,
  uid {UID},
  question_text_id INTEGER NOT NULL REFERENCES texts(id) {LATER},
  question_start INTEGER NOT NULL CHECK (question_start >= 0),
  question_end INTEGER NOT NULL CHECK (question_end > question_start),
  answer_text_id INTEGER NOT NULL REFERENCES texts(id) {LATER},
  answer_start INTEGER NOT NULL CHECK (answer_start >= 0),
  answer_end INTEGER NOT NULL CHECK (answer_end > answer_start),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT""",
    f"""CREATE TABLE set_units (
  id INTEGER PRIMARY KEY,
  uid {UID},
  text_id INTEGER NOT NULL REFERENCES texts(id) {LATER},
  role TEXT NOT NULL CHECK (role IN ('question', 'answer')),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
  is_dropped INTEGER NOT NULL CHECK (is_dropped IN (0, 1)),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT""",
)

INDEXES = (
    "CREATE UNIQUE INDEX decisions_by_place ON decisions (text_id, start_offset, end_offset)",
    "CREATE INDEX decisions_by_verdict ON decisions (verdict_id)",
    """CREATE UNIQUE INDEX rejections_by_question ON rejections
  (question_text_id, question_start, question_end, answer_text_id, answer_start, answer_end)""",
    "CREATE INDEX rejections_by_answer ON rejections (answer_text_id)",
    "CREATE UNIQUE INDEX set_units_by_place ON set_units (text_id, role, start_offset, end_offset)",
)

VIEWS = {
    "question_decisions": """CREATE VIEW question_decisions AS
SELECT documents.title AS document,
  substr(texts.body, decisions.start_offset + 1, decisions.end_offset - decisions.start_offset) AS question,
  verdicts.name AS verdict, decisions.is_open AS is_open, decisions.note AS note,
  decisions.start_offset AS start_offset, decisions.end_offset AS end_offset, decisions.author AS author,
  decisions.created_at AS created_at, decisions.modified_at AS modified_at, decisions.uid AS uid
FROM decisions
JOIN texts ON texts.id = decisions.text_id
JOIN documents ON documents.id = texts.document_id
LEFT JOIN verdicts ON verdicts.id = decisions.verdict_id
ORDER BY documents.position, decisions.start_offset, decisions.end_offset""",
}

STATEMENTS = (*TABLES, *INDEXES, *VIEWS.values())
