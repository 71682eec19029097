"""Verbs and nouns that make a contact, as ``data/LANG/contacts.toml`` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.extract.lexicon import Lexicon, lexicon_for, needed
from communique.extract.modality import VerbForm
from communique.model import ContactStatus, Role

_FORMS: tuple[VerbForm, ...] = ("past", "base", "third", "ing")


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a contact verb and how its other side is expressed."""

    name: str
    kind: str
    frame: str
    form: VerbForm
    prepositions: frozenset[str]
    roles: tuple[Role, Role]
    #: Words that must follow the verb itself: "came *to see*".
    particles: tuple[str, ...] = ()
    #: The status that the verb itself gives: "invited X to Ruritania".
    status: ContactStatus | None = None


@dataclass(frozen=True, slots=True)
class Triggers:
    """The contact words of one language."""

    verbs: dict[str, Verb]
    nouns: dict[str, str]
    modifiers: dict[str, str]
    light: dict[str, VerbForm]
    counts: dict[str, int]
    #: Nouns that make a contact only under one of the verbs ``words["heard"]``.
    heard: dict[str, str]
    words: dict[str, frozenset[str]]
    #: Of these words one stands in every sentence worth a look.
    anywhere: frozenset[str]


def triggers_for(lexicon: Lexicon) -> Triggers:
    """Return the contact words of the lexicon's language."""
    return _triggers(lexicon.language)


@lru_cache(maxsize=16)
def _triggers(language: str) -> Triggers:
    table = lexicon_for(language).table("contacts")
    verbs = {word: verb for entry in table.get("verb", ()) for word, verb in _verbs_of(entry)}
    nouns = {word: kind for kind, words in table.get("nouns", {}).items() for word in words}
    light, hearing = table.get("light", {}), dict(table.get("heard", {}))
    lists_heard = frozenset(hearing.pop("verbs", ()))
    heard = {word: kind for kind, words in hearing.items() for word in words}
    qualified = table.get("qualified", {}).get("words", ())
    lists = {
        **table.get("links", {}),
        "qualified": qualified,
        "of_views": table.get("qualified", {}).get("of_views", ()),
        **{k: v for k, v in light.items() if k not in _FORMS},
    }
    return Triggers(
        verbs=verbs,
        nouns=nouns,
        modifiers={w: kind for kind, words in table.get("modifiers", {}).items() for w in words},
        light={word: form for form in _FORMS for word in light.get(form, ())},
        heard=heard,
        counts={word: n for n, word in enumerate(lists.get("counts", ()), start=2)},
        words={"heard": lists_heard} | {name: frozenset(words) for name, words in lists.items()},
        anywhere=needed(
            [
                *verbs,
                *nouns,
                *heard,
                *qualified,
                *lists.get("elliptic", ()),
                *lists.get("messages", ()),
                *lists.get("due", ()),
            ]
        ),
    )


def _verbs_of(entry: dict[str, Any]) -> list[tuple[str, Verb]]:
    roles = tuple(entry.get("roles", ("party", "party")))
    return [
        (
            word,
            Verb(
                name=entry["name"],
                kind=entry["kind"],
                frame=entry["frame"],
                form=form,
                prepositions=frozenset(entry.get("with", ())),
                roles=(roles[0], roles[1]),
                particles=tuple(entry.get("particles", ())),
                status=entry.get("status"),
            ),
        )
        for form in _FORMS
        for word in entry.get(form, ())
    ]
