"""Tries an installed Vindplaats as a user would: version, sample, papers, exports, reading back, and the window.

Use: python try_program.py PAPER COMMAND... (COMMAND starts the program; needs nothing but the standard library).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

WINDOW_SECONDS = 6  # a window that is still there by then has started; a failing start ends within two


def said(command: list[str], *arguments: str) -> str:
    """What the program prints. Raises CalledProcessError, with its messages shown, when it fails."""
    return subprocess.run([*command, *arguments], check=True, stdout=subprocess.PIPE, text=True, timeout=120).stdout


def window_stays(command: list[str], project: Path) -> None:
    """Open the window on a project and close it again. Raises SystemExit when it ends by itself or complains."""
    window = subprocess.Popen([*command, str(project)], stderr=subprocess.PIPE, text=True)
    try:
        _, complaints = window.communicate(timeout=WINDOW_SECONDS)
    except subprocess.TimeoutExpired:
        window.terminate()
        _, complaints = window.communicate()
        if not complaints:
            return
    sys.exit(f"the window did not start well (code {window.returncode}):\n{complaints}")


def export_all(command: list[str], project: Path) -> int:
    """Export a project in every format that needs no paper of its own, and read one back. Gives how many."""
    usage = said(command, "export", "--help")
    found = re.search(r"--format \[([^\]]*)\]", usage)
    formats = [name.strip() for name in found[1].split("|")] if found else []
    written = [name for name in formats if not name.startswith("annotated-")]
    for name in written:
        said(command, "export", str(project), "--format", name, "-o", f"out.{name}")
        if not Path(f"out.{name}").stat().st_size:
            sys.exit(f"the export in {name} is empty")
    said(command, "export", str(project), "--format", "annotated-html", "--document", "1", "-o", "out.html")
    said(command, "new", "back.vindplaats", "out.qdpx")
    return len(written) + 1


def main(paper: Path, command: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(QT_QPA_PLATFORM="offscreen", HOME=folder, XDG_CONFIG_HOME=folder, LC_ALL="C.UTF-8")
        os.chdir(folder)  # away from the checkout, whose package would be found instead
        print(said(command, "--version").strip())

        project = Path(folder, "sample.vindplaats")
        said(command, "sample", str(project))
        print("sample project:", len(json.loads(said(command, "documents", str(project), "--json"))), "papers")

        imported = Path(folder, "new.vindplaats")
        said(command, "new", str(imported), str(paper))
        [document] = json.loads(said(command, "documents", str(imported), "--json"))
        print("imported:", document["title"], f"({document['characters']} characters)")
        questions = json.loads(said(command, "questions", str(imported), "1", "--json"))["questions"]
        print("questions recognised:", len(questions))

        print("formats exported:", export_all(command, project))

        window_stays(command, project)
        print("the window starts offscreen")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2:])
