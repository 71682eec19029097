"""The words of a noun phrase: titles, offices over small words, and what refers to whom."""

from __future__ import annotations

from communique.extract.contacts.triggers import triggers_for
from communique.extract.view import Item, View

INSIDE = 10
"""Tokens of titles and adjectives that may precede a name."""
_PLAIN_NOUNS = 3  # before a name
_CLAUSE = 6  # items behind somebody in which his verb comes
POSSESSIVE = frozenset({"'s", "'", "’"})
THIRD = frozenset({"he", "him", "she", "her"})
_MET = frozenset({"meeting", "call"})
_ALONE = frozenset({"i", "he", "she", "they", "we"})
_MINISTRIES = frozenset({"foreign", "prime", "vice", "deputy", "defence", "defense"})
_OPENING = 9  # items at the beginning of a sentence that may tell when and where
_REALMS = frozenset({"republic", "kingdom", "state", "commonwealth"})
WITHIN_OFFICE = frozenset({"of", "for", "to", "and", "in", ","})
"""Small words that an office may run over: "Secretary of State for Ports"."""


class Phrases:
    """The items of one sentence, and where their noun phrases begin."""

    def __init__(self, view: View, items: tuple[Item, ...]) -> None:
        self.view = view
        self.lexicon = view.lexicon
        self.items = items

    def left_edge(self, at: int, floor: int) -> int:
        """Return where the phrase begins whose first mention is at ``at``.

        Offices run over several small words: "Assistant Secretary for Trade and Ports X".
        """
        first = at
        if self.word(at) in _ALONE and self._is_behind_place(at):
            return at  # "in Oyo | she met"
        while first > floor and at - first < 2 * INSIDE:
            if first == at and self.word(at - 1) in ("that", "this"):
                break  # "after that Ruiz called"
            if self.word(first - 1) == "that" and self._opens_noun(first):
                break  # "said that the minister"
            if self._is_opening_place(first - 1):
                break  # "today in Port Azul | President X"
            if self.word(first - 1) == "'s" and self.word(first - 2) == "people":
                first -= 2  # "the People's Republic of …"
            elif self.inside(first - 1):
                first -= 1
            elif self._joins_adjectives(first - 1, at) or self._goes_before(first - 2):
                first -= 2
            elif self.word(first - 1) in WITHIN_OFFICE and self._office_word(first - 2, floor):
                if first == at and self.word(first - 1) in (",", "and"):
                    break
                first -= 2
            else:
                break
        if first == at:
            return self._past_nouns(at, floor)
        return self._past_adjectives(first, floor)

    def _is_behind_place(self, at: int) -> bool:
        """Tell "in Port Azul | she", where nothing stands between, from "So I"."""
        back = at - 1
        while back > 0 and self.items[back].upper and self.items[back].ref is None:
            back -= 1
        return back < at - 1 and self.word(back) in ("in", "at", "from")

    def _is_opening_place(self, at: int) -> bool:
        """Tell where something is told to be, before its subject: "On Monday in Port | Azul"."""
        if not 0 < at <= _OPENING or not self.items[at].upper:
            return False
        if (
            not self.lexicon.has(self.word(at + 1), "title")
            and self.word(at + 1) not in _MINISTRIES
        ):
            return False
        back = at
        while self.items[back].upper and self.items[back].ref is None and back > 0:
            if self.lexicon.has(self.word(back), "title") or self._is_adjective(back):
                return False
            back -= 1
        before = (self.items[n].date >= 0 or self.word(n) in ("on", ",") for n in range(back))
        foreign = self.word(at).endswith(("ish", "ese", "ian", "can", "dic"))
        return self.word(back) in ("in", "at") and all(before) and not foreign

    def _past_nouns(self, at: int, floor: int) -> int:
        """Return the start of "(met) Bordurian tycoon X", "(with) singer X": nouns of no office."""
        if self.kind(at) != "person" or not self.is_name(at):
            return at
        first = at
        while first > max(floor, at - _PLAIN_NOUNS) and self._is_plain_noun(first - 1):
            first -= 1
        led = self.word(first - 1) == "with" or self._meets(first - 1)
        return first if led else at

    def _is_plain_noun(self, at: int) -> bool:
        """Tell a word that is no name, no verb and none of the grammar's."""
        item = self.items[at]
        if item.ref is not None or item.date >= 0 or not item.word.replace("-", "").isalpha():
            return False
        acts = item.word in triggers_for(self.lexicon).verbs or item.word.endswith("ly")
        known = self.lexicon.classes.get(item.word, frozenset()) - {"title", "np_inside", "side"}
        return not (acts or known)

    def _opens_noun(self, at: int) -> bool:
        return self.items[at].upper or self.lexicon.has(self.word(at), "determiner")

    def _goes_before(self, at: int) -> bool:
        """Tell "(the) Republic of" and "newly appointed" before what they belong to."""
        after = self.word(at + 1)
        return (after == "of" and self.word(at) in _REALMS) or (
            after == "appointed" and self.word(at) == "newly"
        )

    def _joins_adjectives(self, at: int, head: int) -> bool:
        """Tell the "and" of "the Ruritanian and Bordurian delegations"."""
        if self.word(at) != "and":
            return False
        if self.kind(head) == "group" and at + 1 == head:
            return self.inside(at - 1) and self._is_adjective(at - 1)
        if self.items[head].ref is not None or at + 1 == head:
            return False
        return all(self.inside(i) and self.items[i].upper for i in (at - 1, at + 1))

    def _is_adjective(self, at: int) -> bool:
        """Tell whether the item is the adjective of a state of the report."""
        item = self.items[at]
        return item.upper and self.view.state_of_adjective(item.word) is not None

    def _office_word(self, at: int, floor: int) -> bool:
        """Tell whether an office begins or goes on at ``at``, which is no mention."""
        if at < floor or not self.inside(at):
            return False
        if self.word(at + 1) == ",":
            return self.lexicon.has(self.word(at), "title") and self._led_by(at, floor)
        back = at
        while back > floor and self.inside(back - 1):
            back -= 1
        return any(self.lexicon.has(self.word(i), "title") for i in range(back, at + 1))

    def _led_by(self, at: int, floor: int) -> bool:
        """Tell whether the phrase that ends at ``at`` follows "with", "met" or the like."""
        while at > floor and (self.inside(at) or self.word(at) == "of"):
            at -= 1
        return self.word(at) in ("with", "by", "between") or self._meets(at)

    def _past_adjectives(self, first: int, floor: int) -> int:
        """Return the start of "with democratic opposition leader X": just past the "with".

        "Met the rebel commander X" is such a phrase as well.
        """
        at = first
        if self._is_opening_place(first - 1):
            return first
        while at > floor and first - at < 5:
            word = self.word(at - 1)
            if self.items[at - 1].date >= 0:
                break  # "on Tuesday President X"
            if self.lexicon.has(word, "preposition"):
                return first if word == "to" and at < first else at  # "to meet Secretary X"
            if self._meets(at - 1) and (at < first or word.endswith("ing")):
                return at
            if self.lexicon.has(word, "definite") and self._leads_in(at - 2):
                return at - 1
            known = self.lexicon.classes.get(word, frozenset()) - {"title", "np_inside", "side"}
            known = frozenset() if word in ("newly", "recently") else known
            if self.items[at - 1].ref or not word.isalpha() or known:
                break
            at -= 1
        return first

    def _leads_in(self, at: int) -> bool:
        """Tell whether a preposition or a verb of meeting stands there, not "to"."""
        word = self.word(at)
        if word == "to":
            verb = triggers_for(self.lexicon).verbs.get(self.word(at - 1))
            return verb is not None and verb.frame == "with"  # "spoke to the rebel commander X"
        return self.lexicon.has(word, "preposition") or self._meets(at)

    def _meets(self, at: int) -> bool:
        """Tell whether a verb of meeting whose object may follow it stands there."""
        verb = triggers_for(self.lexicon).verbs.get(self.word(at))
        direct = verb is not None and (verb.frame == "direct" or "" in verb.prepositions)
        return direct and verb is not None and verb.kind in _MET and not verb.particles

    def head_from(self, start: int) -> int | None:
        """Return the next mention from ``start`` on, if only its titles lie between."""
        for index in range(start, min(start + INSIDE, len(self.items))):
            if self.refers(index):
                return index
            if not self.inside(index):
                return None
        return None

    def is_collective(self, at: int) -> bool:
        """Tell whether people who may be a side together are named: "the armed opposition"."""
        words = self.word(at).split()
        return self.kind(at) == "group" and any(self.lexicon.has(word, "side") for word in words)

    def inside(self, at: int) -> bool:
        """Tell whether the item may stand inside a noun phrase before its head."""
        if at < 0 or at >= len(self.items):
            return False
        item = self.items[at]
        if item.ref is not None or item.date >= 0 or self.refers(at) or self._acts(at):
            return False
        if self.lexicon.has(item.word, "title", "determiner", "np_inside"):
            return True
        return item.upper and not self.lexicon.has(
            item.word,
            "preposition",
            "conjunction",
            "subordinator",
            "adverb",
            "be",
            "have",
            "do",
            "future",
            "modal",
            "pronoun",
            "relative",
        )

    def _acts(self, at: int) -> bool:
        """Tell the verb of "will host Lind" from the title of a "host"."""
        known = self.word(at) in triggers_for(self.lexicon).verbs
        return known and self.lexicon.has(self.word(at - 1), "to", "future", "modal")

    def refers(self, at: int) -> bool:
        """Tell whether the item refers to somebody, known or not."""
        if at < 0 or at >= len(self.items):
            return False
        item = self.items[at]
        if item.ref is not None:
            return True
        if self.lexicon.has(item.word, "first_singular", "first_plural"):
            return True
        if item.word in ("they", "them", "their") or self._are_two(at):
            return True
        if item.word in THIRD:
            return self.view.asked_about(item.start) is not None
        return self.lexicon.has(item.word, "group_noun") and not self._leads_to_name(at)

    def _are_two(self, at: int) -> bool:
        """Tell "the two had spoken" from "the two ships"."""
        if self.word(at) not in ("two", "both") or self.word(at - 1) not in ("the", "", ",", "."):
            return False
        after, light = self.word(at + 1), triggers_for(self.lexicon).light
        verbs = triggers_for(self.lexicon).verbs
        return (
            self.lexicon.has(after, "be", "have", "do", "future", "modal", "adverb", "not")
            or after in verbs
            or after in light
            or (after.endswith("ed") and len(after) > 4)
        )

    def _leads_to_name(self, at: int) -> bool:
        """Tell the title of several ("Ministers X and Y") from people without names."""
        after = self.items[at + 1] if at + 1 < len(self.items) else None
        is_title = self.lexicon.has(self.word(at), "title") and after is not None
        return is_title and after is not None and self.kind(at + 1) == "person" and after.upper

    def is_name(self, at: int) -> bool:
        """Tell a name from a pronoun and from "the president"."""
        item = self.items[at] if 0 <= at < len(self.items) else None
        return (
            item is not None and item.ref is not None and item.ref.form == "mention" and item.upper
        )

    def is_owner(self, at: int) -> bool:
        """Tell whether what ends at ``at`` owns something: "Ruiz | 's car", not "he | 's ill"."""
        marked = self.word(at) in POSSESSIVE and self.word(at - 1) not in _ALONE
        return marked or self.is_possessive_word(at - 1)

    def is_possessive_word(self, at: int) -> bool:
        """Tell "her" before a noun from "her" as an object."""
        after = self.word(at + 1)
        if not self.lexicon.has(self.word(at), "possessive") or not after[:1].isalnum():
            return False
        if after in triggers_for(self.lexicon).words["distinct"]:
            return True  # "her first visit"
        return not self.lexicon.has(
            after, "preposition", "conjunction", "adverb", "determiner", "to"
        )

    def past_style(self, at: int) -> int:
        """Return where "Her | Excellency (met Lind)" ends, with no name behind."""
        words = triggers_for(self.lexicon).words
        if self.word(at - 1) not in ("his", "her"):
            return at
        end = at + (self.word(at) in words["style_adjectives"])
        named = self.items[end + 1].upper if end + 1 < len(self.items) else False
        return at if self.word(end) not in words["styles"] or named else end + 1

    def ref_actor(self, at: int) -> str | None:
        """Return whom the item refers to."""
        ref = self.items[at].ref if 0 <= at < len(self.items) else None
        return ref.actor if ref else None

    def kind(self, at: int) -> str | None:
        """Return the kind of actor that the item refers to."""
        actor = self.ref_actor(at)
        return self.view.actors[actor].kind if actor else None

    def word(self, at: int) -> str:
        """Return the word at an index; empty outside the sentence."""
        return self.items[at].word if 0 <= at < len(self.items) else ""

    def acts_on(self, head: int, listed: bool) -> bool:
        """Tell the subject of a clause: "(with Lind) and Venn met", ", and Venn and Orr will".

        What opens the sentence needs the verb for itself: "talks with Lind and Venn went".
        """
        if not listed and not any(self._is_finite(at) for at in range(head)):
            return False
        for at in range(head + 1, min(head + _CLAUSE, len(self.items))):
            word = self.word(at)
            verb = triggers_for(self.lexicon).verbs.get(word)
            if self.items[at].ref is None and self.lexicon.has(word, "have", "be", "future"):
                return listed
            if at == head + 1 and verb is not None and verb.form in ("past", "third"):
                return True
            if not (self.inside(at) or self.refers(at) or word == "and"):
                return False
        return False

    def _is_finite(self, at: int) -> bool:
        """Tell whether a verb that has a subject may stand there."""
        word = self.word(at)
        if self.items[at].ref is not None:
            return False
        verb, light = triggers_for(self.lexicon).verbs.get(word), triggers_for(self.lexicon).light
        finite = (verb is not None and verb.form in ("past", "third")) or word.endswith("ed")
        known = self.lexicon.has(word, "be", "have", "do", "future", "modal", "reporting")
        return finite or known or light.get(word) in ("past", "third")

    def is_in_place(self, at: int) -> bool:
        """Tell the state of "in Port Azul, Ruritania" from one that stands in a list."""
        city = self.items[at - 2] if at > 2 else None
        if city is None or self.word(at - 1) != "," or self.kind(at) != "state":
            return False
        return city.upper and city.ref is None and not self.lexicon.has(city.word, "title")

    def is_origin(self, at: int, head: int) -> bool:
        """Tell "(sailors) from Ruritania, and the President's call" from a list of those met."""
        led = self.word(at - 1) in ("from", "in") or self.word(at - 2) in ("from", "in")
        return led and self.kind(at) == "state" and self.kind(head) == "person"

    def falters(self, at: int) -> bool:
        """Tell the dash of a speaker who begins again: "Lind and — and Venn"."""
        return self.word(at) == "—" and self.word(at - 1) == "and" == self.word(at + 1)

    def first_person(self, item: Item) -> str | None:
        """Return who "I" and "we" are: the one who speaks there, else the report's author."""
        if self.lexicon.has(item.word, "first_singular", "first_plural"):
            if self.view.statement_at(item.start) is None:
                return self.view.author
            return self.view.speaker_at(item.start)
        return None
