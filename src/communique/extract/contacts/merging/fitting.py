"""How well a mention fits a contact that was told of before it."""

from __future__ import annotations

from communique.extract.contacts.mention import Mention
from communique.extract.contacts.merging.circumstances import (
    dates_differ,
    goals_differ,
    places_differ,
)
from communique.extract.contacts.merging.cluster import Cluster

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
_MANY = frozenset({"meetings", "calls", "visits", "conversations", "discussions", "summits"})
_AT_ONCE = 2  # sentences over which what was just told of is in mind
_BRIEFED = 5  # sentences behind a meeting in which one briefs the other
_RECENT = 12  # sentences over which a definite mention takes up a contact


def fit(cluster: Cluster, mention: Mention) -> float:
    """Return how well a mention fits a contact; 0 is not at all."""
    if _is_apart(cluster, mention) or _is_one_of_many(cluster, mention):
        return 0.0
    distance = mention.sentence - cluster.last
    named = mention.sides
    if mention.distinct and distance > 0:
        again = mention.definite and any(one.word == mention.word for one in cluster.mentions)
        again = again or (mention.definite and distance == 1 and _is_told_again(cluster))
        if named or not again:
            return 0.0
    if mention.needed:
        shared = cluster.sides & named
        return 1.0 / (1 + distance) if shared and distance <= _AT_ONCE else 0.0
    if mention.joins and 0 <= distance <= _RECENT:
        return 1.0 / (1 + distance)
    return _fit_of_named(cluster, mention) if named else _fit_of_unnamed(cluster, mention)


def _is_told_again(cluster: Cluster) -> bool:
    """Tell "they spoke again", behind which "the second call" is the same."""
    return cluster.mentions[-1].distinct and cluster.mentions[-1].why.startswith("verb")


def _is_one_of_many(cluster: Cluster, mention: Mention) -> bool:
    """Tell "during the meeting" from "previous meetings", which a report only names."""
    many = all(m.why == "noun:named" and m.word in _MANY for m in cluster.mentions)
    return many and mention.definite and f"{mention.word}s" in _MANY


def _is_apart(cluster: Cluster, mention: Mention) -> bool:
    """Tell whether kinds, standing, days, places or who began it speak against a contact."""
    if not kinds_agree(cluster.kind, mention.kind) or not _statuses_agree(cluster, mention):
        return True
    if mention.kind == "summit" and cluster.kind in ("call", "conversation"):
        return True
    kinds = {mention.kind, cluster.kind}
    if kinds == {"summit", "meeting"} and not mention.definite and mention.why != "verb:discuss":
        return True  # "will meet Lind and then take part in a summit with him"
    elsewhere = places_differ(cluster, mention) and not mention.joins
    if dates_differ(cluster, mention) or elsewhere:
        return True
    if goals_differ(cluster, mention):
        return True
    begun = cluster.first("initiator")
    differs = mention.initiator and begun not in (None, mention.initiator)
    if differs and mention.why != "verb:call-back" and not _asks(cluster, mention):
        return True
    if mention.series != cluster.mentions[0].series:
        return True
    distance = mention.sentence - cluster.last
    briefs = "briefing" in (cluster.kind, mention.kind) and cluster.kind != mention.kind
    if briefs and (distance > _briefed_over(cluster, mention) or mention.actors - cluster.sides):
        return True
    if _is_told_in(cluster, mention) or _is_remote(cluster, mention) or _is_near(cluster, mention):
        return True
    told = mention.kind == "exchange" and not mention.sides <= cluster.sides
    if told and distance > 0 and len(cluster.people) < 2:
        return True  # "your summit … I told Lind", who need not have been there
    # "she told me so. … The negotiations …"
    return cluster.kind == "exchange" and distance > 0 and not mention.sides


def _briefed_over(cluster: Cluster, mention: Mention) -> int:
    """Return over how many sentences one who meets another may brief him in that meeting."""
    same = mention.actors == set(cluster.people) and mention.date is None
    return _BRIEFED if same and cluster.kind != "briefing" else 1


def _asks(cluster: Cluster, mention: Mention) -> bool:
    """Tell "Ruiz called Lind. The call had been requested by Borduria", where both are told."""
    dialled = all(told.why == "verb:call" for told in cluster.mentions if told.initiator)
    near = mention.sentence - cluster.last <= 1
    return dialled and near and mention.definite and not mention.sides


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
    if strangers and len(cluster.people) >= 2 and len(named.intersection(cluster.people)) < 2:
        return 0.0
    vague = not any(told.definite for told in cluster.mentions) and len(people) == 1
    if strangers and vague and distance > 1:
        return 0.0  # "had conversations about it. … In her talk with Lind"
    if len(strangers) > 1 and len(people) >= 2 and not mention.definite:
        return 0.0  # "met Lind. … received Lind, Venn and Moss"
    if shared == named:
        complete = len(shared) >= 2
        told_again = distance <= 1 and mention.why.startswith("verb")
        far = distance > _RECENT and not complete  # "his interview", a hundred sentences later
        if not far and (complete or mention.definite or mention.unnamed or told_again):
            same = 0.6 if cluster.kind == mention.kind else 0.0
            return 1.0 + len(shared) + same + 1.0 / (1 + distance)
        return 0.0
    open_side = len(cluster.people) < 2 and all(
        told.definite and not told.unnamed and not told.distinct for told in cluster.mentions
    )
    open_side = open_side and distance <= _AT_ONCE
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


def _is_near(cluster: Cluster, mention: Mention) -> bool:
    """Tell a "first meeting in person", or talks that a third hosts, from a call before."""
    remote = cluster.first("channel") not in (None, "in person")
    named = mention.kind in ("meeting", "summit") and (mention.distinct or bool(mention.place))
    hosts = {one.actor for one in mention.participants if one.role == "host"} - cluster.sides
    return (remote and named) or ((remote or cluster.kind == "call") and bool(hosts))


def kinds_agree(one: str, other: str) -> bool:
    """Tell whether two kinds may be words for one and the same contact."""
    return one == other or any(one in kinds and other in kinds for kinds in _SAME)


def _statuses_agree(cluster: Cluster, mention: Mention) -> bool:
    mine, other = cluster.status, mention.modality.status
    if mine == other:
        return True
    purpose = mention.modality.cue == "to" and mention.sentence == cluster.last
    several = len(mention.actors) > 1 or (mention.why == "noun:held" and bool(mention.actors))
    if purpose and several and mention.actors <= cluster.sides:
        return True  # "spoke with Lind to consult with her"
    anaphoric = mention.definite and mention.modality.cue is None
    anaphoric = anaphoric and mention.actors <= cluster.sides
    return anaphoric or {mine, other} in ({"planned", "proposed"}, {"planned", "invited"})
