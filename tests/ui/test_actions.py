"""The table of actions: every row can be reached, no two share keys, single keys act on the passage only."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence

from reader.ui.actions import ACTS, MENUS, State, act_text, key_sequences

NOT_IN_MENUS = {f"tag.{number}" for number in range(1, 10)}  # digits are a sub-menu, see menus.py


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Key sequences of the platform need the application."""


def test_every_action_has_its_own_name_and_id() -> None:
    assert max(Counter(act.id for act in ACTS).values()) == 1
    assert max(Counter(act_text(act) for act in ACTS).values()) == 1


@pytest.mark.parametrize("part", ["reading", "board"])
def test_no_two_actions_share_keys_where_both_act(part: str) -> None:
    acts = [act for act in ACTS if act.scope in ("window", part)]
    keys = Counter(keys.toString() for act in acts for keys in key_sequences(act, {}))
    assert [key for key, count in keys.items() if count > 1] == []


def test_menus_hold_known_actions_and_all_of_them() -> None:
    listed = {act_id for _, ids in MENUS for act_id in ids if act_id}
    known = {act.id for act in ACTS}
    assert listed - known == {"recent", "theme", "language", "tags"}
    assert known - listed - NOT_IN_MENUS == set()


def test_letters_alone_act_only_in_the_text_and_on_the_board() -> None:
    for act in ACTS:
        for keys in key_sequences(act, {}):
            if len(keys.toString()) == 1:
                assert act.scope != "window", f"“{keys.toString()}” of {act.id} would act while a note is typed"


def test_the_users_keys_replace_those_of_the_table() -> None:
    find = next(act for act in ACTS if act.id == "find")
    assert key_sequences(find, {"find": ["Ctrl+Alt+F"]}) == [QKeySequence("Ctrl+Alt+F")]
    assert key_sequences(find, {"find": []}) == []
    assert QKeySequence("Ctrl+F") in key_sequences(find, {"other": ["X"]})


def test_without_a_project_only_what_needs_none_is_enabled() -> None:
    enabled = {act.id for act in ACTS if act.enabled(State())}
    assert {"project.new", "project.open", "settings", "quit", "help", "document.import"} <= enabled
    assert not enabled & {"highlight", "undo", "find", "excerpts.export", "pane.close", "mode.read"}


def test_a_read_only_project_enables_nothing_that_changes_it() -> None:
    everything = State(
        project=True, pane=True, panes=2, selection=True, highlight=True, tags=True, back=True, forward=True
    )
    enabled = {act.id for act in ACTS if act.enabled(everything)}
    assert not enabled & {
        "highlight",
        "tag.1",
        "tag.pick",
        "note",
        "ends",
        "link",
        "highlight.remove",
        "document.import",
    }
    assert {"copy", "copy.citation", "find", "search", "follow", "excerpts.export", "project.copy"} <= enabled
