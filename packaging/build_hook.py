"""Hatchling hook: makes reader/assets before a wheel or an editable install."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class AssetsBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling names its type variable nowhere
    """Runs resources/make_assets.py in a process of its own: what fails there stops the build with its own message."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """`version` is "standard" or "editable"; both need the assets beside the code."""
        if self.target_name != "wheel":
            return
        script = Path(self.root, "resources", "make_assets.py")
        subprocess.run([sys.executable, str(script)], check=True, cwd=self.root)
