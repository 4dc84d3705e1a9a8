"""The papers that benchmarks work on: the sample papers, and a large one made of the longest of them."""

from __future__ import annotations

from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"
LONGEST = SEEDS / "2018-06-schriftelijk-overleg-integrale-migratieagenda.txt"  # 130 kB


def seed_papers() -> list[Path]:
    """The five sample papers, in the order of their names."""
    return sorted(SEEDS.glob("*.txt"))


def write_large_paper(folder: Path, megabytes: int = 10) -> Path:
    """A paper of at least that size: the longest sample paper over and over. Gives its path in `folder`."""
    once = LONGEST.read_bytes()
    path = folder / f"{megabytes}-mb.txt"
    path.write_bytes(once * -(-megabytes * 1_000_000 // len(once)))
    return path
