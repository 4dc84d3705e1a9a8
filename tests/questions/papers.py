"""Papers written for the tests, in the forms that parliament and ministries use; no real paper is copied."""

from __future__ import annotations

import textwrap
from functools import cache
from pathlib import Path

from reader.questions.exchange import Exchange
from reader.questions.recognise import recognise_questions
from reader.text.recognise import recognise
from reader.text.source import decode

SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def seed(beginning: str) -> tuple[str, Exchange]:
    """The body of the sample paper whose name begins so, and its questions and answers."""
    path = next(path for path in sorted(SEEDS.glob("*.txt")) if path.name.startswith(beginning))
    body = decode(path.read_bytes(), path.name).body
    return body, read(body)


def read(body: str, *, lone: bool = False) -> Exchange:
    return recognise_questions(recognise(body), body, lone=lone)


def lines(*paragraphs: str, width: int = 76) -> str:
    """The paragraphs as an extraction gives them: lines of one width, an empty line between two paragraphs."""
    return "\n\n".join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in paragraphs) + "\n"


HEAD = (
    "Vragen van het lid Jansen (GroenLinks-PvdA) aan de Minister van Infrastructuur en Waterstaat over de sluizen "
    "bij Terneuzen (ingezonden 3 maart 2025).",
    "Antwoord van Minister Pietersen (Infrastructuur en Waterstaat), mede namens de Minister van Economische Zaken "
    "(ontvangen 27 maart 2025).",
)

CONSULTATION = lines(
    "I Vragen en opmerkingen vanuit de fracties",
    "Inleiding",
    "De leden van de D66-fractie hebben kennisgenomen van de brief over de waterkwaliteit. Zij hebben "
    "nog enkele vragen.",
    "De leden van de BBB-fractie hebben met belangstelling kennisgenomen van de brief.",
    "Mestbeleid",
    "De leden van de D66-fractie lezen dat de derogatie wordt afgebouwd. Kan de minister uiteenzetten "
    "welke gevolgen de "
    "afbouw van de derogatie heeft voor melkveehouders? Voorts vragen deze leden hoeveel stikstof er via "
    "mestverwerking "
    "uit de kringloop verdwijnt. Zo nee, waarom is dat niet bekend?",
    "De leden van de BBB-fractie vragen waarom de minister vasthoudt aan de grens van vijftig milligram nitraat in het "
    "grondwater. Graag ontvangen zij een overzicht van alle meetpunten waar bufferstroken zijn aangelegd.",
    "De leden van de Partij voor de Dieren-fractie maken zich zorgen over vissterfte. Welke maatregelen "
    "neemt de minister "
    "tegen vissterfte in de Maas?",
    "Handhaving",
    "De leden van de BBB-fractie vragen naar het aantal controles door de waterschappen. Deelt de "
    "minister de opvatting "
    "dat drones bij controles op het erf de privacy van boeren aantasten?",
    "II Antwoord / Reactie van de minister van Landbouw, Visserij, Voedselzekerheid en Natuur",
    "Mestbeleid",
    "De leden van de D66-fractie vragen naar de gevolgen van de afbouw van de derogatie voor "
    "melkveehouders. De afbouw leidt "
    "volgens het onderzoek van de universiteit tot hogere kosten voor de afvoer van mest bij ongeveer de helft van de "
    "melkveehouders.",
    "Deze leden vragen verder naar de hoeveelheid stikstof die door mestverwerking verdwijnt. In het "
    "afgelopen jaar verdween "
    "veertig miljoen kilogram stikstof door verwerking en uitvoer.",
    "In antwoord op de vraag van de leden van de BBB-fractie naar de grens van vijftig milligram nitraat wijs ik op de "
    "Nitraatrichtlijn, die deze grens voor het grondwater voorschrijft.",
    "Handhaving",
    "In reactie op de vraag van de leden van de BBB-fractie over het aantal controles door de "
    "waterschappen meld ik dat er "
    "twaalfduizend controles zijn uitgevoerd.",
    "Wat het gebruik van drones betreft, deel ik de zorgen over privacy niet: opnames van het erf worden "
    "na controle gewist.",
)

# named by the member's own name, jointly by three fracties, and with a polite preamble
AIRPORT = lines(
    "I. Vragen en opmerkingen vanuit de fracties",
    "1. Algemeen",
    "Met belangstelling hebben de leden van de fractie van GroenLinks-PvdA kennisgenomen van het voorstel. Zij hebben "
    "hierover de volgende vragen en opmerkingen.",
    "De aan het woord zijnde leden vragen de minister of zij kan toelichten hoe de norm voor geluid rond de luchthaven "
    "wordt gehandhaafd. Kan zij daarbij ingaan op nachtvluchten?",
    "Het lid Omtzigt verzoekt de minister in te gaan op het aantal klachten over laagvliegen.",
    "2. Stikstof",
    "De leden van de VVD-, CDA- en BBB-fracties vragen gezamenlijk wanneer de natuurvergunning van de luchthaven wordt "
    "verleend.",
    "De leden van de GroenLinks-PvdA-fractie merken op dat de neerslag van stikstof op de Veluwe hoog is. Waarom is "
    "hiervoor geen plafond opgenomen? Welke alternatieven voor extern salderen zijn onderzocht?",
    "II. Antwoord/Reactie van de minister van Infrastructuur en Waterstaat",
    "Ik dank de leden voor hun inbreng. Hieronder ga ik in op de gestelde vragen.",
    "1. ALGEMEEN",
    "De leden van de GroenLinks-PvdA-fractie vragen hoe de geluidsnorm rond de luchthaven wordt gehandhaafd, ook bij "
    "nachtvluchten. De inspectie ziet toe op de norm en kan een last onder dwangsom opleggen.",
    "Het lid Omtzigt vraagt naar klachten over laagvliegen. Vorig jaar waren er ruim drieduizend klachten.",
    "2. Stikstof",
    "In antwoord op de gezamenlijke vraag van de leden van de fracties van VVD, CDA en BBB naar de natuurvergunning "
    "meld ik dat deze in het najaar wordt verleend.",
    "De leden van de GroenLinks-PvdA-fractie vragen waarom geen plafond voor stikstof op de Veluwe is opgenomen. Zo’n "
    "plafond past niet in de wet.",
    "Wat betreft alternatieven voor extern salderen verwijs ik naar het onderzoek van het planbureau.",
    "III. Volledige agenda",
    "Brief van 3 mei 2024 over de luchthaven.",
)

# arranged by fractie only, without formulas in the answers
PENSIONS = lines(
    "INBRENG VAN DE FRACTIES",
    "VVD",
    "Leden van de VVD-fractie vragen hoe de plannen voor de AOW worden betaald. Wat zijn de gevolgen voor jongeren?",
    "PVV",
    "De leden van de PVV-fractie vragen of de AOW-leeftijd omlaag kan.",
    "SP",
    "De leden van de SP-fractie vragen waarom de indexatie van pensioenen achterblijft.",
    "BEANTWOORDING DOOR DE MINISTER",
    "VVD",
    "De plannen voor de AOW worden betaald uit de algemene middelen. Voor jongeren stijgt de premie.",
    "PVV",
    "Een lagere AOW-leeftijd kost twaalf miljard euro.",
)
