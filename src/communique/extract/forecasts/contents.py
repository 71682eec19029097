"""What follows a verb of foreseeing: whether anything is foreseen, and where it ends."""

from __future__ import annotations

from communique.extract.clauses import clause_end
from communique.extract.forecasts.clause import own_end
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.forecasts.demands import goes_on_with_that
from communique.extract.forecasts.events import is_dated
from communique.extract.genres import is_staged
from communique.extract.modality import Items
from communique.extract.view import View


def content_end(view: View, cues: Cues, items: Items, after: int, cue: Cue) -> int:
    """Return where it ends, past a comma if nothing is told before it: "that in May, it will"."""
    end = clause_end(view, items, after)
    opened = items[after].word == "that" and end + 1 < len(items) and items[end].word == ","
    told = any(item.word in cues.lists["future"] for item in items[after:end])
    if opened and not told:
        return clause_end(view, items, end + 1)
    cut = own_end(view, items, after + 1) if after + 1 < end else end
    cut = min(cut, _next_deed(view, cues, items, after, end)) if cue.form == "past" else cut
    going = any(i.word in cues.lists["future"] or i.word == "to" for i in items[after:cut])
    return min(cut, end) if going else end


def _next_deed(view: View, cues: Cues, items: Items, after: int, end: int) -> int:
    """Return where the subject goes on to do another thing: "predicted it would end | and left"."""
    told = next((at for at in range(after, end) if items[at].word in cues.lists["future"]), end)
    passive = any(view.lexicon.has(i.word, "be", "have") for i in items[told : told + 3])
    for at in range(told + 2, end - 1):
        if items[at].word in ("and", "but") and items[at + 1].word.endswith("ed") and not passive:
            return at
    return end


def has_content(view: View, cues: Cues, items: Items, after: int, cue: Cue) -> bool:
    """Tell whether a verb of foresight is followed by what is foreseen."""
    word = items[after].word
    if not cue.words[0].startswith("expect"):
        if view.lexicon.has(word, "preposition") and goes_on_with_that(items, after):
            return True  # "predicted at the debate that …"
        empty = view.lexicon.has(word, "preposition", "conjunction", "subordinator")
        return word[:1].isalnum() and (word == "that" or not empty)
    if is_indefinite(cues, items[after : after + 14]):
        return True
    while after + 1 < len(items) and view.lexicon.has(word, "adverb"):
        after += 1  # "expects soon to propose"
        word = items[after].word
    ahead = [item.word for item in items[after : after + 14]]
    if is_not_expected(view, cues, items, after):
        return True
    if items[after].ref is not None and ahead[1:2] == ["to"] and ahead[2:3]:
        # else it is asked of them
        return ahead[2] in cues.lists["outcomes"] or ahead[2] in cues.lists["expected_of"]
    if word == "to" or word in ("at", "by", "from", "of", "you", "me", "nothing", ",", "."):
        return False
    denied = any(view.lexicon.has(i.word, "not") for i in items[max(0, after - 4) : after])
    denied = denied or word == "no"  # "expect no breakthrough"
    dated = any(item.date >= 0 for item in items[after : after + 14])
    return (
        denied
        or (dated and is_dated(view, items, after))
        or goes_on(cues, ahead)
        or "that" in ahead
        or any(w in cues.lists["future"] for w in ahead)
    )


def is_not_expected(view: View, cues: Cues, items: Items, after: int) -> bool:
    """Tell whether others are not expected to do a thing: "I do not expect Lutha to follow"."""
    denied = any(view.lexicon.has(i.word, "not") for i in items[max(0, after - 3) : after])
    ref = items[after].ref
    words = [item.word for item in items[after + 1 : after + 3]]
    if not denied or ref is None or words[:1] != ["to"] or len(words) < 2:
        return False
    state = view.actors[ref.actor].kind == "state" and words[1] not in cues.lists["arranged"]
    return ref.actor != view.speaker_at(items[after].start) and (state or not is_staged(view))


def goes_on(cues: Cues, ahead: list[str]) -> bool:
    """Tell whether "to" opens what comes about: "rates to fall", not "leaders to govern"."""
    if "to" not in ahead[:-1]:
        return False
    verb = ahead[ahead.index("to") + 1]
    if (
        verb == "be" and ahead[ahead.index("to") + 2 :][:1]
    ):  # "expects services to be open": a claim
        state = ahead[ahead.index("to") + 2]
        return state in cues.lists["undone"] or state in cues.lists["states"]
    return (
        verb in cues.lists["outcomes"]
        or verb in cues.lists["things"]
        or verb in cues.lists["going_on"]
    )


def is_indefinite(cues: Cues, ahead: Items) -> bool:
    """Tell whether some that nobody has named are expected to do a thing: "two of them to …"."""
    words = [item.word for item in ahead[:12]]
    first = next((n for n, word in enumerate(words) if word not in cues.lists["about"]), 0)
    named = cues.lists["counts"] | cues.lists["some"]
    counted = bool(words) and (words[first][:1].isdigit() or words[first] in named)
    return (counted or words[:1] == ["more"]) and "to" in words[first + 1 :]
