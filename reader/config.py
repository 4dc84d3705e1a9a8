"""The settings of the program: one table of options, kept as TOML in the platform's settings folder.

What a window remembers of a project (panes, sizes) lies beside it, one JSON file per project. A settings file that
cannot be read or written never stops the program: the options then have their defaults, and keep changes until the end.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import platformdirs

if TYPE_CHECKING:
    from reader.domain.citation import CitationStyle, CitationTemplate

MOST_RECENT = 10  # projects remembered


@dataclass(frozen=True, slots=True)
class Option:
    """One setting. `allowed` are its values, or for numbers the least and the greatest."""

    key: str
    default: Any
    explanation: str
    allowed: tuple[Any, ...] = ()

    def accepts(self, value: Any) -> bool:
        """Whether a value read from a file may be used."""
        number = isinstance(self.default, int | float) and not isinstance(self.default, bool)
        if number:
            if isinstance(value, bool) or not isinstance(value, int | float):
                return False
            return not self.allowed or self.allowed[0] <= value <= self.allowed[1]
        return isinstance(value, type(self.default)) and (not self.allowed or value in self.allowed)


OPTIONS: tuple[Option, ...] = (
    Option("theme", "system", "colours of the window", ("system", "light", "dark", "sepia")),
    Option("language", "system", "language of the window", ("system", "nl", "en")),
    Option("interface_size", 100, "size of the interface text in percent, from the next start", (100, 200)),
    Option("reading_size", 15, "size of the reading text in pixels", (12, 40)),
    Option("line_height", 1.6, "distance of the lines, as a multiple of the size", (1.4, 2.0)),
    Option("citation_style", "leidraad", "form of citations", ("leidraad", "kamerstijl", "apa", "vlaams", "template")),
    Option("citation_template", "", "the user's own form of citations; empty: the example"),
    Option("author", "", "name kept with highlights and links"),
    Option("single_keys", True, "single letters and digits act on the passage"),
    Option("open_last", True, "open the last project at the start"),
    Option("window", "", "size and place of the window, as Qt writes it"),
    Option("dialog_sizes", {}, "width and height in pixels of the dialogs that the user made larger or smaller"),
    Option("review_imports", True, "look through what was read before it is imported"),
    Option("import_folder", "", "folder of the last import"),
    Option("export", {}, "choices of the last export"),
    Option("overview", {}, "choices of the last answer overview"),
    Option("export_folder", "", "folder of the last export"),
    Option("shortcuts", {}, "keys the user chose, by the id of the action"),
    Option("recent", [], "projects opened last, the newest first"),
)


class Settings:
    """The options with their present values. Every change is written at once."""

    def __init__(self, folder: Path, values: dict[str, Any]) -> None:
        self.folder = folder
        self._options = {option.key: option for option in OPTIONS}
        self._values = {key: value for key, value in values.items() if self._known(key, value)}

    @classmethod
    def load(cls, folder: Path | None = None) -> Settings:
        """The settings of `folder`, by default the platform's own folder for them."""
        folder = folder or Path(platformdirs.user_config_dir("vindplaats", appauthor=False))
        try:
            values = tomllib.loads((folder / "settings.toml").read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            values = {}
        return cls(folder, values)

    def get(self, key: str) -> Any:
        """The value of an option."""
        if key == "author" and not self._values.get("author"):
            return _user_name()
        return self._values.get(key, self._options[key].default)

    def default(self, key: str) -> Any:
        return self._options[key].default

    def set(self, key: str, value: Any) -> None:
        """Change an option and write the settings. Raises ValueError for a value the option does not take."""
        if not self._known(key, value):
            raise ValueError(f"{key} does not take {value!r}")
        if self._values.get(key) != value:
            self._values[key] = value
            self._write()

    def citation_style(self) -> CitationStyle:
        """The chosen form of citations; the first form where that is an own template that cannot be used."""
        from reader.domain.citation import TemplateWrong, check_template

        if self.get("citation_style") != "template":
            return cast("CitationStyle", self.get("citation_style"))
        template = self.citation_template()
        try:
            check_template(template)
        except TemplateWrong:
            return "leidraad"
        return template

    def citation_template(self) -> CitationTemplate:
        """The user's own form of citations, whether it is chosen or not; the example where there is none yet."""
        from reader.domain.citation import DEFAULT_TEMPLATE, CitationTemplate

        return CitationTemplate(self.get("citation_template") or DEFAULT_TEMPLATE)

    def shortcuts(self) -> dict[str, list[str]]:
        """The keys the user chose, by action."""
        return {
            str(act): [str(keys) for keys in chosen]
            for act, chosen in self.get("shortcuts").items()
            if isinstance(chosen, list)
        }

    def set_shortcuts(self, shortcuts: dict[str, list[str]]) -> None:
        self.set("shortcuts", shortcuts)

    def recent_projects(self) -> list[Path]:
        """The projects opened last that are still there, the newest first."""
        return [path for name in self.get("recent") if isinstance(name, str) and (path := Path(name)).is_file()]

    def remember_project(self, path: Path) -> None:
        name = str(path.absolute())
        self.set("recent", [name, *(other for other in self.get("recent") if other != name)][:MOST_RECENT])

    def forget_project(self, path: Path) -> None:
        self.set("recent", [other for other in self.get("recent") if other != str(path.absolute())])

    def project_state(self, project_uid: str) -> dict[str, Any]:
        """What a window remembered of a project; empty when there is nothing (readable)."""
        try:
            state = json.loads(self._state_file(project_uid).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return state if isinstance(state, dict) else {}

    def save_project_state(self, project_uid: str, state: dict[str, Any]) -> None:
        _write(self._state_file(project_uid), json.dumps(state))

    def _state_file(self, project_uid: str) -> Path:
        name = "".join(character for character in project_uid if character.isalnum() or character == "-")
        return self.folder / "projects" / f"{name}.json"

    def _known(self, key: str, value: Any) -> bool:
        option = self._options.get(key)
        return option is not None and option.accepts(value)

    def _write(self) -> None:
        import tomli_w

        _write(self.folder / "settings.toml", tomli_w.dumps(self._values))


def _write(path: Path, text: str) -> None:
    """Replace a file whole; settings that cannot be written are not worth an error."""
    temporary = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
