"""A new version of a paper in the real window: asked in a dialog, added as one step, compared with the one before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from reader.edit.documents import add_documents
from reader.edit.marks import highlight_span
from reader.edit.versions import known_version
from reader.importers.base import Imported, read_file
from reader.models.session import Session
from reader.store.project import Project
from reader.ui.version_changes import VersionsDialog
from reader.ui.version_offer import VersionOffer
from reader.ui.version_review import VersionReviewDialog
from tests.conftest import SEEDS
from tests.flows.conftest import User

SEED = SEEDS / "2018-04-25-kamerbrief-libische-detentiecentra.txt"
MARKED = ("detentiecentra", "regeerakkoord")


def shown_dialog(kind: type[QDialog]) -> QDialog | None:
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)


def with_dialog(user: User, kind: type[QDialog]) -> QDialog:
    """The dialog, once the work before it is done."""
    user.until(lambda: shown_dialog(kind) is not None)
    dialog = shown_dialog(kind)
    assert dialog is not None
    return dialog


def begin(user: User, folder: Path) -> Imported:
    """A project with a letter and two highlights in it is open; gives the letter in its new version."""
    project = Project.create(folder / "project.vindplaats")
    first = read_file(SEED)
    project.apply(add_documents(project, [(first.document, first.text)]))
    reading = Session(project).reading(first.text.uid)
    for words in MARKED:
        start = reading.text.index(words)
        project.apply(highlight_span(project, first.document.uid, reading.source_span(start, start + len(words))))
    user.window.show_project(Session(project))
    body = first.text.body.replace("regeerakkoord", "coalitieakkoord")
    path = folder / SEED.name
    path.write_text("Herdruk\n\n" + body, encoding="utf-8")
    return read_file(path)


def test_a_new_version_is_reviewed_added_undone_and_compared(user: User, tmp_path: Path) -> None:
    imported = begin(user, tmp_path)
    known = known_version(user.project, imported.document, imported.text)
    assert known is not None
    offer, apart = VersionOffer(user.window), list[bool]()
    offer.review(known, imported.document, imported.text, lambda: apart.append(True))
    dialog = with_dialog(user, VersionReviewDialog)
    assert isinstance(dialog, VersionReviewDialog)
    assert [row.quote for row in dialog.review.rows] == ["regeerakkoord"]
    before = user.rows()
    user.click(dialog.place_button)
    user.click(dialog.add_button)
    assert {one.quote.lower() for one in user.project.highlights()} == {"detentiecentra", "coalitieakkoord"}
    assert {one.status for one in user.project.highlights()} == {"exact"}
    assert apart == []

    offer.compare(user.project.document(known.uid))
    compared = with_dialog(user, VersionsDialog)
    assert isinstance(compared, VersionsDialog)
    assert compared.stepper.words.text().startswith("Difference 1 of ")
    user.click(user.button(compared, "Close"))

    assert user.window.session is not None
    user.window.session.undo()
    assert user.rows() == before
    offer.compare(user.project.document(known.uid))
    assert user.window.messages.bar.text.text() == "This paper has one version."


def test_the_file_can_become_a_paper_of_its_own(user: User, tmp_path: Path) -> None:
    imported = begin(user, tmp_path)
    known = known_version(user.project, imported.document, imported.text)
    assert known is not None
    before, apart = user.rows(), list[bool]()
    VersionOffer(user.window).review(known, imported.document, imported.text, lambda: apart.append(True))
    dialog = with_dialog(user, VersionReviewDialog)
    user.click(user.button(dialog, "separate paper"))
    assert apart == [True]
    assert user.rows() == before
