"""A stand in a sentence, and what all kinds of cues share: polarity, holder, copula.

What holds for events in general (negation, condition, questions) comes from
:mod:`~communique.extract.modality`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from communique.extract.clauses import (
    QUOTES,
    STRONG,
    Subject,
    asks,
    clause_end,
    joined_with,
    listed,
    subject_of,
    verb_start,
    words_of,
)
from communique.extract.modality import Items, Modality, VerbForm, of_verb
from communique.extract.positions.holder.peoples import (
    holder_words,
    is_cut_holder,
    is_lost_they,
    is_people,
)
from communique.extract.view import View
from communique.extract.voices import voice_at, voice_of
from communique.model.claims import Polarity

FLIPPED: dict[Polarity, Polarity] = {
    "for": "against", "against": "for", "conditional": "conditional", "neutral": "neutral",
}  # fmt: skip
_OWN_WISH = frozenset(
    [
        "ready",
        "willing",
        "readiness",
        "willingness",
        "want",
        "wants",
        "wanted",
        "wish",
        "wishes",
        "wished",
        "like",
        "open",
        "eager",
        "desire",
        "intends",
        "prepared",
    ]
)
_HE = frozenset({"he", "she", "his", "her"})
_ME = frozenset({"i", "my", "me", "we", "our"})
_OFFICE = 3  # words of "the foreign minister"
_LONG = 2  # words of "the Ruiz Administration"
_TOLD = 24  # items between a verb of telling and what is told
_THINKING = frozenset({"think", "believe", "believes", "thinks", "suppose"})
_BE_LIKE = frozenset({"remain", "remains", "remained", "stand", "stands", "stood", "stay", "seems"})
_BEFORE_PREDICATE = frozenset({"so", "very", "quite", "as", "all", "long", "firm", "firmly"})


@dataclass(frozen=True, slots=True)
class Stand:
    """A stand in a sentence, by indices of items.

    ``first`` to ``subject_end`` is the one who takes it, ``start`` its verb group, ``cue`` the
    deciding words, ``end`` the end of the clause, ``about`` where the issue is named.
    ``weak`` cues make a position only where the scheme knows the issue, ``firm`` ones whatever it
    is. ``called`` are words that speak of the issue where ``about`` has none.
    """

    actor: str | None
    actor_raw: str | None
    polarity: Polarity
    first: int
    subject_end: int
    start: int
    cue: int
    end: int
    about: tuple[int, int]
    why: str
    weak: bool = False
    joint: tuple[str, ...] = ()
    firm: bool = False
    called: str = ""


def polarity_of(base: Polarity, modality: Modality, items: Items, index: int) -> Polarity | None:
    """Return what negation, condition and mood make of a cue's polarity; ``None``: no stand."""
    condition = modality.condition
    if condition is not None and condition.start <= items[index].start < condition.end:
        return None
    if condition is not None and is_no_condition(items, condition.start):
        condition = None
    if modality.status == "invited":
        return None
    if modality.status == "proposed" and modality.cue not in _OWN_WISH:
        return None
    if modality.status == "hypothetical" and not condition:
        if modality.cue not in ("would", "'d"):
            return None  # "might back it"
        return None if modality.negated else "conditional"
    if modality.negated or modality.status == "declined":
        return FLIPPED[base]
    return "conditional" if condition else base


def is_no_condition(items: Items, offset: int) -> bool:
    """Tell whether no terms are told: "the funds provided to …", "it doesn't matter if …"."""
    at = bisect_left(items, offset, key=lambda item: item.start)
    if any(item.word in ("matter", "matters") for item in items[max(0, at - 3) : at]):
        return True
    if at and items[at].word == "if" and items[at - 1].word in ("than", "as", "even"):
        return True  # "a deal even if it takes years"
    if at + 1 < len(items) and items[at].word in ("if", "where", "as"):
        return items[at + 1].word in ("necessary", "needed", "possible", "required", "appropriate")
    if at + 1 >= len(items) or items[at].word != "provided":
        return False
    return items[at + 1].word != "that" and items[at - 1].word != ","


def doubted(view: View, items: Items, first: int) -> bool:
    """Tell whether what begins at ``items[first]`` is told as not thought: "I don't think …"."""
    near = items[max(0, first - 5) : first]
    if near and near[-1].word in ("—", "–", "-", "…"):
        return False  # "we do not believe — we do not believe in it"
    at = next((n for n, item in enumerate(near) if item.word in _THINKING), None)
    return at is not None and any(
        view.lexicon.has(item.word, "not") or item.word.endswith("n't") for item in near[:at]
    )


def held_by(
    view: View,
    items: Items,
    subject: Subject | None,
    polarity: Polarity,
    start: int,
    index: int,
    after: int,
    why: str,
    weak: bool,
) -> Stand | None:
    """Return the stand of ``subject`` on what follows ``items[after]``."""
    if subject is None or subject.last > index or items[subject.last - 1].word == "you":
        return None
    if why.startswith("verb") and asks(view, items, subject.first):
        return None
    if _is_inverted(view, items, subject.first):
        return None
    if subject.actor is None and not is_somebody(view, items, subject):
        return None
    if _tells_apart(view, items, start):
        return None
    if subject.crowd and start and view.lexicon.has(items[start - 1].word, "relative"):
        return None  # "those who support …"
    if after < len(items) and view.lexicon.has(items[after].word, "conjunction"):
        return None
    end = _before_telling(view, items, after, clause_end(view, items, after))
    if end <= after and polarity != "neutral":
        return None
    if _is_the_speaker(items, subject):
        return None
    mistaken = _is_mistaken(view, items, subject) or is_people(view, items, subject)
    actor = None if mistaken else subject.actor
    if is_cut_holder(view, items, subject) or is_lost_they(view, items, subject):
        return None
    raw = None if actor else holder_words(view, items, subject)
    about = (after, end) if end > after else (subject.first, after)
    joint, denied = _joint(view, items, subject, index)
    denied = denied or (actor is None and items[subject.first].word == "neither")
    return Stand(
        actor, raw, FLIPPED[polarity] if denied else polarity, subject.first,
        subject.last, start, index, max(end, after), about, why, weak, joint,
    )  # fmt: skip


def _is_mistaken(view: View, items: Items, subject: Subject) -> bool:
    """Tell whether "the Administration" was taken for an agency whose longer name ends so."""
    actor = view.actors.get(subject.actor or "")
    if actor is None or actor.kind != "organisation":
        return False
    said = view.text[items[subject.first].start : items[subject.last - 1].end].lower().split()
    name = actor.name.lower().split()
    short = said[-1:] == name[-1:] and set(said[:-1]) <= {"the", "this"}
    return short and len(name) > _LONG and name[-1] in listed(view, "short_bodies")


def _is_the_speaker(items: Items, subject: Subject) -> bool:
    """Tell whether "he" or "his" was taken for the one who says "I" beside it."""
    if items[subject.first].word not in _HE:
        return False
    return any(
        item.word in _ME and item.ref is not None and item.ref.actor == subject.actor
        for item in items
    )


def _before_telling(view: View, items: Items, first: int, end: int) -> int:
    """Return where a clause ends that another verb of telling joins: "called for X | and said"."""
    told = listed(view, "telling")
    joined = (at for at in range(first + 1, end - 1) if items[at].word == "and")
    return next(
        (at for at in joined if items[at + 1].word in told and not _is_asked(items, at)), end
    )


def _is_asked(items: Items, joint: int) -> bool:
    """Tell whether those are asked whose name is also a verb: "cities and | states | to use"."""
    return joint + 2 < len(items) and items[joint + 2].word == "to"


def is_somebody(view: View, items: Items, subject: Subject) -> bool:
    """Tell whether a nameless subject can take a side: a crowd, or "the union", "the rebels"."""
    if subject.person != "third":
        return False
    words = [item.word for item in items[subject.first : subject.last]]
    if words[0] in ("not", "seen", "see", "saw"):
        return False  # "(those who are) not members of …"
    if not {"percent", "%", "cent"}.isdisjoint(words):
        return False  # "a tenth of the miners" in a poll
    if "of" in words[1:] and words[words.index("of", 1) - 1] in listed(view, "crowds"):
        return True  # "most members of the union"
    of = words.index("of", 1) if "of" in words[1:] else len(words)
    head = words[of - 1]  # "the chamber | of commerce"
    owned = subject.first > 1 and view.lexicon.has(items[subject.first - 1].word, "genitive")
    known = words[0] == "the" or owned  # "the miners' | union"
    if words[0] == "neither":
        return head in listed(view, "sides_each")
    office = len(words) <= _OFFICE and head in listed(view, "office_holders")
    return subject.crowd or (known and (office or head in listed(view, "unions")))


def _tells_apart(view: View, items: Items, start: int) -> bool:
    """Tell whether some of a state's people are meant: "Luthans who | oppose the plan"."""
    before = [item.word for item in items[max(0, start - 4) : start]]
    if before[-1:] == ["and"] and "who" in before:
        return True  # "towns who want and | support it"
    if start < 2 or items[start - 1].word != "who" or items[start - 2].ref is None:
        return False
    ref = items[start - 2].ref
    actor = view.actors.get(ref.actor) if ref is not None else None
    return actor is not None and actor.kind == "state"


def _is_inverted(view: View, items: Items, first: int) -> bool:
    """Tell whether a question's auxiliary stands before a subject: "but would Lutha oppose …"."""
    at = first - 1
    at -= at > 0 and view.lexicon.has(items[at].word, "determiner")
    if at < 0 or not view.lexicon.has(items[at].word, "do", "modal", "future"):
        return False
    before = items[at - 1].word if at else "."
    return before in ("but", "and", "so", "why", "how", "q", "what") or not before[:1].isalnum()


def judged_by(
    view: View,
    items: Items,
    subject: Subject | None,
    polarity: Polarity,
    start: int,
    index: int,
    about: tuple[int, int],
    why: str,
) -> Stand | None:
    """Return the stand of whoever tells that ``subject`` did well or ill."""
    speaker = voice_at(view, items, index)
    if speaker is None or subject is None or subject.actor in (None, speaker):
        return None
    end = max(clause_end(view, items, about[0]), about[0])
    return Stand(
        speaker, None, polarity, subject.first, subject.last, start, index, end, about, why, True
    )


def _joint(view: View, items: Items, subject: Subject, index: int) -> tuple[tuple[str, ...], bool]:
    """Return who takes the stand together with ``subject``, in order, and "neither"."""
    if subject.actor is None or subject.person == "first":
        return (), False
    at = subject.last - 1
    if items[at].word in _HE and at and items[at - 1].word == ",":
        return (), False  # "at a rally in Varn, Lutha, he opposed the plan"
    others, denied = joined_with(view, items, subject)
    one = items[index].word.endswith("s") or items[index - 1].word in ("is", "was", "has", "does")
    if one and not denied:
        return (), False  # "Ruiz met Lind, and Moss opposes the plan"
    return tuple(reversed(others)), denied


def copula_before(view: View, items: Items, index: int, more: frozenset[str]) -> int | None:
    """Return the index of the "be" before the predicate at ``items[index]``."""
    for at in range(index - 1, max(-1, index - 7), -1):
        word = items[at].word
        if items[at].ref is not None:
            return None
        if view.lexicon.has(word, "be") or word in _BE_LIKE:
            return at
        if not (
            view.lexicon.has(word, "adverb", "not")
            or word.endswith("ly")
            or word in _BEFORE_PREDICATE
            or word in more
        ):
            return None
    return None


def be_modality(view: View, items: Items, be: int, index: int) -> tuple[Modality, bool]:
    """Return the modality of "be", and whether its predicate is denied."""
    form: VerbForm = "base" if items[be].word in ("be", "remain", "stay") else "third"
    modality = of_verb(view, items, be, form)
    denied = any(view.lexicon.has(i.word, "not") for i in items[be:index])
    return modality, denied


def in_condition(modality: Modality, items: Items, index: int) -> bool:
    """Tell whether ``items[index]`` stands in the if-clause of its sentence."""
    condition = modality.condition
    return condition is not None and condition.start <= items[index].start < condition.end


def is_told(view: View, items: Items, index: int) -> bool:
    """Tell whether somebody is told to say or think it: "she said that the war had to end"."""
    voice = voice_of(view, items, index)
    statement = view.statement_at(items[index].start)
    indirect = statement is not None and statement.form == "indirect"
    return voice is not None and (indirect or bool(voice.verb))


def tellers(view: View, items: Items, index: int) -> tuple[tuple[str, ...], str | None]:
    """Return who all tell what stands at ``items[index]``, and the words for a nameless crowd.

    "Lutha and Bordavia stressed that …"; "both sides agreed that …".
    """
    for at in range(index - 1, max(-1, index - _TOLD), -1):
        word = items[at].word
        if word in STRONG or word in QUOTES:
            break
        if items[at].ref is not None or word not in listed(view, "telling"):
            continue
        subject = subject_of(view, items, verb_start(view, items, at))
        if subject is None or subject.person != "third":
            break
        if subject.actor is not None:
            return (*reversed(joined_with(view, items, subject)[0]), subject.actor), None
        return (), words_of(view, items, subject.first, subject.last, 8) if subject.crowd else None
    return (), None
