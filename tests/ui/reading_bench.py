"""A reading view on a small paper with labels, for tests of the view and what surrounds it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.domain.anchor import make_highlight
from reader.domain.changes import ChangeSet
from reader.domain.model import ANSWERED_BY, Document, Highlight, HighlightKind, Link, Span, Tag, Tagging, new_uid
from reader.edit import marks as acts
from reader.models.highlights import DocumentMarks
from reader.text.reading import delivered_text, reading_text
from reader.text.structure import Block, Footnote, Page, Piece, Reference, Structure
from reader.ui.reading_view import ReadingView
from reader.ui.theme import Theme
from tests.in_memory import InMemoryProject, paper

BODY = (
    "Vragen over de detentiecentra\n"
    "De leden van de D66-fractie vragen naar de detentie-\n"
    "centra in Libië 😀 en naar de foto's van EU-lidstaten.3 Zie de brief van 25 april.\n"
    "Zij vragen ook naar de kustwacht en de financiering daarvan, en zij horen graag welke stappen worden gezet.\n"
    "• Eerst dit punt dat over de regel heen gaat omdat het zo lang is dat het niet op een enkele regel past.\n"
    "3 Kamerstuk 19637, nr. 2395.\n"
) + "".join(
    f"Alinea {number} gaat over iets anders en is er om te schuiven, zodat er veel tekst staat.\n"
    for number in range(60)
)

TAGS = [Tag(f"tag{hue}", name, hue, hue, position=hue) for hue, name in enumerate(("Detentie", "Kustwacht", "Geld"), 1)]


def structure_of(body: str) -> Structure:
    """One block per line; a line that ends in a hyphen is joined with the next."""
    blocks: list[Block] = []
    pieces: list[Piece] = []
    start = 0
    for line in body.splitlines(keepends=True):
        end = start + len(line.rstrip("\n"))
        pieces.append(Piece(start, end - 1 if line.endswith("-\n") else end))
        if not line.endswith("-\n"):
            kind = (
                "heading" if not blocks else "list-item" if line.startswith("•") else
                "footnote" if line.startswith("3 ") else "paragraph"
            )  # fmt: skip
            blocks.append(Block(kind, int(kind == "heading"), pieces[0].start, end, (), tuple(pieces)))  # type: ignore[arg-type]
            pieces = []
        start += len(line)
    marker, note = body.index("3 Zie"), body.index("3 Kamerstuk")
    reference = body.index("brief van 25 april")
    middle = body.index("welke stappen")
    return Structure(
        pages=(Page(1, None, 0, middle), Page(2, "8", middle, len(body))),
        blocks=tuple(blocks),
        footnotes=(Footnote("3", marker, note, body.index("\n", note)),),
        references=(Reference("brief", "brief-2018-04-25", reference, reference + 18, "brief van 25 april"),),
    )


class ReadingBench:
    """A view of 500 x 400 px with the paper, the project it is from, and hands to act on both."""

    def __init__(self, theme: Theme, body: str = BODY, structure: Structure | None = None) -> None:
        self.body = body
        self.structure = structure if structure is not None else structure_of(body)
        document, text = paper(body)
        self.document: Document = document
        self.project = InMemoryProject([document, text, *TAGS])
        self.reading = reading_text(self.structure, body)
        self.delivered = delivered_text(self.structure, body)
        self.marks = DocumentMarks(self.project, document)
        self.view = ReadingView(theme)
        self.view.set_reduced_motion(True)
        self.view.resize(500, 400)
        self.view.set_document(self.reading, self.marks)

    def show(self) -> None:
        """On the screen, with the focus."""
        self.view.show()
        self.view.activateWindow()
        self.view.setFocus()
        QApplication.processEvents()

    def span(self, words: str) -> Span:
        """The source span of some shown words."""
        start = self.reading.text.index(words)
        return self.reading.source_span(start, start + len(words))

    def run(self, change_set: ChangeSet) -> None:
        self.project.apply(change_set)
        self.marks.apply(change_set)

    def mark(self, words: str, *tags: str, note: str = "", kind: HighlightKind = "highlight") -> Highlight:
        """Highlight some words with labels, as an act of the user."""
        from reader.domain.changes import ActName, added

        made = make_highlight(self.document.text_uid, self.document.uid, self.body, self.span(words), kind=kind)
        made = replace(made, note=note)
        taggings = [Tagging(made.uid, tag, f"{order}") for order, tag in enumerate(tags)]
        self.run(ChangeSet(ActName("highlight.add"), added([made, *taggings])))
        return made

    def unmark(self, highlight: Highlight) -> None:
        self.run(acts.remove_highlights(self.project, [highlight.uid]))

    def link(self, source: Highlight, target: Highlight) -> Link:
        from reader.domain.changes import ActName, added

        made = Link(new_uid(), ANSWERED_BY.uid, source.uid, target.uid)
        self.run(ChangeSet(ActName("link.add"), added([made])))
        return made

    # hands

    def point(self, words: str, inside: int = 0) -> QPointF:
        """The middle of a character of some shown words, in the viewport."""
        return self.view.viewport_point(self.reading.text.index(words) + inside)

    def edge(self, words: str, *, end: bool = False) -> QPointF:
        """The left end of some shown words, or the right one."""
        start = self.reading.text.index(words)
        rects = self.view.flow.rects(start, start + len(words))
        rect = rects[-1] if end else rects[0]
        return QPointF(rect.right() if end else rect.left(), rect.center().y())

    def mouse(
        self,
        kind: QEvent.Type,
        at: QPointF,
        *,
        held: bool = True,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        down = held and kind != QEvent.Type.MouseButtonRelease
        buttons = Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton
        everywhere = QPointF(self.view.viewport().mapToGlobal(at.toPoint()))
        QApplication.sendEvent(self.view.viewport(), QMouseEvent(kind, at, everywhere, button, buttons, modifiers))

    def click(self, at: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, at, modifiers=modifiers)
        self.mouse(QEvent.Type.MouseButtonRelease, at, modifiers=modifiers)

    def double_click(self, at: QPointF) -> None:
        self.click(at)
        self.mouse(QEvent.Type.MouseButtonDblClick, at)
        self.mouse(QEvent.Type.MouseButtonRelease, at)

    def drag(
        self, start: QPointF, end: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        middle = QPointF((start.x() + end.x()) / 2, (start.y() + end.y()) / 2)
        self.mouse(QEvent.Type.MouseButtonPress, start, modifiers=modifiers)
        for at in (middle, end):
            self.mouse(QEvent.Type.MouseMove, at, modifiers=modifiers)
        self.mouse(QEvent.Type.MouseButtonRelease, end, modifiers=modifiers)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view, key, modifiers)

    def selected(self) -> str:
        """The shown words of the selection."""
        span = self.view.selection()
        return "" if span is None else self.reading.quote(span)

    def at_caret(self, length: int = 5) -> str:
        """What stands behind the caret."""
        return self.reading.text[self.view.caret_offset : self.view.caret_offset + length]

    def picture(self) -> QImage:
        return self.view.viewport().grab().toImage()

    def colours(self, words: str) -> set[str]:
        """The colours in the rectangle of some words and the lanes under them."""
        picture = self.picture()
        found: set[str] = set()
        for rect in self.view.rects_of(self.span(words)):
            area = rect.adjusted(0, 0, 0, 8).toRect() & picture.rect()
            for y in range(area.top(), area.bottom() + 1):
                found |= {picture.pixelColor(QPoint(x, y)).name() for x in range(area.left(), area.right() + 1)}
        return found
