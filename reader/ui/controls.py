"""The shared small widgets, by name: texts and signs, buttons and fields, bars."""

from reader.ui.bars import BUSY_WAIT, UNDO_TIME, BusyBar, InlineBar
from reader.ui.buttons import CommandButton, PrimaryButton, QuietToolButton, SearchField, SegmentedControl
from reader.ui.labels import (
    Chip,
    ElidedLabel,
    EmptyHint,
    Hairline,
    KeyCap,
    KeyText,
    LabelSwatch,
    SectionHeading,
    TokenLabel,
    dashed_frame,
    key_cap_size,
    paint_key_cap,
)

__all__ = [
    "BUSY_WAIT",
    "UNDO_TIME",
    "BusyBar",
    "Chip",
    "CommandButton",
    "ElidedLabel",
    "EmptyHint",
    "Hairline",
    "InlineBar",
    "KeyCap",
    "KeyText",
    "LabelSwatch",
    "PrimaryButton",
    "QuietToolButton",
    "SearchField",
    "SectionHeading",
    "SegmentedControl",
    "TokenLabel",
    "dashed_frame",
    "key_cap_size",
    "paint_key_cap",
]
