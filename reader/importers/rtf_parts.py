"""The parts of an RTF file in reading order: paragraphs with their notes, headings by style, tables."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reader.domain.errors import FileDamaged
from reader.importers.extracted import Progress
from reader.importers.marked_up import Cited, Note, Part, PartKind, Run, plain_text, raised
from reader.importers.marked_up_headings import Candidate
from reader.importers.marked_up_left import Left
from reader.importers.marked_up_numbers import is_label, is_typed_mark
from reader.importers.official_xml_facts import identifier_in
from reader.importers.rtf_state import (
    CONTENTS_LINE,
    LOWEST_HEADING,
    Format,
    Group,
    NoteNumbers,
    OpenNote,
    Paragraph,
    level_of_style,
    own_mark,
)
from reader.importers.rtf_tables import OpenTable
from reader.importers.rtf_words import (
    CONTROL_SIGNS,
    IGNORED,
    SIGNS,
    STARRED,
    SYMBOL,
    USUAL_CODEC,
    Token,
    codec_of_charset,
    codec_of_page,
    shown,
    tokens_of,
    with_whole_characters,
)

_FORMAT = "RTF"
_DEEPEST = 2000  # groups in groups
_STRIDE = 20_000  # tokens between two looks at `progress`
_READING = 0.1  # of the progress
_MOST_SKIPPED = 32  # signs that stand in for one that older programs do not know


@dataclass(slots=True)
class RtfReader:
    """Reads one file, named `name` in messages; what is left out is counted in `left`.

    `title` is what its properties say, `is_complete` whether its end was there.
    """

    name: str
    left: Left
    title: str = ""
    is_complete: bool = False
    _groups: list[Group] = field(default_factory=lambda: [Group()])
    _optional: bool = False  # the next word may be passed over by who does not know it
    _page: str = USUAL_CODEC
    _fonts: dict[int, tuple[str, bool]] = field(default_factory=dict)
    _font: int = 0
    _styles: dict[int, int] = field(default_factory=dict)
    _style: int = 0
    _style_name: str = ""
    _to_skip: int = 0
    _bytes: bytearray = field(default_factory=bytearray)
    _paragraphs: list[Paragraph] = field(default_factory=lambda: [Paragraph()])  # the last is the innermost
    _notes: list[OpenNote] = field(default_factory=list)
    _numbers: NoteNumbers = field(default_factory=NoteNumbers)
    _note_count: int = 0
    _format: Format = field(default_factory=Format)
    _found: list[Candidate] = field(default_factory=list)
    _table: OpenTable = field(default_factory=OpenTable)

    def read(self, data: bytes, progress: Progress) -> list[Candidate]:
        """The parts. `progress` may raise to stop. Raises FileDamaged for groups that are nested without end."""
        source = data.decode("latin-1")
        for number, token in enumerate(tokens_of(source)):
            if number % _STRIDE == 0:
                progress(_READING * min(1.0, token.end / len(source)))
            self._take(token)
        self._flush()
        self.is_complete = len(self._groups) == 1
        while len(self._groups) > 1:
            self._close()
        self._end_paragraph()
        self._end_table()
        return self._found

    @property
    def _group(self) -> Group:
        return self._groups[-1]

    def _take(self, token: Token) -> None:
        if token.kind == "open":
            self._flush()
            if len(self._groups) > _DEEPEST:
                raise FileDamaged(name=self.name, format=_FORMAT)
            self._groups.append(replace(self._group, linked=None))
            self._to_skip = 0
        elif token.kind == "close":
            self._flush()
            self._to_skip = 0
            if len(self._groups) > 1:
                self._close()
        elif token.kind in ("text", "byte"):
            skipped = min(self._to_skip, len(token.text))
            self._to_skip -= skipped
            if self._group.role != "ignored":
                self._bytes += token.text[skipped:].encode("latin-1")
        else:
            self._word(token.text, token.number)

    # -- words ---------------------------------------------------------------------------------------------------------

    def _word(self, word: str, number: int | None) -> None:
        if word == "*":
            self._optional = True
            return
        optional, self._optional = self._optional, False
        if self._to_skip and (word in CONTROL_SIGNS or word in SIGNS):
            self._to_skip -= 1
            return
        if self._group.role == "ignored":
            return
        if word == "u" and number is not None:
            self._flush()
            self._add(chr(number % 0x10000))
            self._to_skip = self._group.skipped
            return
        self._flush()
        if not self._begins(word, optional):
            self._formats(word, number)

    def _begins(self, word: str, optional: bool) -> bool:
        """Whether the word says what its group is for."""
        group = self._group
        if word in IGNORED:
            group.role = "ignored"
        elif word in ("fonttbl", "stylesheet", "info"):
            group.role = word
        elif word == "title" and group.role == "info":
            group.role = "title"
        elif word in ("pict", "annotation", "object"):
            self.left.add("comment" if word == "annotation" else "image")
            group.role = "object" if word == "object" else "ignored"
        elif word == "result" and group.role == "object":
            group.role = "ignored"  # a picture of the object
        elif word in ("listtext", "pntext"):
            group.role = "mark"
        elif word == "fldinst":
            group.role = "instruction"
            self._paragraphs[-1].address = ""
        elif word == "fldrslt" and group.role in ("", "note"):
            group.linked = len(self._paragraphs[-1].runs)
            self._paragraphs[-1].runs.append("")
        elif word == "footnote":
            group.role = "note"
            self._notes.append(OpenNote())
            self._paragraphs.append(Paragraph())
        elif word == "shptxt":
            group.role = ""
            self._end_paragraph()
        elif optional and word not in STARRED and not (word == "cs" and group.role == "stylesheet"):
            group.role = "ignored"
        else:
            return False
        return True

    def _formats(self, word: str, number: int | None) -> None:
        group, on = self._group, number != 0
        if word in SIGNS:
            self._add(SIGNS[word])
        elif word in CONTROL_SIGNS:
            self._add(CONTROL_SIGNS[word])
        elif word in ("par", "sect", "nestrow"):
            self._end_paragraph()
        elif word in ("cell", "row", "nestcell"):
            self._table_word(word)
        elif word in ("pard", "s", "outlinelevel", "intbl", "fi"):
            self._paragraph_word(word, number)
        elif word in ("super", "nosupersub", "sub"):
            group.raised = on and word == "super"
        elif word in ("chftn", "ftnalt") and self._notes:
            self._notes[-1].is_counted |= word == "chftn"
            self._notes[-1].is_end |= word == "ftnalt"
        elif "ftnn" in word:
            self._numbers.set_form(word)
        elif word == "b":
            group.bold = on
        elif word == "v":
            group.hidden = on
        elif word == "deleted":
            group.deleted = on
            if on:
                self.left.add("change")
        elif word == "plain":
            group.bold = group.hidden = group.deleted = group.symbols = group.raised = False
        elif word == "uc":
            group.skipped = min(_MOST_SKIPPED, max(0, 1 if number is None else number))
        elif word in ("ansicpg", "mac", "pc", "pca"):
            known = {"mac": 10000, "pc": 437, "pca": 850}
            self._page = group.codec = codec_of_page(number if word == "ansicpg" else known[word])
            self._groups[0].codec = self._page
        elif word in ("f", "deff", "fcharset"):
            self._font_word(word, number)

    def _paragraph_word(self, word: str, number: int | None) -> None:
        if self._group.role == "stylesheet":
            if word == "s":
                self._style, self._style_name = number or 0, ""
            elif word == "outlinelevel" and number is not None and 0 <= number < LOWEST_HEADING:
                self._styles[self._style] = number + 1
            return
        if len(self._paragraphs) > 1 or self._group.role == "mark":
            return  # a note's paragraphs are all alike
        if word == "pard":
            self._format = Format()
        elif word == "s":
            self._format.style = number or 0
        elif word == "outlinelevel":
            self._format.outline = number
        elif word == "fi":
            self._format.hanging = (number or 0) < 0
        else:
            self._format.in_table = number != 0

    def _font_word(self, word: str, number: int | None) -> None:
        group = self._group
        if group.role == "fonttbl":
            if word == "f":
                self._font = number or 0
            elif word == "fcharset":
                self._fonts[self._font] = codec_of_charset(number, self._page), number == SYMBOL
        elif word == "f":
            group.codec, group.symbols = self._fonts.get(number or 0, (self._page, False))

    # -- text ----------------------------------------------------------------------------------------------------------

    def _flush(self) -> None:
        """Take in the bytes read so far, in the encoding that holds for them."""
        if self._bytes:
            text = bytes(self._bytes).decode(self._group.codec, "replace")
            self._bytes.clear()
            self._add(text)

    def _add(self, text: str) -> None:
        group = self._group
        if group.role == "stylesheet":
            self._style_name = (self._style_name + text)[:100]
            level = level_of_style(self._style_name)  # also where it has no outline level
            if level is not None:
                self._styles.setdefault(self._style, level)
        elif group.role == "title":
            self.title = (self.title + text)[:1000]
        elif group.role in ("", "note"):
            text = shown(text, symbols=group.symbols)
            if group.hidden or group.deleted:
                if group.hidden and text.strip():
                    self.left.add("hidden")
                return
            paragraph = self._paragraphs[-1]
            if group.raised:
                text = raised(text, paragraph.runs)
            letters = sum(map(str.isalnum, text))
            paragraph.letters += letters
            paragraph.bold += letters if group.bold else 0
            if paragraph.runs and isinstance(paragraph.runs[-1], str) and len(paragraph.runs[-1]) < 1000:
                paragraph.runs[-1] += text
            else:
                paragraph.runs.append(text)
        elif group.role == "instruction":
            paragraph = self._paragraphs[-1]
            paragraph.address = (paragraph.address + text)[:2000]
        elif group.role == "mark":
            paragraph = self._paragraphs[-1]
            paragraph.mark = (paragraph.mark + shown(text, symbols=group.symbols))[:40]

    def _close(self) -> None:
        group = self._groups.pop()
        outer = self._group
        if group.role == "note" and outer.role != "note":
            self._end_paragraph()
            self._paragraphs.pop()
            note = self._notes.pop()
            self._note_count += 1
            runs = self._paragraphs[-1].runs
            number = own_mark(note, runs) or self._numbers.of(note)
            runs.append(Note(number, tuple(note.texts), f"note {self._note_count}"))
        elif group.linked is not None:
            _link(self._paragraphs[-1], group.linked)

    # -- paragraphs and tables -----------------------------------------------------------------------------------------

    def _end_paragraph(self) -> None:
        paragraph, self._paragraphs[-1] = self._paragraphs[-1], Paragraph()
        if self._notes:
            words = plain_text([with_whole_characters(run) for run in paragraph.runs if isinstance(run, str)])
            if words:
                self._notes[-1].texts.append(words)
            return
        if not self._format.in_table:
            self._end_table()
        candidate = self._candidate(paragraph)
        if candidate is None:
            return
        if self._format.in_table:
            self._table.add(candidate.part)
        else:
            self._found.append(candidate)

    def _candidate(self, paragraph: Paragraph) -> Candidate | None:
        runs: list[Run] = [with_whole_characters(run) if isinstance(run, str) else run for run in paragraph.runs]
        words, mark = plain_text(runs), " ".join(paragraph.mark.split())
        if not words and not any(isinstance(run, Note) for run in runs):
            return None
        outline = self._format.outline
        level = outline + 1 if outline is not None else self._styles.get(self._format.style, 0)
        level = level if 0 < level <= LOWEST_HEADING else 0
        bold = 0 < paragraph.letters == paragraph.bold
        kind: PartKind = "heading" if level > 0 else "text"
        if self._styles.get(self._format.style) == CONTENTS_LINE:
            kind, level = "furniture", 0
        elif (
            not level
            and not bold
            and (self._format.hanging and is_typed_mark(words) if not mark else not is_label(mark))
        ):
            kind = "list-item"
        content: list[Run] = [f"{mark} ", *runs] if mark else runs
        return Candidate(Part(kind, content, level), bold)

    def _table_word(self, word: str) -> None:
        if self._notes or word == "nestcell":
            self._add(" ")
            return
        in_table, self._format.in_table = self._format.in_table, True
        self._end_paragraph()
        self._format.in_table = in_table
        if word == "cell":
            self._table.end_cell()
        else:
            self._table.end_row()

    def _end_table(self) -> None:
        self._found += map(Candidate, self._table.taken())


def _link(paragraph: Paragraph, first: int) -> None:
    """Make a link to a paper of the result of a field, the runs from `first` on, where it leads to one."""
    linked = paragraph.runs[first:]
    identifier = identifier_in(paragraph.address) if "HYPERLINK" in paragraph.address else ""
    if identifier and plain_text(linked) and all(isinstance(run, str) for run in linked):
        paragraph.runs[first:] = [Cited(with_whole_characters(plain_text(linked)), identifier)]
