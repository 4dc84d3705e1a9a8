"""Where the main text of a web page is, and which elements of a page are never part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.importers.html_lists import words_of
from reader.importers.marked_up_titles import without_site
from reader.importers.marked_up_xml import Element, attribute, local_name

_MAIN_IDS = ("broodtekst", "main-column")  # of the publication site, now and formerly
_MAIN_CLASSES = ("stuk",)
_GENERAL_IDS = frozenset({"content", "main", "main-content", "maincontent", "inhoud", "article"})
_LEAST_SHARE = 0.35  # of the words of the page that the main text has
_NEVER = frozenset({
    "script", "style", "noscript", "template", "nav", "iframe", "object", "embed", "svg", "canvas", "video", "audio",
    "select", "input", "textarea", "label", "dialog", "head", "map", "menu", "datalist", "progress", "meter",
    "noframes", "annotation", "annotation-xml", "rt", "rp",
})  # fmt: skip
_LEADING = frozenset({"a", "nav", "form", "ul"})
_AROUND = frozenset({"header", "footer", "aside"})  # of a page; those of an article belong to it
_CHROME = re.compile(
    r"^(?:.*[-_])?(?:cookie-?(?:banner|bar|notice|melding|popup|wall)|cookies?|consent|breadcrumbs?|broodkruimels?"
    r"|skip-?links?|navigation|navigatie|navbar|menu|sidebar"
    r"|share|sharing|social|verberg|hidden|sr-only|visually-?hidden|screen-?reader(?:-text)?|noprint|no-print|pagination"
    r"|annotation_style_by_filter|note-close|toc-toggle|print-only|actie-lijst|resultaat-navigatie)$",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_CHROME = 0.3  # of the words: an element with more is no menu, whatever its class is called


@dataclass(frozen=True, slots=True)
class Main:
    """The element with the main text of a page, the number of letters in it, and the name of the page."""

    element: Element
    letters: int
    title: str = ""  # what the page is called


def main_text(root: Element) -> Main:
    """Where the main text is: in the body of a page that does not say it."""
    element = _main_element(root)
    name = next((one for one in root.iter() if local_name(one) == "title"), None)
    return Main(element, _length(element), without_site(words_of(name)) if name is not None else "")


def _main_element(root: Element) -> Element:
    body = next((one for one in root.iter() if local_name(one) == "body"), root)
    for wanted in _MAIN_IDS:
        found = next((one for one in body.iter() if attribute(one, "id") == wanted), None)
        if found is not None and _length(found):
            return found
    found = next((one for one in body.iter() if set(attribute(one, "class").split()) & {*_MAIN_CLASSES}), None)
    if found is not None and _length(found):
        return found
    whole = _length(body)
    candidates = [one for one in body.iter() if _is_main(one)]
    return next((one for one in candidates if _length(one) >= _LEAST_SHARE * whole), body)


def is_left_out(element: Element, main: Main) -> bool:
    """Whether an element is no part of the main text: a script, a menu, something hidden."""
    tag = local_name(element)
    if tag in _NEVER:
        return True
    if tag in _AROUND and not _is_of_article(element, main.element):
        return tag != "header" or not _is_head_of_paper(element, main.title)
    if _is_hidden(element):
        return True
    names = f"{attribute(element, 'class')} {attribute(element, 'id')}".split()
    if attribute(element, "role") in ("navigation", "banner", "contentinfo", "search", "dialog", "alertdialog"):
        return True
    return any(map(_CHROME.match, names)) and _length(element) <= _MOST_CHROME * main.letters


def _is_hidden(element: Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _UNSEEN.search(element.get("style") or "") is not None
    )


def _is_main(element: Element) -> bool:
    return (
        local_name(element) in ("main", "article")
        or attribute(element, "role") == "main"
        or attribute(element, "id").lower() in _GENERAL_IDS
    )


def _is_of_article(element: Element, within: Element) -> bool:
    """Whether a header or footer stands in the main text: there it is that of an article, not of the page."""
    if local_name(within) == "body":
        return any(local_name(one) in ("article", "main") for one in element.iterancestors())
    return local_name(element) == "header"


def _is_head_of_paper(header: Element, title: str) -> bool:
    """Whether a header says what the page is called and leads nowhere, so that it is that of its text."""
    names = [words_of(one) for one in header.iter() if local_name(one) == "h1"]
    return bool(title) and names == [title] and not any(local_name(one) in _LEADING for one in header.iter())


def _length(element: Element) -> int:
    """The letters of the words in an element, without those of scripts."""
    total = 0
    for one in element.iter():
        tag = local_name(one)
        if tag and tag not in ("script", "style", "noscript"):
            total += len((one.text or "").strip())
        total += len((one.tail or "").strip()) if one is not element else 0
    return total
