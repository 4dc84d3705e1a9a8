"""Importing and looking at files of every kind on the command line: each paper is accounted for."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from reader.cli import main
from reader.store.project import Project
from tests.importers.exchange.files import archive as exchange_archive
from tests.importers.exchange.files import stored

FILES = Path(__file__).parents[1] / "files"
PAPER = "Brief van de minister van Justitie\n\nAan de Voorzitter van de Tweede Kamer\n\nHierbij stuur ik u stuk {n}.\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_command(*words: str | Path) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a message, an archive and files that cannot be read."""
    made = tmp_path / "map"
    made.mkdir()
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Message-ID"] = "a@b.nl", "Het bericht", "<1@b.nl>"
    mail.set_content("Geachte voorzitter,\n\nHierbij.\n")
    mail.add_attachment(PAPER.format(n=1).encode(), maintype="text", subtype="plain", filename="bijlage.txt")
    (made / "bericht.eml").write_bytes(mail.as_bytes())
    with zipfile.ZipFile(made / "bundel.zip", "w") as archive:
        archive.writestr("map/brief.txt", PAPER.format(n=2))
        archive.writestr("leeg.txt", "")
    (made / "op slot.pdf").write_bytes((FILES / "import" / "wachtwoord.pdf").read_bytes())
    (made / "verslag.rtf").write_bytes((FILES / "marked_up" / "verslag.rtf").read_bytes())
    return made


def test_folders_archives_and_messages_give_a_line_for_each_paper(run: Run, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "project.vindplaats"
    assert run("new", path)[0] == 0
    code, out, err = run("import", path, folder, "--json")
    assert code == 1
    entries = json.loads(out)
    assert [(entry["file"], entry["document"], entry["title"]) for entry in entries] == [
        (str(folder / "bericht.eml"), 1, "Het bericht"),
        (f"{folder / 'bericht.eml'}/bijlage.txt", 2, "Brief van de minister van Justitie"),
        (f"{folder / 'bundel.zip'}/leeg.txt", None, None),
        (f"{folder / 'bundel.zip'}/map/brief.txt", 3, "Brief van de minister van Justitie"),
        (str(folder / "op slot.pdf"), None, None),
        (str(folder / "verslag.rtf"), 4, "Verslag over het waterbeheer in de polder"),
    ]
    assert "“op slot.pdf” is protected with a password" in err
    assert "“bundel.zip/leeg.txt” is empty" in err
    with Project.open(path) as project:
        assert len(project.documents()) == 4
    code, out, err = run("import", path, folder / "bericht.eml")
    assert (code, out) == (1, "")
    assert err.count("is already in the project") == 2


def test_everything_that_can_be_read_gives_exit_code_0(run: Run, folder: Path, tmp_path: Path) -> None:
    code, out, err = run("new", tmp_path / "project.vindplaats", folder / "bericht.eml")
    assert (code, err) == (0, "")
    assert out.splitlines()[1] == "  2  Brief van de minister van Justitie (kamerbrief, 0 pages)"


def test_structure_of_every_format(run: Run, folder: Path) -> None:
    code, out, _ = run("structure", folder / "verslag.rtf", "--json")
    assert code == 0
    headings = [block["text"] for block in json.loads(out)["blocks"] if block["kind"] == "heading"]
    assert headings[:2] == ["1. Aanleiding", "1.1 Maatregelen"]
    assert run("structure", folder / "bericht.eml")[1].startswith("Het bericht (e-mail, 0 pages")
    code, _, err = run("structure", folder / "bundel.zip")
    assert (code, err) == (1, "vindplaats: “bundel.zip” holds several files. Unpack it and give one of them.\n")
    code, _, err = run("structure", folder / "op slot.pdf")
    assert code == 1
    assert "password" in err
    code, _, err = run("structure", folder / "weg.pdf")
    assert code == 1
    assert "it is not there" in err


def test_files_of_other_programs_give_a_line_for_each_kind_and_for_each_thing_left_out(
    run: Run, tmp_path: Path
) -> None:
    path, qdpx, table = tmp_path / "project.vindplaats", tmp_path / "ander.qdpx", tmp_path / "labels.csv"
    body = "Geachte voorzitter, de opvang gaat dicht.\nTot ziens.\n"
    data = {"p.qde": stored("cases.qde"), "sources/brief.txt": body.encode(), "sources/memo.txt": b"memo"}
    qdpx.write_bytes(exchange_archive(data))
    table.write_text("naam;kleur\nnieuw;rood\n", encoding="utf-8")
    assert run("new", path)[0] == 0
    code, out, err = run("import", path, qdpx, table)
    assert code == 0
    lines = out.splitlines()
    assert lines[:5] == [
        "ander.qdpx: 1 papers", "ander.qdpx: 4 labels", "ander.qdpx: 4 highlights", "ander.qdpx: 2 notes",
        "ander.qdpx: 1 links",
    ]  # fmt: skip
    assert lines[-1] == "labels.csv: 1 labels"
    assert "vindplaats: ander.qdpx: left out: document Foto: Pictures, sound and video are not read." in err
    assert run("import", path, table)[1] == "labels.csv: nothing that is not in the project\n"
    with Project.open(path) as project:
        assert len(project.documents()) == 1
        assert "nieuw" in {tag.name for tag in project.tags()}


def test_the_json_of_files_of_other_programs(run: Run, tmp_path: Path) -> None:
    path, table, bad = tmp_path / "project.vindplaats", tmp_path / "labels.csv", tmp_path / "begroting.csv"
    table.write_text("naam;kleur\nnieuw;rood\nNieuw;blauw\n", encoding="utf-8")
    bad.write_text("post;bedrag\n1;2\n", encoding="utf-8")
    assert run("new", path)[0] == 0
    code, out, err = run("import", path, table, bad, "--json")
    assert code == 1
    first, second = json.loads(out)
    assert (first["file"], first["document"], first["error"]) == (str(table), None, None)
    assert first["came_in"] == {
        "papers": 0, "labels": 1, "highlights": 0, "notes": 0, "labellings": 0, "links": 0, "link_kinds": 0,
    }  # fmt: skip
    assert first["changed"] == 0
    assert first["told"] == [
        {
            "kind": "label", "name": "Nieuw", "outcome": "left out",
            "why": "Another line of the table is about the same label.",
        }
    ]  # fmt: skip
    assert "is not a file of another program" in second["error"]
    assert "came_in" not in second
    assert second["error"] in err


def test_a_folder_without_files_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "project.vindplaats"
    (tmp_path / "leeg").mkdir()
    assert run("new", path)[0] == 0
    code, out, err = run("import", path, tmp_path / "leeg", "--json")
    assert code == 1
    assert [entry["error"] for entry in json.loads(out)] == ["“leeg” holds nothing to import."]
    assert "“leeg” holds nothing to import." in err
