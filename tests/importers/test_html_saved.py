"""Web pages saved as one file are pages, and messages that look like them stay messages."""

from __future__ import annotations

import random

import pytest

from reader.domain.errors import NoText
from reader.importers.base import importer_of
from reader.importers.html_saved import SavedPage
from tests.importers.marked_up_files import extracted, headings, mutated, survives

PAGE = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://www.example.org/brief\nSubject: Brief\n"
    "Date: Fri, 3 May 2024 10:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
    '\ttype="text/html";\n\tboundary="grens"\n\n\n--grens\nContent-Type: text/html\n'
    "Content-Transfer-Encoding: quoted-printable\n\n"
    "<!DOCTYPE html><html><head><meta charset=3D\"utf-8\"><title>Brief over opvang</title></head>"
    "<body><main><h1>Brief over opvang</h1><p>Co=C3=B6rdinatie is nodig.</p></main></body></html>\n"
    "--grens\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n--grens--\n"
)  # fmt: skip
OF_WORD = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="g"\n\n--g\n'
    'Content-Type: text/html; charset="windows-1252"\nContent-Transfer-Encoding: quoted-printable\n\n'
    "<html><body><h1>Nota</h1><p>Re=EBel.</p></body></html>\n--g--\n"
)


def test_a_page_saved_by_a_browser() -> None:
    found = extracted(SavedPage(), PAGE)
    assert headings(found) == [(1, "Brief over opvang")]
    assert "Coördinatie is nodig." in found.body
    assert found.structure.facts["url"] == "https://www.example.org/brief"
    assert found.structure.facts["title"] == "Brief over opvang"
    assert "senders" not in found.structure.facts


def test_a_page_saved_by_word() -> None:
    assert extracted(SavedPage(), OF_WORD).body == "Nota\n\nReëel."


@pytest.mark.parametrize(
    ("data", "chosen"),
    [
        (PAGE, "saved-page"),
        (OF_WORD, "saved-page"),
        (PAGE.replace("<Saved by Blink>", "Jan <jan@example.org>"), "email"),
        (PAGE.replace("Subject:", "Message-ID: <1@example.org>\nSubject:"), "email"),
        (OF_WORD.replace("multipart/related", "text/plain"), "plain-text"),
    ],
)
def test_only_what_nobody_sent_is_a_page(data: str, chosen: str) -> None:
    importer = importer_of(data.encode())
    assert importer is not None
    assert importer.name.split()[0] == chosen


def test_a_file_without_a_page_is_refused() -> None:
    with pytest.raises(NoText):
        extracted(SavedPage(), PAGE.replace("text/html\n", "text/css\n"))


def test_changed_files_are_read_or_refused() -> None:
    def head_kept(data: bytes, chance: random.Random) -> bytes:
        return data[:60] + mutated(data[60:], chance)

    assert survives(SavedPage(), PAGE.encode(), head_kept, 200) > 50
