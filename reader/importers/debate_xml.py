"""The importer of the XML of debates from other sources: reports of the Tweede Kamer (VLOS), TEI and Akoma Ntoso.

The first is what the open data of the Tweede Kamer gives of a sitting, the second the corpora of ParlaMint, the third
what many parliaments publish (OASIS Akoma Ntoso 1.0). Only the words that are read are taken, and who says them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from reader import __version__
from reader.domain.dates import session_of
from reader.importers.extracted import Extracted, Progress
from reader.importers.marked_up import (
    Content,
    FileFacts,
    Note,
    PageBreak,
    Part,
    PartKind,
    Run,
    compose,
    plain_text,
    row,
)
from reader.importers.marked_up_left import Left
from reader.importers.marked_up_xml import Element, attribute, children, local_name

_HEAD = 64_000  # bytes in which the first element stands
_FIRST_ELEMENT = re.compile(
    rb"^[^<]{0,40}(?>(?:<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?+>)\s*)*+"
    rb"<(?:[\w-]{1,40}:)?(?:vlosCoreDocument|vergadering|TEI|teiCorpus|akomaNtoso)[\s>]",
    re.DOTALL,
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SITTING = re.compile(r"\d{1,3}")
_YEAR = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4})")


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """Which elements of a sort of file are what. Of one that is `strict`, loose words are no text."""

    body: frozenset[str]  # what the text stands in
    headings: frozenset[str]
    paragraphs: frozenset[str]
    sections: frozenset[str]  # the headings in these are a level deeper
    speakers: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    strict: bool = False


_REPORT = _Vocabulary(
    body=frozenset({"vergadering"}),
    headings=frozenset({"titel"}),
    paragraphs=frozenset({"alineaitem"}),
    sections=frozenset({"activiteit"}),
    skipped=frozenset({"spreker", "zaal"}),
    strict=True,
)
_TEI = _Vocabulary(
    body=frozenset({"text"}),
    headings=frozenset({"head"}),
    paragraphs=frozenset({"p", "seg", "ab", "l", "byline", "docTitle", "signed", "stage", "desc"}),
    sections=frozenset({"div", "div1", "div2", "div3"}),
    items=frozenset({"item"}),
    rows=frozenset({"row"}),
    notes=frozenset({"note"}),
    skipped=frozenset({"teiHeader", "standOff", "fw", "gap", "linkGrp"}),
)
_AKOMA_NTOSO = _Vocabulary(
    body=frozenset({"akomaNtoso"}),
    headings=frozenset({"heading", "docTitle", "subheading"}),
    paragraphs=frozenset({"p", "block", "blockContainer", "summary", "narrative", "scene"}),
    sections=frozenset({"debateSection", "section", "chapter", "part", "title", "article", "questions"}),
    speakers=frozenset({"from"}),
    items=frozenset({"item", "li", "point", "paragraph"}),
    rows=frozenset({"tr"}),
    notes=frozenset({"authorialNote"}),
    skipped=frozenset({"meta"}),
)


@dataclass(frozen=True, slots=True)
class DebateXml:
    """Reports of debates as XML. What such a file says by codes only, such as times and identities, is not text."""

    name: str = f"debate-xml {__version__}"
    media_type: str = "application/xml"

    def accepts(self, head: bytes) -> bool:
        return _FIRST_ELEMENT.match(head[:_HEAD].replace(b"\0", b"")) is not None

    def extract(self, data: bytes, name: str, progress: Progress) -> Extracted:
        """Raises FileDamaged, FileTooLarge or NoText."""
        from reader.importers.marked_up_xml import decoded_xml, parse, repaired

        progress(0.0)
        text, encoding = decoded_xml(data)
        text, twice = repaired(text)
        warnings = (f"{twice} characters were encoded twice and have been repaired.",) if twice else ()
        root = parse(text, name)
        left = Left()
        match local_name(root):
            case "TEI" | "teiCorpus":
                vocabulary, facts = _TEI, _tei_facts(root)
            case "akomaNtoso":
                vocabulary, facts = _AKOMA_NTOSO, _akoma_ntoso_facts(root)
            case _:
                vocabulary, facts = _REPORT, _report_facts(root)
        parts = _Reader(vocabulary, left).parts(root)
        known = {key: value for key, value in facts.items() if value}
        return left.told_in(compose(parts, name, progress, FileFacts(known, {}, encoding, warnings, all_notes=True)))


@dataclass(frozen=True, slots=True)
class _Reader:
    vocabulary: _Vocabulary
    left: Left
    keys: Iterator[int] = field(default_factory=count)

    def parts(self, root: Element) -> Iterator[Part]:
        """The parts of the text, in reading order; a heading that only says the one before again is passed over."""
        said = ""
        bodies = [one for one in root.iter() if local_name(one) in self.vocabulary.body]
        for body in bodies:
            if any(local_name(above) in self.vocabulary.body for above in body.iterancestors()):
                continue
            for part in self._blocks(body, 1):
                words = plain_text(part.content)
                if part.kind == "heading" and words == said:
                    continue
                said = words if part.kind == "heading" else ""
                yield part

    def _blocks(self, element: Element, level: int) -> Iterator[Part]:
        loose: list[Run] = [element.text or ""]
        for name, child in children(element):
            yield from self._flushed(loose)
            yield from self._block(child, name, level)
            loose.append(child.tail or "")
        yield from self._flushed(loose)

    def _block(self, element: Element, name: str, level: int) -> Iterator[Part]:
        known = self.vocabulary
        if name in known.skipped:
            return
        if name in known.headings and not self._holds_blocks(element):
            yield from _part("heading", self._content(element), level)
        elif name in known.speakers or (name in known.notes and attribute(element, "type") == "speaker"):
            yield from _part("heading", self._content(element), level + 1)
        elif name in known.notes:
            yield from _part("text", self._content(element))
        elif name in known.rows:
            part = row([self._content(cell) for _, cell in children(element)], close=False)
            if part is not None:
                yield part
        elif name in known.items and not self._holds_blocks(element):
            yield from _part("list-item", ["– ", *self._content(element)])
        elif name in known.paragraphs and not self._holds_blocks(element):
            yield from _part("text", self._content(element))
        elif name == "pb":
            yield Part("text", [PageBreak(attribute(element, "n") or None)])
        elif name in ("graphic", "img", "figure"):
            self.left.add("image")
        else:
            yield from self._blocks(element, level + (name in known.sections and self._has_heading(element)))

    def _has_heading(self, element: Element) -> bool:
        """Whether the parts of a section stand under a heading of its own parent: then they are a level deeper."""
        parent = element.getparent()
        return parent is not None and any(name in self.vocabulary.headings for name, _ in children(parent))

    def _holds_blocks(self, element: Element) -> bool:
        known = self.vocabulary
        inner = known.headings | known.paragraphs | known.items | known.rows | known.speakers
        found = ((name, child) for name, child in children(element) if name not in known.notes)
        return any(name in inner or self._holds_blocks(child) for name, child in found)

    def _content(self, element: Element) -> Content:
        runs: list[Run] = []
        self._inline(element, runs)
        return _folded(runs)

    def _inline(self, element: Element, runs: list[Run]) -> None:
        runs.append(element.text or "")
        for name, child in children(element):
            if name in self.vocabulary.notes:
                number = attribute(child, "marker") or attribute(child, "n") or "*"
                words = plain_text(self._content(child))
                runs.append(Note(number, (words,) if words else (), f"note {next(self.keys)}"))
            elif name in ("lb", "br", "eol"):
                runs.append("\n")
            elif name == "pb":
                runs.append(PageBreak(attribute(child, "n") or None))
            elif name not in self.vocabulary.skipped:
                self._inline(child, runs)
            if attribute(child, "join") != "right":  # of a corpus by words: no space stands behind this one
                runs.append(child.tail or "")

    def _flushed(self, loose: list[Run]) -> Iterator[Part]:
        content = _folded(loose)
        loose.clear()
        if not self.vocabulary.strict:
            yield from _part("text", content)


def _folded(runs: list[Run]) -> Content:
    """The runs without the line ends and indents of the file; a break that the file marks stays."""
    return [re.sub(r"\s+", " ", run) if isinstance(run, str) and run != "\n" else run for run in runs]


def _part(kind: PartKind, content: Content, level: int = 0) -> Iterator[Part]:
    if plain_text(content):
        yield Part(kind, content, level)


def _report_facts(root: Element) -> dict[str, str]:
    """Of a sitting of the Tweede Kamer: its title, number, day and year."""
    meeting = next((one for one in root.iter() if local_name(one) == "vergadering"), root)
    told = {name: " ".join("".join(child.itertext()).split()) for name, child in reversed(list(children(meeting)))}
    chamber = re.search(r"(Tweede|Eerste) Kamer", f"{attribute(meeting, 'kamer')} {told.get('titel', '')}")
    sitting = _SITTING.fullmatch(told.get("vergaderingnummer", ""))
    return _dated(told.get("datum", "")) | {
        "kind": "handelingen" if attribute(meeting, "soort").lower().startswith("plenair") else "",
        "title": told.get("titel", ""),
        "chamber": f"{chamber[1]} Kamer" if chamber else "",
        "number": sitting[0] if sitting else "",
        **_session(told.get("vergaderjaar", "")),
    }


def _tei_facts(root: Element) -> dict[str, str]:
    """Of a part of a sitting: its first heading or else its title; ParlaMint numbers the sitting and the item in it."""
    header = next((one for one in root.iter() if local_name(one) == "teiHeader"), None)
    if header is None:
        return {}
    heads = [one for one in root.iter() if local_name(one) in ("head", "title")]
    titles = sorted(heads, key=lambda one: local_name(one) != "head")
    days = [one for part in header.iter() if local_name(part) == "setting" for one in part.iter()]
    day = next((attribute(one, "when") for one in days if local_name(one) == "date"), "")
    told = " ".join("".join(one.itertext()) for one in header.iter() if local_name(one) == "title")
    chamber = re.search(r"(Tweede|Eerste) Kamer", told)
    counted = {
        sign: attribute(one, "n")
        for one in header.iter()
        for sign in attribute(one, "ana").split()
        if local_name(one) == "meeting" and _SITTING.fullmatch(attribute(one, "n"))
    }
    sitting = next((number for sign, number in counted.items() if sign.startswith("#parla.meeting")), "")
    item = counted.get("#parla.session", "")
    return _dated(day) | {
        "kind": "handelingen" if any(local_name(one) == "u" for one in root.iter()) else "",
        "title": next((" ".join("".join(one.itertext()).split()) for one in titles), ""),
        "chamber": f"{chamber[1]} Kamer" if chamber else "",
        "number": f"{sitting}-{item}" if sitting and item else sitting,
        "language": _language(attribute(root, "lang")),
    }


def _akoma_ntoso_facts(root: Element) -> dict[str, str]:
    work = next((one for one in root.iter() if local_name(one) == "FRBRWork"), None)
    day = (
        "" if work is None else next((attribute(one, "date") for name, one in children(work) if name == "FRBRdate"), "")
    )
    title = next(
        (" ".join("".join(one.itertext()).split()) for one in root.iter() if local_name(one) == "docTitle"), ""
    )
    language = next((attribute(one, "language") for one in root.iter() if local_name(one) == "FRBRlanguage"), "")
    is_debate = any(local_name(one) == "debate" for one in root.iter())
    return _dated(day) | {
        "kind": "handelingen" if is_debate else "",
        "title": title,
        "language": _language(
            {"nld": "nl", "dut": "nl", "eng": "en", "fra": "fr", "deu": "de"}.get(language, language)
        ),
    }


def _dated(words: str) -> dict[str, str]:
    day = _DAY.match(words)
    return {"date": day[0], "session": session_of(day[0]) or ""} if day else {}


def _session(words: str) -> dict[str, str]:
    match = _YEAR.search(words)
    return {"session": f"{match[1]}-{match[2]}"} if match else {}


def _language(words: str) -> str:
    return words if re.fullmatch(r"[a-z]{2}(?:-[A-Z]{2})?", words) else ""
