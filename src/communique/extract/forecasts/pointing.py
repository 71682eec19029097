"""What the words of a foresight point at, and whether a reader of the claim is told it.

"These works will create 11,000 jobs" is read beside the sentence before, which says what works
they are. "No wall will mend that" says nothing, whatever stands beside it.
"""

from __future__ import annotations

from communique.extract.forecasts.clouded import points
from communique.extract.forecasts.cues import Cues
from communique.extract.forecasts.foresights import Foresight
from communique.extract.modality import Items
from communique.extract.view import View
from communique.model import Span

_POINTING = frozenset({"this", "these", "those", "that"})
_BARE = frozenset({"that", "this"})
_SUBJECT = 8  # items of a subject in which something is pointed at
_LONGEST = 600  # characters of a sentence that is taken in beside


def pointed_at(view: View, cues: Cues, items: Items, found: Foresight) -> Span | None:
    """Return the sentence before, of the same paragraph, where the subject points back."""
    if not _points_back(view, cues, items, found):
        return None
    start = items[found.first].start
    number = view.sentence_at(start)
    if not number:
        return None
    before = view.reading.sentences[number - 1]
    same = view.turns.paragraph_at(start) == view.turns.paragraph_at(before.start)
    return before if same and before.end - before.start <= _LONGEST else None


def _points_back(view: View, cues: Cues, items: Items, found: Foresight) -> bool:
    """Tell whether "these works" is, or is in, the subject of what is to come."""
    for at in range(found.first, min(found.end - 1, found.first + _SUBJECT)):
        item = items[at]
        if item.word in cues.lists["future"] or view.lexicon.has(item.word, "be"):
            return False
        if item.word not in _POINTING or item.ref is not None or item.date >= 0:
            continue
        noun = items[at + 1]
        plain = noun.word.isalpha() and not view.lexicon.has(noun.word, "modal", "have", "to")
        if item.word == "that" and (not plain or _opens_clause(view, items, at)):
            continue
        if plain and points(view, cues, items, at):
            return True
    return False


def _opens_clause(view: View, items: Items, at: int) -> bool:
    """Tell whether "that" opens what is thought: "warned that default could", not "that toll"."""
    noun = items[at + 1]
    if noun.word.endswith("s") or noun.upper or noun.ref is not None:
        return True
    before = items[at - 1].word if at else "."
    return before[:1].isalnum() and not view.lexicon.has(before, "preposition", "conjunction")


def ends_empty(view: View, cues: Cues, items: Items, found: Foresight) -> bool:
    """Tell whether all that is done is "that": "no wall will mend that", "will do this in May"."""
    last = [item.word for item in items[found.end - 2 : found.end]]
    if last in (["do", "so"], ["doing", "so"]):
        return True  # "she will probably continue to do so"
    if last in (["over", "there"], ["out", "there"], ["down", "there"]):
        return True  # "there will be riots over there"
    for at in range(found.first + 2, found.end):
        item = items[at]
        if _is_its_term(view, items, at, found.end):
            return True
        if item.word not in _BARE or item.ref is not None or item.date >= 0:
            continue
        follows = items[at + 1].word if at + 1 < found.end else "."
        leads = not follows[:1].isalnum() or view.lexicon.has(follows, "preposition")
        fated = items[at - 1].word in cues.lists["fates"]  # "you will regret this"
        if leads and not fated and _is_deed(view, items, at - 1):
            return True
    return False


def _is_its_term(view: View, items: Items, at: int, end: int) -> bool:
    """Tell "if *this* is not done", where the words do not say what."""
    bare = items[at].word in ("this", "that", "it") and items[at].ref is None
    if not bare or not view.lexicon.has(items[at - 1].word, "conditional"):
        return False
    behind = [item.word for item in items[at + 1 : min(end, at + 4)]]
    return view.lexicon.has(behind[0], "be") and behind[-1] == "done" if behind else False


def _is_deed(view: View, items: Items, at: int) -> bool:
    """Tell whether a verb behind "will" or "to" stands at ``items[at]``."""
    before = items[at - 1].word
    return items[at].word.isalpha() and (
        view.lexicon.has(before, "future", "modal", "to") or before in ("won't", "'ll")
    )


def is_unreal(items: Items, found: Foresight) -> bool:
    """Tell whether it tells what did not come about: "they would have split", "might have won"."""
    told = [item.word for item in items[found.first : found.end]]
    for at in range(len(told) - 2):
        if told[at] in _UNREAL and told[at + 1] == "have" and _is_done(told[at + 2]):
            return True
    return False


def _is_done(word: str) -> bool:
    return word in ("been", "split", "lost", "won", "gone", "come") or word.endswith(("ed", "en"))


_UNREAL = frozenset({"would", "wouldn't", "might", "could", "couldn't", "should"})
