"""Second pass: pronouns, and epithets that rest on them, once statements are known.

"I" is whoever speaks the innermost direct statement, "you" whom it is spoken to. A third
person is the likeliest of those named shortly before (``antecedents``). Where two are about as
likely, the pronoun is left open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from communique.model import Actor, ActorKind, Office, Span, Spans, Statement
from communique.read.layers import Cast, Mention, Pending
from communique.read.who.persons.holders import first_holders
from communique.read.who.persons.inherited import inherited
from communique.read.who.printed.plurals import ONE_OF_TWO, THEY, TWO, Plurals, Together
from communique.read.who.printed.stand_ins import TWO_STATES
from communique.read.who.reference.antecedents import HE, REACH, SHE, Stage
from communique.read.who.reference.author import named_as_i, signer
from communique.read.who.reference.objects import object_before
from communique.read.who.reference.statements import Voices
from communique.read.who.reference.unnamed import Unnamed, unnamed
from communique.read.who.words.lexicon import meant_by

_I = frozenset(("i", "me", "my", "mine", "myself"))
_YOU = frozenset(("you", "your", "yours", "yourself", "yourselves"))
_FILLER = re.compile(r"you know\s*[,;.—–-]", re.IGNORECASE)
"""Said to nobody: "this is, you know, a start"."""
_WE = frozenset(("we", "us", "our", "ours", "ourselves"))


def resolve_pronouns(
    cast: Cast, text: str, sentences: Spans, statements: Sequence[Statement]
) -> Cast:
    """Return the cast with pronouns, and "our president" and the like, tied to actors.

    Pronouns go to :attr:`Actor.pronouns`, epithets to :attr:`Actor.mentions`. What stays
    unclear is left in :attr:`Cast.pending`.
    """
    return _Resolution(cast, text, sentences, statements).cast()


class _Resolution:
    def __init__(
        self, cast: Cast, text: str, sentences: Spans, statements: Sequence[Statement]
    ) -> None:
        self._cast = cast
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._voices = Voices(statements, text)
        self._genders = dict(cast.genders)
        self._stage = Stage(text, sentences, statements, cast.mentions, self._genders)
        self._kept: list[Mention] = []
        self._own: dict[str, set[Span]] = {}
        self._new: list[Mention] = []
        self._left: list[Pending] = []
        self._holders = first_holders(cast)
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
                self._stage.meet(event)
                continue
            actor = self._whom(event)
            if actor is None:
                self._left.append(event)
                continue
            mention = Mention(span=event.span, phrase=event.span, form=event.form, actor=actor)
            self._new.append(mention)
            self._see(mention)
        self._tell_speakers()
        return self._finished()

    def _tell_speakers(self) -> None:
        """Give "I" to whoever speaks by a pronoun: "“I agree,” | she said"."""
        known = {mention.span.start: mention.actor for mention in self._new}
        left, self._left = self._left, []
        for pending in left:
            voice = self._voices.at(pending.span.start) if pending.word in _I else None
            told = (known.get(span.start) for span in voice.source) if voice else ()
            actor = next((one for one in told if one is not None), None)
            if voice is None or voice.speaker or actor is None or pending.form != "pronoun":
                self._left.append(pending)
                continue
            span = pending.span
            self._new.append(Mention(span=span, phrase=span, form="pronoun", actor=actor))

    def _near_pronouns(self) -> list[Span]:
        """Return the sentences that somebody whom "he" or "she" means may stand in."""
        words = (p for p in self._cast.pending if p.word in HE or p.word in SHE)
        ends = {bisect_right(self._starts, pending.span.start) for pending in words}
        near = {n for end in ends for n in range(max(0, end - 1 - REACH), end)}
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

    def _see(self, mention: Mention) -> None:
        sentence = bisect_right(self._starts, mention.span.start) - 1
        actor = self._actor(mention.actor)
        self._plurals.see(mention, actor.kind, actor.members, sentence)
        if actor.kind == "state":
            self._last_state = (sentence, mention.actor)
        elif actor.kind == "person" and mention.form != "pronoun":
            state = self._holders.get((self._cast.states.get(mention.actor, ""), "state"))
            if state:
                self._plurals.see_state(state, sentence)
        if actor.kind == "person":
            self._stage.enter(mention)

    # ------------------------------------------------------------- who is meant

    def _whom(self, pending: Pending) -> str | None:
        if pending.form == "epithet":
            return self._epithet(pending)
        word, at = pending.word, pending.span.start
        if word in _I:
            voice = self._voices.at(at)
            return voice.speaker if voice else self._author_at(pending)
        if word in _YOU:
            voice = self._voices.at(at)
            filler = _FILLER.match(self._text, at)
            return voice.addressee if voice and not filler else None
        if word in HE or word in SHE:
            return self._third(pending)
        sentence = bisect_right(self._starts, at) - 1
        if word in ONE_OF_TWO:
            return self._plurals.one_of_two(word, sentence)
        if word in THEY or word == TWO:
            return self._they(pending, sentence)
        if word in _WE:
            return self._we(at)
        return None

    def _author_at(self, pending: Pending) -> str | None:
        """Return whose words the report is, for an "I" that nobody in it says.

        "A friend of mine, Ann Lee," and "excuse me, Lee" name somebody else.
        """
        if self._cast.author is None and pending.word == "i":
            self._author = named_as_i(self._cast, self._text, pending.span) or self._author
        return self._author

    def _they(self, pending: Pending, sentence: int) -> str | None:
        """Return the group just named; a pair of actors becomes one."""
        if pending.word == TWO:
            found = self._plurals.two(sentence)
            if found and not self._may_be(found.members, pending.span):
                return None
        else:
            opening = self._starts[sentence]
            found = self._plurals.they(pending.span, pending.word, sentence, opening)
        return self._together(found)

    def _together(self, found: Together | None) -> str | None:
        """Return the group of those named together, a new one if there is none yet."""
        if found is None:
            return None
        if found.actor is None:
            names = " and ".join(self._actor(member).name for member in found.members)
            found.actor = self._add(names, "group", members=found.members)
            self._plurals.name(found.members, found.actor)
        return found.actor

    def _may_be(self, members: tuple[str, ...], span: Span) -> bool:
        """Tell whether the two can be "both men" or "the two women"."""
        last = span.of(self._text).split()[-1].casefold()
        gender = {"men": "m", "women": "f"}.get(last)
        return all(gender in (None, self._genders.get(member, gender)) for member in members)

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
        if (thanked := object_before(self._text, pending.span.start)) is not None:
            same = self._new and self._new[-1].span.start == thanked
            return self._new[-1].actor if same else None
        best = self._stage.beside(pending)
        if best is None or best not in self._cast.actors:
            best = self._stage.third(pending)
        if best is None or best in self._cast.actors or best in self._added:
            return best
        span = pending.span
        self._stage.enter(Mention(span=span, phrase=span, form="pronoun", actor=best))
        return None

    def _epithet(self, pending: Pending) -> str | None:
        """Return the holder of "our president", the state of "our country"."""
        if pending.word in ("the", "this"):
            return self._country(pending)
        if pending.word == TWO_STATES:
            sentence = bisect_right(self._starts, pending.span.start) - 1
            home = self._holders.get((self._cast.home or "", "state"))
            return self._together(self._plurals.two_states(sentence, home))
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
        named = [a for a in told if a.id != silent or a.mentions or a.pronouns]
        actors = inherited(self._text, named, (*self._kept, *self._new))
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
