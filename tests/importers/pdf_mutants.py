"""Reads mutated PDFs: `python pdf_mutants.py COUNT SEED`. Prints how many were read and how many refused."""

from __future__ import annotations

import io
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.domain.errors import ReaderError
from reader.importers.pdf_answers import Answers
from reader.importers.pdf_child import answer
from reader.importers.pdf_text import text_of
from reader.text.recognise import recognise

FILES = Path(__file__).parents[1] / "files" / "pdf"
TOKENS = (
    b"0", b"-1", b"99999999", b"1e30", b"/Kids", b"/Parent", b"endobj", b"stream", b"endstream", b"<<", b">>", b"[",
    b"]", b"R", b"Tf", b"Tj", b"Tm", b"BT", b"ET", b"/Length 0", b"/Rotate 90", b"/Rotate 45", b"/MediaBox[0 0 0 0]",
    b"/MediaBox[-1e9 -1e9 1e9 1e9]", b"\x00", b"\xff",
)  # fmt: skip


def mutate(data: bytes, chance: random.Random) -> bytes:
    """`data` with bytes changed, dropped, doubled and replaced by words of the format, perhaps cut off."""
    result = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 20, 100))):
        place = chance.randrange(len(result) or 1)
        stretch = slice(place, place + chance.randrange(1, 60))
        token = chance.choice(TOKENS)
        match chance.randrange(6):
            case 0:
                result[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del result[stretch]
            case 2:
                result[place:place] = result[stretch]
            case 3:
                result[place:place] = token
            case 4:
                result[place : place + len(token)] = token
            case 5 if chance.random() < 0.1:
                del result[place:]
    return bytes(result)


def main(count: int, seed: int) -> None:
    files = [path.read_bytes() for path in sorted(FILES.rglob("*.pdf"))]
    chance = random.Random(seed)
    read = 0
    for _ in range(count):
        out = io.BytesIO()
        answer(mutate(chance.choice(files), chance), 0, 1, out)
        answers = Answers("mutant.pdf", 1)
        try:
            for line in out.getvalue().splitlines():
                answers.take(line)
            text = text_of(answers.file())
            recognise(text.body, told=text.told).to_bytes()
            read += 1
        except ReaderError:
            continue
    sys.stdout.write(f"{read} {count - read}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
