"""The marks of one text: which passages are highlighted, labelled and linked, in which lane, and where shown."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from reader.domain.changes import ChangeSet
from reader.domain.model import Document, Highlight, Link, Span, Tag, Tagging, by_uid
from reader.edit.lookup import Lookup
from reader.models.lanes import Key, Lanes
from reader.text.reading import ReadingText

_OUT_OF_FLOW = ("footnote", "pull-quote", "page-furniture")
MANY = 300  # passages that one act changes: from here on the lanes of all are worked out anew, which is quicker


@dataclass(frozen=True, slots=True)
class Run:
    """The part of a highlight in one paragraph: code points of the paragraph; whether its true ends are here.

    Label `tags[i]` has lane `lanes[i]`; a highlight without labels has one lane and no tag, a bare link end neither.
    """

    highlight: Highlight
    start: int
    end: int
    begins: bool
    ends: bool
    tags: tuple[Tag, ...]
    lanes: tuple[int, ...]
    links: int


class DocumentMarks(QObject):
    """The marks of a text of a paper, built from a project and kept up to date from the acts of the user.

    With `follows` it is the text that the paper shows, also when that becomes another version; else it stays with the
    version that `document` names.
    `changed` carries the source spans whose look is different, or None when everything may be.
    """

    changed = Signal(object)

    def __init__(
        self, lookup: Lookup, document: Document, *, follows: bool = True, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lookup, self._follows = lookup, follows
        self._document = document
        self._runs: WeakKeyDictionary[ReadingText, dict[int, list[Run]]] = WeakKeyDictionary()
        self._load()

    # what there is

    @property
    def document(self) -> Document:
        return self._document

    def __len__(self) -> int:
        return len(self._highlights)

    def highlight(self, uid: str) -> Highlight | None:
        """The highlight with this uid, None when it is not in this text."""
        return self._highlights.get(uid)

    def highlights(self) -> list[Highlight]:
        """All highlights and bare link ends, in order of start, longer first."""
        return [self._highlights[uid] for _, _, uid in self._lanes.order]

    def highlights_at(self, offset: int) -> list[Highlight]:
        """The highlights (no bare link ends) over the character at source `offset`, in order of start, longer first."""
        return self.highlights_over(Span(offset, offset + 1))

    def highlights_over(self, span: Span) -> list[Highlight]:
        """The highlights (no bare link ends) that overlap source `span`, in order of start, longer first."""
        over = (self._highlights[uid] for _, _, uid in self._lanes.over(span.start, span.end))
        return [highlight for highlight in over if highlight.kind == "highlight"]

    def highlight_with(self, span: Span) -> Highlight | None:
        """The highlight with exactly this span; a bare link end when there is only that."""
        found = [self._highlights[uid] for _, _, uid in self._keys_at(span)]
        return min(found, key=lambda highlight: highlight.kind == "anchor", default=None)

    def next_highlight(self, span: Span) -> Highlight | None:
        """The first highlight behind `span` in order of start, longer first."""
        order = self._lanes.order
        for place in range(bisect_right(order, (span.start, -span.end, "~")), len(order)):
            highlight = self._highlights[order[place][2]]
            if highlight.kind == "highlight":
                return highlight
        return None

    def previous_highlight(self, span: Span) -> Highlight | None:
        """The last highlight before `span` in order of start, longer first."""
        order = self._lanes.order
        for place in range(bisect_left(order, (span.start, -span.end, "")) - 1, -1, -1):
            highlight = self._highlights[order[place][2]]
            if highlight.kind == "highlight":
                return highlight
        return None

    def tags_of(self, uid: str) -> tuple[Tag, ...]:
        """The labels of a highlight, in the order in which they were given."""
        return tuple(self._tags[tag_uid] for tag_uid in self._tag_uids.get(uid, ()) if tag_uid in self._tags)

    def starts_and_hues(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        """Start and hue of the first label (0: none) of the highlights that start in source low:high, in order."""
        order, highlights, tags, given = self._lanes.order, self._highlights, self._tags, self._tag_uids
        for place in range(bisect_left(order, (low, -sys.maxsize, "")), len(order)):
            start, _, uid = order[place]
            if start >= high:
                break
            if highlights[uid].kind == "highlight":
                mine = given.get(uid)
                tag = tags.get(next(iter(mine))) if mine else None
                yield start, tag.hue if tag is not None else 0

    def links(self) -> list[Link]:
        """The links with at least one end in this text."""
        return list(self._links.values())

    def links_of(self, uid: str) -> list[Link]:
        """The links from or to a highlight."""
        return [self._links[link_uid] for link_uid in self._link_uids.get(uid, ())]

    def link_ends(self) -> dict[str, Highlight]:
        """The linked passages of this text by uid."""
        return {
            uid: self._highlights[uid] for uid, links in self._link_uids.items() if links and uid in self._highlights
        }

    def marks_in(self, reading: ReadingText, paragraph: int) -> list[Run]:
        """What is marked in a paragraph of a reading text, in order of start, longer first."""
        runs = self._runs.get(reading)
        if runs is None:
            runs = self._runs[reading] = {}
        found = runs.get(paragraph)
        if found is None:
            found = runs[paragraph] = self._make_runs(reading, paragraph)
        return found

    # what changes

    def apply(self, change_set: ChangeSet) -> None:
        """Take over an act that was applied to the project, and tell what looks different."""
        if self._text_changes(change_set):
            return
        spans: list[Span] = []
        for change in change_set.of(Tag):
            if isinstance(change.after, Tag):
                self._tags[change.after.uid] = change.after
            else:
                self._tags.pop(change.entity.uid, None)
        renewed: set[str] = set()  # highlights whose lanes must be worked out, also those that are gone
        for change in change_set.of(Highlight):
            self._change_highlight(change.before, change.after, spans, renewed)
        for change in change_set.of(Tagging):
            self._change_tagging(change.before, change.after, renewed)
        for change in change_set.of(Link):
            for link in (change.before, change.after):
                if isinstance(link, Link):
                    spans += self._change_link(link, gone=link is not change.after)
        if len(renewed) > MANY:
            self._lanes = self._all_lanes()
        else:
            spans += [self._highlights[uid].span for uid in self._lanes_of(renewed) if uid in self._highlights]
        if change_set.touches(Tag) or len(spans) > MANY:
            self._runs.clear()
            self.changed.emit(None)
        elif spans:
            for reading, runs in self._runs.items():
                for paragraph in touched_paragraphs(reading, spans, runs):
                    del runs[paragraph]
            self.changed.emit(spans)

    def _text_changes(self, change_set: ChangeSet) -> bool:
        """Whether the paper shows another text now, or a passage went to another one: then everything is read anew."""
        mine, is_other = self._document, False
        for change in (*change_set.of(Document), *change_set.of(Highlight)):
            before, after = change.before, change.after
            if isinstance(before, Document) and isinstance(after, Document) and after.uid == mine.uid:
                is_other |= before.text_uid != after.text_uid
                self._document = after if self._follows else replace(after, text_uid=mine.text_uid)
            elif isinstance(before, Highlight) and isinstance(after, Highlight) and after.document_uid == mine.uid:
                is_other |= before.text_uid != after.text_uid
        if is_other:
            self._load()
            self.changed.emit(None)
        return is_other

    def _change_highlight(self, before: object, after: object, spans: list[Span], renewed: set[str]) -> None:
        if isinstance(before, Highlight) and before.uid in self._highlights:
            spans.append(before.span)
            if not (isinstance(after, Highlight) and after.text_uid == self._document.text_uid):
                del self._highlights[before.uid]
                self._tag_uids.pop(before.uid, None)
                renewed.add(before.uid)
        if isinstance(after, Highlight) and after.text_uid == self._document.text_uid:
            spans.append(after.span)
            self._highlights[after.uid] = after
            renewed.add(after.uid)

    def _change_tagging(self, before: object, after: object, renewed: set[str]) -> None:
        for tagging, gone in ((before, True), (after, False)):
            if isinstance(tagging, Tagging) and tagging.highlight_uid in self._highlights:
                given = self._tag_uids.setdefault(tagging.highlight_uid, {})
                if gone:
                    given.pop(tagging.tag_uid, None)
                else:
                    given[tagging.tag_uid] = tagging.created_at
                    self._tag_uids[tagging.highlight_uid] = _in_order(given)
                renewed.add(tagging.highlight_uid)

    def _change_link(self, link: Link, *, gone: bool) -> list[Span]:
        spans: list[Span] = []
        for uid in {link.source_uid, link.target_uid}:
            known = self._link_uids.setdefault(uid, {})
            known.pop(link.uid, None)
            if uid in self._highlights:
                spans.append(self._highlights[uid].span)
                if not gone:
                    known[link.uid] = None
            if not known:
                del self._link_uids[uid]
        if gone or not spans:
            self._links.pop(link.uid, None)
        else:
            self._links[link.uid] = link
        return spans

    # building

    def _load(self) -> None:
        lookup, document = self._lookup, self._document
        self._highlights = by_uid(
            highlight for highlight in lookup.highlights(document.uid) if highlight.text_uid == document.text_uid
        )
        self._tags = by_uid(lookup.tags())
        self._tag_uids: dict[str, dict[str, str]] = {}
        for tagging in lookup.taggings(document_uid=document.uid):
            self._tag_uids.setdefault(tagging.highlight_uid, {})[tagging.tag_uid] = tagging.created_at
        for uid, given in self._tag_uids.items():
            if len(given) > 1:
                self._tag_uids[uid] = _in_order(given)
        self._links = by_uid(lookup.links(document_uid=document.uid))
        self._link_uids: dict[str, dict[str, None]] = {}
        for link in self._links.values():
            for uid in (link.source_uid, link.target_uid):
                if uid in self._highlights:
                    self._link_uids.setdefault(uid, {})[link.uid] = None
        self._lanes = self._all_lanes()
        self._runs.clear()

    def _all_lanes(self) -> Lanes:
        return Lanes(
            (uid, highlight.start, highlight.end, self._needs(highlight)) for uid, highlight in self._highlights.items()
        )

    def _lanes_of(self, renewed: set[str]) -> Iterator[str]:
        """Work out the lanes of these anew, where they are still there. Gives whose lanes became different."""
        for uid in sorted(renewed):
            highlight = self._highlights.get(uid)
            if highlight is not None:
                yield from self._lanes.put(uid, highlight.start, highlight.end, self._needs(highlight))
            elif uid in self._lanes:
                yield from self._lanes.drop(uid)

    def _needs(self, highlight: Highlight) -> int:
        if highlight.kind == "anchor":
            return 0
        given = self._tag_uids.get(highlight.uid)
        return len(given) if given else 1

    def _keys_at(self, span: Span) -> Iterable[Key]:
        order = self._lanes.order
        for place in range(bisect_left(order, (span.start, -span.end, "")), len(order)):
            if order[place][:2] != (span.start, -span.end):
                break
            yield order[place]

    def _make_runs(self, reading: ReadingText, paragraph: int) -> list[Run]:
        first, last = reading.paragraph_start(paragraph), reading.paragraph_end(paragraph)
        source_start, source_end = reading.source_offset(first), reading.source_offset(last)
        apart = reading.kind(paragraph) in _OUT_OF_FLOW
        runs: list[Run] = []
        for start, minus_end, uid in self._lanes.over(source_start, source_end):
            end = -minus_end
            if apart and start < source_start and end > source_end:
                continue  # a note, pull quote or foot of a page inside a passage of running text is no part of it
            part = Span(max(start, source_start), min(end, source_end))
            for low, high in reading.shown_ranges(part):
                if first <= low <= last:
                    runs.append(self._run(reading, uid, (start, end), (low - first, high - first), paragraph))
        return runs

    def _run(
        self, reading: ReadingText, uid: str, source: tuple[int, int], shown: tuple[int, int], paragraph: int
    ) -> Run:
        first, last = reading.paragraph_start(paragraph), reading.paragraph_end(paragraph)
        begins = shown[0] > 0 or reading.reading_offset(source[0]) >= first
        following = last + 1
        ends = shown[1] < last - first or source[1] <= reading.source_offset(last)
        if not ends and following < len(reading.text):
            ends = source[1] <= reading.source_offset(following)
        highlight = self._highlights[uid]
        links = len(self._link_uids.get(uid, ()))
        return Run(highlight, *shown, begins, ends, self.tags_of(uid), self._lanes.of(uid), links)


def touched_paragraphs(reading: ReadingText, spans: list[Span], among: Iterable[int]) -> list[int]:
    """The paragraphs in `among` that one of the source `spans` may touch."""
    ranges: set[tuple[int, int]] = set()
    for span in spans:
        first = reading.paragraph_at(reading.reading_offset(span.start))
        last = reading.paragraph_at(reading.reading_offset(max(span.start, span.end - 1)))
        ranges.add((min(first, last), max(first, last)))
    return [number for number in among if any(first <= number <= last for first, last in ranges)]


def _in_order(given: dict[str, str]) -> dict[str, str]:
    """The labels in the order in which they were given."""
    return dict(sorted(given.items(), key=lambda item: (item[1], item[0])))
