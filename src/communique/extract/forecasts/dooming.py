"""What is told to come on a condition, in any case, or to all of us.

"Without seed, …", "the longer he waits, the higher …", "lift the ban and they will …", "we are
going to see queues".
"""

from __future__ import annotations

from itertools import pairwise

from communique.extract.clauses import QUOTES, STRONG, listed
from communique.extract.forecasts.clause import Clause
from communique.extract.forecasts.cues import Cues
from communique.extract.forecasts.events import is_told
from communique.extract.forecasts.foresights import lies_ahead
from communique.extract.genres import is_staged
from communique.extract.modality import Items
from communique.extract.view import View

_CONDITION = 24  # items of a condition before what comes of it
_PHRASE = 6  # items of ", in a year or two,"
_OPENING = frozenset({"and", "but", "because", "so", "that", "or", "then"})
_DASHES = frozenset("—–")
_NEAR = 16  # items before a verb in which a condition opens


def is_doom(clause: Clause) -> bool:
    """Tell whether something is foretold as coming in any case, or failing what is said."""
    return is_told(clause, "otherwise") or _is_correlative(clause) or _is_lacking(clause)


def is_dared(clause: Clause) -> bool:
    """Tell whether the clause follows a command: "lift the embargo now and | they will …"."""
    view, items, first = clause.view, clause.items, clause.subject.first
    if not clause.is_by("will", "going") or clause.subject.person == "first":
        return False
    if clause.head == "you" or not first or items[first - 1].word not in ("and", "or"):
        return False
    at = first - 1
    while at and items[at - 1].word not in STRONG and items[at - 1].word not in QUOTES:
        at -= 1
    opens = items[at]
    return (
        at < first - 1
        and opens.ref is None
        and opens.word in clause.cues.lists["daring"]
        and not any(view.lexicon.has(item.word, "modal", "future") for item in items[at:first])
    )


def befalls(clause: Clause, conditional: bool) -> bool:
    """Tell whether it happens to all of us: "we are going to see queues", "we're heading for"."""
    view, items, first, verb = clause.view, clause.items, clause.subject.first, clause.verb
    if clause.head != "we" or clause.is_by("would", "could") or _is_our_choice(clause):
        return False
    thought = clause.has_any([clause.telling], "thinking", "unsure") and not is_staged(view)
    if first and not thought and not _opens_clause(clause, first - 1):
        return False  # "the threats we are going to face"
    if clause.cue.words[0] in ("headed", "heading", "bound", "doomed"):
        return True
    after = items[verb + 1] if verb + 1 < len(items) else items[verb]
    near = items[max(0, first - 4) : verb + 12]
    dated = any(lies_ahead(view, view.reading.dates[i.date]) for i in near if i.date >= 0)
    if clause.word == "pay":
        return not view.lexicon.has(after.word, "pronoun") and clause.has_any(
            ["pay", *clause.ahead(5)], "prices"
        )
    if not (conditional or dated or thought):
        return False
    if clause.word == "be":
        return after.word in clause.cues.lists["befallen"]
    named = after.ref is not None or view.lexicon.has(
        after.word, "pronoun", "adverb", "to", "conditional", "asking", "preposition"
    )
    named = named or after.word in listed(view, "asking") or not after.word.isalnum()
    return clause.does("befalling") and not named


def _is_our_choice(clause: Clause) -> bool:
    """Tell whether we choose it ourselves: "we will all suffer if we fail to act"."""
    behind = clause.ahead(_NEAR)
    choice = behind[behind.index("if") :][1:2] if "if" in behind else []
    return choice == ["we"]


def _opens_clause(clause: Clause, at: int) -> bool:
    """Tell whether a clause can begin behind ``items[at]``."""
    view, item = clause.view, clause.items[at]
    if item.word in STRONG or item.word in QUOTES or item.word == "," or item.date >= 0:
        return True
    return item.ref is None and (
        view.lexicon.has(item.word, "conjunction", "subordinator", "adverb")
        or item.word in listed(view, "telling")
    )


def _is_lacking(clause: Clause) -> bool:
    """Tell whether the clause opens with what is missing: "without seed, …"."""
    items = clause.items
    for at in range(max(0, clause.subject.first - _NEAR), clause.subject.first):
        before = items[at - 1].word if at else "."
        near = sum(item.word == "," for item in items[at : clause.subject.first]) < 2
        if items[at].word in clause.cues.lists["lacking"] and near and not before[:1].isalnum():
            return True
    return False


def _is_correlative(clause: Clause) -> bool:
    """Tell whether one thing grows with another: "the longer he waits, the higher it will be"."""
    near = clause.items[max(0, clause.verb - _NEAR) : clause.verb]
    pairs = sum(
        one.word == "the" and (two.word.endswith("er") or two.word in ("more", "less"))
        for one, two in pairwise(near)
    )
    return pairs > 1


def _before_thought(cues: Cues, items: Items, first: int) -> int | None:
    """Return where "I am sure that" begins right before ``items[first]``, behind a comma."""
    at = first - (first > 0 and items[first - 1].word == "that") - 1
    if at < 1 or items[at].word not in cues.lists["believing"] | cues.lists["thinking"]:
        return None
    for opens in range(at - 1, max(0, at - _PHRASE), -1):
        if items[opens].word in ("i", "we"):
            return opens if items[opens - 1].word == "," else None
    return None


def with_condition(view: View, cues: Cues, items: Items, first: int) -> int:
    """Return where the condition begins behind which it stands: "if he wins, | prices will".

    A short phrase may stand between: "if he wins, in a year or two, | prices will", and so may
    a thought: "if he wins, I am sure that | prices will".
    """
    thought = _before_thought(cues, items, first)
    if thought is not None:
        whole = with_condition(view, cues, items, thought)
        return whole if whole < thought else first
    then = first - (first > 1 and items[first - 1].word == "then")
    if not then or items[then - 1].word != ",":
        return first
    commas = [then - 1]
    for at in range(then - 2, max(-1, first - _CONDITION), -1):
        word = items[at].word
        if word == "," and len(commas) < 2 and commas[-1] - at <= _PHRASE:
            commas.append(at)
        elif word == "," or word in QUOTES or (word in STRONG and word not in _DASHES):
            return first
        lacking = word in cues.lists["lacking"]
        lacking = lacking or (word == "for" and items[at + 1].word in ("every", "each"))
        if (lacking or view.lexicon.has(word, "conditional")) and items[at].ref is None:
            before = items[at - 1].word if at else "."
            told = view.lexicon.has(before, "reporting") or before in listed(view, "telling")
            opens = not before[:1].isalnum() or before in _OPENING or told
            return at if opens and word not in ("whether", "lest") else first
    return first
