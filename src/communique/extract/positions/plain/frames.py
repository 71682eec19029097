"""The words of plain stands, from ``data/<language>/plain_stands.toml``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from communique.extract.lexicon import Lexicon, lexicon_for, needed
from communique.extract.modality import Items, VerbForm
from communique.model.claims import Polarity

FrameKind = Literal["verb", "adjective", "noun", "calling"]
_FORMS: tuple[VerbForm, ...] = ("base", "third", "past", "ing", "past")


@dataclass(frozen=True, slots=True)
class Frame:
    """Words of a stand, and what may follow: "np", "to", "np to", "that", or a preposition.

    ``wish`` tells that what follows is for oneself to do, ``only`` are the sides that are taken
    with the words (not to praise is not to blame). ``that_due`` words take a stand where a clause
    says what is due.
    """

    words: tuple[str, ...]
    kind: FrameKind
    polarity: Polarity
    takes: tuple[tuple[str, ...], ...]
    form: VerbForm = "base"
    name: str = ""
    wish: bool = False
    only: tuple[str, ...] = ()
    that_due: bool = False


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames by their first word, the words that all need, and the lists."""

    by_first: dict[str, tuple[Frame, ...]]
    hint: frozenset[str]
    lists: defaultdict[str, frozenset[str]]

    def at(self, items: Items, index: int) -> Iterator[Frame]:
        """Give the frames whose words stand at ``items[index]``, the longest first."""
        for frame in self.by_first.get(items[index].word, ()):
            near = items[index : index + len(frame.words)]
            if tuple(item.word for item in near) == frame.words and near[0].ref is None:
                yield frame


def frames_for(lexicon: Lexicon) -> Frames:
    """Return the frames of a language."""
    return _frames(lexicon.language)


@lru_cache(maxsize=16)
def _frames(language: str) -> Frames:
    table = lexicon_for(language).table("plain_stands")
    found: dict[str, list[Frame]] = {}
    for kind in ("verb", "adjective", "noun", "calling"):
        for group in table.get(kind, ()):
            for frame in _of_group(kind, group):
                found.setdefault(frame.words[0], []).append(frame)
    by_first = {
        word: tuple(sorted(some, key=lambda frame: -len(frame.words)))
        for word, some in found.items()
    }
    words = [" ".join(frame.words) for some in found.values() for frame in some]
    lists: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    lists |= {name: frozenset(some) for name, some in table.get("lists", {}).items()}
    return Frames(by_first, needed(words), lists)


def _of_group(kind: FrameKind, group: dict[str, Any]) -> Iterator[Frame]:
    takes = tuple(tuple(one.split()) for one in group["takes"])
    for line in group["forms"]:
        forms = line.split() if kind in ("verb", "calling") else [line.replace(" ", "_")]
        for form, words in zip(_FORMS, forms, strict=False):
            yield Frame(
                tuple(words.split("_")), kind, group.get("polarity", "for"), takes, form,
                forms[0].replace("_", " "), bool(group.get("wish")),
                tuple(group.get("only", ())), bool(group.get("due")),
            )  # fmt: skip
