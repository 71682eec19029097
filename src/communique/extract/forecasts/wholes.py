"""Whether a foresight is told whole: from the beginning of its subject to the end of its clause.

What is cut is mended where it can be ("the area [in] which", "falls [and]"), else left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from communique.extract.clauses import QUOTES, STRONG, clause_end, listed
from communique.extract.extents import opens_verb
from communique.extract.forecasts.cues import cues_for
from communique.extract.forecasts.dooming import with_condition
from communique.extract.forecasts.foresights import Foresight, tells_which
from communique.extract.genres import is_staged
from communique.extract.modality import Items
from communique.extract.view import View

_LINK = re.compile(r"\s*\\?\[(?!\s*\\?\])")  # words of a link go on with the sentence
_LEAST = 3  # items of a foresight
_ADVERBIAL = 4  # items of "at that point"
_LETTERS = 4  # letters of a participle, at least
_GERUND = 4  # letters of a gerund, less one
_MEASURE = 16  # items from one comparative to the other
_EXAMPLE = 12  # items of ", including food,"
_HALF = 6  # items of ", and some towns"
_STATE = 4  # items between "is" and an adjective


def whole(view: View, items: Items, found: Foresight) -> Foresight | None:
    """Return what is foreseen with its ends mended; ``None`` where its beginning is cut."""
    first = _past_opener(view, items, found)
    end = _past_joints(view, items, found)
    first = _with_measure(items, first - 2 * _is_correlative(items, first))
    first = _with_date(items, first, end)
    if end - first < _LEAST or _begins_inside(view, items, first):
        return None
    if (
        _is_half(view, items[first:end])
        or "://" in view.text[items[first].start : items[end - 1].end]
    ):
        return None
    if _LINK.match(view.text, items[end - 1].end):
        return None
    told = view.text[items[first].start : items[end - 1].end]
    if told.count("“") != told.count("”") and is_staged(view):
        return None  # "there will be a “bloodbath"
    first = with_condition(view, cues_for(view.lexicon), items, first)
    return replace(found, first=first, end=end)


def _past_opener(view: View, items: Items, found: Foresight) -> int:
    """Return where it begins behind words that only lead to it: "means | prices will rise"."""
    first = found.first
    openers = cues_for(view.lexicon).lists["openers"]
    while first < found.end - _LEAST and items[first].ref is None and items[first].word in openers:
        first += 1
    if _is_behind_name(view, items, first, found.end):
        first += 2
    return first


def _is_behind_name(view: View, items: Items, first: int, end: int) -> bool:
    """Tell whether another clause's name opens it: "against Lutha, | Ruiz is betting on"."""
    if first + _LEAST >= end or items[first].ref is None or items[first + 1].word != ",":
        return False
    return items[first + 2].ref is not None and opens_verb(view, items, first + 3)


def _with_example(view: View, items: Items, end: int) -> int:
    """Return where it ends past an example inside it: "save firms |, inns included, up to 9 mn"."""
    if end + 2 >= len(items) or items[end].word != "," or items[end + 1].word != "including":
        return end
    comma = next(
        (at for at in range(end + 2, min(len(items) - 1, end + _EXAMPLE)) if items[at].word == ","),
        None,
    )
    if comma is None:
        return end
    follows = items[comma + 1]
    amount = follows.word[:1].isdigit() or follows.word in ("up", "about", "more", "at", "as", "$")
    return clause_end(view, items, comma + 1) if amount else end


def _past_joints(view: View, items: Items, found: Foresight) -> int:
    """Return where it ends before words that lead on: "the area | in which", "falls | and"."""
    end = _with_example(view, items, found.end)
    which = end < len(items) and view.lexicon.has(items[end].word, "relative")
    if which and view.lexicon.has(items[end - 1].word, "preposition"):
        end -= 1
    if [item.word for item in items[end - 2 : end]] == ["not", "only"]:
        end -= 2  # "lose | not only because"
    end = _past_half(items, found.first, end)
    while end > found.first and (
        items[end - 1].word in _LEADING_ON or view.lexicon.has(items[end - 1].word, "conjunction")
    ):
        end -= 1
    return end


def _past_half(items: Items, first: int, end: int) -> int:
    """Return where it ends before a subject cut off: "will double |, and some towns (mostly …"."""
    if end >= len(items) or items[end].word not in _ASIDES:
        return end
    for at in range(end - 2, max(first, end - _HALF), -1):
        if items[at].word == "," and items[at + 1].word == "and":
            return at
    return end


def _with_measure(items: Items, first: int) -> int:
    """Return where "the longer he waits, | the higher the price will be" begins."""
    if not _is_measured(items, first):
        return first
    near = range(first - 1, max(-1, first - _MEASURE), -1)
    return next((at for at in near if _is_measured(items, at)), first)


def _is_measured(items: Items, at: int) -> bool:
    """Tell whether "the" and a comparative stand at ``items[at]``."""
    more = items[at + 1].word if at + 1 < len(items) else ""
    return items[at].word == "the" and (more in ("more", "less") or more.endswith("er"))


def _with_date(items: Items, first: int, end: int) -> int:
    """Return where "the next few | weeks will be hard" begins, and "by May | Lutha will"."""
    date = items[first].date
    last = first
    while last < end and items[last].date == date >= 0:
        last += 1
    named = last < end and (items[last].ref or items[last].upper or items[last].word == "the")
    if named and date >= 0:
        return last
    while date >= 0 and first and items[first - 1].date == date:
        first -= 1
    return first


def _is_half(view: View, told: Items) -> bool:
    """Tell whether only half is told: "will not only fall" and no "but", "people who"."""
    words = [item.word for item in told]
    only = any(two in ("only", "just") and one in _NOT for one, two in pairwise(words))
    ends = view.lexicon.has(words[-1], "relative") or words[-1] == "as"
    return (only and "but" not in words) or ends


def _begins_inside(view: View, items: Items, first: int) -> bool:
    """Tell whether the subject is only the last part of what stands before ``items[first]``."""
    if not first or items[first - 1].ref is not None:
        return False
    joint, before = items[first - 1].word, items[first - 2].word if first > 1 else ""
    if (
        joint in ("off", "onto", ">", "%", "percent", "such")
        or (joint == "of" and before == ")")
        or (joint == "and" and before in _DASHES)
        or (joint in _DASHES and _is_known(view, before))
    ):
        return True
    lengths = cues_for(view.lexicon).lists["lengths"]
    if (joint == "and" and before in lengths) or (
        joint == "," and before.endswith("er") and items[first].word.endswith("er")
    ):
        return True  # "the next weeks and | months", "cheaper, | cleaner fuel"
    return (
        _is_object(view, items, first)
        or _is_verb(view, items, first)
        or _is_count(items, first)
        or _is_behind_gerund(view, items, first)
        or items[first].word == "according"
        or (items[first].ref is not None and tells_which(view, items, first))
        or _is_participle(view, items, first)
        or _is_half_described(view, items, first)
    )


def _is_object(view: View, items: Items, first: int) -> bool:
    """Tell whether a verb governs it: "whoever forgets | the past will", "digging | the port"."""
    before = items[first - 1]
    opens = items[first].ref is None and view.lexicon.has(items[first].word, "determiner")
    if not opens or before.date >= 0 or not before.word.isalpha() or _is_known(view, before.word):
        return False
    stem = before.word.removesuffix("ing")
    if {stem, stem + "e", stem + "s"} & listed(view, "telling"):
        return False  # "claiming | the move will …"
    if before.word.endswith("ing") and len(before.word) > _GERUND:
        return not view.lexicon.has(before.word, "preposition")
    near = items[max(0, first - _ADVERBIAL) : first - 1]
    if near and near[-1].word == "the":
        return False  # "the longer it lasts, the higher | the price will be"
    return not any(
        item.word != "to" and view.lexicon.has(item.word, "preposition", "reporting")
        for item in near
    )  # not "at that point | the price will", "told miners | the pits will"


def _is_verb(view: View, items: Items, first: int) -> bool:
    """Tell whether a verb opens it: "the offer is | made the board will", "and | won will make"."""
    word, follows = items[first].word, items[first + 1].word
    if items[first].ref is not None or not word.endswith("ed") or word in view.lexicon.classes:
        return False
    return view.lexicon.has(follows, "article") or follows in cues_for(view.lexicon).lists["future"]


def _is_known(view: View, word: str) -> bool:
    """Tell whether a word is one behind which a clause can open."""
    return (
        word in view.lexicon.classes
        or word.endswith("ly")
        or any(
            word in listed(view, name) for name in ("telling", "content", "held_views", "crowds")
        )
        or word in cues_for(view.lexicon).lists["minding"] | cues_for(view.lexicon).lists["hanging"]
    )


def _is_correlative(items: Items, first: int) -> bool:
    """Tell whether "the higher" opens it: "the price will be" says nothing without."""
    more = items[first - 1].word if first > 1 else ""
    return items[first - 2].word == "the" and (more in ("more", "less") or more.endswith("er"))


def _is_behind_gerund(view: View, items: Items, first: int) -> bool:
    """Tell whether the sentence opens with a gerund: "saving the yards, in a poor, | dry town"."""
    if items[first - 1].word != ",":
        return False
    opens = next((n + 1 for n in range(first - 2, -1, -1) if items[n].word in STRONG), 0)
    opens += items[opens].word in QUOTES
    word = items[opens].word
    gerund = word.endswith("ing") and len(word) > _GERUND and items[opens].ref is None
    if not gerund or view.lexicon.has(word, "preposition") or items[first].ref is not None:
        return False
    return sum(item.word == "," for item in items[opens:first]) > 1


def _is_count(items: Items, first: int) -> bool:
    """Tell whether a number is said in two words: "in the next two, | three years"."""
    if items[first - 1].word != "," or first < 2:
        return False
    return items[first].word in _NUMBERS and items[first - 2].word in _NUMBERS


def _is_participle(view: View, items: Items, first: int) -> bool:
    """Tell whether a participle behind a comma opens it: ", paired with | other steps"."""
    word = items[first].word
    shaped = len(word) > _LETTERS and word.endswith("ed") and items[first].ref is None
    follows = items[first + 1].word if first + 1 < len(items) else "."
    return shaped and items[first - 1].word == "," and view.lexicon.has(follows, "preposition")


def _is_half_described(view: View, items: Items, first: int) -> bool:
    """Tell whether an adjective is joined to it: "of dry and | fertile soil", "a new, |"."""
    opens = items[first].word
    described = opens in ("more", "less", "most") or opens.endswith(_ADJECTIVES)
    if first > 2 and items[first - 1].word == "," and described and items[first].ref is None:
        return view.lexicon.has(items[first - 3].word, "article")
    if first < 2 or items[first - 1].word not in ("and", "or"):
        return False
    before = items[first - 2].word
    if not before.endswith(_ADJECTIVES) or items[first - 2].ref is not None:
        return False
    near = items[max(0, first - 2 - _STATE) : first - 2]
    return not any(
        view.lexicon.has(item.word, "be") or item.word in STRONG or item.word in QUOTES
        for item in near
    )


_LEADING_ON = frozenset({",", "therefore", "thus", "hence"})
_ASIDES = frozenset("(—–")
_NOT = frozenset({"not", "won't", "n't", "wouldn't", "doesn't"})
_DASHES = frozenset("—–")
_ADJECTIVES = ("ical", "ous", "ful", "less", "ible", "able", "onal", "ary", "ive")
_NUMBERS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"}
    | {str(number) for number in range(1, 100)}
)
