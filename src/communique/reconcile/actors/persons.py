"""Whether two persons named in full are one: names, and the offices and titles beside them."""

from __future__ import annotations

from communique.model.judgement import pair
from communique.model.matching import KnownActor, Opinion
from communique.reconcile.actors.offices import (
    codes_clash,
    exact_key,
    holds_near,
    mostly_clash,
    shared_office,
    shared_title,
    states_clash,
    titles_clash,
)
from communique.reconcile.actors.people import (
    SURE,
    Likeness,
    is_cut_short,
    is_full,
    is_thing,
    names_alike,
)
from communique.reconcile.actors.scripts import across, are_apart, transcribed
from communique.reconcile.spelling import alike, generations, lists, parts, same_given

#: From here on two names that are nearly alike are one if they share an office.
WITH_OFFICE = 0.7
#: How many times the reports of a younger bearer of a name those of another are who is not he.
_FAR_BETTER_KNOWN = 4
#: From here on two family names are two spellings of one sound.
_SOUNDS_ALIKE = 0.95
#: Letters that short forms of given names have at most.
_NICK = 4
#: Look-alikes of this likeness and less are not worth a word in the log.
_NO_LIKENESS = 0.0


def is_short(actor: KnownActor) -> bool:
    """Tell whether a person is to be tied to another: a lone name, or a description."""
    return actor.kind == "person" and (actor.described or not is_full(actor.name))


def same(one: KnownActor, other: KnownActor, likeness: Likeness) -> Opinion:
    """Return that two actors are one, as surely as they are alike."""
    return Opinion(
        items=pair(one.id, other.id),
        verdict="same",
        score=round(likeness.score, 2),
        why=f"{one.name} / {other.name}: {likeness.why}",
    )


def compared(one: KnownActor, other: KnownActor) -> Opinion | None:
    """Return what to make of two persons named in full; ``None`` if nothing tells."""
    if are_apart(one, other):
        found = across(one, other)
        return same(one, other, found) if found else None
    if is_thing(one.name) or is_thing(other.name) or _of_two_generations(one, other):
        return None
    likeness = names_alike(one.name, other.name)
    if likeness.score < SURE and (found := transcribed(one, other)):
        return same(one, other, found)
    if likeness.score == _NO_LIKENESS and "other given names" not in likeness.why:
        return _cut_short(one, other)
    if likeness.score == 1.0 and not likeness.middle_left_out:
        return same(one, other, likeness)
    if cut := _cut_short(one, other):
        return cut
    office = shared_office(one, other)
    if likeness.score >= SURE and not (likeness.score < 1.0 and _held_elsewhere(one, other)):
        if not office and _leaves_it_open(one, other, likeness):
            return None
        return same(one, other, likeness)
    if likeness.score >= WITH_OFFICE:
        if office:
            why = f"{likeness.why}, same office ({' of '.join(office)})"
            return same(one, other, Likeness(0.85, why))
        title = shared_title(one, other)
        if title and parts(one.name)[0] == parts(other.name)[0] and not states_clash(one, other):
            return same(one, other, Likeness(0.85, f"{likeness.why}, same title ({title})"))
    if holder := one_holder(one, other):
        return same(one, other, Likeness(0.85, f"{likeness.why}, but {holder}"))
    clash = ", offices of other states" if states_clash(one, other) else ""
    return Opinion(
        items=pair(one.id, other.id),
        verdict="different",
        score=0.5,
        why=f"{one.name} / {other.name}: {likeness.why}{clash}",
    )


def _of_two_generations(one: KnownActor, other: KnownActor) -> bool:
    """Tell whether one of two names is that of the elder of its bearers ("Jonas Rahl Sr."), or both
    tell which they are ("Jonas Rahl Jr.", "Jonas Rahl III"), or one is of the younger with a title
    that the other is not given, or without any beside one who is known far better."""
    mine, theirs = generations(one.name), generations(other.name)
    if mine == theirs or not mine | theirs:
        return False
    if (mine and theirs) or "elder" in mine | theirs or titles_clash(one, other):
        return True
    younger, elder = (one, other) if mine else (other, one)
    if younger.holdings or parts(one.name)[:1] != parts(other.name)[:1]:
        return False
    return elder.reports >= _FAR_BETTER_KNOWN * younger.reports


def _held_elsewhere(one: KnownActor, other: KnownActor) -> bool:
    """Tell whether the offices of two are of other states, or for names that are only spelt alike,
    of other states or bodies."""
    first, second = parts(one.name), parts(other.name)
    if first[-1] == second[-1] and same_given(first[0], second[0]):
        return codes_clash(one, other)
    return states_clash(one, other)


def one_holder(one: KnownActor, other: KnownActor) -> str | None:
    """Return the office, of which there is one, that both held about one month, if their family
    name is one and their given names begin alike ("Al Rahl", as friends call Alejo Rahl)."""
    mine, theirs = parts(one.name), parts(other.name)
    if mine[-1:] != theirs[-1:] or mine[0][:2] != theirs[0][:2]:
        return None
    for held in one.holdings:
        office = exact_key(held)
        if office is None or not held.month or lists().many.intersection(office[0].split()[-1:]):
            continue
        if holds_near(other, office, held.month):
            return f"both {office[0]} of {office[1]} about {held.month}"
    return None


def _cut_short(one: KnownActor, other: KnownActor) -> Opinion | None:
    """Return that two are one of which one is named by a part of the other's name ("Oduvan Rahl",
    "Mira Oduvan Rahl"), where both held one office, or have a title that not many have."""
    if not is_cut_short(one.name, other.name):
        return None
    if office := shared_office(one, other):
        held = f"office ({' of '.join(office)})"
    elif (title := shared_title(one, other)) and not states_clash(one, other):
        held = f"title ({title})"
    else:
        return None
    return same(one, other, Likeness(0.85, f"the one name is cut short, same {held}"))


def _leaves_it_open(one: KnownActor, other: KnownActor, likeness: Likeness) -> bool:
    """Tell whether two names may be two persons': by titles, spelling, or how many have them."""
    first, second = parts(one.name), parts(other.name)
    if lists().common & {*first[-1:], *second[-1:]} and not shared_title(one, other):
        return True
    if likeness.swapped and (_has_odd_capitals(one.name) or _has_odd_capitals(other.name)):
        return True  # "GOP House", "BioNTech"
    if _are_both_spelt_otherwise(first, second) and not likeness.swapped:
        return True  # "Joe Tarven", "Joseph Tarvan"
    clash = titles_clash(one, other)
    family = alike(first[-1], second[-1])
    if family < _SOUNDS_ALIKE and not likeness.swapped:
        return clash or (family == SURE and first[0] != second[0])
    clash = clash or mostly_clash(one, other) or not same_given(first[0], second[0])
    return likeness.middle_left_out and clash


def _are_both_spelt_otherwise(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether the family name is spelt otherwise, and one is a short form of the given name,
    which is no other spelling."""
    is_short_form = min(len(one[0]), len(other[0])) <= _NICK and not alike(one[0], other[0])
    return one[-1] != other[-1] and one[0] != other[0] and is_short_form


def _has_odd_capitals(name: str) -> bool:
    """Tell whether a name has capitals as only firms' and parties' names have them."""
    words = [word for word in name.replace("-", " ").split() if len(word) > 2]
    shouted = [word.isupper() for word in words]
    return (any(shouted) and not all(shouted)) or any(_is_camel(word) for word in words)


def _is_camel(word: str) -> bool:
    """Tell whether capitals stand within a word, further on than in "McLean" and "DeLong"."""
    return not word.isupper() and sum(letter.isupper() for letter in word[3:]) > 0
