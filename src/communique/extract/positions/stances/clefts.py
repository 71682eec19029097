"""Stands in cleft sentences: "what Lutha needs is a truce", "the worst thing would be to go"."""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG, clause_end
from communique.extract.modality import Items
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.holder.attributed import is_attributed
from communique.extract.positions.stand import FLIPPED, Stand
from communique.extract.view import View
from communique.extract.voices import voice_at
from communique.model.claims import Polarity

_WHO = 7  # items of whoever needs it
_DONE = 8  # items of "(the worst thing) we could do right now"


def by_cleft(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "what Lutha needs is …" and "the worst thing we could do is …"."""
    told = cue.words[0] == "what"
    if not _opens(items, index):
        return None
    be = _be_behind(cues, items, index + len(cue.words), told)
    if be is None or be + 2 >= len(items):
        return None
    adverb = told and items[be - 1].word in cues.lists["clefts.adverbs"]
    verb = items[be - 1 - adverb].word if told else ""
    own = told and items[index + 1].ref is not None and verb in cues.lists["clefts.wishing"]
    ref = items[index + 1].ref if own else None
    actor = ref.actor if ref is not None else voice_at(view, items, index)
    if actor is None:
        return None
    polarity: Polarity = "against" if verb in cues.lists["clefts.refusing"] else cue.polarity
    if told and any(view.lexicon.has(item.word, "not") for item in items[index:be]):
        polarity = FLIPPED[polarity]  # "what we don't want is a war"
    first = be + 1
    while first < len(items) and view.lexicon.has(items[first].word, "adverb", "not"):
        if view.lexicon.has(items[first].word, "not"):
            polarity = FLIPPED[polarity]
        first += 1
    end = _before_contrast(items, first, clause_end(view, items, first))
    if end <= first or view.lexicon.has(items[first].word, "pronoun", "subordinator"):
        return None
    firm = is_attributed(view, items, be) and verb not in ("matters", "counts")
    return Stand(
        actor, None, polarity, index, be, index, be, end, (first, end),
        f"cleft:{cue.name}", not firm, firm=firm,
    )  # fmt: skip


def _opens(items: Items, index: int) -> bool:
    """Tell whether a sentence or a clause begins there, and no question: "wondering what …"."""
    before = items[index - 1].word if index else "."
    return not before[:1].isalnum() or before in ("but", "and", "that", "because", "so")


def _be_behind(cues: Cues, items: Items, at: int, told: bool) -> int | None:
    """Return the "is" behind "what Lutha needs" or "the worst thing we could do"."""
    for be in range(at, min(len(items) - 1, at + (_WHO if told else _DONE))):
        word = items[be].word
        if word in STRONG or word in QUOTES or word == ",":
            return None
        if items[be].ref is not None or word not in ("is", "was", "would"):
            continue
        if word == "would":
            return be + 1 if not told and items[be + 1].word == "be" else None
        wanted = (
            cues.lists["clefts.verbs"]
            | cues.lists["clefts.refusing"]
            | cues.lists["clefts.adverbs"]
        )
        if told:
            return be if be > at and items[be - 1].word in wanted else None
        return be
    return None


def _before_contrast(items: Items, first: int, end: int) -> int:
    """Return where "pilots | , not soldiers" ends, and "a halt | , but …"."""
    pairs = (at for at in range(first + 1, end - 1) if items[at].word == ",")
    return next((at for at in pairs if items[at + 1].word in ("not", "but", "and")), end)
