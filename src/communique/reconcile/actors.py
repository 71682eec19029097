"""Which actors are one, across reports, spellings and scripts.

An actor is compared only with those that share a key with it (:func:`keys`,
:func:`looked_up`), so that the time for one more does not grow with the record. Opinions
rest on nothing but the actors that are compared, so the order in which these became known
does not matter.

- Full names of persons are compared part by part (:mod:`communique.reconcile.people`).
- A name without a given name ("Oduvan", "M. Oduvan"), and a description ("the Norland
  president"), is tied to the one person it can mean (:func:`resolved`); where it can mean
  several it stays alone.
- States are one if their codes or usual names are, organisations if their words are, or if
  one is called by the initials of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from communique.model.judgement import pair
from communique.model.matching import Holding, KnownActor, Opinion
from communique.reconcile.bodies import FILLERS, body_words
from communique.reconcile.offices import (
    NEAR,
    exact_key,
    holds_near,
    is_undated_holder,
    months_around,
    office_keys,
    shared_office,
    shared_title,
    states_clash,
    title_words,
    titles_clash,
)
from communique.reconcile.people import NEARLY, SURE, Likeness, family_alike, is_full, names_alike
from communique.reconcile.spelling import alike, given, lists, parts, plain, same_given, skeleton
from communique.reconcile.states import state_key

#: From here on two names that are nearly alike are one if they share an office.
_WITH_OFFICE = 0.7
#: How many times the reports of all others one must have to be meant by a bare family name.
_FAR_BETTER_KNOWN = 10
#: The same, for the only one there is if no report gives an office: it may be no person's name.
_KNOWN = 2
#: Begin descriptions of nobody in particular ("a Norland president").
_INDEFINITE = ("a ", "an ", "another ", "any ", "some ")
#: What these join keeps its order.
_IN_ORDER = frozenset({"for", "on", "to"})
#: Look-alikes of this likeness and less are not worth a word in the log.
_NO_LIKENESS = 0.0


def is_short(actor: KnownActor) -> bool:
    """Tell whether a person is to be tied to another by :func:`resolved`."""
    return actor.kind == "person" and (actor.described or not is_full(actor.name))


def keys(actor: KnownActor) -> frozenset[str]:
    """Return the keys under which an actor is found: of names, and of offices by the month."""
    match actor.kind:
        case "person":
            slot = "described" if actor.described else "office"
            return frozenset((*_office_keys(slot, actor.holdings), *_name_keys(actor)))
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
        for key in _office_keys("described", held, near=NEAR)
    }
    words = parts(actor.name)
    if not words:
        return frozenset(offices)
    if is_short(actor):
        return frozenset((*offices, f"name:{skeleton(words[-1])}/*"))
    lone = f"name:{skeleton(words[-1])}/-"
    straight, swapped = _name_key(words[-1], words[0]), _name_key(words[0], words[-1])
    return frozenset((*offices, straight, swapped, lone))


def opinion(one: KnownActor, other: KnownActor) -> Opinion | None:
    """Return what to make of two actors, if there is anything to say.

    Short names and descriptions are left to :func:`resolved`.
    """
    if one.id == other.id or one.kind != other.kind or is_short(one) or is_short(other):
        return None
    return _compared(*sorted((one, other), key=lambda each: each.id))


def resolved(actor: KnownActor, others: Iterable[KnownActor]) -> Opinion | None:
    """Return whom a short name or a description means among ``others``; ``None`` if not told.

    A description means the one holder of its office whom a report of within two months
    names, or failing that an undated report; a name means the one who shares an office with
    it, or else the only one there is of that family name, or one who is far better known
    than all others.
    """
    named = [
        o
        for o in others
        if o.kind == "person" and o.id != actor.id and not o.described and not _is_kin(o.name)
    ]
    if actor.described:
        return _holder(actor, named)
    full = [o for o in named if not is_short(o)]
    nearly = [o for o in full if family_alike(actor.name, o.name) >= NEARLY]
    sharing = [o for o in nearly if shared_office(actor, o)]
    if sharing:
        return _only(actor, sharing, 0.9, "same family name and office")
    called = [o for o in nearly if family_alike(actor.name, o.name) >= SURE]
    return _called_so(actor, [o for o in called if not states_clash(actor, o)])


def _is_kin(name: str) -> bool:
    """Tell whether a name or title is no more than whose somebody is ("My wife")."""
    return not lists().kin.isdisjoint(plain(name).split()[-1:])


def _called_so(actor: KnownActor, called: Sequence[KnownActor]) -> Opinion | None:
    """Return whom a lone name means among those of that family name.

    A title with it must be one that reports give the other as well; of several such it is the
    one whom they give it far more often. Without a title it is the only one of that name, if
    reports name it in full as often as alone, or one who is far better known than all others.
    """
    months = [(_months_with_title(actor, each), each) for each in called]
    titled = [(count, each) for count, each in months if count]
    why = "same family name and title"
    if titled:
        if only := _only(actor, [each for _, each in titled], 0.8, why):
            return only
        return _far_ahead(actor, titled, 0.7, f"{why}, by far the most often so called")
    if not any(held.title for held in actor.holdings):
        why = "same family name, which nobody else here has"
        is_known = sum(each.reports for each in called) >= _KNOWN * actor.reports
        if is_known or any(each.holdings for each in called):
            best_known = [each for each in called if each.reports >= actor.reports]
            if best_known and (only := _only(actor, called, 0.75, why)):
                return only
    fitting = [(each.reports, each) for each in called if not titles_clash(actor, each)]
    return _far_ahead(actor, fitting, 0.65, "same family name, by far the best known of that name")


def _months_with_title(actor: KnownActor, other: KnownActor) -> int:
    """Return in how many months reports give ``other`` a title of which ``actor`` has a word."""
    words = {word for held in actor.holdings for word in title_words(held.title)}
    return len({held.month for held in other.holdings if words & title_words(held.title)})


def _far_ahead(
    actor: KnownActor, weighed: Sequence[tuple[int, KnownActor]], score: float, why: str
) -> Opinion | None:
    """Tie ``actor`` to those, all one person, who weigh many times what all others do."""
    weights = {each.id: weight for weight, each in weighed}
    groups = _groups([each for _, each in weighed])
    sums = sorted((sum(weights[each.id] for each in group) for group in groups), reverse=True)
    if len(sums) > 1 and sums[0] >= _FAR_BETTER_KNOWN * sum(sums[1:]):
        best = max(groups, key=lambda group: sum(weights[each.id] for each in group))
        return _only(actor, best, score, why)
    return None


def _compared(one: KnownActor, other: KnownActor) -> Opinion | None:
    """Return what to make of two actors of one kind."""
    match one.kind:
        case "person":
            return _persons(one, other)
        case "state":
            likeness = _states(one.name, other.name)
        case _:
            likeness = _bodies(one, other)
    return _opinion(one, other, likeness) if likeness.score >= SURE else None


def _persons(one: KnownActor, other: KnownActor) -> Opinion | None:
    likeness = names_alike(one.name, other.name)
    if likeness.score == _NO_LIKENESS and "other given names" not in likeness.why:
        return None
    if likeness.score == 1.0 and not likeness.middle_left_out:
        return _opinion(one, other, likeness)
    office = shared_office(one, other)
    if likeness.score >= SURE and not (likeness.score < 1.0 and states_clash(one, other)):
        if not office and _leaves_it_open(one, other, likeness):
            return None
        return _opinion(one, other, likeness)
    if likeness.score >= _WITH_OFFICE:
        if office:
            why = f"{likeness.why}, same office ({' of '.join(office)})"
            return _opinion(one, other, Likeness(0.85, why))
        title = shared_title(one, other)
        if title and parts(one.name)[0] == parts(other.name)[0] and not states_clash(one, other):
            return _opinion(one, other, Likeness(0.85, f"{likeness.why}, same title ({title})"))
    clash = ", offices of other states" if states_clash(one, other) else ""
    return Opinion(
        items=pair(one.id, other.id),
        verdict="different",
        score=0.5,
        why=f"{one.name} / {other.name}: {likeness.why}{clash}",
    )


def _leaves_it_open(one: KnownActor, other: KnownActor, likeness: Likeness) -> bool:
    """Tell whether two names may be two persons': by titles, spelling, or how many have them."""
    first, second = parts(one.name), parts(other.name)
    if lists().common.intersection(first[-1:], second[-1:]) and not shared_title(one, other):
        return True
    clash = titles_clash(one, other) or not same_given(first[0], second[0])
    return likeness.middle_left_out and clash


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
    if words == _words(other.name) and _order_is_free(words, one.name, other.name):
        return Likeness(0.95, "same words")
    for short, full in ((one, other), (other, one)):
        if short.name in full.aliases and plain(short.name) == _initials(full.name):
            return Likeness(0.9, f"{short.name} is what {full.name} is also called")
    return Likeness(0.0, "other words")


def _order_is_free(words: frozenset[str], one: str, other: str) -> bool:
    """Tell whether two bodies of the same words are one, in whatever order these stand.

    "Ministry of Health" is a "Health Ministry"; what "for" or "on" joins is not turned round so.
    """
    joined = {word for name in (one, other) for word in plain(name).split()}
    if words.isdisjoint(lists().in_order) and joined.isdisjoint(_IN_ORDER):
        return True
    return body_words(one) == body_words(other)


def _holder(actor: KnownActor, named: Sequence[KnownActor]) -> Opinion | None:
    """Return who held the office of a description in its month."""
    if plain(actor.name).startswith(_INDEFINITE):
        return None
    for holding in actor.holdings:
        office = exact_key(holding)
        if office is None or not holding.month or _is_kin(office[0]):
            continue
        if lists().many.intersection(office[0].split()[:1]):
            continue
        holders = [each for each in named if holds_near(each, office, holding.month)]
        full = [each for each in holders if not is_short(each)]
        title, of = office
        why = f"the only one named as {title} of {of} about {holding.month}"
        if holders:
            return _only(actor, full or holders, 0.8, why)
        undated = [each for each in named if is_undated_holder(each, holding)]
        why = f"the only one named as {title} of {of} in reports without a date"
        if only := _only(actor, undated, 0.65, why):
            return only
    return None


def _only(
    actor: KnownActor, candidates: Sequence[KnownActor], score: float, why: str
) -> Opinion | None:
    """Tie ``actor`` to the candidates if these are all one person."""
    if len(_groups(candidates)) != 1:
        return None
    best = min(candidates, key=lambda each: each.id)
    return _opinion(actor, best, Likeness(score, why))


def _groups(candidates: Sequence[KnownActor]) -> list[list[KnownActor]]:
    """Group candidates whose names are those of one person."""
    groups: list[list[KnownActor]] = []
    for each in sorted(candidates, key=lambda known: known.id):
        joined, others = [each], []
        for group in groups:
            if any(_is_same(known, each) for known in group):
                joined += group
            else:
                others.append(group)
        groups = [*others, joined]
    return groups


def _is_same(one: KnownActor, other: KnownActor) -> bool:
    if is_short(one) or is_short(other):
        return family_alike(one.name, other.name) >= SURE
    likeness = names_alike(one.name, other.name)
    if likeness.score < _WITH_OFFICE:
        return False
    opinion = _persons(one, other)
    return opinion is not None and opinion.verdict == "same"


def _opinion(one: KnownActor, other: KnownActor, likeness: Likeness) -> Opinion:
    return Opinion(
        items=pair(one.id, other.id),
        verdict="same",
        score=round(likeness.score, 2),
        why=f"{one.name} / {other.name}: {likeness.why}",
    )


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
        return (_name_key(words[-1], words[0]),)
    return (f"name:{skeleton(words[-1])}/-",)


def _name_key(family: str, first: str) -> str:
    """Return the key of a full name: its family name's consonants, its given name's letter."""
    return f"name:{skeleton(family)}/{skeleton(given(first))[:1]}"


def _state_block(name: str) -> str:
    key = state_key(name)
    return key if key.isupper() else skeleton(key.replace(" ", ""))


def _words(name: str) -> frozenset[str]:
    return frozenset(body_words(name))


def _initials(name: str) -> str:
    return "".join(word[0] for word in plain(name).split() if word not in FILLERS)


def _body_forms(actor: KnownActor) -> set[str]:
    """Return the forms by which an organisation is looked up: its words, its initials."""
    forms = {" ".join(sorted(_words(actor.name)))}
    if len(_words(actor.name)) > 1:
        forms.add(_initials(actor.name))
    return forms - {""}


def standing_for(members: Iterable[KnownActor]) -> str:
    """Return the id of the member by which a cluster goes: named in full, then best known."""
    return min(members, key=lambda m: (m.described, is_short(m), -m.reports, m.id)).id
