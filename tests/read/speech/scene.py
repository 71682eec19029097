"""Readings of speech made by hand: texts, and casts that name who is who in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from communique.model import Actor, ActorKind, Span, Statement
from communique.read.layers import Cast, Mention
from communique.read.speech.find import Speech, find_quoted
from communique.read.text import paragraphs, segment, tokenize

Form = Literal["name", "epithet", "pronoun"]


def cast_of(text: str, names: Mapping[str, tuple[str, ...]]) -> Cast:
    """Return a cast in which each actor id is known by the words given, wherever they stand."""
    mentions = []
    for actor, words in names.items():
        for word in words:
            at = text.find(word)
            while at >= 0:
                span = Span(at, at + len(word))
                form: Form = "pronoun" if word.islower() and len(word) < 4 else "name"
                mentions.append(Mention(span=span, phrase=span, form=form, actor=actor))
                at = text.find(word, at + 1)
    kind: dict[str, ActorKind] = dict.fromkeys(names, "person")
    actors = [Actor(id=a, name=w[0], kind=kind[a]) for a, w in names.items()]
    return Cast(actors, mentions)


def said(
    text: str, language: str = "en", names: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[Statement, ...]:
    """Return the statements of ``text``."""
    sentences = segment(text, language)
    quotations = find_quoted(text, paragraphs(text))
    speech = Speech(text, sentences, tokenize(text, sentences), quotations, (), language)
    return speech.statements(cast_of(text, names or {}))


def told(text: str, statement: Statement) -> tuple[str, str, str]:
    """Return source, cue and content of a statement as words, parts joined by a bar."""

    def words(spans: tuple[Span, ...]) -> str:
        return " | ".join(span.of(text) for span in spans)

    return words(statement.source), words(statement.cue), words(statement.content)
