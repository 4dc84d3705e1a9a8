"""How the lists of a web page are marked: by the page's own labels, by the signs it names, or by its word processor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reader.importers.marked_up_numbers import number_words
from reader.importers.marked_up_xml import Element, attribute, local_name

_FORMS = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i",
    "upper-roman": "I", "decimal": "decimal", "decimal-leading-zero": "decimalZero", "none": "none",
}  # fmt: skip
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_COUNTER = re.compile(
    r"\.([\w-]{1,80})\s*>\s*li:before\s*\{\s*content:\s*\"([^\"]{0,20})\"\s*counter\([\w-]{1,80},\s*([\w-]{1,40})\)"
    r"\s*\"([^\"]{0,20})\""
)
_FLOATS = re.compile(r"float\s*:\s*left", re.IGNORECASE)
_HANGS = re.compile(r"text-indent\s*:\s*-", re.IGNORECASE)
_SIGN_FONT = re.compile(r"font-family\s*:\s*[\"']?(?:Symbol|Wingdings)", re.IGNORECASE)
_TYPED_FONT = re.compile(r"font-family\s*:\s*[\"']?Courier New", re.IGNORECASE)
_LONGEST_LABEL = 20  # code points


@dataclass(frozen=True, slots=True)
class Marking:
    """How the items of a list are marked: words before and behind a number of the given form, as ODT calls it."""

    form: str = "decimal"
    before: str = ""
    behind: str = "."

    def mark(self, number: int) -> str:
        """What stands before the item with this number, with a space behind it; nothing where nothing does."""
        words = number_words(number, self.form)
        return f"{self.before}{words}{self.behind} " if words else ""


def markings_of(root: Element) -> dict[str, Marking]:
    """The markings by class of list that a style sheet in the page counts out itself, as some programs write."""
    sheets = (one.text or "" for one in root.iter() if local_name(one) == "style")
    return {
        found[1]: Marking(_FORMS[found[3]], found[2].lstrip(), found[4].rstrip())
        for sheet in sheets
        for found in _COUNTER.finditer(sheet)
        if found[3] in _FORMS
    }


def marking_of(element: Element, known: Mapping[str, Marking]) -> Marking:
    """How the items of a numbered list are marked."""
    for name in attribute(element, "class").split():
        if name in known:
            return known[name]
    named = _STYLE.search(attribute(element, "style"))
    if named:
        return Marking(_FORMS.get(named[1].lower(), "decimal"))
    return Marking(attribute(element, "type") or "decimal")


def is_unmarked(element: Element) -> bool:
    """Whether a list shows nothing before its items."""
    named = _STYLE.search(attribute(element, "style"))
    return named is not None and named[1].lower() == "none"


def own_label(item: Element) -> Element | None:
    """The element that floats before the words of an item: a label that the page itself has written out."""
    first = item
    for _ in range(3):
        inner = next((one for one in first if local_name(one)), None)
        if inner is None or (first.text or "").strip():
            return None
        if local_name(inner) == "span" and _FLOATS.search(attribute(inner, "style")):
            return inner if len(words_of(inner)) <= _LONGEST_LABEL else None
        first = inner
    return None


def label_words(label: Element) -> str:
    """The words of a label; some programs write each sign of it twice."""
    words = "".join("•" if "\uf000" <= sign <= "\uf0ff" else sign for sign in words_of(label))
    return words[: len(words) // 2] if re.fullmatch(r"([^\w\s])\1", words) else words


def hangs(paragraph: Element) -> bool:
    """Whether the first line of a paragraph begins further left."""
    return _HANGS.search(attribute(paragraph, "style")) is not None


def is_sign(element: Element) -> bool:
    """Whether an element holds one sign of a symbol font, which stands under another letter there."""
    own = (element.text or "").strip()
    if len(own) != 1:
        return False
    style = attribute(element, "style")
    return _SIGN_FONT.search(style) is not None or (own == "o" and _TYPED_FONT.search(style) is not None)


def words_of(element: Element) -> str:
    """The words in an element, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def words_with_links(element: Element, link: str = "") -> Iterator[tuple[str, str]]:
    """The words in an element without those of lists in it, each with the address of the link they stand in."""
    yield element.text or "", link
    for one in element:
        tag = local_name(one)
        if tag and tag not in ("ul", "ol"):
            yield from words_with_links(one, attribute(one, "href") if tag == "a" else link)
        yield one.tail or "", link


def chapters_of(root: Element) -> frozenset[str]:
    """The names by which links in a page lead to its headings."""
    return frozenset(
        name
        for heading in root.iter("h1", "h2", "h3", "h4", "h5", "h6")
        for one in (heading, *heading.iterdescendants())
        for name in (one.get("id"), one.get("name"))
        if name
    )
