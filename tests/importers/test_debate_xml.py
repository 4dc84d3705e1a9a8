"""Debates as XML of other sources: reports of the Tweede Kamer, TEI and Akoma Ntoso."""

from __future__ import annotations

import pytest

from reader.domain.errors import FileDamaged, NoText, UnknownXml
from reader.importers.base import importer_of, read_data
from reader.importers.debate_xml import DebateXml
from tests.importers.marked_up_files import FILES, extracted, headings, mutated, notes, rearranged, shown, survives

REPORT, CORPUS, ACT = (
    (FILES / name).read_text("utf-8") for name in ("vergadering.xml", "parlamint.xml", "akoma-ntoso.xml")
)


def test_a_report_of_the_chamber_gives_who_says_what() -> None:
    found = extracted(DebateXml(), REPORT)
    assert headings(found) == [
        (1, "Tweede Kamer, 75e vergadering"), (2, "Sluizen"), (3, "Mevrouw Voorbeeld (Partij):"),
        (3, "De heer Ander (PvhV):"), (2, "Sluiting"),
    ]  # fmt: skip
    assert shown(found, "paragraph") == [
        "Aan de orde is het debat over sluizen.", "Voorzitter. Ik vraag de minister om cijfers.", "Waarom?",
        "Einde 16.00 uur.",
    ]  # fmt: skip
    assert found.structure.facts == {
        "kind": "handelingen", "title": "Tweede Kamer, 75e vergadering", "number": "75", "date": "2024-05-14",
        "session": "2023-2024", "chamber": "Tweede Kamer",
    }  # fmt: skip


def test_a_part_of_a_corpus_is_a_paper_with_speakers_notes_and_facts() -> None:
    found = extracted(DebateXml(), CORPUS)
    assert headings(found) == [(1, "Verbod op winst"), (2, "De voorzitter"), (2, "Mevrouw Voorbeeld (Partij)")]
    assert shown(found, "paragraph") == [
        "Zie de vergadering van gisteren.", "Ik open de vergadering.", "Voorzitter.1 Dank u.", "Goed. Ik begin.",
    ]  # fmt: skip
    assert notes(found) == [("1", "Voorzitter.", "1 Handelingen.")]
    assert found.structure.facts == {
        "kind": "handelingen", "title": "Verbod op winst", "number": "16-4", "date": "2017-01-24",
        "session": "2016-2017", "chamber": "Eerste Kamer", "language": "nl",
    }  # fmt: skip


def test_a_debate_in_akoma_ntoso_is_read() -> None:
    found = extracted(DebateXml(), ACT)
    assert headings(found) == [
        (1, "Verslag van de zitting"), (1, "Vragenuur"), (2, "De heer Voorbeeld"), (2, "De minister"),
    ]  # fmt: skip
    assert notes(found) == [("2", "sluis", "2 Bij Testdam.")]
    assert found.structure.facts == {
        "kind": "handelingen", "title": "Verslag van de zitting", "date": "2019-02-05", "session": "2018-2019",
        "language": "nl",
    }  # fmt: skip


@pytest.mark.parametrize("data", [REPORT, CORPUS, ACT, "\ufeff" + REPORT])
def test_the_file_shows_what_it_is(data: str) -> None:
    chosen = importer_of(data.encode())
    assert isinstance(chosen, DebateXml)


def test_empty_and_broken_files_are_said() -> None:
    with pytest.raises(NoText):
        extracted(DebateXml(), "<TEI><text><body/></text></TEI>")
    with pytest.raises(FileDamaged):
        extracted(DebateXml(), REPORT[:-60])
    with pytest.raises(FileDamaged):
        extracted(DebateXml(), '<!DOCTYPE TEI [<!ENTITY a "b">]><TEI><text>&a;</text></TEI>')


@pytest.mark.parametrize("data", [REPORT, CORPUS, ACT])
def test_damaged_files_are_read_or_refused(data: str) -> None:
    survives(DebateXml(), data.encode(), mutated, 100)
    assert survives(DebateXml(), data.encode(), rearranged, 60) > 30


@pytest.mark.parametrize(
    "data",
    [
        '<?xml version="1.0"?><rss><channel><title>Nieuws</title></channel></rss>',
        '\ufeff<?xml version="1.0" encoding="utf-8"?>\n<svg><text>Een kaart van het land</text></svg>',
        '  <?xml version="1.0"?>\n<!-- gemaakt --><instellingen><taal>nl</taal></instellingen>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_other_xml_is_no_paper_and_said_to_be_so(data: str, encoding: str) -> None:
    with pytest.raises(UnknownXml, match=r"gegevens\.xml"):
        read_data(data.encode(encoding), "gegevens.xml", lambda _share: None)
