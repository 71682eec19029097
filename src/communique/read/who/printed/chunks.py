"""Sentences as chunks: known phrases, runs of capitalised words, and the words between."""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.who.printed.body_names import (
    goes_on_body,
    government_of,
    is_body_ahead,
    is_body_next,
    is_dated,
    is_firm_joined,
    is_matter_of_body,
    is_month_told,
    is_of_general_body,
    is_of_office,
    is_of_officer,
    is_said_what_for,
    opens_body,
    owns_body,
)
from communique.read.who.printed.broken import (
    before_name,
    before_ruling,
    is_broken_off,
    officer_behind,
)
from communique.read.who.printed.chunk import Chunk, ChunkKind, is_initial
from communique.read.who.printed.family_names import FamilyNames, is_family_name
from communique.read.who.printed.fields import field_end, is_of_matters, joined_body, opens_another
from communique.read.who.printed.inner_words import (
    AYNS,
    inner_step,
    is_addressed,
    is_suffixed,
    names_on,
    opens_with_owner,
)
from communique.read.who.words.lexicon import Entry, Lexicon, Names, word_class
from communique.read.who.words.words import POSSESSIVES, Line, Word, without_past

_RANK = ("state", "body", "people", "adjective", "region", "seat", "courtesy", "office", "place")
_JOINTS, _VERBAL = frozenset(("of", "for", "on", "and", "&")), ("s", "ed", "ing")
_SURNAMES = frozenset(("young", "long", "good", "small", "little"))
_SOFT = _SURNAMES | {"may", "april", "june", "august"}


class Chunker:
    """Cuts lines into chunks with a lexicon."""

    def __init__(self, lexicon: Lexicon, names: Names) -> None:
        self._lexicon, self._names = lexicon, names
        self._families = FamilyNames()

    def chunks(self, line: Line) -> list[Chunk]:
        """Return the chunks of a line; together they cover all its words."""
        words, at, out = line.words, 0, list[Chunk]()
        while at < len(words):
            end, is_body = 0, False
            if words[at].capital and out:
                end, is_body = field_end(words, at, out, self._lexicon, self._names)
            if end:
                of = Chunk("name" if is_body else "field", words, at, end)
                out.append((is_body and officer_behind(words, of, self._names)) or of)
                at = out[-1].last
                continue
            chunk = self._families.read(self._at(line, at, out[-1].kind if out else "mark"), words)
            if chunk.kind == "name" and len(chunk.words) > 1:
                chunk = (
                    _acronym(words, chunk, out)
                    or self._field(words, chunk, out)
                    or self._body_of(words, chunk, out)
                    or self._first_of(words, chunk)
                    or before_ruling(words, chunk)
                    or before_name(words, chunk, self._names)
                    or self._officer_behind(words, chunk, out)
                    or chunk
                )
            out.append(chunk)
            at = chunk.last
        return out

    def _field(self, words: Sequence[Word], chunk: Chunk, before: list[Chunk]) -> Chunk | None:
        """Return what an office is of, apart from its holder: "(Secretary of) Energy | Ann Lee"."""
        lows = [word.low for word in chunk.words]
        linked = before and before[-1].low in ("of", "for", "and", "to", ",")
        if not linked or lows[0] in self._names.named_things:  # "to Port Anna"
            return None
        fields = word_class("fields")
        given = next(
            (n for n, low in enumerate(lows[:-1]) if n and self._names.gender(low) is not None), 0
        )
        if not given and lows[-1] not in self._names.organisation:
            given = next(
                (
                    n
                    for n, low in enumerate(lows)
                    if low not in fields and low not in self._names.common
                ),
                0,
            )
        if not given or not all(low in self._names.common for low in lows[:given]):
            return None
        return Chunk("name", words, chunk.first, chunk.first + given)

    def _body_of(self, words: Sequence[Word], chunk: Chunk, before: list[Chunk]) -> Chunk | None:
        """Return the body apart from its officer: "(secretary of the) League | Ann Lee"."""
        if not any(earlier.kind == "office" for earlier in before[-4:]):
            return None
        if before[-1].low not in ("of", "the") and before[-1].kind != "adjective":
            return None
        lows = [word.low for word in chunk.words]
        last = next((n for n, low in enumerate(lows) if low in self._names.organisation), None)
        if last is None or last + 1 == len(lows) or any(low in _JOINTS for low in lows):
            return None
        if last + 2 == len(lows) and (last < 2 or lows[-1] in self._names.common):
            return None  # "the Salt Bank Norland"
        return Chunk("name", words, chunk.first, chunk.first + last + 1)

    def _officer_behind(
        self, words: Sequence[Word], chunk: Chunk, before: list[Chunk]
    ) -> Chunk | None:
        """Return the body apart from its officer where an office stands before it."""
        if not any(earlier.kind == "office" for earlier in before[-4:]):
            return None
        return officer_behind(words, chunk, self._names)

    def _first_of(self, words: Sequence[Word], chunk: Chunk) -> Chunk | None:
        """Return the first of two names that meet: "(told) Ann Lee | John Roe (said)"."""
        names = self._names
        lows = [word.low for word in chunk.words]
        if lows[0] not in names.men and lows[0] not in names.women:
            return None
        for n in range(2, len(lows) - 1):
            before = lows[n - 1]
            if (before.endswith(".") and len(before) < 5) or not before[0].isalpha():
                continue  # "Ann R. | Marcos", "Ann “ | Marcos"
            if names.gender(lows[n]) and not names.gender(before) and before not in names.particles:
                return Chunk("name", words, chunk.first, chunk.first + n)
        return None

    def _at(self, line: Line, at: int, before: ChunkKind) -> Chunk:
        words = line.words
        word = words[at]
        if not word.is_word and not word.text[0].isdigit():
            bare = word.text in "'’" and at and words[at - 1].low.endswith("s")
            if word.text in POSSESSIVES or bare:
                return Chunk("possessive", words, at, at + 1)
            return Chunk("mark", words, at, at + 1)
        length, entries = self._lexicon.match(words, at, shouted=line.shouted)
        if not length and "-" in word.low and (now := without_past(words, at)):
            length, entries = self._lexicon.match(now, 0)
            entries = tuple(entry for entry in entries if entry.kind == "office")
        if length and entries and not self._is_of_all(words, at, length):
            return self._known(line, at, length, entries, before)
        if (government := government_of(words, at, self._lexicon)) is not None:
            return Chunk("state", words, at, *government)
        opens = word.capital and (self._may_open(words, at) or self._opens_body(line, at))
        if opens and not self._is_plain(line, word):
            end = self._run(line, at)
            if not is_broken_off(words, end, at):
                return Chunk("name", words, at, end)
        return Chunk("word", words, at, at + 1)

    def _is_of_all(self, words: Sequence[Word], at: int, length: int) -> bool:
        """Tell the "general" of "the general staff" from the officer."""
        after = words[at + 1].low if at + 1 < len(words) else ""
        of_all = words[at].low == "general" and after in word_class("general_things")
        return length == 1 and (of_all or is_of_general_body(words, at, self._names))

    def _known(
        self, line: Line, at: int, length: int, entries: Sequence[Entry], before: ChunkKind
    ) -> Chunk:
        """Return a known phrase, or the longer name that begins with it."""
        words, after = line.words, at + length
        entry = min(entries, key=lambda e: _RANK.index(e.kind))
        capital = words[at].capital and (
            not line.shouted or owns_body(words, after, entry, self._names)
        )
        if capital and entry.kind == "office" and words[at].low in word_class("fields"):
            end = self._run(line, at, after)
            if end > after and words[after].low in self._names.organisation:
                return Chunk("name", words, at, end)
        if capital and entry.kind in ("state", "seat", "place", "adjective", "region", "body"):
            end = self._run(line, at, after) if self._goes_on(line, after) else after
            if end == after + 1 and words[after].low in word_class("sides"):
                end = after
            if end > after and (
                self._is_named(words, at, after, end, entry)
                or self._is_titled(words, after, end, entry, before)
            ):
                return Chunk("name", words, at, end)
        return Chunk(entry.kind, words, at, after, entry)

    def _is_titled(
        self, words: Sequence[Word], after: int, end: int, entry: Entry, before: ChunkKind
    ) -> bool:
        """Tell "Dr. Sydney Peters" and "Adviser Sydney Peters" from what lies in Sydney."""
        if entry.kind != "place" or before not in ("office", "courtesy") or end != after + 1:
            return False
        low = words[after].low
        return low not in self._names.thing and low not in self._names.place

    def _is_named(self, words: Sequence[Word], at: int, after: int, end: int, entry: Entry) -> bool:
        """Tell whether a known place and what follows are one name: "Jordan Peters"."""
        tail = words[end - 1].low
        if any(w.low in self._names.organisation for w in words[after:end]):
            return True
        if entry.kind in ("body", "adjective", "region"):
            return tail in self._names.thing or tail in self._names.place
        if tail in self._names.thing or tail in self._names.place:
            return True
        return end == at + 2 and self._names.gender(words[at].low) is not None

    def _goes_on(self, line: Line, at: int) -> bool:
        words = line.words
        if is_firm_joined(words, at):
            return True
        if at >= len(words) or not words[at].capital or not words[at].is_word:
            return False
        low = words[at].low
        if self._lexicon.match(words, at)[0]:
            return low in self._names.organisation or low in self._names.thing
        known = low in self._names.organisation or low in word_class("fields")
        within = low in word_class("body_openers") and is_body_ahead(words, at + 1, self._names)
        return known or within or low not in self._names.openers

    def _is_plain(self, line: Line, word: Word) -> bool:
        """Tell whether a headline's word is a common one."""
        return (
            line.headline
            and word.low in self._names.common
            and word.low not in self._names.organisation
        )

    def _opens_body(self, line: Line, at: int) -> bool:
        end = self._run(line, at)
        owned = opens_with_owner(line.words, at, self._names)
        return owned or opens_body(line.words, at, end, self._names, self._lexicon)

    def _may_open(self, words: Sequence[Word], at: int) -> bool:
        low, mark, rest = words[at].low.partition("'")
        if mark and len(low) == 1 and len(rest) > 2:
            return words[at].text[2].isupper()  # "O'Hara", "L'Orme"
        if low in self._names.never:
            return False
        if low in word_class("definite"):  # "Le Moine", but not "Le président"
            return low != "the" and self._names_on(words, at + 1)
        if low in self._names.openers or len(low) < 2:
            named = self._is_initials(words, at) or self._is_given(words, at)
            return named or (is_body_next(words, at) and self._names_on(words, at + 1))
        return True

    def _is_given(self, words: Sequence[Word], at: int) -> bool:
        """Tell whether a word that is a given name too ("Jan", "June") opens a name here."""
        if self._names.gender(words[at].low) is None or is_month_told(words, at):
            return False
        return self._names_on(words, at + 1)

    def _is_initials(self, words: Sequence[Word], at: int) -> bool:
        """Tell whether "J." or "J.D." opens a name."""
        text = words[at].text
        following = at + 1 < len(words) and words[at + 1].capital and words[at + 1].is_word
        initials = len(text) == 2 or (len(text) == 4 and text[1] == ".")  # but not "Sen."
        return text.endswith(".") and text[0].isupper() and initials and following

    def _run(self, line: Line, first: int, at: int | None = None) -> int:
        """Return where the run of name words that begins at ``first`` ends."""
        words = line.words
        at = first + 1 if at is None else at
        while at < len(words):
            step = self._step(line, first, at)
            if not step:
                break
            at += step
        return at

    def _step(self, line: Line, first: int, at: int) -> int:
        """Return how many words from ``at`` go on with the name: 0 if it ends before."""
        words, names = line.words, self._names
        word = words[at]
        inner = inner_step(words, first, at, names, self._lexicon)
        if inner is not None:
            return inner
        if is_suffixed(words, first, at, names):
            return 0
        if line.shouted and word.low in _JOINTS and (step := self._joint_step(line, first, at)):
            return step
        if word.capital and word.is_word:
            return self._capital_step(line, first, at)
        if word.low in names.particles and word.low != "of" and not is_initial(words, first + 1):
            ahead = at + 1
            while ahead < len(words) and ahead < at + 3 and words[ahead].low in names.particles:
                ahead += 1
            if self._names_on(words, ahead):
                return ahead + 1 - at
        if word.low in _JOINTS:
            return self._joint_step(line, first, at)
        return 0

    def _names_on(self, words: Sequence[Word], at: int) -> bool:
        """Tell whether the word can go on with a name after a particle."""
        return names_on(words, at, self._names, self._lexicon)

    def _capital_step(self, line: Line, first: int, at: int) -> int:
        words, names = line.words, self._names
        word = words[at]
        if not line.risen and is_matter_of_body(words, first, at, names):
            return 1
        known = at > first + 1 or word.low in names.common
        if known and len(word.low) > 6 and word.low.endswith("ing"):
            # "Joe Roe | Condemning the Attacks", but "the Association for Sports Fishing"
            return int(not line.headline and is_said_what_for(words, first, at, names))
        if is_of_office(words, at, names, self._lexicon):
            return 0  # "State Department | Energy Envoy"
        if is_addressed(words, at, self._lexicon):
            return 0
        if word.low in names.suffixes or self._is_initials(words, at):
            return 1
        if goes_on_body(words, first, at, names, self._lexicon):
            return 1
        if self._is_plain(line, word):
            return int(self._is_surname(words, first, at))
        if word.low in word_class("honours") and self._names_on(words, at + 1):
            return 1
        length, entries = self._lexicon.match(words, at)
        if length > 1 and any(entry.kind == "office" for entry in entries):
            return 0  # "Israeli | War Cabinet Member"
        if length:
            if word.low in names.organisation or word.low in names.thing:
                return 1
            single = at == first + 1 and length == 1 and names.gender(words[first].low)
            surname = single and is_family_name(words, at, entries)
            ended = at + 1 == len(words) or not words[at + 1].capital
            if surname and not ended and words[at + 1].low in word_class("schools"):
                return 1  # "George | Washington University"
            last = ended or words[at + 1].low in names.suffixes
            office = word.low in word_class("surname_offices") and names.gender(words[first].low)
            return 1 if (surname or office) and last else 0
        if word.low in names.organisation:
            return 1
        if word.low.partition("'")[0] in names.openers or word.low in names.never:
            given = names.gender(words[first].low) is not None
            beyond = at + 2 if words[min(at + 1, len(words) - 1)].text in AYNS else at + 1
            inner = word.low in names.never and not line.headline and self._names_on(words, beyond)
            return int((given and (word.low in _SOFT or inner)) or word.low in _SURNAMES)
        return 1

    def _is_surname(self, words: Sequence[Word], first: int, at: int) -> bool:
        """Tell whether a common word of a headline is a family name: "Mike | Hammer"."""
        low = words[at].low
        if at != first + 1 or self._names.gender(words[first].low) is None:
            return False
        if low in self._names.openers or low in self._names.joining or low.endswith(_VERBAL):
            return False
        return not self._lexicon.match(words, at)[0] and low not in self._names.thing

    def _joint_step(self, line: Line, first: int, at: int) -> int:
        """Go over "of", "for", "and" inside the name of a body: "Ministry of …"."""
        words, names = line.words, self._names
        low = words[at].low
        if is_firm_joined(words, at):
            return 2
        if words[at - 1].low in word_class("firm_ends"):
            return 0
        body = words[first + (names.gender(words[first].low) is not None) : at]  # no "Bill of Roe"
        held = any(w.low in names.organisation or w.low in names.thing for w in body)
        if low == "and" and (not held or is_of_matters(words[first:at], names)):
            return joined_body(words, first, at, names, self._lexicon)
        if low == "and":
            held = any(w.low in _JOINTS for w in words[first:at])
        if not held:
            return 0
        ahead = at + 1
        if low != "and" and ahead < len(words) and words[ahead].low == "the":
            ahead += 1
        if ahead >= len(words) or not words[ahead].capital or is_dated(words, ahead):
            return 0
        if low == "on" and ahead > at + 1 and words[ahead].text.isupper():
            return 0  # "the Bank of Norland on the | SDN list"
        length, entries = self._lexicon.match(words, ahead)
        office = any(e.kind in ("office", "courtesy") for e in entries)
        if low == "and" and ((length > 1 and office) or opens_another(words, ahead, names, line)):
            return 0  # "the Ministry of Ports and | Ann Lee", "… and | Foreign Minister Lee"
        if words[ahead].low in word_class("fields"):
            return ahead + 1 - at
        if length and (low == "and" or office):
            bearer = low != "and" and is_of_officer(words, first, ahead + length - 1)
            return ahead + length - at if bearer else 0
        return ahead + max(length, 1) - at


def _acronym(words: Sequence[Word], chunk: Chunk, before: list[Chunk]) -> Chunk | None:
    """Return the body apart from its officer: "(spokesman) UNX | Ann Lee"."""
    text, following = chunk.words[0].text, chunk.words[1].text
    if not before or before[-1].kind != "office" or not text.isalpha() or len(text) > 6:
        return None
    shouted = not text.isupper() or following.isupper() or len(text) < 2
    return None if shouted else Chunk("field", words, chunk.first, chunk.first + 1)
