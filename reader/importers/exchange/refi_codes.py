"""The codes of a REFI-QDA project or codebook as labels."""

from __future__ import annotations

from reader.importers.exchange.exchanged import uid_of
from reader.importers.exchange.labels import Labels
from reader.importers.marked_up_xml import Element, attribute, children


def read_codes(codes: Element, labels: Labels, notes: dict[str, str]) -> None:
    """Add the codes in the element Codes, each under the one it stands in; `notes` are texts by the uid of the note.

    A code that cannot be given to a passage is a label as well: nothing is made beside it to hold passages.
    """
    waiting: list[tuple[Element, str | None]] = [
        (code, None) for name, code in reversed(list(children(codes))) if name == "Code"
    ]
    while waiting:
        code, parent_uid = waiting.pop()
        uid = uid_of(attribute(code, "guid") or f"{parent_uid}/{attribute(code, 'name')}")
        inner = list(children(code))
        remarks = [(child.text or "") for name, child in inner if name == "Description"]
        remarks += [notes.get(uid_of(attribute(child, "targetGUID")), "") for name, child in inner if name == "NoteRef"]
        is_new = uid not in labels.tags
        labels.add(
            uid,
            attribute(code, "name"),
            parent_uid,
            colour=attribute(code, "color"),
            description="\n\n".join(dict.fromkeys(remark for remark in remarks if remark.strip())),
        )
        beneath = uid if is_new else parent_uid
        waiting += [(child, beneath) for name, child in reversed(inner) if name == "Code"]
