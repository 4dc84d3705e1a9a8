"""The tables, indexes, triggers and views of format 1, as SQL written by hand, and what a project file says of itself.

Offsets are code points of texts.body, half-open: substr(body, start_offset + 1, end_offset - start_offset) is a quote.
Integer ids never leave the file; the identity of a thing is its uid. Nothing is deleted by cascade: an act names
all that it removes.
"""

from __future__ import annotations

UID = "TEXT NOT NULL UNIQUE CHECK (length(uid) = 36)"
LATER = "DEFERRABLE INITIALLY DEFERRED"  # checked at the end of an act, so that its changes may come in any order

TABLES = (
    """CREATE TABLE project (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  uid {UID},
  title TEXT NOT NULL CHECK (length(title) > 0),
  kind TEXT NOT NULL,
  date TEXT,
  dossier TEXT,
  number TEXT,
  chamber TEXT,
  session TEXT,
  language TEXT NOT NULL,
  source_name TEXT NOT NULL,
  pages INTEGER NOT NULL,
  characters INTEGER NOT NULL,
  position INTEGER NOT NULL,
  dossiers TEXT NOT NULL DEFAULT '[]',
  senders TEXT NOT NULL DEFAULT '[]',
  current_text_id INTEGER NOT NULL REFERENCES texts(id) {LATER},
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT""",
    f"""CREATE TABLE texts (
  id INTEGER PRIMARY KEY,
  uid {UID},
  document_id INTEGER NOT NULL REFERENCES documents(id) {LATER},
  version INTEGER NOT NULL CHECK (version >= 1),
  importer TEXT NOT NULL,
  encoding TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  characters INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  body TEXT NOT NULL CHECK (instr(body, char(0)) = 0),
  UNIQUE (document_id, version)
) STRICT""",
    f"""CREATE TABLE originals (
  text_id INTEGER PRIMARY KEY REFERENCES texts(id) {LATER},
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL,
  compressed INTEGER NOT NULL CHECK (compressed IN (0, 1)),
  data BLOB NOT NULL
) STRICT""",
    f"""CREATE TABLE structures (
  text_id INTEGER PRIMARY KEY REFERENCES texts(id) {LATER},
  data BLOB NOT NULL
) STRICT""",
    f"""CREATE TABLE segments (
  id INTEGER PRIMARY KEY,
  text_id INTEGER NOT NULL REFERENCES texts(id) {LATER},
  kind TEXT NOT NULL,
  seq INTEGER NOT NULL,
  level INTEGER NOT NULL,
  label TEXT,
  section TEXT NOT NULL,
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL CHECK (end_offset >= start_offset),
  pieces TEXT,
  body TEXT NOT NULL
) STRICT""",
    f"""CREATE TABLE annotations (
  id INTEGER PRIMARY KEY,
  uid {UID},
  text_id INTEGER NOT NULL REFERENCES texts(id) {LATER},
  kind TEXT NOT NULL CHECK (kind IN ('highlight', 'anchor')),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('exact', 'moved', 'fuzzy', 'orphan')),
  note TEXT NOT NULL,
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  CHECK (status <> 'exact' OR length(quote) = end_offset - start_offset)
) STRICT""",
    f"""CREATE TABLE tags (
  id INTEGER PRIMARY KEY,
  uid {UID},
  parent_id INTEGER CHECK (parent_id <> id) REFERENCES tags(id) {LATER},
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  hue INTEGER NOT NULL CHECK (hue BETWEEN 1 AND 9),
  pattern INTEGER NOT NULL CHECK (pattern BETWEEN 1 AND 9),
  description TEXT NOT NULL,
  digit INTEGER UNIQUE CHECK (digit BETWEEN 1 AND 9),
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT""",
    f"""CREATE TABLE annotation_tags (
  annotation_id INTEGER NOT NULL REFERENCES annotations(id) {LATER},
  tag_id INTEGER NOT NULL REFERENCES tags(id) {LATER},
  created_at TEXT NOT NULL,
  PRIMARY KEY (annotation_id, tag_id)
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE link_kinds (
  id INTEGER PRIMARY KEY,
  uid {UID},
  name TEXT NOT NULL CHECK (length(name) > 0),
  inverse TEXT NOT NULL,
  position INTEGER NOT NULL,
  builtin INTEGER NOT NULL CHECK (builtin IN (0, 1))
) STRICT""",
    f"""CREATE TABLE links (
  id INTEGER PRIMARY KEY,
  uid {UID},
  kind_id INTEGER NOT NULL REFERENCES link_kinds(id) {LATER},
  source_id INTEGER NOT NULL REFERENCES annotations(id) {LATER},
  target_id INTEGER NOT NULL REFERENCES annotations(id) {LATER},
  note TEXT NOT NULL,
  origin TEXT NOT NULL,
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  CHECK (source_id <> target_id),
  UNIQUE (kind_id, source_id, target_id)
) STRICT""",
    """CREATE TABLE tombstones (
  uid TEXT PRIMARY KEY,
  entity TEXT NOT NULL,
  author TEXT NOT NULL,
  deleted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
)

INDEXES = (
    "CREATE UNIQUE INDEX documents_current_text ON documents (current_text_id)",
    "CREATE INDEX segments_by_place ON segments (text_id, kind, start_offset)",
    "CREATE INDEX annotations_by_text ON annotations (text_id, start_offset, end_offset)",
    "CREATE UNIQUE INDEX tags_name ON tags (coalesce(parent_id, 0), name)",
    "CREATE INDEX tags_by_parent ON tags (parent_id)",
    "CREATE INDEX annotation_tags_by_tag ON annotation_tags (tag_id, annotation_id)",
    "CREATE INDEX links_by_source ON links (source_id)",
    "CREATE INDEX links_by_target ON links (target_id)",
)

# Double quotes around the content table: the `sqlite-utils search` command looks for them.
FULL_TEXT = (
    """CREATE VIRTUAL TABLE segments_fts USING fts5(body, content="segments", content_rowid="id",
  tokenize='unicode61 remove_diacritics 2')""",
    """CREATE VIRTUAL TABLE annotations_fts USING fts5(note, quote, content="annotations", content_rowid="id",
  tokenize='unicode61 remove_diacritics 2')""",
)

TRIGGERS = {
    "texts_frozen": """CREATE TRIGGER texts_frozen BEFORE UPDATE ON texts BEGIN
  SELECT RAISE(ABORT, 'a text never changes: import a new version');
END""",
    "originals_frozen": """CREATE TRIGGER originals_frozen BEFORE UPDATE ON originals BEGIN
  SELECT RAISE(ABORT, 'the bytes that were imported never change');
END""",
    "segments_indexed": """CREATE TRIGGER segments_indexed AFTER INSERT ON segments BEGIN
  INSERT INTO segments_fts (rowid, body) VALUES (new.id, new.body);
END""",
    "segments_unindexed": """CREATE TRIGGER segments_unindexed AFTER DELETE ON segments BEGIN
  INSERT INTO segments_fts (segments_fts, rowid, body) VALUES ('delete', old.id, old.body);
END""",
    "annotations_indexed": """CREATE TRIGGER annotations_indexed AFTER INSERT ON annotations BEGIN
  INSERT INTO annotations_fts (rowid, note, quote) VALUES (new.id, new.note, new.quote);
END""",
    "annotations_unindexed": """CREATE TRIGGER annotations_unindexed AFTER DELETE ON annotations BEGIN
  INSERT INTO annotations_fts (annotations_fts, rowid, note, quote) VALUES ('delete', old.id, old.note, old.quote);
END""",
    "annotations_reindexed": """CREATE TRIGGER annotations_reindexed AFTER UPDATE OF note, quote ON annotations BEGIN
  INSERT INTO annotations_fts (annotations_fts, rowid, note, quote) VALUES ('delete', old.id, old.note, old.quote);
  INSERT INTO annotations_fts (rowid, note, quote) VALUES (new.id, new.note, new.quote);
END""",
}

VIEWS = {
    "tag_paths": """CREATE VIEW tag_paths AS
WITH RECURSIVE tree (tag_id, path, depth) AS (
  SELECT id, name, 0 FROM tags WHERE parent_id IS NULL
  UNION ALL
  SELECT tags.id, tree.path || ' / ' || tags.name, tree.depth + 1
  FROM tags JOIN tree ON tags.parent_id = tree.tag_id WHERE tree.depth < 100)
SELECT tag_id, path, depth FROM tree""",
    "tag_counts": """CREATE VIEW tag_counts AS
SELECT tags.name AS tag, tag_paths.path AS path,
  (SELECT count(*) FROM annotation_tags WHERE annotation_tags.tag_id = tags.id) AS highlights,
  CASE tags.hue WHEN 1 THEN 'purple' WHEN 2 THEN 'orange' WHEN 3 THEN 'blue' WHEN 4 THEN 'yellow' WHEN 5 THEN 'green'
    WHEN 6 THEN 'red' WHEN 7 THEN 'pink' WHEN 8 THEN 'olive' ELSE 'grey' END AS colour,
  tags.hue AS hue, tags.pattern AS pattern, tags.digit AS digit, tags.description AS description, tags.id AS tag_id
FROM tags LEFT JOIN tag_paths ON tag_paths.tag_id = tags.id""",
    "excerpts": """CREATE VIEW excerpts AS
SELECT documents.title AS document, documents.kind AS kind, documents.date AS date, documents.dossier AS dossier,
  documents.number AS number,
  (SELECT coalesce(segments.label, 'page ' || segments.seq || ' of the file') FROM segments
    WHERE segments.text_id = texts.id AND segments.kind = 'page' AND segments.start_offset <= annotations.start_offset
    ORDER BY segments.start_offset DESC LIMIT 1) AS page,
  annotations.quote AS quote,
  (SELECT group_concat(name, '; ') FROM (SELECT tags.name AS name FROM annotation_tags
    JOIN tags ON tags.id = annotation_tags.tag_id WHERE annotation_tags.annotation_id = annotations.id
    ORDER BY tags.position, tags.name)) AS tags,
  annotations.note AS note, annotations.start_offset AS start_offset, annotations.end_offset AS end_offset,
  annotations.status AS status, texts.version AS text_version, annotations.author AS author,
  annotations.created_at AS created_at, annotations.modified_at AS modified_at, annotations.uid AS uid
FROM annotations
JOIN texts ON texts.id = annotations.text_id
JOIN documents ON documents.id = texts.document_id
WHERE annotations.kind = 'highlight'
ORDER BY documents.position, annotations.start_offset, annotations.end_offset""",
    "question_answer_pairs": """CREATE VIEW question_answer_pairs AS
SELECT question_document.title AS question_document, question.quote AS question,
  answer_document.title AS answer_document, answer.quote AS answer,
  links.note AS note, links.origin AS origin, links.author AS author,
  links.created_at AS created_at, links.modified_at AS modified_at, links.uid AS uid
FROM links
JOIN link_kinds ON link_kinds.id = links.kind_id
JOIN annotations AS question ON question.id = links.source_id
JOIN texts AS question_text ON question_text.id = question.text_id
JOIN documents AS question_document ON question_document.id = question_text.document_id
JOIN annotations AS answer ON answer.id = links.target_id
JOIN texts AS answer_text ON answer_text.id = answer.text_id
JOIN documents AS answer_document ON answer_document.id = answer_text.document_id
WHERE link_kinds.name = 'answered-by' AND link_kinds.builtin = 1
ORDER BY question_document.position, question.start_offset""",
    "broken_anchors": """CREATE VIEW broken_anchors AS
SELECT annotations.uid AS uid, annotations.quote AS quote,
  substr(texts.body, annotations.start_offset + 1, annotations.end_offset - annotations.start_offset) AS found,
  documents.title AS document
FROM annotations
JOIN texts ON texts.id = annotations.text_id
JOIN documents ON documents.id = texts.document_id
WHERE annotations.status = 'exact'
  AND substr(texts.body, annotations.start_offset + 1, annotations.end_offset - annotations.start_offset)
    <> annotations.quote""",
}

STATEMENTS = (*TABLES, *INDEXES, *FULL_TEXT, *TRIGGERS.values(), *VIEWS.values())

README = """\
This is a Vindplaats project. Look freely with any tool; change it only with Vindplaats, which keeps times and
undo right.

Start with the views: excerpts (marked passages with labels, note and page), question_answer_pairs,
question_decisions, tag_counts, tag_paths, broken_anchors (empty when all is well).

documents: one row per paper. date is YYYY, YYYY-MM or YYYY-MM-DD. dossiers and senders are JSON lists, dossier
is the first of them. url is where it is published, reference the mark of its sender. current_text_id is the
version of the text that is shown.

texts: the source text of a paper, never changed; sha256 is that of body in UTF-8. originals: the bytes that
were imported (compressed = 1: with zlib). structures: what the program recognised in a text, in a form of its
own.

segments: pages (label is the printed number) and paragraphs. body is the reading text, with lines and broken
words joined; pieces says of which parts of texts.body it is made (start,end,what stands between; then |), empty
when it is one part.

annotations: marked passages (kind highlight) and bare ends of links (kind anchor). start_offset and end_offset
count the characters (code points) of texts.body from 0, the end not included; quote is what stands there,
prefix and suffix what stands around it.

tags: labels. hue and pattern are numbers from 1 to 9, digit is the key. annotation_tags: which passage has
which label, and who gave it.

links: from source to target; of kind answered-by the source is the question. link_kinds: the types of link.
origin is suggestion for a link that the program proposed and the user accepted.

decisions: what the user decided about a question that stands in texts.body from start_offset to end_offset:
a verdict, is_open = 1 (looked at, and no answer found here), a note. The answers themselves are links.
verdicts: how a question can be answered; of those with builtin = 1 the name is a word of the program.

rejections: answers that were proposed for a question and that the user rejected; both as places in a text.

set_units: questions and answers of which the user set the ends. is_dropped = 1: what stands there is none. All
other questions and answers are recognised anew each time and are not in this file.

tombstones: the identity of what was deleted, nothing of its content.
"""
