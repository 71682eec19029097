"""Stands of whoever speaks that prescribe: "we must …", "the tolls should go".

``None`` comes back where the words around the cue are no stand.
"""

from __future__ import annotations

from itertools import pairwise

from communique.extract.clauses import (
    QUOTES,
    STRONG,
    Subject,
    asks,
    clause_end,
    listed,
    verb_start,
)
from communique.extract.modality import Items, of_verb
from communique.extract.positions.caution.complements import seeks_talks
from communique.extract.positions.caution.guards import is_wondered
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.holder.attributed import is_attributed
from communique.extract.positions.holder.holders import holder_at
from communique.extract.positions.stand import (
    Stand,
    doubted,
    in_condition,
    is_told,
    tellers,
)
from communique.extract.view import Item, View
from communique.extract.voices import voice_at, voice_of

_FELT = frozenset({"felt", "feel", "feels"})
_DONE = (
    "ed",
    "en",
    "wn",
    "ut",
    "spent",
    "sent",
    "meant",
    "bent",
    "lt",
    "nd",
    "ld",
    "pt",
    "ght",
    "rn",
)
_PARTICLES = frozenset({"on", "up", "out", "off", "over", "through", "down", "away", "in"})
_CLAIMED = frozenset({"assumption", "notion", "idea", "claim", "myth", "suggestion", "argument"})
_NO_SUBJECT = frozenset({"i", "you", "it", "this", "that", "he", "she"})
_LASTING = frozenset({"be", "end", "stop", "go", "come", "cease", "remain", "stay", "continue"})
_DAILY = frozenset(
    {"take", "make", "get", "go", "see", "buy", "pay", "eat", "feed", "work", "know"}
)


def by_prescription(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "we must …" in somebody's mouth."""
    speaker = voice_at(view, items, index)
    joint, crowd = tellers(view, items, index)
    if speaker is None and crowd is None:
        return None
    others = tuple(one for one in joint if one != speaker) if speaker in joint else ()
    start = verb_start(view, items, index)
    subject = holder_at(view, items, start)
    if subject is None or not _is_told_of(view, cues, items, start, subject, cue):
        return None
    if cue.name in cues.lists["prescribe.modals_told"] and not is_told(view, items, index):
        return None
    verb, denied = _prescribed(view, items, index + len(cue.words), cue)
    if verb >= len(items) or not items[verb].word[:1].isalpha():
        return None
    regretted = items[verb].word == "have"
    if regretted and not _is_regretted(view, items, verb, subject, denied):
        return None
    verb += int(regretted)
    if _is_no_verb(view, cues, items, verb):
        return None
    if _is_fact(view, items, index, subject, verb):
        return None
    if _is_waived(view, items, start, index, cue):
        return None
    speaking = cues.lists.get("prescribe.speaking", frozenset()) - {"be"}
    forbidden = denied and items[verb].word in cues.lists["prescribe.forbidden"]
    talks = seeks_talks(items, verb)
    if subject.person == "first" and items[verb].word in speaking and not (forbidden or talks):
        return None
    modality = of_verb(view, items, verb, "base")
    if in_condition(modality, items, index) or modality.cue in ("if", "unless", "whether"):
        return None
    end = clause_end(view, items, verb)
    denied = denied ^ doubted(view, items, subject.first)
    if denied and items[verb].word in ("be", "become") and not _is_participle(items, verb + 1):
        return None  # "we should not become complacent"
    if items[subject.last - 1].word == "nothing" or items[verb].word in ("that", "deal"):
        return None
    last = items[max(end, verb + 1) - 1].word
    if (view.lexicon.has(last, "preposition") and last not in _PARTICLES) or any(
        view.lexicon.has(item.word, "future", "modal") or item.word.endswith("'ll")
        for item in items[min(start, subject.first) : index]
    ):
        return None  # "a thing that towns have to live with", "we'll have to see"
    weak = subject.actor is None or subject.person == "first" or items[verb].word in speaking
    told = is_told(view, items, index) or (speaker is None and crowd is not None)
    firm = told and _is_to_be_done(view, items, subject, verb)
    firm = firm or _is_urged(view, cues, items, index, subject, verb, forbidden)
    whom = items[subject.last - 1].word
    if (whom == "you" and not firm) or (whom == "they" and modality.condition is not None):
        return None  # "if a person poses a danger, they should be detained"
    return Stand(
        speaker, None if speaker else crowd,
        "against" if denied or subject.person == "nobody" else "for",
        subject.first, subject.last, start, index, max(end, verb + 1), (subject.first, end),
        f"prescribe:{cue.name}", weak and not (firm or regretted),
        others, firm, "talks" if talks else "",
    )  # fmt: skip


def _is_waived(view: View, items: Items, start: int, index: int, cue: Cue) -> bool:
    """Tell whether nothing is prescribed any more: "they no longer have to pay"."""
    waived = any(view.lexicon.has(item.word, "not") for item in items[start:index])
    waived = waived or [i.word for i in items[max(0, index - 2) : index]] == ["no", "longer"]
    return waived and cue.words[0] in ("have", "has", "need", "needs")


def _is_urged(
    view: View,
    cues: Cues,
    items: Items,
    index: int,
    subject: Subject,
    verb: int,
    forbidden: bool,
) -> bool:
    """Tell whether a report picks words that prescribe: Ruiz said, "We must close the mines"."""
    daily = cues.lists["prescribe.speaking"] | cues.lists["prescribe.manners"]
    if items[verb].word in daily and not forbidden:
        return False
    if cues.lists["prescribe.modals_told"] & {items[index].word + " to"}:
        return False  # "she said that we had to close them"
    pronoun = items[subject.last - 1].word in ("they", "them", "he", "she", "it")
    known = (subject.actor is not None and not pronoun) or subject.person == "first"
    known = known or view.lexicon.has(items[subject.first].word, "definite")
    known = known or (subject.first > 0 and items[subject.first - 1].word == "the")
    anybody = items[subject.last - 1].word == "you"  # "You have to close the mines"
    known = known and subject.person != "pronoun"
    return (known or anybody) and is_attributed(view, items, index)


def _is_no_verb(view: View, cues: Cues, items: Items, verb: int) -> bool:
    """Tell whether nothing is prescribed: "should they invade", "must know", "as it should be"."""
    if items[verb].ref is not None or view.lexicon.has(items[verb].word, "pronoun"):
        return True
    known = items[verb].word in cues.lists["prescribe.knowing"]
    return known or _ends_there(items, verb) or _is_plural(items[verb])


def _prescribed(view: View, items: Items, verb: int, cue: Cue) -> tuple[int, bool]:
    """Return the verb behind "must" and its adverbs, and whether it is denied."""
    denied = cue.name.endswith("n't") or "be allowed" in cue.name
    while verb < len(items) and (
        view.lexicon.has(items[verb].word, "not", "adverb")
        or items[verb].word.endswith("ly")
        or items[verb].word in QUOTES
    ):
        only = verb + 1 < len(items) and items[verb + 1].word == "only"
        denied = denied or (view.lexicon.has(items[verb].word, "not") and not only)
        verb += 1
    return verb, denied


def _is_told_of(
    view: View, cues: Cues, items: Items, start: int, subject: Subject, cue: Cue
) -> bool:
    """Tell whether a clause prescribes, and does not ask, hang on a noun or tell a rule."""
    if items[subject.last - 1].word in _NO_SUBJECT and not (
        items[subject.last - 1].word == "you" and cue.words[0] in ("have", "'ve", "must")
    ):
        return False
    if start and items[start - 1].ref is None and items[start - 1].word in ("who", "which"):
        return False  # "those who need to be brought to justice"
    if items[subject.last - 1].word == "one" and not _is_anybody(items, subject):
        return False
    if asks(view, items, subject.first) or _hangs(view, items, start, subject, cue):
        return False
    return not (is_wondered(items, subject.first) or _is_ruled(cues, items, subject))


def _is_regretted(view: View, items: Items, have: int, subject: Subject, denied: bool) -> bool:
    """Tell whether what was done is told as a fault: "we should never have given it up"."""
    done = items[have + 1].word if have + 1 < len(items) else ""
    never = have and view.lexicon.has(items[have - 1].word, "not")
    return bool(never and denied) and subject.person != "pronoun" and done != "been"


def _is_to_be_done(view: View, items: Items, subject: Subject, verb: int) -> bool:
    """Tell whether a thing is to be dealt with: "the mission should be wound up"."""
    head = items[subject.last - 1]
    thing = subject.person == "third" and head.ref is None and not subject.crowd
    thing = thing and head.word not in listed(view, "telling") and head.word not in _FELT
    return thing and items[verb].word == "be" and _is_participle(items, verb + 1)


def _is_participle(items: Items, at: int) -> bool:
    return at < len(items) and items[at].word.endswith(_DONE)


def _is_plural(item: Item) -> bool:
    """Tell whether no infinitive stands there: "release oil should conditions warrant it"."""
    return item.word.endswith("s") and not item.word.endswith(("ss", "us")) and len(item.word) > 3


def _is_fact(view: View, items: Items, index: int, subject: Subject, verb: int) -> bool:
    """Tell whether others just have to do something: "merchants have to pay a toll".

    What somebody believes, what has to be, and what one who is named or a thing needs to do is
    no mere fact.
    """
    if items[index].word not in ("have", "has", "need", "needs") or subject.person == "first":
        return False
    if items[verb].word in _LASTING or items[subject.last - 1].word in ("we", "you"):
        return False
    voice = voice_of(view, items, index)
    if voice is not None and voice.verb:
        return False
    if items[index].word in ("have", "has"):
        return True
    last = items[subject.last - 1]
    return last.ref is None and verb + 1 < len(items) and items[verb].word in _DAILY


def _is_anybody(items: Items, subject: Subject) -> bool:
    """Tell whether "one" is whoever: "one should not quarrel", not "which one should"."""
    before = items[subject.last - 2].word if subject.last > 1 else "that"
    return before in ("that", ",", "and", "but") or before in QUOTES or before in STRONG


def _is_ruled(cues: Cues, items: Items, subject: Subject) -> bool:
    """Tell whether a rule is told ("applicants must …") or "all we have to do"."""
    if subject.first and items[subject.first - 1].word in ("all", "thing"):
        return True
    near = items[max(0, subject.first - 4) : subject.last]
    return any(item.word in cues.lists["guards.ruled"] for item in near)


def _ends_there(items: Items, verb: int) -> bool:
    """Tell whether nothing is prescribed: "as they should be", "that has to do with"."""
    after = items[verb + 1].word if verb + 1 < len(items) else "."
    if items[verb].word == "do":
        return after == "with"
    return items[verb].word == "be" and not after[:1].isalnum()


def _hangs(view: View, items: Items, start: int, subject: Subject, cue: Cue) -> bool:
    """Tell whether the words are a noun's: "a need to …", "every means we have to …"."""
    before = items[start - 1] if start else items[start]
    if view.lexicon.has(before.word, "determiner") and before.ref is None:
        return True
    inside = items[subject.first : subject.last]
    if any(item.word in ("what", "how") for item in inside) or _holds_relative(view, inside, cue):
        return True  # "asked what support should …", "the help Lutha needs to …"
    if subject.first == 0:
        return False
    words = [item.word for item in items[max(0, subject.first - 6) : subject.first]]
    denied = any(view.lexicon.has(word, "not") for word in words)
    asked = words[len(words) - words[::-1].index(",") :] if "," in words else words
    if {"what", "how"} & set(asked) or (denied and "mean" in words):
        return True  # "what the laws should be", "it does not mean that we should"
    claimed = [item.word for item in items[max(0, subject.first - 9) : subject.first]]
    if any(a in _CLAIMED and b == "that" for a, b in pairwise(claimed)):
        return True  # "the notion that workers must …" is somebody else's
    near = items[subject.first - 1]
    governor = items[subject.first - 2].word if subject.first > 1 else ""
    if items[subject.first].word == "that" and items[subject.first].ref is None:
        near, governor = items[subject.first], near.word  # "the means that Lutha needs to"
    if not cue.words[0].startswith(("ha", "need")):
        return False
    if (
        near.word == "that"
        and governor.isalpha()
        and not (
            governor in listed(view, "telling")
            or view.lexicon.has(governor, "be", "adverb", "pronoun")
        )
    ):
        return governor not in listed(view, "content")
    return (
        items[subject.last - 1].word in ("we", "they")
        and near.word.isalpha()
        and not (view.lexicon.has(near.word, "subordinator", "conjunction", "reporting", "adverb"))
    )


def _holds_relative(view: View, inside: Items, cue: Cue) -> bool:
    """Tell whether a subject is a noun with its clause: "the help Lutha" of "needs to"."""
    if not cue.words[0].startswith("need") or len(inside) < 3 or inside[-1].ref is None:
        return False
    noun = inside[-2]
    return (
        view.lexicon.has(inside[0].word, "determiner")
        and noun.ref is None
        and noun.word.isalpha()
        and not noun.upper
        and not view.lexicon.has(noun.word, "title", "np_inside", "of")
    )
