"""What every command writes: JSON on standard output, one sentence a problem on standard error."""

from __future__ import annotations

import json

import click


def print_json(value: object) -> None:
    """Write JSON to standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def complain(words: str) -> None:
    """Write a sentence to standard error."""
    click.echo(f"vindplaats: {words}", err=True)
