"""Which accounts tell of one contact, and which only look so.

Two contacts are compared by who takes part (through the clusters of actors), kind, status,
date, place, topics and words; each feature that speaks for one contact adds to the score,
and ``why`` names it. What tells them apart (other people, other kinds, days that cannot be
one, one report that tells of both) makes them different however much else is alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from communique.model.judgement import pair
from communique.model.matching import Opinion
from communique.model.rows import ContactRow
from communique.reconcile.contacts.circumstances import (
    Company,
    Feature,
    circumstances,
    is_the_first,
    third_persons,
)
from communique.reconcile.contacts.kinds import kinds_alike, told_on_that_day
from communique.reconcile.contacts.late import (
    MOST,
    counts_two_ways,
    days_late,
    is_a_day_late,
    may_be_late,
)
from communique.reconcile.contacts.only_known import only_known
from communique.reconcile.contacts.parties import (
    ALL_THE_SAME,
    differs_by_aides,
    is_journey,
    is_of_more_sides,
    names_the_same,
    principals,
    same_people,
)
from communique.reconcile.contacts.recency import (
    KNOWN,
    OPEN,
    is_between,
    is_between_sides,
    is_off,
    nearest,
    only_one,
    soon,
    told_after,
)
from communique.reconcile.contacts.same_day import (
    DAY_APART,
    INFERRED_APART,
    UNTOLD,
    beside_others,
    by_themselves,
    dates,
    may_slip,
    needed,
    slipped,
)
from communique.reconcile.contacts.told_twice import are_told_as_two, is_said_at
from communique.reconcile.contacts.undated import at_one_time, invited_then, met_since, of_that_week
from communique.reconcile.contacts.unlike import (
    are_of_others,
    is_old_news,
    is_received_elsewhere,
    is_told_in_general,
)
from communique.reconcile.contacts.windows import (
    NEAR,
    Certainty,
    days_apart,
    is_misdated,
    week_after,
    window,
)

#: Statuses of contacts that did not come about, which need not be of one occasion.
_UNREAL = frozenset({"declined", "hypothetical"})
#: The score from which two accounts are of one contact.
SAME = 0.7
#: What must, where it was only proposed in one account, beyond words in common.
_FOR_A_PROPOSAL = 0.15
#: What must, where one account names a party more and no date tells that it is one.
_FOR_ANOTHER_PARTY = 0.2
#: What must, where the one who is named by one account only is of another side.
_FOR_ANOTHER_SIDE = 0.35
#: Days by which a day may be off that is taken from a report's publication.
_GUESSED = 3
#: What it takes off that one account tells of a plan and the other of what came of it, so that of
#: two that may be meant that of its own status comes first.
_OTHER_STATUS = 0.02
#: What it takes off that one account tells of an invitation or a proposal: of two that may be
#: meant, what came about is.
_ONLY_OPEN = 0.05


def is_comparable(contact: ContactRow) -> bool:
    """Tell whether there is enough to know the contact by in another report."""
    real = contact.status not in _UNREAL and contact.series is None
    return real and not is_misdated(contact) and len(principals(contact)) > 1


def is_of_any_day(contact: ContactRow) -> bool:
    """Tell whether the day of a contact is not told, so that it rests on others which it was."""
    return is_comparable(contact) and window(contact).certainty == "vague"


def rests_on_others(contact: ContactRow) -> bool:
    """Tell whether it rests on others which contact an account means."""
    open_to = is_of_any_day(contact) or may_be_late(contact) or may_slip(contact)
    return is_comparable(contact) and (open_to or week_after(contact) is not None)


def bears_on(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether it may rest on one account which contact another means."""
    if not rests_on_others(other):
        return False
    return is_of_any_day(other) or days_apart(window(one), window(other)) <= 2 * MOST


def compared(
    one: ContactRow,
    other: ContactRow,
    company: Company | None = None,
    beside: Iterable[ContactRow] | None = None,
    sentence: Callable[[ContactRow], str] | None = None,
) -> Opinion | None:
    """Return whether two contacts are one, with what speaks for it; ``None`` if nothing tells.

    The order of the two does not matter.

    Args:
        one: A contact.
        other: Another.
        company: Gives the names of all persons in a report; they serve where no date does.
        beside: All contacts of the same parties in the days that either may have been on; the
            only one there is told of, or by far the nearest to the report, is likely meant.
            Without them this tells nothing.
        sentence: Gives the sentence that tells of a contact; one of weeks ago is not taken for
            the last before its report.
    """
    one, other = sorted((one, other), key=lambda row: row.id)
    if not (is_comparable(one) and is_comparable(other)) or one.id == other.id:
        return None
    people, kind = same_people(one, other), kinds_alike(one, other) or told_on_that_day(one, other)
    if one.report.id == other.report.id and people and is_said_at(one, other):
        return _said_at(one, other, people, sentence)
    if people is None or kind is None or are_of_others(one, other, people):
        return None
    when, certainty = dates(one, other)
    like = [row for row in beside or () if _is_like(row, one, other)]
    if days_late(one, other):
        when = beside_others(one, other, when, like) if like else Feature(-1, UNTOLD)
    if when.score < 0 and like and one.report.id != other.report.id:
        when = slipped(one, other, like) or when
    if one.report.id == other.report.id:
        return _in_one_report(one, other, (people, when), certainty, sentence)
    if when.score < 0:
        return _on_other_days(one, other, people, when, certainty)
    if _is_long_past(one, other) or _are_in_general(one, other, sentence):
        return None
    named = names_the_same(one, other) or differs_by_aides(one, other)
    helps = _helps(certainty, when)
    told_late = any(is_a_day_late(row, like) for row in (one, other))
    is_old = _are_old_news(one, other, sentence) or is_received_elsewhere(one, other)
    more = [
        *circumstances(one, other),
        *(soon(one, other) if named and not (told_late or is_old) else ()),
        *(third_persons(one, other, company) if company and named and helps else ()),
    ]
    more += by_themselves(one, other, when, like)
    if beside is not None and (people.score == ALL_THE_SAME or differs_by_aides(one, other)):
        known = _known(one, other, beside)
        if is_between(one, other, known):
            return None
        # Not where another place is named, nor where the day is known better by another.
        if not (told_late or is_old) and not any(feature.score < 0 for feature in more):
            more += _meant(one, other, known, like)
    return _weighed(one, other, (people, kind, when), certainty, [f for f in more if f.score])


def _in_one_report(
    one: ContactRow,
    other: ContactRow,
    basis: tuple[Feature, Feature],
    certainty: Certainty,
    sentence: Callable[[ContactRow], str] | None,
) -> Opinion | None:
    """Return that two accounts of one report are of two contacts, if it tells of them as two."""
    people, when = basis
    if not are_told_as_two(one, other, when, certainty, sentence) or counts_two_ways(one, other):
        return None
    return _different(one, other, f"{people.why}, but one report tells of both")


def _said_at(
    one: ContactRow,
    other: ContactRow,
    people: Feature,
    sentence: Callable[[ContactRow], str] | None,
) -> Opinion | None:
    """Return that what one told the other was told at the contact that the report is about."""
    if _are_old_news(one, other, sentence):
        return None
    why = f"{people.why}; what was told at the contact that the report is about"
    return Opinion(items=pair(one.id, other.id), verdict="same", score=0.75, why=why)


def _on_other_days(
    one: ContactRow, other: ContactRow, people: Feature, when: Feature, certainty: Certainty
) -> Opinion | None:
    """Return that two whose days cannot be one are two, if they are near and the days are sure."""
    if when.why == UNTOLD or _is_a_plan_that_slipped(one, other):
        return None
    apart = days_apart(window(one), window(other))
    if certainty == "fresh" and apart <= _GUESSED:
        return None  # the day of one is but taken from its report's publication
    if apart <= _GUESSED and any(window(row).certainty == "vague" for row in (one, other)):
        return None  # "last week" may be the one before
    return _different(one, other, f"{people.why}, but {when.why}") if apart <= NEAR else None


def _weighed(
    one: ContactRow,
    other: ContactRow,
    basis: tuple[Feature, Feature, Feature],
    certainty: Certainty,
    more: list[Feature],
) -> Opinion | None:
    """Return that two are one if people, kind and date, and what else there is, suffice."""
    people, _, when = basis
    extra = sum(feature.score for feature in more)
    score = sum(feature.score for feature in basis) + extra
    least = needed(when, certainty)
    is_open = one.status != other.status and bool(OPEN & {one.status, other.status})
    if is_open and certainty in ("vague", "unknown"):
        # An invitation is mostly worded like the meeting, and need not lead to one.
        extra -= _by_words(more)
        least = max(least, _FOR_A_PROPOSAL)
    if when.why == DAY_APART and (people.score < ALL_THE_SAME or _are_of_one_desk(one, other)):
        extra -= _by_words(more)  # one desk words what it puts out day by day alike
    is_told = certainty == "exact"
    if people.score < ALL_THE_SAME and is_of_more_sides(one, other, surely=is_told):
        least = max(least, _FOR_ANOTHER_SIDE)
    elif people.score < ALL_THE_SAME and not is_told:
        least = max(least, _FOR_ANOTHER_PARTY)
    if extra < least - 1e-9 or score < SAME - 1e-9:
        return None
    why = "; ".join(feature.why for feature in (*basis, *more))
    score = min(score, 0.99) - (_OTHER_STATUS if one.status != other.status else 0)
    score -= _ONLY_OPEN if is_open else 0
    return Opinion(items=pair(one.id, other.id), verdict="same", score=round(score, 2), why=why)


def _are_of_one_desk(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether one house put out both reports; where none is told, whether they are titled
    alike ("Readout of …")."""
    house = one.report.publisher
    titled = [row.report.label.casefold().split()[:1] for row in (one, other)]
    return house == other.report.publisher and (house is not None or titled[0] == titled[1])


def _by_words(more: Iterable[Feature]) -> float:
    return sum(feature.score for feature in more if feature.why.startswith(_WORDS))


_WORDS = ("words in common", "nearly the same words")


def _are_old_news(
    one: ContactRow, other: ContactRow, sentence: Callable[[ContactRow], str] | None
) -> bool:
    return sentence is not None and any(is_old_news(row, sentence) for row in (one, other))


def _are_in_general(
    one: ContactRow, other: ContactRow, sentence: Callable[[ContactRow], str] | None
) -> bool:
    return sentence is not None and any(is_told_in_general(r, sentence) for r in (one, other))


def _is_a_plan_that_slipped(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether what was planned for one day may be what was held a day off."""
    near = days_apart(window(one), window(other)) == 1
    return near and {one.status, other.status} == {"planned", "held"}


def _is_long_past(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether a call of which one account gives the day is more than a month from the report
    of the other, which gives none, or one account tells of somebody's first journey."""
    vague = [row for row in (one, other) if is_of_any_day(row)]
    known = [row for row in (one, other) if window(row).certainty in KNOWN]
    off = bool(vague and known) and is_off(vague[0], window(known[0]))
    return off or _is_the_first_journey(one, other)


def _is_the_first_journey(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether one of two journeys is told of, without any date, as the first of several that
    somebody made ("his first visit", but not "the first visit by a president")."""
    first = [
        is_the_first(row) and row.date is None and not row.main and "the first" not in row.words
        for row in (one, other)
    ]
    return is_journey(one) and is_journey(other) and first[0] != first[1]


def _helps(certainty: Certainty, when: Feature) -> bool:
    """Tell whether it counts who else is named in both reports."""
    return certainty == "unknown" or when.why == INFERRED_APART


def _known(one: ContactRow, other: ContactRow, beside: Iterable[ContactRow]) -> list[ContactRow]:
    """Return the accounts with a day that those of the two without one may mean."""
    vague = [row for row in (one, other) if is_of_any_day(row)]
    told = [row for row in (one, other) if row not in vague]
    rows = [
        row
        for row in (*told, *beside)
        if window(row).certainty in KNOWN and all(_may_be(row, each) for each in vague)
    ]
    held = [window(row) for row in rows if row.status == "held"]
    # A plan that came about a day off is no other contact, nor is what is told a day late.
    return [
        row
        for row in rows
        if row in told
        or (
            (row.status == "held" or all(days_apart(window(row), days) != 1 for days in held))
            and not is_a_day_late(row, rows)
        )
    ]


def _meant(
    one: ContactRow, other: ContactRow, known: list[ContactRow], like: Iterable[ContactRow]
) -> Iterable[Feature]:
    """Yield what tells that an account without a day means the other."""
    vague = [row for row in (one, other) if is_of_any_day(row)]
    if not (names_the_same(one, other) or differs_by_aides(one, other)):
        return  # whom of a state they met is not told
    sided = is_between_sides(one, other, *like)
    if not met_since(one, other, like):
        yield from at_one_time(one, other, sided=sided)
    yield from invited_then(one, other)
    if len(vague) > 1:
        yield from of_that_week(one, other, like, sided=sided)
    if only := [*only_one(one, other, known, vague, sided=sided)]:
        yield from only
    elif sole := [*only_known(one, other, [one, other, *like], sided=sided)]:
        yield from sole
    elif not sided:
        yield from told_after(one, other, like)
    elif len(vague) == 1:
        told = other if vague[0] is one else one
        open_to = OPEN & {one.status, other.status}
        if sided and window(told).certainty in KNOWN and not open_to:
            yield from nearest(told, vague[0], known)


def _may_be(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether people, kinds and days let two contacts be one."""
    if one is other or not is_comparable(one) or one.report.id == other.report.id:
        return one is other
    return _is_alike(one, other) and dates(one, other)[0].score >= 0


def _is_like(row: ContactRow, one: ContactRow, other: ContactRow) -> bool:
    """Tell whether an account is of a contact like two others: of these people, of such a kind."""
    return row.id in (one.id, other.id) or _is_alike(row, one) or _is_alike(row, other)


def _is_alike(one: ContactRow, other: ContactRow) -> bool:
    people = same_people(one, other) if is_comparable(one) else None
    if people is None or kinds_alike(one, other) is None:
        return False
    return people.score == ALL_THE_SAME or differs_by_aides(one, other)


def _different(one: ContactRow, other: ContactRow, why: str) -> Opinion:
    return Opinion(items=pair(one.id, other.id), verdict="different", score=0.9, why=why)
