"""The colours of the three themes: one table of tokens, nine label hues, and the contrast measure that guards them."""

from __future__ import annotations

from typing import Final

THEME_NAMES: Final = ("light", "dark", "sepia")

# each token's colour in light, dark and sepia
TOKENS: Final[dict[str, tuple[str, str, str]]] = {
    "window": ("#F3F2EE", "#161719", "#EADFC9"),
    "side": ("#F8F7F4", "#1A1B1E", "#F0E7D4"),
    "page": ("#FFFFFF", "#1F2023", "#F9F2E3"),
    "raised": ("#FFFFFF", "#27282C", "#FDF8EC"),
    "hover": ("#ECEAE4", "#2A2C30", "#E3D7BE"),
    "track": ("#F0EEE9", "#232428", "#F2E9D6"),
    "line": ("#DFDCD4", "#34363B", "#D5C8AC"),
    "ctl": ("#86827A", "#7F838B", "#857657"),
    "text": ("#1F1E1B", "#E6E4DE", "#33291B"),
    "text2": ("#55534D", "#B4B2AB", "#5B4E38"),
    "text3": ("#6A6861", "#9A9891", "#655741"),
    "accent": ("#0E5A66", "#6CC4CF", "#15545C"),
    "onaccent": ("#FFFFFF", "#0B1E21", "#FFFFFF"),
    "accsoft": ("#DCEBED", "#1E3A3F", "#D6DFD4"),
    "acctext": ("#0B4B55", "#8AD5DE", "#10464D"),
    "q": ("#4A5568", "#A9B4C6", "#4D4A52"),
    "sel": ("#B5DCE2", "#1F5A64", "#B9D3C8"),
    "hit": ("#F4E7A1", "#4A3F10", "#EFDB8B"),
    "hitcur": ("#FFC94A", "#7A5E00", "#F2BE45"),
    "hitline": ("#7A5C00", "#E2BE4E", "#705300"),
    "ok": ("#2B6B2F", "#83C785", "#33621F"),
    "oksoft": ("#E4F1E2", "#203722", "#DFE6C8"),
    "warn": ("#8A5200", "#E8B063", "#7E4A00"),
    "warnsoft": ("#FBEFD9", "#3A2D16", "#F4E2BF"),
    "err": ("#A8231C", "#F08E86", "#962018"),
    "errsoft": ("#FBE5E2", "#43211F", "#F3D9CC"),
}

# hue 1-9 (purple, orange, blue, yellow, green, red, pink, olive, grey): (tint, line) for light, dark, sepia
LABEL_COLOURS: Final[dict[int, tuple[tuple[str, str], tuple[str, str], tuple[str, str]]]] = {
    1: (("#EBE4FB", "#5B3CB0"), ("#352A5C", "#B79FF2"), ("#E6DAEE", "#55389F")),
    2: (("#FFE6CC", "#9A4D00"), ("#4E3010", "#F0A050"), ("#FADCB7", "#8A4500")),
    3: (("#DAECFB", "#0B5C94"), ("#173C58", "#6BB8EE"), ("#D3E2E6", "#0D537F")),
    4: (("#FFF3BF", "#856600"), ("#463B08", "#E0B400"), ("#F7E7A0", "#6E5400")),
    5: (("#DDF2D9", "#2E6B1F"), ("#22421B", "#7CC46A"), ("#DAE6C5", "#2C601C")),
    6: (("#FFDFDB", "#B3261E"), ("#532422", "#F2857D"), ("#F8D5C8", "#9E2119")),
    7: (("#FBE0EF", "#A3256F"), ("#50223F", "#EE8BC4"), ("#F3D5DF", "#8F2061")),
    8: (("#EBEED0", "#5A6200"), ("#3B3F12", "#BBC45A"), ("#E4E4BB", "#525A00")),
    9: (("#E6E8EB", "#4D5661"), ("#34383E", "#A9B2BD"), ("#DEDCD4", "#4A515B")),
}


def token_colours(name: str) -> dict[str, str]:
    """The colour of every token in the theme `name`, as "#RRGGBB"."""
    column = THEME_NAMES.index(name)
    return {token: colours[column] for token, colours in TOKENS.items()}


def label_colours(name: str) -> dict[int, tuple[str, str]]:
    """The (tint, line) of every label hue 1-9 in the theme `name`."""
    column = THEME_NAMES.index(name)
    return {hue: colours[column] for hue, colours in LABEL_COLOURS.items()}


def relative_luminance(colour: str) -> float:
    """The WCAG relative luminance, 0 (black) to 1 (white), of "#RRGGBB"."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """The WCAG contrast ratio of two colours, 1 to 21."""
    low, high = sorted((relative_luminance(first), relative_luminance(second)))
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, into: str, share: float) -> str:
    """`share` (0-1) of `colour` mixed into `into`, as "#RRGGBB"."""
    parts = (
        round(int(colour[start : start + 2], 16) * share + int(into[start : start + 2], 16) * (1 - share))
        for start in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)
