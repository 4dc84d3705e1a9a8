"""The importer of plain text, the format that takes whatever no other importer knows."""

from __future__ import annotations

from dataclasses import dataclass

from reader import __version__
from reader.importers.extracted import Extracted, Progress
from reader.text.recognise import recognise
from reader.text.source import decode

LONG_LINE = 100_000  # code points; text that was laid out in lines has none this long


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text in any common encoding; `decode` refuses what is no text."""

    name: str = f"plain-text {__version__}"
    media_type: str = "text/plain"

    def accepts(self, head: bytes) -> bool:
        return True

    def extract(self, data: bytes, name: str, progress: Progress) -> Extracted:
        """Raises FileEmpty, NotText, NoText or UnknownEncoding."""
        progress(0.0)
        decoded = decode(data, name)
        structure = recognise(decoded.body, progress=progress)
        warnings = list(decoded.warnings)
        longest = longest_line(decoded.body)
        if longest > LONG_LINE:
            warnings.append(f"A line of {longest:,} characters: the file may have lost its line ends.")
        return Extracted(decoded.body, structure, decoded.encoding, tuple(warnings))


def longest_line(body: str) -> int:
    """The number of code points in the longest line."""
    longest = start = 0
    while (end := body.find("\n", start)) >= 0:
        longest = max(longest, end - start)
        start = end + 1
    return max(longest, len(body) - start)
