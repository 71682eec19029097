"""Who somebody is, and how the reports write the name."""

from __future__ import annotations

from difflib import SequenceMatcher

from communique.ask.candidates import Candidate, Search, value_of
from communique.ask.lexicon import lexicon
from communique.ask.reports.names import Asked, is_asked
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording
from communique.ask.words import folded, stems_of
from communique.ask.words import words as words_in
from communique.model.actor import Actor, Office
from communique.model.span import Span, merged

_WORDING = wording("claims/persons")


def offices(search: Search, ids: frozenset[str] = frozenset()) -> list[Candidate]:
    """Return the offices that reports give those who are named, or the actors of some ``ids``."""
    if not ids and (named := holders(search)):
        return named
    found = []
    for page, actor in _of_ids(search, ids) if ids else _asked(search):
        names = {other.id: other.name for other in page.account.actors}
        for office in actor.offices:
            of = names.get(office.of or "", office.of or "")
            value = f"{office.title} of {of}" if of else office.title
            found.append(
                Candidate(page, "office", value.casefold(), value, office.evidence, 0.9, sure=True)
            )
    fuller = {each.key for each in found}
    told = sorted(
        (each for each in found if each.spans and not _is_part(each.key, fuller)),
        key=lambda each: -len(each.key),
    )
    if not ids and (
        _HELD.search(search.question.text) or all(each.key in lexicon().ranks for each in told)
    ):
        full = [each for each in told if each.key not in lexicon().ranks]
        lines = {(id(each.page), line.number) for each in full for line in _lines(each)}
        more = [
            each
            for each in described(search)
            if (id(each.page), _lines(each)[0].number) not in lines
        ]
        return [*(full if more else told), *more]
    return told


def holders(search: Search) -> list[Candidate]:
    """Return who holds the office that is all that a question names, by name.

    It may be any post or trade ("the lawyer of X", "X's lawyer"). One that a person is given
    without what it is of ("Captain Y") will do where no other holder is named.
    """
    if (asked := _office_asked(search)) is None:
        return []
    title, of = asked
    found, alone = [], []
    for page in search.pages:
        for actor in page.account.actors:
            for office in actor.offices if actor.kind == "person" else ():
                if not title <= _title_of(office):
                    continue
                holder = _by_name(page, actor, office)
                if holder is None:
                    continue
                if _is_meant(page, actor, office, of):
                    found.append(holder)
                elif _may_be(page, office, title, of):
                    alone.append(holder)
    return found or (alone if len({each.key for each in alone}) == 1 else [])


def _office_asked(search: Search) -> tuple[frozenset[str], Asked] | None:
    """Return the title of an office that a question is after, and who or what it names with it."""
    if len(search.names) != 1:
        return None
    (name,), (named,) = search.names, search.question.named
    if named.is_office:
        return frozenset(named.title), name
    match = _POST.match(search.question.text)
    words = (match[1] or match[2]).split() if match else []
    return (frozenset(map(folded, words)), name) if words and not named.title else None


def _is_meant(page: Page, actor: Actor, office: Office, of: Asked) -> bool:
    """Tell whether somebody is the one who is asked for, or the office is of what is named."""
    ref = page.who(actor.id)
    if ref is not None and ref.id in of.ids:
        return of.text not in ref.name
    owner = page.who(office.of)
    if owner is not None:
        return owner.id in of.ids
    return bool(of.keys) and of.keys <= stems_of(office.of or "")


def _may_be(page: Page, office: Office, title: frozenset[str], of: Asked) -> bool:
    """Tell whether an office of nothing that is told may be of what the report also names."""
    return office.of is None and title == _title_of(office) and bool(page.with_all(of.keys))


#: A question after who has a post or a trade that is of somebody or something.
_POST = _WORDING.pattern("post")


def _title_of(office: Office) -> set[str]:
    return {folded(word) for word in office.title.split()}


def _by_name(page: Page, actor: Actor, office: Office) -> Candidate | None:
    """Return the holder of an office by name, with the words that name both."""
    ref, evidence = page.who(actor.id), office.evidence
    if ref is None:
        return None
    of = page.who(office.of)
    called = f"{office.title} of the {of.name if of else office.of}"
    name = {folded(word) for word in ref.name.split()} - {folded(word) for word in called.split()}
    named = [
        span
        for line in page.lines_of(evidence)
        for span, other in page.named_in(line)
        if other is actor and name & {folded(word) for word in span.of(page.text).split()}
    ]
    if not named:
        return None
    start = evidence[0].start
    nearest = min(named, key=lambda span: (abs(span.start - start), span.start))
    spans = merged((*evidence, nearest))
    return Candidate(page, "holder", ref.id, ref.name, spans, 0.9, ref, sure=True)


def _of_ids(search: Search, ids: frozenset[str]) -> list[tuple[Page, Actor]]:
    """Return the actors of each report that have some ids."""
    return [
        (page, actor)
        for page in search.pages
        for actor in page.account.actors
        if (ref := page.who(actor.id)) and ref.id in ids
    ]


def _lines(candidate: Candidate) -> list[Line]:
    return candidate.page.lines_of(candidate.spans)


#: A question after all offices that somebody has or had.
_HELD = _WORDING.pattern("held")


def described(search: Search) -> list[Candidate]:
    """Return the sentences that say beside a name who that is ("the envoy, X", "X, who leads …").

    They are for those whom no report gives an office that was read.
    """
    found = []
    alone = not search.coverage.terms and not any(each.title for each in search.question.named)
    for page in search.pages:
        for line in page.lines:
            for start, end in _named(search, page, line):
                before, behind = page.text[line.span.start : start], page.text[end : line.span.end]
                small = alone and _TOLD_BEFORE.search(before)
                if (
                    small
                    or _is_told_before(before)
                    or _is_told_behind(page.text[start:end], behind)
                ):
                    words = value_of(page, line.span)
                    claimed = _CLAIMED.match(behind) and (line.tellers or line.speakers)
                    score = _BY_CLAIM if claimed else 0.9
                    found.append(
                        Candidate(
                            page, "words", words.casefold(), words, (line.span,), score, line.teller
                        )
                    )
    return found


#: What somebody only claims that another one is, and what that counts.
_BY_CLAIM = 0.8
_CLAIMED = _WORDING.pattern("claimed")


def _is_told_behind(name: str, text: str) -> bool:
    """Tell whether the words right behind a name are an office; of a pronoun it must be one."""
    if name.lower() not in _WORDING.words("pronouns"):
        return _TOLD_BEHIND.match(text) is not None
    match = _BEING.match(text)
    known = lexicon().titles | lexicon().posts
    return match is not None and any(folded(word) in known for word in match[1].split())


#: What somebody was, in a few words.
_BEING = _WORDING.pattern("being")


def _named(search: Search, page: Page, line: Line) -> list[tuple[int, int]]:
    """Return where those who are asked for are named in a sentence."""
    spans = [
        (span.start, span.end)
        for of, actor in _asked(search)
        if of is page
        for span in (*actor.mentions, *actor.pronouns)
        if line.span.covers(span)
    ]
    if spans:
        return spans
    keys = {key for name in search.names for key in name.keys}
    return [
        (line.span.start + word.start, line.span.start + word.end)
        for word in words_in(line.span.of(page.text))
        if word.stem in keys
    ]


def _is_told_before(text: str) -> bool:
    """Tell whether the words right before a name are an office, with what it is of."""
    titles = lexicon().titles
    if (match := _OFFICE_OF.search(text)) and folded(match[1]) in titles | lexicon().posts:
        return True
    for word in reversed(_ADDRESS.sub("", text).split()[-_BEFORE:]):
        plain = folded(word.strip(",;"))
        if plain in titles:
            return True
        if not (word[0].isupper() or plain in _WORDING.words("of")):
            return False
    return False


#: An office with what it is of, in words written small, before a name.
_OFFICE_OF = _WORDING.pattern("office-of")
#: Words before a name among which its office stands.
_BEFORE = 9
#: A form of address before a name.
_ADDRESS = _WORDING.pattern("address")
_TOLD_BEFORE = _WORDING.pattern("told-before")
_TOLD_BEHIND = _WORDING.pattern("told-behind")


def _is_part(office: str, others: set[str]) -> bool:
    """Tell whether an office is told more fully by another one ("minister", "water minister")."""
    return any(office != other and f" {office} " in f" {other} " for other in others)


def spellings(search: Search) -> list[Candidate]:
    """Return the forms in which reports write the names of those who are named."""
    found = []
    for page, actor in [*_asked(search), *_nearly(search)]:
        forms: dict[str, Span] = {}
        printed = {folded(word) for name in (actor.name, *actor.aliases) for word in name.split()}
        for span in actor.mentions:
            words = " ".join(span.of(page.text).split())
            named = words[:1].isupper() or words.lower() == words.upper()
            if named and {folded(word) for word in words.split()} <= printed:
                forms.setdefault(words, span)
        found += [
            Candidate(page, "name", form, form, (span,), 0.9, sure=True)
            for form, span in forms.items()
            if not any(other.startswith(f"{form} ") for other in forms)
        ]
    return found


def _nearly(search: Search) -> list[tuple[Page, Actor]]:
    """Return others whose names differ from one that is asked for by a letter or two."""
    asked = {
        tuple(folded(word) for word in ref.name.split())
        for name in search.names
        for ref in name.actors
        if ref.kind == "person"
    }
    return [
        (page, actor)
        for page in search.pages
        for actor in page.account.actors
        if actor.kind == "person"
        and (ref := page.who(actor.id))
        and not is_asked(search.names, ref.id)
        and any(_is_near(tuple(map(folded, actor.name.split())), other) for other in asked)
    ]


def _is_near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two full names may be spellings of one: nearly the same, word by word."""
    return len(one) == len(other) > 1 and all(
        a[:1] == b[:1] and SequenceMatcher(None, a, b).ratio() >= _NEAR
        for a, b in zip(one, other, strict=True)
    )


#: How alike two words must be to be spellings of one name.
_NEAR = 0.8


def _asked(search: Search) -> list[tuple[Page, Actor]]:
    """Return the actors of each report that are one of those named."""
    return [
        (page, actor)
        for page in search.pages
        for actor in page.account.actors
        if (ref := page.who(actor.id)) and is_asked(search.names, ref.id)
    ]
