"""Errors a user can meet. Each cause is a subclass; its text says what happened, what is safe and what to do."""

from __future__ import annotations


class ReaderError(Exception):
    """Something the user can understand and act on.

    `str()` is an English sentence; the window translates by class and `facts`.
    """

    template = "{reason}"

    def __init__(self, **facts: str | int) -> None:
        self.facts = facts
        super().__init__(self.template.format_map(facts))


# Files that are imported
class FileUnreadable(ReaderError):
    template = (
        "“{name}” could not be read: {reason}. Nothing was imported from it; "
        "check that the file is still there and try again."
    )


class FileEmpty(ReaderError):
    template = "“{name}” is empty. Nothing was imported from it."


class FileTooLarge(ReaderError):
    template = "“{name}” is {size} MB; the limit is {limit} MB. Split the file and import the parts."


class NotText(ReaderError):
    template = "“{name}” is not a text file Vindplaats can read. Nothing was imported from it."


class UnknownXml(ReaderError):
    template = (
        "“{name}” is XML of a sort Vindplaats does not read. Nothing was imported from it. It reads the XML of "
        "official publications, of reports of the Tweede Kamer, TEI and Akoma Ntoso."
    )


class UnknownEncoding(ReaderError):
    template = "The characters of “{name}” could not be recognised. Save it as UTF-8 and import it again."


class NoText(ReaderError):
    template = "“{name}” holds no readable text. Nothing was imported from it."


class FileDamaged(ReaderError):
    template = (
        "“{name}” is damaged or not complete: it could not be read as {format}. Nothing was imported from it; "
        "get the file again and try once more."
    )


class FileNeedsPassword(ReaderError):
    template = (
        "“{name}” is protected with a password. Nothing was imported from it; save a copy without a password and "
        "import that."
    )


class FileOfOtherFormat(ReaderError):
    template = (
        "“{name}” is of a format that Vindplaats does not read: {format}. Nothing was imported from it; open it in the "
        "program that made it, save it as DOCX, ODT or PDF, and import that."
    )


class FileWithoutTextLayer(ReaderError):
    template = (
        "“{name}” holds pictures of pages and no text, like a scan. Nothing was imported from it; "
        "have its text recognised (OCR) by another program and import the result."
    )


class PagesUnreadable(ReaderError):
    template = "The pages of “{name}” cannot be drawn. Its text is complete: read and mark it in the reading view."


class PagesDiffer(ReaderError):
    template = (
        "The pages of “{name}” no longer agree with its text word for word, because another version of the PDF engine "
        "reads them. Its text is complete: read and mark it in the reading view."
    )


class FileTooManyPages(ReaderError):
    template = "“{name}” has {pages} pages; the limit is {limit}. Split the file and import the parts."


class FileTooSlow(ReaderError):
    template = "Reading “{name}” took too long and was stopped. Nothing was imported from it."


class NotExchange(ReaderError):
    template = (
        "“{name}” is not a file of another program that can be read back. Nothing was imported from it; choose a "
        "REFI-QDA project or codebook, Web Annotations (JSON-LD), or a table of labels (CSV)."
    )


class AlreadyInProject(ReaderError):
    template = "“{name}” is already in the project, as “{title}”."


class ImportStopped(ReaderError):
    template = "The import of “{name}” was stopped. Nothing was imported from it."


# Project files
class ProjectError(ReaderError):
    """A project file that cannot be opened or written."""


class ProjectNotFound(ProjectError):
    template = "There is no file “{path}”. It may have been moved or renamed."


class ProjectExists(ProjectError):
    template = "“{path}” already exists. Choose another name; nothing was overwritten."


class NotAProject(ProjectError):
    template = "“{path}” is not a Vindplaats project. The file was left as it was."


class ProjectEmptyFile(ProjectError):
    template = "“{path}” is an empty file, not a project. It may not have been copied completely."


class ProjectTruncated(ProjectError):
    template = (
        "“{path}” is cut off: {size} of {expected} bytes are there. It may still be copying or syncing. "
        "Nothing was changed; wait and try again, or restore a backup."
    )


class ProjectDamaged(ProjectError):
    template = (
        "“{path}” is damaged ({reason}). Nothing was changed. Restore a backup, or run "
        "“vindplaats check --repair-copy NEW” to save what can be read into a new file."
    )


class ProjectNewer(ProjectError):
    template = (
        "“{path}” was made by a newer Vindplaats (format {version}; this one knows {known}). Nothing was changed. "
        "Open it read-only, or update Vindplaats."
    )


class ProjectLocked(ProjectError):
    template = (
        "“{path}” is open in another window ({holder}). Nothing was changed. Close it there, or open a copy to read."
    )


class ProjectReadOnly(ProjectError):
    template = "“{path}” can only be read here. Open it read-only, or save a copy in a folder where you may write."


class ProjectForeignCode(ProjectError):
    template = (
        "“{path}” holds database code that Vindplaats did not make ({names}). Open it read-only; nothing of it runs."
    )


class ProjectReplaced(ProjectError):
    template = (
        "“{path}” was replaced or moved by another program while it was open. "
        "Your work up to the last “saved” is kept; save the project under a new name."
    )


class ProjectWriteFailed(ProjectError):
    template = (
        "This could not be saved in “{path}”: {reason}. Everything shown as saved before is safe. "
        "Make room or check the disk, then try again."
    )


# Acts
class ActRefused(ReaderError):
    """An act that makes no sense here; the reason says why."""

    template = "{reason}"


class ExportFailed(ReaderError):
    template = "The export could not be written to “{path}”: {reason}. The project is unchanged."


class BadQuery(ReaderError):
    template = "There is nothing to search for in “{query}”. Type a word or a “phrase in quotes”."
