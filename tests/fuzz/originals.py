"""The whole files from which the damaged ones are made: real papers, files of word processors, and some made here."""

from __future__ import annotations

import re
from email.message import EmailMessage
from functools import cache
from pathlib import Path

from reader.importers.marked_up_xml import repaired
from tests.fuzz.archives import packed, parts_of
from tests.importers.pdf_maker import Column, Sheet, pdf

ROOT = Path(__file__).parents[2]
FILES = ROOT / "tests" / "files"
SAMPLES = FILES / "samples"
MARKED_UP = FILES / "marked_up"
_SLICE = 6000  # bytes of a long text that are taken at a time
_BORDER = re.compile(rb"={10,}\d+==")
_MARKDOWN = """---
title: Beantwoording vragen
date: 2024-03-01
---
# Brief aan de Kamer

Geachte **voorzitter**, hierbij *mijn* antwoord[^1] op [de vragen](https://voorbeeld.nl/kst-19637-2395).

## Vraag 1

> Bent u bekend met het bericht?

Antwoord
--------

1. Ja.
   - een punt
   - nog een `woord`

| Jaar | Kosten |
|------|-------:|
| 2023 | 1,2    |

```
ruwe tekst
```

![plaat](plaat.png) <span>los</span> \\*geen nadruk\\*

[^1]: Kamerstukken II 2017/18, 19637, nr. 2395, p. 24.
"""


@cache
def texts() -> tuple[bytes, ...]:
    """Stretches of the papers of the project."""
    found = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        data = path.read_bytes()
        found += [data[start : start + _SLICE] for start in range(0, len(data), 4 * _SLICE)]
    return tuple(found)


@cache
def markdown() -> tuple[bytes, ...]:
    return _MARKDOWN.encode(), b"# Kop\n\n" + texts()[0] + b"\n## Nog een\n\n" + _MARKDOWN.encode()


@cache
def pages() -> tuple[bytes, ...]:
    sample = next(SAMPLES.glob("*.html")).read_bytes()
    exported = (
        b"<html><body><h1>Verslag</h1><p>Een zin<a href='#fn1' id='r1'><sup>1</sup></a> en <i>meer</i>.</p>"
        b"<table><tr><td colspan=2>a<td rowspan=3>b</table><ol start=3><li>een<ul><li>twee</ul></ol>"
        b"<div id='fn1'><p><a href='#r1'>1</a> De noot.</p></div><pre>  x\n y</pre><br>los</body></html>"
    )
    return (MARKED_UP / "publicatie.html").read_bytes(), exported, sample


@cache
def official() -> tuple[bytes, ...]:
    small = [(MARKED_UP / f"{name}.xml").read_bytes() for name in ("handelingen", "kamerstuk", "kamervragen")]
    damaged = [path.read_bytes() for path in sorted(SAMPLES.glob("*.xml"))]
    whole = [repaired(data.decode("utf-8"))[0] for data in damaged]
    return *small * 3, *damaged, *(text[text.index("<") :].encode() for text in whole)


@cache
def debates() -> tuple[bytes, ...]:
    return tuple((MARKED_UP / f"{name}.xml").read_bytes() for name in ("vergadering", "parlamint", "akoma-ntoso"))


@cache
def word() -> tuple[bytes, ...]:
    letters = [_without_pictures(path.read_bytes()) for path in sorted(SAMPLES.glob("*.docx"))]
    return *[(MARKED_UP / "verslag.docx").read_bytes()] * 3, *letters


@cache
def open_document() -> tuple[bytes, ...]:
    return (_without_pictures((MARKED_UP / "verslag.odt").read_bytes()),)


@cache
def rich_text() -> tuple[bytes, ...]:
    small = (
        rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset2 Symbol;}}"
        rb"{\stylesheet{\s1 heading 1;}}"
        rb"{\info{\title Een stuk}}\pard\s1 Kop\par\pard Tekst \b vet\b0  \u233?\'e9\uc1{\footnote 1 De noot.}\par"
        rb"\trowd\cellx2000\cellx4000 a\cell b\cell\row\pard{\field{\*\fldinst HYPERLINK x}"
        rb"{\fldrslt hier}}\page Eind.\par}"
    )
    return (MARKED_UP / "verslag.rtf").read_bytes(), small


@cache
def portable() -> tuple[bytes, ...]:
    """PDF files: of the Chamber, of a word processor, protected ones, and small ones that are not packed."""
    column = Column(top=120)
    for number in range(1, 4):
        column.paragraph(f"Vraag {number}", room=12, bold=True)
        column.paragraph("Bent u bereid de Kamer hierover voor het zomerreces te informeren? " * 3)
    sheets = column.runs, Sheet(picture=True), Sheet(column.runs, rotation=90)
    made = pdf(*sheets, title="Een stuk met vragen", labels="0 << /S /r >>", outline=[("Begin", 0), ("Eind", 2)])
    questions = (f"aanhangsel/ah-tk-20232024-{number}.pdf" for number in (1076, 1893, 1949))
    real = [FILES / "pdf" / name for name in (*questions, "columns.pdf")]
    return *[made] * 5, *(path.read_bytes() for path in (*real, FILES / "import" / "wachtwoord.pdf"))


@cache
def messages() -> tuple[bytes, ...]:
    plain = _message("Re: Beantwoording vragen over détentie")
    plain.set_content(texts()[0].decode("utf-8")[:2000], cte="quoted-printable")
    both = _message("Twee vormen")
    both.set_content("Geachte voorzitter,\n\nHierbij mijn antwoord.\n")
    both.add_alternative(pages()[1].decode(), subtype="html")
    both.add_attachment(pages()[0], maintype="text", subtype="html", filename="pagina é.html")
    both.add_attachment(rich_text()[1], maintype="application", subtype="rtf", filename="stuk.rtf")
    outer = _message("Doorgestuurd")
    outer.set_content("Zie hieronder.\n")
    outer.add_attachment(both)
    coded = (
        b"From: =?utf-8?Q?J=C3=B6ran?= <j@voorbeeld.nl>\r\nTo: a@b.nl\r\nSubject: =?iso-8859-1?B?6enp?= x\r\n"
        b"Date: Wed, 25 Apr 2018 23:30:00 +0200\r\nMessage-ID: <1@b>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="=_x"\r\n\r\nvooraf\r\n--=_x\r\nContent-Type: text/plain; '
        b"charset=iso-8859-1; format=flowed; delsp=yes\r\nContent-Transfer-Encoding: 8bit\r\n\r\nBeste \xe9\xe9n, \r\n"
        b"> citaat \r\n\r\n--=_x\r\nContent-Type: text/html; name*0*=utf-8''een%20; name*1=naam.html\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\nPGgxPktvcDwvaDE+PHA+VGVrc3Q8L3A+PHA+TWVlcjwvcD4=\r\n--=_x--\r\n"
    )
    return *map(_written, (plain, both, outer)), coded, b"From a@b.nl Wed Apr 25 2018\n" + coded


@cache
def archives() -> tuple[bytes, ...]:
    mixed = [
        ("map/stuk.txt", texts()[0]), ("map/stuk.md", markdown()[0]), ("pagina.html", pages()[0]),
        ("brief.docx", word()[0]), ("bericht.eml", messages()[1]), ("stuk.rtf", rich_text()[1]),
        ("vragen.xml", official()[0]),
    ]  # fmt: skip
    nested = [("binnen.zip", packed(mixed[:3])), ("dieper.zip", packed([("a.zip", packed(mixed[:1]))]))]
    return packed(mixed), packed(mixed[:2]), packed(nested), packed([("stuk.pdf", portable()[0]), *mixed[:1]])


def _message(subject: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Jan de Vries <jan@voorbeeld.nl>", "griffie@voorbeeld.nl", subject
    mail["Date"], mail["Message-ID"] = "Wed, 25 Apr 2018 23:30:00 +0200", "<1@voorbeeld.nl>"
    return mail


def _written(mail: EmailMessage) -> bytes:
    """The message with borders between its parts that are the same each time."""
    written = mail.as_bytes()
    for number, border in enumerate(dict.fromkeys(_BORDER.findall(written))):
        written = written.replace(border, b"==grens %d==" % number)
    return written


def _without_pictures(data: bytes) -> bytes:
    """The archive without what no importer reads."""
    kept = [(path, content) for path, content in parts_of(data).items() if path.endswith((".xml", ".rels", "mimetype"))]
    return packed(kept)
