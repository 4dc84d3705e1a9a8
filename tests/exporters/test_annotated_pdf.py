"""A copy of a PDF with its marks as annotations: where they stand, what they tell, and that the file stays itself."""

from __future__ import annotations

import io
import json
import math
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, IndirectObject

from reader.cli import ANNOTATE_PDF, VIEW_PDF, main
from reader.domain.anchor import make_highlight
from reader.domain.errors import ActRefused, PagesDiffer, PagesUnreadable, ReaderError
from reader.domain.model import ANSWERED_BY, Entity, Highlight, Link, Span, Tag, Tagging, Text
from reader.exporters.annotated_pdf import render_export
from reader.exporters.annotated_pdf_preview import render_preview
from reader.exporters.annotated_pdf_process import ANNOTATE_WORD, VIEW_WORD, annotating, viewing
from reader.exporters.annotated_pdf_update import Unwritable, update_of
from reader.exporters.base import ExcerptFilter, Export, ExportOptions, gather
from reader.importers.base import read_file
from reader.importers.pdf_view_child import serve
from tests.exporters.golden import assert_golden
from tests.exporters.projects import MOMENT, mark, papers
from tests.importers.pdf_maker import HEIGHT, LETTER, WIDTH, Run, Sheet, column, pdf
from tests.in_memory import InMemoryProject

OPTIONS = ExportOptions("Opvang", MOMENT, names=True)
TAGS = [Tag("tag-1", "opvang", 1, 1, position=0), Tag("tag-2", "kosten", 4, 4, position=1)]
QUESTION = "Waarom is de opvang in de regio gesloten?"
ANSWER = "Omdat de opvang vol is en er geen geld meer was voor een tweede gebouw."
LETTER_PDF = pdf(
    column(QUESTION, ANSWER, room=12),
    Sheet([Run("Bijlage bij de brief over de opvang", 72, 100)], links=[((72, 90, 300, 104), "https://example.org")]),
)


def imported(data: bytes, folder: Path) -> tuple[Any, Text]:
    """The paper and the text of a PDF, as they come into a project."""
    path = folder / "brief.pdf"
    path.write_bytes(data)
    one = read_file(path)
    return one.document, one.text


def marked(text: Text, uid: str, words: str, **facts: Any) -> Highlight:
    start = text.body.index(words)
    made = make_highlight(text.uid, text.document_uid, text.body, Span(start, start + len(words)))
    return replace(
        made, uid=uid, created_at="2026-07-16T14:02:00.000Z", modified_at="2026-07-16T14:03:00.000Z", **facts
    )


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Text]:
    return imported(LETTER_PDF, tmp_path_factory.mktemp("letter"))


def project_of(paper: tuple[Any, Text], *more: Entity) -> InMemoryProject:
    return InMemoryProject([*paper, *TAGS, *more])


def export_of(source: InMemoryProject, options: ExportOptions = OPTIONS) -> Export:
    document = source.documents()[0]
    return gather(source, ExcerptFilter(documents=(document.uid,)), options)


def written(source: InMemoryProject, options: ExportOptions = OPTIONS) -> bytes:
    return render_export(export_of(source, options), lambda _share: None)


def annotations_of(data: bytes, page: int = 0) -> list[Any]:
    held = PdfReader(io.BytesIO(data), strict=True).pages[page].get("/Annots")
    return [one.get_object() for one in held.get_object()] if held is not None else []


def drawn(data: bytes, page: int = 0, scale: int = 1) -> bytes:
    """The picture of a page, four bytes for a pixel."""
    head = json.dumps({"bytes": len(data), "password": ""}).encode() + b"\n"
    size = {"width": WIDTH * scale, "height": HEIGHT * scale, "top": 0, "rows": HEIGHT * scale}
    out = io.BytesIO()
    serve(io.BytesIO(head + data + json.dumps({"page": page, **size}).encode() + b"\n"), out)
    out.seek(0)
    out.readline()
    picture = json.loads(out.readline())
    return out.read(picture["picture"])


def changed_box(before: bytes, after: bytes) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is different between two pictures of a page, in points."""
    found = [place // 4 for place in range(0, len(before), 4) if before[place : place + 3] != after[place : place + 3]]
    xs, ys = [place % WIDTH for place in found], [place // WIDTH for place in found]
    return min(xs), min(ys), max(xs), max(ys)


def test_a_highlight_lies_over_its_words_and_tells_labels_note_author_and_moment(letter: tuple[Any, Text]) -> None:
    highlight = marked(letter[1], "h", "opvang in de regio", note="Let op: é 😀", author="Jan Jansen")
    data = written(project_of(letter, highlight, Tagging("h", "tag-1"), Tagging("h", "tag-2")))
    (one,) = annotations_of(data)
    first = QUESTION.index("opvang")
    left, top, right, _, _, bottom, *_ = map(float, one["/QuadPoints"])
    assert left == pytest.approx(72 + first * LETTER * 10, abs=0.1)
    assert right == pytest.approx(72 + (first + len("opvang in de regio")) * LETTER * 10, abs=0.1)
    assert bottom < HEIGHT - 112 < top
    assert one["/Subtype"] == "/Highlight"
    told = ["Labels: opvang, kosten", "Let op: é 😀", "brief, bestandspagina 1", "Gemarkeerd door Jan Jansen"]
    assert one["/Contents"].split("\n\n") == told
    assert (one["/T"], one["/NM"]) == ("Jan Jansen", "h")
    assert (one["/M"], one["/CreationDate"]) == ("D:20260716140300Z", "D:20260716140200Z")
    assert one["/P"].get_object()["/Type"] == "/Page"


def test_the_file_stays_as_it_was_delivered_byte_for_byte_and_the_copy_is_the_same_each_time(
    letter: tuple[Any, Text],
) -> None:
    source = project_of(letter, marked(letter[1], "h", "opvang vol"), Tagging("h", "tag-1"))
    data = written(source)
    assert data.startswith(LETTER_PDF)
    assert data == written(source)
    reader = PdfReader(io.BytesIO(data), strict=True)
    assert [page.extract_text() for page in reader.pages] == [
        page.extract_text() for page in PdfReader(io.BytesIO(LETTER_PDF)).pages
    ]


def test_only_the_marked_words_look_different_on_the_page(letter: tuple[Any, Text]) -> None:
    data = written(project_of(letter, marked(letter[1], "h", "geen geld"), Tagging("h", "tag-2")))
    left, top, right, bottom = changed_box(drawn(LETTER_PDF), drawn(data))
    first = ANSWER.index("geen geld")
    assert left == pytest.approx(72 + first * LETTER * 10, abs=3)
    assert right == pytest.approx(72 + (first + 9) * LETTER * 10, abs=3)
    assert 136 - 12 <= top < 136 < bottom <= 136 + 8
    assert drawn(data, 1) == drawn(LETTER_PDF, 1)


def test_a_mark_is_seen_without_colour_by_the_line_of_its_label(letter: tuple[Any, Text]) -> None:
    def strokes(*tags: str) -> list[str]:
        source = project_of(letter, marked(letter[1], "h", "geen geld"), *(Tagging("h", tag) for tag in tags))
        drawing = annotations_of(written(source))[0]["/AP"]["/N"].get_data().decode()
        return re.findall(r"\[(.*?)\] 0 d", drawing)

    assert len(strokes("tag-1")) == 1
    assert len(strokes("tag-1", "tag-2")) == 2
    assert strokes("tag-1") != strokes("tag-2")
    assert annotations_of(written(project_of(letter, marked(letter[1], "h", "geen geld"))))[0]["/F"] & 4  # is printed


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_the_places_are_right_on_a_page_that_is_shown_turned(turns: int, tmp_path: Path) -> None:
    left, base, size = 200, 400, 10
    data = pdf(Sheet([Run("Waarom is de opvang gesloten?", left, base, size, turn=turns)], rotation=90 * turns))
    paper = imported(data, tmp_path)
    (one,) = annotations_of(written(project_of(paper, marked(paper[1], "h", "opvang"))))
    quad = [float(edge) for edge in one["/QuadPoints"]]
    along = (round(math.cos(turns * math.pi / 2)), round(math.sin(turns * math.pi / 2)))
    up = (-along[1], along[0])
    corners = [(quad[at] - left, quad[at + 1] - (HEIGHT - base)) for at in (0, 2, 4, 6)]
    far = [x * along[0] + y * along[1] for x, y in corners]
    high = [x * up[0] + y * up[1] for x, y in corners]
    first = "Waarom is de opvang".index("opvang") * LETTER * size
    assert far == pytest.approx([first, first + 36, first, first + 36], abs=1)
    assert high[0] == pytest.approx(high[1])
    assert high[0] > 5
    assert high[2] < 0.1


def test_a_passage_over_two_lines_has_a_quad_for_each_and_over_two_pages_an_annotation_on_each(tmp_path: Path) -> None:
    words = "Een lange zin over de opvang die niet op een regel past en dus op de volgende regel verdergaat met woorden"
    data = pdf(column(words), column("die op de tweede bladzijde staan en daar eindigen."))
    paper = imported(data, tmp_path)
    body = paper[1].body
    start, end = body.index("opvang"), body.index("bladzijde")
    whole = make_highlight(paper[1].uid, paper[0].uid, body, Span(start, end))
    source = project_of(paper, replace(whole, uid="h", note="Eén keer."), Tagging("h", "tag-1"))
    first, second = annotations_of(written(source))[0], annotations_of(written(source), 1)[0]
    assert (len(first["/QuadPoints"]), len(second["/QuadPoints"])) == (16, 8)
    assert (first["/NM"], second["/NM"]) == ("h", "h-2")
    assert "Eén keer." in first["/Contents"]
    assert "vervolg van de vorige pagina" in second["/Contents"]
    assert "Eén keer." not in second["/Contents"]


def test_links_are_told_from_both_ends_and_a_bare_end_is_underlined(letter: tuple[Any, Text]) -> None:
    source = project_of(
        letter,
        marked(letter[1], "q", "Waarom is de opvang", note="Kern."),
        marked(letter[1], "a", "de opvang vol", kind="anchor"),
        Link("link", ANSWERED_BY.uid, "q", "a", note="Kort antwoord."),
    )
    question, answer = annotations_of(written(source))
    assert (question["/Subtype"], answer["/Subtype"]) == ("/Highlight", "/Underline")
    assert "Beantwoord in: «de opvang vol»" in question["/Contents"]
    assert "Bij de koppeling: Kort antwoord." in question["/Contents"]
    assert "Antwoord op: «Waarom is de opvang»" in answer["/Contents"]
    bare = annotations_of(written(source, replace(OPTIONS, links=False, notes=False)))
    assert [one["/Contents"] for one in bare] == ["brief, bestandspagina 1"]


def test_a_paper_of_the_publication_site_is_as_it_was() -> None:
    path = Path(__file__).parents[1] / "files" / "pdf" / "aanhangsel" / "ah-tk-20232024-2313.pdf"
    read = read_file(path)
    question = marked(read.text, "q", "mensen die ziek worden, een ongeluk krijgen", note="Zie antwoord 2.")
    answer = marked(read.text, "a", "Mensen die langdurig ziek zijn verkeren in een onzekere periode.", author="Anna")
    moment = "2026-07-16T14:02:00.000Z"
    link = Link("l", ANSWERED_BY.uid, "q", "a", note="Gaat op de vraag niet in.", created_at=moment, modified_at=moment)
    given = [Tagging("q", "tag-1"), Tagging("q", "tag-2"), Tagging("a", "tag-1")]
    data = written(project_of((read.document, read.text), question, answer, link, *given))
    assert data.startswith(path.read_bytes())
    pages = len(PdfReader(io.BytesIO(data)).pages)
    lines = [
        f"page {page + 1} {key} {one[key]}"
        for page in range(pages)
        for one in annotations_of(data, page)
        if one["/Subtype"] != "/Link"
        for key in ("/Subtype", "/Rect", "/QuadPoints", "/C", "/M", "/Contents")
        if key in one
    ]
    assert_golden("annotated.pdf.txt", ("\n".join(lines) + "\n").encode())


def test_names_stay_out_unless_asked_for(letter: tuple[Any, Text]) -> None:
    source = project_of(letter, marked(letter[1], "h", "geen geld", author="Jan Jansen"))
    assert b"Jan" not in written(source, replace(OPTIONS, names=False))
    (one,) = annotations_of(written(source, replace(OPTIONS, names=False)))
    assert "/T" not in one


def test_the_annotations_that_a_page_had_stay(letter: tuple[Any, Text]) -> None:
    data = written(project_of(letter, marked(letter[1], "h", "Bijlage")))
    assert [one["/Subtype"] for one in annotations_of(data, 1)] == ["/Link", "/Highlight"]


def one_annotation(**facts: Any) -> dict[str, Any]:
    return {
        "page": 0, "uid": "h", "quads": [[72, 110, 120, 110, 72, 98, 120, 98]], "colour": [1, 0.8, 0.4],
        "tint": [1, 0.9, 0.8], "lines": [], "text": "Woorden", "author": "", "created": "", "modified": "", **facts,
    }  # fmt: skip


def rewritten(change: Any = None, **options: Any) -> bytes:
    """The letter as another program writes it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(LETTER_PDF)))
    if change:
        change(writer)
    out = io.BytesIO()
    writer.write(out, **options)
    return out.getvalue()


def test_a_list_of_annotations_that_is_an_object_of_its_own_is_extended_and_the_page_left_alone() -> None:
    def apart(writer: PdfWriter) -> None:
        page = writer.pages[1]
        held = page["/Annots"]
        assert isinstance(held, ArrayObject)
        page[type(next(iter(page)))("/Annots")] = writer._add_object(held)

    data = rewritten(apart)
    behind = update_of(data, [one_annotation(page=1)], 2)
    assert b"/Type /Page" not in behind
    assert len(annotations_of(data + behind, 1)) == 2


def compressed(data: bytes) -> bytes:
    """The same file with its last list of objects as a stream."""
    reader = PdfReader(io.BytesIO(data))
    places = sorted((number, place) for objects in reader.xref.values() for number, place in objects.items())
    size = places[-1][0] + 1
    listed = b"\0\0\0\0\xff" + b"".join(b"\1" + place.to_bytes(3, "big") + b"\0" for _, place in places)
    head = data[: data.rindex(b"xref", 0, data.rindex(b"trailer"))]
    root = reader.trailer.raw_get("/Root")
    assert isinstance(root, IndirectObject)
    index = f"0 1 {' '.join(f'{number} 1' for number, _ in places)}"
    own = f"{size} 0 obj\n<< /Type /XRef /Size {size + 1} /W [1 3 1] /Index [{index}] /Root {root.idnum} 0 R "
    return (
        head + own.encode() + f"/Length {len(listed)} >>\nstream\n".encode() + listed
        + f"\nendstream\nendobj\nstartxref\n{len(head)}\n%%EOF\n".encode()
    )  # fmt: skip


def test_a_file_whose_list_of_objects_is_a_stream_gets_a_stream_behind_it() -> None:
    data = compressed(LETTER_PDF)
    behind = update_of(data, [one_annotation()], 2)
    assert b"/Type /XRef" in behind
    assert b"trailer" not in behind
    assert [one["/Contents"] for one in annotations_of(data + behind)] == ["Woorden"]
    assert changed_box(drawn(data), drawn(data + behind))[0] == pytest.approx(72, abs=2)


def test_a_second_update_keeps_the_first() -> None:
    once = LETTER_PDF + update_of(LETTER_PDF, [one_annotation()], 2)
    twice = once + update_of(once, [one_annotation(uid="second")], 2)
    assert [one["/NM"] for one in annotations_of(twice)] == ["h", "second"]


def locked(writer: PdfWriter, user: str = "") -> None:
    writer.encrypt(user, "owner", algorithm="RC4-128")


@pytest.mark.parametrize("data", [rewritten(locked), rewritten(lambda writer: locked(writer, "geheim"))])
def test_nothing_is_written_in_a_protected_file(data: bytes) -> None:
    with pytest.raises(Unwritable, match="protected"):
        update_of(data, [one_annotation()], 2)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"geen pdf",
        LETTER_PDF[:-40],
        LETTER_PDF[: len(LETTER_PDF) // 2],
        b"rommel\n" + LETTER_PDF,
        re.sub(rb"startxref\s+\d+", b"startxref\n99", LETTER_PDF),
        LETTER_PDF.replace(b"/Type /Pages", b"/Type /Pagxs").replace(b"/Kids [", b"/Kidz ["),
    ],
)
def test_nothing_is_written_in_a_damaged_file(data: bytes) -> None:
    with pytest.raises(Unwritable, match="damaged"):
        update_of(data, [one_annotation()], 2)


def test_a_file_with_other_pages_than_the_text_is_refused() -> None:
    with pytest.raises(Unwritable, match="damaged"):
        update_of(LETTER_PDF, [one_annotation()], 3)


def with_text(paper: tuple[Any, Text], **facts: Any) -> tuple[Any, Text]:
    return paper[0], replace(paper[1], **facts)


def refusal(paper: tuple[Any, Text], *more: Entity) -> ReaderError:
    with pytest.raises(ReaderError) as caught:
        written(project_of(paper, *(more or (marked(paper[1], "h", "geen geld"),))))
    return caught.value


def test_what_cannot_be_done_is_said_clearly(letter: tuple[Any, Text], tmp_path: Path) -> None:
    with pytest.raises(ActRefused, match="did not come as a PDF"):
        written(InMemoryProject([*papers(), mark("h", "Waarom")]))
    assert "is not in this project" in str(refusal(with_text(letter, original=b"")))
    assert "Nothing is highlighted" in str(refusal(letter, Tag("tag-3", "leeg")))
    assert "is protected" in str(refusal(with_text(letter, original=rewritten(locked))))
    assert "is protected" in str(refusal(with_text(letter, original=rewritten(lambda one: locked(one, "geheim")))))
    assert "has faults" in str(refusal(with_text(letter, original=b"%PDF-1.7 kapot")))
    assert "has faults" in str(refusal(with_text(letter, original=LETTER_PDF[:-40])))
    other = pdf(column("Heel andere woorden op deze bladzijde."), column("Bijlage"))
    assert isinstance(refusal(with_text(letter, original=other)), PagesDiffer)


def test_a_process_that_breaks_down_is_told_as_pages_that_cannot_be_read(
    letter: tuple[Any, Text], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.exporters.annotated_pdf_process.viewing", lambda: (sys.executable, "-c", "print('x')"))
    assert isinstance(refusal(letter), PagesUnreadable)


def test_hostile_words_stay_words(letter: tuple[Any, Text]) -> None:
    hostile = ") >> endobj /AA << /S /JavaScript (\\ \x00\r\n<script>"
    source = project_of(letter, marked(letter[1], "h", "geen geld", note=hostile, author=hostile))
    (one,) = annotations_of(written(source))
    assert one["/T"] == hostile.replace("\x00", "")
    assert "/JavaScript" in one["/Contents"]
    assert b"JavaScript" not in written(source)[len(LETTER_PDF) :]


def test_it_tells_how_far_it_is_and_can_be_stopped(letter: tuple[Any, Text]) -> None:
    class Stopped(Exception):
        pass

    export, shares = export_of(project_of(letter, marked(letter[1], "h", "geen geld"))), list[float]()
    render_export(export, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0

    def stop(share: float) -> None:
        if share > 0.3:
            raise Stopped

    with pytest.raises(Stopped):
        render_export(export, stop)


def test_the_bundle_writes_by_a_word_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (ANNOTATE_PDF, VIEW_PDF) == (ANNOTATE_WORD, VIEW_WORD)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert annotating() == (sys.executable, ANNOTATE_WORD)
    assert viewing() == (sys.executable, VIEW_WORD)
    monkeypatch.setattr("reader.exporters.annotated_pdf_child.main", lambda: 7)
    assert main([ANNOTATE_PDF]) == 7


def test_the_update_does_not_depend_on_the_hash_seed() -> None:
    program = (
        "import sys, json; from reader.exporters.annotated_pdf_update import update_of;"
        "sys.stdout.buffer.write(update_of(sys.stdin.buffer.read(), json.loads(sys.argv[1]), 2))"
    )

    def update(seed: str) -> bytes:
        words: Sequence[str] = [sys.executable, "-c", program, json.dumps([one_annotation(), one_annotation(page=1)])]
        variables = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])}
        return subprocess.run(words, input=LETTER_PDF, capture_output=True, check=True, env=variables).stdout

    assert update("1") == update("2")


def test_the_marked_pages_are_drawn_for_who_is_about_to_export(letter: tuple[Any, Text]) -> None:
    source = project_of(letter, marked(letter[1], "h", "opvang in de regio"), Tagging("h", "tag-1"))
    parts = export_of(source)
    steps: list[float] = []
    ((width, height, pixels),), is_all = render_preview(parts, 3, 300, steps.append)
    assert (width, len(pixels), is_all) == (300, 4 * 300 * height, True)
    colours = {pixels[place : place + 3] for place in range(0, len(pixels), 4)}
    assert any(max(colour) - min(colour) > 20 for colour in colours), "the tint of the label"
    assert steps == sorted(steps)
    assert render_preview(parts, 0, 300, steps.append) == ([], False)


def test_the_preview_can_be_stopped(letter: tuple[Any, Text]) -> None:
    source = project_of(letter, marked(letter[1], "h", "opvang in de regio"))
    parts = export_of(source)

    def stop(share: float) -> None:
        if share > 0.6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render_preview(parts, 3, 300, stop)
