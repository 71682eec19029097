"""The phrase of a contact noun: what it says by itself, and what is no contact at all."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extract import modality
from communique.extract.clauses import QUOTES
from communique.extract.contacts.clauses.scene import STOPS, Scene
from communique.extract.contacts.parties.groups import Group
from communique.extract.modality import Modality
from communique.model import Label, Participant, Span

_CLAUSE = 12  # items over which a main clause shows its tense

_OPENS = 4  # items before a contact that opens its sentence
_NOTHING = frozenset({"nothing", "anything"})
_APART = frozenset({"after", "before", "following"})
_APART_OR_DURING = frozenset({"after", "following", "during", "since"})
_ADJECTIVAL = (
    "al", "ive", "ful", "ous", "ic", "ed", "ing", "ant", "ent", "ary", "ory", "ble", "less",
    "ish", "ly", "ular", "ese", "ian", "an",
)  # fmt: skip
"""Endings of words that tell what talks are like, and not what they are about."""


class NounPhrase:
    """A contact noun at ``index`` with its determiners and adjectives from ``start`` on.

    ``people`` are those whom its complements name, which end before ``after``; ``unnamed``
    says that some have no name.
    """

    def __init__(self, scene: Scene, index: int, kind: str) -> None:
        self.scene = scene
        self.words = scene.triggers.words
        self.index = index
        self.start = modality.noun_start(scene.lexicon, scene.items, index, scene.triggers.light)
        self.start = self._before_aside()
        self.start = self._past_participle()
        self.start = self._past_verb()
        self.inside = [item.word for item in scene.items[self.start : index]]
        self.start = self._begin()
        fixed = [scene.triggers.modifiers.get(word) for word in self.inside]
        changes = kind not in ("summit", "visit", "letter", "gift", "interview", "briefing")
        self.kind = next((one for one in fixed if one and changes), kind)
        self.unnamed = False
        self.people: list[Participant] = []
        self.after = index + 1

    def _before_aside(self) -> int:
        """Return where "a trilateral (hybrid) meeting" begins, before what stands in brackets."""
        scene = self.scene
        if scene.word(self.start - 1) != ")":
            return self.start
        opens = next(
            (n for n in range(self.start - 2, self.start - 6, -1) if scene.word(n) == "("), 0
        )
        if not opens or not scene.word(opens - 1).isalpha():
            return self.start
        return modality.noun_start(scene.lexicon, scene.items, opens, scene.triggers.light)

    def _past_participle(self) -> int:
        """Return where "(Borduria's) continued talks" begins: "continued" governs nothing here."""
        scene, at = self.scene, self.start - 1
        led = scene.word(at - 1) in ("'s", "'") or scene.lexicon.has(
            scene.word(at - 1), "possessive"
        )
        return at if led and scene.triggers.light.get(scene.word(at)) == "past" else self.start

    def _past_verb(self) -> int:
        """Return where "Moss (on Sunday) proposed | talks" begins: "proposed" is its verb."""
        scene, at = self.scene, self.start
        while at < self.index and scene.items[at].date >= 0:
            at += 1
        proposing = scene.word(at) in self.words["initiative_verbs"]
        if at >= self.index or not proposing or scene.word(at).endswith(("s", "ing")):
            return self.start
        back = at - 1
        while back > 0 and (scene.items[back].date >= 0 or scene.word(back) == "on"):
            back -= 1
        if scene.lexicon.has(scene.word(back), "have"):
            return at + 1
        ends = (g.last == back + 1 and not (g.possessive or g.preposition) for g in scene.groups)
        return at + 1 if any(ends) else self.start

    def _begin(self) -> int:
        """Return where "three hours of talks", "a new round of talks", "Monday's call" begins."""
        scene, at = self.scene, self.start - 2
        if scene.word(at + 1) == "'s" and at >= 0 and scene.items[at].date >= 0:
            while at and scene.items[at - 1].date == scene.items[at].date:
                at -= 1
            return at
        if scene.word(at + 1) != "of":
            return self.start
        if scene.word(at - 1) == "a" and scene.items[at].date >= 0:
            while at and scene.items[at - 1].date == scene.items[at].date:
                at -= 1
            return at  # "an hour and a half of talks"
        if scene.word(at) not in self.words["measures"]:
            return self.start
        begin = modality.noun_start(scene.lexicon, scene.items, at, scene.triggers.light)
        return max(begin, self.start - 7)

    def is_denied(self) -> bool:
        """Tell "is not giving interviews", "without a meeting"."""
        near = [self.scene.word(at) for at in range(max(0, self.start - 2), self.start)]
        return any(self.scene.lexicon.has(word, "not") or word == "without" for word in near)

    def is_formula(self, told: Modality) -> bool:
        """Tell "in consultation with" and "shall hold" from contacts; press calls are none."""
        if told.cue in self.words["ruled"] or self.words["ruled"] & {
            self.scene.word(at) for at in range(max(0, self.start - 4), self.start)
        }:
            return True
        plain = set(self.inside) <= self.words["described"]
        if self.scene.word(self.index) in self.words["formula"] and plain:
            led = self.scene.word(self.start - 1)
            bodies = self.are_bodies() and led in ("after", "upon", "following", "without")
            words = (item.word for item in self.scene.items)
            return led in ("in", "through") or bodies or not self.words["ruled"].isdisjoint(words)
        if self.kind == "visit" and "port" in self.inside:
            return True  # a ship's
        return self.kind == "call" and not self.words["press"].isdisjoint(self.inside)

    def is_unannounced(self) -> bool:
        """Tell "nothing to announce about a meeting with Lind" from one that took place."""
        scene = self.scene
        if not self.inside or not scene.lexicon.has(self.inside[0], "indefinite"):
            return False
        if scene.word(self.start - 1) not in ("about", "on", "regarding", "to"):
            return False
        before = [scene.word(at) for at in range(max(0, self.start - _CLAUSE), self.start)]
        return any(scene.lexicon.has(one, "not") or one in _NOTHING for one in before)

    def is_unknown(self) -> bool:
        """Tell "not aware of any calls", "have no record of any talks"."""
        before = [self.scene.word(at) for at in range(max(0, self.start - _CLAUSE), self.start)]
        return any(self.scene.lexicon.has(one, "not") or one == "no" for one in before)

    def is_definite(self) -> bool:
        """Tell "the call", "their talks" from "a call"."""
        return bool(self.inside) and self.scene.lexicon.has(self.inside[0], "definite")

    def is_joined(self, first: int) -> bool:
        """Tell "X attended the meeting", which adds X to a contact told of before."""
        near = {self.scene.word(at) for at in range(first, self.start)}
        joining = self.words["attending"] | self.words["hosting"]
        return self.is_definite() and not self.people and not near.isdisjoint(joining)

    def may_refer_back(self) -> bool:
        """Tell "the call", "their talks" from "the meetings", "the meeting of officials"."""
        if self.unnamed and not self.people:
            return False
        word = self.scene.word(self.index)
        return self.kind in ("talks", "conversation") or not word.endswith("s")

    def is_another(self) -> bool:
        """Tell whether it is a contact of its own: "an earlier meeting", "the dinner"."""
        if self.scene.word(self.index) in self.words["meals"]:
            return True  # "the dinner" may be of another one, unless it was told of
        if self.scene.word(self.start - 1) == "that" and self.scene.word(self.start - 2) in _APART:
            return True  # "some time after that negotiations were held"
        if self.is_the_last():
            return False
        words = (self.scene.word(at) for at in range(self.start, self.index))
        return any(word in self.words["distinct"] for word in words)

    def is_the_last(self) -> bool:
        """Tell "it's her last meeting with Lind", which is spoken of, from "the last meeting"."""
        return self.scene.word(self.start - 1) in self.words["present"] and "last" in self.inside

    def is_appeal(self) -> bool:
        """Tell whether "call" means an appeal: "a call for peace", "calls on X to"."""
        after = self.scene.skip_adverbs(self.index + 1)
        if self.scene.word(self.index) not in ("call", "calls") or after > self.index + 1:
            return False
        word = self.scene.word(after)
        if word == "on":
            following = self.scene.group_at(after + 1)
            return following is not None and self.scene.items[after + 1].date < 0
        if word == "to" and self.people and self.scene.word(self.after) == "to":
            kinds = {self.scene.view.actors[one.actor].kind for one in self.people}
            return "person" not in kinds  # "her call to Congress to work together"
        return word in ("for", "upon") or (word == "to" and not self.people)

    def series(self) -> int | None:
        """Return how many contacts a plural counts: "about five meetings"."""
        if not self.scene.word(self.index).endswith("s"):
            return None
        counts, inside = self.scene.triggers.counts, self.inside
        rounds = [n for n in range(self.start, self.index) if self.scene.word(n) == "rounds"]
        if rounds:
            inside = [self.scene.word(n) for n in range(self.start, rounds[0])]
        for word in inside:
            if word in counts:
                return counts[word]
            if word.isascii() and word.isdigit() and 1 < int(word) < 100:
                return int(word)
        return None

    def is_ahead(self, told: Modality) -> bool:
        """Tell "at that meeting, Ruiz will …" from what is over: only the main verb shows it."""
        scene = self.scene
        begin = self.start
        while begin > 0 and scene.lexicon.has(scene.word(begin - 1), "possessive"):
            begin -= 1  # "during | her visit to Azul"
        owner = scene.group_before(begin)
        if owner is not None and owner.possessive and begin - owner.last <= 1:
            begin = owner.first  # "following | the leaders' meeting, they will"
        if told.unasked == "held" and scene.word(begin - 1) in _APART and begin < _OPENS:
            return self._is_followed_by_future()
        led = scene.word(begin - 1)
        if told.unasked == "held" and led == "for" and begin < self.start:
            return self.is_planned_for()  # "will keep that for my talk with Lind"
        if told.unasked != "held" or led not in ("at", "during", "in"):
            return False
        if self.is_planned_for():
            return True
        for at in range(self.after, min(self.after + _CLAUSE, len(scene.items))):
            if scene.word(at) in STOPS or scene.lexicon.has(scene.word(at), "relative"):
                return False
            if scene.word(at) == "that":
                return False  # "in a call, Ruiz conveyed that it will end"
            if scene.items[at].ref is None and scene.lexicon.has(scene.word(at), "future"):
                return True
        return False

    def _is_followed_by_future(self) -> bool:
        """Tell "after her meeting with Lind, Ruiz will …" from "…, Ruiz said that she will"."""
        scene = self.scene
        comma = next((n for n in range(self.after, len(scene.items)) if scene.word(n) == ","), None)
        if comma is None:
            return False
        for at in range(comma + 1, min(comma + _CLAUSE, len(scene.items))):
            if scene.items[at].ref is None and scene.lexicon.has(scene.word(at), "future"):
                return True
            if scene.word(at) in STOPS or scene.lexicon.has(
                scene.word(at), "reporting", "have", "be"
            ):
                return False
        return False

    def is_planned_for(self) -> bool:
        """Tell "plans to raise it at the meeting", before which only verbs and matters stand."""
        scene = self.scene
        for at in range(self.start - 2, max(-1, self.start - _CLAUSE), -1):
            item = scene.items[at]
            if item.word in STOPS or item.word in QUOTES:
                return False
            if scene.lexicon.has(item.word, "relative", "have"):
                return False
            if item.ref is None and scene.lexicon.has(item.word, "future"):
                return True
            if item.ref is None and item.word == "going" and scene.word(at + 1) == "to":
                return scene.lexicon.has(scene.word(at - 1), "be")
            if item.ref is None and item.word in ("plans", "plan", "intends", "intend"):
                return scene.word(at + 1) == "to"
        return False

    def through_owner(self, owner: Group | None, told: Modality) -> Modality:
        """Read what governs "Ruiz's visit" as a whole: "preparations for Ruiz's visit"."""
        if owner is None or told.cue is not None or owner.last > self.start:
            return told
        scene = self.scene
        whole = modality.of_noun(scene.view, scene.items, self.index, self.after, owner.first)
        if whole.cue in self.words["treated"]:
            return told  # "discussed her June trip", which is not in doubt
        over = whole.unasked == "held" and whole.cue in _APART_OR_DURING
        return whole if over or whole.unasked in ("planned", "hypothetical") else told

    def is_compound(self) -> bool:
        """Tell "the dinner table" and "a lunch break" from meals that people have together."""
        scene, after = self.scene, self.index + 1
        if scene.word(after) in self.words["compounds"] and scene.items[after].ref is None:
            return True
        if scene.word(self.index) not in self.words["meals"] or after >= len(scene.items):
            return False
        item = scene.items[after]
        plain = item.word.isalpha() and not item.upper and item.ref is None and item.date < 0
        ends = ("ed", "ly", "ing", "given")
        return plain and not scene.lexicon.classes.get(item.word) and not item.word.endswith(ends)

    def subject_matter(self) -> tuple[Label, ...]:
        """Return what "grain talks" or "ceasefire negotiations" are about."""
        scene, at = self.scene, self.index - 1
        if self.kind != "talks" or at < self.start or at < 0:
            return ()
        item = scene.items[at]
        plain = item.word.isalpha() and item.ref is None and item.date < 0 and len(item.word) > 3
        known = scene.lexicon.classes.get(item.word) or modality.control_of(
            scene.lexicon, item.word
        )
        if not plain or known or item.word in self.words["described"]:
            return ()
        if item.word.endswith(_ADJECTIVAL) or scene.triggers.modifiers.get(item.word):
            return ()
        span = Span(item.start, item.end)
        return (Label(label=span.of(scene.view.text), evidence=(span,)),)

    def is_sent_by_a_body(self, first: int, holder: Sequence[Participant]) -> bool:
        """Tell "the ministry held four exchange visits", where others travel."""
        words = {self.scene.word(at) for at in range(first, self.start)}
        kinds = {self.scene.view.actors[one.actor].kind for one in holder}
        return self.kind == "visit" and kinds == {"organisation"} and "held" in words

    def is_figurative(self) -> bool:
        """Tell "sent a message to Borduria that it will not yield" from one to a person."""
        if not self.scene.word(self.index).startswith("message"):
            return False
        kinds = {self.scene.view.actors[person.actor].kind for person in self.people}
        if self.scene.word(self.after) in ("through", "via"):
            return False  # "sent a message to Borduria through the embassy"
        meant = set(self.inside) & (self.words["meant"] | {"that", "this", "same"})
        sent = self.scene.word(self.start - 1) == "sending"
        return "person" not in kinds or sent or bool(meant)

    def is_going_on(self, first: int) -> bool:
        """Tell "want to conclude the talks", which are going on, from "want to hold talks"."""
        words = {self.scene.word(at) for at in range(first, self.start)}
        return self.is_definite() and self.kind == "talks" and bool(words & self.words["ending"])

    def is_exchanged(self, first: int) -> bool:
        """Tell "Ruiz and Lind exchanged letters" from "sent a letter"."""
        verbs = {self.scene.word(at) for at in range(first, self.start)}
        return not verbs.isdisjoint({"exchanged", "exchange", "exchanging", "exchanges"})

    def are_bodies(self) -> bool:
        """Tell whether only organisations are named behind the noun."""
        kinds = {self.scene.view.actors[person.actor].kind for person in self.people}
        return kinds == {"organisation"}

    def is_stranded(self) -> bool:
        """Tell "whom Ruiz is having talks with", after which nobody is named."""
        after = self.scene.word(self.index + 2)
        return self.scene.word(self.index + 1) in self.words["with"] and not after[:1].isalnum()

    def is_ours(self, owner: Group | None) -> bool:
        """Tell an "our" of people whom nobody knows."""
        if owner is None or owner.parties:
            return False
        return self.scene.lexicon.has(self.scene.word(owner.last - 1), "first_plural")
