"""Names of issues in stories, put right by the words as they are printed.

A name read off the words may lack its head ("personal email" of "Lind's use of personal email"),
may be cut inside a phrase, run on into a verb ("ban on imports makes him …") or hold a pronoun that
leaves open whom it means. Here the phrase is read once more from its first word to its last. What
the scheme knows, and who is named, stay as they are; what cannot be named whole is no issue.
"""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG
from communique.extract.modality import Items
from communique.extract.positions.issue_names.issues import Heading, Scheme
from communique.extract.positions.issue_names.wholeness import is_adjective
from communique.extract.positions.issue_names.words import Words
from communique.extract.positions.stand import Stand
from communique.extract.view import View

_MARKS = QUOTES | {"``", "''", "‘"}
_MOST = 18  # words of a name
_DASHES = ("-", "–", "—")
_CLAUSE = ("that", "sure")
_ASKING = ("what", "whether", "how", "why")
_WHOM = ("him", "them", "me", "us", "it")
_PHRASE = 8  # items of what a preposition leads to


def printed(
    view: View,
    scheme: Scheme,
    items: Items,
    about: tuple[int, int],
    actor: str | None,
    heading: Heading | None,
) -> Heading | None:
    """Return ``heading`` with its name as the words of ``about`` have it.

    ``actor`` is who takes the stand, the only one whom a pronoun in the name may mean unnamed.
    ``None`` where the name stays cut or open.
    """
    if heading is None or heading.label in scheme.labels or heading.label[:1].isupper():
        return heading
    label = _Phrase(view, items, about, actor).whole(heading.label, heading.turned)
    return heading._replace(label=label) if label else None


class _Phrase(Words):
    """The words that a stand is on, read as one phrase."""

    def __init__(self, view: View, items: Items, about: tuple[int, int], actor: str | None) -> None:
        super().__init__(view, items)
        self._view = view
        self._about = about
        self._actor = actor
        self._bare = True

    def whole(self, label: str, turned: bool) -> str | None:
        """Return the name as it is printed; ``turned`` ones, whose verb is left out, as it is."""
        words = label.split()
        told = None if turned else self._told(words)
        if told:
            return self._joined(told)
        return label if self._is_closed(words) and not self._opens(words) else None

    def _told(self, words: list[str]) -> list[str] | None:
        self._bare = not any(self._lexicon.has(word, "article") for word in words)
        end = self._end_of(words)
        loose = end is None
        end = self._end_of(words[-1:]) if end is None else end
        first = self._first(words, end) if end is not None else None
        if end is None or first is None or (loose and not self._holds(words[1:], first, end)):
            return None
        deed = words[0].endswith("ing") and self._word(first) != words[0]
        deed = deed or (first > 0 and self._word(first - 1) == "to" and self._is_verb_form(first))
        first = first if deed else self._head(first)
        named = not deed and any(self._is_capital(n) for n in range(first, end))
        whole = end if named and not self._has_more(end) else self._end(first, max(end, first + 1))
        return self._text_of(first, whole, deed)

    def _has_more(self, end: int) -> bool:
        """Tell whether what has a name goes on all the same: "the Harrow bridge | to Lutha" not."""
        return end >= len(self._items) or self._word(end) not in ("to", "in", "at", "from", "for")

    def _is_verb_form(self, at: int) -> bool:
        led = at > 1 and self._word(at - 2) in self._list("to_things")  # "committed to | peace"
        return not led and self._is_base(at) and not self._word(at).endswith(("ing", "s"))

    def due(self, stand: Stand, length: int) -> str | None:
        """Return what is prescribed, whose modal verb has ``length`` words."""
        verb = stand.cue + length
        while verb < stand.end and (self._has(verb, "not", "adverb") or self._is_manner(verb)):
            verb += 1
        if verb + 1 >= stand.end or self._word(verb) in self._list("being_only"):
            return None
        open_subject = self._has(stand.subject_end - 1, "pronoun")
        who = [] if open_subject else self._text_of(stand.first, stand.subject_end, False)
        if who and self._lexicon.has(who[0], "first_plural", "first_singular"):
            return None
        led = self._has(verb + 1, "preposition", "to") and not self._is_base(verb + 2)
        after = self._noun_end(verb + 1 + led) if verb + 2 < len(self._items) else None
        done = self._word(verb + 1)
        if self._word(verb) == "be" and done.endswith(("ed", "en")) and who:
            told = None if done in self._list("being_only") else [*who, "being", done]
        elif after is not None and self._is_base(verb) and not self._has(verb, "preposition"):
            told = self._text_of(verb, self._end(verb, after), True)
            told = [*who, *told] if told and who is not None else None
        else:
            told = None
        return self._joined(told) if told and len(told) > 1 else None

    @staticmethod
    def _joined(words: list[str]) -> str:
        text = " ".join(words).replace(" 's", "'s").replace(" '", "'").replace(" ,", ",")
        return text.replace(" - ", "-").replace(" %", "%").replace("$ ", "$")

    def _end_of(self, words: list[str]) -> int | None:
        """Return behind which item a name ends, whose articles may be left out."""
        for at in range(self._about[0], min(self._about[1], len(self._items))):
            if self._word(at).split()[-1:] != words[-1:]:
                continue
            back = at - 1
            while back > self._about[0] and (
                self._word(back) in _MARKS or self._has(back, "article", "possessive", "genitive")
            ):
                back -= 1
            if len(words) == 1 or words[-2] in (*self._word(back).split(), *self._word(at).split()):
                return at + 1
        return None

    def _holds(self, words: list[str], first: int, end: int) -> bool:
        """Tell whether words stand between two items, in whatever order."""
        there = {part for item in self._items[first:end] for part in item.word.split()}
        return there.issuperset(word.removesuffix("'s") for word in words)

    def _first(self, words: list[str], end: int) -> int | None:
        """Return the item at which a name begins."""
        for at in range(end - 1, self._about[0] - 1, -1):
            if self._has(at, "article"):
                continue
            done = self._items[at].word.split()[0] if self._items[at].word else ""
            if done == words[0] or (done.isalpha() and self._gerund(done) == words[0]):
                return at
        return None

    def _head(self, first: int) -> int:
        """Return where the whole phrase begins: "use | of email", not "the | email"."""
        at = self._about[0]
        while at < first and (self._is_led(at) or self._word(at) in _MARKS):
            at += 1
        left = range(at, first)
        done = any(self._word(n) == "to" and self._word(n + 1) in self._list("light") for n in left)
        joint = self._word(self._before(first))
        ref = self._items[at].ref
        blamed = joint in ("for", "against") and ref is not None and ref.form == "mention"
        if done or blamed or (self._has(at, "pronoun", "be") and self._word(at) != "what"):
            return first  # "asked the court to hold | a vote", "faulted Lutha for | its raids"
        joined = any(self._has(n, "preposition", "to", "genitive") for n in left)
        noun = any(not self._is_led(n) and not self._has(n, "to") for n in left)
        return at if (joined and noun) or self._word(at) == "what" else first

    def _is_led(self, at: int) -> bool:
        word = self._word(at)
        return self._has(at, "determiner", "preposition", "adverb", "not") or word in (
            self._list("opening")
            | self._list("leading")
            | self._list("judging")
            | self._list("plans")
            | self._list("light")
        )

    def _end(self, first: int, end: int) -> int:
        """Return where the phrase that goes to ``items[end]`` ends."""
        if any(self._word(n) in _ASKING for n in range(first, end)):
            return self._clause_end(end)
        told = next((n for n in range(first, end) if self._word(n) in _CLAUSE), None)
        if told is not None and any(self._is_finite(n) for n in range(told, end)):
            return self._clause_end(end)
        stop = next((n for n in range(first + 1, end) if self._breaks(n)), None)
        if stop is not None:
            led = self._has(self._before(first), "preposition", "to")
            return stop if led else self._clause_end(end)
        while (further := self._further(end)) is not None and further - first <= _MOST:
            end = further
        return end

    def _breaks(self, at: int) -> bool:
        """Tell whether a verb of the next clause stands there: "imports | makes him"."""
        theirs = at + 1 < len(self._items) and self._word(at + 1) in _WHOM
        return self._is_finite(at) or (theirs and self._word(at).endswith("s"))

    def _is_finite(self, at: int) -> bool:
        after = self._word(at + 1) if at + 1 < len(self._items) else ""
        means = self._word(at) == "means" and after in ("of", "to", "for")
        verb = self._word(at) in self._list("finite") and not means
        return verb and self._items[at].ref is None and not self._has(at, "genitive")

    def _before(self, first: int) -> int:
        """Return the item before a phrase and its articles."""
        at = first - 1
        while at > 0 and (self._has(at, "determiner") or self._word(at) in _MARKS):
            at -= 1
        return max(0, at)

    def _further(self, end: int) -> int | None:
        """Return where what follows at ``items[end]`` and belongs to the phrase ends."""
        last = min(len(self._items), self._about[1])
        if end < len(self._items) and self._has(end, "genitive"):
            return self._noun_end(end + 1)
        if end + 1 >= last or self._items[end].date >= 0:
            return None
        if self._word(end) in _MARKS:
            return end + 1 if self._further(end + 1) is not None else None
        if self._word(end) in ("whether", "how"):
            return self._clause_end(end + 1)
        if self._word(end) == "to" and self._is_base(end + 1):
            whom = end + 2 < last and self._word(end + 2) in _WHOM
            return end + 3 if whom else self._noun_end(end + 2) or end + 2
        if self._word(end) not in self._list("printed_on"):
            return None
        if self._word(end + 1) in ("whether", "how"):
            return self._clause_end(end + 2)
        behind = self._noun_end(end + 1)
        around = self._list("told_in") | self._list("occasions") | self._list("settings")
        words = [self._word(at) for at in range(end + 1, behind or end + 1)]
        return behind if around.isdisjoint(words) else None

    def _is_base(self, at: int) -> bool:
        word = self._word(at)
        return (
            word.isalpha() and self._items[at].ref is None and not self._has(at, "determiner", "be")
        )

    def _clause_end(self, first: int) -> int:
        """Return where a clause ends, at a mark or another clause."""
        at = first
        while at < len(self._items) and not (
            self._word(at) in STRONG
            or self._word(at) in (",", "because", "while", "when", "if", "after", "—", "–")
        ):
            at += 1
        return at

    def _noun_end(self, first: int) -> int | None:
        """Return where the noun phrase at ``items[first]`` ends, if one stands there."""
        at = first
        while at < min(len(self._items), first + _PHRASE) and self._is_inside(at, first):
            at += 1
        if at < len(self._items) and self._word(at) in _WHOM:
            at -= 1  # "imports makes | him"
        while at > first and (
            self._word(at - 1) in _MARKS
            or self._has(at - 1, "determiner", "possessive")
            or (self._word(at - 1).endswith("ed") and self._items[at - 1].ref is None)
        ):
            at -= 1
        cut = at > first and self._items[at - 1].ref is None
        cut = cut and is_adjective(self._lexicon, self._word(at - 1))
        return at if at > first and not cut else None

    def _is_inside(self, at: int, first: int) -> bool:
        item = self._items[at]
        if item.ref is not None:
            doing = at > first and at + 1 < len(self._items)
            doing = doing and self._lexicon.has(self._word(at + 1), "have", "be", "modal")
            named = item.ref.form == "mention" and not doing  # "the campaign | Lind has called"
            return named or self._lexicon.has(item.word, "possessive")
        if item.date >= 0 or item.word in STRONG or item.word == ",":
            return False
        if item.word in _MARKS or item.word in ("$", "%") or self._has(at, "genitive"):
            return True
        if not item.word[:1].isalnum():
            return False
        if self._has(at, "determiner", "possessive"):
            return at == first
        return item.word not in self._list("finite") and not self._has(
            at, "preposition", "relative", "subordinator", "pronoun", "conjunction", "be", "have",
            "modal", "future", "do", "to", "not", "adverb", "reporting",
        )  # fmt: skip

    def _text_of(self, first: int, end: int, deed: bool) -> list[str] | None:
        """Return the words of a phrase, without articles and with names for pronouns."""
        told: list[str] = []
        named = {
            item.ref.actor
            for item in self._items[first:end]
            if item.ref is not None and item.ref.form == "mention"
        }
        for at in range(first, end):
            if self._word(at) in _DASHES and self._items[at - 1].end < self._items[at].start:
                break
            words = self._meant(at, named)
            if words is None:
                return None
            told += words
        while told and self._lexicon.has(told[0], "preposition", "conjunction", "article"):
            told.pop(0)
        if deed and told:
            told[0] = self._gerund(told[0])
        return told if self._is_closed(told) else None

    def _meant(self, at: int, named: set[str]) -> list[str] | None:
        """Return the words of one item, ``None`` where it leaves open whom it means."""
        item = self._items[at]
        word = item.word
        if item.ref is not None and item.ref.form == "pronoun":
            owns = self._has(at, "possessive")
            known = item.ref.actor in named or item.ref.actor == self._actor
            name = self._view.actors[item.ref.actor].name.lower().split()
            return word.split() if known else [*name, "'s"] if owns else name
        beside = {one.word for one in (*self._items[at - 1 : at], *self._items[at + 1 : at + 2])}
        if word == "'" and "'" in beside:
            return []  # quotes
        if word in _MARKS or (self._bare and self._has(at, "article")):
            return []
        here = self._word(at + 1) if at + 1 < len(self._items) else ""
        if word in self._list("open_pronouns") and here not in self._list("here"):
            return None
        return [part.strip('"“”«»*_`') for part in word.replace("’", "'").replace("''", "").split()]

    def _opens(self, words: list[str]) -> bool:
        return not self._list("open_pronouns").isdisjoint(words)

    def _is_closed(self, words: list[str]) -> bool:
        """Tell whether a name begins and ends with words that can."""
        if not words or (
            words[0] not in ("being", "what")
            and self._lexicon.has(words[0], "be", "have", "modal", "pronoun")
        ):
            return False
        last = words[-1]
        if self._lexicon.has(
            last, "preposition", "determiner", "conjunction", "modal", "be", "have", "pronoun"
        ):
            return False
        return len(words) > 1 or not last.endswith("ing") or last in self._list("doings")


def due(view: View, items: Items, stand: Stand) -> Heading | None:
    """Return what ought to be done as it is printed: "must | accept the refugees".

    Only for a ``firm`` stand that prescribes; what is to be done has an object, or is done to
    the subject ("the refugees being accepted").
    """
    if not (stand.firm and stand.why.startswith(("prescribe", "answer:should"))):
        return None
    phrase = _Phrase(view, items, (stand.first, stand.end), stand.actor)
    label = phrase.due(stand, len(stand.why.partition(":")[2].split()))
    return Heading(label) if label else None
