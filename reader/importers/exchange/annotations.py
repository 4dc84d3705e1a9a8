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
_MOST_NOTE: Final = 1_000_000  # code points


@dataclass(frozen=True, slots=True)
class Aim:
    """What an annotation is about: a passage of a source, or another annotation.

    `start` and `end` are positions in the text of the source; `digest` is the SHA-256 that its name holds; `id` is the
    passage's own name, if it has one.
    """

    source: str
    title: str
    wanted: Wanted
    start: int | None = None
    end: int | None = None
    id: str = ""

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
    """The annotations in a document: one, a list, a page, or a collection with its pages."""
    waiting = [document]
    while waiting:
        found = waiting.pop()
        if isinstance(found, list):
            waiting += reversed(found)
        elif isinstance(found, dict):
            if "target" in found:
                yield _annotation(found)
            else:
                waiting += reversed([found[key] for key in ("@graph", "first", "items", "next") if key in found])


def _annotation(found: dict[str, Any]) -> Annotation:
    motivations = {_last(one) for one in _words_of(found.get("motivation"))}
    labels: list[str] = []
    notes: list[str] = [one for one in _words_of(found.get("bodyValue")) if one.strip()]
    for body in _several(found.get("body")):
        purposes = {_last(one) for one in _words_of(body.get("purpose"))} if isinstance(body, dict) else set()
        purposes = purposes or motivations & (_TAGGING | {"linking"})
        words = _text_of(body)
        if not words.strip():
            continue
        if purposes & _TAGGING or "linking" in purposes:
            labels.append(one_line(words, 1000))
        else:
            notes.append(words[:_MOST_NOTE])
    creator = next(iter(_several(found.get("creator"))), "")
    if isinstance(creator, dict):
        creator = next((creator[key] for key in ("name", "nickname", "id") if isinstance(creator.get(key), str)), "")
    return Annotation(
        _word(found.get("id") or found.get("@id")),
        "linking" in motivations,
        tuple(dict.fromkeys(labels)),
        tuple(dict.fromkeys(notes)),
        tuple(_aim(one) for one in _several(found.get("target"))),
        one_line(_word(creator)),
        _word(found.get("created")),
        _word(found.get("modified")),
    )


def _aim(target: Any) -> Aim:
    if not isinstance(target, dict):
        return Aim(_word(target), "", Wanted(""))
    source = target.get("source", target.get("id"))
    title = ""
    if isinstance(source, dict):
        title = next((_word(source[key]) for key in ("title", "dcterms:title", "name", "label") if key in source), "")
        source = source.get("id") or source.get("@id")
    quote: dict[str, Any] = {}
    position: dict[str, Any] = {}
    waiting = _several(target.get("selector"))[:100]
    while waiting:
        selector = waiting.pop(0)
        if not isinstance(selector, dict):
            continue
        kind = _last(_word(selector.get("type") or selector.get("@type")))
        if kind == "TextQuoteSelector":
            quote = quote or selector
        elif kind == "TextPositionSelector":
            position = position or selector
        waiting += _several(selector.get("refinedBy"))[:100]
    start, end = _number(position.get("start")), _number(position.get("end"))
    return Aim(
        _word(source),
        one_line(title, 1000),
        Wanted(_word(quote.get("exact")), _word(quote.get("prefix")), _word(quote.get("suffix")), start),
        start,
        end,
        _word(target.get("id")) if "source" in target else "",
    )


def _text_of(body: Any) -> str:
    """The words of a body; the marks of one in HTML are left out."""
    if not isinstance(body, dict):
        return _word(body)
    words = _word(body.get("value", body.get("chars")))
    if body.get("format") == "text/html" and words.strip():
        from reader.domain.errors import ReaderError
        from reader.importers.marked_up_xml import parse_html

        try:
            return "".join(parse_html(words[:_MOST_NOTE], "").itertext()).strip()
        except ReaderError:
            return ""
    return words


def _several(value: Any) -> list[Any]:
    """What JSON-LD gives as one thing or as a list of them."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


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
