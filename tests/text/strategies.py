"""Texts for property tests: any characters at all, and texts that look like a paper."""

from __future__ import annotations

from hypothesis import strategies as st

any_text = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]), max_size=400)

_words = st.sampled_from(
    ["de", "Minister", "van", "Libië.", "zee-", "en", "ge-", "informeerd", "1.1", "Migratie", "vragen?", "2016.8",
     "jl.4", "–",
     "•", "EU-", "lidstaten", "😀", "(Kamerstuk", "19 637,", "nr. 2386)", "25 april jl.",
     "De leden van de SP-fractie", "1",
     "Tweede Kamer, vergaderjaar 2017–2018, 19 637, nr. 2395 7", "“BELGIË", "HERVESTIGT", "AMPER.”", "\u00ad", "I."]
)  # fmt: skip
_line = st.tuples(
    st.sampled_from(["", "", "", " ", "  ", "     "]),
    st.lists(_words, max_size=9).map(" ".join),
    st.sampled_from(["", " ", "  "]),
).map("".join)
paper_text = st.lists(
    st.one_of(
        _line,
        _line,
        _line,
        st.sampled_from(
            [
                "",
                "",
                "\f",
                "-",
                "1 Noot over iets.",
                "De Minister van Buitenlandse Zaken,",
                "De Minister",
                "A.G. Koenders",
                "* Noot",
                "** Noot",
                "1",
                "2",
                "Vraag 1",
                "Antwoord 1",
                "Migratie",
                "1.1 Migratie",
                "II. Reactie",
                "Op de vragen van de SP-fractie.",
                "• punt",
                "1. punt",
                "[1] noot",
                "zin[1]",
            ]
        ),
    ),
    max_size=60,
).map("\n".join)
some_text = st.one_of(any_text, paper_text, paper_text)
