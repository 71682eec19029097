"""What lists filter and order claims by."""

from __future__ import annotations

from communique.model import Act, Contact, Span, When
from communique.record.roles import actors_in, columns_of
from communique.record.schema import UNDATED

WORDS = (Span(0, 9),)


def on(value: str, first: str, last: str) -> When:
    return When(raw="then", value=value, type="date", interval=(first, last), evidence=WORDS)


def test_a_decade_or_century_has_no_place_on_the_timeline() -> None:
    for value, first, last in (
        ("203", "2030-01-01", "2039-12-31"),
        ("20", "2000-01-01", "2099-12-31"),
    ):
        when = on(value, first, last)
        act = Act(
            id="x1", type="promise", status="stated", what="sail north", when=when, evidence=WORDS
        )
        assert columns_of("act", act, None)["line_on"] is None
        contact = Contact(id="c1", kind="call", status="held", date=when, evidence=WORDS)
        columns = columns_of("contact", contact, None)
        assert columns["line_on"] == UNDATED
        assert (columns["first_on"], columns["last_on"]) == (first, last)


def test_years_have_a_place_on_the_timeline() -> None:
    when = on("2031/2035", "2031-01-01", "2035-12-31")
    contact = Contact(id="c1", kind="call", status="held", date=when, evidence=WORDS)
    assert columns_of("contact", contact, None)["line_on"] == "2031-01-01"


def test_everybody_who_acts_or_is_addressed_has_a_part_in_an_act() -> None:
    act = Act(
        id="x1",
        type="thank",
        actor="a1",
        joint=("a2",),
        towards="a3",
        also_towards=("a4",),
        reported_by="a5",
        what="the ferries",
        evidence=WORDS,
    )
    assert list(actors_in(act)) == ["a1", "a2", "a3", "a4", "a5"]
