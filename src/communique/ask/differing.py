"""How accounts differ: slots of a contact, figures and stands on which reports are not at one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from communique.ask.candidates import ENOUGH, Candidate, Search, in_order, value_of
from communique.ask.claims.acts import positions
from communique.ask.claims.figures import figures
from communique.ask.claims.sayings import what_said, who_said
from communique.ask.contacts.beside import asked_for, beside_contacts, put_in_interviews
from communique.ask.contacts.slots import SLOTS, matching, parties, values
from communique.ask.lexicon import lexicon
from communique.ask.reports.covering import Coverage, is_in
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import Page
from communique.ask.sentences.standing_in import is_only_here, of_the_kind, terms_left
from communique.ask.sentences.telling import sentences
from communique.ask.wording import wording
from communique.model.asking import QuestionKind
from communique.model.claims import Contact

_WORDING = wording("differing")

_SLOTS = ("initiator", "date", "duration", "place", "topics", "outcome")
#: Scores below which figures and stands are of something else.
_ENOUGH = ENOUGH
#: The score from which on a sentence tells where one of those who are named stands.
_ENOUGH_EACH = 0.42
#: The most that is quoted of each of those who are named.
_OF_EACH = 3
#: The most that is quoted of each report where nothing else tells how they differ.
_OF_REPORT = 2


def differing(search: Search) -> list[Candidate]:
    """Return what differs, every value with its source; nothing where accounts are at one."""
    question = search.question
    inner = question.inner
    if inner == "how-many" and (found := _figures(search)):
        return found
    of_contact = question.contact or inner in SLOTS or not search.coverage.terms
    contacts = list(matching(search))
    alone = question.contact and len(parties(search)) > 1 and not terms_left(search)
    if of_contact and (contacts or alone):
        slots = (SLOTS[inner],) if inner in SLOTS else _SLOTS
        found = _slots(search, contacts, slots)
        if found:
            return found
    if sum(bool(name.actors) for name in search.names) > 1 and (found := _each(search)):
        return found
    if inner and (found := _of_kind(search, inner)):
        return found
    return [*_figures(search), *_stands(search)] or _voices(search)


def _of_kind(search: Search, inner: QuestionKind) -> list[Candidate]:
    """Return what sentences say of the kind on which accounts may differ, where they do."""
    some = [each for each in sentences(search, inner) if each.score >= _ENOUGH_EACH]
    return some if len({each.key for each in some}) > 1 else []


def _each(search: Search) -> list[Candidate]:
    """Return what each of those named says, or is said to hold, on what was asked.

    Nothing, unless there is something of two of them at least.
    """
    found: list[list[Candidate]] = []
    for name in search.names:
        alone = _only(search, name)
        some = [*positions(alone), *what_said(alone), *sentences(alone, "what")]
        best: dict[tuple[int, int], Candidate] = {}
        for each in sorted(some, key=lambda candidate: -candidate.score):
            best.setdefault((id(each.page), each.spans[0].start), each)
        told = [each for each in best.values() if each.score >= _ENOUGH_EACH]
        if not search.coverage.terms:
            told.sort(key=_is_at_one)
        found.append(told[:_OF_EACH])
    told_of = [each for some in found for each in some]
    for at, name in enumerate(search.names):
        others = [each for each in told_of if each not in found[at]]
        found[at] = found[at] and [*_right_behind(name, others), *found[at]]
    both = list(dict.fromkeys(each for some in found for each in some))
    if not search.coverage.terms:
        both.sort(key=_is_at_one)
    return both if sum(map(bool, found)) > 1 else []


def _right_behind(name: Asked, others: Iterable[Candidate]) -> list[Candidate]:
    """Return what is told of one right behind what another one says, by name and in contrast."""
    found = {}
    for each in others:
        lines = each.page.lines_of(each.spans)
        for line in each.page.lines[lines[-1].number + 1 : lines[-1].number + 2]:
            words = value_of(each.page, line.span)
            if is_in(name, line) and _CONTRAST.search(words):
                found[words] = Candidate(
                    each.page, "words", words.casefold(), words, (line.span,), each.score
                )
    return list(found.values())


#: Words by which a sentence sets what one wants against what another one does.
_CONTRAST = _WORDING.pattern("contrast")


def _only(search: Search, name: Asked) -> Search:
    """Return a search for what one of those who are named says."""
    return Search(
        replace(search.question, kind="stand"),
        (name,),
        search.pages,
        Coverage((name,), search.coverage.terms, search.pages),
    )


def _is_at_one(candidate: Candidate) -> bool:
    """Tell whether a candidate's sentences have no word for differing from somebody."""
    lines = candidate.page.lines_of(candidate.spans)
    odd = lexicon().patterns["at-odds"]
    return not any(odd.search(line.span.of(candidate.page.text)) for line in lines)


def _slots(
    search: Search, contacts: Iterable[tuple[Page, Contact, float]], slots: Iterable[str]
) -> list[Candidate]:
    """Return the values of those slots in which accounts of different reports differ.

    Of a single slot, which the question asks for, all are returned: they may agree.
    """
    found = []
    told, wanted = list(contacts), list(slots)
    for slot in wanted:
        some = [
            Candidate(
                page,
                slot,
                key,
                value,
                spans,
                fit,
                None,
                page.material.cited.get(f"contact:{contact.id}"),
                sure=True,
            )
            for page, contact, fit in told
            for key, value, spans in values(page, contact, slot)
        ] + beside_contacts(search, slot)
        if slot == "initiator":
            some += asked_for(search)
        some += put_in_interviews(search, slot)
        if slot in _TIMES:
            told_here = sentences(search, _TIMES[slot])
            some += [
                each for each in told_here if each.score >= ENOUGH and is_only_here(search, each)
            ]
        some = of_the_kind(search, some)
        differ = len({each.key for each in some}) > 1 and len({id(each.page) for each in some}) > 1
        if differ or len(wanted) == 1:
            found += some
    return found


#: Slots that sentences fill as well, and how they are asked for.
_TIMES: dict[str, QuestionKind] = {"date": "when", "duration": "how-long"}


def _figures(search: Search) -> list[Candidate]:
    """Return the figures of one thing where there is more than one value."""
    some = [each for each in figures(search) if each.score >= _ENOUGH]
    named = [name for name in search.names if name.actors]
    if len(named) > 1:
        for name in named:
            alone = [each for each in figures(_only(search, name)) if each.score >= _ENOUGH]
            some += [each for each in alone if each not in some]
    return some if len({each.key for each in some}) > 1 else []


def _stands(search: Search) -> list[Candidate]:
    """Return the positions on what was asked, where they are not all of one polarity."""
    some = [each for each in positions(search) if each.score >= _ENOUGH]
    return some if len({each.slot for each in some}) > 1 else []


def _voices(search: Search) -> list[Candidate]:
    """Return what different voices say of what was asked."""
    some = [each for each in who_said(search) if each.score >= _ENOUGH_EACH]
    return some if len({each.key for each in some}) > 1 else _of_each_report(search)


def _of_each_report(search: Search) -> list[Candidate]:
    """Return the sentences of each report that cover most of what was asked."""
    told: dict[int, list[Candidate]] = {}
    for each in in_order(sentences(search, "what")):
        told.setdefault(id(each.page), []).append(each)
    best = [each for some in told.values() for each in some[:_OF_REPORT]]
    return in_order(best)
