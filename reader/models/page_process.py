"""The process that draws the pages of one PDF, as the window talks with it: one request at a time, nobody waits."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from reader.own_process import command, environment

VIEW_WORD = "--view-pdf"  # what tells the bundled program that it is to draw a PDF, on standard input
PATIENCE_MS = 20_000  # for one answer; a page of a broken file can take for ever
_LONGEST_LINE = 50_000_000  # bytes


def usual_command() -> tuple[str, ...]:
    """This program once more, as the one that draws."""
    return command("reader.importers.pdf_view_child", VIEW_WORD)


class PageProcess(QObject):
    """Starts the process, gives it the file, and hands on its answers. All signals come on the thread that made it."""

    answered = Signal(object, object)  # what it said (a dict), and the bytes of a picture
    broke = Signal()  # it ended or fell silent; the request it had is lost

    def __init__(
        self, data: bytes, password: str, command: tuple[str, ...] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._data, self._password = data, password
        self._command = command or usual_command()
        self._process: QProcess | None = None
        self._form: dict[str, Any] | None = None  # of a picture whose bytes are still to come
        self._picture = bytearray()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def start(self) -> None:
        """Start it; its first answer tells of the file."""
        self.stop()
        process = QProcess(self)
        variables = QProcessEnvironment()
        for name, value in environment().items():
            variables.insert(name, value)
        process.setProcessEnvironment(variables)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._on_end)
        process.errorOccurred.connect(self._on_end)
        self._process = process
        process.start(self._command[0], list(self._command[1:]))
        self._say({"bytes": len(self._data), "password": self._password}, self._data)

    def set_password(self, password: str) -> None:
        """The password for the next start."""
        self._password = password

    def ask(self, request: dict[str, Any]) -> None:
        """Send a request; the one before must have been answered."""
        self._say(request)

    def stop(self) -> None:
        """End it, without a word."""
        process, self._process = self._process, None
        self._patience.stop()
        self._form = None
        self._picture = bytearray()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(2000)
            process.deleteLater()

    def _say(self, request: dict[str, Any], data: bytes = b"") -> None:
        assert self._process is not None
        self._process.write(json.dumps(request).encode() + b"\n")
        if data:
            self._process.write(data)
        self._patience.start()

    def _read(self) -> None:
        process = self._process
        while process is not None and process is self._process:
            if self._form is not None:
                wanted = int(self._form["picture"])
                self._picture += process.read(wanted - len(self._picture)).data()
                if len(self._picture) < wanted:
                    return
                form, picture = self._form, bytes(self._picture)
                self._form, self._picture = None, bytearray()
                self._answer(form, picture)
            elif process.canReadLine():
                self._take(bytes(process.readLine().data()))
            elif process.bytesAvailable() > _LONGEST_LINE:
                self._give_up()
            else:
                return

    def _take(self, line: bytes) -> None:
        try:
            form = json.loads(line)
            has_picture = int(form.get("picture", 0)) > 0
        except (ValueError, TypeError, AttributeError):
            self._give_up()
            return
        if has_picture:
            self._form = form
        else:
            self._answer(form, b"")

    def _answer(self, form: dict[str, Any], picture: bytes) -> None:
        self._patience.stop()
        self.answered.emit(form, picture)

    def _on_end(self) -> None:
        if self._process is not None and self._process.state() == QProcess.ProcessState.NotRunning:
            self._read_rest()

    def _read_rest(self) -> None:
        """Nothing more comes; what came last may still be unread."""
        self._read()
        if self._process is not None:
            self._give_up()

    def _give_up(self) -> None:
        self.stop()
        self.broke.emit()
