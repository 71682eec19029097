"""A passage of a report on one line, its evidence marked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.model.rows import Passage


def marked(passage: Passage) -> str:
    """Return the passage on one line, the words of its marks standing out."""
    from communique.cli.output import printable
    from communique.cli.style import evidence

    out: list[str] = []
    edges = [0, *(edge for mark in passage.marks for edge in (mark.start, mark.end))]
    edges.append(len(passage.text))
    for number, (start, end) in enumerate(pairwise(edges)):
        piece = passage.text[start:end]
        words = printable(piece)
        if not words:
            out.append(" " if piece else "")
            continue
        left = " " if piece[:1].isspace() else ""
        right = " " if piece[-1:].isspace() else ""
        out.append(left + (evidence(words) if number % 2 else words) + right)
    return "".join(out).strip()
