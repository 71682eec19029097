"""Who holds, proposes or attends what a contact noun tells of, as the verb before it says."""

from __future__ import annotations

from dataclasses import replace

from communique.extract import modality
from communique.extract.contacts.clauses.between import verb_before
from communique.extract.contacts.clauses.scene import STOPS, is_to_come, only_actor, participants_of
from communique.extract.contacts.clauses.sides import companions
from communique.extract.contacts.mentions.noun_complements import STARTED, NounComplements
from communique.extract.contacts.mentions.surroundings import Surroundings
from communique.extract.contacts.parties.groups import Group
from communique.extract.governors import phrasal
from communique.extract.modality import Modality
from communique.model import Participant, Role

_NEAR = 6  # items between a verb and the contact that it governs
_SHARED = 18  # items between a verb and the second of two contacts that it governs
BEGUN = STARTED | {"meeting", "talks", "summit"}
"""Kinds that somebody proposes."""


class NounHolders(NounComplements):
    """A contact noun with the verb that governs it, and that verb's subject."""

    def holder(self) -> tuple[list[Participant], Modality, int]:
        """Return who holds, proposes or cancels it, how that is told, and where that begins.

        Failing such a verb, the subject of the main clause: "in a call with X, Y said".
        """
        scene = self.scene
        begin = self._past_aside()
        given = self._given(begin)
        for at in range(begin - 1, max(-1, begin - self._reach(begin)), -1):
            word = scene.word(at)
            if given is not None and given.first <= at < given.last:
                continue  # "sent Prime Minister Lind of Borduria a letter"
            if word == "of" and self._is_within_group(at):
                continue
            if scene.items[at].ref is None and word in scene.triggers.light:
                if word in self.words["attending"] and scene.lexicon.has(scene.word(at - 1), "be"):
                    break  # "is joined at the meeting by Lind"
                if scene.lexicon.has(scene.word(at - 1), "possessive"):
                    break  # "her address to a meeting of …"
                if scene.word(begin - 1) == "in" and word not in self.words["engaging"]:
                    break  # "progress was made in the talks"
                return self._light(at)
            if word == "part" and scene.word(at - 1) in scene.triggers.light:
                return self._light(at - 1)  # "took part in a meeting"
            asked = word == "for" and scene.word(at - 1) in ("asked", "asks", "asking")
            if asked and at == self.start - 1 and self.is_definite():
                people, told, _ = self._governed(at - 1)  # "had asked for the call"
                told = replace(told, status="held", unasked="held", cue=None)
                return people, told, self.start
            if word.startswith("question"):
                break
            if at == self.start - 1 and phrasal(scene.lexicon, scene.items, at):
                return self._governed(at - 1)  # "ruled out | a meeting with Lind"
            if at == self.start - 1 and word == "for" and (refused := self._requested(at)):
                return refused
            near = scene.items[at].ref is None and at >= self.start - 2
            if near and modality.control_of_noun(scene.lexicon, word):
                return self._governed(at)
            if scene.lexicon.has(word, "be"):
                break  # "there have been meetings"
            if not (scene.items[at].ref or scene.lexicon.classes.get(word) or word.isdigit()):
                break  # another verb: "had preceded the call"
            joined = word == "and" and scene.word(at - 1) in scene.triggers.nouns
            if word == "and" and at == begin - 1 and (verb := self._shared_verb(at)) is not None:
                return self._light(verb)
            if word in STOPS or (word in (",", "and") and not joined):
                break
            if scene.lexicon.has(word, "reporting", "subordinator", "relative"):
                break  # "has reported that the call"
            if word in self.words["apart"] and not self._counts(at + 1):
                break
        return self._of_clause_around()

    def _of_clause_around(self) -> tuple[list[Participant], Modality, int]:
        """Return who holds it where no verb before it says so: the subject of the main clause."""
        around = Surroundings(self.scene, self)
        if (stay := around.staying()) is not None:
            return stay
        told_with = self.after > self.index + 1 or around.leads_there()
        if len(self.people) > 1 and not self.with_others and around.leading == "on":
            told_with = False  # "to follow up on the call between Lind and Venn"
        matrix = around.matrix() if told_with else None
        if matrix is not None and (self._is_of_members(matrix) or self._is_whole()):
            matrix = None
        going = self._going() if matrix else None
        return participants_of(matrix, "party"), going or self._told(), self.start

    def _is_whole(self) -> bool:
        """Tell "(speaks of it after) the visit by Lind to Kelmara" from "a visit to Kelmara"."""
        by = any(self.scene.word(at) == "by" for at in range(self.index + 1, self.after))
        roles = {one.role for one in self.people}
        return self.kind == "visit" and by and {"guest", "host"} <= roles

    def _is_of_members(self, matrix: Group) -> bool:
        """Tell "(a forum goes on with it) at a meeting of the League" from "Ruiz said at"."""
        actors = self.scene.view.actors
        kinds = {actors[one.actor].kind for one in self.people}
        doers = {actors[actor].kind for actor in matrix.actors}
        return kinds == {"bloc"} and not self.with_others and "person" not in doers

    def _shared_verb(self, joint: int) -> int | None:
        """Return the verb of "had a call with X on Monday | and a meeting with Y"."""
        scene = self.scene
        nouns = 0
        for at in range(joint - 1, max(-1, joint - _SHARED), -1):
            word = scene.word(at)
            if word in STOPS or scene.lexicon.has(word, "relative", "subordinator"):
                return None
            nouns += scene.items[at].ref is None and word in scene.triggers.nouns
            if scene.items[at].ref is None and word in scene.triggers.light:
                return at if nouns and scene.triggers.light[word] == "past" else None
        return None

    def _past_aside(self) -> int:
        """Return where the words go on before an aside: "will have, that evening, a meeting"."""
        scene, at = self.scene, self.start - 1
        if scene.word(at) == "—" and scene.word(at - 1) == scene.word(self.start):
            return at - 1  # "had a — a summit"
        if scene.word(at) != "," or scene.items[at - 1].date < 0:
            return verb_before(scene, self.start)
        while at > 1 and (scene.items[at - 1].date >= 0 or scene.word(at - 1) in ("on", "in")):
            at -= 1
        return at - 1 if scene.word(at - 1) == "," else self.start

    def _reach(self, begin: int) -> int:
        """Return over how many items a verb is looked for; whom it is sent to counts as one."""
        given = self._given(begin)
        return _NEAR + (given.last - given.first - 1 if given is not None else 0)

    def _given(self, begin: int) -> Group | None:
        """Return whom it is sent to: "sent Lind | a letter"."""
        near = self.scene.group_before(begin)
        given = (
            near is not None and near.last == begin and not (near.preposition or near.possessive)
        )
        return near if given else None

    def _is_within_group(self, at: int) -> bool:
        """Tell the "of" of "Prime Minister Lind of Borduria" from others."""
        near, after = self.scene.group_before(at), self.scene.items[at + 1]
        led = near is not None and near.last == at and (after.upper or after.ref is not None)
        return led or any(group.first < at < group.last for group in self.scene.groups)

    def _counts(self, at: int) -> bool:
        """Tell "about five meetings" from "(spoke) about the meetings"."""
        word = self.scene.word(at)
        return word in self.scene.triggers.counts or word.isdigit()

    def _going(self) -> Modality | None:
        """Return how the journey is told in "will travel to Port Azul for talks with Lind"."""
        scene = self.scene
        if scene.word(self.start - 1) != "for":
            return None
        for at in range(self.start - 2, -1, -1):
            be = scene.lexicon.has(scene.word(at - 1), "be")
            if be and scene.items[at].ref is None and scene.word(at) in self.words["due"]:
                return Modality(status="planned", unasked="planned")  # "is due in Azul for talks"
            verb = None if scene.items[at].ref else scene.triggers.verbs.get(scene.word(at))
            if verb is not None and verb.frame in ("to", "gather"):
                told = modality.of_verb(scene.view, scene.items, at, verb.form)
                now = verb.form in ("base", "third") and told.cue is None
                now = now and told.status == "held"  # "gather in Azul on Friday for a summit"
                return Modality(status="planned", unasked="planned") if now else told
        return None

    def _told(self) -> Modality:
        scene = self.scene
        told = modality.of_noun(scene.view, scene.items, self.index, self.after, self.start)
        if told.cue == "last" and self.is_the_last():
            told = replace(told, cue=None)
        if told.status == "held" and not told.cue and self.is_unannounced():
            return replace(told, status="hypothetical", unasked="hypothetical", cue="about")
        if told.cue in self.words["treated"] and self._has_day():
            return (
                replace(told, status=told.unasked, cue=None)
                if told.unasked == "held"
                else replace(told, status="held", unasked="held", cue=None)
            )
        if told.status == "proposed" and self.is_definite() and self._was_asked_for():
            return replace(told, status="held", unasked="held", cue=None)
        return told

    def _has_day(self) -> bool:
        """Tell "(to discuss) tomorrow's meeting", which is settled, from "a meeting"."""
        return any(self.scene.is_dated(at) for at in range(self.start, self.index))

    def _was_asked_for(self) -> bool:
        """Tell "the call had been requested by Lind", which tells of one that was held."""
        words = [self.scene.word(at) for at in range(self.after, self.after + 4)]
        return words[:2] == ["had", "been"] and "by" in words

    def _governed(self, at: int) -> tuple[list[Participant], Modality, int]:
        """Read "proposed a meeting", "cancelled the visit": who does that takes part."""
        scene = self.scene
        found = modality.control_of(scene.lexicon, scene.word(at))
        with_others = self.scene.word(self.after_noun) in self.words["with"]
        proposes = scene.word(at) in self.words["initiative_verbs"] and with_others
        if len(self.people) > 1 and not proposes:
            return [], self._told(), self.start
        if found and found[0] in ("hypothetical", "held"):
            return [], self._told(), self.start
        subject = scene.subject(modality.group_start(scene.lexicon, scene.items, at))
        first = subject.first if subject else self.start
        if scene.word(at) in self.words["initiative_verbs"] and self.kind in BEGUN:
            self.starter = self.starter or only_actor(subject)
        return participants_of(subject, "party"), self._told(), first

    def _requested(self, at: int) -> tuple[list[Participant], Modality, int] | None:
        """Read "turned down Lind's request for a meeting", "a request from Lind for a meeting"."""
        scene = self.scene
        asking = scene.group_before(at)
        if asking is None or self.people or len(asking.parties) != 1:
            return None
        owned = asking.possessive and scene.word(at - 1) in self.words["initiative_nouns"]
        by = asking.last == at and asking.preposition in ("by", "from")
        noun = at - 1 if owned else asking.first - 2
        if not (owned or by) or scene.word(noun) not in self.words["initiative_nouns"]:
            return None
        begin = asking.first if owned else modality.noun_start(scene.lexicon, scene.items, noun)
        told = modality.of_noun(scene.view, scene.items, noun, at, begin)
        verb = begin - 2 if phrasal(scene.lexicon, scene.items, begin - 1) else begin - 1
        subject = scene.subject(modality.group_start(scene.lexicon, scene.items, verb))
        if told.status != "declined" or subject is None:
            return None
        self.starter = only_actor(asking)
        people = participants_of(subject, "party") + participants_of(asking, "party")
        return people, told, subject.first

    def _light(self, at: int) -> tuple[list[Participant], Modality, int]:
        """Read "held a meeting", "will pay a visit": the verb tells who and whether."""
        scene = self.scene
        begin = modality.group_start(scene.lexicon, scene.items, at)
        form = scene.triggers.light[scene.word(at)]
        told = modality.of_verb(scene.view, scene.items, at, form)
        role: Role = "guest" if self.kind == "visit" else "party"
        if scene.word(at) in self.words["hosting"]:
            role = "host"
        group = scene.subject(begin)
        first = group.first if group else begin
        bare = form == "base" and told.cue is None and told.status == "held"
        seen = group is not None and scene.word(group.first - 1) in self.words["perceiving"]
        if bare and group is not None and not (group.plural or seen) and self._is_third(group):
            told = replace(told, status="planned", unasked="planned")  # "will go and | hold talks"
        if scene.word(at) in self.words["requesting"] and not self.is_definite():
            told = self._asked_for(told)
        if form in ("third", "base") and told.cue is None and is_to_come(scene, first):
            told = replace(told, status="planned", unasked="planned")
        finite = form != "ing" or any(
            scene.lexicon.has(scene.word(i), "be") for i in range(begin, at)
        )
        subject = scene.subject(begin) if finite else None
        given = scene.group_at(at + 1)
        if given is not None and not given.possessive and self._is_reached_from(given.last):
            self.people += participants_of(given, "party")  # "sent Lind a letter"
        people = participants_of(subject, role)
        if subject is not None and subject.last < begin:
            people += companions(scene, subject.last, begin)
        return people, told, min(begin, subject.first if subject else at)

    def _asked_for(self, told: Modality) -> Modality:
        """Tell "requested a meeting", of which nobody tells that it was held."""
        if told.status != "held" or self.kind not in BEGUN or self.kind == "letter":
            return told
        return replace(told, status="proposed", unasked="proposed")

    def _is_reached_from(self, at: int) -> bool:
        """Tell whether the noun's phrase follows at once, "of Borduria" allowed between."""
        if self.scene.word(at) == "of" and self._is_within_group(at):
            at += 2
        return at == self.start

    def _is_third(self, group: Group) -> bool:
        return not self.scene.lexicon.has(self.scene.word(group.first), "pronoun")
