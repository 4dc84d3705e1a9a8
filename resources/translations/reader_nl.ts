<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>ActButtons</name>
    <message>
        <source>Next undecided</source>
        <translation>Volgende onbeslist</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Ga naar het antwoord</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aannemen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Afwijzen</translation>
    </message>
    <message>
        <source>Remove link</source>
        <translation>Koppeling verwijderen</translation>
    </message>
    <message>
        <source>Linked answer {number}</source>
        <translation>Gekoppeld antwoord {number}</translation>
    </message>
    <message>
        <source>Candidate {number}</source>
        <translation>Kandidaat {number}</translation>
    </message>
    <message>
        <source>Not open after all</source>
        <translation>Toch niet open</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>1 rejected</source>
        <translation>1 afgewezen</translation>
    </message>
    <message>
        <source>{count} rejected</source>
        <translation>{count} afgewezen</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Agreement</source>
        <translation>Overeenstemming</translation>
    </message>
    <message>
        <source>First coder</source>
        <translation>Eerste codeur</translation>
    </message>
    <message>
        <source>Second coder</source>
        <translation>Tweede codeur</translation>
    </message>
    <message>
        <source>Beside a copy…</source>
        <translation>Naast een kopie…</translation>
    </message>
    <message>
        <source>Save both codings…</source>
        <translation>Beide coderingen opslaan…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>and</source>
        <translation>en</translation>
    </message>
    <message>
        <source>Where they differ</source>
        <translation>Waar ze verschillen</translation>
    </message>
    <message>
        <source>Agreement per label</source>
        <translation>Overeenstemming per label</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>Dit project</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Geen naam</translation>
    </message>
    <message>
        <source>{name}, in {copy}</source>
        <translation>{name}, in {copy}</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>Coderingen</translation>
    </message>
    <message>
        <source>Save both codings</source>
        <translation>Beide coderingen opslaan</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabel (CSV)</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Stuk</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>Alinea</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Both codings are saved in {name}.</source>
        <translation>Beide coderingen staan in {name}.</translation>
    </message>
    <message>
        <source>All labels here are by one person. A copy by someone else can be compared too.</source>
        <translation>Alle labels hier zijn van één persoon. U kunt ook met een kopie van een ander vergelijken.</translation>
    </message>
    <message>
        <source>There is no paper in which both gave labels.</source>
        <translation>Er is geen stuk waarin beiden labels gaven.</translation>
    </message>
    <message>
        <source>Papers in which both gave labels: {papers}; paragraphs: {paragraphs}; differences: {differing}.</source>
        <translation>Stukken waarin beiden labels gaven: {papers}; alinea&apos;s: {paragraphs}; verschillen: {differing}.</translation>
    </message>
</context>
<context>
    <name>AgreementTable</name>
    <message>
        <source>Krippendorff&apos;s alpha: 1 is full agreement, 0 is what chance would give.</source>
        <translation>Krippendorffs alfa: 1 is volledige overeenstemming, 0 is wat toeval zou geven.</translation>
    </message>
    <message>
        <source>Not defined: the label is on every paragraph, or on none.</source>
        <translation>Niet bepaald: het label staat bij elke alinea, of bij geen.</translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation>Alleen {name}</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gelijk</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alfa</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>niet bepaald</translation>
    </message>
</context>
<context>
    <name>BoardDelegate</name>
    <message>
        <source>Show place</source>
        <translation>Toon plaats</translation>
    </message>
    <message>
        <source>Accept all strong</source>
        <translation>Alle sterke aannemen</translation>
    </message>
    <message>
        <source>No answer block.</source>
        <translation>Geen antwoordblok.</translation>
    </message>
    <message>
        <source>set verdict</source>
        <translation>kies oordeel</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>Niet gekoppeld</translation>
    </message>
    <message>
        <source>Answer without a question</source>
        <translation>Antwoord zonder vraag</translation>
    </message>
</context>
<context>
    <name>BoardFilters</name>
    <message>
        <source>Filter the questions</source>
        <translation>Vragen filteren</translation>
    </message>
    <message>
        <source>Words in question or answer</source>
        <translation>Woorden in vraag of antwoord</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Toestand</translation>
    </message>
    <message>
        <source>Fractie</source>
        <translation>Fractie</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Paragraaf</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Undecided only</source>
        <translation>Alleen onbeslist</translation>
    </message>
    <message>
        <source>No fractie named</source>
        <translation>Geen fractie genoemd</translation>
    </message>
</context>
<context>
    <name>BoardHead</name>
    <message>
        <source>Show side by side</source>
        <translation>Toon naast elkaar</translation>
    </message>
    <message>
        <source>Report of open questions</source>
        <translation>Rapport open vragen</translation>
    </message>
    <message>
        <source>Questions overview</source>
        <translation>Vragenoverzicht</translation>
    </message>
    <message>
        <source>Choose a paper</source>
        <translation>Kies een stuk</translation>
    </message>
    <message>
        <source>{questions}, answers in {answers}</source>
        <translation>{questions}, antwoorden in {answers}</translation>
    </message>
    <message>
        <source>1 question block</source>
        <translation>1 vraagblok</translation>
    </message>
    <message>
        <source>{count} question blocks</source>
        <translation>{count} vraagblokken</translation>
    </message>
    <message>
        <source>{count} answered</source>
        <translation>{count} beantwoord</translation>
    </message>
    <message>
        <source>{count} without an answer block</source>
        <translation>{count} zonder antwoordblok</translation>
    </message>
    <message>
        <source>{checked} looked at, {left} not yet</source>
        <translation>{checked} nagekeken, {left} nog niet</translation>
    </message>
</context>
<context>
    <name>BoardMenus</name>
    <message>
        <source>No verdict</source>
        <translation>Geen oordeel</translation>
    </message>
    <message>
        <source>Verdict of your own…</source>
        <translation>Eigen oordeel…</translation>
    </message>
    <message>
        <source>Propose again: “{quote}…”</source>
        <translation>Weer voorstellen: ‘{quote}…’</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Ga naar het antwoord</translation>
    </message>
    <message>
        <source>Go to the first question</source>
        <translation>Ga naar de eerste vraag</translation>
    </message>
    <message>
        <source>Accept all strong…</source>
        <translation>Alle sterke aannemen…</translation>
    </message>
    <message>
        <source>Verdict of your own</source>
        <translation>Eigen oordeel</translation>
    </message>
    <message>
        <source>Name of the verdict</source>
        <translation>Naam van het oordeel</translation>
    </message>
    <message>
        <source>Go to the question</source>
        <translation>Ga naar de vraag</translation>
    </message>
    <message>
        <source>Show side by side</source>
        <translation>Toon naast elkaar</translation>
    </message>
    <message>
        <source>Verdict…</source>
        <translation>Oordeel…</translation>
    </message>
    <message>
        <source>Answered in part</source>
        <translation>Deels beantwoord</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Splitsen…</translation>
    </message>
    <message>
        <source>Merge with the next</source>
        <translation>Samenvoegen met de volgende</translation>
    </message>
    <message>
        <source>Change the ends</source>
        <translation>Grenzen wijzigen</translation>
    </message>
    <message>
        <source>Not a question</source>
        <translation>Geen vraag</translation>
    </message>
    <message>
        <source>Back to what was recognised</source>
        <translation>Terug naar wat herkend is</translation>
    </message>
    <message>
        <source>Split the answer…</source>
        <translation>Antwoord splitsen…</translation>
    </message>
    <message>
        <source>Change the ends of the answer</source>
        <translation>Grenzen van het antwoord wijzigen</translation>
    </message>
    <message>
        <source>Not an answer</source>
        <translation>Geen antwoord</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Uitklappen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Inklappen</translation>
    </message>
</context>
<context>
    <name>BoardNotice</name>
    <message>
        <source>Choose a paper to see its questions and answers.</source>
        <translation>Kies een stuk om de vragen en antwoorden te zien.</translation>
    </message>
    <message>
        <source>The search for questions and answers was stopped.</source>
        <translation>Het zoeken naar vragen en antwoorden is gestopt.</translation>
    </message>
    <message>
        <source>No questions and answers were recognised in this paper. To mark them by hand, select text in the paper and choose Questions → The selection is a question.</source>
        <translation>In dit stuk zijn geen vragen en antwoorden herkend. Zelf aanwijzen kan: selecteer tekst in het stuk en kies Vragen → De selectie is een vraag.</translation>
    </message>
    <message>
        <source>No question passes these filters.</source>
        <translation>Geen vraag past bij deze filters.</translation>
    </message>
    <message>
        <source>Choose a paper</source>
        <translation>Kies een stuk</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Opnieuw zoeken</translation>
    </message>
    <message>
        <source>Show all questions</source>
        <translation>Toon alle vragen</translation>
    </message>
    <message>
        <source>Looking for questions and answers…</source>
        <translation>Vragen en antwoorden zoeken…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Questions overview</source>
        <translation>Vragenoverzicht</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
</context>
<context>
    <name>BusyBar</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
</context>
<context>
    <name>ChangeStepper</name>
    <message>
        <source>Previous change (Shift+F3)</source>
        <translation>Vorige wijziging (Shift+F3)</translation>
    </message>
    <message>
        <source>Next change (F3)</source>
        <translation>Volgende wijziging (F3)</translation>
    </message>
    <message>
        <source>The words of the two versions are the same.</source>
        <translation>De woorden van beide versies zijn gelijk.</translation>
    </message>
    <message>
        <source>Passages that differ: {count}</source>
        <translation>Passages die verschillen: {count}</translation>
    </message>
    <message>
        <source>Difference {number} of {count}</source>
        <translation>Verschil {number} van {count}</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>Enter: only this one</source>
        <translation>Enter: alleen deze</translation>
    </message>
    <message>
        <source>only</source>
        <translation>alleen</translation>
    </message>
</context>
<context>
    <name>CitationSection</name>
    <message>
        <source>Citation</source>
        <translation>Vindplaats</translation>
    </message>
    <message>
        <source>Fill in…</source>
        <translation>Invullen…</translation>
    </message>
    <message>
        <source>{keys}, or drag it to another program</source>
        <translation>{keys}, of sleep naar een ander programma</translation>
    </message>
    <message>
        <source>Style of citation</source>
        <translation>Stijl van de vindplaats</translation>
    </message>
    <message>
        <source>Write an own form…</source>
        <translation>Eigen vorm schrijven…</translation>
    </message>
    <message>
        <source>In the text: {citation}</source>
        <translation>In de tekst: {citation}</translation>
    </message>
    <message>
        <source>Not known: {facts}.</source>
        <translation>Niet bekend: {facts}.</translation>
    </message>
    <message>
        <source>Copy quote and citation</source>
        <translation>Citaat en vindplaats kopiëren</translation>
    </message>
</context>
<context>
    <name>CitationTemplateDialog</name>
    <message>
        <source>Own form of citation</source>
        <translation>Eigen vorm van vindplaats</translation>
    </message>
    <message>
        <source>This passage</source>
        <translation>Deze passage</translation>
    </message>
    <message>
        <source>A paper of the Chamber</source>
        <translation>Een Kamerstuk</translation>
    </message>
    <message>
        <source>A report</source>
        <translation>Een rapport</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Velden</translation>
    </message>
    <message>
        <source>Fields stand between {{ and }}. Words between *asterisks* are set in italics.</source>
        <translation>Velden staan tussen {{ en }}. Woorden tussen *sterretjes* worden cursief.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Back to the example</source>
        <translation>Terug naar het voorbeeld</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Use this form</source>
        <translation>Deze vorm gebruiken</translation>
    </message>
</context>
<context>
    <name>CitingDesk</name>
    <message>
        <source>Copied. Not known of this paper: {facts}.</source>
        <translation>Gekopieerd. Van dit stuk niet bekend: {facts}.</translation>
    </message>
    <message>
        <source>Fill in…</source>
        <translation>Invullen…</translation>
    </message>
</context>
<context>
    <name>ColourPopup</name>
    <message>
        <source>Colour and line of “{name}”</source>
        <translation>Kleur en lijn van “{name}”</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>paars</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>oranje</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blauw</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>geel</translation>
    </message>
    <message>
        <source>green</source>
        <translation>groen</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rood</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>roze</translation>
    </message>
    <message>
        <source>olive</source>
        <translation>olijfgroen</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>grijs</translation>
    </message>
    <message>
        <source>solid line</source>
        <translation>doorgetrokken lijn</translation>
    </message>
    <message>
        <source>dashes</source>
        <translation>streepjes</translation>
    </message>
    <message>
        <source>double line</source>
        <translation>dubbele lijn</translation>
    </message>
    <message>
        <source>dots</source>
        <translation>stippen</translation>
    </message>
    <message>
        <source>wave</source>
        <translation>golf</translation>
    </message>
    <message>
        <source>long dashes</source>
        <translation>lange strepen</translation>
    </message>
    <message>
        <source>dash-dot</source>
        <translation>streep-punt</translation>
    </message>
    <message>
        <source>short dashes</source>
        <translation>korte streepjes</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>blokjes</translation>
    </message>
    <message>
        <source>Colour and line</source>
        <translation>Kleur en lijn</translation>
    </message>
</context>
<context>
    <name>ColumnTitles</name>
    <message>
        <source>State</source>
        <translation>Toestand</translation>
    </message>
    <message>
        <source>Question and answer</source>
        <translation>Vraag en antwoord</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Type a command</source>
        <translation>Typ een opdracht</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Opdracht</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Opdrachten</translation>
    </message>
</context>
<context>
    <name>DefinitionPopup</name>
    <message>
        <source>Definition of “{name}”</source>
        <translation>Definitie van “{name}”</translation>
    </message>
    <message>
        <source>When is this label given, and when not?</source>
        <translation>Wanneer krijgt een passage dit label, en wanneer niet?</translation>
    </message>
</context>
<context>
    <name>DifferingRows</name>
    <message>
        <source>{gave} gave it, {lacks} did not</source>
        <translation>{gave} gaf het, {lacks} niet</translation>
    </message>
</context>
<context>
    <name>DocumentFactsDialog</name>
    <message>
        <source>Details of the paper</source>
        <translation>Gegevens van het stuk</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
</context>
<context>
    <name>DocumentPane</name>
    <message>
        <source>Pane {n}: {title}</source>
        <translation>Deelvenster {n}: {title}</translation>
    </message>
    <message>
        <source>No headings were recognised in this paper</source>
        <translation>In dit stuk zijn geen kopjes herkend</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>p. {page}</translation>
    </message>
    <message>
        <source>fp. {page}</source>
        <translation>bp. {page}</translation>
    </message>
    <message>
        <source>p. {pages}</source>
        <translation>p. {pages}</translation>
    </message>
    <message>
        <source>file page {pages}</source>
        <translation>bestandspagina {pages}</translation>
    </message>
</context>
<context>
    <name>DocumentsModel</name>
    <message>
        <source>Without a date</source>
        <translation>Zonder datum</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisaties</translation>
    </message>
    <message>
        <source>Without a dossier</source>
        <translation>Zonder dossier</translation>
    </message>
    <message>
        <source>Letters to Parliament</source>
        <translation>Kamerbrieven</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Brieven</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>E-mails</translation>
    </message>
    <message>
        <source>Written consultations</source>
        <translation>Schriftelijke overleggen</translation>
    </message>
    <message>
        <source>Reports of organisations</source>
        <translation>Rapporten van organisaties</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapporten</translation>
    </message>
    <message>
        <source>Lists of questions and answers</source>
        <translation>Lijsten van vragen en antwoorden</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Vragen en antwoorden</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Handelingen</translation>
    </message>
    <message>
        <source>Motions</source>
        <translation>Moties</translation>
    </message>
    <message>
        <source>Amendments</source>
        <translation>Amendementen</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>Wetsvoorstellen</translation>
    </message>
    <message>
        <source>Memoranda on bills</source>
        <translation>Memories en nota’s bij wetsvoorstellen</translation>
    </message>
    <message>
        <source>Reports of committees</source>
        <translation>Verslagen van commissies</translation>
    </message>
    <message>
        <source>Annexes</source>
        <translation>Bijlagen</translation>
    </message>
    <message>
        <source>Other papers</source>
        <translation>Overige stukken</translation>
    </message>
    <message>
        <source>open in pane {number}, active</source>
        <translation>open in deelvenster {number}, actief</translation>
    </message>
    <message>
        <source>open in pane {number}</source>
        <translation>open in deelvenster {number}</translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>Filter the documents</source>
        <translation>Documenten filteren</translation>
    </message>
    <message>
        <source>Group the documents</source>
        <translation>Documenten groeperen</translation>
    </message>
    <message>
        <source>Import documents…</source>
        <translation>Documenten importeren…</translation>
    </message>
    <message>
        <source>Filter on title, number, date</source>
        <translation>Filter op titel, nummer, datum</translation>
    </message>
    <message>
        <source>No documents yet. Press [Ctrl+I] or drop files here.</source>
        <translation>Nog geen documenten. Druk op [Ctrl+I] of sleep bestanden hierheen.</translation>
    </message>
    <message>
        <source>No document has these words. [Esc] shows them all.</source>
        <translation>Geen document met deze woorden. [Esc] toont ze weer alle.</translation>
    </message>
    <message>
        <source>By dossier</source>
        <translation>Op dossier</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Op soort</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Op jaar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open in a new pane</source>
        <translation>Openen in een nieuw deelvenster</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Naam wijzigen</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Gegevens…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Versions of this paper</source>
        <translation>Versies van dit stuk</translation>
    </message>
</context>
<context>
    <name>ExcerptFilters</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Koppelingen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Volgorde</translation>
    </message>
    <message>
        <source>Words in quote, note or label</source>
        <translation>Citaat, notitie of label</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle labels</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Alle documenten</translation>
    </message>
    <message>
        <source>Order: reading order</source>
        <translation>Volgorde: leesvolgorde</translation>
    </message>
    <message>
        <source>Order: by document</source>
        <translation>Volgorde: per document</translation>
    </message>
    <message>
        <source>Order: by label</source>
        <translation>Volgorde: per label</translation>
    </message>
    <message>
        <source>Note or not</source>
        <translation>Notitie of niet</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Met notitie</translation>
    </message>
    <message>
        <source>Without a note</source>
        <translation>Zonder notitie</translation>
    </message>
    <message>
        <source>Link or not</source>
        <translation>Koppeling of niet</translation>
    </message>
    <message>
        <source>With a link</source>
        <translation>Met koppeling</translation>
    </message>
    <message>
        <source>Without a link</source>
        <translation>Zonder koppeling</translation>
    </message>
</context>
<context>
    <name>ExcerptList</name>
    <message>
        <source>Excerpts</source>
        <translation>Fragmenten</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>No excerpts yet. Select text in a paper and press [H] or [1] to [9].</source>
        <translation>Nog geen fragmenten. Selecteer tekst in een stuk en druk op [H] of op [1] tot en met [9].</translation>
    </message>
    <message>
        <source>No excerpt passes these filters.</source>
        <translation>Geen fragment voldoet aan deze filters.</translation>
    </message>
    <message>
        <source>Show all excerpts</source>
        <translation>Alle fragmenten tonen</translation>
    </message>
    <message>
        <source>{picked} of {total} selected</source>
        <translation>{picked} van {total} gekozen</translation>
    </message>
    <message>
        <source>Go to the passage</source>
        <translation>Naar de passage</translation>
    </message>
    <message>
        <source>Select for export, or not</source>
        <translation>Wel of niet kiezen voor export</translation>
    </message>
    <message>
        <source>Select all shown, or none</source>
        <translation>Alles wat getoond wordt kiezen, of niets</translation>
    </message>
    <message>
        <source>{shown} of {total}, {picked} selected</source>
        <translation>{shown} van {total}, {picked} gekozen</translation>
    </message>
    <message>
        <source>{total}, of which {picked} selected</source>
        <translation>{total}, waarvan {picked} gekozen</translation>
    </message>
</context>
<context>
    <name>ExcerptsModel</name>
    <message>
        <source>Without a label</source>
        <translation>Zonder label</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>heeft een notitie</translation>
    </message>
    <message>
        <source>1 link</source>
        <translation>1 koppeling</translation>
    </message>
    <message>
        <source>{count} links</source>
        <translation>{count} koppelingen</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Word and other word processors</source>
        <translation>Word en andere tekstverwerkers</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>There is no text or file on the clipboard.</source>
        <translation>Er staat geen tekst of bestand op het klembord.</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Geplakte tekst</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Gestopt. Er is niets geschreven.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle bestanden</translation>
    </message>
    <message>
        <source>All that can be imported</source>
        <translation>Alles wat kan worden geïmporteerd</translation>
    </message>
    <message>
        <source>Import documents</source>
        <translation>Documenten importeren</translation>
    </message>
    <message>
        <source>Web pages and official publications</source>
        <translation>Webpagina&apos;s en officiële publicaties</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archieven</translation>
    </message>
    <message>
        <source>Projects and labels of other programs</source>
        <translation>Projecten en labels van andere programma&apos;s</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importeren</translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message>
        <source>Selection ({number})</source>
        <translation>Selectie ({number})</translation>
    </message>
    <message>
        <source>All that pass these filters</source>
        <translation>Alles wat door deze filters komt</translation>
    </message>
    <message>
        <source>All links, with both ends</source>
        <translation>Alle koppelingen, met beide kanten</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Per label</translation>
    </message>
    <message>
        <source>By document</source>
        <translation>Per document</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>Niet gegroepeerd</translation>
    </message>
    <message>
        <source>Place in the papers</source>
        <translation>Plaats in de documenten</translation>
    </message>
    <message>
        <source>Date of the paper</source>
        <translation>Datum van het document</translation>
    </message>
    <message>
        <source>When it was marked</source>
        <translation>Moment van markeren</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>One sentence before and after</source>
        <translation>Eén zin ervoor en erna</translation>
    </message>
    <message>
        <source>Two sentences</source>
        <translation>Twee zinnen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Linked passage beside each excerpt</source>
        <translation>Gekoppelde passage naast elk fragment</translation>
    </message>
    <message>
        <source>Who marked it</source>
        <translation>Wie markeerde</translation>
    </message>
    <message>
        <source>Citations in footnotes</source>
        <translation>Vindplaatsen in voetnoten</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Indeling</translation>
    </message>
    <message>
        <source>Excerpts</source>
        <translation>Fragmenten</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Groepering</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Volgorde</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Vindplaats</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Opnemen</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Preview</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>The file stays on this computer.</source>
        <translation>Het bestand blijft op deze computer.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Fill in…</source>
        <translation>Invullen…</translation>
    </message>
    <message>
        <source>To the clipboard</source>
        <translation>Naar het klembord</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Afdrukken…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Opslaan als…</translation>
    </message>
    <message>
        <source>Collecting the excerpts</source>
        <translation>Fragmenten verzamelen</translation>
    </message>
    <message>
        <source>Making the preview</source>
        <translation>Voorbeeld maken</translation>
    </message>
    <message>
        <source>The preview is being made…</source>
        <translation>Het voorbeeld wordt gemaakt…</translation>
    </message>
    <message>
        <source>{excerpts} not exactly as in the source text. The export names them.</source>
        <translation>{excerpts} niet precies zoals in de brontekst. De export noemt ze.</translation>
    </message>
    <message>
        <source>Not known of {documents}: {facts}. The citation goes without.</source>
        <translation>Van {documents} niet bekend: {facts}. De vindplaats noemt dat niet.</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>The excerpts are on the clipboard.</source>
        <translation>De fragmenten staan op het klembord.</translation>
    </message>
    <message>
        <source>Laying out the pages</source>
        <translation>Pagina&apos;s opmaken</translation>
    </message>
    <message>
        <source>{excerpts} saved in {name}.</source>
        <translation>{excerpts} opgeslagen in {name}.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exporteren</translation>
    </message>
</context>
<context>
    <name>FactsForm</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Chamber</source>
        <translation>Kamer</translation>
    </message>
    <message>
        <source>Parliamentary year</source>
        <translation>Vergaderjaar</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Afzenders</translation>
    </message>
    <message>
        <source>Mark of the sender</source>
        <translation>Kenmerk van de afzender</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadres</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Vindplaats</translation>
    </message>
    <message>
        <source>2018, 2018-04 or 2018-04-25</source>
        <translation>2018, 2018-04 of 2018-04-25</translation>
    </message>
    <message>
        <source>Several: put a ; between them</source>
        <translation>Meerdere: zet er een ; tussen</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie opslaan…</translation>
    </message>
    <message>
        <source>Everything is saved now.</source>
        <translation>Alles is nu opgeslagen.</translation>
    </message>
    <message>
        <source>What you did last could not be saved. If you close the project now, it is lost.</source>
        <translation>Wat u het laatst deed, kon niet worden opgeslagen. Als u het project nu sluit, gaat het verloren.</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Sluiten en verliezen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Blijven</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this paper</source>
        <translation>Zoeken in dit stuk</translation>
    </message>
    <message>
        <source>Number of hits</source>
        <translation>Aantal treffers</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Vorige treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Volgende treffer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} van {total}</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>Geen treffers</translation>
    </message>
</context>
<context>
    <name>FollowSign</name>
    <message>
        <source>This pane follows its neighbour, from question to answer</source>
        <translation>Dit deelvenster volgt zijn buur, van vraag naar antwoord</translation>
    </message>
    <message>
        <source>This pane scrolls along with the others</source>
        <translation>Dit deelvenster schuift mee met de andere</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>loopt mee</translation>
    </message>
</context>
<context>
    <name>GripHandle</name>
    <message>
        <source>Divider</source>
        <translation>Scheiding</translation>
    </message>
</context>
<context>
    <name>ImportList</name>
    <message>
        <source>Files of the import</source>
        <translation>Bestanden van de import</translation>
    </message>
</context>
<context>
    <name>ImportWindow</name>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Password of this file</source>
        <translation>Wachtwoord van dit bestand</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>As a new version…</source>
        <translation>Als nieuwe versie…</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alles kiezen</translation>
    </message>
    <message>
        <source>Without this list from now on</source>
        <translation>Voortaan zonder deze lijst</translation>
    </message>
    <message>
        <source>Files are imported as soon as they are read. The settings bring the list back.</source>
        <translation>Bestanden worden geïmporteerd zodra ze gelezen zijn. In de instellingen zet u de lijst weer aan.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Opnieuw lezen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Verslag kopiëren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Import 1 paper</source>
        <translation>1 stuk importeren</translation>
    </message>
    <message>
        <source>Import {count} papers</source>
        <translation>{count} stukken importeren</translation>
    </message>
    <message>
        <source>1 paper that was read is not imported yet.</source>
        <translation>1 gelezen stuk is nog niet geïmporteerd.</translation>
    </message>
    <message>
        <source>{count} papers that were read are not imported yet.</source>
        <translation>{count} gelezen stukken zijn nog niet geïmporteerd.</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Weglaten</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Hier blijven</translation>
    </message>
</context>
<context>
    <name>InlineBar</name>
    <message>
        <source>Close this message</source>
        <translation>Deze melding sluiten</translation>
    </message>
</context>
<context>
    <name>LabelsSection</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Label toevoegen</translation>
    </message>
    <message>
        <source>Delete takes the label away</source>
        <translation>Delete haalt het label weg</translation>
    </message>
    <message>
        <source>Take this label away</source>
        <translation>Dit label weghalen</translation>
    </message>
</context>
<context>
    <name>LinkCard</name>
    <message>
        <source>Follow</source>
        <translation>Volgen</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Omkeren</translation>
    </message>
    <message>
        <source>Remove link</source>
        <translation>Koppeling verwijderen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>New type…</source>
        <translation>Nieuw soort…</translation>
    </message>
    <message>
        <source>New type of link</source>
        <translation>Nieuw soort koppeling</translation>
    </message>
    <message>
        <source>Name, read from source to target</source>
        <translation>Naam, gelezen van bron naar doel</translation>
    </message>
</context>
<context>
    <name>LinkPreview</name>
    <message>
        <source>Open alongside</source>
        <translation>Ernaast openen</translation>
    </message>
</context>
<context>
    <name>LinkRibbons</name>
    <message>
        <source>Links between the panes</source>
        <translation>Koppelingen tussen de deelvensters</translation>
    </message>
    <message>
        <source>Show the linked passage</source>
        <translation>De gekoppelde passage tonen</translation>
    </message>
    <message>
        <source>Suggested: show the pair</source>
        <translation>Voorgesteld: toon vraag en antwoord</translation>
    </message>
</context>
<context>
    <name>LinkedScrolling</name>
    <message>
        <source>Nothing is linked between these panes: they scroll together from here.</source>
        <translation>Tussen deze deelvensters is niets gekoppeld: ze schuiven vanaf hier samen.</translation>
    </message>
</context>
<context>
    <name>LinksSection</name>
    <message>
        <source>Links</source>
        <translation>Koppelingen</translation>
    </message>
    <message>
        <source>No links yet. Press [L] here, then [L] at the other passage.</source>
        <translation>Nog geen koppelingen. Druk hier op [L] en daarna op [L] bij de andere passage.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>“{reference}” is not a paper of this project.</source>
        <translation>“{reference}” is geen stuk van dit project.</translation>
    </message>
    <message>
        <source>Link from «{quote}»: choose the other passage and press L. Esc cancels.</source>
        <translation>Koppeling vanaf «{quote}»: kies de andere passage en druk op L. Esc breekt af.</translation>
    </message>
    <message>
        <source>Adjust the selection with Shift and the arrows, then press Enter. Esc cancels.</source>
        <translation>Pas de selectie aan met Shift en de pijlen en druk op Enter. Esc breekt af.</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>Handleiding</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Handeling</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Read parliamentary papers side by side, mark, link and cite. Nothing leaves this computer.</source>
        <translation>Kamerstukken naast elkaar lezen, markeren, koppelen en citeren. Niets verlaat deze computer.</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Highlight removed.</source>
        <translation>Markering verwijderd.</translation>
    </message>
</context>
<context>
    <name>MergeDetails</name>
    <message>
        <source>Both versions</source>
        <translation>Beide versies</translation>
    </message>
    <message>
        <source>The newest version stays. When both have a note, both notes are kept.</source>
        <translation>De nieuwste versie blijft. Hebben beide een notitie, dan blijven beide notities.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Merge with “{name}”</source>
        <translation>Samenvoegen met “{name}”</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Verslag kopiëren</translation>
    </message>
    <message>
        <source>Take all back</source>
        <translation>Alles terugdraaien</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>There was nothing left to merge.</source>
        <translation>Er was niets meer om samen te voegen.</translation>
    </message>
    <message>
        <source>Merged with “{name}”</source>
        <translation>Samengevoegd met “{name}”</translation>
    </message>
    <message>
        <source>It can be undone as one act.</source>
        <translation>Het is in één keer ongedaan te maken.</translation>
    </message>
    <message>
        <source>A backup of the project as it was before is kept.</source>
        <translation>Er is een reservekopie van het project zoals het was.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Gestopt. Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>This is another project: all that is in it comes in.</source>
        <translation>Dit is een ander project: alles wat erin staat komt erbij.</translation>
    </message>
    <message>
        <source>Nothing is changed yet; the other file is never changed.</source>
        <translation>Er is nog niets gewijzigd; het andere bestand verandert nooit.</translation>
    </message>
    <message>
        <source>Highlights that stay with the older version of their paper: {number}.</source>
        <translation>Markeringen die bij de oudere versie van hun stuk blijven: {number}.</translation>
    </message>
    <message>
        <source>Of this, deleted here before and coming in again: {number}.</source>
        <translation>Hiervan eerder verwijderd en nu weer erbij: {number}.</translation>
    </message>
    <message>
        <source>Nothing comes in from this file.</source>
        <translation>Uit dit bestand komt niets erbij.</translation>
    </message>
    <message>
        <source>From another program: “{name}”</source>
        <translation>Uit een ander programma: “{name}”</translation>
    </message>
    <message>
        <source>Taken over from “{name}”</source>
        <translation>Overgenomen uit “{name}”</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Left out, because what it belongs to is not there: {number}.</source>
        <translation>Weggelaten, omdat waar het bij hoort er niet is: {number}.</translation>
    </message>
</context>
<context>
    <name>MergeList</name>
    <message>
        <source>What the merge does</source>
        <translation>Wat het samenvoegen doet</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Write a note</source>
        <translation>Schrijf een notitie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
</context>
<context>
    <name>OpenRow</name>
    <message>
        <source>Why: {reasons}.</source>
        <translation>Waarom: {reasons}.</translation>
    </message>
    <message>
        <source>Missing: {what}.</source>
        <translation>Ontbreekt: {what}.</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Toon minder</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Toon alles</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>Niet gekoppeld</translation>
    </message>
    <message>
        <source>Answer without a question</source>
        <translation>Antwoord zonder vraag</translation>
    </message>
</context>
<context>
    <name>OverviewBar</name>
    <message>
        <source>Overview of the paper</source>
        <translation>Overzicht van het stuk</translation>
    </message>
</context>
<context>
    <name>OverviewDialog</name>
    <message>
        <source>Answer overview</source>
        <translation>Vragenoverzicht</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Alle vragen</translation>
    </message>
    <message>
        <source>Open questions only</source>
        <translation>Alleen open vragen</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webpagina</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabel (CSV)</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Indeling</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Vindplaats</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Opnemen</translation>
    </message>
    <message>
        <source>The file stays on this computer.</source>
        <translation>Het bestand blijft op deze computer.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>To the clipboard</source>
        <translation>Naar klembord</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Looking for questions and answers…</source>
        <translation>Vragen en antwoorden zoeken…</translation>
    </message>
    <message>
        <source>The overview is on the clipboard.</source>
        <translation>Het overzicht staat op het klembord.</translation>
    </message>
    <message>
        <source>Export the answer overview</source>
        <translation>Vragenoverzicht exporteren</translation>
    </message>
    <message>
        <source>The answer overview was saved in {name}.</source>
        <translation>Het vragenoverzicht is opgeslagen in {name}.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Not checked yet: {number} of {questions}. They are listed without an answer.</source>
        <translation>Nog niet nagekeken: {number} van {questions}. Die staan zonder antwoord in het overzicht.</translation>
    </message>
</context>
<context>
    <name>PairsPopup</name>
    <message>
        <source>Accept these answers with strong candidates?</source>
        <translation>Deze sterke voorstellen aannemen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Accept 1 answer</source>
        <translation>1 antwoord aannemen</translation>
    </message>
    <message>
        <source>Accept {count} answers</source>
        <translation>{count} antwoorden aannemen</translation>
    </message>
</context>
<context>
    <name>PaneHead</name>
    <message>
        <source>Contents of this paper</source>
        <translation>Inhoud van dit stuk</translation>
    </message>
    <message>
        <source>More for this pane</source>
        <translation>Meer voor dit deelvenster</translation>
    </message>
    <message>
        <source>Close this pane</source>
        <translation>Dit deelvenster sluiten</translation>
    </message>
</context>
<context>
    <name>PanePairs</name>
    <message>
        <source>No answer to this question was found.</source>
        <translation>Bij deze vraag is geen antwoord gevonden.</translation>
    </message>
    <message>
        <source>No question to this answer was found.</source>
        <translation>Bij dit antwoord is geen vraag gevonden.</translation>
    </message>
</context>
<context>
    <name>PaneQuestions</name>
    <message>
        <source>The questions of this paper are still being looked for.</source>
        <translation>De vragen van dit stuk worden nog gezocht.</translation>
    </message>
    <message>
        <source>No questions or answers were recognised in this paper.</source>
        <translation>In dit stuk zijn geen vragen of antwoorden herkend.</translation>
    </message>
    <message>
        <source>Select the text first.</source>
        <translation>Selecteer eerst de tekst.</translation>
    </message>
    <message>
        <source>The caret is in no question or answer.</source>
        <translation>De cursor staat niet in een vraag of antwoord.</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Ga naar het antwoord</translation>
    </message>
    <message>
        <source>Go to the question</source>
        <translation>Ga naar de vraag</translation>
    </message>
    <message>
        <source>Show in the questions overview</source>
        <translation>Toon in het vragenoverzicht</translation>
    </message>
    <message>
        <source>Accept the suggestion</source>
        <translation>Voorstel aannemen</translation>
    </message>
    <message>
        <source>Reject the suggestion</source>
        <translation>Voorstel afwijzen</translation>
    </message>
    <message>
        <source>Remove the link to the answer</source>
        <translation>Koppeling met het antwoord verwijderen</translation>
    </message>
    <message>
        <source>Remove the link to the question</source>
        <translation>Koppeling met de vraag verwijderen</translation>
    </message>
    <message>
        <source>Split at the caret</source>
        <translation>Splitsen bij de cursor</translation>
    </message>
    <message>
        <source>Merge with the next question</source>
        <translation>Samenvoegen met de volgende vraag</translation>
    </message>
    <message>
        <source>Merge with the next answer</source>
        <translation>Samenvoegen met het volgende antwoord</translation>
    </message>
    <message>
        <source>Change its ends</source>
        <translation>Begin en einde wijzigen</translation>
    </message>
    <message>
        <source>This is no question</source>
        <translation>Dit is geen vraag</translation>
    </message>
    <message>
        <source>This is no answer</source>
        <translation>Dit is geen antwoord</translation>
    </message>
    <message>
        <source>As recognised again</source>
        <translation>Weer zoals herkend</translation>
    </message>
</context>
<context>
    <name>PaperButton</name>
    <message>
        <source>Paper: {title}</source>
        <translation>Stuk: {title}</translation>
    </message>
</context>
<context>
    <name>PaperQuestions</name>
    <message>
        <source>Looking for questions and answers</source>
        <translation>Vragen en antwoorden zoeken</translation>
    </message>
</context>
<context>
    <name>PassagePanel</name>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Press [N] to write a note.</source>
        <translation>Druk op [N] om een notitie te schrijven.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markering</translation>
    </message>
    <message>
        <source>pane {number}</source>
        <translation>deelvenster {number}</translation>
    </message>
    <message>
        <source>Previous highlight</source>
        <translation>Vorige markering</translation>
    </message>
    <message>
        <source>Next highlight</source>
        <translation>Volgende markering</translation>
    </message>
    <message>
        <source>Remove highlight</source>
        <translation>Markering verwijderen</translation>
    </message>
    <message>
        <source>Nothing chosen. Select text and press [1] to [9] or [T] for a label.</source>
        <translation>Niets gekozen. Selecteer tekst en druk op [1] tot en met [9] of op [T] voor een label.</translation>
    </message>
    <message>
        <source>[N] writes a note, [L] begins a link.</source>
        <translation>[N] opent een notitie, [L] begint een koppeling.</translation>
    </message>
    <message>
        <source>[Alt+Down] goes to the next highlight.</source>
        <translation>[Alt+↓] gaat naar de volgende markering.</translation>
    </message>
</context>
<context>
    <name>PasswordBar</name>
    <message>
        <source>Password of this file</source>
        <translation>Wachtwoord van dit bestand</translation>
    </message>
    <message>
        <source>Show the pages</source>
        <translation>Pagina&apos;s tonen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>That password does not open “{name}”. Try again.</source>
        <translation>Met dat wachtwoord gaat “{name}” niet open. Probeer het nog eens.</translation>
    </message>
    <message>
        <source>“{name}” is protected. Its password is needed to show the pages; it is not kept in the project.</source>
        <translation>“{name}” is beveiligd. Het wachtwoord is nodig om de pagina&apos;s te tonen; het wordt niet in het project bewaard.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Algemeen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Write an own form…</source>
        <translation>Eigen vorm schrijven…</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Single letters and digits act on the passage (H, 1-9, T, N, L)</source>
        <translation>Losse letters en cijfers werken op de passage (H, 1-9, T, N, L)</translation>
    </message>
    <message>
        <source>Open the last project at the start</source>
        <translation>Bij het starten het laatste project openen</translation>
    </message>
    <message>
        <source>Look through papers before they are imported</source>
        <translation>Stukken doorkijken voordat ze worden geïmporteerd</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Size of the interface text (from the next start)</source>
        <translation>Grootte van de schermtekst (vanaf de volgende start)</translation>
    </message>
    <message>
        <source>Size of the reading text</source>
        <translation>Grootte van de leestekst</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>Regelafstand</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Vindplaats</translation>
    </message>
    <message>
        <source>Your name in the project</source>
        <translation>Uw naam in het project</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Handeling</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>New keys for the chosen act</source>
        <translation>Nieuwe toetsen voor de gekozen handeling</translation>
    </message>
    <message>
        <source>Original keys for all</source>
        <translation>Alle toetsen terugzetten</translation>
    </message>
    <message>
        <source>{keys} already belongs to “{act}”. Give that act other keys first.</source>
        <translation>{keys} hoort al bij “{act}”. Geef die handeling eerst andere toetsen.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Printing</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>{count} pages sent to the printer.</source>
        <translation>{count} pagina&apos;s naar de printer gestuurd.</translation>
    </message>
    <message>
        <source>1 page sent to the printer.</source>
        <translation>1 pagina naar de printer gestuurd.</translation>
    </message>
    <message>
        <source>The printer did not take the pages.</source>
        <translation>De printer heeft de pagina&apos;s niet aangenomen.</translation>
    </message>
</context>
<context>
    <name>ProjectFiles</name>
    <message>
        <source>New project</source>
        <translation>Nieuw project</translation>
    </message>
    <message>
        <source>project</source>
        <translation>project</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Project openen</translation>
    </message>
    <message>
        <source>Vindplaats projects</source>
        <translation>Vindplaats-projecten</translation>
    </message>
    <message>
        <source>“{name}” is open already.</source>
        <translation>“{name}” is al geopend.</translation>
    </message>
    <message>
        <source>Open a copy to read</source>
        <translation>Een kopie openen om te lezen</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>Alleen-lezen openen</translation>
    </message>
    <message>
        <source>Sample project Vindplaats</source>
        <translation>Voorbeeldproject Vindplaats</translation>
    </message>
    <message>
        <source>Making the sample project</source>
        <translation>Voorbeeldproject maken</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie opslaan</translation>
    </message>
    <message>
        <source>A copy was saved as {name}.</source>
        <translation>De kopie is opgeslagen als {name}.</translation>
    </message>
</context>
<context>
    <name>ProjectQuestions</name>
    <message>
        <source>Looking for papers that belong together</source>
        <translation>Stukken zoeken die bij elkaar horen</translation>
    </message>
</context>
<context>
    <name>QuestionsBoard</name>
    <message>
        <source>Question {number} of {total} in {place}</source>
        <translation>Vraag {number} van {total} in {place}</translation>
    </message>
    <message>
        <source>Question {number} of {total}</source>
        <translation>Vraag {number} van {total}</translation>
    </message>
    <message>
        <source>1 question not looked at yet</source>
        <translation>1 vraag nog niet nagekeken</translation>
    </message>
    <message>
        <source>{count} questions not looked at yet</source>
        <translation>{count} vragen nog niet nagekeken</translation>
    </message>
    <message>
        <source>{count} shown</source>
        <translation>{count} zichtbaar</translation>
    </message>
</context>
<context>
    <name>ReadingNotes</name>
    <message>
        <source>Note text missing in this file</source>
        <translation>De tekst van deze noot ontbreekt in dit bestand</translation>
    </message>
    <message>
        <source>Highlight without a label</source>
        <translation>Markering zonder label</translation>
    </message>
    <message>
        <source>heading, level {level}</source>
        <translation>kop, niveau {level}</translation>
    </message>
    <message>
        <source>nothing selected</source>
        <translation>niets geselecteerd</translation>
    </message>
    <message>
        <source>{words} selected</source>
        <translation>{words} geselecteerd</translation>
    </message>
    <message>
        <source>{words} no longer selected</source>
        <translation>{words} niet meer geselecteerd</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} tekens</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>geen label</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 notitie</translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation>{count} notities</translation>
    </message>
    <message>
        <source>1 link</source>
        <translation>1 koppeling</translation>
    </message>
    <message>
        <source>{count} links</source>
        <translation>{count} koppelingen</translation>
    </message>
    <message>
        <source>highlighted: {what}</source>
        <translation>gemarkeerd: {what}</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>p. {number}</source>
        <translation>p. {number}</translation>
    </message>
    <message>
        <source>fp. {number}</source>
        <translation>bp. {number}</translation>
    </message>
</context>
<context>
    <name>ReferenceCard</name>
    <message>
        <source>Previous target</source>
        <translation>Vorig doel</translation>
    </message>
    <message>
        <source>Next target</source>
        <translation>Volgend doel</translation>
    </message>
    <message>
        <source>Open alongside</source>
        <translation>Open hiernaast</translation>
    </message>
    <message>
        <source>Link: refers to</source>
        <translation>Koppel: verwijst naar</translation>
    </message>
    <message>
        <source>Refers to: «{words}»</source>
        <translation>Verwijst naar: «{words}»</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} van {all}</translation>
    </message>
    <message>
        <source>This reference is linked to it already</source>
        <translation>Deze verwijzing is er al aan gekoppeld</translation>
    </message>
</context>
<context>
    <name>ReferenceChips</name>
    <message>
        <source>Passage: the one that shares most words</source>
        <translation>Passage: die met de meeste gedeelde woorden</translation>
    </message>
    <message>
        <source>{date} (year inferred)</source>
        <translation>{date} (jaar afgeleid)</translation>
    </message>
    <message>
        <source>Which answer is meant is not certain.</source>
        <translation>Welk antwoord is bedoeld, is niet zeker.</translation>
    </message>
    <message>
        <source>Not in this project.</source>
        <translation>Niet in dit project.</translation>
    </message>
    <message>
        <source>Looking for references</source>
        <translation>Verwijzingen zoeken</translation>
    </message>
</context>
<context>
    <name>ReviewRows</name>
    <message>
        <source>Same words, place not sure</source>
        <translation>Zelfde woorden, plaats onzeker</translation>
    </message>
    <message>
        <source>Moved, place not sure</source>
        <translation>Verplaatst, plaats onzeker</translation>
    </message>
    <message>
        <source>Words changed</source>
        <translation>Woorden gewijzigd</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Niet gevonden</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Geplaatst</translation>
    </message>
    <message>
        <source>Placed where you chose</source>
        <translation>Geplaatst waar u koos</translation>
    </message>
    <message>
        <source>Stays with the old version</source>
        <translation>Blijft bij de oude versie</translation>
    </message>
    <message>
        <source>Is removed</source>
        <translation>Wordt verwijderd</translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>Hits in all documents</source>
        <translation>Treffers in alle documenten</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notitie</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”.</source>
        <translation>Niets gevonden voor “{text}”.</translation>
    </message>
    <message>
        <source>The first {n} hits, in {documents}</source>
        <translation>De eerste {n} treffers, in {documents}</translation>
    </message>
    <message>
        <source>1 hit in {documents}</source>
        <translation>1 treffer in {documents}</translation>
    </message>
    <message>
        <source>{n} hits in {documents}</source>
        <translation>{n} treffers in {documents}</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>p. {page}</translation>
    </message>
    <message>
        <source>fp. {page}</source>
        <translation>bp. {page}</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Act on the selected text</source>
        <translation>Werken met de geselecteerde tekst</translation>
    </message>
    <message>
        <source>No labels with a digit yet. Press T for a label by name.</source>
        <translation>Nog geen labels met een cijfer. Druk op T voor een label op naam.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Koppel</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieer</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Undoing</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redoing</source>
        <translation>Opnieuw uitvoeren</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Save a copy for others</source>
        <translation>Kopie voor anderen opslaan</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Names of who highlighted, labelled and decided</source>
        <translation>Namen van wie markeerde, labels gaf en besliste</translation>
    </message>
    <message>
        <source>Original files</source>
        <translation>Oorspronkelijke bestanden</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Opslaan als…</translation>
    </message>
    <message>
        <source>What goes with the copy?</source>
        <translation>Wat gaat mee met de kopie?</translation>
    </message>
    <message>
        <source>Papers, highlights, labels, links and verdicts always go. What a colleague adds can be merged.</source>
        <translation>Stukken, markeringen, labels, koppelingen en oordelen gaan altijd mee. Wat een collega toevoegt, kunt u samenvoegen.</translation>
    </message>
    <message>
        <source>Notes with highlights, links and questions. Definitions of labels always go.</source>
        <translation>Notities bij markeringen, koppelingen en vragen. Omschrijvingen van labels gaan altijd mee.</translation>
    </message>
    <message>
        <source>Without them a copy is smaller. The texts stay whole; PDF pages cannot be shown.</source>
        <translation>Zonder deze is de kopie kleiner. De teksten blijven heel; pagina&apos;s van pdf&apos;s zijn dan niet te zien.</translation>
    </message>
    <message>
        <source>What is left out, and what was deleted before, is nowhere in the file.</source>
        <translation>Wat u weglaat, en wat eerder is verwijderd, staat nergens in het bestand.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>{name} for others</source>
        <translation>{name} voor anderen</translation>
    </message>
    <message>
        <source>Save a copy for others</source>
        <translation>Kopie voor anderen opslaan</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>Kopie opslaan</translation>
    </message>
    <message>
        <source>A copy for others was saved as {name}.</source>
        <translation>Er is een kopie voor anderen opgeslagen als {name}.</translation>
    </message>
    <message>
        <source>Merge with a copy</source>
        <translation>Samenvoegen met een kopie</translation>
    </message>
    <message>
        <source>Comparing with {name}</source>
        <translation>Vergelijken met {name}</translation>
    </message>
    <message>
        <source>“{name}” has nothing that is not in this project.</source>
        <translation>“{name}” heeft niets wat niet in dit project staat.</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} lezen</translation>
    </message>
    <message>
        <source>Another copy of this project is in the same folder: “{name}”. It has changes that are not in this one.</source>
        <translation>In dezelfde map staat nog een kopie van dit project: “{name}”. Daarin staan wijzigingen die hier ontbreken.</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Samenvoegen…</translation>
    </message>
    <message>
        <source>Compare with a copy</source>
        <translation>Vergelijken met een kopie</translation>
    </message>
    <message>
        <source>Looking who labelled what</source>
        <translation>Kijken wie welke labels gaf</translation>
    </message>
    <message>
        <source>No label was given yet, so that there is nothing to compare.</source>
        <translation>Er is nog geen label gegeven; er valt niets te vergelijken.</translation>
    </message>
    <message>
        <source>Vindplaats projects</source>
        <translation>Vindplaats-projecten</translation>
    </message>
</context>
<context>
    <name>SplitPopup</name>
    <message>
        <source>With which sentence does the second part begin?</source>
        <translation>Met welke zin begint het tweede deel?</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>Niet alles is opgeslagen</translation>
    </message>
    <message>
        <source>Works offline</source>
        <translation>Werkt offline</translation>
    </message>
    <message>
        <source>{name} (read only)</source>
        <translation>{name} (alleen-lezen)</translation>
    </message>
    <message>
        <source>No project open</source>
        <translation>Geen project geopend</translation>
    </message>
    <message>
        <source>All saved {time}</source>
        <translation>Alles opgeslagen {time}</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Nieuw label</translation>
    </message>
    <message>
        <source>Name of the new label</source>
        <translation>Naam van het nieuwe label</translation>
    </message>
    <message>
        <source>No labels yet. Select text and press [T], or add one with +.</source>
        <translation>Nog geen labels. Selecteer tekst en druk op [T], of voeg er een toe met +.</translation>
    </message>
    <message>
        <source>New label under “{name}”</source>
        <translation>Nieuw label onder “{name}”</translation>
    </message>
    <message>
        <source>Merge “{name}” into</source>
        <translation>Voeg “{name}” samen met</translation>
    </message>
    <message>
        <source>Give to the passage</source>
        <translation>Aan de passage geven</translation>
    </message>
    <message>
        <source>Show its excerpts</source>
        <translation>Fragmenten ervan tonen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Naam wijzigen</translation>
    </message>
    <message>
        <source>Colour and line…</source>
        <translation>Kleur en lijn…</translation>
    </message>
    <message>
        <source>Definition…</source>
        <translation>Definitie…</translation>
    </message>
    <message>
        <source>New label under it</source>
        <translation>Nieuw label eronder</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Omlaag</translation>
    </message>
    <message>
        <source>Put under the label above</source>
        <translation>Onder het label erboven zetten</translation>
    </message>
    <message>
        <source>Take out of its group</source>
        <translation>Uit de groep halen</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Samenvoegen met…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Cijfertoets</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
</context>
<context>
    <name>TagPicker</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Create label “{name}”</source>
        <translation>Label “{name}” maken</translation>
    </message>
</context>
<context>
    <name>TagsModel</name>
    <message>
        <source>{name}, 1 passage</source>
        <translation>{name}, 1 passage</translation>
    </message>
    <message>
        <source>{name}, {count} passages</source>
        <translation>{name}, {count} passages</translation>
    </message>
    <message>
        <source>key {digit}</source>
        <translation>toets {digit}</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>View</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>Number of panes</source>
        <translation>Aantal deelvensters</translation>
    </message>
    <message>
        <source>Search in all documents</source>
        <translation>Zoek in alle documenten</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>Excerpts</source>
        <translation>Fragmenten</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>One pane</source>
        <translation>Eén deelvenster</translation>
    </message>
    <message>
        <source>Two panes</source>
        <translation>Twee deelvensters</translation>
    </message>
    <message>
        <source>Three panes</source>
        <translation>Drie deelvensters</translation>
    </message>
    <message>
        <source>Four panes</source>
        <translation>Vier deelvensters</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
</context>
<context>
    <name>UnitWords</name>
    <message>
        <source>Q{number}</source>
        <translation>V{number}</translation>
    </message>
    <message>
        <source>A{number}</source>
        <translation>A{number}</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Vraag {number}</translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>Antwoord {number}</translation>
    </message>
    <message>
        <source>several fracties</source>
        <translation>verschillende fracties</translation>
    </message>
    <message>
        <source>answers question {number}</source>
        <translation>beantwoordt vraag {number}</translation>
    </message>
    <message>
        <source>suggested for question {number}</source>
        <translation>voorgesteld bij vraag {number}</translation>
    </message>
    <message>
        <source>no question found</source>
        <translation>geen vraag gevonden</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bevestigd</translation>
    </message>
    <message>
        <source>answer suggested</source>
        <translation>antwoord voorgesteld</translation>
    </message>
    <message>
        <source>several candidates</source>
        <translation>meer kandidaten</translation>
    </message>
    <message>
        <source>no answer found</source>
        <translation>geen antwoord gevonden</translation>
    </message>
    <message>
        <source>checked, open</source>
        <translation>nagekeken, open</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwoord</translation>
    </message>
    <message>
        <source>answered in part</source>
        <translation>deels beantwoord</translation>
    </message>
    <message>
        <source>answer refused</source>
        <translation>antwoord geweigerd</translation>
    </message>
    <message>
        <source>answer refers elsewhere</source>
        <translation>antwoord verwijst</translation>
    </message>
    <message>
        <source>answer postponed</source>
        <translation>antwoord uitgesteld</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>niet</translation>
    </message>
</context>
<context>
    <name>VerdictButton</name>
    <message>
        <source>set verdict</source>
        <translation>kies oordeel</translation>
    </message>
    <message>
        <source>Verdict: {verdict}</source>
        <translation>Oordeel: {verdict}</translation>
    </message>
</context>
<context>
    <name>VersionOffer</name>
    <message>
        <source>Looking for the marked passages</source>
        <translation>Gemarkeerde passages zoeken</translation>
    </message>
    <message>
        <source>This paper has one version.</source>
        <translation>Dit stuk heeft één versie.</translation>
    </message>
    <message>
        <source>Comparing versions</source>
        <translation>Versies vergelijken</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Versie {number}</translation>
    </message>
</context>
<context>
    <name>VersionPanes</name>
    <message>
        <source>This paper has one version.</source>
        <translation>Dit stuk heeft één versie.</translation>
    </message>
    <message>
        <source>{version} (present)</source>
        <translation>{version} (huidige)</translation>
    </message>
    <message>
        <source>Comparing versions</source>
        <translation>Versies vergelijken</translation>
    </message>
</context>
<context>
    <name>VersionReviewDialog</name>
    <message>
        <source>New version</source>
        <translation>Nieuwe versie</translation>
    </message>
    <message>
        <source>Passages to look at</source>
        <translation>Passages om te bekijken</translation>
    </message>
    <message>
        <source>Old version</source>
        <translation>Oude versie</translation>
    </message>
    <message>
        <source>Place here</source>
        <translation>Hier plaatsen</translation>
    </message>
    <message>
        <source>Leave with the old version</source>
        <translation>Bij de oude versie laten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terugnemen</translation>
    </message>
    <message>
        <source>Place all the rest as proposed</source>
        <translation>De rest plaatsen zoals voorgesteld</translation>
    </message>
    <message>
        <source>New version of “{title}”</source>
        <translation>Nieuwe versie van “{title}”</translation>
    </message>
    <message>
        <source>The passage goes to what is selected at the right. Select other words there to move it.</source>
        <translation>De passage komt op wat rechts is geselecteerd. Selecteer daar andere woorden om hem te verplaatsen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Import as a separate paper</source>
        <translation>Als apart stuk importeren</translation>
    </message>
    <message>
        <source>Add the new version</source>
        <translation>Nieuwe versie toevoegen</translation>
    </message>
    <message>
        <source>Marked passages: {number}.</source>
        <translation>Gemarkeerde passages: {number}.</translation>
    </message>
    <message>
        <source>Found again without doubt: {number}.</source>
        <translation>Zonder twijfel teruggevonden: {number}.</translation>
    </message>
    <message>
        <source>To look at: {number}.</source>
        <translation>Te bekijken: {number}.</translation>
    </message>
    <message>
        <source>Not found: {number}.</source>
        <translation>Niet gevonden: {number}.</translation>
    </message>
    <message>
        <source>Decisions about questions that stay with the old version: {number}.</source>
        <translation>Beslissingen over vragen die bij de oude versie blijven: {number}.</translation>
    </message>
    <message>
        <source>The old version stays in the project.</source>
        <translation>De oude versie blijft in het project.</translation>
    </message>
    <message>
        <source>Not decided: {number}. These keep the sign “moved, please check”.</source>
        <translation>Niet beslist: {number}. Deze houden het teken “verplaatst, controleer”.</translation>
    </message>
</context>
<context>
    <name>VersionStrip</name>
    <message>
        <source>Previous difference</source>
        <translation>Vorig verschil</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Volgend verschil</translation>
    </message>
    <message>
        <source>Present version</source>
        <translation>Huidige versie</translation>
    </message>
    <message>
        <source>1 difference</source>
        <translation>1 verschil</translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation>{count} verschillen</translation>
    </message>
    <message>
        <source>no differences</source>
        <translation>geen verschillen</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Compare versions</source>
        <translation>Versies vergelijken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Open both in panes</source>
        <translation>Beide in deelvensters openen</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Welkom</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} van {count}</translation>
    </message>
    <message>
        <source>Sign of Vindplaats</source>
        <translation>Beeldmerk van Vindplaats</translation>
    </message>
    <message>
        <source>Read parliamentary papers side by side, highlight, link and cite.</source>
        <translation>Kamerstukken naast elkaar lezen, markeren, koppelen en citeren.</translation>
    </message>
    <message>
        <source>Opened recently</source>
        <translation>Onlangs geopend</translation>
    </message>
    <message>
        <source>Choose documents</source>
        <translation>Documenten kiezen</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Project openen</translation>
    </message>
    <message>
        <source>Drop documents here</source>
        <translation>Sleep documenten hierheen</translation>
    </message>
    <message>
        <source>Text files (.txt). A whole folder works as well.</source>
        <translation>Tekstbestanden (.txt). Een hele map kan ook.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Voorbeeldproject openen</translation>
    </message>
    <message>
        <source>Five real papers from 2016–2018 with labels, notes and links. You work in a copy.</source>
        <translation>Vijf echte stukken uit 2016–2018 met labels, notities en koppelingen. U werkt in een kopie.</translation>
    </message>
    <message>
        <source>Sample project: Libya and the migration agenda</source>
        <translation>Voorbeeldproject: Libië en de migratieagenda</translation>
    </message>
    <message>
        <source>Everything stays on this computer</source>
        <translation>Alles blijft op deze computer</translation>
    </message>
    <message>
        <source>Vindplaats never connects to the internet. Your work is in one file that you keep yourself and that is saved without asking.</source>
        <translation>Vindplaats maakt nooit verbinding met internet. Uw werk staat in één bestand dat u zelf bewaart en dat vanzelf wordt opgeslagen.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Open a document</source>
        <translation>Open een document</translation>
    </message>
    <message>
        <source>Drop a paper in the window or open the sample.</source>
        <translation>Sleep een stuk naar het venster of open het voorbeeld.</translation>
    </message>
    <message>
        <source>Highlight a passage</source>
        <translation>Markeer een passage</translation>
    </message>
    <message>
        <source>Select text and press [1] to [9].</source>
        <translation>Selecteer tekst en druk op [1] tot en met [9].</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Schrijf een notitie</translation>
    </message>
    <message>
        <source>Press [N] at a highlight.</source>
        <translation>Druk op [N] bij een markering.</translation>
    </message>
    <message>
        <source>Link a question to its answer</source>
        <translation>Koppel een vraag aan het antwoord</translation>
    </message>
    <message>
        <source>[L] at the question, [L] again at the answer.</source>
        <translation>[L] bij de vraag, nog eens [L] bij het antwoord.</translation>
    </message>
    <message>
        <source>Export with citations</source>
        <translation>Exporteer met vindplaatsen</translation>
    </message>
    <message>
        <source>[Ctrl+E] makes a Word file.</source>
        <translation>[Ctrl+E] maakt een Word-bestand.</translation>
    </message>
    <message>
        <source>Hide the first steps</source>
        <translation>Eerste stappen verbergen</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Eerste stappen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gedaan</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>vandaag {time}</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
</context>
<context>
    <name>WindowActs</name>
    <message>
        <source>No paper open</source>
        <translation>Geen stuk geopend</translation>
    </message>
    <message>
        <source>Pane {n}</source>
        <translation>Deelvenster {n}</translation>
    </message>
    <message>
        <source>Selection: {n} characters</source>
        <translation>Selectie: {n} tekens</translation>
    </message>
</context>
<context>
    <name>_CheckList</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All: {list}</source>
        <translation>Alle: {list}</translation>
    </message>
    <message>
        <source>No verdicts yet. Press [V] at a question.</source>
        <translation>Nog geen oordelen. Druk op [V] bij een vraag.</translation>
    </message>
</context>
<context>
    <name>_TagButton</name>
    <message>
        <source>{name}, given</source>
        <translation>{name}, gegeven</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Label {number}</source>
        <translation>Label {number}</translation>
    </message>
    <message>
        <source>Candidate {number}</source>
        <translation>Kandidaat {number}</translation>
    </message>
    <message>
        <source>Go to pane {number}</source>
        <translation>Naar deelvenster {number}</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Nieuw project…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Project openen…</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Voorbeeldproject openen</translation>
    </message>
    <message>
        <source>Import documents…</source>
        <translation>Documenten importeren…</translation>
    </message>
    <message>
        <source>Paste as a new paper</source>
        <translation>Als nieuw stuk plakken</translation>
    </message>
    <message>
        <source>Details of the paper…</source>
        <translation>Gegevens van het stuk…</translation>
    </message>
    <message>
        <source>Compare versions…</source>
        <translation>Versies vergelijken…</translation>
    </message>
    <message>
        <source>Previous version beside it</source>
        <translation>Vorige versie ernaast</translation>
    </message>
    <message>
        <source>Export excerpts…</source>
        <translation>Fragmenten exporteren…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie opslaan…</translation>
    </message>
    <message>
        <source>Save a copy for others…</source>
        <translation>Kopie voor anderen opslaan…</translation>
    </message>
    <message>
        <source>Merge with a copy…</source>
        <translation>Samenvoegen met een kopie…</translation>
    </message>
    <message>
        <source>Agreement of coders…</source>
        <translation>Overeenstemming tussen codeurs…</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Project sluiten</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Instellingen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>Kopiëren met vindplaats</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles selecteren</translation>
    </message>
    <message>
        <source>Find in this paper</source>
        <translation>Zoeken in dit stuk</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Volgende zoeken</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Vorige zoeken</translation>
    </message>
    <message>
        <source>Search in all documents</source>
        <translation>Zoeken in alle documenten</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Excerpts</source>
        <translation>Fragmenten</translation>
    </message>
    <message>
        <source>Text as delivered</source>
        <translation>Tekst zoals aangeleverd</translation>
    </message>
    <message>
        <source>Pages of the PDF</source>
        <translation>Pagina&apos;s van de PDF</translation>
    </message>
    <message>
        <source>Left side bar</source>
        <translation>Linkerzijbalk</translation>
    </message>
    <message>
        <source>Right side bar</source>
        <translation>Rechterzijbalk</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Grotere tekst</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere tekst</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale tekstgrootte</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Volledig scherm</translation>
    </message>
    <message>
        <source>Same paper in a new pane</source>
        <translation>Zelfde stuk in een nieuw deelvenster</translation>
    </message>
    <message>
        <source>Close this pane</source>
        <translation>Dit deelvenster sluiten</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Volgend deel van het venster</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Vorig deel van het venster</translation>
    </message>
    <message>
        <source>Move this pane to the right</source>
        <translation>Dit deelvenster naar rechts</translation>
    </message>
    <message>
        <source>Move this pane to the left</source>
        <translation>Dit deelvenster naar links</translation>
    </message>
    <message>
        <source>Highlight with the last label</source>
        <translation>Markeren met het laatste label</translation>
    </message>
    <message>
        <source>Label by name…</source>
        <translation>Label op naam…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Change the ends of the highlight</source>
        <translation>Uiteinden van de markering aanpassen</translation>
    </message>
    <message>
        <source>Remove highlight</source>
        <translation>Markering verwijderen</translation>
    </message>
    <message>
        <source>Next highlight</source>
        <translation>Volgende markering</translation>
    </message>
    <message>
        <source>Previous highlight</source>
        <translation>Vorige markering</translation>
    </message>
    <message>
        <source>Show the selection bar</source>
        <translation>Selectiebalk tonen</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Koppelen</translation>
    </message>
    <message>
        <source>Follow the link</source>
        <translation>Koppeling volgen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Show the footnote at the caret</source>
        <translation>Voetnoot bij de cursor tonen</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Volgende vraag</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>Vorige vraag</translation>
    </message>
    <message>
        <source>Accept the answer</source>
        <translation>Antwoord aannemen</translation>
    </message>
    <message>
        <source>Reject the answer</source>
        <translation>Antwoord afwijzen</translation>
    </message>
    <message>
        <source>Checked, open</source>
        <translation>Nagekeken, open</translation>
    </message>
    <message>
        <source>Verdict…</source>
        <translation>Oordeel…</translation>
    </message>
    <message>
        <source>Answered in part</source>
        <translation>Deels beantwoord</translation>
    </message>
    <message>
        <source>Accept all strong ones of this group…</source>
        <translation>Alle sterke van deze groep aannemen…</translation>
    </message>
    <message>
        <source>Note on the question</source>
        <translation>Notitie bij de vraag</translation>
    </message>
    <message>
        <source>Split the question…</source>
        <translation>Vraag splitsen…</translation>
    </message>
    <message>
        <source>Merge with the next question</source>
        <translation>Samenvoegen met de volgende vraag</translation>
    </message>
    <message>
        <source>Change the ends of the question</source>
        <translation>Begin en einde van de vraag wijzigen</translation>
    </message>
    <message>
        <source>This is no question</source>
        <translation>Dit is geen vraag</translation>
    </message>
    <message>
        <source>Show question and answer side by side</source>
        <translation>Vraag en antwoord naast elkaar tonen</translation>
    </message>
    <message>
        <source>The selection is a question</source>
        <translation>De selectie is een vraag</translation>
    </message>
    <message>
        <source>The selection is an answer</source>
        <translation>De selectie is een antwoord</translation>
    </message>
    <message>
        <source>Split the question or answer here</source>
        <translation>Vraag of antwoord hier splitsen</translation>
    </message>
    <message>
        <source>Merge with the next one</source>
        <translation>Samenvoegen met de volgende</translation>
    </message>
    <message>
        <source>Change the ends of the question or answer</source>
        <translation>Begin en einde van vraag of antwoord wijzigen</translation>
    </message>
    <message>
        <source>Question or answer at the caret…</source>
        <translation>Vraag of antwoord bij de cursor…</translation>
    </message>
    <message>
        <source>No question or answer</source>
        <translation>Geen vraag of antwoord</translation>
    </message>
    <message>
        <source>Question or answer as recognised</source>
        <translation>Vraag of antwoord weer zoals herkend</translation>
    </message>
    <message>
        <source>Questions overview…</source>
        <translation>Vragenoverzicht…</translation>
    </message>
    <message>
        <source>Linked scrolling</source>
        <translation>Samen schuiven</translation>
    </message>
    <message>
        <source>Align the panes from here</source>
        <translation>Deelvensters vanaf hier gelijk laten lopen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vooruit</translation>
    </message>
    <message>
        <source>Next difference between versions</source>
        <translation>Volgend verschil tussen versies</translation>
    </message>
    <message>
        <source>Previous difference between versions</source>
        <translation>Vorig verschil tussen versies</translation>
    </message>
    <message>
        <source>Contents of this paper</source>
        <translation>Inhoud van dit stuk</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>Alle opdrachten…</translation>
    </message>
    <message>
        <source>Manual and shortcuts</source>
        <translation>Handleiding en sneltoetsen</translation>
    </message>
    <message>
        <source>About Vindplaats</source>
        <translation>Over Vindplaats</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>B&amp;eeld</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;Markeren</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>&amp;Koppelen</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>&amp;Vragen</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ga naar</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
</context>
<context>
    <name>board</name>
    <message>
        <source>Accepted by {author} on {date}, from a suggestion of the program.</source>
        <translation>Aangenomen door {author} op {date}, uit een voorstel van het programma.</translation>
    </message>
    <message>
        <source>Accepted on {date}, from a suggestion of the program.</source>
        <translation>Aangenomen op {date}, uit een voorstel van het programma.</translation>
    </message>
    <message>
        <source>Linked by {author} on {date}.</source>
        <translation>Gekoppeld door {author} op {date}.</translation>
    </message>
    <message>
        <source>Linked by hand on {date}.</source>
        <translation>Met de hand gekoppeld op {date}.</translation>
    </message>
    <message>
        <source>Candidate {number} of {total}, {band}</source>
        <translation>Kandidaat {number} van {total}, {band}</translation>
    </message>
    <message>
        <source>Candidate, {band}</source>
        <translation>Kandidaat, {band}</translation>
    </message>
    <message>
        <source> · no. {number}</source>
        <translation> · nr. {number}</translation>
    </message>
    <message>
        <source>weak candidate</source>
        <translation>zwakke kandidaat</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>{count} st.</translation>
    </message>
    <message>
        <source>passage that was linked</source>
        <translation>gekoppelde passage</translation>
    </message>
    <message>
        <source>No answer found in “{title}”</source>
        <translation>Geen antwoord gevonden in ‘{title}’</translation>
    </message>
    <message>
        <source>No answer found in this document</source>
        <translation>Geen antwoord gevonden in dit document</translation>
    </message>
    <message>
        <source>1 block, {answered} answered</source>
        <translation>1 blok, {answered} beantwoord</translation>
    </message>
    <message>
        <source>{count} blocks, {answered} answered</source>
        <translation>{count} blokken, {answered} beantwoord</translation>
    </message>
    <message>
        <source>No answer block.</source>
        <translation>Geen antwoordblok.</translation>
    </message>
    <message>
        <source>Answer without a question</source>
        <translation>Antwoord zonder vraag</translation>
    </message>
    <message>
        <source>verdict: {verdict}</source>
        <translation>oordeel: {verdict}</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>geen oordeel</translation>
    </message>
    <message>
        <source>Without a section</source>
        <translation>Zonder paragraaf</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>ingeklapt</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>uitgeklapt</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bevestigd</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Voorgesteld</translation>
    </message>
    <message>
        <source>Several candidates</source>
        <translation>Meer kandidaten</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>Checked, open</source>
        <translation>Nagekeken, open</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>sterk</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>mogelijk</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>zwak</translation>
    </message>
    <message>
        <source>{count} confirmed</source>
        <translation>{count} bevestigd</translation>
    </message>
    <message>
        <source>{count} suggested</source>
        <translation>{count} voorgesteld</translation>
    </message>
    <message>
        <source>{count} with several candidates</source>
        <translation>{count} met meer kandidaten</translation>
    </message>
    <message>
        <source>{count} with nothing found</source>
        <translation>{count} met niets gevonden</translation>
    </message>
    <message>
        <source>{count} checked, open</source>
        <translation>{count} nagekeken, open</translation>
    </message>
    <message>
        <source>1 question</source>
        <translation>1 vraag</translation>
    </message>
    <message>
        <source>{count} questions</source>
        <translation>{count} vragen</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwoord</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>deels</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>geweigerd</translation>
    </message>
    <message>
        <source>refers elsewhere</source>
        <translation>verwijst</translation>
    </message>
    <message>
        <source>postponed</source>
        <translation>uitgesteld</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>niet</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} en {last}</translation>
    </message>
    <message>
        <source>question {number}</source>
        <translation>vraag {number}</translation>
    </message>
    <message>
        <source>questions {numbers}</source>
        <translation>vragen {numbers}</translation>
    </message>
    <message>
        <source>answer {number}</source>
        <translation>antwoord {number}</translation>
    </message>
    <message>
        <source>answers {numbers}</source>
        <translation>antwoorden {numbers}</translation>
    </message>
    <message>
        <source>joint answer</source>
        <translation>gezamenlijk antwoord</translation>
    </message>
    <message>
        <source>answer to {groups}</source>
        <translation>antwoord aan {groups}</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>antwoord</translation>
    </message>
    <message>
        <source>Among the answers under {section} there is none to the {group} fractie</source>
        <translation>Bij de antwoorden onder {section} is er geen aan de {group}-fractie</translation>
    </message>
    <message>
        <source>Among the answers there is none to the {group} fractie</source>
        <translation>Bij de antwoorden is er geen aan de {group}-fractie</translation>
    </message>
    <message>
        <source>There are no answers under {section}</source>
        <translation>Onder {section} staan geen antwoorden</translation>
    </message>
    <message>
        <source>There are no answers to these questions</source>
        <translation>Op deze vragen zijn geen antwoorden gevonden</translation>
    </message>
    <message>
        <source>same number ({number})</source>
        <translation>zelfde nummer ({number})</translation>
    </message>
    <message>
        <source>follows the question directly</source>
        <translation>volgt direct op de vraag</translation>
    </message>
    <message>
        <source>same section ({section})</source>
        <translation>zelfde paragraaf ({section})</translation>
    </message>
    <message>
        <source>same fractie ({group})</source>
        <translation>zelfde fractie ({group})</translation>
    </message>
    <message>
        <source>joint answer to several fracties</source>
        <translation>gezamenlijk antwoord aan meer fracties</translation>
    </message>
    <message>
        <source>same order</source>
        <translation>zelfde volgorde</translation>
    </message>
    <message>
        <source>only question and only answer of this fractie here</source>
        <translation>enige vraag en enige antwoord van deze fractie hier</translation>
    </message>
    <message>
        <source>opens with the words of the question</source>
        <translation>opent met de woorden van de vraag</translation>
    </message>
    <message>
        <source>shared word: {word}</source>
        <translation>gedeeld woord: {word}</translation>
    </message>
    <message>
        <source>shared words: {words}</source>
        <translation>gedeelde woorden: {words}</translation>
    </message>
    <message>
        <source>same section (it stands in {section})</source>
        <translation>zelfde paragraaf (staat in {section})</translation>
    </message>
    <message>
        <source>same section</source>
        <translation>zelfde paragraaf</translation>
    </message>
    <message>
        <source>own fractie (it is for {groups})</source>
        <translation>eigen fractie (is voor {groups})</translation>
    </message>
    <message>
        <source>own fractie</source>
        <translation>eigen fractie</translation>
    </message>
    <message>
        <source>order</source>
        <translation>volgorde</translation>
    </message>
    <message>
        <source>a number that occurs once</source>
        <translation>een nummer dat één keer voorkomt</translation>
    </message>
    <message>
        <source>same number</source>
        <translation>zelfde nummer</translation>
    </message>
    <message>
        <source>shared words</source>
        <translation>gedeelde woorden</translation>
    </message>
</context>
<context>
    <name>citation-template</name>
    <message>
        <source>chamber, else sender</source>
        <translation>kamer, anders afzender</translation>
    </message>
    <message>
        <source>sender, or several</source>
        <translation>afzender(s)</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titel</translation>
    </message>
    <message>
        <source>kind of paper, as a code word</source>
        <translation>soort stuk, als codewoord</translation>
    </message>
    <message>
        <source>25 april 2018</source>
        <translation>25 april 2018</translation>
    </message>
    <message>
        <source>25 april</source>
        <translation>25 april</translation>
    </message>
    <message>
        <source>2018</source>
        <translation>2018</translation>
    </message>
    <message>
        <source>first dossier</source>
        <translation>eerste dossier</translation>
    </message>
    <message>
        <source>all dossiers</source>
        <translation>alle dossiers</translation>
    </message>
    <message>
        <source>number of the paper</source>
        <translation>nummer van het stuk</translation>
    </message>
    <message>
        <source>number as it is cited: nr. 2395</source>
        <translation>nummer zoals het wordt geciteerd: nr. 2395</translation>
    </message>
    <message>
        <source>I, II or I/II</source>
        <translation>I, II of I/II</translation>
    </message>
    <message>
        <source>chamber in full</source>
        <translation>kamer voluit</translation>
    </message>
    <message>
        <source>parliamentary year: 2017/18</source>
        <translation>vergaderjaar: 2017/18</translation>
    </message>
    <message>
        <source>the paper as in the Leidraad</source>
        <translation>het stuk zoals in de Leidraad</translation>
    </message>
    <message>
        <source>page, else section or question</source>
        <translation>pagina, anders paragraaf of vraag</translation>
    </message>
    <message>
        <source>first printed page</source>
        <translation>eerste gedrukte pagina</translation>
    </message>
    <message>
        <source>printed pages: 24-25</source>
        <translation>gedrukte pagina&apos;s: 24-25</translation>
    </message>
    <message>
        <source>page of the file</source>
        <translation>bestandspagina</translation>
    </message>
    <message>
        <source>section: § 1.3</source>
        <translation>paragraaf: § 1.3</translation>
    </message>
    <message>
        <source>question or answer</source>
        <translation>vraag of antwoord</translation>
    </message>
    <message>
        <source>mark of the sender</source>
        <translation>kenmerk van de afzender</translation>
    </message>
    <message>
        <source>web address</source>
        <translation>webadres</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Er staat nog niets.</translation>
    </message>
    <message>
        <source>This is too long: 2,000 characters at most.</source>
        <translation>Dit is te lang: hoogstens 2.000 tekens.</translation>
    </message>
    <message>
        <source>Line {line} cannot be read: {detail}.</source>
        <translation>Regel {line} is niet te lezen: {detail}.</translation>
    </message>
    <message>
        <source>Line {line}: what is opened here is not closed.</source>
        <translation>Regel {line}: wat hier wordt geopend, wordt niet gesloten.</translation>
    </message>
    <message>
        <source>Line {line}: there is no field “{detail}”.</source>
        <translation>Regel {line}: er is geen veld “{detail}”.</translation>
    </message>
    <message>
        <source>Line {line}: “{detail}” cannot be used in a citation.</source>
        <translation>Regel {line}: “{detail}” kan niet in een vindplaats.</translation>
    </message>
</context>
<context>
    <name>citing</name>
    <message>
        <source>Leidraad</source>
        <translation>Leidraad</translation>
    </message>
    <message>
        <source>Leidraad voor juridische auteurs</source>
        <translation>Leidraad voor juridische auteurs</translation>
    </message>
    <message>
        <source>Kamerstijl</source>
        <translation>Kamerstijl</translation>
    </message>
    <message>
        <source>Style of the Chamber</source>
        <translation>Stijl van de Kamer</translation>
    </message>
    <message>
        <source>APA</source>
        <translation>APA</translation>
    </message>
    <message>
        <source>APA, 7th edition</source>
        <translation>APA, 7e editie</translation>
    </message>
    <message>
        <source>Flemish</source>
        <translation>Vlaams</translation>
    </message>
    <message>
        <source>Flemish (Parl.St., Hand.)</source>
        <translation>Vlaams (Parl.St., Hand.)</translation>
    </message>
    <message>
        <source>Own form</source>
        <translation>Eigen vorm</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titel</translation>
    </message>
    <message>
        <source>date</source>
        <translation>datum</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nummer</translation>
    </message>
    <message>
        <source>chamber</source>
        <translation>kamer</translation>
    </message>
    <message>
        <source>parliamentary year</source>
        <translation>vergaderjaar</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>afzender</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>kenmerk</translation>
    </message>
    <message>
        <source>web address</source>
        <translation>webadres</translation>
    </message>
</context>
<context>
    <name>document-facts</name>
    <message>
        <source>Letter to Parliament</source>
        <translation>Kamerbrief</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Written consultation</source>
        <translation>Schriftelijk overleg</translation>
    </message>
    <message>
        <source>List of questions and answers</source>
        <translation>Lijst van vragen en antwoorden</translation>
    </message>
    <message>
        <source>Written questions with answers</source>
        <translation>Kamervragen met antwoord</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Handelingen</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Motie</translation>
    </message>
    <message>
        <source>Amendment</source>
        <translation>Amendement</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Wetsvoorstel</translation>
    </message>
    <message>
        <source>Memorandum on a bill</source>
        <translation>Memorie of nota bij een wetsvoorstel</translation>
    </message>
    <message>
        <source>Report of a committee</source>
        <translation>Verslag van een commissie</translation>
    </message>
    <message>
        <source>Annex</source>
        <translation>Bijlage</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Report of an organisation</source>
        <translation>Rapport van een organisatie</translation>
    </message>
    <message>
        <source>Other paper</source>
        <translation>Overig stuk</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Frans</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Duits</translation>
    </message>
</context>
<context>
    <name>documents</name>
    <message>
        <source>no. {number}</source>
        <translation>nr. {number}</translation>
    </message>
    <message>
        <source>{count} fp.</source>
        <translation>{count} bp.</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Table and data</source>
        <translation>Tabel en gegevens</translation>
    </message>
    <message>
        <source>The whole paper with its highlights</source>
        <translation>Het hele stuk met zijn markeringen</translation>
    </message>
    <message>
        <source>For other programs</source>
        <translation>Voor andere programma&apos;s</translation>
    </message>
    <message>
        <source>List of the papers</source>
        <translation>Lijst van de documenten</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>OpenDocument (LibreOffice)</source>
        <translation>OpenDocument (LibreOffice)</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webpagina</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Platte tekst</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabel (CSV)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Paper as a web page</source>
        <translation>Stuk als webpagina</translation>
    </message>
    <message>
        <source>Copy of the PDF</source>
        <translation>Kopie van de PDF</translation>
    </message>
    <message>
        <source>REFI-QDA project (QDPX)</source>
        <translation>REFI-QDA-project (QDPX)</translation>
    </message>
    <message>
        <source>REFI-QDA codebook (QDC)</source>
        <translation>REFI-QDA-codeboek (QDC)</translation>
    </message>
    <message>
        <source>Web Annotation (JSON-LD)</source>
        <translation>Web Annotation (JSON-LD)</translation>
    </message>
    <message>
        <source>CSL JSON (Zotero)</source>
        <translation>CSL JSON (Zotero)</translation>
    </message>
    <message>
        <source>RIS (EndNote, Mendeley)</source>
        <translation>RIS (EndNote, Mendeley)</translation>
    </message>
    <message>
        <source>BibTeX (LaTeX)</source>
        <translation>BibTeX (LaTeX)</translation>
    </message>
    <message>
        <source>There is nothing to export: nothing is highlighted in this project.</source>
        <translation>Er valt niets te exporteren: in dit project is nog niets gemarkeerd.</translation>
    </message>
    <message>
        <source>There is nothing to export: no excerpt passes the filter.</source>
        <translation>Er valt niets te exporteren: geen fragment voldoet aan het filter.</translation>
    </message>
    <message>
        <source>There is no document in this project yet.</source>
        <translation>Er is nog geen document in dit project.</translation>
    </message>
    <message>
        <source>The rest is in the file.</source>
        <translation>De rest staat in het bestand.</translation>
    </message>
    <message>
        <source>The other pages with highlights are in the file.</source>
        <translation>De andere pagina&apos;s met markeringen staan in het bestand.</translation>
    </message>
    <message>
        <source>Shown here: the first {shown} of {excerpts}. They all go out.</source>
        <translation>Hier ziet u de eerste {shown} van {excerpts}. Ze gaan allemaal mee.</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>Not read yet</source>
        <translation>Nog niet gelezen</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Wordt gelezen</translation>
    </message>
    <message>
        <source>Can be imported</source>
        <translation>Kan worden geïmporteerd</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Al aanwezig</translation>
    </message>
    <message>
        <source>Needs a password</source>
        <translation>Wachtwoord nodig</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Niet te lezen</translation>
    </message>
    <message>
        <source>Being imported</source>
        <translation>Wordt geïmporteerd</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Geïmporteerd</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelaten</translation>
    </message>
    <message>
        <source>{percent} % read</source>
        <translation>{percent} % gelezen</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} pagina&apos;s</translation>
    </message>
    <message>
        <source>This file is already in the project or in this list, as “{title}”. It is left out.</source>
        <translation>Dit bestand staat al in het project of in deze lijst, als “{title}”. Het wordt weggelaten.</translation>
    </message>
    <message>
        <source>This file is protected. Give its password to read it.</source>
        <translation>Dit bestand is beveiligd. Geef het wachtwoord om het te lezen.</translation>
    </message>
    <message>
        <source>Probably a new version of “{title}”, which is in the project.</source>
        <translation>Waarschijnlijk een nieuwe versie van “{title}”, dat in het project staat.</translation>
    </message>
    <message>
        <source>Text layer: not on every page</source>
        <translation>Tekstlaag: niet op elke pagina</translation>
    </message>
    <message>
        <source>Text layer: yes</source>
        <translation>Tekstlaag: ja</translation>
    </message>
    <message>
        <source>{count} can be imported</source>
        <translation>{count} te importeren</translation>
    </message>
    <message>
        <source>{count} imported</source>
        <translation>{count} geïmporteerd</translation>
    </message>
    <message>
        <source>{count} already there</source>
        <translation>{count} al aanwezig</translation>
    </message>
    <message>
        <source>{count} with a password</source>
        <translation>{count} met wachtwoord</translation>
    </message>
    <message>
        <source>{count} could not be read</source>
        <translation>{count} niet te lezen</translation>
    </message>
    <message>
        <source>{count} still to come</source>
        <translation>{count} nog te lezen</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>{count} weggelaten</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>Label by digit</source>
        <translation>Label op cijfer</translation>
    </message>
    <message>
        <source>Versions of this paper</source>
        <translation>Versies van dit stuk</translation>
    </message>
    <message>
        <source>Go to {page}</source>
        <translation>Ga naar {page}</translation>
    </message>
    <message>
        <source>Copy the address of the link</source>
        <translation>Adres van de link kopiëren</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Recente projecten</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
</context>
<context>
    <name>merging</name>
    <message>
        <source>Paper</source>
        <translation>Stuk</translation>
    </message>
    <message>
        <source>Version of a paper</source>
        <translation>Versie van een stuk</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markering</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Label on a highlight</source>
        <translation>Label bij een markering</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Koppeling</translation>
    </message>
    <message>
        <source>Type of link</source>
        <translation>Soort koppeling</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Decision on a question</source>
        <translation>Beslissing over een vraag</translation>
    </message>
    <message>
        <source>Rejected answer</source>
        <translation>Afgewezen antwoord</translation>
    </message>
    <message>
        <source>Ends of a question or answer</source>
        <translation>Grenzen van een vraag of antwoord</translation>
    </message>
    <message>
        <source>comes in</source>
        <translation>komt erbij</translation>
    </message>
    <message>
        <source>takes over a change</source>
        <translation>neemt een wijziging over</translation>
    </message>
    <message>
        <source>changed on both sides</source>
        <translation>aan beide kanten gewijzigd</translation>
    </message>
    <message>
        <source>is removed, as in the copy</source>
        <translation>wordt verwijderd, zoals in de kopie</translation>
    </message>
    <message>
        <source>stays, though one side removed it</source>
        <translation>blijft, al was het aan één kant verwijderd</translation>
    </message>
    <message>
        <source>becomes one with another</source>
        <translation>wordt één met een andere</translation>
    </message>
    <message>
        <source>Changed on both sides: {number}.</source>
        <translation>Aan beide kanten gewijzigd: {number}.</translation>
    </message>
    <message>
        <source>Comes in: {number}.</source>
        <translation>Komt erbij: {number}.</translation>
    </message>
    <message>
        <source>Takes over a change: {number}.</source>
        <translation>Neemt een wijziging over: {number}.</translation>
    </message>
    <message>
        <source>Removed: {number}.</source>
        <translation>Verwijderd: {number}.</translation>
    </message>
    <message>
        <source>Stays after all: {number}.</source>
        <translation>Blijft toch: {number}.</translation>
    </message>
    <message>
        <source>Joined: {number}.</source>
        <translation>Samengegaan: {number}.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Chamber</source>
        <translation>Kamer</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Vergaderjaar</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Afzenders</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadres</translation>
    </message>
    <message>
        <source>Sender&apos;s mark</source>
        <translation>Kenmerk</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Lies under</source>
        <translation>Valt onder</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Lijn</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>Cijfer</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Omschrijving</translation>
    </message>
    <message>
        <source>Checked, open</source>
        <translation>Bekeken, open</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In the copy</source>
        <translation>In de kopie</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In het bestand</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>“{name}” could not be read: {reason}. Nothing was imported from it; check that the file is still there and try again.</source>
        <translation>“{name}” kon niet worden gelezen: {reason}. Er is niets uit geïmporteerd; controleer of het bestand er nog staat en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>“{name}” is empty. Nothing was imported from it.</source>
        <translation>“{name}” is leeg. Er is niets uit geïmporteerd.</translation>
    </message>
    <message>
        <source>“{name}” is {size} MB; the limit is {limit} MB. Split the file and import the parts.</source>
        <translation>“{name}” is {size} MB; de grens is {limit} MB. Splits het bestand en importeer de delen.</translation>
    </message>
    <message>
        <source>“{name}” is not a text file Vindplaats can read. Nothing was imported from it.</source>
        <translation>“{name}” is geen tekstbestand dat Vindplaats kan lezen. Er is niets uit geïmporteerd.</translation>
    </message>
    <message>
        <source>“{name}” is XML of a sort Vindplaats does not read. Nothing was imported from it. It reads the XML of official publications, of reports of the Tweede Kamer, TEI and Akoma Ntoso.</source>
        <translation>“{name}” is XML van een soort die Vindplaats niet leest. Er is niets uit geïmporteerd. Het leest de XML van officiële publicaties, van verslagen van de Tweede Kamer, TEI en Akoma Ntoso.</translation>
    </message>
    <message>
        <source>The characters of “{name}” could not be recognised. Save it as UTF-8 and import it again.</source>
        <translation>De tekens van “{name}” zijn niet herkend. Sla het bestand op als UTF-8 en importeer het opnieuw.</translation>
    </message>
    <message>
        <source>“{name}” holds no readable text. Nothing was imported from it.</source>
        <translation>“{name}” bevat geen leesbare tekst. Er is niets uit geïmporteerd.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or not complete: it could not be read as {format}. Nothing was imported from it; get the file again and try once more.</source>
        <translation>“{name}” is beschadigd of niet volledig: het kon niet als {format} worden gelezen. Er is niets uit geïmporteerd; haal het bestand opnieuw op en probeer het nog eens.</translation>
    </message>
    <message>
        <source>“{name}” is protected with a password. Nothing was imported from it; save a copy without a password and import that.</source>
        <translation>“{name}” is beveiligd met een wachtwoord. Er is niets uit geïmporteerd; bewaar een kopie zonder wachtwoord en importeer die.</translation>
    </message>
    <message>
        <source>“{name}” is of a format that Vindplaats does not read: {format}. Nothing was imported from it; open it in the program that made it, save it as DOCX, ODT or PDF, and import that.</source>
        <translation>“{name}” heeft een formaat dat Vindplaats niet leest: {format}. Er is niets uit geïmporteerd; open het in het programma waarmee het is gemaakt, sla het op als DOCX, ODT of PDF, en importeer dat.</translation>
    </message>
    <message>
        <source>“{name}” holds pictures of pages and no text, like a scan. Nothing was imported from it; have its text recognised (OCR) by another program and import the result.</source>
        <translation>“{name}” bevat afbeeldingen van pagina&apos;s en geen tekst, zoals een scan. Er is niets uit geïmporteerd; laat de tekst herkennen (OCR) door een ander programma en importeer het resultaat.</translation>
    </message>
    <message>
        <source>The pages of “{name}” cannot be drawn. Its text is complete: read and mark it in the reading view.</source>
        <translation>De pagina&apos;s van “{name}” kunnen niet worden getekend. De tekst is volledig: lees en markeer die in de leesweergave.</translation>
    </message>
    <message>
        <source>The pages of “{name}” no longer agree with its text word for word, because another version of the PDF engine reads them. Its text is complete: read and mark it in the reading view.</source>
        <translation>De pagina&apos;s van “{name}” komen niet meer woord voor woord overeen met de tekst, omdat een andere versie van de PDF-lezer ze leest. De tekst is volledig: lees en markeer die in de leesweergave.</translation>
    </message>
    <message>
        <source>“{name}” has {pages} pages; the limit is {limit}. Split the file and import the parts.</source>
        <translation>“{name}” heeft {pages} pagina&apos;s; de grens is {limit}. Splits het bestand en importeer de delen.</translation>
    </message>
    <message>
        <source>Reading “{name}” took too long and was stopped. Nothing was imported from it.</source>
        <translation>Het lezen van “{name}” duurde te lang en is gestopt. Er is niets uit geïmporteerd.</translation>
    </message>
    <message>
        <source>“{name}” is not a file of another program that can be read back. Nothing was imported from it; choose a REFI-QDA project or codebook, Web Annotations (JSON-LD), or a table of labels (CSV).</source>
        <translation>“{name}” is geen bestand van een ander programma dat kan worden teruggelezen. Er is niets geïmporteerd; kies een REFI-QDA-project of -codeboek, Web Annotations (JSON-LD) of een tabel met labels (CSV).</translation>
    </message>
    <message>
        <source>“{name}” is already in the project, as “{title}”.</source>
        <translation>“{name}” staat al in het project, als “{title}”.</translation>
    </message>
    <message>
        <source>The import of “{name}” was stopped. Nothing was imported from it.</source>
        <translation>Het importeren van “{name}” is gestopt. Er is niets uit geïmporteerd.</translation>
    </message>
    <message>
        <source>There is no file “{path}”. It may have been moved or renamed.</source>
        <translation>Er is geen bestand “{path}”. Misschien is het verplaatst of heeft het een andere naam gekregen.</translation>
    </message>
    <message>
        <source>“{path}” already exists. Choose another name; nothing was overwritten.</source>
        <translation>“{path}” bestaat al. Kies een andere naam; er is niets overschreven.</translation>
    </message>
    <message>
        <source>“{path}” is not a Vindplaats project. The file was left as it was.</source>
        <translation>“{path}” is geen Vindplaats-project. Het bestand is gelaten zoals het was.</translation>
    </message>
    <message>
        <source>“{path}” is an empty file, not a project. It may not have been copied completely.</source>
        <translation>“{path}” is een leeg bestand, geen project. Misschien is het niet volledig gekopieerd.</translation>
    </message>
    <message>
        <source>“{path}” is cut off: {size} of {expected} bytes are there. It may still be copying or syncing. Nothing was changed; wait and try again, or restore a backup.</source>
        <translation>“{path}” is afgebroken: er zijn {size} van {expected} bytes. Misschien wordt het nog gekopieerd of gesynchroniseerd. Er is niets gewijzigd; wacht even en probeer het opnieuw, of zet een reservekopie terug.</translation>
    </message>
    <message>
        <source>“{path}” is damaged ({reason}). Nothing was changed. Restore a backup, or run “vindplaats check --repair-copy NEW” to save what can be read into a new file.</source>
        <translation>“{path}” is beschadigd ({reason}). Er is niets gewijzigd. Zet een reservekopie terug, of gebruik de opdracht “vindplaats check --repair-copy NIEUW” om wat leesbaar is in een nieuw bestand op te slaan.</translation>
    </message>
    <message>
        <source>“{path}” was made by a newer Vindplaats (format {version}; this one knows {known}). Nothing was changed. Open it read-only, or update Vindplaats.</source>
        <translation>“{path}” is gemaakt met een nieuwere Vindplaats (versie {version} van het bestandsformaat; deze kent {known}). Er is niets gewijzigd. Open het alleen-lezen of werk Vindplaats bij.</translation>
    </message>
    <message>
        <source>“{path}” is open in another window ({holder}). Nothing was changed. Close it there, or open a copy to read.</source>
        <translation>“{path}” is geopend in een ander venster ({holder}). Er is niets gewijzigd. Sluit het daar, of open een kopie om te lezen.</translation>
    </message>
    <message>
        <source>“{path}” can only be read here. Open it read-only, or save a copy in a folder where you may write.</source>
        <translation>“{path}” kan hier alleen worden gelezen. Open het alleen-lezen, of sla een kopie op in een map waarin u mag schrijven.</translation>
    </message>
    <message>
        <source>“{path}” holds database code that Vindplaats did not make ({names}). Open it read-only; nothing of it runs.</source>
        <translation>“{path}” bevat databasecode die niet van Vindplaats is ({names}). Open het alleen-lezen; niets ervan wordt uitgevoerd.</translation>
    </message>
    <message>
        <source>“{path}” was replaced or moved by another program while it was open. Your work up to the last “saved” is kept; save the project under a new name.</source>
        <translation>“{path}” is door een ander programma vervangen of verplaatst terwijl het geopend was. Uw werk tot het laatste “opgeslagen” is bewaard; sla het project op onder een nieuwe naam.</translation>
    </message>
    <message>
        <source>This could not be saved in “{path}”: {reason}. Everything shown as saved before is safe. Make room or check the disk, then try again.</source>
        <translation>Dit kon niet worden opgeslagen in “{path}”: {reason}. Alles wat eerder als opgeslagen werd getoond, is veilig. Maak ruimte of controleer de schijf en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The export could not be written to “{path}”: {reason}. The project is unchanged.</source>
        <translation>De export kon niet worden geschreven naar “{path}”: {reason}. Het project is niet gewijzigd.</translation>
    </message>
    <message>
        <source>There is nothing to search for in “{query}”. Type a word or a “phrase in quotes”.</source>
        <translation>In “{query}” staat niets om op te zoeken. Typ een woord of een “zinsdeel tussen aanhalingstekens”.</translation>
    </message>
    <message>
        <source>The passage is empty or lies outside the text.</source>
        <translation>De passage is leeg of ligt buiten de tekst.</translation>
    </message>
    <message>
        <source>This type of link is not in the project.</source>
        <translation>Deze soort koppeling staat niet in het project.</translation>
    </message>
    <message>
        <source>This is the open project itself. Choose another copy of it.</source>
        <translation>Dit is het geopende project zelf. Kies een andere kopie ervan.</translation>
    </message>
    <message>
        <source>A {thing} needs a name.</source>
        <translation>Een {thing} heeft een naam nodig.</translation>
    </message>
    <message>
        <source>The name of a {thing} has at most {limit} characters.</source>
        <translation>De naam van een {thing} heeft ten hoogste {limit} tekens.</translation>
    </message>
    <message>
        <source>This paper is no longer in the project.</source>
        <translation>Dit stuk staat niet meer in het project.</translation>
    </message>
    <message>
        <source>This passage is no longer in the project.</source>
        <translation>Deze passage staat niet meer in het project.</translation>
    </message>
    <message>
        <source>This label is no longer in the project.</source>
        <translation>Dit label staat niet meer in het project.</translation>
    </message>
    <message>
        <source>This link is no longer in the project.</source>
        <translation>Deze koppeling staat niet meer in het project.</translation>
    </message>
    <message>
        <source>There is no paper to add.</source>
        <translation>Er is geen stuk om toe te voegen.</translation>
    </message>
    <message>
        <source>“{date}” is not a date. Write 2018, 2018-04 or 2018-04-25.</source>
        <translation>“{date}” is geen datum. Schrijf 2018, 2018-04 of 2018-04-25.</translation>
    </message>
    <message>
        <source>“{dossier}” is not a dossier number. Write 19637, 21501-02 or 36600-VI.</source>
        <translation>“{dossier}” is geen dossiernummer. Schrijf 19637, 21501-02 of 36600-VI.</translation>
    </message>
    <message>
        <source>“{session}” is not a parliamentary year. Write 2017-2018.</source>
        <translation>“{session}” is geen vergaderjaar. Schrijf 2017-2018.</translation>
    </message>
    <message>
        <source>“{address}” is not a web address. Write https://www.example.org/paper.</source>
        <translation>“{address}” is geen webadres. Schrijf https://www.example.org/paper.</translation>
    </message>
    <message>
        <source>“{language}” is not a language. Write nl, en, de or fr.</source>
        <translation>“{language}” is geen taal. Schrijf nl, en, de of fr.</translation>
    </message>
    <message>
        <source>This text is not a version of the paper.</source>
        <translation>Deze tekst is geen versie van het stuk.</translation>
    </message>
    <message>
        <source>There is no paper to remove here.</source>
        <translation>Er is hier geen stuk om te verwijderen.</translation>
    </message>
    <message>
        <source>A passage cannot be linked to itself. Choose another passage as the second end.</source>
        <translation>Een passage kan niet aan zichzelf worden gekoppeld. Kies een andere passage als tweede kant.</translation>
    </message>
    <message>
        <source>There is a type of link “{name}” already.</source>
        <translation>Er is al een soort koppeling “{name}”.</translation>
    </message>
    <message>
        <source>These two passages are linked in this way already.</source>
        <translation>Deze twee passages zijn al op deze manier gekoppeld.</translation>
    </message>
    <message>
        <source>This passage is highlighted already.</source>
        <translation>Deze passage is al gemarkeerd.</translation>
    </message>
    <message>
        <source>This passage has the label “{name}” already.</source>
        <translation>Deze passage heeft het label “{name}” al.</translation>
    </message>
    <message>
        <source>This passage does not have the label “{name}”.</source>
        <translation>Deze passage heeft het label “{name}” niet.</translation>
    </message>
    <message>
        <source>There is no passage to remove here.</source>
        <translation>Er is hier geen passage om te verwijderen.</translation>
    </message>
    <message>
        <source>The passage holds only white space.</source>
        <translation>De passage bevat alleen witruimte.</translation>
    </message>
    <message>
        <source>This passage stands in the version that is shown.</source>
        <translation>Deze passage staat in de versie die wordt getoond.</translation>
    </message>
    <message>
        <source>Another highlight has exactly these ends.</source>
        <translation>Een andere markering heeft precies deze uiteinden.</translation>
    </message>
    <message>
        <source>A label&apos;s key is a digit from 1 to 9.</source>
        <translation>De toets van een label is een cijfer van 1 tot en met 9.</translation>
    </message>
    <message>
        <source>A label cannot be merged with itself.</source>
        <translation>Een label kan niet met zichzelf worden samengevoegd.</translation>
    </message>
    <message>
        <source>“{inner}” lies under “{outer}”. Merge it the other way round.</source>
        <translation>“{inner}” staat onder “{outer}”. Voeg ze andersom samen.</translation>
    </message>
    <message>
        <source>Colours and line patterns are numbered from 1 to 9.</source>
        <translation>Kleuren en lijnpatronen zijn genummerd van 1 tot en met 9.</translation>
    </message>
    <message>
        <source>The digit {digit} cannot be given to this label; choose a free one from 1 to 9.</source>
        <translation>Het cijfer {digit} kan niet aan dit label worden gegeven; kies een vrij cijfer van 1 tot en met 9.</translation>
    </message>
    <message>
        <source>A label cannot be put under itself.</source>
        <translation>Een label kan niet onder zichzelf staan.</translation>
    </message>
    <message>
        <source>There is a label “{name}” here already.</source>
        <translation>Er is hier al een label “{name}”.</translation>
    </message>
    <message>
        <source>This rejection is no longer in the project.</source>
        <translation>Deze afwijzing staat niet meer in het project.</translation>
    </message>
    <message>
        <source>There is no proposed answer to accept here.</source>
        <translation>Er is hier geen voorgesteld antwoord om aan te nemen.</translation>
    </message>
    <message>
        <source>This verdict is not in the project.</source>
        <translation>Dit oordeel staat niet in het project.</translation>
    </message>
    <message>
        <source>There is a verdict “{name}” already.</source>
        <translation>Er is al een oordeel “{name}”.</translation>
    </message>
    <message>
        <source>A cut needs words of the unit on both sides.</source>
        <translation>Aan beide kanten van de knip moeten woorden staan.</translation>
    </message>
    <message>
        <source>There is no other unit to merge with here.</source>
        <translation>Er is hier geen ander onderdeel om mee samen te voegen.</translation>
    </message>
    <message>
        <source>Choose one paper: each goes to a file of its own.</source>
        <translation>Kies één document: elk gaat naar een eigen bestand.</translation>
    </message>
    <message>
        <source>Nothing is highlighted in “{title}”.</source>
        <translation>In “{title}” is niets gemarkeerd.</translation>
    </message>
    <message>
        <source>“{title}” did not come as a PDF. Export the annotated paper as HTML.</source>
        <translation>“{title}” is niet als pdf binnengekomen. Exporteer het document met markeringen als HTML.</translation>
    </message>
    <message>
        <source>The file of “{title}” is not in this project. Export the annotated paper as HTML.</source>
        <translation>Het bestand van “{title}” zit niet in dit project. Exporteer het document met markeringen als HTML.</translation>
    </message>
    <message>
        <source>The PDF of “{title}” is protected: nothing can be written in it. Export the annotated paper as HTML.</source>
        <translation>De pdf van “{title}” is beveiligd: er kan niets in worden geschreven. Exporteer het document met markeringen als HTML.</translation>
    </message>
    <message>
        <source>The PDF of “{title}” has faults: nothing can be written in it. Export the annotated paper as HTML.</source>
        <translation>De pdf van “{title}” bevat fouten: er kan niets in worden geschreven. Exporteer het document met markeringen als HTML.</translation>
    </message>
    <message>
        <source>Nothing was changed here: this is what the program recognises.</source>
        <translation>Hier is niets veranderd: dit is wat het programma herkent.</translation>
    </message>
    <message>
        <source>“{path}” could not be read: {reason}. Nothing was changed.</source>
        <translation>“{path}” kon niet worden gelezen: {reason}. Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>No copy of “{path}” could be made: {reason}.</source>
        <translation>Van “{path}” kon geen kopie worden gemaakt: {reason}.</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>stuk</translation>
    </message>
    <message>
        <source>type of link</source>
        <translation>soort koppeling</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>oordeel</translation>
    </message>
    <message>
        <source>{count} NUL character removed.</source>
        <translation>{count} NUL-teken verwijderd.</translation>
    </message>
    <message>
        <source>{count} NUL characters removed.</source>
        <translation>{count} NUL-tekens verwijderd.</translation>
    </message>
    <message>
        <source>{count} broken character removed.</source>
        <translation>{count} beschadigd teken verwijderd.</translation>
    </message>
    <message>
        <source>{count} broken characters removed.</source>
        <translation>{count} beschadigde tekens verwijderd.</translation>
    </message>
    <message>
        <source>A line of {count} characters: the file may have lost its line ends.</source>
        <translation>Een regel van {count} tekens: misschien zijn de regeleinden van het bestand verloren gegaan.</translation>
    </message>
    <message>
        <source>The end of the file is missing: text may be missing too.</source>
        <translation>Het einde van het bestand ontbreekt: er kan ook tekst ontbreken.</translation>
    </message>
    <message>
        <source>1 image was left out.</source>
        <translation>1 afbeelding is weggelaten.</translation>
    </message>
    <message>
        <source>{count} images were left out.</source>
        <translation>{count} afbeeldingen zijn weggelaten.</translation>
    </message>
    <message>
        <source>1 comment was left out.</source>
        <translation>1 opmerking is weggelaten.</translation>
    </message>
    <message>
        <source>{count} comments were left out.</source>
        <translation>{count} opmerkingen zijn weggelaten.</translation>
    </message>
    <message>
        <source>1 hidden passage was left out.</source>
        <translation>1 verborgen passage is weggelaten.</translation>
    </message>
    <message>
        <source>{count} hidden passages were left out.</source>
        <translation>{count} verborgen passages zijn weggelaten.</translation>
    </message>
    <message>
        <source>1 tracked change was taken as accepted.</source>
        <translation>1 bijgehouden wijziging is als aanvaard gelezen.</translation>
    </message>
    <message>
        <source>{count} tracked changes were taken as accepted.</source>
        <translation>{count} bijgehouden wijzigingen zijn als aanvaard gelezen.</translation>
    </message>
    <message>
        <source>1 formula was left out.</source>
        <translation>1 formule is weggelaten.</translation>
    </message>
    <message>
        <source>{count} formulas were left out.</source>
        <translation>{count} formules zijn weggelaten.</translation>
    </message>
    <message>
        <source>1 inserted file was left out.</source>
        <translation>1 ingevoegd bestand is weggelaten.</translation>
    </message>
    <message>
        <source>{count} inserted files were left out.</source>
        <translation>{count} ingevoegde bestanden zijn weggelaten.</translation>
    </message>
    <message>
        <source>The text of 1 note is missing in the file.</source>
        <translation>De tekst van 1 noot ontbreekt in het bestand.</translation>
    </message>
    <message>
        <source>The texts of {count} notes are missing in the file.</source>
        <translation>De tekst van {count} noten ontbreekt in het bestand.</translation>
    </message>
    <message>
        <source>{count} characters were encoded twice and have been repaired.</source>
        <translation>{count} tekens waren dubbel gecodeerd en zijn hersteld.</translation>
    </message>
    <message>
        <source>{count} characters could not be read.</source>
        <translation>{count} tekens konden niet worden gelezen.</translation>
    </message>
    <message>
        <source>The end of the file is missing: pages may be missing too.</source>
        <translation>Het einde van het bestand ontbreekt: er kunnen ook pagina&apos;s ontbreken.</translation>
    </message>
    <message>
        <source>Could not be read: page {pages}.</source>
        <translation>Niet te lezen: pagina {pages}.</translation>
    </message>
    <message>
        <source>Could not be read: pages {pages}.</source>
        <translation>Niet te lezen: pagina&apos;s {pages}.</translation>
    </message>
    <message>
        <source>Could not be read: {count} of {all} pages.</source>
        <translation>Niet te lezen: {count} van {all} pagina&apos;s.</translation>
    </message>
    <message>
        <source>Without text, like a scan: page {pages}.</source>
        <translation>Zonder tekst, zoals een scan: pagina {pages}.</translation>
    </message>
    <message>
        <source>Without text, like a scan: pages {pages}.</source>
        <translation>Zonder tekst, zoals een scan: pagina&apos;s {pages}.</translation>
    </message>
    <message>
        <source>Without text, like a scan: {count} of {all} pages.</source>
        <translation>Zonder tekst, zoals een scan: {count} van {all} pagina&apos;s.</translation>
    </message>
    <message>
        <source>With characters whose meaning the file does not give: page {pages}.</source>
        <translation>Met tekens waarvan het bestand de betekenis niet geeft: pagina {pages}.</translation>
    </message>
    <message>
        <source>With characters whose meaning the file does not give: pages {pages}.</source>
        <translation>Met tekens waarvan het bestand de betekenis niet geeft: pagina&apos;s {pages}.</translation>
    </message>
    <message>
        <source>With characters whose meaning the file does not give: {count} of {all} pages.</source>
        <translation>Met tekens waarvan het bestand de betekenis niet geeft: {count} van {all} pagina&apos;s.</translation>
    </message>
    <message>
        <source>{file} is too large and was not used.</source>
        <translation>{file} is te groot en is niet gebruikt.</translation>
    </message>
    <message>
        <source>{file} could not be used: {reason}.</source>
        <translation>{file} kon niet worden gebruikt: {reason}.</translation>
    </message>
    <message>
        <source>{file}: {what} was not understood.</source>
        <translation>{file}: {what} is niet begrepen.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>het is een map</translation>
    </message>
    <message>
        <source>it is not an ordinary file</source>
        <translation>het is geen gewoon bestand</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>het staat er niet</translation>
    </message>
    <message>
        <source>you have no permission to read it</source>
        <translation>u mag het niet lezen</translation>
    </message>
    <message>
        <source>it is an archive inside others</source>
        <translation>het is een archief in andere archieven</translation>
    </message>
    <message>
        <source>it holds more than {count} files</source>
        <translation>er zitten meer dan {count} bestanden in</translation>
    </message>
    <message>
        <source>reading it broke down</source>
        <translation>het lezen ervan is afgebroken</translation>
    </message>
    <message>
        <source>it met an error in this program</source>
        <translation>het stuitte op een fout in dit programma</translation>
    </message>
    <message>
        <source>what was read of it is lost</source>
        <translation>wat ervan gelezen was, is verloren</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>de schijf is vol</translation>
    </message>
    <message>
        <source>the disk is full or failing ({code})</source>
        <translation>de schijf is vol of defect ({code})</translation>
    </message>
    <message>
        <source>the file can only be read</source>
        <translation>het bestand kan alleen worden gelezen</translation>
    </message>
    <message>
        <source>no file can be made in its folder</source>
        <translation>in de map kan geen bestand worden gemaakt</translation>
    </message>
    <message>
        <source>writing there is not allowed</source>
        <translation>schrijven is daar niet toegestaan</translation>
    </message>
    <message>
        <source>another program holds the file</source>
        <translation>een ander programma houdt het bestand vast</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>er is te weinig geheugen</translation>
    </message>
    <message>
        <source>there is no format {version}</source>
        <translation>versie {version} van het bestandsformaat bestaat niet</translation>
    </message>
    <message>
        <source>missing: {names}</source>
        <translation>ontbreekt: {names}</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>de schijf is vol</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>geen toestemming</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>de schijf kan alleen worden gelezen</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>de schijf geeft een fout</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>het bestand of de map is er niet</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>het is een map</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>de bestandsnaam is te lang</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>het bestand bestaat al</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>een deel van het pad is geen map</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>de map is niet leeg</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>dit is niet toegestaan</translation>
    </message>
    <message>
        <source>Operation not supported</source>
        <translation>deze schijf kan dit niet</translation>
    </message>
    <message>
        <source>Function not implemented</source>
        <translation>dit systeem kan dit niet</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>de naam of plaats kan niet worden gebruikt</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>koppelingen in het pad verwijzen naar elkaar</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>het programma heeft te veel bestanden open</translation>
    </message>
    <message>
        <source>Too many open files in system</source>
        <translation>er zijn te veel bestanden open op deze computer</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>het bestand is te groot voor deze schijf</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>de toegestane schijfruimte is op</translation>
    </message>
    <message>
        <source>Disc quota exceeded</source>
        <translation>de toegestane schijfruimte is op</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>er is te weinig geheugen</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>de schijf of het bestand is in gebruik</translation>
    </message>
    <message>
        <source>Resource busy</source>
        <translation>de schijf of het bestand is in gebruik</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>het bestand is in gebruik</translation>
    </message>
    <message>
        <source>Resource temporarily unavailable</source>
        <translation>het is nu niet beschikbaar</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>de schijf is er niet</translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation>de schijf is er niet</translation>
    </message>
    <message>
        <source>Remote I/O error</source>
        <translation>de schijf op het netwerk geeft een fout</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>het bestand op het netwerk is niet meer bereikbaar</translation>
    </message>
    <message>
        <source>Stale NFS file handle</source>
        <translation>het bestand op het netwerk is niet meer bereikbaar</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>de schijf op het netwerk reageert niet</translation>
    </message>
    <message>
        <source>Operation timed out</source>
        <translation>de schijf op het netwerk reageert niet</translation>
    </message>
    <message>
        <source>Host is down</source>
        <translation>de computer met het bestand is niet bereikbaar</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>de computer met het bestand is niet bereikbaar</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>het netwerk is niet bereikbaar</translation>
    </message>
    <message>
        <source>Network is down</source>
        <translation>het netwerk is niet bereikbaar</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>de schijf op het netwerk is niet verbonden</translation>
    </message>
    <message>
        <source>Socket is not connected</source>
        <translation>de schijf op het netwerk is niet verbonden</translation>
    </message>
    <message>
        <source>Invalid cross-device link</source>
        <translation>het staat op een andere schijf</translation>
    </message>
    <message>
        <source>Cross-device link</source>
        <translation>het staat op een andere schijf</translation>
    </message>
    <message>
        <source>Invalid or incomplete multibyte or wide character</source>
        <translation>de naam heeft tekens die deze schijf niet kent</translation>
    </message>
    <message>
        <source>Illegal byte sequence</source>
        <translation>de naam heeft tekens die deze schijf niet kent</translation>
    </message>
    <message>
        <source>Interrupted system call</source>
        <translation>het werd onderbroken</translation>
    </message>
    <message>
        <source>Value too large for defined data type</source>
        <translation>het bestand is te groot</translation>
    </message>
    <message>
        <source>Structure needs cleaning</source>
        <translation>de schijf is beschadigd en moet worden nagekeken</translation>
    </message>
    <message>
        <source>Key has expired</source>
        <translation>de sleutel van deze schijf is verlopen</translation>
    </message>
    <message>
        <source>Required key not available</source>
        <translation>de sleutel van deze schijf ontbreekt</translation>
    </message>
    <message>
        <source>highlight “{0}”</source>
        <translation>markering “{0}”</translation>
    </message>
    <message>
        <source>remove highlight “{0}”</source>
        <translation>markering “{0}” verwijderen</translation>
    </message>
    <message>
        <source>change the ends of “{0}”</source>
        <translation>uiteinden van “{0}” aanpassen</translation>
    </message>
    <message>
        <source>label “{0}”</source>
        <translation>label “{0}”</translation>
    </message>
    <message>
        <source>take away label “{0}”</source>
        <translation>label “{0}” weghalen</translation>
    </message>
    <message>
        <source>new label “{0}”</source>
        <translation>nieuw label “{0}”</translation>
    </message>
    <message>
        <source>rename label “{0}”</source>
        <translation>naam van label “{0}” wijzigen</translation>
    </message>
    <message>
        <source>colour of label “{0}”</source>
        <translation>kleur van label “{0}”</translation>
    </message>
    <message>
        <source>description of label “{0}”</source>
        <translation>omschrijving van label “{0}”</translation>
    </message>
    <message>
        <source>key of label “{0}”</source>
        <translation>cijfertoets van label “{0}”</translation>
    </message>
    <message>
        <source>move label “{0}”</source>
        <translation>label “{0}” verplaatsen</translation>
    </message>
    <message>
        <source>merge label “{0}” into “{1}”</source>
        <translation>label “{0}” samenvoegen met “{1}”</translation>
    </message>
    <message>
        <source>remove label “{0}”</source>
        <translation>label “{0}” verwijderen</translation>
    </message>
    <message>
        <source>note at “{0}”</source>
        <translation>notitie bij “{0}”</translation>
    </message>
    <message>
        <source>link “{0}”</source>
        <translation>koppeling “{0}”</translation>
    </message>
    <message>
        <source>remove link “{0}”</source>
        <translation>koppeling “{0}” verwijderen</translation>
    </message>
    <message>
        <source>type of link “{0}”</source>
        <translation>soort van koppeling “{0}”</translation>
    </message>
    <message>
        <source>reverse link “{0}”</source>
        <translation>koppeling “{0}” omkeren</translation>
    </message>
    <message>
        <source>new type of link “{0}”</source>
        <translation>nieuwe soort koppeling “{0}”</translation>
    </message>
    <message>
        <source>accept an answer to “{0}”</source>
        <translation>antwoord op “{0}” aannemen</translation>
    </message>
    <message>
        <source>accept the answers to “{0}”</source>
        <translation>antwoorden op “{0}” aannemen</translation>
    </message>
    <message>
        <source>reject an answer to “{0}”</source>
        <translation>antwoord op “{0}” afwijzen</translation>
    </message>
    <message>
        <source>take back a rejection at “{0}”</source>
        <translation>afwijzing bij “{0}” intrekken</translation>
    </message>
    <message>
        <source>verdict on “{0}”</source>
        <translation>oordeel over “{0}”</translation>
    </message>
    <message>
        <source>leave “{0}” open</source>
        <translation>“{0}” open laten</translation>
    </message>
    <message>
        <source>no longer leave “{0}” open</source>
        <translation>“{0}” niet langer open laten</translation>
    </message>
    <message>
        <source>note at question “{0}”</source>
        <translation>notitie bij vraag “{0}”</translation>
    </message>
    <message>
        <source>new verdict “{0}”</source>
        <translation>nieuw oordeel “{0}”</translation>
    </message>
    <message>
        <source>split “{0}”</source>
        <translation>“{0}” splitsen</translation>
    </message>
    <message>
        <source>merge “{0}”</source>
        <translation>“{0}” samenvoegen</translation>
    </message>
    <message>
        <source>ends of “{0}”</source>
        <translation>grenzen van “{0}”</translation>
    </message>
    <message>
        <source>new part “{0}”</source>
        <translation>nieuw onderdeel “{0}”</translation>
    </message>
    <message>
        <source>drop “{0}”</source>
        <translation>“{0}” laten vervallen</translation>
    </message>
    <message>
        <source>back to what was recognised at “{0}”</source>
        <translation>terug naar wat bij “{0}” is herkend</translation>
    </message>
    <message>
        <source>import “{0}”</source>
        <translation>importeren van “{0}”</translation>
    </message>
    <message>
        <source>details of “{0}”</source>
        <translation>gegevens van “{0}”</translation>
    </message>
    <message>
        <source>new version of “{0}”</source>
        <translation>nieuwe versie van “{0}”</translation>
    </message>
    <message>
        <source>place “{0}” in the new version</source>
        <translation>“{0}” plaatsen in de nieuwe versie</translation>
    </message>
    <message>
        <source>merge with “{0}”</source>
        <translation>samenvoegen met “{0}”</translation>
    </message>
    <message>
        <source>remove “{0}”</source>
        <translation>“{0}” verwijderen</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation> en {count} meer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>The import was stopped. What was finished is kept.</source>
        <translation>Het importeren is gestopt. Wat klaar was, is bewaard.</translation>
    </message>
    <message>
        <source>1 paper was imported.</source>
        <translation>Er is 1 stuk geïmporteerd.</translation>
    </message>
    <message>
        <source>{count} papers were imported.</source>
        <translation>Er zijn {count} stukken geïmporteerd.</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>En nog {count}.</translation>
    </message>
    <message>
        <source>What was not imported as it is</source>
        <translation>Wat opviel bij het importeren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Verslag kopiëren</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Doorgaan</translation>
    </message>
    <message>
        <source>Something went wrong that was not foreseen</source>
        <translation>Er ging iets mis dat niet was voorzien</translation>
    </message>
    <message>
        <source>Your work is safe: every act was either saved whole or undone whole, and you can go on. To help us mend it, copy this report and send it along. It holds no text of your papers unless you add it.</source>
        <translation>Uw werk is veilig: elke handeling is helemaal opgeslagen of helemaal teruggedraaid, en u kunt doorgaan. Wilt u helpen dit te verhelpen, kopieer dan dit verslag en stuur het mee. Er staat geen tekst uit uw stukken in, tenzij u die toevoegt.</translation>
    </message>
</context>
<context>
    <name>reading-back</name>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Stuk</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markering</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Koppeling</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variabele</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelaten</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>hersteld</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelezen</translation>
    </message>
    <message>
        <source>Left out while reading: {number}.</source>
        <translation>Bij het lezen weggelaten: {number}.</translation>
    </message>
    <message>
        <source>Repaired: {number}.</source>
        <translation>Hersteld: {number}.</translation>
    </message>
    <message>
        <source>Papers: {number}.</source>
        <translation>Stukken: {number}.</translation>
    </message>
    <message>
        <source>Labels: {number}.</source>
        <translation>Labels: {number}.</translation>
    </message>
    <message>
        <source>Highlights: {number}.</source>
        <translation>Markeringen: {number}.</translation>
    </message>
    <message>
        <source>Notes: {number}.</source>
        <translation>Notities: {number}.</translation>
    </message>
    <message>
        <source>Links: {number}.</source>
        <translation>Koppelingen: {number}.</translation>
    </message>
    <message>
        <source>Another line of the table is about the same label.</source>
        <translation>Een andere regel van de tabel gaat over hetzelfde label.</translation>
    </message>
    <message>
        <source>The labels after the first 5,000 were not read.</source>
        <translation>De labels na de eerste 5.000 zijn niet gelezen.</translation>
    </message>
    <message>
        <source>The name was changed, because it was empty or a label beside it has it.</source>
        <translation>De naam is gewijzigd, omdat hij leeg was of een label ernaast zo heet.</translation>
    </message>
    <message>
        <source>The name was shortened.</source>
        <translation>De naam is ingekort.</translation>
    </message>
    <message>
        <source>It stood under more than 100 other labels.</source>
        <translation>Het stond onder meer dan 100 andere labels.</translation>
    </message>
    <message>
        <source>It stood under more than 100 other labels; now it stands higher.</source>
        <translation>Het stond onder meer dan 100 andere labels; nu staat het hoger.</translation>
    </message>
    <message>
        <source>Its colour is not known; it has another one.</source>
        <translation>De kleur is niet bekend; het label heeft een andere.</translation>
    </message>
    <message>
        <source>Another label of the file has the same key; this one has none.</source>
        <translation>Een ander label van het bestand heeft dezelfde toets; dit label heeft er geen.</translation>
    </message>
    <message>
        <source>Another label of the file has the same identity.</source>
        <translation>Een ander label van het bestand heeft hetzelfde kenmerk.</translation>
    </message>
    <message>
        <source>Groups of labels are not read.</source>
        <translation>Groepen van labels worden niet gelezen.</translation>
    </message>
    <message>
        <source>Drawings of networks are not read.</source>
        <translation>Getekende netwerken worden niet gelezen.</translation>
    </message>
    <message>
        <source>A note on the whole project is not read.</source>
        <translation>Een notitie bij het hele project wordt niet gelezen.</translation>
    </message>
    <message>
        <source>A label on a whole document is not read.</source>
        <translation>Een label bij een heel document wordt niet gelezen.</translation>
    </message>
    <message>
        <source>A note on a whole document is not read.</source>
        <translation>Een notitie bij een heel document wordt niet gelezen.</translation>
    </message>
    <message>
        <source>A note on nothing is not read.</source>
        <translation>Een notitie die nergens bij hoort, wordt niet gelezen.</translation>
    </message>
    <message>
        <source>It is about a whole document, not about a passage.</source>
        <translation>Het gaat over een heel document, niet over een passage.</translation>
    </message>
    <message>
        <source>Which passages or labels belong to a case is not read.</source>
        <translation>Welke passages of labels bij een casus horen, wordt niet gelezen.</translation>
    </message>
    <message>
        <source>Positions count a line end as one character; they were converted.</source>
        <translation>De posities tellen een regeleinde als één teken; ze zijn omgerekend.</translation>
    </message>
    <message>
        <source>Positions count a line end as two characters; they were converted.</source>
        <translation>De posities tellen een regeleinde als twee tekens; ze zijn omgerekend.</translation>
    </message>
    <message>
        <source>Positions count the byte order mark of the file; they were converted.</source>
        <translation>De posities tellen het byteorde-teken van het bestand mee; ze zijn omgerekend.</translation>
    </message>
    <message>
        <source>Positions count some characters as two (UTF-16); they were converted.</source>
        <translation>De posities tellen sommige tekens dubbel (UTF-16); ze zijn omgerekend.</translation>
    </message>
    <message>
        <source>The last character of each passage is counted in; the ends were converted.</source>
        <translation>Het laatste teken van elke passage telt mee; de eindposities zijn omgerekend.</translation>
    </message>
    <message>
        <source>Only groups of documents that are named after a dossier are read.</source>
        <translation>Alleen groepen documenten die naar een dossier heten, worden gelezen.</translation>
    </message>
    <message>
        <source>Only what a paper has by itself is read of the variables.</source>
        <translation>Van de variabelen wordt alleen gelezen wat een stuk zelf ook heeft.</translation>
    </message>
    <message>
        <source>It does not go from a passage to a passage.</source>
        <translation>De koppeling loopt niet van passage naar passage.</translation>
    </message>
    <message>
        <source>It goes to itself, or is there already.</source>
        <translation>De koppeling loopt naar zichzelf, of is er al.</translation>
    </message>
    <message>
        <source>It has no length.</source>
        <translation>De passage heeft geen lengte.</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>De passage eindigt vóór haar begin.</translation>
    </message>
    <message>
        <source>It lies outside the text.</source>
        <translation>De passage ligt buiten de tekst.</translation>
    </message>
    <message>
        <source>It reached outside the text; the rest was taken.</source>
        <translation>De passage liep door buiten de tekst; de rest is overgenomen.</translation>
    </message>
    <message>
        <source>It had no length; the word at its place was taken.</source>
        <translation>De passage had geen lengte; het woord op die plaats is genomen.</translation>
    </message>
    <message>
        <source>Another passage of the file has the same identity.</source>
        <translation>Een andere passage van het bestand heeft hetzelfde kenmerk.</translation>
    </message>
    <message>
        <source>A label of it is not in the file.</source>
        <translation>Een label ervan staat niet in het bestand.</translation>
    </message>
    <message>
        <source>Its positions are no numbers.</source>
        <translation>De posities zijn geen getallen.</translation>
    </message>
    <message>
        <source>Its place in the text could not be found.</source>
        <translation>De plaats in de tekst is niet gevonden.</translation>
    </message>
    <message>
        <source>It is in the project already; its passages are added to it.</source>
        <translation>Het staat al in het project; de passages komen daarbij.</translation>
    </message>
    <message>
        <source>Its file is outside the project and was not opened.</source>
        <translation>Het bestand staat buiten het project en is niet geopend.</translation>
    </message>
    <message>
        <source>Its text is not in the file.</source>
        <translation>De tekst staat niet in het bestand.</translation>
    </message>
    <message>
        <source>It holds no readable text.</source>
        <translation>Er is geen leesbare tekst.</translation>
    </message>
    <message>
        <source>Pictures, sound and video are not read.</source>
        <translation>Beeld, geluid en video worden niet gelezen.</translation>
    </message>
    <message>
        <source>Another document of the file has the same identity.</source>
        <translation>Een ander document van het bestand heeft hetzelfde kenmerk.</translation>
    </message>
    <message>
        <source>It says of nothing what it is about.</source>
        <translation>Er staat niet bij waar het over gaat.</translation>
    </message>
    <message>
        <source>The paper it is about is not in the project.</source>
        <translation>Het stuk waar het over gaat, staat niet in het project.</translation>
    </message>
    <message>
        <source>Its words are there with other signs or spaces.</source>
        <translation>De woorden staan er met andere tekens of spaties.</translation>
    </message>
    <message>
        <source>It is about several passages; the first was taken.</source>
        <translation>Het gaat over meer passages; de eerste is genomen.</translation>
    </message>
</context>
<context>
    <name>versions</name>
    <message>
        <source>Version {number} of {count}</source>
        <translation>Versie {number} van {count}</translation>
    </message>
    <message>
        <source>This is an old version: it can be read, but nothing new can be marked in it.</source>
        <translation>Dit is een oude versie: u kunt haar lezen, maar er niets nieuws in markeren.</translation>
    </message>
</context>
</TS>
