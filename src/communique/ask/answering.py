"""From a question to what the reports say: look up, weigh, set side by side, or decline."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.ask.candidates import (
    ENOUGH,
    Accounts,
    Candidate,
    Search,
    in_order,
    only_asks,
    only_these,
    value_of,
)
from communique.ask.changing import changed
from communique.ask.claims.acts import acts, forecasts, outcomes, positions
from communique.ask.claims.figures import figures
from communique.ask.claims.outcomes import came_about, come_true
from communique.ask.claims.persons import offices, spellings
from communique.ask.claims.sayings import replies, what_said, who_said
from communique.ask.claims.silence import silences
from communique.ask.contacts.beside import asked_for, beside_contacts, put_in_interviews
from communique.ask.contacts.dating import exact_first
from communique.ask.contacts.lengths import may_take
from communique.ask.contacts.next_one import told_of_next
from communique.ask.contacts.own_words import told_by_one
from communique.ask.contacts.rivals import rival_lengths
from communique.ask.contacts.slots import SLOTS, asks_for_contact, is_so, matching, slot_candidates
from communique.ask.contacts.unread import told_unread
from communique.ask.declining import nearest, unclear, unnamed, why
from communique.ask.differing import differing
from communique.ask.grouping import agreement_of, grouped
from communique.ask.learnt.choosing import chosen, is_doubtful, likeliest_first
from communique.ask.lexicon import lexicon
from communique.ask.looking import Spelt, as_it_is, looked_up
from communique.ask.question.understanding import Question, understand
from communique.ask.reports.pages import Line
from communique.ask.sentences.leaning import with_what_is_meant
from communique.ask.sentences.standing_in import (
    is_of_contact,
    is_only_here,
    lifted,
    may_be_sentences,
    of_the_kind,
    terms_left,
)
from communique.ask.sentences.telling import sentences
from communique.ask.shelf import Shelf
from communique.ask.wording import wording
from communique.model.asking import QuestionKind, Reply, Understood
from communique.model.days import bounds

_WORDING = wording("answering")

#: What is this much worse than the best is left out; less so where accounts may differ.
_NEAR_BEST, _NEAR_OTHERS = 0.8, 0.65
_NEAR_OF: dict[QuestionKind, float] = {"done": 0.85, "changed": 0.5}
#: The most answers given.
_ANSWERS = 12
#: The most values set side by side where a question asks how accounts differ.
_SIDE_BY_SIDE = 24


def answer(
    question: str,
    shelf: Shelf,
    spelt: Spelt = as_it_is,
    accounts: Accounts = only_these,
) -> Reply:
    """Return what the reports on the shelf say to a question, or that they do not say.

    Every word of the reply but the names of slots is a report's. An answer is given only
    where one place in a report covers those whom the question names, what it says of them and
    the kind of thing that it asks for.

    Args:
        question: What is asked.
        shelf: Where reports are looked up.
        spelt: Gives a name that no report has as the reports spell it, if that can be told.
        accounts: Gives the other accounts of contacts, as the record judges them.
    """
    asked = understand(question)
    search = replace(looked_up(asked, shelf, spelt), accounts=accounts)
    found = _found(search)
    absent = unclear(search) or unnamed(search)
    enough = _enough(asked)
    good = [each for each in found if each.score >= enough and not absent]
    if not good and not absent:
        good = chosen(search, found)
    elif good and asked.kind != "differ":
        good = [] if is_doubtful(search, found) else likeliest_first(search, good)
    understood = _understood(search)
    if not good:
        return Reply(
            question=question,
            understood=understood,
            nearest=nearest(search, found, shelf),
            declined=True,
            why=why(search, found),
        )
    limit = _SIDE_BY_SIDE if asked.kind == "differ" else _ANSWERS
    best = _best(good, asked)
    if asked.kind != "differ":
        best = with_what_is_meant(search, best)
    findings = grouped([*best, *_also(search, best)], limit)
    return Reply(
        question=question,
        understood=understood,
        findings=tuple(findings),
        agreement=agreement_of(findings, accounts),
    )


def _enough(question: Question) -> float:
    """Return the score below which nothing answers a question.

    What something was, and where, words must tell that are there; a figure, a reason or somebody's
    own words are told of so much else that more must be covered.
    """
    if question.kind == "differ":
        return 0.0
    alone = not question.contact and not question.time
    return _ENOUGH_OF.get(question.kind, ENOUGH) if alone else ENOUGH


_ENOUGH_OF: dict[QuestionKind, float] = {"what": 0.45, "where": 0.43}


def _also(search: Search, best: list[Candidate]) -> list[Candidate]:
    """Return the offices of whom the best answer tells, where those are asked for as well."""
    if search.question.also != "who-is" or not best or best[0].by is None:
        return []
    return offices(search, frozenset({best[0].by.id}))


def _found(search: Search) -> list[Candidate]:
    """Return what may answer, the best first: claims whose slot is asked for, then sentences."""
    question = search.question
    if question.kind == "differ":
        return differing(search)
    if question.kind == "what" and search.names and not (search.coverage.terms or question.time):
        named = sentences(search, "what", naming=True)
        if len(named) >= _ANSWERS:  # What stands beside them would not be given.
            return in_order(named)
    found = list(_claimed(search))
    if question.kind == "how-long":
        found += [*told_by_one(search), *rival_lengths(search)]
    if question.also in SLOTS:
        found += _of_contacts(search, SLOTS[question.also])
    if question.kind in ("how-long", "when") and question.contact and found:
        told = sentences(search, question.kind)
        found += [each for each in told if is_only_here(search, each)]
    if question.kind in ("done", "whether") and question.acts and not question.kept:
        return in_order(_answered(_apart(search, found, sentences(search, question.kind))))
    if not any(each.score >= ENOUGH for each in found) and may_be_sentences(search):
        told = sentences(search, question.kind)
        found += [lifted(search, each) for each in told if is_of_contact(search, each)]
    found = [each for each in found if each.slot != "duration" or may_take(question, each.key)]
    found = [each for each in found if not only_asks(each)]
    found = exact_first(of_the_kind(search, found))
    if question.kind == "when" and question.contact and _LAST.search(question.text):
        found = _latest([each for each in found if each.score >= ENOUGH])
    return in_order(_answered(found) if question.kind == "whether" else found)


def _answered(found: list[Candidate]) -> list[Candidate]:
    """Return candidates with what the sentences behind them say to it ("X denied it.")."""
    good = [each for each in found if each.score >= ENOUGH]
    taken = {(id(each.page), line.number) for each in good for line in _lines(each)}
    answers, put = [], list[Candidate]()
    for each in good:
        line = _lines(each)[-1]
        for behind in each.page.lines[line.number + 1 : line.number + 2]:
            place = id(each.page), behind.number
            text = behind.span.of(each.page.text)
            if place not in taken and lexicon().patterns["answering-it"].search(text):
                taken.add(place)
                put += [each] if each.page.is_put(line) else []
                words = value_of(each.page, behind.span)
                answers.append(
                    Candidate(
                        each.page,
                        "words",
                        words.casefold(),
                        words,
                        (behind.span,),
                        _ANSWERED * each.score,
                        behind.teller,
                    )
                )
    return [*(each for each in found if each not in put), *answers]


#: What a sentence counts beside the one before it, which it answers.
_ANSWERED = 0.95


def _lines(candidate: Candidate) -> list[Line]:
    return candidate.page.lines_of(candidate.spans)


def _apart(search: Search, claims: list[Candidate], told: list[Candidate]) -> list[Candidate]:
    """Return claims that may answer, and those sentences with no claim of such a kind.

    A sentence that tells what another person did is none that tells it of the one who is named.
    """
    of_person = search.question.kind == "done" and any(
        ref.kind == "person" for name in search.names[:1] for ref in name.actors
    )
    taken = {
        (id(each.page), line.number)
        for each in claims
        if each.score >= ENOUGH
        or (of_person and not each.score and each.by and each.by.kind == "person")
        for line in each.page.lines_of(each.spans)
    }
    return claims + [
        each
        for each in told
        if all((id(each.page), line.number) not in taken for line in each.page.lines_of(each.spans))
    ]


def _claimed(search: Search) -> list[Candidate]:
    """Return the claims with the slot that is asked for."""
    question = search.question
    match question.kind:
        case "who-initiated" | "when" | "where" | "how-long" | "about-what" | "who-with":
            return _of_contacts(search, SLOTS[question.kind])
        case "who-said":
            return [*who_said(search), *_naming_others(search)]
        case "what-said":
            return [*replies(search), *what_said(search), *silences(search)]
        case "how-many":
            return _with_rival_figures(in_order(figures(search)))
        case "whether" if question.contact and not question.acts and not terms_left(search):
            return _told_of(search)
        case "done" | "whether":
            told = acts(search) if question.acts and not question.kept else []
            return [*told, *outcomes(search)] if question.kind == "done" else told
        case "stand":
            return positions(search)
        case "changed":
            return changed(search)
        case "foreseen":
            return [*forecasts(search), *come_true(search), *came_about(search)]
        case "who" if question.acts:
            return acts(search)
        case "spelled":
            return spellings(search)
        case "who-is":
            return offices(search)
        case _:
            return []


def _of_contacts(search: Search, slot: str) -> list[Candidate]:
    """Return what the contacts that are meant say in a slot, or beside it."""
    if not asks_for_contact(search.question):
        return []
    found = [*slot_candidates(search, slot), *beside_contacts(search, slot)]
    if search.question.contact:
        found += put_in_interviews(search, slot)
        found += [*told_of_next(search, slot), *told_unread(search, slot)]
    if slot == "participants":
        asked = {id for name in search.names for id in name.ids}
        others = [each for each in found if each.key not in asked]
        beside = _ELSE.search(search.question.text) is not None
        return _attending(others) if beside else others or found
    return [*found, *asked_for(search)] if slot == "initiator" else found


def _latest(found: list[Candidate]) -> list[Candidate]:
    """Return the dates that are the latest, and those that may be of about the same day.

    Those of years that are not told cannot be compared.
    """
    days = [(each, match[1]) for each in found if (match := _DAY.match(each.key))]
    latest = max((day for _, day in days), default="")
    return [each for each, day in days if day[:-1] == latest[:-1]] or found


_DAY = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)")
#: Words by which a question is after the last of several contacts.
_LAST = _WORDING.pattern("last")


def _attending(found: list[Candidate]) -> list[Candidate]:
    """Return those who are told to have been there beside others, where any are."""
    there = lexicon().patterns["attending"]
    told = [
        each.scored(_OF_SEVERAL * each.score) if each.sure else each
        for each in found
        if any(there.search(line.span.of(each.page.text)) for line in _lines(each))
    ]
    return told or found


#: What one of those counts beside the sentence that names them all.
_OF_SEVERAL = 0.9
#: Words by which a question is after those who were there beside those whom it names.
_ELSE = _WORDING.pattern("else")


def _told_of(search: Search) -> list[Candidate]:
    """Return the words that tell of the contacts that are meant."""
    return [
        Candidate(
            page,
            "words",
            value.casefold(),
            value,
            contact.evidence,
            fit,
            id=page.material.cited.get(f"contact:{contact.id}"),
            sure=True,
        )
        for page, contact, fit in matching(search)
        if is_so(search, page, contact) and (value := value_of(page, contact.evidence[0]))
    ]


def _naming_others(search: Search) -> list[Candidate]:
    """Return the sentences that name somebody and all that the question names, actors or not."""
    others = [name for name in search.names if not name.actors]
    if not others:
        return []
    return [
        each.scored(max(each.score, _NAMED)) if each.score >= _NEAR_ENOUGH else each
        for each in sentences(search, "who")
        for line in each.page.lines_of(each.spans)[:1]
        if all(name.keys <= line.stems for name in others)
    ]


#: What a sentence counts that names who was told, if it covers so much of the question.
_NAMED, _NEAR_ENOUGH = 0.8, 0.4


def _best(good: list[Candidate], question: Question) -> list[Candidate]:
    """Return those that are nearly as good as the best; what differs was chosen already."""
    if question.kind == "differ":
        return good
    compares = question.kind in ("how-many", *SLOTS)
    share = _NEAR_OF.get(question.kind, _NEAR_BEST)
    least = good[0].score * (_NEAR_OTHERS if compares else share)
    return [each for each in good if each.score >= least]


def _with_rival_figures(found: list[Candidate]) -> list[Candidate]:
    """Lift figures of the unit of the best one that stand right behind it: what others count."""
    if not found or found[0].slot != "figure" or found[0].score < ENOUGH:
        return found
    best = found[0]
    (line, *_) = best.page.lines_of(best.spans)
    unit = _UNIT.search(best.value)
    lifted = []
    for each in found:
        (other, *_) = each.page.lines_of(each.spans)
        near = each.page is best.page and 0 < other.number - line.number <= _RIVALS
        same = unit is not None and (_UNIT.search(each.value) or [""])[0] == unit[0]
        rival = near and same and each.score < ENOUGH and other.teller != line.teller
        lifted.append(each.scored(_RIVAL * best.score) if rival else each)
    return in_order(lifted)


#: What stands behind a number of which there may be several by several voices.
_UNIT = _WORDING.pattern("unit")
#: Sentences behind a figure that may give another for the same; what such a one counts.
_RIVALS, _RIVAL = 2, 0.7


def _understood(search: Search) -> Understood:
    question = search.question
    time = question.time
    since = until = None
    if time and time.span:
        since, until = time.span
    elif time and time.year:
        value = f"{time.year:04}" + (f"-{time.month:02}" if time.month else "")
        value += f"-{time.day:02}" if time.month and time.day else ""
        since, until = bounds(value, value)
    return Understood(
        kind=question.kind,
        actors=tuple(name.actors[0] for name in search.names if name.actors),
        names=tuple(name.text for name in search.names if not name.actors),
        contact=question.contact,
        acts=question.acts,
        words=tuple(term.stem for term in question.terms),
        relative=question.relative,
        since=since,
        until=until,
    )
