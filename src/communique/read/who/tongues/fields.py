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
_OF_BODY = (
    "word",
    "organisation",
    "adjective",
    "state",
    "field",
    "name",
    "body",
    "side",
    "realm",
    *_BETWEEN,
)
AND = frozenset(("и", "та", "і", "й", "i", "und", "et", "y", "e", "ed", "oraz", "ir", "ve"))


def field_ahead(marks: Sequence[Mark], at: int, n: int, tongue: Tongue) -> int:
    """Return how many words tell the field of a minister, where a state or name is behind them.

    They are written small and stand in the genitive; no list has all of them.
    """
    head = marks[at].meaning
    finite = tongue.raw.get("finite")
    if head is None or head.key not in _CHARGED or " " in head.name or not finite:
        return 0
    length = 0
    while n + length < len(marks) and length < _LONGEST_FIELD:
        mark = marks[n + length]
        joins = mark.low in AND or mark.low == ","
        if mark.kind == "body" and length:
            length += 1  # "tamtejszego | MSZ"
            break
        if mark.kind != "word" or mark.capital or not (joins or _is_field(mark.low, tongue)):
            break
        length += 1
    behind = marks[n + length].kind if n + length < len(marks) else ""
    return length if length and behind in ("state", "name") else 0


#: Offices behind which may stand what they are for: "директор | департамента" Рей.
_CHARGED = (
    *("minister", "chief", "expert", "representative", "adviser", "diplomat", "spokesperson"),
    *("legislator", "politician", "reporter", "envoy"),
)


def _is_field(low: str, tongue: Tongue) -> bool:
    """Tell whether a word may be a noun or adjective in the genitive, and no finite verb."""
    known = low in tongue.function or low in tongue.prepositions
    return len(low) > 3 and not known and not re.search(tongue.raw["finite"], low)


def house_ahead(marks: Sequence[Mark], n: int, tongue: Tongue) -> int:
    """Return the mark past the house that somebody is of, where his name follows; else 0.

    "Эксперт | Центра европейских исследований | Павел Рей".
    """
    mark = marks[n]
    if not (tongue.inflected and mark.kind == "name" and set(mark.low.split()) & tongue.bodies):
        return 0
    at = n + 1
    while at < min(len(marks), n + _LONGEST_FIELD) and (
        marks[at].kind in ("adjective", "field") or _is_small_noun(marks[at], tongue)
    ):
        at += 1
    return at if at < len(marks) and marks[at].kind == "name" else 0


def _is_small_noun(mark: Mark, tongue: Tongue) -> bool:
    finite = tongue.raw.get("finite")
    small = mark.kind == "word" and not mark.capital and mark.low[:1].isalpha()
    return small and bool(finite) and (mark.low in AND or _is_field(mark.low, tongue))


def more_fields(marks: Sequence[Mark], n: int, tongue: Tongue, *, among: bool = False) -> int:
    """Return how many marks from ``n`` lead to another field: "… | et de la | Pêche".

    Also "au | Commerce", "chargé de l' | Europe". 0 where none follows. ``among`` tells that the
    mark before is one of several fields.
    """
    if n >= len(marks):
        return 0
    before = marks[n - 1] if n else None
    listed = among or (before is not None and _is_fielded(before))
    goes_on = listed and marks[n].low in (*AND, ",")
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
    if marks[ahead].kind == "organisation":  # "Asuntos Exteriores, | Unión Europea | y Cooperación"
        return ahead - n + 1 if more_fields(marks, ahead + 1, tongue, among=True) else 0
    return ahead - n + 1 if marks[ahead].kind == "field" else 0


def _is_fielded(mark: Mark) -> bool:
    """Tell whether a mark is a field, or an office that a list has with one."""
    whole = mark.kind == "office" and mark.meaning is not None and " " in mark.meaning.name
    return whole or mark.kind in ("field", "organisation")


def field_name(marks: Sequence[Mark]) -> str:
    """Return the words of a field as one: "des affaires étrangères"; states are left out."""
    words = " ".join(mark.low for mark in marks if mark.kind not in ("adjective", "state"))
    return words.replace("' ", "'").replace(" ,", ",")


def body_ahead(marks: Sequence[Mark], n: int, tongue: Tongue) -> int:
    """Return the mark past what an office is of, where a comma and its holder follow; else 0.

    "Le chef | de l'opposition bulgare |, Ivan Petkov," but not "le chef a dit …, …".
    """
    if n >= len(marks) or not _may_open(marks, n, tongue):
        return 0
    for at in range(n + 1, min(n + _LONGEST_BODY, len(marks) - 1)):
        mark = marks[at]
        if mark.low == ",":
            if ranked_ahead(marks, at):
                return at
            named = at + 1 + (marks[at + 1].kind == "courtesy")
            name = named < len(marks) and marks[named].kind == "name"
            return at if name and closes(marks, named + 1, tongue) else 0
        small = mark.kind == "word" and (mark.low in tongue.verbs or mark.low in tongue.pronouns)
        if mark.kind not in _OF_BODY or small or not (mark.low[:1].isalpha()):
            return 0
    return 0


def ranked_ahead(marks: Sequence[Mark], comma: int) -> int:
    """Return the rank that a holder is given behind a comma: "…, | le colonel X"; 0 for none."""
    at = comma + 1
    if at >= len(marks) or marks[comma].low != ",":
        return 0
    at += marks[at].kind == "determiner"
    ranks = at < len(marks) and marks[at].kind == "office" and marks[at].key in _RANKS
    return at if ranks else 0


#: Offices that are told beside another of the same person: "o Ministro, | Embaixador X,".
_RANKS = ("military", "ambassador", "clergy", "expert")


def _may_open(marks: Sequence[Mark], n: int, tongue: Tongue) -> bool:
    """Tell whether words of what an office is of may begin at ``n``."""
    if marks[n].kind == "link" or marks[n].low in tongue.places | tongue.field_links:
        return True
    small = marks[n].kind == "word" and not marks[n].capital and len(marks[n].low) > _SHORT
    alone = n + 1 < len(marks) and marks[n + 1].low == ","  # "la présidente | européenne, X,"
    return small and alone and bool(tongue.field_links) and marks[n].low not in tongue.function


_SHORT = 4  # letters of a word that is no adjective


def closes(marks: Sequence[Mark], n: int, tongue: Tongue) -> bool:
    """Tell whether an apposition ends before ``n``: a mark or preposition stands there."""
    low = marks[n].low if n < len(marks) else ""
    return low in (",", ".", ")", ";", ":", "", "?", "!", "—", "–") or low in tongue.after_name
