"""The papers of a project as a tree: grouped by dossier, kind or year, filtered, with the panes that hold each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any, Literal

from PySide6.QtCore import QByteArray, QCoreApplication, QLocale, QMimeData, QModelIndex, QObject, Qt

from reader.domain.changes import ChangeSet
from reader.domain.citation import Language, date_words, dossier_words
from reader.domain.model import Document
from reader.edit.documents import edit_document
from reader.exporters.words import counted
from reader.models.keyed_tree import AnyIndex, Branch, KeyedTree
from reader.models.session import Session

DOCUMENT_MIME = "application/x-vindplaats-document"
Grouping = Literal["dossier", "kind", "date"]
GROUPINGS: tuple[Grouping, ...] = ("dossier", "kind", "date")

_ICONS = (
    ("overleg", "message-square-text"),
    ("brief", "mail"),
    ("ngo", "megaphone"),
    ("vragen", "file-question-mark"),
    ("aanhangsel", "file-question-mark"),
    ("handelingen", "book-open"),
    ("motie", "flag"),
)


_FORMULA = re.compile(
    r"(?:(?:kamer|kabinets|beleids)?brief|(?:nader )?verslag|lijst|schriftelijk overleg|antwoord|nota|besluitenlijst)\b"
    r"[^,:;.]{0,110}?\b(?:over|inzake|betreffende|met betrekking tot|ten aanzien van)\s+(?:(?:de|het|een)\s+)?"
    r"|(?:brief van|verslag van een)\b[^:;.]{0,200}?:\s+",
    re.IGNORECASE,
)


_OF_GROUP = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_OF_DOCUMENT = _OF_GROUP | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren


class DocumentRole(IntEnum):
    """What a row holds beside its words."""

    ROW = Qt.ItemDataRole.UserRole  # DocumentRow or GroupRow
    UID = Qt.ItemDataRole.UserRole + 1  # of a document; an empty string for a group


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The head of a group."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A paper: the second line of its row, its icon, and the numbers of the panes that hold it."""

    document: Document
    facts: str
    icon: str
    panes: tuple[int, ...] = ()
    active: int = 0  # the pane among them that is the active one, 0 for none


def interface_language() -> Language:
    """The language of the window, in which dates and places are worded."""
    return "nl" if QLocale().language() == QLocale.Language.Dutch else "en"


def kind_icon(kind: str) -> str:
    """The icon of a kind of paper."""
    return next((icon for word, icon in _ICONS if word in kind), "file-text")


def short_title(title: str) -> str:
    """A title without the formula ("Brief van ... over de ...") that only says what the icon of its kind says."""
    found = _FORMULA.match(title)
    rest = title[found.end() :].strip() if found else ""
    return rest[0].upper() + rest[1:] if len(rest) >= 8 else title


def matches(document: Document, words: Iterable[str]) -> bool:
    """Whether each of the words (case-folded) occurs in what is known of the paper."""
    known = " ".join(
        (
            document.title,
            document.number or "",
            *document.dossiers,
            *(dossier_words(dossier, "kamerstijl") for dossier in document.dossiers),
            *document.senders,
            document.date or "",
            date_words(document.date, interface_language()),
            document.source_name,
        )
    ).casefold()
    return all(word in known for word in words)


def facts_of(document: Document) -> str:
    """Number and date of a paper in one line; the number of file pages where there is no number."""
    translate = QCoreApplication.translate
    parts = []
    if document.number:
        number = document.number
        parts.append(translate("documents", "no. {number}").format(number=number) if number[:1].isdigit() else number)
    if day := date_words(document.date, interface_language()):
        parts.append(day)
    if not document.number and document.pages > 1:
        parts.append(translate("documents", "{count} fp.").format(count=document.pages))
    return " · ".join(parts)


class DocumentsModel(KeyedTree[GroupRow | DocumentRow]):
    """Groups with papers under them. It follows the session; renaming in place is an act that can be undone."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._grouping: Grouping = "dossier"
        self._words: list[str] = []
        self._panes: dict[str, tuple[int, ...]] = {}
        self._active = 0
        self._rows: dict[str, GroupRow | DocumentRow] = {}  # those shown, so that only what changed is worded anew
        session.changed.connect(self._on_changed)
        self.refresh()

    @property
    def grouping(self) -> Grouping:
        return self._grouping

    def set_grouping(self, grouping: Grouping) -> None:
        """Group by dossier, kind or year of date."""
        self._grouping = grouping
        self.refresh()

    def set_filter(self, text: str) -> None:
        """Hold only papers in whose facts all words of `text` occur."""
        self._words = text.casefold().split()
        self.refresh()

    def set_open_panes(self, panes: Mapping[str, Sequence[int]], active: int) -> None:
        """Which panes hold each paper (by uid, pane numbers from 1) and which pane is the active one."""
        self._panes = {uid: tuple(sorted(numbers)) for uid, numbers in panes.items()}
        self._active = active
        self.refresh()

    def refresh(self) -> None:
        """Hold what the project, the filter and the grouping say."""
        documents = self._session.project.documents()
        if self._words:
            documents = [one for one in documents if matches(one, self._words)]
        groups: dict[tuple[Any, ...], tuple[str, str, list[Document]]] = {}
        for document in documents:
            order, key, title = self._group_of(document)
            groups.setdefault(order, (key, title, []))[2].append(document)
        branches: list[Branch[GroupRow | DocumentRow]] = []
        for order in sorted(groups):
            key, title, members = groups[order]
            members.sort(key=lambda one: one.position)
            members.sort(key=lambda one: one.date or "", reverse=True)  # newest first, without a date last
            rows: tuple[Branch[GroupRow | DocumentRow], ...]
            rows = tuple(Branch(one.uid, self._row(one)) for one in members)
            branches.append(Branch(key, GroupRow(title, len(members)), rows))
        self._rows = {branch.key: branch.item for group in branches for branch in group.children}
        self.show(branches)

    # -- what Qt asks --------------------------------------------------------------------------------------------------

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index)
        if item is None:
            return None
        if role == DocumentRole.ROW:
            return item
        if isinstance(item, GroupRow):
            if role == Qt.ItemDataRole.DisplayRole:
                return item.title
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return f"{item.title}, {counted(item.count, 'document', interface_language())}"
            return "" if role == DocumentRole.UID else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return item.document.title
        if role == DocumentRole.UID:
            return item.document.uid
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (item.document.title, item.facts, item.document.source_name) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(item)
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        item = self.item(index)
        if role != Qt.ItemDataRole.EditRole or not isinstance(item, DocumentRow):
            return False
        renamed = replace(item.document, title=str(value))
        return self._session.attempt(lambda: edit_document(self._session.project, renamed))

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        item = self.item(index)
        if item is None:
            return Qt.ItemFlag.NoItemFlags
        return _OF_GROUP if isinstance(item, GroupRow) else _OF_DOCUMENT

    def mimeTypes(self) -> list[str]:
        return [DOCUMENT_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The first paper among the rows: its uid, and its title as plain text."""
        data = QMimeData()
        for index in indexes:
            item = self.item(index)
            if isinstance(item, DocumentRow):
                data.setData(DOCUMENT_MIME, QByteArray(item.document.uid.encode()))
                data.setText(item.document.title)
                break
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    # -- rows ----------------------------------------------------------------------------------------------------------

    def _row(self, document: Document) -> DocumentRow:
        panes = self._panes.get(document.uid, ())
        active = self._active if self._active in panes else 0
        known = self._rows.get(document.uid)
        if isinstance(known, DocumentRow) and (known.document, known.panes, known.active) == (document, panes, active):
            return known
        return DocumentRow(document, facts_of(document), kind_icon(document.kind), panes, active)

    def _group_of(self, document: Document) -> tuple[tuple[Any, ...], str, str]:
        """The order of a paper's group among the groups, its key and its title."""
        if self._grouping == "date":
            year = (document.date or "")[:4]
            if not year:
                return (1, 0), "date/", self.tr("Without a date")
            return (0, -int(year)), f"date/{year}", year
        if self._grouping == "kind":
            title = self.kind_words(document.kind)
            return (document.kind == "other", title.casefold()), f"kind/{title}", title
        if document.dossiers:
            dossier = document.dossiers[0]
            return (0, dossier), f"dossier/{dossier}", dossier_words(dossier, "kamerstijl")
        if document.kind.startswith(("ngo", "rapport")):
            return (2, ""), "dossier/organisations", self.tr("Organisations")
        return (1, ""), "dossier/", self.tr("Without a dossier")

    def kind_words(self, kind: str) -> str:
        """The name of a kind of paper, in the language of the window."""
        known = {
            "kamerbrief": self.tr("Letters to Parliament"),
            "brief": self.tr("Letters"),
            "e-mail": self.tr("E-mails"),
            "schriftelijk-overleg": self.tr("Written consultations"),
            "ngo-rapport": self.tr("Reports of organisations"),
            "rapport": self.tr("Reports"),
            "lijst-van-vragen": self.tr("Lists of questions and answers"),
            "kamervragen": self.tr("Questions and answers"),
            "aanhangsel": self.tr("Questions and answers"),
            "handelingen": self.tr("Minutes"),
            "motie": self.tr("Motions"),
            "amendement": self.tr("Amendments"),
            "wetsvoorstel": self.tr("Bills"),
            "memorie": self.tr("Memoranda on bills"),
            "verslag": self.tr("Reports of committees"),
            "bijlage": self.tr("Annexes"),
            "other": self.tr("Other papers"),
        }
        return known.get(kind) or kind.replace("-", " ").capitalize()

    def _spoken(self, row: DocumentRow) -> str:
        parts = [row.document.title, row.facts]
        for pane in row.panes:
            words = self.tr("open in pane {number}, active") if pane == row.active else self.tr("open in pane {number}")
            parts.append(words.format(number=pane))
        return ", ".join(part for part in parts if part)

    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.touches(Document):
            self.refresh()
