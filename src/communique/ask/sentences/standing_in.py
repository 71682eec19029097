"""When a sentence may stand in for a slot that no contact's claim fills."""

from __future__ import annotations

from communique.ask.candidates import ENOUGH, Candidate, Search
from communique.ask.contacts.slots import SLOTS, is_called, matching
from communique.ask.lexicon import lexicon
from communique.ask.reports.covering import is_in
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import Line, Page
from communique.ask.sentences.telling import is_behind_contact
from communique.ask.wording import wording
from communique.ask.words import stem
from communique.model.claims import ContactKind

_WORDING = wording("sentences/standing_in")

#: What fits a question almost wholly.
_ALMOST = 0.95


def may_be_sentences(search: Search) -> bool:
    """Tell whether a sentence may answer where no claim does.

    Where the reports tell of the contact that is meant but leave the slot empty, none can, but
    for a place right behind the contact's verb or noun.
    """
    question = search.question
    return (
        question.kind not in SLOTS
        or not question.contact
        or question.kind in ("where", "how-long", "when")
        or not all(_is_told(search, page) for page in search.pages)
    )


def _is_told(search: Search, page: Page) -> bool:
    """Tell whether a report tells of a contact that may well be the one that is meant.

    Where fewer than two are named it may be told by another one, and must fit almost wholly where
    nobody is.
    """
    parties = sum(bool(name.actors) for name in search.names)
    least = ENOUGH if parties else _ALMOST
    return any(
        fit >= least and (told is page or parties < _TWO) for told, _, fit in matching(search)
    )


def is_of_contact(search: Search, candidate: Candidate) -> bool:
    """Tell whether a sentence can stand in for a contact's slot, if one is asked for.

    It must name all who are named itself, and speak of a contact of the kind asked for.
    """
    question = search.question
    if (
        question.kind == "whether"
        and question.contact
        and not (question.acts or terms_left(search))
    ):
        # "Did X meet Y?" is not answered by where X meets somebody else.
        return any(
            all(_is_in_it(name, candidate.page, line) for name in search.names)
            and (
                _is_on_being_there(search, candidate.page, line)
                or (
                    _is_told_with_verb(candidate.page, line, question.contact)
                    and not _is_of_others(candidate.page, line)
                )
            )
            for line in _lines(candidate)
        )
    if question.kind not in SLOTS or not question.contact:
        return True
    if question.kind == "who-with" and any(
        _tells_who(search, candidate.page, line) for line in _lines(candidate)
    ):
        return True
    if _is_told(search, candidate.page) and not (
        is_behind_contact(search, candidate) or is_only_here(search, candidate)
    ):
        return False
    kinds = set(question.contact)
    kinds.update(other for kind in question.contact for other in lexicon().alike[kind])
    if question.past and not question.future and candidate.slot != "duration":
        text = " ".join(line.span.of(candidate.page.text) for line in _lines(candidate))
        if lexicon().patterns["to-come"].search(text):
            return False
    return any(
        (
            is_only_here(search, candidate)
            or _are_in(search, candidate.page, line)
            or _is_about_them(search, candidate.page, line)
        )
        and (is_called(line, tuple(sorted(kinds))) or _is_seen(search, line))
        for line in _lines(candidate)
    )


def _is_told_with_verb(page: Page, line: Line, kinds: tuple[ContactKind, ...]) -> bool:
    """Tell whether a sentence tells of a contact of some kinds, and does not just have a word."""
    told = lexicon().patterns["contact-told"].search(line.span.of(page.text))
    return is_called(line, kinds) and told is not None


def _is_in_it(name: Asked, page: Page, line: Line) -> bool:
    """Tell whether a sentence names one who is meant, and not only as who says so of others."""
    says = not name.ids.isdisjoint({*line.speakers, *line.tellers})
    own = not says or _OWN.search(line.span.of(page.text)) is not None
    return own and is_in(name, line, speaker=False)


_OWN = _WORDING.pattern("own")


def _is_of_others(page: Page, line: Line) -> bool:
    """Tell whether contacts are read in a sentence: those who are meant took part in none."""
    return any(
        line.span.covers(span)
        for contact in page.account.contacts
        if contact.status == "held" and contact.kind != "other"
        for span in contact.evidence[:1]
    )


def _is_seen(search: Search, line: Line) -> bool:
    """Tell whether a question asks who saw whom, and a sentence has that word."""
    return any(term.stem == _SEE for term in search.coverage.terms) and line.has(_SEE)


_SEE = stem("see")


def of_the_kind(search: Search, found: list[Candidate]) -> list[Candidate]:
    """Return what is told of the kind of contact asked for, without what sentences tell of others.

    Where one tells how long a call took, how long talks took is no answer.
    """
    kinds = search.question.contact
    if search.question.kind not in SLOTS or not kinds or "talks" in kinds:
        return found

    other = [each for each in found if each.id is None and _is_of_another(each, kinds)]
    own = [each for each in found if each not in other]
    return own if any(each.score >= ENOUGH for each in own) else found


def _is_of_another(candidate: Candidate, kinds: tuple[ContactKind, ...]) -> bool:
    """Tell whether a sentence has words for a contact, but none for one of the kinds asked for."""
    lines = _lines(candidate)
    text = " ".join(line.span.of(candidate.page.text) for line in lines)
    return _MET.search(text) is not None and not any(is_called(line, kinds) for line in lines)


_MET = _WORDING.pattern("met")


def _is_on_being_there(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a question is whether somebody was there, and a sentence tells of that."""
    return any(
        term.stem == _ATTEND and search.coverage.met(page, line, term)
        for term in search.coverage.terms
    )


_ATTEND = stem("attend")


def _tells_who(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a sentence tells who was at a contact whose parties it need not name.

    It has all other words that are asked for and goes on about those who are named.
    """
    coverage, known = search.coverage, lexicon()
    near = all(
        coverage.nearness(page, line, name) >= (_NEARLY if name.actors else _BY_PLACE)
        for name in search.names
    )
    attending = known.patterns["attending"].search(line.span.of(page.text)) is not None
    terms = [term for term in coverage.terms if term.stem not in known.contact]
    told = all(coverage.met(page, line, term) for term in terms)
    return near and (attending or (told and is_called(line, search.question.contact)))


#: How near those who are named must be to who else was there, and a place.
_NEARLY, _BY_PLACE = 0.5, 0.4


def lifted(search: Search, candidate: Candidate) -> Candidate:
    """Return a candidate that goes on about those named with a score as if it named them."""
    question = search.question
    if (
        question.kind not in _LIFTED
        or question.time
        or not any(_is_about_them(search, candidate.page, line) for line in _lines(candidate))
    ):
        return candidate
    return candidate.scored(min(_LIFT * candidate.score, 1.0))


_LIFTED = frozenset({"where", "how-long", "who-initiated", "about-what"})
#: How much more a sentence counts that goes on about those whom the whole report is about.
_LIFT = 1.45


def _is_about_them(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a sentence goes on about those named, of whom the whole report tells.

    No contact of theirs is read, they open the report, and the sentence names no other person.
    """
    named = [name for name in search.names if name.actors]
    if len(named) < _TWO or len(named) < len(search.names) or _is_told(search, page):
        return False
    asked = {id for name in named for id in name.ids}
    persons = {ref.id for ref in page.material.who.values() if ref.kind == "person"}
    opening = page.lines[:_OPENING]
    known, kinds = lexicon().contact, set(search.question.contact)
    if not any(kinds.intersection(known.get(stem, ())) for stem in line.stems):
        return False
    return all(any(is_in(name, each) for each in opening) for name in named) and (
        (line.actors & persons) - line.tellers - line.speakers <= asked
    )


#: Sentences that open a report.
_OPENING = 3


def _are_in(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a sentence names all who are named; a place may stand over the report."""
    return all(
        is_in(name, line, speaker=False) or (not name.actors and name.keys <= page.opening)
        for name in search.names
    )


def is_only_here(search: Search, candidate: Candidate) -> bool:
    """Tell whether a report of which no contact is meant names all who are named in a sentence."""
    parties = sum(bool(name.actors) for name in search.names)
    places = [name for name in search.names if not name.actors]
    if (not places if parties < _TWO else False) or any(
        page is candidate.page for page, _, fit in matching(search) if fit >= ENOUGH
    ):
        return False
    lines = _lines(candidate)
    text = " ".join(line.span.of(candidate.page.text) for line in lines)
    if lines and _is_of_other_kind(search, candidate.page, lines[0]):
        return False
    if lines and _is_between_others(search, candidate.page, lines[0]):
        return False
    if candidate.slot == "duration" and lines and _BOTH.search(text):
        at = lines[0].number
        lines = candidate.page.lines[max(at - _BEFORE, 0) : at + 1]
    return candidate.slot in ("date", "duration") and all(
        any(is_in(name, line, speaker=False) for line in lines)
        or (not name.actors and name.keys <= candidate.page.opening)
        for name in search.names
    )


def _is_between_others(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a sentence names two persons, but not all of those persons who are asked about.

    ("The day before, A and B had talked for an hour" tells nothing of A and C.)
    """
    persons = {ref.id for ref in page.material.who.values() if ref.kind == "person"}
    asked = [name for name in search.names if any(ref.kind == "person" for ref in name.actors)]
    missing = [name for name in asked if not is_in(name, line)]
    meant = {id for name in asked for id in name.ids}
    return (
        bool(missing)
        and len(line.actors & persons) >= _TWO
        and bool((line.actors & persons) - meant)
    )


def _is_of_other_kind(search: Search, page: Page, line: Line) -> bool:
    """Tell whether the contact told last before a sentence is none of the kinds asked for."""
    known = lexicon()
    kinds = {other for kind in search.question.contact for other in known.alike[kind]}
    kinds.update(search.question.contact)
    told = [
        (each.number, contact.kind)
        for contact in page.account.contacts
        for each in page.lines_of(contact.evidence)
        if line.number - _BEFORE <= each.number <= line.number
    ]
    own = is_called(line, search.question.contact)
    return bool(told) and bool(kinds) and not own and max(told)[1] not in kinds


#: Those who meet, at least; the sentences before one on both of them in which they are named.
_TWO, _BEFORE = 2, 3
_BOTH = _WORDING.pattern("both")


def _lines(candidate: Candidate) -> list[Line]:
    return candidate.page.lines_of(candidate.spans)


def terms_left(search: Search) -> bool:
    """Tell whether a question has words beside those that name a contact and who took part."""
    known = lexicon()
    return any(
        term.stem not in known.contact and term.stem not in known.slots
        for term in search.coverage.terms
    )
