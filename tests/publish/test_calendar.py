"""Calendars of contacts, read again with a library that did not write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.rows import ActorRef, ReportRef
from communique.model.threads import ContactLine, Dated
from communique.publish.calendar import calendar


def report(label: str = "The Marrek Post") -> ReportRef:
    return ReportRef(id="r-1", label=label, publisher="Post, Ltd; Sons", published="2031-05-16")


def dated(value: str, label: str = "The Marrek Post") -> Dated:
    return Dated(value=value, raw=value, reports=(report(label),))


def contact(*dates: Dated, **changes: object) -> ContactLine:
    values: dict[str, object] = {
        "id": "c-0123456789ab",
        "dates": dates,
        "is_disputed": len(dates) > 1,
        "kinds": ("call",),
        "status": "held",
        "participants": (
            ActorRef(id="a-1", name="Asha Venn", kind="person"),
            ActorRef(id="a-2", name="Toma Rill", kind="person"),
        ),
        "accounts": ("c-0123456789ab",),
        "reports": (report(),),
        "words": "They spoke; at length, \\ and more",
    }
    return ContactLine(**{**values, **changes})  # type: ignore[arg-type]


def events(*contacts: ContactLine, **options: object) -> list[icalendar.Event]:
    data = calendar(contacts, **options).data  # type: ignore[arg-type]
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_a_contact_is_an_entry_on_its_day() -> None:
    (event,) = events(
        contact(dated("2031-05-14"), place="Marrek; Hall 2"),
        address=lambda id: f"http://localhost/contacts/{id}",
    )
    assert event["uid"] == "c-0123456789ab@communique"
    assert event.decoded("dtstart") == date(2031, 5, 14)
    assert event["summary"] == "Call: Asha Venn and Toma Rill"
    assert event["location"] == "Marrek; Hall 2"
    assert event["status"] == "CONFIRMED"
    assert event["url"] == "http://localhost/contacts/c-0123456789ab"
    assert "“They spoke; at length, \\ and more”\n" in event["description"]
    assert "Post, Ltd; Sons, 2031-05-16" in event["description"]
    assert event.decoded("dtstamp") == datetime(2031, 5, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "told"),
    [("planned", "TENTATIVE"), ("invited", "TENTATIVE"), ("declined", "CANCELLED")],
)
def test_what_is_not_held_says_so(status: str, told: str) -> None:
    (event,) = events(contact(dated("2031-05-14"), status=status))
    assert event["status"] == told
    assert f"({status})" in event["summary"]


@pytest.mark.parametrize(
    "value", ["2031-05", "2031", "2031-W20", "2031-05-14~", "2031-05-14?", "XXXX-05-14", "PT30M",
              "2031-02-31", "2031-05-16/2031-05-14", "PAST_REF", "2031-05-14/"],
)  # fmt: skip
def test_a_day_is_never_invented(value: str) -> None:
    made = calendar([contact(dated(value))])
    assert (made.entries, made.undated) == (0, 1)
    about = icalendar.Calendar.from_ical(made.data)["description"]
    assert about.endswith("1 contact without a day left out.")


def test_days_that_differ_have_an_entry_each_that_names_the_other() -> None:
    found = events(contact(dated("2031-05-14"), dated("2031-05-15", "The Wire")))
    assert [each.decoded("dtstart").day for each in found] == [14, 15]
    assert {str(each["uid"]) for each in found} == {
        "c-0123456789ab-20310514@communique",
        "c-0123456789ab-20310515@communique",
    }
    for each in found:
        assert each["status"] == "TENTATIVE"
        assert "14 May 2031 (The Marrek Post), 15 May 2031 (The Wire)" in each["description"]


def test_days_from_to_end_behind_the_last() -> None:
    (event,) = events(contact(dated("2031-05-30/2031-06-01")))
    assert event.decoded("dtstart") == date(2031, 5, 30)
    assert event.decoded("dtend") == date(2031, 6, 2)


def test_a_clock_time_keeps_its_zone_or_has_none() -> None:
    (floating,) = events(contact(dated("2031-05-14T15:30")))
    assert floating.decoded("dtstart") == datetime(2031, 5, 14, 15, 30)
    (zoned,) = events(contact(dated("2031-05-14T01:30+02:00")))
    assert zoned.decoded("dtstart") == datetime(2031, 5, 13, 23, 30, tzinfo=UTC)
    (vague,) = events(contact(dated("2031-05-14TMO")))
    assert vague.decoded("dtstart") == date(2031, 5, 14)


def test_lines_are_folded_between_letters_and_end_as_they_must() -> None:
    made = calendar([contact(dated("2031-05-14"), words="Зустріч у Мареку 字 " * 30)])
    lines = made.data.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode("utf-8") for line in lines)
    assert b"\n" not in made.data.replace(b"\r\n", b"")


def test_a_report_cannot_add_lines_of_its_own() -> None:
    hostile = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\nTRIGGER:now\x00\x1b\u2028ATTACH:http://evil"
    (event,) = events(contact(dated("2031-05-14"), words=hostile, place=hostile))
    assert event.subcomponents == []
    assert "ATTACH" not in event
    assert "trigger" not in event


def test_the_same_contacts_give_the_same_bytes() -> None:
    some = [contact(dated("2031-05-14"), id=f"c-{n}") for n in range(3)]
    assert calendar(some) == calendar(some)


def test_no_contacts_are_a_calendar_too() -> None:
    assert events() == []


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_any_words_make_a_calendar(words: str) -> None:
    (event,) = events(contact(dated("2031-05-14"), words=words, place=words or None))
    assert event.decoded("dtstart") == date(2031, 5, 14)
