"""What those who took part in a contact say and do: in it, or elsewhere in its reports."""

from __future__ import annotations

import re
from pathlib import Path

from fastapi.testclient import TestClient

from communique.model.claim_rows import ActRow
from communique.model.claims import Label
from communique.model.comparison import ContactAccounts
from communique.model.rows import (
    ActorRef,
    ContactRow,
    FigureRow,
    ParticipantRow,
    ReportRef,
    StatementRow,
)
from communique.model.span import Span
from communique.service import Service
from communique.settings import load
from communique.web import create_desk
from communique.web.voices import Said, told

ONE, OTHER, HOME = (
    ActorRef(id=f"a-{number:012}", name=name, kind=kind)  # type: ignore[arg-type]
    for number, (name, kind) in enumerate(
        (("Ada Roon", "person"), ("Ivo Talle", "person"), ("Varn", "state")), start=1
    )
)
REPORT = ReportRef(id="r-0000000000000001", label="Gazette 2031-05-01")


def account(*, main: bool = False) -> ContactRow:
    return ContactRow(
        id="c-000000000001",
        report=REPORT,
        kind="call",
        status="held",
        participants=(ParticipantRow(actor=ONE, represents=HOME), ParticipantRow(actor=OTHER)),
        topics=(Label(label="the ferries", evidence=(Span(1200, 1211),)),),
        main=main,
        evidence=(Span(100, 140),),
        words="Ada Roon rang Ivo Talle",
    )


def said(start: int, by: ActorRef = ONE, to: ActorRef | None = None) -> StatementRow:
    return StatementRow(
        id=f"s-{start:012}",
        report=REPORT,
        form="indirect",
        words="the ferries sail",
        speaker=by,
        addressee=to,
        content=(Span(start, start + 16),),
    )


def inside(*rows: StatementRow | ActRow | FigureRow, main: bool = False) -> set[str]:
    """Return the ids of what is taken to be of the contact, and check that the rest is beside."""
    found = ContactAccounts(id="c-000000000001", accounts=(account(main=main),))
    (one,) = told(
        found,
        [row for row in rows if isinstance(row, StatementRow)],
        [row for row in rows if isinstance(row, ActRow)],
        [row for row in rows if isinstance(row, FigureRow)],
    )
    inner, outer = ids_of(one.inside), ids_of(one.beside)
    assert inner | outer == {row.id for row in rows}
    assert inner.isdisjoint(outer)
    assert len(one.inside) == len(inner)
    return inner


def ids_of(part: Said) -> set[str]:
    found = [row.id for row in part.statements]
    found += [row.id for row in part.acts]
    return {*found, *(row.id for row in part.figures)}


def test_words_among_those_that_tell_of_the_contact_are_said_in_it() -> None:
    near, far = (said(150), said(900), said(1215)), (said(1600), said(3000))
    assert inside(*near, *far) == {each.id for each in near}


def test_words_to_another_who_takes_part_are_said_in_it_wherever_they_stand() -> None:
    to_other, to_home, to_himself = (
        said(2000, ONE, OTHER),
        said(2100, ONE, HOME),
        said(2200, ONE, ONE),
    )
    answer = said(2300, OTHER, HOME)
    assert inside(to_other, to_home, to_himself, answer) == {to_other.id, answer.id}


def test_all_is_of_the_contact_that_a_report_is_on_above_all() -> None:
    assert inside(said(20), said(4000), main=True) == {said(20).id, said(4000).id}


def test_deeds_and_figures_are_told_apart_alike() -> None:
    deed = ActRow(
        id="x-000000000001",
        report=REPORT,
        type="promise",
        status="stated",
        actor=OTHER,
        towards=ONE,
        what="send a pilot",
        evidence=(Span(3900, 3912),),
        words="send a pilot",
    )
    figure = FigureRow(
        id="f-000000000001",
        report=REPORT,
        raw="nine ferries",
        claimant=ONE,
        evidence=(Span(3800, 3812),),
        words="nine ferries",
    )
    assert inside(deed, figure) == {deed.id}


STORY = """\
VARN, May 17, 2031 (Gaz) - Lake Minister Ada Roon met with Foreign Minister of Tarvenia Edo Lenn.

Roon said that the harvest was the best in nine years.

On Tuesday Roon spoke by telephone with Prime Minister of Soldava Ivo Talle. Roon told Talle that \
the ferries would sail in June.

Talle said that the mail boats were late.

The town keeps its fair in the second half of May. Shepherds come down from both sides of the \
lake, and the inns are full for three nights. This year a storm had taken the roof of the old \
market hall, so that the stalls stood on the quay. Fleeces were weighed on the scales of the \
harbour master, who charged nothing for it.

At the fair Roon said that the price of wool was a disgrace.
"""


def test_the_page_folds_what_is_beside_the_contact(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    with Service(load({}, record=tmp_path / "story.sqlite", reader="rules")) as service:
        assert service.add([tmp_path / "story.txt"]).added == 1
        desk = TestClient(create_desk(service), base_url="http://localhost")
        call = next(row for row in service.contacts().rows if row.kind == "call")
        page = desk.get(f"/contacts/{call.id}").text
    open_, _, folded = page.partition('<details class="beside">')
    assert "the ferries would sail in June" in open_
    assert "the price of wool was a disgrace" in folded
    assert re.search(r"What else they say and do in this report \(\d+\)</summary>", folded)
