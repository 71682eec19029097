"""Answers by value: who says the same, and whether the sources agree."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.ask.candidates import Accounts, Candidate, source_of
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


def agreement_of(findings: Sequence[Finding], accounts: Accounts) -> Agreement | None:
    """Tell whether one source answers, all give one value, or they differ.

    Of different words of several reports it is not told: they stand side by side. Nor are the
    slots of several contacts at odds, or the people whom one report names for one contact.
    """
    reports = {source.report.id for finding in findings for source in finding.sources}
    by_slot: dict[str, list[Finding]] = {}
    for finding in findings:
        by_slot.setdefault(finding.slot, []).append(finding)
    for slot, some in by_slot.items():
        if len(some) > 1 and slot not in _FREE and _differ(slot, some, accounts):
            return "differ"
    if len(reports) > 1 and len(findings) > 1:
        return None
    return "agree" if len(reports) > 1 else "one"


def _differ(slot: str, findings: Sequence[Finding], accounts: Accounts) -> bool:
    """Tell whether several values of a slot are at odds: of one contact, or of no contact."""
    told: dict[frozenset[str], dict[str, set[str]]] = {}
    for finding in findings:
        for source in finding.sources:
            if source.id is None or not source.id.startswith("c-"):
                return True
            contact = frozenset({source.id, *accounts({source.id})})
            told.setdefault(contact, {}).setdefault(source.report.id, set()).add(finding.value)
    if slot == "participants":
        return any(len({frozenset(each) for each in by.values()}) > 1 for by in told.values())
    return any(len(set().union(*by.values())) > 1 for by in told.values())
