"""The engines that read reports, by the name that ``--reader`` takes."""

from __future__ import annotations

from collections.abc import Callable

from communique.errors import UnknownName
from communique.read.noted import Noted
from communique.read.reader import Reader


def _rules(threads: int | None) -> Reader:
    from communique.read.rules import RuleReader

    return RuleReader()


def _learnt(threads: int | None) -> Reader:
    from communique.read.learnt import Engine
    from communique.read.trained import TrainedReader

    return TrainedReader(Engine(threads=threads))


ENGINES: dict[str, Callable[[int | None], Reader]] = {"learnt": _learnt, "rules": _rules}
"""What makes each engine. Only the one that is chosen is imported."""


def begin(name: str) -> None:
    """Begin to load what the engine called ``name`` needs, beside what the caller does next.

    It pays where the caller knows that something will be read, and has yet to import what finds
    out what. A name that is none is no fault here, nor is anything that goes wrong in loading:
    both show in :func:`engine` and in reading.
    """
    if name == "learnt":
        from communique.read.learnt import Engine

        Engine().prepare()


def engine(name: str, noted: str = "", threads: int | None = None) -> Reader:
    """Return the engine called ``name``, which may use ``threads`` (its own choice if left out).

    Its readings bear ``noted`` among the settings of their origin, so that a record can tell
    that they were made in another way.

    Raises:
        UnknownName: there is none; the error lists those there are.
    """
    if name not in ENGINES:
        raise UnknownName("reader", name, list(ENGINES))
    chosen = ENGINES[name](threads)
    return Noted(chosen, noted) if noted else chosen
