"""The items of one sentence and the groups among them, laid out for finding contacts."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extract.contacts.parties.groups import Group, groups_of
from communique.extract.contacts.triggers import Triggers, triggers_for
from communique.extract.view import Item, View

STOPS = frozenset(".;:!?—…()")
"""Marks at which a clause ends."""
_ASIDE = 10  # items between the commas of an aside


class Layout:
    """A sentence with its items, its groups and the trigger words of its language."""

    def __init__(self, view: View, sentence: int) -> None:
        self.view = view
        self.lexicon = view.lexicon
        self.triggers: Triggers = triggers_for(view.lexicon)
        self.sentence = sentence
        self.items: Sequence[Item] = view.items(sentence)
        self.groups = groups_of(view, sentence)

    def word(self, at: int) -> str:
        """Return the word at an index, in lower case; empty outside the sentence."""
        return self.items[at].word if 0 <= at < len(self.items) else ""

    def is_barred(self, first: int, last: int) -> bool:
        """Tell whether a clause begins between two items, a list's "and" allowed."""
        return any(
            self.word(at) in STOPS
            or self.lexicon.has(self.word(at), "relative", "conditional", "future", "reporting")
            or self.word(at) in ("that", "but", "because", "while", "to")
            for at in range(first, last)
        )

    def is_dated(self, at: int) -> bool:
        """Tell whether the item at an index lies in a temporal expression."""
        return 0 <= at < len(self.items) and self.items[at].date >= 0

    def group_before(self, at: int) -> Group | None:
        """Return the last group that ends by ``at``."""
        return next((group for group in reversed(self.groups) if group.last <= at), None)

    def group_at(self, at: int) -> Group | None:
        """Return the group that begins at ``at``."""
        return next((group for group in self.groups if group.first == at), None)

    def skip_adverbs(self, at: int) -> int:
        """Return the first index from ``at`` on that is no adverb and no date."""
        while at < len(self.items) and (
            self.items[at].ref is None
            and (self.lexicon.has(self.word(at), "adverb") or self.items[at].date >= 0)
        ):
            at += 1
        return at

    def is_absolute(self, group: Group) -> bool:
        """Tell ", with Bordurian officials carrying messages" from "with Bordurian officials"."""
        apart = group.preposition == "with" and self.word(group.first - 2) == ","
        return apart and self.word(group.last).endswith("ing") and not self.is_dated(group.last)

    def past_aside(self, at: int) -> int:
        """Return where "met, for the first time since May, | Lind" goes on; ``at`` elsewhere."""
        if self.word(at) != "," or not self.lexicon.has(self.word(at + 1), "preposition"):
            return at
        for end in range(at + 1, min(at + _ASIDE, len(self.items))):
            item = self.items[end]
            if item.word == ",":
                return end + 1
            if item.ref is not None or item.word in STOPS:
                return at
        return at
