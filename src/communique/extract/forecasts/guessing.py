"""What is foreseen with other words than "expect" and "will".

"Sees no quick end to the siege", "gives the cabinet three months", "my guess is that nothing
moves", "I'd be surprised if they signed", "her forecast that prices would fall".
"""

from __future__ import annotations

from itertools import pairwise

from communique.extract.clauses import (
    STRONG,
    clause_end,
    subject_of,
    verb_start,
)
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.forecasts.events import is_dated
from communique.extract.forecasts.foresights import Foresight
from communique.extract.genres import is_staged
from communique.extract.modality import Items, of_verb
from communique.extract.view import View
from communique.extract.voices import voice_of

_OWNER = 4  # items between an owner and the noun
_SEEN = 6  # items of what is seen, up to its noun
_OPENING = 7  # items of what opens the content of a guess
_THATS = frozenset({"that's", "that’s", "'s", "’s", "is"})
_OBJECT = 9  # items of what is given a chance


def seen(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "sees no end to the war", "sees growth slowing" and "sees little chance of a deal"."""
    after = index + 1
    end = clause_end(view, items, after)
    if _sees_end(cues, items, after, end):
        return _of_subject(view, items, index, end, cue)
    group = items[verb_start(view, items, index) : index]
    if any(view.lexicon.has(item.word, "have") for item in group) or "as" in (
        item.word for item in items[after : after + 3]
    ):
        return None  # "has seen more of it than before", "don't see it as failing"
    if _unseen(view, cues, items, index, end):
        return _of_subject(view, items, index, end, cue, denied=True)
    due = cue.form != "past" and _sees_due(view, cues, items, after, end)
    if not due and cue.form not in ("base", "third"):
        return None
    if not due and not _sees_coming(view, cues, items, after, end):
        return None
    found = _of_subject(view, items, index, end, cue)
    first = items[verb_start(view, items, index) - 1].word
    return None if view.lexicon.has(first, "first_plural", "first_singular", "pronoun") else found


def given(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "gives the cabinet three months", "puts the odds of a deal at one in three"."""
    end = clause_end(view, items, index + 1)
    ahead = [item.word for item in items[index + 1 : end]]
    chance = any(word in cues.lists["chances"] for word in ahead[:_OBJECT])
    chance_of = any(one in cues.lists["chances"] and two == "of" for one, two in pairwise(ahead))
    if cue.name == "put":
        at_odds = ("at", "odds") in pairwise(ahead)  # "put her at odds with her party"
        if not (chance and "at" in ahead) or at_odds:
            return None
    elif not chance_of:
        return _given_time(view, cues, items, index, cue)
    return _of_subject(view, items, index, end, cue)


def _given_time(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "I give the cabinet three months"; who gave it, or whom a law gives it, grants it."""
    end = clause_end(view, items, index + 1)
    found = _of_subject(view, items, index, end, cue)
    if found is None or not _is_deadline(cues, items, index + 1, end):
        return None
    return found if cue.form in ("base", "third") or found.by is None else None


def awaited(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "is betting on an early vote" and "traders are braced for further rises"."""
    start = verb_start(view, items, index)
    group = items[start:index]
    subject = subject_of(view, items, start)
    after = index + len(cue.words)
    end = clause_end(view, items, after)
    if subject is None or (subject.actor is None and not subject.crowd) or end <= after:
        return None
    if cue.words[-1] == "of" and not _is_event(view, cues, items, after):
        return None  # "warned of the step"
    if cue.words[0].endswith("ing") and not any(view.lexicon.has(i.word, "be") for i in group):
        return None  # "has the firms pricing in carbon"
    if items[after].word in cues.lists["pointing"] and not _tells(cues, items, after, end):
        return None  # "is banking on that"
    if is_staged(view) and any(item.word in ("was", "were") for item in group):
        return None  # "they were betting that we would be silent"
    if is_staged(view) and any(item.word == "would" for item in items[after:end]):
        return None  # "he bet that we would crack"
    if subject.person == "first" or any(view.lexicon.has(i.word, "not", "modal") for i in group):
        return None
    return Foresight(subject.actor, subject.first, end, f"await:{cue.words[0]}")


def _tells(cues: Cues, items: Items, after: int, end: int) -> bool:
    return any(item.word in cues.lists["future"] for item in items[after:end])


def _is_event(view: View, cues: Cues, items: Items, after: int) -> bool:
    """Tell whether what is warned of lies ahead: "of famine", "of a flood by autumn"."""
    near = {item.word for item in items[after : after + 5]}
    return bool(near & cues.lists["eventualities"]) or is_dated(view, items, after)


def guessed(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "my guess is that …", "Ruiz's forecast that … proved wrong" and "her fear is …"."""
    owner = _owner(view, items, index)
    if owner is None:
        return None
    by, first = owner
    after = index + len(cue.words)
    if after < len(items) and items[after].word in ("by", "from"):
        reach = range(after, min(len(items), after + _OPENING))
        after = next((at for at in reach if items[at].word == "that"), after)
    if after < len(items) and items[after].word == ",":
        after += 1
    opens = items[after].word if after < len(items) else "."
    if view.lexicon.has(opens, "be"):
        after += 1
    elif opens != "that" or view.lexicon.has(items[min(after + 1, len(items) - 1)].word, "be"):
        return None  # "the forecast that's out today"
    if after >= len(items) or items[after].word in ("—", "–"):
        return None  # "my guess is", "my guess is — a lot depends on it"
    if cue.words[0] in cues.lists["assessing"] and not _is_assessed(cues, items[after:]):
        return None  # "our assessment is based on …", "that it was an accident"
    end = clause_end(view, items, after + 1)
    told = any(i.word in cues.lists["future"] for i in _main(view, items[after:end]))
    ahead = told or is_dated(view, items, after)
    while end < len(items) and items[end].word == "," and end - after < _OPENING:
        end = clause_end(view, items, end + 1)  # "is that, in the coming days, we should see"
    opens_at = after + (items[after].word == "that")
    near = {item.word for item in items[opens_at : opens_at + 3]}
    own = near & ({"i"} if cue.words[0] in cues.lists["guessing"] else {"we", "i"})
    ours = any(view.lexicon.has(items[at].word, "first_plural") for at in range(first, index))
    if ours:
        own |= near & cues.lists["pointing"]  # "our expectation is that it will be"
    if cue.words[0] == "expectation":
        happening = cues.lists["outcomes"] | cues.lists["undone"]
        own |= set() if any(i.word in happening for i in items[after:end]) else {"that"}
    hoped = any(item.word in cues.lists["hoping"] for item in items[max(0, index - 3) : index])
    asked = any(item.word in cues.lists["owing"] for item in items[after : after + 6])
    if opens == "that" and opens_at + 1 < len(items):
        asked = asked or items[opens_at].word in cues.lists["future"]  # "is that would end up"
    was = any(
        view.lexicon.has(one.word, "modal") and two.word == "have"
        for one, two in pairwise(items[after:end])
    )  # "my guess is some may have left"
    asked = asked or items[opens_at].word in _THATS  # "my guess is that's it"
    asked = asked or {"would", "your"} <= {item.word for item in items[after:end]}
    asked = asked or any(item.word in cues.lists["agenda"] for item in items[after:end])
    asked = asked or any(
        one.word == "be" and two.word in cues.lists["ruled"]
        for one, two in pairwise(items[after:end])
    )  # "her warning that they won't be allowed to stay"
    if end - after < 4 or not ahead or own or hoped or asked or was:
        return None
    return Foresight(by, first, end, f"noun:{cue.words[0]}")


def _is_assessed(cues: Cues, content: Items) -> bool:
    """Tell whether "that" and what is to come follow an assessment."""
    words = [item.word for item in content[:_OPENING]]
    ahead = cues.lists["future"] - {"likely", "unlikely"}
    return words[:1] == ["that"] and any(word in ahead for word in words)


def _main(view: View, items: Items) -> Items:
    """Return the items before a relative clause: "there are rebels | who will look"."""
    first = next(
        (n for n, i in enumerate(items) if n and view.lexicon.has(i.word, "relative")), None
    )
    return items[:first]


def surprised(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "I would be surprised if there was a treaty before May"."""
    start = verb_start(view, items, index)
    subject = subject_of(view, items, start)
    after = index + len(cue.words)
    end = clause_end(view, items, after)
    near = [item.word for item in items[after : after + 6]]
    past = any(view.lexicon.has(word, "do", "have") for word in near)
    past = past or any(two in (("was", "that"), ("had", "not")) for two in pairwise(near))
    opens = near[0] if near else ""
    now = opens in ("that", "this", "it") and near[1:2] in (["was"], ["were"])
    now = now or any(word in ("is", "are", "isn't", "aren't", "wasn't") for word in near)
    if subject is None or end - after < 3 or past or now:
        return None  # "if that was the plan", "if they aren't on their way": what is
    by = subject.actor if subject.actor is not None else None
    if by is None and not subject.crowd:
        return None
    return Foresight(by, subject.first, end, f"surprised:{cue.words[-1]}")


def _of_subject(
    view: View, items: Items, index: int, end: int, cue: Cue, denied: bool = False
) -> Foresight | None:
    """Return the foresight of the verb's subject, unless it is denied, asked or wished."""
    modality = of_verb(view, items, index, cue.form)
    if modality.negated != denied or modality.status != "held":
        return None
    start = verb_start(view, items, index)
    subject = subject_of(view, items, start)
    if subject is None or (subject.actor is None and not subject.crowd) or end <= index + 1:
        return None
    return Foresight(subject.actor, min(subject.first, start), end, f"{cue.kind}:{cue.words[0]}")


def _sees_end(cues: Cues, items: Items, after: int, end: int) -> bool:
    """Tell whether "no", "little" or "a" and a noun of prospects are seen: "no end to"."""
    if after >= end or items[after].word not in cues.lists["degrees"]:
        return False
    for at in range(after + 1, min(end - 1, after + _SEEN)):
        if items[at].word in cues.lists["prospects"]:
            return items[at + 1].word in ("to", "of", "for", "in", "that")
    return False


def _unseen(view: View, cues: Cues, items: Items, index: int, end: int) -> bool:
    """Tell whether somebody is not seen doing a thing: "I don't see her surviving the vote"."""
    group = items[verb_start(view, items, index) : index]
    denied = any(view.lexicon.has(item.word, "not") for item in group)
    if items[index].word.endswith("ing"):
        return False  # "so we're not seeing fires"
    now = not any(view.lexicon.has(i.word, "have") or i.word.startswith("did") for i in group)
    if index + 1 < end and items[index + 1].word in cues.lists["pointing"]:
        return False  # "we don't see that changing"
    if index + 1 < end and items[index + 1].word in ("anybody", "anyone", "ourselves", "somebody"):
        return False  # "we don't see anybody offering more": what is
    return (denied and now) and any(
        item.word in cues.lists["happening"] for item in items[index + 2 : end][:4]
    )


def _sees_due(view: View, cues: Cues, items: Items, after: int, end: int) -> bool:
    """Tell whether a thing is seen for a time to come: "a breakthrough within weeks"."""
    ahead = items[after : min(end, after + _OBJECT)]
    event = any(i.word in cues.lists["prospects"] | cues.lists["eventualities"] for i in ahead[:5])
    going_on = any(_goes_on(view, cues, item.word) for item in ahead[1:6])
    return (event or going_on) and is_dated(view, items, after)


def _goes_on(view: View, cues: Cues, word: str) -> bool:
    return word in cues.lists["happening"] or (
        word.endswith("ing") and len(word) > 5 and not view.lexicon.has(word, "preposition")
    )


def _sees_coming(view: View, cues: Cues, items: Items, after: int, end: int) -> bool:
    """Tell whether a thing is seen doing what happens by itself: "growth slowing"."""
    if after >= end or items[after].ref is not None or not items[after].word.isalpha():
        return False
    for at in range(after + 1, min(end, after + _SEEN)):
        if items[at].word in cues.lists["happening"]:
            follows = items[at + 1].word if at + 1 < end else "."
            return not follows.isalpha() or _leads_on(view, follows)
        if view.lexicon.has(items[at].word, "preposition", "be", "conjunction", "pronoun"):
            return False
    return False


def _leads_on(view: View, word: str) -> bool:
    """Tell whether a word leads on from a verb: no noun, as in "a failing | town"."""
    return view.lexicon.has(word, "preposition", "adverb", "conjunction", "determiner")


def _is_deadline(cues: Cues, items: Items, after: int, end: int) -> bool:
    """Tell whether a length of time is given to somebody, and nothing else: "three months"."""
    last = end
    while last > after and items[last - 1].word in ("more", "at", "most"):
        last -= 1
    short = 2 < last - after <= _SEEN
    if not short or items[last - 1].word not in cues.lists["terms"]:
        return False
    counted = items[last - 2].word
    return counted[:1].isdigit() or counted in cues.lists["counts"]


def _named_behind(items: Items, index: int) -> tuple[str | None, int] | None:
    """Return whose "forecasts by Ruiz that …" are."""
    near = items[index + 2 : index + 2 + _OWNER]
    ref = next((item.ref for item in near if item.ref is not None), None)
    return (ref.actor, index) if ref is not None else None


def _owner(view: View, items: Items, index: int) -> tuple[str | None, int] | None:
    """Return whose the noun at ``items[index]`` is, and where it begins: "my", "Ruiz's"."""
    behind = items[index + 1 : index + 2]
    if behind and behind[0].word in ("by", "from"):
        return _named_behind(items, index)
    for at in range(index - 1, max(-1, index - _OWNER), -1):
        item = items[at]
        if view.lexicon.has(item.word, "genitive") and at and items[at - 1].ref is not None:
            ref = items[at - 1].ref
            return (ref.actor, at - 1) if ref is not None else None
        if view.lexicon.has(item.word, "genitive") and at > 1:
            if view.lexicon.has(items[at - 1].word, "pronoun"):
                return None  # "there's fear that …"
            return None, at - 1  # "the government's own forecast"
        if view.lexicon.has(item.word, "possessive"):
            if item.ref is not None:
                return item.ref.actor, at
            first = view.lexicon.has(item.word, "first_singular", "first_plural")
            if not first and view.lexicon.has(item.word, "determiner") and item.word != "your":
                return None, at  # "their fear is that …"
            voice = voice_of(view, items, at) if first else None
            return (voice.actor, at) if voice is not None and voice.actor is not None else None
        if not item.word.isalpha() or item.ref is not None or item.word in STRONG:
            return None
    return None
