"""What the processes that read a PDF say of it, line by line, put together."""

from __future__ import annotations

import json
from typing import Any

from reader.domain.errors import FileDamaged, FileNeedsPassword, FileTooManyPages
from reader.importers.pdf_page import Bookmark, PdfFile, PdfPage, line_of

_FORMAT = "PDF"
_MOST_TEXT = 100_000_000  # code points


class Answers:
    """Gathers the answers of `parts` processes about the file `name`."""

    def __init__(self, name: str, parts: int) -> None:
        self._name = name
        self._unfinished = parts
        self._head: dict[str, Any] = {}
        self._pages: dict[int, PdfPage] = {}
        self._characters = 0

    @property
    def page_count(self) -> int:
        """The number of pages of the file; 0 as long as it is not known."""
        count = self._head.get("pages", 0)
        return count if isinstance(count, int) else 0

    @property
    def share(self) -> float:
        """How much has come in, from 0 to 1."""
        return min(1.0, len(self._pages) / self.page_count) if self.page_count else 0.0

    def take(self, message: bytes) -> None:
        """Take in one line. Raises FileNeedsPassword, FileTooManyPages or FileDamaged."""
        try:
            form = json.loads(message)
            self._refuse(form)
            if "end" in form:
                self._unfinished -= 1
            elif "page" in form:
                self._pages[int(form["page"])] = page = _page(form)
                self._characters += sum(len(line.text) for line in (*page.lines, *page.turned))
            elif not self._head or "labels" in form:
                self._head = form
        except (ValueError, KeyError, TypeError, AttributeError) as error:  # cut off, because the process broke down
            raise self._damaged() from error
        if self._characters > _MOST_TEXT:
            raise self._damaged()

    def file(self) -> PdfFile:
        """All of it. Raises FileDamaged when a process ended before it was done."""
        count = self.page_count
        if self._unfinished > 0 or not count or set(self._pages) != set(range(count)):
            raise self._damaged()
        try:
            labels = [str(label) for label in self._head["labels"]]
            bookmarks = [Bookmark(int(level), str(title), int(page)) for level, title, page in self._head["bookmarks"]]
            title = str(self._head["title"])
        except (ValueError, KeyError, TypeError) as error:
            raise self._damaged() from error
        return PdfFile([self._pages[index] for index in range(count)], labels, title, bookmarks)

    def _refuse(self, form: dict[str, Any]) -> None:
        reason = form.get("error")
        if reason == "password":
            raise FileNeedsPassword(name=self._name)
        if reason == "pages":
            raise FileTooManyPages(name=self._name, pages=int(form["pages"]), limit=int(form["limit"]))
        if reason is not None:
            raise self._damaged()

    def _damaged(self) -> FileDamaged:
        return FileDamaged(name=self._name, format=_FORMAT)


def _page(form: dict[str, Any]) -> PdfPage:
    return PdfPage(
        float(form["width"]),
        float(form["height"]),
        [line_of(values) for values in form["lines"]],
        [line_of(values) for values in form["turned"]],
        bool(form["picture"]),
        bool(form["broken"]),
    )
