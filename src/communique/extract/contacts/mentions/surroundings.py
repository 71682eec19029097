"""Who takes part in a contact whose noun names nobody: the people of the clause around it.

"In a call on Sunday, Ruiz told Lind …", "during talks in Lake City, Ruiz and Lind agreed …".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.extract import modality
from communique.extract.contacts.clauses.adverbials import runs_to
from communique.extract.contacts.clauses.scene import STOPS, Scene, participants_of
from communique.extract.contacts.mentions.verbs import verb_mention
from communique.extract.contacts.parties.groups import Group
from communique.extract.modality import Modality
from communique.model import Participant, Span

if TYPE_CHECKING:
    from communique.extract.contacts.mentions.noun_phrases import NounPhrase

_AROUND = frozenset({"in", "during", "at", "over", "after", "following", "on", "off", "from"})
_WITHIN = frozenset({"in", "during", "at", "over"})
_BEHIND = frozenset({"after", "following"})
_VOICED = frozenset({"to", "with"})
_REMOTE = frozenset({"call", "letter", "conversation"})
_HAVING = ("tell", "brief", "discuss")
"""Names of verbs that are done in a call or a meeting."""
_OPENING = 5  # items before a noun that opens its sentence
_BACK = 24  # items over which "told … in a call" is looked for


class Surroundings:
    """The clause around a contact noun, and who stands in it."""

    def __init__(self, scene: Scene, noun: NounPhrase) -> None:
        self.scene = scene
        self.noun = noun
        self.leading = scene.word(noun.start - 1)

    def told_to(self, owner: Group | None) -> list[Participant]:
        """Return who speaks to whom: "in our conversation, I told X", "…, Y assured X"."""
        noun = self.noun
        if noun.people or owner is None or owner.last > noun.start + 1:
            return []
        if len(owner.parties) > 1 or not owner.plural or noun.kind == "visit":
            return []
        speaker = next(
            (g for g in self.scene.groups if g.first >= noun.after and g.preposition is None), None
        )
        other = self._addressed(speaker)
        if speaker is None or other is None:
            return []
        known = [] if owner.parties else participants_of(speaker, "party")
        return known + participants_of(other, "party")

    def _addressed(self, speaker: Group | None) -> Group | None:
        """Return the object of the verb that follows its subject at once.

        Of "raised the tolls with Lind" and "complained to Lind" it is whom the words go to.
        """
        scene = self.scene
        if speaker is None or speaker.possessive or not scene.opens_clause(speaker):
            return None
        verb = scene.skip_adverbs(speaker.last)
        if scene.word(verb) in scene.triggers.words["voicing"]:
            return self._voiced_to(verb + 1)
        other = scene.group_at(verb + 1)
        if other is None or other.possessive or other.preposition or scene.items[verb].ref:
            return None
        return other

    def _voiced_to(self, at: int) -> Group | None:
        """Return the one person to whom or with whom something is raised, from ``at`` on."""
        for group in self.scene.groups:
            if group.first < at:
                continue
            if any(self.scene.word(n) in STOPS for n in range(at, group.first)):
                return None
            kinds = {self.scene.view.actors[actor].kind for actor in group.actors}
            if group.preposition in _VOICED and kinds == {"person"} and not group.possessive:
                related = self.scene.word(group.first - 2) in self.scene.triggers.words["relating"]
                return None if related else group
        return None

    def both(self) -> list[Participant]:
        """Return who "during the call Ruiz and Lind discussed" names: the two that speak.

        Where the noun opens the sentence and one person is the subject, it is this person and
        the one spoken to: "in a call on Sunday, Ruiz told Lind".
        """
        account = self.leading == "of" and self._is_account()
        after = self.leading in _BEHIND and not self.noun.is_definite()
        if not (self.leading in _WITHIN or account or after) or self.noun.kind == "visit":
            return []
        group = self._after()
        if group is None:
            return []
        if len(group.parties) == 2 or (len(group.parties) > 2 and not self.noun.is_definite()):
            return participants_of(group, "party")
        other = None if after else self._addressed(group)
        if self.noun.kind == "interview" and other is not None and other.preposition:
            return []  # "in an interview, Ruiz said that she had written to Lind"
        if len(group.parties) != 1 or other is None or not self._speaks(group, other):
            return []
        return participants_of(group, "party") + participants_of(other, "party")

    def _is_account(self) -> bool:
        """Tell "according to a transcript of the call" from "at the end of the call"."""
        return self.scene.word(self.noun.start - 2) in self.scene.triggers.words["accounts"]

    def _speaks(self, subject: Group, other: Group) -> bool:
        """Tell "told Lind", "thanked Lind" in a call, from "criticised Lind" in a meeting."""
        verb = self.scene.word(self.scene.skip_adverbs(subject.last))
        words = self.scene.triggers.words
        if verb in words["voicing"]:
            return True
        meal = self.scene.word(self.noun.index) in words["meals"]
        greets = (meal or self.noun.kind in _REMOTE) and verb in words["greeting"]
        if verb in words["telling"] or greets:
            return any(self.scene.view.actors[a].kind != "organisation" for a in other.actors)
        return False

    def _after(self) -> Group | None:
        """Return the subject of the clause that follows the noun and its adverbials."""
        scene = self.scene
        if self._before(0) is not None:
            return None
        begin = self._past_participle()
        at = runs_to(scene.view, scene.items, begin)
        group = next((g for g in scene.groups if g.first >= begin), None)
        while group is not None and group.first < at and self._is_place(group):
            group = next((g for g in scene.groups if g.first >= group.last), None)
        if group is None or group.preposition or group.possessive or group.first > at + 1:
            return None
        return group if self._is_alongside(group) else None

    def _past_participle(self) -> int:
        """Return where "dated 2 May and seen by Harbour Radio," ends behind a letter."""
        scene, at = self.scene, self.noun.after
        written = scene.word(at) in scene.triggers.words["written"]
        if not written or (self.noun.kind != "letter" and not self._is_account()):
            return at
        return next((n for n in range(at, len(scene.items)) if scene.word(n) == ","), at)

    def _is_place(self, group: Group) -> bool:
        kinds = {self.scene.view.actors[actor].kind for actor in group.actors}
        return group.preposition in ("in", "at") and kinds <= {"state", "organisation"}

    def _before(self, first: int) -> Group | None:
        """Return a subject that stands before the noun in its clause."""
        scene = self.scene
        opened = max(
            (at for at in range(self.noun.start) if scene.word(at) in STOPS), default=first - 1
        )
        for group in scene.groups:
            if group.first <= opened or group.last > self.noun.start:
                continue
            if not (group.preposition or group.possessive) and scene.opens_clause(group):
                return group
        return None

    def _is_called(self, group: Group) -> bool:
        """Tell the name in "Q Jen, on the visit to Azul", to whom a question is put."""
        if self.scene.word(group.last) != "," or group.last >= _OPENING:
            return False
        return "q" in [self.scene.word(at) for at in range(group.last)]

    def _is_alongside(self, group: Group) -> bool:
        """Tell whether a group and the noun stand in the same statement."""
        view, items = self.scene.view, self.scene.items
        here = view.statement_at(items[self.noun.index].start)
        there = view.statement_at(items[group.first].start)
        return here is there or here is None or there is None

    def having(self) -> list[Participant]:
        """Return who "a call, which Ruiz had with Lind", "the talks Ruiz and Lind held" names.

        The clause belongs to the phrase of the noun.
        """
        scene = self.scene
        at = self.noun.after + (scene.word(self.noun.after) == ",")
        related = scene.word(at) == "that" or scene.lexicon.has(scene.word(at), "relative")
        if not related and at > self.noun.after:
            return []
        subject = scene.group_at(at + related)
        if subject is None or subject.preposition or subject.possessive:
            return []
        verb = scene.skip_adverbs(subject.last)
        if scene.lexicon.has(scene.word(verb), "have") and scene.word(verb + 1) in ("had", "held"):
            verb += 1  # "has had"
        dialled = self.noun.kind == "call" and scene.word(verb) in ("made", "placed")
        if not (dialled or scene.word(verb) in ("had", "held")) or scene.items[verb].ref:
            return []
        other = scene.adjacent(verb + 1)
        found = participants_of(subject, "party")
        end = verb + 1
        linked = scene.triggers.words["with"] | ({"to"} if dialled else set())
        if other is not None and other.preposition in linked:
            found, end = found + participants_of(other, "party"), other.last
        if len(found) < 2:
            return []
        self.noun.after = end
        return found

    def exchanging(self) -> list[Participant]:
        """Return who "Ruiz told Lind in a call" names, the verb before the noun."""
        scene = self.scene
        on_a_call = self.leading == "on" and self.noun.kind == "call"
        if not (self.leading in _WITHIN or on_a_call) or self.noun.kind == "visit":
            return []
        for at in range(self.noun.start - 2, max(-1, self.noun.start - _BACK), -1):
            word = scene.word(at)
            if word in STOPS or scene.lexicon.has(word, "relative", "conditional"):
                return []
            verb = None if scene.items[at].ref else scene.triggers.verbs.get(word)
            if verb is None and scene.items[at].ref is None and (both := self._raised(at)):
                return both
            if verb is not None and verb.name == "tell" and self.noun.kind == "interview":
                return self._told_the_press(at)
            if verb is not None:
                found = verb_mention(scene, at, verb) if verb.name in _HAVING else None
                return list(found.participants) if found else []
        return []

    def _raised(self, verb: int) -> list[Participant]:
        """Return who "raised the tolls with Lind", "pressed Lind on the tolls" names."""
        scene, words = self.scene, self.scene.triggers.words
        if scene.word(verb) in words["voicing"]:
            other = self._voiced_to(verb + 1)
        elif scene.word(verb) in words["telling"]:
            other = scene.group_at(verb + 1)
        else:
            return []
        subject = scene.subject(modality.group_start(scene.lexicon, scene.items, verb))
        near = other is not None and other.last < self.noun.start and not other.possessive
        if not near or subject is None:
            return []
        return participants_of(subject, "party") + participants_of(other, "party")

    def _told_the_press(self, verb: int) -> list[Participant]:
        """Return who "Ruiz told Harbour Radio in an interview" names."""
        speaker, asking = self.scene.group_before(verb), self.scene.group_at(verb + 1)
        if speaker is None or asking is None or speaker.last != verb or speaker.possessive:
            return []
        if asking.possessive:  # "told Borduria's | Harbour Radio"
            asking = self.scene.group_at(asking.last) or self.scene.group_at(asking.last + 1)
        found = participants_of(speaker, "party")
        return found + participants_of(asking, "reporter") if asking and found else []

    def concerted(self) -> list[Participant]:
        """Return who "Ruiz and Lind agreed in a call on Sunday to …" names."""
        scene = self.scene
        if self.leading not in _WITHIN or self.noun.kind in ("visit", "interview"):
            return []
        subject = self._main_subject()
        if subject is None or len(subject.parties) < 2 or subject.last > self.noun.start:
            return []
        words = scene.triggers.words["concerted"]
        verbs = (
            scene.word(at) for at in range(subject.last, min(subject.last + 3, self.noun.start))
        )
        return participants_of(subject, "party") if any(verb in words for verb in verbs) else []

    def delegates(self) -> list[Participant]:
        """Return who led or represented the sides: "the delegation at the talks was led by X"."""
        scene = self.scene
        found: list[Participant] = []
        if not self.noun.is_definite() or self.noun.people:
            return found
        for at, item in enumerate(scene.items):
            if item.word in scene.triggers.words["representing"] and scene.word(at + 1) == "by":
                group = scene.group_at(at + 2)
                found += participants_of(group, "party")
        return found

    def matrix(self) -> Group | None:
        """Return the subject of the main clause around "in a call with X"."""
        scene, noun = self.scene, self.noun
        went = self.leads_there()
        back = scene.word(noun.start - 2) in ("back", "returned", "returning")
        spoken_of = scene.word(noun.start - 2) in scene.triggers.words["announcing"]
        if self.leading == "on" and (spoken_of or noun.kind not in ("call", "visit")):
            return None  # "I have nothing on the meeting with Lind"
        since = "first" in noun.inside and noun.start < _OPENING  # "from his first call with Lind"
        back = back or since
        if not went and (self.leading not in _AROUND or (self.leading == "from" and not back)):
            return None
        told = self._teller()
        return told or self._main_subject()

    def leads_there(self) -> bool:
        """Tell "flew to Azul for talks", "gathered for a summit"."""
        if self.leading != "for":
            return False
        verbs = (
            self.scene.triggers.verbs.get(self.scene.word(at)) for at in range(self.noun.start)
        )
        went = any(verb is not None and verb.frame in ("to", "gather") for verb in verbs)
        return went or self._is_there() or self._is_due()

    def _is_due(self) -> bool:
        """Tell "is due in Azul on Monday (for talks with Lind)"."""
        scene = self.scene
        for at in range(self.noun.start - 2, 0, -1):
            if scene.word(at) in scene.triggers.words["due"] and scene.items[at].ref is None:
                led = scene.lexicon.has(scene.word(at - 1), "be")
                return led and scene.word(at + 1) in ("in", "at", "on")
        return False

    def staying(self) -> tuple[list[Participant], Modality, int] | None:
        """Read "Ruiz is in Borduria on a visit": who stays where, and whether that is over."""
        scene = self.scene
        if self.noun.kind != "visit" or self.leading != "on" or self.noun.is_definite():
            return None
        at = self.noun.start - 2
        if scene.lexicon.has(scene.word(at), "be") and (guests := self._visiting(at)) is not None:
            return guests
        while at > 0 and (scene.items[at].date >= 0 or scene.items[at].ref is not None):
            at -= 1
        if at < 1 or scene.word(at) != "in" or not scene.lexicon.has(scene.word(at - 1), "be"):
            return None
        ref = scene.items[at + 1].ref
        state = ref is not None and scene.view.actors[ref.actor].kind == "state"
        subject = scene.subject(modality.group_start(scene.lexicon, scene.items, at - 1))
        if subject is None or ref is None or not state:
            return None
        span = Span(scene.items[at + 1].start, scene.items[at + 1].end)
        host = Participant(actor=ref.actor, role="host", evidence=(span,))
        told = modality.of_verb(scene.view, scene.items, at - 1, "third")
        return [*participants_of(subject, "guest"), host], told, subject.first

    def _visiting(self, at: int) -> tuple[list[Participant], Modality, int] | None:
        """Read "Ruiz will be on a state visit to Borduria": who makes it."""
        scene = self.scene
        subject = scene.subject(modality.group_start(scene.lexicon, scene.items, at))
        if subject is None or not subject.parties:
            return None
        told = modality.of_verb(scene.view, scene.items, at, "third")
        return participants_of(subject, "guest"), told, subject.first

    def _is_there(self) -> bool:
        """Tell "was in Azul on Tuesday for talks", "is in Azul for a summit"."""
        scene, found = self.scene, self._main_subject()
        if found is None:
            return False
        verb = scene.skip_adverbs(found.last)
        return scene.lexicon.has(scene.word(verb), "be") and scene.word(verb + 1) in ("in", "at")

    def _teller(self) -> Group | None:
        """Return who "…, Ruiz said in an interview with" names, before the verb or after it."""
        scene, at = self.scene, self.noun.start - 2
        while at > 0 and scene.items[at].date >= 0:
            at -= 1
        if scene.lexicon.has(scene.word(at), "reporting"):
            group = scene.group_before(at)
            return group if group and group.last == at and not group.possessive else None
        group = scene.group_before(at + 1)
        if group is None or group.last != at + 1 or group.preposition or group.possessive:
            return None
        return group if scene.lexicon.has(scene.word(group.first - 1), "reporting") else None

    def _main_subject(self) -> Group | None:
        scene, noun = self.scene, self.noun
        begin = self._past_participle()  # "in a letter dated 2 May, Ruiz"
        end = max(begin + 2, runs_to(scene.view, scene.items, begin) + 1)
        before = [group for group in scene.groups if group.last <= noun.start]
        behind = [group for group in scene.groups if group.last > noun.start]
        for group in (*before[::-1], *behind):
            near = group.last <= noun.start or group.first <= end
            if group.preposition or group.possessive or not near:
                continue
            if not self._is_alongside(group) or self._is_called(group):
                continue
            between = range(min(group.last, noun.after), max(group.first, noun.start))
            if any(scene.word(at) in STOPS for at in between):
                continue  # "MS. RUIZ: So we are in talks with Borduria"
            if scene.opens_clause(group) and not self._expects(group):
                return group
        return None

    def _expects(self, group: Group) -> bool:
        """Tell the "I" of "I expect it will come up in talks with Lind", who takes no part."""
        scene = self.scene
        words = scene.triggers.words["opinion"]
        if scene.word(group.last) not in words or group.last >= self.noun.start:
            return False
        between = range(group.last + 1, self.noun.start)
        return any(scene.lexicon.has(scene.word(at), "future", "modal") for at in between)
