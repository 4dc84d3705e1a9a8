"""Reading a file of another program, whatever it is: a REFI-QDA project or codebook, annotations, or labels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from reader.domain.errors import FileDamaged, FileEmpty, FileTooLarge, ImportStopped, NotExchange, ReaderError
from reader.importers.archive import is_archive
from reader.importers.base import read_bytes, shown_name
from reader.importers.exchange.exchanged import Exchanged, Known, Papers, known_papers
from reader.importers.exchange.label_table import is_label_table, read_label_table
from reader.importers.exchange.qdc import read_codebook
from reader.importers.exchange.qdpx import read_project
from reader.importers.exchange.refi_files import FORMAT, ProjectFiles, is_project
from reader.importers.exchange.web_annotation import read_annotations
from reader.importers.extracted import Progress
from reader.importers.marked_up_archive import opened
from reader.importers.marked_up_xml import decoded_xml, local_name, parse
from reader.text.source import decode

_HEAD: Final = 4000  # bytes that tell what a file is
_QDA: Final = b"urn:QDA-XML:"
_ROOTS: Final = (b"<Project", b"<CodeBook")
_ANNOTATIONS: Final = (
    b"anno.jsonld", b'"Annotation"', b'"AnnotationPage"', b'"AnnotationCollection"', b'"TextQuoteSelector"',
    b'"TextPositionSelector"',
)  # fmt: skip
_READING_SHARE: Final = 0.1  # of the progress: reading the file itself


def read_exchange(
    path: Path,
    papers: Papers | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Exchanged:
    """What is in the file at `path`; `papers` are those of the project that it will be merged into.

    Raises FileUnreadable, FileTooLarge, FileEmpty, NotExchange, FileDamaged, FileNeedsPassword, and ImportStopped when
    `cancelled`.
    """
    name = shown_name(path)
    report = progress or _ignore
    stopped = cancelled or _never
    data = read_bytes(path, lambda share: report(_READING_SHARE * share), stopped)

    def reading(share: float) -> None:
        if stopped():
            raise ImportStopped(name=name)
        report(_READING_SHARE + (1 - _READING_SHARE) * share)

    return read_exchange_data(data, name, papers, progress=reading)


def read_exchange_data(
    data: bytes, name: str, papers: Papers | None = None, *, progress: Progress | None = None
) -> Exchanged:
    """What is in the bytes of a file called `name`, told by its content.

    Raises FileEmpty, NotExchange, FileDamaged, FileTooLarge, FileNeedsPassword, and what `progress` raises.
    """
    report = progress or _ignore
    if not data:
        raise FileEmpty(name=name)
    known = known_papers(papers)
    if is_archive(data):
        with opened(data, name, FORMAT) as archive:
            if not is_project(archive.file.namelist()):
                raise NotExchange(name=name)
            files = ProjectFiles(archive)
            return _read_xml(files.project(), name, known, files, report)
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"{", b"[")):
        return read_annotations(data, name, known, report)
    if head.startswith(b"<") or b"<\0" in data[:4] or b"\0<" in data[:4]:
        return _read_xml(data, name, known, ProjectFiles(None), report)
    try:
        return read_label_table(data, name)
    except (FileDamaged, FileTooLarge, NotExchange):
        raise
    except ReaderError as error:  # no text at all
        raise NotExchange(name=name) from error


def is_exchange(data: bytes) -> bool:
    """Whether a file of these bytes is one of another program, and no paper."""
    if is_archive(data):
        try:
            with opened(data, "", FORMAT) as archive:
                return is_project(archive.file.namelist())
        except ReaderError:
            return False
    head = data[:_HEAD]
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return any(sign in head for sign in _ANNOTATIONS)
    letters = head.replace(b"\0", b"")  # UTF-16 as well
    if _QDA in letters:
        return any(sign in letters for sign in _ROOTS)
    try:
        return is_label_table(decode(data[:_HEAD], "").body)
    except ReaderError:
        return False


def _read_xml(data: bytes, name: str, known: Known, files: ProjectFiles, report: Progress) -> Exchanged:
    """A project or codebook; a project by itself has no sources, which is said of each of them."""
    root = parse(decoded_xml(data)[0], name, FORMAT, deep=True)  # labels stand in each other
    match local_name(root):
        case "Project":
            return read_project(root, files, name, known, report)
        case "CodeBook":
            return read_codebook(root, name)
        case _:
            raise NotExchange(name=name)


def _ignore(_share: float) -> None:
    pass


def _never() -> bool:
    return False
