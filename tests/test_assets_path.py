"""Where the files the program comes with are found, built or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import assets_path
from reader.assets_path import asset_path


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package in an empty checkout."""
    monkeypatch.setattr(assets_path, "PACKAGE", tmp_path / "reader")
    return tmp_path / "reader"


def test_seeds_and_recipe_are_there() -> None:
    assert asset_path("seeds", "catalogue.toml").is_file()
    assert asset_path("sample", "recipe.toml").is_file()


def test_what_was_built_comes_first(package: Path) -> None:
    for folder in (package / "assets" / "sample", package.parent / "resources" / "sample", package.parent / "seeds"):
        folder.mkdir(parents=True)
    assert asset_path("sample") == package / "assets" / "sample"
    assert asset_path("seeds") == package.parent / "seeds"
    (package / "assets" / "sample").rmdir()
    assert asset_path("sample") == package.parent / "resources" / "sample"


def test_what_is_nowhere_is_said_to_belong_with_the_program(package: Path) -> None:
    assert asset_path("fonts", "x.ttf") == package / "assets" / "fonts" / "x.ttf"
