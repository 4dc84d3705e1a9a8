"""What is loaded before the first window is painted: only what a window without a project needs."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "module",
    [
        "reader.ui.project_view",
        "reader.ui.document_pane",
        "reader.store.project",
        "reader.importers.base",
        "sqlite3",
        "lxml",
        "docx",
        "jinja2",
    ],
)
def test_the_first_window_comes_without(module: str, loaded_at_start: frozenset[str]) -> None:
    assert module not in loaded_at_start


@pytest.fixture(scope="module")
def loaded_at_start() -> frozenset[str]:
    code = "import sys, reader.app; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=50).stdout
    return frozenset(told.split())
