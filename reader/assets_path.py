"""Where the files the program comes with are: sample papers, recipe, manual, translations, fonts, icons."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def asset_path(*parts: str) -> Path:
    """The file or folder `parts` of reader/assets; where that was not built, of the checkout: seeds, resources or docs.

    asset_path("seeds", "catalogue.toml"), asset_path("sample", "recipe.toml"). The path may not exist.
    """
    built = PACKAGE.joinpath("assets", *parts)
    if built.exists():
        return built
    for folder in (PACKAGE.parent, PACKAGE.parent / "resources"):
        if folder.joinpath(*parts).exists():
            return folder.joinpath(*parts)
    return built
