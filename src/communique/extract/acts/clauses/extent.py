"""Up to where the words of an act run: the end of its clause, past lists and insertions."""

from __future__ import annotations

from communique.extract.acts.clauses.adjectives import Adjectives
from communique.extract.acts.clauses.line import STRONG

_QUOTES = frozenset('"“”')  # a title in quotes is part of what is announced
_WHAT = 48  # items of what an act is about
_LEAST = 10  # items of it that are kept where it is longer
_LISTED = 26  # items of a list
_PIECE = 6  # items of one of its members
_NARROWED = 9  # items of those whom a relative clause tells apart
_OPENERS = ("preposition", "conjunction", "relative", "subordinator", "to", "determiner")
_HEADED = 6  # items of a subject with its verb
_TIMED = 6  # items of "before the first snow"
_SUBJECT = 9  # items from the last of a list to its verb
_REGARDED = 6  # items between "recognise" and "as"
_SUBJECTS = frozenset(["i", "we", "he", "she", "they"])
_INSERTED = 7  # items of an insertion
_ASIDE = 12  # items of an aside


class Extent(Adjectives):
    """A sentence that knows where its clauses end."""

    def end(self, at: int) -> int:
        """Return where the clause that begins at ``at`` ends, at most some fifty items on."""
        limit = min(len(self.items), at + _WHAT)
        listed, past = False, 0  # ``past`` is where an aside ends
        for index in range(at, limit):
            word = self.word(index)
            if word == "," and index > at and self._in_date(index):
                continue
            if word == "," and self.in_phrase(index):
                listed = True
                continue
            if word == "," and (self._is_inserted(at, index) or self._is_wedged(at, index)):
                continue
            if index < past or (past := self._past_aside(at, index)):
                continue
            if word == "," and self.word(index + 1) == "but" and self._is_not_only(at, index):
                continue
            if word == "," and (index == at or not (listed := self._in_list(index, listed))):
                return index
            if word == "(" and self.word(index + 2) == ")":  # "the Lake Agency (LA) will"
                if self._closes_heading(index):
                    return index
                continue
            if word == ")" and self.word(index - 2) == "(" and index - 2 > at:
                continue
            if word == "–" and self._is_joint(index):
                continue
            if word == "-" and self._is_spaced(index) and index > at:
                return index
            if word in STRONG and (word not in _QUOTES or self.word(index - 1) in (",", ":")):
                return index
            if index > at and self.items[index].ref is None:
                stops = self.listed(index, "stop") and self.word(index - 1) != "such"
                stops = stops and not self._is_role(at, index)
                stops = stops and (word != "provided" or self.word(index + 1) == "that")
                if stops and (self._is_compared(index) or self.word(index - 1) == "even"):
                    continue  # "not to vote for him, even if he asks"
                both = self.word(index) == "as" and self.word(index - 1) == "and"
                if both and any(self.word(n) == "both" for n in range(at, index)):
                    continue  # "both alone and as a member of the League"
                if stops and (self._is_narrowed(at, index) or self._is_time(index)):
                    continue
                begun = index > at + 2 or self.word(at - 1) != "that"
                if stops and self.has(index - 1, "preposition") and self._is_asked(index):
                    continue  # "the ports for which fees will be cut", "rule on who owns it"
                if stops and begun:  # "that we, as a people, …" goes on
                    return index
                told = self.word(at - 1) != "that" or self._has_verb(at, index)
                if word in ("and", "but", "or") and told and self._new_clause(index + 1):
                    return index
                if word == "and" and self._is_other_subject(at, index + 1):
                    return index
                past = self.is_past(index + 2) or self.listed(index + 2, "strong_past")
                if word == "so" and self.word(index + 1) in _SUBJECTS and told and past:
                    return index  # "to keep the peace | so she signed it"
                asks = word == "and" and self.listed(index + 1, "open_questions")
                if self.condition_at(index) or (asks and self.word(at) not in ("how", "what")):
                    return index
        return limit if limit == len(self.items) else self.phrase_end(at + _LEAST, limit)

    def _past_aside(self, at: int, index: int) -> int:
        """Return the item behind an aside that opens at ``index``; 0 if none does.

        "That the harbour master, Olan Brekk, | is ready", "500 pounds (225 kilograms) | of".
        """
        close = {",": ",", "(": ")", "-": "-"}.get(self.word(index))
        if close is None or index == at or (close == "-" and not self._is_spaced(index)):
            return 0
        near = range(index + 2, min(index + _ASIDE * (1 + (close == "-")), len(self.items)))
        end = next((n for n in near if self.word(n) == close), None)
        inner = range(index + 1, end or index)
        if end is None or any(self.word(n) in STRONG for n in inner):
            return 0
        after = end + 1
        if close == ")":
            more = self.has(after, "preposition") or self.word(after) == "to"
            return after if more and not self.has(after, "subordinator") else 0
        told = close == "," and any(self.is_finite(n) for n in inner)
        if told or self.has(index + 1, "conjunction", "to"):
            return 0
        subject = self.word(at - 1) == "that" and not self._has_verb(at, index)
        named = self.names(index + 1) or self.word(after + 1) == "be"
        goes_on = self.word(after) == "of" or (self.word(after) == "to" and named)
        verb = self.is_finite(after) or (close == "-" and self.word(after).endswith("ed"))
        return after if goes_on or (subject and verb) else 0

    def phrase_end(self, least: int, limit: int) -> int:
        """Return the last item from ``least`` to ``limit`` before which a phrase ends, or that."""
        for index in range(limit, least, -1):
            if self.items[index - 1].ref is None and self.has(index - 1, *_OPENERS):
                continue
            opens = self.items[index].ref is None and self.has(index, *_OPENERS)
            if opens or self.word(index) in (",", "that"):
                return index
        return limit

    def _is_narrowed(self, at: int, index: int) -> bool:
        """Tell "a land | where work is paid", "all those across Lutha | who wait" from asides."""
        if self.word(index) not in ("who", "which", "where", "whose"):
            return False
        if self.word(index) in ("who", "where") and self.has(index - 2, "determiner"):
            return self.word(index - 1).isalpha()  # "to a country where it does little"
        if self.word(index) == "who" and self.listed(index - 1, "anybody"):
            return True
        if self.word(index - 1) == "," or index > at + _NARROWED:
            return False
        near = range(at, index)
        if self.word(index) == "who" and self.word(index - 1).endswith("s"):
            return not any(self.has(n, "be", "have", "do", "modal", "future") for n in near)
        opens = any(self.has(n, "determiner") or self.listed(n, "anybody") for n in near)
        return opens and not self._has_verb(at, index)

    def _in_date(self, comma: int) -> bool:
        """Tell whether a comma stands inside a date: "May 15, 2019"."""
        date = self.items[comma - 1].date
        after = comma + 1 < len(self.items) and self.items[comma + 1].date
        return date >= 0 and date == after

    def _is_compared(self, index: int) -> bool:
        """Tell "*as* close to a truce *as* possible" from "as the talks began"."""
        near = range(max(0, index - _TIMED + 1), min(index + _TIMED, len(self.items)))
        other = any(self.word(n) == "as" and abs(n - index) > 1 for n in near)
        return self.word(index) == "as" and other

    def _is_time(self, index: int) -> bool:
        """Tell "end the row *before winter*" from "before they meet"."""
        if self.word(index) not in ("before", "after", "until", "since"):
            return False
        for near in range(index + 1, min(index + _TIMED, len(self.items))):
            if self.word(near) in STRONG or self.word(near) == ",":
                return near > index + 1
            pronoun = self.word(near) in ("i", "we", "he", "she", "they", "it", "all")
            if self.is_finite(near) or pronoun or self.word(near).endswith("ing"):
                return False
        return False

    def _is_not_only(self, at: int, comma: int) -> bool:
        """Tell "not only to cut tolls, | but to …"."""
        near = range(at, comma)
        return any(self.has(n, "not") and "only" in self.word(n + 1) for n in near)

    def _is_role(self, at: int, index: int) -> bool:
        """Tell whether "as" says what something is called: "recognise the town *as* the seat"."""
        near = range(max(at, index - _REGARDED), index)
        if self.word(index) != "as":
            return False
        if any(self.listed(n, "regarding") for n in near):
            return True
        after = range(index + 2, index + _REGARDED)
        one = self.word(index + 1) in ("a", "an")  # "as a tool", not "as a storm hit"
        return one and not any(self.is_finite(n) for n in after)

    def _is_asked(self, index: int) -> bool:
        """Tell whether a clause opens that a preposition governs: "on *who* owns it"."""
        return self.word(index) in ("which", "who", "whom", "whose")

    def _closes_heading(self, bracket: int) -> bool:
        """Tell whether the address of a link parts a heading from the text: "[…](…) Lind will"."""
        after = bracket + 3
        address = self.word(bracket + 1).startswith("http")
        opened = next((n for n in range(bracket - 1, -1, -1) if self.word(n) == "["), None)
        if opened is not None and not self.items[opened + 1].upper:
            return False  # "a bill [renaming](…) Lakeside"
        return address and after < len(self.items) and self.items[after].upper

    def _is_inserted(self, at: int, comma: int) -> bool:
        """Tell whether a comma belongs to an insertion, behind which the clause goes on.

        "That, since the summit, trade has grown"; "to support, by 2035, …".
        """
        if self.word(at - 1) == "that" and comma > at:
            if self.word(at) == "even" and not self._is_second(at, comma):
                return True  # "that even if funds were found, | ships"
            if self._has_verb(at, comma):
                return False
            if self._is_second(at, comma):  # "that Lutha, in the coming months, | will"
                return self.is_finite(comma + 1)
            return self.has(at, "preposition", "subordinator") or self._is_aside(comma)
        if comma == at and self.word(comma + 2) == "," and self.is_adverb(comma + 1):
            return True  # "we will provide, obviously, more boats"
        near = range(comma + 2, min(comma + _INSERTED, len(self.items)))
        closed = any(self.word(index) == "," for index in near)
        if comma == at + 1:
            return closed and self.has(comma + 1, "preposition")
        return (
            comma <= at + _INSERTED
            and self._is_second(at, comma)
            and self.has(at + 2, "preposition")
            and self.word(at + 1) == ","
        )

    def _is_wedged(self, at: int, comma: int) -> bool:
        """Tell whether a comma is of what stands between verb and object: "cut, by May, all"."""
        opened = next((n for n in range(at + 1, at + 5) if self.word(n) == ","), None)
        if opened is None or not self.has(opened + 1, "preposition"):
            return False
        if self.has(opened + 1, "subordinator") or self.word(opened + 1) in ("as", "to"):
            return False
        near = range(opened + 2, min(opened + _INSERTED, len(self.items)))
        closed = next((n for n in near if self.word(n) == ","), None)
        bare = all(self.items[n].ref is None for n in range(at, opened))
        bare = bare and not any(self.has(n, "determiner", "possessive") for n in range(at, opened))
        return bare and closed is not None and comma in (opened, closed)

    def _is_aside(self, comma: int) -> bool:
        """Tell whether what a preposition opens stands before a verb: ", in May, will"."""
        near = range(comma + 2, min(comma + _INSERTED, len(self.items)))
        close = next((index for index in near if self.word(index) == ","), None)
        opens = self.has(comma + 1, "preposition") or self.dated(comma + 1)
        return close is not None and opens and self.is_finite(close + 1)

    def _is_second(self, at: int, comma: int) -> bool:
        return any(self.word(index) == "," for index in range(at, comma))

    def _has_verb(self, first: int, last: int) -> bool:
        """Tell whether a finite verb stands in the words: "that Lind" has none yet."""
        return any(self.is_finite(at) for at in range(first + 1, last))

    def _in_list(self, comma: int, listed: bool) -> bool:
        """Tell a comma between the members of a list: "rice, beans, and maize".

        ``listed`` says that a comma before it was one, as it must before ", and".
        """
        single = self.word(comma + 2) == ","  # "free, open, prosperous, and secure"
        near, last = comma + (11 if single else 6), comma
        for index in range(comma + 1, min(comma + _LISTED, len(self.items))):
            word = self.word(index)
            if index >= near and (index - last > _PIECE or not self._is_row(comma)):
                return False
            if word in ("and", "or"):
                more = not (self._new_clause(index + 1) or self._is_subject(index + 1))
                more = more and not self._tells_of_another(comma + 1)
                return more and (listed or index > comma + 1)
            if word == "," and index > comma + 1:
                last = index
                continue
            if word in STRONG or self.has(index, "be", "have", "modal", "future", "relative"):
                return False
            alone = single and index == comma + 1  # "the priorities, needs, and inputs"
            if not alone and (
                self.has(index, "subordinator", "reporting") or self._new_clause(index)
            ):
                return False
        return False

    def _tells_of_another(self, at: int) -> bool:
        """Tell whether somebody named at ``at`` does something: ", Lind began sending coal"."""
        if self.person_at(at) is None:
            return False
        verb = self.skip(at + 1)
        return self.listed(verb, "ongoing") or (
            self.is_plain(verb) and self.word(verb).endswith("ed") and self.word(verb + 1) != "by"
        )

    def _is_subject(self, at: int) -> bool:
        """Tell whether a list is whom the next clause is about: ", towns, and mills | have"."""
        for index in range(at, min(at + _SUBJECT, len(self.items))):
            if self.word(index) in STRONG or self.word(index) == "," or self.has(index, "relative"):
                return False
            if index > at and self.has(index, "be", "have", "modal", "future"):
                return True
        return False

    def _is_row(self, comma: int) -> bool:
        """Tell whether a noun opens behind a comma, as in a long list, and no aside."""
        after = comma + 1
        closed = self.has(after, "preposition", "conjunction", "adverb", "pronoun", "not", "to")
        return not closed and not self.word(after).endswith("ing") and not self.dated(after)

    def _is_spaced(self, hyphen: int) -> bool:
        """Tell whether a hyphen stands for a dash: "a pledge - and fears"."""
        if not 0 < hyphen < len(self.items) - 1:
            return False
        before, own, after = self.items[hyphen - 1 : hyphen + 2]
        return before.end < own.start and own.end < after.start

    def _is_joint(self, dash: int) -> bool:
        """Tell whether a dash ties two words: "the Lutha–Bordavia alliance"."""
        ends = self.items[dash - 1].end, self.items[dash].end
        starts = [item.start for item in self.items[dash : dash + 2]]
        return dash > 0 and list(ends) == starts

    def _new_clause(self, at: int) -> bool:
        at = self.skip(at)
        if self.word(at) in ("look", "looks", "looked") and self.word(at + 1) == "forward":
            return True
        if self.has(at, "title"):  # "and Vice President Lind is meeting"
            name = next((i for i in range(at, at + 4) if not self.has(i, "title")), at)
            at = name if self.person_at(name) is not None else at
        if self.person_at(at) is not None:
            return self.is_finite(at + 1) or self.word(at) in ("i", "we", "he", "she", "they")
        if self.word(at) == "to":
            return False
        return self.is_finite(at)

    def _is_other_subject(self, at: int, first: int) -> bool:
        """Tell whether "and" opens a clause: "to hold Lind and the court struck | it down"."""
        inner = any(
            self.has(n, "relative", "subordinator", "conditional")
            or self.listed(n, "open_questions")
            or self.word(n) in ("that", "and")
            for n in range(at - 1, first - 1)
        )
        opens = self.has(first, "determiner") or self.items[min(first, len(self.items) - 1)].upper
        if inner or not (opens or self.lexicon.has(self.word(first), "possessive")):
            return False
        for near in range(first + 1, min(first + _HEADED, len(self.items))):
            if not (self.is_plain(near - 1) or near == first + 1) or self.items[near].ref:
                return False
            if near > first + 1 and self.is_telling_verb(near):
                return True
        return False

    def is_telling_verb(self, at: int) -> bool:
        """Tell whether a verb in a tense stands at ``at`` that can be no participle."""
        at = self.skip(at)
        return self.has(at, "be", "have", "do", "modal", "future", "reporting") or self.listed(
            at, "tensed"
        )

    def is_finite(self, at: int) -> bool:
        """Tell whether a finite verb stands at ``at``, adverbs passed over."""
        at = self.skip(at)
        forms = self.frames.verbs.get(self.word(at), ())
        return self.has(at, "be", "have", "do", "modal", "future", "reporting") or any(
            trigger.form in ("past", "third") for trigger in forms
        )

    def is_past(self, at: int) -> bool:
        """Tell whether the verb at ``at`` is past, so that the next may be the same subject's."""
        at = self.skip(at)
        forms = self.frames.verbs.get(self.word(at), ())
        past = self.word(at).endswith("ed") or any(trigger.form == "past" for trigger in forms)
        return past or self.word(at) in ("has", "had", "said", "told", "wrote")

    def is_bare(self, at: int) -> bool:
        """Tell whether a noun in the singular has lost what stands before it: "+ community"."""
        plural = self.word(at).endswith("s") or self.listed(at, "plurals")
        opens = self.items[at].upper or self.begins(at) or self.items[at - 1].ref is not None
        return not plural and not opens

    def goes_on(self, relative: int, at: int) -> bool:
        """Tell whether the verb behind ``at`` is a second one of a relative clause."""
        opens = self.has(relative, "relative") or self.word(relative) == "that"
        first = self.skip(relative + 1)
        return opens and self.has(first, "modal", "future") and self.word(first) in (
            self.word(self.skip(at + 1)), self.word(at + 1)
        )  # fmt: skip
