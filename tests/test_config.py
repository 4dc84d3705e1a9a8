"""Settings and what a window remembers of a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.config import MOST_RECENT, OPTIONS, Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.load(tmp_path)


def test_every_option_has_a_default_it_takes_and_an_explanation() -> None:
    assert len({option.key for option in OPTIONS}) == len(OPTIONS)
    for option in OPTIONS:
        assert option.accepts(option.default), option.key
        assert option.explanation


def test_settings_lie_in_the_platforms_folder(home: Path) -> None:
    assert home in Settings.load().folder.parents


def test_a_change_is_written_at_once(settings: Settings, tmp_path: Path) -> None:
    settings.set("theme", "sepia")
    settings.set("reading_size", 18)
    settings.set("line_height", 1.75)
    settings.set("single_keys", False)
    settings.set("author", 'Ans "de" Vries\\')
    settings.set_shortcuts({"note": ["N", "Ctrl+N"], "link": []})
    again = Settings.load(tmp_path)
    keys = ("theme", "reading_size", "line_height", "single_keys", "author")
    assert [again.get(key) for key in keys] == ["sepia", 18, 1.75, False, 'Ans "de" Vries\\']
    assert again.shortcuts() == {"note": ["N", "Ctrl+N"], "link": []}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "pink"),
        ("theme", 3),
        ("reading_size", 400),
        ("reading_size", True),
        ("single_keys", 1),
        ("nonsense", 1),
    ],
)
def test_a_value_an_option_does_not_take_is_refused(settings: Settings, key: str, value: object) -> None:
    with pytest.raises(ValueError):
        settings.set(key, value)


@pytest.mark.parametrize(
    "text", ["", "theme = ", "\x00\x01", 'theme = "pink"\nreading_size = "big"\nrecent = 3', "theme = " + "[" * 3000]
)
def test_a_broken_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    settings = Settings.load(tmp_path)
    assert settings.get("theme") == "system"
    assert settings.get("reading_size") == 15
    assert settings.recent_projects() == []
    settings.set("theme", "dark")
    assert Settings.load(tmp_path).get("theme") == "dark"


def test_a_wrong_value_does_not_cost_the_right_ones(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('theme = "dark"\nreading_size = -1\n', encoding="utf-8")
    settings = Settings.load(tmp_path)
    assert (settings.get("theme"), settings.get("reading_size")) == ("dark", 15)


def test_a_file_that_is_no_utf_8_gives_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b'author = "\xff"')
    assert Settings.load(tmp_path).get("theme") == "system"


def test_settings_that_cannot_be_written_hold_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("", encoding="utf-8")
    settings = Settings.load(tmp_path / "in the way")
    settings.set("theme", "dark")
    settings.save_project_state("uid", {"panes": []})
    assert settings.get("theme") == "dark"
    assert settings.project_state("uid") == {}


def test_recent_projects_are_those_still_there_newest_first(settings: Settings, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.vindplaats" for number in range(MOST_RECENT + 3)]
    for path in paths:
        path.touch()
        settings.remember_project(path)
    settings.remember_project(paths[-2])
    paths[-1].unlink()
    settings.forget_project(paths[-3])
    recent = Settings.load(tmp_path).recent_projects()
    assert recent[0] == paths[-2]
    assert paths[-1] not in recent
    assert paths[-3] not in recent
    assert len(recent) <= MOST_RECENT


def test_what_a_window_remembers_of_a_project(settings: Settings, tmp_path: Path) -> None:
    assert settings.project_state("a-uid") == {}
    settings.save_project_state("a-uid", {"panes": [{"document": "é", "offset": 12}]})
    assert Settings.load(tmp_path).project_state("a-uid") == {"panes": [{"document": "é", "offset": 12}]}
    assert settings.project_state("other") == {}


@pytest.mark.parametrize("text", ["", "[1, 2]", "{", "null", "[" * 100_000])
def test_broken_state_is_no_state(settings: Settings, text: str) -> None:
    settings.save_project_state("uid", {"a": 1})
    (settings.folder / "projects" / "uid.json").write_text(text, encoding="utf-8")
    assert settings.project_state("uid") == {}


def test_a_uid_cannot_reach_outside_the_folder(settings: Settings, tmp_path: Path) -> None:
    settings.save_project_state("../../outside", {"a": 1})
    assert [path.parent for path in tmp_path.rglob("*.json")] == [tmp_path / "projects"]
