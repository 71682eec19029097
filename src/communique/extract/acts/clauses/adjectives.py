"""Rows of adjectives before one noun: "a strong, open port", "further unlawful, rash steps"."""

from __future__ import annotations

from communique.extract.acts.clauses.line import Line


class Adjectives(Line):
    """A sentence that knows which commas stand between adjectives of one noun."""

    def in_phrase(self, comma: int) -> bool:
        """Tell whether a comma stands between adjectives of one noun: "a strong, open port"."""
        before, after = comma - 1, comma + 1
        if self._is_led(before) and self._joins(before, after):
            return True
        if (
            self.is_sure_adjective(before)
            and self.is_sure_adjective(after)
            and self._goes_with(after + 1)
        ):
            return True
        if self.listed(before, "short_adjectives") and self.is_plain(after):
            return self.is_plain(after + 1)  # "requires large, profitable firms to pay"
        if self.has(before - 1, "preposition") and self.is_plain(before):
            adjective = self.is_adjectival(after) and not self.word(before).endswith("s")
            if adjective and not self.word(after).endswith("ing") and self._goes_with(after + 1):
                return True  # "from peer, developed states"
        opens = self.has(before - 1, "determiner", "possessive")
        if opens and self.is_plain(before) and self.is_sure_adjective(after):
            return self._goes_with(after + 1)  # "your kind, warm welcome"
        if not (self.is_adjectival(before) and self.is_plain(after)):
            return False
        return opens and (self.is_adjectival(after) or self.is_plain(after + 1))

    def _is_led(self, at: int) -> bool:
        """Tell whether a phrase whose noun is still to come opens before an adjective at ``at``."""
        opens = self.has(at - 1, "determiner") or self.listed(at - 1, "leading")
        verb = self.word(at - 2) == "to" and self.word(at - 1).isalpha()  # "to sign old, rash laws"
        return opens or verb or self.lexicon.has(self.word(at - 1), "possessive")

    def _joins(self, before: int, after: int) -> bool:
        """Tell whether two adjectives of one noun stand there: "two-year, joint", "rash, new"."""
        one = self.is_sure_adjective(before) or self._is_compound(before)
        other = self.is_plain(after) or self._is_compound(after)
        other = other and self.word(after) not in ("so", "then", "yet", "nor")
        return one and other and self._goes_with(after + 1)

    def _is_compound(self, at: int) -> bool:
        """Tell whether words tied by hyphens describe a noun: "two-year", "around-the-clock"."""
        if not 0 <= at < len(self.items) or self.items[at].ref is not None:
            return False
        one, *more = self.word(at).split("-")
        return bool(one and more and more[-1]) and not more[-1].endswith("s")

    def is_sure_adjective(self, at: int) -> bool:
        """Tell whether a word is surely an adjective: "cheap", "reliable", not "training"."""
        sure = self.is_adjectival(at) and not self.word(at).endswith(("ing", "ent", "ant", "ed"))
        known = self.listed(at, "short_adjectives") or sure
        return known or self.word(at).startswith(("non-", "high-", "low-", "long-", "well-"))

    def _goes_with(self, at: int) -> bool:
        """Tell whether a noun or one more adjective stands at ``at``, behind ", and" as well."""
        at += self.word(at) == ","
        at += self.word(at) == "and"
        return self._is_word(at) or self.listed(at, "short_adjectives")

    def _is_word(self, at: int) -> bool:
        """Tell whether a plain word stands at ``at``, be it one that also tells an act."""
        if not 0 <= at < len(self.items) or self.items[at].ref or self.items[at].upper:
            return False
        return self.word(at).isalpha() and not self.lexicon.classes.get(self.word(at))

    def is_adjectival(self, at: int) -> bool:
        """Tell whether a plain word ends as adjectives do."""
        ends = tuple(self.frames.words.get("adjectival", ()))
        return self.is_plain(at) and bool(ends) and self.word(at).endswith(ends)
