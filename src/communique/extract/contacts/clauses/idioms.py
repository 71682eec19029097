"""What looks like a contact and is none: speeches, greetings, habits, crowds, descriptions.

Each function looks at the words around a contact verb that :mod:`.verbs` has found.
"""

from __future__ import annotations

from itertools import pairwise

from communique.extract import modality
from communique.extract.contacts.clauses.press import is_press
from communique.extract.contacts.clauses.scene import Scene
from communique.extract.contacts.parties.groups import Group
from communique.extract.contacts.triggers import Verb
from communique.model import Place, Span


def is_described(scene: Scene, index: int) -> bool:
    """Tell whether an adjective or a noun stands before a word that may be noun or verb."""
    item = scene.items[index - 1] if index else None
    if item is None or item.ref is not None or item.upper or item.date >= 0:
        return False
    return (
        item.word.isalpha()
        and not item.word.endswith("ly")
        and not scene.lexicon.classes.get(item.word)
        and modality.control_of(scene.lexicon, item.word) is None
    )


def is_speech(scene: Scene, start: int, index: int, far: Group | None) -> bool:
    """Tell "spoke to the Senate", "came to talk about" from talks with somebody."""
    if far is None:
        led = next((at for at in range(start, index) if scene.word(at) == "to"), None)
        governor = "" if led is None else scene.word(led - 1)
        return led is not None and not (
            modality.control_of(scene.lexicon, governor) or scene.lexicon.has(governor, "be")
        )
    kinds = {scene.view.actors[actor].kind for actor in far.actors}
    return far.preposition == "to" and kinds == {"organisation"} and not is_press(scene, far)


def gives_the_word(scene: Scene, index: int) -> bool:
    """Tell "I'd like to call up my colleague", "I'm going to call Lind", said to the press."""
    if not scene.view.is_press_conference:
        return False
    near = [scene.word(at) for at in range(max(0, index - 5), index)]
    own = any(scene.lexicon.has(word, "first_singular") for word in near)
    return scene.word(index + 1) == "up" or (own and near[-1:] == ["to"])


def is_aside(scene: Scene, start: int) -> bool:
    """Tell "let me just speak to Lind for a moment", which turns to a topic, from a contact."""
    near = [scene.word(at) for at in range(max(0, start - 3), start)]
    return any(
        one == "let" and scene.lexicon.has(other, "first_singular", "first_plural")
        for one, other in pairwise(near)
    )


def is_topic(scene: Scene, subject: Group, far: Group | None, verb: Verb) -> bool:
    """Tell "I am just speaking to Borduria", a topic, and "you should talk to Lind", advice."""
    if scene.word(subject.first) == "you":
        near = [scene.word(at) for at in (subject.first - 1, subject.last)]
        asked = any(scene.lexicon.has(word, "do", "have") for word in near)
        told = verb.name == "tell" and not asked
        return scene.lexicon.has(near[1], "modal") or told or (verb.form == "base" and not asked)
    if far is None or far.preposition != "to":
        return False
    kinds = {scene.view.actors[actor].kind for actor in far.actors}
    speaking = kinds == {"state"} and scene.word(far.first - 2) in ("speaking", "speak")
    return speaking and (scene.word(subject.first) == "i" or scene.view.is_press_conference)


def is_habit(scene: Scene, subject: Group) -> bool:
    """Tell "every time she lands, Lind meets her", "at times Lind would meet her"."""
    before = [scene.word(at) for at in range(subject.first)]
    often = any(
        one in ("every", "each") and other in scene.triggers.words["times"]
        for one, other in pairwise(before)
    )
    now_and_then = before[-2:] == ["at", "times"] or before[-1:] in (["sometimes"], ["often"])
    return often or now_and_then or "whenever" in before


def is_frequent(scene: Scene, first: int, index: int, after: int) -> bool:
    """Tell "often speaks with Lind", "meets her every week", "on a regular basis"."""
    words = scene.triggers.words["frequency"]
    if any(scene.word(at) in words for at in (*range(first, index), index + 1)):
        return True
    behind = [scene.word(at) for at in range(after, after + 8)]
    if "basis" in behind and not words.isdisjoint(behind[: behind.index("basis")]):
        return True
    behind = behind[:5]
    always = any(
        pair == ("all", "the") or (pair[0] in ("once", "twice", "times") and pair[1] == "a")
        for pair in pairwise(behind)
    )
    return always or any(word in words or word == "every" for word in behind[:3])


def is_anybody(scene: Scene, subject: Group) -> bool:
    """Tell whether the subject is an "I" whose speaker nobody knows."""
    word = scene.word(subject.first)
    return not subject.parties and scene.lexicon.has(word, "first_singular")


def is_crowd(scene: Scene, group: Group) -> bool:
    """Tell "Bordurians", the people, from "Borduria", the state."""
    return any(
        scene.view.actors[party.actor].kind == "state"
        and party.span.of(scene.view.text).lower().endswith("s")
        and (
            not scene.view.actors[party.actor].name.lower().endswith("s")
            or party.span.of(scene.view.text).lower().endswith("ans")
        )
        for party in group.parties
    )


def is_unknown(scene: Scene, far: Group) -> bool:
    """Tell whether a name stands on the other side that the reading knows nobody by."""
    return any(
        scene.items[at].upper and not scene.lexicon.has(scene.word(at), "title", "determiner")
        for at in range(far.first, far.last)
    )


def is_first_person(scene: Scene, subject: Group) -> bool:
    """Tell whether the subject is "I" or "we" alone."""
    word = scene.word(subject.first)
    return len(subject.parties) < 2 and scene.lexicon.has(word, "first_singular", "first_plural")


def is_greeting(scene: Scene, subject: Group, far: Group, verb: Verb) -> bool:
    """Tell "we welcome Lind's words", "I want to welcome Lind" from receiving a guest."""
    if verb.name != "welcome":
        return False
    if scene.word(far.first) == "you" and verb.form != "past":
        return True  # "I'm honored to welcome you to the palace"
    if names_place(scene, far.last):
        return False
    return is_first_person(scene, subject) or verb.form in ("base", "ing")


def is_thanked_for(scene: Scene, index: int, far: Group) -> bool:
    """Tell "thank you, Lind, for hosting us", a courtesy to whoever is there."""
    if scene.word(far.first) != "us" or scene.word(index - 1) != "for":
        return False
    thanking = ("thank", "thanks", "thanking", "grateful")
    return any(scene.word(at) in thanking for at in range(index))


def modifies(scene: Scene, far: Group) -> bool:
    """Tell whether a state only describes the noun after it: "(meets) U.S. standards"."""
    after = scene.items[far.last] if far.last < len(scene.items) else None
    if any(
        _begins_name(scene, far, at) for at in range(far.first, min(far.last, len(scene.items) - 1))
    ):
        return True
    if after is not None and after.word.startswith("-"):
        return after.start == scene.items[far.last - 1].end  # "(toured) Borduria-based yards"
    if after is None or after.ref or after.upper or after.date >= 0 or not after.word.isalpha():
        return False
    first = scene.word(far.first).partition(" ")[0]
    led = scene.lexicon.has(first, "definite")  # "the Ruiz administration"
    states = all(scene.view.actors[actor].kind != "person" for actor in far.actors) or led
    classes = scene.lexicon.classes.get(after.word, frozenset()) - {"not_manner"}
    known = bool(classes) or after.word in scene.triggers.verbs
    return (
        bool(far.actors)
        and states
        and not known
        and not modality.is_manner(scene.lexicon, after.word)
    )


def is_part_of_name(scene: Scene, group: Group) -> bool:
    """Tell "an interview with Borduria Today", whose name only begins like the state's."""
    after = scene.word(group.last)
    joined = group.last < len(scene.items) and after[:1] == "-" and len(after) > 1
    return joined or any(
        _begins_name(scene, group, at)
        for at in range(group.first, min(group.last, len(scene.items) - 1))
    )


def leads_to_people(scene: Scene, far: Group) -> bool:
    """Tell "(told) Lind supporters", who are others, from "(told) Lind"."""
    after = scene.items[far.last] if far.last < len(scene.items) else None
    if after is None or after.ref or after.upper or after.date >= 0:
        return False
    several = after.word.endswith("s") and after.word.isalpha() and not after.word.endswith("ss")
    known = scene.lexicon.classes.get(after.word) or after.word in scene.triggers.verbs
    return several and not known and not scene.lexicon.has(scene.word(far.last - 1), "pronoun")


def _begins_name(scene: Scene, far: Group, at: int) -> bool:
    """Tell "Bordurian Creek Farms", which only has a state in its name."""
    ref, after = scene.items[at].ref, scene.items[at + 1]
    if ref is None or scene.view.actors[ref.actor].kind != "state" or far.actors != {ref.actor}:
        return False
    if scene.word(at - 1) in ("east", "west", "north", "south", "new"):
        return True  # "East Bordur", a town
    plain = after.upper and after.ref is None and after.word.isalpha() and len(after.word) > 2
    return plain and not scene.lexicon.has(after.word, "title", "determiner")


def describes(scene: Scene, index: int) -> bool:
    """Tell "those travelling to Azul", which says who, from "…, meeting Lind there"."""
    before = scene.word(index - 1)
    return before[:1].isalnum() and not scene.lexicon.has(
        before, "preposition", "subordinator", "conjunction", "adverb", "to"
    )


def is_disbelieved(scene: Scene, subject: Group) -> bool:
    """Tell "I don't think (that) they have spoken" from a contact."""
    at = subject.first - 1 - (scene.word(subject.first - 1) == "that")
    if scene.word(at) in ("something", "anything"):  # "not something that I spoke to her about"
        return any(scene.lexicon.has(scene.word(n), "not") for n in (at - 1, at - 2))
    if scene.word(at) not in ("think", "believe"):
        return False
    return any(scene.lexicon.has(scene.word(n), "not") for n in range(max(0, at - 2), at))


def is_unrecorded(scene: Scene, subject: Group) -> bool:
    """Tell "I have no record of Ruiz speaking with Lind" from a contact."""
    if scene.word(subject.first - 1) != "of":
        return False
    before = [scene.word(at) for at in range(max(0, subject.first - 8), subject.first - 1)]
    return any(scene.lexicon.has(word, "not") or word in ("no", "any") for word in before)


def is_spoken_to(scene: Scene, far: Group | None) -> bool:
    """Tell whether the other side is "you", or a "them" that nobody could tell."""
    word = scene.word(far.first) if far is not None else ""
    if far is None or word in ("you", "yourself", "us"):
        return far is not None
    if far.last - far.first > 1:
        return False
    return not far.parties and word in ("them", "they")


def names_place(scene: Scene, at: int) -> bool:
    """Tell whether "to" and a name follow: "(invited him) to Port Azul"."""
    named = at + 1 + scene.lexicon.has(scene.word(at + 1), "determiner")
    place = scene.items[named] if named < len(scene.items) else None
    return scene.word(at) == "to" and place is not None and (place.upper or place.ref is not None)


def leads_home(scene: Scene, at: int) -> bool:
    """Tell "(invited him) to her summer house" from "to the table"."""
    seats = scene.triggers.words["seats"] | {"capital", "country", "home"}
    led = scene.lexicon.has(scene.word(at + 1), "possessive", "definite")
    near = (scene.word(n) for n in range(at + 2, at + 5))
    return scene.word(at) == "to" and led and any(word in seats for word in near)


def place_after(scene: Scene, after: int, verb: Verb) -> Place | None:
    """Return where "visited Lake City", "flew to Dorn", "invited Lind to Dorn" leads.

    That is a place that is nobody.
    """
    at = after
    if verb.frame == "to" or verb.status:
        at = scene.skip_adverbs(after)
        if scene.word(at) not in (verb.prepositions if verb.frame == "to" else ("to",)):
            return None
        at += 1
    elif verb.name != "visit":
        return None
    at += scene.lexicon.has(scene.word(at), "determiner")
    if scene.word(at + 1) in scene.triggers.words["cities"] and scene.items[at].upper:
        return _city(scene, at)
    end = at
    while end < len(scene.items) and is_place_word(scene, end):
        end += 1
    while end > at and not scene.items[end - 1].upper:
        end -= 1
    return _place(scene, at, end) if end > at else None


def _city(scene: Scene, at: int) -> Place:
    """Return "the Bordurian capital", or its name where that follows: "…, Azul"."""
    end = at + 2
    named = scene.word(end) == "," and end + 1 < len(scene.items) and is_place_word(scene, end + 1)
    if named and scene.items[end + 1].upper:
        at, end = end + 1, end + 2
        while end < len(scene.items) and scene.items[end].upper and is_place_word(scene, end):
            end += 1
    return _place(scene, at, end)


def _place(scene: Scene, first: int, last: int) -> Place:
    """Return the place that the words from ``first`` to ``last`` name."""
    words = Span(scene.items[first].start, scene.items[last - 1].end)
    raw = words.of(scene.view.text)
    return Place(raw=raw, name=" ".join(raw.split()), evidence=(words,))


def is_place_word(scene: Scene, at: int) -> bool:
    """Tell whether a word may be part of a place's name."""
    item = scene.items[at]
    if item.ref is not None or item.date >= 0 or not item.word[:1].isalnum():
        return False
    return item.upper or item.word in ("of", "the")


def corrects_itself(scene: Scene, far: Group) -> bool:
    """Tell "spoke with Lind — Lind's wife", where somebody else was meant."""
    other = scene.group_at(far.last + 1) if scene.word(far.last) == "—" else None
    return other is not None and other.possessive and other.actors == far.actors


def is_matter(scene: Scene, at: int) -> bool:
    """Tell "what Ruiz and Lind talked about at sea": the "about" has nothing behind it."""
    after = scene.items[at + 1] if at + 1 < len(scene.items) else None
    if scene.word(at) != "about" or after is None:
        return False
    return not after.word[:1].isalnum() or scene.word(at + 1) in ("at", "in", "on", "and", "is")


def is_purpose(scene: Scene, to: int) -> bool:
    """Tell "they spoke to mend relations", where a verb and its object follow."""
    verb = scene.items[to + 1] if to + 1 < len(scene.items) else None
    if scene.word(to) != "to" or verb is None or verb.ref or verb.upper or verb.date >= 0:
        return False
    plain = verb.word.isalpha() and not scene.lexicon.classes.get(verb.word)
    return plain and scene.word(to + 2)[:1].isalnum()


def is_ones_own(scene: Scene, index: int, far: Group) -> bool:
    """Tell "received his degree" from "received his Bordurian counterpart"."""
    words = [scene.word(at) for at in range(index + 1, far.last)]
    if not words or words[0] not in ("his", "her", "their") or len(words) < 2:
        return False
    return not any(scene.lexicon.has(word, "title", "group_noun") for word in words[1:])


def leads_to_thing(scene: Scene, to: int, verb: Verb) -> bool:
    """Tell "to the family" from "to Borduria", "to the palace" and "(hosted) to discuss"."""
    seats = scene.triggers.words["seats"]
    if scene.word(to) != "to" or any(scene.word(at) in seats for at in (to + 2, to + 3)):
        return False
    named = any(item.upper or item.ref is not None for item in scene.items[to + 1 : to + 3])
    thing = scene.lexicon.has(scene.word(to + 1), "determiner", "possessive")
    return not named and (thing or verb.name == "welcome")


def follows_noun(scene: Scene, at: int) -> bool:
    """Tell whether a participle describes the noun before it: "the report called …"."""
    item = scene.items[at - 1] if at else None
    if item is None or item.ref is not None or item.upper or item.date >= 0:
        return False
    known = scene.lexicon.classes.get(item.word, frozenset()) - {"title", "group_noun"}
    if item.word in ("last", "first"):
        return False  # "who last met"
    return item.word.isalpha() and not known and not scene.lexicon.has(item.word, "group_noun")


def is_left_to(scene: Scene, subject: Group) -> bool:
    """Tell who is left to say something of a matter, or of somebody."""
    near = {scene.word(at) for at in range(max(0, subject.first - 2), subject.first + 1)}
    return not near.isdisjoint(scene.triggers.words["leaving_to"])


def is_opposed(scene: Scene, start: int, index: int, subject: Group) -> bool:
    """Tell "objected to Ruiz meeting Lind", of which nobody tells whether she met him."""
    if start != index:
        return False
    first = subject.first
    near = [w for at in range(max(0, first - 3), first + 1) for w in scene.word(at).split()]
    return not scene.triggers.words["opposing"].isdisjoint(near)


def is_by_the_way(scene: Scene, index: int, far: Group | None, verb: Verb) -> bool:
    """Tell "as Ruiz briefed you", "told Lind once", "spent a fortune with Lind" from contacts."""
    if verb.name == "spend":
        length = range(index, far.first) if far else range(0)
        return all(scene.items[at].date < 0 for at in length)
    if verb.name == "brief":
        return is_spoken_to(scene, far)
    return verb.name == "tell" and scene.word(far.last if far else index + 1) == "once"
