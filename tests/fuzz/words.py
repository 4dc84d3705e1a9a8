"""Words of each format that are put into damaged files: marks, sizes and names that a reader has to take care with."""

from __future__ import annotations

from tests.importers.pdf_mutants import TOKENS


def _words(text: str) -> tuple[bytes, ...]:
    """The words that stand in `text` between bars, with escapes as Python has them."""
    words = (word.encode("latin-1").decode("unicode_escape") for word in text.split("¦") if word)
    return tuple(word.encode("utf-8", "surrogatepass") for word in words)


PAPER = _words(
    r"Vraag 1\n¦Antwoord 3, 4 en 5\n¦\n12. Antwoord van het kabinet:\n¦\n\n¦\x0c¦\n1 ¦"
    r"De leden van de VVD-fractie ¦\nTweede Kamer, vergaderjaar 2017\u20132018, 19 637, nr. 2395 7\n¦"
    r"Kamerstukken II 2017/18, 19637, nr. 2395, p. 24¦\n- ¦\n\u2022 ¦\n1.1 ¦"
    r"\nI. Vragen en opmerkingen vanuit de fracties\n¦25 april 2018¦\u00ad¦\ufffe¦\u2028¦\u0301¦\u202e¦"
    r"\U0001f600¦\0¦\x1b¦\t\t¦     ¦\xa0¦-\n¦.1 ¦(zie antwoord op vraag 2)¦2018Z07022¦\nOnderwerp ¦\r¦\r\n¦"
    r"www.a.nl/¦Ministe-\nr"
)
MARKUP = _words(
    r"<¦>¦&¦&#0;¦&#x110000;¦&#55296;¦&bogus;¦</p>¦<p>¦<table>¦<tr><td>¦<!--¦-->¦<![CDATA[¦]]>¦<?x ?>¦\0¦"
    r"<a href='http://x.nl'>¦<!DOCTYPE a SYSTEM 'http://x.nl/a.dtd'>¦<!DOCTYPE a [<!ENTITY b 'c'>]>¦"
    r"<!ENTITY b SYSTEM 'file:///etc/passwd'>¦<?xml version='1.0' encoding='punycode'?>¦ encoding='utf-7' ¦"
    r" encoding='idna' ¦<meta charset='unicode_escape'>¦<h1>¦<h6>¦<li>¦<ol start='-9'>¦<sup>1</sup>¦<script>¦"
    r"<style>¦<br/>¦<svg>¦<math>¦xml:space='preserve'¦xmlns:x=''¦<td colspan='99999999' rowspan='99999999'>¦"
    r"<noot type='voet'><noot.nr>1</noot.nr><noot.al>x</noot.al></noot>¦<li.nr>a.</li.nr>¦"
    r"<vraag><nr>Vraag 1</nr>¦</antwoord>¦<datum isodatum='2018-99-99'>¦<tgroup cols='99999'>¦"
    r"<extref doc='kst-1-1'>"
)
OFFICE = (
    *MARKUP[:9],
    *_words(
        r"<w:p>¦</w:p>¦<w:r><w:t>x</w:t></w:r>¦<w:tbl><w:tr><w:tc>¦<w:gridSpan w:val='999999999'/>¦"
        r"<w:numPr><w:ilvl w:val='99'/>¦<w:footnoteReference w:id='1'/>¦<w:fldChar w:fldCharType='begin'/>¦"
        r"<w:instrText>HYPERLINK</w:instrText>¦<w:br w:type='page'/>¦<w:basedOn w:val='Heading1'/>¦"
        r"<w:outlineLvl w:val='-1'/>¦<w:start w:val='99999999999'/>¦<w:lvlText w:val='%1%9%0'/>¦"
        r"<w:numFmt w:val='upperRoman'/>¦<w:sym w:char='F0FF'/>¦<w:txbxContent>¦<w:del>¦<w:sdt>¦<text:p>¦"
        r"</text:p>¦<text:h text:outline-level='99'>¦<text:s text:c='99999999'/>¦<text:list>¦"
        r"<text:list-item text:start-value='99999999999'>¦<text:note><text:note-citation>¦"
        r"<table:table-cell table:number-columns-repeated='999999999'>¦"
        r"<table:table-row table:number-rows-repeated='999999999'>¦<text:tracked-changes>¦"
        r"<text:change-start text:change-id='x'/>¦TargetMode='External'¦Target='../../../etc/passwd'¦"
        r"Target='http://x.nl/'"
    ),
)
RTF = _words(
    r"{¦}¦\\¦\\bin99999999 ¦\\bin-1 ¦\\'¦\\'zz¦\\u-40000 ¦\\u55357 \\u56832 ¦\\u99999999999 ¦\\uc99999 ¦"
    r"\\uc-1 ¦{\\*\\¦\\par ¦\\pard ¦\\cell ¦\\row ¦\\trowd ¦\\cellx-1 ¦\\intbl ¦\\nestcell ¦{\\footnote ¦"
    r"{\\field{\\*\\fldinst ¦{\\fldrslt ¦\\f99999 ¦\\fcharset128 ¦\\ansicpg65001 ¦\\ansicpg932 ¦"
    r"\\ansicpg99999 ¦{\\fonttbl{¦{\\stylesheet{\\s1 ¦\\s99999999 ¦\\outlinelevel99 ¦\\ls1\\ilvl9 ¦"
    r"{\\listtext ¦{\\pict ¦{\\object ¦\\page ¦\\sect ¦\\chftn ¦\\v ¦\\plain ¦\\mac ¦\\upr{¦\\~¦\\-¦\\_¦\\\n¦"
    r"\0"
)
MAIL = _words(
    r"\nContent-Type: multipart/mixed; boundary=x\n\n¦\n--x\n¦\n--x--\n¦\n--==grens 0==\n¦"
    r"\nContent-Type: message/rfc822\n\n¦\nContent-Type: text/plain; charset=¦punycode¦idna¦utf-7¦utf-16¦"
    r"unicode_escape¦zlib_codec¦raw_unicode_escape¦undefined¦x-unknown¦\nContent-Transfer-Encoding: base64\n¦"
    r"\nContent-Transfer-Encoding: x-uuencode\n¦begin 644 x\n¦=?utf-8?b?//8=?=¦=?punycode?q?a-b?=¦=?x?q?=00?=¦"
    r"=?utf-8?q?¦\nFrom: \"¦ <a@b>, ¦\nDate: Wed, 99 Apr 99999 25:61:61 +9999\n¦\nDate: 0\n¦"
    r"filename*0*=utf-8''%ff%¦; filename*=x'y'z¦; filename=\"../../x\"¦\nSubject:¦\n ¦\r\n\r\n¦(((((¦\";;=¦"
    r"boundary=\"\"¦; name*99=x¦\nContent-Disposition: attachment\n¦\nContent-Type: text/html\n¦=\n¦=3D¦=ZZ¦"
    r"\0¦\xff"
)
MD = (
    *PAPER,
    *_words(
        r"\n# ¦\n###### ¦\n===\n¦\n---\n¦\n```\n¦\n~~~~\n¦\n    ¦\n> ¦\n>>>>>>> ¦\n- ¦\n1. ¦\n99999999999. ¦**¦*¦"
        r"_¦__¦`¦``¦[¦](¦)¦![¦[^1]¦\n[^1]: ¦\n[x]: http://x.nl\n¦|¦\n|--|:-:|\n¦<b>¦<!--¦-->¦&amp;¦&#0;¦\\¦\\*¦~~¦"
        r"<http://x.nl>¦\n+++\n¦\ntitle: [¦\ntitle: \"¦  \n¦- [ ] ¦***¦\n***\n"
    ),
)
DRAWING = (
    *TOKENS,
    *_words(
        r" Tj¦ TJ¦[(a) -9999 (b)] TJ ¦ 0 0 0 0 0 0 Tm ¦ 1e30 0 0 1e30 0 0 Tm ¦ -1 0 0 -1 99999 -99999 cm ¦ q ¦ Q ¦"
        r" 0 Tz ¦ 99999 Tf ¦ 0 Tf ¦ 3 Tr ¦ T* ¦ Td ¦ /P Do ¦(\000) Tj ¦<FFFE> Tj ¦(x) ' ¦ BI /W 9 ID EI ¦"
        r" /R 10 Tf ¦ 1e-30 Tf ¦ 90 0 0 -90 1 1 Tm "
    ),
)
