"""Formulas of a Word file as a line of text: a fraction as "(a+b)/2", a power as "x^2"."""

from __future__ import annotations

from reader.importers.marked_up_xml import Element, attribute, children, local_name

_DEEPEST = 30
_USUAL_SIGN = "∫"  # of a sum or integral that names none


def formula_words(element: Element, depth: int = 0) -> str:
    """The words of a formula or a piece of it."""
    name = local_name(element)
    if name == "t":
        return element.text or ""
    if depth > _DEEPEST:
        return "".join(one.text or "" for one in element.iter("{*}t"))
    pieces = [(tag, formula_words(child, depth + 1)) for tag, child in children(element) if not tag.endswith("Pr")]
    parts = dict(pieces)
    below, above = _whole(parts.get("sub", "")), _whole(parts.get("sup", ""))
    match name:
        case "f":
            return f"{_whole(parts.get('num', ''))}/{_whole(parts.get('den', ''))}"
        case "sSup" | "sSub" | "sSubSup":
            return parts.get("e", "") + (below and f"_{below}") + (above and f"^{above}")
        case "rad":
            return f"{parts.get('deg', '')}√{_whole(parts.get('e', ''))}"
        case "nary":
            sign = next((attribute(one, "val") for one in element.iter("{*}chr")), "") or _USUAL_SIGN
            return sign + (below and f"_{below}") + (above and f"^{above}") + f" {parts.get('e', '')}"
        case "d":
            return f"({', '.join(words for _, words in pieces)})"
        case _:
            return "".join(words for _, words in pieces)


def _whole(words: str) -> str:
    """The words in brackets where they are more than one number or word."""
    return words if len(words) < 2 or words.isalnum() else f"({words})"
