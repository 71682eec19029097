"""Who the subject of a verb is: over lists, asides, relative clauses and verbs that send others."""

from __future__ import annotations

from communique.extract import modality
from communique.extract.contacts.clauses.layout import STOPS, Layout
from communique.extract.contacts.parties.groups import Group

_OPENING = frozenset({"that", "which", "whom"})
_FROM = frozenset({"from", "against", "of"})
_FOR = _FROM | {"for", "into"}
_WHOM = frozenset({"him", "her", "them"})
_GOING = frozenset({"to", "in", "at", "from"})
_OWN_WORDS = 5  # of an office before "to"
_TIMES = frozenset({"after", "before", "since", "until", "as"})


class Subjects(Layout):
    """A sentence in which the subjects of verbs are found."""

    def subject(self, start: int) -> Group | None:
        """Return the subject of the verb group that begins at ``start``."""
        start -= self.word(start - 1) in ("last", "first")  # "Ruiz and Lind, who last met"
        if self.lexicon.has(self.word(start - 1), "relative"):
            relative = start - 1
            while self.word(relative - 1) in ("—", self.word(relative)):
                relative -= 1  # "Lind, who — who met"
            near = self.group_before(relative)
            apart = self.word(relative - 1) in STOPS  # "MS. RUIZ: Who spoke to Lind?"
            return near if near and relative - near.last <= 1 and not apart else None
        before = self.items[start - 1] if start else None
        near = self.group_before(start)
        known = near is not None and near.last == start and near.parties
        unknown = before is not None and self.lexicon.has(before.word, "unknown_subject")
        if before and unknown and not (before.ref or known):
            return None
        if self.word(start) == "to" and self._asks_others(start):
            return None
        owner = self.group_before(start) if self.word(start) == "to" else None
        if owner is not None and owner.possessive and start - owner.last == 2:
            return owner  # "(respects) Ruiz's decision to travel"
        controlled = self._controlled(start) or self._sent(start) or self._thanked(start)
        if controlled is not None:
            return controlled
        if (shared := self._shared(start)) is not None:
            return shared
        for group in reversed(self.groups):
            if group.last > start:
                continue
            if any(self.word(at) in STOPS for at in range(group.last, start)):
                return None
            if self._opens_another(group.last, start):
                return None
            if group.possessive:
                continue
            if self._is_part_of_place(group, group.first - 1):
                continue
            if group.last == start and group.preposition is None:
                return group  # "I would point out | Lind has been to Azul"
            if self._has_subject_of_its_own(group.last, start):
                return None
            if group.last == start and self.word(group.first - 1) in _TIMES:
                return group  # "(thanked him) after Ruiz met Lind"
            if group.preposition is None and self.opens_clause(group):
                return group
        return None

    def _has_subject_of_its_own(self, first: int, start: int) -> bool:
        """Tell "(Ruiz), …, and several deputies | wrote", where a noun stands before the verb."""
        before = self.items[start - 1] if start else None
        if before is None or before.ref is not None or before.date >= 0:
            return False
        plain = before.word.replace("-", "").isalpha() and len(before.word) > 2
        plain = plain and start - 1 >= first
        known = self.lexicon.classes.get(before.word) or modality.is_manner(
            self.lexicon, before.word
        )
        if not plain or known or modality.control_of(self.lexicon, before.word):
            return False
        return any(
            self.word(at) == "," or self.lexicon.has(self.word(at), "subordinator")
            for at in range(first, start - 1)
        )

    def _opens_another(self, first: int, last: int) -> bool:
        """Tell "I doubt if every parcel (has arrived)", where the clause has its own subject."""
        for at in range(first, last - 1):
            if self.lexicon.has(self.word(at), "conditional") or self.word(at) in _OPENING:
                return self.items[at].ref is None and not any(
                    self.word(n) == "," for n in range(at, last)
                )
        return False

    def _shared(self, start: int) -> Group | None:
        """Return the subject that "Ruiz flew to Azul and later met Lind" has for both verbs."""
        at = start - 1
        while at >= 0 and self.items[at].ref is None and self.lexicon.has(self.word(at), "adverb"):
            at -= 1
        if self.word(at) == ",":
            return self._before_aside(at)
        if self.word(at) not in ("and", "but"):
            return None
        opened = max((i for i in range(at) if self.word(i) in STOPS - {"—"}), default=-1)
        for group in reversed(self.groups):
            if group.first <= opened or group.last > at:
                continue
            if group.preposition is None and not group.possessive and self.opens_clause(group):
                return group
        return None

    def _before_aside(self, comma: int) -> Group | None:
        """Return the subject of "Ruiz, while at sea, met Lind", "Ruiz, whom we saw, met"."""
        for at in range(comma - 1, -1, -1):
            if self.word(at) in STOPS:
                return None
            opens = at + 1 + (self.lexicon.has(self.word(at + 2), "relative"))
            if self.word(at) == "," and self.lexicon.has(
                self.word(opens), "subordinator", "relative"
            ):
                group = self.group_before(at + 1)
                near = group is not None and group.last in (at, at + 1)
                near = near and group is not None and group.preposition is None
                return group if near and group is not None and not group.possessive else None
        return None

    def _asks_others(self, to: int) -> bool:
        """Tell "(tasked) their teams to meet", where others meet, from "has plans to meet"."""
        item = self.items[to - 1] if to else None
        if item is None or item.ref is not None or item.date >= 0:
            return False
        if item.word in _WHOM:
            # "asked her | to meet", whoever she is; not "sees no reason for him | to meet Lind"
            return self.word(to - 2) != "for"
        if item.upper and self.word(to - 2) in self.triggers.words["enabling"]:
            return True  # "allowed Medlife | to negotiate", whom the reading knows nobody by
        if self.lexicon.classes.get(item.word, frozenset()) - {"title", "group_noun"}:
            return False
        first = to - 2
        while first > to - _OWN_WORDS and self._is_described(first):
            first -= 1  # "her foreign policy adviser"
        led = self.lexicon.has(self.word(first), "determiner", "possessive")
        gone = self.word(first - 1) in _GOING  # "flew to the capital to meet Lind"
        if self.lexicon.has(self.word(first - 1), "be"):
            return False  # "is the highest official to visit Borduria"
        return led and not gone and modality.control_of(self.lexicon, item.word) is None

    def _is_described(self, at: int) -> bool:
        """Tell "foreign" and "policy" from "her", which a title may begin with too."""
        item = self.items[at]
        if item.ref is not None or item.date >= 0 or not item.word.isalpha():
            return False
        classes = self.lexicon.classes.get(item.word, frozenset())
        return not classes - {"title", "np_inside", "group_noun"}

    def _thanked(self, start: int) -> Group | None:
        """Return the object that is the subject behind it: "thanked Lind for | meeting her"."""
        if self.word(start - 1) not in _FOR or not self.word(start).endswith("ing"):
            return None
        near = self.group_before(start)
        if near is None or near.last != start - 1 or near.preposition or near.possessive:
            return None
        return None if self.opens_clause(near) else near

    def is_kept_from(self, start: int) -> bool:
        """Tell "barred Lind from | meeting Ruiz", "accused him of | meeting her"."""
        return self.word(start - 1) in _FROM and self._thanked(start) is not None

    def _controlled(self, start: int) -> Group | None:
        """Return the object that is the subject of an infinitive: "invited X to visit"."""
        if self.word(start) != "to":
            return None
        near = self.group_before(start)
        if near is not None and near.last == start and near.preposition == "for":
            parted = self.word(near.first - 2)
            if not (near.possessive or self.lexicon.has(parted, "be")) and near.plural:
                return near  # "a deal for Ruiz and Lind | to hold a summit"
        if near is not None and near.last == start and near.preposition in ("to", "for"):
            ahead = {self.word(at) for at in range(near.first - 5, near.first - 1)}
            invited = not ahead.isdisjoint(self.triggers.words["invitation"])
            planned = self.word(near.first - 2) in self.triggers.words["arranging_for"]
            invited = invited or (planned and near.preposition == "for")
            return near if invited else None  # "renewed the invitation to Lind | to visit Azul"
        asked = near is not None and self.word(near.first - 2) in self.triggers.words["calling_on"]
        if near is not None and asked and near.preposition in ("on", "upon", "to"):
            return None if near.possessive or start - near.last > 1 else near
        if near is None or start - near.last > 1 or near.preposition or near.possessive:
            return None
        before = modality.control_of(self.lexicon, self.word(near.first - 1))
        return near if before else None

    def _sent(self, start: int) -> Group | None:
        """Return whom "asked X and Y to travel to Borduria | to meet Lind" names, who meet him."""
        if self.word(start) != "to":
            return None
        sending = self.triggers.words["sending"]
        for group in reversed(self.groups):
            if group.last >= start or group.preposition or group.possessive:
                continue
            if any(self.word(at) in STOPS for at in range(group.last, start)):
                return None
            if self.word(group.last) == "to" and self.word(group.first - 1) in sending:
                return group
        return None

    def opens_clause(self, group: Group) -> bool:
        """Tell whether a group stands where subjects stand, and not where objects do."""
        at = group.first - 1
        while at >= 0 and (
            self.items[at].date >= 0
            or self.lexicon.has(self.word(at), "adverb")
            or (self.items[at + 1].date >= 0 and self.lexicon.has(self.word(at), "preposition"))
        ):
            at -= 1  # "on Tuesday | President X"
        if self._is_part_of_place(group, at):
            return False
        if at < 0 or not self.word(at)[:1].isalnum() or self.items[at].ref is not None:
            return True
        if self.lexicon.has(self.word(at), "do", "have", "future") and self._opens(at):
            return True  # "did Ruiz meet"
        return self.lexicon.has(
            self.word(at), "conjunction", "subordinator", "relative", "conditional", "reporting"
        )

    def _is_part_of_place(self, group: Group, comma: int) -> bool:
        """Tell the state of "flew to Port Azul, Ruritania, and met" from a subject."""
        if self.word(comma) != "," or comma < 2 or group.last - group.first > 1:
            return False
        city = self.items[comma - 1]
        ref = self.items[group.first].ref
        named = ref is not None and self.view.actors[ref.actor].kind == "state"
        return named and city.upper and city.ref is None and city.date < 0

    def _opens(self, at: int) -> bool:
        """Tell whether a clause begins at ``at``, a question word before it allowed."""
        before = self.word(at - 1)
        return not before[:1].isalnum() or self.lexicon.has(
            before, "relative", "subordinator", "conjunction", "asking"
        )
