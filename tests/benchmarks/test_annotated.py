"""How noted claims are matched with told ones, on texts made by hand."""

from __future__ import annotations

import pytest
from benchmarks.annotated import HERE, KINDS, Noted, Tally, Told, noted, pairs_of, passages, spans

from communique.model import Act, Actor, Origin, Reading, Report, Span

TEXT = "On Monday Orr urged Lind to sign. The pilots thanked Lind."
ASKED, THANKED = Span(10, 32), Span(34, 57)


def _reading() -> Reading:
    report = Report(id="r", publication="p", text=TEXT, language="en")
    orr = Actor(id="a1", name="Ann Orr", kind="person", mentions=(Span(10, 13),))
    origin = Origin(program="communique", version="0", settings="")
    return Reading(report=report, actors=(orr,), origin=origin)


def _noted(label: str, said: Span, who: Span) -> Noted:
    return Noted(1, "acts", label, (said,), (who,))


def _told(label: str, said: Span, who: tuple[str, ...] = (), raw: str = "") -> Told:
    act = Act(id="c1", type="request", what="sign", evidence=(said,))
    return Told(label, (said,), who, raw, act)


@pytest.mark.parametrize(
    ("told", "found", "who"),
    [
        (_told("request", ASKED, ("a1",)), True, True),
        (_told("request", Span(14, 32), ("a1",)), True, True),
        (_told("request", ASKED), True, False),
        (_told("request", THANKED, ("a1",)), False, False),
        (_told("request", Span(0, 9), ("a1",)), False, False),
    ],
)
def test_a_told_claim_is_found_by_its_words_and_judged_by_its_doer(
    told: Told, found: bool, who: bool
) -> None:
    pairs = pairs_of(_reading(), [_noted("request", ASKED, Span(10, 13))], [told])
    assert [pair[2] for pair in pairs] == ([who] if found else [])


def test_a_doer_without_a_name_is_right_by_its_words() -> None:
    gold = [_noted("thank", THANKED, Span(34, 44))]
    assert [p[2] for p in pairs_of(_reading(), gold, [_told("thank", THANKED, (), "pilots")])] == [
        True
    ]


def test_each_told_claim_is_found_once_where_it_fits_best() -> None:
    gold = [_noted("request", ASKED, Span(10, 13)), _noted("demand", ASKED, Span(10, 13))]
    ((one, _, _),) = pairs_of(_reading(), gold, [_told("demand", ASKED, ("a1",))])
    assert one.label == "demand"


def test_every_noted_claim_stands_in_a_passage() -> None:
    known = {each.number for part in ("worked", "fresh") for each in passages(part)}
    assert {passage for passage, _ in noted()} <= known
    assert {kind for _, kind in noted()} == KINDS.keys()
    assert (HERE / "passages.tsv").exists()


def test_spans_and_tallies_add_up() -> None:
    assert spans("12-30,41-50") == (Span(12, 30), Span(41, 50))
    assert Tally(1, 1, 0, 1, 2) + Tally(2, 1, 1, 0, 1) == Tally(3, 2, 1, 1, 3)
