"""The notes of a web page: a short link in the text that leads to an element further on, which is the note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reader.importers.marked_up_xml import Element, attribute, local_name

_MARKER = re.compile(r"^[\[(]?(\d{1,3}|[*†‡]{1,3}|[a-z]{1,3})[\])]?[.:]?$")
_BLOCKS = frozenset({"p", "div", "li", "dd", "dt", "td", "tr", "section", "aside", "blockquote"})
_WHOLE = frozenset({"li", "dd", "aside", "tr", "div"})  # of which all is the note
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "main", "article", "body", "table"})
_REMARK = re.compile(r"#(?:cmnt|_msocom_|_cmnt)\d+$")
_NOTE_STYLE = re.compile(r"note|noot", re.IGNORECASE)
_MOST_PARAGRAPHS = 50  # of a note that stand on their own
_LONGEST = 5000  # code points of a note
_MOST_ELEMENTS = 500
_NUMBER = re.compile(r"^\s*(?:Noot\s*)?[\[(]?(?:\d{1,3}|[*†‡]{1,3}|[a-z]{1,3})[\])]?[.:]?\s*$")


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note: its number, and the element that holds it."""

    number: str
    element: Element
    key: str
    more: tuple[Element, ...] = ()  # its other paragraphs, where these stand on their own


def find_notes(root: Element) -> dict[Element, FoundNote]:
    """The notes by the link that is their marker."""
    targets = _targets(root)
    places = {one: place for place, one in enumerate(root.iter())}
    found: dict[Element, FoundNote] = {}
    taken: dict[Element, str] = {}  # the notes' elements with their numbers
    for link in root.iter():
        address = attribute(link, "href") if local_name(link) == "a" else ""
        if _REMARK.match(address):
            continue
        if not address.startswith("#") or len(address) < 2:
            continue
        marker = _MARKER.match(" ".join("".join(link.itertext()).split()))
        target = targets.get(address[1:])
        if marker is None or target is None or places[target] < places[link]:
            continue
        element = _note_of(target)
        if element is None or taken.get(element, marker[1]) != marker[1] or _holds(element, link):
            continue
        taken[element] = marker[1]
        found[link] = FoundNote(marker[1], element, address, tuple(islice(_more(element), _MOST_PARAGRAPHS)))
    return found


def remarks_of(root: Element) -> dict[Element, Element]:
    """The remarks of readers that a word processor saved with the text, by the links that are their markers."""
    targets = _targets(root)
    remarks: dict[Element, Element] = {}
    for link in root.iter():
        address = attribute(link, "href") if local_name(link) == "a" else ""
        if _REMARK.match(address) and (target := targets.get(address[1:])) is not None:
            element = _note_of(target)
            if element is not None:
                remarks[link] = element
    return remarks


def _more(element: Element) -> Iterator[Element]:
    """The paragraphs behind the first of a note: of the same style for notes, and without a number of their own."""
    style = attribute(element, "class")
    if local_name(element) != "p" or not _NOTE_STYLE.search(style):
        return
    for one in element.itersiblings():
        if not local_name(one):
            continue
        if local_name(one) != "p" or attribute(one, "class") != style or any(attribute(inner, "id") for inner in one):
            return
        if any(attribute(inner, "href") for inner in one.iter() if attribute(inner, "href").startswith("#")):
            return
        yield one


def is_number_of_note(element: Element, number: str) -> bool:
    """Whether an element at the head of a note only repeats its number, or leads back to its marker."""
    words = " ".join("".join(element.itertext()).split())
    if local_name(element) == "a" and attribute(element, "href").startswith("#"):
        return len(words) < 4 or _NUMBER.match(words) is not None
    return len(words) < 8 and words.strip("[]().: ").removeprefix("Noot ").strip() == number


def _targets(root: Element) -> dict[str, Element]:
    targets: dict[str, Element] = {}
    for one in root.iter():
        for name in (attribute(one, "id"), attribute(one, "name") if local_name(one) == "a" else ""):
            if name:
                targets.setdefault(name, one)
    return targets


def _note_of(target: Element) -> Element | None:
    """The element of the note at a target: itself or what it stands in; None for what is no note, as a chapter."""
    element = target
    while element is not None and local_name(element) not in _BLOCKS:
        if local_name(element) in _HEADINGS:
            return None
        element = element.getparent()
    if element is None:
        return None
    parent = element.getparent()
    if (
        local_name(element) == "p"
        and parent is not None
        and local_name(parent) in _WHOLE
        and _begins_with(parent, element)
    ):
        classes = f"{attribute(parent, 'class')} {attribute(parent, 'id')}".lower()
        if local_name(parent) != "div" or re.search(r"noot|note|ftn|fn", classes):
            element = parent
    return element if _is_short(element) else None


def _is_short(element: Element) -> bool:
    """Whether an element has no more in it than a note has."""
    length = 0
    for number, one in enumerate(element.iter()):
        length += len(one.text or "") + len(one.tail or "")
        if number > _MOST_ELEMENTS or length > _LONGEST or local_name(one) in ("h1", "h2", "h3", "h4"):
            return False
    return True


def _begins_with(parent: Element, element: Element) -> bool:
    return next((one for one in _elements(parent)), None) is element and not (parent.text or "").strip()


def _elements(parent: Element) -> Iterator[Element]:
    return (one for one in parent if local_name(one))


def _holds(element: Element, inner: Element) -> bool:
    return any(one is element for one in inner.iterancestors())
