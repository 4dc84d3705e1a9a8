"""Search: whatever is typed, the words are found where they stand in the source text."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.errors import BadQuery
from reader.domain.model import Span
from reader.edit.documents import add_documents
from reader.edit.marks import highlight_span
from reader.edit.notes import set_note
from reader.importers.base import read_file
from reader.store.project import Project
from reader.store.search import MATCH_END, MATCH_START, fts_query, snippet
from reader.text.reading import reading_text
from reader.text.structure import Structure
from tests.conftest import SEEDS


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The five sample papers."""
    with Project.create(tmp_path_factory.mktemp("papers") / "p.vindplaats") as project:
        imported = [read_file(file) for file in sorted(SEEDS.glob("*.txt"))]
        project.apply(add_documents(project, [(one.document, one.text) for one in imported]))
        yield project


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("detentie", '"detentie"'),
        ("VVD-fractie", '"VVD fractie"'),
        ('"artikel 3.1" libië', '"artikel 3 1" "libië"'),
        ("“Raad Buitenlandse Zaken”", '"Raad Buitenlandse Zaken"'),
        ("detent*", '"detent"*'),
        ('"europese un"*', '"europese un"*'),
        ('wat is "dit', '"wat" "is" "dit"'),
        ("AND OR NOT NEAR(", '"AND" "OR" "NOT" "NEAR"'),
        ("-weg", '"weg"'),
        ("C-157/15 body:x ^y", '"C 157 15" "body x" "y"'),
        ('" * - "', None),
        ("", None),
    ],
)
def test_what_is_typed_becomes_a_query(typed: str, meant: str | None) -> None:
    assert fts_query(typed) == meant


ODD = st.lists(
    st.sampled_from(
        [*"ab\"*-^():+,.{}[]\\/'%_ \t\n", "AND", "OR", "NOT", "NEAR(", "é", "\x00", "文", "\ud800", "“", "”"]
    )
).map("".join)


@given(ODD | st.text())
def test_nothing_that_is_typed_breaks_the_search(papers: Project, typed: str) -> None:
    for search in (papers.search, papers.search_notes):
        if fts_query(typed) is None:
            with pytest.raises(BadQuery, match="nothing to search for"):
                search(typed, limit=3)
        else:
            search(typed, limit=3)


def test_a_query_as_long_as_a_book(papers: Project) -> None:
    assert papers.search("qwrtp " * 100_000) == []


@pytest.mark.parametrize("query", ["", " ", "…", '""', "*"])
def test_a_query_without_a_word_is_refused(papers: Project, query: str) -> None:
    with pytest.raises(BadQuery):
        papers.search(query)
    with pytest.raises(BadQuery):
        papers.search_notes(query)


@pytest.mark.parametrize("word", ["libië", "kustwacht", "kabinet", "detentiecentra", "migratie"])
def test_hits_are_where_the_word_is_shown(papers: Project, word: str) -> None:
    hits = papers.search(word, limit=1000)
    assert hits
    for hit in hits:
        body = papers.body(hit.text_uid)
        structure = Structure.from_bytes(papers.structure(hit.text_uid))
        assert reading_text(structure, body).quote(Span(hit.start, hit.end)).lower() == word
        pages = [page for page in structure.pages if page.start <= hit.start]
        assert (hit.page, hit.page_label) == ((pages[-1].index, pages[-1].label) if pages else (None, None))
        assert hit.snippet.count(MATCH_START) == hit.snippet.count(MATCH_END) >= 1
        assert len(hit.snippet) < 260
        assert papers.document(hit.document_uid).text_uid == hit.text_uid
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_every_paragraph_with_the_words_is_found_and_no_other(papers: Project) -> None:
    for words in (["kustwacht"], ["europese", "unie"], ["leden", "fractie", "migratie"]):
        expected = 0
        for document in papers.documents():
            structure = Structure.from_bytes(papers.structure(document.text_uid))
            reading = reading_text(structure, papers.body(document.text_uid))
            for index in range(reading.paragraph_count):
                found = "".join(c if c.isalnum() else " " for c in reading.paragraph(index).lower()).split()
                expected += all(word in found for word in words)
        assert len(papers.search(" ".join(words), limit=10_000)) == expected


def test_a_word_broken_at_a_line_end_is_one_word(papers: Project) -> None:
    broken = [
        hit
        for word in ("detentiecentra", "migratie", "europese", "regering")
        for hit in papers.search(word, limit=1000)
        if "\n" in papers.body(hit.text_uid)[hit.start : hit.end]
    ]
    assert broken


def test_phrases_prefixes_and_letters_without_marks(papers: Project) -> None:
    assert {hit.start for hit in papers.search("libie", limit=1000)} == {
        hit.start for hit in papers.search("LIBIË", limit=1000)
    }
    assert len(papers.search('"raad buitenlandse zaken"')) < len(papers.search("raad zaken buitenlandse", limit=1000))
    assert len(papers.search("detent*", limit=1000)) > len(papers.search("detentie", limit=1000))
    assert len(papers.search("migratie", limit=7)) == 7


def test_notes_and_quotes_are_found_and_follow_edits(project: Project) -> None:
    document = project.documents()[0]
    act = highlight_span(project, document.uid, Span(24, 27))
    project.apply(act)
    uid = act.changes[0].entity.uid
    project.apply(set_note(project, uid, "Zie de toezegging van maart."))
    (hit,) = project.search_notes("TOEZEGGING")
    assert (hit.highlight_uid, hit.document_uid) == (uid, document.uid)
    assert hit.snippet == f"Zie de {MATCH_START}toezegging{MATCH_END} van maart."
    assert [one.snippet for one in project.search_notes("kustwacht")] == [f"{MATCH_START}kustwacht{MATCH_END}"]
    project.apply(set_note(project, uid, "Iets anders"))
    assert project.search_notes("toezegging") == []
    project.apply(act.inverse())
    assert project.search_notes("anders") == []


def test_an_older_version_of_a_text_is_not_searched(project: Project) -> None:
    from dataclasses import replace

    from reader.domain.changes import ActName, Change, ChangeSet

    document = project.documents()[0]
    text = project.text(document.text_uid)
    newer = replace(text, uid="c" * 36, version=2, body="Een nieuwe tekst over de kustwacht.")
    changes = (Change(None, newer), Change(document, replace(document, text_uid=newer.uid)))
    project.apply(ChangeSet(ActName("test"), changes))
    assert [hit.text_uid for hit in project.search("kustwacht", limit=1)] == [newer.uid]
    assert project.search("deten*") == []
    assert project.texts_of(document.uid) == [text.uid, newer.uid]


@given(st.lists(st.tuples(st.text("ab cé", max_size=90), st.booleans()), min_size=1, max_size=8))
def test_a_snippet_is_a_part_of_the_paragraph_with_the_first_match(parts: list[tuple[str, bool]]) -> None:
    marked = "".join(f"{MATCH_START}x{part}{MATCH_END}" if match else part for part, match in parts)
    found = snippet(marked)
    inside = found.removeprefix("… ").removesuffix(" …")
    assert inside.removesuffix(MATCH_END) in marked
    assert found.count(MATCH_START) == found.count(MATCH_END)
    assert (MATCH_START in found) == (MATCH_START in marked)


def test_a_search_can_be_ended_from_another_thread(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.vindplaats") as project:
        started, ended = threading.Event(), threading.Event()
        found: list[object] = []

        def slowly() -> int:
            started.set()
            return 0 if ended.is_set() else 1

        def work() -> None:
            found.append(project._search(lambda connection: endless(connection)))

        def endless(connection: sqlite3.Connection) -> list[object]:
            connection.create_function("slowly", 0, slowly)
            return connection.execute(
                "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE slowly()) SELECT max(x) FROM n"
            ).fetchall()

        thread = threading.Thread(target=work)
        thread.start()
        assert started.wait(10)
        project.interrupt()
        thread.join(10)
        ended.set()
        thread.join()
        assert found == [[]]
        project.interrupt()
        assert project.documents() == []
