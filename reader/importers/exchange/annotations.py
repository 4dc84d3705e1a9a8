"""The parts of W3C Web Annotations: what an annotation in JSON-LD says, in one form whatever its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from reader.importers.exchange.exchanged import one_line
from reader.importers.exchange.quotes import Wanted

_DIGEST: Final = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_TAGGING: Final = frozenset({"tagging", "classifying", "identifying"})
_HOLDERS: Final = ("@graph", "first", "items", "next", "rows", "annotations")  # the last two: Hypothesis
_MOST_NOTE: Final = 1_000_000  # code points
_MOST: Final = 100  # bodies, targets, or selectors of one thing


@dataclass(frozen=True, slots=True)
class Aim:
    """What an annotation is about: a passage of a source, or another annotation.

    `start` and `end` are positions in the text of the source; `digest` is the SHA-256 that its name holds; `id` is the
    passage's own name, if it has one. `is_whole`: no passage is meant, but the whole source.
    """

    source: str
    title: str
    wanted: Wanted
    start: int | None = None
    end: int | None = None
    id: str = ""
    is_whole: bool = False

    @property
    def digest(self) -> str:
        match = _DIGEST.search(self.source.lower())
        return match[0] if match else ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation. `labels` are the words it tags with, `notes` what it remarks."""

    id: str
    is_link: bool
    labels: tuple[str, ...]
    notes: tuple[str, ...]
    aims: tuple[Aim, ...]
    creator: str
    created: str
    modified: str


def annotations_in(document: Any) -> Iterator[Annotation]:
    """The annotations in a document: one, a list, a page, a collection with its pages, or what Hypothesis writes."""
    waiting = [document]
    while waiting:
        found = waiting.pop()
        if isinstance(found, list):
            waiting += reversed(found)
        elif isinstance(found, dict):
            if "target" in found:
                yield _annotation(found)
            else:
                waiting += reversed([found[key] for key in _HOLDERS if key in found])


def _annotation(found: dict[str, Any]) -> Annotation:
    motivations = {_last(one) for one in _words_of(found.get("motivation"))}
    labels = _words_of(found.get("tags"))  # of Hypothesis, as are "text", "user" and "updated" below
    notes = [one for one in (*_words_of(found.get("bodyValue")), *_words_of(found.get("text"))) if one.strip()]
    for body in _members(found.get("body")):
        purposes = {_last(one) for one in _words_of(body.get("purpose"))} if isinstance(body, dict) else set()
        purposes = purposes or motivations & (_TAGGING | {"linking"})
        words = _text_of(body)
        if not words.strip():
            continue
        if purposes & _TAGGING or "linking" in purposes:
            labels.append(words)
        else:
            notes.append(words[:_MOST_NOTE])
    return Annotation(
        _word(found.get("id") or found.get("@id")),
        "linking" in motivations,
        tuple(dict.fromkeys(filter(None, (one_line(label, 1000) for label in labels)))),
        tuple(dict.fromkeys(notes)),
        tuple(_aim(one) for one in _members(found.get("target"))),
        one_line(_creator(found)),
        _word(found.get("created")),
        _word(found.get("modified") or found.get("updated")),
    )


def _creator(found: dict[str, Any]) -> str:
    creator = next(iter(_several(found.get("creator"))), "")
    if isinstance(creator, dict):
        creator = next((creator[key] for key in ("name", "nickname", "id") if isinstance(creator.get(key), str)), "")
    return _word(creator) or _word(found.get("user")).removeprefix("acct:").partition("@")[0]


def _aim(target: Any) -> Aim:
    if not isinstance(target, dict):
        return Aim(_word(target), "", Wanted(""), is_whole="#" not in _word(target))
    source = next(iter(_several(target.get("source", target.get("id")))), "")
    title = ""
    if isinstance(source, dict):
        title = next((_word(source[key]) for key in ("title", "dcterms:title", "name", "label") if key in source), "")
        source = source.get("id") or source.get("@id")
    quote: dict[str, Any] = {}
    position: dict[str, Any] = {}
    waiting = _several(target.get("selector"))[:_MOST]
    for selector in waiting:  # grows
        if not isinstance(selector, dict):
            continue
        kinds = {_last(one) for one in _words_of(selector.get("type", selector.get("@type")))}
        if "TextQuoteSelector" in kinds:
            quote = quote or selector
        elif "TextPositionSelector" in kinds:
            position = position or selector
        inner = (*_several(selector.get("refinedBy")), *_several(selector.get("items")))  # items: of a Choice
        waiting += inner[: max(0, _MOST - len(waiting))]
    start, end = _number(position.get("start")), _number(position.get("end"))
    return Aim(
        _word(source),
        one_line(title, 1000),
        Wanted(_word(quote.get("exact")), _word(quote.get("prefix")), _word(quote.get("suffix")), start),
        start,
        end,
        _word(target.get("id")) if "source" in target else "",
        not target.get("selector"),
    )


def _text_of(body: Any) -> str:
    """The words of a body without the marks of HTML; what stands elsewhere is called by its name or address."""
    if not isinstance(body, dict):
        return _word(body)
    words = next((_plain(body[key]) for key in ("value", "chars", "rdf:value") if _plain(body.get(key)).strip()), "")
    if body.get("format") == "text/html" and words:
        from reader.domain.errors import ReaderError
        from reader.importers.marked_up_xml import parse_html

        try:
            return "".join(parse_html(words[:_MOST_NOTE], "").itertext()).strip()
        except ReaderError:
            return ""
    if not words:
        things = (body, *(one if isinstance(one, dict) else {"id": one} for one in _several(body.get("source"))))
        words = next((_plain(one[key]) for key in ("label", "name", "title") for one in things if key in one), "")
        words = words or next((_word(one.get("id")) for one in reversed(things) if one.get("id")), "")
    return words


def _plain(value: Any) -> str:
    """A string, also one that is given with its language."""
    first = next(iter(_several(value)), "")
    return _word(first.get("@value") if isinstance(first, dict) else first)


def _members(value: Any) -> list[Any]:
    """What is given as one thing, as a list, or as a set of things; the first of a choice."""
    found: list[Any] = []
    for one in _several(value)[:_MOST]:
        items = _several(one.get("items")) if isinstance(one, dict) and "source" not in one else []
        chosen = items[:1] if items and "Choice" in _words_of(one.get("type")) else items[:_MOST]
        found += chosen or [one]
    return found


def _several(value: Any) -> list[Any]:
    """What JSON-LD gives as one thing or as a list of them."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _words_of(value: Any) -> list[str]:
    return [one for one in _several(value) if isinstance(one, str)]


def _word(value: Any) -> str:
    """A string that can be kept; nothing for anything else."""
    return value.encode("utf-8", "ignore").decode("utf-8").replace("\0", "") if isinstance(value, str) else ""


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _last(name: str) -> str:
    """The name of a term without its vocabulary: "oa:tagging" is "tagging"."""
    return re.split(r"[:/#]", name)[-1]
