"""Whom a lone name ("Oduvan", "President Oduvan") or a description ("the Norland president") means.

Either is tied to the one person it can mean, or left alone where it may be two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.model.matching import KnownActor, Opinion
from communique.reconcile.nicknames import blended
from communique.reconcile.offices import (
    OfficeKey,
    exact_key,
    holds_near,
    in_english,
    is_undated_holder,
    office_keys,
    shared_office,
    sit_together,
    states_clash,
    title_words,
    titles_clash,
)
from communique.reconcile.people import (
    NEARLY,
    SURE,
    Likeness,
    family_alike,
    is_cut_short,
    names_alike,
)
from communique.reconcile.persons import WITH_OFFICE, compared, is_short, one_holder, same
from communique.reconcile.spelling import NUMBER, lists, parts, plain

#: How many times the reports of all others one must have to be meant by a bare family name.
_FAR_BETTER_KNOWN = 10
#: The same, for the only one there is if no report gives an office: it may be no person's name.
_KNOWN = 2
#: Names with a title that are looked at for whom the name without one means.
_SHORTS = 8
#: Begin descriptions of nobody in particular ("a Norland president").
_INDEFINITE = ("a ", "an ", "another ", "any ", "some ")


def resolved(actor: KnownActor, others: Iterable[KnownActor]) -> Opinion | None:
    """Return whom a short name or a description means among ``others``; ``None`` if not told.

    A description means the one holder of its office whom a report of within two months
    names, or who is by far the best known of several, or failing that an undated report; a
    name means the one who shares an office with it, or else the only one there is of that
    family name, or one who is far better known than all others. A lone name may also be a
    family name that stands first, of somebody with the same office or title.
    """
    named = [
        o
        for o in others
        if o.kind == "person"
        and o.id != actor.id
        and not o.described
        and not _is_kin(o.name)
        and not _is_office(o.name)
    ]
    if actor.described:
        return _holder(actor, named)
    full = [o for o in named if not is_short(o)]
    nearly = [o for o in full if family_alike(actor.name, o.name) >= NEARLY]
    sharing = [o for o in nearly if shared_office(actor, o)]
    sharing = [o for o in sharing if _is_whole_family_name(actor, o)] or sharing
    if sharing:
        return _only(actor, sharing, 0.9, "same family name and office")
    called = [o for o in nearly if family_alike(actor.name, o.name) >= SURE]
    called = [o for o in called if not states_clash(actor, o)]
    found = _called_so(actor, called) or _family_name_first(actor, full)
    if found is None and (made := blended(actor, full)):
        found = _only(actor, made, 0.85, "made of the parts of that name, same office")
    found = found or _with_initials(actor, named)
    if found is None and not any(held.title for held in actor.holdings):
        found = _called_so_with_a_title(actor, called, [o for o in named if is_short(o)])
    found = found or _of_the_same_initials(actor, named) or _of_one_number(actor, named)
    return found or _so_called_elsewhere(actor, full, named)


def _is_whole_family_name(actor: KnownActor, other: KnownActor) -> bool:
    """Tell whether a lone name is all of the other's family name ("Oduvan", but not of Pia
    Rahl-Oduvan)."""
    lone, full = (
        [word for each in one.name.split() if (word := plain(each)) not in lists().aside]
        for one in (actor, other)
    )
    return lone[-1:] == full[-1:]


def _is_kin(name: str) -> bool:
    """Tell whether a name or title is no more than whose somebody is ("My wife")."""
    return not lists().kin.isdisjoint(plain(name).split()[-1:])


def _is_office(name: str) -> bool:
    """Tell whether a name is no more than whose leader somebody is ("Norland's President")."""
    words = plain(name.replace("’", "'").replace("'s ", " of "))
    return words != plain(name) and words.endswith(tuple(f" {head}" for head in lists().heads))


def _family_name_first(actor: KnownActor, full: Sequence[KnownActor]) -> Opinion | None:
    """Return whom a lone name means that is the first part of a full one ("Wen" of Wen Haoming), or
    the first of two family names ("Chaldes" of Rodo Chaldes Riva).

    Since it may as well be a given name, the two need an office or a title in common.
    """
    words = set(parts(actor.name)) - lists().before
    first = [o for o in full if words & {*parts(o.name)[:-1]} and not states_clash(actor, o)]
    sharing = [o for o in first if shared_office(actor, o)]
    if sharing:
        return _only(actor, sharing, 0.85, "same name, not the last in the one, and office")
    titled = [(_times_so_called(actor, o), o) for o in first]
    return _most_called(
        actor, [each for each in titled if each[0]], "same name, not the last in the one"
    )


def _called_so(actor: KnownActor, called: Sequence[KnownActor]) -> Opinion | None:
    """Return whom a lone name means among those of that family name.

    A title with it must be one that reports give the other as well; of several such it is the
    one whom they give it far more often. Without a title it is the only one of that name, if
    reports name it in full as often as alone, or one who is far better known than all others.
    """
    titled = [(months, each) for each in called if (months := _months_with_title(actor, each))]
    why = "same family name"
    if titled:
        if only := _only(actor, [each for _, each in titled], 0.8, f"{why} and title"):
            return only
        so_called = [(_times_so_called(actor, each), each) for _, each in titled]
        return _most_called(actor, so_called, why)
    only_so = f"{why}, which nobody else here has"
    if not any(held.title for held in actor.holdings):
        is_known = sum(each.reports for each in called) >= _KNOWN * actor.reports
        if is_known or any(each.holdings for each in called):
            best_known = [each for each in called if each.reports >= actor.reports]
            if best_known and (only := _only(actor, called, 0.75, only_so)):
                return only
    elif found := _only_bearer(actor, called, only_so):
        return found
    fitting = [(each.reports, each) for each in called if not titles_clash(actor, each)]
    return _far_ahead(actor, fitting, 0.65, f"{why}, by far the best known of that name")


def _only_bearer(actor: KnownActor, called: Sequence[KnownActor], why: str) -> Opinion | None:
    """Return the only one of the family name of a lone name with a title by which all know whom it
    means, if no report gives him or her any; or who sits in a parliament, as its bearer does."""
    if not lists().common.isdisjoint(parts(actor.name)):
        return None
    if called and all(sit_together(actor, each) for each in called):
        return _only(actor, called, 0.75, f"{why}, both of a parliament")
    known = not (lists().heads | lists().known).isdisjoint(_titles(actor))
    untitled = known and not any(_titles(each) for each in called)
    return _only(actor, called, 0.65, why) if untitled else None


def _called_so_with_a_title(
    actor: KnownActor, called: Sequence[KnownActor], shorts: Sequence[KnownActor]
) -> Opinion | None:
    """Return whom a name means that stands alone and without a title, by those of that name who are
    called so with one: "Oduvan" is who "President Oduvan" is, if that is said far more often."""
    alike = [o for o in shorts if o.holdings and family_alike(actor.name, o.name) >= SURE]
    alike.sort(key=lambda short: (-short.reports, short.id))
    weights = {each.id: float(each.reports) for each in called}
    for short in alike[:_SHORTS]:
        if found := _called_so(short, called):
            weights[next(item for item in found.items if item != short.id)] += short.reports
    known = _KNOWN * sum(weights.values()) >= actor.reports
    if known and any(each.holdings for each in called):
        why = "same family name, which nobody else here has"
        if only := _only(actor, called, 0.65, f"{why}, also with a title"):
            return only
    fitting = [(weights[each.id], each) for each in called]
    return _far_ahead(actor, fitting, 0.65, "same family name, by far the most often so called")


def _with_initials(actor: KnownActor, named: Sequence[KnownActor]) -> Opinion | None:
    """Return whom a lone name means that others give with initials ("G. T. Oduvan"), by a title."""
    if len(parts(actor.name)) > 1:
        return None
    initialled = [
        o
        for o in named
        if is_short(o) and len(parts(o.name)) > 1 and family_alike(actor.name, o.name) >= SURE
        if not states_clash(actor, o) and _months_with_title(actor, o)
    ]
    return _only(actor, initialled, 0.75, "same family name and title")


def _of_the_same_initials(actor: KnownActor, named: Sequence[KnownActor]) -> Opinion | None:
    """Return who goes by the same two initials or more ("G.T. Oduvan", "G. T.", "GT")."""
    if (spelt := _with_joined_initials(actor.name)) is None:
        return None
    alike = [o for o in named if spelt in (_with_joined_initials(o.name), parts(o.name))]
    alike = [o for o in alike if not states_clash(actor, o) and not titles_clash(actor, o)]
    return _only(actor, alike, 0.85, "same initials and family name")


def _of_one_number(actor: KnownActor, named: Sequence[KnownActor]) -> Opinion | None:
    """Return which ruler a name means that is a given name and a number ("Ottokar IV"), or that
    name without it and with the same title ("King Ottokar")."""
    mine = _numbered(actor.name)
    words = parts(actor.name)
    alike = [o for o in named if is_short(o) and parts(o.name) == words and _numbered(o.name)]
    alike = [o for o in alike if not states_clash(actor, o) and not titles_clash(actor, o)]
    if mine:
        alike = [o for o in alike if _numbered(o.name) == mine]
    else:
        alike = [o for o in alike if _months_with_title(actor, o)]
    if len({_numbered(o.name) for o in alike}) != 1:
        return None
    return _only(actor, alike, 0.85, "same name, with a number")


def _so_called_elsewhere(
    actor: KnownActor, full: Sequence[KnownActor], named: Sequence[KnownActor]
) -> Opinion | None:
    """Return whom other reports call by the very lone name with the same title, or both
    without a title where nobody of that name is named in full."""
    words, titles = parts(actor.name), _titles_to_be(actor)
    if len(words) != 1 or lists().common.intersection(words) or _numbered(actor.name):
        return None
    alike = [o for o in named if is_short(o) and parts(o.name) == words and not _numbered(o.name)]
    alike = [o for o in alike if _generation(o.name) == _generation(actor.name)]
    alike = [o for o in alike if not states_clash(actor, o)]
    if not actor.holdings:
        if any(family_alike(actor.name, o.name) >= SURE for o in full):
            return None
        return _only(actor, [o for o in alike if not o.holdings], 0.75, "the very same name")
    so_called = [o for o in alike if titles & _titles_to_be(o) or sit_together(actor, o)]
    return _only(actor, so_called, 0.75, "the very same name and title")


def _generation(name: str) -> frozenset[str]:
    """Return the words of a name that tell the older from the younger ("Oduvan Sr.")."""
    return lists().generation.intersection(plain(name).split())


def _titles(actor: KnownActor) -> set[str]:
    """Return the titles of an actor."""
    return {in_english(held.title) for held in actor.holdings} - {""}


def _titles_to_be(actor: KnownActor) -> set[str]:
    """Return the titles of an actor, those to come as well ("President-elect")."""
    told = (title.split() for title in _titles(actor))
    return {" ".join(w for w in words if w not in lists().to_come) for words in told} - {""}


def _numbered(name: str) -> str:
    """Return the number of a ruler at the end of a name; nothing if there is none."""
    found = NUMBER.search(name.strip())
    return found.group() if found else ""


def _with_joined_initials(name: str) -> tuple[str, str] | None:
    """Return the initials of a name of two at least, in one word, and the family name."""
    *initials, family = parts(name) or ("",)
    if len(initials) < 2 or any(len(each) > 1 for each in initials):
        return None
    return "".join(initials), family


def _most_called(
    actor: KnownActor, weighed: Sequence[tuple[float, KnownActor]], why: str
) -> Opinion | None:
    """Tie ``actor`` to the only one, or the one who is far more often, called by its title."""
    so_called = [each for times, each in weighed if times]
    if only := _only(actor, so_called, 0.8, f"{why} and title"):
        return only
    return _far_ahead(actor, weighed, 0.7, f"{why} and title, by far the most often so called")


def _months_with_title(actor: KnownActor, other: KnownActor) -> int:
    """Return in how many months reports give ``other`` a title of which ``actor`` has a word."""
    words = {word for held in actor.holdings for word in title_words(held.title)}
    return len({held.month for held in other.holdings if words & title_words(held.title)})


def _times_so_called(actor: KnownActor, other: KnownActor) -> float:
    """Return about how often reports give ``other`` the very title of ``actor``: in how many
    months, times by how many reports ``other`` is named, times what share of his or her titles
    month by month that is: once in a while one is given another's."""
    titles = {in_english(held.title) for held in actor.holdings} - {""}
    given = {(in_english(held.title), held.month) for held in other.holdings if held.title}
    so_called = {(title, month) for title, month in given if title in titles}
    if not so_called:
        return 0.0
    return len({month for _, month in so_called}) * other.reports * len(so_called) / len(given)


def _far_ahead(
    actor: KnownActor, weighed: Sequence[tuple[float, KnownActor]], score: float, why: str
) -> Opinion | None:
    """Tie ``actor`` to those, all one person, who weigh many times what all others do."""
    weights = {each.id: weight for weight, each in weighed}
    groups = _groups([each for _, each in weighed])
    sums = sorted((sum(weights[each.id] for each in group) for group in groups), reverse=True)
    if len(sums) > 1 and sums[0] >= _FAR_BETTER_KNOWN * sum(sums[1:]):
        best = max(groups, key=lambda group: sum(weights[each.id] for each in group))
        return _only(actor, best, score, why)
    return None


def _holder(actor: KnownActor, named: Sequence[KnownActor]) -> Opinion | None:
    """Return who held the office of a description in its month."""
    if all(plain(form).startswith(_INDEFINITE) for form in (actor.name, *actor.aliases)):
        return None
    for holding in actor.holdings:
        office = exact_key(holding)
        if office is None or not holding.month or _is_kin(office[0]):
            continue
        if lists().many.intersection(office[0].split()[:1]) or lists().to_come & _beside(
            actor, office
        ):
            continue
        holders = [each for each in named if holds_near(each, office, holding.month)]
        full = [each for each in holders if not is_short(each)]
        title, of = office
        why = f"the only one named as {title} of {of} about {holding.month}"
        if only := _only(actor, full or holders, 0.8, why):
            return only
        if holders:
            if lists().other_times & _beside(actor, office):
                return None
            return _of_several(actor, full or holders, office, holding.month)
        undated = [each for each in named if is_undated_holder(each, holding)]
        why = f"the only one named as {title} of {of} in reports without a date"
        if only := _only(actor, undated, 0.65, why):
            return only
    return None


def _of_several(
    actor: KnownActor, holders: Sequence[KnownActor], office: OfficeKey, month: str
) -> Opinion | None:
    """Return which of several holders about a month a description means: the only one within a
    month of it, or else the one by far the best known for it."""
    title, of = office
    then = [each for each in holders if holds_near(each, office, month, within=1)]
    why = f"the only one named as {title} of {of} within a month of {month}"
    if only := _only(actor, then, 0.75, why):
        return only
    known = [(_times_holder(each, office), each) for each in holders]
    return _far_ahead(
        actor, known, 0.7, f"by far the best known named as {title} of {of} about {month}"
    )


def _beside(actor: KnownActor, office: OfficeKey) -> set[str]:
    """Return the words of a description but for those of its title: "the next president"."""
    return {*plain(actor.name).split()} - {*office[0].split()}


def _times_holder(holder: KnownActor, office: OfficeKey) -> float:
    """Return about how many reports name somebody as holder of an office: those that name him or
    her, times what share of all offices told of month by month it is."""
    held = sum(office in office_keys(each) for each in holder.holdings)
    return holder.reports * held / len(holder.holdings)


def _only(
    actor: KnownActor, candidates: Sequence[KnownActor], score: float, why: str
) -> Opinion | None:
    """Tie ``actor`` to the candidates if these are all one person."""
    if len(_groups(candidates)) != 1:
        return None
    best = min(candidates, key=lambda each: each.id)
    return same(actor, best, Likeness(score, why))


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
    if is_cut_short(one.name, other.name):
        return True
    likeness = names_alike(one.name, other.name)
    if likeness.score < WITH_OFFICE and not one_holder(one, other):
        return False
    opinion = compared(one, other)
    return opinion is not None and opinion.verdict == "same"
