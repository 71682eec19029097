"""Stands told with a noun: "X expressed support for …", "X's opposition to …"."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import QUOTES, STRONG, Subject
from communique.extract.modality import Items, VerbForm, group_start, of_verb
from communique.extract.positions.caution.guards import worry
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.holder.holders import holder_at
from communique.extract.positions.stand import FLIPPED, Stand, held_by, polarity_of
from communique.extract.view import Item, View

_REACH = 14  # items between a noun of stance and its verb
_OWN = ("its", "his", "her", "their", "the")  # "voiced support for X and | its concern over Y"
_NEEDS = frozenset({"urgent", "great", "clear", "critical", "strong", "pressing"})


def by_noun(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "X expressed support for …" and "X's opposition to …"."""
    if items[index].upper and index:
        return None  # a heading
    base = worry(cues, items, index + len(cue.words), cue)
    if base is None:
        return None
    cue = replace(cue, polarity=base)
    tell = cues.lists.get("nouns.tell", frozenset())
    if cue.name in cues.lists["nouns.possessed"] and items[index - 1].word == "in":
        return None  # "in support of"
    joined = False
    for at in range(index - 1, max(-1, index - _REACH), -1):
        word = items[at].word
        if word in STRONG or word in QUOTES or (joined and word == ","):
            return None
        joined = joined or (word == "and" and items[at + 1].word in _OWN)
        dropped = word in cues.lists["guards.dropped"] and items[at + 1].word != "by"
        if dropped and items[at].ref is None:
            turned = replace(cue, polarity=FLIPPED[cue.polarity])
            stand = _told(view, cues, items, index, turned, at)
            return stand if stand is not None and stand.polarity == turned.polarity else None
        owned = word in ("'s", "'") or (
            view.lexicon.has(word, "possessive") and (items[at].ref or word in ("our", "my"))
        )
        if owned and not joined and not (at and items[at - 1].word in cues.lists["guards.dropped"]):
            if cue.words[0] in cues.lists["nouns.as_verbs"] and not _is_noun(
                cues, items, at, index
            ):
                return None  # "Lutha's minister calls for"
            stand = _possessed(view, cues, items, index, at, cue)
            if stand is not None or not _is_of_own(view, cues, items, at):
                return stand
        spoken = word == "of" and at > 0 and items[at - 1].word in cues.lists["nouns.tell_of"]
        if spoken:
            return _told(view, cues, items, index, cue, at - 1)
        if word in tell and items[at].ref is None and cue.name not in cues.lists["nouns.possessed"]:
            return _told(view, cues, items, index, cue, at)
    return None


def _is_of_own(view: View, cues: Cues, items: Items, owner: int) -> bool:
    """Tell whether one speaks for one's own: "voiced her government's | objections"."""
    own = owner > 1 and view.lexicon.has(items[owner - 2].word, "possessive")
    return own and items[owner - 1].word in cues.lists["nouns.own"]


def _is_noun(cues: Cues, items: Items, owner: int, index: int) -> bool:
    """Tell whether a word that can be a verb is a noun: "Lutha's repeated | call for"."""
    return all(item.word in cues.lists["nouns.strengths"] for item in items[owner + 1 : index])


def _told(view: View, cues: Cues, items: Items, index: int, cue: Cue, verb: int) -> Stand | None:
    """Read "expressed full support for …", whose verb is ``items[verb]``."""
    have = items[verb].word in cues.lists.get("nouns.have", frozenset())
    if have and (cue.name in cues.lists.get("nouns.weak", frozenset()) or index - verb > 3):
        return None
    form: VerbForm = "ing" if items[verb].word.endswith("ing") else "third"
    modality = of_verb(view, items, verb, form)
    polarity = polarity_of(cue.polarity, modality, items, verb)
    if polarity is None or any(view.lexicon.has(i.word, "not") for i in items[verb:index]):
        return None
    start = group_start(view.lexicon, items, verb)
    subject = holder_at(view, items, start)
    if subject is None or (items[verb - 1].word == "to" and _is_met(items, subject)):
        return None
    after = index + len(cue.words)
    ahead = [item.word for item in items[after : after + 2]]
    if ahead[:1] in (["working"], ["work"]) and ahead[1:] in (["with"], ["together"]):
        return None  # "a commitment to working with towns"
    if cue.name == "interest in" and after < len(items) and items[after].word.endswith("ing"):
        return None  # "expressed an interest in discussing the future of …"
    return held_by(view, items, subject, polarity, start, verb, after, f"noun:{cue.name}", have)


def _is_met(items: Items, subject: Subject) -> bool:
    """Tell whether another is named before: "Ruiz met Lind | to underline her support"."""
    others = (item.ref.actor for item in items[: subject.first] if item.ref is not None)
    return any(actor != subject.actor for actor in others)


def _is_persons(view: View, holder: Item) -> bool:
    """Tell whether a report tells of a person whose noun it is: "Ruiz's support for"."""
    actor = view.actors.get(holder.ref.actor) if holder.ref is not None else None
    person = actor is not None and actor.kind == "person" and holder.word not in ("our", "my")
    statement = view.statement_at(holder.start)
    return person and (statement is None or statement.form != "direct" or statement.marked)


def _is_restated(cues: Cues, items: Items, at: int) -> bool:
    """Tell whether a verb of telling stands before an owner: "stressed | Lutha's need for"."""
    near = items[max(0, at - 4) : at]
    return any(item.word in cues.lists["nouns.restating"] for item in near)


def _possessed(view: View, cues: Cues, items: Items, index: int, at: int, cue: Cue) -> Stand | None:
    """Read "Ruritania's support for …" and "our commitment to …"."""
    between = items[at + 1 : index]
    after = index + len(cue.words)
    if cue.words[0] == "need" and not _is_restated(cues, items, at):
        return None  # "Lutha's need for fuel"
    if cue.words[0] == "need" and any(i.word not in _NEEDS for i in between):
        return None  # "America's farmers need to …"
    if after < len(items) and items[after].word in cues.lists["guards.works"]:
        return None
    if cue.name == "interest in":
        return None  # "her interest in the north began early"
    if len(between) > 3 or any(i.word in (",", "and") or i.ref for i in between):
        return None
    holder = items[at - 1] if items[at].word in ("'s", "'") and at else items[at]
    actor = holder.ref.actor if holder.ref else None
    if actor is None and holder.word in ("our", "my"):
        actor = view.speaker_at(holder.start)
    if actor is None:
        return None
    if cue.name in cues.lists["nouns.possessed"] and not _is_persons(view, holder):
        return None  # "the agency's support of a laboratory" is help
    first = at - 1 if items[at].word in ("'s", "'") else at
    if first and items[first - 1].word in cues.lists["guards.ceased"]:
        return None  # "ending our support for the raids"
    subject = Subject(first, at + 1, actor)
    told = any(
        item.word in cues.lists["nouns.restating"] for item in items[max(0, first - 3) : first]
    )
    why = f"possessed:{cue.name}"
    strong = told or cue.name in cues.lists["nouns.strong"]
    strong = strong or (cue.name in cues.lists["nouns.siding"] and _is_persons(view, holder))
    return held_by(view, items, subject, cue.polarity, first, index, after, why, not strong)
