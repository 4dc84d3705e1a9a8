"""The mark that a text in a table is to be translated, with the type that PySide6's own lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(_context: str, text: str, /) -> str:
        """Marks `text` for translation and gives it back."""
        return text
else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP

__all__ = ["QT_TRANSLATE_NOOP"]
