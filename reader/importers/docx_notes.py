"""How the notes of a Word file are numbered: their form, where they begin, and where they begin anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reader.importers.docx_styles import whole
from reader.importers.marked_up_xml import Element, attribute, children, local_name

_USUAL_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
_ANEW = "eachSect"


@dataclass(frozen=True, slots=True)
class NoteForm:
    """The numbers of the notes of one sort; those of the same `series` count on, from `start`."""

    form: str
    start: int
    series: int


def note_forms(body: Element, settings: Element | None) -> Mapping[Element, NoteForm]:
    """The forms by the markers of notes in `body`, as their section or else the file says."""
    of_file = _said(settings) if settings is not None else {}
    found: dict[Element, NoteForm] = {}
    section: list[Element] = []
    number = 1
    for element in _in_sections(body):
        if local_name(element) == "sectPr":  # it stands at the end of its section
            found.update(_forms(section, of_file, _said(element), number))
            section, number = [], number + 1
        else:
            section.append(element)
    found.update(_forms(section, of_file, {}, number))
    return found


def _in_sections(body: Element) -> Iterator[Element]:
    """The markers, and what says how a section is behind the last of it: in its last paragraph it stands before."""
    ends: Element | None = None
    for element in body.iter("{*}footnoteReference", "{*}endnoteReference", "{*}sectPr"):
        if ends is not None and not any(one is ends.getparent().getparent() for one in element.iterancestors()):
            yield ends
            ends = None
        if local_name(element) == "sectPr" and local_name(element.getparent()) == "pPr":
            ends = element
        else:
            yield element
    if ends is not None:
        yield ends


def _said(element: Element) -> dict[tuple[str, str], str]:
    """What is said of footnotes and endnotes, by their sort and the name of what is said."""
    return {
        (tag.removesuffix("Pr"), inner): attribute(one, "val")
        for tag, child in children(element)
        if tag in ("footnotePr", "endnotePr")
        for inner, one in children(child)
    }


def _forms(
    markers: list[Element], of_file: Mapping[tuple[str, str], str], own: Mapping[tuple[str, str], str], number: int
) -> Iterator[tuple[Element, NoteForm]]:
    said = {**of_file, **own}
    for marker in markers:
        sort = local_name(marker).removesuffix("Reference")
        start = whole(said.get((sort, "numStart"), ""))
        yield (
            marker,
            NoteForm(
                said.get((sort, "numFmt"), _USUAL_FORMS[sort]),
                1 if start is None else start,
                number if said.get((sort, "numRestart")) == _ANEW else 0,
            ),
        )
