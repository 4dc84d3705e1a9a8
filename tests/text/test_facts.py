"""What a paper says of itself in its head: the sender's own mark."""

from __future__ import annotations

import pytest

from reader.text.recognise import recognise

HEAD = "Ministerie van Voorbeeld\nDatum 3 mei 2024\n{lines}\nBetreft Beantwoording van vragen over het water\n\n"
TEXT = "Geachte Voorzitter,\n\nHierbij zend ik u mijn antwoord op de vragen die u hebt gesteld.\n"


@pytest.mark.parametrize(
    ("lines", "mark"),
    [
        ("Ons kenmerk\n2024-0000219436", "2024-0000219436"),
        ("Kenmerk: BZDOC-1201-33", "BZDOC-1201-33"),
        ("Kenmerk 4567890-1006-PDC19", "4567890-1006-PDC19"),
        ("Onze referentie\nIENW/BSK-2024/117", "IENW/BSK-2024/117"),
        ("Uw kenmerk\n2024Z01234\nOns kenmerk\nAB 12", None),
        ("Uw kenmerk 2024Z01234", None),
        ("Kenmerk van dit beleid is dat het 2 jaar duurt", None),
        ("Kenmerk\nDatum 3 mei", None),
    ],
)
def test_the_mark_of_a_letter(lines: str, mark: str | None) -> None:
    found = recognise(HEAD.format(lines=lines) + TEXT)
    assert found.facts.get("reference") == mark
