"""The engines that read reports, by the name that ``--reader`` takes."""

from __future__ import annotations

from collections.abc import Callable

from communique.errors import UnknownName
from communique.read.reader import Reader


def _rules() -> Reader:
    from communique.read.rules import RuleReader

    return RuleReader()


def _learnt() -> Reader:
    from communique.read.trained import TrainedReader

    return TrainedReader()


ENGINES: dict[str, Callable[[], Reader]] = {"learnt": _learnt, "rules": _rules}
"""What makes each engine. Only the one that is chosen is imported."""


def engine(name: str) -> Reader:
    """Return the engine called ``name``.

    Raises:
        UnknownName: there is none; the error lists those there are.
    """
    if name not in ENGINES:
        raise UnknownName("reader", name, list(ENGINES))
    return ENGINES[name]()
