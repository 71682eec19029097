"""Stands that refuse: "X will never accept …", "does not recognise the result"."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import QUOTES, STRONG, verb_start
from communique.extract.modality import Items, of_verb
from communique.extract.positions.caution.guards import is_from_here
from communique.extract.positions.caution.lookalikes import head_of
from communique.extract.positions.caution.named import person_at
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.holder.attributed import is_attributed
from communique.extract.positions.holder.holders import holder_at
from communique.extract.positions.stand import (
    Stand,
    held_by,
    in_condition,
    is_no_condition,
    is_told,
)
from communique.extract.view import View
from communique.model.claims import Polarity

_AHEAD = 9  # items behind a verb in which its terms begin


def by_refusal(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "X will never accept …"."""
    verb = index + len(cue.words)
    while verb < len(items) and view.lexicon.has(items[verb].word, "adverb", "not"):
        verb += 1
    if verb >= len(items) or not _is_refused(view, cues, items, index, verb, cue):
        return None
    talks = items[verb].word in cues.lists["firm.talking"]
    if talks and not _refuses_talks(cues, items, verb):
        return None
    after = verb
    if after + 1 < len(items) and items[after + 1].word in cues.lists["guards.particles"]:
        after += 1
    if _says_nothing(view, cues, items, after):
        return None
    start = verb_start(view, items, index)
    subject = holder_at(view, items, start)
    modality = of_verb(view, items, after, "base")
    if in_condition(modality, items, index) or modality.cue == "whether":
        return None
    weak = _is_weak(view, cues, items, after, cue)
    why = f"refuse:{cue.name}"
    if after + 1 < len(items) and _is_what(view, items, start, after + 1):
        after, why = (
            after + 1,
            f"cleft:{cue.name}",
        )  # "what we cannot accept is | the annex"
    stand = held_by(view, items, subject, "against", start, index, after + 1, why, weak)
    if stand is None:
        return None
    told = modality.condition
    if told is not None and is_no_condition(items, told.start):
        told = None  # "if necessary"
    terms = told is not None or _has_terms(cues, items, stand)
    polarity: Polarity = "conditional" if terms else stand.polarity
    return replace(stand, called="talks" if talks else "", polarity=polarity)


def _is_what(view: View, items: Items, start: int, be: int) -> bool:
    """Tell whether what is refused is told behind "is": "what we cannot accept | is …"."""
    opens = start > 1 and items[start - 2].word == "what"
    return opens and items[be].ref is None and view.lexicon.has(items[be].word, "be")


def _is_refused(view: View, cues: Cues, items: Items, index: int, verb: int, cue: Cue) -> bool:
    """Tell whether the verb behind a cue of denial is one of refusing."""
    now = cue.name in cues.lists["refuse.deny_now"]
    if now and cue.name in cues.lists["refuse.told"] and is_told(view, items, index):
        now = False  # "said it would not sign"
    if items[verb].word in cues.lists["refuse.on_terms"] and not now:
        ahead = {item.word for item in items[verb + 2 : verb + _AHEAD]}
        return "until" in ahead or "unless" in ahead  # "will not discuss it until …"
    if items[verb].word not in cues.lists["refuse.now" if now else "refuse.verbs"]:
        return False
    given_up = (
        items[verb].word == "give" and items[verb + 1 : verb + 2] and (items[verb + 1].word == "up")
    )
    if "can" in cue.name and items[verb].word in cues.lists["refuse.freely"] and not given_up:
        return False  # "I cannot give you a date"
    return not (is_from_here(items, verb) or cue.name.startswith("shall"))


def _says_nothing(view: View, cues: Cues, items: Items, after: int) -> bool:
    """Tell whether what is refused, behind ``items[after]``, is no issue."""
    ahead = items[after + 1].word if after + 1 < len(items) else ""
    if items[after].word == "give" and ahead not in cues.lists["guards.giving"]:
        return True  # "I am not going to give an analysis"
    if view.lexicon.has(ahead, "pronoun") and items[after + 1].ref is None:
        noun = items[after + 2].word if after + 2 < len(items) else "."
        if not view.lexicon.has(ahead, "determiner") or not _is_noun(view, noun):
            return True  # "we do not accept that"
    if any(item.word == "as" for item in items[after + 1 : after + 5]):
        return True  # "does not accept hunger as a cost of war"
    # "will never give up the fight for …"
    return head_of(view, items, after + 1) in cues.lists["guards.struggles"]


def _is_weak(view: View, cues: Cues, items: Items, after: int, cue: Cue) -> bool:
    """Tell whether a refusal takes a side only on what the scheme knows."""
    word = items[after].word
    if (word == "up" and items[after - 1].word == "give") or word in cues.lists[
        "refuse.principled"
    ]:
        return False
    siding = word in cues.lists["guards.of_persons"] and after + 1 < len(items)
    if siding and person_at(view, items, after + 1):
        return False  # "will not back Lind"
    told = word in cues.lists["refuse.told_firmly"] and is_attributed(view, items, after)
    if told and cue.name not in cues.lists["refuse.able"]:
        return False  # "said Lutha would not send troops"
    if cue.name in cues.lists["refuse.forever"] and word in cues.lists["refuse.if_forever"]:
        return False
    ahead = [item.word for item in items[after + 1 : after + 3]]
    agreed = word in cues.lists["refuse.agreeing"] and ahead[:1] == ["to"]
    return not (agreed and len(ahead) > 1 and view.lexicon.has(ahead[1], "determiner"))


def _has_terms(cues: Cues, items: Items, stand: Stand) -> bool:
    """Tell whether a refusal holds on terms: "without guarantees we will not sign"."""
    first = stand.first
    while first and items[first - 1].word not in STRONG and items[first - 1].word not in QUOTES:
        first -= 1
    words = [item.word for item in items[first : stand.end]]
    behind = range(stand.cue - first, len(words))
    relative = next((n for n in behind if words[n] in ("that", "which", "who")), None)
    return not cues.lists["guards.lacking"].isdisjoint(words[:relative])


def _refuses_talks(cues: Cues, items: Items, verb: int) -> bool:
    """Tell whether talks are refused: not "I can't talk about that", "won't talk to you now"."""
    ahead = [item.word for item in items[verb + 1 : verb + 3]]
    if ahead[:1] == ["to"] and not cues.lists["firm.not_talked_to"].isdisjoint(ahead):
        return False  # "I can't talk to his psychology"
    return bool(ahead) and ahead[0] in cues.lists["firm.refused"] and "you" not in ahead


def _is_noun(view: View, word: str) -> bool:
    return word.isalpha() and not view.lexicon.has(
        word, "be", "have", "do", "modal", "preposition", "conjunction", "pronoun", "adverb"
    )
