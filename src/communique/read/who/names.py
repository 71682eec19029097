"""Names, offices, epithets and pronouns as they are printed, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from communique.model import Span, Spans
from communique.read.layers import Quoted
from communique.read.tongue import is_read
from communique.read.who.found import (
    Found,
    FoundEpithet,
    FoundKnown,
    FoundName,
    FoundPronoun,
    FoundSides,
    Title,
)
from communique.read.who.offices.chains import Chain
from communique.read.who.offices.counterparts import counterparts, named_counterparts
from communique.read.who.offices.phrases import OfficePhrase, office_phrase
from communique.read.who.offices.sharing import share_state
from communique.read.who.printed.bloc_seats import with_blocs
from communique.read.who.printed.chunk import Chunk
from communique.read.who.printed.chunks import Chunker
from communique.read.who.printed.datelines import dateline, in_brackets, is_linked
from communique.read.who.printed.doers import Doers
from communique.read.who.printed.front import author_of, headline_names, home_of, letterhead
from communique.read.who.printed.han import find_han
from communique.read.who.printed.inner_words import nicknames
from communique.read.who.printed.plurals import TWO
from communique.read.who.printed.seats import unlisted_seats
from communique.read.who.printed.stand_ins import one_of_two, stand_in, takes_article, the_two
from communique.read.who.printed.state_bodies import StateBody, state_body
from communique.read.who.printed.unlisted import Unlisted, unlisted_states
from communique.read.who.printed.unread import sure_ones
from communique.read.who.printed.weighing import Neighbours, weigh, weigh_neighbours, weigh_words
from communique.read.who.tongues import find, tongue_for
from communique.read.who.words.lexicon import (
    Entry,
    Names,
    lexicon,
    names,
    state_name,
    table,
    word_class,
)
from communique.read.who.words.states import state_entry
from communique.read.who.words.words import Line, Quotes, line_of, lines


def find_names(
    text: str,
    sentences: Spans,
    tokens: Spans,
    quotes: Sequence[Quoted] = (),
    language: str | None = None,
    credits: Sequence[str] = (),
    title: str | None = None,
) -> Found:
    """Return the names, epithets, states, bodies and pronouns of a report, unresolved.

    Everything is told by the words of one sentence; nothing is said yet about who is who.
    ``credits`` are the names of those who put the report out, ``title`` is its headline.
    """
    if (language or "").startswith("zh"):
        return find_han(text, sentences, Quotes(quotes), title)
    read = list(lines(text, sentences, tokens))
    if tongue := tongue_for(language):
        return find(text, read, tongue, Quotes(quotes), title)
    unlisted = unlisted_states(read, lexicon(language), names(), language, credits, title)
    if unlisted.phrases:
        states = [entry for _, entry in unlisted.phrases]
        known = lexicon(language).widened(unlisted.phrases)
        seats = unlisted_seats(read, known, names(), states)
        unlisted = msgspec.structs.replace(unlisted, phrases=(*unlisted.phrases, *seats))
    finder = _Finder(language, Quotes(quotes), unlisted)
    for line in read:
        finder.read(line)
    home = finder.home((*credits, *letterhead(title)))
    blocs = with_blocs(text, finder.found.known)
    found = msgspec.structs.replace(finder.found, home=home, known=blocs)
    if not is_read(language):
        return sure_ones(text, found)
    if not title or not title.strip():
        return found
    (top := _Finder(language, Quotes(()), unlisted)).read(line_of(title))
    headline = headline_names(top.found.names)
    return msgspec.structs.replace(found, headline=headline, author=author_of(title, headline))


def _is_of(chunks: Sequence[Chunk], n: int, body: FoundName) -> bool:
    """Tell whether an office is of a name, and not of what stands before "and": "the director of
    the Salt Council and | Ann Lee"."""
    joined = n > 1 and chunks[n - 1].low == "and" and len(body.words) > 1
    told = body.weights.get("organisation", 0) > 0
    return body.gender is None and (told or not joined)


class _Finder:
    def __init__(self, language: str | None, quotes: Quotes, unlisted: Unlisted) -> None:
        self.found = Found(names=[], epithets=[], known=[], pronouns=[], sides=[], countries=[])
        self._names: Names = names()
        known = lexicon(language)
        self._lexicon = known.widened(unlisted.phrases) if unlisted.phrases else known
        self._chunker = Chunker(self._lexicon, self._names)
        self._bodies: dict[str, FoundKnown] = {}
        self._delegation = ("", "")  # key and name of the last one
        self._doubtful = unlisted.doubtful
        self._doers = Doers()
        self._quotes = quotes
        self._pronouns = word_class("pronouns")
        self._verbs = frozenset(table("names")["verbs"].split())
        self._neighbours = Neighbours.listed()

    def home(self, credits: Sequence[str]) -> str | None:
        """Return the state of the office that put the report out."""
        return home_of(credits, self._chunker, self._lexicon)

    def read(self, line: Line) -> None:
        """Add what one sentence holds."""
        chunks = self._chunker.chunks(line)
        by_chunk = {
            n: self._name(line, chunks, n) for n, c in enumerate(chunks) if c.kind == "name"
        }
        place = dateline(line)
        for n, name in by_chunk.items():
            if chunks[n].first < place and not in_brackets(line.words, chunks[n].first):
                weigh(name, "place", 9)
        self._stand_ins(line, chunks, by_chunk)
        self._state_bodies(line, chunks, by_chunk)
        self._offices(line, chunks, by_chunk)
        self.found.epithets.extend(counterparts(chunks, line.number, self._quotes.hold))
        for n, title in named_counterparts(chunks):
            if n in by_chunk:
                by_chunk[n].titles.append(title)
                weigh(by_chunk[n], "person", 5)
        self.found.names.extend(
            name for n, name in by_chunk.items() if not self._states_in(chunks[n])
        )
        for n, chunk in enumerate(chunks):
            if chunk.kind in ("state", "people", "body", "region", "seat"):
                self._known(line, chunks, n)
            elif chunk.low in self._pronouns:
                self._add_pronoun(line, Span(chunk.start, chunk.end), chunk.low)
            elif chunk.low in ("former", "latter", "both"):
                if one := one_of_two(chunks, n, self._verbs):
                    self._add_pronoun(line, one, chunk.low)
            elif two := the_two(chunks, n, self._verbs):
                self._add_pronoun(line, two, TWO)
            elif chunk.kind == "name" and not self._joined(line, chunk):
                self._nested(line, chunk)
        kinds = (self.found.epithets, self.found.known, self.found.sides, self.found.countries)
        near = [one.span for found in kinds for one in found[-len(chunks) :]]
        for doer in self._doers.found(chunks, near):
            self._add_known(line, doer.span, "group", f"doer:{doer.told}", doer.name)

    def _stand_ins(
        self, line: Line, chunks: Sequence[Chunk], by_chunk: dict[int, FoundName]
    ) -> None:
        for n in range(len(chunks)):
            phrase = stand_in(chunks, n)
            if phrase is None:
                continue
            by_chunk.pop(n, None)
            if phrase.use == "sides":
                self.found.sides.append(FoundSides(span=phrase.span, line=line.number))
            elif phrase.use in ("country", "countries"):
                self.found.countries.append(
                    FoundPronoun(span=phrase.span, line=line.number, word=phrase.word)
                )
            elif phrase.use == "state":
                self._add_known(line, phrase.span, "state", phrase.key, phrase.name)
            elif phrase.key or (
                self._delegation[0] and self._delegation[0].startswith(phrase.word)
            ):
                self._delegation = (phrase.key, phrase.name) if phrase.key else self._delegation
                self._add_known(line, phrase.span, "group", *self._delegation)

    def _state_bodies(
        self, line: Line, chunks: Sequence[Chunk], by_chunk: dict[int, FoundName]
    ) -> None:
        for n in range(len(chunks)):
            body = state_body(chunks, n, self._lexicon)
            if body is None or (n not in by_chunk and chunks[n].kind == "name"):
                continue
            head = chunks[n].words[-1].low
            before = self._bodies.get(body.field) or (
                self._bodies.get(head) if body.field == head else None
            )
            if body.state is None and before is None and not self._speaks(chunks, n, body.last):
                continue
            by_chunk.pop(n, None)
            self._add_body(line, body, before if body.state is None else None)

    def _speaks(self, chunks: Sequence[Chunk], n: int, last: int) -> bool:
        """Tell whether a verb follows plain words at once, or after "of" and an office."""
        ahead = chunks[last + 1 : last + 6] if chunks[n].kind != "name" else ()
        of_office = any(chunk.kind == "office" for chunk in ahead) and ahead[0].low == "of"
        return of_office or (bool(ahead) and ahead[0].low in self._verbs)

    def _add_body(self, line: Line, body: StateBody, before: FoundKnown | None) -> None:
        title = (
            before.title
            if before
            else Title(
                office="",
                name=body.title,
                states=(body.state,) if body.state else (),
                evidence=body.span,
            )
        )
        found = FoundKnown(
            span=body.span,
            line=line.number,
            quoted=self._quotes.hold(body.span.start),
            kind="organisation",
            key=before.key if before else f"{body.field}:{body.state or ''}",
            name=before.name if before else body.title,
            title=title,
        )
        self.found.known.append(found)
        self._bodies[body.field] = found
        heads = word_class("body_heads").intersection(body.title.casefold().split())
        for word in (body.title.split()[-1].casefold(), *heads):
            self._bodies[word] = found  # "the Ministry", for that of Foreign Affairs

    def _offices(self, line: Line, chunks: Sequence[Chunk], by_chunk: dict[int, FoundName]) -> None:
        ends: dict[int, FoundEpithet] = {}
        chain = Chain(chunks)
        past_end = 0
        before: OfficePhrase | None = None
        for n, chunk in enumerate(chunks):
            if chunk.kind != "office" or n < past_end:
                continue
            phrase = office_phrase(chunks, n, past_end, self._names, ends)
            share_state(chunks, before, phrase)
            before = phrase
            past_end = phrase.after
            served = chain.meet(phrase)
            named = phrase.named or (() if served else chain.named(phrase))
            targets = [(by_chunk[m], phrase.realms.get(m)) for m in named if m in by_chunk]
            body = by_chunk.get(phrase.after - 1) if phrase.title.body else None
            if body and phrase.title.office == "chief" and _is_of(chunks, phrase.after - 1, body):
                weigh(body, "organisation", 3)
            if targets:
                for title in [phrase] if served else chain.titles(phrase):
                    for target, realm in targets:
                        self._entitle(target, title, realm)
                continue
            if not served and chain.add(phrase):
                continue
            epithet = self._epithet(line, chunks, phrase, by_chunk)
            if epithet:
                self.found.epithets.append(epithet)
                ends[phrase.after] = epithet

    def _entitle(self, name: FoundName, phrase: OfficePhrase, realm: str | None) -> None:
        title = phrase.title
        if title.plural and name.weights.get("organisation", 0) > 0:
            return  # "the opposition | Green Alliance"
        name.titles.append(msgspec.structs.replace(title, states=(realm,)) if realm else title)
        name.phrase = Span(min(name.phrase.start, phrase.start), name.phrase.end)
        name.gender = name.gender or title.gender
        weigh(name, "person", 5)

    def _epithet(
        self,
        line: Line,
        chunks: Sequence[Chunk],
        phrase: OfficePhrase,
        by_chunk: dict[int, FoundName],
    ) -> FoundEpithet | None:
        name = by_chunk.get(phrase.apposed) if phrase.apposed is not None else None
        if name:
            name.titles.append(phrase.title)
            name.gender = name.gender or phrase.title.gender
            weigh(name, "person", 5)
        after = chunks[phrase.after].low if phrase.after < len(chunks) else ""
        told = phrase.is_mention or self._are_sources(phrase, after)
        things = phrase.title.office == "source" and after not in self._verbs
        if phrase.predicate or things or not told:  # "all available sources of power"
            return None
        return FoundEpithet(
            span=Span(phrase.start, phrase.end),
            line=line.number,
            quoted=self._quotes.hold(phrase.start),
            title=phrase.title,
            determiner=phrase.determiner,
            count=phrase.count,
            owner=phrase.owner,
            name=name,
            subject=after in self._verbs,
        )

    def _are_sources(self, phrase: OfficePhrase, after: str) -> bool:
        """Tell whether people whom no determiner marks act or speak: "officials said"."""
        title = phrase.title
        if not title.plural or phrase.determiner in word_class("nobody"):
            return False
        return title.office in word_class("sources") and after in self._verbs

    def _name(self, line: Line, chunks: Sequence[Chunk], n: int) -> FoundName:
        chunk = chunks[n]
        span = Span(chunk.start, chunk.end)
        called = nicknames(chunk.words)
        found = FoundName(
            span=span,
            words=tuple(w.text for n, w in enumerate(chunk.words) if w.is_word and n not in called),
            nickname=" ".join(chunk.words[n].text for n in sorted(called)) or None,
            second=chunk.words[1].start if len(chunk.words) > 1 else None,
            line=line.number,
            quoted=self._quotes.hold(chunk.start),
            initial=chunk.initial and not is_linked(chunks, n),
            phrase=span,
            risen=line.risen,
        )
        weigh_words(found, self._names, self._doubtful)
        if n and chunks[n - 1].kind == "courtesy":
            found.phrase = Span(chunks[n - 1].start, span.end)
        weigh_neighbours(found, chunks, n, self._neighbours)
        return found

    def _known(self, line: Line, chunks: Sequence[Chunk], n: int) -> None:
        chunk = chunks[n]
        entry = chunk.entry
        if entry is None or (chunk.kind == "seat" and not self._acts(chunks, n)):
            return
        start = chunk.start
        if n and chunks[n - 1].low == "the" and takes_article(chunk):
            start = chunks[n - 1].start
        kind = "state" if chunk.kind in ("state", "people", "seat") else "group"
        if chunk.kind == "body":
            kind = "bloc" if entry.bloc else "organisation"
        self._add_known(line, Span(start, chunk.end), kind, entry.key, entry.name)

    def _add_known(self, line: Line, span: Span, kind: str, key: str, name: str) -> None:
        self.found.known.append(
            FoundKnown(
                span=span,
                line=line.number,
                quoted=self._quotes.hold(span.start),
                kind=kind,  # type: ignore[arg-type]
                key=key,
                name=name,
            )
        )

    def _add_pronoun(self, line: Line, span: Span, word: str) -> None:
        self.found.pronouns.append(FoundPronoun(span=span, line=line.number, word=word))

    def _acts(self, chunks: Sequence[Chunk], n: int) -> bool:
        """Tell whether a capital's name stands for its government here."""
        if not chunks[n].key:
            return False
        before = chunks[n - 1].low if n else ""
        if before in ("in", "at", "to", "from", "near", "of", "around", "for"):
            return False
        after = chunks[n + 1] if n + 1 < len(chunks) else None
        acts = after is not None and after.low in self._verbs | word_class("deeds_of_states")
        return (
            acts
            or before == "between"
            or (before == "and" and n > 1 and chunks[n - 2].kind == "seat")
        )

    def _states_in(self, chunk: Chunk) -> list[tuple[Span, Entry]]:
        """Return the states that hyphens join in one word: "Belmaria-Ostrova"."""
        word = chunk.words[0]
        if len(chunk.words) > 1 or not any(mark in word.text for mark in "-–‑"):
            return []
        out = []
        at = word.start
        for part in re.split("[-–‑]", word.text):
            entry = state_entry(part)
            if entry is None:
                return []
            out.append((Span(at, at + len(part)), entry))
            at += len(part) + 1
        return out

    def _joined(self, line: Line, chunk: Chunk) -> bool:
        states = self._states_in(chunk)
        for span, entry in states:
            self._add_known(line, span, "state", entry.key, entry.name)
        return bool(states)

    def _nested(self, line: Line, chunk: Chunk) -> None:
        """Add the state that opens the name of a body: "U.S." in "U.S. Space Command"."""
        first = chunk.words[0]
        if first.low in ("u.s.", "us", "usa", "uk", "u.k.") and first.text.isupper():
            code = "GB" if "k" in first.low else "US"
            span = Span(first.start, first.end)
            self._add_known(line, span, "state", code, state_name(code))
