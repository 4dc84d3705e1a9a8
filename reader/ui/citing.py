"""Citing in the window: the table of styles, the place of a passage, and a quote with its citation to take along."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QDrag, QFont, QFontMetrics, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QComboBox, QWidget

from reader.config import Settings
from reader.domain.citation import CitationStyle, CitationTemplate, Place, Run, citation, plain
from reader.domain.model import Document, Highlight, SetUnit, Span
from reader.exporters.places import Places
from reader.models.session import Session
from reader.ui.theme import scaled, ui_font
from reader.ui.translating import QT_TRANSLATE_NOOP

TEMPLATE: Final = "template"  # the name in the settings of the style the user wrote
STYLES: Final[dict[str, tuple[str, str]]] = {  # style: short name, and name with what it is
    "leidraad": (
        QT_TRANSLATE_NOOP("citing", "Leidraad"),
        QT_TRANSLATE_NOOP("citing", "Leidraad voor juridische auteurs"),
    ),
    "kamerstijl": (QT_TRANSLATE_NOOP("citing", "Kamerstijl"), QT_TRANSLATE_NOOP("citing", "Style of the Chamber")),
    "apa": (QT_TRANSLATE_NOOP("citing", "APA"), QT_TRANSLATE_NOOP("citing", "APA, 7th edition")),
    "vlaams": (QT_TRANSLATE_NOOP("citing", "Flemish"), QT_TRANSLATE_NOOP("citing", "Flemish (Parl.St., Hand.)")),
    TEMPLATE: (QT_TRANSLATE_NOOP("citing", "Own form"), QT_TRANSLATE_NOOP("citing", "Own form")),
}
FACTS: Final[dict[str, str]] = {  # facts a citation needs, as they are asked for
    "title": QT_TRANSLATE_NOOP("citing", "title"),
    "date": QT_TRANSLATE_NOOP("citing", "date"),
    "dossiers": QT_TRANSLATE_NOOP("citing", "dossier"),
    "number": QT_TRANSLATE_NOOP("citing", "number"),
    "chamber": QT_TRANSLATE_NOOP("citing", "chamber"),
    "session": QT_TRANSLATE_NOOP("citing", "parliamentary year"),
    "senders": QT_TRANSLATE_NOOP("citing", "sender"),
    "reference": QT_TRANSLATE_NOOP("citing", "mark"),
    "url": QT_TRANSLATE_NOOP("citing", "web address"),
}
_ENCODING = '<meta charset="utf-8">'  # without it some programs take «é» for other signs
_TEXTS_AT_HAND = 8
_LONGEST_DRAGGED = 60  # characters of a quote that are shown while it is dragged


def style_name(style: CitationStyle) -> str:
    """The name of a style as the settings have it."""
    return TEMPLATE if isinstance(style, CitationTemplate) else style


def style_words(name: str, *, short: bool = False) -> str:
    """What a style is called in the window."""
    return QCoreApplication.translate("citing", STYLES[name][0 if short else 1])


def fill_styles(box: QComboBox) -> None:
    """Put the styles in a box, their names in the settings as data."""
    for name in STYLES:
        box.addItem(style_words(name), name)


def facts_words(names: Iterable[str]) -> str:
    """ "date, number"."""
    return ", ".join(QCoreApplication.translate("citing", FACTS[name]) for name in names)


class PlaceFinder:
    """Finds places in the texts of a session; what was found out about the last few texts is kept."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._texts: OrderedDict[tuple[str, bool], tuple[tuple[SetUnit, ...], Places]] = OrderedDict()

    def of(self, document: Document, span: Span, style: CitationStyle, *, text_uid: str = "") -> Place:
        """The place of a source span of the paper's text, or of its version `text_uid`.

        Its question or answer is looked for only where the citation can tell it: beside a page only a template can.
        """
        text_uid = text_uid or document.text_uid
        structure = self._session.structure(text_uid)
        with_units = len(structure.pages) < 2 or isinstance(style, CitationTemplate)
        set_units: tuple[SetUnit, ...] = ()
        if with_units:
            ours = self._session.project.set_units(document.uid)
            set_units = tuple(one for one in ours if one.text_uid == text_uid)
        key = (text_uid, with_units)
        known = self._texts.get(key)
        if known is None or known[0] != set_units:
            body = self._session.project.body(text_uid) if with_units else ""
            known = self._texts[key] = set_units, Places(structure, body, set_units)
            if len(self._texts) > _TEXTS_AT_HAND:
                self._texts.popitem(last=False)
        self._texts.move_to_end(key)
        return known[1].of(span)


def quoted_with_citation(session: Session, document: Document, span: Span, settings: Settings) -> tuple[str, str]:
    """The passage as «quote» (citation): plain text and HTML with the italics of the citation."""
    style = settings.citation_style()
    quote = session.reading(document.text_uid).quote(span)
    return _quoted(quote, document, PlaceFinder(session).of(document, span, style), style)


def highlight_with_citation(session: Session, highlight: Highlight, settings: Settings) -> tuple[str, str]:
    """The same of a highlight, in the version of the text it is in; one that lost its place is cited without one."""
    document, style = session.project.document(highlight.document_uid), settings.citation_style()
    if highlight.status == "orphan":
        return _quoted(" ".join(highlight.quote.split()), document, Place(), style)
    quote = session.reading(highlight.text_uid).quote(highlight.span)
    place = PlaceFinder(session).of(document, highlight.span, style, text_uid=highlight.text_uid)
    return _quoted(quote, document, place, style)


def mime_of(words: tuple[str, str]) -> QMimeData:
    """Plain text and HTML for the clipboard or to be dragged."""
    data = QMimeData()
    data.setText(words[0])
    data.setHtml(_ENCODING + words[1])
    return data


def drag(source: QWidget, words: tuple[str, str]) -> None:
    """Drag plain text and HTML from a widget to wherever the user lets go: another program, or nowhere."""
    dragged = QDrag(source)
    dragged.setMimeData(mime_of(words))
    dragged.setPixmap(_picture_of(words[0], source))
    dragged.exec(Qt.DropAction.CopyAction)


def html_of(runs: Iterable[Run]) -> str:
    """A citation as HTML."""
    return "".join(f"<i>{escape(run.text)}</i>" if run.italic else escape(run.text) for run in runs)


def _quoted(quote: str, document: Document, place: Place, style: CitationStyle) -> tuple[str, str]:
    line = " ".join(quote.split("\n"))
    runs = citation(document, place, style, document.language)
    beside = [Run(" ("), *runs, Run(")")] if plain(runs) else []  # an own form may have nothing to say of this paper
    words = [Run(f"«{line}»"), *beside]
    return plain(words), f'<span lang="{escape(document.language)}">{html_of(words)}</span>'


def _picture_of(words: str, source: QWidget) -> QPixmap:
    """The first words, on the ground of the widget."""
    font: QFont = ui_font(12)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words[: 2 * _LONGEST_DRAGGED], Qt.TextElideMode.ElideRight, scaled(320))
    ratio = source.devicePixelRatioF()
    width, height = metrics.horizontalAdvance(shown) + scaled(16), metrics.height() + scaled(8)
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(source.palette().color(QPalette.ColorRole.Base))
    painter = QPainter(picture)
    painter.setFont(font)
    painter.setPen(source.palette().color(QPalette.ColorRole.Text))
    painter.drawRect(0, 0, width - 1, height - 1)
    painter.drawText(0, 0, width, height, Qt.AlignmentFlag.AlignCenter, shown)
    painter.end()
    return picture
