"""A project as a REFI-QDA project and as a codebook: valid, complete, read by another program, always the same."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from reader.domain.errors import ActRefused
from reader.domain.model import ANSWERED_BY, Document, Entity, Link, Tag, Tagging
from reader.exporters.base import FORMATS, ExcerptFilter, Export, ExportOptions, collect, gather, render
from reader.exporters.formats import no_step
from reader.exporters.qdc import render_export as render_codebook
from reader.exporters.qdpx import render_export
from reader.exporters.qdpx_papers import plain_text
from tests.exporters.golden import SAMPLE_MOMENT, assert_golden, sample_project
from tests.exporters.projects import MOMENT, OPTIONS, QUESTIONS, mark, marks, papers, project
from tests.exporters.refi_rules import NAMESPACES, faults
from tests.in_memory import InMemoryProject

EVERYTHING = ExcerptFilter()
ALL = replace(OPTIONS, names=True)
SAMPLE = ExportOptions("Voorbeeld", SAMPLE_MOMENT, names=True)
HOSTILE = "=1+1 <script>&\"'\x00\x0b\x1b]]> \u202e\ufffe\ud800 🤦🏽‍♀️\u00a0\r\n"


def export_of(source: InMemoryProject, options: ExportOptions = ALL, chosen: ExcerptFilter = EVERYTHING) -> Export:
    return gather(source, chosen, options)


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def project_of(data: bytes) -> Any:
    """The root of the project in a file."""
    return etree.fromstring(opened(data).read("project.qde"))


def found(root: Any, path: str) -> list[Any]:
    """The elements at a path such as "Notes/Note", where "//" stands for any depth."""
    namespace = etree.QName(root).namespace
    steps = [f"q:{step}" if step else "" for step in path.split("/")]
    elements: list[Any] = root.xpath("/".join(steps), namespaces={"q": namespace})
    return elements


def authored() -> list[Entity]:
    """The marks of the small project, with authors."""
    return [
        replace(one, author="Ans") if isinstance(one, Link | Tagging) or one.uid == "q1" else one for one in marks()
    ]


def test_a_project_and_a_codebook_keep_the_rules_of_the_schema() -> None:
    source = InMemoryProject([*papers(), *_tags(), *authored()])
    assert faults(opened(render_export(export_of(source), no_step)).read("project.qde")) == []
    assert faults(render_codebook(export_of(source), no_step)) == []


def test_the_rules_find_faults() -> None:
    def book(inner: str) -> bytes:
        return f'<CodeBook xmlns="{NAMESPACES["CodeBook"]}">{inner}</CodeBook>'.encode()

    assert faults(book("<Codes/>")) == ["Codes: 0 times Code"]
    assert "Code@guid: absent" in faults(book('<Codes><Code name="a" isCodable="true"/></Codes>'))


def test_a_project_without_labels_marks_or_papers_has_no_empty_lists() -> None:
    empty = render_export(Export(InMemoryProject(), (), ALL, ()), no_step)
    assert faults(opened(empty).read("project.qde")) == []
    assert len(project_of(empty)) == 0
    bare = InMemoryProject(papers())
    assert (
        faults(opened(render_export(Export(bare, (), ALL, tuple(bare.documents())), no_step)).read("project.qde")) == []
    )


def test_positions_are_code_points_of_a_text_file_with_line_feeds_and_no_mark() -> None:
    data = render_export(export_of(project()), no_step)
    archive = opened(data)
    texts = {path: archive.read(path) for path in archive.namelist() if path.startswith("sources/")}
    assert all(b"\r" not in text and not text.startswith(b"\xef\xbb\xbf") for text in texts.values())
    quotes = set()
    for source in found(project_of(data), "Sources/TextSource"):
        text = texts["sources/" + source.get("plainTextPath").removeprefix("internal://")].decode()
        for selection in found(source, "PlainTextSelection"):
            quotes.add(text[int(selection.get("startPosition")) : int(selection.get("endPosition"))])
    assert quotes == {highlight.quote for highlight in project().highlights()}


def test_a_text_keeps_its_length_whatever_stands_in_it() -> None:
    body = "\ufeffeen\r\ntwee\rdrie\n\x0c🤦🏽‍♀️ שלום\ud800"
    text = plain_text(body).decode("utf-8")
    assert len(text) == len(body)
    assert "\r" not in text
    assert not text.startswith("\ufeff")
    assert plain_text("gewoon\n\x0c𝒂") == "gewoon\n\x0c𝒂".encode()


def test_labels_are_a_tree_in_which_what_only_holds_others_is_no_code() -> None:
    codes = {
        code.get("name"): code
        for code in found(project_of(render_export(export_of(project()), no_step)), "CodeBook/Codes//Code")
    }
    assert {name: code.get("isCodable") for name, code in codes.items()} == {
        "opvang": "true", "geld": "false", "kosten": "true",
    }  # fmt: skip
    assert codes["kosten"].getparent() is codes["geld"]
    assert found(codes["opvang"], "Description")[0].text == "Onderdak van mensen"
    assert codes["opvang"].get("color") == "#5B3CB0"


def test_a_note_is_a_description_and_a_note_that_is_referred_to() -> None:
    root = project_of(render_export(export_of(project()), no_step))
    (selection,) = [one for one in found(root, "Sources/TextSource/PlainTextSelection") if found(one, "Description")]
    assert found(selection, "Description")[0].text == "Eerste vraag.\nLet op."
    wanted = found(selection, "NoteRef")[0].get("targetGUID")
    (note,) = [one for one in found(root, "Notes/Note") if one.get("guid") == wanted]
    assert found(note, "PlainTextContent")[0].text == "Eerste vraag.\nLet op."


def test_a_link_goes_one_way_from_the_question_to_its_answer() -> None:
    root = project_of(render_export(export_of(project()), no_step))
    names = {one.get("guid"): one.get("name") for one in found(root, "Sources/TextSource/PlainTextSelection")}
    links = [
        (link.get("name"), link.get("direction"), names[link.get("originGUID")], names[link.get("targetGUID")])
        for link in found(root, "Links/Link")
    ]
    question = "Waarom is de opvang ge- sloten?3"
    assert ("beantwoord in", "OneWay", question, "De opvang is vol.") in links
    assert ("beantwoord in", "OneWay", question, "Ook is er geen geld.") in links
    assert len(links) == 3


def test_the_other_end_of_a_link_goes_out_with_its_paper() -> None:
    chosen = ExcerptFilter(highlight_uids={"q1"})
    root = project_of(render_export(export_of(project(), chosen=chosen), no_step))
    assert len(found(root, "Sources/TextSource")) == 2
    assert len(found(root, "Sources/TextSource/PlainTextSelection")) == 3
    assert len(found(root, "Links/Link")) == 2


def test_notes_names_and_links_go_out_only_when_asked_for() -> None:
    source = InMemoryProject([*papers(), *_tags(), *authored()])
    told = opened(render_export(export_of(source), no_step)).read("project.qde")
    assert b'name="Ans"' in told
    options = replace(OPTIONS, notes=False, links=False, names=False)
    silent = opened(render_export(export_of(source, options), no_step)).read("project.qde")
    assert faults(silent) == []
    assert not any(words in silent for words in (b"Ans", b"Eerste vraag", b"Geen echt antwoord", b"<Link", b"<Users"))


def test_what_is_known_of_a_paper_is_in_variables_and_dossiers_are_sets() -> None:
    root = project_of(render_export(export_of(project()), no_step))
    names = {one.get("guid"): one.get("name") for one in found(root, "Variables/Variable")}
    values = {
        names[found(value, "VariableRef")[0].get("targetGUID")]: value[-1].text
        for value in found(found(root, "Sources/TextSource")[0], "VariableValue")
    }
    assert values == {
        "Dossier": "19637", "Nummer": "2395", "Datum": "2018-06", "Soort": "schriftelijk-overleg",
        "Kamer": "Tweede Kamer", "Vergaderjaar": "2017-2018", "Taal": "nl",
    }  # fmt: skip
    (group,) = found(root, "Sets/Set")
    assert group.get("name") == "Dossier 19637"
    assert found(group, "MemberSource")[0].get("targetGUID") == found(root, "Sources/TextSource")[0].get("guid")


def test_dates_are_dates_only_when_all_are_whole() -> None:
    def types(*dates: str) -> set[str]:
        made = [replace(one, date=date) for one, date in zip(papers()[:2], dates, strict=True)]  # type: ignore[type-var]
        data = render_export(export_of(InMemoryProject([*made, *papers()[2:], *_tags(), *marks()])), no_step)
        assert faults(opened(data).read("project.qde")) == []
        return {one.get("typeOfVariable") for one in found(project_of(data), "Variables/Variable")}

    assert types("2018-06", "2018-06-11") == {"Text"}
    assert types("2018-06-01", "2018-06-11") == {"Text", "Date"}


def test_a_passage_that_lost_its_place_becomes_a_note_on_its_paper() -> None:
    lost = replace(mark("lost", "Wat kost dit?", note="Kwijt."), status="orphan")  # type: ignore[type-var]
    root = project_of(render_export(export_of(project(lost)), no_step))
    (reference,) = found(root, "Sources/TextSource/NoteRef")
    (note,) = [one for one in found(root, "Notes/Note") if one.get("guid") == reference.get("targetGUID")]
    assert found(note, "PlainTextContent")[0].text == "Wat kost dit?\n\nKwijt."


def test_hostile_words_break_nothing() -> None:
    tag = Tag("tag-x", HOSTILE, description=HOSTILE)
    marked = mark("x", "De opvang is vol.", note=HOSTILE, author=HOSTILE)
    linked = Link("link-x", ANSWERED_BY.uid, "q3", "x", note=HOSTILE)
    source = project(tag, marked, Tagging("x", "tag-x", author=HOSTILE), linked)
    named = InMemoryProject(
        replace(one, title=HOSTILE, senders=(HOSTILE,), url=HOSTILE) if isinstance(one, Document) else one
        for table in source.state().values()
        for one in table.values()
    )
    for one in (source, named):
        export = export_of(one, replace(ALL, title=HOSTILE))
        assert faults(opened(render_export(export, no_step)).read("project.qde")) == []
        assert faults(render_codebook(export, no_step)) == []


def test_the_same_project_gives_the_same_bytes_also_with_another_hash_seed() -> None:
    program = (
        "import hashlib, sys\n"
        "from tests.exporters.test_qdpx import ALL, export_of, project, render_codebook, render_export, no_step\n"
        "export = export_of(project())\n"
        "print(hashlib.sha256(render_export(export, no_step) + render_codebook(export, no_step)).hexdigest())\n"
    )
    root = Path(__file__).parent.parent.parent
    digests = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=root, env={"PYTHONHASHSEED": seed, "PATH": ""}, check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(digests) == 1


def test_the_files_have_the_date_of_the_project() -> None:
    late = replace(ALL, moment=datetime(2026, 7, 16, 14, 2, 10, tzinfo=UTC))
    for options, stamp in (
        (late, (2026, 7, 16, 14, 2, 10)),
        (replace(ALL, moment=datetime(1970, 1, 1, tzinfo=UTC)), (1980, 1, 1, 0, 0, 0)),
    ):
        archive = opened(render_export(export_of(project(), options), no_step))
        assert {entry.date_time for entry in archive.infolist()} == {stamp}


def test_it_can_be_stopped() -> None:
    def stop(share: float) -> None:
        if share > 0.2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        render_export(export_of(project()), stop)


def test_the_sample_project_is_as_it_was() -> None:
    export = Export(sample_project(), collect(sample_project()), SAMPLE, tuple(sample_project().documents()))
    data = render(export, "qdpx")
    assert_golden("sample.qde", opened(data).read("project.qde"))
    assert_golden("sample.qdc", render(export, "qdc"))
    for number, document in enumerate(sample_project().documents()):
        path = f"sources/{document.text_uid}.txt"
        assert opened(data).namelist()[number + 1] == path
        assert opened(data).read(path).decode() == sample_project().body(document.text_uid)


def test_what_is_lost_is_told_in_both_languages() -> None:
    for name in ("qdpx", "qdc"):
        losses = [FORMATS[name].losses(language) for language in ("nl", "en")]
        assert len(losses[0]) == len(losses[1]) > 0
        assert not set(losses[0]) & set(losses[1])


def test_a_codebook_needs_a_label() -> None:
    with pytest.raises(ActRefused, match="no labels"):
        render_codebook(Export(InMemoryProject(), (), ALL, ()), no_step)


def test_a_deep_tree_of_labels_goes_out() -> None:
    deep = [
        Tag(f"t{number}", f"label {number}", parent_uid=f"t{number - 1}" if number else None) for number in range(200)
    ]
    export = export_of(InMemoryProject(deep))
    assert render_codebook(export, no_step).count(b"<Code ") == 200


def test_another_program_reads_both(tmp_path: Path) -> None:
    import pyrefiqda  # a reader that others made from the schema

    export = export_of(project())
    (tmp_path / "a.qdpx").write_bytes(render_export(export, no_step))
    (tmp_path / "a.qdc").write_bytes(render_codebook(export, no_step))
    read = pyrefiqda.RefiProject.load(tmp_path / "a.qdpx", extract_dir=tmp_path / "unpacked")
    first = read.sources.text_source[0]
    path = pyrefiqda.RefiProject.resolve_source_path(first.plain_text_path, tmp_path / "unpacked")
    assert path.read_text(encoding="utf-8") == QUESTIONS
    assert [QUESTIONS[one.start_position : one.end_position] for one in first.plain_text_selection] == [
        highlight.quote for highlight in project().highlights("questions")
    ]
    assert len(read.links.link) == 3
    book = pyrefiqda.RefiCodebook.load(tmp_path / "a.qdc")
    assert [code.name for code in book.codes.code] == ["opvang", "geld"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=12), min_size=3, max_size=3), st.integers(0, 9), st.integers(0, 9))
def test_any_words_give_a_valid_file(words: Sequence[str], hue: int, more: int) -> None:
    name, note, author = words
    source = project(
        Tag("tag-x", name, hue, more, description=note),
        mark("x", "De opvang is vol.", note=note, author=author),
        Tagging("x", "tag-x", author=author),
    )
    data = render_export(export_of(source, replace(ALL, title=name, moment=MOMENT)), no_step)
    assert faults(opened(data).read("project.qde")) == []


def _tags() -> list[Entity]:
    return [Tag("tag-b", "opvang"), Tag("tag-c", "geld", 3, 3, position=1), Tag("tag-d", "kosten", parent_uid="tag-c")]
