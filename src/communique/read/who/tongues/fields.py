"""What an office is of, in words that no list of states or bodies has: fields, and the like.

"Ministre de l'Agriculture et de la Pêche", "leader de l'opposition", "ambassadeur à Erevan":
where the words end is told by a name, a comma or a verb behind them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.read.who.tongues.grammar import Tongue
from communique.read.who.tongues.marks import Mark

_LONGEST_FIELD = 5
_LONGEST_BODY = 9
_BETWEEN = ("link", "determiner")
_OF_BODY = ("word", "adjective", "state", "field", "name", "body", "side", "realm", *_BETWEEN)
AND = frozenset(("и", "та", "і", "й", "i", "und", "et", "y", "e", "ed", "oraz", "ir", "ve"))


def field_ahead(marks: Sequence[Mark], at: int, n: int, tongue: Tongue) -> int:
    """Return how many words tell the field of a minister, where a state or name is behind them.

    They are written small and stand in the genitive; no list has all of them.
    """
    head = marks[at].meaning
    finite = tongue.raw.get("finite")
    if head is None or head.key != "minister" or " " in head.name or not finite:
        return 0
    length = 0
    while n + length < len(marks) and length < _LONGEST_FIELD:
        mark = marks[n + length]
        joins = mark.low in AND or mark.low == ","
        if mark.kind != "word" or mark.capital or not (joins or _is_field(mark.low, tongue)):
            break
        length += 1
    behind = marks[n + length].kind if n + length < len(marks) else ""
    return length if length and behind in ("state", "name") else 0


def _is_field(low: str, tongue: Tongue) -> bool:
    """Tell whether a word may be a noun or adjective in the genitive, and no finite verb."""
    known = low in tongue.function or low in tongue.prepositions
    return len(low) > 3 and not known and not re.search(tongue.raw["finite"], low)


def more_fields(marks: Sequence[Mark], n: int, tongue: Tongue) -> int:
    """Return how many marks from ``n`` lead to another field: "… | et de la | Pêche".

    Also "au | Commerce", "chargé de l' | Europe". 0 where none follows.
    """
    goes_on = n > 0 and marks[n - 1].kind == "field" and marks[n].low in (*AND, ",")
    if marks[n].low not in tongue.field_links and not goes_on:
        return 0
    ahead = n + 1
    while ahead < len(marks) and (
        marks[ahead].kind in _BETWEEN or marks[ahead].low in tongue.field_links
    ):
        ahead += 1
    if ahead >= len(marks):
        return 0
    charged = marks[n].low in tongue.field_links and marks[ahead].kind == "name"
    if charged and ahead > n + 1 and marks[n].kind == "word" and len(marks[n].low) > 4:
        return ahead - n + 1  # "chargé de l' | Europe"
    return ahead - n + 1 if marks[ahead].kind == "field" else 0


def body_ahead(marks: Sequence[Mark], n: int, tongue: Tongue) -> int:
    """Return the mark past what an office is of, where a comma and its holder follow; else 0.

    "Le chef | de l'opposition bulgare |, Ivan Petkov," but not "le chef a dit …, …".
    """
    if n >= len(marks) or (marks[n].kind != "link" and marks[n].low not in tongue.places):
        return 0
    for at in range(n + 1, min(n + _LONGEST_BODY, len(marks) - 1)):
        mark = marks[at]
        if mark.low == ",":
            named = at + 1 + (marks[at + 1].kind == "courtesy")
            name = named < len(marks) and marks[named].kind == "name"
            return at if name and closes(marks, named + 1, tongue) else 0
        small = mark.kind == "word" and (mark.low in tongue.verbs or mark.low in tongue.pronouns)
        if mark.kind not in _OF_BODY or small or not (mark.low[:1].isalpha()):
            return 0
    return 0


def closes(marks: Sequence[Mark], n: int, tongue: Tongue) -> bool:
    """Tell whether an apposition ends before ``n``: a mark or preposition stands there."""
    low = marks[n].low if n < len(marks) else ""
    return low in (",", ".", ")", ";", ":", "") or low in tongue.after_name
