"""When the disk or somebody else gets in the way: what was saved stays saved, what was not is said."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.domain.errors import ProjectReplaced
from reader.store.project import Project
from reader.store.rescue import check
from tests.store.conftest import label_more

ROOT = Path(__file__).parents[2]

FILL = """
import resource, signal, sys
from pathlib import Path
from reader.domain.errors import ProjectWriteFailed
from reader.edit.notes import set_note
from reader.store.project import Project
path = Path(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Project.open(path) as project:
    if len(sys.argv) > 2:
        limit = path.stat().st_size + int(sys.argv[2])
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    uid = project.highlights()[0].uid
    saved = ""
    try:
        for length in range(1000, 10_000_000, 9000):
            note = "n" * length
            project.apply(set_note(project, uid, note))
            saved = note
    except ProjectWriteFailed as error:
        print(error)
    assert project.highlight(uid).note == saved, "what is in memory is what was saved"
    if len(sys.argv) > 2:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit // 2, resource.RLIM_INFINITY))
    try:
        project.save_copy(path.with_name("copy.vindplaats"))
    except ProjectWriteFailed as error:
        print(error)
    if len(sys.argv) > 2:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        project.apply(set_note(project, uid, saved + "!"))
        saved += "!"
print(len(saved))
"""


def fill(path: Path, *arguments: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", FILL, str(path), *arguments], capture_output=True, text=True, cwd=ROOT)
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as POSIX does")
def test_a_file_that_may_not_grow(closed: Path) -> None:
    refusal, *copy_refusals, saved = fill(closed, "40000")
    assert "could not be saved" in refusal
    with Project.open(closed) as project:
        assert len(project.highlights()[0].note) == int(saved) > 0
    assert check(closed).problems == ()
    # the copy is whole or not there: how large it is depends on how SQLite packs the index
    copies = [] if copy_refusals else ["copy.vindplaats"]
    assert sorted(path.name for path in closed.parent.iterdir()) == [*copies, closed.name]


def test_a_full_disk(closed: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    size = closed.stat().st_size + 150_000
    if (
        sys.platform != "linux"
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)], capture_output=True
        ).returncode
    ):
        pytest.skip("a small disk cannot be mounted here")
    try:
        path = disk / "p.vindplaats"
        shutil.copy(closed, path)
        refusal, copy_refusal, saved = fill(path)
        assert "the disk is full" in refusal
        assert "the disk is full" in copy_refusal
        with Project.open(path) as project:
            assert len(project.highlights()[0].note) == int(saved) > 0
        assert [one.name for one in disk.iterdir()] == [path.name]
        assert check(path).problems == ()
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_file_that_is_replaced_while_it_is_open(project: Project, path: Path) -> None:
    other = path.with_name("synced.vindplaats")
    project.save_copy(other)
    label_more(project, 20)
    other.replace(path)
    synced = path.read_bytes()
    with pytest.raises(ProjectReplaced):
        label_more(project, 30)
    with pytest.raises(ProjectReplaced):
        project.set_fact("colour", "blue")
    assert len(project.highlights()) == 2
    kept = path.with_name("kept.vindplaats")
    project.save_copy(kept)
    project.close()
    assert path.read_bytes() == synced
    with Project.open(kept) as saved:
        assert len(saved.highlights()) == 2


def test_a_file_that_is_moved_or_removed_while_it_is_open(project: Project, path: Path) -> None:
    path.rename(path.with_name("moved.vindplaats"))
    with pytest.raises(ProjectReplaced):
        label_more(project, 30)
    project.save_copy(path)
    project.close()
    with Project.open(path) as saved:
        assert len(saved.highlights()) == 1
