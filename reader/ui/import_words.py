"""The words of an import: what came of each file, all of it in a line, and the report that can be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.domain.citation import date_words
from reader.domain.errors import FileNeedsPassword
from reader.models.documents import interface_language
from reader.models.import_rows import ImportRow, ImportState
from reader.ui.document_facts import kind_name
from reader.ui.messages import message_for, sentence
from reader.ui.translating import QT_TRANSLATE_NOOP

CONTEXT = "import"

# of each state: its word, its icon, and the colour of both
STATES: dict[ImportState, tuple[str, str, str]] = {
    "waiting": (QT_TRANSLATE_NOOP("import", "Not read yet"), "clock", "text2"),
    "reading": (QT_TRANSLATE_NOOP("import", "Being read"), "clock", "text2"),
    "ready": (QT_TRANSLATE_NOOP("import", "Can be imported"), "file-plus", "text2"),
    "known": (QT_TRANSLATE_NOOP("import", "Already there"), "copy", "text2"),
    "locked": (QT_TRANSLATE_NOOP("import", "Needs a password"), "lock", "warn"),
    "refused": (QT_TRANSLATE_NOOP("import", "Could not be read"), "circle-alert", "err"),
    "storing": (QT_TRANSLATE_NOOP("import", "Being imported"), "clock", "text2"),
    "stored": (QT_TRANSLATE_NOOP("import", "Imported"), "circle-check", "ok"),
}


def _tr(source: str) -> str:
    return QCoreApplication.translate(CONTEXT, source)


def state_word(row: ImportRow) -> str:
    """What came of a row, in a word or two."""
    if row.state == "ready" and not row.chosen:
        return QCoreApplication.translate("import", "Left out")
    if row.state == "reading":
        return QCoreApplication.translate("import", "{percent} % read").format(percent=round(100 * row.share))
    return _tr(STATES[row.state][0])


def facts_line(row: ImportRow) -> str:
    """Kind, date, pages and file of a paper; of a file without one, what it is called."""
    document = row.document
    if document is None:
        return reason(row)
    parts = [kind_name(document.kind), date_words(document.date, interface_language())]
    if document.pages > 1:
        parts.append(QCoreApplication.translate("import", "{count} pages").format(count=document.pages))
    return " · ".join(part for part in (*parts, row.name) if part)


def reason(row: ImportRow) -> str:
    """Why nothing was imported from a row, or what there is to know of it; empty where there is nothing to say."""
    if row.state == "known":
        return QCoreApplication.translate(
            "import", "This file is already in the project or in this list, as “{title}”. It is left out."
        ).format(title=row.known_as)
    if row.state == "locked" and isinstance(row.error, FileNeedsPassword):
        return QCoreApplication.translate("import", "This file is protected. Give its password to read it.")
    if row.state == "ready" and row.version_of is not None:
        return QCoreApplication.translate(
            "import", "Probably a new version of “{title}”, which is in the project."
        ).format(title=row.version_of.title)
    return message_for(row.error) if row.error is not None else ""


def warnings_of(row: ImportRow) -> list[str]:
    """What was unusual about a file, in the language of the window."""
    return [sentence(warning) for warning in row.warnings]


def has_text_layer(row: ImportRow) -> str:
    """Whether a PDF has text, in words; empty for other files."""
    if row.parked is None or row.parked.media_type != "application/pdf":
        return ""
    scanned = any(warning.startswith("Without text") for warning in row.warnings)
    if scanned:
        return QCoreApplication.translate("import", "Text layer: not on every page")
    return QCoreApplication.translate("import", "Text layer: yes")


def summary(rows: Sequence[ImportRow]) -> str:
    """How many files there are in each state, in one line."""
    translate = QCoreApplication.translate
    ready = sum(row.is_wanted for row in rows)
    counts = [
        (ready, translate("import", "{count} can be imported")),
        (sum(row.state == "stored" for row in rows), translate("import", "{count} imported")),
        (sum(row.state == "known" for row in rows), translate("import", "{count} already there")),
        (sum(row.state == "locked" for row in rows), translate("import", "{count} with a password")),
        (sum(row.state == "refused" for row in rows), translate("import", "{count} could not be read")),
        (
            sum(row.state in ("waiting", "reading", "storing") for row in rows),
            translate("import", "{count} still to come"),
        ),
        (sum(row.state == "ready" and not row.chosen for row in rows), translate("import", "{count} left out")),
    ]
    return ", ".join(words.format(count=count) for count, words in counts if count)


def report(rows: Sequence[ImportRow]) -> str:
    """What came of each file, with reasons and warnings, to be copied."""
    lines = [summary(rows), ""]
    for row in rows:
        title = f" – {row.document.title}" if row.document is not None else ""
        lines.append(f"{state_word(row)}: {row.name}{title}")
        lines += [f"    {words}" for words in (reason(row), *warnings_of(row)) if words]
    return "\n".join(lines)
