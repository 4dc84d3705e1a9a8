"""What benchmarks share: a marker that names the budget a benchmark answers, and the table of all at the end."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.report import table

ROOT = Path(__file__).parents[1]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

FIGURES: pytest.StashKey[dict[str, float]] = pytest.StashKey()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = {}


@pytest.fixture
def figure(pytestconfig: pytest.Config) -> Callable[[str, float], None]:
    """figure(key, value): note what was measured for a budget without pytest-benchmark (a percentile, megabytes)."""
    return pytestconfig.stash[FIGURES].__setitem__


@pytest.fixture(autouse=True)
def _figure_of_the_marker(request: pytest.FixtureRequest, pytestconfig: pytest.Config) -> Iterator[None]:
    """With @pytest.mark.budget(key) on a benchmark its median is noted, in milliseconds."""
    marker = request.node.get_closest_marker("budget")
    benchmark: BenchmarkFixture | None = request.getfixturevalue("benchmark") if marker is not None else None
    yield
    if marker is not None and benchmark is not None and benchmark.stats is not None and benchmark.stats.stats.data:
        pytestconfig.stash[FIGURES][marker.args[0]] = benchmark.stats.stats.median * 1000


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of the user play no part in a measurement."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    figures = config.stash[FIGURES]
    if not figures:
        return
    terminalreporter.section("measured against the budgets (medians)")
    terminalreporter.write_line(table(figures))
    output = ROOT / "build" / "bench.json"
    output.parent.mkdir(exist_ok=True)
    output.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
