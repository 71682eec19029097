"""What a sentence goes on to say of the contact told of just before: "It lasted an hour".

Its subject is "it", so that no word in it tells of a contact, or one of those who took part, who
had asked for it.
"""

from __future__ import annotations

from communique.extract import modality
from communique.extract.contacts.clauses.scene import Scene
from communique.extract.contacts.company.replies import reply
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.merging.fitting import kinds_agree
from communique.extract.contacts.particulars.starters import agent_of
from communique.extract.contacts.parties.groups import Group
from communique.extract.contacts.triggers import triggers_for
from communique.extract.modality import Modality
from communique.extract.view import View

_SPOKEN = frozenset({"call", "conversation", "talks"})
_NOUN = 4  # items between "asked for" and the contact that was asked for
_GROUP = 4  # items in which "it had been requested" comes to its verb
_LABEL = 5  # items in which the label of a turn ends
_OPENS = 3  # items of an answer before who it names
_OTHERS = frozenset({"he", "she", "they"})


def begun(scene: Scene, last: Mention) -> Mention | None:
    """Return a mention of ``last`` where one of its sides is told to have asked for it.

    "Lind had asked for the meeting", "it was Lind who sought the talks", "the call was his idea".
    Sentences later only who "asked for the meeting" is read.
    """
    if asks_who(scene.view, scene.sentence):
        return _answered(scene, last)
    if scene.sentence - last.sentence > 1:
        return _asked_later(scene, last)
    if (answer := reply(scene, last)) is not None:
        return answer
    words = scene.triggers.words
    for at, item in enumerate(scene.items):
        if item.ref is not None:
            continue
        side = _who_rang(scene, last, at) or _who_asked_to(scene, at) or _who_took_it(scene, at)
        side = side or _who_came(scene, last, at)
        asking = item.word in words["asking_for"] or item.word in words["initiative_verbs"]
        asking = asking or (last.kind in _SPOKEN and item.word in words["dialling"])
        if side is not None:
            pass
        elif asking or item.word in words["initiative"]:
            side = _asker(scene, at)
        elif item.word in words["initiative_nouns"] and (other := _theirs(scene, last, at)):
            return _pointing(scene, last, at + 1, other)
        elif item.word in words["initiative_nouns"] and _comes_from(scene, at):
            if (starter := agent_of(scene, at)) is not None and _takes_part(scene, last, starter):
                return _pointing(scene, last, at + 1, starter)
        elif item.word in words["initiative_strict"] and scene.word(0) in words["pointing"]:
            side = next((g for g in scene.groups if g.possessive and g.last in (at, at - 1)), None)
            named = any(scene.word(n) in scene.triggers.nouns for n in range(1, _NOUN))
            side = side if named and _is_said_to_be(scene, side) else None
        starter = _side_of(scene, last, side)
        if starter is not None:
            return _pointing(scene, last, at + 1, starter)
    return None


def asks_who(view: View, sentence: int) -> bool:
    """Tell whether the sentence before asks who began a contact: "Whose idea was that?"."""
    if not sentence or not view.text[: view.reading.sentences[sentence - 1].end].endswith("?"):
        return False
    asked = {item.word for item in view.items(sentence - 1)}
    words = triggers_for(view.lexicon).words
    begun_by = ("initiative_nouns", "initiative_strict", "initiative_verbs", "ringing")
    return bool(asked & {"who", "whose"}) and any(asked & words[name] for name in begun_by)


def _answered(scene: Scene, last: Mention) -> Mention | None:
    """Return whom an answer names to "Who asked for the meeting?": "She did", "It was Lind"."""
    colon = next((at for at in range(_LABEL) if scene.word(at) == ":"), -1)
    side = next((g for g in scene.groups if g.first > colon), None)
    if side is None or side.first - colon > _OPENS:
        return None
    if any(scene.lexicon.has(scene.word(at), "not") for at in range(colon + 1, side.last + 2)):
        return None
    starter = _side_of(scene, last, side)
    return _pointing(scene, last, side.last, starter) if starter else None


def _asked_later(scene: Scene, last: Mention) -> Mention | None:
    """Return who "had asked for the meeting", told sentences behind a meeting."""
    words = scene.triggers.words
    for at in range(len(scene.items)):
        if scene.word(at) not in words["initiative_verbs"] | words["asking_for"]:
            continue
        named = (scene.triggers.nouns.get(scene.word(n)) for n in range(at + 2, at + 3 + _NOUN))
        kind = next((kind for kind in named if kind), None)
        if kind is None or not kinds_agree(last.kind, kind):
            continue
        if (starter := _side_of(scene, last, _asker(scene, at))) is not None:
            return _pointing(scene, last, at + 1, starter)
    return None


def _who_came(scene: Scene, last: Mention, at: int) -> Group | None:
    """Return who is told in "we were | approached by the Bordurians", "they approached us"."""
    if scene.word(at) not in scene.triggers.words["approaching"]:
        return None
    start = modality.group_start(scene.lexicon, scene.items, at)
    by = scene.word(at + 1) == "by"
    whom, who = scene.subject(start), scene.group_at(at + 1 + by)
    if not by:
        whom, who = who, whom
    known = [_side_of(scene, last, one) for one in (who, whom)]
    return who if None not in known and known[0] != known[1] else None


def _theirs(scene: Scene, last: Mention, at: int) -> str | None:
    """Return the other side of "it was held on their | initiative", as one of the two says."""
    led = scene.word(at - 2) in scene.triggers.words["adverbially"]
    pronoun = scene.lexicon.has(scene.word(at - 1), "possessive")
    first = scene.lexicon.has(scene.word(at - 1), "first_singular", "first_plural")
    return _but_who_speaks(scene, last, at) if led and pronoun and not first else None


def _but_who_speaks(scene: Scene, last: Mention, at: int) -> str | None:
    """Return the other of two who take part, where the one says what stands at ``at``."""
    speaker = scene.view.speaker_at(scene.items[at].start)
    if speaker not in last.actors or len(last.actors) != 2:
        return None
    return next(actor for actor in last.actors if actor != speaker)


def _who_rang(scene: Scene, last: Mention, at: int) -> Group | None:
    """Return who is told in "it was Ruiz who | called", "Lind | called to thank her", of a call."""
    words = scene.triggers.words
    if last.kind not in _SPOKEN or scene.word(at) not in words["ringing"]:
        return None
    if scene.word(at + 1) == "to" and scene.word(at + 2).isalpha():
        start = modality.group_start(scene.lexicon, scene.items, at)
        return scene.subject(start) if scene.word(start - 1) not in ("who", "that") else None
    cleft = scene.word(0) == "it" and scene.lexicon.has(scene.word(1), "be")
    whom = scene.group_at(at + 1) is not None
    if not cleft or whom or scene.word(at - 1) not in ("who", "that"):
        return None
    return next((group for group in scene.groups if group.last == at - 1), None)


def _who_asked_to(scene: Scene, at: int) -> Group | None:
    """Return who is told in "it was arranged after | Lind asked to see her"."""
    words = scene.triggers.words
    asked = scene.word(at) in words["asking_to"] and scene.word(at + 1) == "to"
    if not asked or scene.word(at + 2) not in words["meeting_with"]:
        return None
    opens = scene.word(0) in words["pointing"] or scene.word(0) == "it"
    side = next((group for group in scene.groups if group.last == at), None)
    return side if opens and side is not None and not side.possessive else None


def _who_took_it(scene: Scene, at: int) -> Group | None:
    """Return who is told in "Lind had taken the | initiative", and in nothing for which."""
    verb = at - 2
    taken = scene.word(at - 1) == "the" and scene.word(verb) in scene.triggers.words["seizing"]
    if not taken or scene.word(at) not in scene.triggers.words["initiative_nouns"]:
        return None
    if scene.word(at + 1)[:1].isalnum() and scene.word(at + 1) != "for":
        return None
    return scene.subject(modality.group_start(scene.lexicon, scene.items, verb))


def _comes_from(scene: Scene, at: int) -> bool:
    """Tell "the initiative came from Borduria", which opens a sentence."""
    came = scene.word(at + 1) in scene.triggers.words["coming"]
    return 0 < at < _NOUN and scene.word(0) == "the" and came


def _is_said_to_be(scene: Scene, side: Group | None) -> bool:
    return side is not None and scene.lexicon.has(scene.word(side.first - 1), "be")


def _asker(scene: Scene, verb: int) -> Group | None:
    """Return who is told to have asked for the contact: a verb, "the" and a noun of contacts."""
    at = verb + 1 + (scene.word(verb + 1) in ("for", "on"))
    if scene.word(at) not in scene.triggers.words["pointing"]:
        return None
    nouns = scene.triggers.nouns.keys() | scene.triggers.heard.keys()
    if not any(scene.word(n) in nouns for n in range(at + 1, at + _NOUN)):
        return None
    start = modality.group_start(scene.lexicon, scene.items, verb)
    if any(scene.lexicon.has(scene.word(n), "not", "modal", "future") for n in range(start, verb)):
        return None
    if scene.lexicon.has(scene.word(start - 1), "relative") or scene.word(start - 1) == "that":
        return next((g for g in scene.groups if g.last in (start - 1, start - 2)), None)
    return scene.subject(start)


def _side_of(scene: Scene, last: Mention, group: Group | None) -> str | None:
    """Return the one who takes part in ``last``, or a state, for which one of them may stand.

    "They", as one of two says, are the other, whoever else they may be.
    """
    if group is not None and not group.parties and scene.word(group.first) in _OTHERS:
        return _but_who_speaks(scene, last, group.first)
    if group is None or len(group.parties) != 1:
        return None
    actor = group.parties[0].actor
    return actor if _takes_part(scene, last, actor) else None


def _takes_part(scene: Scene, last: Mention, actor: str) -> bool:
    if scene.view.actors[actor].kind == "state":
        return True
    return actor in last.actors or any(one.represents == actor for one in last.participants)


def _pointing(scene: Scene, last: Mention, after: int, starter: str | None) -> Mention:
    """Return a mention that adds to ``last``, with nobody of its own."""
    return scene.mention(
        0,
        0,
        after,
        kind=last.kind,
        why=last.why,
        modality=Modality(status=last.modality.status),
        participants=(),
        definite=True,
        initiator=starter,
    )


def goes_on(scene: Scene, last: Mention) -> Mention | None:
    """Return a mention of ``last`` where the sentence, which begins with "it", is about it."""
    words = scene.triggers.words["going_on"]
    verb = next((at for at in range(1, _GROUP) if scene.word(at) in words), None)
    if verb is None or any(scene.lexicon.has(scene.word(at), "not") for at in range(1, verb)):
        return None
    return _pointing(scene, last, verb + 1, None)
