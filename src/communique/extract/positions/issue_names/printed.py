"""Names of issues in stories, put right by the words as they are printed.

A name read off the words may lack its head ("personal email" of "Lind's use of personal email"),
may be cut inside a phrase, run on into a verb ("ban on imports makes him …") or hold a pronoun that
leaves open whom it means. Here the phrase is read once more from its first word to its last. What
the scheme knows, and who is named, stay as they are; what cannot be named whole is no issue.
"""

from __future__ import annotations

from communique.extract.modality import Items
from communique.extract.positions.issue_names.issues import Heading, Scheme
from communique.extract.positions.issue_names.reach import MARKS, Reach
from communique.extract.positions.stand import Stand
from communique.extract.positions.wording import wording_for
from communique.extract.view import View

_TITLE = 6  # items of a title before a name
_DASHES = ("-", "–", "—")


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
    if _is_of_it(items, about[0]):
        return None
    if (name := _alone(view, items, about, heading.label)) is not None:
        return Heading(name)
    label = _Phrase(view, items, about, actor).whole(heading.label, heading.turned)
    return heading._replace(label=label) if label else None


def _is_of_it(items: Items, first: int) -> bool:
    """Tell whether something is only pointed at: "to make sure (that) | it is lost"."""
    words = [item.word for item in items[first : first + 5] if item.word not in ("that", "to")]
    return words[1:2] == ["sure"] and words[2:3] in (["it"], ["they"], ["it's"], ["this"])


def _alone(view: View, items: Items, about: tuple[int, int], label: str) -> str | None:
    """Return who is named where only asides follow: "blamed | Lind almost daily", "Lind for …"."""
    first, last = about[0], min(about[1], len(items))
    while first < last and view.lexicon.has(items[first].word, "article", "preposition", "title"):
        first += 1
    words = [word for word in label.split() if not view.lexicon.has(word, "title")]
    if (titled := _titled(view, items, about[0], last, label)) is not None:
        return titled
    ref = items[first].ref if first < last else None
    if ref is None or (ref.form == "pronoun" and view.lexicon.has(items[first].word, "possessive")):
        return None
    lists = wording_for(view.lexicon).lists
    after = items[first + 1] if first + 1 < last else None
    if ref.form == "pronoun":
        left = after is not None and after.word in lists["aside_from"]
    else:
        left = after is None or after.date >= 0 or after.word in lists["behind_named"]
        left = left and words[:1] == items[first].word.split()[:1]
    return view.actors[ref.actor].name if left else None


def _titled(view: View, items: Items, first: int, last: int, label: str) -> str | None:
    """Return who is named behind what he is: "former mill chief | Bo Lind"."""
    near = range(first + 1, min(last, first + _TITLE))
    at = next((n for n in near if _is_person(view, items, n)), first)
    ref = items[at].ref
    if ref is None or at == first:
        return None
    owns = at + 1 < len(items) and view.lexicon.has(items[at + 1].word, "genitive")
    title = [i.word for i in items[first:at] if not view.lexicon.has(i.word, "article")]
    if not title:
        return None
    parted = view.lexicon.has(
        title[-1], "preposition", "conjunction", "determiner", "to", "genitive"
    )
    plain = all(part.isalpha() or part.endswith(".") for word in title for part in word.split())
    same = label.split() == " ".join(title).split()
    return view.actors[ref.actor].name if plain and same and not owns and not parted else None


def _is_person(view: View, items: Items, at: int) -> bool:
    ref = items[at].ref
    return ref is not None and ref.form == "mention" and view.actors[ref.actor].kind == "person"


class _Phrase(Reach):
    """The words that a stand is on, read as one phrase."""

    def __init__(self, view: View, items: Items, about: tuple[int, int], actor: str | None) -> None:
        super().__init__(view, items, about)
        self._view = view
        self._actor = actor
        self._bare = True

    def whole(self, label: str, turned: bool) -> str | None:
        """Return the name as it is printed; ``turned`` ones, whose verb is left out, as it is."""
        words = label.split()
        bare = [word.removesuffix("'s").removesuffix("'") or word for word in words]
        told = None if turned else self._told(bare)
        if told:
            return self._joined(told)
        while words and words[-1] in self._list("no_end"):
            words.pop()
        while words and self._lexicon.has(words[0], "article"):
            words.pop(0)
        return " ".join(words) if self._is_closed(words) and not self._opens(words) else None

    def _told(self, words: list[str]) -> list[str] | None:
        self._bare = not any(self._lexicon.has(word, "article") for word in words)
        end = self._end_of(words)
        loose = end is None
        end = self._end_of(words[-1:]) if end is None else end
        first = self._first(words, end) if end is not None else None
        if end is None or first is None or (loose and not self._holds(words[1:], first, end)):
            return None
        deed = words[0].endswith("ing") and self._word(first) != words[0]
        deed = deed or self._is_to_be_done(first)
        first = first if deed else self._head(first)
        named = not deed and any(self._is_capital(n) for n in range(first, end))
        whole = end if named and not self._has_more(end) else self._end(first, max(end, first + 1))
        verb = self._before(first)
        if not deed and self._carries(verb, range(first, whole)):
            first, deed = verb, True
        while whole - deed - 1 > first and self._word(whole - 1) in self._list("no_end"):
            whole -= 1
        return self._text_of(first, whole, deed)

    def _carries(self, verb: int, behind: range) -> bool:
        """Tell whether something is brought somewhere: "to | bring salt into the town"."""
        where = any(self._word(at) in self._list("whither") for at in behind)
        return where and self._word(verb) in self._list("bringing") and self._is_to_be_done(verb)

    def _has_more(self, end: int) -> bool:
        """Tell whether what has a name goes on all the same: "the Harrow bridge | to Lutha" not."""
        return end >= len(self._items) or self._word(end) not in ("to", "in", "at", "from", "for")

    def _is_to_be_done(self, at: int) -> bool:
        """Tell whether a verb stands there behind "to": "to briefly | close the gates"."""
        before = at - 1 - (at > 1 and self._is_manner(at - 1))
        return before >= 0 and self._word(before) == "to" and self._is_verb_form(at)

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
                self._word(back) in MARKS or self._has(back, "article", "possessive", "genitive")
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
        while at < first and (self._is_led(at) or self._word(at) in MARKS):
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
        if word in MARKS or (self._bare and self._has(at, "article")):
            return []
        here = self._word(at + 1) if at + 1 < len(self._items) else ""
        if word in self._list("open_pronouns") and here not in self._list("here"):
            return None
        if word == "it" and self._word(at - 1).endswith("ing") and not here.endswith("er"):
            return None  # "modifying | it"
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
        if words[0] in self._list("wanting_object") and self._lexicon.has(
            "".join(words[1:2]), "preposition"
        ):
            return False  # "(changes that she wants to) making | in her campaign"
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
