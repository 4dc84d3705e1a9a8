"""The questions board on the sample papers: what the head counts, and the blocks without answers."""

# ruff: noqa: F811  (a fixture is imported, then named as a parameter)
from __future__ import annotations

from pathlib import Path

from reader.models.board_items import GroupItem, QuestionItem
from reader.models.session import Session
from reader.ui.board_text import MarkedText
from tests.questions.papers import SEEDS
from tests.ui.board_fixtures import Shown, add_paper, english, session, shown  # noqa: F401


def body(beginning: str) -> str:
    return next(SEEDS.glob(f"{beginning}*.txt")).read_text(encoding="utf-8")


def test_a_consultation_of_25_blocks(shown: Shown, session: Session, tmp_path: Path) -> None:
    shown.show(add_paper(session, tmp_path, "migratieagenda", body("2018-06")))
    head = shown.board.head
    assert head.blocks.text() + head.answered.text() + head.without.text() == (
        "25 question blocks, 23 answered, 2 without an answer block"
    )
    blocks = [item for item in shown.board.model.items() if isinstance(item, GroupItem) and item.has_no_answers]
    assert [(item.section, item.fractie) for item in blocks] == [("1.1", "SP"), ("1.1", "ChristenUnie")]
    words = shown.board.model.texts.group_words(blocks[0])
    assert words.startswith("Among the answers under 1.1 there is none to the SP fractie · ")
    place = shown.board.model.row_of(("group", blocks[0].id))
    below = shown.board.model.item(place + 1)
    assert isinstance(below, QuestionItem)
    assert below.row.state == "nothing"
    first = next(item for item in shown.board.model.questions() if item.row.question.section == "1.2")
    assert shown.board.model.texts.question_meta(first) == "question 1 · p. 7"
    # a weak candidate is no answer: neither in the row nor aloud
    weak = next(
        item
        for item in shown.board.model.questions()
        if item.row.state == "nothing" and item.row.candidates and not item.row.links
    )
    assert shown.board.model.texts.band(weak) == "weak candidate"
    shown.board.show_question(weak.id)
    content = shown.board.open_row.content
    assert content is not None
    assert ", weak · " in content.answer_meta or content.answer_meta.startswith("Candidate, weak")


def test_numbered_answers(shown: Shown, session: Session, tmp_path: Path) -> None:
    shown.show(add_paper(session, tmp_path, "raad", body("2017-07")))
    assert shown.board.head.blocks.text() == "21 questions"
    assert shown.board.head.answered.text() == ", 21 suggested"
    assert shown.board.head.without.isHidden()
    why = [text.text() for text in shown.board.open_row.findChildren(MarkedText)]
    assert any(words.startswith("Why: same number (1), follows the question directly, shared words: ") for words in why)
