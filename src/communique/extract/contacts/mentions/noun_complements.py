"""Who stands behind a contact noun: "a meeting with X", "talks between X and Y"."""

from __future__ import annotations

from communique.extract.contacts.clauses.idioms import (
    is_part_of_name,
    is_place_word,
    leads_to_people,
    modifies,
)
from communique.extract.contacts.clauses.scene import Scene, only_actor, participants_of
from communique.extract.contacts.mentions.noun_phrases import NounPhrase
from communique.extract.contacts.parties.groups import Group
from communique.model import Participant, Role

STARTED = frozenset({"call", "letter", "gift", "conversation"})
"""Kinds that one side starts."""
_PLACED = 7  # items of a place or day before "together with"
_ASIDE = 10  # items of an aside between commas
_LINKS = ("with", "between", "of", "source")
_ON_MATTERS = frozenset({"meeting", "summit", "talks", "call", "conversation"})
_MATTER = 9  # items of what a contact is about before "with"
_ADDRESSED = frozenset({"letter", "visit", "gift", "interview", "call"})
"""Kinds that go "to" somebody."""


class NounComplements(NounPhrase):
    """A contact noun with the people whom its complements name.

    ``starter`` is who starts the contact by them, ``after_noun`` where they begin;
    ``with_others`` tells whether they are the other side ("with X").
    """

    def __init__(self, scene: Scene, index: int, kind: str) -> None:
        super().__init__(scene, index, kind)
        views = (
            scene.word(index + 1) == "of"
            and scene.word(index + 2) in scene.triggers.words["of_views"]
        )
        self.after_noun = scene.skip_adverbs(index + 3 if views else index + 1)
        self.with_others = False
        self.people, self.after, self.starter = self._complements()

    def _complements(self) -> tuple[list[Participant], int, str | None]:
        """Read "with X", "between X and Y", "of X to Y", "from X" after the noun."""
        found: list[Participant] = []
        at, starter = self._past_content(self._past_passive(self._past_starter())), None
        at = self._past_comma(self._past_given(at))
        at = self._past_place(at) if self.kind == "visit" else self._past_reporters(at)
        while (group := self.scene.adjacent(at)) is not None:
            word = group.preposition or ""
            between = {self.scene.word(i) for i in range(at, group.first)}
            started = self.words["initiative_nouns"] | self.words["initiative"]
            if word == "of" and self.scene.word(group.first - 2) in self.words["beside"]:
                at = group.last  # "on the margins of the Forum | with Lind"
                continue
            arranged = word == "by" and self.kind == "talks" and self._is_arranged(group)
            if not self._is_link(word, group) or between & started or arranged:
                break
            at = group.last
            if word in self.words["source"] and found and self._is_origin(group):
                continue  # "her call with Lind from Borduria"
            if word in self.words["source"] and self.kind in STARTED:
                starter = only_actor(group)
            self.with_others = self.with_others or word in self.words["with"]
            others = self._is_of_others(group) or leads_to_people(self.scene, group)
            if others or is_part_of_name(self.scene, group):
                self.unnamed = True  # "a chat with the U.S. troops"
                break
            self.unnamed = self.unnamed or not group.parties
            if self.kind == "visit" and word in self.words["with"] and not found:
                self.kind = "meeting"  # "her visit with Lind"
            hosted = word == "by" and self.scene.word(group.first - 2) in self.words["hosting"]
            role: Role = "host" if hosted else self._complement_role(word)
            found += participants_of(group, role)
        if self.kind == "visit" and found:
            at = self._past_place(at)  # "a visit by Lind | to Port Azul"
        if not found and self.scene.word(at) in self.words["with"]:
            self.unnamed = True  # "her meeting with the Prime Minister", whoever that is
        if self.kind == "letter" and (reached := self._reached(at)) is not None:
            found, at = found + participants_of(reached, "party"), reached.last
        return found, at, starter

    def _is_arranged(self, group: Group) -> bool:
        """Tell "consultations organised by Lind", which others may hold."""
        behind = {self.scene.word(at) for at in range(self.index + 1, group.first)}
        return not behind.isdisjoint(self.words["arranged"])

    def _past_starter(self) -> int:
        """Return where "a call, initiated by Lind, (took place between …)" goes on."""
        scene, at = self.scene, self.index + 1
        if scene.word(at) != "," or scene.word(at + 1) not in self.words["initiative"]:
            return at
        behind = range(at + 2, min(at + _ASIDE, len(scene.items)))
        return next((n + 1 for n in behind if scene.word(n) == ","), at)

    def _is_origin(self, group: Group) -> bool:
        kinds = {self.scene.view.actors[actor].kind for actor in group.actors}
        return kinds == {"state"} and len(group.parties) == 1

    def _past_given(self, at: int) -> int:
        """Return where "a dinner given | by Lind" names who gives it."""
        given = self.scene.word(at) in ("given", "hosted", "offered", "organised", "organized")
        given = given and self.kind != "talks"  # "consultations organised by Lind", with others
        if self.kind == "letter" and self.scene.word(at) in ("sent", "addressed", "written"):
            return at + 1  # "a letter sent | on Monday to Lind"
        return at + 1 if given and self.scene.word(at + 1) == "by" else at

    def _past_comma(self, at: int) -> int:
        """Return where "a meeting, together | with Ruiz and Lind" names somebody."""
        words = [self.scene.word(n) for n in range(at, at + 3)]
        together = words[0] == "," and words[1] in ("together", "along")
        if together and words[2] in self.words["with"]:
            return at + 2
        for near in range(at, min(at + _PLACED, len(self.scene.items))):
            if self.scene.word(near) in ("together", "along"):
                joined = self.scene.word(near + 1) in self.words["with"]
                return near + 1 if joined and self.scene.word(at) in ("in", "at", "on") else at
        return at

    def _past_reporters(self, at: int) -> int:
        """Return where "an interview with two reporters | from Harbour Radio" names the press."""
        scene = self.scene
        if self.kind != "interview" or scene.word(at) not in self.words["with"]:
            return at
        for index in range(at + 1, at + 4):
            if scene.items[min(index, len(scene.items) - 1)].ref is not None:
                return at
            if scene.word(index).removesuffix("s") in self.words["reporters"]:
                return index + 1
        return at

    def _past_place(self, at: int) -> int:
        """Skip "to Port Azul", a place that is nobody, behind a visit."""
        if self.scene.word(at) not in self.words["goal"]:
            return at
        end = at + 1
        while end < len(self.scene.items) and is_place_word(self.scene, end):
            end += 1
        return end if end > at + 1 and self.scene.items[end - 1].upper else at

    def _past_content(self, at: int) -> int:
        """Skip "of condolence" between a message and whom it goes to, "on tolls" before "with"."""
        if self.kind in _ON_MATTERS and self.scene.word(at) in ("on", "about", "regarding"):
            return self._past_matter(at)
        if self.kind != "letter" or self.scene.word(at) != "of" or self.scene.group_at(at + 1):
            return at
        item = self.scene.items[at + 1] if at + 1 < len(self.scene.items) else None
        plain = item is not None and item.ref is None and not item.upper and item.word.isalpha()
        return at + 2 if plain else at

    def _past_matter(self, at: int) -> int:
        """Return where "a summit on supply chains | with Borduria" names the other side."""
        scene = self.scene
        for end in range(at + 1, min(at + _MATTER, len(scene.items) - 1)):
            item = scene.items[end]
            if item.word == "with":
                related = scene.word(end - 1) in self.words["relating"] or end == at + 1
                return at if related or scene.group_at(end + 1) is None else end
            plain = item.date < 0 and item.word.replace("-", "").isalpha()
            if not plain or scene.lexicon.has(item.word, "relative", "be", "have", "to", "future"):
                return at
            if item.ref is not None and scene.view.actors[item.ref.actor].kind == "person":
                return at
        return at

    def _reached(self, at: int) -> Group | None:
        """Return whom "a letter from X reached Y", "… was delivered to Y" names last."""
        verb = self.scene.skip_adverbs(at)
        start = verb
        while self.scene.lexicon.has(self.scene.word(verb), "be", "have", "adverb"):
            verb += 1
        if verb > start and self.scene.word(verb) in self.words["carrying"]:
            to = self.scene.complement(verb + 1, self.words["goal"])
            return to if to is not None and to.preposition == "to" else None
        verb = start
        if self.scene.word(verb) not in self.words["reaching"]:
            return None
        return self.scene.group_at(verb + 1)

    def _is_meeting_of_a_body(self, group: Group) -> bool:
        """Tell "a meeting of the Harbour Board", and "on the margins of the Forum"."""
        if self.scene.word(group.first - 2) in self.words["beside"]:
            return True
        kinds = {self.scene.view.actors[actor].kind for actor in group.actors}
        if self.scene.word(self.index) in ("conversations", "meetings"):
            return True  # "the conversations of Ruiz and Lind", with whomever
        return kinds == {"organisation"} and len(group.parties) == 1 and self.kind == "meeting"

    def _is_link(self, word: str, group: Group) -> bool:
        if word == "of" and self._is_meeting_of_a_body(group):
            return False
        owner = self.scene.group_before(self.start)
        owned = owner is not None and owner.possessive and self.start - owner.last <= 1
        anybody = f"{self.scene.word(group.first)} ".startswith(("a ", "an ", "any "))
        if word == "by" and (owned or (anybody and self.kind == "visit")):
            return False  # "her visit to Azul, the first by a Ruritanian president"
        if word in self.words["goal"]:
            if self.scene.word(self.index) in self.words["submitted"]:
                return word == "to"  # "presented credentials to Lind"
            given = word == "for" and self.scene.word(self.index) in self.words["meals"]
            kinds = {self.scene.view.actors[actor].kind for actor in group.actors}
            if word == "for" and self.kind == "visit" and "person" not in kinds:
                return False  # "her trip to Azul for the Forum"
            return given or self.kind in _ADDRESSED  # "gave a dinner for Lind"
        if word == "of" and self.scene.word(self.index) in self.words["treating"]:
            return False  # "a broad discussion of Borduria"
        near = range(self.start - 6, self.start)
        if word == "by" and any(self.scene.word(n) in self.words["accompanying"] for n in near):
            return False  # "was joined in her meetings by Venn"
        between = {self.scene.word(at) for at in range(self.index + 1, group.first - 1)}
        if word == "of" and not between.isdisjoint(("in", "at")) and not self._meets(group):
            return False  # "gifts in the Blue Room of the Harbour Palace"
        links = ("with", "of", "source") if self.kind == "visit" else _LINKS
        return any(word in self.words[name] for name in links)

    def _meets(self, group: Group) -> bool:
        """Tell "a meeting in Azul of the ministers of Ruritania and Borduria"."""
        words = [w for n in range(group.first, group.last) for w in self.scene.word(n).split()]
        offices = any(w.endswith("s") and w[:-1] in self.words["principals"] for w in words)
        return group.plural and offices and self.kind in ("meeting", "talks", "summit")

    def _complement_role(self, word: str) -> Role:
        if self.kind == "visit":
            if self.scene.word(self.index) in self.words["seen"]:
                return "host"  # "a tour of the harbour"
            return "host" if word in self.words["goal"] and word != "for" else "guest"
        asking = self.words["goal"] | self.words["with"] | self.words["source"]
        if self.kind == "interview" and word in asking:
            return "reporter"
        if word == "by" and self.kind == "meeting":
            return "host"
        return "guest" if word == "for" and self.kind == "meeting" else "party"

    def _past_passive(self, at: int) -> int:
        """Skip "was held", "took place" between the noun and its complements."""
        scene, end = self.scene, at
        while scene.lexicon.has(scene.word(end), "be", "have", "future", "modal", "not", "adverb"):
            end += 1
        if scene.word(end) in self.words["passive"]:
            return end + 1
        if scene.word(end) in self.words["with"]:
            return end  # "her first meeting was with Lind"
        if scene.word(end + 1) == "place":
            return end + 2
        return at

    def _is_of_others(self, group: Group) -> bool:
        """Tell "the U.S. troops", who are somebody else, from "the U.S."."""
        after = self.scene.word(group.last)
        kinds = {self.scene.view.actors[actor].kind for actor in group.actors}
        if after in ("family", "families", "administration", "team", "campaign"):
            return kinds == {"person"} and self.scene.word(group.first) == "the"
        told = after in self.scene.triggers.light or after in self.scene.triggers.verbs
        several = after.endswith("s") and not after.endswith("ss") and not told
        led = self.scene.lexicon.has(self.scene.word(group.first), "definite")
        return led and several and modifies(self.scene, group)
