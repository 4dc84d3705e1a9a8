"""Keeps out a PySide6 that loses references to None: before Python 3.12 the interpreter aborts without them."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

CALLS = 200

# Each line makes one call of a kind that the reading view and its painter make all the time.
PROBE = f"""
import json, os, sys
from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat, QTextCursor, QTextDocument, QTextLayout
from PySide6.QtWidgets import QApplication, QWidget

class Sender(QObject):
    happened = Signal(int)

class Painted(QWidget):
    def paintEvent(self, event):
        pass

app = QApplication([])
image = QImage(40, 40, QImage.Format.Format_RGB32)
painter = QPainter(image)
layout = QTextLayout("een vraag en een antwoord")
layout.beginLayout()
line = layout.createLine()
line.setLineWidth(200)
layout.endLayout()
document = QTextDocument("vraag " * 40)
cursor = QTextCursor(document)
colour, area, origin, format = QColor("teal"), QRectF(0, 0, 8, 8), QPointF(0, 0), QTextCharFormat()
sender, widget, painted = Sender(), QWidget(), Painted()
sender.happened.connect(lambda number: None)
painted.resize(40, 40)
painted.show()
app.processEvents()

calls = dict(
    fill=lambda: painter.fillRect(area, colour),
    place_line=lambda: line.setPosition(origin),
    draw_layout=lambda: layout.draw(painter, origin),
    set_formats=lambda: layout.setFormats([]),
    new_cursor=lambda: QTextCursor(document),
    move_cursor=lambda: cursor.setPosition(3),
    set_background=lambda: format.setBackground(colour),
    update=lambda: widget.update(),
    resize=lambda: widget.resize(30, 30),
    no_parent=lambda: widget.parent(),
    paint_event=lambda: painted.repaint(),
    emit=lambda: sender.happened.emit(1),
    single_shot=lambda: QTimer.singleShot(0, lambda: None),
    process_events=lambda: app.processEvents(),
    new_object=lambda: QObject(),
)
change = dict()
for name, call in calls.items():
    call()
    before = sys.getrefcount(None)
    for _ in range({CALLS}):
        call()
    change[name] = sys.getrefcount(None) - before
painter.end()
print(json.dumps(change), flush=True)
os._exit(0)  # what is measured is over; an interpreter short of references may not end in peace
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be lost: it is immortal since Python 3.12")
def test_calls_into_qt_keep_the_references_to_none() -> None:
    probe = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=False)
    assert probe.returncode == 0, probe.stderr
    lost = {name: change for name, change in json.loads(probe.stdout).items() if change < -CALLS // 10}
    assert not lost, f"references to None lost in {CALLS} calls each: {lost}"
