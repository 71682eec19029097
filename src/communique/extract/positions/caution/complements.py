"""What has to follow a verb of stance for it to take a stand: "insists on the truce".

A complement is a line of words in ``positions.toml``. Some of them stand for more than
themselves:

=========  ==========================================================
``np``     a noun phrase that is more than somebody
``actor``  a mention, or a pronoun of one
``poss``   "her", "Lutha's", "the"
``ing``    a verb in -ing
``goal``   a verb of what is worth striving for, from ``guards.goals``
``any``    anything, or nothing
``…``      up to six words, within the clause
=========  ==========================================================
"""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG
from communique.extract.modality import Items
from communique.extract.positions.caution.lookalikes import is_guest
from communique.extract.positions.caution.named import person_at, titled
from communique.extract.positions.cues import Cues
from communique.extract.view import View

_SEEN = 8  # items in which what one wants to see is told to be done
_GAP = 6  # items that "…" stands for
_MORE = frozenset({"np", "actor", "person", "poss", "ing", "goal", "policy", "any", "…"})

_TABLE = 9  # items of "sit down at the negotiating table"


def takes(
    view: View, cues: Cues, items: Items, after: int, take: tuple[str, ...], own: bool
) -> bool:
    """Tell whether the complement ``take`` stands at ``items[after]``.

    ``own`` is for verbs of wishing, after which courtesies ("wants to thank") do not count.
    """
    at = _past(view, cues, items, after, take, own)
    if at is None:
        return False
    if take[-1] in _MORE:
        return True
    if at >= len(items):
        return False
    return not _leads_nowhere(view, cues, items, at, take, own)


def object_end(view: View, cues: Cues, items: Items, first: int, end: int) -> int:
    """Return where the noun phrase ends that begins at ``items[first]``, at most ``end``.

    It goes on where its head names nothing of its own: "the idea of a customs union".
    """
    for at in range(first + 1, end):
        word = items[at].word
        if view.lexicon.has(word, "preposition", "relative", "subordinator", "to") and (
            items[at - 1].word not in cues.lists["guards.empty"]
        ):
            return at
    return end


def _past(
    view: View, cues: Cues, items: Items, at: int, take: tuple[str, ...], own: bool
) -> int | None:
    """Return the index past the complement, ``None`` where it does not stand there."""
    for place, word in enumerate(take):
        if word == "any":
            return at
        if at >= len(items):
            return None
        if word == "…":
            return _past_gap(view, cues, items, at, take[place + 1 :], own)
        step = _step(view, cues, items, at, word, own)
        if not step:
            return None
        at += step
    return at


def _past_gap(
    view: View, cues: Cues, items: Items, at: int, rest: tuple[str, ...], own: bool
) -> int | None:
    for skipped in range(1, _GAP + 1):
        if at + skipped >= len(items) or items[at + skipped - 1].word in STRONG:
            return None
        if (end := _past(view, cues, items, at + skipped, rest, own)) is not None:
            return end
    return None


def _step(view: View, cues: Cues, items: Items, at: int, word: str, own: bool) -> int:
    """Return how many items the word of a complement covers at ``items[at]``, 0 for none."""
    item = items[at]
    if word == "np":
        if item.word in cues.lists["guards.addressed"]:
            return 0
        return int(_thing(view, cues, items, at, own) and not is_guest(view, items, at))
    if word == "actor":
        named = item.ref is not None and item.word not in cues.lists["guards.possessed"]
        return int(named) or titled(view, items, at)
    if word == "person":
        person = titled(view, items, at) or int(person_at(view, items, at))
        led = person > 0 and at + 1 < len(items) and _describes(view, items, at)
        return 0 if led else person
    if word == "poss":
        return _possessor(view, items, at)
    if word == "ing":
        return int(item.word.endswith("ing"))
    if word in ("goal", "policy"):
        return int(item.word in cues.lists["guards.goals" if word == "goal" else "guards.policy"])
    return int(item.word == word and (item.ref is None or item.ref.form == "pronoun"))


def _possessor(view: View, items: Items, at: int) -> int:
    if view.lexicon.has(items[at].word, "possessive", "article"):
        return 1
    for owner in range(at, min(at + 4, len(items) - 1)):
        if items[owner].ref is not None and view.lexicon.has(items[owner + 1].word, "genitive"):
            return owner + 2 - at
    return 0


def _leads_nowhere(
    view: View, cues: Cues, items: Items, at: int, take: tuple[str, ...], own: bool
) -> bool:
    """Tell whether nothing that a stand could be on follows the words of a complement."""
    word = items[at].word
    if take[-1] in cues.lists["guards.joining"] and word in cues.lists["guards.no_object"]:
        return True
    beside = any(item.word in cues.lists["guards.beside"] for item in items[at : at + 5])
    if beside and take[0] == "by":
        return True
    if take[-1] == "with" and word in cues.lists["guards.comforted"]:
        return True  # comfort, and no side
    if take[-1] == "to" and not word[:1].isalpha():
        return True
    while at + 1 < len(items) and view.lexicon.has(items[at].word, "adverb"):
        at += 1
    if own and take[-1] == "to" and (_sees_done(view, items, at) or _has_relations(items, at)):
        return False  # "wants to see the tolls scrapped"
    if own and take[-1] == "to" and wants_talks(items, at):
        return False
    return own and take[-1] == "to" and items[at].word in cues.lists["guards.courtesy"]


def _sees_done(view: View, items: Items, at: int) -> bool:
    """Tell whether somebody wants to see something done: "(to) | see the tolls scrapped"."""
    if items[at].word != "see":
        return False
    for item in items[at + 2 : at + _SEEN]:
        if item.word in STRONG or view.lexicon.has(item.word, "preposition", "subordinator"):
            return False
        if item.word.endswith(("ed", "wn", "ght")) and item.ref is None:
            return True
    return False


def wants_talks(items: Items, at: int) -> bool:
    """Tell whether it is talks that somebody wants: "(to) | talk.", not "talk about prices"."""
    if at + 1 >= len(items) or items[at].word not in ("talk", "negotiate"):
        return False
    after = items[at + 1]
    if any(item.word == "about" for item in items[at + 1 : at + _GAP]):
        return False
    if after.word in ("with", "to"):
        ref = items[at + 2].ref if at + 2 < len(items) else None
        whom = items[at + 2].word if at + 2 < len(items) else ""
        if items[at].word == "negotiate" and ref is None:
            return after.word == "with" and whom.isalpha() and whom not in ("you", "me", "us")
        return ref is not None and ref.form != "pronoun"
    return not after.word[:1].isalnum() and after.word not in ("–", "—", "-")


def seeks_talks(items: Items, at: int) -> bool:
    """Tell whether it is talks that are told of: "(should) | sit down at the negotiating table"."""
    if wants_talks(items, at):
        return True
    if items[at].word not in ("sit", "return", "come", "go", "get"):
        return False
    ahead = {item.word for item in items[at + 1 : at + _TABLE]}
    if [item.word for item in items[at + 1 : at + 4]] == ["to", "the", "table"]:
        return True  # "will only return to the table once …"
    table = "table" in ahead and not ahead.isdisjoint({"negotiating", "bargaining"})
    seated = items[at].word == "sit" and not ahead.isdisjoint({"down", "together"})
    return table or (seated and not ahead.isdisjoint({"talk", "negotiate", "table"}))


def _has_relations(items: Items, at: int) -> bool:
    """Tell whether somebody wants to get on: "(to) | have normal relations"."""
    ahead = [item.word for item in items[at : at + 4]]
    return ahead[:1] == ["have"] and not {"relations", "ties"}.isdisjoint(ahead)


def _thing(view: View, cues: Cues, items: Items, at: int, own: bool) -> bool:
    """Tell whether a noun phrase that is more than somebody begins at ``items[at]``."""
    item = items[at]
    if item.ref is not None:
        return at + 1 < len(items) and (
            view.lexicon.has(items[at + 1].word, "genitive")
            or (own and view.lexicon.has(items[at + 1].word, "to"))
            or (own and items[at + 1].word.endswith(("ed", "wn", "en")))
            or _describes(view, items, at)
        )
    if item.word in QUOTES:
        return True
    if not item.word[:1].isalnum() or item.word in cues.lists["guards.particles"]:
        return False
    if own and item.word in cues.lists["guards.pointed_at"] and at + 2 < len(items):
        # "wants them in prison", "want this to stop"
        follows = items[at + 1].word
        if item.word in ("this", "that", "these", "those") and _is_noun(view, items, at + 1):
            return True  # "do not want this | war"
        if follows in cues.lists["guards.ends_up"]:
            return True
        courtesy = cues.lists["guards.courtesy"] - cues.lists["guards.plain"]
        return view.lexicon.has(follows, "to") and items[at + 2].word not in courtesy
    if (
        own
        and item.word in cues.lists["guards.nothing"]
        and not view.lexicon.has(item.word, "article")
    ):
        return False
    if view.lexicon.has(item.word, "determiner"):
        return item.word != "that" or own or at + 1 < len(items)
    return not view.lexicon.has(
        item.word, "preposition", "conjunction", "pronoun", "be", "modal", "have", "subordinator",
        "future", "do", "to",
    )  # fmt: skip


def _is_noun(view: View, items: Items, at: int) -> bool:
    """Tell whether a noun can stand there."""
    return items[at].word.isalpha() and not view.lexicon.has(
        items[at].word, "preposition", "conjunction", "pronoun", "be", "modal", "have", "do", "to",
        "subordinator", "future", "adverb", "determiner", "not",
    )  # fmt: skip


def _describes(view: View, items: Items, at: int) -> bool:
    """Tell whether a name stands before the noun that it describes: "U.N. troops"."""
    after = items[at + 1]
    if after.ref is not None or not after.word.isalpha() or after.date >= 0 or after.upper:
        return False
    return items[at].ref is not None and not view.lexicon.has(
        after.word, "preposition", "conjunction", "pronoun", "be", "have", "do", "modal", "future",
        "to", "adverb", "relative", "subordinator", "not", "determiner", "reporting",
    )  # fmt: skip
