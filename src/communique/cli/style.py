"""Emphasis for people: colours on a terminal, plain letters everywhere else."""

from __future__ import annotations

from functools import lru_cache

import click

from communique.cli.output import console, is_terminal


def bold(text: str) -> str:
    """Return ``text`` so that it stands out, if a person looks."""
    return click.style(text, bold=True) if _is_coloured() else text


def dim(text: str) -> str:
    """Return ``text`` so that it steps back, if a person looks."""
    return click.style(text, dim=True) if _is_coloured() else text


def warn(text: str) -> str:
    """Return ``text`` so that it cannot be missed, if a person looks."""
    return click.style(text, fg="red", bold=True) if _is_coloured() else text


def evidence(text: str) -> str:
    """Return words of evidence marked: by colour at a terminal, by ``[[…]]`` elsewhere."""
    return click.style(text, fg="yellow", underline=True) if _is_coloured() else f"[[{text}]]"


def _is_coloured() -> bool:
    return is_terminal() and not _refuses_colour()


@lru_cache(maxsize=1)
def _refuses_colour() -> bool:
    """Tell whether the user has switched colour off (``NO_COLOR``, a dumb terminal)."""
    found = console()
    return found.no_color or found.is_dumb_terminal
