"""The importer of PDF: the text of its pages in reading order, with what their layout shows of its structure."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from reader.domain.errors import FileWithoutTextLayer, NoText
from reader.importers.extracted import Extracted, Progress
from reader.importers.pdf_page import PdfFile, PdfPage

RULES = 3  # counts up when the same file would give another source text
_HEAD = 1024  # bytes in which a PDF says what it is
_SIGN = re.compile(rb"%PDF-\d\.\d")
_OBJECT = re.compile(rb"\b\d+ \d+ obj\b|\bxref\b|%%EOF")
_PAGES_SHARE = 0.6  # of the progress: the pages; the rest is recognition
_TAIL = 2048  # bytes in which a whole file has its end mark
_MOST_NAMED = 8  # pages that a warning names one by one
_UNREADABLE = 0.2  # share of the characters of a page that have no meaning
_NO_MEANING = re.compile("[\ufffd\ue000-\uf8ff]")
_FEWEST_LETTERS = 6  # in a title
_NO_TITLE = re.compile(  # what writing programs leave there
    r"^(?:untitled|naamloos|zonder titel|microsoft \w+ ?-.*|.*\.(?:docx?|pdf|rtf|odt|indd|xlsx?|pptx?|tmp))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pdf:
    """PDF files with text in them; pictures of text are not read. `password` opens a file that has one."""

    media_type: str = "application/pdf"
    password: str = ""

    @property
    def name(self) -> str:
        """The rules and the library that take the text from a page: the same ones give the same text again."""
        return f"pdf {RULES} (pdfium {_library_version()})"

    def accepts(self, head: bytes) -> bool:
        sign = _SIGN.search(head[: _HEAD + 8])
        return sign is not None and (sign.start() == 0 or _OBJECT.search(head) is not None)

    def extract(self, data: bytes, name: str, progress: Progress) -> Extracted:
        """Raises FileNeedsPassword, FileDamaged, FileTooManyPages, FileTooSlow, FileWithoutTextLayer or NoText."""
        from reader.importers.marked_up_titles import without_site
        from reader.importers.pdf_process import read_pages
        from reader.importers.pdf_text import text_of
        from reader.text.recognise import recognise

        progress(0.0)
        file = read_pages(data, name, lambda share: progress(_PAGES_SHARE * share), password=self.password)
        if not any(page.lines or page.turned for page in file.pages):
            raise FileWithoutTextLayer(name=name) if any(page.picture for page in file.pages) else NoText(name=name)
        text = text_of(file)
        structure = recognise(
            text.body,
            progress=lambda share: progress(_PAGES_SHARE + (1 - _PAGES_SHARE) * share),
            told=text.told,
        )
        title = without_site(" ".join(file.title.split()))
        if "title" not in structure.facts and _is_title(title):
            structure = replace(structure, facts={**structure.facts, "title": title})
        return Extracted(text.body, structure, "PDF", _warnings(file, data))


def _library_version() -> str:
    """The version of PDFium, read without loading it into this process."""
    library = find_spec("pypdfium2_raw")
    if library is None or library.origin is None:
        return "?"
    try:
        version = json.loads((Path(library.origin).parent / "version.json").read_bytes())
        return f"{version['major']}.{version['minor']}.{version['build']}.{version['patch']}"
    except (OSError, ValueError, KeyError):
        return "?"


def _is_title(title: str) -> bool:
    """Whether what a file has as its title was meant as one: several words, and no name of a file."""
    return sum(sign.isalpha() for sign in title) >= _FEWEST_LETTERS and " " in title and not _NO_TITLE.match(title)


def _warnings(file: PdfFile, data: bytes) -> tuple[str, ...]:
    pages = file.pages
    found = []
    if b"%%EOF" not in data[-_TAIL:]:
        found.append("The end of the file is missing: pages may be missing too.")
    for numbers, words in (
        ([n for n, page in enumerate(pages, 1) if page.broken], "Could not be read"),
        ([n for n, page in enumerate(pages, 1) if page.picture], "Without text, like a scan"),
        (
            [n for n, page in enumerate(pages, 1) if _is_unreadable(page)],
            "With characters whose meaning the file does not give",
        ),
    ):
        if numbers:
            found.append(f"{words}: {_named(numbers, len(pages))}.")
    return tuple(found)


def _named(numbers: Sequence[int], count: int) -> str:
    if len(numbers) > _MOST_NAMED:
        return f"{len(numbers)} of {count} pages"
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"


def _is_unreadable(page: PdfPage) -> bool:
    text = "".join(line.text for line in page.lines)
    return len(_NO_MEANING.findall(text)) > _UNREADABLE * len(text)
