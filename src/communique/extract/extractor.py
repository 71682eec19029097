"""What an extractor is, and in which order extractors run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from communique.errors import InternalError
from communique.extract.view import View
from communique.model import Claims


class Extractor(Protocol):
    """Finds one kind of claim in a reading.

    ``gives`` is the list of :class:`~communique.model.Claims` that it fills, ``needs`` are
    the lists that must be filled before it runs.
    """

    @property
    def gives(self) -> str:
        """The list of claims that it fills."""
        ...

    @property
    def needs(self) -> frozenset[str]:
        """The lists of claims that it reads."""
        ...

    def extract(self, view: View, claims: Claims) -> Claims:
        """Return ``claims`` with the list it gives filled from the reading in ``view``."""
        ...


def faults_of(extractors: Sequence[Extractor]) -> list[str]:
    """Return everything that is wrong with the order of ``extractors``, one line each.

    An extractor may only give a list of :class:`~communique.model.Claims`, which nobody
    before it gave, and may only need lists that were given before it.
    """
    known = Claims.__struct_fields__
    given: set[str] = set()
    faults: list[str] = []
    for extractor in extractors:
        name = type(extractor).__name__
        if extractor.gives not in known:
            faults.append(f"{name} gives {extractor.gives!r}, known are {', '.join(known)}")
        if extractor.gives in given:
            faults.append(f"{name} gives {extractor.gives!r} again")
        for need in sorted(extractor.needs - given):
            faults.append(f"{name} needs {need!r}, which nothing before it gives")
        given.add(extractor.gives)
    return faults


def check_order(extractors: Sequence[Extractor]) -> None:
    """Check the order of ``extractors``.

    Raises:
        InternalError: the order does not hold; the message names all faults.
    """
    if faults := faults_of(extractors):
        raise InternalError("; ".join(faults), subject="extractors")
