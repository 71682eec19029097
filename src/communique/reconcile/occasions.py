"""Which accounts tell of one contact, and which only look so.

Two contacts are compared by who takes part (through the clusters of actors), kind, status,
date, place, topics and words; each feature that speaks for one contact adds to the score,
and ``why`` names it. What tells them apart (other people, other kinds, days that cannot be
one, one report that tells of both) makes them different however much else is alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from communique.model.days import first_and_last
from communique.model.judgement import pair
from communique.model.matching import Opinion
from communique.model.rows import ActorRef, ContactRow
from communique.reconcile.circumstances import (
    Company,
    Feature,
    circumstances,
    is_remote,
    is_several,
    third_persons,
)
from communique.reconcile.windows import Certainty, Window, days_apart, days_between, window

#: Kinds that one contact may go by in different reports.
_TOGETHER = {"summit": "meeting", "talks": "meeting", "visit": "meeting"}
#: Roles whose bearers some reports leave out: they do not tell contacts apart.
_ASIDE = frozenset({"mediator", "envoy", "interpreter", "reporter", "other"})
#: Statuses of contacts that did not come about, which need not be of one occasion.
_UNREAL = frozenset({"declined", "hypothetical"})
#: Days within which contacts of the same people are worth keeping apart expressly.
NEAR = 31
#: The score from which two accounts are of one contact.
SAME = 0.7

#: What dates that may be one day add to the score, by the less certain of the two.
_BY_DATE: dict[Certainty, float] = {"exact": 0.4, "fresh": 0.3, "vague": 0.15, "unknown": 0.1}
#: What must speak for one contact beside people, kind and date, by the less certain date.
_NEEDED: dict[Certainty, float] = {"exact": 0.0, "fresh": 0.0, "vague": 0.1, "unknown": 0.15}
#: What must, where main contacts are dated a day apart: two sides count in their own time, and
#: err, but people also meet two days running about the same topics.
_FOR_A_DAY = 0.25
#: What must, where the day of one is not told but taken from its report's publication.
_FOR_A_DAY_INFERRED = 0.2
#: What must, where it was only proposed in one account, beyond words in common.
_FOR_A_PROPOSAL = 0.15
#: What must, where one account names a party more and no date tells that it is one.
_FOR_ANOTHER_PARTY = 0.2
#: Statuses of contacts that need not have come about.
_OPEN = frozenset({"invited", "proposed"})
#: By the status of an undated contact, on which side of its report (1 before it, -1 after it)
#: and within how many days another is likely to be the one that it means. People call each
#: other more often than they meet.
_SOON = {"held": (1, 3), "planned": (-1, 14)}
_SOON_OF_CALLS = {"held": (1, 3), "planned": (-1, 3)}
#: What it adds that no other contact of these people is told of in those days.
_FOR_THE_ONLY_ONE = 0.25
#: How many accounts must agree on the day, and what share of all, where some have another.
_OFTEN, _MOSTLY = 4, 0.75
#: Kinds that are told of one by one; people talk and are in touch all the time.
_NOW_AND_THEN = frozenset({"call", "meeting", "summit", "visit"})
#: Days between such a contact without a day and the report of it, beyond which it is another one.
_MOST_OF_DAYS = {"call": NEAR, "talks": 14}
_CERTAINTY: tuple[Certainty, ...] = ("unknown", "vague", "fresh", "exact")


def principals(contact: ContactRow) -> tuple[frozenset[str], ...]:
    """Return those whom the contact is between: for each the ids of the actor and of whom
    it represents.

    Mediators, interpreters and others who stand aside are left out; so are states and
    bodies where two persons are named.
    """
    named = [p for p in contact.participants if p.role not in _ASIDE]
    persons = [p for p in named if p.actor.kind == "person"]
    found = {
        p.actor.id: frozenset({p.actor.id} | ({p.represents.id} if p.represents else set()))
        for p in (persons if len({p.actor.id for p in persons}) > 1 else named)
    }
    return tuple(found[id] for id in sorted(found))


def is_comparable(contact: ContactRow) -> bool:
    """Tell whether there is enough to know the contact by in another report."""
    real = contact.status not in _UNREAL and contact.series is None
    return real and len(principals(contact)) > 1


def compared(
    one: ContactRow,
    other: ContactRow,
    company: Company | None = None,
    beside: Iterable[ContactRow] | None = None,
) -> Opinion | None:
    """Return whether two contacts are one, with what speaks for it; ``None`` if nothing tells.

    The order of the two does not matter.

    Args:
        one: A contact.
        other: Another.
        company: Gives the names of all persons in a report; they serve where no date does.
        beside: All contacts of the same parties in the days that either may have been on; the
            only one there is told of is likely meant. Without them this tells nothing.
    """
    one, other = sorted((one, other), key=lambda row: row.id)
    if not (is_comparable(one) and is_comparable(other)) or one.id == other.id:
        return None
    people, kind = _people(one, other), _kinds(one, other)
    if people is None or kind is None:
        return None
    when, certainty = _dates(one, other)
    if one.report.id == other.report.id:
        if one.kind == other.kind and certainty == "exact" and when.score > _DATED_APART:
            return None  # more likely told of twice than two of one day
        return _different(one, other, f"{people.why}, but one report tells of both")
    if when.score < 0:
        if when.why == _UNTOLD:
            return None
        near = days_apart(window(one), window(other)) <= NEAR
        return _different(one, other, f"{people.why}, but {when.why}") if near else None
    more = [feature for feature in (*circumstances(one, other), _soon(one, other)) if feature.score]
    if company and (certainty == "unknown" or when.why == _INFERRED_APART):
        more += third_persons(one, other, company)
    if beside is not None and people.score == _ALL_THE_SAME:
        more += _only_one(one, other, beside)
    extra = sum(feature.score for feature in more)
    score = people.score + kind.score + when.score + extra
    needed = max(_NEEDED[certainty], _NEEDED_APART.get(when.why, 0.0))
    is_open = one.status != other.status and bool(_OPEN & {one.status, other.status})
    if is_open and certainty in ("vague", "unknown"):
        # An invitation is mostly worded like the meeting, and need not lead to one.
        extra -= sum(feature.score for feature in more if feature.why.startswith(_WORDS))
        needed = max(needed, _FOR_A_PROPOSAL)
    if people.score < _ALL_THE_SAME and (certainty != "exact" or _is_of_more_sides(one, other)):
        needed = max(needed, _FOR_ANOTHER_PARTY)
    if extra < needed - 1e-9 or score < SAME - 1e-9:
        return None
    why = "; ".join(feature.why for feature in (people, kind, when, *more))
    return _opinion(one, other, min(round(score, 2), 0.99), why)


_ALL_THE_SAME = 0.4
_WORDS = ("words in common", "nearly the same words")
_UNTOLD = "nothing tells that it was at one time"
_DATED_APART = 0.3
_DAY_APART = "dated a day apart"
_INFERRED_APART = "a day apart, of which one is taken from the publication"
_NEEDED_APART = {_DAY_APART: _FOR_A_DAY, _INFERRED_APART: _FOR_A_DAY_INFERRED}


def _people(one: ContactRow, other: ContactRow) -> Feature | None:
    """Compare who takes part: all that the one account names must be in the other."""
    fewer, more = sorted((principals(one), principals(other)), key=len)
    left = list(more)
    for party in fewer:
        partner = next((p for p in left if _is_party(party, p, one, other)), None)
        if partner is None:
            return None
        left.remove(partner)
    names = ", ".join(sorted({p.actor.name for p in one.participants if p.role not in _ASIDE}))
    if left:
        return Feature(0.35, f"the same people ({names}), one account names more")
    return Feature(_ALL_THE_SAME, f"the same people ({names})")


def _is_of_more_sides(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether who is named by one account only acts for nobody on a side of the other: three
    leaders meet in other company than two of them."""
    fewer, more = sorted((one, other), key=lambda row: len(principals(row)))
    parties = principals(fewer)
    known = frozenset[str]().union(*parties) | {
        p.represents.id
        for p in more.participants
        if p.represents and p.actor.id in {id for party in parties for id in party}
    }
    return any(known.isdisjoint(party) for party in principals(more))


def _is_party(
    one: frozenset[str], other: frozenset[str], first: ContactRow, second: ContactRow
) -> bool:
    """Tell whether two are one, or the one is whom the other represents."""
    if not one & other:
        return False
    kinds = {p.actor.id: p.actor for row in (first, second) for p in row.participants}
    mine, theirs = _person(one, kinds), _person(other, kinds)
    return mine is None or theirs is None or mine == theirs


def _person(party: frozenset[str], actors: dict[str, ActorRef]) -> str | None:
    persons = (id for id in sorted(party) if id in actors and actors[id].kind == "person")
    return next(persons, None)


#: Kinds that do not tell how two talked, each with one that does.
_MAY_BE = frozenset({frozenset({"talks", "call"})})


def _is_to_a_state(visit: ContactRow) -> bool:
    """Tell whether nobody is named whom a visit is to, only a state."""
    named = [p.actor.kind for p in visit.participants if p.role not in _ASIDE]
    return "state" in named and not named.count("person") > 1


def is_of_any_day(contact: ContactRow) -> bool:
    """Tell whether the day of a contact is not told, so that it rests on others which it was."""
    return is_comparable(contact) and window(contact).certainty == "vague"


def _only_one(
    one: ContactRow, other: ContactRow, beside: Iterable[ContactRow]
) -> Iterable[Feature]:
    """Yield that there is but one day which a contact of these people and this kind was on.

    One of the two, or both, are of a month or of the weeks before or after their report.
    """
    told, vague = (
        [row for row in (one, other) if is_of_any_day(row) == answer] for answer in (False, True)
    )
    if not vague or not all(_is_one_of_few(row) for row in (one, other)):
        return
    if any(row.kind == "talks" for row in vague) and not any(_is_of_states(row) for row in told):
        return
    if any(window(row).certainty != "exact" for row in told):
        return
    if not told and not all(row.date and _length(window(row)) <= NEAR for row in vague):
        return
    days = [
        window(row)
        for row in (*told, *beside)
        if window(row).certainty == "exact" and all(_may_be(row, each) for each in vague)
    ]
    if told and (not days or any(_is_far(row, days[0]) for row in vague)):
        return
    if not days or _is_one_day(days, days[0] if told else None):
        yield Feature(_FOR_THE_ONLY_ONE, "the only one of these people then")


def _is_one_day(days: Sequence[Window], meant: Window | None) -> bool:
    """Tell whether all days are one, but for few of many, and that is the one ``meant``, if any."""
    if max(d.first for d in days) <= min(d.last for d in days):
        return True
    (day, times), *_ = Counter(d.first for d in days).most_common(1)
    fits = meant is None or meant.first <= day <= meant.last
    return fits and times >= _OFTEN and times >= _MOSTLY * len(days)


def _is_one_of_few(contact: ContactRow) -> bool:
    """Tell whether a contact is of a kind that people have now and then, and came about."""
    if contact.status in _OPEN or is_several(contact):
        return False
    return contact.kind in _NOW_AND_THEN or (contact.kind == "talks" and not contact.date)


def _is_of_states(contact: ContactRow) -> bool:
    """Tell whether those who take part are told to act for two states."""
    return len({p.represents.id for p in contact.participants if p.represents}) > 1


def _is_far(call: ContactRow, days: Window) -> bool:
    """Tell whether a call is told of too long after, or before, some days to mean those."""
    published = first_and_last(call.report.published or "")
    if call.kind not in _MOST_OF_DAYS or call.date is not None or published is None:
        return False
    return abs(days_between(days.last, published[0])) > _MOST_OF_DAYS[call.kind]


def _may_be(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether people, kinds and days let two contacts be one."""
    if one is other or not is_comparable(one) or one.report.id == other.report.id:
        return one is other
    people = _people(one, other)
    if people is None or people.score < _ALL_THE_SAME or _kinds(one, other) is None:
        return False
    return _dates(one, other)[0].score >= 0


def _length(days: Window) -> int:
    return days_between(days.first, days.last)


def _kinds(one: ContactRow, other: ContactRow) -> Feature | None:
    if one.kind == other.kind:
        return Feature(0.1, f"both a {one.kind}" if one.kind != "other" else "both in touch")
    if one.kind != other.kind and any(
        row.kind == "visit" and _is_to_a_state(row) for row in (one, other)
    ):
        return None  # of the many meetings on a journey, it is none in particular
    kinds = {_TOGETHER.get(one.kind, one.kind), _TOGETHER.get(other.kind, other.kind)}
    if len(kinds) == 1:
        return Feature(0.1, f"{one.kind} and {other.kind} may be one")
    afar = any(row.kind == "meeting" and is_remote(row) for row in (one, other))
    if afar and "call" in (one.kind, other.kind):
        return Feature(0.05, "a call may be a meeting from afar")
    if frozenset({one.kind, other.kind}) in _MAY_BE:
        return Feature(0.05, f"{one.kind} may be a {other.kind}")
    return None


def _dates(one: ContactRow, other: ContactRow) -> tuple[Feature, Certainty]:
    """Compare the days; a score below nothing says that they cannot be one."""
    mine, theirs = window(one), window(other)
    certainty = min((mine.certainty, theirs.certainty), key=_CERTAINTY.index)
    if "unknown" in (mine.certainty, theirs.certainty):
        return _yearless(mine, theirs)
    apart = days_apart(mine, theirs)
    if apart <= 0:
        same = mine.first if mine.first == theirs.first else f"{mine.first} / {theirs.first}"
        how = {"exact": "dated", "fresh": "dated or published about"}.get(certainty, "perhaps")
        return Feature(_BY_DATE[certainty], f"{how} {same}"), certainty
    if apart == 1 and one.main and other.main:
        return Feature(0.3, _DAY_APART), certainty
    if apart == 1 and certainty == "fresh":
        return Feature(0.2, _INFERRED_APART), certainty
    if certainty == "vague" and not (one.date and other.date):
        return Feature(-1, _UNTOLD), certainty
    return Feature(-1, f"{mine.first} is not {theirs.first}"), certainty


def _soon(one: ContactRow, other: ContactRow) -> Feature:
    """Tell whether a report without a date tells of it soon after, or announces it for soon."""
    for told, dated in ((one, other), (other, one)):
        published = first_and_last(told.report.published or "")
        days = window(dated)
        if told.date is not None or told.kind != dated.kind or days.certainty != "exact":
            continue
        soon = _SOON_OF_CALLS if told.kind in ("call", "talks") else _SOON
        if published and told.status in soon:
            away = days_between(days.last, published[0])
            side, most = soon[told.status]
            if 0 <= away * side <= most:
                return Feature(0.1, f"told of within {abs(away)} days of {days.first}")
    return Feature(0.0, "")


def _yearless(mine: Window, theirs: Window) -> tuple[Feature, Certainty]:
    """Compare days of which at least one is not known, or not the year."""
    if not (mine.day or mine.first) or not (theirs.day or theirs.first):
        return Feature(_BY_DATE["unknown"], "no date to compare"), "unknown"
    if mine.day and theirs.day:
        apart = days_apart(_in_leap_year(mine), _in_leap_year(theirs))
        told = f"{mine.day} is not {theirs.day}"
        dated = mine
    else:
        yearless, dated = (mine, theirs) if mine.day else (theirs, mine)
        days = _in_years_of(dated, yearless.day)
        apart = min((days_apart(each, dated) for each in days), default=NEAR)
        told = f"{yearless.day} is not {dated.first}"
    if apart <= 0:
        return Feature(0.3, f"same day of the year ({mine.day or theirs.day})"), "vague"
    if apart == 1 and dated.certainty == "fresh":
        return Feature(0.2, _INFERRED_APART), "vague"
    return Feature(-1, told), "vague"


def _in_leap_year(yearless: Window) -> Window:
    return Window("exact", f"2000-{yearless.day}", f"2000-{yearless.day}")


def _in_years_of(dated: Window, day: str) -> Iterable[Window]:
    """Yield a day of the year in the years that a window is of and about."""
    for year in range(int(dated.first[:4]) - 1, int(dated.last[:4]) + 2):
        if found := first_and_last(f"{year:04}-{day}"):
            yield Window("exact", *found)


def _different(one: ContactRow, other: ContactRow, why: str) -> Opinion:
    return Opinion(items=pair(one.id, other.id), verdict="different", score=0.9, why=why)


def _opinion(one: ContactRow, other: ContactRow, score: float, why: str) -> Opinion:
    return Opinion(items=pair(one.id, other.id), verdict="same", score=score, why=why)
