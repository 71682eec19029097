"""Contact nouns: "held a meeting with X", "X's call with Y", "the talks between X and Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from msgspec.structs import replace as replaced

from communique.extract.contacts.clauses.adverbials import runs_to
from communique.extract.contacts.clauses.scene import (
    Scene,
    participants_of,
    unique,
)
from communique.extract.contacts.clauses.sides import is_passive
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.mentions.noun_complements import STARTED
from communique.extract.contacts.mentions.noun_holders import BEGUN, NounHolders
from communique.extract.contacts.mentions.surroundings import Surroundings
from communique.extract.contacts.parties.groups import Group
from communique.extract.modality import Modality
from communique.model import Participant

_SINGLE = frozenset({"summit", "visit", "meeting", "call", "interview"})
"""Kinds of which a plural without people points back to none in particular."""


def noun_mention(scene: Scene, index: int, kind: str) -> Mention | None:
    """Return the contact that the noun at ``index`` tells of, or ``None``."""
    return _Noun(scene, index, kind).mention()


class _Noun(NounHolders):
    """A contact noun, its phrase, and who is found around it."""

    def mention(self) -> Mention | None:
        """Return the mention, if enough people are found and it is not denied."""
        scene = self.scene
        holder, told, first = self.holder()
        if told.negated or self.is_denied() or self.is_formula(told):
            return None
        owner = self._owner()
        everybody = self._everybody(owner, holder)
        if self.kind == "letter" and self.starter is None and (writer := self._writer(holder)):
            self.starter = writer.actor
        everybody = self._carried(everybody, holder, first)
        light = first < self.start
        took_place = light or told.cue or scene.lexicon.has(scene.word(self.after), "have", "be")
        series = self.series() if told.status == "held" and took_place else None
        if self._is_none(owner, holder, told, first):
            return None
        told = self.through_owner(owner, told)
        if self.is_going_on(first):
            told = replace(told, status="held", unasked="held")
        this = scene.word(self.start) in ("this", "these")
        before = {scene.word(at) for at in range(first, self.start)}
        if told.status == "planned" and this and not before.isdisjoint(self.words["glad"]):
            told = replace(told, status="held", unasked="held")  # "glad to have this meeting"
        if told.status == "invited" and this:
            told = replace(told, status="held", unasked="held")  # "invited me to make this visit"
        if self.is_ahead(told):
            told = replace(told, status="planned", unasked="planned")
        definite = owner is not None or self.is_definite()
        several = scene.word(self.index).endswith("s") and self.kind in _SINGLE
        if several and not (everybody or series or owner):
            return None  # "at both summits"
        lasting = definite and scene.word(self.index) in self.words["processes"]
        if lasting and not everybody and scene.view.is_press_conference:
            return None  # "the negotiations", which go on somewhere
        enough = definite or light or series or len(everybody) > 1 or self._is_by_somebody()
        if not enough or self.is_appeal():
            return None
        mention = self.scene.mention(
            self.index,
            first,
            self.after,
            kind=self.kind,
            why=f"noun:{'held' if light else 'named'}",
            modality=told,
            participants=everybody,
            definite=definite and (not light or self._is_begun(first)) and self.may_refer_back(),
            distinct=self.is_another(),
            unnamed=self.unnamed
            or self._is_one_side(everybody)
            or (owner is not None and not owner.parties),
            joins=self.is_joined(first),
            initiator=self.starter or self._started(first, holder),
            series=series,
        )
        theirs = owner is not None and owner.plural and not everybody
        return replace(mention, topics=self.subject_matter(), theirs=theirs)

    def _is_by_somebody(self) -> bool:
        """Tell "a trip by Lind to Port Azul", a place that is nobody."""
        behind = [self.scene.word(n) for n in range(self.index + 1, self.after)]
        by = behind.index("by") if "by" in behind else len(behind)
        to = not self.words["goal"].isdisjoint(behind[by:])
        return self.kind == "visit" and to and self.scene.items[self.after - 1].upper

    def _is_begun(self, first: int) -> bool:
        """Tell "Ruiz initiated the call", which points back, from "Ruiz held the talks"."""
        verbs = {self.scene.word(at) for at in range(first, self.start)}
        return self.is_definite() and not verbs.isdisjoint(self.words["beginning"])

    def _is_one_side(self, everybody: Sequence[Participant]) -> bool:
        """Tell "a meeting with Ruiz and Lind", of which nobody tells who else was there."""
        alone = len(everybody) == len(self.people) > 1
        return alone and self.with_others

    def _writer(self, holder: Sequence[Participant]) -> Participant | None:
        """Return who asks in "in a letter to Lind, Ruiz asked", "in a letter, Ruiz asked Lind"."""
        if self.scene.word(self.start - 1) != "in":
            return None
        if self.people:
            return holder[0] if len(holder) == 1 else None
        around = Surroundings(self.scene, self)
        both = around.both() or around.exchanging()
        return both[0] if len(both) == 2 else None

    def _carried(
        self, people: tuple[Participant, ...], holder: Sequence[Participant], first: int
    ) -> tuple[Participant, ...]:
        """Take who "handed over a letter from Lind" for an envoy, who neither wrote nor got it."""
        verbs = {self.scene.word(at) for at in range(first, self.start)}
        carried = self.kind == "letter" and not verbs.isdisjoint(self.words["carrying"])
        others = {one.actor for one in holder} - {self.starter}
        if not carried or self.starter is None or is_passive(self.scene, first, self.start):
            return people
        return tuple(replaced(p, role="envoy") if p.actor in others else p for p in people)

    def _everybody(
        self, owner: Group | None, holder: Sequence[Participant]
    ) -> tuple[Participant, ...]:
        """Return whoever the phrase, its verb or the clause around it names."""
        around = Surroundings(self.scene, self)
        owners = participants_of(owner, "guest" if self.kind == "visit" else "party")
        if owner is None or self._begins_with(owner):
            owners = self._ahead() or owners
        found = unique([*owners, *holder, *self.people, *around.told_to(owner)])
        if self.kind == "interview":
            found = self._interviewed(found)
        return found or unique(
            around.having()
            or around.both()
            or around.exchanging()
            or around.concerted()
            or around.delegates()
        )

    def _interviewed(self, people: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Give "Swan did an interview with President Ruiz" its roles."""
        if len(people) == 1 and not self._is_press(people[0]):
            return (replaced(people[0], role="party"),)
        if len(people) == 2 and people[1].role == "reporter":
            asking = self._is_press(people[0]) and not self._is_press(people[1])
            if asking or (self._is_politician(people[1]) and not self._is_politician(people[0])):
                return replaced(people[0], role="reporter"), replaced(people[1], role="party")
        return people

    def _is_politician(self, one: Participant) -> bool:
        """Tell who holds an office or stands for a state."""
        stands = self.scene.view.actors.get(one.represents or "")
        acts = stands is not None and stands.kind != "organisation"
        return acts or bool(self.scene.view.actors[one.actor].offices)

    def _is_none(
        self, owner: Group | None, holder: Sequence[Participant], told: Modality, first: int
    ) -> bool:
        """Tell what only looks like a contact, whoever is named."""
        light, word = first < self.start, self.scene.word(self.index)
        heard = self.kind == "briefing" or word in self.scene.triggers.heard
        alone = len(holder) > 1 and not self.people and owner is None
        if self.kind == "visit" and not {"leader", "leaders"}.isdisjoint(self.inside):
            return True  # "his first two foreign leader visits"
        if self.kind == "letter" and alone and not self.is_exchanged(first):
            return True  # "Ruiz and Lind sent a letter to mayors"
        if self.kind == "briefing" and not light and self.are_bodies():
            return True  # "this briefing from the Board", a paper
        if not self.people and (heard or self.is_stranded() or word in self.words["seen"]):
            return True  # "the daily briefing", "whom Ruiz has talks with", "a college tour"
        if self.people and self.is_ours(owner) and not holder:
            return True  # "our talks with Borduria", whoever we are
        if light and self._is_usual(first, told):
            return True  # "we convene Cabinet meetings"
        often = self.words["frequency"]
        if light and any(self.scene.word(at) in often for at in range(first, self.start)):
            return True  # "would always have a breakfast for Lind"
        if self.is_figurative() or (light and self.is_sent_by_a_body(first, holder)):
            return True  # "sends a message to the markets"
        verbs = {self.scene.word(at) for at in range(first, self.start)}
        if self.kind == "call" and not verbs.isdisjoint(self.words["heeding"]):
            return True  # "heard the calls of the mayors"
        if (light and self.is_from_abroad()) or (self.kind == "gift" and not light):
            return True  # "brought a gift from Borduria", "it would be a gift to Borduria"
        near = [self.scene.word(at) for at in range(self.start - 4, self.start)]
        given = self.scene.triggers.words["giving"]
        if word == "tour" and any(self.scene.word(at) in given for at in range(first, self.start)):
            return True  # "gave Lind a tour of the palace"
        if near[-1] in ("or", "and") and not {"any", "no"}.isdisjoint(near):
            return True  # "no calls or conversation to report"
        ends = light and not self.words["ending"].isdisjoint(
            self.scene.word(at) for at in range(first, self.start)
        )
        if ends and told.status != "held" and not self.is_definite() and self.kind == "talks":
            return True  # "committed to conclude negotiations"
        hosts = any(one.role == "host" for one in holder)
        with_others = self.unnamed or self.scene.word(self.after_noun) in self.words["with"]
        if light and with_others and alone and not hosts and self.kind != "visit":
            return True  # "Ruiz and Venn hold talks with their counterparts"
        if self.kind == "gift" and told.status != "held":
            return True  # "invited them to present a gift"
        if self.kind == "other" and not self.words["bodily"].isdisjoint(self.inside):
            return True  # "close contact with somebody who is ill"
        if self.kind == "other" and self.scene.word(self.start - 2) in self.words["staying"]:
            return True  # "agreed to stay in regular contact"
        if self.inside[:1] == ["no"] and not told.cue:
            return True  # "I have no conversations with Lind to report"
        if self.inside[:1] == ["any"] and self.is_unknown():
            return True  # "not aware of any calls that Ruiz had with Lind"
        if self.inside[:1] == ["any"] and (told.unasked == "held" or (light and not self.people)):
            return True  # "nothing to say about any talks with Lind", "may attend any meeting"
        return self.is_compound()  # "a breakfast word"

    def _is_usual(self, first: int, told: Modality) -> bool:
        """Tell a plural in the present tense, of no day, from contacts that are told of."""
        light = self.scene.triggers.light
        verbs = [
            light[word] for n in range(first, self.start) if (word := self.scene.word(n)) in light
        ]
        plain = told.status == "held" and told.cue is None and told.unasked == "held"
        several = self.scene.word(self.index).endswith("s") and self.kind in ("meeting", "call")
        dated = any(item.date >= 0 for item in self.scene.items)
        return plain and several and verbs[-1:] == ["base"] and not dated

    def _owner(self) -> Group | None:
        """Return the possessor of the noun: "Ruiz's meeting", "their meeting"."""
        near = self.scene.group_before(self.start)
        if near is not None and near.possessive and self.start - near.last <= 1:
            given = self.start > near.last and bool(self.inside)  # "sent my family | a letter"
            led = given and self.scene.lexicon.has(self.inside[0], "article")
            return None if led else near
        for group in self.scene.groups:
            if group.first <= self.start < group.last and group.possessive:
                return group
        return None

    def is_from_abroad(self) -> bool:
        """Tell a gift of which only the country is told from one that somebody gave."""
        starter = self.scene.view.actors.get(self.starter or "")
        alone = self.kind == "gift" and len(self.people) < 2
        return alone and starter is not None and starter.kind == "state"

    def _is_press(self, one: Participant) -> bool:
        return self.scene.view.actors[one.actor].kind == "organisation"

    def _begins_with(self, owner: Group) -> bool:
        """Tell the "her" that opens a sentence, "after her visit to Azul, Ruiz said"."""
        return owner.last - owner.first == 1 and self.scene.groups[0] is owner

    def _ahead(self) -> list[Participant]:
        """Return whose it is in "ahead of her trip to Borduria, Ruiz said": the subject."""
        scene = self.scene
        at = self.start if self.inside else self.start - 1
        whose = scene.word(at)
        begins = bool(scene.groups) and scene.groups[0].first >= at
        if not begins or whose not in ("his", "her", "their"):
            return []
        at = runs_to(scene.view, scene.items, self.after)
        group = scene.group_at(at) or scene.group_at(at + 1)
        if group is None or group.preposition or group.possessive or not group.parties:
            return []
        several = len(group.parties) > 1
        fits = several if whose == "their" else not several
        return participants_of(group, "guest" if self.kind == "visit" else "party") if fits else []

    def _started(self, first: int, holder: Sequence[Participant]) -> str | None:
        """Return who starts a call or letter, as the light verb tells."""
        verbs = {self.scene.word(at) for at in range(first, self.start)}
        if self.kind in BEGUN and verbs & self.words["convening"] and len(holder) == 1:
            return holder[0].actor  # "Ruiz convened a summit"
        if verbs & self.words["requesting"] and len(holder) == 1:
            return holder[0].actor
        if self.kind not in STARTED:
            return None
        if verbs & self.words["receiving"]:
            return self.people[0].actor if len(self.people) == 1 else None
        if verbs & self.words["initiating"] and len(holder) == 1:
            return holder[0].actor
        return None
