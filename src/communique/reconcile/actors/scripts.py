"""Names across scripts that do not write all sounds: Arabic leaves vowels out, Chinese has
syllables in their place.

Such a name is compared with one in another script by its consonants, of which those that the
scripts do not keep apart count as one (``b`` and ``p``, ``l`` and ``r``, ``m`` and ``n``). That
is too little to go by alone: the two must hold the same office as well.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from communique.model.matching import KnownActor
from communique.reconcile.actors.offices import office_by_sound, shared_office
from communique.reconcile.actors.people import Likeness
from communique.reconcile.spelling import edits, parts

_ARABIC = re.compile("[\u0600-\u06ff]")
_HAN = re.compile("[\u3400-\u9fff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_DIGRAPHS = (
    ("sch", "s"), ("sh", "s"), ("ch", "s"), ("zh", "s"), ("sz", "s"), ("cz", "s"), ("ts", "s"),
    ("tz", "s"), ("th", "t"), ("kh", "k"), ("gh", "k"), ("ph", "f"), ("ck", "k"),
)  # fmt: skip
_CLASSES = str.maketrans("bpdtgkqcszxlrmnfvj", "ppttkkkssssllnnffk")
_KEPT = re.compile("[^ptkslnf]")
_DOUBLE = re.compile(r"(.)\1+")
#: Consonants that may differ, of so many.
_FEW = 4


def script_of(name: str) -> str:
    """Return ``arabic`` or ``han`` for names in these scripts, else an empty string."""
    return "arabic" if _ARABIC.search(name) else "han" if _HAN.search(name) else ""


def are_apart(one: KnownActor, other: KnownActor) -> bool:
    """Tell whether two names are in different scripts of which one does not write all sounds."""
    return script_of(one.name) != script_of(other.name)


def across(one: KnownActor, other: KnownActor) -> Likeness | None:
    """Return how alike two names are that :func:`are_apart`; ``None`` where nothing tells."""
    office = shared_office(one, other)
    if office is None:
        return None
    first, second = bones(one.name), bones(other.name)
    apart = edits(first, second)
    if not first or not second or apart > max(1, max(len(first), len(second)) // _FEW):
        return None
    return Likeness(0.85, f"consonants alike, same office ({' of '.join(office)})")


@lru_cache(maxsize=65536)
def bones(name: str) -> str:
    """Return the consonants of a name in Latin letters, by classes."""
    letters = anyascii(name).lower()
    if script_of(name):
        letters = letters.replace("w", "" if script_of(name) == "arabic" else "f")
    for spelt, said in _DIGRAPHS:
        letters = letters.replace(spelt, said)
    letters = letters.replace("w", "f").replace("x", "ks").replace("y", "")
    return _DOUBLE.sub(r"\1", _KEPT.sub("", letters.translate(_CLASSES)))


def transcribed(one: KnownActor, other: KnownActor) -> Likeness | None:
    """Return how alike two names are of which one or both are in Cyrillic letters, and each as
    its language spells it ("Кшиштоф Зелиньский", "Krzysztof Zieliński"); ``None`` where nothing
    tells. They must hold the same office."""
    cyrillic = [bool(_CYRILLIC.search(actor.name)) for actor in (one, other)]
    office = office_by_sound(one, other) if any(cyrillic) else None
    if office is None:
        return None
    mine, theirs = parts(one.name), parts(other.name)
    if len(mine) < _FULL or len(theirs) < _FULL:
        return None
    most = 0 if all(cyrillic) else 1
    pairs = ((mine[0], theirs[0]), (mine[-1], theirs[-1]))
    heard = [(_spoken(a), _spoken(b)) for a, b in pairs]
    if (
        not all(a and b and edits(a, b) <= most for a, b in heard)
        or heard[1][0][0] != heard[1][1][0]
    ):
        return None
    return Likeness(0.85, f"one name in two spellings, same office ({' of '.join(office)})")


_FULL = 2  # parts of a full name
_SPELT = (("shch", "s"), ("tsch", "s"), ("rz", "s"), ("dz", "s"), ("dj", "s"), ("j", ""))


@lru_cache(maxsize=65536)
def _spoken(part: str) -> str:
    """Return the consonants of a part of a name, the spellings of Slavic languages aside."""
    for spelt, said in _SPELT:
        part = part.replace(spelt, said)
    return bones(part)
