from collections.abc import Callable

import pytest

from communique.model import Statement
from communique.read.layers import Cast
from communique.read.text import segment, tokenize
from communique.read.who import build_cast, resolve_pronouns


class Read:
    """The cast of a short text, and easy questions to it."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast

    @property
    def names(self) -> dict[str, str]:
        return {actor.name: actor.kind for actor in self.cast.actors.values()}

    def mentions(self, name: str) -> list[str]:
        actor = next(a for a in self.cast.actors.values() if a.name == name)
        return [span.of(self.text) for span in actor.mentions]

    def pronouns(self, name: str) -> list[str]:
        actor = next(a for a in self.cast.actors.values() if a.name == name)
        return [span.of(self.text) for span in actor.pronouns]

    def offices(self, name: str) -> list[tuple[str, str | None]]:
        actor = next(a for a in self.cast.actors.values() if a.name == name)
        named = {a.id: a.name for a in self.cast.actors.values()}
        return [(o.title, named.get(o.of or "", o.of)) for o in actor.offices]

    def members(self, name: str) -> list[str]:
        actor = next(a for a in self.cast.actors.values() if a.name == name)
        return [self.cast.actors[member].name for member in actor.members]


def read(text: str, *, language: str | None = "en", statements: tuple[Statement, ...] = ()) -> Read:
    sentences = segment(text, language)
    cast = build_cast(text, sentences, tokenize(text, sentences), language=language)
    return Read(text, resolve_pronouns(cast, text, sentences, statements))


@pytest.fixture(name="read")
def _read() -> Callable[..., Read]:
    return read
