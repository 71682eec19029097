"""Contact verbs: "X met with Y", "X called Y", "X was received by Y"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from msgspec.structs import replace as replaced

from communique.extract import modality
from communique.extract.contacts.clauses.frequency import times
from communique.extract.contacts.clauses.gathering import brought_together
from communique.extract.contacts.clauses.idioms import (
    describes,
    follows_noun,
    gives_the_word,
    is_anybody,
    is_aside,
    is_by_the_way,
    is_described,
    is_disbelieved,
    is_first_person,
    is_frequent,
    is_habit,
    is_left_to,
    is_opposed,
    is_speech,
    is_spoken_to,
    is_topic,
    is_unknown,
    is_unrecorded,
    leads_home,
    names_place,
    place_after,
)
from communique.extract.contacts.clauses.press import is_asking, is_press
from communique.extract.contacts.clauses.scene import Scene, is_to_come, only_actor, participants_of
from communique.extract.contacts.clauses.sides import (
    HOSTING,
    alone_behind,
    another_than,
    called_on,
    companions,
    inviter,
    is_address,
    is_by_host,
    is_passive,
    met_before,
    other_side,
    passive,
    past_goal,
    returned,
    subject_behind,
)
from communique.extract.contacts.clauses.two_sides import has_object, is_we, makes_contact
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import Group
from communique.extract.contacts.triggers import Verb
from communique.extract.modality import Modality
from communique.model import Place

_ANNOUNCED = 8  # items behind a contact to come in which its day stands
_HOW_OFTEN = ["how", "often"]
_SPOKEN = frozenset({"conversation", "exchange"})
_BEGUN = frozenset(
    ("call", "contact", "write", "get-in-touch", "present", "reach-out", "invite", "summon")
) | {"pick-up-the-phone"}
"""Verbs whose subject begins the contact."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A contact verb with its sides: items ``[start, index]`` are the verb group."""

    start: int
    index: int
    after: int
    subject: Group
    far: Group | None
    series: int | None
    spot: Place | None = None


def verb_mention(scene: Scene, index: int, verb: Verb) -> Mention | None:
    """Return the contact that the verb at ``index`` tells of, or ``None``."""
    start = modality.group_start(scene.lexicon, scene.items, index)
    if _is_no_verb(scene, start, index, verb) or scene.is_kept_from(start):
        return None
    if verb.form == "past" and is_passive(scene, start, index):
        return passive(scene, start, index, verb)
    if verb.frame == "together":
        return brought_together(scene, index, verb)
    subject = scene.subject(start)
    verb = called_on(scene, index, verb)
    far, after = other_side(scene, index + len(verb.particles), verb)
    if far is not None and _is_teller(scene, far):
        far, after = None, index + 1 + len(verb.particles)
    if far is None and verb.name == "call" and scene.word(index + 1) == "back":
        return returned(scene, index, verb, subject)
    series, after = times(scene, after)
    if far is None and "" in verb.prepositions and has_object(scene, after):
        return None  # "met the target"
    spot = None if far else place_after(scene, after, verb)
    if spot:
        behind = (n for n, item in enumerate(scene.items) if item.start >= spot.evidence[0].end)
        after = next(behind, len(scene.items))
    if verb.form == "ing" and start == index and describes(scene, index):
        subject = next((group for group in scene.groups if group.last == index), None)
    if verb.form == "ing" and start == index == 0:
        address = verb.name == "speak" and far is None and is_address(scene, after)
        subject = None if address else subject_behind(scene, after)
    subject = another_than(scene, alone_behind(scene, subject), far) if subject else None
    if far is None and subject is not None and _are_helpers(scene, subject):
        return None
    if subject is None or not (spot or makes_contact(scene, index, subject, far, verb)):
        return None
    clause = _Clause(start, index, after, subject, far, series, spot)
    told = _told(scene, clause, verb)
    return None if told is None else _mention(scene, clause, verb, told)


def _is_teller(scene: Scene, far: Group) -> bool:
    """Tell "met last month, | a diplomat said" from whom one met."""
    return scene.word(far.first - 1) == "," and scene.lexicon.has(scene.word(far.last), "reporting")


def _is_no_verb(scene: Scene, start: int, index: int, verb: Verb) -> bool:
    """Tell a noun or participle, or another verb by its particle, from a contact verb."""
    before = scene.word(index - 1)
    noun = before != "to" and scene.lexicon.has(before, "preposition")
    owned = before in ("'s", "'")
    if verb.form == "base" and (noun or owned or is_described(scene, index)):
        return True  # "for purposes of travel to", "international travel": a noun
    if verb.form == "base" and before.endswith("ed") and before != "helped":
        return scene.items[index - 1].ref is None  # "announced travel to Borduria"
    passive = verb.form == "past" and is_passive(scene, start, index)
    if verb.form == "past" and start == index and scene.lexicon.has(before, "determiner"):
        return scene.items[index - 1].ref is None  # "a negotiated agreement"
    if verb.form == "past" and not passive and start == index and follows_noun(scene, start):
        return True  # "a place called Port Azul"
    had = any(scene.lexicon.has(scene.word(at), "have") for at in range(start, index))
    if scene.word(index) == "flown" and not had:
        return True  # "then flown to Borduria", by others
    if verb.name == "call" and verb.form == "past" and start == index and before == "to":
        return True  # "the school I went to called Harvest"
    near = scene.group_before(index) if verb.name == "call" and start == index else None
    if near is not None and near.last == index and near.preposition and verb.form == "past":
        return True  # "a programme in Borduria called Harvest"
    if near is not None and near.last == index and verb.form == "past" and _is_some(scene, near):
        return True  # "one board called Harvest"
    if verb.name == "call" and (_is_naming(scene, index) or gives_the_word(scene, index)):
        return True
    listed = verb.name in ("discuss", "negotiate") and scene.word(index - 1) == ","
    if verb.form == "past" and start == index and listed:
        return True  # "a structured, negotiated approach"
    particles = range(index + 1, index + 1 + len(verb.particles))
    return tuple(scene.word(at) for at in particles) != verb.particles


def _is_naming(scene: Scene, index: int) -> bool:
    """Tell "called out the guild" and "the Union, often called Laku" from a call."""
    if scene.word(index + 1) in ("out", "off", "upon", "for"):
        return True
    return scene.word(index - 1) in scene.triggers.words["styling"] and scene.word(index - 2) in (
        ",",
        "(",
    )


def _is_some(scene: Scene, group: Group) -> bool:
    """Tell a body that is told of for the first time: "a board", "one guild"."""
    first = (scene.word(at) for at in (group.first - 1, group.first))
    kinds = {scene.view.actors[actor].kind for actor in group.actors}
    return "person" not in kinds and any(
        word == "one" or scene.lexicon.has(word, "indefinite") for word in first
    )


def _told(scene: Scene, clause: _Clause, verb: Verb) -> Modality | None:
    """Return how the contact is told; ``None`` where the words tell of none."""
    subject, far, index = clause.subject, clause.far, clause.index
    if verb.name == "meet" and verb.form in ("third", "base") and _are_teams(scene, clause):
        return None
    told = modality.of_verb(scene.view, scene.items, index, verb.form)
    if told.cue == "would" and told.status == "hypothetical" and _is_announced(scene, clause, told):
        told = replace(told, status="planned", unasked="planned")
    if told.negated or is_disbelieved(scene, subject) or _is_idle(scene, clause, verb, told):
        return None
    if told.unasked == "held" and told.cue is None and verb.form in ("third", "base"):
        if far is None and not _meet_then(scene, clause, verb):
            return None  # "what Ruiz and Lind talk about here"
        if far is None or is_to_come(scene, subject.first):
            told = replace(told, status="planned", unasked="planned")
        elif verb.form == "base" and _is_usual(scene, clause, verb):
            return None  # "they speak to Lind through a go-between", "I meet with the Bordurians"
    if told.unasked == "hypothetical" and _had_occasion(scene, clause, told):
        told = replace(told, status="held", unasked="held")
    if told.status == "planned" and far is not None and _is_glad(scene, clause):
        told = replace(told, status="held", unasked="held")  # "I'm glad to meet you"
    if verb.status and not (names_place(scene, clause.after) or leads_home(scene, clause.after)):
        return None  # "invited him to sign"
    if verb.status and told.unasked == "held":
        now = verb.status if told.status == "held" else told.status
        told = replace(told, status=now, unasked=verb.status)
    return told


def _is_announced(scene: Scene, clause: _Clause, told: Modality) -> bool:
    """Tell "would meet Lind on 5 May, her office said", which has been announced."""
    if told.condition is not None:
        return False
    dated = any(item.date >= 0 for item in scene.items[clause.after : clause.after + _ANNOUNCED])
    commas = [at for at in range(clause.after, len(scene.items)) if scene.word(at) == ","]
    tail = range(commas[-1] + 1, len(scene.items)) if commas else range(0)
    said = any(scene.lexicon.has(scene.word(at), "reporting") for at in tail)
    return dated and said and not any(scene.word(at) in ("if", "but") for at in tail)


def _had_occasion(scene: Scene, clause: _Clause, told: Modality) -> bool:
    """Tell "had a great opportunity of meeting Lind" from one that is still to come."""
    at = clause.start - 2
    if scene.word(clause.start - 1) != "of" or scene.word(at) != told.cue:
        return False
    near = [scene.word(n) for n in range(max(0, at - 5), at)]
    return "had" in near and not any(scene.lexicon.has(word, "not", "modal") for word in near)


def _is_glad(scene: Scene, clause: _Clause) -> bool:
    """Tell "I'm glad to meet you", said when they meet."""
    before = {scene.word(at) for at in range(clause.subject.last, clause.index)}
    here = clause.far is not None and scene.word(clause.far.first) == "you"
    return here and not before.isdisjoint(scene.triggers.words["glad"])


def _meet_then(scene: Scene, clause: _Clause, verb: Verb) -> bool:
    """Tell "the ministers of Ruritania and Borduria meet in Azul today" from a habit."""
    several = len(clause.subject.parties) > 1 and not _is_they(scene, clause.subject)
    if not several or verb.name != "meet":
        return False
    near = range(clause.after, min(clause.after + 6, len(scene.items)))
    return any(scene.is_dated(at) for at in near)


def _are_teams(scene: Scene, clause: _Clause) -> bool:
    """Tell "Ruritania meets Borduria (in the final)", which is sport, from "meets with"."""
    if clause.far is None or clause.far.preposition:
        return False
    kinds = {scene.view.actors[a].kind for a in clause.subject.actors | clause.far.actors}
    return kinds == {"state"}


def _is_usual(scene: Scene, clause: _Clause, verb: Verb) -> bool:
    """Tell a habit in the present tense from what is to come on a day that is named."""
    if scene.lexicon.has(scene.word(clause.subject.first - 1), "do"):
        return False  # "when did she meet Lind"
    near = scene.items[clause.after : clause.after + 4]
    dated = any(item.date >= 0 for item in near)
    return not dated or (clause.subject.plural and verb.kind in _SPOKEN)


def _is_idle(scene: Scene, clause: _Clause, verb: Verb, told: Modality) -> bool:
    """Tell talk, rules and habits from a contact."""
    subject, far, index = clause.subject, clause.far, clause.index
    if verb.kind in _SPOKEN and (
        is_spoken_to(scene, far)
        or (_is_wished(scene, clause, told) and is_first_person(scene, subject))
        or is_speech(scene, clause.start, index, far)
        or is_aside(scene, clause.start)
        or is_topic(scene, subject, far, verb)
    ):
        return True  # "told you", "I will have to talk to Lind about that"
    led = (scene.word(at) for at in range(max(0, subject.first - 2), subject.first + 1))
    some = any(scene.lexicon.has(word, "indefinite") for word in led)
    if far is None and not subject.parties and some:
        return True  # "a major delegation going to talk about it"
    if [scene.word(at) for at in range(max(0, subject.first - 3), subject.first)][:2] == _HOW_OFTEN:
        return True  # "how often does she speak with Lind"
    if verb.name == "visit" and "." in scene.word(clause.after - 1).rstrip("."):
        return True  # "visit Grain.gov"
    if verb.name == "speak" and verb.form == "base" and is_left_to(scene, subject):
        return True  # "I leave the Board to speak to that"
    if verb.form == "ing" and is_opposed(scene, clause.start, index, subject):
        return True  # "opposition to Ruiz travelling to Borduria"
    if verb.form == "ing" and is_unrecorded(scene, subject):
        return True  # "no record of Ruiz speaking with Lind"
    if is_by_the_way(scene, index, far, verb):
        return True
    if verb.form == "base" and scene.word(index + 1) in scene.triggers.words["frequency"]:
        return True  # "will meet regularly"
    present = told.status in ("held", "hypothetical") and verb.form in ("third", "base")
    if present and is_frequent(scene, subject.last, index, clause.after):
        return True  # "often speaks with Lind"
    if verb.frame == "about" and verb.form != "past":
        return True  # "met to discuss": what was planned for a contact told of already
    if is_habit(scene, subject) or is_anybody(scene, subject):
        return True
    if scene.word(subject.first) == "you" and scene.word(subject.last) in ("know", "see"):
        return True  # "did he, you know, brief her"
    if verb.name == "travel" and told.status == "hypothetical":
        return True
    if told.cue in ("ability", "capacity"):
        return True  # "her ability to negotiate with Borduria"
    if verb.name == "confer" and told.status == "hypothetical" and _are_bodies(scene, subject):
        return True  # "both states would consult"
    if scene.word(subject.first - 1) in ("nor", "neither"):
        return True
    if verb.name == "confer" and verb.form == "ing" and clause.start == index:
        return True  # "the Board, consulting with the Guild, shall"
    between = {scene.word(at) for at in range(subject.last, index)}
    if between & scene.triggers.words["ruled"]:
        return True
    if (
        far is None
        and verb.kind == "conversation"
        and verb.form == "ing"
        and _is_they(scene, subject)
    ):
        return True  # "they are talking about it"
    return far is not None and not far.parties and is_unknown(scene, far)


def _is_wished(scene: Scene, clause: _Clause, told: Modality) -> bool:
    """Tell "I will have to talk to Lind" from "I will speak to Lind | tomorrow"."""
    dated = any(scene.is_dated(at) for at in range(clause.after, clause.after + 3))
    return told.status != "held" and not (told.status == "planned" and clause.far and dated)


def _are_bodies(scene: Scene, subject: Group) -> bool:
    return all(scene.view.actors[actor].kind != "person" for actor in subject.actors)


def _is_they(scene: Scene, subject: Group) -> bool:
    return subject.last == subject.first + 1 and scene.word(subject.first) == "they"


def _mention(scene: Scene, clause: _Clause, verb: Verb, told: Modality) -> Mention:
    """Return the mention of a contact with everybody who takes part."""
    subject, far = clause.subject, clause.far
    asked = verb.kind == "conversation" or verb.name == "sit-down"
    pressed = far is not None and asked and is_press(scene, far)
    asks = far is not None and asked and not pressed and is_asking(scene, subject, far)
    role = "reporter" if pressed else verb.roles[1]
    own = "reporter" if asks else verb.roles[0]
    people = participants_of(subject, own) + participants_of(far, role)
    if not people:
        people = met_before(scene, subject)
    people += companions(scene, subject.last, clause.start)
    after = past_goal(scene, clause.after) if verb.name in HOSTING else clause.after
    starter = only_actor(subject) if verb.name in _BEGUN else None
    if told.status == "proposed" and told.cue in scene.triggers.words["initiative_verbs"]:
        starter = only_actor(subject)  # "offered to meet"
    if told.status == "invited" and not verb.status:
        if is_by_host(scene, subject, clause.start):
            people = [replaced(person, role="host") for person in people]
        hosts = inviter(scene, clause.start, people)
        told_of = {one.role for one in people}
        people = hosts if hosts and told_of == {"host"} else people + hosts
        starter = hosts[0].actor if len(hosts) == 1 else starter
    found = scene.mention(
        clause.index,
        subject.first,
        after,
        kind="interview" if pressed or asks else verb.kind,
        why=f"verb:{verb.name}",
        modality=told,
        participants=people,
        definite=verb.frame == "about",
        distinct=told.status == "held" and _is_another(scene, clause),
        needed=far is None and is_we(scene, subject) and verb.kind == "conversation",
        unnamed=(subject.plural and not subject.parties) or (far is not None and not far.parties),
        initiator=starter,
        series=clause.series if told.status == "held" else None,
    )
    found = replace(found, taken_up=far is None and _are_those(scene, subject))
    spot = place_after(scene, clause.after, verb) if verb.status else clause.spot
    return replace(found, place=spot) if spot else found


def _is_another(scene: Scene, clause: _Clause) -> bool:
    """Tell "who last met in May", "they met again" from a contact that is being told of."""
    before = {scene.word(at) for at in range(clause.start - 1, clause.index)}
    again = scene.word(clause.after) == "again"
    return again or not before.isdisjoint(("last", "first", "previously", "earlier"))


def _are_those(scene: Scene, subject: Group) -> bool:
    """Tell "they", "the two" and "the leaders" from those who are named."""
    words = [word for n in range(subject.first, subject.last) for word in scene.word(n).split()]
    plural = scene.lexicon.has(words[-1], "group_noun") or words[-1] in ("they", "both", "two")
    return plural and not any(scene.items[n].upper for n in range(subject.first + 1, subject.last))


def _are_helpers(scene: Scene, subject: Group) -> bool:
    """Tell "our advisers", "officials of both", who are none of those told of before."""
    if subject.parties or not subject.plural:
        return False
    words = [word for n in range(subject.first, subject.last) for word in scene.word(n).split()]
    known = scene.lexicon.has(words[0], "definite") and not scene.lexicon.has(
        words[0], "possessive"
    )
    return words[-1] in scene.triggers.words["staff"] and not known
