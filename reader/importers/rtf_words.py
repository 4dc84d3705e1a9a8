"""The words of RTF: cutting a file into groups, control words, coded signs and text, and what the words mean."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

TokenKind = Literal["open", "close", "word", "byte", "text"]

_TOKEN = re.compile(
    r"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?\ ?|'(?P<byte>[0-9a-fA-F]{2})|(?P<sign>[^a-zA-Z]))"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+",
    re.VERBOSE,
)

# Groups that hold no text of the paper
IGNORED = frozenset({
    "colortbl", "datastore", "themedata", "colorschememapping", "latentstyles", "listtable", "listoverridetable",
    "rsidtbl", "generator", "filetbl", "revtbl", "pgptbl", "mmathPr", "xmlnstbl", "wgrffmtfilter", "datafield",
    "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "ftnsep", "ftnsepc", "ftncn",
    "aftnsep", "aftnsepc", "aftncn", "objdata", "objclass", "objname", "nonshppict", "bkmkstart", "bkmkend", "xe", "tc",
    "rxe", "sp", "pntxta", "pntxtb", "pn", "pnseclvl", "formfield", "template", "atnid", "atnauthor", "atntime",
    "atnref", "atrfstart", "atrfend", "userprops", "docvar", "picprop", "blipuid", "fontemb", "falt", "panose",
})  # fmt: skip
STARRED = frozenset(
    {"shppict", "shpinst", "shptxt", "fldrslt", "fldinst", "footnote", "listtext", "pnpntext"}
)  # known, though optional

SIGNS = {
    "tab": " ", "line": "\n", "softline": "\n", "lbr": "\n", "page": " ", "column": " ", "softpage": "", "emdash": "—",
    "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "zwj": "", "zwnj": "", "zwbo": "", "zwnbo": "",
}  # fmt: skip
CONTROL_SIGNS = {"~": "\u00a0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\t": " "}

_OF_CHARSET = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437",
}  # fmt: skip
SYMBOL = 2  # the character set of fonts that hold signs
USUAL_CODEC = "cp1252"
_SYMBOL_SIGNS = {"\u00b7": "•", "\u00a7": "▪", "\u00a8": "☐", "\u00fe": "☒", "\u00e0": "→", "o": "•"}


class Token(NamedTuple):
    """A piece of a file. `text` is the control word, its sign, or the words; `number` what stands behind a word."""

    kind: TokenKind
    text: str = ""
    number: int | None = None
    end: int = 0  # where the file goes on, in characters


def tokens_of(source: str) -> Iterator[Token]:
    """The pieces of a file of which each byte is a character; bytes that a \\bin word announces are passed over."""
    position = 0
    while (match := _TOKEN.match(source, position)) is not None:
        position = match.end()
        if brace := match["brace"]:
            yield Token("open" if brace == "{" else "close", end=position)
        elif (text := match["text"]) is not None:
            yield Token("text", text, end=position)
        elif (byte := match["byte"]) is not None:
            yield Token("byte", chr(int(byte, 16)), end=position)
        elif (sign := match["sign"]) is not None:
            yield Token("word", "par" if sign in "\r\n" else sign, end=position)
        elif (word := match["word"]) is not None:
            number = None if match["number"] is None else int(match["number"])
            if word == "bin" and number is not None:
                position += max(0, number)
            yield Token("word", word, number, position)


def codec_of_page(number: int | None) -> str:
    """The codec of a code page; the usual one where Python has none."""
    if number in (None, 0, 1):
        return USUAL_CODEC
    if number in (65001, 10000):
        return "utf-8" if number == 65001 else "mac-roman"
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return USUAL_CODEC


def codec_of_charset(number: int | None, usual: str) -> str:
    """The codec of a font's character set; `usual` for those that take that of the file."""
    return _OF_CHARSET.get(number or 0, usual)


def with_whole_characters(text: str) -> str:
    """`text` with two halves of a character (surrogates) put together, and lone ones left out."""
    if not any("\ud800" <= sign <= "\udfff" for sign in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def shown(text: str, *, symbols: bool) -> str:
    """The text with the signs of symbol fonts, which stand in a private range or under other letters, as plain ones."""
    if symbols:
        return "".join(_SYMBOL_SIGNS.get(sign, sign) for sign in text)
    if any("\uf000" <= sign <= "\uf0ff" for sign in text):
        return "".join(
            _SYMBOL_SIGNS.get(chr(ord(sign) - 0xF000), "•") if "\uf000" <= sign <= "\uf0ff" else sign for sign in text
        )
    return text
