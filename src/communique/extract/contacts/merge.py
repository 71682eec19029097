"""Brings the mentions of one contact together.

A report tells of a call once with all names and then speaks of "the call", "the
conversation", "during the talks". Mentions are taken in the order of the text; each joins
the latest contact that nothing speaks against and something speaks for, or opens one of
its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from msgspec.structs import replace as replaced

from communique.extract.contacts.circumstances import (
    dates_differ,
    goals_differ,
    places_differ,
    precision,
)
from communique.extract.contacts.mention import Mention
from communique.model import Participant, When

#: Which kinds may be words for one and the same contact.
_SAME = (
    frozenset({"call", "conversation"}),
    frozenset({"meeting", "conversation", "talks"}),
    frozenset({"meeting", "summit", "talks"}),
    frozenset({"talks", "call"}),
    frozenset({"interview", "conversation"}),
    *(frozenset({"briefing", kind}) for kind in ("call", "conversation", "meeting", "talks")),
    *(
        frozenset({"exchange", kind})
        for kind in ("call", "conversation", "meeting", "talks", "summit", "interview")
    ),
)
_WEAK = ("exchange", "conversation")
"""Kinds that give way to the others, the weakest first."""
_IN_MIND = 60  # contacts that a mention may take up: the latest ones
_AT_ONCE = 2  # sentences over which "five meetings" are those of a contact just told of
_ANSWERED = 3  # sentences in which a question is answered
_AROUND = ("during", "at", "throughout", "in", "on", "with")
"""Words before a contact that do not tell whether it is over."""
_BEFORE = ("before", "ahead", "eve")
"""Words before a contact that was still to come when something else happened."""
_RECENT = 12  # sentences over which a definite mention takes up a contact


@dataclass(slots=True)
class Cluster:
    """Mentions of one contact, in order."""

    mentions: list[Mention] = field(default_factory=list)
    people: dict[str, Participant] = field(default_factory=dict)
    _settled: tuple[int, str] = (0, "")

    @property
    def kind(self) -> str:
        """The kind that the most definite words give; worked out once for each mention added."""
        if self._settled[0] != len(self.mentions):
            self._settled = (len(self.mentions), self._kind())
        return self._settled[1]

    def _kind(self) -> str:
        kinds = [m.kind for m in self.mentions if m.kind not in _WEAK]
        if any(m.kind != "briefing" for m in self.mentions):
            kinds = [kind for kind in kinds if kind != "briefing"]  # "he briefed her" in a call
        if "summit" in kinds:
            return "summit"
        strong = [kind for kind in kinds if kind != "talks"] or kinds
        if strong[:1] == ["talks"] and self.mentions[0].kind == "conversation":
            return "conversation"
        weak = {m.kind for m in self.mentions}
        return strong[0] if strong else "exchange" if weak == {"exchange"} else "conversation"

    @property
    def status(self) -> str:
        """The status of the first mention."""
        return self.mentions[0].modality.status

    @property
    def sides(self) -> frozenset[str]:
        """Those who take part and those for whom they stand."""
        stands_for = {p.represents for p in self.people.values() if p.represents}
        return frozenset(self.people) | stands_for

    @property
    def last(self) -> int:
        """The last sentence that mentions it."""
        return self.mentions[-1].sentence

    @property
    def date(self) -> When | None:
        """The date that says most: a day before a year, a year before a vague word."""
        dates = [mention.date for mention in self.mentions if mention.date is not None]
        return max(dates, key=precision, default=None)

    def add(self, mention: Mention) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        represented = self.sides - frozenset(self.people)
        for person in mention.participants:
            if person.actor in represented:
                continue
            known = self.people.get(person.actor)
            if known is None or (known.role == "party" and person.role != "party"):
                self.people[person.actor] = person

    def first(self, slot: str) -> object:
        """Return the first value that a mention gives a slot, or ``None``."""
        return next((v for m in self.mentions if (v := getattr(m, slot)) is not None), None)


def clusters_of(mentions: Sequence[Mention]) -> list[Cluster]:
    """Return the contacts that the mentions tell of, in order of first mention."""
    found: list[Cluster] = []
    for at, mention in enumerate(mentions):
        if mention.series and not mention.participants:
            mention = _counted(found, mention, mentions[at + 1 :])
        home = _taken_up(found, mention)
        if home is not None:
            mention = replace(mention, participants=())
        home = home or _home(found, mention)
        if home is None and mention.why == "verb:call-back":
            mention = _called_back(found, mention)
        if home is None and mention.unnamed and not mention.participants:
            mention = _of_the_two(found, mention)
        if home is None and mention.needed:
            continue
        if home is None:
            home = Cluster()
            found.append(home)
        home.add(mention)
    return [cluster for cluster in found if cluster.people]


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
            and _kinds_agree(one.kind, cluster.kind)
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
        and _kinds_agree(one.kind, asked.kind)
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
    alike = _kinds_agree(home.kind, cluster.kind)
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


def _of_the_two(clusters: list[Cluster], mention: Mention) -> Mention:
    """Give "the two had spoken the day before" the two people of the contact just told of."""
    last = max(clusters, key=lambda cluster: cluster.last, default=None)
    if last is None or mention.sentence - last.last > _AT_ONCE or mention.kind in ("visit", "gift"):
        return mention
    people = tuple(replaced(one, role="party") for one in last.people.values())
    told = mention.why.startswith("verb") or mention.why == "noun:held"
    return replace(mention, participants=people) if told and len(people) == 2 else mention


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
    if not mention.taken_up or last is None or mention.sentence - last.last > _AT_ONCE:
        return None
    fits = _kinds_agree(last.kind, mention.kind) and last.status == mention.modality.status
    fits = fits and not (dates_differ(last, mention) or places_differ(last, mention))
    fits = fits and not mention.distinct and mention.series == last.mentions[0].series
    return last if fits and len(last.people) >= 2 else None


def _home(clusters: list[Cluster], mention: Mention) -> Cluster | None:
    best: tuple[float, int] | None = None
    first = max(0, len(clusters) - _IN_MIND)
    for position, cluster in enumerate(clusters[first:], start=first):
        score = _fit(cluster, mention)
        if score > 0 and (best is None or (score, position) > best):
            best = (score, position)
    return clusters[best[1]] if best else None


def _fit(cluster: Cluster, mention: Mention) -> float:
    """Return how well a mention fits a contact; 0 is not at all."""
    if _is_apart(cluster, mention):
        return 0.0
    distance = mention.sentence - cluster.last
    named = mention.sides
    if mention.distinct and distance > 0:
        again = mention.definite and any(one.word == mention.word for one in cluster.mentions)
        if named or not again:
            return 0.0
    if mention.needed:
        shared = cluster.sides & named
        return 1.0 / (1 + distance) if shared and distance <= _AT_ONCE else 0.0
    if mention.joins and 0 <= distance <= _RECENT:
        return 1.0 / (1 + distance)
    return _fit_of_named(cluster, mention) if named else _fit_of_unnamed(cluster, mention)


def _is_apart(cluster: Cluster, mention: Mention) -> bool:
    """Tell whether kinds, standing, days, places or who began it speak against a contact."""
    if not _kinds_agree(cluster.kind, mention.kind) or not _statuses_agree(cluster, mention):
        return True
    if mention.kind == "summit" and cluster.kind in ("call", "conversation"):
        return True
    kinds = {mention.kind, cluster.kind}
    if kinds == {"summit", "meeting"} and not mention.definite and mention.why != "verb:discuss":
        return True  # "will meet Lind and then take part in a summit with him"
    if dates_differ(cluster, mention) or places_differ(cluster, mention):
        return True
    if goals_differ(cluster, mention):
        return True
    if mention.initiator and cluster.first("initiator") not in (None, mention.initiator):
        return True
    if mention.series != cluster.mentions[0].series:
        return True
    distance = mention.sentence - cluster.last
    briefs = "briefing" in (cluster.kind, mention.kind) and cluster.kind != mention.kind
    if briefs and (distance > 1 or not mention.actors <= cluster.sides):
        return True
    if _is_told_in(cluster, mention) or _is_remote(cluster, mention):
        return True
    told = mention.kind == "exchange" and not mention.sides <= cluster.sides
    if told and distance > 0 and len(cluster.people) < 2:
        return True  # "your summit … I told Lind", who need not have been there
    # "she told me so. … The negotiations …"
    return cluster.kind == "exchange" and distance > 0 and not mention.sides


def _fit_of_unnamed(cluster: Cluster, mention: Mention) -> float:
    """Return how well "the talks" or "they met" fits a contact."""
    distance = mention.sentence - cluster.last
    if distance == 0 and cluster.kind in ("briefing", "exchange") and mention.kind == "talks":
        return 0.0  # "briefed her on the talks"
    if mention.kind == "summit" and cluster.kind != "summit":
        return 0.0
    if mention.kind != cluster.kind and cluster.kind == "conversation" and distance > _AT_ONCE:
        return 0.0  # which meeting it is, is open
    anaphoric = mention.definite or mention.unnamed
    return 1.0 / (1 + distance) if anaphoric and distance <= _RECENT else 0.0


def _fit_of_named(cluster: Cluster, mention: Mention) -> float:
    """Return how well a mention that names somebody fits a contact."""
    people, named = cluster.sides, mention.sides
    shared, strangers = people & named, named - people
    distance = mention.sentence - cluster.last
    if strangers and any(told.unnamed for told in cluster.mentions) and distance > 0:
        return 0.0  # "spoke to officers. … The conversation with Lind"
    if strangers and len(people) >= 2 and len(named.intersection(cluster.people)) < 2:
        return 0.0
    if shared == named:
        complete = len(shared) >= 2
        told_again = distance <= 1 and mention.why.startswith("verb")
        far = distance > _RECENT and not complete  # "his interview", a hundred sentences later
        if not far and (complete or mention.definite or mention.unnamed or told_again):
            same = 0.6 if cluster.kind == mention.kind else 0.0
            return 1.0 + len(shared) + same + 1.0 / (1 + distance)
        return 0.0
    open_side = len(people) < 2 and all(
        told.definite and not told.unnamed and not told.distinct for told in cluster.mentions
    )
    near = len(shared) >= 2 and distance <= _AT_ONCE
    joined = shared and (mention.definite or near or open_side)
    return 0.5 + len(shared) if joined else 0.0


def _is_told_in(cluster: Cluster, mention: Mention) -> bool:
    """Tell what is told in an interview ("we talked for an hour") from the interview."""
    return (
        cluster.kind == "interview"
        and mention.kind == "conversation"
        and mention.modality.statement is not None
        and all(one.modality.statement is None for one in cluster.mentions)
    )


def _is_remote(cluster: Cluster, mention: Mention) -> bool:
    """Tell "they had spoken by telephone" from the meeting that was just told of."""
    in_person = cluster.kind in ("meeting", "summit", "visit")
    return mention.channel not in (None, "in person") and in_person


def _kinds_agree(one: str, other: str) -> bool:
    return one == other or any(one in kinds and other in kinds for kinds in _SAME)


def _statuses_agree(cluster: Cluster, mention: Mention) -> bool:
    mine, other = cluster.status, mention.modality.status
    if mine == other:
        return True
    anaphoric = mention.definite and mention.modality.cue is None
    anaphoric = anaphoric and mention.actors <= cluster.sides
    return anaphoric or {mine, other} in ({"planned", "proposed"}, {"planned", "invited"})
