"""The papers that the tour imports: a PDF, a web page, a new version of a paper, a copy, and a broken file."""

from __future__ import annotations

from pathlib import Path

from reader.assets_path import asset_path

LETTER = "2018-04-25-kamerbrief-libische-detentiecentra.txt"
PDF_NAME = "kamerbrief-opvang-in-de-regio.pdf"
PDF_WORDS = "eerlijke verdeling"  # in the PDF, for a mark
CHANGES = (  # of the second version of the letter
    ("vijf detentiecentra", "zes detentiecentra"),
    ("gesloten", "definitief gesloten"),
    ("Nederland", "Het kabinet"),
)
_HEAD = (
    "Tweede Kamer der Staten-Generaal",
    "Vergaderjaar 2018-2019",
    "19 637 Vreemdelingenbeleid",
    "Nr. 2471 BRIEF VAN DE MINISTER VOOR BUITENLANDSE HANDEL EN ONTWIKKELINGSSAMENWERKING",
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
    "Den Haag, 12 maart 2019",
)
_PARTS = (
    (
        "1. Inleiding",
        "Met deze brief informeer ik uw Kamer over de opvang van vluchtelingen in de regio. Ik ga in op de "
        "voortgang sinds mijn vorige brief, op de besteding van de middelen en op de afspraken met de landen die het "
        "grootste deel van de vluchtelingen opvangen.",
    ),
    (
        "2. Stand van zaken",
        "Het aantal vluchtelingen dat in de regio wordt opgevangen is in het afgelopen jaar toegenomen. De landen die "
        "hen opvangen dragen daarmee een zware last. Het kabinet zet zich in voor een eerlijke verdeling daarvan, en "
        "ondersteunt het onderwijs, de gezondheidszorg en de toegang tot werk in deze landen.",
    ),
    (
        "3. Afspraken",
        "Met drie landen zijn afspraken gemaakt over de toegang van vluchtelingen tot de arbeidsmarkt. De uitvoering "
        "wordt elk half jaar besproken. Ik zeg uw Kamer toe voor het zomerreces te berichten over de resultaten.",
    ),
    (
        "4. Middelen",
        "Voor de jaren 2019 tot en met 2021 is elk jaar 128 miljoen euro beschikbaar. De verdeling volgt "
        "het aantal vluchtelingen en de behoefte die de landen zelf hebben aangegeven. Een onafhankelijke evaluatie is "
        "voorzien in 2021.",
    ),
)


def write_papers(folder: Path) -> None:
    """Write the papers to a new folder."""
    folder.mkdir()
    letter = asset_path("seeds", LETTER).read_text(encoding="utf-8-sig")
    (folder / "eerder ingelezen.txt").write_bytes(asset_path("seeds", LETTER).read_bytes())
    for old, new in CHANGES:
        letter = letter.replace(old, new)
    (folder / LETTER).write_text(letter, encoding="utf-8")
    (folder / "onvolledig.pdf").write_bytes(b"%PDF-1.7\n1 0 obj << /Type /Catalog")
    page = "".join(f"<h2>{heading[3:]}</h2><p>{text}</p>" for heading, text in _PARTS[1:])
    (folder / "reactie-organisaties.html").write_text(
        f'<!DOCTYPE html><html lang="nl"><title>Reactie van organisaties op de opvang in de regio</title>'
        f"<main><h1>Reactie van organisaties op de opvang in de regio</h1><p>14 maart 2019</p>{page}</main></html>",
        encoding="utf-8",
    )
    _write_pdf(folder / PDF_NAME)


def _write_pdf(path: Path) -> None:
    from PySide6.QtCore import QMarginsF, QSizeF
    from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

    writer = QPdfWriter(str(path))
    writer.setTitle("Opvang in de regio")
    writer.setResolution(96)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(28, 24, 28, 24), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setDefaultFont(QFont("Source Serif 4", 12))
    head = "".join(f"<p>{line}</p>" for line in _HEAD)
    parts = "".join(f"<h3>{heading}</h3>" + f"<p>{text}</p>" for heading, text in _PARTS)
    document.setHtml(head + parts)
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(writer.width(), writer.height()))  # else it makes margins of its own
    document.print_(writer)
