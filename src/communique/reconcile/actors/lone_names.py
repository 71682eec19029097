"""Lone family names that go by no title of their bearer's: who is called so is who mostly is.

"Oduvan" without a title is the President, whatever relatives she has, if reports call her so with
her title many times as often as all others of that name with theirs. With a title that is given to
nobody so called ("great leader Oduvan") it is whom reports know many times as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from communique.model.matching import KnownActor, Opinion
from communique.reconcile.actors.offices import codes_clash, in_english, office_keys, states_clash
from communique.reconcile.actors.ties import far_ahead, grouped, only_one
from communique.reconcile.spelling import NUMBER, lists, parts

#: The article within an Arabic name.
_ARTICLE = re.compile(r"\b(?:[Aa]l|[Ee]l|as|an|ar|ash|ath)[ -](?=[A-Z])")
#: Titles of men, and of women.
_OF_MEN, _OF_WOMEN = frozenset({"king", "prince"}), frozenset({"queen", "princess"})
#: How many times the reports of a lone name those need who are so called with another title.
_OF_RARE_NAME = 20


def numbered(name: str) -> str:
    """Return the number of a ruler at the end of a name; nothing if there is none."""
    found = NUMBER.search(name.strip())
    return found.group() if found else ""


def likely(actor: KnownActor, full: Sequence[KnownActor]) -> list[KnownActor]:
    """Return those of some full names whom a lone name may mean: of an "Al Oduvan", who may be
    called so by his given name, those with such an article; and not those who are of a leader's
    household, if others bear the name and it has another title."""
    article = actor.name.split()[:1] == ["Al"]
    some = [each for each in full if not article or _ARTICLE.search(each.name)]
    if _of_household(actor):
        return some
    return [
        each for each in some if 2 * _of_household(each) < len(each.holdings) or not each.holdings
    ] or some


def _of_household(actor: KnownActor) -> int:
    """Return how many of the titles of somebody, month by month, are of a leader's household."""
    return sum(in_english(held.title) in lists().household for held in actor.holdings)


def is_elsewhere(actor: KnownActor, other: KnownActor) -> bool:
    """Tell whether the offices of a lone name and of another are of other states; one of a party is
    no other than that of the state which both lead. A congresswoman is no congressman."""
    if are_man_and_woman(actor, other):
        return True
    if not states_clash(actor, other):
        return False
    mine, theirs = ({in_english(held.title) for held in who.holdings} for who in (actor, other))
    heads = lists().heads - lists().any_head
    return codes_clash(actor, other) or heads.isdisjoint(mine & theirs)


def are_man_and_woman(actor: KnownActor, other: KnownActor) -> bool:
    """Tell whether the one has titles of men only, and the other of women: a king is no queen."""
    forms = [_forms(who) for who in (actor, other)]
    return all(forms) and forms[0].isdisjoint(forms[1])


def _forms(actor: KnownActor) -> set[str]:
    """Return whether titles are those of men or of women, as far as their words tell."""
    titles = (in_english(held.title) for held in actor.holdings)
    words = {word for title in titles for word in title.split()}
    forms = {"woman" if word.endswith("woman") else "man" for word in words if word.endswith("man")}
    kings, queens = not words.isdisjoint(_OF_MEN), not words.isdisjoint(_OF_WOMEN)
    return forms | ({"man"} if kings else set()) | ({"woman"} if queens else set())


def mostly_called_so(
    actor: KnownActor, called: Sequence[KnownActor], so_called: Mapping[str, float]
) -> Opinion | None:
    """Return whom a lone name without a title means: who is called by it with a title far more
    often than all others, and is known as well as all of them.

    ``so_called`` tells of how many reports call each of ``called`` so, by id.
    """
    common = not lists().common.isdisjoint(parts(actor.name))
    if common or sum(so_called.values()) < _OF_RARE_NAME * actor.reports:
        return None
    weighed = [(so_called.get(each.id, 0.0), each) for each in called]
    found = far_ahead(actor, weighed, 0.65, "same family name, by far the most often so called")
    if found is None:
        return None
    groups = grouped(called)
    best = next(some for some in groups if {each.id for each in some} & {*found.items})
    known = sum(each.reports for each in best)
    return found if 2 * known >= sum(each.reports for each in called) else None


def with_another_title(
    actor: KnownActor, full: Sequence[KnownActor], shorts: Sequence[KnownActor]
) -> Opinion | None:
    """Return whom a lone name with a title means that nobody so called is given: the only one of
    that name, or by far the best known, if known many times as well as the name so titled.

    ``full`` are those named in full, ``shorts`` those who go by the very lone name.
    """
    if found := _of_one_body(actor, full):
        return found
    words, titles = parts(actor.name), {in_english(held.title) for held in actor.holdings}
    if len(words) != 1 or not titles or lists().common.intersection(words):
        return None
    if titles & (lists().household | lists().kin) or any(
        is_elsewhere(actor, each) for each in (*full, *shorts)
    ):
        return None
    if titles & (lists().heads - lists().rulers) and all(_is_head(each) for each in full):
        return only_one(actor, full, 0.65, "same family name, both lead a state or government")
    known = sum(each.reports for each in full)
    if not known or known + sum(each.reports for each in shorts) < _OF_RARE_NAME * actor.reports:
        return None
    why = "same family name, with another title, by far the best known of that name"
    if only := only_one(actor, full, 0.65, why):
        return only if known >= _OF_RARE_NAME * actor.reports else None
    found = far_ahead(actor, [(each.reports, each) for each in full], 0.65, why)
    return (
        found if found and any(_is_head(each) for each in full if each.id in found.items) else None
    )


def _is_head(actor: KnownActor) -> bool:
    """Tell whether somebody leads a state or government."""
    heads = lists().heads - lists().any_head
    return any(in_english(held.title) in heads for held in actor.holdings)


def _of_one_body(actor: KnownActor, full: Sequence[KnownActor]) -> Opinion | None:
    """Return who of those named in full holds an office of the same body, of no state, under
    another title ("Secretary General Oduvan", "Ines Oduvan, Director General")."""
    mine = _bodies(actor)
    sharing = [each for each in full if mine & _bodies(each)]
    return only_one(actor, sharing, 0.75, "same family name, offices of one body")


def _bodies(actor: KnownActor) -> set[str]:
    return {of for held in actor.holdings for _, of in office_keys(held) if not of.isupper()}
