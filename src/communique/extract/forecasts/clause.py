"""A clause of what is to come: its cue, its verb, whose deed it is and whose words they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.extract.clauses import Subject, clause_end, listed
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.modality import Items
from communique.extract.view import View
from communique.extract.voices import Voice

_NEXT = 8  # items of the subject of the clause behind "and"


def own_end(view: View, items: Items, verb: int) -> int:
    """Return where the verb's clause ends, before ", and" with another subject and verb.

    "Prices will fall | , and the towns are in debt", but "will fall, and will never recover".
    """
    end = clause_end(view, items, verb)
    for at in range(verb + 1, end - 2):
        conjoined = view.lexicon.has(items[at + 1].word, "conjunction")
        if items[at].word == "," and conjoined and _opens_another(view, items[at + 2 : end]):
            return at
    return end


def _opens_another(view: View, follows: Items) -> bool:
    """Tell whether a subject and a finite verb follow, with nothing but the subject between."""
    for number, item in enumerate(follows[:_NEXT]):
        word = item.word
        if word != "'s" and view.lexicon.has(word, "be", "have", "do", "modal", "future"):
            return number > 0
        inside = word in (",", "to", "that") or word in listed(view, "asking")
        if inside or view.lexicon.has(word, "relative"):
            return False
    return False


@dataclass(frozen=True, slots=True)
class Clause:
    """The cue at ``items[index]``, its verb at ``items[verb]`` and its subject.

    ``voice`` is who says or thinks it (``None``: the report's own voice). ``doom`` says that it
    is told to come on a condition or in any case.
    """

    view: View
    cues: Cues
    items: Items
    cue: Cue
    index: int
    verb: int
    subject: Subject
    voice: Voice | None = None
    doom: bool = False

    @property
    def word(self) -> str:
        """The verb."""
        return self.items[self.verb].word

    @property
    def head(self) -> str:
        """The last word of the subject."""
        return self.items[self.subject.last - 1].word

    @property
    def after(self) -> str:
        """The word behind the verb; empty at the end of the sentence."""
        return self.items[self.verb + 1].word if self.verb + 1 < len(self.items) else ""

    @property
    def end(self) -> int:
        """The index past the last item of the clause."""
        return own_end(self.view, self.items, self.verb)

    @property
    def speaker(self) -> str | None:
        """Whose words they are; ``None`` for the report, a crowd and somebody without a name."""
        return self.voice.actor if self.voice is not None else None

    @property
    def telling(self) -> str:
        """The verb with which it is told or thought; empty where a statement alone tells it."""
        return self.voice.verb if self.voice is not None else ""

    def ahead(self, count: int) -> list[str]:
        """Return up to ``count`` words behind the verb."""
        return [item.word for item in self.items[self.verb + 1 : self.verb + 1 + count]]

    def before(self, count: int) -> list[str]:
        """Return up to ``count`` words before the subject."""
        first = self.subject.first
        return [item.word for item in self.items[max(0, first - count) : first]]

    def does(self, *lists: str) -> bool:
        """Tell whether the verb stands in one of these lists."""
        return any(self.word in self.cues.lists[name] for name in lists)

    def is_about(self, *lists: str) -> bool:
        """Tell whether the subject's last word stands in one of these lists."""
        return any(self.head in self.cues.lists[name] for name in lists)

    def has_any(self, words: Iterable[str], name: str) -> bool:
        """Tell whether one of ``words`` stands in a list."""
        return not self.cues.lists[name].isdisjoint(words)

    def is_by(self, *kinds: str) -> bool:
        """Tell whether the cue is of one of these kinds."""
        return self.cue.kind in kinds
