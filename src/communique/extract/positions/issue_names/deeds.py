"""What a deed names: what is done to what, or the thing itself where the verb adds nothing."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.positions.issue_names.things import Name, Things
from communique.extract.positions.issue_names.words import MOST

_SHARED = 12  # items of whom one joins


class Deeds(Things):
    """Reads verbs with their objects; clauses in them are read by who knows those."""

    def _asked(self, whom: tuple[int, int], verb: int, last: int) -> Name | None:
        raise NotImplementedError

    def _is_gerund(self, first: int, last: int) -> bool:
        raise NotImplementedError

    def _done_by(self, verb: int, last: int) -> Name | None:
        """Read the present of a verb with its object: "gets | the bomb"."""
        done = self._word(verb).removesuffix("s")
        thing = self._thing(verb + 1, last) if verb + 1 < last else None
        if thing is None or done in self._list("light"):
            return thing
        if done in self._list("ending"):
            return replace(thing, ends=not thing.ends)
        words = (self._gerund(done), *thing.words)[:MOST]
        return Name(words, len(words), deed=True)

    def _done_to(self, thing: Name, at: int) -> Name:
        """Return what is to be done to a thing: "the gates must be opened"."""
        done = self._word(at)
        if done in self._list("ending"):
            return replace(thing, ends=not thing.ends)
        if done in self._list("light"):
            return thing
        handed = self._gerund(done) in self._list("handing") and at + 1 < len(self._items)
        if handed and self._has(at + 1, "article", "determiner", "possessive"):
            return replace(thing, cut=True)  # "Lind should be awarded | the prize"
        words = (self._gerund(done), *self._particle(at + 1), *thing.words)[:MOST]
        return Name(words, len(words), deed=True)

    def _deed(self, at: int, last: int) -> Name | None:
        """Read "(to) open the gates"; ``items[at]`` is the verb or an adverb before it."""
        while at + 1 < last and (
            self._has(at, "not", "adverb", "do")
            or self._is_manner(at)
            or self._word(at) in ("further", "better")
        ):
            at += 1
        if at >= last or not self._is_verb(at) or self._has(at, "be"):
            return None
        verb = self._word(at)
        if at + 2 < last and self._word(at + 1) == "sure":
            return self._complement(at + 2, last)  # "make sure that …"
        if verb in self._list("taking") and (to := self._past_measures(at + 1, last)):
            return self._deed(to, last)
        if verb in ("put", "bring", "set", "call") and self._is_end(at + 1, last):
            return self._ended(at + 1, last)
        joined = self._past_joined(at, last)
        shared = self._shared_deed(at, last)
        if shared is not None:
            return self._deed(shared, last)
        particle = self._particle(joined + 1)
        after = joined + 1 + len(particle)
        object_at = self._object(after, last)
        if verb in self._list("ending"):
            return self._ended(at, last) if self._ends(at) else None
        paid = self._past_sum(object_at, last)
        if paid > object_at:  # "invest $2 billion in schools", "… to train teachers"
            return self._spent(at, paid, last)
        onward = object_at == after and after + 1 < last and self._word(after) == "to"
        if onward and self._is_verb(after + 1):
            return self._deed(after + 1, last)  # "prepare to build"
        kept_from = self._kept_from(at, last)
        if kept_from is not None:
            deed = self._deed(kept_from, last)
            return replace(deed, ends=not deed.ends) if deed else None
        led = object_at > after and verb in self._list("light_led")
        # "bring down | prices", "call out | the abuses"
        moving = particle in (("down",), ("up",), ("out",))
        if led or (verb in self._list("light") and not moving):
            return self._lightly_done(at, after, object_at, last)
        thing = self._thing(self._given(verb, object_at, last), last) if object_at < last else None
        if thing is None:
            return self._alone(verb)
        if thing.ends or self._is_sent_on(verb, object_at, last):
            return thing
        to = next((n for n in range(after, object_at) if self._has(n, "preposition")), None)
        joint = (self._word(to),) if to is not None else ()
        before = (self._gerund(verb), *particle, *joint)
        whole = len(before) + len(thing.words) <= MOST
        words = (*before, *(thing.words if whole else thing.words[: thing.head]))
        return Name(words[:MOST], len(words), deed=True, cut=thing.cut or len(words) > MOST)

    def _lightly_done(self, at: int, after: int, object_at: int, last: int) -> Name | None:
        """Return what is meant where the verb at ``items[at]`` adds nothing to it."""
        verb = self._word(at)
        if verb in ("remain", "stay") and after < last and self._is_adjective(self._word(after)):
            return None  # "remain watchful of the vote"
        if object_at > after and not self._leads(after, object_at):
            return self._alone(verb)  # "act without delay"
        if object_at + 1 < last and self._word(object_at) == "accountable":
            thing = self._thing(object_at + 1, last)  # "hold accountable | the raiders"
            return self._as_deed(self._gerund(verb), thing, ("accountable",)) if thing else None
        let_in = self._let_in(verb, object_at, last) or self._let_fail(verb, object_at, last)
        if let_in is not None:
            return let_in
        moved = object_at + 1 < last and self._items[object_at].ref is not None
        moved = moved and not self._has(object_at, "possessive")
        if moved and self._word(object_at + 1) in self._list("placed"):
            return self._placed(object_at, last)
        if verb in self._list("assuring") and object_at < last:
            return self._complement(object_at, last)
        if moved and self._word(object_at + 1) == "to" and object_at + 2 < last:
            return self._asked((object_at, object_at + 1), object_at + 2, last)
        if moved and self._word(object_at + 1) in self._list("moved"):
            return self._moved(at, object_at, last)
        if object_at >= last:
            return self._alone(verb)
        kept = self._kept_so(object_at, last) or self._kept_where(at, object_at, last)
        if kept is not None:
            return kept
        clause = self._word(object_at) in ("to", "that") or self._is_gerund(object_at, last)
        read = self._complement if clause else self._thing
        return read(object_at, last) or self._alone(verb)

    def _let_in(self, verb: str, first: int, last: int) -> Name | None:
        """Read "(allow) cameras | into the camps"."""
        done = self._gerund(verb)
        if done not in ("allowing", "permitting", "letting") or first >= last:
            return None
        end = self._end(self._start(first, last), last)
        if end + 1 >= last or self._word(end) not in ("into", "onto", "through", "across"):
            return None
        thing, place = self._thing(first, end), self._thing(end + 1, last, 2)
        return (
            self._as_deed(done, thing, (self._word(end), *place.words)) if thing and place else None
        )

    def _let_fail(self, verb: str, first: int, last: int) -> Name | None:
        """Read "(let) the talks | fail", which is to end them."""
        if self._gerund(verb) not in ("allowing", "permitting", "letting"):
            return None
        near = range(first + 1, min(last, first + _SHARED))
        at = next((n for n in near if self._word(n) in self._list("failing")), None)
        if at is None or at == first + 1:
            return None
        thing = self._thing(first, at - (self._word(at - 1) == "to"))
        return replace(thing, ends=not thing.ends) if thing is not None else None

    def _is_last(self, at: int, last: int) -> bool:
        """Tell whether nothing that a verb could take follows it."""
        after = at + 1
        return after >= last or self._has(after, "preposition", "adverb", "conjunction", "pronoun")

    def _kept_so(self, first: int, last: int) -> Name | None:
        """Read "(keep) the border | open"."""
        end = self._end(self._start(first, last), last)
        places = (at for at in (end - 1, end) if first < at < last)
        at = next((at for at in places if self._word(at) in self._list("kept_so")), None)
        if at is None:
            return None
        thing = self._thing(first, at)
        return Name((self._word(at), *thing.words), thing.head + 1) if thing else None

    def _kept_where(self, verb: int, first: int, last: int) -> Name | None:
        """Read "(bring) prices | down", "(hold) the junta | to account"."""
        start = self._start(first, last)
        end = self._end(start, last)
        if self._word(end - 1) in self._list("moved") | self._list("kept_as"):
            end -= 1
        if not start < end < last:
            return None
        thing = self._thing(first, end) or Name(self._words(start, end), 1)
        if not thing.words or self._has(start, "pronoun"):
            return None
        done = self._gerund(self._word(verb))
        at = self._past_place(end, last) if done == "holding" else end
        word = self._word(at) if at < last else ""
        ahead = self._word(at + 1) if at + 1 < last else ""
        if (word, ahead) == ("under", "control"):
            return self._as_deed(done, thing, (word, ahead))
        if word == "to" and ahead == "account":
            return self._as_deed(done, thing, (word, ahead))
        if done == "holding" and word == "to" and self._has(at + 1, "possessive"):
            return self._as_deed(done, thing, (word, *self._words(at + 2, at + 3)))
        if word in self._list("moved") and (done != "keeping" or word not in ("into", "on")):
            closed = not ahead[:1].isalpha() or self._has(at + 1, "preposition", "conjunction")
            return self._as_deed(done, thing, (word,)) if closed else None
        if done != "keeping":
            return None
        if word in self._list("kept_as"):
            return self._as_deed(done, thing, (word,))
        if word in self._list("kept_in") and (place := self._thing(at + 1, last, 2)):
            return self._as_deed(done, thing, (word, *place.words))
        return None

    def _as_deed(self, done: str, thing: Name, how: tuple[str, ...]) -> Name:
        words = (done, *thing.words[-(MOST - 1 - len(how)) :], *how)
        return Name(words, len(words), deed=True)

    def _past_place(self, at: int, last: int) -> int:
        """Return where what follows a place begins: "the junta | in Kelmara | to account"."""
        if at + 1 < last and self._has(at, "preposition") and self._word(at) in ("in", "of", "at"):
            return self._end(self._start(at + 1, last), last)
        return at

    def _shared_deed(self, at: int, last: int) -> int | None:
        """Return the verb in "(join) Lutha in | banning the nets"."""
        if not self._word(at).startswith("join"):
            return None
        near = range(at + 1, min(last - 2, at + _SHARED))
        into = next((n for n in near if self._word(n) == "in" and self._is_doing(n + 1)), None)
        return into + 1 if into is not None else None

    def _is_sent_on(self, verb: str, at: int, last: int) -> bool:
        """Tell whether a law is only passed on: "send the bill to my desk"."""
        words = [item.word for item in self._items[at:last]]
        return verb == "send" and "desk" in words

    def _kept_from(self, verb: int, last: int) -> int | None:
        """Return the verb in "prevent Lutha from | shutting the strait"."""
        if self._gerund(self._word(verb)) not in self._list("keeping_from"):
            return None
        near = range(verb + 2, min(last - 2, verb + _SHARED))
        at = next((n for n in near if self._word(n) == "from" and self._is_doing(n + 1)), None)
        return at + 1 if at is not None else None

    def _given(self, verb: str, at: int, last: int) -> int:
        """Return where what is given begins: "give farmers | the land"."""
        if self._gerund(verb) not in self._list("handing") or at >= last:
            return at
        end = self._end(self._start(at, last), last)
        if end + 1 < last and self._word(end) in ("from", "in", "of"):
            end = self._end(self._start(end + 1, last), last)  # "migrants from Lutha | a pathway"
        return end if at < end < last - 1 and self._has(end, "article", "possessive") else at

    def _past_measures(self, at: int, last: int) -> int | None:
        """Return the verb in "(take) further measures to | end the raids"."""
        end = self._end(self._start(at, last), last)
        told = at < end < last - 1 and self._word(end - 1) in self._list("measures")
        return end + 1 if told and self._word(end) == "to" else None

    def _moved(self, verb: int, first: int, last: int) -> Name | None:
        """Return what is done with somebody: "bring Lutha closer to the union"."""
        whole = min(last, first + 4)
        whole = next((n for n in range(first, whole) if self._has(n, "relative")), whole)
        words = (self._gerund(self._word(verb)), *self._words(first, whole))
        while words and self._lexicon.has(words[-1], "preposition", "determiner", "conjunction"):
            words = words[:-1]
        return Name(words, len(words), deed=True) if len(words) > 1 else None

    def _placed(self, first: int, last: int) -> Name | None:
        """Return as what somebody is seen: "(see) Lutha among the guarantors"."""
        thing = self._thing(first + 2, last)
        if thing is None:
            return None
        words = (*self._words(first, first + 1), self._word(first + 1), *thing.words)[:MOST]
        return Name(words, len(words))

    def _spent(self, verb: int, at: int, last: int) -> Name | None:
        """Return what money at ``items[verb]`` is for, told at ``items[at]``."""
        if self._word(at) == "to":
            return self._deed(at + 1, last)
        if at + 2 < last and self._is_doing(at + 1) and self._has(at, "preposition", "to"):
            return self._deed(at + 1, last)  # "spend a million on | mending the dam"
        thing = self._thing(at, last)
        if thing is None:
            return None
        spent = self._word(at) != "in" or self._word(verb).startswith(("invest", "spend"))
        joint = (self._word(at),) if spent and self._has(at, "preposition") else ()
        words = (self._gerund(self._word(verb)), *joint, *thing.words)[:MOST]
        return Name(words, len(words), deed=True)

    def _alone(self, verb: str) -> Name | None:
        return Name((self._gerund(verb),), 1, deed=True) if verb in self._list("alone") else None

    def _ended(self, at: int, last: int) -> Name | None:
        """Return what is ended by the verb or noun at ``items[at]``."""
        if self._is_end(at, last) and self._word(at) not in self._list("ending"):
            at += 1
        after = self._opening(at + 1 + len(self._particle(at + 1)), last)
        while after < last and self._word(after) == "to":
            after = self._opening(after + 1, last)
        thing = self._complement(after, last) if after < last else None
        if thing is None:
            return None
        return replace(thing, ends=not thing.ends)

    def _left_by(self, subject: tuple[int, int], deed: Name) -> Name:
        """Read "the governor | must resign" with who is to go: the name tells nothing alone."""
        who = self._words(*subject)
        if not who or self._has(subject[0], "pronoun"):
            return replace(deed, cut=True)
        if len(deed.words) > 1 and not self._lexicon.has(deed.words[1], "preposition"):
            words = (*who, *deed.words)  # "Lind quitting the race"
            return Name(words, len(words), deed=True, cut=len(words) > MOST)
        return Name(("resignation", "of", *who), 1)

    def _can_act(self, subject: tuple[int, int]) -> bool:
        """Tell whether a nameless subject is a body or people: "the government", "merchants"."""
        head = self._word(subject[1] - 1)
        return head in self._list("asked") or head.endswith(tuple(self._list("people_endings")))

    def _is_done_by(self, at: int, last: int) -> bool:
        """Tell whether a verb that adds something tells by whom: "shared | by all"."""
        by = next((n for n in range(at + 1, min(last - 1, at + 3)) if self._word(n) == "by"), None)
        light = self._word(at) in self._list("light")
        return by is not None and not light and self._past_date(by + 1, last) == by + 1

    def _is_armed(self, subject: tuple[int, int]) -> bool:
        """Tell whether troops are told of, whoever's they are."""
        return self._word(subject[1] - 1) in self._list("armed")

    def _is_somebody(self, subject: tuple[int, int]) -> bool:
        """Tell whether a subject is an actor, not a thing that goes with one: "peace in Lutha"."""
        joined = any(self._has(at, "preposition") for at in range(*subject))
        last = subject[1] - 1
        named = self._items[last].ref is not None and not joined
        return named or self._has(last, "pronoun")

    def _bare_verb(self, first: int, last: int) -> int | None:
        """Return the verb of "(that) the board | cut the quota", which nobody named is to do."""
        if first + 3 >= last or not self._has(first, "article"):
            return None
        for at in range(first + 2, min(first + 4, last - 1)):
            if not (self._is_part(at - 1) and self._is_verb(at)):
                return None
            if self._has(at + 1, "determiner", "possessive") or self._items[at + 1].ref:
                return at
            if self._word(at + 1) in self._list("particles"):
                return at
        return None
