"""The words of one sentence: what stands where, and whom it refers to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from communique.extract import modality
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.clauses.pronouns import body_before, joined_it, person_before
from communique.extract.acts.clauses.unnamed import spelt_out
from communique.extract.acts.frames import Frames, frames_for
from communique.extract.clauses import meant_by
from communique.extract.lexicon import word_set
from communique.extract.view import Item, View
from communique.model import Actor, Statement

_ENDS_HER = frozenset(["that", "she", "he", "they", "i", "we"])
_IS_AFTER = frozenset(["he", "she", "it", "that", "there", "here", "what", "who", "let"])
STRONG = frozenset(';:.!?…—–―()«»"“”„')


class Line:
    """A sentence with its items and the look-ups that all of it share."""

    def __init__(self, view: View, sentence: int) -> None:
        self.view = view
        self.lexicon = view.lexicon
        self.frames: Frames = frames_for(view.lexicon)
        self.items: Sequence[Item] = spelt_out(view, view.items(sentence))
        self._words = [item.word for item in self.items]
        classes = view.lexicon.classes
        self._classes = [
            classes.get(item.word) if item.ref is None else None for item in self.items
        ]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the sentence, those of mentions one by one as well."""
        inside = (part for word in self._words if " " in word for part in word.split())
        return frozenset(self._words).union(inside)

    def word(self, at: int) -> str:
        """Return the word at an index, in lower case; empty outside the sentence."""
        return self._words[at] if 0 <= at < len(self._words) else ""

    def has(self, at: int, *names: str) -> bool:
        """Tell whether the item at ``at`` is no mention and stands in one of the word lists."""
        if not 0 <= at < len(self._classes):
            return False
        found = self._classes[at]
        return found is not None and not found.isdisjoint(names) and not self.owns(at)

    def owns(self, at: int) -> bool:
        """Tell whether the mark at ``at`` is a possessive's, and not "is" as in "he's"."""
        return self.word(at) in ("'s", "'") and self.word(at - 1) not in _IS_AFTER

    def has_not(self, cue: str | None) -> bool:
        """Tell whether a word that decided on a modality is a negation."""
        return self.lexicon.has(cue or "", "not")

    def is_adverb(self, at: int) -> bool:
        """Tell whether the item is an adverb, by the lists or by its ending."""
        if self.has(at, "adverb"):
            return True
        plain = 0 <= at < len(self.items) and self.items[at].ref is None
        return plain and modality.is_manner(self.lexicon, self.items[at].word)

    def begins(self, at: int) -> bool:
        """Tell whether something begins at ``at``: a sentence, a quotation, after a stop."""
        if at <= 0 or self.word(at - 1) in STRONG:
            return True
        said = self.view.statement_at(self.items[at].start)
        return said is not None and any(s.start == self.items[at].start for s in said.content)

    def opens_told(self, at: int) -> bool:
        """Tell whether what somebody is told to have said begins at ``at``."""
        said = self.view.statement_at(self.items[at].start) if 0 <= at < len(self.items) else None
        return (
            said is not None
            and said.form == "indirect"
            and any(span.start == self.items[at].start for span in said.content)
        )

    def speaker(self, said: Statement | None, at: int) -> Party:
        """Return the speaker of a statement as a party placed at ``at``, where no words stand."""
        who = (said.speaker,) if said and said.speaker else ()
        source = said.source if said else ()
        raw = " ".join(self.view.words(span.start, span.end) for span in source)
        return Party(who, raw, at, at)

    def speaks(self, party: Party, said: Statement | None) -> bool:
        """Tell whether a party is the speaker, or the state or body that the speaker is of."""
        if self.word(party.last - 1) in ("i", "we") or self.is_teller(party.last - 1):
            return True
        speaker = self.view.actors.get((said.speaker if said else None) or "")
        owned = self.lexicon.has(self.word(party.first), "possessive")
        if said is not None and speaker is not None and party.actor is None and owned:
            if said.addressee is not None and self.word(party.first) not in ("my", "our"):
                return False  # "told Lind that her government would pay"
            return self.listed(party.last - 1, "own_bodies")  # "said his government would pay"
        if speaker is None or party.actor is None:
            return False
        held = {office.of for office in speaker.offices}
        of_bodies = (
            o for one in held if one in self.view.actors for o in self.view.actors[one].offices
        )
        own = {speaker.id, *speaker.members, *held, *(office.of for office in of_bodies)}
        return not own.isdisjoint(party.actors) or self._is_of_office(speaker, party.actor)

    def is_teller(self, at: int) -> bool:
        """Tell whether a pronoun opens what is told and no name says whose words these are.

        "The firm's directors said | *they* would close the mill".
        """
        first = at - (self.word(at - 1) == "that")
        if self.word(at) not in ("they", "it", "he", "she") or not self.opens_told(first):
            return False
        said = self.view.statement_at(self.items[at].start)
        return said is not None and said.speaker is None and self.has_teller(said)

    def is_of_itself(self, at: int) -> bool:
        """Tell whether "it" or "they" at ``at`` is who is told to say it."""
        return self.is_teller(at) or (self.word(at) == "it" and self._told_by(at) is not None)

    def has_teller(self, said: Statement) -> bool:
        """Tell whether somebody says it, named or in other words; a poll or a number is nobody."""
        if said.speaker is not None:
            return True
        text, words = self.view.text, self.frames.words
        source = word_set(" ".join(span.of(text) for span in said.source))
        cue = word_set(" ".join(span.of(text) for span in said.cue))
        people = bool(source) and source.isdisjoint(words["no_tellers"])
        return people and not cue.isdisjoint({*words["told_before"], "say", "says"})

    def _is_of_office(self, speaker: Actor, body: str) -> bool:
        """Tell whether a body is of somebody in an office of which no more is told.

        "President Lind said *Lutha* would not retreat", "*Kelp Lines* will sail, a spokesman said".
        """
        kind = self.view.actors[body].kind
        words = self.frames.words
        titles = [set(o.title.lower().split()) for o in speaker.offices if o.of is None]
        high = any(t & words["principals"] and "former" not in t for t in titles)
        return (kind == "state" and high) or (
            kind in ("state", "organisation") and any(t & words["spokesmen"] for t in titles)
        )

    def is_whole(self, first: int, end: int) -> bool:
        """Tell whether the words from a verb on do not break off: not "put a —"."""
        each_other = self.word(end - 1) == "another" and self.word(end - 2) == "one"
        open_end = self.has(end - 1, "determiner", "to", "of") or self.listed(end - 1, "dangling")
        if open_end and not each_other:
            return False
        cut = self.word(end) in ("—", "–", "…", "-")
        return end > first + 3 or not cut

    def is_parted(self, one: int, other: int) -> bool:
        """Tell whether the item ``one`` is quoted and the quotation ends before ``other``."""
        mark = next((n for n in range(one + 1, other) if self.word(n) in ('"', "“", "”")), None)
        if mark is None or self.word(mark) == "“":
            return False
        glued = self.items[mark].start == self.items[mark - 1].end
        return glued and self.items[mark].end < self.items[mark + 1].start

    def is_telling(self, first: int, end: int) -> bool:
        """Tell whether the words are about what one says: "give you an answer"."""
        return any(self.listed(at, "informative") for at in range(first, end))

    def is_idle(self, at: int) -> bool:
        """Tell whether the word at ``at`` is a verb that is no deed: "know", "be", "say"."""
        return self.listed(at, "idle")

    def is_light(self, at: int) -> bool:
        """Tell whether the verb at ``at`` only carries a noun: "made", "issued"."""
        return any(self.word(at) in forms.split() for forms in self.frames.words.get("light", ()))

    def listed(self, at: int, name: str) -> bool:
        """Tell whether the word at ``at`` stands in a list of ``acts.toml``."""
        return self.word(at) in self.frames.words.get(name, ())

    def raw(self, first: int, last: int) -> str:
        """Return the words of ``items[first:last]``, white space made single."""
        return self.view.words(self.items[first].start, self.items[last - 1].end)

    def skip(self, at: int) -> int:
        """Return the first index from ``at`` on that is no adverb and no date."""
        while at < len(self.items) and (
            self.items[at].ref is None and (self.is_adverb(at) or self._dated(at))
        ):
            at += 1
        return at

    def before(self, at: int) -> int:
        """Return the last index before ``at`` that is no adverb and no negation."""
        at -= 1
        while at > 0 and self.items[at].ref is None and (self.is_adverb(at) or self.has(at, "not")):
            at -= 1
        return at

    def dated(self, at: int) -> bool:
        """Tell whether the item is of a date or time; "recent" and "weekly" are adjectives."""
        if not 0 <= at < len(self.items) or self.items[at].date < 0:
            return False
        when = self.view.reading.dates[self.items[at].date]
        return when.type in ("date", "time") and not (when.value or "").endswith("_REF")

    def _dated(self, at: int) -> bool:
        return self.dated(at) or (self.dated(at + 1) and self.has(at, "preposition"))

    def person_at(self, at: int) -> tuple[str, ...] | None:
        """Return whom the item at ``at`` refers to; "I" and "you" by who speaks to whom.

        ``()`` is a pronoun that nobody could be found for, ``None`` no reference at all.
        """
        if not 0 <= at < len(self.items):
            return None
        item = self.items[at]
        if item.word == "you" and self.word(at + 1) in ("all", "guys", "both", "folks"):
            return ()
        if item.ref is not None:
            actor = self.view.actors.get(item.ref.actor)
            if actor is not None and actor.kind == "group" and actor.members:
                return actor.members
            return (item.ref.actor,)
        if item.word == "i" and not item.upper:  # "section 5(b)(i)"
            return None
        if item.word in ("i", "me", "we", "us", "you"):
            said = self.view.statement_at(item.start)
            who = (said.addressee if item.word == "you" else said.speaker) if said else None
            if who is None and item.word != "you":
                who = self.view.speaker_at(item.start)
            if who is None and said is None and item.word == "we":
                who = self.view.author  # "we" of whoever says "I" in the report's own voice
            return (who,) if who else ()
        if item.word in ("he", "she", "they", "it"):
            meant = meant_by(self.view, self.items, at)
            if meant is None and item.word == "it":
                meant = joined_it(self.view, self.items, at) or self._told_by(at)
            if meant is None and item.word in ("he", "she"):
                meant = person_before(self.view, self.items, at)
            if meant is None and item.word == "they" and at <= 1:
                meant = body_before(self.view, self.items)
            return (meant,) if meant else None if item.word == "it" else ()
        her = item.word == "her" and not self.is_possessive(at) and self.word(at + 1) not in STRONG
        return () if her or item.word in ("him", "them") else None

    def _told_by(self, it: int) -> str | None:
        """Return the body that "it" is which opens what it tells: "the League said it would"."""
        said = self.view.statement_at(self.items[it].start)
        speaker = self.view.actors.get((said.speaker if said else None) or "")
        body = speaker is not None and speaker.kind in ("state", "organisation", "bloc", "group")
        return speaker.id if speaker is not None and body and self.opens_told(it) else None

    def is_possessive(self, at: int) -> bool:
        """Tell whether a pronoun says whose the next words are: "his team", but not "thank her"."""
        if not self.lexicon.has(self.word(at), "possessive"):
            return False
        closed = (
            "preposition", "conjunction", "subordinator", "to", "be", "have", "modal", "future",
        )  # fmt: skip
        after = at + 1
        opens = after < len(self.items) and self.word(after)[:1].isalnum()
        her = self.word(at) == "her"  # "promised her that", "told her she"
        return opens and not (
            her and (self.has(after, *closed, "adverb") or self.word(after) in _ENDS_HER)
        )

    def parts(self, at: int) -> bool:
        """Tell whether a stop, a comma or a conjunction at ``at`` parts two clauses."""
        return (
            self.word(at) in STRONG
            or self.word(at) in (",", "that", "and", "but", "because", "so")
            or self.has(at, "reporting", "relative", "modal", "future")
        )

    def is_plain(self, at: int) -> bool:
        """Tell whether a plain word stands at ``at``: a noun or verb in no list at all."""
        if not 0 <= at < len(self.items) or self.items[at].ref or self.items[at].upper:
            return False
        word = self.word(at)
        known = word in self.frames.familiar or self.lexicon.classes.get(word)
        return word.isalpha() and not known and not self.dated(at)

    def condition_at(self, at: int) -> int:
        """Return how many items the words of a condition take that open at ``at``; 0 if none."""
        for phrase in self.frames.conditions:
            if self.word(at) == phrase[0] and all(
                self.word(at + n) == word for n, word in enumerate(phrase)
            ):
                after = at + len(phrase)
                vain = phrase == ("if",) and self.listed(after, "vain_if")
                vain = vain or (phrase[0] == "as" and self.word(after + 1) in ("takes", "took"))
                vain = vain or (phrase[0] == "if" and self.word(at - 1) == "even")
                vain = vain or (phrase == ("provided",) and not self._is_proviso(at))
                vain = vain or (phrase[-2:] == ("soon", "as") and self.listed(after, "feasible"))
                return 0 if vain else len(phrase)
        return int(self.word(at) == "should" and self._is_inverted(at))

    def _is_proviso(self, at: int) -> bool:
        """Tell "will withdraw provided the lanes stay open" from "aid provided by Lutha"."""
        be = self.has(at - 1, "be", "have")
        named = self.names(at + 1) or self.has(at + 1, "determiner", "possessive")
        return named and not be and any(self._is_auxiliary(n) for n in range(at + 2, at + 9))

    def _is_auxiliary(self, at: int) -> bool:
        return self.has(at, "be", "have", "do", "modal", "future") or self.listed(at, "holding")

    def _is_inverted(self, at: int) -> bool:
        """Tell "will cut the toll *should Lind win*" from "asked what Lind should do"."""
        after = self.names(at + 1) or self.has(at + 1, "determiner", "possessive")
        before = self.word(at - 1)[:1].isalnum() and not self.names(at - 1)
        asks = self.has(at - 1, "conjunction", "relative", "preposition", "subordinator", "be")
        return at > 0 and after and before and not asks and not self.listed(at - 1, "asking")

    def names(self, at: int) -> bool:
        """Tell whether the item at ``at`` refers to somebody."""
        return self.person_at(at) is not None
