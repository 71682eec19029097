"""Whom "they", "both", "the two", "the former" and "the latter" mean: a group or pair just named.

Only clear cases are told: a group, a people or a pair ("X and Y") in the same sentence or at the
head of the one before, with no other noun in the plural in between. Everything else is left open.
"""

from __future__ import annotations

from functools import cache

import msgspec

from communique.model import Span
from communique.read.layers import Mention
from communique.read.who.words.lexicon import people_of, table, word_class

THEY = frozenset(("they", "them", "their", "theirs", "themselves", "both"))
TWO = "two"
"""What "the two", "the pair" and "both men" are noted as."""
ONE_OF_TWO = frozenset(("former", "latter"))
_NO_PLURALS = frozenset(
    ("this", "thus", "always", "across", "does", "perhaps", "previous", "various")
)
_BACK = 3
"""How many sentences back "the two" may have been named."""
_NEAR = 12
"""How many of the names before are looked at."""


class Together(msgspec.Struct):
    """Several actors named together: ``actor`` if they are one group, else its ``members``."""

    members: tuple[str, ...]
    sentence: int
    end: int
    actor: str | None = None


class Plurals:
    """The group or pair named last, as a report is read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last: Together | None = None
        self._pair: Together | None = None
        self._before: Mention | None = None
        self._office: Mention | None = None
        self._groups: dict[frozenset[str], str] = {}
        self._named: list[tuple[int, str]] = []
        self._states: list[tuple[int, str]] = []
        self._people: list[tuple[int, Mention]] = []

    def see(self, mention: Mention, kind: str, members: tuple[str, ...], sentence: int) -> None:
        """Note a mention, in the order of the text."""
        if kind == "state":
            self.see_state(mention.actor, sentence)
        if kind == "group":
            self._last = Together(members, sentence, mention.span.end, mention.actor)
            if self._pair and self._pair.members == members:
                self._pair.sentence = sentence
            if len(members) == 2:
                self._groups[frozenset(members)] = mention.actor
        elif kind == "state" and mention.span.of(self._text).casefold() in _peoples():
            self._last = Together((mention.actor,), sentence, mention.span.end, mention.actor)
        if kind == "person" and mention.form != "pronoun":
            self._named.append((sentence, mention.actor))
            self._people.append((sentence, mention))
        if mention.form == "epithet" and kind == "person":
            self._office = mention
        if mention.form == "name" and kind in ("person", "state"):
            before, self._before = self._before, mention
            if before and before.actor != mention.actor and self._joins(before, mention):
                pair = Together((before.actor, mention.actor), sentence, mention.span.end)
                pair.actor = self._groups.get(frozenset(pair.members))
                self._last = self._pair = pair

    def see_state(self, state: str, sentence: int) -> None:
        """Note that a state is told of, by its name or by an officer of its."""
        self._states.append((sentence, state))

    def two_states(self, sentence: int, home: str | None) -> Together | None:
        """Return which "the two countries" are: the only two named just before.

        Where one is named, the other is that of the publisher, ``home``; of two that are not
        named in one sentence one must be.
        """
        for back in range(_BACK):
            near = [(at, state) for at, state in self._states[-_NEAR:] if sentence - at <= back]
            every = dict.fromkeys(state for _, state in near)
            if len(every) == 1 and home is not None and home not in every:
                every = {home: None, **every}
            elif home is not None and home not in every and len({at for at, _ in near}) > 1:
                return None
            if len(every) > 1:
                members = tuple(every)
                group = self._groups.get(frozenset(members))
                return Together(members, sentence, 0, group) if len(members) == 2 else None
        return None

    def _joins(self, one: Mention, other: Mention) -> bool:
        start, end = one.span.end, min(other.phrase.start, other.span.start)
        if (office := self._office) and office.actor == other.actor and start < office.span.start:
            beside = self._text[office.span.end : end].strip() == ","
            end = office.span.start if beside else end  # "Lee and | the mayor, Bo Dahl"
        return 0 < end - start < 12 and self._text[start:end].split() == ["and"]

    def they(self, span: Span, word: str, sentence: int, opening: int) -> Together | None:
        """Return whom "they" or "both" means at ``span``, in a sentence that begins at ``opening``.

        In "…, they said" what is said is passed over.
        """
        last = self._last
        if last is None or sentence - last.sentence > 1 or last.end > span.start:
            return self._met(span, sentence) if word == "they" else None
        if word == "both" and last.actor and len(last.members) != 2:
            return None
        at = span.start
        if last.sentence < sentence and _is_tag(self._text, span):
            at = opening
        between = self._text[last.end : at]
        if last.sentence < sentence:
            opening = between.rstrip().endswith((".", "!", "?", "”", '"', "»"))
            between = between if opening else f"{between} others"
            if opening and last is not self._pair:
                return last
        return None if any(map(_is_plural, between.split())) else last

    def _met(self, span: Span, sentence: int) -> Together | None:
        """Return the two who met in the sentence before one that "They" opens."""
        people = [mention for at, mention in self._people[-_NEAR:] if at == sentence - 1]
        actors = list(dict.fromkeys(mention.actor for mention in people))
        if len(actors) != 2 or not self._text[span.start].isupper():
            return None
        other = next(mention for mention in people if mention.actor == actors[1])
        one = [m for m in people if m.actor == actors[0] and m.span.start < other.span.start][-1]
        between = self._text[one.span.end : other.phrase.start].casefold().split()
        behind = self._text[people[-1].span.end : span.start].replace(".", " ").split()
        met = not word_class("meeting").isdisjoint(word.strip(",") for word in between)
        if not met or any(map(_is_plural, behind)):
            return None
        members = (actors[0], actors[1])
        return Together(members, sentence, 0, self._groups.get(frozenset(members)))

    def two(self, sentence: int) -> Together | None:
        """Return whom "the two" means: a group of two, or the two persons told of last."""
        last = self._last
        people = {actor for _, actor in self._named}
        near = last is not None and sentence - last.sentence <= _BACK
        if last and near and len(last.members) == 2 and people.issuperset(last.members):
            return last
        recent: list[str] = []
        for at, actor in reversed(self._named[-_NEAR:]):
            if sentence - at > _BACK:
                break
            if actor not in recent:
                recent.append(actor)
            if len(recent) > 2:
                break
        if len(recent) > 2:
            here = next((n for n in range(sentence, sentence - 2, -1) if self._named_in(n)), -1)
            recent = self._named_in(here)[::-1]
        if len(recent) != 2:
            return None
        members = (recent[1], recent[0])
        return Together(members, sentence, 0, self._groups.get(frozenset(members)))

    def one_of_two(self, word: str, sentence: int) -> str | None:
        """Return whom "the former" or "the latter" means: of a pair, or of the two named last."""
        pair = self._pair
        if pair is not None and sentence - pair.sentence <= 1:
            return pair.members[0 if word == "former" else 1]
        here = self._named_in(sentence)
        two = here[-2:] if len(here) > 1 else self._named_in(sentence - 1)
        return two[0 if word == "former" else 1] if len(two) == 2 else None

    def _named_in(self, sentence: int) -> list[str]:
        """Return the persons named in a sentence near the end, each once, in order."""
        named = [actor for at, actor in self._named[-_NEAR:] if at == sentence]
        return list(dict.fromkeys(named))

    def name(self, members: tuple[str, ...], actor: str) -> None:
        """Remember the group that a pair has become."""
        self._groups[frozenset(members)] = actor
        if self._last and self._last.members == members:
            self._last.actor = actor


@cache
def _peoples() -> frozenset[str]:
    """Return the words for the people of a state, who act for it: "Peruvians"."""
    states = table("states")["states"].values()
    return frozenset(word.casefold() for state in states for word in people_of(state))


def _is_tag(text: str, span: Span) -> bool:
    """Tell whether "they" says what stands before it: "“…,” | they | said"."""
    before = text[max(0, span.start - 4) : span.start].rstrip(" ")
    after = text[span.end : span.end + 20].split()[:1]
    closes = before.endswith((",", ",”", ',"', ",''", "”"))
    return closes and bool(after) and after[0].strip(".,") in word_class("they_say")


def _is_plural(word: str) -> bool:
    low = word.strip(",;:()“”\"'").casefold()
    return len(low) > 3 and low.endswith("s") and low not in _NO_PLURALS and low.isalpha()
