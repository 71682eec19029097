"""A clause of what is to come: its cue, its verb, whose deed it is and whose words they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.extract.clauses import Subject, clause_end, listed
from communique.extract.forecasts.cues import Cue, Cues, cues_for
from communique.extract.modality import Items
from communique.extract.view import View
from communique.extract.voices import Voice

_NEXT = 14  # items of the subject of the clause behind "and"


def own_end(view: View, items: Items, verb: int) -> int:
    """Return where the verb's clause ends, before another subject and verb.

    "Prices will fall | , and the towns are in debt", "will fall |, the towns are in debt" and
    "will save us tin | and is one of many steps", but "will fall, and will never recover".
    """
    end = _with_but(view, items, verb, clause_end(view, items, verb))
    if _is_conceded(view, items, verb):  # "while prices will fall | , wages …"
        end = next((at for at in range(verb + 1, end) if items[at].word == ","), end)
    for at in range(verb + 1, end - 2):
        conjoined = view.lexicon.has(items[at + 1].word, "conjunction")
        follows = items[at + 1 + conjoined : end]
        opens = conjoined or _opens_subject(view, follows)
        if items[at].word == "," and opens and _opens_another(view, follows):
            return at
        if items[at].word == "," and conjoined and follows[0].word in ("needs", "wants", "lacks"):
            return at
        if _is_judged(view, items, verb, at):
            return at
        if items[at].word == "and" and _goes_on_otherwise(view, items[at + 1 : end]):
            return at
    return end


def _opens_subject(view: View, follows: Items) -> bool:
    """Tell whether a subject or another verb begins behind a comma, and no verb of a list."""
    if follows[0].ref is not None or view.lexicon.has(follows[0].word, "determiner", "pronoun"):
        return True  # "the towns", or "workers will", "finally did"
    return len(follows) > 1 and view.lexicon.has(follows[1].word, "be", "do", "future", "modal")


def _is_judged(view: View, items: Items, verb: int, at: int) -> bool:
    """Tell whether what came of it is told: "fears that it would fall | were not borne out"."""
    if items[at].word not in cues_for(view.lexicon).lists["judged"] or items[at].ref is not None:
        return False
    if view.lexicon.has(items[at - 1].word, "pronoun"):
        return False  # "as it was", "what he was"
    return not any(
        view.lexicon.has(item.word, "relative", "subordinator", "conjunction")
        or item.word in (",", "that", "what")
        for item in items[verb:at]
    )


def _goes_on_otherwise(view: View, follows: Items) -> bool:
    """Tell whether "and" joins what is, or another's deed: "and is one of", "and we will"."""
    if follows[0].word in cues_for(view.lexicon).lists["what_is"]:
        return True
    own = follows[0].word in ("i", "we", "you", "they", "he", "she", "it")
    return own and len(follows) > 1 and view.lexicon.has(follows[1].word, "future", "modal", "be")


def _is_conceded(view: View, items: Items, verb: int) -> bool:
    """Tell whether "while" or "although" opens the sentence of the verb."""
    opens = items[0].word in cues_for(view.lexicon).lists["conceding"]
    return opens and not any(item.word == "," for item in items[:verb])


def _with_but(view: View, items: Items, verb: int, end: int) -> int:
    """Return where "not only the yards, but also the towns" ends."""
    told = [item.word for item in items[verb:end]]
    if "not" not in told or "only" not in told or end + 1 >= len(items):
        return end
    goes_on = items[end].word == "," and items[end + 1].word == "but"
    return clause_end(view, items, end + 2) if goes_on else end


def _opens_another(view: View, follows: Items) -> bool:
    """Tell whether a subject and a finite verb follow, with nothing but the subject between."""
    for number, item in enumerate(follows[:_NEXT]):
        word = item.word
        if word != "'s" and view.lexicon.has(word, "be", "have", "do", "modal", "future"):
            return number > 0
        if number and item.ref is None and word in listed(view, "telling"):
            return True  # "and the bank says so"
        inside = word in ("to", "that") or word in listed(view, "asking")
        if inside or view.lexicon.has(word, "relative", "subordinator", "conditional"):
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

    def has_any(self, words: Iterable[str], *names: str) -> bool:
        """Tell whether one of ``words`` stands in one of these lists."""
        told = frozenset(words)
        return any(not self.cues.lists[name].isdisjoint(told) for name in names)

    def is_by(self, *kinds: str) -> bool:
        """Tell whether the cue is of one of these kinds."""
        return self.cue.kind in kinds
