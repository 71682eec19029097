"""What an issue is called in the words of the report: its head noun with what tells it apart.

"Insists that the gates of the dam be opened" is a stand on *opening gates of the dam*, "calls for
an end to the raids" on the *end of raids*, "must protect the rights of miners" on the *rights of
miners*. Which words are verbs and which nouns is told by where they stand and by the lists of
``issue_words.toml``; no word is named that the report lacks, but a verb takes its form in "-ing".
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import STRONG
from communique.extract.modality import Items
from communique.extract.positions.issue_names.carried import Carried
from communique.extract.positions.issue_names.things import Name
from communique.extract.positions.stand import Stand
from communique.extract.view import View

_BACK = 12  # sentences in which a bill was named before
_REACH = 10  # items between whom one asks and what is asked: "urged the miners to …"


def name_of(view: View, items: Items, stand: Stand) -> Name | None:
    """Return what the issue of a stand is called, or ``None`` where the words name nothing."""
    return _Reader(view, items).name(stand)


def thing_at(view: View, items: Items, first: int, last: int, *, asks: bool = False) -> Name | None:
    """Return what the phrase at ``items[first]`` names; who ``asks`` may want somebody to act."""
    reader = _Reader(view, items)
    reader._asks = asks
    return reader._complement(first, last)


def named_before(view: View, number: int, head: str, edge: int) -> Name | None:
    """Return the fuller name that ``head`` has in the sentences up to ``number``, the last one.

    Of the last one, only the items before ``edge`` count.
    """
    for at in range(number, max(-1, number - _BACK), -1):
        items = view.items(at)
        reader = _Reader(view, items)
        for end in range(edge if at == number else len(items), 1, -1):
            if items[end - 1].word != head or (name := reader.name_ending(end)) is None:
                continue
            if not any(word.endswith("ed") for word in name.words[1:]):
                return name  # not "the miners rejected the | bill"
    return None


class _Reader(Carried):
    """Reads what a stand is on off the items of one sentence."""

    def name(self, stand: Stand) -> Name | None:
        kind, _, cue = stand.why.partition(":")
        first, last = stand.about
        if kind == "prescribe":
            verb = stand.cue + len(cue.split())
            return self._clause(self._subject(stand), verb, stand.end)
        if kind == "kept":
            verb = stand.cue + len(cue.split()) - 1
            return self._clause(self._subject(stand), verb, stand.end)
        if kind in ("verdict", "effect", "passive", "received"):
            return self._complement(*self._past_whom(*self._subject(stand)))
        if kind == "evaluate" and last <= stand.cue:
            whole = self._past_subject(first)
            if whole == first > 0 and self._has(first - 1, "preposition"):
                return Name((self._word(first),), 1, cut=True)  # "getting out of | the deal"
            return self._complement(whole, last)
        if kind == "limit":
            return self._deed(first, last)
        if kind == "refuse" and (known := self._recognised(first, last)):
            return known
        if kind == "refuse":
            return self._deed(first - 1 - (self._word(first - 1) in self._list("particles")), last)
        if kind == "impersonal" and first == stand.cue:
            first += len(cue.split())
        if cue.startswith(("let", "why should")):
            return self._deed(first, last)  # "let us | stop this war"
        if cue == "agree" and self._word(first) == "with":
            first = self._shared(first, last)
        if cue == "stand":  # "with Lutha | against the raids"
            last = next((n for n in range(first + 2, last) if self._word(n) == "against"), last)
        if kind == "possessed":
            last = self._until_told(first, last)
        first -= cue.endswith(" that") and self._word(first - 1) == "that"  # "demand | that …"
        first += 2 * (cue == "say" and self._word(first) in ("yes", "no"))  # "no to | the base"
        if cue in self._list("striving"):  # "does everything | to end the war"
            first = next((at for at in range(first, last) if self._word(at) == "to"), first)
        either = cue in self._list("either")
        self._asks = kind in ("verb", "noun", "possessed") and cue in self._list("asking")
        self._against = () if cue in self._list("backing") else ("against",)
        verbal = not either or self._is_known_verb(first) or self._takes_object(first, last)
        if cue.endswith(" to") and kind != "verb" and verbal:
            deed = self._deed(first, last)
            if kind == "impersonal" and not deed and self._is_pointing(first + 1, last):
                return None  # "it is time to fix this"
            return deed if deed or self._is_known_verb(first) else self._complement(first, last)
        name = self._complement(first, last)
        if self._bids_somebody(cue, name):
            return None  # "urges the government of Lutha, …"
        if not either or name is None or name.start != first or len(name.words) > 1:
            return name
        noun = self._word(first).endswith(tuple(self._list("noun_endings")))
        return name if noun or self._is_capital(first) else None  # "committed to attend"

    def _bids_somebody(self, cue: str, name: Name | None) -> bool:
        """Tell whether a name is only of whom something is asked: "urged senators on …"."""
        if not self._asks or name is None or name.deed:
            return False
        head = name.words[name.head - 1]
        asked = self._list("asked")
        people = head.endswith(tuple(self._list("people_endings"))) or head in asked
        some = head.endswith("s") and name.head == len(name.words) and head in asked
        return name.words[0] in asked or some or (cue in self._list("bidding") and people)

    def _recognised(self, first: int, last: int) -> Name | None:
        """Read "(does not) recognise | the outcome"; of states and bodies it is recognition."""
        if not self._word(first - 1).startswith("recogni"):
            return None
        thing = self._complement(first, last)
        statehood = thing is not None and thing.words[-1] in self._list("statehood")
        return thing if thing is not None and thing.named is None and not statehood else None

    def _until_told(self, first: int, last: int) -> int:
        """Return where it is told what came of it: "his call for a truce | was ignored"."""
        for at in range(first + 1, last):
            if self._has(at, "relative", "subordinator"):
                return last
            if self._word(at) in self._list("finite"):
                return at
        return last

    def _shared(self, first: int, last: int) -> int:
        """Return where the view begins in "agrees with Lutha | that the gates must open"."""
        near = range(first + 2, min(last - 2, first + _REACH))
        that = next((at for at in near if self._word(at) == "that"), None)
        named = that is not None and any(self._items[at].ref for at in range(first, that))
        return that if that is not None and named else first

    def _subject(self, stand: Stand) -> tuple[int, int]:
        """Return the whole subject: "the tolls on | shipping" must stay."""
        return self._past_subject(stand.first), stand.subject_end

    def _past_subject(self, first: int) -> int:
        done = first - 1 - (first > 1 and self._has(first - 1, "determiner"))
        if first and self._is_known_verb(done) and self._word(done).endswith("ing"):
            return done  # "lifting | the embargo" would be wrong
        joined = first > 1 and self._has(first - 1, "preposition") and self._is_part(first - 2)
        if joined and not self._has(first, "pronoun") and self._word(first - 1) != "to":
            return self._from(first - 1)
        return first

    # ------------------------------------------------------------ what a verb takes

    def _complement(self, first: int, last: int) -> Name | None:
        """Read "to end the raids", "that the gates open", "Lutha to …", "the raids"."""
        first = self._opening(first, last)
        if first >= last:
            return None
        first = self._past_sum(first, last)
        word = self._word(first)
        if word in self._list("wishing") and first + 1 < last:
            return self._deed(first + 1, last) or self._complement(first + 1, last)
        if word == "to":
            if first + 1 < last and self._is_verb(first + 1):
                return self._deed(first + 1, last)
            joins = first + 2 < last and self._items[first + 1].ref and self._is_doing(first + 2)
            return (self._complement if joins else self._thing)(first + 1, last)
        having = self._having(first + (word == "that"), last)
        if having is not None:
            return having
        bare = self._bare_verb(first + 1, last) if word == "that" and self._asks else None
        if bare is not None:
            return self._deed(bare, last)  # "(demands) that the board | cut the quota"
        if word == "that" and self._tells_clause(first + 1, last):
            return self._that(first + 1, last)
        if word in ("that", "if", "when") and first + 2 < last and self._items[first + 1].ref:
            return self._of_actor(first + 1, last)
        if self._items[first].ref and first + 1 < last and self._is_doing(first + 1):
            words = self._words(first, min(last, first + 5))
            words = tuple(word for word in words if not self._lexicon.has(word, "article"))
            return Name(words, len(words), deed=True)  # "Lutha joining the union"
        to = self._infinitive(first, last)
        if to is not None:
            return self._asked((first, to), to + 1, last)
        joined = self._items[first].ref is not None and first + 2 < last
        if joined and self._word(first + 1) in ("for", "of", "from", *self._against):
            return self._complement(first + 2, last)
        if word.endswith("ing") and self._is_gerund(first, last):
            return self._deed(first, last)
        if self._of_actor_at(first, last):
            return self._of_actor(first, last)
        if self._tells_clause(first, last):
            return self._that(first, last) or self._thing(first, last)
        name = self._resulting(first, last) or self._thing(first, last)
        return None if word == "that" and self._is_subject(name, last) else name

    def _having(self, first: int, last: int) -> Name | None:
        """Read "(that) women have | access to school"."""
        end = self._end(self._start(first, last), last)
        verbs = self._list("having") | self._list("going_on")
        at = next(
            (n for n in range(first + 1, end + 1) if n < last and self._word(n) in verbs), last
        )
        if at < last and self._word(at) in self._list("going_on"):
            return self._thing(first, at)
        if at >= last - 1:
            return None
        return self._thing(at + 1, last) if self._word(at + 1) != "to" else None

    def _of_actor(self, at: int, last: int) -> Name | None:
        """Read "Lutha | release the crew", "Lutha | never gets the bomb"."""
        verb = self._predicate(at + 1, last)
        deed = self._deed(verb, last)
        if deed is None and verb < last and self._word(verb).endswith("s"):
            deed = self._done_by(verb, last)
        if deed is not None and deed.words[0] == "becoming":
            words = (*self._words(at, at + 1), *deed.words)
            deed = replace(deed, words=words, head=len(words))  # "Lutha | becoming a haven"
        until = verb
        while until < last and self._has(until, "do", "not", "adverb"):
            until += 1
        denied = any(self._has(n, "not") for n in range(at + 1, until))
        return replace(deed, ends=not deed.ends) if deed is not None and denied else deed

    def _resulting(self, first: int, last: int) -> Name | None:
        """Read "(wants) the tolls | scrapped"."""
        start = self._start(first, last)
        end = self._end(start, last)
        done = self._word(end - 1).endswith("ed") and not self._word(end - 1).endswith("eed")
        closes = end == last or self._word(end) in ("and", "or", "but")
        end -= closes and end - 1 > start and done
        if end >= last or not self._word(end).endswith(("ed", "wn", "en")):
            return None
        if self._word(end) in self._list("no_participles"):
            return None  # "persuade | undecided voters"
        behind = self._word(end + 1) if end + 1 < last else ""
        placed = behind in ("at", "and", "or", "but") or not behind[:1].isalpha()
        placed = placed or (behind == "to" and self._items[first].ref is not None)
        if not placed and not self._has(end + 1, "adverb"):
            return None
        if self._has(end, "preposition", "be", "have"):
            return None
        thing = self._thing(first, end)
        return self._done_to(thing, end) if thing else None

    def _tells_clause(self, first: int, last: int) -> bool:
        """Tell whether a subject and something due follow: "the gates should open"."""
        for at in range(first, min(last, first + _REACH)):
            if self._word(at) in STRONG or self._word(at) == ",":
                return False
            if self._has(at, "genitive") or self._items[at].date >= 0:
                continue
            joins = at > first and self._has(at, "conjunction") and at + 1 < last
            if joins and self._has(at + 1, "be", "have", "modal", "future"):
                return False  # "(committed to) peace and | is prepared"
            if joins and self._is_doing(at + 1):
                return False  # "sharing the load and | ensuring Lutha is safe"
            if at > first and self._has(at, "modal", "future", "be"):
                return self._word(at) != "being"
            if at > first and self._word(at) in ("need", "needs", "has", "have"):
                return at + 1 < last and self._word(at + 1) == "to"
            if self._has(at, "relative", "subordinator") or self._word(at) == "to":
                return False
        return False

    def _that(self, first: int, last: int) -> Name | None:
        verb = first + 1
        while verb < last and (
            self._has(verb, "genitive") or not self._has(verb, "modal", "future", "be", "have")
        ):
            if self._word(verb) in ("need", "needs"):
                break
            verb += 1
        if verb >= last:
            return None
        name = self._clause((first, verb), verb, last)
        denied = any(self._has(n, "not") for n in range(verb, self._predicate(verb, last)))
        return replace(name, ends=not name.ends) if name is not None and denied else name

    def _infinitive(self, first: int, last: int) -> int | None:
        """Return the "to" of "Lutha to release them" and "all parties to show restraint"."""
        if self._word(first) in self._list("leading") | self._list("wanting"):
            return None
        if not self._asks and self._items[first].ref is None:
            return None  # "reform the courts to address …"
        for at in range(first + 1, min(last - 1, first + _REACH)):
            word = self._word(at)
            if word == "," and self._lists_whom(at, last):
                continue  # "urged towns, lenders and guilds to lower the toll"
            if word in STRONG or word == "," or word.endswith("ing"):
                return None
            if self._has(at, "be", "have", "modal"):
                return None
            if self._has(at, "preposition") and word not in ("to", "of"):
                return None
            if self._has(at, "conjunction") and self._word(at + 1) == "to":
                return None
            if word == "of" and self._word(at - 1) in self._list("wanting"):
                return None  # "the freedom of miners to vote"
            if word == "to":
                if self._word(at + 1) in ("end", "stop", "cease") and self._is_last(at + 1, last):
                    return at  # "wants the war | to stop"
                if self._word(at - 1) in self._list("wanting") | self._list("leading"):
                    return None
                if self._word(at - 1) in self._list("visits"):
                    return None  # "his nominee | to lead the bank"
                if self._word(at - 1) in self._list("endings") or self._is_abstract(first, at):
                    return None  # "an end | to junk fees", "dialogue | to settle it"
                return at if self._is_verb(at + 1) else None
        return None

    def _asked(self, whom: tuple[int, int], verb: int, last: int) -> Name | None:
        """Read "Lutha | to | release them" and "the attacks | to | stop"."""
        done = self._predicate(verb, last)
        if done < last and self._is_passive(verb, done):
            thing = self._thing(*whom)
            return self._done_to(thing, done) if thing else None
        deed = self._deed(verb, last)
        if deed is None and self._ends(verb):
            thing = self._thing(*whom)
            return replace(thing, ends=not thing.ends) if thing else None
        if deed is not None and deed.words[0] in self._list("leaving"):
            return self._left_by(whom, deed)
        return deed

    def _is_gerund(self, first: int, last: int) -> bool:
        word = self._word(first)
        known = ("light", "ending", "making", "unmaking")
        if word in self._wording.sent_on or any(word in self._list(name) for name in known):
            return True
        if first + 1 >= last:
            return False
        ahead = first + 1
        if self._word(ahead) in self._list("particles"):
            return True
        return self._items[ahead].ref is not None or self._has(ahead, "determiner", "pronoun")

    # ------------------------------------------------------------ clauses and deeds

    def _clause(self, subject: tuple[int, int], verb: int, last: int) -> Name | None:
        """Read "the gates | must be opened" and "Lutha | must open the gates"."""
        at = self._predicate(verb, last)
        if at > verb and self._has(at - 1, "have") and not self._is_done(at):
            at -= 1  # "must have | a say"
        passive = at < last and self._is_passive(verb, at)
        if passive and self._is_done_by(at, last):
            return None  # "must be shared by all"
        if passive:
            thing = self._thing(*subject)
            if thing and self._word(at) in self._list("fought"):
                return thing  # "the fight for civil rights must be fought"
            return self._done_to(thing, at) if thing else None
        if at < last and self._is_be(verb, at):
            return self._being(subject, at, last)
        person = self._is_somebody(subject)
        if at < last and self._is_armed(subject) and self._word(at) in self._list("withdrawing"):
            return Name(("withdrawal", "of", self._word(subject[1] - 1)), 1)  # "troops must leave"
        deed = self._deed(at, last) if at < last else None
        wide = deed is not None and len(deed.words) > 1
        if deed is not None and deed.words[0] in self._list("leaving"):
            return self._left_by(subject, deed)
        if deed and wide and not (person or self._can_act(subject)):
            return replace(deed, cut=True)  # "the plan should inspire a change"
        if person or wide or (deed and self._has(at + 1, "preposition")):
            return deed
        thing = self._thing(*subject)
        if thing is None:
            return deed
        if at + 1 < last and self._word(at + 1) in self._list("kept_so"):
            return Name((self._word(at + 1), *thing.words), thing.head + 1)  # "must stay open"
        words = [item.word for item in self._items[at : at + 4]]
        if words[:2] == ["come", "to"] and "end" in words:
            return replace(thing, ends=not thing.ends)
        gone = at < last and self._word(at) == "go" and not self._word(at + 1)[:1].isalpha()
        if gone or (at < last and self._ends(at)):
            return replace(thing, ends=not thing.ends)
        if at < last and self._word(at) in self._list("ending"):
            return None
        goes_on = at < last and self._word(at) in self._list("light")
        return thing if goes_on or thing is None else replace(thing, cut=True)

    def _being(self, subject: tuple[int, int], at: int, last: int) -> Name | None:
        """Read "Lutha should be | a member" and "the fees should be | low"."""
        if self._word(at) == "able" and at + 2 < last:
            return self._deed(at + 2, last)
        person = self._is_somebody(subject)
        if person and self._has(at, "article", "determiner"):
            return self._thing(at, last)
        thing = None if person else self._thing(*subject)
        if thing is not None and self._is_adjective(self._word(at)):
            return Name((self._word(at), *thing.words), thing.head + 1)  # "fair prices"
        return thing

    def _of_actor_at(self, at: int, last: int) -> bool:
        if self._items[at].ref is None or at + 2 >= last:
            return False
        return self._has(at + 1, "not") or self._word(at + 1) in self._list("gets")
