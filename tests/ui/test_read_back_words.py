"""Every kind of thing, outcome and reason that reading a file of another program can tell has words in the window."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args

import reader.importers.exchange
from reader.importers.exchange.exchanged import Item, ItemKind, Outcome
from reader.models import reading_back
from reader.ui.merge_words import report
from reader.ui.read_back_words import COMING, DETAILS, KINDS, OUTCOMES, SIGNS, SUMS, became, coming, reason_of

PACKAGE = Path(reader.importers.exchange.__file__).parent


def sentences(path: Path) -> set[str]:
    """The English sentences in a module that are no docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    strings = {node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    docstrings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    said = {str(node.value) for node in strings - docstrings}
    return {words for words in said if words[:1].isupper() and words.endswith(".") and " " in words}


def test_everything_that_can_be_told_has_words() -> None:
    assert set(KINDS) == set(get_args(ItemKind))
    assert set(OUTCOMES) == set(SIGNS) == set(get_args(Outcome))
    assert set(SUMS) == set(get_args(Outcome)) - {"read"}
    told = {words for path in (*PACKAGE.glob("*.py"), Path(reading_back.__file__)) for words in sentences(path)}
    assert set(DETAILS) == told


def test_sums_leave_out_what_there_is_none_of() -> None:
    assert coming({"link": 2, "paper": 1, "label": 0}) == "Papers: 1. Links: 2."
    assert set(COMING) == {"paper", "label", "passage", "note", "link"}
    assert became({"read": 5, "repaired": 1}) == "Repaired: 1."


def test_a_report_says_why_and_a_refusal_keeps_its_sentence() -> None:
    items = (Item("highlight", "kustwacht", "left out", "It has no length."), Item("label", "detentie", "read"))
    assert report(items, of_file=True).splitlines() == [
        "Highlight: left out: kustwacht",
        "    It has no length.",
        "Label: read: detentie",
    ]
    assert reason_of(Item("document", "a.docx", "left out", "“a.docx” is empty.")) == "“a.docx” is empty."
