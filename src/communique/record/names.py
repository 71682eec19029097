"""How names are compared: what is left of them without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata

from communique.model.actor import Actor
from communique.model.ids import claim_id

_APART = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^the ")


def folded(text: str) -> str:
    """Return ``text`` in lower case without accents, its words parted by single spaces.

    An apostrophe or a full stop inside a word goes without parting it (``U.S.`` is ``us``).
    """
    decomposed = unicodedata.normalize("NFKD", text)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in ".'’ʼ")
    return _APART.sub(" ", letters.casefold()).strip()


def is_name(text: str) -> bool:
    """Tell a name from a description ("a senior official") by its letters.

    In scripts with capitals a name has one; in scripts without, every word may be one.
    """
    return any(c.isupper() for c in text) or text.lower() == text.upper()


def actor_id(actor: Actor, publication: str) -> str:
    """Return the citable id of whom ``actor`` is over all reports: a first, light grouping.

    Actors of one kind whose fullest names are alike, but for case, accents, punctuation
    and a leading article, are one. Groups ("the two presidents") and those that are only
    described are nobody beyond their own report. Spellings, scripts, offices and namesakes
    are not looked at.
    """
    key = _ARTICLE.sub("", folded(actor.name))
    if actor.kind == "group" or not key or not is_name(actor.name):
        return claim_id("actor", publication, (), f"only here\x1f{actor.kind}\x1f{actor.name}")
    return claim_id("actor", "", (), f"{actor.kind}\x1f{key}")
