"""Second pass: pronouns, and epithets that rest on them, once statements are known.

"I" is whoever speaks the innermost direct statement, "you" whom it is spoken to. A third
person is the likeliest of those named shortly before, by gender, nearness, whether they are
the subject, and on which side of the quotation marks they stand (after the factors of
Lappin and Leass 1994). Where two are about as likely, the pronoun is left open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from math import log

import msgspec

from communique.model import Actor, ActorKind, Office, Span, Spans, Statement
from communique.read.layers import Cast, Mention, Pending
from communique.read.who.author import named_as_i, signer
from communique.read.who.holders import first_holders
from communique.read.who.lexicon import meant_by, word_class
from communique.read.who.objects import is_one_clause, is_thanked, object_before
from communique.read.who.plurals import ONE_OF_TWO, THEY, Plurals
from communique.read.who.statements import Voices
from communique.read.who.unnamed import Unnamed, unnamed

_HE = frozenset(("he", "him", "his", "himself"))
_SHE = frozenset(("she", "her", "hers", "herself"))
_I = frozenset(("i", "me", "my", "mine", "myself"))
_YOU = frozenset(("you", "your", "yours", "yourself", "yourselves"))
_WE = frozenset(("we", "us", "our", "ours", "ourselves"))
_OBJECT = frozenset(("him",))
_REACH = 2
"""How many sentences back an antecedent may stand."""
_MOST = 30
"""How many candidates are weighed."""
_MARGIN = 0.5
"""By how much the best candidate must beat the next."""
_FAME = 1.2
"""Weight of how often somebody is named in the whole report (logarithm)."""
_CHAIN = 2.0
"""How much it tells that the last person meant in the sentence was meant by a pronoun."""


def resolve_pronouns(
    cast: Cast, text: str, sentences: Spans, statements: Sequence[Statement]
) -> Cast:
    """Return the cast with pronouns, and "our president" and the like, tied to actors.

    Pronouns go to :attr:`Actor.pronouns`, epithets to :attr:`Actor.mentions`. What stays
    unclear is left in :attr:`Cast.pending`.
    """
    return _Resolution(cast, text, sentences, Voices(statements)).cast()


class _Seen(msgspec.Struct):
    """The last places where somebody was referred to."""

    mention: Mention
    sentence: int
    voice: str | None
    subject: bool
    count: int = 1


class _Resolution:
    def __init__(self, cast: Cast, text: str, sentences: Spans, voices: Voices) -> None:
        self._cast = cast
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._voices = voices
        self._genders = dict(cast.genders)
        self._recent: dict[str, _Seen] = {}
        self._last_person = ""
        self._subject_of: dict[tuple[int, str | None], str] = {}
        self._kept: list[Mention] = []
        self._own: dict[str, set[Span]] = {}
        self._new: list[Mention] = []
        self._left: list[Pending] = []
        self._holders = first_holders(cast)
        self._fame = Counter(mention.actor for mention in cast.mentions)
        self._last_state: tuple[int, str] | None = None
        self._plurals = Plurals(text)
        self._added: dict[str, Actor] = {}
        self._author = cast.author or signer(cast, text)
        self._spouses: dict[str | None, str] = {}

    def cast(self) -> Cast:
        """Return the cast with what could be resolved."""
        nameless = unnamed(self._text, self._near_pronouns(), self._cast.mentions)
        events: list[tuple[int, int, Mention | Pending | Unnamed]] = [
            *((m.span.start, 0, m) for m in self._cast.mentions),
            *((p.span.start, 1, p) for p in self._cast.pending),
            *((u.span.start, 2, u) for u in nameless),
        ]
        events.sort(key=lambda event: event[:2])
        for _, _, event in events:
            if isinstance(event, Mention):
                if self._is_own(event):
                    self._own.setdefault(event.actor, set()).add(event.span)
                else:
                    self._kept.append(event)
                    self._see(event)
                continue
            if isinstance(event, Unnamed):
                self._meet(event)
                continue
            actor = self._whom(event)
            if actor is None:
                self._left.append(event)
                continue
            mention = Mention(span=event.span, phrase=event.span, form=event.form, actor=actor)
            self._new.append(mention)
            self._see(mention)
        return self._finished()

    def _near_pronouns(self) -> list[Span]:
        """Return the sentences that somebody whom "he" or "she" means may stand in."""
        words = (p for p in self._cast.pending if p.word in _HE or p.word in _SHE)
        ends = {bisect_right(self._starts, pending.span.start) for pending in words}
        near = {n for end in ends for n in range(max(0, end - 1 - _REACH), end)}
        return [self._sentences[n] for n in sorted(near)]

    def _is_own(self, mention: Mention) -> bool:
        """Tell whether a speaker would speak of himself: "the President" is not who says it."""
        if mention.form != "epithet" or self._actor(mention.actor).kind != "person":
            return False
        voice = self._voices.at(mention.span.start)
        first = self._actor(mention.actor).mentions[0]
        return voice is not None and voice.speaker == mention.actor and mention.span != first

    def _less_own(self, actor: Actor) -> Actor:
        """Return the actor without the mentions that are not of him after all."""
        own = self._own.get(actor.id)
        if not own:
            return actor
        mentions = tuple(span for span in actor.mentions if span not in own)
        return msgspec.structs.replace(actor, mentions=mentions)

    def _meet(self, somebody: Unnamed) -> None:
        """Note somebody without a name, who may be whom a pronoun means, and is no actor."""
        if somebody.gender:
            self._genders[somebody.key] = somebody.gender
        self._fame[somebody.key] += 1
        span = somebody.span
        self._enter(Mention(span=span, phrase=span, form="epithet", actor=somebody.key))

    def _see(self, mention: Mention) -> None:
        sentence = bisect_right(self._starts, mention.span.start) - 1
        actor = self._actor(mention.actor)
        self._plurals.see(mention, actor.kind, actor.members, sentence)
        if actor.kind == "state":
            self._last_state = (sentence, mention.actor)
        if actor.kind == "person":
            self._enter(mention)

    def _enter(self, mention: Mention) -> None:
        """Put somebody on stage."""
        at = mention.span.start
        sentence = bisect_right(self._starts, at) - 1
        voice = self._voices.at(at)
        key = (sentence, voice.id if voice else None)
        subject = key not in self._subject_of and not self._is_oblique(mention)
        if subject:
            self._subject_of[key] = mention.actor
        self._last_person = mention.actor
        before = self._recent.pop(mention.actor, None)
        self._recent[mention.actor] = _Seen(
            mention=mention,
            sentence=sentence,
            voice=voice.id if voice else None,
            subject=subject or self._subject_of.get(key) == mention.actor,
            count=before.count + 1 if before else 1,
        )

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

    # ------------------------------------------------------------- who is meant

    def _whom(self, pending: Pending) -> str | None:
        if pending.form == "epithet":
            return self._epithet(pending)
        word, at = pending.word, pending.span.start
        if word in _I:
            voice = self._voices.at(at)
            return voice.speaker if voice else self._author_at(pending.span)
        if word in _YOU:
            voice = self._voices.at(at)
            return voice.addressee if voice else None
        if word in _HE or word in _SHE:
            return self._third(pending)
        sentence = bisect_right(self._starts, at) - 1
        if word in ONE_OF_TWO:
            return self._plurals.one_of_two(word, sentence)
        if word in THEY:
            return self._they(pending, sentence)
        if word in _WE:
            return self._we(at)
        return None

    def _author_at(self, span: Span) -> str | None:
        """Return whose words the report is, for an "I" that nobody in it says."""
        self._author = named_as_i(self._cast, self._text, span) or self._author
        return self._author

    def _they(self, pending: Pending, sentence: int) -> str | None:
        """Return the group just named; a pair of actors becomes one."""
        found = self._plurals.they(pending.span, pending.word, sentence)
        if found is None:
            return None
        if found.actor is None:
            names = " and ".join(self._actor(member).name for member in found.members)
            found.actor = self._add(names, "group", members=found.members)
            self._plurals.name(found.members, found.actor)
        return found.actor

    def _we(self, at: int) -> str | None:
        """Return the state or body that speaks; whose side a person means is left open."""
        voice = self._voices.at(at)
        speaker = self._cast.actors.get(voice.speaker or "") if voice else None
        return speaker.id if speaker and speaker.kind != "person" else None

    def _actor(self, actor: str) -> Actor:
        return self._added.get(actor) or self._cast.actors[actor]

    def _add(
        self,
        name: str,
        kind: ActorKind,
        members: tuple[str, ...] = (),
        offices: tuple[Office, ...] = (),
    ) -> str:
        """Add an actor that only the second pass makes known."""
        actor = f"a{len(self._cast.actors) + len(self._added) + 1}"
        self._added[actor] = Actor(id=actor, name=name, kind=kind, members=members, offices=offices)
        return actor

    def _spouse(self, pending: Pending) -> str | None:
        """Return the husband or wife of the owner: "his wife"."""
        owner = self._owner(pending)
        if owner is None:
            return None
        if owner not in self._spouses:
            printed = " ".join(pending.span.of(self._text).split())
            title = printed.partition(" ")[2]
            office = Office(title=title, of=owner, evidence=(pending.span,))
            self._spouses[owner] = self._add(printed, "person", offices=(office,))
            self._genders[self._spouses[owner]] = "m" if title.endswith("husband") else "f"
        return self._spouses[owner]

    def _third(self, pending: Pending) -> str | None:
        at = pending.span.start
        gender = "m" if pending.word in _HE else "f"
        if (thanked := object_before(self._text, at)) is not None:
            same = self._new and self._new[-1].span.start == thanked
            return self._new[-1].actor if same else None
        last = self._recent.get(self._last_person)
        if last and last.mention.actor in self._cast.actors:
            fits = self._genders.get(last.mention.actor, gender) == gender
            if fits and is_thanked(self._text, last.mention, at):
                return last.mention.actor
        sentence = bisect_right(self._starts, at) - 1
        voice = self._voices.at(at)
        spoken = {voice.speaker, voice.addressee} if voice else set()
        scored: list[tuple[float, str]] = []
        for actor, seen in reversed(self._recent.items()):
            if sentence - seen.sentence > _REACH or len(scored) > _MOST:
                break
            if actor in spoken:
                continue
            if self._genders.get(actor, gender) != gender:
                continue
            scored.append((self._score(pending, actor, seen, sentence, voice), actor))
        if not scored:
            return None
        scored.sort(reverse=True)
        if len(scored) > 1 and scored[0][0] - scored[1][0] < _MARGIN:
            return None
        best = scored[0][1]
        if self._is_between(best, pending, gender):
            return None
        self._genders.setdefault(best, gender)  # type: ignore[arg-type]
        if best in self._cast.actors or best in self._added:
            return best
        span = pending.span
        self._enter(Mention(span=span, phrase=span, form="pronoun", actor=best))
        return None

    def _is_between(self, best: str, pending: Pending, gender: str) -> bool:
        """Tell whether somebody without a name stands between, in the same sentence."""
        last = next(reversed(self._recent), best)
        if last == best or not last.startswith("?"):
            return False
        opens = self._starts[bisect_right(self._starts, pending.span.start) - 1]
        near = self._recent[last].mention.span.start >= opens
        return near and self._genders.get(last, gender) == gender

    def _score(
        self, pending: Pending, actor: str, seen: _Seen, sentence: int, voice: Statement | None
    ) -> float:
        score = -1.5 * (sentence - seen.sentence)
        same_voice = seen.voice == (voice.id if voice else None)
        score += 1.5 if same_voice else 0
        score += 1.5 if seen.subject else 0
        score += _FAME * log(1 + self._fame[actor])
        score += 0.7 if actor in self._genders else 0
        if seen.mention.form == "pronoun" and actor == self._last_person:
            score += _CHAIN if seen.sentence == sentence else 0
        if pending.word in _OBJECT and seen.sentence == sentence and seen.subject:
            one = is_one_clause(self._text, seen.mention.span.end, pending.span.start)
            score -= 5 if one else 0  # nobody thanks himself by "him"
        return score

    def _epithet(self, pending: Pending) -> str | None:
        """Return the holder of "our president", the state of "our country"."""
        if pending.word in ("the", "this"):
            return self._country(pending)
        if pending.office == "spouse":
            return self._spouse(pending)
        owner = self._owner(pending)
        state = self._cast.states.get(owner) if owner else None
        if state is None and pending.word == "our" and not self._voices.at(pending.span.start):
            state = self._cast.home
        if state is None or pending.office is None:
            return None
        if pending.office == "state":
            return self._holders.get((state, "state"))
        for office in meant_by(pending.office):
            holder = self._holders.get((state, office))
            if holder and holder != owner:
                return holder
        return None

    def _country(self, pending: Pending) -> str | None:
        """Return the state that "the country" is: the one named last nearby, or the speaker's."""
        at = pending.span.start
        sentence = bisect_right(self._starts, at) - 1
        if self._last_state and sentence - self._last_state[0] <= 1:
            return self._last_state[1]
        voice = self._voices.at(at)
        state = self._cast.states.get(voice.speaker or "") if voice else self._cast.home
        return self._holders.get((state, "state")) if state else None

    def _owner(self, pending: Pending) -> str | None:
        voice = self._voices.at(pending.span.start)
        if pending.word in ("our", "my"):
            return voice.speaker if voice else None
        if pending.word == "your":
            return voice.addressee if voice else None
        for mention in reversed(self._new):
            if mention.span.start == pending.span.start:
                return mention.actor
        return None

    # ------------------------------------------------------------- the new cast

    def _finished(self) -> Cast:
        pronouns: dict[str, list[Span]] = {}
        epithets: dict[str, list[Span]] = {}
        for mention in self._new:
            into = pronouns if mention.form == "pronoun" else epithets
            into.setdefault(mention.actor, []).append(mention.span)
        told = (
            _with(self._less_own(actor), pronouns.get(actor.id, ()), epithets.get(actor.id, ()))
            for actor in (*self._cast.actors.values(), *self._added.values())
        )
        silent = self._cast.author
        actors = [a for a in told if a.id != silent or a.mentions or a.pronouns]
        known = {actor.id for actor in actors}
        return Cast(
            actors,
            (*self._kept, *self._new),
            pending=self._left,
            genders={key: value for key, value in self._genders.items() if key in known},
            states=self._cast.states,
            home=self._cast.home,
        )


def _with(actor: Actor, pronouns: Sequence[Span], epithets: Sequence[Span]) -> Actor:
    if not pronouns and not epithets:
        return actor
    free = [s for s in epithets if not any(s.overlaps(m) for m in actor.mentions)]
    return msgspec.structs.replace(
        actor,
        pronouns=tuple(sorted((*actor.pronouns, *pronouns))),
        mentions=tuple(sorted((*actor.mentions, *free))),
    )
