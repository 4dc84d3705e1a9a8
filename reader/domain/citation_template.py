"""A form of citation that the user writes as a template: what it may hold, checking it, and filling it in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from reader.domain.citation_apa import author_words
from reader.domain.citation_dutch import dossiers_words, minutes_words, number_words, paper_runs, session_words
from reader.domain.citation_papers import (
    bare_number,
    chamber_name,
    chamber_sign,
    dossier_words,
    is_report,
    series_of,
)
from reader.domain.citation_places import Place, file_page_words, page_range, place_words, section_words, unit_words
from reader.domain.citation_runs import Run, enumerated, joined
from reader.domain.dates import Language, date_words
from reader.domain.errors import ReaderError
from reader.domain.model import Document

if TYPE_CHECKING:
    from jinja2 import Template

TemplateProblem = Literal["empty", "too-long", "syntax", "not-closed", "unknown-field", "not-allowed"]

_REASONS: Final[dict[TemplateProblem, str]] = {
    "empty": "nothing is written in it",
    "too-long": "it has more than 2,000 characters",
    "syntax": "{}",
    "not-closed": "what is opened in it is not closed",
    "unknown-field": "there is no field “{}”",
    "not-allowed": "“{}” cannot be used in a citation",
}

FIELDS: Final[dict[str, tuple[str, ...]]] = {  # field of a template: the facts of a paper it is made of
    "author": ("senders", "chamber"),
    "senders": ("senders",),
    "title": ("title",),
    "kind": (),
    "date": ("date",),
    "day": ("date",),
    "year": ("date",),
    "dossier": ("dossiers",),
    "dossiers": ("dossiers",),
    "number": ("number",),
    "nr": ("number",),
    "chamber": ("chamber",),
    "chamber_name": ("chamber",),
    "session": ("session",),
    "paper": (),
    "place": (),
    "page": (),
    "pages": (),
    "file_page": (),
    "section": (),
    "question": (),
    "reference": ("reference",),
    "url": ("url",),
}
DEFAULT_TEMPLATE: Final = (
    "{{ author }}, *{{ title }}*{% if number %} ({{ dossiers }}, {{ nr }}){% endif %}, {{ date }}, {{ place }}"
)
LONGEST: Final = 2_000  # characters of a template, and of what it gives
_LONGEST_VALUE = 500  # characters of one fact
_ALLOWED = frozenset({
    "Template", "Output", "TemplateData", "Name", "Const", "Filter", "If", "CondExpr", "Compare", "Operand", "And",
    "Or", "Not", "Concat", "Keyword",
})  # fmt: skip
_FILTERS = ("upper", "lower", "capitalize", "trim", "default", "d", "italic")
_STAR = "\ue000"  # an asterisk in a fact, which is no sign for italics
_EMPTIES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<= )( +)",
        r"( ?\([ ,;:.]*\)| ?\[[ ,;:.]*\]| ?‘ *’| ?“ *”| ?« *»)",
        r"( +)(?=[,;:)\]’”»]|\.(?: |$))",
        r"((?<=[(\[‘“«])[ ,;:]+)",
        r"([,;:] *)(?=[,;:)\]]|\.(?: |$))",
        r"^([ ,;:.]+)",
        r"([ ,;:]+)$",
    )
)  # what a fact that is not known leaves behind


class TemplateWrong(ReaderError):
    """A template that cannot be used. `line` counts from 1; `detail` is the word that is meant, or what Jinja says."""

    template = "{reason}"

    def __init__(self, problem: TemplateProblem, line: int = 1, detail: str = "") -> None:
        self.problem, self.line, self.detail = problem, line, detail
        super().__init__(reason=f"Line {line} of the citation template is wrong: {_REASONS[problem].format(detail)}.")


@dataclass(frozen=True, slots=True)
class CitationTemplate:
    """A style of citation in Jinja2's language, with the FIELDS and the filters upper, lower, capitalize, trim, default
    and italic. What stands between asterisks is set in italics. It has no loops, calls or attributes."""

    source: str


def check_template(template: CitationTemplate) -> None:
    """Raises TemplateWrong for a template that cannot be used."""
    _compiled(template.source)


def fields_used(template: CitationTemplate) -> frozenset[str]:
    """The fields that occur in a template. Raises TemplateWrong."""
    return _compiled(template.source)[1]


def template_runs(template: CitationTemplate, document: Document, place: Place, language: Language) -> tuple[Run, ...]:
    """The template filled in; what is not known is left out, with the punctuation and brackets around it.

    Raises TemplateWrong.
    """
    compiled, used = _compiled(template.source)
    values = template_values(document, place, language)
    try:
        words = compiled.render({name: values[name] for name in used})
    except Exception as error:  # whatever a template of the user does
        raise TemplateWrong("syntax", 1, str(error)) from error
    return _runs(words[:LONGEST])


def template_values(document: Document, place: Place, language: Language) -> Mapping[str, str]:
    """Each of the FIELDS in words; "" where it is not known. Signs for italics stand only in "paper"."""
    chapters = is_report(document)
    day = date_words(document.date, language)
    year = day[-4:]
    values = {
        "author": author_words(document, language),
        "senders": enumerated(document.senders, language),
        "title": document.title.strip() or document.source_name,
        "kind": document.kind,
        "date": day,
        "day": day[:-4].strip(),
        "year": year,
        "dossier": dossier_words(document.dossiers[0]) if document.dossiers else "",
        "dossiers": dossiers_words(document, "leidraad"),
        "number": bare_number(document),
        "nr": (minutes_words if series_of(document) == "handelingen" else number_words)(document)
        if bare_number(document)
        else "",
        "chamber": chamber_sign(document) or (document.chamber or ""),
        "chamber_name": chamber_name(document),
        "session": session_words(document),
        "place": place_words(place, language, chapters=chapters),
        "page": place.pages[0] if place.pages else "",
        "pages": page_range(place.pages),
        "file_page": file_page_words(place, language).rpartition(" ")[2],
        "section": section_words(place.section, language, chapters=chapters),
        "question": unit_words(place.unit, language) if place.unit is not None else "",
        "reference": document.reference.strip(),
        "url": document.url.strip(),
    }
    values = {name: _literal(value) for name, value in values.items()}
    values["paper"] = "".join(
        f"*{_literal(run.text)}*" if run.italic else _literal(run.text)
        for run in paper_runs(document, "leidraad", language)
    )
    return values


def _literal(value: str) -> str:
    return value[:_LONGEST_VALUE].replace("*", _STAR)


@lru_cache(maxsize=16)
def _compiled(source: str) -> tuple[Template, frozenset[str]]:
    """The template, and the fields in it; each source is read once, because an export fills it in thousands of times.

    Only what cannot run for long and gives no access to anything is let through.
    """
    if not source.strip():
        raise TemplateWrong("empty")
    if len(source) > LONGEST:
        raise TemplateWrong("too-long", source[:LONGEST].count("\n") + 1)
    from jinja2 import TemplateError, TemplateSyntaxError, nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(autoescape=False)
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in _FILTERS if name in environment.filters}
    environment.filters["italic"] = _italic
    try:
        tree = environment.parse(source)
        used = set()
        for node in (tree, *tree.find_all(nodes.Node)):
            kind = type(node).__name__
            if kind not in _ALLOWED:
                raise TemplateWrong("not-allowed", node.lineno, kind.lower())
            if isinstance(node, nodes.Filter) and node.name not in environment.filters:
                raise TemplateWrong("not-allowed", node.lineno, node.name)
            if isinstance(node, nodes.Name):
                if node.name not in FIELDS:
                    raise TemplateWrong("unknown-field", node.lineno, node.name)
                used.add(node.name)
        return environment.from_string(source), frozenset(used)
    except TemplateSyntaxError as error:
        raise _unreadable(error.lineno, error.message or "") from error
    except RecursionError as error:
        raise TemplateWrong("syntax", 1, "too much stands in each other") from error
    except (TemplateError, SyntaxError, MemoryError, ValueError) as error:
        raise TemplateWrong("syntax", 1, str(error).rstrip(".")) from error


def _unreadable(line: int, told: str) -> TemplateWrong:
    """The error for what Jinja says in English, in our own words where it is a common mistake."""
    if "end of template" in told.lower():
        return TemplateWrong("not-closed", line)
    if match := re.match(r"Encountered unknown tag '([^']*)'", told):
        return TemplateWrong("not-allowed", line, match[1])
    return TemplateWrong("syntax", line, told.rstrip("."))


def _italic(words: object) -> str:
    return f"*{words}*" if str(words) else ""


def _runs(words: str) -> tuple[Run, ...]:
    """The words with their italics, without what a missing fact left behind."""
    parts = words.split("*")
    if len(parts) % 2 == 0:  # the last asterisk has no other: it is one that is meant
        parts[-2:] = ["*".join(parts[-2:])]
    text = "".join(parts)
    italic = [number % 2 == 1 for number, part in enumerate(parts) for _ in part]
    text = re.sub(r"[\s\x00-\x1f\x7f-\x9f]", " ", text)
    while removed := next(_leftovers(text), None):
        start, end = removed
        text, italic = text[:start] + text[end:], italic[:start] + italic[end:]
    return joined(Run(sign.replace(_STAR, "*"), slanted) for sign, slanted in zip(text, italic, strict=True))


def _leftovers(text: str) -> Iterator[tuple[int, int]]:
    """Stretches to be taken out."""
    for pattern in _EMPTIES:
        match = pattern.search(text)
        if match is not None and match.end(1) > match.start(1):
            yield match.span(1)
