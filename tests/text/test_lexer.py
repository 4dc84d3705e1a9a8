"""The Pygments lexer: its tokens add up to the text, and name what they should."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from pygments import lex
from pygments.token import Keyword, Name

from reader.text.lexer import KamerstukLexer
from tests.text.conftest import NAMES, Paper
from tests.text.strategies import some_text

GOLDEN = Path(__file__).parents[1] / "files" / "lexer"


def adds_up(text: str) -> None:
    position = 0
    for offset, _, value in KamerstukLexer().get_tokens_unprocessed(text):
        assert offset == position
        assert value
        position += len(value)
    assert position == len(text)


@given(some_text)
def test_tokens_add_up_to_the_text(text: str) -> None:
    adds_up(text)


@pytest.mark.parametrize("name", NAMES)
def test_tokens_add_up_to_a_paper(papers: dict[str, Paper], name: str) -> None:
    adds_up(papers[name].body)


@pytest.mark.parametrize("name", NAMES)
def test_the_named_tokens_are_those_of_the_golden_file(papers: dict[str, Paper], name: str) -> None:
    """To renew the files after a wanted change: write what `named_tokens` gives."""
    assert named_tokens(papers[name].body) == (GOLDEN / f"{name}.tokens").read_text(encoding="utf-8")


def named_tokens(body: str) -> str:
    lines = [
        f"{offset}\t{str(token).removeprefix('Token.')}\t{value!r}\n"
        for offset, token, value in KamerstukLexer().get_tokens_unprocessed(body)
        if str(token) != "Token.Text"
    ]
    return "".join(lines)


def test_heads_fracties_and_references_have_their_own_types(papers: dict[str, Paper]) -> None:
    tokens = list(lex(papers["003"].body, KamerstukLexer()))
    assert sum(token is Keyword.Answer for token, _ in tokens) == 21
    assert sum(token is Name.Class.Fractie for token, _ in tokens) == 25
    assert (Name.Entity.Reference, "Kamerstuk 21 501-02, nr. 1525") in tokens


def test_a_paper_is_known_from_other_text(papers: dict[str, Paper]) -> None:
    assert KamerstukLexer.analyse_text(papers["004"].body) > 0.5
    assert KamerstukLexer.analyse_text("def main(): pass") == 0.0
