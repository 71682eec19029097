"""Where the names of doers begin, with their offices: "U.S. Secretary of State Ana Ruiz"."""

from __future__ import annotations

from communique.extract.acts.clauses.extent import Extent

FUNCTION = (
    "preposition", "conjunction", "subordinator", "conditional", "relative", "reporting",
    "adverb", "be", "have", "do", "modal", "future", "not", "to",
)  # fmt: skip
PHRASE = 7  # items of a noun phrase before its head


class Naming(Extent):
    """A sentence that knows where its names begin."""

    def before_name(self, at: int) -> bool:
        """Tell whether the item may stand before a name: a title, determiner, adjective."""
        item = self.items[at]
        if not item.word[:1].isalnum() or item.word == "that" or self.dated(at):
            return False
        if self.has(at, "determiner", "title", "np_inside"):
            return True
        return item.upper and not self.has(at, *FUNCTION)

    def start_of_name(self, at: int) -> int:
        """Return where the noun phrase begins that ends at ``at``."""
        first = at
        while first > 0 and at - first < PHRASE and self.items[first - 1].ref is None:
            if not self.before_name(first - 1) or self.has(first - 1, "conjunction"):
                break
            first -= 1
            if self.has(first, "determiner"):
                break
        return first

    def start_of_office(self, at: int) -> int:
        """Return where the office of the person named at ``at`` begins, with whose it is.

        "| Secretary of State Lind", "| Bordurian Trade Board Director Lind"; the start of the
        name where there is no such office.
        """
        first = self.start_of_name(at)
        ref = self.items[at].ref
        if ref is None or ref.form == "pronoun" or self.view.actors[ref.actor].kind != "person":
            return first
        if first < at and self.word(first - 1) == "of" and self.items[first].upper:
            while self.items[first - 2].upper and self.has(first - 2, "title"):
                first -= 2 if self.word(first - 1) == "of" else 1
        body = self.items[first - 1].ref if 0 < first < at and self.items[first].upper else None
        if body is None or self.view.actors[body.actor].kind == "person":
            return first
        return first - 1
