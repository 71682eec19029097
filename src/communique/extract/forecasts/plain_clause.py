"""A clause of what is to come, found by its words of future alone: subject, verb, whose words.

Unlike :mod:`~communique.extract.forecasts.clause` it asks nothing of the verb. The subject is the
words back to where a clause can open; where none is found, there is no clause.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from communique.extract.clauses import QUOTES, STRONG, is_asked, listed, subject_of, verb_start
from communique.extract.forecasts.clause import own_end
from communique.extract.forecasts.cues import cues_for
from communique.extract.forecasts.dooming import with_condition
from communique.extract.lexicon import lexicon_for
from communique.extract.modality import Items, is_manner
from communique.extract.view import View
from communique.extract.voices import voice_of
from communique.model import Statement

_KINDS = ("future", "may", "likely", "could", "expecting")
_WIDE = 16  # items of a subject
_THOUGHT = 9  # items from "I expect" to the subject
_GROUP = 4  # items between "will" and its verb
_THINKER = 10  # items of "but few on either side of the aisle think"
_PUT_IN = 5  # items of ", in all likelihood,"
_SHARED = 24  # items from a subject to the second of its verbs
_PAIR = 4  # items of "between the police and"
_HALVES = 2  # items of "Lind and"
_MARKS = frozenset("`'‘")
_NO_VERBS = (
    "preposition", "conjunction", "pronoun", "determiner", "conditional", "subordinator", "asking",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlainClause:
    """Items ``[first, start)`` are the subject, ``[start, verb]`` its verb, of a cue of ``kind``.

    The cue stands at ``items[index]``; ``by`` tells whose words they are (``None``: the report's,
    or of somebody without a name), ``thought`` where the verb of thinking stands that governs them.
    ``gap`` are the items of another verb between subject and verb: "the port | is old and | will".
    """

    view: View
    items: Items
    index: int
    kind: str
    first: int
    start: int
    verb: int
    statement: Statement | None
    by: str | None
    thought: int | None = None
    gap: tuple[int, int] | None = None

    @property
    def word(self) -> str:
        """The verb."""
        return self.items[self.verb].word

    @property
    def subject(self) -> list[str]:
        """The words of the subject."""
        last = self.gap[0] if self.gap is not None else self.start
        return [item.word for item in self.items[self.first : last]]

    @property
    def actor(self) -> str | None:
        """Who the subject's last word is."""
        last = self.gap[0] if self.gap is not None else self.start
        ref = self.items[last - 1].ref
        return ref.actor if ref is not None else None

    @property
    def is_conditional(self) -> bool:
        """Whether a condition stands before the subject or behind the verb: not "if necessary"."""
        if (
            with_condition(self.view, cues_for(self.view.lexicon), self.items, self.first)
            < self.first
        ):
            return True
        items = self.items[: own_end(self.view, self.items, self.verb)]
        return any(
            self.view.lexicon.has(items[at].word, "conditional")
            and not items[at + 1].word.endswith(("ary", "ble", "ed"))
            for at in range(self.verb + 1, len(items) - 1)
        )

    def ahead(self, count: int) -> list[str]:
        """Return up to ``count`` words behind the verb."""
        return [item.word for item in self.items[self.verb + 1 : self.verb + 1 + count]]

    def has(self, name: str, words: Iterable[str]) -> bool:
        """Tell whether one of ``words`` stands in a list of ``plainly.toml``."""
        return not plain_words(self.view)[name].isdisjoint(words)

    def does(self, name: str) -> bool:
        """Tell whether the verb stands in a list of ``plainly.toml``."""
        return self.word in plain_words(self.view)[name]


def plain_clause(view: View, items: Items, index: int) -> PlainClause | None:
    """Return the clause of the words of future at ``items[index]``; ``None`` in a question."""
    cue = _cue_at(view, items, index)
    if cue is None or items[index].date >= 0 or items[index].upper:
        return None  # a month, or a heading
    if index and _names_thing(view, items[index - 1].word):
        return None
    if view.turns.is_in_question(items[index].start) or is_asked(view, items, index):
        return None
    kind, length = cue
    if kind == "expecting":
        return _expected(view, items, index)
    verb = _verb(view, items, index + length)
    start = verb_start(view, items, index)
    if verb is None:
        return None
    gap, first = None, _subject(view, items, start)
    if first is None:
        shared = _shared(view, items, start)
        if shared is None:
            return None
        first, gap = shared[0], (shared[1], start)
    thought = _thought(view, items, first) if gap is None else None
    return _clause(view, items, (index, first, start, verb), kind, thought, gap)


def plain_words(view: View) -> defaultdict[str, frozenset[str]]:
    """Return the lists of ``plainly.toml``."""
    return _lists(view.lexicon.language)


def _clause(
    view: View,
    items: Items,
    at: tuple[int, int, int, int],
    kind: str,
    thought: int | None,
    gap: tuple[int, int] | None = None,
) -> PlainClause:
    index, first, start, verb = at
    voice = voice_of(view, items, index)
    by = voice.actor if voice is not None else None
    thinker = items[thought].ref if thought is not None else None
    if thinker is not None and thinker.end <= items[first].start:
        by = thinker.actor  # "said Lutha had no doubt that …"
    statement = view.statement_at(items[index].start)
    return PlainClause(view, items, index, kind, first, start, verb, statement, by, thought, gap)


def _expected(view: View, items: Items, index: int) -> PlainClause | None:
    """Read "we expect them to discuss grain" and "I expect to see less of it"."""
    start = verb_start(view, items, index)
    for at in range(index + 1, min(len(items) - 1, index + _WIDE)):
        word = items[at].word
        if word in STRONG or word == "," or view.lexicon.has(word, "future", "modal", "be", "have"):
            return None
        if word in plain_words(view)["clause_opening"]:
            return None
        if word == "to" and items[at + 1].word.isalpha() and items[at + 1].ref is None:
            verb = at + 1
            while verb + 1 < len(items) and is_manner(view.lexicon, items[verb].word):
                verb += 1
            first = index + 1 if at > index + 1 else start
            subject = _subject(view, items, start)
            if subject is None:
                return None
            return _clause(view, items, (index, first, at, verb), "expecting", subject)
    return None


def _names_thing(view: View, before: str) -> bool:
    """Tell whether a noun or an adjective follows: "the will", "good will", "Lind's expected"."""
    genitive = before == "'s" or before.endswith("s'")
    return genitive or view.lexicon.has(before, "article") or before in plain_words(view)["willed"]


def _cue_at(view: View, items: Items, index: int) -> tuple[str, int] | None:
    if items[index].ref is not None:
        return None
    for kind, words in _cues(view.lexicon.language).get(items[index].word, ()):
        if tuple(item.word for item in items[index : index + len(words)]) == words:
            return kind, len(words)
    return None


def _verb(view: View, items: Items, at: int) -> int | None:
    at = _past_inserted(view, items, at)
    for verb in range(at, min(len(items), at + _GROUP)):
        item = items[verb]
        if item.word in QUOTES or item.word in _MARKS:
            continue
        if item.ref is not None or not item.word.isalpha():
            return None
        if view.lexicon.has(item.word, "adverb", "not") or is_manner(view.lexicon, item.word):
            continue
        if view.lexicon.has(item.word, *_NO_VERBS):
            return None
        return verb
    return None


def _past_inserted(view: View, items: Items, at: int) -> int:
    """Return where "will, in fact, help" goes on behind the words put in."""
    comma = at < len(items) and items[at].word == ","
    words = " ".join(item.word for item in items[at + comma : at + comma + _PUT_IN])
    for phrase in plain_words(view)["inserted"]:
        if words.startswith(phrase + " "):
            after = at + comma + len(phrase.split())
            return after + (comma and items[after].word == ",")
    return at


def _subject(view: View, items: Items, start: int) -> int | None:
    """Return where the subject before ``items[start]`` begins; ``None`` where it is cut."""
    first = start
    for at in range(start - 1, max(-1, start - _WIDE), -1):
        if items[at].ref is not None:
            if first < start and _is_apart(view, items, first):
                break
        elif _opens(view, items, at, start):
            break
        first = at
    opened = first
    while first < start and _leads_on(view, items, first):
        first += 1
    if first == start or view.lexicon.has(items[first].word, "preposition", "genitive"):
        return None
    if _is_cut(view, items, opened, start):
        return None
    return _with_first_half(view, items, _with_gerund(view, items, first))


def _with_first_half(view: View, items: Items, first: int) -> int:
    """Return where "Lind's friends in Orm and | the guilds will" begins: with its sentence."""
    if first < _HALVES or items[first - 1].word != "and":
        return first
    behind = (n + 1 for n in range(first - 2, -1, -1) if items[n].word in (*STRONG, *QUOTES))
    opens = next(behind, 0)
    half = items[opens : first - 1]
    both = any(item.word == "both" for item in half)
    if not (both or (half[-1:] and half[-1].ref is not None)) or len(half) > _WIDE - _PAIR:
        return first
    verbs = ("be", "have", "do", "modal", "future", "reporting", "conjunction", "subordinator")
    known = listed(view, "telling") | {","}
    told = any(
        i.ref is None and (i.word in known or view.lexicon.has(i.word, *verbs)) for i in half
    )
    leads = (
        not both and half[0].ref is None and view.lexicon.has(half[0].word, "preposition", "adverb")
    )
    return first if told or leads else opens


def _with_gerund(view: View, items: Items, first: int) -> int:
    """Return where "having | Lind on the list" begins, at a gerund that opens its clause."""
    gerund = items[first - 1].word if first else ""
    opens = first < 2 or items[first - 2].word in (*STRONG, *QUOTES, ",", ":")
    told = gerund in listed(view, "telling") | plain_words(view)["thinking"]
    told = told or view.lexicon.has(gerund, "preposition", "reporting")
    return first - (gerund.endswith("ing") and opens and not told)


def _is_cut(view: View, items: Items, first: int, start: int) -> bool:
    """Tell whether only the end of a subject begins there: "willing to sell | tin will"."""
    before = items[first - 1] if first else None
    if before is None or before.ref is not None or before.word in ("'s", "'d"):
        return False
    if before.word == "that" and items[first - 2].word in plain_words(view)["reasons"]:
        return True
    if items[first].ref is not None:
        return False
    if first == start - _WIDE + 1:
        return True
    said = items[first].word.endswith(("ly", "ed")) and view.lexicon.has(before.word, "be")
    return said or before.word == "to" or view.lexicon.has(before.word, "have", "modal", "future")


def _shared(view: View, items: Items, start: int) -> tuple[int, int] | None:
    """Return the subject of an earlier verb that the verb at ``start`` shares."""
    if not start or items[start - 1].word not in ("and", "but", "or"):
        return None
    subject = subject_of(view, items, start)
    if subject is None or subject.last >= start or start - subject.first > _SHARED:
        return None
    return subject.first, subject.last


def _opens(view: View, items: Items, at: int, start: int) -> bool:
    """Tell whether a subject that ends before ``items[start]`` begins behind ``items[at]``."""
    word, lists = items[at].word, plain_words(view)
    if word in STRONG or word in QUOTES or word in (",", "`", "--") or _is_mark(items, at):
        return True
    if word in lists["going_on"]:
        return True
    if word in lists["thinking"] or word in lists["promising"]:
        return not view.lexicon.has(items[at + 1].word, "preposition")
    if word == "'s" and at < start - 1 and not view.lexicon.has(items[at - 1].word, "pronoun"):
        return items[at - 1].word in ("there", "here")  # else a genitive
    if view.lexicon.has(word, "reporting", "future", "modal", "be", "have", "do"):
        return True
    led = items[at - 1].word if at else "s"
    if word == "to" and (led in lists["deeds_to"] or not led.endswith(("s", "ed"))):
        return False  # "any attempt to | isolate Lutha", "a swift transition to | new owners"
    if word == "to":  # not "seems credible to | the public"
        return items[at + 1].ref is None and not view.lexicon.has(items[at + 1].word, "determiner")
    if view.lexicon.has(word, "conjunction") and _joins_nouns(view, items, at):
        return False
    inner = view.lexicon.has(word, "conjunction", "subordinator", "conditional", "asking")
    if inner and not view.lexicon.has(word, "preposition"):
        return not _points(items, at, start)
    return False


def _points(items: Items, at: int, start: int) -> bool:
    """Tell whether "that" is part of the subject: "that will", ", that | hurdle will"."""
    if items[at].word != "that":
        return False
    alone = items[start - 1].word
    one = start - at == len(("that", "hurdle")) and not alone.endswith("s") and alone != "it"
    return at == start - 1 or (one and (not at or items[at - 1].word in (",", "and", "but")))


def _joins_nouns(view: View, items: Items, at: int) -> bool:
    """Tell whether "and" joins names, or nouns behind one preposition: "of peace and order"."""
    if at < 2 or at + 1 >= len(items):
        return False
    if "between" in (item.word for item in items[max(0, at - _PAIR) : at]):
        return True
    if items[at + 1].ref and items[at - 1].ref:
        return True
    bare = items[at + 1].ref is None and not view.lexicon.has(items[at + 1].word, "determiner")
    return bare and view.lexicon.has(items[at - 2].word, "preposition", "possessive", "article")


def _is_mark(items: Items, at: int) -> bool:
    """Tell whether an apostrophe opens a quotation, and is none of a genitive."""
    if items[at].word not in _MARKS:
        return False
    before = items[at - 1] if at else None
    return before is None or items[at].start > before.end or before.word in _MARKS


def _is_apart(view: View, items: Items, first: int) -> bool:
    """Tell whether a pronoun that follows a name opens the clause: "told Lind | it would"."""
    word = items[first].word
    return view.lexicon.has(word, "pronoun") and word not in ("both", "all", "that")


def _leads_on(view: View, items: Items, first: int) -> bool:
    """Tell whether a word before a subject is none of it: "then", "in May"."""
    item = items[first]
    if item.ref is not None or item.word in ("there", "both"):
        return False
    if item.date >= 0:
        return not view.lexicon.has(items[first + 1].word, "genitive")  # not "tomorrow's talks"
    if view.lexicon.has(item.word, "preposition"):
        return False
    return view.lexicon.has(item.word, "adverb", "conjunction")


def _thought(view: View, items: Items, first: int) -> int | None:
    """Return where "doubt" stands in "I have no doubt that", behind which the clause stands."""
    for at in range(first - 1, max(-1, first - _THOUGHT), -1):
        word = items[at].word
        if word in STRONG or word in QUOTES or word == ",":
            return None
        if items[at].ref is None and word in plain_words(view)["thinking"]:
            between = items[at + 1 : first]
            if between and between[-1].word != "that":
                return None
            start = verb_start(view, items, at)
            who = _subject(view, items, start)
            return who if who is not None and at - who < _THINKER else at
    return None


@lru_cache(maxsize=16)
def _lists(language: str) -> defaultdict[str, frozenset[str]]:
    table = lexicon_for(language).table("plainly")
    return defaultdict(frozenset, {name: frozenset(words) for name, words in table.items()})


@lru_cache(maxsize=16)
def _cues(language: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return the words of future by their first word, the longest first."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for kind in _KINDS:
        for phrase in lexicon_for(language).table("plainly").get(kind, ()):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((kind, words))
    return {word: sorted(each, key=lambda one: -len(one[1])) for word, each in found.items()}
