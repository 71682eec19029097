"""Whom "he" or "she" means: everybody who was on stage shortly before, weighed.

What tells is after the factors of Lappin and Leass (1994); how much each tells is fitted on GUM's
training texts (``training/antecedents.py``), as the choice of one among several, or of nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from math import exp, log
from typing import Literal

import msgspec

from communique.model import Span, Spans, Statement
from communique.read.layers import Mention, Pending
from communique.read.who.reference.asked import question_before
from communique.read.who.reference.objects import (
    is_joined,
    is_one_clause,
    is_thanked,
    is_told,
    reach_of_subject,
)
from communique.read.who.reference.statements import Voices
from communique.read.who.reference.unnamed import Unnamed
from communique.read.who.words.lexicon import word_class

HE = frozenset(("he", "him", "his", "himself"))
SHE = frozenset(("she", "her", "hers", "herself"))
REACH = 2
"""How many sentences back an antecedent may stand."""
FAR = 4
"""The same within one paragraph, where nobody else has come on stage since."""

_SUBJECT = frozenset(("he", "she"))
_OBJECT = frozenset(("him",))
_OWN = frozenset(("his", "her"))
_NO_NOUN = frozenset(
    ("to", "that", "and", "or", "but", "in", "at", "on", "for", "with", "by", "from", "about", "of")
) | frozenset(("after", "before", "when", "while", "as", "if", "because", "again", "back"))
"""Words before which "her" is an object."""
_NEXT = 12
_MOST = 30
"""How many candidates are weighed."""
SURE = 0.5
"""The least share of the choice that the best candidate must have."""
_FAMOUS = 6
"""More mentions than so many tell no more."""
_MARGIN = 0.5
"""By how much he must beat the next."""
_OPENING = 4
"""A pronoun opens its sentence if it is among so many first words."""

WEIGHTS = {
    "sentences back": -1.21,
    "paragraph before": -0.63,
    "same voice": 0.45,
    "subject": 0.04,
    "fame": 1.67,
    "gender known": 0.90,
    "chain": -0.00,
    "subject goes on": 0.86,
    "spoke last": 1.12,
    "last on stage": 0.24,
    "owner is subject": -0.12,
    "tells of himself": 2.03,
    "object of its subject": -3.93,
    "nameless": -3.01,
    "alone": 0.40,
    "nobody": 1.18,
}
"""What each truth about a pronoun and somebody on stage adds; "nobody" is that none is meant."""


class Seen(msgspec.Struct):
    """The last place where somebody was referred to."""

    mention: Mention
    sentence: int
    voice: str | None
    subject: bool
    oblique: bool


class Stage:
    """Who has been on stage, in the order of the text, for the pronouns that follow."""

    def __init__(
        self,
        text: str,
        sentences: Spans,
        statements: Sequence[Statement],
        mentions: Sequence[Mention],
        genders: dict[str, Literal["m", "f"]],
    ) -> None:
        self._text, self.genders = text, genders
        self._starts = [sentence.start for sentence in sentences]
        self._voices = Voices(statements, text)
        self._sources = {s.start: one for one in statements for s in one.source}
        self._recent: dict[str, Seen] = {}
        self._last, self._last_speaker = "", ""
        self._subject_of: dict[tuple[int, str | None], str] = {}
        self._fame = Counter(mention.actor for mention in mentions)
        names = [m for m in mentions if m.form == "name"]
        self._names = sorted((m.span.start, m.actor) for m in names)

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that holds ``offset``."""
        return bisect_right(self._starts, offset) - 1

    def meet(self, somebody: Unnamed) -> None:
        """Note somebody without a name, who may be whom a pronoun means, and is no actor."""
        if somebody.gender:
            self.genders[somebody.key] = somebody.gender
        self._fame[somebody.key] += 1
        span = somebody.span
        self.enter(Mention(span=span, phrase=span, form="epithet", actor=somebody.key))

    def enter(self, mention: Mention) -> None:
        """Put a person on stage."""
        at = mention.span.start
        sentence, voice = self.sentence_at(at), self._voices.at(at)
        key = (sentence, voice.id if voice else None)
        oblique = self._is_oblique(mention)
        subject = key not in self._subject_of and not oblique
        if subject:
            self._subject_of[key] = mention.actor
        if self._speaks(mention.phrase) or self._speaks(mention.span):
            self._last_speaker = mention.actor
        self._last = mention.actor
        self._recent.pop(mention.actor, None)
        self._recent[mention.actor] = Seen(
            mention=mention,
            sentence=sentence,
            voice=voice.id if voice else None,
            subject=subject or self._subject_of.get(key) == mention.actor,
            oblique=oblique,
        )

    def beside(self, pending: Pending) -> str | None:
        """Return whom a pronoun right behind a name means, where the words leave no choice.

        These are "thanked Lee for | his visit" and "Lee and | his minister".
        """
        before = (
            (actor, seen.mention)
            for actor, seen in reversed(self._recent.items())
            if not seen.mention.span.covers(pending.span)  # "his minister", who is named
        )
        actor, last = next(before, (None, None))
        if actor is None or last is None or not self._fits(actor, _gender(pending)):
            return None
        at = pending.span.start
        joined = pending.word in _OWN and is_joined(self._text, last, at)
        return actor if joined or is_thanked(self._text, last, at) else None

    def third(self, pending: Pending) -> str | None:
        """Return whom "he" or "she" means, if one candidate stands out; it may be a nameless one.

        The gender of whoever is meant is remembered.
        """
        gender = _gender(pending)
        if (asked := self._asked_about(pending)) is not None:
            self.genders.setdefault(asked, gender)
            return asked
        scored = sorted(
            ((self._worth(truths), actor) for actor, truths in self.candidates(pending)),
            reverse=True,
        )
        if not scored:
            return None
        if (known := self._known_subject(pending, scored)) is not None:
            scored.remove(known)
            scored.insert(0, known)
        best, actor = scored[0]
        against = exp(WEIGHTS["nobody"] - best) + sum(exp(worth - best) for worth, _ in scored)
        near = known is None and len(scored) > 1 and best - scored[1][0] < _MARGIN
        unsure = self._is_between(actor, pending, gender) or self._goes_on_with(actor, pending)
        if near or (known is None and 1 / against < SURE) or unsure:
            return None
        self.genders.setdefault(actor, gender)
        return actor

    def _known_subject(
        self, pending: Pending, scored: list[tuple[float, str]]
    ) -> tuple[float, str] | None:
        """Return the subject so far, where no name tells the gender of the likeliest.

        "Ann Lee met Relk, | her office said" is of Lee, however often Relk is told of.
        """
        sentence = self.sentence_at(pending.span.start)
        if scored[0][1] in self.genders:
            return None
        known = (one for one in scored if one[1] in self.genders)
        for one in known:
            seen = self._recent[one[1]]
            opens = sentence - seen.sentence == 1 and self._opens(pending.span.start)
            if seen.subject and not one[1].startswith("?") and (seen.sentence == sentence or opens):
                return one
        return None

    def _asked_about(self, pending: Pending) -> str | None:
        """Return the only one named in a question, and in what of its answer stands before."""
        at = pending.span.start
        voice = self._voices.at(at)
        question = question_before(self._text, self._starts, voice, at)
        if voice is None or question is None:
            return None
        fitting = [
            actor
            for actor, seen in self._recent.items()
            if seen.sentence >= question and self._fits(actor, _gender(pending))
        ]
        fitting = [actor for actor in fitting if actor not in (voice.speaker, voice.addressee)]
        return fitting[0] if len(fitting) == 1 and not fitting[0].startswith("?") else None

    def candidates(self, pending: Pending) -> list[tuple[str, dict[str, float]]]:
        """Return those who may be meant, the last on stage first, with what is true of each."""
        found = list(self._near(pending))
        for _, truths in found:
            truths["alone"] = len(found) == 1 and not truths["gender known"]
        return found

    def _near(self, pending: Pending) -> Iterator[tuple[str, dict[str, float]]]:
        at, gender = pending.span.start, _gender(pending)
        tagged = self._tagged(at)
        sentence, voice = self.sentence_at(tagged.start if tagged else at), self._voices.at(at)
        others = {voice.speaker, voice.addressee} if voice else set()
        others |= self._named_in(tagged) if tagged else self._named_behind(pending, sentence)
        count = 0
        for actor, seen in reversed(self._recent.items()):
            back = max(0, sentence - seen.sentence)
            if back > FAR or count > _MOST:
                return
            if not self._fits(actor, gender):
                continue
            told = back == 0 and self._tells_of_himself(pending, seen)
            if actor in others and not (told or self._is_spoken_of(actor, seen, voice)):
                continue
            if seen.mention.phrase.covers(pending.span):
                continue  # "his spokeswoman" is not whose spokeswoman she is
            apart = "\n" in self._text[seen.mention.span.end : at] if back > REACH else False
            if back > REACH and (count or apart):
                return
            if back == 0 and self._is_its_own_object(pending, seen):
                continue
            count += 1
            yield actor, self._truths(pending, actor, seen, back, voice)

    def _is_spoken_of(self, actor: str, seen: Seen, voice: Statement | None) -> bool:
        """Tell whether a speaker speaks of whom he speaks to by name: "I told the President"."""
        if voice is None or actor != voice.addressee or seen.voice != voice.id:
            return False
        start, end = seen.mention.phrase.start, seen.mention.phrase.end
        called = self._text[max(0, start - 3) : start].rstrip()[-1:] == "," or self._text[
            end : end + 1
        ] in (",", "!")
        return seen.mention.form != "pronoun" and not called

    def _named_behind(self, pending: Pending, sentence: int) -> set[str | None]:
        """Return who is named in the clause whose subject the pronoun is."""
        if pending.word not in _SUBJECT:
            return set()
        end = reach_of_subject(self._text, self._starts[sentence], pending.span)
        return self._named_in(Span(pending.span.end, max(end, pending.span.end + 1)))

    def _named_in(self, span: Span) -> set[str | None]:
        first = bisect_right(self._names, (span.start, ""))
        last = bisect_right(self._names, (span.end, ""))
        return {actor for _, actor in self._names[first:last]}

    def _tagged(self, at: int) -> Span | None:
        """Return the quotation before a pronoun in its tag: "“Lee will lose,” | he said".

        Whoever says it does not call himself by name, and was on stage before it.
        """
        said = self._sources.get(at)
        if said is None or said.form != "direct" or said.content[0].start > at:
            return None
        return Span(said.content[0].start, at)

    def _truths(
        self, pending: Pending, actor: str, seen: Seen, back: int, voice: Statement | None
    ) -> dict[str, float]:
        at, word = pending.span.start, pending.word
        here = back == 0
        last = actor == self._last
        object_ = here and not seen.oblique and (word in _OBJECT or self._is_object(pending))
        return {
            "sentences back": back,
            "paragraph before": not here and "\n" in self._text[seen.mention.span.end : at],
            "same voice": seen.voice == (voice.id if voice else None),
            "subject": seen.subject,
            "fame": log(1 + min(self._fame[actor], _FAMOUS)),
            "gender known": actor in self.genders,
            "chain": last and here and seen.mention.form == "pronoun",
            "subject goes on": (word in _SUBJECT or self._speaks(pending.span))
            and back == 1
            and seen.subject
            and self._opens(at),
            "spoke last": actor == self._last_speaker and self._speaks(pending.span),
            "last on stage": last,
            "owner is subject": word in _OWN and here and seen.subject,
            "tells of himself": here and self._tells_of_himself(pending, seen),
            # Nobody thanks himself by "him".
            "object of its subject": object_
            and is_one_clause(self._text, seen.mention.span.end, at),
            "nameless": actor.startswith("?"),
        }

    def _is_its_own_object(self, pending: Pending, seen: Seen) -> bool:
        """Tell "Lee asked her", who is not Lee, from "Lee took it with her"."""
        at = pending.span.start
        if not seen.subject or not (pending.word in _OBJECT or self._is_object(pending)):
            return False
        before = self._text[max(0, at - _NEXT) : at].split()
        led = bool(before) and before[-1].casefold() in word_class("oblique")
        return not led and is_one_clause(self._text, seen.mention.span.end, at)

    def _is_object(self, pending: Pending) -> bool:
        """Tell "asked her to come" from "her minister": no noun can follow."""
        if pending.word != "her":
            return False
        after = self._text[pending.span.end : pending.span.end + _NEXT].split()
        return not after or not after[0][0].isalnum() or after[0].casefold() in _NO_NOUN

    def _tells_of_himself(self, pending: Pending, seen: Seen) -> bool:
        """Tell whether "he" opens what somebody tells: "Lee said that | he would “go home”"."""
        said = seen.mention.span.of(self._text)
        if pending.word not in _SUBJECT or seen.oblique or said == "I":
            return False
        start, end = seen.mention.phrase.end, pending.span.start
        return is_told(self._text, start, end, subject=seen.subject)

    def _worth(self, truths: dict[str, float]) -> float:
        return sum(WEIGHTS[name] * value for name, value in truths.items())

    def _fits(self, actor: str, gender: Literal["m", "f"]) -> bool:
        return self.genders.get(actor, gender) == gender

    def _speaks(self, span: Span) -> bool:
        """Tell whether a statement is ascribed to the words."""
        return span.start in self._sources

    def _opens(self, at: int) -> bool:
        sentence = self._starts[self.sentence_at(at)]
        return len(self._text[sentence:at].split()) < _OPENING

    def _is_between(self, best: str, pending: Pending, gender: str) -> bool:
        """Tell whether somebody without a name stands between, in the same sentence."""
        last = next(reversed(self._recent), best)
        if last == best or not last.startswith("?"):
            return False
        opens = self._starts[self.sentence_at(pending.span.start)]
        near = self._recent[last].mention.span.start >= opens
        return near and self.genders.get(last, gender) == gender

    def _goes_on_with(self, best: str, pending: Pending) -> bool:
        """Tell "The former premier met Lee. | He …", of whom the subject has no name."""
        at = pending.span.start
        voice = self._voices.at(at)
        before = self.sentence_at(at) - 1
        subject = self._subject_of.get((before, voice.id if voice else None), "")
        open_ = pending.word in _SUBJECT and self._opens(at) and subject.startswith("?")
        there = best in self._recent and self._recent[best].sentence == before
        return open_ and there and best != subject and self._fits(subject, _gender(pending))

    def _is_oblique(self, mention: Mention) -> bool:
        """Tell whether the mention follows a preposition or is possessive."""
        start, end = mention.phrase.start, mention.phrase.end
        if mention.form == "pronoun":
            return self._text[start:end].casefold() in _OBJECT
        if self._text[end : end + 2] in ("'s", "’s"):
            return True
        before = self._text[max(0, start - 20) : start].split()
        if before and before[-1].casefold() == "the":
            before.pop()
        return bool(before) and before[-1].casefold() in word_class("oblique")


def _gender(pending: Pending) -> Literal["m", "f"]:
    return "m" if pending.word in HE else "f"
