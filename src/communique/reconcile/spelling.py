"""Names in any script and spelling, compared part by part.

Names are brought to Latin letters, then to how they sound (``x`` is ``ks``, ``ph`` is
``f``, ``y`` and ``j`` are ``i`` …), so that transliterations of one name come close. What
is left is compared by edit distance, of which a longer name may have more.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

import msgspec
from anyascii import anyascii

_LETTERS = re.compile(r"[^a-z0-9]+")
#: At the end of a name that a reader took with it.
_POSSESSIVE = re.compile(r"['’]s$")
#: A ruler's number at the end of a name.
NUMBER = re.compile(r"(?<=\s)(?:I{2,3}|IV|VI{1,3}|IX|X{1,3}(?:I{1,3}|I?V|VI{0,3}|IX))$")
#: Forms of address by their letters before a name of two words at least: "H.E. Mira Oduvan".
_ADDRESS = re.compile(r"^H\.\s?(?:R\.\s?)?[HEM]\.\s+(?=\S+\s+\S)")
#: Applied in order; each brings spellings of one sound together.
_SOUNDS = (
    ("tsch", "ch"),
    ("sch", "sh"),
    ("shch", "sh"),
    ("cz", "ch"),
    ("sz", "sh"),
    ("zh", "z"),
    ("ph", "f"),
    ("kh", "h"),
    ("gh", "h"),
    ("ck", "k"),
    ("ks", "x"),
    ("tz", "ts"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ei", "ai"),
    ("ey", "ai"),
    ("x", "ks"),
    ("w", "v"),
    ("q", "k"),
    ("y", "i"),
    ("j", "i"),
)
#: A first letter that is no vowel although it is written as one within words.
_GLIDE = re.compile("^[jy](?=[aeou])")
_VOWELS = re.compile("[aeiouh]")
_DOUBLE = re.compile(r"(.)\1+")
_SOFT_C = re.compile("c(?=[ei])")
#: Lithuanian gives foreign names its endings: Karimovas, Belinskis.
_BALTIC = re.compile("(?<=ov)as$|(?<=ev)as$|(?<=ski)s$|(?<=cki)s$")
_HARD_C = re.compile("c(?!h)")


#: Endings that Lithuanian gives to names, of so many letters at least.
_ENDINGS, _LEAST = ("as", "is", "us"), 3


class Lists(msgspec.Struct, frozen=True):
    """The word lists of ``data/names.toml``."""

    aside: frozenset[str]
    generation: frozenset[str]
    elder: frozenset[str]
    before: frozenset[str]
    no_name: frozenset[str]
    no_body: frozenset[str]
    son_of: frozenset[str]
    heads: frozenset[str]
    of_bodies: frozenset[str]
    generic: frozenset[str]
    turned: frozenset[str]
    schools: dict[str, str]
    cut: frozenset[str]
    any_head: frozenset[str]
    rulers: frozenset[str]
    in_order: frozenset[str]
    chambers: frozenset[str]
    committees: frozenset[str]
    ranks: frozenset[str]
    parts_of_bodies: frozenset[str]
    kinds_of_bodies: frozenset[str]
    firms: frozenset[str]
    of_every_state: frozenset[str]
    either_way: frozenset[str]
    many: frozenset[str]
    common: frozenset[str]
    titles: tuple[tuple[str, ...], ...]
    no_office: frozenset[str]
    seated: frozenset[str]
    leading: frozenset[str]
    known: frozenset[str]
    address: frozenset[str]
    former: frozenset[str]
    to_come: frozenset[str]
    other_times: frozenset[str]
    kin: frozenset[str]
    vague: frozenset[str]
    sent: frozenset[str]
    below_generals: frozenset[str]
    household: frozenset[str]
    called: tuple[tuple[str, ...], ...]
    given: tuple[tuple[str, ...], ...]


@cache
def lists() -> Lists:
    """Return the word lists."""
    raw = files("communique.reconcile").joinpath("data/names.toml").read_text("utf-8")
    return msgspec.toml.decode(raw, type=Lists)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return ``text`` in small Latin letters and digits, its words parted by single spaces.

    Apostrophes and full stops inside words go without parting them, brackets with what
    an editor put around a name's part stay out (``Ines [Rahl]`` is ``ines rahl``).
    """
    heard = (
        text.replace("’", "'").replace("ʻ", "'").replace("ў", "в").replace("Ў", "В")
    )  # Belarusian "Стаўрын"
    letters = anyascii(heard).lower().replace("'", "").replace(".", "")
    return _LETTERS.sub(" ", letters).strip()


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """Return the parts of a person's name that tell persons apart, in order.

    Titles and forms of address that a reader left before a name do not: "Whip Ines Rahl" is Ines
    Rahl, nor does a possessive or a ruler's number behind it.
    """
    bare = _ADDRESS.sub("", NUMBER.sub("", _POSSESSIVE.sub("", name)))
    initials = re.sub(r"\b(\w)\.", r"\1 ", bare)
    words = plain(initials).split()
    told = tuple(word for word in words if word not in lists().aside) or tuple(words)
    while len(told) > 1 and told[0] in lists().before:
        told = told[1:]
    return told


def generations(name: str) -> frozenset[str]:
    """Return which of the bearers of a name it says it is: the elder, the younger, or by number."""
    words = {*plain(name).split()} & lists().generation
    numbered = NUMBER.findall(name) if len(parts(name)) > 1 else ()
    told = ("elder" if word in lists().elder else "younger" for word in words)
    return frozenset((*told, *numbered))


@lru_cache(maxsize=65536)
def sound(part: str) -> str:
    """Return how a part of a name sounds, spellings aside."""
    heard = _GLIDE.sub("J", part.removeprefix("y") if part.startswith("ye") else part)
    for spelt, said in _SOUNDS:
        heard = heard.replace(spelt, said)
    heard = _HARD_C.sub("k", _SOFT_C.sub("s", heard))
    return _DOUBLE.sub(r"\1", _BALTIC.sub("", heard.lower()))


@lru_cache(maxsize=65536)
def skeleton(part: str) -> str:
    """Return the consonants of how a part sounds; ``a`` before them where it begins so.

    Spellings of one name mostly have one skeleton; it serves as a key to look them up by.
    """
    heard = sound(part)
    bare = _DOUBLE.sub(r"\1", _VOWELS.sub("", heard).replace("z", "s"))
    return ("a" if heard[:1] in "aeiou" else "") + bare


@cache
def _given_names() -> dict[str, str]:
    return {form: row[0] for row in lists().given for form in row}


def given(part: str) -> str:
    """Return the full form of a given name, where it is known to be a short one."""
    return _given_names().get(part, part)


def same_given(one: str, other: str) -> bool:
    """Tell whether two given names are forms of one, or the one is the other cut short."""
    if given(one) == given(other):
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(longer) - 3 >= len(shorter) >= 3 and longer.startswith(shorter)


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> float:
    """Return how alike two parts of names are: 1 the same, 0.75 perhaps, 0 not."""
    if one == other:
        return 1.0
    a, b = sorted((sound(one), sound(other)), key=lambda heard: (len(heard), heard))
    if a == b:
        return 0.95
    if b.endswith(_ENDINGS) and not a.endswith("s") and len(a) > _LEAST and a[0] == b[0]:
        return min(0.9, alike(a, b[:-2]))  # "Bogdan", in Lithuanian "Bogdanas"
    if not a or _begin_otherwise(a, b) or _is_feminine(a, b):
        return 0.0
    distance = edits(a, b)
    same_bones = skeleton(one) == skeleton(other)
    if same_bones and distance <= (3 if len(a) >= 9 else 1 if len(a) >= 7 else 0):
        return 0.9
    if len(a) >= 6 and distance <= (2 if len(a) >= 9 else 1):
        return 0.85 if same_bones else 0.75
    return 0.75 if same_bones and distance <= 1 and len(a) >= 3 else 0.0


def _begin_otherwise(one: str, other: str) -> bool:
    """Tell whether two sounds begin with letters that are no two vowels and not the same."""
    return one[0] != other[0] and bool({one[0], other[0]} - set("aeiou"))


def _is_feminine(shorter: str, longer: str) -> bool:
    """Tell whether one is the feminine of the other, which is another person."""
    if longer == shorter + "a" and shorter[-1] in "vnk":
        return True
    return shorter.endswith("ski") and longer.endswith(("skaia", "ska"))


def edits(one: str, other: str) -> int:
    """Return the Levenshtein distance: letters put in, left out or exchanged."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, opposite in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != opposite))
    return row[-1]
