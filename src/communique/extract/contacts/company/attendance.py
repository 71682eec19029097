"""Who else was there: "the meeting was also attended by X", "met Y in the presence of X".

Where a contact is between two others, who attends it is no party to it: accounts that leave him out
tell of the same one.
"""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as replaced

from communique.extract.contacts.clauses.adverbials import STOPS
from communique.extract.contacts.clauses.scene import Scene, participants_of, unique
from communique.extract.contacts.company.delegates import side_in
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import Group
from communique.extract.modality import Modality
from communique.model import Role

_NAMES = 6  # items of more places behind a journey's first
_PARTICIPANTS = 8  # items in which "participants from Borduria included" comes to its verb
_OPENING = 4  # items in which "also present at the table were" comes to its word
_GROUP = 8  # items of "for part of that meeting" before "by"
_AT_HAND = (["in", "attendance"], ["also", "present"], ["in", "tow"])
_SAME_CLAUSE = 16  # items behind a contact over which "in the presence of" is looked for


def with_attendance(scene: Scene, mention: Mention) -> Mention:
    """Return the contact with those whom the words behind it name as present.

    Where it is only pointed back at ("the meeting was attended by X"), they come in addition to
    those of the contact told of before.
    """
    mention = _with_helpers(scene, _with_company(scene, _with_companions(scene, mention)))
    if _is_inverted(scene, mention):
        aside = (replaced(one, role="other") for one in mention.participants)
        return replace(mention, participants=tuple(aside), joins=True)
    mention = _hosted(scene, mention)
    attending = _attended(scene, mention)
    group = attending or _presence(scene, mention)
    if group is None or group.possessive or not group.parties:
        return mention
    known = {person.actor for person in mention.participants}
    joins = mention.joins or (attending is not None and mention.definite and not known)
    role: Role = "other" if joins or len(known) > 1 else "party"
    more = [one for one in participants_of(group, role) if one.actor not in known]
    return replace(
        mention,
        participants=tuple(unique([*mention.participants, *more])),
        after=max(mention.after, group.last),
        joins=joins,
    )


def present_at(scene: Scene, last: Mention) -> Mention | None:
    """Return who else was at ``last``, where the sentence behind it tells: "also present was X"."""
    team = _of_team(scene)
    group = _also_present(scene) or _came_along(scene, last) or team
    if group is None or group.possessive or not group.parties:
        return None
    kinds = {scene.view.actors[actor].kind for actor in group.actors}
    more = [one for one in participants_of(group, "other") if one.actor not in last.actors]
    if not more or not kinds <= {"person", "group"}:
        return None
    if team is group and (side := side_in(scene, range(team.first))) is not None:
        more = [replaced(one, represents=one.represents or side) for one in more]
    return scene.mention(
        group.first,
        group.first,
        group.last,
        kind=last.kind,
        why=last.why,
        modality=Modality(status=last.modality.status),
        participants=more,
        definite=True,
        joins=True,
    )


def _also_present(scene: Scene) -> Group | None:
    """Return the group of "also present was X", "X was also present", "X also attended"."""
    words, items = scene.triggers.words, scene.items
    first = int(scene.word(0) in ("also", "among", "others"))
    for at in range(first, min(first + _OPENING, len(items))):
        if items[at].ref is not None or scene.word(at) not in words["at_hand"]:
            continue
        verb = next((n for n in range(at + 1, at + 7) if scene.lexicon.has(scene.word(n), "be")), 0)
        if at <= first + 1 and verb and (group := scene.group_at(verb + 1)) is not None:
            return group  # "also present at the table were X and Y"
    group = scene.group_at(0)
    if group is None:
        return None
    at, also = group.last, False
    told = scene.lexicon.has(scene.word(at), "be")
    at += told
    while scene.word(at) in ("also", "in", "on", "at", "the", "both", "themselves"):
        also = also or scene.word(at) == "also"
        at += 1
    if told:
        near = words["at_hand"] - ({"alongside"} if also else {"there", "alongside"}) - {"taking"}
        return group if scene.word(at) in near else None
    around = {scene.word(n) for n in range(at + 1, at + 5)}
    sits = scene.word(at) in words["sitting_in"] and (also or "too" in around or "well" in around)
    sits = sits and (scene.word(at) != "took" or scene.word(at + 1) == "part")
    if [scene.word(n) for n in range(at, at + 3)] == ["sat", "in", "on"]:
        return group
    if scene.word(at) in words["dialling_in"] and scene.word(at + 1) == "in":
        return group
    if scene.word(at) in words["dropping_by"] and scene.word(at + 1) in ("by", "in"):
        return group  # "Ruiz dropped by the meeting"
    ends = scene.word(at + 1) in (".", ",", "too", "as", "in", "the", "part")
    return group if sits and ends else None


def _of_team(scene: Scene) -> Group | None:
    """Return the group of "The delegation included X", "In her team was X"."""
    words = scene.triggers.words
    if not words["attendees"].isdisjoint(
        scene.word(0).split()[:1]
    ):  # "Participants from Borduria included X"
        ahead = range(1, _PARTICIPANTS)
        told = next((n for n in ahead if scene.word(n) in words["comprising"]), None)
        return scene.group_at(told + 1) if told is not None else None
    whole = scene.word(0).split()  # "the Bordurian delegation", read as one
    if len(whole) > 1 and whole[-1] in words["teams"] and scene.word(1) in words["comprising"]:
        return scene.group_at(2)
    team = next((n for n in range(1, _OPENING + 1) if scene.word(n) in words["teams"]), None)
    opens = scene.word(0) in words["pointing"] or scene.lexicon.has(scene.word(0), "possessive")
    if team is None or not opens or scene.word(team + 1) == "of":
        return None
    at = team + 1 + scene.lexicon.has(scene.word(team + 1), "adverb")
    return scene.group_at(at + 1) if scene.word(at) in words["comprising"] else None


def _came_along(scene: Scene, last: Mention) -> Group | None:
    """Return the group of "Ruiz was joined by X", where Ruiz took part in ``last``."""
    group = scene.group_at(0)
    at = group.last if group else 0
    if group is None or not (group.actors <= last.actors or scene.word(0) in ("he", "she")):
        return None
    if scene.word(at) in scene.triggers.words["bringing_along"]:
        if scene.word(at + 1) == "along":
            return scene.group_at(at + 2)
        brought = scene.group_at(at + 1)
        return brought if brought and scene.word(brought.last) == "along" else None
    joining, by = scene.triggers.words["joining"], scene.word(at + 2) == "by"
    if scene.word(at) == "," and scene.word(at + 1) in joining and by:
        return scene.group_at(at + 3)  # "Ruiz, joined by X, praised"
    if not scene.lexicon.has(scene.word(at), "be", "have", "future"):
        return None
    while scene.lexicon.has(scene.word(at), "be", "have", "future", "adverb"):
        at += 1
    link = at + 1
    if scene.word(link) == "for" and scene.word(link + 1) in ("part", "some"):
        ahead = range(link, link + _GROUP)  # "will be joined for part of that meeting by X"
        link = next((n for n in ahead if scene.word(n) == "by"), link)
    joined = scene.word(at) in scene.triggers.words["joining"] and scene.word(link) == "by"
    return scene.group_at(link + 1) if joined else None


def _with_companions(scene: Scene, mention: Mention) -> Mention:
    """Add those of "visited Borduria on Monday with Secretary Venn"."""
    guests = [one for one in mention.participants if one.role == "guest"]
    if mention.kind != "visit" or not mention.why.startswith("verb") or not guests:
        return mention
    if mention.modality.status in ("invited", "declined"):
        return mention
    group = scene.complement(mention.after, frozenset({"with", "alongside"}))
    if group is None or {scene.view.actors[actor].kind for actor in group.actors} != {"person"}:
        return mention
    if any(one.role == "host" and one.actor in group.actors for one in mention.participants):
        return mention
    more = participants_of(group, "guest")
    after = max(mention.after, group.last)
    people = tuple(unique([*mention.participants, *more]))
    return replace(mention, participants=people, after=after)


def _with_company(scene: Scene, mention: Mention) -> Mention:
    """Add those of "met Lind, who was joined by X and Y"."""
    if (before := _fronted_company(scene)) is not None and before.last <= mention.first:
        more = [p for p in participants_of(before, "other") if p.actor not in mention.actors]
        mention = replace(mention, participants=tuple(unique([*mention.participants, *more])))
    if mention.why.startswith("verb") and (later := _joined_later(scene, mention)) is not None:
        more = [p for p in participants_of(later, "other") if p.actor not in mention.actors]
        mention = replace(mention, participants=tuple(unique([*mention.participants, *more])))
    if (beside := _at_ones_side(scene, mention)) is not None and len(mention.actors) > 1:
        more = [p for p in participants_of(beside, "other") if p.actor not in mention.actors]
        mention = replace(mention, participants=tuple(unique([*mention.participants, *more])))
    at = _past_names(scene, mention.after)
    at += scene.word(at) == ","
    joined = scene.word(at) in scene.triggers.words["accompanying"]
    if not (joined or scene.lexicon.has(scene.word(at), "relative")) or len(mention.actors) < 2:
        return mention
    at += not joined
    while scene.lexicon.has(scene.word(at), "be", "have", "future", "adverb"):
        at += 1
    if scene.word(at) not in scene.triggers.words["accompanying"] or scene.word(at + 1) != "by":
        return mention
    more = participants_of(scene.group_at(at + 2), "other")
    return replace(mention, participants=tuple(unique([*mention.participants, *more])))


def _at_ones_side(scene: Scene, mention: Mention) -> Group | None:
    """Return whom "(met Lind in Azul), with Minister Venn at her side" tells of besides."""
    for group in scene.groups:
        behind = [scene.word(n) for n in range(group.last, group.last + 3)]
        beside = behind[:1] == ["at"] and behind[2:] == ["side"]
        if group.first >= mention.after and group.preposition == "with" and not group.possessive:
            return group if beside or behind[:2] in _AT_HAND else None
    return None


def _joined_later(scene: Scene, mention: Mention) -> Group | None:
    """Return who "met a group in Azul, and Secretary Venn joined by video" tells of besides."""
    words = scene.triggers.words["joining_in"]
    for group in scene.groups:
        if group.first <= mention.index or group.possessive or group.preposition:
            continue
        at = group.last
        also = scene.lexicon.has(scene.word(at), "adverb")
        at += also
        if scene.word(group.first - 1) != "and" or scene.word(at) not in words:
            continue
        ends = scene.word(at + 1) in (",", ".", "by", "via") or scene.lexicon.has(
            scene.word(at + 1), "adverb"
        )
        return group if ends else None
    return None


def _fronted_company(scene: Scene) -> Group | None:
    """Return the group of "Flanked by X, (Ruiz received Lind)", "Together with X, …"."""
    led = scene.word(0) in scene.triggers.words["joining"] and scene.word(1) == "by"
    led = led or (scene.word(0) in ("together", "along", "alongside") and scene.word(1) == "with")
    group = scene.group_at(2) if led else None
    return group if group is not None and scene.word(group.last) == "," else None


def _past_names(scene: Scene, at: int) -> int:
    """Return where "(to Borduria) and the West Coast | , joined by" goes on behind more places."""
    end = at
    while end < min(at + _NAMES, len(scene.items)) and (
        scene.items[end].upper or scene.word(end) in ("and", "the")
    ):
        end += 1
    return end if scene.word(end) == "," else at


def _with_helpers(scene: Scene, mention: Mention) -> Mention:
    """Tell "a call between X and Y was conducted by Z", "Z took part in a meeting of X with Y"."""
    at = next((n for n in range(mention.index, mention.after) if scene.word(n) == "by"), None)
    helpers: set[str] = set()
    if at is not None and scene.word(at - 1) in scene.triggers.words["arranged"]:
        group = scene.group_at(at + 1)
        helpers = set(group.actors) if group else set()
    elif mention.why == "noun:held" and _is_attended(scene, mention):
        noun = scene.items[mention.index].start
        helpers = {p.actor for p in mention.participants if p.evidence[0].end <= noun}
    if not helpers or len(mention.actors - helpers) < 2:
        return mention
    people = (
        replaced(one, role="other") if one.actor in helpers and one.role == "party" else one
        for one in mention.participants
    )
    return replace(mention, participants=tuple(people))


def _is_attended(scene: Scene, mention: Mention) -> bool:
    """Tell whether the verb before the noun tells of attending what others hold."""
    near = (scene.word(at) for at in range(max(mention.first, mention.index - 6), mention.index))
    return not scene.triggers.words["attending"].isdisjoint(near)


def _is_inverted(scene: Scene, mention: Mention) -> bool:
    """Tell "taking part in the meeting were X and Y", who come in addition."""
    before = {scene.word(at) for at in range(max(0, mention.index - 5), mention.index)}
    named = scene.lexicon.has(scene.word(mention.index + 1), "be") and "the" in before
    return named and not before.isdisjoint(scene.triggers.words["attending"])


def _hosted(scene: Scene, mention: Mention) -> Mention:
    """Add the host of "(held talks with Lind), which were hosted by Venn"."""
    at = mention.after + (scene.word(mention.after) == ",")
    if not mention.why.startswith("noun:") or scene.word(at) != "which":
        return mention
    at += 1
    while scene.lexicon.has(scene.word(at), "be", "have", "future", "adverb"):
        at += 1
    if scene.word(at) not in scene.triggers.words["hosting"] or scene.word(at + 1) != "by":
        return mention
    hosts = participants_of(scene.group_at(at + 2), "host")
    return replace(mention, participants=unique([*mention.participants, *hosts]))


def _attended(scene: Scene, mention: Mention) -> Group | None:
    """Return the group behind "attended by", with at most a relative and forms of "be" before."""
    if not mention.why.startswith("noun:"):
        return None
    at = mention.after + (scene.word(mention.after) == ",")
    at += scene.lexicon.has(scene.word(at), "relative")
    while scene.lexicon.has(scene.word(at), "be", "have", "future", "adverb"):
        at += 1
    if scene.word(at) not in scene.triggers.words["attended"] or scene.word(at + 1) != "by":
        return None
    return scene.group_at(at + 2)


def _presence(scene: Scene, mention: Mention) -> Group | None:
    """Return the group behind "in the presence of", in the clause of the contact."""
    for at in range(mention.after, min(mention.after + _SAME_CLAUSE, len(scene.items) - 3)):
        if scene.word(at) in STOPS:
            return None
        words = [scene.word(n) for n in range(at, at + 4)]
        if words == ["in", "the", "presence", "of"]:
            return scene.group_at(at + 4)
    return None
