"""The nine hues of labels on paper (tint and line, light and dark) and their line patterns in HTML and Word."""

from __future__ import annotations

from typing import Final

# hue 1-9: (tint, line) on a light and on a dark page, as in the window
HUES: Final[dict[int, tuple[tuple[str, str], tuple[str, str]]]] = {
    1: (("#EBE4FB", "#5B3CB0"), ("#352A5C", "#B79FF2")),
    2: (("#FFE6CC", "#9A4D00"), ("#4E3010", "#F0A050")),
    3: (("#DAECFB", "#0B5C94"), ("#173C58", "#6BB8EE")),
    4: (("#FFF3BF", "#856600"), ("#463B08", "#E0B400")),
    5: (("#DDF2D9", "#2E6B1F"), ("#22421B", "#7CC46A")),
    6: (("#FFDFDB", "#B3261E"), ("#532422", "#F2857D")),
    7: (("#FBE0EF", "#A3256F"), ("#50223F", "#EE8BC4")),
    8: (("#EBEED0", "#5A6200"), ("#3B3F12", "#BBC45A")),
    9: (("#E6E8EB", "#4D5661"), ("#34383E", "#A9B2BD")),
}

# pattern 1-9: the nearest underline of CSS and of Word
CSS_LINES: Final = ("solid", "dashed", "double", "dotted", "wavy", "dashed", "dashed", "dashed", "dotted")
WORD_LINES: Final = (
    "single", "dash", "double", "dotted", "wave", "dashLong", "dotDash", "dashedHeavy", "dottedHeavy",
)  # fmt: skip


def tint_and_line(hue: int) -> tuple[str, str]:
    """The colours of hue 1-9 on white paper, as "#RRGGBB"; a number beyond them starts again at 1."""
    return HUES[(hue - 1) % 9 + 1][0]


def word_line(pattern: int) -> str:
    """The name of Word's underline for pattern 1-9."""
    return WORD_LINES[(pattern - 1) % 9]
