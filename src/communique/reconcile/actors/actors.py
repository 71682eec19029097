"""Which actors are one, across reports, spellings and scripts.

An actor is compared only with those that share a key with it (:func:`keys`,
:func:`looked_up`), so that the time for one more does not grow with the record. Opinions
rest on nothing but the actors that are compared, so the order in which these became known
does not matter.

- Full names of persons are compared part by part (:mod:`communique.reconcile.actors.people`).
- A name without a given name ("Oduvan", "M. Oduvan"), and a description ("the Norland
  president"), is tied to the one person it can mean
  (:mod:`communique.reconcile.actors.short_names`); where it can mean several it stays alone.
- States are one if their codes or usual names are, organisations if their words are, or if
  one is called by the initials of the other.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from communique.model.matching import Holding, KnownActor, Opinion
from communique.reconcile.actors import persons
from communique.reconcile.actors.abbreviations import initials, introduced
from communique.reconcile.actors.bodies import (
    LONG,
    body_words,
    is_cut_short,
    is_generic,
    is_no_body,
    is_one_of_many,
    is_without_matter,
    joined_otherwise,
    without_state,
    words_without_matter,
)
from communique.reconcile.actors.cut_bodies import ends
from communique.reconcile.actors.nicknames import blends
from communique.reconcile.actors.offices import NEAR, in_english, months_around, office_keys
from communique.reconcile.actors.people import SURE, Likeness, is_full
from communique.reconcile.actors.persons import is_short, same
from communique.reconcile.actors.scripts import script_of
from communique.reconcile.actors.tied_bodies import bare_words
from communique.reconcile.spelling import alike, given, lists, parts, plain, skeleton
from communique.reconcile.states import state_key

#: What these join keeps its order.
_IN_ORDER = frozenset({"for", "on", "to"})


def keys(actor: KnownActor) -> frozenset[str]:
    """Return the keys under which an actor is found: of names, and of offices by the month."""
    match actor.kind:
        case "person":
            slot = "described" if actor.described else "office"
            offices = _office_keys(slot, actor.holdings)
            if script_of(actor.name) and not actor.described:
                offices |= _office_keys("script", actor.holdings)
            return frozenset((*offices, *_name_keys(actor)))
        case "state":
            return frozenset({f"state:{_state_block(actor.name)}"})
        case "organisation" | "bloc":
            return frozenset(f"body:{form}" for form in _body_forms(actor))
        case _:
            return frozenset()


def looked_up(actor: KnownActor, months: frozenset[str] | None = None) -> frozenset[str]:
    """Return the keys of those worth comparing with an actor.

    A full name looks for its own key, that of its parts in the other order, and lone forms
    of its family name; a lone name for all that begin so (the key ends in ``*``); a
    description for the holders of its office, and these for descriptions, of about the
    same ``months`` (all if left out).
    """
    if actor.kind != "person":
        return keys(actor)
    if actor.described:
        undated = (replace(holding, month="") for holding in actor.holdings)
        near = _office_keys("office", actor.holdings, near=NEAR)
        return frozenset(near | _office_keys("office", undated))
    held = [h for h in actor.holdings if months is None or h.month in months]
    offices = {
        f"{key}*" if key.endswith("/") else key
        for slot in ("described", "script", *(("office",) if script_of(actor.name) else ()))
        for key in _office_keys(slot, held, near=NEAR)
    }
    words = parts(actor.name)
    if not words:
        return frozenset(offices)
    if is_short(actor):
        first = {f"first:{skeleton(words[-1])}"}
        return frozenset((*offices, *first, f"name:{skeleton(words[-1])}/*"))
    lone = {f"name:{skeleton(words[-1])}/-"}
    if _is_titled(actor):
        called = (*words[:-1], *blends(words))
        lone.update(f"name:{skeleton(word)}/-" for word in called)
    straight, swapped = _name_key(words[-1], words[0]), _name_key(words[0], words[-1])
    whole = (f"part:{straight}", *(key.removeprefix("part:") for key in _keys_cut_short(words)))
    return frozenset((*offices, straight, swapped, *lone, *whole))


def opinion(one: KnownActor, other: KnownActor) -> Opinion | None:
    """Return what to make of two actors, if there is anything to say.

    Short names and descriptions are left to
    :func:`~communique.reconcile.actors.short_names.resolved`.
    """
    if one.id == other.id or one.kind != other.kind or is_short(one) or is_short(other):
        return None
    return _compared(*sorted((one, other), key=lambda each: each.id))


def _compared(one: KnownActor, other: KnownActor) -> Opinion | None:
    """Return what to make of two actors of one kind."""
    match one.kind:
        case "person":
            return persons.compared(one, other)
        case "state":
            likeness = _states(one.name, other.name)
        case _:
            likeness = _bodies(one, other)
    return same(one, other, likeness) if likeness.score >= SURE else None


def _states(one: str, other: str) -> Likeness:
    mine, theirs = state_key(one), state_key(other)
    if mine == theirs:
        code = f" ({mine})" if mine.isupper() else ""
        return Likeness(1.0, f"names of one state{code}")
    if mine.isupper() or theirs.isupper() or len(mine) < 6:
        return Likeness(0.0, "other states")
    return Likeness(alike(mine, theirs) if " " not in mine + theirs else 0.0, "spelt alike")


def _bodies(one: KnownActor, other: KnownActor) -> Likeness:
    """Compare two organisations or blocs."""
    words = _words(one.name)
    if one.name.islower() or other.name.islower():
        return Likeness(0.0, "no names")  # "the presidency" is one of many
    if is_cut_short(one.name) or is_cut_short(other.name):
        return Likeness(0.0, "parts of names")
    if is_no_body(one.name) or is_one_of_many(one.name, other.name):
        return Likeness(0.0, "no bodies")
    told = {word for word in words if not word.isupper()}
    if told and told <= lists().cut:
        return Likeness(0.0, "parts of names")  # "the Norland mission" to whom is not told
    if is_generic(words) or joined_otherwise(one.name, other.name):
        return Likeness(0.0, "words of many names")
    alone = [plain(name).removeprefix("the ") for name in (one.name, other.name)]
    if alone[0] != alone[1] and " " not in "".join(alone):
        words = frozenset()  # "Beads", "BEAD"
    if all(len(word) == 1 for word in words) and alone[0] != alone[1]:
        words = frozenset()  # "F&D", "D&F"
    if words and words == _words(other.name) and _order_is_free(words, one.name, other.name):
        return Likeness(0.95, "same words")
    mine, theirs = without_state(words), without_state(_words(other.name))
    if mine == theirs and len(mine) >= LONG and (words == mine) != (_words(other.name) == theirs):
        return Likeness(0.9, "same words, of a state in one")
    if is_without_matter(one.name, other.name) or is_without_matter(other.name, one.name):
        return Likeness(0.85, "same words, one says of what as well")
    return Likeness(0.0, "other words")


def _order_is_free(words: frozenset[str], one: str, other: str) -> bool:
    """Tell whether two bodies of the same words are one, in whatever order these stand.

    "Ministry of Health" is a "Health Ministry"; what "for" or "on" joins is not turned round so.
    """
    joined = {word for name in (one, other) for word in plain(name).split()}
    if words & lists().turned:
        joined.discard("on")
    if words.isdisjoint(lists().in_order) and joined.isdisjoint(_IN_ORDER):
        return True
    if words - lists().either_way == {"university"}:
        return True
    return body_words(one) == body_words(other)


def _office_keys(slot: str, holdings: Iterable[Holding], near: int = 0) -> set[str]:
    """Return the keys of offices in their months and in ``near`` months to either side.

    An office without a month has a key that ends in ``/``.
    """
    return {
        f"{slot}:{title}|{of}/{month}"
        for holding in holdings
        for title, of in office_keys(holding)
        for month in (months_around(holding.month, near) if holding.month else ("",))
    }


def _name_keys(actor: KnownActor) -> tuple[str, ...]:
    """Return the keys of a person's name; a description has none."""
    words = () if actor.described else parts(actor.name)
    if not words:
        return ()
    if is_full(actor.name):
        called = (*words[:-1], *sorted(blends(words))) if _is_titled(actor) else ()
        first = [f"first:{skeleton(word)}" for word in called]
        return (_name_key(words[-1], words[0]), *first, *_keys_cut_short(words))
    return (f"name:{skeleton(words[-1])}/-",)


def _keys_cut_short(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys of a name by its first two parts, and by its last two."""
    if len(words) < 3 or any(len(word) < 2 for word in words):
        return ()
    return tuple(f"part:{_name_key(b, a)}" for a, b in (words[:2], words[-2:]))


def _is_titled(actor: KnownActor) -> bool:
    """Tell whether a person has a title that not many have: by it a lone name may be known that
    stands first in the full one."""
    titles = {in_english(held.title) for held in actor.holdings} - {""}
    few = (lists().many.isdisjoint(title.split()[-1:]) for title in titles)
    return any(few) or not titles.isdisjoint(lists().heads)


def _name_key(family: str, first: str) -> str:
    """Return the key of a full name: its family name's consonants, its given name's letter."""
    return f"name:{skeleton(family)}/{skeleton(given(first))[:1]}"


def _state_block(name: str) -> str:
    key = state_key(name)
    return key if key.isupper() else skeleton(key.replace(" ", ""))


def _words(name: str) -> frozenset[str]:
    return frozenset(body_words(name))


def _body_forms(actor: KnownActor) -> set[str]:
    """Return the forms by which an organisation is looked up: its words, its initials."""
    forms = {" ".join(sorted(_words(actor.name)))}
    if len(bare := without_state(_words(actor.name))) >= LONG:
        forms.add(" ".join(sorted(bare)))
    forms.add(" ".join(sorted(words_without_matter(actor.name) or ())))
    forms.add(bare_words(actor.name))
    forms.update(" ".join(sorted(some)) for some in ends(actor.name))
    if len(_words(actor.name)) > 1:
        forms.add(initials(actor.name))
        forms |= introduced(actor)
    return forms - {""}


def standing_for(members: Iterable[KnownActor]) -> str:
    """Return the id of the member by which a cluster goes: named in full, then best known."""
    return min(members, key=lambda m: (m.described, is_short(m), -m.reports, m.id)).id
