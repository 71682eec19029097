"""Names of issues that go on: "commitments | on digital trade", "using tools | to meet a need".

A name read off the words is its head with what is joined to it. What tells it apart may stand
further on; a name that ends before it says less than was said, or something else.
"""

from __future__ import annotations

from communique.extract.modality import Items
from communique.extract.positions.wording import wording_for
from communique.extract.view import View

_OPENING = frozenset({"“", "‘", "``"})
_CLOSING = frozenset({"”", "’", "''"})
_SHORT = 4  # letters of "ring"
_MOST = 13  # words of a name with what goes on


def whole(view: View, items: Items, about: tuple[int, int], label: str) -> str | None:
    """Return a name that ends in a thin noun with the phrases behind it in ``about``.

    ``about`` are the first item of what a stand is on and the one behind the last. What is torn
    off before words in quotation marks, or names only who does something, is no name: ``None``.
    """
    words = label.split()
    lists = wording_for(view.lexicon).lists
    at = end_of(items, about, words)
    if words[0] in lists["pointers"] or (at is not None and _is_torn_off(view, items, at, words)):
        return None
    if at is not None and _wants_object(view, items, at, words):
        return None
    if at is not None and words[-1] not in lists["thin"]:
        ahead = items[at].word if at < len(items) else ""
        at = at if ahead in lists["continuing_any"] else None
    told = list(words)
    while at is not None and (phrase := _phrase(view, items, at, about[1], told != words)):
        at, more = phrase
        more += _beside(items, at)
        if len(told) + len(more) > _MOST:
            break
        told += more
    return " ".join(told).replace(" 's", "'s").replace(" '", "'") if told != words else label


def _is_torn_off(view: View, items: Items, at: int, words: list[str]) -> bool:
    """Tell whether a name goes on in quotes, or its people do something: "presidents | chiding"."""
    if at + 1 >= len(items):
        return False
    ahead, then = items[at].word, items[at + 1]
    marks = [item.word for item in items[max(0, at - len(words) - 1) : at]]
    if not _OPENING.isdisjoint(marks) and _CLOSING.isdisjoint(marks) and ahead not in _CLOSING:
        return True  # "the nascent “Hawks | for Lind” movement"
    if ahead in _OPENING and then.ref is None and then.word[:1].isalpha():
        return not view.lexicon.has(then.word, "reporting", "pronoun", "preposition", *_VERBAL)
    doing = ahead.endswith("ing") and items[at].ref is None and len(ahead) > _SHORT
    endings = tuple(wording_for(view.lexicon).lists["people_endings"])
    people = words[-1].endswith(endings) or words[-1] in ("committee", "congress", "parliament")
    done = view.lexicon.has(then.word, "determiner") or then.word.endswith("s")
    return doing and people and done and not view.lexicon.has(ahead, "preposition")


def _beside(items: Items, at: int) -> list[str]:
    """Return the one who is named beside another: "from Lutha | and Bordavia"."""
    if at + 1 >= len(items) or items[at].word != "and":
        return []
    pair = (items[at - 1].ref, items[at + 1].ref)
    if any(ref is None or ref.form != "mention" for ref in pair):
        return []
    return ["and", *items[at + 1].word.split()]


def _wants_object(view: View, items: Items, at: int, words: list[str]) -> bool:
    """Tell whether a name ends in a verb whose object is cut: "race to usher | in an era"."""
    ahead = items[at].word if at < len(items) else ""
    if len(words) > _PAIR and words[-3] == "to" and words[-2].endswith("ly"):
        return True  # "work to swiftly combat | this virus"
    led = view.lexicon.has(ahead, "preposition", "determiner", "article")
    rights = wording_for(view.lexicon).lists["wanting"]
    if len(words) > 2 and words[-2] == "to":
        theirs = ahead != "that" and view.lexicon.has(ahead, "determiner", "article", "pronoun")
        return theirs or (led and words[-3] not in rights)
    doing = words[-1].endswith("ing") and len(words) > 1 and words[-2] in ("in", "of", "by", "for")
    return doing and view.lexicon.has(ahead, "article")


def end_of(items: Items, about: tuple[int, int], words: list[str]) -> int | None:
    """Return behind which item a name ends, if its last words stand there as they are."""
    for at in range(about[0], min(about[1], len(items))):
        back = at - 1 - (at > 1 and items[at - 1].word in _OPENING)
        before = items[back].word if at else ""
        if items[at].word == words[-1] and (len(words) == 1 or before == words[-2]):
            return at + 1
    return None


def _phrase(
    view: View, items: Items, at: int, last: int, is_second: bool
) -> tuple[int, list[str]] | None:
    """Return where the phrase at ``items[at]`` ends, and its words without articles."""
    last = min(last, len(items))
    lists = wording_for(view.lexicon).lists
    if at >= last or items[at].word not in lists["continuing_more" if is_second else "continuing"]:
        return None
    if items[at].word == "by" and items[at + 1 : at + 2] and items[at + 1].word[:1].isdigit():
        return None  # "the levy | by 80 votes"
    end = at + 1
    while end < last and _goes_on(view, items, end):
        end += 1
    if items[at].word != "between":
        end = _before_joint(view, items, at + 1, end)
    if end < last and (items[end].ref is not None or view.lexicon.has(items[end].word, *_VERBAL)):
        return None  # "research to help | us", "the rules on the mine | were"
    if end < len(items) and items[end].word in "-/" and items[end].start == items[end - 1].end:
        return None  # "to low | - and middle-income towns"
    listed = end < last and items[end].word == "," and items[at].word == "to"
    words = _plain(view, items, at + 1, end)
    both = "and" in words or (bool(words) and words[-1].endswith("s"))
    torn = items[at].word == "between" and not both
    if torn or not words or listed or words[0] == "not" or words[-1] in lists["never_last"]:
        return None  # "to promote fair, | open waters"
    doing = words[-1].endswith("ing") and words[-1] not in lists["doings"]
    return None if doing else (end, [items[at].word, *words])


_VERBAL = ("pronoun", "be", "have", "modal")


def _before_joint(view: View, items: Items, first: int, end: int) -> int:
    """Return where a phrase ends before what is joined to it: "on Lutha | and address".

    Two nouns joined are one phrase: "mentors and tutors".
    """
    joints = (at for at in range(first, end) if view.lexicon.has(items[at].word, "conjunction"))
    at = next(joints, None)
    if at is None:
        return end
    behind = items[at + 1 : end]
    pair = 0 < len(behind) < _PAIR and behind[0].word.endswith("s")
    return end if pair and behind[0].word[:1].isalpha() else at


_PAIR = 3  # items behind "and" that make a pair with those before


def _goes_on(view: View, items: Items, at: int) -> bool:
    item = items[at]
    if view.lexicon.has(item.word, "genitive"):
        return True
    lists = wording_for(view.lexicon).lists
    if item.date >= 0 or not item.word[:1].isalnum() or item.word in lists["finite"]:
        return False
    ref = item.ref
    if ref is not None and (ref.form == "pronoun" or view.actors[ref.actor].kind == "person"):
        return view.lexicon.has(item.word, "possessive")
    return not view.lexicon.has(
        item.word, "preposition", "relative", "subordinator", "pronoun", *_VERBAL
    )


def _plain(view: View, items: Items, first: int, end: int) -> list[str]:
    words = (word for item in items[first:end] for word in item.word.split())
    return [word for word in words if not view.lexicon.has(word, "article", "possessive")]
