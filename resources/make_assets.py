"""Builds reader/assets, what the program needs beside its code: fonts, icons, seeds, recipe, manual, translations.

Run it from anywhere: python resources/make_assets.py. It copies what changed and takes away what no longer belongs.
"""

from __future__ import annotations

import filecmp
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "reader" / "assets"

# folder in the assets: (folder in the checkout, which files of it)
COPIED = {
    "fonts": ("resources/fonts", "*"),
    "icons": ("resources/icons", "*"),
    "sample": ("resources/sample", "*"),
    "seeds": ("seeds", "*"),
    "docs": ("docs", "*.md"),
    "docs/pictures": ("docs/pictures", "*.png"),
}


def copy_changed(source: Path, target: Path) -> bool:
    """Copy a file unless the copy is there already; says whether it did."""
    if target.is_file() and filecmp.cmp(source, target, shallow=False):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return True


def release_tool() -> list[str]:
    """The command that compiles translations; it comes with PySide6. Raises FileNotFoundError without it."""
    import PySide6

    package = Path(PySide6.__file__).parent
    for name in ("lrelease", "lrelease.exe", "Qt/libexec/lrelease"):
        if (package / name).is_file():
            return [str(package / name)]
    found = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent)) or shutil.which("pyside6-lrelease")
    if found is None:
        raise FileNotFoundError("pyside6-lrelease")
    return [found]


def compile_translation(source: Path, target: Path) -> bool:
    """Compile a .ts to a .qm unless it is newer than its source; says whether it did."""
    if target.is_file() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    command = [*release_tool(), "-silent", str(source), "-qm", str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return True


def make_assets(root: Path = ROOT, target: Path = TARGET) -> int:
    """Bring `target` up to date with the checkout `root`; returns how many files were written or taken away."""
    wanted: set[Path] = set()
    written = 0
    for name, (folder, pattern) in COPIED.items():
        for source in sorted((root / folder).glob(pattern)):
            if source.is_file() and not source.name.startswith("."):
                copy = target / name / source.name
                wanted.add(copy)
                written += copy_changed(source, copy)
    for source in sorted((root / "resources" / "translations").glob("*.ts")):
        compiled = target / "translations" / f"{source.stem}.qm"
        wanted.add(compiled)
        written += compile_translation(source, compiled)
    for path in sorted(target.rglob("*"), reverse=True):
        if path.is_file() and path not in wanted:
            path.unlink()
            written += 1
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return written


if __name__ == "__main__":
    count = make_assets()
    print(f"reader/assets: {count} files brought up to date." if count else "reader/assets is up to date.")
