"""The engines that read reports, by the name that ``--reader`` takes."""

from __future__ import annotations

from collections.abc import Callable

from communique.errors import UnknownName
from communique.read.noted import Noted
from communique.read.reader import Reader


def _rules() -> Reader:
    from communique.read.rules import RuleReader

    return RuleReader()


def _learnt() -> Reader:
    from communique.read.trained import TrainedReader

    return TrainedReader()


ENGINES: dict[str, Callable[[], Reader]] = {"learnt": _learnt, "rules": _rules}
"""What makes each engine. Only the one that is chosen is imported."""


def engine(name: str, noted: str = "") -> Reader:
    """Return the engine called ``name``.

    Its readings bear ``noted`` among the settings of their origin, so that a record can tell
    that they were made in another way.

    Raises:
        UnknownName: there is none; the error lists those there are.
    """
    if name not in ENGINES:
        raise UnknownName("reader", name, list(ENGINES))
    return Noted(ENGINES[name](), noted) if noted else ENGINES[name]()
