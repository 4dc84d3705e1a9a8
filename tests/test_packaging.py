"""What the packages promise: names agree, dependencies are pinned without addresses, start-up stays light."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from xml.etree import ElementTree

import pytest

import reader

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PACKAGING = ROOT / "packaging"


def requirement_names() -> set[str]:
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    return {line.split("==")[0] for line in lines if re.match(r"[a-z0-9]", line)}


def imported_modules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_requirement_is_pinned_with_hashes_and_names_no_address() -> None:
    text = (ROOT / "requirements.txt").read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash)", text, re.MULTILINE)  # no options such as --index-url
    for requirement in re.split(r"\n(?=[a-z0-9])", text.strip()):
        assert re.match(r"[a-z0-9.-]+==\S+", requirement), requirement[:60]
        assert "--hash=sha256:" in requirement, requirement[:60]


def dependencies() -> set[str]:
    return {re.split(r"[<>=]", dependency)[0].lower() for dependency in PROJECT["dependencies"]}


def test_every_dependency_is_among_the_requirements() -> None:
    assert dependencies() <= requirement_names()


def test_what_the_program_imports_is_what_it_depends_on() -> None:
    paths = (ROOT / "reader").rglob("*.py")
    imported = {module.partition(".")[0] for path in paths for module in imported_modules(path)}
    providers = packages_distributions()
    used = {providers[name][0].lower().replace("_", "-") for name in imported - sys.stdlib_module_names - {"reader"}}
    part_of_another = {"shiboken6", "markupsafe"}  # of PySide6, of Jinja2
    assert used - part_of_another == dependencies()


def test_the_command_starts_without_what_it_does_not_need() -> None:
    code = "import sys, reader.cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {
        "PySide6",
        "shiboken6",
        "sqlite3",
        "sqlite_utils",
        "docx",
        "lxml",
        "jinja2",
        "pygments",
        "charset_normalizer",
        "pypdfium2_raw",
    }
    assert heavy.isdisjoint(loaded)


@pytest.mark.parametrize("path", sorted((ROOT / "reader").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_can_reach_the_network(path: Path) -> None:
    networked = {
        "socket",
        "ssl",
        "http",
        "ftplib",
        "smtplib",
        "urllib.request",
        "asyncio",
        "PySide6.QtNetwork",
        "requests",
    }
    assert networked.isdisjoint(imported_modules(path))


def desktop_entry() -> dict[str, str]:
    lines = (PACKAGING / "vindplaats.desktop").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def test_desktop_entry_and_software_centre_describe_the_same_program() -> None:
    entry = desktop_entry()
    component = ElementTree.parse(PACKAGING / "vindplaats.metainfo.xml").getroot()
    media_types = ElementTree.parse(PACKAGING / "vindplaats-mime.xml").getroot()

    assert entry["Exec"].split()[0] == component.findtext("provides/binary")
    assert entry["Exec"].split()[0] in PROJECT["scripts"]
    assert entry["Name"] == component.findtext("name")
    assert component.findtext("launchable") == "vindplaats.desktop"
    media_type = component.findtext("provides/mediatype")
    assert entry["MimeType"] == f"{media_type};"
    assert [media.get("type") for media in media_types] == [media_type]


def test_the_newest_release_is_this_version() -> None:
    component = ElementTree.parse(PACKAGING / "vindplaats.metainfo.xml").getroot()
    releases = [release.get("version") for release in component.iter("release")]
    assert releases[0] == reader.__version__


def test_the_desktop_entry_speaks_dutch_too() -> None:
    assert {f"{key}[nl]" for key in ("Comment", "GenericName", "Keywords")} <= desktop_entry().keys()
