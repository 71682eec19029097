"""Noun phrases and verbs as an issue's name has them: where one begins and ends, what joins it."""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG
from communique.extract.positions.issue_names.wholeness import is_adjective
from communique.extract.positions.issue_names.words import MOST, Words

_QUOTED = 8  # items of quoted adjectives
_JOINTS = ("-", "–", "/")  # "the U.S.-EU trade"
_ASKED = 10  # items of a list of those asked
_TITLE = 7  # words of a law's name behind a preposition
_DASHES = ("-", "–", "—")
_HEAD = 9  # words of a noun phrase before what is joined to it


class Phrases(Words):
    """Finds where the phrases of a sentence begin and end."""

    def _start(self, first: int, last: int) -> int:
        first = self._past_quoted(first, last)
        while first < last and (
            self._has(first, "determiner", "preposition", "not", "genitive")
            or self._word(first) in QUOTES
            or (self._word(first) in self._list("saying") and first + 1 < last)
            or self._word(first) in self._list("currencies")
            or (self._word(first)[:1].isdigit() and first + 1 < last and not self._is_unit(first))
            or (self._is_opening(first) and first + 1 < last)
            or (self._items[first].ref is not None and self._has(first, "pronoun", "possessive"))
            or self._is_manner(first)
            or (first + 1 < last and self._is_judged(first))
            or (first + 1 < last and self._is_qualified(first))
        ):
            first += 1
        return first

    def _past_quoted(self, first: int, last: int) -> int:
        """Return where the noun begins behind quoted adjectives: "the “cowardly” | bombings"."""
        at = first + (first < last and self._has(first, "determiner"))
        if at >= last or self._word(at) not in QUOTES:
            return first
        near = range(at + 2, min(last - 1, at + _QUOTED))
        close = next((n for n in near if self._word(n) in QUOTES), None)
        if close is None or not self._is_adjective(self._word(close - 1)):
            return first
        return close + 1 if self._is_part(close + 1) else first

    def _is_judged(self, at: int) -> bool:
        """Tell whether an adjective of judging opens the words: "a | just and lasting truce"."""
        if self._word(at) == "and":
            return at > 0 and self._word(at - 1) == "just"
        return self._word(at) == "just" and self._word(at + 1) == "and"

    def _is_qualified(self, at: int) -> bool:
        """Tell whether a participle stands behind its adverb: "internationally | recognised"."""
        return at > 0 and self._word(at).endswith("ed") and self._is_manner(at - 1)

    def _is_unit(self, at: int) -> bool:
        """Tell whether a number measures: "the 1.5 | degree limit"."""
        return self._word(at + 1) in self._list("units")

    def _is_opening(self, at: int) -> bool:
        """Tell whether a word only opens a noun phrase: "recent", not the "New" of a name."""
        return self._word(at) in self._list("opening") and not self._is_capital(at)

    def _end(self, first: int, last: int) -> int:
        """Return where a noun phrase ends that begins at ``items[first]``."""
        at = first
        count = 0
        while at < last and count < _HEAD and not self._stops(first, at, last):
            joint = self._word(at) in (",", "and", "&")
            count = 0 if joint else count + 1
            at += 1
        return at

    def _stops(self, first: int, at: int, last: int) -> bool:
        word, item = self._word(at), self._items[at]
        if word in ("and", ",", "&") and at > first and self._goes_on(at, last):
            return False
        if word in _JOINTS and at > first:
            return at + 1 >= last or not self._word(at + 1)[:1].isalnum()
        if word == "+" and at > first:
            return False  # "LGBTQI+ people"
        if word in QUOTES:
            return at + 1 >= last or not self._word(at + 1)[:1].isalpha()
        if not (word[:1].isalnum() or self._has(at, "genitive")):
            return True
        if item.date >= 0:
            return not self._is_name_on(at, last)  # "the Good Friday Agreement"
        if item.ref is not None:
            if at > first and self._has(at, "possessive"):
                return True  # "Lutha's security | his whole life"
            titled = at > first and (self._word(at - 1).endswith(".") or self._is_capital(at - 1))
            if titled and self._lexicon.has(self._word(at - 1), "title"):
                return False  # "the release of Dr. | Lind"
            return at > first and not self._is_name_part(at, last)
        if self._has(at, "genitive"):
            return at + 1 >= last
        if at > first and self._is_capital(at) and self._has(at, "adverb"):
            return False  # "Build Back Better"
        if at > first and word in self._list("judging") and self._word(at - 1) in (",", "and"):
            return False  # "a lasting and just peace"
        if at > first and self._is_in_title(at, last):
            return False  # "the Justice in Policing Act"
        if self._has(
            at, "preposition", "conjunction", "subordinator", "relative", "pronoun", "be", "have",
            "modal", "future", "to", "not", "do", "reporting", "adverb",
        ):  # fmt: skip
            return True
        if at == first:
            return False
        if word in self._list("degrees") | self._list("parting") or self._is_by_itself(at, last):
            return True  # "the embargo | too early", "the embargo | step by step"
        plural = self._word(at - 1).endswith("s") and not self._word(at - 1).endswith("ss")
        if word in self._list("living") and plural:
            return True  # "the barriers | miners face"
        listed = self._word(at - 1) in (",", "and", "&")
        if self._has(at, "determiner", "article") or (self._is_manner(at) and not listed):
            return True
        after = self._word(at + 1) if at + 1 < last else ""
        ends = not after[:1].isalnum() or self._items[at + 1].ref is not None
        ends = ends or self._items[at + 1].date >= 0  # "the deal | reached last week"
        ends = ends or self._has(at + 1, "preposition", "to", "determiner", "adverb")
        if ends and word in self._list("stops"):
            return True
        if word.endswith("ed") and after in self._list("opening"):
            return True  # "the plan | delivered more results"
        gerund = word.endswith("ing") and after not in self._list("behind_noun")
        participle = (word.endswith("ed") or gerund) and word.isalpha()
        return ends and participle and at + 1 < last and not self._is_noun(word)

    def _is_in_title(self, at: int, last: int) -> bool:
        """Tell whether a preposition stands inside the name of a law, in capitals."""
        if not (self._has(at, "preposition") and self._is_capital(at - 1)):
            return False
        for ahead in range(at + 1, min(last, at + _TITLE)):
            if not (self._is_capital(ahead) or self._word(ahead) in ("and", "of", "the")):
                return False
            if self._word(ahead) in self._list("statutes"):
                return True
        return False

    def _past_whom(self, first: int, last: int) -> tuple[int, int]:
        """Return the subject behind the one for whom it is so: "for Lutha | the port" is a line."""
        whom = first if self._word(first) == "for" else first - 1
        if whom < 0 or self._word(whom) != "for" or self._items[whom + 1].ref is None:
            return first, last
        behind = whom + 2 + (whom + 2 < last and self._word(whom + 2) == ",")
        return (behind, last) if behind < last else (first, last)

    def _is_pointing(self, at: int, last: int) -> bool:
        return at < last and self._word(at) in ("this", "that", "it", "them")

    def _lists_whom(self, comma: int, last: int) -> bool:
        """Tell whether several are asked: "towns, | lenders and guilds to …"."""
        near = range(comma + 1, min(last - 2, comma + _ASKED))
        return any(self._word(n) == "and" and self._word(n + 2) == "to" for n in near)

    def _is_abstract(self, first: int, to: int) -> bool:
        """Tell whether a thing and nobody is asked for: "continued diplomacy | to settle it"."""
        if self._has(first, "determiner") or self._items[to - 1].ref is not None:
            return False
        head = self._word(to - 1)
        noun = head.endswith(("cy", "ty", "ment", "ness", "ance", "ence", "ogue", "talks"))
        return noun and head not in self._list("asked")

    def _is_by_itself(self, at: int, last: int) -> bool:
        return at + 2 < last and self._word(at + 1) == "by" and self._word(at + 2) == self._word(at)

    def _predicate(self, verb: int, last: int) -> int:
        while verb < last and (
            self._has(verb, "modal", "future", "be", "have", "not", "adverb", "to")
            or self._word(verb) in ("need", "needs", "ought")
            or self._is_manner(verb)
            or self._word(verb) in QUOTES  # "must “review its aims”"
        ):
            verb += 1
        return verb

    def _is_be(self, verb: int, at: int) -> bool:
        return any(self._has(n, "be") for n in range(verb, at))

    def _is_passive(self, verb: int, at: int) -> bool:
        return self._is_done(at) and self._is_be(verb, at)

    def _is_done(self, at: int) -> bool:
        word = self._word(at) if at < len(self._items) else ""
        if word in self._list("no_participles"):
            return False
        return word.endswith(("ed", "en", "wn")) or word in self._wording.gerunds

    def _ends(self, at: int) -> bool:
        """Tell whether something is ended: "stop | the raids", not "stop | at the gate"."""
        after = self._word(at + 1) if at + 1 < len(self._items) else ""
        return self._word(at) in self._list("ending") and after not in self._list("not_ended")

    def _is_end(self, at: int, last: int) -> bool:
        return at + 1 < last and "end" in (self._word(at), self._word(at + 1))

    def _is_doing(self, at: int) -> bool:
        return self._word(at).endswith("ing") and not self._has(at, "preposition")

    def _past_sum(self, at: int, last: int) -> int:
        """Return where what follows a sum of money begins: "$2 billion | in schools"."""
        first = at
        while at + 1 < last and (
            self._word(at) in self._list("currencies") or self._word(at)[:1].isdigit()
        ):
            at += 1
        money = any(self._word(n) in self._list("money") for n in range(first, at))
        joined = at < last and self._word(at) in ("in", "into", "for", "to", "towards", "toward")
        return at if money and joined else first

    def _is_noun(self, word: str) -> bool:
        """Tell whether a word in "-ing" is a noun by itself: "shelling", "funding"."""
        return word in self._list("wanting") or word.endswith(("lling", "nding", "dding", "eed"))

    def _is_name_part(self, at: int, last: int) -> bool:
        """Tell whether a name goes on a noun phrase: "the free Lutha movement"."""
        if at + 1 < last and (self._has(at + 1, "genitive") or self._word(at + 1) in _JOINTS):
            return True
        described = self._word(at - 1)
        if described.endswith("ed") or self._is_adjective(described):
            return True  # "detained Luthans"
        return (
            at + 1 < last
            and self._word(at + 1)[:1].isalpha()
            and not self._has(
                at + 1, "preposition", "be", "have", "modal", "future", "conjunction", "to"
            )
        )

    def _goes_on(self, at: int, last: int) -> bool:
        """Tell whether adjectives are joined at ``items[at]``: "free and open seas"."""
        if at + 2 >= last:
            return False
        if self._word(at) != "," and self._word(at + 2) == "of" and self._are_alike(at):
            return True  # "the prevention and treatment of …"
        if self._word(at) != "," and self._is_capital(at - 1) and self._is_name_on(at + 1, last):
            return True  # "the Trade and Cooperation Agreement"
        as_one = self._word(at) == "," and self._word(at - 1) in self._list("as_adjectives")
        if not as_one and not self._is_adjective(self._word(at - 1)):
            return False
        ahead = at + 1 + (self._word(at + 1) in ("and", "&"))
        ahead += self._is_manner(ahead)
        if ahead + 1 >= last:
            return False
        noun = self._word(at) != "," and self._is_noun_behind(ahead)
        listed = self._word(ahead + 1) in (",", "and")  # "a safe, humane, and orderly process"
        return self._is_adjective(self._word(ahead)) or noun or listed

    def _are_alike(self, at: int) -> bool:
        """Tell whether two alike are joined: "prevention and | care", not "people and rule"."""
        endings = tuple(self._list("deed_endings"))
        return self._word(at - 1).endswith(endings) == self._word(at + 1).endswith(endings)

    def _is_name_on(self, at: int, last: int) -> bool:
        """Tell whether a name in capitals goes on over ``items[at]``."""
        named = at + 1 < last and self._items[at + 1].ref is None and self._is_capital(at + 1)
        return named and self._is_capital(at) and self._items[at].ref is None

    def _is_noun_behind(self, at: int) -> bool:
        """Tell whether two nouns stand there: "environmental and | health impacts"."""
        return self._word(at + 1).isalpha() and not self._has(
            at + 1, "preposition", "conjunction", "be", "have", "modal", "future", "to", "relative",
            "subordinator", "pronoun", "determiner", "adverb", "do",
        )  # fmt: skip

    def _is_adjective(self, word: str) -> bool:
        ending = word.endswith(tuple(self._list("adjective_endings")))
        return word in self._list("adjectives") or (ending and len(word) > 4)

    def _described(self, end: int, last: int) -> tuple[str, ...]:
        """Return the clause that says which one is meant: "leaders | who stand for peace"."""
        if end + 2 >= last or self._word(end) not in ("that", "who", "which"):
            return ()
        if self._items[end + 1].ref is not None or self._has(end + 1, "pronoun", "determiner"):
            return ()
        cut = next((n for n in range(end, last) if self._parts(n)), last)
        if cut > end + MOST - 1 or (cut < len(self._items) and self._word(cut) in _DASHES):
            return ()  # too long, or broken off
        words = self._words(end, cut)
        if not words or words[0] not in ("that", "who", "which"):
            return ()
        while words and self._lexicon.has(words[-1], "preposition", "determiner", "conjunction"):
            words = words[:-1]
        return words

    def _parts(self, at: int) -> bool:
        """Tell whether a mark or a date stands there."""
        return self._word(at) in (",", *STRONG, *_DASHES) or self._items[at].date >= 0

    def _is_part(self, at: int) -> bool:
        """Tell whether ``items[at]`` can stand before the noun of a name: "the | water | bill"."""
        word = self._word(at)
        ref = self._items[at].ref
        if ref is not None:
            return ref.form == "mention"
        return word.replace("-", "").isalpha() and not self._has(
            at, "determiner", "preposition", "conjunction", "pronoun", "be", "have", "do", "modal",
            "future", "to", "not", "adverb", "subordinator", "relative", "reporting",
        ) and word not in self._list("opening")  # fmt: skip

    def _is_empty(self, words: tuple[str, ...]) -> bool:
        broken = bool(words) and words[-1].endswith(("-", "–", "—"))
        numeral = all(word[:1].isdigit() for word in words)
        return broken or numeral or self._list("vague").issuperset(words) or len("".join(words)) < 3

    def _opening(self, first: int, last: int) -> int:
        while (
            first < last
            and self._word(first) != "to"
            and (
                self._word(first) in QUOTES
                or self._has(first, "preposition", "not", "adverb")
                or self._is_manner(first)
            )
        ):
            first += 1
        return first

    def _is_verb(self, at: int) -> bool:
        """Tell whether a verb can stand at ``items[at]``, and no noun phrase begins there."""
        word = self._word(at)
        if self._items[at].ref is not None or not word.isalpha() or self._is_capital(at):
            return False
        if word.endswith("s") and not word.endswith("ss") and word not in self._list("ending"):
            return False
        if is_adjective(self._lexicon, word) or word in self._list("no_verbs"):
            return False  # "to | international efforts"
        return not self._has(at, "determiner", "pronoun", "preposition", "conjunction")

    def _past_joined(self, at: int, last: int) -> int:
        """Return the last of verbs that share an object: "deepen and | diversify" the trade."""
        gerund = self._word(at).endswith("ing")
        while at + 2 < last and self._word(at + 1) in (",", "and", "or"):
            ahead = at + 2 + (self._word(at + 1) == "," and self._word(at + 2) in ("and", "or"))
            ahead += self._word(ahead) in self._list("opening") or self._is_manner(ahead)
            if ahead + 1 >= last or not self._is_verb(ahead):
                break
            if self._word(ahead).endswith("ing") != gerund:
                break
            at = ahead
        return at

    def _is_known_verb(self, at: int) -> bool:
        word = self._word(at) if at < len(self._items) else ""
        done = self._gerund(word) if word.isalpha() and self._items[at].ref is None else ""
        if done != word and done in self._list("making") | self._list("unmaking"):
            return True
        return word in self._list("taking") | self._list("light") | self._list(
            "ending"
        ) | self._list("alone")

    def _object(self, at: int, last: int) -> int:
        """Return where the object of a verb begins: "lend them | the ship"."""
        at = self._opening(at, last)
        to_whom = at + 1 < last and self._has(at, "pronoun") and self._has(at + 1, "determiner")
        return at + to_whom

    def _leads(self, first: int, last: int) -> bool:
        """Tell whether the prepositions in ``items[first:last]`` lead to what is meant."""
        return all(
            self._word(at) in self._list("led")
            for at in range(first, last)
            if self._has(at, "preposition")
        )

    def _takes_object(self, first: int, last: int) -> bool:
        """Tell whether a verb is followed by its object: "(commitment to) reform the courts"."""
        if first + 1 >= last or self._word(first).endswith("ing") or not self._is_verb(first):
            return False
        ahead = self._word(first + 1)
        described = is_adjective(self._lexicon, ahead) and not self._is_adjective(self._word(first))
        if described and self._word(first) in self._list("base_verbs"):
            return True  # "(commitment to) address common challenges"
        return self._items[first + 1].ref is not None or self._has(first + 1, "determiner")

    def _particle(self, at: int) -> tuple[str, ...]:
        if at < len(self._items) and self._word(at) in self._list("particles"):
            return (self._word(at),)
        return ()
