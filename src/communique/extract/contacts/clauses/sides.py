"""Who stands on which side of a contact verb, in its several forms."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as replaced

from communique.extract import modality
from communique.extract.clauses import QUOTES
from communique.extract.contacts.clauses.between import object_behind
from communique.extract.contacts.clauses.idioms import names_place
from communique.extract.contacts.clauses.press import is_press
from communique.extract.contacts.clauses.scene import STOPS, Scene, only_actor, participants_of
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import Group
from communique.extract.contacts.triggers import Verb
from communique.model import Participant

_JOINED = 6  # items over which two participles share their auxiliary
_OCCASION = 5  # items of "for a working lunch"
_CROWD = 6  # items of "with students and", before "with Lind"
_TOPIC = 16  # items of what is discussed before "with Lind"
_JUDGING = ("ive", "ous", "ful", "ble", "ic", "less", "ish", "ant", "ary", "ory")
"""Endings of words that say what somebody is called, and not when or why."""
_OBJECTS = frozenset({"host", "welcome", "meet", "summon"})
"""Verbs between which and their object adverbials may stand."""
HOSTING = frozenset({"host", "welcome"})
_NAMING = frozenset({"call", "calls", "called", "calling"})
"""Nobody is "phoned a coward"."""
_SUBJECTS = frozenset({"he", "she", "i", "we"})
_DASHES = frozenset({"—", "–", "--", "-"})
_INVITATION = frozenset({"invitation", "invitations"})
PERSONAL = HOSTING | {"call", "contact", "summon", "interview", "brief", "present"}
"""Verbs whose object must be a person: "received the news" is no contact."""


def other_side(scene: Scene, index: int, verb: Verb) -> tuple[Group | None, int]:
    """Return the group on the other side of a verb, and where the complement ends."""
    at = scene.past_aside(scene.skip_adverbs(index + 1))
    if verb.frame == "direct" or "" in verb.prepositions:
        near = scene.group_at(at) or _past_adjectives(scene, at) or _of_both(scene, at)
        if near is None and verb.name in _OBJECTS and verb.form in ("past", "third"):
            near = object_behind(scene, at)
        near = None if scene.word(at) in ("i", "he", "she", "we", "they") else near
        if near is not None and (near.preposition is None or verb.particles == ("in",)):
            named = scene.word(index) in _NAMING and _is_given_name(scene, near)
            headline = verb.name == "call" and verb.form == "third"
            named = named or (headline and _is_bare(scene, near.last))
            named = named or (verb.name == "call" and scene.word(near.first) == "us")
            return (None, index + 1) if named or near.possessive else (near, near.last)
    if verb.frame == "direct":
        return None, index + 1
    if verb.name == "share":
        begins = _past_object(scene, index + 1)
        reporter = None if begins is None else scene.group_at(begins)
        return (reporter, reporter.last) if reporter else (None, index + 1)
    begin = index + 1
    if scene.word(begin) == "about" and scene.word(begin + 1) in verb.prepositions:
        begin += 1  # "what did you talk about with Lind"
    group = scene.complement(begin, verb.prepositions)
    if group is None and verb.frame == "with":
        group = _past_crowd(scene, begin, verb)
    if group is not None and verb.name == "return" and _are_persons(scene, group):
        group = None  # "returning from the State Funeral for Queen Lind"
    if group is None and verb.name == "discuss":
        group = _past_topic(scene, index + 1)
    return group, group.last if group else index + 1


def called_on(scene: Scene, index: int, verb: Verb) -> Verb:
    """Return the verb of "called on President Lind", a visit to him; "to resign" makes none."""
    if verb.name != "call" or scene.word(index + 1) != "on":
        return verb
    host = scene.group_at(index + 2)
    kinds = {scene.view.actors[actor].kind for actor in host.actors} if host else set()
    past = host.last if host else 0
    while past < len(scene.items) and scene.items[past].date >= 0:
        past += 1  # "called on Lind last week | to resign"
    asked = host is None or scene.word(past) in ("to", "for", "not")
    behind = range(host.last, len(scene.items)) if host else range(0)
    urged = any(scene.word(at) == "," and scene.word(at + 1) == "to" for at in behind)
    if asked or urged or kinds != {"person"}:
        return verb
    return replace(
        verb, name="call-on", kind="meeting", frame="with", prepositions=frozenset({"on"})
    )


def _past_topic(scene: Scene, at: int) -> Group | None:
    """Return whom "discussed the blockade and the harvest with Lind" names: people only.

    "Discussed relations with Lind" may name a part of what was discussed, and tells nobody.
    """
    for group in scene.groups:
        if group.first < at:
            continue
        if group.first - at > _TOPIC or scene.is_barred(at, group.first):
            return None
        if group.preposition != "with":
            continue
        related = scene.word(group.first - 2) in scene.triggers.words["relating"]
        return group if _are_people(scene, group) and not related else None
    return None


def _past_adjectives(scene: Scene, at: int) -> Group | None:
    """Return the object of "hosted senior diplomatic envoys from X and Y", behind adjectives."""
    group = next((one for one in scene.groups if one.first > at), None)
    if group is None or group.first > at + 3 or group.preposition or not group.plural:
        return None
    between = scene.items[at : group.first]
    plain = all(
        item.ref is None
        and item.word.isalpha()
        and item.date < 0
        and not (scene.lexicon.classes.get(item.word, frozenset()) - {"title", "np_inside"})
        for item in between
    )
    return group if plain and scene.lexicon.has(scene.word(group.first), "group_noun") else None


def _past_object(scene: Scene, at: int) -> int | None:
    """Return where the reporter begins in "shared the details with a reporter"."""
    for index in range(at, min(at + 6, len(scene.items))):
        if scene.word(index) == "with":
            group = scene.group_at(index + 1)
            return index + 1 if group is not None and is_press(scene, group) else None
        if scene.items[index].ref is not None or not scene.word(index).isalpha():
            return None
    return None


def _of_both(scene: Scene, at: int) -> Group | None:
    """Return the object that "called and congratulated Lind" has for both verbs."""
    verb = scene.skip_adverbs(at + 1)
    if scene.word(at) != "and" or verb >= len(scene.items) or scene.items[verb].ref is not None:
        return None
    return scene.group_at(verb + 1) if scene.word(verb).endswith("ed") else None


def _is_given_name(scene: Scene, far: Group) -> bool:
    """Tell "called her “the first lady”", "called Lind onto the stage" from a call."""
    within = (scene.word(at) for at in range(far.first, far.last))
    behind = {scene.word(at) for at in range(far.last, far.last + _TOPIC)}
    summoned = "onto" in behind or scene.word(far.last) in ("into", "up", "over", "forward")
    if any(_is_quote(word) for word in within) or summoned:
        return True
    if _is_quote(scene.word(far.last)) or _is_named_past_dashes(scene, far.last):
        return True  # "called Lind “a liar”"
    deal = scene.items[far.last] if far.last + 1 < len(scene.items) else None
    if deal is not None and deal.word.isalpha() and not (deal.upper or deal.ref or deal.date >= 0):
        quoted = scene.word(far.last + 1) in QUOTES  # "calls the Lind deal “historic”"
        return quoted or _is_named(scene, far.last) or _is_named_behind(scene, far.last)
    return _is_named(scene, far.last) or _is_named_behind(scene, far.last)


def _is_quote(word: str) -> bool:
    return word in QUOTES or not word.strip("'`")


def _is_named_past_dashes(scene: Scene, at: int) -> bool:
    """Tell "called Lind — who has a shop — “a coward”"."""
    if scene.word(at) not in _DASHES:
        return False
    ends = (n for n in range(at + 1, len(scene.items) - 1) if scene.word(n) in _DASHES)
    return any(_is_quote(scene.word(n + 1)) or scene.word(n + 1) in ("a", "an") for n in ends)


def _is_named_behind(scene: Scene, at: int) -> bool:
    """Tell "called Lind, a former pilot, a coward": the second description is the name."""
    if scene.word(at) != "," or scene.word(at + 1) not in ("a", "an", "the"):
        return False
    end = next((n for n in range(at, len(scene.items)) if scene.word(n) in STOPS), len(scene.items))
    commas = [n for n in range(at + 2, end) if scene.word(n) == ","]
    return any(scene.word(n + 1) in ("a", "an") for n in commas)


def _is_named(scene: Scene, at: int) -> bool:
    """Tell "called him a coward", "call me Pop" from a call."""
    at += scene.word(at).endswith("ly")  # "calling him personally a criminal"
    item = scene.items[at] if at < len(scene.items) else None
    if item is None or item.date >= 0:
        return False  # "called him this morning", "a day later"
    if item.word in scene.triggers.words["naming"]:
        return True
    if item.ref is not None:
        return False
    judged = item.word.endswith(_JUDGING) and not scene.lexicon.classes.get(item.word)
    return item.upper or judged  # "called him divisive"


def _is_bare(scene: Scene, at: int) -> bool:
    """Tell the headline "Ruiz calls Lind unfit", "calls Lind threat to peace" from a call."""
    item = scene.items[at] if at < len(scene.items) else None
    if item is None or item.ref is not None or item.date >= 0 or not item.word.isalpha():
        return False
    return not (scene.lexicon.classes.get(item.word) or item.word.endswith("ing"))


def returned(scene: Scene, index: int, verb: Verb, subject: Group | None) -> Mention | None:
    """Read "Lind called back", which goes on with a call that was told of before."""
    told = modality.of_verb(scene.view, scene.items, index, verb.form)
    if subject is None or told.negated:
        return None
    return scene.mention(
        index,
        subject.first,
        index + 2,
        kind=verb.kind,
        why=f"verb:{verb.name}-back",
        modality=told,
        participants=participants_of(subject, "party"),
        definite=True,
        initiator=only_actor(subject),
    )


def is_passive(scene: Scene, start: int, index: int) -> bool:
    """Tell "was received", "had been met" from the active forms."""
    if any(scene.lexicon.has(scene.word(at), "be") for at in range(start, index)):
        return True
    joined = scene.word(index - 1) == "and" and start == index
    return joined and any(
        scene.word(at) == "be" for at in range(max(0, index - _JOINED), index - 1)
    )  # "will be top of mind and discussed"


def passive(scene: Scene, start: int, index: int, verb: Verb) -> Mention | None:
    """Read "Lind was received by Ruiz"; "was called a liar" is nothing."""
    agent = scene.complement(index + 1, frozenset({"by"}))
    if agent is None and verb.name == "summon":
        agent = scene.complement(index + 1, frozenset({"to"}))  # "was summoned to the Ministry"
    patient = scene.subject(start)
    greets = verb.name == "meet"  # "was met at the pier by Lind"
    if not (verb.frame == "direct" or greets) or agent is None or patient is None:
        return None
    if greets and not (_are_people(scene, agent) and _are_people(scene, patient)):
        return None  # "the plan was met by protests"
    kinds = {scene.view.actors[actor].kind for actor in patient.actors}
    words = (scene.word(at) for at in range(patient.first, patient.last))
    sent = any(scene.lexicon.has(word, "group_noun") for word in words)
    if verb.name in PERSONAL and "person" not in kinds and not sent:
        return None  # "the fair was hosted by Borduria"
    if verb.name in HOSTING and scene.word(start - 1) == "which":
        return None  # "held talks with Lind, which were hosted by Venn"
    told = modality.of_verb(scene.view, scene.items, index, verb.form)
    if told.negated or not (patient.parties and agent.parties):
        return None
    if verb.status and not names_place(scene, agent.last):
        return None
    if verb.status and told.status == "held":
        told = replace(told, status=verb.status, unasked=verb.status)
    beside = [replaced(one, role=verb.roles[1]) for one in companions(scene, patient.last, start)]
    return scene.mention(
        index,
        patient.first,
        agent.last,
        kind=verb.kind,
        why=f"verb:{verb.name}-by",
        modality=told,
        participants=participants_of(agent, verb.roles[0])
        + participants_of(patient, verb.roles[1])
        + beside,
        initiator=only_actor(agent) if verb.name in ("call", "summon", "contact") else None,
    )


def met_before(scene: Scene, subject: Group) -> list[Participant]:
    """Return whom "they" are: the two people that the sentence has named, if it is two."""
    if scene.word(subject.first) != "they":
        return []
    named = [
        person
        for group in scene.groups
        if group.last <= subject.first
        and not group.possessive
        and not any(scene.word(at) in STOPS for at in range(group.last, subject.first))
        for person in participants_of(group, "party")
        if scene.view.actors[person.actor].kind == "person"
    ]
    return named if len({person.actor for person in named}) == 2 else []


def another_than(scene: Scene, subject: Group, far: Group | None) -> Group | None:
    """Return who "he" is in "Ruiz said that he spoke with Lind", where the reading says Lind.

    Nobody speaks with himself: then it is the one person of the clause that tells it, if any.
    """
    if far is None or not subject.parties or subject.actors != far.actors:
        return subject
    if scene.word(subject.first) not in scene.triggers.words["pronouns"]:
        return None
    for group in reversed(scene.groups):
        if group.last > subject.first or group.preposition or group.possessive:
            continue
        kinds = {scene.view.actors[actor].kind for actor in group.actors}
        if len(group.parties) == 1 and kinds == {"person"} and not group.actors & far.actors:
            return replace(subject, parties=group.parties)
    return None


def alone_behind(scene: Scene, subject: Group) -> Group:
    """Return "he" of "(are helping) Lind and he met Venn", where Lind is the object of a verb."""
    words = [scene.word(at) for at in range(subject.first, subject.last)]
    joined = len(subject.parties) == 2 and words[-2:-1] == ["and"] and words[-1] in _SUBJECTS
    before = scene.items[subject.first - 1] if subject.first else None
    if not joined or before is None or before.ref is not None or not before.word.isalpha():
        return subject
    if scene.lexicon.classes.get(before.word) or before.upper:
        return subject
    return replace(subject, first=subject.last - 1, parties=subject.parties[-1:], plural=False)


def companions(scene: Scene, first: int, last: int) -> list[Participant]:
    """Return who is with the subject: "Ruiz, accompanied by Venn, received Lind"."""
    found: list[Participant] = []
    for group in scene.groups:
        if group.first < first or group.last > last:
            continue
        near = scene.word(group.first - 2)
        joined = group.preposition == "by" and near in scene.triggers.words["accompanying"]
        beside = group.preposition == "alongside"
        if joined or beside or (group.preposition == "with" and near in ("together", "along")):
            found += participants_of(group, "party")
    return found


def inviter(scene: Scene, start: int, people: list[Participant]) -> list[Participant]:
    """Return who invites, as host, where the invited are on the guest's side."""
    known = {person.actor for person in people}
    noun = next((at for at in range(start, -1, -1) if scene.word(at) in _INVITATION), None)
    owners = [g for g in scene.groups if g.possessive and noun is not None and g.last <= noun]
    own = [g for g in owners if noun is not None and noun - g.last <= 1]
    for_whom = [g for g in scene.groups if g.last <= start and scene.word(g.first - 2) == "behalf"]
    subjects = [g for g in scene.groups if g.last <= start and g.preposition is None]
    inviters = own or for_whom or subjects  # "invited Lind on behalf of Ruiz"
    found = participants_of(inviters[0], "host") if inviters else []
    return [person for person in found if person.actor not in known]


def is_by_host(scene: Scene, subject: Group, start: int) -> bool:
    """Tell "Lind renewed the invitation to visit Borduria", where he invites, from "received"."""
    words = [scene.word(at) for at in range(subject.last, start + 1)]
    noun = next((at for at, word in enumerate(words) if word in _INVITATION), None)
    if noun is None or subject.possessive or subject.preposition:
        return False
    return not scene.triggers.words["receiving"].intersection(words[:noun])


def is_address(scene: Scene, at: int) -> bool:
    """Tell "Speaking | in Azul, Ruiz and Lind said" from "Speaking in a call"."""
    comma = next((n for n in range(at, len(scene.items)) if scene.word(n) == ","), at)
    words = {scene.word(n) for n in range(at, comma)}
    called = words & (scene.triggers.words["phone"] | set(scene.triggers.nouns))
    return scene.word(at) in ("in", "at", "before", "outside", "on", "to") and not called


def subject_behind(scene: Scene, after: int) -> Group | None:
    """Return the subject of "Meeting in Azul, Ruiz and Lind agreed", behind the comma."""
    comma = next((at for at in range(after, len(scene.items)) if scene.word(at) == ","), None)
    return scene.group_at(comma + 1) if comma is not None else None


def past_goal(scene: Scene, at: int) -> int:
    """Return where "to Ruritania", "for a working lunch" ends after "welcomed Lind"."""
    if scene.word(at) == "for":
        near = range(at + 2, min(at + _OCCASION, len(scene.items)))
        return next((n + 1 for n in near if scene.word(n) in scene.triggers.nouns), at)
    if not names_place(scene, at):
        return at
    end = at + 1 + scene.lexicon.has(scene.word(at + 1), "determiner")
    while end < len(scene.items) and scene.items[end].date < 0:
        if not (scene.items[end].upper or scene.items[end].ref):
            break
        end += 1
    return end


def _past_crowd(scene: Scene, at: int, verb: Verb) -> Group | None:
    """Return whom "met with students and | with Minister Lind" names behind others."""
    if scene.word(at) not in verb.prepositions:
        return None
    for joint in range(at + 2, at + _CROWD):
        again = scene.word(joint) == "and" and scene.word(joint + 1) == scene.word(at)
        plain = all(item.word.isalpha() and not item.upper for item in scene.items[at:joint])
        if again and plain:
            return scene.group_at(joint + 2)
    return None


def _are_persons(scene: Scene, group: Group) -> bool:
    return {scene.view.actors[actor].kind for actor in group.actors} == {"person"}


def _are_people(scene: Scene, group: Group) -> bool:
    kinds = {scene.view.actors[actor].kind for actor in group.actors}
    return bool(kinds) and kinds <= {"person", "group"}
