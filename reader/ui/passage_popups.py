"""What pops up over the text: the bar beside a selection, and the preview of the other end of a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QTimer

from reader.ui.link_preview import LinkPreview
from reader.ui.selection_bar import SelectionBar

if TYPE_CHECKING:
    from reader.ui.project_view import ProjectView

POPUP_WAIT = 150  # ms between the mouse button going up and the selection bar


class PassagePopups(QObject):
    """Shows and hides the popups of one project view."""

    def __init__(self, view: ProjectView) -> None:
        super().__init__(view)
        self._view = view
        self.selection_bar = SelectionBar(view.session, view.theme, view)
        self.link_preview = LinkPreview(view.session, view.theme, view)
        self._timer = QTimer(self, singleShot=True, interval=POPUP_WAIT)
        self._timer.timeout.connect(self.show_selection_bar)

    def offer_selection_bar(self, span: object) -> None:
        """A selection was finished with the mouse: the bar comes a moment later. What is read-only has none."""
        pane = self._view.pane
        may_mark = not self._view.session.project.read_only and pane is not None and not pane.is_old
        if span is not None and may_mark:
            self._timer.start()

    def show_selection_bar(self) -> None:
        """Offer labels, note, link and copy right under the selected passage, above it when there is no room."""
        pane, span = self._view.pane, self._view.selection()
        if pane is None or pane.is_old or span is None or self._view.mode() != "read":
            return
        rects = pane.view.rects_of(span)
        if not rects:
            return
        viewport = pane.view.viewport()
        last, first = rects[-1].toAlignedRect(), rects[0].toAlignedRect()
        left = min(first.left(), viewport.width() - self.selection_bar.sizeHint().width() - 4)
        top_left = viewport.mapToGlobal(QPoint(max(4, left), first.top()))
        lines = QRect(top_left, QSize(1, last.bottom() - first.top() + 1))
        highlight = pane.marks.highlight_with(span)
        self.selection_bar.show_for(lines, highlight.uid if highlight is not None else None)

    def show_link(self, link_uid: str, towards_uid: str, at: QPoint) -> None:
        """Show one end of a link, as seen from its other end, at a global position."""
        link = self._view.session.project.link(link_uid)
        from_uid = link.source_uid if towards_uid == link.target_uid else link.target_uid
        self.link_preview.show_link(link_uid, from_uid, at)

    def show_links_of(self, highlight_uid: str) -> None:
        """Show the one link of a highlight in the active pane; with several, the passage panel has the focus."""
        pane, project = self._view.pane, self._view.session.project
        links = project.links(highlight_uid=highlight_uid)
        if pane is None or not links:
            return
        pane.view.choose(highlight_uid)
        if len(links) > 1:
            self._view.passage.focus_links()
            return
        rects = pane.view.rects_of(project.highlight(highlight_uid).span)
        corner = rects[0].bottomRight().toPoint() if rects else QPoint(0, 0)
        self.link_preview.show_link(links[0].uid, highlight_uid, pane.view.viewport().mapToGlobal(corner))

    def hide_selection_bar(self) -> None:
        self._timer.stop()
        self.selection_bar.hide()

    def hide(self) -> None:
        self.hide_selection_bar()
        self.link_preview.hide()
