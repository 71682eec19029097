"""Names that lack a part of what was said: "connecting towns | and mines across the strait".

What is joined to the last noun of a name by "and" belongs to it as that noun does, and what is done
to a thing is told to its end: for whom, with what, against what.
"""

from __future__ import annotations

from communique.extract.extents import QUOTES, STRONG
from communique.extract.modality import Items
from communique.extract.positions.issue_names.continuing import end_of
from communique.extract.positions.issue_names.wholeness import is_adjective, is_verb
from communique.extract.positions.issue_names.words import Words
from communique.extract.positions.wording import Wording, wording_for
from communique.extract.view import View

_MOST = 14  # words of a name
_PHRASE = 7  # words of what goes on
_PARTS = 3  # phrases that go on


def completed(view: View, items: Items, about: tuple[int, int], label: str) -> str:
    """Return a name with what is joined to its last noun, and of a deed with what goes on."""
    words = label.split()
    at = end_of(items, about, words)
    wording = wording_for(view.lexicon)
    deed = words[0].endswith("ing")
    told = list(words)
    for _ in range(_PARTS):
        if at is None or at + 1 >= len(items):
            break
        found = _joined(view, wording, items, at)
        found = found or _led(view, wording, items, at, deed)
        if found is None or len(told) + len(found[1]) > _MOST:
            break
        at, more = found
        told += more
    text = " ".join(told).replace(" 's", "'s").replace(" '", "'")
    return text if told != words else label


def _joined(view: View, wording: Wording, items: Items, at: int) -> tuple[int, list[str]] | None:
    """Return what "and" joins to the noun before ``items[at]``: "citizens | and businesses"."""
    if items[at].word not in ("and", "or", "&") or items[at].ref is not None:
        return None
    end = _phrase_end(view, wording, items, at + 1)
    if end is None or not _is_closed(view, items, end):
        return None
    first = at + 1
    words = _plain(view, items, first, end)
    alike = _is_named(items, at - 1) == _is_named(items, end - 1)
    noun = _is_noun(wording, items, end - 1)
    noun = noun or (end < len(items) and items[end].word == "of")
    noun = noun or (len(words) > 1 and not is_adjective(view.lexicon, words[-1]))
    if not words or not alike or not noun or items[first].word in ("a", "an"):
        return None  # "a user of the dam | and a leader in trade"
    opens = items[first].word
    if items[first].ref is None and (
        (opens.endswith("ing") and opens not in wording.lists["doings"])
        or (len(words) > 1 and opens.endswith("s") and words[0] == opens)
        or _Verbs(view, items).can_be(first)
    ):
        return None  # "and | strengthens our trade", "and | helping them"
    return end, [items[at].word, *words]


class _Verbs(Words):
    """Tells verbs from the words that open a phrase."""

    def can_be(self, at: int) -> bool:
        """Tell whether a verb can stand at ``items[at]``: "and | extend protections"."""
        word = self._word(at)
        done = self._gerund(word) if word.isalpha() else ""
        verbs = self._list("light") | self._list("base_verbs") | self._list("ending")
        making = self._list("making") | self._list("unmaking")
        return word in verbs or (done != word and done in making) or is_verb(self._lexicon, word)


def _led(
    view: View, wording: Wording, items: Items, at: int, deed: bool
) -> tuple[int, list[str]] | None:
    """Return what a preposition leads to: "reentry | into the war", "lending | to miners"."""
    led = wording.lists["completing_deeds" if deed else "completing"]
    if items[at].word not in led or items[at].ref is not None:
        return None
    end = _phrase_end(view, wording, items, at + 1)
    if end is None:
        return None
    words = _plain(view, items, at + 1, end)
    cut = end < len(items) and items[end].word in "-/" and items[end].start == items[end - 1].end
    noun = bool(words) and (_is_noun(wording, items, end - 1) or _ends_clause(view, items, end))
    if cut or not noun:
        return None
    if items[at + 1].word in wording.lists["light"] or words[0].endswith("ing"):
        return None
    if not wording.lists["occasions"].isdisjoint(words):
        return None  # "for many years", "for the first time"
    return end, [items[at].word, *words]


def _phrase_end(view: View, wording: Wording, items: Items, first: int) -> int | None:
    """Return where the noun phrase at ``items[first]`` ends, ``None`` where none stands there."""
    end = first
    while end < min(len(items), first + _PHRASE) and _is_inside(view, wording, items, end, first):
        end += 1
    return end if end > first else None


def _is_inside(view: View, wording: Wording, items: Items, at: int, first: int) -> bool:
    item = items[at]
    if view.lexicon.has(item.word, "genitive") and at > first:
        return True
    if item.ref is not None:
        return item.ref.form == "mention" and view.actors[item.ref.actor].kind != "person"
    if item.date >= 0 or not item.word[:1].isalpha() or item.word in QUOTES or item.word in STRONG:
        return False
    if item.word in wording.lists["finite"]:
        return False
    if view.lexicon.has(item.word, "article", "possessive"):
        return at == first
    return not view.lexicon.has(
        item.word, "preposition", "relative", "subordinator", "pronoun", "conjunction", "be",
        "have", "modal", "future", "do", "to", "not", "adverb", "reporting", "determiner",
    )  # fmt: skip


def _is_closed(view: View, items: Items, end: int) -> bool:
    """Tell whether a phrase is over before ``items[end]``, and nobody does anything there."""
    if end >= len(items) or not items[end].word[:1].isalnum():
        return end >= len(items) or items[end].word in (".", ",", ";", ":", *STRONG)
    if items[end].word == "to" and view.text[items[min(end + 1, len(items) - 1)].start].isupper():
        return False  # "and the Freedom | to Vote Act"
    if items[end].word == "and" and end + 1 < len(items):
        return items[end + 1].word.endswith("ing") or items[end + 1].word == "to"
    return view.lexicon.has(items[end].word, "preposition", "to") or items[end].date >= 0


def _ends_clause(view: View, items: Items, end: int) -> bool:
    """Tell whether a noun stands before ``items[end]``, since nothing else goes on there."""
    adjective = is_adjective(view.lexicon, items[end - 1].word)
    return not adjective and (end >= len(items) or items[end].word in (".", ",", ";", *STRONG))


def _is_named(items: Items, at: int) -> bool:
    ref = items[at].ref
    return ref is not None and ref.form == "mention"


def _is_noun(wording: Wording, items: Items, at: int) -> bool:
    """Tell whether a noun can end a phrase at ``items[at]``."""
    item = items[at]
    if item.ref is not None:
        return True
    word = item.word
    if word in wording.lists["never_last"] | wording.lists["vague"]:
        return False
    plural = word.endswith("s") and not word.endswith(("ous", "ss", "is"))
    return plural or word.endswith(tuple(wording.lists["noun_endings"]))


def _plain(view: View, items: Items, first: int, end: int) -> list[str]:
    words = (word for item in items[first:end] for word in item.word.split())
    return [word for word in words if not view.lexicon.has(word, "article", "possessive")]
