"""Files of other programs, made for a test: a project around a text, and archives of files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

FILES = Path(__file__).parents[2] / "files" / "exchange"


def archive(files: Mapping[str, bytes]) -> bytes:
    """A ZIP file of these paths and contents."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, data in files.items():
            packed.writestr(path, data)
    return target.getvalue()


def project(text: bytes | str, *spans: tuple[int, int] | tuple[int, int, str]) -> bytes:
    """A project of another program with one source and passages at these positions, perhaps with a name.

    A text in bytes is a file of its own; one in characters stands in the project.
    """
    selections = "".join(
        f'<PlainTextSelection guid="99999999-0000-4000-8000-{number:012d}" startPosition="{start}" endPosition="{end}"'
        f"{f' name={quoteattr(name[0])}' if name else ''}/>"
        for number, (start, end, *name) in enumerate(spans)
    )
    inner = f"<PlainTextContent>{escape(text)}</PlainTextContent>" if isinstance(text, str) else ""
    path = "" if isinstance(text, str) else ' plainTextPath="internal://bron.txt"'
    qde = (
        '<Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="Another"><Sources>'
        f'<TextSource guid="bbbbbbbb-0000-4000-8000-000000000001" name="bron"{path}>{inner}{selections}</TextSource>'
        "</Sources></Project>"
    )
    return archive({"project.qde": qde.encode(), "sources/bron.txt": text if isinstance(text, bytes) else b""})


def stored(name: str) -> bytes:
    """A file written by hand."""
    return (FILES / name).read_bytes()
