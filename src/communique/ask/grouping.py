"""Answers by value: who says the same, and whether the sources agree."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.ask.candidates import Candidate, source_of
from communique.model.asking import Agreement, Finding, Source

#: Slots whose values are words of their own, which differ without being at odds.
_FREE = frozenset({"words", "topics", "act", "forecast", "place-words"})


def grouped(found: Sequence[Candidate], limit: int) -> list[Finding]:
    """Return the candidates by slot and value, best first, each source once.

    Of more than ``limit`` values every report gives one in turn.
    """
    years = _years(found)
    groups: dict[tuple[str, str], list[Candidate]] = {}
    for candidate in found:
        key = years.get(candidate.key, candidate.key) if candidate.slot == "date" else candidate.key
        groups.setdefault((candidate.slot, key), []).append(candidate)
    return [
        Finding(slot=some[0].slot, value=some[0].value, sources=_sources(some))
        for some in _in_turn(list(groups.values()), limit)
    ]


def _years(found: Sequence[Candidate]) -> dict[str, str]:
    """Return, for dates, one key for those of the same day, also where its year is not told."""
    days = {
        each.key: match[2]
        for each in found
        if each.slot == "date" and (match := _DAY.fullmatch(each.key))
    }
    same: dict[str, str] = {}
    for key, day in days.items():
        with_year = {other[:10] for other in days if days[other] == day and other[0] != "X"}
        if len(with_year) == 1:
            same[key] = f"{day} {min(with_year)}"
    return same


#: A day, or the same day twice, perhaps of an unknown year.
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d-\d\d)~?(?:/\1-\2)?")


def _in_turn(groups: Sequence[list[Candidate]], limit: int) -> Sequence[list[Candidate]]:
    """Return at most ``limit`` groups, of every report in turn where there are more."""
    if len(groups) <= limit:
        return groups
    turns: dict[str, int] = {}
    order = []
    for at, (first, *_) in enumerate(groups):
        report = first.page.material.ref.id
        turns[report] = turns.get(report, 0) + 1
        order.append((turns[report], at))
    return [groups[at] for _, at in sorted(sorted(order)[:limit], key=lambda each: each[1])]


def _sources(some: Sequence[Candidate]) -> tuple[Source, ...]:
    """Return the sources of one value: of one report, each place once."""
    found: dict[tuple[str, str], Source] = {}
    for candidate in some:
        source = source_of(candidate)
        found.setdefault((source.report.id, source.passage.text), source)
    return tuple(found.values())


def agreement_of(findings: Sequence[Finding]) -> Agreement | None:
    """Tell whether one source answers, all give one value, or they differ.

    Of different words of several reports it is not told: they stand side by side.
    """
    reports = {source.report.id for finding in findings for source in finding.sources}
    by_slot: dict[str, int] = {}
    for finding in findings:
        by_slot[finding.slot] = by_slot.get(finding.slot, 0) + 1
    if any(number > 1 and slot not in _FREE for slot, number in by_slot.items()):
        return "differ"
    if len(reports) > 1 and len(findings) > 1:
        return None
    return "agree" if len(reports) > 1 else "one"
