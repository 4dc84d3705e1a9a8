"""The sources of a REFI-QDA project as papers: those of the project that is read into, else new ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from reader.domain.collection import TextVersion
from reader.domain.model import Document, Text
from reader.importers.base import Imported, as_paper
from reader.importers.exchange.exchanged import Item, Known, changed_at, made_at, made_uid, uid_of
from reader.importers.exchange.refi_facts import NOTHING_KNOWN
from reader.importers.exchange.refi_marks import Target
from reader.importers.exchange.refi_sources import Source
from reader.importers.extracted import Extracted, Progress
from reader.importers.marked_up_xml import attribute
from reader.importers.plain_text import PlainText
from reader.text.recognise import recognise

IN_PROJECT: Final = "It is in the project already; its passages are added to it."
_ENDINGS: Final = (".txt", ".docx", ".doc", ".rtf", ".odt", ".pdf", ".md", ".html", ".htm")


@dataclass(slots=True)
class Papers:
    """The papers read so far. `facts` are what the file says of each source, `made` when the file was made."""

    known: Known
    facts: Mapping[str, Mapping[str, Any]]
    made: str
    is_own: bool
    items: list[Item]
    documents: dict[str, Document] = field(default_factory=dict)
    versions: dict[str, TextVersion] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)

    def add(self, source: Source, progress: Progress) -> Target:
        """Add the paper in a source, with its line in the report; gives what its passages are put on."""
        progress(0.0)
        body = source.text.body if source.text is not None else source.whole.text.body if source.whole else ""
        document = self.known.with_body(body, source.uid)
        if document is not None:
            version = self.known.version_of(document)
        else:
            about = {**(NOTHING_KNOWN if self.is_own else {}), **self.facts.get(source.uid, {})}
            paper = _paper(source, {**about, **self._told(source)}, progress)
            document, text = paper.document, paper.text
            self.texts[text.uid] = text
            version = TextVersion(text.uid, document.uid, text.version, text.sha256, text.original_sha256)
        is_new = version.uid in self.texts
        self.documents[document.uid] = document
        self.versions[version.uid] = version
        self.items.append(Item("document", document.title, "read", "" if is_new else IN_PROJECT))
        return Target(document.uid, version.uid, body)

    def _told(self, source: Source) -> dict[str, Any]:
        """What the file says of a paper beside its facts, by the fields of Document."""
        stem = source.path.rpartition("/")[2].rpartition(".")[0]
        text_uid = uid_of(stem) if stem else ""
        if text_uid != stem.lower() or text_uid == source.uid or text_uid in self.versions:
            text_uid = made_uid("text", source.uid)
        created = attribute(source.element, "creationDateTime")
        facts: dict[str, Any] = {
            "uid": source.uid,
            "text_uid": text_uid,
            "position": len(self.documents),
            "created_at": made_at(created, self.made),
            "modified_at": changed_at(attribute(source.element, "modifiedDateTime"), created),
        }
        title = source.name
        if not self.is_own:
            facts["source_name"] = title
            ending = next((one for one in _ENDINGS if title.lower().endswith(one)), "")
            title = title.removesuffix(title[len(title) - len(ending) :]) if ending else title
        if title:
            facts["title"] = title
        return facts


def _paper(source: Source, facts: dict[str, Any], progress: Progress) -> Imported:
    """The paper in a source. What its own file gave is kept; a text is recognised as any plain text is."""
    if source.whole is not None:
        document = replace(source.whole.document, **facts)
        text = replace(
            source.whole.text, uid=document.text_uid, document_uid=document.uid, created_at=document.created_at
        )
        return replace(source.whole, document=document, text=text)
    assert source.text is not None
    extracted = Extracted(source.text.body, recognise(source.text.body, progress=progress), "UTF-8")
    return as_paper(extracted, PlainText(), source.data, source.name or "?", facts)
