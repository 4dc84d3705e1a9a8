"""The letters of a PDF: words become glyphs of the fonts that come with the program, and go along as far as used."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any, Final

from reader.assets_path import asset_path
from reader.exporters.pdf_file import PdfFile, number, text_string

_SERIF, _SERIF_ITALIC = "SourceSerif4[opsz,wght].ttf", "SourceSerif4-Italic[opsz,wght].ttf"
CUTS: Final[dict[str, tuple[str, dict[str, float]]]] = {  # name: file, and where on its axes
    "text": (_SERIF, {"wght": 400, "opsz": 11}),
    "italic": (_SERIF_ITALIC, {"wght": 400, "opsz": 11}),
    "strong": (_SERIF, {"wght": 600, "opsz": 16}),
    "other": ("Inter[opsz,wght].ttf", {"wght": 400, "opsz": 14}),
}
_OTHER: Final = "other"  # has arrows, signs and more letters than the others
_BOX: Final = "\u25a1"  # stands for a character that no font has
_FEATURES: Final = {"kern": True, "liga": True}
_UNUSED_TABLES: Final = ("GSUB", "GPOS", "GDEF", "BASE", "cmap", "name", "post", "STAT", "OS/2", "gasp", "DSIG")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one cut: what shows them (the inside of a TJ array), and their width in thousandths of the size.

    `said`: the characters it stands for, where its glyphs do not tell them.
    """

    cut: str
    shown: str
    width: float
    said: str = ""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Words as glyphs, and their width in thousandths of the size."""

    words: str
    pieces: tuple[Piece, ...]
    width: float


class Fonts:
    """Makes words into glyphs, and keeps which glyphs were used."""

    def __init__(self) -> None:
        self._cuts = {name: _Cut(name, file, axes) for name, (file, axes) in CUTS.items()}
        self._words: dict[tuple[str, str], Pieces] = {}

    def pieces(self, cut: str, words: str) -> Pieces:
        """The glyphs of words in a cut of CUTS; a character it does not have is taken from another, or is a box."""
        key = (cut, words)
        found = self._words.get(key)
        if found is None:
            if len(self._words) > 50_000:  # so that a long export does not fill the memory
                self._words.clear()
            pieces = tuple(self._made(cut, words))
            found = self._words[key] = Pieces(words, pieces, sum(piece.width for piece in pieces))
        return found

    def embed(self, file: PdfFile) -> dict[str, int]:
        """Put the cuts in use in the file; gives the object of each by its name."""
        return {name: cut.embed(file) for name, cut in self._cuts.items() if cut.used}

    def _made(self, cut: str, words: str) -> list[Piece]:
        if not words:
            return []
        first = self._cuts[cut]
        if first.has_all(words):
            return [first.piece(words)]
        pieces: list[Piece] = []
        for name, part in self._parted(cut, unicodedata.normalize("NFC", words)):
            if name:
                pieces.append(self._cuts[name].piece(part))
            else:
                boxes = sum(1 for letter in part if not _is_unseen(letter))
                if boxes:
                    box = self._cuts[_OTHER].piece(_BOX * boxes)
                    pieces.append(Piece(box.cut, box.shown, box.width, part))
        return pieces

    def _parted(self, cut: str, words: str) -> list[tuple[str, str]]:
        """The words cut where the font changes: (cut, words), with no cut for what no font has."""
        parts: list[tuple[str, str]] = []
        for letter in words:
            name = next((name for name in (cut, _OTHER, "text") if self._cuts[name].has(letter)), "")
            if parts and (parts[-1][0] == name or (not parts[-1][0] and _is_unseen(letter))):
                parts[-1] = (parts[-1][0], parts[-1][1] + letter)
            else:
                parts.append((name, letter))
        return parts


class _Cut:
    """One cut of a font: its measures, and the glyphs that were used with what they stand for."""

    def __init__(self, name: str, file: str, axes: dict[str, float]) -> None:
        import uharfbuzz  # type: ignore[import-untyped]

        self.name = name
        self.used: dict[int, tuple[str, float]] = {}  # glyph: characters, width
        self._shaper: Any = uharfbuzz
        self._axes = axes
        self._face: Any = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(asset_path("fonts", file))))
        self._font: Any = uharfbuzz.Font(self._face)
        self._font.set_variations(axes)
        self._scale: float = 1000 / self._face.upem
        extents = self._font.get_font_extents("ltr")
        self.ascent: float = extents.ascender * self._scale
        self.descent: float = extents.descender * self._scale
        self._known: dict[str, bool] = {}

    def has(self, letter: str) -> bool:
        known = self._known.get(letter)
        if known is None:
            known = self._known[letter] = self._font.get_nominal_glyph(ord(letter)) is not None
        return known

    def has_all(self, words: str) -> bool:
        return all(self.has(letter) for letter in words)

    def piece(self, words: str) -> Piece:
        shaper, scale = self._shaper, self._scale
        buffer = shaper.Buffer()
        buffer.add_str(words)
        buffer.guess_segment_properties()
        shaper.shape(self._font, buffer, _FEATURES)
        glyphs = buffer.glyph_infos
        clusters = sorted({glyph.cluster for glyph in glyphs})
        ends = dict(zip(clusters, [*clusters[1:], len(words)], strict=True))
        shown: list[str] = []
        run = ""
        total = 0.0
        last_cluster = -1
        for glyph, position in zip(glyphs, buffer.glyph_positions, strict=True):
            index, cluster = glyph.codepoint, glyph.cluster
            entry = self.used.get(index)
            if entry is None:
                letters = words[cluster : ends[cluster]] if cluster != last_cluster else ""
                entry = self.used[index] = (letters, self._font.get_glyph_h_advance(index) * scale)
            last_cluster = cluster
            moved = position.x_offset * scale
            if abs(moved) > 0.5:
                shown.append(f"<{run}>" if run else "")
                shown.append(number(-moved))
                run = ""
            run += f"{index:04X}"
            advance = position.x_advance * scale
            total += advance
            rest = entry[1] + moved - advance
            if abs(rest) > 0.5:
                shown.append(f"<{run}>{number(rest)}")
                run = ""
        if run:
            shown.append(f"<{run}>")
        return Piece(self.name, "".join(shown), total)

    def embed(self, file: PdfFile) -> int:
        """The font with the used glyphs only, and a table of what they stand for."""
        flags = 4 | (2 if self.name != _OTHER else 0) | (64 if self.name == "italic" else 0)
        name = f"{_mark(self.used)}+Vindplaats-{self.name}"
        program = self._program()
        data = file.add_stream(program, f"/Length1 {len(program)}")
        x_min, y_min, x_max, y_max = -200, int(self.descent), 1500, int(self.ascent)
        descriptor = file.add(
            f"<< /Type /FontDescriptor /FontName /{name} /Flags {flags} /FontBBox [{x_min} {y_min} {x_max} {y_max}]"
            f" /ItalicAngle {-11 if self.name == 'italic' else 0} /Ascent {y_max} /Descent {y_min} /CapHeight 670"
            f" /StemV {120 if self.name == 'strong' else 80} /FontFile2 {data} 0 R >>"
        )
        widths = " ".join(f"{glyph} [{number(width)}]" for glyph, (_, width) in sorted(self.used.items()))
        descendant = file.add(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe)"
            f" /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 500 /W [{widths}]"
            " /CIDToGIDMap /Identity >>"
        )
        characters = file.add_stream(_characters({glyph: words for glyph, (words, _) in self.used.items()}))
        return file.add(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
            f" /DescendantFonts [{descendant} 0 R] /ToUnicode {characters} 0 R >>"
        )

    def _program(self) -> bytes:
        wanted = self._shaper.SubsetInput()
        wanted.glyph_set.update(self.used)
        for axis in self._face.axis_infos:
            wanted.pin_axis_location(self._face, axis.tag, self._axes.get(axis.tag, axis.default_value))
        wanted.flags = self._shaper.SubsetFlags.RETAIN_GIDS | self._shaper.SubsetFlags.NO_HINTING
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _UNUSED_TABLES)
        program: bytes = self._shaper.subset(self._face, wanted).blob.data
        return program


def _is_unseen(letter: str) -> bool:
    """Joiners, marks of direction and of presentation: they change what stands beside them and have no look."""
    return unicodedata.category(letter) in ("Cf", "Cc", "Cs", "Mn") or 0xFE00 <= ord(letter) <= 0xFE0F


def _mark(glyphs: dict[int, Any]) -> str:
    """Six capitals that tell this part of a font from another part of it."""
    value = sum((glyph + 1) * (place + 7) for place, glyph in enumerate(sorted(glyphs)))
    letters = ""
    for _ in range(6):
        value, letter = divmod(value, 26)
        letters += chr(65 + letter)
    return letters


def _characters(glyphs: dict[int, str]) -> bytes:
    """What each glyph stands for, so that text can be copied and read aloud."""
    rows = [
        f"<{glyph:04X}> {text_string(words).replace('<FEFF', '<')}" for glyph, words in sorted(glyphs.items()) if words
    ]
    parts = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    tables = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering"
        " (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n"
        f"<0000> <FFFF>\nendcodespacerange\n{tables}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")
