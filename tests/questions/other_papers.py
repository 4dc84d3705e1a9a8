"""Papers without questions and answers of the kinds the program knows; written for the tests, none is copied."""

from __future__ import annotations

DEBATE = (
    "Voorzitter: Van Campen",
    "De voorzitter:",
    "Ik heropen de vergadering. Aan de orde is het debat over de begroting van Economische Zaken.",
    "Mevrouw De Boer (VVD):",
    "Voorzitter. De leden van de VVD-fractie hebben vorige week schriftelijke vragen gesteld. Vraag 3 ging over de "
    "gasopslag. Kan de minister daar nu antwoord op geven?",
    "Minister Hamstra:",
    "Voorzitter. In antwoord op de vraag van de VVD-fractie kan ik zeggen dat de opslag voor tachtig procent vol is. "
    "De tweede vraag was of ik dat genoeg vind. Ja.",
    "De heer El Idrissi (DENK):",
    "Dank voor het antwoord. Maar waarom stijgen de prijzen dan? De leden van de fractie van DENK begrijpen dat niet.",
    "Minister Hamstra:",
    "Dat komt door de vraag uit Azië. Ik kom hier in het commissiedebat op terug.",
    "Motie",
    "De Kamer, gehoord de beraadslaging, constaterende dat de opslag niet vol is, verzoekt de regering een vulgraad "
    "van negentig procent vast te leggen, en gaat over tot de orde van de dag.",
)
LETTER = (
    "Geachte voorzitter,",
    "Bij de regeling van werkzaamheden van 4 juni heeft het lid Van der Werf gevraagd om een brief over de bezetting "
    "van politiebureaus. Met deze brief voldoe ik aan dat verzoek. Daarbij ga ik ook in op de vragen die de leden van "
    "de PVV-fractie en de CDA-fractie in het debat van 11 juni hebben gesteld.",
    "Bezetting",
    "De vraag is of er voldoende agenten zijn. Het antwoord daarop verschilt per regio. In Noord-Nederland is één op "
    "de acht functies niet vervuld.",
    "Wat betreft de vraag naar het aantal aspiranten kan ik melden dat dit jaar tweeduizend aspiranten beginnen.",
    "Vervolg",
    "Wat gaat er nu gebeuren? Ik overleg met de burgemeesters over sluiting van bureaus.",
    "Hoogachtend,",
    "De minister van Justitie en Veiligheid,",
    "D.M. van Weel",
)
MOTIONS = (
    "Overzicht van moties en toezeggingen",
    "1. Motie van het lid Thijssen over zonnepanelen (31 239, nr. 401). Is deze motie uitgevoerd? Ja, zie de brief van "
    "12 mei.",
    "2. Motie van de leden Flach en Vedder over gewasbescherming. De uitvoering volgt in het najaar.",
    "3. Toezegging aan het lid Grinwis: de minister stuurt de Kamer voor de zomer een brief over de dijkversterking.",
)
LAW = (
    "WIJ WILLEM-ALEXANDER, bij de gratie Gods, Koning der Nederlanden, enz. enz. enz.",
    "Artikel 1",
    "In deze wet wordt verstaan onder: college: college van burgemeester en wethouders; minister: Onze Minister van "
    "Sociale Zaken en Werkgelegenheid.",
    "Artikel 2",
    "1. Het college beslist binnen acht weken op de aanvraag.",
    "2. Het college kan de termijn eenmaal met vier weken verlengen.",
    "3. De aanvrager wordt hiervan schriftelijk in kennis gesteld.",
    "Artikel 3",
    "1. Onze Minister kan regels stellen over het formulier.",
    "2. De voordracht wordt niet eerder gedaan dan vier weken nadat het ontwerp aan beide kamers is overgelegd.",
)
AGENDA = (
    "Procedurevergadering vaste commissie voor Defensie",
    "1. Brief van de minister: Antwoorden op vragen van de commissie over de jaarrapportage. Voorstel: voor "
    "kennisgeving aannemen. Besluit: conform.",
    "2. Verslag van een schriftelijk overleg over de NAVO-top. Voorstel: agenderen. Is er behoefte aan een debat?",
    "3. Lijst van vragen over het materieelbeleid. De inbreng is op 4 maart om 14.00 uur geleverd.",
)
ADVICE = (
    "Samenvatting",
    "Vraagstelling",
    "De minister heeft de Raad gevraagd te adviseren over de volgende vragen. Hoe kan het toezicht worden verbeterd? "
    "Welke rol heeft de Kamer daarbij? Wat is er van andere landen te leren?",
    "1",
    "Inleiding",
    "Dit advies beantwoordt die vragen in drie hoofdstukken.",
    "2",
    "Toezicht",
    "Hoe werkt toezicht? Toezicht begint met informatie. De Raad bespreekt hieronder vier vormen.",
    "3",
    "Conclusies",
    "De Raad beveelt aan het toezicht te bundelen. De leden van de Raad waren hierover eensgezind.",
)
WEB_PAGE = (
    "Veelgestelde vragen over de zorgverzekering",
    "Wat is het eigen risico?",
    "Het eigen risico is het bedrag dat u eerst zelf betaalt. In 2024 is dat 385 euro.",
    "Wanneer kan ik overstappen?",
    "U kunt elk jaar tot en met 31 december opzeggen.",
    "Hoe vraag ik toeslag aan?",
    "Dat doet u bij de Belastingdienst. Uw vraag staat er niet bij? Bel ons dan.",
)
QUIZ = (
    "Vraag: Wat is de hoofdstad van Frankrijk?",
    "Antwoord: Parijs.",
    "Vraag: Hoeveel poten heeft een spin?",
    "Antwoord: Acht.",
)
RECIPE = (
    "1",
    "Wil je een lekkere taart? Klop dan eerst de eieren.",
    "2",
    "Is het deeg glad? Zet het koud weg.",
    "3",
    "Bak de taart.",
)
INTERVIEW = (
    "Een gesprek met de burgemeester",
    "Waarom bent u burgemeester geworden?",
    "Omdat ik mensen wil helpen. De leden van de VVD-fractie in de raad vroegen mij te solliciteren.",
    "En bent u tevreden?",
    "Ja, zeer.",
)
REPORT_OF_COMMITTEE = (
    "Verslag van een commissiedebat",
    "Vragen en opmerkingen vanuit de commissie",
    "De heer Baudet (FVD) vraagt of de minister de cijfers kent. Mevrouw Van der Plas (BBB) wil weten wanneer de wet "
    "komt.",
    "Antwoord van de minister",
    "De minister antwoordt dat hij de cijfers kent. De wet komt in het najaar.",
)
ENGLISH = (
    "Question 1",
    "Does the Commission intend to propose a regulation?",
    "Answer",
    "The Commission will present its proposal in the autumn. The members of the committee asked whether that is late.",
    "Question 2",
    "Who pays?",
    "Answer",
    "The Member States.",
)
OTHER_PAPERS = {
    "debate": DEBATE, "letter": LETTER, "motions": MOTIONS, "law": LAW, "agenda": AGENDA, "advice": ADVICE,
    "web page": WEB_PAGE, "quiz": QUIZ, "recipe": RECIPE, "interview": INTERVIEW, "committee": REPORT_OF_COMMITTEE,
    "english": ENGLISH,
}  # fmt: skip
