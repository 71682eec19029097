"""What is said to come: "will", "may", "is likely to", "is unlikely", "there is a danger that".

It is the speaker's forecast where it is about others or about the world.
"""

from __future__ import annotations

from itertools import pairwise

from communique.extract.clauses import (
    QUOTES,
    STRONG,
    Subject,
    clause_end,
    listed,
    subject_of,
    verb_start,
)
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.forecasts.foresights import (
    Foresight,
    is_open,
    lies_ahead,
    whole_subject,
)
from communique.extract.forecasts.foretelling import (
    foretells,
    happens,
    is_phrase,
    is_told,
    is_warned,
    lasts,
)
from communique.extract.forecasts.own import is_own, is_superior, sides
from communique.extract.modality import Items, of_verb
from communique.extract.view import View
from communique.extract.voices import voice_of

_DOUBT = 5  # items between a doubt and what is doubted


def to_come(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "will", "may", "could", "is likely to" and "is going to"."""
    voice = voice_of(view, items, index)
    if cue.kind == "likely" and items[index - 1].word in ("was", "were"):
        return None  # looks back
    whole = cue.kind == "likely" and cue.words[-1] not in cues.lists["before_verb"]
    verb = _verb_after(view, items, index + len(cue.words) - whole)
    probable = _is_probable(cues, items, index, verb, cue)
    unnamed = view.statement_at(items[index].start) is not None
    unknown = voice is None or (voice.actor is None and not voice.crowd)
    if unknown and (not probable or unnamed or (voice is not None and voice.verb)):
        return None
    speaker = voice.actor if voice is not None else None
    start = verb_start(view, items, index)
    if verb is None or not _is_verb_group(view, cues, items, start, index, verb, cue):
        return None
    subject = _subject(view, cues, items, start, index)
    if subject is None or _is_scheduled(cues, items, subject, verb, cue):
        return None
    if _is_vow(cues, items, subject, verb) or _is_unforeseen(view, cues, items, subject.first):
        return None
    modality = of_verb(view, items, verb, "base")
    condition = modality.condition
    if condition is not None and condition.start <= items[index].start < condition.end:
        return None
    doubted = any(
        i.word in cues.lists["doubting"] for i in items[max(0, subject.first - 3) : start]
    )
    asked = modality.cue in ("if", "unless", "whether")
    if (asked and not doubted) or _is_wished(cues, items, subject):
        return None
    own = is_own(view, items, subject, voice) or is_superior(view, items, subject, voice)
    if own and not happens(cues, items, verb):
        return None
    leads = condition is not None and condition.start < items[subject.first].start
    doom = leads or _is_doom(cues, items, subject.first, verb)
    end = clause_end(view, items, verb)
    dared = cue.kind in ("will", "going") and _is_dared(view, cues, items, subject.first)
    dared = dared and subject.person != "first" and items[subject.last - 1].word != "you"
    if dared or _befalls(view, cues, items, subject, verb, cue, condition is not None or doom):
        return Foresight(speaker, subject.first, max(end, verb + 1), _why(cue))
    if not _about_others(view, cues, items, subject, speaker, doom, verb):
        return None
    if not own and is_warned(view, cues, items, verb, subject, cue, voice):
        return _foresight(view, cues, items, subject, end, verb, speaker, cue)
    would = cue.kind == "would" and items[max(0, subject.first - 1)].word == "that"
    nobody = subject.person == "nobody" and (would or cue.kind in ("will", "may", "going"))
    nobody = nobody and items[subject.last - 1].word != "longer"
    if subject.person == "nobody" and items[verb].word == "have":
        return None  # "no senior will have to pay more": a rule
    if not (nobody or probable) and not foretells(
        view, cues, items, verb, subject, cue, doom, voice
    ):
        return None
    if _is_design(cues, items, subject, cue) or _is_lifelong(items, subject, verb):
        return None
    return _foresight(view, cues, items, subject, end, verb, speaker, cue)


def _is_probable(cues: Cues, items: Items, index: int, verb: int | None, cue: Cue) -> bool:
    """Tell whether it is told as likely: "is likely to fall", "will probably fall"."""
    if cue.kind == "likely" or verb is None:
        return cue.kind == "likely"
    between = items[index + 1 : verb]
    likely = any(i.word in cues.lists["probably"] for i in between)
    you = any(item.word in ("you", "guys") for item in items[max(0, index - 2) : index])
    if cue.kind == "would" and (you or items[verb].word in cues.lists["serving"]):
        return False  # "she would probably say the same"
    return cue.kind in ("will", "would") and likely


def _foresight(
    view: View, cues: Cues, items: Items, subject: Subject, end: int, verb: int,
    speaker: str | None, cue: Cue,
) -> Foresight:  # fmt: skip
    first = _from_doubt(cues, items, whole_subject(view, items, subject.first))
    return Foresight(speaker, first, max(end, verb + 1), _why(cue))


def _from_doubt(cues: Cues, items: Items, first: int) -> int:
    """Return where the doubt begins of which ``items[first]`` is told: "doubts that | Lutha"."""
    for at in range(first - 1, max(-1, first - _DOUBT), -1):
        if items[at].word in STRONG or items[at].word in QUOTES or items[at].word == ",":
            break
        if items[at].word in cues.lists["doubting"]:
            return at
    return first


def _why(cue: Cue) -> str:
    return f"{cue.kind}:{cue.words[0]}"


def _is_verb_group(
    view: View, cues: Cues, items: Items, start: int, index: int, verb: int, cue: Cue
) -> bool:
    """Tell whether "will" and the like stand before a verb: not "the will of the people"."""
    other = ("preposition", "determiner", "conjunction", "pronoun", "conditional")
    if view.lexicon.has(items[verb].word, *other) and cue.words[-1] != "for":
        return False  # "he won't unless"
    group = items[start:index]
    looks = cue.kind == "likely" and cue.words[0] in cues.lists["looking"]
    is_ = any(view.lexicon.has(item.word, "be") for item in group)
    if cue.kind in ("likely", "going") and not looks and not is_:
        return False  # "he put us back on track to …"
    if cue.kind == "likely" and items[index - 1].word in cues.lists["comparing"]:
        return False  # "is more likely to fall on women": how it is
    # "nobody can be bound to …"
    return cue.kind != "likely" or not any(view.lexicon.has(i.word, "modal") for i in group)


def _subject(view: View, cues: Cues, items: Items, start: int, index: int) -> Subject | None:
    """Return the subject of what is to come, in a clause that tells and does not ask."""
    subject = subject_of(view, items, start)
    before = items[start - 1].word if start else ""
    if view.lexicon.has(before, "reporting") or before in cues.lists["hanging"]:
        return None  # "which she says is going to happen"
    if subject is None or _is_relative(items, start):
        return None
    return None if is_open(view, cues, items, subject.first, index) else subject


def _is_scheduled(cues: Cues, items: Items, subject: Subject, verb: int, cue: Cue) -> bool:
    """Tell whether somebody is on the way to one's own aim: "the bank is poised to open"."""
    tracked = cue.kind == "likely" and cue.words[0] in cues.lists["tracking"]
    own = items[verb].word in cues.lists["arranged"] | cues.lists["deeds"]
    return tracked and subject.actor is not None and own


def _is_dared(view: View, cues: Cues, items: Items, first: int) -> bool:
    """Tell whether the clause follows a command: "lift the embargo now and | they will …"."""
    if not first or items[first - 1].word not in ("and", "or"):
        return False
    at = first - 1
    while at and items[at - 1].word not in STRONG and items[at - 1].word not in QUOTES:
        at -= 1
    opens = items[at]
    return (
        at < first - 1
        and opens.ref is None
        and opens.word in cues.lists["daring"]
        and not any(view.lexicon.has(item.word, "modal", "future") for item in items[at:first])
    )


def _befalls(
    view: View, cues: Cues, items: Items, subject: Subject, verb: int, cue: Cue, dated: bool
) -> bool:
    """Tell whether it happens to all of us: "we are going to see queues", "we're heading for"."""
    if items[subject.last - 1].word != "we" or cue.kind in ("would", "could"):
        return False
    if subject.first and not _opens_clause(view, items, subject.first - 1):
        return False  # "the threats we are going to face"
    if cue.words[0] in ("headed", "heading", "bound", "doomed"):
        return True
    after = items[verb + 1] if verb + 1 < len(items) else items[verb]
    near = items[max(0, subject.first - 4) : verb + 12]
    dated = dated or any(lies_ahead(view, view.reading.dates[i.date]) for i in near if i.date >= 0)
    if items[verb].word == "pay":
        return any(item.word in cues.lists["prices"] for item in items[verb : verb + 6])
    if items[verb].word == "be":
        return dated and after.word in cues.lists["befallen"]
    named = after.ref is not None or view.lexicon.has(
        after.word, "pronoun", "adverb", "to", "conditional", "asking", "preposition"
    )
    named = named or after.word in listed(view, "asking") or not after.word.isalnum()
    return dated and items[verb].word in cues.lists["befalling"] and not named


def _opens_clause(view: View, items: Items, at: int) -> bool:
    """Tell whether a clause can begin behind ``items[at]``."""
    item = items[at]
    if item.word in STRONG or item.word in QUOTES or item.word == "," or item.date >= 0:
        return True
    return item.ref is None and (
        view.lexicon.has(item.word, "conjunction", "subordinator", "adverb")
        or item.word in listed(view, "telling")
    )


def _is_design(cues: Cues, items: Items, subject: Subject, cue: Cue) -> bool:
    """Tell whether "would" says what a bill or a budget contains."""
    return cue.kind == "would" and items[subject.last - 1].word in cues.lists["designs"]


def _is_lifelong(items: Items, subject: Subject, verb: int) -> bool:
    """Tell whether somebody is told never, or always, to do a thing: a vow or praise."""
    ever = any(item.word in ("never", "always") for item in items[subject.last : verb])
    return ever and subject.actor is not None


def _is_vow(cues: Cues, items: Items, subject: Subject, verb: int) -> bool:
    """Tell whether resolve is told: "our friends will not walk away", "something he will …"."""
    group = items[subject.last : verb + 1]
    denied = any(item.word in ("not", "never", "won't", "n't", "no") for item in group)
    near = items[max(0, subject.first - 2) : subject.last]
    if denied and items[verb].word in cues.lists["resolve"]:
        return True
    if subject.actor is not None and any(item.word == "longer" for item in group):
        return True
    heads = {item.word for item in items[subject.first : subject.last]}
    rhetoric = heads & cues.lists["ideals"] and items[verb].word in ("win", "prevail", "change")
    return bool(rhetoric) or any(item.word in ("something", "longer") for item in near)


def _is_unforeseen(view: View, cues: Cues, items: Items, first: int) -> bool:
    """Tell whether the clause is told as not foreseen: "nobody expected that …"."""
    before = [item.word for item in items[max(0, first - 14) : first]]
    foreseeing = tuple(cues.lists["foreseeing"])
    at = next((n for n, w in enumerate(before) if w.startswith(foreseeing)), None)
    return at is not None and any(
        view.lexicon.has(word, "not") or word in ("nobody", "none") for word in before[:at]
    )


def _verb_after(view: View, items: Items, verb: int) -> int | None:
    """Return the verb behind "not" and adverbs at ``items[verb]``."""
    while verb + 1 < len(items) and (
        view.lexicon.has(items[verb].word, "not", "adverb")
        or items[verb].word.endswith("ly")
        or items[verb].word in listed(view, "before_verb")
    ):
        if f"{items[verb].word} {items[verb + 1].word}" in listed(view, "backing_out"):
            break  # "will not back away"
        verb += 1
    return verb if verb < len(items) and items[verb].word[:1].isalpha() else None


def _is_relative(items: Items, start: int) -> bool:
    """Tell whether the clause tells which one: "a treaty that will last"."""
    return start > 1 and (
        items[start - 1].word in ("who", "which")
        or (items[start - 1].word == "that" and items[start - 2].word[:1].isalpha())
        or (items[start - 1].word == "that" and items[start - 2].word == ",")
    )


def _is_wished(cues: Cues, items: Items, subject: Subject) -> bool:
    near = items[max(0, subject.first - 7) : subject.last + 1]
    wide = items[max(0, subject.first - 16) : subject.first]
    return any(item.word in cues.lists["hoping"] for item in near) or any(
        item.word == "hopefully" for item in wide
    )


def _is_doom(cues: Cues, items: Items, first: int, verb: int) -> bool:
    """Tell whether something is foretold as coming in any case, or failing what is said."""
    return (
        is_told(cues.lists["otherwise"], items, first, verb)
        or _is_correlative(items, verb)
        or _is_lacking(cues, items, first)
    )


def _is_lacking(cues: Cues, items: Items, first: int) -> bool:
    """Tell whether the clause opens with what is missing: "without seed, …"."""
    for at in range(max(0, first - 16), first):
        before = items[at - 1].word if at else "."
        if items[at].word in cues.lists["lacking"] and not before[:1].isalnum():
            return True
    return False


def _is_correlative(items: Items, verb: int) -> bool:
    """Tell whether one thing grows with another: "the longer he waits, the higher it will be"."""
    near = items[max(0, verb - 16) : verb]
    pairs = sum(
        one.word == "the" and (two.word.endswith("er") or two.word in ("more", "less"))
        for one, two in pairwise(near)
    )
    return pairs > 1


def _about_others(
    view: View,
    cues: Cues,
    items: Items,
    subject: Subject,
    speaker: str | None,
    doom: bool,
    verb: int,
) -> bool:
    """Tell whether the subject is somebody or something that the speaker does not decide."""
    words = [item.word for item in items[subject.first : subject.last]]
    if subject.person == "nobody":
        return True
    falls = items[verb].word in cues.lists["outcomes"] or is_phrase(cues, items, verb)
    if words and words[-1] == "you" and falls:
        return True
    if words and words[-1] in ("it", "this") and lasts(cues, items, verb):
        return True
    if subject.person == "first" or (words and words[-1].split("'")[0] in ("i", "we", "you")):
        told = is_told(cues.lists["otherwise"], items, subject.first, verb)
        return words[-1] == "we" and told and items[verb].word != "get"
    if words and words[-1] in cues.lists["no_subject"]:
        return items[verb].word in cues.lists["unplanned"] and words[-1] not in ("i", "we", "you")
    if any(word in ("our", "my", "your") for word in words):
        return False
    if subject.actor is None:
        return bool(words)
    return subject.actor != speaker and (doom or subject.actor not in sides(view, speaker))
