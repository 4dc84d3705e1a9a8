"""The commands on real project files: what they print, what they refuse, and their exit codes."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.cli.exporting import FORMAT_NAMES
from reader.exporters.formats import FORMATS

SEEDS = Path(__file__).parents[2] / "seeds"
LETTER = SEEDS / "2018-04-25-kamerbrief-libische-detentiecentra.txt"
REPORT = SEEDS / "2018-06-schriftelijk-overleg-integrale-migratieagenda.txt"


class Outcome:
    """What a command gave."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Runner:
    """Runs commands; `path` is a project file that is not there yet."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path, self._capsys = path, capsys

    def __call__(self, *words: str | Path) -> Outcome:
        code = main([str(word) for word in words])
        captured = self._capsys.readouterr()
        return Outcome(code, captured.out, captured.err)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Runner:
    return Runner(tmp_path / "project.vindplaats", capsys)


def test_new_makes_a_project_and_imports(run: Runner) -> None:
    outcome = run("new", run.path, LETTER)
    assert outcome.code == 0
    assert outcome.out == "  1  Brief over het sluiten van de Libische detentiecentra (kamerbrief, 2 pages)\n"
    assert run.path.is_file()
    again = run("new", run.path)
    assert again.code == 1
    assert "already exists" in again.err


def test_import_says_what_became_of_each_file_and_keeps_the_others(run: Runner, tmp_path: Path) -> None:
    run("new", run.path, LETTER)
    empty, binary, letter = tmp_path / "empty.txt", tmp_path / "picture.txt", tmp_path / "brief.txt"
    empty.touch()
    binary.write_bytes(bytes(range(256)) * 100)
    letter.write_text("Titel van de brief\n\nDe leden vragen dit.\n", encoding="utf-8")
    outcome = run("import", run.path, empty, letter, binary, LETTER, tmp_path / "gone.txt", REPORT, "--json")
    assert outcome.code == 1
    assert [
        (entry["document"], entry["title"] and entry["title"][:5], entry["error"] is None) for entry in outcome.json
    ] == [
        (None, None, False),
        (2, "Titel", True),
        (None, None, False),
        (None, None, False),
        (None, None, False),
        (3, "Versl", True),
    ]
    assert set(outcome.json[0]) == {"file", "document", "title", "kind", "pages", "error"}
    assert outcome.json[0]["file"] == str(empty)
    assert outcome.json[3]["error"].startswith("“2018-04-25-kamerbrief-libische-detentiecentra.txt” is already in")
    assert len(outcome.err.splitlines()) == 4
    assert len(run("documents", run.path, "--json").json) == 3


def test_documents_as_json_have_the_documented_form(run: Runner) -> None:
    run("new", run.path, LETTER)
    [entry] = run("documents", run.path, "--json").json
    assert len(entry.pop("uid")) == 36
    assert entry == {
        "number": 1,
        "title": "Brief over het sluiten van de Libische detentiecentra",
        "kind": "kamerbrief",
        "date": "2018-04-25",
        "dossiers": ["19637", "30573"],
        "document_number": "2386",
        "language": "nl",
        "pages": 2,
        "characters": len(LETTER.read_text(encoding="utf-8")),
        "highlights": 0,
        "source_name": LETTER.name,
    }
    text = run("documents", run.path).out
    assert "19637 and 30573, nr. 2386" in text


def test_structure_of_a_file_and_of_a_paper_are_the_same(run: Runner) -> None:
    run("new", run.path, LETTER, REPORT)
    from_file = run("structure", REPORT, "--json").json
    uid = run("documents", run.path, "--json").json[1]["uid"]
    assert run("structure", run.path, "2", "--json").json == from_file
    assert run("structure", run.path, uid[:8], "--json").json == from_file
    keys = "title kind date dossiers document_number characters sha256 encoding pages blocks footnotes references"
    assert list(from_file) == [*keys.split(), "questions", "answers"]
    body = REPORT.read_text(encoding="utf-8")
    assert from_file["characters"] == len(body)
    for page in from_file["pages"]:
        assert set(page) == {"index", "label", "start", "end"}
    for block in from_file["blocks"]:
        assert set(block) == {"kind", "level", "start", "end", "text", "section"}
        assert body[block["start"] :].startswith(block["text"].split()[0][:2])
    for note in from_file["footnotes"]:
        assert body[note["marker"] :].startswith(note["number"])
    assert {reference["id"] for reference in from_file["references"]} >= {"kst-19637-2386"}


def test_structure_in_words_is_an_outline(run: Runner) -> None:
    lines = run("structure", REPORT).out.splitlines()
    assert lines[0].startswith("Verslag van een schriftelijk overleg")
    assert any(line.strip().startswith("1.4 Minder illegaliteit") for line in lines)


@pytest.mark.parametrize("doc", ["0", "9", "", "zz"])
def test_a_paper_that_is_not_there(run: Runner, doc: str) -> None:
    run("new", run.path, LETTER)
    outcome = run("structure", run.path, doc)
    assert outcome.code == 1
    assert "no paper" in outcome.err


def test_a_few_characters_are_no_uid(run: Runner) -> None:
    run("new", run.path, LETTER)
    uid = run("documents", run.path, "--json").json[0]["uid"]
    assert [run("structure", run.path, uid[:length], "--json").code for length in (3, 4, 8)] == [1, 0, 0]


def test_structure_of_a_project_needs_a_paper(run: Runner) -> None:
    run("new", run.path)
    outcome = run("structure", run.path)
    assert outcome.code == 2
    assert "which paper" in outcome.err


def test_search_finds_words_with_their_place(run: Runner) -> None:
    run("new", run.path, LETTER, REPORT)
    hits = run("search", run.path, "detentiecentra", "--json").json
    assert {hit["document"] for hit in hits} == {1, 2}
    bodies = {1: LETTER.read_text(encoding="utf-8"), 2: REPORT.read_text(encoding="utf-8")}
    for hit in hits:
        assert set(hit) == {"document", "page", "start", "end", "snippet", "score"}
        assert 0 <= hit["start"] < hit["end"] <= len(bodies[hit["document"]])
        assert not {"\x02", "\x03"} & set(hit["snippet"])
        assert hit["page"] >= 1
    assert run("search", run.path, "onvindbaarwoord", "--json").json == []
    assert "Libische" in run("search", run.path, "detentiecentra").out
    assert run("search", run.path, "  ").code == 1


def test_the_command_names_every_format() -> None:
    assert sorted(FORMAT_NAMES) == sorted(FORMATS)


@pytest.mark.parametrize("form", [name for name in FORMAT_NAMES if name != "annotated-pdf"])
def test_export_writes_each_format(run: Runner, sample_project: Path, tmp_path: Path, form: str) -> None:
    output = tmp_path / f"excerpts.{form}"
    paper = ("--document", "5") if form.startswith("annotated") else ()
    outcome = run("export", sample_project, "--format", form, "-o", output, *paper)
    assert outcome.code == 0
    assert output.stat().st_size > 500
    assert str(output) in outcome.out
    assert bool(outcome.err) == bool(FORMATS[form].losses("en"))
    again = tmp_path / "again"
    assert run("export", sample_project, "--format", form, "-o", again, *paper).code == 0
    assert again.read_bytes() == output.read_bytes()


def test_a_whole_paper_is_one_paper(run: Runner, sample_project: Path, tmp_path: Path) -> None:
    outcome = run("export", sample_project, "--format", "annotated-html", "-o", tmp_path / "x.html")
    assert outcome.code == 1
    assert "--document" in outcome.err


def test_an_export_as_it_was_asked_for(run: Runner, sample_project: Path, tmp_path: Path) -> None:
    def written(*options: str) -> str:
        output = tmp_path / "excerpts.md"
        assert run("export", sample_project, "--format", "markdown", "-o", output, *options).code == 0
        return output.read_text(encoding="utf-8")

    plain = written()
    assert "Kamerstukken II" in plain
    assert "*Kamerstukken II* 2017/18" not in written("--style", "kamerstijl")
    assert "[Brief over het sluiten" in written("--template", "[{{ title }}]").replace("\\", "")
    assert "Note:" in written("--language", "en")
    assert "Notitie:" not in written("--no-notes")
    assert len(written("--context", "2")) > len(plain)
    assert len(written("--no-links")) < len(plain)


def test_a_template_that_cannot_be_used_is_told(run: Runner, sample_project: Path, tmp_path: Path) -> None:
    output = tmp_path / "x.md"
    outcome = run("export", sample_project, "--format", "markdown", "-o", output, "--template", "{{ nergens }}")
    assert outcome.code == 1
    assert "there is no field “nergens”" in outcome.err
    assert not output.exists()


def test_export_of_labels_and_papers(run: Runner, sample_project: Path, tmp_path: Path) -> None:
    def rows(*options: str) -> list[list[str]]:
        output = tmp_path / "excerpts.csv"
        assert run("export", sample_project, "--format", "csv", "-o", output, *options).code == 0
        text = output.read_text(encoding="utf-8-sig")
        return list(csv.reader(text.splitlines(), delimiter=csv.Sniffer().sniff(text.splitlines()[0]).delimiter))[1:]

    everything = rows()
    letter = rows("--document", "1")
    detention = rows("--document", "1", "--tag", "detentie")
    assert len(everything) > len(letter) > len(detention) > 0
    both = rows("--document", "1", "--tag", "detentie", "--tag", "financiering")
    assert len(letter) >= len(both) > len(detention)


def test_export_that_cannot_be_done(run: Runner, sample_project: Path, tmp_path: Path) -> None:
    output = tmp_path / "x.md"
    words = ("export", sample_project, "-o", output, "--format")
    assert run(*words, "markdown", "--tag", "nergens").code == 1
    assert run(*words, "psd").code == 2
    assert run(*words, "markdown", "--document", "zz").code == 1
    assert run("export", sample_project, "-o", tmp_path / "no" / "x.md", "--format", "markdown").code == 1
    assert not output.exists()


@pytest.mark.parametrize("name", ["voorbeeld.vindplaats", "ander.vindplaats", "verwijzing"])
def test_an_export_never_takes_the_place_of_a_project(
    run: Runner, sample_project: Path, tmp_path: Path, name: str
) -> None:
    project = tmp_path / "voorbeeld.vindplaats"
    project.write_bytes(sample_project.read_bytes())
    (tmp_path / "verwijzing").symlink_to(project)
    outcome = run("export", project, "--format", "text", "-o", tmp_path / name)
    assert outcome.code == 1
    assert "is a project and was not replaced" in outcome.err
    assert project.read_bytes() == sample_project.read_bytes()
    assert not (tmp_path / "ander.vindplaats").exists()


def test_an_export_goes_to_a_file_with_a_name(run: Runner, sample_project: Path) -> None:
    outcome = run("export", sample_project, "--format", "text", "-o", "-")
    assert outcome.code == 2
    assert "written to a file" in outcome.err
    assert not Path("-").exists()


def test_the_sample_is_made_once(run: Runner) -> None:
    assert run("sample", run.path).code == 0
    listed = run("documents", run.path, "--json").json
    assert len(listed) == 5
    assert sum(entry["highlights"] for entry in listed) >= 30
    size = run.path.stat().st_size
    assert run("sample", run.path).code == 1
    assert run.path.stat().st_size == size


def test_a_sound_project_is_said_to_be_sound(run: Runner, sample_project: Path) -> None:
    before = sample_project.read_bytes()
    outcome = run("check", sample_project)
    assert (outcome.code, outcome.err) == (0, "")
    assert "is sound: 5 papers" in outcome.out
    assert sample_project.read_bytes() == before


def test_a_damaged_project_is_found_and_saved_into_a_new_file(
    run: Runner, sample_project: Path, tmp_path: Path
) -> None:
    data = bytearray(sample_project.read_bytes())
    start = len(data) // 2 // 4096 * 4096
    data[start : start + 4096] = bytes(4096)
    sample_project.write_bytes(data)
    found = run("check", sample_project)
    assert found.code == 1
    assert found.err.startswith("vindplaats: ")
    new = tmp_path / "saved.vindplaats"
    assert run("check", sample_project, "--repair-copy", new).code == 0
    assert sample_project.read_bytes() == data
    assert run("documents", new, "--json").json
    again = run("check", sample_project, "--repair-copy", new)
    assert again.code == 1
    assert "already exists" in again.err


@pytest.mark.parametrize("words", [("documents",), ("search", "x"), ("import", str(LETTER)), ("check",)])
def test_a_file_that_is_no_project_is_left_alone(run: Runner, words: tuple[str, ...], tmp_path: Path) -> None:
    missing, other = tmp_path / "gone.vindplaats", tmp_path / "letter.vindplaats"
    other.write_text("Geachte voorzitter, " * 100, encoding="utf-8")
    before = other.read_bytes()
    for path in (missing, other):
        outcome = run(words[0], path, *words[1:])
        assert outcome.code == 1
        assert outcome.out == ""
        assert outcome.err.startswith("vindplaats: ")
        assert len(outcome.err.splitlines()) == 1
    assert not missing.exists()
    assert other.read_bytes() == before


@pytest.mark.parametrize(
    "words", [("import", "p"), ("search", "p"), ("export", "p"), ("new",), ("documents", "p", "--xml")]
)
def test_wrong_use_has_its_own_exit_code(run: Runner, words: tuple[str, ...]) -> None:
    outcome = run(*words)
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1
