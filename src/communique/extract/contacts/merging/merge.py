"""Brings the mentions of one contact together.

A report tells of a call once with all names and then speaks of "the call", "the
conversation", "during the talks". Mentions are taken in the order of the text; each joins
the latest contact that nothing speaks against and something speaks for, or opens one of
its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from msgspec.structs import replace as replaced

from communique.extract.contacts.mention import Mention
from communique.extract.contacts.merging.circumstances import dates_differ, places_differ
from communique.extract.contacts.merging.cluster import Cluster
from communique.extract.contacts.merging.fitting import fit, kinds_agree
from communique.model import Participant

_IN_MIND = 60  # contacts that a mention may take up: the latest ones
_TWO = 2
_AT_ONCE = 2  # sentences over which "five meetings" are those of a contact just told of
_ALONG = 10  # sentences over which a report that has told of one contact goes on about it
_AGAIN = 5  # the same for "they met again"
_BY_THE_WAY = 0.6  # how much likelier it is that a report goes on about what it tells of
_ANSWERED = 3  # sentences in which a question is answered
_TO_COME = ("planned", "proposed", "invited")
_AROUND = ("during", "at", "throughout", "in", "on", "with")
"""Words before a contact that do not tell whether it is over."""
_BEFORE = ("before", "ahead", "eve")
"""Words before a contact that was still to come when something else happened."""


def clusters_of(mentions: Sequence[Mention]) -> list[Cluster]:
    """Return the contacts that the mentions tell of, in order of first mention."""
    found: list[Cluster] = []
    for at, mention in enumerate(mentions):
        if mention.series and not mention.participants:
            mention = _counted(found, mention, mentions[at + 1 :])
        if (
            mention.modality.cue == "accepted"
            and not mention.participants
            and _taken(found, mention)
        ):
            continue
        home = _taken_up(found, mention)
        if home is not None:
            mention = replace(mention, participants=())
        home = home or _home(found, mention)
        if home is None and mention.taken_up and (told := _of_the_two(found, mention, taken=True)):
            mention = told
        if home is None and mention.modality.status == "invited":
            mention = _invited(found, mention)
        if home is None and mention.kind == "letter":
            mention = _delivered(found, mention)
        if home is None and mention.why == "verb:call-back":
            mention = _called_back(found, mention)
        if home is None and mention.unnamed and not mention.participants:
            mention = _of_the_two(found, mention)
        if home is None and mention.theirs and not mention.participants:
            mention = _of_those(found, mention)
        if home is None and _is_called_off(mention):
            _call_off(found, mention)
        if home is None and mention.needed:
            continue
        if home is None:
            home = Cluster()
            found.append(home)
        home.add(mention)
    return [cluster for cluster in found if cluster.people]


def _taken(clusters: list[Cluster], mention: Mention) -> bool:
    """Let what was proposed just before be declined, or be to come, as the reply tells."""
    last = max(clusters, key=lambda cluster: cluster.last, default=None)
    if last is None or mention.sentence - last.last > 1:
        return False
    extra = (*last.mentions[0].extra, mention.evidence)
    last.mentions[0] = replace(last.mentions[0], modality=mention.modality, extra=extra)
    return True


def _is_called_off(mention: Mention) -> bool:
    """Tell "but the meeting was cancelled", which names nobody."""
    return mention.modality.status == "declined" and mention.definite and not mention.participants


def _call_off(clusters: list[Cluster], mention: Mention) -> None:
    """Let the contact that was to come, and was just told of, be the one that was called off."""
    last = max(clusters, key=lambda cluster: cluster.last, default=None)
    if last is None or mention.sentence - last.last > _AT_ONCE or last.status not in _TO_COME:
        return
    hosted = last.kind == "meeting" and mention.kind == "visit"
    if hosted or kinds_agree(last.kind, mention.kind):
        last.mentions[0] = replace(last.mentions[0], modality=mention.modality)


def settled(clusters: list[Cluster]) -> list[Cluster]:
    """Bring "her trip", of which nothing tells whether it is over, to the trip that is to come.

    A contact that is only named, without a day, is the planned one of the same people and kind.
    """
    clusters = [one for one in clusters if not _is_answered(one, clusters)]
    clusters = _looked_back_at(clusters)
    planned = [cluster for cluster in clusters if cluster.status == "planned"]
    found: list[Cluster] = []
    for cluster in clusters:
        home = next((one for one in planned if _is_open(cluster) and _holds(one, cluster)), None)
        if home is None:
            found.append(cluster)
        else:
            home.mentions.extend(cluster.mentions)
    return found


def _looked_back_at(clusters: list[Cluster]) -> list[Cluster]:
    """Bring what happened "weeks before their talks" to the talks, told as held elsewhere."""
    held = [one for one in clusters if one.status == "held" and not _is_open(one)]
    found: list[Cluster] = []
    for cluster in clusters:
        ahead = cluster.status == "planned" and cluster.mentions[0].modality.cue in _BEFORE
        same = (
            one
            for one in held
            if ahead
            and set(cluster.people) == set(one.people)
            and kinds_agree(one.kind, cluster.kind)
            and not any(dates_differ(one, m) or places_differ(one, m) for m in cluster.mentions)
        )
        if (home := next(same, None)) is not None:
            home.mentions.extend(cluster.mentions)
        else:
            found.append(cluster)
    return found


def _is_answered(asked: Cluster, clusters: list[Cluster]) -> bool:
    """Tell "Did you speak to Lind?" that the next sentences answer: "Yes. I called him"."""
    if asked.status != "hypothetical" or any(
        mention.modality.unasked == "hypothetical" for mention in asked.mentions
    ):
        return False
    return any(
        0 <= one.mentions[0].sentence - asked.last <= _ANSWERED
        and one.status == "held"
        and set(asked.people) == set(one.people)
        and kinds_agree(one.kind, asked.kind)
        for one in clusters
        if one is not asked
    )


def _is_open(cluster: Cluster) -> bool:
    """Tell whether nothing says that a contact took place."""
    return cluster.status == "held" and all(
        mention.why == "noun:named"
        and mention.modality.cue in (None, *_AROUND)
        and (mention.date is None or mention.date.basis == "from-publication")
        and not (mention.distinct or mention.series)
        for mention in cluster.mentions
    )


def _holds(home: Cluster, cluster: Cluster) -> bool:
    alike = kinds_agree(home.kind, cluster.kind)
    mine, other = home.date, cluster.date
    if other is not None and (mine is None or mine.raw.lower() != other.raw.lower()):
        return False  # "on Sunday" is of the coming one where the other one tells it so
    return alike and bool(cluster.people) and set(cluster.people) <= home.sides


def _counted(clusters: list[Cluster], mention: Mention, later: Sequence[Mention]) -> Mention:
    """Give a bare count of contacts the people of the contact that it is told with.

    That is the one named next in its sentence ("five meetings had preceded the call"), else
    the one told of just before.
    """
    named = next((other for other in later[:1] if other.sentence == mention.sentence), None)
    told = [
        cluster
        for cluster in clusters
        if len(cluster.people) >= 2 and mention.sentence - cluster.last <= _AT_ONCE
    ]
    focus = _home(clusters, named) if named and not named.actors else None
    focus = focus or max(told, key=lambda cluster: cluster.last, default=None)
    people = tuple(focus.people.values()) if focus else ()
    if named and mention.why.startswith("noun"):
        people = _states_of(people)
    return replace(mention, participants=people)


def _states_of(people: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Return for whom people stand, where each stands for somebody else.

    Who met in "five meetings had preceded the call" is not told, but on whose behalf.
    """
    states = {one.represents for one in people if one.role == "party"}
    if None in states or len(states) < 2:
        return people
    return tuple(
        replaced(one, actor=one.represents or one.actor, represents=None) for one in people
    )


def _of_the_two(clusters: list[Cluster], mention: Mention, *, taken: bool = False) -> Mention:
    """Give "the two had spoken the day before" the two people of the contact just told of."""
    told = [one for one in clusters if not taken or _are_persons(one)]
    last = max(told, key=lambda cluster: cluster.last, default=None)
    reach = _AGAIN if mention.distinct or taken else _AT_ONCE
    if last is None or mention.sentence - last.last > reach or mention.kind in ("visit", "gift"):
        return mention
    people = tuple(replaced(one, role="party") for one in last.people.values())
    verb = mention.why.startswith("verb") or mention.why == "noun:held"
    return replace(mention, participants=people) if verb and len(people) == 2 else mention


def _of_those(clusters: list[Cluster], mention: Mention) -> Mention:
    """Give "(spoke to follow up on) their meeting in Azul last week" the two just told of."""
    last = max(clusters, key=lambda cluster: cluster.last, default=None)
    situated = mention.date is not None or mention.place is not None
    if last is None or mention.sentence - last.last > 1 or not situated or len(last.people) != 2:
        return mention
    if mention.kind == "visit" or not _are_persons(last):
        return mention
    people = tuple(replaced(one, role="party") for one in last.people.values())
    return replace(mention, participants=people)


def _are_persons(cluster: Cluster) -> bool:
    """Tell a contact of two people that is told of from a visit, and from one only named."""
    told = any(one.why != "noun:named" for one in cluster.mentions)
    other = cluster.kind in ("visit", "letter", "gift", "interview")
    return told and not other and len(cluster.people) == 2


def _invited(clusters: list[Cluster], mention: Mention) -> Mention:
    """Give "Lind renewed the invitation to visit Borduria" the other of his talks for guest."""
    hosts = {one.actor for one in mention.participants if one.role == "host"}
    last = max(filter(_are_persons, clusters), key=lambda cluster: cluster.last, default=None)
    near = last is not None and mention.sentence - last.last <= _AT_ONCE
    if last is None or not near or len(hosts) < len(mention.participants):
        return mention
    sides = {one.represents for one in mention.participants if one.represents}
    guests = [
        replaced(one, role="guest")
        for actor, one in last.people.items()
        if actor not in hosts and one.represents not in sides
    ]
    if len(guests) == len(last.people) == 2 and mention.sentence == last.last:
        guests = guests[1:]  # "Orban called on Ruiz and conveyed Lind's invitation": hers
    elif not hosts.intersection(last.people) and not sides:
        return mention
    if len(guests) != 1:
        return mention
    return replace(mention, participants=(*guests, *mention.participants))


def _delivered(clusters: list[Cluster], mention: Mention) -> Mention:
    """Give "he delivered a message from Lind" whom the envoy was just told to meet."""
    envoys = {one.actor for one in mention.participants if one.role == "envoy"}
    told = (one for one in clusters if one.people)
    last = max(told, key=lambda cluster: cluster.last, default=None)
    near = last is not None and mention.sentence - last.last <= _AT_ONCE
    if last is None or not near or len(envoys) != 1 or len(mention.participants) != _TWO:
        return mention
    met = [replaced(one, role="party") for a, one in last.people.items() if a not in envoys]
    fits = len(met) == 1 and len(last.people) == _TWO and not mention.actors & {met[0].actor}
    return replace(mention, participants=(*mention.participants, *met)) if fits else mention


def _called_back(clusters: list[Cluster], mention: Mention) -> Mention:
    """Give "Lind called back on Sunday" the other of the call told of just before."""
    last = max(clusters, key=lambda cluster: cluster.last, default=None)
    near = last is not None and mention.sentence - last.last <= _AT_ONCE
    if last is None or not near or len(last.people) != 2 or not mention.actors <= set(last.people):
        return mention
    caller = next(iter(mention.actors), None)
    return replace(mention, participants=tuple(last.people.values()), initiator=caller)


def _taken_up(clusters: list[Cluster], mention: Mention) -> Cluster | None:
    """Return the contact just told of where "they also discussed …" goes on with it.

    Whom "they" are is known better from the contact than from the names before.
    """
    last = max(clusters, key=lambda cluster: cluster.last, default=None)
    if not mention.taken_up or last is None:
        return None
    if _is_only_named(last):
        told = [one for one in clusters if not _is_only_named(one) and len(one.people) > 1]
        near = [one for one in told if mention.sentence - one.last <= _AT_ONCE]
        last = max(near, key=lambda cluster: cluster.last, default=last)
    if mention.sentence - last.last > (_AT_ONCE if len(clusters) > 1 else _ALONG):
        return None
    fits = kinds_agree(last.kind, mention.kind) and last.status == mention.modality.status
    fits = fits and not (dates_differ(last, mention) or places_differ(last, mention))
    fits = fits and not mention.distinct and mention.series == last.mentions[0].series
    return last if fits and len(last.people) >= 2 else None


def _is_only_named(cluster: Cluster) -> bool:
    """Tell "(the call follows) their meeting in Azul", which the report is not about."""
    return all(one.why == "noun:named" for one in cluster.mentions)


def _home(clusters: list[Cluster], mention: Mention) -> Cluster | None:
    best: tuple[float, int] | None = None
    first = max(0, len(clusters) - _IN_MIND)
    for position, cluster in enumerate(clusters[first:], start=first):
        score = fit(cluster, mention)
        if _is_only_named(cluster) and mention.why != "noun:named":
            score *= _BY_THE_WAY
        if score > 0 and (best is None or (score, position) > best):
            best = (score, position)
    return clusters[best[1]] if best else None
