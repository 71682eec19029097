"""Counterparts without a name: "his Polish counterpart", "пригласил | коллегу"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.model import Span
from communique.read.who.found import FoundEpithet, Title
from communique.read.who.offices.counterparts import OFFICE as COUNTERPART
from communique.read.who.tongues.grammar import Meaning, Tongue
from communique.read.who.tongues.marks import Mark
from communique.read.who.tongues.offices import GENERAL
from communique.read.who.words.ranks import HIGH


def unnamed_counterpart(
    marks: Sequence[Mark],
    n: int,
    around: Sequence[Mark],
    office: Meaning | None,
    tongue: Tongue,
) -> tuple[Span, Title] | None:
    """Return what "his counterpart" says: who holds the office that was spoken of last.

    Where no state is told it is the one whom the report's officer dealt with.
    """
    mark = marks[n]
    if not around:
        if _is_several(marks, n, tongue):
            return None
        span = Span(mark.start, mark.end)
        return span, Title(office=COUNTERPART, name=mark.low, evidence=span)
    beside = any(marks[at] is around[0] for at in (n - 1, n + 1) if 0 <= at < len(marks))
    if office is None or not (beside or around[0].end <= mark.start):
        return None
    span = Span(min(around[0].start, mark.start), max(around[0].end, mark.end))
    states = (around[0].key,)
    if office.key not in HIGH:
        return span, Title(office=COUNTERPART, name=mark.low, states=states, evidence=span)
    name = GENERAL.get(office.key, office.name)
    return span, Title(office=office.key, name=name, states=states, evidence=span)


def epithet_of(told: tuple[Span, Title], line: int, *, quoted: bool) -> FoundEpithet:
    """Return the epithet that somebody is called by."""
    span, title = told
    return FoundEpithet(span=span, line=line, quoted=quoted, title=title, determiner="the")


def _is_several(marks: Sequence[Mark], n: int, tongue: Tongue) -> bool:
    """Tell "his colleagues": by their case, or by the word before or the ending."""
    mark = marks[n]
    raw = tongue.raw
    if mark.case == "plural":
        return True
    before = marks[n - 1].low if n else ""
    ending = str(raw.get("plural_ending", ""))
    if before in str(raw.get("several", "")).split() or (ending and mark.low.endswith(ending)):
        return True
    joint = before in str(raw.get("peers_before", "")).split()
    return joint and mark.low.endswith(str(raw.get("peers_ending", "")))
