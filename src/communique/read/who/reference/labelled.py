"""Who speaks in a transcript under a label that names nobody: "SENIOR OFFICIAL: Thank you all."

Such a label is all that a report tells of who speaks; "I" and what is said need an actor. Labels
for those who ask, for whoever is in the room and for the sound of it are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.model import Actor, Office, Span, Statement
from communique.read.layers import Cast, Mention
from communique.read.who.words.lexicon import office_class, table

_NOT_A_WORD = re.compile(r"[^\w'’.#-]+")


def with_labelled(cast: Cast, text: str, statements: Iterable[Statement]) -> Cast:
    """Return the cast with those who speak under a label that no actor of it has."""
    labels: dict[str, list[Span]] = {}
    for statement in statements:
        if statement.why == "turn" and statement.speaker is None and statement.source:
            span = statement.source[0]
            if not cast.within(span.start, span.end):
                labels.setdefault(_words(span.of(text)), []).append(span)
    found = {words: spans for words, spans in labels.items() if _tells(words)}
    if not found:
        return cast
    actors, mentions = list(cast.actors.values()), list(cast.mentions)
    for words, spans in found.items():
        actor = _actor(f"a{len(actors) + 1}", words, spans)
        actors.append(actor)
        mentions += (Mention(span=s, phrase=s, form="epithet", actor=actor.id) for s in spans)
    return Cast(actors, mentions, cast.pending, cast.genders, cast.states, cast.home, cast.author)


def _words(label: str) -> str:
    return " ".join(_NOT_A_WORD.split(label.casefold())).strip()


def _tells(words: str) -> bool:
    """Tell whether a label is for one who speaks, and of more than a letter."""
    last = words.rstrip("0123456789# ").split()[-1:]
    return len(words) > 2 and not {*last, words} & set(table("doers")["nobodys_labels"].split())


def _actor(id: str, words: str, spans: list[Span]) -> Actor:
    """Return who speaks under a label: by the office that it is, or by its name."""
    title = words.removeprefix("the ").rstrip("0123456789# ")
    if office_class(title) is None:
        return Actor(id=id, name=words.title(), kind="person", mentions=tuple(spans))
    office = Office(title=title, evidence=(spans[0],))
    return Actor(id=id, name=words, kind="person", offices=(office,), mentions=tuple(spans))
