"""Many phrases as one expression that looks at each letter once.

An alternation of some hundred phrases is tried one by one at every letter of a text. Phrases that
begin alike share their beginning here, so most letters rule all of them out at once; the same
text matches, and where several phrases match the longest does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_Tree = dict[str, "_Tree"]
_END = ""  # the key that says that a phrase ends here


def either(phrases: Iterable[str]) -> str:
    """Return the source of an expression that matches any of the phrases; "" for none.

    A space matches any white space, an apostrophe the curly one too.
    """
    tree: _Tree = {}
    for phrase in sorted(set(phrases)):
        at = tree
        for letter in phrase:
            at = at.setdefault(letter, {})
        at[_END] = {}
    return _source(tree) if tree else ""


def _source(tree: _Tree) -> str:
    ways = [_letter(letter) + _source(below) for letter, below in tree.items() if letter != _END]
    if not ways:
        return ""
    whole = ways[0] if len(ways) == 1 and _END not in tree else f"(?:{'|'.join(ways)})"
    return f"{whole}?" if _END in tree else whole


def _letter(letter: str) -> str:
    if letter == " ":
        return r"\s+"
    return "['’]" if letter == "'" else re.escape(letter)
