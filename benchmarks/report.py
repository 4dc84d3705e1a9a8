"""The budgets of the program, and the table that sets what was measured beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.exporters.formats import FORMATS


@dataclass(frozen=True, slots=True)
class Budget:
    """What a user waits for (or what it costs), and the most it may be, in `unit` ("ms" or "MB")."""

    what: str
    most: float
    unit: str = "ms"


BUDGETS: Mapping[str, Budget] = {
    "window": Budget("first paint of the window, warm", 300),
    "open-small": Budget("open a paper of 130 kB, first screen with its highlights", 50),
    "open-large": Budget("open a paper of 10 MB, first screen with its highlights", 150),
    "reopen-large": Budget("open a paper of 10 MB again, with 10,000 highlights", 150),
    "label-screen": Budget("add a label with 10,000 highlights, to the screen", 16),
    "label-saved": Budget("add a label with 10,000 highlights, committed", 50),
    "scroll": Budget("scroll step, four panes, 10,000 highlights, p99", 16),
    "resize": Budget("resize, 10 MB", 50),
    "font-size": Budget("another font size, 10 MB", 50),
    "structure": Budget("structure of 130 kB", 500),
    "questions": Budget("question links of 130 kB", 1500),
    "board-open": Budget("open the questions board, 500 questions", 100),
    "board-scroll": Budget("scroll step of the questions board, 500 questions, p99", 16),
    "board-decide": Budget("accept an answer, its group aligned anew, on the screen", 50),
    "reanchor": Budget("1,000 highlights into a new version of 130 kB", 1000),
    "reanchor-large": Budget("compare two versions of 10 MB", 15000),
    "import-seeds": Budget("import the five seeds", 1000),
    "import-many-held": Budget("longest hold of the window while 500 papers are imported", 50),
    "import-many-undo": Budget("longest hold by undo and redo of that", 50),
    "import-memory": Budget("memory that 400 more of them take", 25, "MB"),
    "import-large-held": Budget("longest hold of the window while a paper of 10 MB is imported", 50),
    "import-large-undo": Budget("longest hold by undo and redo of that", 50),
    "merge": Budget("merge 2 x 2,000 edits on 5,000 highlights, saved", 1000),
    "merge-undo-held": Budget("longest hold by undo and redo of that, its paper open", 50),
    "merge-list-held": Budget("the same, with the list of excerpts by label open", 50),
    "papers-undo-held": Budget("longest hold by undo and redo of removing 200 papers", 50),
    "version-undo-held": Budget("longest hold by undo and redo of a new version with 1,000 highlights", 50),
    "pages-import": Budget("import a PDF of 1,000 pages, in the background", 6000),
    "pages-open": Budget("first of 1,000 pages on the screen", 300),
    "pages-scroll": Budget("scroll step over pages, p99", 16),
    "pages-held": Budget("longest hold of the window while pages come in", 50),
    "pages-memory": Budget("pictures of pages in memory", 48, "MB"),
    "memory": Budget("memory, four papers of 10 MB open", 300, "MB"),
    "export-gather": Budget("5,000 excerpts taken from the project", 2000),
    **{
        f"export-{name}": Budget(f"5,000 excerpts to {kind.label}", 15000 if name in ("docx", "odt") else 5000)
        for name, kind in FORMATS.items()
    },
}


def table(measured: Mapping[str, float]) -> str:
    """The measured figures (by key of BUDGETS, in the unit given there) beside the budgets, one line each.

    A budget without a figure is listed as not measured. Raises KeyError for a figure that has no budget.
    """
    for key in measured:
        BUDGETS[key]
    width = max(len(budget.what) for budget in BUDGETS.values())
    lines = [f"{'what':{width}}  {'measured':>11}  {'budget':>9}", "-" * (width + 36)]
    for key, budget in BUDGETS.items():
        limit = f"{budget.most:,.0f} {budget.unit}"
        if key not in measured:
            lines.append(f"{budget.what:{width}}  {'-':>11}  {limit:>9}  not measured")
            continue
        figure = measured[key]
        verdict = "within" if figure <= budget.most else f"{figure / budget.most:.1f} times too much"
        lines.append(f"{budget.what:{width}}  {f'{figure:,.1f} {budget.unit}':>11}  {limit:>9}  {verdict}")
    return "\n".join(lines)
