"""Whom a lone name ("Oduvan", "President Oduvan") or a description ("the Norland president") means.

Either is tied to the one person it can mean, or left alone where it may be two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from communique.model.matching import KnownActor, Opinion
from communique.reconcile.actors.descriptions import holder, is_kin, times_holder
from communique.reconcile.actors.first_names import (
    family_name_first,
    head_whose_family_name_is_first,
    most_called,
    times_so_called,
    titles_of,
)
from communique.reconcile.actors.initials import of_the_same_initials
from communique.reconcile.actors.lone_names import (
    are_man_and_woman,
    is_elsewhere,
    likely,
    mostly_called_so,
    numbered,
    with_another_title,
)
from communique.reconcile.actors.nicknames import blended
from communique.reconcile.actors.offices import (
    months_apart,
    share_title,
    shared_office,
    sit_together,
    spelt_out,
    states_clash,
    title_words,
    titles_clash,
)
from communique.reconcile.actors.people import NEARLY, SURE, family_alike, is_thing
from communique.reconcile.actors.persons import is_short
from communique.reconcile.actors.ties import far_ahead, grouped, only_one
from communique.reconcile.spelling import generations, given, lists, parts, plain

#: The same, for the only one there is if no report gives an office: it may be no person's name.
_KNOWN = 2
#: Reports from which on one whose office is told is known by a rare family name alone.
_WELL_KNOWN = 8
#: Names with a title that are looked at for whom the name without one means.
_SHORTS = 8
#: How many times the reports of a lone name one so called needs, to be it with another title.
_OF_RARE_NAME = 20
#: How many times the reports of another those of one may be who may be meant as well.
_RIVAL = 4
#: Months by which bearers of a name that very many have are of one time.
_YEAR = 12


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
        and not is_kin(o.name)
        and not _is_office(o.name)
        and not is_thing(o.name)
        and not (is_short(o) and _is_only_kin(o))
    ]
    if actor.described:
        return holder(actor, named)
    if is_thing(actor.name) or _is_only_kin(actor):
        return None
    full = [o for o in named if not is_short(o)]
    nearly = [o for o in full if family_alike(actor.name, o.name) >= NEARLY]
    nearly = likely(actor, nearly)
    if numbered(actor.name):
        nearly = [o for o in nearly if numbered(o.name)]
    sharing = [o for o in nearly if shared_office(actor, o) and not are_man_and_woman(actor, o)]
    sharing = [o for o in sharing if _is_whole_family_name(actor, o)] or sharing
    if sharing:
        return _of_that_office(actor, sharing)
    called = [o for o in nearly if family_alike(actor.name, o.name) >= SURE]
    called = [o for o in called if not is_elsewhere(actor, o)]
    if len(parts(actor.name)) > 1 and not lists().common.isdisjoint(parts(actor.name)[-1:]):
        called = [o for o in called if _months_with_title(actor, o)]  # "C. Wilson"
    if _is_given_name(actor, full, called):
        called = []
    found = head_whose_family_name_is_first(actor, full, called)
    found = found or _called_so(actor, called) or family_name_first(actor, full)
    if found is None and (made := blended(actor, full)):
        found = only_one(actor, made, 0.85, "made of the parts of that name, same office")
    found = found or _with_initials(actor, named)
    if found is None and not any(held.title for held in actor.holdings):
        found = _called_so_with_a_title(actor, full, called, [o for o in named if is_short(o)])
    found = found or of_the_same_initials(actor, named) or _of_one_number(actor, named)
    found = found or _so_called_elsewhere(actor, full, named)
    if found is None and called:
        return with_another_title(actor, called, _so_named(actor, named))
    return found or _of_rare_name(actor, named)


def _so_named(actor: KnownActor, named: Sequence[KnownActor]) -> list[KnownActor]:
    """Return those who go by the very lone name."""
    return [o for o in named if is_short(o) and parts(o.name) == parts(actor.name)]


def _is_only_kin(actor: KnownActor) -> bool:
    """Tell whether all that is told of a lone name is whose somebody is: "her husband Jon"."""
    return bool(actor.holdings) and all(is_kin(held.title) for held in actor.holdings)


def _of_that_office(actor: KnownActor, sharing: Sequence[KnownActor]) -> Opinion | None:
    """Return which of those who share a family name and an office with a lone name it means: the
    only one, or whom reports give that office by far the most often."""
    why = "same family name and office"
    if only := only_one(actor, sharing, 0.9, why):
        return only
    weighed = [
        (times_holder(each, office), each)
        for each in sharing
        if (office := shared_office(actor, each))
    ]
    return far_ahead(actor, weighed, 0.8, f"{why}, by far the most often so called")


def _is_given_name(
    actor: KnownActor, full: Sequence[KnownActor], called: Sequence[KnownActor]
) -> bool:
    """Tell whether a lone name without a title is the given name of more people than bear it as
    their family name."""
    words = parts(actor.name)
    if len(words) != 1 or any(held.title for held in actor.holdings):
        return False
    so_given = [o for o in full if given(parts(o.name)[0]) == given(words[0])]
    return len(so_given) >= len(called) > 0


def _of_rare_name(actor: KnownActor, named: Sequence[KnownActor]) -> Opinion | None:
    """Return whom other reports call by the very lone name with another title ("Chairman Xun" is
    "President Xun"), many times as often, if nobody else bears it."""
    words = parts(actor.name)
    if len(words) != 1 or not actor.holdings or lists().common.intersection(words):
        return None
    alike = _so_named(actor, named)
    known = sum(o.reports for o in alike) >= _OF_RARE_NAME * actor.reports
    if not known or numbered(actor.name) or any(states_clash(actor, o) for o in alike):
        return None
    return only_one(actor, alike, 0.65, "the very same name, which nobody else here has")


def _is_whole_family_name(actor: KnownActor, other: KnownActor) -> bool:
    """Tell whether a lone name is all of the other's family name ("Oduvan", but not of Pia
    Rahl-Oduvan)."""
    lone, full = (
        [word for each in one.name.split() if (word := plain(each)) not in lists().aside]
        for one in (actor, other)
    )
    return lone[-1:] == full[-1:]


def _is_office(name: str) -> bool:
    """Tell whether a name is no more than whose leader somebody is ("Norland's President")."""
    words = plain(name.replace("’", "'").replace("'s ", " of "))
    return words != plain(name) and words.endswith(tuple(f" {head}" for head in lists().heads))


def _called_so(actor: KnownActor, called: Sequence[KnownActor]) -> Opinion | None:
    """Return whom a lone name means among those of that family name.

    A title with it must be one that reports give the other as well; of several such it is the
    one whom they give it far more often. Without a title it is the only one of that name, if
    reports name it in full as often as alone, or one who is far better known than all others.
    """
    titled = [(months, each) for each in called if (months := _months_with_title(actor, each))]
    why = "same family name"
    if titled:
        if only := only_one(actor, [each for _, each in titled], 0.8, f"{why} and title"):
            return only
        so_called = [(times_so_called(actor, each), each) for _, each in titled]
        best = [(m * each.reports, each) for m, each in titled if _has_known_title(actor)]
        known = f"{why} and a word of the title, by far the best known so called"
        return most_called(actor, so_called, why) or far_ahead(actor, best, 0.7, known)
    only_so = f"{why}, which nobody else here has"
    rare = lists().common.isdisjoint(parts(actor.name)) and any(o.holdings for o in called)
    if not any(held.title for held in actor.holdings):
        is_known = sum(each.reports for each in called) >= _KNOWN * actor.reports
        is_known = is_known and any(_is_also_called(each, actor) for each in called)
        if is_known or any(each.holdings for each in called):
            best_known = [
                each
                for each in called
                if each.reports >= (min(actor.reports, _WELL_KNOWN) if rare else actor.reports)
            ]
            if best_known and (only := only_one(actor, called, 0.75, only_so)):
                return only
    elif found := _only_bearer(actor, called, only_so):
        return found
    fitting = [(each.reports, each) for each in called if not titles_clash(actor, each)]
    return far_ahead(actor, fitting, 0.65, f"{why}, by far the best known of that name")


def _is_also_called(full: KnownActor, lone: KnownActor) -> bool:
    """Tell whether a report that names somebody in full goes on with that part of the name, or so
    many do that others may take it for known."""
    return full.reports >= _WELL_KNOWN or plain(lone.name) in map(plain, full.aliases)


def _only_bearer(actor: KnownActor, called: Sequence[KnownActor], why: str) -> Opinion | None:
    """Return the only one of the family name of a lone name with a title by which all know whom it
    means, if no report gives him or her any; or who sits in a parliament, as its bearer does."""
    if not lists().common.isdisjoint(parts(actor.name)):
        return None
    if called and all(sit_together(actor, each) for each in called):
        return only_one(actor, called, 0.75, f"{why}, both of a parliament")
    if lists().rulers & titles_of(actor):
        return None  # they go by given names
    told = any(not _is_vague(title) for each in called for title in titles_of(each))
    untitled = _has_known_title(actor) and not told
    return only_one(actor, called, 0.65, why) if untitled else None


def _called_so_with_a_title(
    actor: KnownActor,
    full: Sequence[KnownActor],
    called: Sequence[KnownActor],
    shorts: Sequence[KnownActor],
) -> Opinion | None:
    """Return whom a name means that stands alone and without a title, by those of that name who are
    called so with one: "Oduvan" is who "President Oduvan" is, if that is said far more often."""
    alike = [o for o in shorts if o.holdings and family_alike(actor.name, o.name) >= SURE]
    alike.sort(key=lambda short: (-short.reports, short.id))
    weights = {each.id: float(each.reports) for each in called}
    others = {each.id: each for each in full}
    so_called: Counter[str] = Counter()
    for short in alike[:_SHORTS]:
        first = head_whose_family_name_is_first(short, full, called)
        if found := first or _called_so(short, called):
            meant = next(item for item in found.items if item != short.id)
            if meant not in weights:
                called = [*called, others[meant]]
                weights[meant] = float(others[meant].reports)
            weights[meant] += short.reports
            so_called[meant] += short.reports
    known = _KNOWN * sum(weights.values()) >= actor.reports
    if known and any(each.holdings for each in called):
        why = "same family name, which nobody else here has"
        if only := only_one(actor, called, 0.65, f"{why}, also with a title"):
            return only
    fitting = [(weights[each.id], each) for each in called]
    ahead = far_ahead(actor, fitting, 0.65, "same family name, by far the most often so called")
    return ahead or mostly_called_so(actor, called, so_called)


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
    return only_one(actor, initialled, 0.75, "same family name and title")


def _of_one_number(actor: KnownActor, named: Sequence[KnownActor]) -> Opinion | None:
    """Return which ruler a name means that is a given name and a number ("Ottokar IV"), or that
    name without it and with the same title ("King Ottokar")."""
    mine = numbered(actor.name)
    alike = [o for o in _so_named(actor, named) if numbered(o.name)]
    alike = [o for o in alike if not states_clash(actor, o) and not titles_clash(actor, o)]
    if mine:
        alike = [o for o in alike if numbered(o.name) == mine]
    else:
        alike = [o for o in alike if _months_with_title(actor, o)]
    if len({numbered(o.name) for o in alike}) != 1:
        return None
    return only_one(actor, alike, 0.85, "same name, with a number")


def _so_called_elsewhere(
    actor: KnownActor, full: Sequence[KnownActor], named: Sequence[KnownActor]
) -> Opinion | None:
    """Return whom other reports call by the very lone name with the same title, or both
    without a title where nobody of that name is named in full."""
    words, titles = parts(actor.name), _titles_to_be(actor)
    if len(words) != 1 or lists().common.intersection(words) or numbered(actor.name):
        return None
    alike = [o for o in _so_named(actor, named) if not numbered(o.name)]
    alike = [o for o in alike if generations(o.name) == generations(actor.name)]
    alike = [o for o in alike if not states_clash(actor, o)]
    if not actor.holdings:
        if any(family_alike(actor.name, o.name) >= SURE for o in full):
            return None
        return only_one(actor, [o for o in alike if not o.holdings], 0.75, "the very same name")
    if _may_be_of_two(actor, full):
        return None
    same = [o for o in alike if share_title(titles, _titles_to_be(o)) or sit_together(actor, o)]
    return only_one(actor, same, 0.75, "the very same name and title")


def _may_be_of_two(actor: KnownActor, full: Sequence[KnownActor]) -> bool:
    """Tell whether a lone name and its title, which many have, are those of two who are named in
    full, neither far better known ("Senator Oduvan")."""
    own = {title for title in _titles_to_be(actor) if title.split()[-1] in lists().many}
    bearers = [o for o in full if family_alike(actor.name, o.name) >= SURE]
    groups = grouped([o for o in bearers if own & _titles_to_be(o)])
    known = sorted(sum(each.reports for each in group) for group in groups)
    return len(known) > 1 and known[-2] * _RIVAL >= known[-1]


def _titles_to_be(actor: KnownActor) -> set[str]:
    """Return the titles of an actor, those to come as well ("President-elect")."""
    told = (spelt_out(title).split() for title in titles_of(actor))
    return {" ".join(w for w in words if w not in lists().to_come) for words in told} - {""}


def _months_with_title(actor: KnownActor, other: KnownActor) -> int:
    """Return in how many months reports give ``other`` a title of which ``actor`` has a word."""
    words = {word for held in actor.holdings for word in title_words(held.title)}
    then = {held.month for held in other.holdings if words & title_words(held.title)}
    if lists().common.isdisjoint(parts(actor.name)[-1:]) or _has_known_title(actor):
        return len(then)
    own = {held.month for held in actor.holdings}
    return len({month for month in then if any(_are_near(month, each) for each in own)})


def _is_vague(title: str) -> bool:
    """Tell whether a title is no office, but what somebody is known as: "leading expert"."""
    return not lists().vague.isdisjoint(title.split()[-1:])


def _has_known_title(actor: KnownActor) -> bool:
    """Tell whether a title goes with a name by which all know whom it means."""
    return not ((lists().heads | lists().known) - lists().any_head).isdisjoint(titles_of(actor))


def _are_near(one: str, other: str) -> bool:
    """Tell whether two months are of one time; one that is not known may be."""
    apart = months_apart(one, other)
    return apart is None or apart <= _YEAR
