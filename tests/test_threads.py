"""Threads over time, in a real record of invented storylines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.storyline import (
    act,
    answering,
    forecast,
    meeting,
    position,
    sentences_of,
    told,
)

from communique.errors import NotInRecord, UnknownName, UsageError
from communique.judging import judge
from communique.model import Account, Plover
from communique.model.rows import EVERYTHING, Filter
from communique.model.threads import LedgerEntry
from communique.service import Service, every
from communique.settings import load

Tell = Callable[..., Service]

TRAWLER = "release the crew of the trawler Sterna"
BOATS = (
    told("2031-05-02", act("Mira Oduvan", "demand", "Sudmark", TRAWLER)),
    told(
        "2031-05-03",
        act("Mira Oduvan", "demand", "Tomas Helk", f"{TRAWLER} at once"),
        publisher="Post",
    ),
    told("2031-05-04", act("Tomas Helk", "refuse", "Norland", "to let the crew of the trawler go")),
    told("2031-05-09", act("Osterby", "release", None, "the crew of a trawler", status="done")),
    told(
        "2031-05-20", act("Sudmark", "release", "Norland", "the crew of the Sterna", status="done")
    ),
    told("2031-05-21", act("Mira Oduvan", "invite", "Ada Roon", "visit Varn in June")),
    told("2031-05-22", act("Mira Oduvan", "demand", "Sudmark", "compensation for torn nets")),
    told("2031-06-12", meeting("visit", "Ada Roon", "Mira Oduvan", day="2031-06-11", place="Varn")),
)
WAGONS = (
    told("2031-02-01", act("Norland", "promise", "Osterby", "40 tank wagons of diesel")),
    told("2031-02-10", act("Norland", "promise", "Osterby",
         "90 tank wagons of diesel for the army")),
    told("2031-02-25", act("Norland", "aid", "Osterby",
         "40 tank wagons with diesel", status="done")),
    told("2031-03-05", act("Tomas Helk", "promise", "Osterby", "open the Kessel pass to lorries")),
    told("2031-04-01", act("Pia Lund", "accuse", "Sudmark",
                           "breaking its promise to open the Kessel pass")),
    told("2031-04-09", act("Ada Roon", "threaten", "Norland", "sanctions on the banks of Varn")),
    told("2031-05-20", act("Sudmark", "sanction", "Norland", "three banks of Varn", status="done")),
    told("2031-06-02", act("Sudmark", "sanction", "Osterby", "two timber mills", status="done")),
)  # fmt: skip
OFFERS = (
    told("2031-01-10", act("Pia Lund", "offer", "Norland",
         "mediate in the quarrel over the herring quotas")),
    told("2031-01-12", act("Jonas Brill", "welcome", "Pia Lund",
                           "the offer to mediate in the quarrel over herring")),
    told("2031-01-20", act("Norland", "offer", "Sudmark", "sell 200 megawatts from the Brem dam")),
    told("2031-02-02", act("Norland", "offer", "Sudmark", "sell 300 megawatts from the Brem dam")),
    told("2031-02-08", act("Ada Roon", "reject", "Norland",
         "the offer of power from the Brem dam")),
    told("2031-02-11", act("Ada Roon", "agree", "Osterby", "share power from the Brem dam")),
)  # fmt: skip


@pytest.fixture
def tell(tmp_path: Path) -> Iterator[Tell]:
    with Service(load({}, record=tmp_path / "record.sqlite", by="ines")) as service:

        def add(*accounts: Account) -> Service:
            for account in accounts:
                service._store_for_adding.add(account, sentences_of(account))
            judge(service._store)
            return service

        yield add


def ledger(service: Service, **wanted: str) -> list[LedgerEntry]:
    return list(every(service.ledger, Filter(**wanted)))


def outcome(service: Service, what: str) -> list[tuple[str, str, str]]:
    """Return how the entries stand whose matter begins so, and what settles each."""
    return [
        (entry.status, one.basis, one.words)
        for entry in ledger(service)
        if entry.what.startswith(what)
        for one in entry.settlements
    ]


def test_a_demand_is_refused_and_later_granted(tell: Tell) -> None:
    service = tell(*BOATS)
    entry = next(e for e in ledger(service) if e.what == TRAWLER)
    assert [row.report.publisher for row in entry.accounts] == ["Wire", "Post"]
    assert [s.status for s in entry.settlements] == ["refused", "granted"]
    assert entry.status == "granted"
    assert entry.settlements[-1].report.published == "2031-05-20"
    assert "words in common" in entry.settlements[-1].why
    assert all(s.basis == "inferred" and 0.7 <= s.score < 1 for s in entry.settlements)


def test_what_nobody_answers_is_open(tell: Tell) -> None:
    entry = next(e for e in ledger(tell(*BOATS)) if "compensation" in e.what)
    assert (entry.status, entry.settlements) == ("open", ())


def test_an_invitation_is_settled_by_the_visit(tell: Tell) -> None:
    service = tell(*BOATS)
    found = outcome(service, "visit Varn")
    assert [(status, basis) for status, basis, _ in found] == [("done", "inferred")]
    declined = meeting("visit", "Ada Roon", "Mira Oduvan", day="2031-06-11", status="declined")
    again = told("2031-05-30", declined, publisher="Gazette")
    entry = next(e for e in ledger(tell(again)) if e.what.startswith("visit"))
    assert "refused" in {s.status for s in entry.settlements}


def test_an_invitation_may_name_the_place_alone(tell: Tell) -> None:
    visit = meeting("meeting", "Ada Roon", "Mira Oduvan", day="2031-06-11", place="Varn")
    asked = told("2031-05-21", act("Mira Oduvan", "invite", "Ada Roon", "Varn before the harvest"))
    service = tell(asked, told("2031-06-12", visit))
    assert [status for status, _, _ in outcome(service, "Varn")] == ["done"]


def test_a_visit_elsewhere_or_by_another_settles_nothing(tell: Tell) -> None:
    service = tell(
        BOATS[5],
        told(
            "2031-06-12",
            meeting("visit", "Ada Roon", "Mira Oduvan", day="2031-06-11", place="Helm"),
        ),
        told(
            "2031-06-14",
            meeting("visit", "Pia Lund", "Mira Oduvan", day="2031-06-13", place="Varn"),
        ),
        told("2031-06-15", meeting("call", "Ada Roon", "Mira Oduvan", day="2031-06-14")),
        told(
            "2031-05-21",
            meeting("visit", "Ada Roon", "Mira Oduvan", day="2031-05-02"),
            publisher="B",
        ),
    )
    assert outcome(service, "visit Varn") == []


def test_promises_are_kept_broken_or_left(tell: Tell) -> None:
    service = tell(*WAGONS)
    assert [found[0] for found in outcome(service, "40 tank")] == ["done"]
    assert outcome(service, "90 tank") == []
    assert [found[0] for found in outcome(service, "open the Kessel")] == ["broken"]


def test_a_threat_is_carried_out_against_whom_it_named(tell: Tell) -> None:
    found = outcome(tell(*WAGONS), "sanctions on the banks")
    assert [(status, "banks" in words) for status, _, words in found] == [("done", True)]


def test_offers_are_accepted_refused_or_overtaken(tell: Tell) -> None:
    service = tell(*OFFERS)
    assert [found[0] for found in outcome(service, "mediate")] == ["accepted"]
    first = {s for s, _, _ in outcome(service, "sell 200")}
    second = {s for s, _, _ in outcome(service, "sell 300")}
    assert first == {"refused"}
    assert second == {"refused"}
    entry = next(e for e in ledger(service) if e.what.startswith("sell 200"))
    assert "overtaken" in {s.status for s in entry.settlements}


def test_what_a_report_ties_itself_is_told(tell: Tell) -> None:
    ask = act("Norland", "request", "Sudmark", "air samples from the smelter")
    grant = act("Sudmark", "agree", "Norland", "hand over what was wanted")
    service = tell(told("2031-03-03", ask, answering(grant, 1, "grants")))
    assert [(s, b) for s, b, _ in outcome(service, "air samples")] == [("granted", "told")]


@pytest.mark.parametrize(
    "later",
    [
        act("Sudmark", "release", "Osterby", "the crew of the Sterna", status="done"),
        act("Pia Lund", "release", "Norland", "the crew of the Sterna", status="done"),
        act("Sudmark", "release", "Norland", "a pair of cranes to the zoo", status="done"),
        act("Sudmark", "agree", "Norland", "not to release the crew of the trawler Sterna"),
        act("Norland", "welcome", "Sudmark", "the release of the crew of the Sterna"),
        act("Sudmark", "release", "Norland", "the crew of the Sterna", status="conditional"),
    ],
    ids=["to others", "by others", "another matter", "negated", "by the asker", "if only"],
)
def test_near_misses_are_no_links(tell: Tell, later: object) -> None:
    assert outcome(tell(BOATS[0], told("2031-05-20", later)), "release") == []  # type: ignore[arg-type]


def test_an_ask_that_does_not_say_what_opens_no_entry(tell: Tell) -> None:
    service = tell(
        told("2031-05-01", act("Sudmark", "request", None, "request of the Sudmark side"))
    )
    assert ledger(service) == []
    with pytest.raises(UsageError, match="does not say what"):
        service.settle(service.acts().rows[0].id)


def test_a_dossier_has_the_ledger_and_the_shifts(tell: Tell, tmp_path: Path) -> None:
    service = tell(*BOATS, *STANDS)
    page = service.dossier(tmp_path / "d.html").read_text(encoding="utf-8")
    part = (
        page[page.index('id="ledger"') : page.index('id="voices"')]
        if 'id="voices"' in page
        else page
    )
    assert TRAWLER in part
    assert "inferred (0." in part
    assert "Shifts of positions" in part
    assert 'href="#w-d-' in part


def test_who_is_asked_may_be_named_in_the_matter(tell: Tell) -> None:
    service = tell(
        told("2031-05-02", act("Mira Oduvan", "demand", None, f"Sudmark {TRAWLER}")),
        told("2031-05-04", act("Pia Lund", "refuse", None, TRAWLER)),
        told("2031-05-05", act("Tomas Helk", "refuse", None, TRAWLER)),
    )
    assert [(s, "Helk" in words) for s, _, words in outcome(service, "Sudmark")] == [
        ("refused", True)
    ]


def test_a_promise_may_be_known_only_from_the_charge_that_it_was_broken(tell: Tell) -> None:
    charge = act("Pia Lund", "accuse", "Sudmark", "breaking its promise to dredge the Lume canal")
    service = tell(
        told("2031-05-02", charge, act("Sudmark", "promise", None, "dredge the Lume canal"))
    )
    assert [status for status, _, _ in outcome(service, "dredge")] == ["broken"]


def test_what_was_before_the_ask_does_not_answer_it(tell: Tell) -> None:
    service = tell(BOATS[4], told("2031-06-01", act("Mira Oduvan", "demand", "Sudmark", TRAWLER)))
    assert outcome(service, "release") == []


def test_the_order_of_adding_does_not_matter(tell: Tell, tmp_path: Path) -> None:
    service = tell(*BOATS, *WAGONS, *OFFERS)
    with Service(load({}, record=tmp_path / "other.sqlite")) as other:
        for account in reversed((*BOATS, *WAGONS, *OFFERS)):
            other._store_for_adding.add(account, sentences_of(account))
        judge(other._store)
        assert ledger(other) == ledger(service)


def test_the_ledger_is_filtered_and_paged(tell: Tell) -> None:
    service = tell(*BOATS, *WAGONS, *OFFERS)
    whole = ledger(service)
    assert len({entry.id for entry in whole}) == len(whole)
    assert {e.sort for e in ledger(service, kind="threat")} == {"threat"}
    assert {e.status for e in ledger(service, status="open")} == {"open"}
    assert all("dam" in e.what for e in ledger(service, about="brem DAM"))
    assert {e.actor.name for e in ledger(service, actor="Lund", kind="offer") if e.actor} == {
        "Pia Lund"
    }
    first = service.ledger(limit=2)
    after = service.ledger(limit=2, after=first.next)
    assert [e.id for e in (*first.rows, *after.rows)] == [e.id for e in whole[:4]][
        : len(first.rows) + len(after.rows)
    ]
    with pytest.raises(UnknownName, match="promise"):
        service.ledger(Filter(kind="wish"))


def test_a_person_decides_and_takes_it_back(tell: Tell) -> None:
    service = tell(*BOATS)
    entry = next(e for e in ledger(service) if e.what == TRAWLER)
    visit = service.contacts(Filter(kind="visit")).rows[0]
    service.settle(entry.id, why="another crew")
    assert service.ledger_entry(entry.id).status == "open"
    made = service.settle(entry.id, visit.id, "overtaken", why="talked over")
    decided = service.ledger_entry(entry.id)
    assert decided.status == "overtaken"
    assert [(s.by, s.basis, s.score) for s in decided.settlements] == [(visit.id, "decided", 1.0)]
    tell(told("2031-07-01", act("Norland", "thank", "Sudmark", "the release of the crew")))
    assert service.ledger_entry(entry.id).status == "overtaken"
    service.undo(made.id)
    assert service.ledger_entry(entry.id).status == "open"
    with pytest.raises(UsageError, match="it is no ask"):
        service.settle(visit.id)
    with pytest.raises(NotInRecord):
        service.settle("d-000000000000")


STANDS = (
    told("2031-01-05", position("Tomas Helk", "against", "ceasefire",
         "rejects a ceasefire along the canal")),
    told("2031-02-09", position("Tomas Helk", "against", "ceasefire",
         "is against a ceasefire on the canal")),
    told("2031-03-14", position("Tomas Helk", "for", "ceasefire",
         "supports a ceasefire along the canal")),
    told("2031-03-20", position("Tomas Helk", "against", "ceasefire",
                                "opposes a ceasefire on the canal", by="Mira Oduvan")),
    told("2031-03-21", position("Tomas Helk", "against", "ceasefire",
                                "condemns violations of the ceasefire along the canal")),
    told("2031-03-22", position("Mira Oduvan", "against", "ceasefire",
         "rejects a ceasefire on the canal")),
    told("2031-04-01", position("Tomas Helk", "for", "trade",
         "favours duty-free barley from Osterby")),
    told("2031-04-02", position("Tomas Helk", "against", "trade", "opposes a levy on dairy goods")),
)  # fmt: skip


def test_a_shift_has_both_sides_quoted(tell: Tell) -> None:
    found = list(every(tell(*STANDS).shifts, Filter(actor="Helk", kind="shift")))
    assert [(s.before.polarity, s.after.polarity, s.issue) for s in found] == [
        ("against", "for", "ceasefire")
    ]
    assert found[0].before.report.published == "2031-02-09"
    assert "supports a ceasefire" in found[0].after.words


def test_what_others_tell_is_a_differing_account(tell: Tell) -> None:
    found = tell(*STANDS).shifts(Filter(kind="differing accounts")).rows
    assert [(s.actor.name, s.after.reported_by and s.after.reported_by.name) for s in found] == [
        ("Tomas Helk", "Mira Oduvan")
    ]
    service = tell()
    service.reject(found[0].id)
    assert service.shifts(Filter(kind="differing accounts")).rows == ()


def test_positions_of_an_actor_come_in_order(tell: Tell) -> None:
    rows = tell(*STANDS).positions(Filter(actor="Helk", about="ceasefire")).rows
    assert [row.polarity for row in rows] == ["against", "against", "for", "against", "against"]
    assert rows[3].reported_by is not None
    assert service_shift_pages(tell()) == 2


def service_shift_pages(service: Service) -> int:
    first = service.shifts(limit=1)
    return len(first.rows) + len(service.shifts(limit=1, after=first.next).rows)


HARVEST = "barley will run short in the Lume valley by autumn"
FORECASTS = (
    told("2031-05-01", forecast("Pia Lund", HARVEST, "2031-09"),
         forecast("Ada Roon", "the Brem dam will flood the lower quarter of Helm")),
    told("2031-06-01",
         also="Experts say that barley may run short in the Lume valley by autumn.\n"),
    told("2031-10-02", also="Barley has run short in the Lume valley this autumn, millers said.\n"
                            "The Brem dam did not flood the lower quarter of Helm.\n"),
)  # fmt: skip


def test_forecasts_are_followed(tell: Tell) -> None:
    rows = tell(*FORECASTS).forecasts().rows
    assert {row.forecast.what[:6]: row.outcome for row in rows} == {
        "barley": "happened",
        "the Br": "failed",
    }
    assert rows[0].due == "2031-09-30"
    assert rows[0].later[0].report.published == "2031-10-02"
    happened = tell().forecasts(Filter(status="happened")).rows
    assert [row.forecast.what for row in happened] == [HARVEST]


def test_relations_count_contacts_once_and_acts_by_class(tell: Tell) -> None:
    call = meeting("call", "Mira Oduvan", "Tomas Helk", day="2031-05-17")
    same = meeting("call", "Mira Oduvan", "Tomas Helk", day="2031-05-17")

    def coded(one: str, type: str, other: str, event: str, day: str) -> Account:
        return told(day, act(one, type, other, f"{type} it", plover=Plover(event=event)))

    service = tell(
        told("2031-05-18", call),
        told("2031-05-18", same, publisher="Post"),
        told("2031-05-19", meeting("meeting", "Mira Oduvan", "Pia Lund", day="2031-05-18")),
        told(
            "2031-05-20",
            meeting("visit", "Jonas Brill", "Ada Roon", day="2031-07-01", status="planned"),
        ),
        coded("Ada Roon", "thank", "Norland", "SUPPORT", "2031-05-21"),
        coded("Norland", "aid", "Tomas Helk", "AID", "2031-05-22"),
        coded("Jonas Brill", "accuse", "Sudmark", "ACCUSE", "2031-08-02"),
        coded("Norland", "sanction", "Osterby", "COERCE", "2031-08-03"),
    )
    found = service.relations("Norland", "Sudmark")
    assert [each.period for each in found.periods] == ["2031-05", "2031-06", "2031-07", "2031-08"]
    may, *_, august = found.periods
    assert (may.contacts, may.by_kind) == (1, {"call": 1})
    assert (may.verbal_cooperation, may.material_cooperation, may.tone) == (1, 1, 1.0)
    assert (august.verbal_conflict, august.material_conflict, august.tone) == (1, 0, -1.0)
    assert service.relations("Sudmark", "Norland", by="quarter").periods[0].period == "2031-Q2"
    since = service.relations("Norland", "Sudmark", wanted=Filter(since="2031-08"))
    assert [each.period for each in since.periods] == ["2031-08"]
    with pytest.raises(NotInRecord):
        service.relations("Norland", "Atlantis")
    with pytest.raises(UsageError, match="both are"):
        service.relations("Norland", "Norland")


def test_a_contact_stands_once_with_its_dates(tell: Tell) -> None:
    service = tell(
        told("2031-05-18", meeting("call", "Mira Oduvan", "Tomas Helk", day="2031-05-17")),
        told(
            "2031-05-18", meeting("call", "Mira Oduvan", "Tomas Helk", day="2031-05"), publisher="B"
        ),
        told("2031-06-03", meeting("call", "Mira Oduvan", "Pia Lund", day=None), publisher="C"),
    )
    one, other = (row.id for row in service.contacts().rows[:2])
    service.merge(one, other)
    lines = list(every(service.contact_lines, EVERYTHING))
    assert [[d.value for d in line.dates] for line in lines] == [["2031-05-17"], []]
    assert len(lines[0].accounts) == 2
    late = told(
        "2031-05-19", meeting("call", "Mira Oduvan", "Tomas Helk", day="2031-05-18"), publisher="D"
    )
    tell(late)
    third = next(r.id for r in service.contacts().rows if r.report.publisher == "D")
    service.merge(one, third)
    line = service.contact_lines().rows[0]
    assert line.is_disputed
    assert [d.value for d in line.dates] == ["2031-05-17", "2031-05-18"]
    assert [r.publisher for r in line.dates[1].reports] == ["D"]
    assert len(list(every(service.contact_lines, EVERYTHING))) == 2


def test_an_empty_record_has_empty_threads(tell: Tell) -> None:
    service = tell(told("2031-01-01", also="Nothing happened.\n"))
    for listing in (service.ledger, service.shifts, service.forecasts, service.contact_lines):
        assert listing().rows == ()
    assert service.acts().rows == service.proposals().rows == ()


def test_the_last_contacts_of_an_actor_end_with_those_without_a_date(tell: Tell) -> None:
    service = tell(
        told("2031-05-02", meeting("call", "Mira Oduvan", "Tomas Helk", day=None)),
        told("2031-05-03", meeting("meeting", "Mira Oduvan", "Ada Roon", day="2031-05-01")),
        told("2031-06-03", meeting("call", "Mira Oduvan", "Ada Roon", day="2031-06-02")),
    )
    mira = service.actors(Filter(actor="Mira Oduvan")).rows[0].id
    days = [[d.value for d in line.dates] for line in service.last_contacts(mira)]
    assert days == [["2031-06-02"], ["2031-05-01"], []]
    assert len(service.last_contacts(mira, limit=1)) == 1
