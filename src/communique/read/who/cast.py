"""Who acts and speaks in a report: names, states, bodies and epithets made into actors."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import inf

import msgspec

from communique.model import Actor, ActorKind, Office, Span, Spans, merged
from communique.read.layers import Cast, Mention, Pending, Quoted
from communique.read.who.found import Found, FoundKnown, FoundName, Gender, Title, joined
from communique.read.who.names import find_names
from communique.read.who.offices.sharing import unshared
from communique.read.who.persons.abbreviated import tie_abbreviations
from communique.read.who.persons.bodies import Body, comes_late
from communique.read.who.persons.epithets import Resolved, Resolver
from communique.read.who.persons.groups import Group
from communique.read.who.persons.inherited import inherit
from communique.read.who.persons.introduced import introduce
from communique.read.who.persons.kin import is_of_family, mark_kin
from communique.read.who.persons.people import NameGroups
from communique.read.who.persons.person import Person
from communique.read.who.persons.pointed import pointed_at
from communique.read.who.persons.trimming import cut_at_verb, trim
from communique.read.who.printed.front import is_asked
from communique.read.who.words.lexicon import names, state_name
from communique.read.who.words.spelling import LONGEST_NAME
from communique.read.who.words.states import spelled


def build_cast(
    text: str,
    sentences: Spans,
    tokens: Spans,
    quotes: Sequence[Quoted] = (),
    furniture: Iterable[Span] = (),
    language: str | None = None,
    learnt: Sequence[FoundName] = (),
    credits: Sequence[str] = (),
    title: str | None = None,
) -> Cast:
    """Return the actors of a report with their names, offices and epithets.

    Pronouns, and epithets that only the speaker makes clear ("our president"), are left in
    :attr:`Cast.pending` for :func:`~communique.read.who.resolve_pronouns`. Words within
    ``furniture`` name nobody. ``learnt`` are names that something else than these rules has
    found, with its evidence for what they are; it is weighed together with the rules'.
    ``credits`` are the names of those who put the report out ("Government of Chile"), ``title``
    is its headline: it may tell who "the President" of the text is, and whose words it gives.
    """
    read = find_names(text, sentences, tokens, quotes, language, credits, title)
    found = joined(read, learnt)
    found = _without(found, tuple(furniture))
    trim(text, found.names)
    for name in found.headline:
        cut_at_verb(title or "", name)
    tie_abbreviations(text, found)
    mark_kin(text, found.names)
    lower = frozenset(word for word in (token.of(text) for token in tokens) if word[:1].islower())
    every = [*found.names, *found.headline]
    asked, family = is_asked(text), is_of_family(text)
    groups = NameGroups(every, lower, names(), asked=asked, family=family)
    for person in groups.persons:
        person.titles[:] = unshared(person.titles)
    introduce(text, found, groups.persons)
    inherit(text, groups.persons)
    resolved = Resolver(text, found, groups.persons).resolve()
    return _Assembly(text, found, groups, resolved).cast()


def _without(found: Found, furniture: Sequence[Span]) -> Found:
    """Leave out what lies in lines that are not the report's own words."""
    if not furniture:
        return found

    lines = merged(furniture)
    ends = [line.end for line in lines]

    def own(span: Span) -> bool:
        at = bisect_right(ends, span.start)
        return at == len(lines) or not span.overlaps(lines[at])

    return msgspec.structs.replace(
        found,
        names=[x for x in found.names if own(x.span)],
        epithets=[x for x in found.epithets if own(x.span)],
        known=[x for x in found.known if own(x.span)],
        pronouns=[x for x in found.pronouns if own(x.span)],
        sides=[x for x in found.sides if own(x.span)],
        countries=[x for x in found.countries if own(x.span)],
    )


class _Draft:
    """An actor in the making."""

    def __init__(self, name: str, kind: ActorKind) -> None:
        self.name = name
        self.kind = kind
        self.mentions: list[Mention] = []
        self.state: str | None = None
        self.person: Person | None = None
        self.titles: list[Title] = []
        self.members: list[Person | str] = []
        self.gender: Gender | None = None
        #: Its key in the word lists, if it is a state or body of theirs.
        self.key: str | None = None

    @property
    def order(self) -> tuple[float, int]:
        """Where it is first mentioned; last if it is not."""
        first = next((mention.span for mention in self.mentions), None)
        return (first.start, -first.end) if first else (inf, 0)

    def add(self, span: Span, phrase: Span, form: str) -> None:
        self.mentions.append(
            Mention(span=span, phrase=phrase, form=form, actor="")  # type: ignore[arg-type]
        )


class _Assembly:
    """Drafts of all actors, made into a cast in the order of their first mention."""

    def __init__(self, text: str, found: Found, groups: NameGroups, resolved: Resolved) -> None:
        self._text = text
        self._found = found
        self._groups = groups
        self._resolved = resolved
        self._states: dict[str, _Draft] = {}
        self._known: dict[str, _Draft] = {}
        self._people: dict[int, _Draft] = {}
        self._implied: set[int] = set()
        self._drafts: list[_Draft] = []

    def cast(self) -> Cast:
        """Return the finished cast."""
        pointed = pointed_at(self._found.known, self._groups.bodies)
        for known in self._found.known:
            if known.span not in pointed:
                self._add_known(known)
        for person in (*self._groups.persons, *self._resolved.persons):
            self._add_person(person)
        for body in self._groups.bodies:
            self._add_body(body, [span for span, meant in pointed.items() if meant is body])
        for span, target in self._resolved.epithets:
            draft = self._draft_of(target)
            draft.add(span, span, "epithet")
        for group in self._resolved.groups:
            self._add_group(group)
        self._add_implied()
        return self._finished()

    def _draft(self, name: str, kind: ActorKind) -> _Draft:
        draft = _Draft(name, kind)
        self._drafts.append(draft)
        return draft

    def _add_known(self, known: FoundKnown) -> None:
        drafts = self._states if known.kind == "state" else self._known
        draft = drafts.get(known.key)
        if draft is None:
            name = _bare(" ".join(known.span.of(self._text).split())) if known.title else known.name
            draft = drafts[known.key] = self._draft(name, known.kind)
            draft.state = known.key if known.kind == "state" else None
            draft.key = known.key
        if known.title:
            draft.titles.append(known.title)
            draft.state = draft.state or next(iter(known.title.states), None)
        draft.add(known.span, known.span, "name")

    def _add_person(self, person: Person) -> None:
        draft = self._draft(person.label, "person")
        draft.person = person
        draft.gender = person.gender
        self._people[id(person)] = draft
        for name in person.names:
            span = _with_particles(self._text, name.span, person.words)
            phrase = Span(min(span.start, name.phrase.start), name.phrase.end)
            draft.add(span, phrase, "name")

    def _add_body(self, body: Body, pointed: Sequence[Span]) -> None:
        printed = body.printed(self._text)
        draft = self._known_ending(body) or self._draft(printed, "organisation")
        for name in body.names:
            draft.add(name.span, name.phrase, "name")
        for span in pointed:
            draft.add(span, span, "epithet")

    def _known_ending(self, body: Body) -> _Draft | None:
        """Return the one known body whose name ends with a word: "the Commission", the European."""
        ending = f" {body.name.removeprefix('The ').casefold()}"
        bodies = [draft for draft in self._known.values() if draft.kind in ("organisation", "bloc")]
        found = [draft for draft in bodies if draft.name.casefold().endswith(ending)]
        if len(found) != 1 or " " in ending[1:]:
            return None
        named = [mention.span.start for mention in found[0].mentions]
        return None if comes_late(named, body.names) else found[0]

    def _draft_of(self, target: Person | str) -> _Draft:
        if isinstance(target, Person):
            return self._people[id(target)]
        draft = self._states.get(target)
        if draft is None:
            draft = self._states[target] = self._draft(state_name(target), "state")
            draft.state = draft.key = target
        return draft

    def _add_group(self, group: Group) -> None:
        draft = self._draft(group.spans[0].of(self._text), "group")
        draft.members = list(group.members)
        for span in group.spans:
            draft.add(span, span, "epithet")

    def _add_implied(self) -> None:
        """Add the states that only offices name: Peru in "the Peruvian President"."""
        for draft in list(self._drafts):
            titles = draft.person.titles if draft.person else draft.titles
            for title in titles if draft.mentions else ():
                if title.states and title.evidence:
                    self._implied.add(id(self._draft_of(title.states[0])))

    def _finished(self) -> Cast:
        author = self._author()
        drafts = [
            draft
            for draft in self._drafts
            if draft.mentions or draft is author or id(draft) in self._implied
        ]
        for draft in drafts:
            draft.mentions = _apart(draft.mentions)
        drafts.sort(key=lambda d: d.order)
        ids = {id(draft): f"a{n}" for n, draft in enumerate(drafts, 1)}
        states = {code: ids[id(d)] for code, d in self._states.items() if id(d) in ids}
        bodies = {
            _bare(m.span.of(self._text)).casefold(): ids[id(draft)]
            for draft in drafts
            if draft.kind in ("organisation", "bloc")
            for m in draft.mentions
        }
        actors = [self._actor(draft, ids, states, bodies) for draft in drafts]
        mentions = [
            Mention(span=m.span, phrase=m.phrase, form=m.form, actor=ids[id(draft)])
            for draft in drafts
            for m in draft.mentions
        ]
        return Cast(
            actors,
            mentions,
            pending=self._pending(),
            genders={ids[id(d)]: d.gender for d in drafts if d.gender},
            states={ids[id(d)]: code for d in drafts if (code := self._state_of(d))},
            home=self._resolved.home,
            author=ids[id(author)] if author else None,
        )

    def _author(self) -> _Draft | None:
        """Return the person whose words the report is, if the headline tells."""
        name = self._found.author
        drafts = (draft for draft in self._drafts if draft.person and name)
        return next((d for d in drafts if d.person and name in d.person.headlines), None)

    def _state_of(self, draft: _Draft) -> str | None:
        if draft.person:
            counted = Counter(code for title in draft.person.titles for code in title.states[:1])
            return counted.most_common(1)[0][0] if counted else None
        return draft.state

    def _pending(self) -> tuple[Pending, ...]:
        pronouns = (Pending(span=p.span, form="pronoun", word=p.word) for p in self._found.pronouns)
        countries = (
            Pending(span=c.span, form="epithet", word=c.word, office="state")
            for c in self._found.countries
        )
        every = (*pronouns, *countries, *self._resolved.pending)
        return tuple(sorted(every, key=lambda p: p.span))

    def _fullest(self, draft: _Draft) -> str:
        """Return the fullest name printed; the usual one where only a short form is."""
        if draft.key is None:
            return draft.name
        known = spelled(draft.key)
        printed = {_bare(" ".join(m.span.of(self._text).split())) for m in draft.mentions}
        full = [
            form for form in printed if form in known and not form.isupper() and "." not in form
        ]
        usual = state_name(draft.key) if known and draft.kind == "state" else draft.name
        return max(full, key=lambda form: (len(form), form), default=usual)

    def _actor(
        self,
        draft: _Draft,
        ids: dict[int, str],
        states: dict[str, str],
        bodies: dict[str, str],
    ) -> Actor:
        forms = dict.fromkeys(
            " ".join(m.span.of(self._text).split())
            for m in draft.mentions
            if m.form == "name" or draft.members
        )
        members = [
            ids[key] for member in draft.members if (key := id(self._draft_of(member))) in ids
        ]
        return Actor(
            id=ids[id(draft)],
            name=self._fullest(draft),
            kind=draft.kind,
            offices=_offices(draft.person.titles if draft.person else draft.titles, states, bodies),
            aliases=tuple(form for form in forms if form != self._fullest(draft)),
            mentions=tuple(m.span for m in draft.mentions),
            members=tuple(dict.fromkeys(members)),
        )


def _with_particles(text: str, span: Span, words: Sequence[str]) -> Span:
    """Return the span with the small words of the name before it: "von der | Heide"."""
    particles = names().particles
    if len(words) > LONGEST_NAME:
        return span
    printed = span.of(text).split()
    at = next((n for n in range(1, len(words)) if list(words[n : n + len(printed)]) == printed), 0)
    start = span.start
    while at > 1 and words[at - 1].casefold() in particles:
        before = text[:start].rstrip()[-len(words[at - 1]) :]
        if before.casefold() != words[at - 1].casefold():
            break
        start = text.rindex(before, 0, start)
        at -= 1
    return Span(start, span.end)


def _bare(form: str) -> str:
    """Return a printed name without its article."""
    return form[4:] if form[:4].casefold() == "the " else form


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions in order, leaving out those that overlap an earlier or longer one."""
    out: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if not out or mention.span.start >= out[-1].span.end:
            out.append(mention)
    return out


def _offices(
    titles: Iterable[Title], states: dict[str, str], bodies: dict[str, str]
) -> tuple[Office, ...]:
    """Return the offices that titles give, each once, with all the words that give it."""
    evidence: dict[tuple[str, str | None], list[Span]] = defaultdict(list)
    names: dict[tuple[str, str | None], str] = {}
    for title in titles:
        code = title.states[0] if title.states else None
        body = title.body and bodies.get(_bare(title.body).casefold(), title.body)
        of = states.get(code) or state_name(code) if code else body
        key = (title.name.casefold(), of)
        if title.evidence:
            names.setdefault(key, title.name)
            evidence[key].append(title.evidence)
    for bare in [key for key in evidence if key[1] is None]:
        told = next((key for key in evidence if key[0] == bare[0] and key[1]), None)
        if told:  # "President Mroz" says less than "the Polish president, Jan Mroz"
            evidence[told].extend(evidence.pop(bare))
    return tuple(
        Office(title=names[key], of=key[1], evidence=_merged(spans))
        for key, spans in evidence.items()
    )


def _merged(spans: Iterable[Span]) -> Spans:
    out: list[Span] = []
    for span in sorted(set(spans)):
        if not out or span.start >= out[-1].end:
            out.append(span)
    return tuple(out)
