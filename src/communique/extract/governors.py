"""What governs an event: "plans to meet", "accepted an invitation to visit", "ruled out meeting".

A verb or noun that takes an event as its complement says how the event stands, and what
stands before that verb may turn it: "may agree to meet", "sees no reason to meet".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from communique.extract.lexicon import Lexicon, lexicon_for
from communique.extract.view import Item

Status = Literal["held", "planned", "proposed", "invited", "declined", "hypothetical"]
Items = Sequence[Item]

STRONG = frozenset(';:.!?…—–()[]«»"“”„')
"""Marks over which nothing governs."""
_REACH = 12  # items that a governing verb may stand away: "agreed in principle, …, to meet"
#: A control word on the way from the event outwards decides in this order of strength.
STATUSES: tuple[Status, ...] = (
    "declined",
    "invited",
    "proposed",
    "hypothetical",
    "planned",
    "held",
)


def control_of(lexicon: Lexicon, word: str) -> tuple[Status, bool] | None:
    """Return the status that ``word`` gives the event it governs, and whether it denies it."""
    return _controls(lexicon.language).get(word)


@lru_cache(maxsize=16)
def _controls(language: str) -> dict[str, tuple[Status, bool]]:
    controls = lexicon_for(language).table("modality").get("controls", {})
    found: dict[str, tuple[Status, bool]] = {}
    for status in reversed(STATUSES):
        found |= dict.fromkeys(controls.get(status, ()), (status, False))
    return found | dict.fromkeys(controls.get("negated", ()), ("held", True))


def control_of_noun(lexicon: Lexicon, word: str) -> tuple[Status, bool] | None:
    """Return the same for a noun phrase, which "about" or "set" do not govern."""
    barred = lexicon.table("modality").get("controls", {}).get("infinitive", ())
    return None if word in barred else control_of(lexicon, word)


def of_gerund(lexicon: Lexicon, items: Items, index: int) -> tuple[Status, bool, str | None]:
    """Read what stands before an -ing form: "after meeting", "ruled out meeting"."""
    if _is_refused(lexicon, items, index):
        return "declined", False, items[index - 2].word
    if (idea := _of_idea(lexicon, items, index)) is not None:
        return "hypothetical", False, idea
    aside = False
    for item in reversed(items[max(0, index - 7) : index]):
        if item.word == "," and (aside or lexicon.has(items[index - 1].word, "be")):
            aside = not aside  # "will, of course, be meeting"
            continue
        if aside:
            continue
        if item.word in ("before",):
            return "planned", False, item.word
        if item.word == "about":
            return "hypothetical", False, item.word  # "was asked about meeting Lind"
        if lexicon.has(item.word, "future"):
            return "planned", False, item.word  # "will be meeting"
        if found := control_of(lexicon, item.word):
            return (*found, item.word)
        if lexicon.has(item.word, "modal"):
            return "hypothetical", False, item.word
        if item.word == "out":  # ruled out
            return "declined", False, item.word
        if lexicon.has(item.word, "not"):
            return "held", True, item.word
        if item.ref or lexicon.has(item.word, "conjunction", "subordinator") or item.word == ",":
            break
    return "held", False, None


def _of_idea(lexicon: Lexicon, items: Items, index: int) -> str | None:
    """Return the noun of "the possibility of Ruiz meeting (Lind)"."""
    near = range(index - 1, max(-1, index - _REACH), -1)
    of = next((at for at in near if items[at].word == "of" and items[at].ref is None), None)
    if of is None or not any(item.ref for item in items[of + 1 : index]):
        return None
    if any(item.word in STRONG or item.word == "," for item in items[of:index]):
        return None
    words = [item.word for item in items[max(0, of - 4) : of]]
    found = ((word, control_of(lexicon, word)) for word in words)
    return next((word for word, told in found if told and told[0] == "hypothetical"), None)


def _is_refused(lexicon: Lexicon, items: Items, index: int) -> bool:
    """Tell "sees no point in meeting", "has no intention of meeting"."""
    if index < 3 or items[index - 1].word not in ("in", "of", "for"):
        return False
    return items[index - 3].word == "no" and _is_one(lexicon, items[index - 2], "refusable")


def governed(lexicon: Lexicon, items: Items, to: int) -> tuple[Status, bool, str | None]:
    """Find what governs the infinitive whose "to" is ``items[to]``."""
    for at in range(to - 1, max(-1, to - _REACH), -1):
        item = items[at]
        if (item.word in STRONG and item.word not in "“”") or lexicon.has(item.word, "relative"):
            break
        if item.word == "that" and at < to - 2:
            break  # "(wants to stress) that Ruiz will go to Azul to meet"
        if item.ref is not None:
            continue
        if at == to - 1 and lexicon.has(item.word, "be"):
            return "planned", False, item.word
        if at == to - 1 and lexicon.has(item.word, "have"):
            return "proposed", False, item.word
        if at == to - 1 and item.word == "yet":
            return "held", True, item.word  # "has yet to meet"
        if _is_one(lexicon, item, "chances"):
            return _by_chance(lexicon, items, at)
        if found := control_of(lexicon, item.word):
            return tempered(lexicon, items, at, *found)
        if _is_done(lexicon, items, at):
            return "held", False, item.word
    before = items[max(0, to - 4) : to]
    near = [item.word for item in before if item.ref is None and item.date < 0]  # "on May 17 to"
    if first_of(lexicon, near, "modal"):
        return "hypothetical", False, near[-1]  # "would be honoured to meet"
    return "planned", False, "to"


def of_list(lexicon: Lexicon, items: Items, at: int) -> tuple[Status, bool, str | None] | None:
    """Read "proposed closer ties, including a meeting of ministers"."""
    for back in range(at - 1, max(-1, at - _REACH), -1):
        item = items[back]
        if item.word in STRONG or lexicon.has(item.word, "relative"):
            return None
        found = None if item.ref else control_of_noun(lexicon, item.word)
        if found and found[0] in ("proposed", "declined", "hypothetical"):
            return tempered(lexicon, items, back, *found)
    return None


def phrasal(lexicon: Lexicon, items: Items, at: int) -> Status | None:
    """Return the status of "called off (the visit)", "put back (the talks)": two words."""
    if at < 1 or items[at].ref is not None or items[at - 1].ref is not None:
        return None
    follows = lexicon.table("modality").get("follows", {})
    words = f"{items[at - 1].word} {items[at].word}"
    if words in follows.get("declined", ()):
        denied = first_of(lexicon, [item.word for item in items[max(0, at - 3) : at - 1]], "not")
        return "hypothetical" if denied else "declined"  # "did not rule out a meeting"
    return "planned" if words in follows.get("planned", ()) else None


def prepared(lexicon: Lexicon, items: Items, at: int) -> str | None:
    """Read "preparations are under way for the meeting"."""
    planned = lexicon.table("modality").get("controls", {}).get("planned", ())
    for item in reversed(items[max(0, at - 5) : at]):
        if item.ref or item.word in STRONG or item.word == ",":
            return None
        if item.word in planned and item.word.startswith("prepar"):
            return item.word
    return None


def _by_chance(lexicon: Lexicon, items: Items, at: int) -> tuple[Status, bool, str]:
    """Tell "had a chance to meet", which took place, from "will have", "hopes for one"."""
    near = [item.word for item in items[max(0, at - 6) : at] if item.ref is None]
    if first_of(lexicon, near, "future") or "going" in near:
        return "planned", False, items[at].word
    if "when" in near and any(word in near for word in ("gets", "get", "has", "have")):
        return "planned", False, items[at].word  # "tomorrow, when she gets a chance to meet Lind"
    had = any(word in near for word in ("had", "got", "did"))
    had = had or any(_is_one(lexicon, item, "done") for item in items[max(0, at - 6) : at])
    denied = first_of(lexicon, near, "not") is not None
    return ("held" if had else "hypothetical"), had and denied, items[at].word


def _is_done(lexicon: Lexicon, items: Items, at: int) -> bool:
    """Tell "was the first to visit", which was done, from "will be the first to visit"."""
    if not _is_one(lexicon, items[at], "done") or items[at].upper:
        return False  # "First Lady X will travel to Azul to meet Lind"
    near = [item.word for item in items[max(0, at - 4) : at]]
    if items[at].word in ("happy", "glad", "excited", "thrilled") and any(
        word in ("am", "'m", "is") for word in near
    ):
        return False  # "I am happy to talk to Lind"
    return not any(lexicon.has(word, "future", "modal", "to") for word in near)


def _is_one(lexicon: Lexicon, item: Item, name: str) -> bool:
    return item.word in lexicon.table("modality").get("controls", {}).get(name, ())


def tempered(
    lexicon: Lexicon, items: Items, at: int, status: Status, negated: bool
) -> tuple[Status, bool, str | None]:
    """Let the governor's own group speak: "may agree to", "did not agree to"."""
    cue = items[at].word
    if status == "invited" and _is_one(lexicon, items[at], "invitation"):
        status = _answered(lexicon, items, at)
    before = [item.word for item in items[max(0, at - 3) : at] if item.ref is None]
    if status == "proposed" and any(
        _is_one(lexicon, item, "declined") for item in items[max(0, at - 3) : at]
    ):
        return "declined", negated, cue  # "declined a request to speak"
    if items[at - 1].word == "no" and _is_one(lexicon, items[at], "refusable"):
        return "declined", negated, cue
    if first_of(lexicon, before, "not"):
        return status, not negated and status != "declined", cue
    if cue == "got" and first_of(lexicon, before[-1:], "have"):
        return "planned", negated, cue  # "I have got to sit down with Lind"
    if status == "held" and ("going" in before or first_of(lexicon, before, "future")):
        return "planned", negated, cue  # "is going to continue to hold talks"
    if cue == "able" and any(word in ("being", "be") for word in before[-2:]):
        return "hypothetical", negated, cue  # "the importance of being able to meet"
    if status == "planned" and (modal := first_of(lexicon, before, "modal")):
        return "hypothetical", negated, modal
    return status, negated, cue


def _answered(lexicon: Lexicon, items: Items, at: int) -> Status:
    """Return how an invitation was taken: "accepted Ruiz's invitation to visit"."""
    controls = lexicon.table("modality").get("controls", {})
    for back in range(at - 1, max(-1, at - 7), -1):
        word = items[back].word
        if items[back].ref is None and word in controls.get("accepting", ()):
            return "planned"
        if word in controls.get("declined", ()):
            return "declined"
        if word in controls.get("turning", ()) and items[back + 1].word == "down":
            return "declined"
        if word in STRONG:
            break
    return "invited"


def first_of(lexicon: Lexicon, words: Sequence[str], name: str) -> str | None:
    """Return the first of the words that stands in the list ``name``."""
    return next((word for word in words if lexicon.has(word, name)), None)
