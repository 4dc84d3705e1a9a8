"""The marked passages of a project as a list: filtered, in reading order or grouped, some picked for an export."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QObject, Qt, Signal

from reader.domain.changes import ChangeSet
from reader.domain.model import Document, Highlight, Link, Tag, Tagging, by_uid
from reader.exporters.collecting import ExcerptFilter, labels_of, with_descendants
from reader.models.excerpt_rows import ExcerptRole, ExcerptRow, HeadRow, PassageWords, spoken
from reader.models.keyed_tree import NO_INDEX, AnyIndex, runs
from reader.models.session import Session

Arrangement = Literal["place", "document", "label"]
ARRANGEMENTS: tuple[Arrangement, ...] = ("place", "document", "label")
MANY = 100  # rows that look different: from here on the views are told of one stretch that holds them all


_Key = tuple[str, str]  # the group it stands in ("" without groups), and the highlight's uid ("" for the head)


class ExcerptsModel(QAbstractListModel):
    """The excerpts that pass the filter. It follows the session; one act changes only the rows it touches."""

    counted = Signal()  # the number of excerpts, shown or picked, may have changed

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filter = ExcerptFilter()
        self._arrangement: Arrangement = "place"
        self._keys: list[_Key] = []
        self._heads: dict[str, HeadRow] = {}
        self._leaving: dict[str, Highlight] = {}
        self._order: list[Highlight] = []
        self._extents: list[tuple[str, int]] | None = None
        self._picked: set[str] = set()
        self._words = PassageWords(session)
        self._highlights: dict[str, Highlight] = {}
        self._loaded = False
        self._total: int | None = None  # kept until the excerpts are read
        session.changed.connect(self._on_changed)

    # -- what is shown -------------------------------------------------------------------------------------------------

    @property
    def is_loaded(self) -> bool:
        """Whether the excerpts have been read from the project."""
        return self._loaded

    @property
    def filter(self) -> ExcerptFilter:
        return self._filter

    @property
    def arrangement(self) -> Arrangement:
        return self._arrangement

    def set_filter(self, wanted: ExcerptFilter) -> None:
        """Show only the excerpts that pass."""
        if wanted != self._filter:
            self._filter = wanted
            if self._loaded:
                self._settle()
                self.counted.emit()

    def arrange(self, arrangement: Arrangement) -> None:
        """Show them in reading order, or grouped by document or by label (then once under each of its labels)."""
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            if self._loaded:
                self._settle(anew=True)

    def total(self) -> int:
        """The number of excerpts in the project."""
        if self._loaded:
            return len(self._highlights)
        if self._total is None:
            self._total = sum(self._session.project.counts().of_documents.values())
        return self._total

    def shown(self) -> list[str]:
        """The uids of the excerpts that are shown, each once, from top to bottom."""
        return list(dict.fromkeys(uid for _group, uid in self._keys if uid))

    def picked(self) -> list[str]:
        """The uids of the excerpts picked for export, in reading order; also those the filter hides."""
        return [highlight.uid for highlight in self._order if highlight.uid in self._picked]

    def picked_count(self) -> int:
        """How many excerpts are picked."""
        return len(self._picked)

    def pick(self, uids: Iterable[str], on: bool = True) -> None:
        """Tick or untick the boxes of excerpts."""
        uids = set(uids) & self._highlights.keys()
        self._picked = self._picked | uids if on else self._picked - uids
        self._tell(uids)
        self.counted.emit()

    def is_picked(self, uid: str) -> bool:
        """Whether an excerpt is picked for export."""
        return uid in self._picked

    def uid_at(self, row: int) -> str:
        """The uid of the excerpt in a row, an empty string for a head."""
        return self._keys[row][1]

    def extents(self) -> list[tuple[str, int]]:
        """For each row the uid and the length of its passage in the source (code points); ("", 0) for a head."""
        if self._extents is None:
            ends = self._highlights | self._leaving
            self._extents = [(uid, ends[uid].end - ends[uid].start if uid else 0) for _group, uid in self._keys]
        return self._extents

    def row_of(self, uid: str) -> int:
        """The first row with this excerpt, -1 when it is not shown."""
        return next((row for row, key in enumerate(self._keys) if key[1] == uid), -1)

    def row(self, number: int) -> ExcerptRow | HeadRow:
        """What a row shows; its quote is taken from the text now if it was not before."""
        group, uid = self._keys[number]
        if not uid:
            return self._heads[group]
        highlight = self._highlights.get(uid)
        if highlight is None:  # a view may still ask while the row is being removed; its text may be gone already
            return ExcerptRow(self._leaving[uid], (), " ".join(self._leaving[uid].quote.split()), "", 0)
        labels = [self._labels[tag] for tag in self._tags_on[uid] if tag in self._labels]
        labels.sort(key=lambda label: label.rank)
        place = self._words.place(highlight, self._documents[highlight.document_uid])
        return ExcerptRow(highlight, tuple(labels), self.quote(uid), place, len(self._links_on[uid]))

    def quote(self, uid: str) -> str:
        """The words of an excerpt as read, paragraphs parted by a space."""
        return self._words.quote(self._highlights[uid])

    # -- what Qt asks --------------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        _group, uid = self._keys[index.row()]
        if role == ExcerptRole.UID:
            return uid
        if role == Qt.ItemDataRole.CheckStateRole:
            if not uid:
                return None
            return Qt.CheckState.Checked if uid in self._picked else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, ExcerptRole.ROW):
            row = self.row(index.row())
            if role == ExcerptRole.ROW:
                return row
            if isinstance(row, HeadRow):
                return row.title
            return row.quote if role == Qt.ItemDataRole.DisplayRole else spoken(row)
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or not self._keys[index.row()][1]:
            return False
        self.pick([self._keys[index.row()][1]], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        if not self._keys[index.row()][1]:
            return flag.ItemIsEnabled | flag.ItemNeverHasChildren
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable | flag.ItemNeverHasChildren

    # -- the project ---------------------------------------------------------------------------------------------------

    def load(self) -> None:
        """Read the excerpts from the project; before this there is only the total. Does nothing the second time."""
        if self._loaded:
            return
        self.beginResetModel()
        self._loaded = True
        project = self._session.project
        self._documents = by_uid(project.documents())
        self._highlights = {one.uid: one for one in project.highlights() if one.kind == "highlight"}
        self._tags = project.tags()
        self._labels = labels_of(self._tags)
        self._tags_on: defaultdict[str, set[str]] = defaultdict(set)
        for tagging in project.taggings():
            self._tags_on[tagging.highlight_uid].add(tagging.tag_uid)
        self._links_on: defaultdict[str, set[str]] = defaultdict(set)
        for link in project.links():
            self._links_on[link.source_uid].add(link.uid)
            self._links_on[link.target_uid].add(link.uid)
        self._order = self._in_order()
        self._keys, self._heads = self._wanted()
        self._extents = None
        self.endResetModel()
        self.counted.emit()

    def _on_changed(self, change_set: ChangeSet) -> None:
        if not change_set.touches(Document, Highlight, Tag, Tagging, Link):
            return
        if not self._loaded:
            if self._total is not None:  # asked for after every act, and counting takes ms in a large project
                self._total += sum(
                    _counts(change.after) - _counts(change.before) for change in change_set.of(Highlight)
                )
            self.counted.emit()
            return
        touched: set[str] = set()
        if change_set.touches(Document):
            before, self._documents = self._documents, by_uid(self._session.project.documents())
            differing = {uid for uid, document in self._documents.items() if before.get(uid) != document}
            touched |= {one.uid for one in self._highlights.values() if one.document_uid in differing}
            for uid in touched:
                self._words.forget(uid)
        if change_set.touches(Tag):
            self._tags = self._session.project.tags()
            labels, self._labels = self._labels, labels_of(self._tags)
            differing = {uid for uid, label in self._labels.items() if labels.get(uid) != label}
            touched |= {uid for uid, tags in self._tags_on.items() if not tags.isdisjoint(differing)}
        for change in change_set.changes:
            touched |= self._take(change.before, change.after)
        if change_set.touches(Document, Highlight):
            self._order = self._in_order()
        self._settle()
        self._leaving.clear()
        self._tell(touched)
        self.counted.emit()

    def _take(self, before: object, after: object) -> set[str]:
        """Hold one changed entity; gives the uids of the highlights that may look different now."""
        entity = after or before
        if isinstance(entity, Highlight):
            if not isinstance(before, Highlight) or not isinstance(after, Highlight) or before.span != after.span:
                self._words.forget(entity.uid)
            if isinstance(after, Highlight) and after.kind == "highlight":
                self._highlights[after.uid] = after
            else:
                if entity.uid in self._highlights:
                    self._leaving[entity.uid] = self._highlights.pop(entity.uid)
                self._picked.discard(entity.uid)
            return {entity.uid}
        if isinstance(entity, Tagging):
            tags = self._tags_on[entity.highlight_uid]
            (tags.add if after is not None else tags.discard)(entity.tag_uid)
            return {entity.highlight_uid}
        ends: set[str] = set()
        for link, present in ((before, False), (after, True)):
            if isinstance(link, Link):
                for end in (link.source_uid, link.target_uid):
                    (self._links_on[end].add if present else self._links_on[end].discard)(link.uid)
                    ends.add(end)
        return ends

    # -- rows ----------------------------------------------------------------------------------------------------------

    def _in_order(self) -> list[Highlight]:
        rank = {uid: number for number, uid in enumerate(self._documents)}
        known = (one for one in self._highlights.values() if one.document_uid in rank)
        return sorted(known, key=lambda one: (rank[one.document_uid], one.start, one.end, one.uid))

    def _passes(self, highlight: Highlight, tags: set[str], words: list[str]) -> bool:
        wanted = self._filter
        if wanted.documents and highlight.document_uid not in wanted.documents:
            return False
        if wanted.tags and self._tags_on[highlight.uid].isdisjoint(tags):
            return False
        if wanted.has_note not in (None, bool(highlight.note.strip())):
            return False
        if wanted.has_link not in (None, bool(self._links_on[highlight.uid])):
            return False
        if not words:
            return True
        names = (self._labels[tag].name for tag in self._tags_on[highlight.uid])
        text = "\n".join((self.quote(highlight.uid), highlight.note, *names)).casefold()
        return all(word in text for word in words)

    def _wanted(self) -> tuple[list[_Key], dict[str, HeadRow]]:
        """The rows that the filter and the arrangement ask for, and the heads of their groups."""
        tags = with_descendants(self._tags, self._filter.tags)
        words = self._filter.text.casefold().split()
        passing = self._order
        if self._filter != ExcerptFilter():
            passing = [one for one in self._order if self._passes(one, tags, words)]
        if self._arrangement == "place":
            return [("", one.uid) for one in passing], {}
        heads: dict[str, HeadRow] = {}
        groups: dict[str, list[str]] = {}
        if self._arrangement == "document":
            for one in passing:
                groups.setdefault(one.document_uid, []).append(one.uid)
            heads = {uid: HeadRow(self._documents[uid].title, len(found)) for uid, found in groups.items()}
        else:
            groups = {label.uid: [] for label in self._labels.values() if not tags or label.uid in tags}
            groups[""] = []
            for one in passing:
                mine = self._tags_on[one.uid]
                for uid in mine or ("",):
                    if uid in groups:
                        groups[uid].append(one.uid)
            groups = {uid: found for uid, found in groups.items() if found}
            for uid, found in groups.items():
                label = self._labels.get(uid)
                title = label.name if label is not None else self.tr("Without a label")
                heads[uid] = HeadRow(title, len(found), label)
        return [(group, uid) for group, found in groups.items() for uid in ("", *found)], heads

    def _settle(self, *, anew: bool = False) -> None:
        """Go to the wanted rows: remove and insert stretches, and start anew where the order changed."""
        wanted, heads = self._wanted()
        before, self._heads = self._heads, self._heads | heads  # while rows go, their heads are still asked for
        kept, now = set(wanted), set(self._keys)
        if wanted == self._keys:
            self._tell_heads(before)
        elif anew or [key for key in self._keys if key in kept] != [key for key in wanted if key in now]:
            self.beginResetModel()
            self._keys, self._extents = wanted, None
            self.endResetModel()
        else:
            for first, last in reversed(runs(key not in kept for key in self._keys)):
                self.beginRemoveRows(NO_INDEX, first, last)
                del self._keys[first : last + 1]
                self._extents = None
                self.endRemoveRows()
            for first, last in runs(key not in now for key in wanted):
                self.beginInsertRows(NO_INDEX, first, last)
                self._keys[first:first] = wanted[first : last + 1]
                self._extents = None
                self.endInsertRows()
            self._tell_heads(before)
        self._heads = heads

    def _tell_heads(self, before: dict[str, HeadRow]) -> None:
        """Say which heads changed."""
        for number, (group, uid) in enumerate(self._keys):
            if not uid and before.get(group) not in (None, self._heads[group]):
                self._tell_row(number)

    def _tell(self, uids: set[str]) -> None:
        rows = [number for number, key in enumerate(self._keys) if key[1] in uids] if uids else []
        if len(rows) > MANY:  # each telling costs more than looking at a row that is as it was
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], 0))
            return
        for number in rows:
            self._tell_row(number)

    def _tell_row(self, number: int) -> None:
        index = self.index(number, 0)
        self.dataChanged.emit(index, index)


def _counts(entity: object) -> bool:
    return isinstance(entity, Highlight) and entity.kind == "highlight"
