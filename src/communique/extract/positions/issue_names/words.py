"""The words of a sentence as names are read off them: their classes, and what is printed."""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG
from communique.extract.modality import Items
from communique.extract.positions.wording import wording_for
from communique.extract.view import View

MOST = 8  # words of a name


class Words:
    """The items of one sentence, with what is asked of them.

    Args:
        view: The reading.
        items: The items of the sentence.
    """

    def __init__(self, view: View, items: Items) -> None:
        self._items = items
        self._lexicon = view.lexicon
        self._wording = wording_for(view.lexicon)
        self._text = view.text
        self._asks = False
        self._against: tuple[str, ...] = ("against",)

    def _is_capital(self, at: int) -> bool:
        opens = at == 0 or self._word(at - 1) in QUOTES or self._word(at - 1) in STRONG
        return not opens and self._text[self._items[at].start].isupper()

    def _words(self, first: int, end: int) -> tuple[str, ...]:
        if end <= first:
            return ()
        text = self._text[self._items[first].start : self._items[end - 1].end].lower()
        text = text.replace("’", "'").replace(",", " , ")
        words = [word.strip('"“”«»*_') for word in text.split()]
        if words and words[-1].endswith("'s"):
            words[-1] = words[-1].removesuffix("'s")
        words = [word for word in words if word and word not in self._list("addressing")]
        while words and self._lexicon.has(words[0], "article"):
            words.pop(0)
        while words and words[-1] in ("'s", "'", "and", ",", "&"):
            words.pop()
        cut = max((n + 1 for n, word in enumerate(words) if word == ","), default=0)
        words = words[cut:]
        return tuple(words[1:] if words[:1] == ["and"] else words)[-MOST:]

    def _is_acronym(self, at: int) -> bool:
        """Tell whether two capitals stand there: "AI"."""
        printed = self._text[self._items[at].start : self._items[at].end]
        return len(printed) > 1 and printed.isalpha() and printed.isupper()

    def _gerund(self, verb: str) -> str:
        """Return the form in "-ing" of a verb or of a participle."""
        known = self._wording.gerunds.get(verb)
        if known is not None or verb.endswith("ing"):
            return known or verb
        if verb.endswith("ied"):
            return verb[:-3] + "ying"
        if verb.endswith("eed") and len(verb) > 5:
            return verb[:-1] + "ing"
        if verb.endswith("ed") and len(verb) > 4:
            return verb[:-2] + "ing"
        if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
            return verb[:-1] + "ing"
        return verb + verb[-1] * _doubles(verb) + "ing"

    def _word(self, at: int) -> str:
        return self._items[at].word

    def _has(self, at: int, *names: str) -> bool:
        item = self._items[at]
        if item.ref is not None and item.ref.form != "pronoun":
            return False
        return self._lexicon.has(item.word, *names)

    def _is_manner(self, at: int) -> bool:
        word = self._word(at)
        return (
            self._items[at].ref is None
            and word.endswith("ly")
            and not self._lexicon.has(word, "not_manner")
        )

    def _list(self, name: str) -> frozenset[str]:
        return self._wording.lists[name]


def _doubles(verb: str) -> bool:
    """Tell whether a verb of one syllable doubles its last letter: "stop", not "open"."""
    vowels = "aeiou"
    short = len(verb) > 2 and sum(letter in vowels for letter in verb) == 1
    return short and verb[-1] not in vowels + "wxy" and verb[-2] in vowels
