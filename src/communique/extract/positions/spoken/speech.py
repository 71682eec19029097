"""A sentence in somebody's mouth: whose words they are, and where clauses of theirs begin."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from communique.extract.clauses import QUOTES, STRONG, Subject, clause_end, subject_of, verb_start
from communique.extract.lexicon import Lexicon, lexicon_for
from communique.extract.modality import Items
from communique.extract.view import View
from communique.model import Statement
from communique.model.claims import Polarity

_OPENING = ("wishes", "doing", "owned")
_ASIDE = (
    "wishes.empty", "wishes.small", "wishes.being", "wishes.only_for",
    "doing.claims", "doing.harms",
)  # fmt: skip
SIDES: tuple[Polarity, ...] = ("for", "against")
_I, _WE = "i", "we"
_DEEPEST = 5  # statements inside one another
_BEFORE = 14  # items before a clause in which its "if" may stand


@dataclass(frozen=True, slots=True)
class Mouth:
    """Who speaks: an actor, or the words by which somebody without a name is called."""

    actor: str | None
    raw: str | None
    statement: Statement


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose a stand is, and the items of the subject that says so."""

    actor: str | None
    raw: str | None
    first: int
    last: int
    own: bool
    singular: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A stand in speech: ``first`` to ``end`` are its words, ``about`` what it is on.

    ``known`` is the name of the issue where the words behind ``about`` do not tell it alone.
    """

    holder: Holder
    polarity: Polarity
    first: int
    end: int
    cue: int
    about: tuple[int, int]
    why: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of ``spoken_stands.toml``: lists by section and name.

    ``phrases`` are by list and first word, the longest first; ``hint`` are all first words.
    """

    lists: defaultdict[str, frozenset[str]]
    phrases: dict[tuple[str, str], tuple[tuple[str, ...], ...]]
    hint: frozenset[str]


def words_for(lexicon: Lexicon) -> Words:
    """Return the words of a language."""
    return _words(lexicon.language)


@lru_cache(maxsize=16)
def _words(language: str) -> Words:
    table = lexicon_for(language).table("spoken_stands")
    lists: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    phrases: dict[tuple[str, str], tuple[tuple[str, ...], ...]] = {}
    for section, content in table.items():
        for name, entries in content.items():
            forms = [form.replace("+", " ") for one in entries for form in _forms(one)]
            lists[f"{section}.{name}"] = frozenset(forms)
            for phrase in sorted({tuple(f.split()) for f in forms}, key=lambda p: (-len(p), p)):
                key = (f"{section}.{name}", phrase[0])
                phrases[key] = (*phrases.get(key, ()), phrase)
    opening = (name for name in lists if name.split(".")[0] in _OPENING and name not in _ASIDE)
    hint = frozenset(form.split()[0] for name in opening for form in lists[name])
    return Words(lists, phrases, hint)


def _forms(entry: str) -> list[str]:
    """Return the forms on a line: those with "+" are phrases, "good idea" is one as it is."""
    first, _, second = entry.partition(" ")
    verbs = "+" in entry or second.startswith(first[:4])
    return entry.split() if verbs and second else [entry]


class Speech:
    """One sentence that lies, in whole or in part, in direct speech."""

    def __init__(self, view: View, items: Items) -> None:
        self.view = view
        self.items = items
        self.known = words_for(view.lexicon)

    def is_heard(self) -> bool:
        """Tell whether words of the sentence lie in a statement."""
        return any(self.view.statement_at(item.start) is not None for item in self.items)

    def word(self, at: int) -> str:
        """Return the word at ``at``, "" outside the sentence."""
        return self.items[at].word if 0 <= at < len(self.items) else ""

    def has(self, at: int, *lists: str) -> bool:
        """Tell whether the word at ``at`` stands in a list of the grammar."""
        return self.view.lexicon.has(self.word(at), *lists)

    def among(self, at: int, name: str) -> bool:
        """Tell whether the word at ``at`` stands in a list of the words of speech."""
        return self.word(at) in self.known.lists[name]

    def phrase(self, at: int, name: str) -> int:
        """Return how many items a phrase of a list takes at ``at``, 0 where none stands."""
        for phrase in self.known.phrases.get((name, self.word(at)), ()):
            if all(self.word(at + n) == word for n, word in enumerate(phrase)):
                return len(phrase)
        return 0

    def mouth(self, at: int) -> Mouth | None:
        """Return whose direct speech ``items[at]`` is."""
        offset = self.items[at].start
        inner = statement = self.view.statement_at(offset)
        for _ in range(_DEEPEST):
            if statement is None or statement.form != "indirect":
                break
            statement = self.view.statements.get(statement.parent or "")
        if (
            statement is None
            or statement.form == "indirect"
            or inner is None
            or self.view.is_question(offset)
        ):
            return None
        others = inner.speaker not in (None, statement.speaker)
        if inner is not statement and (others or not self._is_own(inner)):
            return None
        if statement.speaker is not None:
            return Mouth(statement.speaker, None, statement)
        if not statement.source:
            return None
        source = statement.source[0]
        raw = self.view.words(source.start, source.end)
        if raw.lower() in self.known.lists["mouths.asking"]:
            return None
        return Mouth(None, raw, statement)

    def _is_own(self, inner: Statement) -> bool:
        """Tell whether what is told inside speech is the speaker's: "I think (that) …"."""
        if inner.speaker is not None:
            return True
        said = self.view.text[inner.source[0].start : inner.source[0].end] if inner.source else ""
        return said.lower() in (_I, _WE, "")

    def past_adverbs(self, at: int) -> int:
        """Return where words go on behind adverbs."""
        while self.has(at, "adverb") or (self.word(at).endswith("ly") and len(self.word(at)) > 4):
            at += 1
        return at

    def group(self, verb: int) -> int:
        """Return where the verb group that ends at ``verb`` begins."""
        return verb_start(self.view, self.items, verb)

    def denied(self, first: int, last: int) -> bool:
        """Tell whether a "not" stands in ``items[first:last]``."""
        return any(self.has(at, "not") for at in range(first, last))

    def end(self, at: int) -> int:
        """Return where the clause at ``at`` ends, not before the next word."""
        return max(clause_end(self.view, self.items, at), min(at + 1, len(self.items)))

    def holder(self, start: int) -> Holder | None:
        """Return whose verb group begins at ``start``: the speaker's "we", or somebody told of."""
        at = start - 1
        if self.word(at) in (_I, _WE):
            mouth = self.mouth(at)
            if mouth is None or not self.opens(at):
                return None
            one = self.word(at) == _I
            return Holder(mouth.actor, mouth.raw, at, start, True, one)
        subject = subject_of(self.view, self.items, start)
        if subject is None or not self._is_person(subject):
            return None
        if self.mouth(start) is None or not self.opens(subject.first):
            return None
        return Holder(subject.actor, None, subject.first, subject.last, False)

    def _is_person(self, subject: Subject) -> bool:
        actor = self.view.actors.get(subject.actor or "")
        if actor is None or subject.person != "third":
            return False
        word = self.word(subject.last - 1)
        pronoun = word in ("he", "she", "they")
        return pronoun or not self.view.lexicon.has(word, "pronoun")

    def opens(self, first: int) -> bool:
        """Tell whether a clause of the speaker's own begins at ``first``, and no relative one."""
        at = first - 1
        while at >= 0 and self.word(at) in ("the", "you", "–", "—", "-", ","):
            if self.word(at) == "you" and self.word(at + 1) != "know":
                return False
            at -= 1
        if self._is_conditional(first):
            return False
        if at < 0 or self.word(at) in STRONG or self.word(at) in QUOTES:
            return True
        if self.word(at) == "that":
            return self.among(at - 1, "opening.that") or self.has(at - 1, "be")
        if self.word(first - 1) == ",":
            return True
        known = self.among(at, "opening.words") or self.has(at, "be")
        adverb = self.word(at).endswith("ly") and len(self.word(at)) > 4
        return known or adverb

    def _is_conditional(self, first: int) -> bool:
        """Tell whether what begins at ``first`` stands in an if-clause or in what is asked."""
        for at in range(first - 1, max(-1, first - _BEFORE), -1):
            word = self.word(at)
            if word in STRONG or word in QUOTES or word == ",":
                return False
            if self.items[at].ref is None and self.view.lexicon.has(word, "conditional", "asking"):
                return word != "when"
        return False
