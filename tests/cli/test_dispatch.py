"""What the command does with its words before any command is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reader.cli import COMMANDS, main


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """The projects that windows were opened on, instead of windows."""
    windows: list[Path | None] = []
    app: Any = ModuleType("reader.app")

    def run_window(path: Path | None) -> int:
        windows.append(path)
        return 0

    app.run_window = run_window
    monkeypatch.setitem(sys.modules, "reader.app", app)
    return windows


def test_without_words_the_window_opens(opened: list[Path | None]) -> None:
    assert main([]) == 0
    assert opened == [None]


@pytest.mark.parametrize("word", ["new.vindplaats", "./documents", "folder/project"])
def test_a_project_opens_in_the_window(opened: list[Path | None], word: str) -> None:
    assert main([word]) == 0
    assert opened == [Path(word)]


def test_a_file_that_is_there_opens_whatever_its_name(
    opened: list[Path | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("thesis").touch()
    assert main(["thesis"]) == 0
    assert opened == [Path("thesis")]


def test_a_misspelt_command_is_wrong_use(opened: list[Path | None], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serach"]) == 2
    assert opened == []
    error = capsys.readouterr().err
    assert error.startswith("vindplaats: No such command 'serach'.")
    assert len(error.splitlines()) == 1


def test_the_list_of_commands_is_complete_and_each_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    from reader.cli.commands import vindplaats

    assert sorted(vindplaats.commands) == sorted(COMMANDS)
    for command in COMMANDS:
        assert main([command, "--help"]) == 0
        output = capsys.readouterr().out
        assert output.startswith(f"Usage: vindplaats {command} ")
        assert len(output.splitlines()) > 3


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    from reader import __version__

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"vindplaats, version {__version__}\n"


def test_the_module_runs_as_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reader", "documents"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "vindplaats: Missing argument 'PROJECT'. See `vindplaats documents --help`.\n"


def test_opening_the_window_does_not_load_the_commands() -> None:
    code = "import sys, reader.cli; print('click' in sys.modules, 'reader.cli.commands' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"
