"""The language of a text."""

from __future__ import annotations

import pytest

from reader.importers.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De leden van de fractie vragen of het kabinet dit met de Kamer wil delen en waarom niet.", "nl"),
        ("The members of the group ask the government to share this with the House and to say why.", "en"),
        ("Les membres du groupe demandent que le gouvernement partage ce texte avec la Chambre et les citoyens.", "fr"),
        ("Die Mitglieder der Fraktion fragen, ob die Regierung das mit dem Parlament und den Bürgern teilt.", "de"),
        ("", "nl"),
        ("The end.", "nl"),
        ("2018 12 345", "nl"),
    ],
)
def test_small_words_tell(text: str, language: str) -> None:
    assert guess_language(text) == language
