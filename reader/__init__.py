"""Vindplaats: read parliamentary papers side by side, mark passages, link questions to answers, quote with citation."""

__version__ = "0.1.0"
