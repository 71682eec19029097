"""Who speaks in a transcript under a label that names nobody: "SENIOR OFFICIAL: Thank you all."

Such a label is all that a report tells of who speaks; "I" and what is said need an actor. Labels
for those who ask, for whoever is in the room and for the sound of it are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from communique.model import Actor, Office, Span, Statement
from communique.read.layers import Cast, Mention
from communique.read.who.words.lexicon import office_class, table

_NOT_A_WORD = re.compile(r"[^\w'’.#-]+")


def with_labelled(cast: Cast, text: str, statements: Iterable[Statement]) -> Cast:
    """Return the cast with those who speak under a label that no actor of it has."""
    labels: dict[str, list[Span]] = {}
    for statement in statements:
        if statement.why == "turn" and statement.source:
            span = statement.source[0]
            words = _words(span.of(text))
            if _tells(words) and not _is_told(cast, span, words, statement.speaker):
                labels.setdefault(words, []).append(span)
    if not labels:
        return cast
    taken = {span for spans in labels.values() for span in spans}
    mentions = [m for m in cast.mentions if not any(span.covers(m.span) for span in taken)]
    actors = list(_without(cast.actors.values(), taken))
    for number, (words, spans) in enumerate(labels.items(), len(cast.actors) + 1):
        actor = _actor(f"a{number}", words, spans)
        actors.append(actor)
        mentions += (Mention(span=s, phrase=s, form="epithet", actor=actor.id) for s in spans)
    return Cast(actors, mentions, cast.pending, cast.genders, cast.states, cast.home, cast.author)


def _is_told(cast: Cast, label: Span, words: str, speaker: str | None) -> bool:
    """Tell whether the cast knows who has a label: in "PORT BOARD OFFICIAL" the body does not
    speak."""
    if speaker is not None and cast.actors[speaker].kind == "person":
        return True
    people = {m.actor for m in cast.within(label.start, label.end)}
    if any(cast.actors[actor].kind == "person" for actor in people):
        return True
    return bool(people) and office_class(_title(words)) is None


def _without(actors: Iterable[Actor], labels: set[Span]) -> Iterator[Actor]:
    """Yield the actors without their mentions in labels, and without those left with none."""
    every = list(actors)
    meant = {o.of for a in every for o in a.offices} | {m for a in every for m in a.members}
    for actor in every:
        left = tuple(m for m in actor.mentions if not any(label.covers(m) for label in labels))
        if len(left) == len(actor.mentions):
            yield actor
        elif left or actor.id in meant:
            yield msgspec.structs.replace(actor, mentions=left)


def _words(label: str) -> str:
    return " ".join(_NOT_A_WORD.split(label.casefold())).strip()


def _title(words: str) -> str:
    return words.removeprefix("the ").rstrip("0123456789# ")


def _tells(words: str) -> bool:
    """Tell whether a label is for one who speaks, and of more than a letter."""
    last = words.rstrip("0123456789# ").split()[-1:]
    return len(words) > 2 and not {*last, words} & set(table("doers")["nobodys_labels"].split())


def _actor(id: str, words: str, spans: list[Span]) -> Actor:
    """Return who speaks under a label: by the office that it is, or by its name."""
    title = _title(words)
    if office_class(title) is None:
        return Actor(id=id, name=words.title(), kind="person", mentions=tuple(spans))
    office = Office(title=title, evidence=(spans[0],))
    return Actor(id=id, name=words, kind="person", offices=(office,), mentions=tuple(spans))
