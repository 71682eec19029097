"""Acts, positions and forecasts that may answer."""

from __future__ import annotations

import re

from communique.ask.candidates import Candidate, Search, value_of
from communique.ask.claims.outcomes import asks_for_outcome, came_true
from communique.ask.contacts.slots import between
from communique.ask.lexicon import lexicon
from communique.ask.reports.covering import is_in
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import HEADING, Line, Page
from communique.ask.weighing import done_in, needed, timely, weighed
from communique.ask.wording import wording
from communique.model.claims import Act
from communique.model.span import Span, Spans

_WORDING = wording("claims/acts")


def acts(search: Search) -> list[Candidate]:
    """Return what those who are named promised, asked, refused …, of the types asked for."""
    found = []
    wanted = set(search.question.acts)
    for page in search.pages:
        for act in page.account.acts:
            if wanted and act.type not in wanted:
                continue
            line = page.line_at(act.evidence[0].start)
            if line is None or lexicon().patterns["no-topic"].search(act.what):
                continue
            score = _act_score(search, page, act, line) * _told(search, page, act, line)
            doer = page.who(act.actor) if _asks_for_doer(search) else None
            found.append(
                Candidate(
                    page,
                    "actor" if doer else "act",
                    doer.id if doer else act.what.casefold(),
                    doer.name if doer else act.what,
                    _whole(act, line),
                    score,
                    page.who(act.actor),
                    page.material.cited.get(f"act:{act.id}"),
                    sure=True,
                )
            )
    return found


def outcomes(search: Search) -> list[Candidate]:
    """Return what came of the contacts of those who are named, where what they agreed is asked."""
    if "agree" not in search.question.acts:
        return []
    return [
        Candidate(
            page,
            "act",
            label.label.casefold(),
            label.label,
            label.evidence,
            0.95 * _covered(search, page, label.evidence),
            id=page.material.cited.get(f"contact:{contact.id}"),
            sure=True,
        )
        for page, contact, _ in between(search)
        for label in contact.outcome
    ]


def _covered(search: Search, page: Page, spans: Spans) -> float:
    """Return how much of a question's words but for the deed stand near some words."""
    deeds, coverage = search.question.deeds, search.coverage
    terms = [
        term
        for term in coverage.terms
        if term.stem != deeds.stem and term.stem not in lexicon().contact
    ]
    whole = sum(coverage.weight(term) for term in terms)
    lines = page.lines_of(spans)
    got = sum(
        coverage.weight(term) * max(coverage.pointed(page, line, term) for line in lines)
        for term in terms
    )
    return got / whole if whole else 1.0


def _told(search: Search, page: Page, act: Act, line: Line) -> float:
    """Return what an act counts by the words and the time of its sentence.

    One of another type than the question's own word must be told by that word or one like it.
    """
    deeds = search.question.deeds
    share = timely(search, page, line) * needed(search, page, line)
    if line.number < HEADING and value_of(page, line.span) == page.title:
        share *= _HEADLINE
    term = next((term for term in search.coverage.terms if term.stem == deeds.stem), None)
    own = deeds.first is None or act.type == deeds.first
    if own or term is None or search.coverage.met(page, line, term):
        return share
    return share if done_in(search, page, line) >= _LIKELY else share * _OTHER_DEED


#: What a sentence counts at least that may tell of the deed.
_LIKELY = 0.9
#: What an act counts that only a headline tells, and one of another type than is asked for.
_HEADLINE, _OTHER_DEED = 0.75, 0.55


def _whole(act: Act, line: Line) -> Spans:
    """Return an act's evidence, with the rest of its sentence where it tells what was done."""
    last = act.evidence[-1]
    return (*act.evidence[:-1], Span(last.start, max(last.end, line.span.end)))


def _act_score(search: Search, page: Page, act: Act, line: Line) -> float:
    """Return how well an act fits: its actor is the first one named, the words are covered."""
    actors = search.actors
    doer = {id for each in act.doers for id in page.ids(each)}
    whom = {id for each in act.addressees for id in page.ids(each)}
    share = 1.0
    if actors and _asks_for_doer(search):
        undergoing = whom if act.towards else line.actors
        if not actors[0].ids.isdisjoint(doer) or actors[0].ids.isdisjoint(undergoing):
            return 0.0
    elif actors and act.actor is not None and actors[0].ids.isdisjoint(doer):
        # "What was X promised?" asks for what is done to X.
        passive = _is_passive(search) and (
            not actors[0].ids.isdisjoint(whom)
            or (act.towards is None and not actors[0].ids.isdisjoint(line.actors))
        )
        if not passive and not _acts_for_speaker(page, act, line, actors):
            return 0.0
    elif actors and act.actor is None and not is_in(actors[0], line):
        return 0.0
    for other in actors[1:]:
        concerned = doer | whom | line.actors
        if other.ids.isdisjoint(concerned):
            person = any(ref.kind == "person" for ref in other.actors)
            near = 0.0 if act.towards else search.coverage.nearness(page, line, other)
            share *= max(_STRANGER if person else _BODY, 0.5 + 0.5 * near)
    for place in (name for name in search.names if not name.actors):
        over = _BODY if place.keys <= page.opening else _STRANGER
        share *= 1.0 if place.keys <= line.stems else over
    deeds = search.question.deeds
    terms = [
        t
        for t in search.coverage.terms
        if t.stem != deeds.stem and not set(lexicon().act.get(t.stem, ())) & set(deeds.types)
    ]
    whole = sum(search.coverage.weight(term) for term in terms)
    got = sum(
        search.coverage.weight(term) * search.coverage.pointed(page, line, term) for term in terms
    )
    return share * (0.35 + 0.65 * got / whole if whole else 0.95)


def _acts_for_speaker(page: Page, act: Act, line: Line, actors: list[Asked]) -> bool:
    """Tell whether the first one named speaks of what its own side does ("we have lifted ...")."""
    if actors[0].ids.isdisjoint(line.speakers):
        return False
    others = {
        ref.id
        for name in actors[1:]
        for ref in name.actors
        if ref.kind in ("state", "organisation")
    }
    doer = page.ids(act.actor)
    return bool(doer & others) or _WE.search(line.span.of(page.text)) is not None


_WE = _WORDING.pattern("we")


def _asks_for_doer(search: Search) -> bool:
    """Tell "Who criticised X?" from "Whom did X criticise?" and "Who was criticised by X?"."""
    question = search.question
    is_subject = question.verb is not None and question.verb == question.deeds.stem
    return question.kind == "who" and is_subject and not _is_passive(search)


def _is_passive(search: Search) -> bool:
    """Tell whether a question asks what is done to the one it names."""
    return re.search(r"\b(?:was|were|been|is|are)\b", search.question.text.lower()) is not None


#: What an act counts in whose sentence a person who is asked for is not named, or a state or body.
_STRANGER, _BODY = 0.55, 0.85


def _topic(search: Search, page: Page, line: Line) -> float:
    cover = search.coverage.of(page, line)
    return weighed(cover.all, cover.terms, cover.names)


def positions(search: Search) -> list[Candidate]:
    """Return the positions of those who are named on what was asked."""
    found = []
    for page in search.pages:
        for position in page.account.positions:
            line = page.line_at(position.evidence[0].start)
            if line is None or not _is_of(search, page, position.actor, line):
                continue
            found.append(
                Candidate(
                    page,
                    position.polarity,
                    f"{position.polarity}/{position.stance.casefold()}",
                    position.stance,
                    position.evidence,
                    _topic(search, page, line),
                    page.who(position.actor),
                    page.material.cited.get(f"position:{position.id}"),
                    sure=True,
                )
            )
    return found


def forecasts(search: Search) -> list[Candidate]:
    """Return what those who are named foresee."""
    found = []
    for page in search.pages:
        for forecast in page.account.forecasts:
            line = page.line_at(forecast.evidence[0].start)
            if line is None or not _is_of(search, page, forecast.by, line):
                continue
            score = _topic(search, page, line) * _for_its_time(search, page, line)
            if asks_for_outcome(search):
                came = forecast.outcome not in ("open", "failed") or came_true(page, line)
                score = 0.95 if came else 0.4 * score
            found.append(
                Candidate(
                    page,
                    "forecast",
                    forecast.what.casefold(),
                    forecast.what,
                    (line.span, *forecast.evidence),
                    score,
                    page.who(forecast.by),
                    page.material.cited.get(f"forecast:{forecast.id}"),
                    sure=True,
                )
            )
    return found


def _for_its_time(search: Search, page: Page, line: Line) -> float:
    """Return what a forecast counts by the time that is asked for, if its sentence names it."""
    time = search.question.time
    if time is None or any(time.meets(days) for days in page.days_in(line)):
        return 1.0
    return _UNDATED


#: What a forecast counts whose sentence does not name the time that is asked for.
_UNDATED = 0.7


def _is_of(search: Search, page: Page, local: str | None, line: Line) -> bool:
    """Tell whether a claim is by the first one named, if one is."""
    if search.first is None:
        return True
    ids = page.ids(local)
    return not search.first.ids.isdisjoint(ids) or (not ids and is_in(search.first, line))
