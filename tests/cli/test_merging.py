"""Merging on the command line: what would come in, what came in, and the backup."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reader.cli.merging import merge
from reader.domain.errors import ActRefused
from reader.edit.notes import set_note
from reader.store.project import Project
from reader.store.sharing import save_copy_for_others


@pytest.fixture
def copy(sample_project: Path, tmp_path: Path) -> Path:
    """A copy with another note on the first passage."""
    path = tmp_path / "copy.vindplaats"
    with Project.open(sample_project) as project:
        save_copy_for_others(project, path)
    with Project.open(path) as project:
        project.apply(set_note(project, project.highlights()[0].uid, "Nieuw"))
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(merge, [str(word) for word in words])


def note_in(path: Path) -> str:
    with Project.open(path, read_only=True) as project:
        return project.highlights()[0].note


def test_looking_changes_nothing(sample_project: Path, copy: Path) -> None:
    result = run(sample_project, copy, "--look")
    assert result.exit_code == 0
    assert "took over a change: passage" in result.output
    assert "in the copy “Nieuw”" in result.output
    assert note_in(sample_project) != "Nieuw"


def test_a_copy_is_merged_after_a_backup_and_once(sample_project: Path, copy: Path) -> None:
    result = run(sample_project, copy)
    assert result.exit_code == 0
    assert note_in(sample_project) == "Nieuw"
    assert note_in(Path(result.output.splitlines()[-1].partition(" is in ")[2])) != "Nieuw"
    assert run(sample_project, copy).output == "There is nothing to merge.\n"


def test_a_project_is_not_merged_with_itself(sample_project: Path) -> None:
    assert isinstance(run(sample_project, sample_project).exception, ActRefused)
