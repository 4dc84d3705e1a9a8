"""Files of programs that are not read are refused by the name of their format, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.domain.errors import FileOfOtherFormat
from reader.importers.several import read_papers
from reader.importers.unread_formats import unread_format
from tests.importers.marked_up_files import zipped

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (COMPOUND + "WordDocument".encode("utf-16-le"), "Word 97–2003 (DOC)"),
        (COMPOUND + b"\0" * 5_000_000 + "WordDocument".encode("utf-16-le"), "Word 97–2003 (DOC)"),
        (COMPOUND + "__properties_version1.0".encode("utf-16-le"), "Outlook (MSG)"),
        (b"\xffWPC\x10\0\0\0", "WordPerfect"),
        (zipped({"Index/Document.iwa": b"x", "preview.jpg": b"y"}), "Apple Pages"),
        (b'<?xml version="1.0"?><w:wordDocument xmlns:w="w"><w:body/></w:wordDocument>', "Word 2003 XML"),
    ],
)
def test_the_format_is_named(data: bytes, named: str, tmp_path: Path) -> None:
    path = tmp_path / "brief.doc"
    path.write_bytes(data)
    (found,) = read_papers(path)
    assert isinstance(found.outcome, FileOfOtherFormat)
    assert named in str(found.outcome)


@pytest.mark.parametrize(
    "data", [COMPOUND, zipped({"stuk.txt": "Een stuk."}), b"<?xml version='1.0'?><a/>", b"Een brief."]
)
def test_other_files_are_none_of_these(data: bytes) -> None:
    assert unread_format(data) == ""
