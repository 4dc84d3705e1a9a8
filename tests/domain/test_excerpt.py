"""What goes out of a marked passage."""

from __future__ import annotations

from reader.domain.citation import Place, plain
from reader.domain.excerpt import Excerpt, Label, Passage
from reader.domain.model import Document, Highlight


def test_a_label_is_named_by_its_whole_path() -> None:
    assert Label("uid", ("migratie", "detentie"), 1, 1, 0).name == "migratie › detentie"


def test_an_excerpt_speaks_for_its_passage() -> None:
    paper = Document("paper", "Overleg", "text", kind="kamerstuk", dossiers=("19637",), number="2395", chamber="II")
    highlight = Highlight("mark", "text", "paper", 10, 14, "stil", note="Waarom?")
    passage = Passage(highlight, paper, "stil", (Label("tag", ("rust",), 2, 3, 0),), Place(("7",)))
    excerpt = Excerpt(passage)
    assert (excerpt.uid, excerpt.note, excerpt.quote, excerpt.document) == ("mark", "Waarom?", "stil", paper)
    assert excerpt.labels[0].name == "rust"
    assert plain(excerpt.citation()) == "Kamerstukken II 19637, nr. 2395, p. 7"
    assert plain(excerpt.citation("kamerstijl")) == "Kamerstuk 19 637, nr. 2395, p. 7"
