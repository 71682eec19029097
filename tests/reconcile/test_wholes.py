"""What may be part of what in a report is looked up; nothing is missed that comparing all finds."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from msgspec.structs import replace
from tests.reconcile.making import HELK, LUND, MIRA, actor, contact

from communique.model import Span, When
from communique.model.judgement import pair
from communique.model.rows import ContactRow, ParticipantRow, Passage
from communique.reconcile.contacts.parts import Told, part_of
from communique.reconcile.contacts.wholes import Wholes

NORLAND, SUDMARK = actor("Norland", "state"), actor("Sudmark", "state")
TEXT = "On the sidelines of the summit Oduvan met Helk. " * 40
SENTENCE = len(TEXT) // 40


def sentences(row: ContactRow) -> list[Passage]:
    start = row.evidence[0].start // SENTENCE * SENTENCE
    return [Passage(slot="sentence", text=TEXT[start : start + SENTENCE], start=start)]


def of_one_report(seed: int) -> list[ContactRow]:
    """Return contacts of all kinds, of some days and people, told in one report."""
    chance = random.Random(seed)
    rows = []
    for number in range(40):
        kind = chance.choice(["visit", "summit", "meeting", "talks", "call"])
        begin = number // 2 * SENTENCE + (20 if number % 2 else 38)  # “the summit”, “met Helk”
        who = [ParticipantRow(actor=chance.choice([MIRA, LUND]), represents=NORLAND)]
        who.append(ParticipantRow(actor=HELK, represents=chance.choice([SUDMARK, None])))
        if kind == "visit":
            who[1] = ParticipantRow(actor=SUDMARK, role="host")
        if kind == "summit":
            who.append(ParticipantRow(actor=LUND))
        day = f"2031-05-{chance.randint(1, 20):02}"
        value = chance.choice(
            [day, day, f"{day}/2031-05-{chance.randint(21, 28)}", "2031-05", None]
        )
        words = chance.choice(["met", "the second round"])
        row = replace(
            contact(number, day=value, published="2031-05-22", kind=kind, words=words),
            participants=tuple(who),
            evidence=(Span(begin, begin + 9),),
        )
        if value and "/" in value:
            first, last = value.split("/")
            date = When(raw=value, value=value, interval=(first, last))
            row = replace(row, date=date)
        rows.append(replace(row, report=contact(1, published="2031-05-22").report))
    return rows


@pytest.mark.parametrize("seed", range(5))
def test_all_links_are_found(seed: int) -> None:
    rows, told = of_one_report(seed), Told(sentences)
    every = {
        pair(one.id, other.id): found
        for one, other in combinations(rows, 2)
        if (found := part_of(one, other, told))
    }
    wholes = Wholes(rows, told)
    looked_up = {
        pair(row.id, other.id): found
        for row in rows
        for other in wholes.beside(row)
        if (found := part_of(row, other, told))
    }
    assert looked_up == every
    assert "told" in {each.basis for each in every.values()}


def test_few_of_a_long_report_are_compared() -> None:
    rows = [
        replace(row, id=f"c-{n}-{row.id}", evidence=(Span(n * 100_000, n * 100_000 + 5),))
        for n in range(20)
        for row in of_one_report(n)
    ]
    moved = [
        replace(row, date=When(raw="", value=f"20{31 + n // 40}-06-{n % 28 + 1:02}"))
        for n, row in enumerate(rows)
    ]
    wholes = Wholes(moved, Told(lambda _: []))
    assert sum(len(wholes.beside(row)) for row in moved) < 20 * len(moved)
