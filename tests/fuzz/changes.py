"""Ways to damage the bytes of a file: each takes the bytes and a source of chance, and gives other bytes."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable, Sequence

Change = Callable[[bytes, random.Random], bytes]

LARGEST = 150_000  # bytes of an input, so that thousands can be read
_LINE = re.compile(rb"[^\n]*\n?")
_NUMBER = re.compile(rb"\d+")
_PDF_STREAM = re.compile(rb"/Length (\d+)([^>]{0,200}>>\s{0,4}stream\r?\n)(.*?)(\r?\nendstream)", re.DOTALL)
_NUMBERS = (b"0", b"1", b"-1", b"65536", b"4294967295", b"99999999999999999999", b"1e30", b"007", b"2018")
_CODECS = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1", "utf-7", "cp437", "koi8-r")


def scratched(data: bytes, chance: random.Random) -> bytes:
    """A few bytes changed, removed, doubled or moved; sometimes cut off."""
    result = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 12, 60))):
        place = chance.randrange(len(result) or 1)
        length = chance.choice((1, 2, 8, 60, 400))
        match chance.randrange(6):
            case 0:
                result[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del result[place : place + length]
            case 2:
                result[place:place] = result[place : place + length]
            case 3:
                other = chance.randrange(len(result) or 1)
                result[place : place + length] = result[other : other + length]
            case 4:
                result[place:place] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 5)))
            case _ if chance.random() < 0.1:
                del result[place:]
    return bytes(result)


def shuffled(data: bytes, chance: random.Random) -> bytes:
    """Lines left out, doubled or put elsewhere."""
    lines = _LINE.findall(data)
    for _ in range(chance.choice((1, 3, 10))):
        place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(3):
            case 0:
                lines.insert(other, lines[place])
            case 1:
                lines[place], lines[other] = lines[other], lines[place]
            case _ if len(lines) > 1:
                del lines[place]
    return b"".join(lines)


def renumbered(data: bytes, chance: random.Random) -> bytes:
    """A few numbers made small, large or senseless."""
    share = chance.choice((0.02, 0.1, 0.5))
    return _NUMBER.sub(lambda match: chance.choice(_NUMBERS) if chance.random() < share else match[0], data)


def repeated(data: bytes, chance: random.Random) -> bytes:
    """A short stretch many times over: what takes more than its share of time or depth shows here."""
    place = chance.randrange(len(data) or 1)
    stretch = data[place : place + chance.choice((1, 1, 2, 5, 20, 100))] or b" "
    times = min(chance.choice((3, 50, 2000, 30_000)), (LARGEST - min(len(data), LARGEST // 2)) // len(stretch))
    return data[:place] + stretch * times + data[place:]


def with_words(words: Sequence[bytes]) -> Change:
    """Words of the format put in, or over what is there; sometimes very often."""

    def change(data: bytes, chance: random.Random) -> bytes:
        result = bytearray(data)
        for _ in range(chance.choice((1, 2, 5, 20))):
            place, word = chance.randrange(len(result) or 1), chance.choice(words)
            if chance.random() < 0.03:
                word *= min(chance.choice((10, 300, 5000)), LARGEST // 3 // len(word))
            result[place : place + (len(word) if chance.random() < 0.3 else 0)] = word
        return bytes(result)

    return change


def spliced(others: Sequence[bytes]) -> Change:
    """The head of the file with the tail of another."""

    def change(data: bytes, chance: random.Random) -> bytes:
        other = chance.choice(others)
        return data[: chance.randrange(len(data) or 1)] + other[chance.randrange(len(other) or 1) :]

    return change


def recoded(data: bytes, chance: random.Random) -> bytes:
    """The characters in another encoding, encoded twice, in two encodings, or with half characters and NULs."""
    text = data.decode("utf-8", "replace")
    first, second = chance.choice(_CODECS), chance.choice(_CODECS)
    cut = chance.randrange(len(text) or 1)
    match chance.randrange(6):
        case 0:
            return text.encode(first, "replace")
        case 1:
            return text.encode(first, "replace")[: chance.randrange(1, 4) * -1]
        case 2:
            return text[:cut].encode(first, "replace") + text[cut:].encode(second, "replace")
        case 3:
            return text.encode("utf-8").decode("latin-1").encode("utf-8")
        case 4:
            mark = chance.choice(
                (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\xc3\xaf\xc2\xbb\xc2\xbf")
            )
            return mark + text.encode(first, "replace")
        case _:
            return scratched(text.encode(first, "replace"), chance)


def with_changed_streams(words: Sequence[bytes]) -> Change:
    """A PDF with the drawing inside its streams changed; packed again, so that the change is really read."""
    inner: tuple[Change, ...] = (scratched, renumbered, shuffled, repeated, with_words(words))

    def change(data: bytes, chance: random.Random) -> bytes:
        def changed(match: re.Match[bytes]) -> bytes:
            if chance.random() < 0.5:
                return match[0]
            try:
                content = zlib.decompress(match[3])
                packed = zlib.compress(chance.choice(inner)(content, chance)[:LARGEST], 1)
            except zlib.error:
                packed = chance.choice(inner)(match[3], chance)[:LARGEST]
            return b"/Length %d" % len(packed) + match[2] + packed + match[4]

        return _PDF_STREAM.sub(changed, data)

    return change
