"""What is looked at in a claim to tell how surely it is right.

A feature is a name that a claim has or has not: how its matter begins and ends, whether words
only point, what stands before and behind its words, in which kind of sentence and text, and who
acts. Nothing here knows a name, a place or a report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from communique.extract.trust.words import Words, split, stem, unnamed
from communique.extract.view import View
from communique.model import Act, Contact, Forecast, Position, Spans

_CAPITAL = re.compile(r"\b[A-Z][a-z]")
_BEHIND = re.compile(r"\s*(\S+)")
_DASHED = re.compile(r"[—–:;]")
_ODD = re.compile(r"[^\w .,'’()-]")
_OPEN = re.compile(r"[.?!”\")]\s*$")
_BULLET = re.compile(r"\s*[-•*–]")
_NEXT, _BEFORE, _LEAD = 40, 40, 8
_MANY_COMMAS = 3


def features_of(kind: str, view: View, words: Words, claim: Any) -> frozenset[str]:
    """Return the features of a claim; ``kind`` is its list in ``Claims``, such as ``"acts"``."""
    return frozenset(_FEATURES[kind](view, words, claim))


def _step(value: int, steps: Sequence[int]) -> int:
    """Return how many of the ``steps`` a value reaches."""
    return bisect_right(steps, value)


def _act(view: View, words: Words, act: Act) -> Iterator[str]:
    yield from _shared(view, words, act.evidence, act.what, act.actor, act.actor_raw or "")
    first = next(iter(split(act.what)), "-")
    pattern = act.why or ""
    yield from (f"type={act.type}", f"why={pattern}", f"why~{pattern.split(':')[0]}")
    yield from (f"status={act.status}", f"type={act.type},{act.status}")
    yield f"type={act.type},{words.shape(first)}"
    for name in ("towards", "reported_by", "condition", "when", "joint"):
        yield f"{name}={bool(getattr(act, name))}"
    yield from _addressee(view, act)
    if act.reported_by and act.reported_by == act.actor:
        yield "reported_by=actor"


def _addressee(view: View, act: Act) -> Iterator[str]:
    """Yield where an act's words name to whom it is addressed, and what that is."""
    known = view.actors.get(act.towards or "")
    if known is None:
        return
    start, end = act.evidence[0].start, act.evidence[-1].end
    inside = [span for span in known.mentions if start <= span.start < end]
    yield from (f"to:{known.kind}", f"to:{known.kind},{act.type}", f"to:named={bool(inside)}")
    yield f"to:within={any(span.of(view.text) in act.what for span in inside)}"
    yield f"to:also={min(len(act.also_towards), 2)}"


def _position(view: View, words: Words, stand: Position) -> Iterator[str]:
    yield from _shared(view, words, stand.evidence, stand.issue, stand.actor, stand.actor_raw or "")
    pattern = stand.why or ""
    yield from (f"side={stand.polarity}", f"why={pattern}")
    yield f"why~{re.split(r'[:/ ]', pattern)[0]}"
    yield from (f"why+{part}" for part in re.split(r"[,;] ?", pattern))
    yield f"reported_by={bool(stand.reported_by)}"
    said = split(stand.stance)
    named = set(words.content(split(stand.issue)))
    verbatim = stand.issue.lower() in stand.stance.lower()
    yield from (f"verbatim={verbatim}", f"why~{re.split(r'[:/ ]', pattern)[0]},{verbatim}")
    yield f"covered={5 * len(named.intersection(said)) // max(1, len(named))}"
    plain = unnamed(stand.stance, among=view.text[stand.evidence[0].start : stand.evidence[-1].end])
    yield from (f"stance~{stem(word)}" for word in words.content(said) if word in plain)


def _forecast(view: View, words: Words, forecast: Forecast) -> Iterator[str]:
    yield from _shared(view, words, forecast.evidence, forecast.what, forecast.by, "")
    yield from (f"why={forecast.why}", f"outcome={forecast.outcome}")
    yield f"horizon={forecast.horizon is not None}"


def _contact(view: View, words: Words, contact: Contact) -> Iterator[str]:
    text, people, told = view.text, contact.participants, contact.evidence
    first = people[0] if people else None
    raw = first.evidence[0].of(text) if first and first.evidence else ""
    yield from _shared(
        view, words, told, told[0].of(text), first.actor if first is not None else None, raw
    )
    pattern = contact.why or ""
    yield from (f"kind={contact.kind}", f"status={contact.status}", f"why={pattern}")
    yield from (f"kind={contact.kind},{contact.status}", f"why~{pattern.split(',')[0]}")
    yield f"date={contact.date.basis if contact.date else None}"
    for name in ("place", "series", "main", "initiator", "channel"):
        yield f"{name}={bool(getattr(contact, name))}"
    yield f"topics={min(len(contact.topics), 3)}"
    yield from (f"people={min(len(people), 5)}", f"people={min(len(people), 4)},{contact.kind}")
    yield f"status={contact.status},{pattern.split(',')[0]}"
    seen = {_as_told(view, words, one.evidence) for one in people}
    yield f"as={'+'.join(sorted(seen))}"
    yield f"as={'+'.join(sorted(seen))},{contact.kind}"
    known = [view.actors[one.actor] for one in people if one.actor in view.actors]
    yield "kinds=" + "+".join(sorted(actor.kind for actor in known)[:4])
    for one in people:
        yield from _participant(view, words, one.actor, one.evidence)
        yield f"role={one.role}"
        if one.represents:
            yield "represents"
    yield from _around(view, words, contact)


def _as_told(view: View, words: Words, told: Spans) -> str:
    """Return as what somebody is told of: a small word itself, a name, or a description."""
    if not told:
        return "unseen"
    said = told[0].of(view.text)
    here = split(said)
    if len(here) == 1 and here[0] in words.small:
        return here[0]
    return "name" if said[:1].isupper() else "description"


def _participant(view: View, words: Words, actor: str, told: Spans) -> Iterator[str]:
    """Yield how somebody who takes part is named, and what stands beside the name."""
    known = view.actors.get(actor)
    if known is not None:
        yield from (f"part:{known.kind}", f"part:words={min(len(known.name.split()), 4)}")
        yield from (
            f"part:told={min(len(known.mentions), 3)}",
            f"part:office={bool(known.offices)}",
        )
        yield f"part:namesake={_has_namesake(view, actor)}"
    yield f"part:as={_as_told(view, words, told)}"
    if not told:
        return
    behind = _BEHIND.match(view.text[told[-1].end : told[-1].end + _NEXT])
    before = view.text[max(0, told[0].start - _BEFORE) : told[0].start].split()
    yield f"part:then={_beside(words, behind[1] if behind else '')}"
    yield f"part:before={_beside(words, before[-1] if before else '')}"


def _has_namesake(view: View, actor: str) -> bool:
    """Tell whether a text names another person of the same family name."""
    own = view.actors[actor]
    last = own.name.split()[-1].lower() if own.kind == "person" and own.name.split() else None
    return any(
        other.kind == "person" and other.id != actor and other.name.lower().endswith(f" {last}")
        for other in view.reading.actors
    )


def _beside(words: Words, word: str) -> str:
    """Return what a neighbour looks like: itself if small, a name, or its ending."""
    plain = word.strip('.,;:!?"“”()').lower().replace("’", "'")
    if not plain:
        return word or "nothing"
    return "Name" if word[:1].isupper() and plain not in words.small else words.shape(plain)


def _around(view: View, words: Words, contact: Contact) -> Iterator[str]:
    """Yield what else the sentence of a contact names."""
    told = contact.evidence
    number = view.sentence_at(told[0].start)
    if number is None:
        return
    sentence = view.reading.sentences[number]
    rest = split(view.text[told[-1].end : max(told[-1].end, sentence.end)])
    names = _CAPITAL.findall(view.text[told[0].end : max(told[0].end, sentence.end)])
    part = {one.actor for one in contact.participants}
    here = [ref for ref in view.refs if sentence.start <= ref.start < sentence.end]
    within = {ref.actor for ref in here if told[0].start <= ref.start < told[0].end}
    yield f"names-behind={min(len(names), 4)}"
    yield f"others={min(len({ref.actor for ref in here} - part), 4)}"
    yield f"others-within={min(len(within - part), 4)}"
    yield from (f"rest~{words.shape(word)}" for word in rest[:2])
    yield f"depth={_step(told[0].start, (300, 2000))}"


def _shared(
    view: View, words: Words, told: Spans, matter: str, actor: str | None, raw: str
) -> Iterator[str]:
    """Yield what all kinds of claim are looked at for."""
    among = " ".join(span.of(view.text) for span in told)
    yield from _matter(words, matter, among)
    yield from _edges(view, words, told)
    yield from _sentence(view, words, told)
    yield from _text(view, told)
    yield from _doer(view, words, told, actor, raw)


def _matter(words: Words, matter: str, among: str) -> Iterator[str]:
    """Yield what a claim's matter looks like when it is read alone."""
    here = split(matter)
    yield f"length={_step(len(here), (2, 4, 7, 12, 20))}"
    if not here:
        return
    shapes = [words.shape(word) for word in here]
    plain = unnamed(matter, among=among)  # a name never counts, whoever it is
    yield from (f"first={shapes[0]}", f"last={shapes[-1]}")
    yield from (
        f"{end}:{here[at]}" for end, at in (("first", 0), ("last", -1)) if here[at] in plain
    )
    if len(here) > 1:
        yield from (f"opening={shapes[0]} {shapes[1]}", f"closing={shapes[-2]} {shapes[-1]}")
    pointing = [word for word in here if word in words.pointing]
    yield f"pointing={min(len(pointing), 3)}"
    yield from (f"points:{word}" for word in pointing)
    content = words.content(here)
    yield f"content={min(len(content), 6)}"
    yield from (f"word~{stem(word)}" for word in content if word in plain)
    yield f"capitals={min(len(_CAPITAL.findall(matter)), 3)}"
    yield f"marks={',' in here}{'and' in here}{bool(_DASHED.search(matter))}"
    yield f"capital={matter[:1].isupper()}"
    yield f"digit={any(word[0].isdigit() for word in here)}"


def _edges(view: View, words: Words, told: Spans) -> Iterator[str]:
    """Yield what stands before and behind the words of a claim."""
    text, start, end = view.text, told[0].start, told[-1].end
    behind = text[end : end + _NEXT]
    found = _BEHIND.match(behind)
    yield f"then={_beside(words, found[1] if found else '')}"
    gap = behind[: found.start(1)] if found else ""
    yield f"then:mark={found[1][0] if found and not found[1][0].isalnum() else ''}"
    yield f"then:line={chr(10) in gap}"
    before = text[max(0, start - _BEFORE) : start].split()
    yield f"before={_beside(words, before[-1] if before else '')}"
    yield f"before:mark={before[-1][-1] if before and not before[-1][-1].isalnum() else ''}"
    yield f"spans={min(len(told), 3)}"
    yield f"reach={_step(end - start, (30, 60, 120, 220))}"


def _sentence(view: View, words: Words, told: Spans) -> Iterator[str]:
    """Yield what the sentence is like, and which telling words stand before and in the claim."""
    start, end = told[0].start, told[-1].end
    number = view.sentence_at(start)
    if number is None:
        return
    sentence = view.reading.sentences[number]
    whole = view.text[sentence.start : sentence.end]
    yield f"sentence={_step(len(whole), (60, 120, 200, 320))}"
    yield f"offset={_step(start - sentence.start, (3, 40, 120))}"
    lead = split(view.text[sentence.start : start])[-_LEAD:]
    yield from (f"lead:{word}" for word in lead if word in words.telling)
    inside = split(view.text[start:end])
    yield from (f"in:{word}" for word in inside if word in words.telling)
    yield from (f"holds:{mark}" for mark in '?“"—' if mark in whole)
    yield f"commas={whole.count(',') > _MANY_COMMAS}"
    yield f"broken={_OPEN.search(whole) is None}"
    yield f"listed={_BULLET.match(whole) is not None}"
    yield f"lower={whole[:1].islower()}"


def _text(view: View, told: Spans) -> Iterator[str]:
    """Yield in what kind of text, and in whose words, a claim stands."""
    turns, start = view.turns, told[0].start
    yield f"turns={turns.is_press_conference}{turns.is_remarks}"
    yield f"asked={turns.is_in_question(start)}"
    statement = view.statement_at(start)
    yield f"speech={statement.form if statement else None}"
    if statement is not None and statement.speaker is None:
        yield "speech:nobody"


def _doer(view: View, words: Words, told: Spans, actor: str | None, raw: str) -> Iterator[str]:
    """Yield how who acts is told, and how surely that is somebody known."""
    here = split(raw)
    pronoun = len(here) == 1 and here[0] in words.small
    if pronoun:
        yield f"doer:{here[0]}"
    yield f"doer={'none' if not (actor or here) else 'open' if not actor else 'known'},{pronoun}"
    if here:
        yield from (f"doer:first={words.shape(here[0])}", f"doer:words={min(len(here), 5)}")
        yield f"doer:lower={raw.strip()[:1].islower() and here[0] not in words.small}"
    known = view.actors.get(actor or "")
    if known is None:
        return
    yield from (f"doer:{known.kind}", f"doer:office={bool(known.offices)}")
    yield f"doer:name={min(len(known.name.split()), 5)}"
    yield f"doer:namesake={_has_namesake(view, known.id)}"
    yield f"doer:told={min(len(known.mentions), 4)}"
    yield f"doer:odd={known.name[:1].islower() or _ODD.search(known.name) is not None}"
    far = min((abs(span.start - told[0].start) for span in known.mentions), default=10**6)
    yield f"doer:far={_step(far, (100, 400, 1500))}"
    yield f"doer:other={bool(here) and not set(here) & set(split(known.name))}"


_FEATURES: Mapping[str, Callable[[View, Words, Any], Iterator[str]]] = {
    "acts": _act,
    "contacts": _contact,
    "positions": _position,
    "forecasts": _forecast,
}
