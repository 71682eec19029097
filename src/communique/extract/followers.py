"""How an event stands by what follows its noun: "the talks will be held", "was put off"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extract.governors import STRONG, Items, Status, first_of
from communique.extract.lexicon import Lexicon

GROUP = ("adverb", "be", "have", "do", "to", "future", "modal", "not")
"""The words of a verb group."""
_BEHIND = 16  # items behind a verb over which "which she did" is looked for
ASIDE = 10
"""Items of an aside between commas."""


def told_after(
    lexicon: Lexicon, items: Items, after: int
) -> tuple[Status, bool, str | None] | None:
    """Read the verb group after an event noun: "will take place", "was cancelled"."""
    follows = lexicon.table("modality").get("follows", {})
    verb = _past_aside(items, after)
    if verb > after and (found := _of_group_after(lexicon, items, verb, follows)):
        return found
    first = after + 1 if verb > after else after  # "the visit, planned for May, …"
    relative = after + 1 < len(items) and items[after + 1].word not in ("there", "it")
    if relative and items[after].word in ("that", "which"):
        first = after + 1  # "her visit that is coming up"
    elif after + 1 < len(items) and (items[after].word, items[after + 1].word) == (",", "which"):
        first = after + 2  # "her visit, which is coming up"
    if first > after and verb == after and (off := _called_off(lexicon, items, first, follows)):
        return off  # "a meeting that was due on Monday has been called off"
    return _of_group_after(lexicon, items, first, follows)


def _called_off(
    lexicon: Lexicon, items: Items, first: int, follows: dict[str, Sequence[str]]
) -> tuple[Status, bool, str | None] | None:
    """Read the main verb behind a relative clause that begins at ``first``."""
    for at in range(first + 1, min(first + ASIDE, len(items))):
        if items[at].word in STRONG or lexicon.has(items[at].word, "relative", "conjunction"):
            return None
        if items[at].ref is None and lexicon.has(items[at].word, "be", "have"):
            found = _of_group_after(lexicon, items, at, follows)
            if found is not None and found[0] == "declined":
                return found
    return None


def is_done(lexicon: Lexicon, items: Items, index: int) -> bool:
    """Tell "asked me to call her, which I did", "was to call her and did so"."""
    words = [item.word for item in items[index + 1 : index + _BEHIND]]
    for at, word in enumerate(words):
        if word in STRONG:
            return False
        aside = words[at : at + 2] == [",", "which"] and words[at + 3 : at + 4] == ["did"]
        if aside or words[at : at + 3] == ["and", "did", "so"]:
            behind = words[at + (4 if aside else 3) :][:1]
            return not any(lexicon.has(one, "not") for one in behind)
    return False


def _past_aside(items: Items, at: int) -> int:
    """Return where the words go on after an aside between commas that begins at ``at``."""
    if at >= len(items) or items[at].word != ",":
        return at
    for index in range(at + 2, min(at + ASIDE, len(items))):
        if items[index].word == ",":
            return index + 1
        if items[index].word in STRONG:
            return at
    return at


def _of_group_after(
    lexicon: Lexicon, items: Items, after: int, follows: dict[str, Sequence[str]]
) -> tuple[Status, bool, str | None] | None:
    words: list[str] = []
    for item in items[after : after + 7]:
        if item.ref or item.word in STRONG or item.word == ",":
            break
        words.append(item.word)
        if not lexicon.has(item.word, *GROUP):
            break
    if not words:
        return None
    last = words[-1]
    two = f"{last} {items[after + len(words)].word}" if after + len(words) < len(items) else last
    if not lexicon.has(words[0], *GROUP) and not _tells([words[0], two], follows):
        return None
    if (
        len(words) == 1
        and last in follows.get("hypothetical", ())
        and not _is_closed(lexicon, items, after + 1)
    ):
        return None  # "Ruiz, whose call followed her meeting with Lind, | discussed grain"
    denied = first_of(lexicon, words, "not")
    for status in ("declined", "proposed", "planned", "hypothetical"):
        if last in follows.get(status, ()) or two in follows.get(status, ()):
            return status, denied is not None and status != "declined", last
    if future := first_of(lexicon, words, "future"):
        return ("declined" if denied else "planned"), False, future
    if "to" in words[1:-1] and lexicon.has(words[words.index("to") - 1], "be"):
        return ("declined" if denied else "planned"), False, "to"  # "the talks are to resume"
    if modal := first_of(lexicon, words, "modal"):
        return "hypothetical", denied is not None, modal
    if denied:
        return "held", True, denied
    held = follows.get("held", ())
    return _finite(words[:1], held) or _finite(words[-1:], held)


def _is_closed(lexicon: Lexicon, items: Items, at: int) -> bool:
    """Tell "(the visit, discussed) in Azul,", which is done to it, from "discussed grain"."""
    if at >= len(items) or items[at].date >= 0 or items[at].word in STRONG:
        return True
    return items[at].word == "," or lexicon.has(items[at].word, "preposition")


def _tells(words: Sequence[str], follows: dict[str, Sequence[str]]) -> bool:
    return any(word in told for word in words for told in follows.values())


def _finite(words: list[str], held: Sequence[str]) -> tuple[Status, bool, str | None] | None:
    return ("held", False, words[0]) if words and words[0] in held else None
