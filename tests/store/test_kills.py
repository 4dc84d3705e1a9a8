"""A process that is killed while it labels loses nothing that it said was saved."""

from __future__ import annotations

from pathlib import Path

from benchmarks.kill_rounds import kill_rounds


def test_no_acknowledged_act_is_lost(tmp_path: Path) -> None:
    result = kill_rounds(tmp_path / "p.vindplaats", rounds=15)
    assert result.acknowledged >= 15
    assert (result.lost, result.torn, result.problems) == (0, 0, ())
