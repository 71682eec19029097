"""The frames in which verbs and nouns of acts stand, as ``data/LANG/acts*.toml`` list them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import msgspec

from communique.extract.lexicon import Lexicon, lexicon_for, needed
from communique.extract.modality import VerbForm
from communique.model import ActStatus, ActType, Plover

Object = Literal["towards", "what", "either", "none"]
_NONE: frozenset[str] = frozenset()
_FILES = ("acts", "acts_judging", "acts_deeds", "acts_asking")  # the frames of the first come first


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a verb or noun that makes it an act of ``type``.

    The fields are those of ``acts.toml``, which explains them.
    """

    type: ActType
    name: str
    object: Object = "none"
    heads: frozenset[str] = _NONE
    particle: frozenset[str] = _NONE
    towards: frozenset[str] = _NONE
    what: frozenset[str] = _NONE
    needs: frozenset[str] = _NONE
    barred: frozenset[str] = _NONE
    nots: frozenset[str] = _NONE
    opens: frozenset[str] = _NONE
    passive: bool = True
    status: ActStatus = "stated"
    material: bool = False
    agentless: bool = False
    persons: bool = False
    predicate: bool = False
    alone: bool = False
    after: frozenset[str] = _NONE
    denied: bool = False
    deed: bool = False
    own: bool = False
    infinitive: bool = False
    led: frozenset[str] = _NONE
    marks: frozenset[str] = _NONE
    finite: bool = False
    owner: frozenset[str] = frozenset({"by", "from"})
    learnt: bool = False
    states: bool = False
    kin: bool = False
    judged: str = ""
    code: str = ""

    @property
    def source(self) -> str:
        """Where the frame comes from, as ``why`` names it: by hand or mined from a corpus."""
        return "learnt" if self.learnt else "verb"

    @property
    def plover(self) -> Plover | None:
        """PLOVER's code of the frame, where it is another than that of its type."""
        event, _, mode = self.code.partition(" ")
        return Plover(event=event, mode=mode or None) if event else None


@dataclass(frozen=True, slots=True)
class Trigger:
    """A form of a verb, and the frames it may stand in, the first that fits counting."""

    form: VerbForm
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """The acts of one language.

    ``verbs`` maps a word to its readings as a verb, ``nouns`` to its frame as a noun,
    ``words`` are the named word lists. ``known`` are all trigger words, ``familiar`` those whose
    very sight tells of an act, which no "paid tribute" does, ``modals`` and
    ``addresses`` the triggers that tell an act in speech only, ``judged`` and ``wrongs`` those by
    which somebody is told to judge or blame, ``triggers`` all of these and
    ``anywhere`` the words of which one stands in every sentence worth a look.
    """

    verbs: dict[str, tuple[Trigger, ...]]
    nouns: dict[str, Frame]
    words: dict[str, frozenset[str]]
    conditions: tuple[tuple[str, ...], ...]
    known: frozenset[str]
    familiar: frozenset[str]
    modals: frozenset[str]
    addresses: frozenset[str]
    judged: frozenset[str]
    wrongs: frozenset[str]
    triggers: frozenset[str]
    anywhere: frozenset[str]


def frames_for(lexicon: Lexicon) -> Frames:
    """Return the frames of the lexicon's language."""
    return _frames(lexicon.language)


@lru_cache(maxsize=16)
def _frames(language: str) -> Frames:
    tables = [lexicon_for(language).table(name) for name in _FILES]
    table = tables[0]
    words: dict[str, list[str]] = {}
    for one in tables:
        for name, some in one.get("words", {}).items():
            words[name] = [*words.get(name, ()), *some]
    nouns = {
        noun: _frame(entry, noun, object="none")
        for one in tables
        for entry in one.get("noun", ())
        for noun in entry["nouns"]
    }
    learnt = lexicon_for(language).table("acts_learnt").get("frame", ())
    told = [entry for one in tables for entry in one.get("frame", ())]
    told.sort(key=lambda entry: "judged" not in entry)  # what asks most comes first
    told += [{**one, "learnt": True} for one in learnt]
    verbs = _verbs(told, table.get("noun", ()), words.get("light", ()))
    modals = _listed(
        words,
        "intending",
        "backshifted",
        "must",
        "should",
        "due",
        "unable",
        "never_done",
        "needed",
        "able",
        "inadmissible",
    )
    addresses = _listed(words, "asking_modals", "imperatives", "let")
    drawn = _listed(words, "drawn_criticise", "drawn_welcome", "drawn_reject")
    judged = _listed(words, "bad", "bad_of", "guilty", "good_people", "wanting_good", "untrue")
    judged |= _listed(words, "wanting_true", "disowned")
    wrongs = _listed(words, "wrongs")
    triggers = frozenset([*verbs, *nouns, *modals, *addresses, *drawn, *judged, *wrongs])
    return Frames(
        verbs=verbs,
        nouns=nouns,
        words={name: frozenset(some) for name, some in words.items()},
        conditions=tuple(tuple(p.split()) for p in table.get("conditions", {}).get("phrases", ())),
        known=frozenset([*verbs, *nouns, *drawn]),
        familiar=frozenset([*_forms((*table.get("frame", ()), *learnt)), *nouns, *drawn]),
        modals=modals,
        addresses=addresses,
        judged=judged,
        wrongs=wrongs,
        triggers=triggers,
        anywhere=needed(triggers),
    )


def _verbs(
    told: Sequence[dict[str, Any]], nouns: Sequence[dict[str, Any]], light: Sequence[str]
) -> dict[str, tuple[Trigger, ...]]:
    """Return the readings of each word as a verb; ``light`` verbs carry the nouns of acts."""
    readings: dict[str, dict[VerbForm, list[Frame]]] = {}
    for entry in told:
        for verb in entry["verbs"]:
            _add(readings, verb, _frame(entry, _name_of(verb)))
    for entry in nouns:
        for verb in light if entry.get("light", True) else ():
            given = _frame(entry, _name_of(verb), object="either", heads=entry["nouns"])
            _add(readings, verb, given)
    return {
        word: tuple(Trigger(form, tuple(frames)) for form, frames in forms.items())
        for word, forms in readings.items()
    }


def _forms(entries: Sequence[dict[str, Any]]) -> frozenset[str]:
    """Return all forms of the verbs of some frames."""
    verbs = (verb for entry in entries for verb in entry["verbs"])
    return frozenset(word for verb in verbs for word in verb.replace("/", " ").split())


def _listed(words: dict[str, list[str]], *names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in words.get(name, ()))


def _add(readings: dict[str, dict[VerbForm, list[Frame]]], verb: str, frame: Frame) -> None:
    """Add a verb given as "base third past[/participle] ing"."""
    base, third, past, ing = verb.split()
    forms: list[tuple[str, VerbForm]] = [(base, "base"), (third, "third"), (ing, "ing")]
    forms += [(one, "past") for one in past.split("/")]
    for word, form in forms:
        if word == "-":
            continue
        frames = readings.setdefault(word, {}).setdefault(form, [])
        if frame not in frames:
            frames.append(frame)


def _name_of(verb: str) -> str:
    """Return the first form that is given of a verb, which names it."""
    return next(form for form in verb.split() if form != "-")


def _frame(entry: dict[str, Any], name: str, **other: Any) -> Frame:
    return msgspec.convert({**entry, "name": name, **other}, Frame)
