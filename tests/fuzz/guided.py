"""Damaged files that are led by the code they reach: `python -m tests.fuzz.guided FORMAT RUNS SEED`, with atheris.

For the readers that are our own. What it finds is written to build/fuzz by the library, which then ends the process.
"""

from __future__ import annotations

import sys
import tempfile
import warnings
from importlib.util import find_spec
from pathlib import Path

GUIDED = ("rtf", "official-xml", "debate-xml", "e-mail", "markdown", "plain-text")
FOLDER = Path(__file__).parents[2] / "build" / "fuzz"
_LONGEST = 8000  # bytes of an input


def is_there() -> bool:
    """Whether the library is installed; it comes for some systems only."""
    return find_spec("atheris") is not None


def main(name: str, runs: int, seed: int) -> None:
    """Read that many inputs. The library ends the process: with code 0 when every one was read or refused."""
    import atheris

    warnings.simplefilter("ignore")
    with atheris.instrument_imports(include=["reader"]):
        from reader.domain.errors import ReaderError
        from reader.importers.base import IMPORTERS, read_data
        from tests.fuzz.formats import FORMATS
        from tests.fuzz.reading import check
    importer = next(one for one in IMPORTERS if one.accepts(FORMATS[name].originals()[0]))

    def read(data: bytes) -> None:
        try:
            importer.extract(data, "stuk", lambda _share: None)
            check(read_data(data, "stuk", lambda _share: None))
        except ReaderError:
            return

    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="vindplaats-corpus-") as corpus:
        for number, data in enumerate(FORMATS[name].originals()):
            Path(corpus, str(number)).write_bytes(data[:_LONGEST])
        options = (
            f"-runs={runs}", f"-seed={seed}", f"-max_len={_LONGEST}", "-timeout=10", "-rss_limit_mb=2000",
            f"-artifact_prefix={FOLDER / f'guided-{name}-'}", "-verbosity=0", "-print_final_stats=1",
        )  # fmt: skip
        atheris.Setup(["guided", corpus, *options], read)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
