"""What a noun phrase names: its head with what is joined to it, without what only leads to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.extract.positions.issue_names.phrases import Phrases
from communique.extract.positions.issue_names.words import MOST

_LISTED = 10  # items behind the first of a list
_AIMED = ("s", "ment", "ion")  # nouns that name little without what they are for
_SHARING = 4  # items of a name that may share the noun behind the next: "child | and family care"
_WIDE = 5  # words of a name that was told before


@dataclass(frozen=True, slots=True)
class Name:
    """What an issue is called.

    ``words`` are in lower case; the first ``head`` of them are the phrase without what is joined
    to it. ``ends``: the stand is on the end of what the words name. ``deed``: the first word is
    what is done, in "-ing". ``within`` is what a treaty, plan or deal is about. ``named`` is the
    item of the actor whose name is all there is. ``definite``: one is spoken of that readers
    know ("the treaty"). ``cut``: it is part of a longer phrase ("child | and family care").
    ``owner`` is the item of the one who is named as having it.
    """

    words: tuple[str, ...]
    head: int
    ends: bool = False
    deed: bool = False
    within: Name | None = None
    named: int | None = None
    definite: bool = False
    cut: bool = False
    start: int | None = None
    owner: int | None = None

    def __str__(self) -> str:
        return " ".join(self.words).replace(" 's", "'s").replace(" '", "'")


class Things(Phrases):
    """Reads noun phrases; what verbs and clauses in them name is read by who knows those."""

    def _complement(self, first: int, last: int) -> Name | None:
        raise NotImplementedError

    def _deed(self, at: int, last: int) -> Name | None:
        raise NotImplementedError

    def name_ending(self, end: int) -> Name | None:
        """Return the noun phrase that ends before ``items[end]``, where it has more than a noun."""
        first = self._start(self._from(end), end)
        words = self._words(first, end)
        return Name(words, len(words)) if len(words) > 1 else None

    def _from(self, end: int) -> int:
        """Return where the words begin that can stand before the noun that ends there."""
        first = end - 1
        while first and end - first < _WIDE and self._is_part(first - 1):
            first -= 1
        return first

    def _thing(self, first: int, last: int, depth: int = 0) -> Name | None:
        """Read a noun phrase: "the recent decision to close the port" without what is empty."""
        first = self._start(first, last)
        end = self._end(first, last)
        if first >= end or self._is_cut(end) or self._are_those(first):
            return None
        if end < last and self._word(end) == "being":
            return None  # "sick of their city | being called so"
        if end == first + 1 < last and self._word(end) == "such":
            return None  # "the importance of makers | such as …"
        head = self._word(end - 1)
        after = self._past_date(end, last)
        joint = self._word(after) if after + 1 < last and self._items[after].ref is None else ""
        within = self._led(after, last, head, joint) if depth < 2 else None
        if depth == 2 and head in self._list("plagues") and joint == "of":
            return self._thing(after + 1, last, depth + 1)  # "the scourge of | ransom"
        if within is not None:
            return within
        if end == first + 1 and self._is_title_on(first, after, last):
            return None  # "the Centre | for River Control"
        words = self._unjudged(first, end)
        wants = len(words) == 1 and head.endswith("ing") and joint != ""
        joined = self._joined(after, last, head, joint, len(words), wants) if depth < 2 else ()
        told = head in self._list("wanting") and self._is_adjective(words[0])
        alone = len(words) == 1 or (len(words) == 2 and (told or head in self._list("bare")))
        if alone and depth < 1 and not joined:
            joined = self._described(end, last)
        laid_down = self._laid_down(first, end, last) if depth == 0 and not joined else None
        if laid_down is not None:
            return laid_down
        if not joined and self._is_empty(words) and not self._is_acronym(end - 1):
            return None
        titled = all(self._is_capital(at) for at in range(first, end - 1))
        named = end - 1 if titled and self._items[end - 1].ref and not joined else None
        if self._word(end - 1).endswith(".") and end < last and self._items[end].ref:
            named = end  # "Sen. | Cole"
        about = self._about(after, last, head, joint) if depth < 2 else None
        known = len(words) == 1 and end > 1 and self._word(end - 2) in self._list("definite")
        return Name(
            (*words, *joined),
            len(words),
            within=about,
            named=named,
            definite=known,
            start=first,
            cut=self._is_part_of_more(first, end),
            owner=self._owner(first, end),
        )

    def _laid_down(self, first: int, end: int, last: int) -> Name | None:
        """Read "a bill | that would cap the toll" by what it lays down."""
        bill = self._word(end - 1)
        if bill not in self._list("carriers") or bill in self._list("carried_out"):
            return None
        if end + 3 > last:
            return None
        if self._word(end) not in ("that", "which") or self._word(end + 1) != "would":
            return None
        deed = self._deed(end + 2, last)
        if deed is None or deed.ends:
            return deed
        kind = self._wording.same.get(bill, bill)
        words = (kind, "on", *deed.words)
        return Name(words[:MOST], 1, cut=deed.cut or len(words) > MOST, start=first)

    def _owner(self, first: int, end: int) -> int | None:
        """Return the item of who is named before "'s" in a noun phrase."""
        owners = (at for at in range(first, end - 1) if self._has(at + 1, "genitive"))
        at = next(owners, None)
        if at is None or self._is_capital(end - 1):
            return None  # "Lutha's River Act"
        ref = self._items[at].ref
        return at if ref is not None and ref.form == "mention" else None

    def _is_title_on(self, first: int, joint: int, last: int) -> bool:
        """Tell whether a title in capitals goes on behind its first word and a preposition."""
        if joint + 1 >= last or self._items[first].ref is not None:
            return False
        on = self._word(joint) in ("for", "on") and self._is_capital(joint + 1)
        return on and self._is_capital(first) and self._items[joint + 1].ref is None

    def _unjudged(self, first: int, end: int) -> tuple[str, ...]:
        """Return the words of a noun phrase without those that only judge; names keep theirs."""
        words = self._words(first, end)
        proper = {self._word(at) for at in range(first, end) if self._is_capital(at)}
        kept = [
            word
            for at, word in enumerate(words)
            if at == len(words) - 1 or word in proper or word not in self._list("judging")
        ]
        if len(kept) < len(words):
            kept = [word for word in kept if word != "and"]  # "free and | fair votes"
        while len(kept) > 1 and kept[0] in ("and", ","):
            kept.pop(0)
        while len(kept) > 1 and kept[-1] in self._list("trailing"):
            kept.pop()
        return tuple(kept)

    def _past_date(self, at: int, last: int) -> int:
        """Return where a date ends that stands in between: "the attempt | today | to …"."""
        while at < last and self._items[at].date >= 0:
            at += 1
        return at

    def _led(self, end: int, last: int, head: str, joint: str) -> Name | None:
        """Return what a noun only leads to: "the introduction of | fees", "an end to | the raids".

        The noun ends before ``items[end]``.
        """
        if head in self._list("endings") and joint in self._list("endings_join"):
            within = self._complement(end + 1, last)
            return replace(within, ends=not within.ends) if within else None
        bearing = head in self._list("carriers") | self._list("plans")
        if bearing and joint in self._list("unmaking"):
            within = self._complement(end + 1, last)  # "a resolution | condemning the raids"
            return replace(within, ends=not within.ends) if within else None
        by = joint == "of" and head in self._list("doers_before")
        if head not in self._list("leading") or self._is_way(end):
            return None
        verb = self._past_owner(end, last, joint)
        if verb is not None:
            return self._deed(verb, last)
        if by or (head == "role" and joint == "for"):
            return None  # "the decision of | the court" is the court's
        if joint == "that":
            return self._complement(end, last)  # "the view | that the gates should open"
        loose = joint in ("in", "at", "with") and head not in self._list("leading_in")
        if loose or joint not in self._list("leading_join"):
            return None
        if joint == "to" and self._is_verb(end + 1):
            return self._deed(end + 1, last) or Name((head,), 1)  # "willingness to try": nothing
        within = self._complement(end + 1, last)
        if within is not None and joint == "against":
            return replace(within, ends=not within.ends)  # "the fight against the raids"
        return within

    def _is_way(self, end: int) -> bool:
        """Tell whether it counts how a thing is used: "the responsible use | of drones"."""
        how = self._word(end - 2) if end > 1 else ""
        if self._word(end - 1) not in ("use", "application") or not self._is_adjective(how):
            return False
        return how not in self._list("judging") | self._list("opening")

    def _past_owner(self, end: int, last: int, joint: str) -> int | None:
        """Return the verb in "the offer | of Lutha to mediate"."""
        if joint not in ("of", "by", "from", "for"):
            return None
        at = end + 1
        while at < last and self._has(at, "determiner"):
            at += 1
        ones = joint == "by" or self._word(end - 1) in self._list("doers_before")
        doers = self._end(at, last) if ones else at
        if at < doers < last - 1 and self._word(doers) == "to" and self._is_verb(doers + 1):
            return doers + 1  # "attempts by the guild to raise the toll"
        named = at + 2 < last and (self._items[at].ref is not None or self._is_capital(at))
        owned = named and self._word(at + 1) == "to"
        return at + 2 if owned and self._is_verb(at + 2) else None

    def _about(self, end: int, last: int, head: str, joint: str) -> Name | None:
        """Return what a treaty is about, or a breach is of: "the treaty | on the river"."""
        bearing = head in self._list("carriers") or head in self._list("plans")
        bears = bearing and joint in self._list("carried_on")
        if not bears and not (head in self._list("harming") and joint in ("of", "to", "on", "in")):
            return None
        return self._deed(end + 1, last) if joint == "to" else self._complement(end + 1, last)

    def _is_part_of_more(self, first: int, end: int) -> bool:
        """Tell whether a noun shares what follows: "child | and family care", "Lutha's | right"."""
        if self._has(end - 1, "genitive"):
            return True
        behind = self._items[end].ref if end < len(self._items) else None
        if behind is not None and behind.form == "mention" and self._is_young(end - 1):
            return True  # "young, unwed | Luthans"
        if end < len(self._items) and self._has(end, "genitive"):
            return True
        if end + 2 >= len(self._items) or self._word(end) != "and" or end - first > _SHARING:
            return False
        if self._is_capital(end - 1) and self._is_capital(end + 1):
            return self._is_noun_behind(end + 1)  # "the Oyo and Hald | accords"
        plain = self._items[end + 1].ref is None and self._is_part(end + 1)
        shared = self._is_noun_behind(end + 1) or "-" in self._word(end + 2)
        verb = self._is_doing(end + 1) or self._is_known_verb(end + 1)
        return plain and not verb and self._items[end + 2].ref is None and shared

    def _is_young(self, at: int) -> bool:
        """Tell whether a word tells what people are: "transgender | Luthans"."""
        return self._is_adjective(self._word(at)) or "gender" in self._word(at)

    def _is_cut(self, end: int) -> bool:
        """Tell whether a list of adjectives goes on behind: "a free, fair, | and open vote"."""
        after = self._word(end) if end < len(self._items) else "."
        if after in self._list("currencies") and len(after) == 1:
            return True  # "a | $3 billion fund"
        if after not in (",", "and", "-", "–", "—", "/"):
            return False
        if after == "/" or (after == "," and self._is_listed(end)):
            return True
        last = self._word(end - 1)
        cut = self._is_adjective(last) or (after == "," and "-" in last)
        return cut and self._items[end - 1].ref is None

    def _is_subject(self, name: Name | None, last: int) -> bool:
        """Tell whether a name is only who does something: "that | children here | have a say"."""
        if name is None or name.start is None or name.deed:
            return False
        end = self._end(name.start, last)
        while end < last and self._has(end, "adverb"):
            end += 1
        return end < last and self._has(end, "be", "have", "do", "modal", "future")

    def _are_those(self, first: int) -> bool:
        """Tell whether people are told by what they do: "those | yearning for freedom"."""
        those = first > 0 and self._word(first - 1) == "those"
        return those and self._word(first).endswith(("ing", "ed"))

    def _is_listed(self, comma: int) -> bool:
        """Tell whether nouns alone are listed: "roads, | rails, and bridges"."""
        items = self._items
        if comma + 3 >= len(items) or not items[comma + 1].word.isalpha():
            return False
        if self._word(comma + 2) != ",":
            return False
        last = min(len(items), comma + _LISTED)
        joint = next((n for n in range(comma + 3, last) if self._word(n) in ("and", "or")), None)
        if joint is None:
            return False
        # "defence, | security, economic and cultural ties", not "racism, | hate and violence"
        return joint == comma + 3 or any(
            self._is_adjective(self._word(n)) for n in range(comma + 1, joint)
        )

    def _beside(self, joint: int, last: int, thing: Name) -> tuple[str, ...]:
        """Return what is joined to a name or shares its noun: "Lutha | and Bordavia"."""
        if joint + 1 >= last or self._word(joint) != "and":
            return ()
        named = self._items[joint - 1].ref is not None and self._items[joint + 1].ref is not None
        if not (named or thing.cut) or self._has(joint + 1, "pronoun"):
            return ()
        words = self._words(joint + 1, self._end(joint + 1, last))
        return ("and", *words) if words else ()

    def _shares_owner(self, joint: int, last: int) -> bool:
        """Tell whether two nouns share what follows: "to the | wealth and safety of miners".

        An article before the first alone stands for both.
        """
        if (
            joint + 3 >= last
            or not self._is_part(joint + 1)
            or self._items[joint + 1].ref is not None
        ):
            return False
        if self._word(joint + 2) in ("on", "in", "for", "with"):
            return not self._word(joint + 1).endswith("ing")  # "rules | and norms on drones"
        if self._word(joint + 2) != "of":
            return False
        at = joint - 1
        while at and self._is_part(at):
            at -= 1
        return self._has(at, "article", "possessive")

    def _joined(
        self, end: int, last: int, head: str, joint: str, count: int, wants: bool
    ) -> tuple[str, ...]:
        """Return what is joined to a noun: "(decision) to close the port", "(rights) of miners"."""
        if joint == "and" and self._shares_owner(end, last):
            shared = self._thing(end + 3, last, 2)  # "the wealth | and safety of miners"
            tail = (self._word(end + 2), *shared.words) if shared else ()
            return (joint, self._word(end + 1), *tail) if tail and len(tail) < MOST - count else ()
        counted = joint == "by" and self._word(end + 1)[:1].isdigit()
        if counted or joint not in self._list("joins"):
            return ()  # "the treaty | by 80 votes"
        known = head in self._list("wanting") or head in self._list("joining")
        placed = count == 1 and joint in ("from", "in") and self._items[end + 1].ref is not None
        the = any(self._has(at, "article") for at in range(max(0, end - 3), end))
        known = known or (placed and the)  # "the evacuation from Lutha"
        aimed = joint == "for" and head.endswith(_AIMED) and self._items[end - 1].ref is None
        aimed = aimed and not self._is_doing(end + 1)
        known = known or (count == 1 and aimed)  # "replenishments for the fund"
        if joint != "of" and not wants and not known:
            return ()
        if joint in ("from", "by") and self._items[end + 1].ref is not None:
            if end + 2 < last and self._word(end + 2) == "of":
                return self._joined(end + 2, last, head, "of", count, wants)
            return ()  # "the decision | from President Lind"
        room = MOST - count
        if joint == "to":
            deed = self._word(end + 1)
            if deed in self._list("assuring") or deed in self._list("placing"):
                return ()
            if self._is_verb(end + 1):
                at = self._opening(end + 2, last)
                if any(self._has(n, "preposition") for n in range(end + 2, at)):
                    return ("to", deed)  # "the right to repair | in his order"
                led = ("to",) if at < last and self._word(at) == "to" else ()
                thing = self._thing(at + len(led), last, 2)
                if thing is not None:
                    words = ("to", deed, *led, *thing.words)
                    return words if len(words) <= room else ()
        thing = self._thing(end + 1, last, 2)
        if thing is None or room < 2:
            return ()
        if thing.words == ("response",):
            return ()  # "action | in response to"
        if joint == "in" and thing.words[thing.head - 1] in self._list("told_in"):
            return ()  # "cooperation | in a joint declaration"
        if thing.words[0] in ("least", "most", "up") or thing.words[-1] in ("percent", "%"):
            return ()  # "a tax | of at least a tenth"
        of = self._end(self._start(end + 1, last), last)
        beside = self._beside(of, last, thing)
        if beside and len(thing.words) + len(beside) < room:
            return (joint, *thing.words, *beside)
        both = joint == "between" and of + 1 < last and self._word(of) == "and"
        if both and (other := self._thing(of + 1, last, 2)):
            return (joint, *thing.words, "and", *other.words)
        if joint == "for" and of + 1 < last and self._word(of) == "to":
            return ()  # "the order | for the fleet to sail"
        more = of + 1 < last and self._word(of) == "of" and len(thing.words) + 2 < room
        then = self._thing(of + 1, last, 2) if more else None
        words = (*thing.words, "of", *then.words) if then else thing.words
        return (joint, *words) if len(words) < room else ()
