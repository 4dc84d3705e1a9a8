"""What a window remembers of a project: panes, places, sizes, filters. Kept in the settings folder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray

from reader.ui.page_column import LARGEST_ZOOM, SMALLEST_ZOOM

if TYPE_CHECKING:
    from reader.domain.model import Document
    from reader.ui.main_window import MainWindow
    from reader.ui.project_view import ProjectView


def save(window: MainWindow, view: ProjectView) -> None:
    """Remember how the project is shown."""
    row = view.pane_row
    window.settings.save_project_state(
        view.session.project.uid,
        {
            "panes": [
                {
                    "document": pane.document.uid,
                    "text": pane.document.text_uid if pane.is_old else "",
                    "form": pane.form,
                    "zoom": pane.view.zoom,
                    "caret": pane.view.caret(),
                    "position": list(pane.view.position()),
                }
                for pane in row.panes
            ],
            "active": row.panes.index(row.active) if row.active is not None else 0,
            "pane_sizes": row.sizes(),
            "sizes": view.splitter.sizes(),
            "left_sizes": view.left_parts.sizes(),
            "questions": view.desk.state(),
            "left": window.folds.wanted("left"),
            "right": window.folds.wanted("right"),
            "mode": view.mode(),
            "last_tag": view.marking.last_tag_uid,
        },
    )


def restore(window: MainWindow, view: ProjectView) -> None:
    """Show the project as it was left; a project opened for the first time shows its first papers."""
    project = view.session.project
    state = window.settings.project_state(project.uid)
    known = {document.uid: document for document in project.documents()}
    panes = [
        pane for pane in _list(state.get("panes")) if isinstance(pane, dict) and str(pane.get("document")) in known
    ]
    if state:
        for saved in panes[:4]:
            document, text_uid = known[saved["document"]], saved.get("text")
            if text_uid and text_uid in project.texts_of(document.uid):
                document = replace(document, text_uid=text_uid)
            pane = view.pane_row.open(document, new_pane=True)
            zoom, form = saved.get("zoom"), saved.get("form")
            if zoom is not None and (zoom in ("width", "page") or _is_zoom(zoom)):
                pane.view.set_zoom(zoom)
            if form in ("delivered", "pages"):
                pane.set_form(form)
            pane.view.set_caret(min(int(_number(saved.get("caret"))), max(0, pane.document.characters - 1)))
            position = _list(saved.get("position"))
            if len(position) == 2:
                pane.view.set_position((int(_number(position[0])), float(_number(position[1]))))
        view.pane_row.restore_sizes([[int(_number(x)) for x in _list(row)] for row in _list(state.get("pane_sizes"))])
        for splitter, key in ((view.splitter, "sizes"), (view.left_parts, "left_sizes")):
            sizes = [int(_number(size)) for size in _list(state.get(key))]
            if len(sizes) == splitter.count() and sum(sizes) > 0:
                splitter.setSizes(sizes)
        view.left.setVisible(state.get("left") is not False)
        view.passage.setVisible(state.get("right") is not False)
        view.marking.last_tag_uid = str(state.get("last_tag") or "")
        active = int(_number(state.get("active")))
        if 0 <= active < len(view.pane_row.panes):
            view.pane_row.activate(view.pane_row.panes[active])
        view.desk.restore(state.get("questions"))
        mode = state.get("mode")
        view.set_mode(mode if mode in ("questions", "excerpts") else "read")
    else:
        _show_first_time(view, list(known.values()))


def _show_first_time(view: ProjectView, documents: list[Document]) -> None:
    """Open the first two papers; where papers are linked to each other, those two at their linked passages."""
    project = view.session.project
    for link in project.links():
        ends = [project.highlight(uid) for uid in (link.source_uid, link.target_uid)]
        if ends[0].document_uid != ends[1].document_uid:
            for end in ends:
                view.pane_row.open(project.document(end.document_uid), new_pane=True).view.reveal(end.span, frame=False)
            break
    else:
        for document in documents[:2]:
            view.pane_row.open(document, new_pane=True)
    if view.pane_row.panes:
        view.pane_row.activate(view.pane_row.panes[0])


def save_geometry(window: MainWindow) -> None:
    """Remember the size and place of the window."""
    window.settings.set("window", bytes(window.saveGeometry().toBase64().data()).decode("ascii"))


def restore_geometry(window: MainWindow) -> None:
    saved = window.settings.get("window")
    if saved:
        window.restoreGeometry(QByteArray.fromBase64(QByteArray(saved.encode("ascii"))))


def _is_zoom(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and SMALLEST_ZOOM <= value <= LARGEST_ZOOM


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _number(value: Any) -> float:
    return value if isinstance(value, int | float) and value == value and abs(value) < 1e12 else 0
