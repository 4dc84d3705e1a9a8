"""The structure of a PDF for screen readers: headings, paragraphs and tables, and where each stands on which page."""

from __future__ import annotations

from typing import Final

from reader.exporters.pdf_file import PdfFile, references, text_string

ROOT: Final = 0  # the element of the whole document


class Tags:
    """The tree of elements, numbered from 0, which is the document itself."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self.tree = file.reserve()
        self._objects = [file.reserve()]
        self._kinds = ["/S /Document"]
        self._parents = [self.tree]
        self._kids: list[list[str]] = [[]]
        self._keys: list[list[int] | int] = []  # the elements of a page's stretches, or the element of a link
        self._page = 0
        self._marked: list[int] = []
        self._pages: dict[int, list[int]] = {}

    def add(self, kind: str, parent: int = ROOT, *, language: str = "", attributes: str = "") -> int:
        """A new element under another: "H1", "P", "Table"…, with entries of its attributes. Gives its number."""
        number = self._file.reserve()
        self._kids[parent].append(f"{number} 0 R")
        self._objects.append(number)
        entries = f"/S /{kind}"
        if language:
            entries += f" /Lang {text_string(language)}"
        if attributes:
            entries += f" /A << {attributes} >>"
        self._kinds.append(entries)
        self._parents.append(self._objects[parent])
        self._kids.append([])
        return len(self._objects) - 1

    def start_page(self, page: int) -> int:
        """From now on stretches stand on this page (an object); gives its key among the pages and links."""
        self._pages[page] = []
        self._keys.append(self._pages[page])
        self.turn_to(page)
        return len(self._keys) - 1

    def turn_to(self, page: int) -> None:
        """From now on stretches stand on this page (an object), which was started before."""
        self._page, self._marked = page, self._pages[page]

    def mark(self, element: int) -> int:
        """A new stretch of an element on the page; gives its number on that page."""
        number = len(self._marked)
        self._marked.append(element)
        self._kids[element].append(f"<< /Type /MCR /Pg {self._page} 0 R /MCID {number} >>")
        return number

    def link(self, element: int, annotation: int) -> int:
        """A link on the page (an object) that belongs to an element; gives its key among the pages and links."""
        made = self.add("Link", element)
        self._kids[made].append(f"<< /Type /OBJR /Pg {self._page} 0 R /Obj {annotation} 0 R >>")
        self._keys.append(made)
        return len(self._keys) - 1

    def finish(self) -> None:
        """Put all elements in the file."""
        for number, kind, parent, kids in zip(self._objects, self._kinds, self._parents, self._kids, strict=True):
            self._file.put(number, f"<< /Type /StructElem {kind} /P {parent} 0 R /K [{' '.join(kids)}] >>")
        rows = [
            f"{key} [{references(self._objects[element] for element in held)}]"
            if isinstance(held, list)
            else f"{key} {self._objects[held]} 0 R"
            for key, held in enumerate(self._keys)
        ]
        numbers = self._file.add(f"<< /Nums [{' '.join(rows)}] >>")
        self._file.put(
            self.tree,
            f"<< /Type /StructTreeRoot /K [{self._objects[ROOT]} 0 R] /ParentTree {numbers} 0 R"
            f" /ParentTreeNextKey {len(rows)} >>",
        )
