"""Who started a contact, and who brought the sides together, as its sentence says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from msgspec.structs import replace as replaced

from communique.extract import modality
from communique.extract.contacts.clauses.scene import Scene, participants_of
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import Group
from communique.model import Participant


def initiator_in(scene: Scene, mention: Mention, others: Sequence[int] = ()) -> str | None:
    """Return who started the contact: "initiated by the Ruritanian side", "at X's request".

    ``others`` are where the sentence tells of other contacts, which this may be said of.
    """
    items, groups, words = scene.items, scene.groups, scene.triggers.words
    if (asking := _who_asked(scene, mention)) is not None:
        return asking
    if (asker := _having_asked(scene, mention)) is not None:
        return asker
    if (seeker := _who_sought(scene, mention)) is not None:
        return seeker
    for at, item in enumerate(items):
        if _is_of_another(at, mention.index, others):
            continue
        dialled = mention.kind == "call" and item.word in words["dialling"]
        sought = scene.word(at + 1) == "for" and scene.word(at + 2) == "by"
        sought = sought and (item.word == "asked" or item.word in words["asking_for"])
        if item.word in words["initiative"] or dialled or sought:
            agent = _group_after(groups, at, "by")
            if _is_said_of(scene, mention, at) and (starter := _starter(scene, agent, at)):
                return starter
        if at > 0 and _is_initiative(scene, at):
            agent = _agent(scene, at)
            if (guest := _by_guest(scene, mention, agent)) is not None:
                return guest
            if starter := _starter(scene, agent, at):
                return starter
    return None


def _who_asked(scene: Scene, mention: Mention) -> str | None:
    """Return who is told behind the contact: "the call, which | Borduria had asked for"."""
    at = mention.after + (scene.word(mention.after) == ",")
    if mention.why.startswith("verb") or scene.word(at) not in ("which", "that"):
        return None
    group = scene.group_at(at + 1)
    if group is None or group.possessive:
        return None
    verb = group.last
    while scene.lexicon.has(scene.word(verb), "have", "adverb"):
        verb += 1
    return _actor(group) if scene.word(verb) in scene.triggers.words["initiative_verbs"] else None


def _having_asked(scene: Scene, mention: Mention) -> str | None:
    """Return the subject of "Ruiz met Lind, having asked for the meeting herself"."""
    for at in range(mention.after, len(scene.items) - 2):
        if (
            scene.word(at) != "having"
            or scene.word(at + 1) not in scene.triggers.words["initiative_verbs"]
        ):
            continue
        noun = at + 2 + (scene.word(at + 2) == "for")
        named = any(scene.word(n) in scene.triggers.nouns for n in range(noun, noun + 4))
        pointed = scene.word(noun) in scene.triggers.words["pointing"] or scene.word(noun) == "it"
        if pointed and (named or scene.word(noun) == "it") and mention.participants:
            return mention.participants[0].actor
    return None


def _who_sought(scene: Scene, mention: Mention) -> str | None:
    """Return the side of "Ruiz, who had sought the meeting, met Lind".

    Also of "met Lind after she requested a meeting", "Ruiz, at whose request they met", "Ruiz asked
    to see Lind and was received".
    """
    words = scene.triggers.words
    for at in range(1, len(scene.items) - 1):
        word, side = scene.word(at), None
        if word == "whose" and scene.word(at + 1) in words["initiative_nouns"]:
            side = _ending(scene, at - 1)
        elif word in words["asking_to"] and scene.word(at + 1) == "to" and at < mention.index:
            seen = scene.word(at + 2) in words["meeting_with"] and at + 2 != mention.index
            side = _ending(scene, at) if seen else None
        elif word in words["initiative_verbs"] and _is_sought(scene, mention, at):
            side = _seeker(scene, mention, at)
        if side is not None and _actor(side) in mention.actors:
            return _actor(side)
    return None


def _is_sought(scene: Scene, mention: Mention, at: int) -> bool:
    """Tell "asked for the meeting" and, behind a contact, "requested an urgent meeting"."""
    noun = at + 1 + (scene.word(at + 1) == "for")
    pointed = scene.word(noun) in scene.triggers.words["pointing"]
    some = at >= mention.after and scene.lexicon.has(scene.word(noun), "indefinite")
    named = any(scene.word(n) in scene.triggers.nouns for n in range(noun, noun + 4))
    return named and (pointed or some)


def _seeker(scene: Scene, mention: Mention, at: int) -> Group | None:
    """Return the subject of a verb of asking: behind "who", or behind "after"."""
    who = at - 1
    while scene.lexicon.has(scene.word(who), "have", "adverb"):
        who -= 1
    if scene.word(who) == "who" and at < mention.index:
        return _ending(scene, who)
    side = _ending(scene, who + 1)
    led = scene.word(side.first - 1) if side is not None else ""
    return side if at >= mention.after and scene.lexicon.has(led, "subordinator") else None


def _ending(scene: Scene, at: int) -> Group | None:
    """Return the group that ends before the item at ``at``, or before a comma there."""
    ends = {at}  # the comma behind an apposition is part of its group
    while scene.word(at - 1) in (",", "at", "on"):
        at -= 1
        ends.add(at)
    return next((group for group in scene.groups if group.last in ends), None)


def _is_of_another(at: int, index: int, others: Sequence[int]) -> bool:
    """Tell whether the words at ``at`` follow another contact than the one at ``index``.

    What stands before all contacts of a sentence is said of the first.
    """
    spots = sorted({index, *others})
    nearest = max((spot for spot in spots if spot <= at), default=spots[0])
    return nearest != index


def agent_of(scene: Scene, at: int) -> str | None:
    """Return who "the initiative came from X", "the request of X" names, if it is one."""
    return _starter(scene, _agent(scene, at), at)


def _agent(scene: Scene, at: int) -> Group | None:
    links = (_group_after(scene.groups, at, link) for link in ("of", "from", "by"))
    named = next((group for group in links if group), None)
    return named or _owner_of(scene.groups, at) or _came(scene, at)


def _is_said_of(scene: Scene, mention: Mention, at: int) -> bool:
    """Tell whether "requested (by X)" is said of a contact: behind it, or behind its noun."""
    near = (scene.word(n) for n in range(max(0, at - 2), at))
    return at >= mention.index or any(word in scene.triggers.nouns for word in near)


def _is_initiative(scene: Scene, at: int) -> bool:
    """Tell a noun that says who began a contact: "at Lind's request", "was Lind's idea"."""
    words, noun = scene.triggers.words, scene.word(at)
    if noun not in words["initiative_nouns"] and noun not in words["initiative_strict"]:
        return False
    owner = next((g for g in scene.groups if g.possessive and g.last in (at, at - 1)), None)
    first = owner.first if owner else at - (_adjective(scene, at) is not None)
    before = first - 1 - (owner is None and scene.lexicon.has(scene.word(first - 1), "determiner"))
    if scene.word(before) in words["adverbially"]:
        return True
    if noun in words["initiative_strict"]:
        return owner is not None and scene.lexicon.has(scene.word(before), "be")
    return not _is_for_else(scene, at)


def _is_for_else(scene: Scene, at: int) -> bool:
    """Tell "Borduria's request for ships", "to release them" from its request for a meeting."""
    near = [scene.word(n) for n in range(at + 2, at + 6)]
    led = scene.word(at + 1) in ("for", "to", "that")
    named = any(word in scene.triggers.nouns or word in scene.triggers.verbs for word in near)
    return led and not named


def _by_guest(scene: Scene, mention: Mention, agent: Group | None) -> str | None:
    """Return the guest of "received Lind at her request", whatever "her" was taken for."""
    if agent is None or not agent.possessive:
        return None
    if not scene.lexicon.has(scene.word(agent.first), "possessive"):
        return None
    guests = [one.actor for one in mention.participants if one.role == "guest"]
    return guests[0] if len(guests) == 1 and mention.kind == "meeting" else None


def inviter_in(scene: Scene, mention: Mention) -> list[Participant]:
    """Return who invited a guest, as host: "travelled to Borduria at Lind's invitation"."""
    if mention.kind != "visit":
        return []
    words = scene.triggers.words["invitation"]
    for at, item in enumerate(scene.items):
        if item.word not in words or item.ref is not None:
            continue
        links = (_group_after(scene.groups, at, link) for link in ("of", "from", "by"))
        agent = next((group for group in links if group), None) or _owner_of(scene.groups, at)
        return participants_of(agent, "host")
    return []


def _starter(scene: Scene, agent: Group | None, at: int) -> str | None:
    return (_actor(agent) if agent else None) or _adjective(scene, at) or _side_after(scene, at)


def _adjective(scene: Scene, at: int) -> str | None:
    """Return the state of "on Ruritanian initiative", "on a Ruritanian proposal"."""
    item = scene.items[at - 1] if at else None
    return scene.view.state_of_adjective(item.word) if item and item.upper else None


def passed_on(told: Iterable[Mention]) -> list[Mention]:
    """Return the mentions; "the meeting, requested by X, brought A and B together" is one."""
    found = list(told)
    for at, (named, whole) in enumerate(pairwise(found)):
        same = named.kind == whole.kind and not named.participants and named.definite
        if same and named.initiator and whole.initiator is None:
            found[at + 1] = replace(whole, initiator=named.initiator)
    return found


def mediators_in(scene: Scene, mention: Mention) -> list[Participant]:
    """Return those through whom the contact came about: "mediated by X"."""
    items, groups, words = scene.items, scene.groups, scene.triggers.words
    between = scene.items[max(0, mention.index - 4) : mention.index]
    for at, item in enumerate(between, start=max(0, mention.index - 4)):
        if item.ref is None and item.word in words["mediating"]:
            begin = modality.group_start(scene.lexicon, items, at)
            return participants_of(scene.subject(begin), "mediator")
    for at in range(mention.index + 1, len(items)):
        if items[at].word in words["mediation"]:
            agent = _group_after(groups, at, "by") or _group_after(groups, at, "of")
            return [
                Participant(
                    actor=party.actor,
                    represents=party.represents,
                    role="mediator",
                    evidence=(party.span,),
                )
                for party in (agent.parties if agent else ())
            ]
    return []


def helpers_in(scene: Scene, mention: Mention) -> list[Participant]:
    """Return who interpreted or conducted the contact for others: "was interpreted by X"."""
    words, found = scene.triggers.words, list[Participant]()
    for at in range(mention.index + 1, len(scene.items) - 1):
        word = scene.word(at)
        if scene.items[at].ref is not None:
            continue
        if word in ("interpreter", "translator"):  # "but for an interpreter, Venn"
            named = scene.group_at(at + 1 + (scene.word(at + 1) == ","))
            found += participants_of(named, "interpreter")
        if scene.word(at + 1) != "by":
            continue
        if word in words["interpretation"]:
            found += participants_of(scene.group_at(at + 2), "interpreter")
        elif word in words["conducting"] and mention.why == "noun:named":
            found += participants_of(scene.group_at(at + 2), "other")
    return found


def as_interpreters(scene: Scene, people: Sequence[Participant]) -> list[Participant]:
    """Return the people, whoever interprets as interpreter: "Venn interpreted at the talks"."""
    doing = {
        group.actors
        for group in scene.groups
        if scene.word(group.last) in scene.triggers.words["interpretation"]
        and scene.word(group.last).endswith(("ed", "ing"))
    }
    actors = frozenset[str]().union(*doing)
    return [replaced(p, role="interpreter") if p.actor in actors else p for p in people]


def _group_after(groups: tuple[Group, ...], at: int, preposition: str) -> Group | None:
    for group in groups:
        if group.first > at:
            return group if group.preposition == preposition and group.first - at <= 3 else None
    return None


def _came(scene: Scene, at: int) -> Group | None:
    """Return whom "the initiative for the call came from X" names."""
    for index in range(at + 1, len(scene.items) - 1):
        if scene.word(index) in scene.triggers.words["coming"] and scene.word(index + 1) == "from":
            return next((group for group in scene.groups if group.first >= index + 1), None)
    return None


def _owner_of(groups: tuple[Group, ...], at: int) -> Group | None:
    for group in groups:
        if group.last in (at, at - 1) and group.possessive:
            return group
    return None


def _actor(group: Group) -> str | None:
    return group.parties[0].actor if len(group.parties) == 1 else None


def _side_after(scene: Scene, at: int) -> str | None:
    """Return the state of "by the Ruritanian side", whose adjective is no mention."""
    for item in scene.items[at + 1 : at + 5]:
        if item.upper and item.ref is None and (state := scene.view.state_of_adjective(item.word)):
            return state
    return None
