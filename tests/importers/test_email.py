"""E-mail: who wrote it and when are facts, its text is a paper, what is attached are files."""

from __future__ import annotations

from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.errors import NoText, ReaderError
from reader.importers.email import Email, attachments
from reader.importers.extracted import Extracted

TEXT = "Geachte voorzitter,\n\nHierbij zend ik u mijn antwoord.\n\nDe minister\n"
HTML = (
    "<html><head><style>p {color: red}</style></head><body><p>Geachte voorzitter,</p>"
    "<h2>Het antwoord</h2><p>Hierbij <b>zend</b> ik u mijn antwoord.<img src='http://elders.nl/x.png'></p></body></html>"
)


def message(**fields: str) -> EmailMessage:
    mail = EmailMessage()
    for name, value in {
        "From": "Jan de Vries <jan@voorbeeld.nl>",
        "To": "griffie@voorbeeld.nl",
        "Subject": "Beantwoording vragen over détentie",
        "Date": "Wed, 25 Apr 2018 23:30:00 +0200",
        "Message-ID": "<1@voorbeeld.nl>",
        **fields,
    }.items():
        if value:
            mail[name] = value
    return mail


def read(mail: EmailMessage | bytes) -> Extracted:
    data = mail if isinstance(mail, bytes) else mail.as_bytes()
    assert Email().accepts(data)
    return Email().extract(data, "bericht.eml", lambda _share: None)


def test_the_head_gives_facts_and_the_text_is_quotable() -> None:
    mail = message(Subject="Re: FW: Beantwoording vragen over détentie")
    mail.set_content(TEXT)
    extracted = read(mail)
    assert extracted.structure.facts.items() >= {
        "kind": "e-mail", "title": "Beantwoording vragen over détentie", "date": "2018-04-25",
        "senders": "Jan de Vries",
    }.items()  # fmt: skip
    assert extracted.body == (
        "From: Jan de Vries <jan@voorbeeld.nl>\nTo: griffie@voorbeeld.nl\nDate: Wed, 25 Apr 2018 23:30:00 +0200\n"
        f"Subject: Re: FW: Beantwoording vragen over détentie\n\n{TEXT.rstrip()}"
    )
    blocks = [block.reading_text(extracted.body) for block in extracted.structure.blocks]
    assert blocks[:2] == ["From: Jan de Vries <jan@voorbeeld.nl>", "To: griffie@voorbeeld.nl"]


def test_a_message_in_html_only_is_read_as_a_page_and_nothing_is_fetched() -> None:
    mail = message()
    mail.set_content(HTML, subtype="html")
    extracted = read(mail)
    assert extracted.body.endswith("Geachte voorzitter,\n\nHet antwoord\n\nHierbij zend ik u mijn antwoord.")
    assert [block.kind for block in extracted.structure.blocks if block.kind == "heading"] == ["heading"]
    assert extracted.warnings == ("1 image was left out.",)


def test_of_two_forms_of_one_text_the_plain_one_is_taken() -> None:
    mail = message()
    mail.set_content(TEXT)
    mail.add_alternative(HTML, subtype="html")
    assert "Het antwoord" not in read(mail).body


def test_lines_that_flow_on_are_joined() -> None:
    data = (
        b"From: a@b.nl\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; format=flowed\r\n\r\n"
        b"De leden \r\nvragen dit.\r\n-- \r\nJan\r\n"
    )
    assert read(data).body.endswith("De leden vragen dit.\n-- \nJan")


def test_what_is_attached_are_files_with_their_names() -> None:
    mail = message()
    mail.set_content(TEXT)
    mail.add_attachment(b"eerste", maintype="text", subtype="plain", filename="brief é.txt")
    mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="../../etc/stuk.pdf")
    mail.add_attachment(b"BEGIN:VCARD", maintype="text", subtype="vcard", filename="jan.vcf")
    other = message(Subject="Ander bericht")
    other.set_content("Tekst van het andere bericht.\n")
    mail.add_attachment(other)
    found = list(attachments(mail.as_bytes(), "bericht.eml"))
    assert [name for name, _ in found] == ["brief é.txt", "stuk.pdf", "Ander bericht.eml"]
    assert found[0][1] == b"eerste"
    assert read(found[2][1]).structure.facts["title"] == "Ander bericht"


def test_a_picture_in_the_text_is_left_out_and_said() -> None:
    mail = message()
    mail.set_content(TEXT)
    mail.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<x>")
    assert read(mail).warnings == ("1 image was left out.",)
    assert list(attachments(mail.as_bytes(), "bericht.eml")) == []


def test_characters_in_a_wrong_encoding_are_still_read() -> None:
    data = (
        b"From: =?utf-8?q?Jos=C3=A9?= <j@b.nl>\nSubject: =?windows-1252?Q?kosten_=80_5?= en meer\nMIME-Version: 1.0\n"
        b"Content-Type: text/plain; charset=onbekend\n\nDe co\xf6rdinatie kost \x80 5.\n"
    )
    extracted = read(data)
    assert extracted.structure.facts["title"] == "kosten € 5 en meer"
    assert extracted.structure.facts["senders"] == "José"
    assert extracted.body.endswith("De coördinatie kost € 5.")


def test_a_message_without_text() -> None:
    mail = message()
    mail.set_content("")
    with pytest.raises(NoText):
        read(mail)


@pytest.mark.parametrize(
    "data",
    [
        b"From: de minister\nTo: de Kamer\nSubject: brief\nDate: vandaag\n\nDit is een afgedrukt bericht.\n",
        b"Aan de Voorzitter\n",
        b"",
        b"MIME-Version: 1.0\n\nGeen bericht.\n",
    ],
)
def test_other_texts_are_not_taken(data: bytes) -> None:
    assert not Email().accepts(data)


@settings(max_examples=120)
@given(st.data())
def test_a_damaged_message_gives_a_text_or_a_refusal(data: st.DataObject) -> None:
    mail = message()
    mail.set_content(TEXT)
    mail.add_alternative(HTML, subtype="html")
    mail.add_attachment(b"eerste", maintype="text", subtype="plain", filename="brief.txt")
    broken = bytearray(mail.as_bytes())
    noise = st.tuples(
        st.integers(0, len(broken)),
        st.sampled_from([b"", b"\n\n", b"\xff", b"=?utf-8?b?!?=", b"boundary=", b"--", b"Content-Type: x", b'"', b";"]),
        st.integers(0, 40),
    )
    for place, new, gone in data.draw(st.lists(noise, max_size=8)):
        broken[place : place + gone] = new
    for call in (
        lambda: Email().extract(bytes(broken), "x.eml", lambda _share: None),
        lambda: list(attachments(bytes(broken), "x.eml")),
    ):
        with suppress(ReaderError):
            call()


def test_parts_without_end_are_refused() -> None:
    nested = b"From: a@b.nl\nSubject: x\nMIME-Version: 1.0\n"
    for number in range(200):
        nested += b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (number, number)
    with pytest.raises(ReaderError):
        read(nested + b"\nTekst.\n")


def test_nothing_of_a_message_names_a_path(tmp_path: Path) -> None:
    mail = message()
    mail.set_content(TEXT)
    mail.add_attachment(b"x", maintype="text", subtype="plain", filename=str(tmp_path / "x.txt"))
    assert [name for name, _ in attachments(mail.as_bytes(), "bericht.eml")] == ["x.txt"]


HEAD = (
    "From: Jan <jan@voorbeeld.nl>\nTo: griffie@voorbeeld.nl\nSubject: Vragen\nDate: Wed, 25 Apr 2018 10:00:00 +0200\n"
    "MIME-Version: 1.0\n"
)


def of_parts(*parts: tuple[str, str], sort: str = "mixed") -> bytes:
    inside = "".join(f"--b\nContent-Type: {kind}\n\n{text}\n" for kind, text in parts)
    return f'{HEAD}Content-Type: multipart/{sort}; boundary="b"\n\n{inside}--b--\n'.encode()


def test_a_line_that_a_mail_server_added_does_not_replace_the_text() -> None:
    found = read(
        of_parts(("text/html", "<p>De brief zelf.</p>"), ("text/plain", "Dit bericht is vertrouwelijk.\n\nEn."))
    )
    assert found.body.split("\n\n")[1:] == ["De brief zelf.", "Dit bericht is vertrouwelijk.", "En."]


def test_a_text_around_an_attachment_is_read_whole() -> None:
    mail = of_parts(
        ("text/html", "<p>Eerst.</p>"), ("application/pdf; name=x.pdf", "%PDF-"), ("text/html", "<p>Dan.</p>")
    )
    assert read(mail).body.split("\n\n")[1:] == ["Eerst.", "Dan."]
    assert [name for name, _ in attachments(mail, "a.eml")] == ["x.pdf"]


def test_of_several_forms_without_a_plain_one_the_last_is_taken() -> None:
    found = read(of_parts(("text/plain", " "), ("text/html", "<p>Rijk.</p>"), sort="alternative"))
    assert found.body.endswith("Rijk.")


def test_the_other_messages_of_a_mailbox_are_attached_to_the_first() -> None:
    one = f"From jan@voorbeeld.nl Wed Apr 25 10:00:00 2018\n{HEAD}\n"
    box = f"{one}Eerste.\n\nFrom hier gaat het verder.\n\n{one}Tweede.\n".encode()
    assert read(box).body.endswith("Eerste.\n\nFrom hier gaat het verder.")
    ((name, second),) = attachments(box, "post.mbox")
    assert name == "message 2.eml"
    assert read(second).body.endswith("Tweede.")


def test_a_message_saved_by_apple_mail() -> None:
    mail = f"{HEAD}\nDe tekst.\n"
    found = read(f"{len(mail)}       \n{mail}<?xml version='1.0'?><plist/>\n".encode())
    assert found.body.endswith("De tekst.")
    assert found.structure.facts["title"] == "Vragen"
