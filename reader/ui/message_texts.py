"""Sentences made outside the window and shown in it, marked for translation: errors, refusals, names of acts."""

from __future__ import annotations

from typing import Final

from reader.domain import errors
from reader.ui.translating import QT_TRANSLATE_NOOP

ERRORS: Final[dict[type[errors.ReaderError], str]] = {
    errors.FileUnreadable: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” could not be read: {reason}. Nothing was imported from it; check that the file is still "
        "there and try again.",
    ),
    errors.FileEmpty: QT_TRANSLATE_NOOP("messages", "“{name}” is empty. Nothing was imported from it."),
    errors.FileTooLarge: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” is {size} MB; the limit is {limit} MB. Split the file and import the parts.",
    ),
    errors.NotText: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” is not a text file Vindplaats can read. Nothing was imported from it.",
    ),
    errors.UnknownXml: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” is XML of a sort Vindplaats does not read. Nothing was imported from it. It reads the XML of "
        "official publications, of reports of the Tweede Kamer, TEI and Akoma Ntoso.",
    ),
    errors.UnknownEncoding: QT_TRANSLATE_NOOP(
        "messages",
        "The characters of “{name}” could not be recognised. Save it as UTF-8 and import it again.",
    ),
    errors.NoText: QT_TRANSLATE_NOOP("messages", "“{name}” holds no readable text. Nothing was imported from it."),
    errors.FileDamaged: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” is damaged or not complete: it could not be read as {format}. Nothing was imported from it; "
        "get the file again and try once more.",
    ),
    errors.FileNeedsPassword: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” is protected with a password. Nothing was imported from it; save a copy without a password and "
        "import that.",
    ),
    errors.FileOfOtherFormat: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” is of a format that Vindplaats does not read: {format}. Nothing was imported from it; open it in the "
        "program that made it, save it as DOCX, ODT or PDF, and import that.",
    ),
    errors.FileWithoutTextLayer: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” holds pictures of pages and no text, like a scan. Nothing was imported from it; "
        "have its text recognised (OCR) by another program and import the result.",
    ),
    errors.PagesUnreadable: QT_TRANSLATE_NOOP(
        "messages",
        "The pages of “{name}” cannot be drawn. Its text is complete: read and mark it in the reading view.",
    ),
    errors.PagesDiffer: QT_TRANSLATE_NOOP(
        "messages",
        "The pages of “{name}” no longer agree with its text word for word, because another version of the PDF engine "
        "reads them. Its text is complete: read and mark it in the reading view.",
    ),
    errors.FileTooManyPages: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” has {pages} pages; the limit is {limit}. Split the file and import the parts.",
    ),
    errors.FileTooSlow: QT_TRANSLATE_NOOP(
        "messages",
        "Reading “{name}” took too long and was stopped. Nothing was imported from it.",
    ),
    errors.NotExchange: QT_TRANSLATE_NOOP(
        "messages",
        "“{name}” is not a file of another program that can be read back. Nothing was imported from it; choose a "
        "REFI-QDA project or codebook, Web Annotations (JSON-LD), or a table of labels (CSV).",
    ),
    errors.AlreadyInProject: QT_TRANSLATE_NOOP("messages", "“{name}” is already in the project, as “{title}”."),
    errors.ImportStopped: QT_TRANSLATE_NOOP(
        "messages",
        "The import of “{name}” was stopped. Nothing was imported from it.",
    ),
    errors.ProjectNotFound: QT_TRANSLATE_NOOP(
        "messages",
        "There is no file “{path}”. It may have been moved or renamed.",
    ),
    errors.ProjectExists: QT_TRANSLATE_NOOP(
        "messages",
        "“{path}” already exists. Choose another name; nothing was overwritten.",
    ),
    errors.NotAProject: QT_TRANSLATE_NOOP(
        "messages",
        "“{path}” is not a Vindplaats project. The file was left as it was.",
    ),
    errors.ProjectEmptyFile: QT_TRANSLATE_NOOP(
        "messages",
        "“{path}” is an empty file, not a project. It may not have been copied completely.",
    ),
    errors.ProjectTruncated: QT_TRANSLATE_NOOP(
        "messages",
        "“{path}” is cut off: {size} of {expected} bytes are there. It may still be copying or syncing. "
        "Nothing was changed; wait and try again, or restore a backup.",
    ),
    errors.ProjectDamaged: QT_TRANSLATE_NOOP(
        "messages",
        "“{path}” is damaged ({reason}). Nothing was changed. Restore a backup, or run “vindplaats check "
        "--repair-copy NEW” to save what can be read into a new file.",
    ),
    errors.ProjectNewer: QT_TRANSLATE_NOOP(
        "messages",
        "“{path}” was made by a newer Vindplaats (format {version}; this one knows {known}). Nothing was "
        "changed. Open it read-only, or update Vindplaats.",
    ),
    errors.ProjectLocked: QT_TRANSLATE_NOOP(
        "messages",
        "“{path}” is open in another window ({holder}). Nothing was changed. Close it there, or open a copy to read.",
    ),
    errors.ProjectReadOnly: QT_TRANSLATE_NOOP(
        "messages",
        "“{path}” can only be read here. Open it read-only, or save a copy in a folder where you may write.",
    ),
    errors.ProjectForeignCode: QT_TRANSLATE_NOOP(
        "messages",
        "“{path}” holds database code that Vindplaats did not make ({names}). Open it read-only; nothing of it runs.",
    ),
    errors.ProjectReplaced: QT_TRANSLATE_NOOP(
        "messages",
        "“{path}” was replaced or moved by another program while it was open. Your work up to the last "
        "“saved” is kept; save the project under a new name.",
    ),
    errors.ProjectWriteFailed: QT_TRANSLATE_NOOP(
        "messages",
        "This could not be saved in “{path}”: {reason}. Everything shown as saved before is safe. Make room "
        "or check the disk, then try again.",
    ),
    errors.ExportFailed: QT_TRANSLATE_NOOP(
        "messages",
        "The export could not be written to “{path}”: {reason}. The project is unchanged.",
    ),
    errors.BadQuery: QT_TRANSLATE_NOOP(
        "messages",
        "There is nothing to search for in “{query}”. Type a word or a “phrase in quotes”.",
    ),
}

# reasons of ActRefused; {word} stands for a name or number of the user's
REFUSALS: Final = (
    QT_TRANSLATE_NOOP("messages", "The passage is empty or lies outside the text."),
    QT_TRANSLATE_NOOP("messages", "This type of link is not in the project."),
    QT_TRANSLATE_NOOP("messages", "This is the open project itself. Choose another copy of it."),
    QT_TRANSLATE_NOOP("messages", "A {thing} needs a name."),
    QT_TRANSLATE_NOOP("messages", "The name of a {thing} has at most {limit} characters."),
    QT_TRANSLATE_NOOP("messages", "This paper is no longer in the project."),
    QT_TRANSLATE_NOOP("messages", "This passage is no longer in the project."),
    QT_TRANSLATE_NOOP("messages", "This label is no longer in the project."),
    QT_TRANSLATE_NOOP("messages", "This link is no longer in the project."),
    QT_TRANSLATE_NOOP("messages", "There is no paper to add."),
    QT_TRANSLATE_NOOP("messages", "“{date}” is not a date. Write 2018, 2018-04 or 2018-04-25."),
    QT_TRANSLATE_NOOP("messages", "“{dossier}” is not a dossier number. Write 19637, 21501-02 or 36600-VI."),
    QT_TRANSLATE_NOOP("messages", "“{session}” is not a parliamentary year. Write 2017-2018."),
    QT_TRANSLATE_NOOP("messages", "“{address}” is not a web address. Write https://www.example.org/paper."),
    QT_TRANSLATE_NOOP("messages", "“{language}” is not a language. Write nl, en, de or fr."),
    QT_TRANSLATE_NOOP("messages", "This text is not a version of the paper."),
    QT_TRANSLATE_NOOP("messages", "There is no paper to remove here."),
    QT_TRANSLATE_NOOP("messages", "A passage cannot be linked to itself. Choose another passage as the second end."),
    QT_TRANSLATE_NOOP("messages", "There is a type of link “{name}” already."),
    QT_TRANSLATE_NOOP("messages", "These two passages are linked in this way already."),
    QT_TRANSLATE_NOOP("messages", "This passage is highlighted already."),
    QT_TRANSLATE_NOOP("messages", "This passage has the label “{name}” already."),
    QT_TRANSLATE_NOOP("messages", "This passage does not have the label “{name}”."),
    QT_TRANSLATE_NOOP("messages", "There is no passage to remove here."),
    QT_TRANSLATE_NOOP("messages", "The passage holds only white space."),
    QT_TRANSLATE_NOOP("messages", "This passage stands in the version that is shown."),
    QT_TRANSLATE_NOOP("messages", "Another highlight has exactly these ends."),
    QT_TRANSLATE_NOOP("messages", "A label's key is a digit from 1 to 9."),
    QT_TRANSLATE_NOOP("messages", "A label cannot be merged with itself."),
    QT_TRANSLATE_NOOP("messages", "“{inner}” lies under “{outer}”. Merge it the other way round."),
    QT_TRANSLATE_NOOP("messages", "Colours and line patterns are numbered from 1 to 9."),
    QT_TRANSLATE_NOOP("messages", "The digit {digit} cannot be given to this label; choose a free one from 1 to 9."),
    QT_TRANSLATE_NOOP("messages", "A label cannot be put under itself."),
    QT_TRANSLATE_NOOP("messages", "There is a label “{name}” here already."),
    QT_TRANSLATE_NOOP("messages", "This rejection is no longer in the project."),
    QT_TRANSLATE_NOOP("messages", "There is no proposed answer to accept here."),
    QT_TRANSLATE_NOOP("messages", "This verdict is not in the project."),
    QT_TRANSLATE_NOOP("messages", "There is a verdict “{name}” already."),
    QT_TRANSLATE_NOOP("messages", "A cut needs words of the unit on both sides."),
    QT_TRANSLATE_NOOP("messages", "There is no other unit to merge with here."),
    QT_TRANSLATE_NOOP("messages", "Choose one paper: each goes to a file of its own."),
    QT_TRANSLATE_NOOP("messages", "Nothing is highlighted in “{title}”."),
    QT_TRANSLATE_NOOP("messages", "“{title}” did not come as a PDF. Export the annotated paper as HTML."),
    QT_TRANSLATE_NOOP("messages", "The file of “{title}” is not in this project. Export the annotated paper as HTML."),
    QT_TRANSLATE_NOOP(
        "messages",
        "The PDF of “{title}” is protected: nothing can be written in it. Export the annotated paper as HTML.",
    ),
    QT_TRANSLATE_NOOP(
        "messages",
        "The PDF of “{title}” has faults: nothing can be written in it. Export the annotated paper as HTML.",
    ),
    QT_TRANSLATE_NOOP("messages", "Nothing was changed here: this is what the program recognises."),
    # of files, where no class of error says more
    QT_TRANSLATE_NOOP("messages", "“{path}” could not be read: {reason}. Nothing was changed."),
    QT_TRANSLATE_NOOP("messages", "No copy of “{path}” could be made: {reason}."),
)

# what may stand for {thing} in a refusal
THINGS: Final = (
    QT_TRANSLATE_NOOP("messages", "label"),
    QT_TRANSLATE_NOOP("messages", "paper"),
    QT_TRANSLATE_NOOP("messages", "type of link"),
    QT_TRANSLATE_NOOP("messages", "verdict"),
)

# warnings of an import
WARNINGS: Final = (
    QT_TRANSLATE_NOOP("messages", "{count} NUL character removed."),
    QT_TRANSLATE_NOOP("messages", "{count} NUL characters removed."),
    QT_TRANSLATE_NOOP("messages", "{count} broken character removed."),
    QT_TRANSLATE_NOOP("messages", "{count} broken characters removed."),
    QT_TRANSLATE_NOOP("messages", "A line of {count} characters: the file may have lost its line ends."),
    QT_TRANSLATE_NOOP("messages", "The end of the file is missing: text may be missing too."),
    QT_TRANSLATE_NOOP("messages", "1 image was left out."),
    QT_TRANSLATE_NOOP("messages", "{count} images were left out."),
    QT_TRANSLATE_NOOP("messages", "1 comment was left out."),
    QT_TRANSLATE_NOOP("messages", "{count} comments were left out."),
    QT_TRANSLATE_NOOP("messages", "1 hidden passage was left out."),
    QT_TRANSLATE_NOOP("messages", "{count} hidden passages were left out."),
    QT_TRANSLATE_NOOP("messages", "1 tracked change was taken as accepted."),
    QT_TRANSLATE_NOOP("messages", "{count} tracked changes were taken as accepted."),
    QT_TRANSLATE_NOOP("messages", "1 formula was left out."),
    QT_TRANSLATE_NOOP("messages", "{count} formulas were left out."),
    QT_TRANSLATE_NOOP("messages", "1 inserted file was left out."),
    QT_TRANSLATE_NOOP("messages", "{count} inserted files were left out."),
    QT_TRANSLATE_NOOP("messages", "The text of 1 note is missing in the file."),
    QT_TRANSLATE_NOOP("messages", "The texts of {count} notes are missing in the file."),
    QT_TRANSLATE_NOOP("messages", "{count} characters were encoded twice and have been repaired."),
    QT_TRANSLATE_NOOP("messages", "{count} characters could not be read."),
    QT_TRANSLATE_NOOP("messages", "The end of the file is missing: pages may be missing too."),
    QT_TRANSLATE_NOOP("messages", "Could not be read: page {pages}."),
    QT_TRANSLATE_NOOP("messages", "Could not be read: pages {pages}."),
    QT_TRANSLATE_NOOP("messages", "Could not be read: {count} of {all} pages."),
    QT_TRANSLATE_NOOP("messages", "Without text, like a scan: page {pages}."),
    QT_TRANSLATE_NOOP("messages", "Without text, like a scan: pages {pages}."),
    QT_TRANSLATE_NOOP("messages", "Without text, like a scan: {count} of {all} pages."),
    QT_TRANSLATE_NOOP("messages", "With characters whose meaning the file does not give: page {pages}."),
    QT_TRANSLATE_NOOP("messages", "With characters whose meaning the file does not give: pages {pages}."),
    QT_TRANSLATE_NOOP("messages", "With characters whose meaning the file does not give: {count} of {all} pages."),
    QT_TRANSLATE_NOOP("messages", "{file} is too large and was not used."),
    QT_TRANSLATE_NOOP("messages", "{file} could not be used: {reason}."),
    QT_TRANSLATE_NOOP("messages", "{file}: {what} was not understood."),
)

# why a file could not be read or written: the program's own words, then the system's
REASONS: Final = (
    QT_TRANSLATE_NOOP("messages", "it is a folder"),
    QT_TRANSLATE_NOOP("messages", "it is not an ordinary file"),
    QT_TRANSLATE_NOOP("messages", "it is not there"),
    QT_TRANSLATE_NOOP("messages", "you have no permission to read it"),
    QT_TRANSLATE_NOOP("messages", "it is an archive inside others"),
    QT_TRANSLATE_NOOP("messages", "it holds more than {count} files"),
    QT_TRANSLATE_NOOP("messages", "reading it broke down"),
    QT_TRANSLATE_NOOP("messages", "it met an error in this program"),
    QT_TRANSLATE_NOOP("messages", "what was read of it is lost"),
    QT_TRANSLATE_NOOP("messages", "the disk is full"),
    QT_TRANSLATE_NOOP("messages", "the disk is full or failing ({code})"),
    QT_TRANSLATE_NOOP("messages", "the file can only be read"),
    QT_TRANSLATE_NOOP("messages", "no file can be made in its folder"),
    QT_TRANSLATE_NOOP("messages", "writing there is not allowed"),
    QT_TRANSLATE_NOOP("messages", "another program holds the file"),
    QT_TRANSLATE_NOOP("messages", "there is not enough memory"),
    QT_TRANSLATE_NOOP("messages", "there is no format {version}"),
    QT_TRANSLATE_NOOP("messages", "missing: {names}"),
    QT_TRANSLATE_NOOP("messages", "No space left on device"),
    QT_TRANSLATE_NOOP("messages", "Permission denied"),
    QT_TRANSLATE_NOOP("messages", "Read-only file system"),
    QT_TRANSLATE_NOOP("messages", "Input/output error"),
    QT_TRANSLATE_NOOP("messages", "No such file or directory"),
    QT_TRANSLATE_NOOP("messages", "Is a directory"),
    QT_TRANSLATE_NOOP("messages", "File name too long"),
    QT_TRANSLATE_NOOP("messages", "File exists"),
    QT_TRANSLATE_NOOP("messages", "Not a directory"),
    QT_TRANSLATE_NOOP("messages", "Directory not empty"),
    QT_TRANSLATE_NOOP("messages", "Operation not permitted"),
    QT_TRANSLATE_NOOP("messages", "Operation not supported"),
    QT_TRANSLATE_NOOP("messages", "Function not implemented"),
    QT_TRANSLATE_NOOP("messages", "Invalid argument"),
    QT_TRANSLATE_NOOP("messages", "Too many levels of symbolic links"),
    QT_TRANSLATE_NOOP("messages", "Too many open files"),
    QT_TRANSLATE_NOOP("messages", "Too many open files in system"),
    QT_TRANSLATE_NOOP("messages", "File too large"),
    QT_TRANSLATE_NOOP("messages", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("messages", "Disc quota exceeded"),
    QT_TRANSLATE_NOOP("messages", "Cannot allocate memory"),
    QT_TRANSLATE_NOOP("messages", "Device or resource busy"),
    QT_TRANSLATE_NOOP("messages", "Resource busy"),
    QT_TRANSLATE_NOOP("messages", "Text file busy"),
    QT_TRANSLATE_NOOP("messages", "Resource temporarily unavailable"),
    QT_TRANSLATE_NOOP("messages", "No such device"),
    QT_TRANSLATE_NOOP("messages", "No such device or address"),
    QT_TRANSLATE_NOOP("messages", "Remote I/O error"),
    QT_TRANSLATE_NOOP("messages", "Stale file handle"),
    QT_TRANSLATE_NOOP("messages", "Stale NFS file handle"),
    QT_TRANSLATE_NOOP("messages", "Connection timed out"),
    QT_TRANSLATE_NOOP("messages", "Operation timed out"),
    QT_TRANSLATE_NOOP("messages", "Host is down"),
    QT_TRANSLATE_NOOP("messages", "No route to host"),
    QT_TRANSLATE_NOOP("messages", "Network is unreachable"),
    QT_TRANSLATE_NOOP("messages", "Network is down"),
    QT_TRANSLATE_NOOP("messages", "Transport endpoint is not connected"),
    QT_TRANSLATE_NOOP("messages", "Socket is not connected"),
    QT_TRANSLATE_NOOP("messages", "Invalid cross-device link"),
    QT_TRANSLATE_NOOP("messages", "Cross-device link"),
    QT_TRANSLATE_NOOP("messages", "Invalid or incomplete multibyte or wide character"),
    QT_TRANSLATE_NOOP("messages", "Illegal byte sequence"),
    QT_TRANSLATE_NOOP("messages", "Interrupted system call"),
    QT_TRANSLATE_NOOP("messages", "Value too large for defined data type"),
    QT_TRANSLATE_NOOP("messages", "Structure needs cleaning"),
    QT_TRANSLATE_NOOP("messages", "Key has expired"),
    QT_TRANSLATE_NOOP("messages", "Required key not available"),
)

# key of an ActName: what "Undo: ..." says
ACTS: Final[dict[str, str]] = {
    "highlight.add": QT_TRANSLATE_NOOP("messages", "highlight “{0}”"),
    "highlight.remove": QT_TRANSLATE_NOOP("messages", "remove highlight “{0}”"),
    "highlight.move-ends": QT_TRANSLATE_NOOP("messages", "change the ends of “{0}”"),
    "tag.give": QT_TRANSLATE_NOOP("messages", "label “{0}”"),
    "tag.take": QT_TRANSLATE_NOOP("messages", "take away label “{0}”"),
    "tag.add": QT_TRANSLATE_NOOP("messages", "new label “{0}”"),
    "tag.rename": QT_TRANSLATE_NOOP("messages", "rename label “{0}”"),
    "tag.recolour": QT_TRANSLATE_NOOP("messages", "colour of label “{0}”"),
    "tag.describe": QT_TRANSLATE_NOOP("messages", "description of label “{0}”"),
    "tag.digit": QT_TRANSLATE_NOOP("messages", "key of label “{0}”"),
    "tag.move": QT_TRANSLATE_NOOP("messages", "move label “{0}”"),
    "tag.merge": QT_TRANSLATE_NOOP("messages", "merge label “{0}” into “{1}”"),
    "tag.remove": QT_TRANSLATE_NOOP("messages", "remove label “{0}”"),
    "note.edit": QT_TRANSLATE_NOOP("messages", "note at “{0}”"),
    "link.add": QT_TRANSLATE_NOOP("messages", "link “{0}”"),
    "link.remove": QT_TRANSLATE_NOOP("messages", "remove link “{0}”"),
    "link.kind": QT_TRANSLATE_NOOP("messages", "type of link “{0}”"),
    "link.reverse": QT_TRANSLATE_NOOP("messages", "reverse link “{0}”"),
    "link-kind.add": QT_TRANSLATE_NOOP("messages", "new type of link “{0}”"),
    "question.accept": QT_TRANSLATE_NOOP("messages", "accept an answer to “{0}”"),
    "question.accept-all": QT_TRANSLATE_NOOP("messages", "accept the answers to “{0}”"),
    "question.reject": QT_TRANSLATE_NOOP("messages", "reject an answer to “{0}”"),
    "question.unreject": QT_TRANSLATE_NOOP("messages", "take back a rejection at “{0}”"),
    "question.verdict": QT_TRANSLATE_NOOP("messages", "verdict on “{0}”"),
    "question.open": QT_TRANSLATE_NOOP("messages", "leave “{0}” open"),
    "question.reopen": QT_TRANSLATE_NOOP("messages", "no longer leave “{0}” open"),
    "question.note": QT_TRANSLATE_NOOP("messages", "note at question “{0}”"),
    "verdict.add": QT_TRANSLATE_NOOP("messages", "new verdict “{0}”"),
    "unit.split": QT_TRANSLATE_NOOP("messages", "split “{0}”"),
    "unit.merge": QT_TRANSLATE_NOOP("messages", "merge “{0}”"),
    "unit.move": QT_TRANSLATE_NOOP("messages", "ends of “{0}”"),
    "unit.add": QT_TRANSLATE_NOOP("messages", "new part “{0}”"),
    "unit.drop": QT_TRANSLATE_NOOP("messages", "drop “{0}”"),
    "unit.restore": QT_TRANSLATE_NOOP("messages", "back to what was recognised at “{0}”"),
    "document.import": QT_TRANSLATE_NOOP("messages", "import “{0}”"),
    "document.edit": QT_TRANSLATE_NOOP("messages", "details of “{0}”"),
    "document.version": QT_TRANSLATE_NOOP("messages", "new version of “{0}”"),
    "version.place": QT_TRANSLATE_NOOP("messages", "place “{0}” in the new version"),
    "project.merge": QT_TRANSLATE_NOOP("messages", "merge with “{0}”"),
    "document.remove": QT_TRANSLATE_NOOP("messages", "remove “{0}”"),
}
