"""A new version is reviewed and added: in a project of plain objects, and in a real file with fifty highlights."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reader.domain.changes import ChangeSet
from reader.domain.model import Document, Highlight, Span, Text
from reader.edit.documents import add_documents
from reader.edit.marks import tag_span
from reader.edit.notes import set_note
from reader.edit.questions import set_open
from reader.edit.tags import add_tag
from reader.edit.versions import known_version, place_orphan
from reader.importers.base import read_file
from reader.models.jobs import Job, JobStopped
from reader.models.session import Session
from reader.models.version_carrying import carry_over, compare_versions
from reader.models.version_review import VersionReview
from reader.store.project import Project
from tests.in_memory import InMemoryProject, paper
from tests.text.edited_papers import SEEDS, reworded, with_origins, with_paragraphs, without_paragraphs, words, wrapped

OLD = (
    "Het kabinet deelt de zorgen van de leden over de kust en over de opvang in de regio.\n"
    "De leden vragen naar het geld dat voor de kustwacht en voor de opleiding bestemd is.\n"
    "Daarvan is een deel bestemd voor de opleiding van de mensen die er werken.\n"
)
NEW = (
    "Vooraf staat nu een regel die er eerst niet stond, met andere woorden.\n"
    "Het kabinet deelt de zorgen van de leden over de kust en over de opvang in de regio.\n"
    "Daarvan is geen deel bestemd voor de opleiding van de mensen die er werken.\n"
)


class Bench:
    """A paper with three highlights (one that stays, one of which the words change, one that is taken out)."""

    def __init__(self) -> None:
        document, text = paper(OLD, "Brief")
        self.project = InMemoryProject([document, text])
        self.session = Session(self.project)  # type: ignore[arg-type]
        self.failures: list[object] = []
        self.session.failed.connect(self.failures.append)
        self.document = document
        self.session.run(add_tag(self.project, "Geld"))
        self.tag = self.project.tags()[0]
        self.same = self.mark("zorgen van de leden")
        self.gone = self.mark("geld dat voor de kustwacht")
        self.other = self.mark("Daarvan is een deel bestemd")
        question = (document.uid, self.span("Daarvan is een deel"))
        self.session.run(set_open(self.project, question, True, decision=None))
        new, new_text = paper(NEW, "Brief 2")
        self.paper: tuple[Document, Text] = (replace(new, source_name="nieuw.pdf"), new_text)
        self.review = self.reviewed()

    def reviewed(self) -> VersionReview:
        return VersionReview(self.session, carry_over(self.project, self.document, *self.paper))

    def span(self, words: str, body: str = OLD) -> Span:
        return Span(body.index(words), body.index(words) + len(words))

    def mark(self, words: str) -> Highlight:
        self.session.run(tag_span(self.project, self.document.uid, self.span(words), self.tag.uid))
        return next(one for one in self.project.highlights() if one.quote == words)

    def state(self, highlight: Highlight) -> tuple[str, str]:
        """The words and the status of a highlight now."""
        now = self.project.highlight(highlight.uid)
        return now.quote, now.status


@pytest.fixture
def bench(qapp: QApplication) -> Bench:
    return Bench()


def test_only_the_doubtful_are_to_be_looked_at(bench: Bench) -> None:
    review = bench.review
    assert (review.total, review.sure, review.open) == (3, 1, 2)
    assert review.carried.left == 1  # what was decided about words that are no longer the same
    assert [(row.quote, row.how) for row in review.rows] == [
        (bench.gone.quote, "orphan"), (bench.other.quote, "fuzzy"),
    ]  # fmt: skip
    assert review.rows[1].tags == (bench.tag,)
    assert review.rows[1].proposed == bench.span("Daarvan is geen deel bestemd", NEW)
    assert review.rows[0].shown_place is None


def test_nothing_changes_before_the_end(bench: Bench) -> None:
    before = bench.project.state()
    bench.review.place_all()
    bench.review.drop(0)
    assert bench.project.state() == before


def test_all_that_was_not_looked_at_keeps_a_sign(bench: Bench) -> None:
    assert bench.review.finish()
    assert bench.state(bench.same) == ("zorgen van de leden", "exact")
    assert bench.state(bench.other) == ("Daarvan is geen deel bestemd", "fuzzy")
    assert bench.state(bench.gone) == ("geld dat voor de kustwacht", "orphan")


def test_what_was_looked_at_has_no_sign(bench: Bench) -> None:
    bench.review.place(1)
    bench.review.place(0, bench.span("Vooraf", NEW))
    assert [row.choice for row in bench.review.rows] == ["elsewhere", "placed"]
    assert bench.review.finish()
    assert bench.state(bench.other) == ("Daarvan is geen deel bestemd", "exact")
    assert bench.state(bench.gone) == ("Vooraf", "exact")


def test_a_passage_can_be_left_or_removed(bench: Bench) -> None:
    bench.review.leave(1)
    bench.review.drop(0)
    assert bench.review.finish()
    assert bench.state(bench.other) == ("Daarvan is een deel bestemd", "orphan")
    with pytest.raises(KeyError):
        bench.project.highlight(bench.gone.uid)
    assert {one.highlight_uid for one in bench.project.taggings()} == {bench.same.uid, bench.other.uid}


def test_a_decision_can_be_taken_back(bench: Bench) -> None:
    told: list[object] = []
    bench.review.changed.connect(told.append)
    bench.review.drop(0)
    bench.review.reopen(0)
    assert bench.review.open == 2
    assert told == [0, 0]
    bench.review.place(0)  # nothing is proposed for it
    assert bench.review.open == 2


def test_the_next_open_row_is_found_round(bench: Bench) -> None:
    assert bench.review.next_open(0) == 1
    assert bench.review.next_open(1) == 0
    bench.review.leave(1)
    assert bench.review.next_open(1) == 0
    assert bench.review.next_open(1, -1) == 0
    bench.review.leave(0)
    assert bench.review.next_open(0) is None


def test_all_the_rest_is_placed_as_proposed(bench: Bench) -> None:
    bench.review.place_all()
    assert [row.choice for row in bench.review.rows] == ["open", "placed"]


def test_it_is_one_step_to_undo(bench: Bench) -> None:
    before = bench.project.state()
    marks = bench.session.marks(bench.document)
    bench.review.place_all()
    assert bench.review.finish()
    assert {one.uid for one in marks.highlights()} == {bench.same.uid, bench.other.uid}
    bench.session.undo()
    assert bench.project.state() == before
    assert len(marks.highlights()) == 3


def test_the_marks_left_in_the_old_version_are_shown_with_it_and_stay_with_it(bench: Bench) -> None:
    followed = bench.session.marks(bench.document)
    bench.review.place_all()
    assert bench.review.finish()
    old = bench.session.marks(bench.document)
    assert old is not followed, "those of the text that the paper shows follow it"
    assert followed.document.text_uid != bench.document.text_uid
    assert [one.status for one in old.highlights()] == ["orphan"]
    [left] = old.highlights()
    bench.session.attempt(lambda: place_orphan(bench.project, left.uid, Span(0, 4)))
    assert len(old) == 0
    assert len(followed) == 3
    bench.session.undo()
    assert [one.uid for one in old.highlights()] == [left.uid]
    assert len(followed) == 2
    bench.session.undo()
    assert len(old) == len(followed) == 3
    assert old.document.text_uid == bench.document.text_uid


def test_what_is_refused_is_told_and_changes_nothing(bench: Bench) -> None:
    assert bench.review.finish()
    assert not bench.review.finish()
    assert len(bench.failures) == 1


def test_the_work_stops_when_it_is_cancelled(bench: Bench) -> None:
    job = Job("", lambda _job: None)
    job.cancel()
    with pytest.raises(JobStopped):
        carry_over(bench.project, bench.document, *bench.paper, job)


def test_two_versions_of_the_project_are_compared(bench: Bench) -> None:
    assert bench.review.finish()
    old, new = bench.project.texts_of(bench.document.uid)
    _comparison, changes = compare_versions(bench.project, old, new)
    found = [(OLD[one.old.start : one.old.end], NEW[one.new.start : one.new.end]) for one in changes]
    assert ("een", "geen") in found
    assert len(found) == 3


# a real file ------------------------------------------------------------------------------------------
SEED = SEEDS / "2018-06-schriftelijk-overleg-integrale-migratieagenda.txt"


class RealProject:
    """A project file with a paper with fifty highlights, and another file of that paper."""

    def __init__(self, folder: Path) -> None:
        chance = random.Random(4)
        imported = read_file(SEED)
        body = imported.text.body
        self.project = Project.create(folder / "project.vindplaats")
        self.session = Session(self.project)
        self.uid = imported.document.uid
        self.run(add_documents(self.project, [(imported.document, imported.text)]))
        self.run(add_tag(self.project, "Detentie"))
        tag = self.project.tags()[0].uid
        places = [match.span() for match in re.finditer(r"\w+", body)]
        while len(self.project.highlights(self.uid)) < 50:
            first = chance.randrange(len(places) - 60)
            span = Span(places[first][0], places[first + chance.choice((3, 8, 20, 40))][1])
            self.run(tag_span(self.project, self.uid, span, tag))
        self.run(set_note(self.project, self.project.highlights(self.uid)[0].uid, "Een notitie"))
        edited = wrapped(with_origins(body), chance, [])
        edited = with_paragraphs(without_paragraphs(edited, chance, [], share=0.04), chance, [body[5000:5600]])
        self.file = folder / "kst-19637-2395-v2.txt"
        self.file.write_text(words(reworded(edited, chance, [], share=0.004)), encoding="utf-8")

    def run(self, change_set: ChangeSet) -> None:
        assert self.session.run(change_set)

    def everything(self) -> tuple[object, ...]:
        """All that the project holds about the paper."""
        project = self.project
        texts = [project.text(uid) for uid in project.texts_of(self.uid)]
        highlights = sorted(project.highlights(), key=lambda one: one.uid)
        return project.documents(), texts, highlights, project.taggings(), project.links()


@pytest.fixture
def real(qapp: QApplication, tmp_path: Path) -> Iterator[RealProject]:
    made = RealProject(tmp_path)
    yield made
    made.session.close()


def test_fifty_highlights_go_into_a_new_version_of_a_real_paper(real: RealProject) -> None:
    project = real.project
    imported = read_file(real.file)
    known = known_version(project, imported.document, imported.text)
    assert known == project.document(real.uid)
    before = real.everything()
    review = VersionReview(real.session, carry_over(project, known, imported.document, imported.text))
    assert review.total == 50
    assert review.sure >= 40
    assert 1 <= len(review.rows) <= 10
    assert any(row.how == "orphan" for row in review.rows)
    assert review.finish()
    after = real.everything()
    highlights = project.highlights(real.uid)
    shown = project.document(real.uid).text_uid
    exact = [one for one in highlights if one.status == "exact"]
    assert len(exact) == review.sure
    assert {one.text_uid for one in exact} == {shown}
    orphans = [one for one in highlights if one.status == "orphan"]
    assert {one.uid for one in orphans} == {row.highlight.uid for row in review.rows if row.proposed is None}
    assert {one.text_uid for one in orphans} == {project.texts_of(real.uid)[0]}
    real.session.undo()
    assert real.everything() == before
    real.session.redo()
    assert real.everything() == after


def test_the_new_version_is_there_when_the_file_is_opened_again(real: RealProject) -> None:
    imported = read_file(real.file)
    known = real.project.document(real.uid)
    assert VersionReview(real.session, carry_over(real.project, known, imported.document, imported.text)).finish()
    before = real.everything()
    path = real.project.path
    real.project.close()
    with Project.open(path) as again:
        texts = [again.text(uid) for uid in again.texts_of(real.uid)]
        assert (again.documents(), texts) == (before[0], before[1])
        assert sorted(again.highlights(), key=lambda one: one.uid) == before[2]
        for highlight in again.highlights(real.uid):
            if highlight.status == "exact":
                assert again.body(highlight.text_uid)[highlight.start : highlight.end] == highlight.quote
