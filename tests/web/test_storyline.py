"""The first page: zoom, dates that differ, what is new since the last visit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi import Request
from fastapi.testclient import TestClient
from starlette.types import ASGIApp
from tests.storyline import act, meeting, position, sentences_of, told, when

from communique.judging import judge
from communique.model.rows import ReportRef
from communique.model.threads import ContactLine, Dated, Period
from communique.service import Service
from communique.settings import load
from communique.web import create_desk
from communique.web.dates import MARGIN, WIDTH, drawn
from communique.web.visits import COOKIE, visit
from communique.web.zoom import HEIGHT, By, around, level, zoom

NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)


def reports(*names: str) -> tuple[ReportRef, ...]:
    return tuple(ReportRef(id=f"r-{name}", label=name, publisher=name) for name in names)


def line(*dates: tuple[str, str], disputed: bool = True) -> ContactLine:
    return ContactLine(
        id="c-1",
        dates=tuple(Dated(value=day, raw=day, reports=reports(who)) for day, who in dates),
        is_disputed=disputed,
        kinds=("call",),
        status="held",
        accounts=("c-1",),
        reports=reports("Wire"),
        words="",
    )


def at(cookie: str = "") -> Request:
    headers = [(b"cookie", f"{COOKIE}={cookie}".encode())] if cookie else []
    return Request({"type": "http", "headers": headers})


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    record = tmp_path_factory.mktemp("storyline") / "record.sqlite"
    with Service(load({}, record=record, by="ines")) as service:
        add(
            service,
            told(
                "2031-05-01",
                act("Mira Oduvan", "invite", "Ada Roon", "visit Varn in June"),
                act("Norland", "promise", "Osterby", "40 wagons", when=when("2031-05-02")),
                position("Tomas Helk", "for", "trade", "favours barges"),
            ),
            told(
                "2031-06-12",
                meeting("visit", "Ada Roon", "Mira Oduvan", day="2031-06-11", place="Varn"),
                act("Ada Roon", "promise", "Norland", "return the cutter Alke"),
            ),
            told("2030-02-03", meeting("call", "Ada Roon", "Mira Oduvan", day="2030-02-02")),
        )
        yield service


def add(service: Service, *accounts: object) -> None:
    for account in accounts:
        service._store_for_adding.add(account, sentences_of(account))  # type: ignore[arg-type]
    judge(service._store)


@pytest.fixture(scope="module")
def application(service: Service) -> ASGIApp:
    return create_desk(service)


def test_differing_dates_are_letters_on_a_line_of_days() -> None:
    drawing = drawn(line(("2031-05-14", "Bote"), ("2031-05-12", "Wire"), ("2031-05-22", "Post")))
    assert drawing
    assert [(m.letter, m.value) for m in drawing.marks] == [
        ("A", "2031-05-12"),
        ("B", "2031-05-14"),
        ("C", "2031-05-22"),
    ]
    places = [mark.x for mark in drawing.marks]
    assert (places[0], places[-1]) == (MARGIN, WIDTH - MARGIN)
    assert (places[1] - MARGIN) / (WIDTH - 2 * MARGIN) == pytest.approx(0.2)
    assert drawing.marks[1].reports[0].publisher == "Bote"


def test_a_month_is_a_stretch_and_marks_do_not_cover_one_another() -> None:
    drawing = drawn(line(("2031-05", "Bote"), ("2031-06-01", "Wire"), ("2031-06-02", "Post")))
    assert drawing
    month, first, second = drawing.marks
    assert month.width > 100 > first.width == 0
    assert len({first.row, second.row}) == 2
    assert drawn(line(("2031-05-12", "Wire"))) is None
    assert drawn(line(("2031-05-12", "Wire"), ("in spring", "Post"))) is None


def test_columns_lead_one_step_closer_and_back() -> None:
    months = [Period(period="2031-05", counts={"contact": 6, "act": 2})]
    months.append(Period(period="2031-06", counts={"act": 1}))
    seen = zoom(months, "month", "actor=Roon&since=2031&until=2031", "2031", "2031")
    may, june = seen.columns
    assert (may.high, may.acts_high, june.acts_high) == (HEIGHT, HEIGHT // 4, june.high)
    asked = parse_qs(urlsplit(may.href).query)
    assert asked == {
        "actor": ["Roon"], "since": ["2031-05"], "until": ["2031-05"], "zoom": ["day"]
    }  # fmt: skip
    assert [name for name, _ in seen.farther] == ["all years"]
    assert level("2031", "2031", "") == "month"
    assert level("2031-05", "2031-05", "") == "day"
    assert level("2030", "2031", "") == level(None, None, "nonsense") == "year"
    assert around("2031-05", "2031-05", "month") == ("2031", "2031")
    assert around("2031-05-01", "2031-05-01", "day") == ("2031-05", "2031-05")


def test_a_visit_ends_with_a_pause_and_not_before() -> None:
    first = visit(at(), "2031-05-20T08:00:00+00:00", NOW)
    assert first.before == ""
    cookie = "~".join((first.before, first.known, first.at))
    soon = visit(at(cookie), "2031-06-01T12:01:00+00:00", NOW + timedelta(minutes=5))
    assert soon.before == ""
    cookie = "~".join((soon.before, soon.known, soon.at))
    later = visit(at(cookie), "2031-06-02T09:00:00+00:00", NOW + timedelta(days=1))
    assert later.before == "2031-06-01T12:01:00+00:00"
    for odd in ("x", "~~", "a~b~c", f"~~{NOW.replace(tzinfo=None).isoformat()}"):
        assert visit(at(odd), None, NOW).before == ""


def test_the_page_tells_what_is_new_since_the_last_visit(
    desk: TestClient, service: Service
) -> None:
    assert "last visit" not in desk.get("/").text
    long_ago = (datetime.now(UTC) - timedelta(days=2)).isoformat(timespec="seconds")
    desk.cookies.set(COOKIE, f"~{long_ago}~{long_ago}", domain="localhost.local")
    page = desk.get("/", headers={"cookie": f"{COOKIE}=~{long_ago}~{long_ago}"})
    assert "3 reports" in page.text
    assert ">new<" in page.text
    link = page.text.split('href="/?new=')[1].split('"')[0]
    assert "visit" in desk.get(f"/?new={link}").text
    later = "2099-01-01T00:00:00%2B00:00"
    assert "Nothing is told within these filters" in desk.get(f"/?new={later}").text
    assert desk.get("/?new=yesterday").status_code == 400


def test_acts_stand_beside_contacts_and_filters_narrow_both(desk: TestClient) -> None:
    whole = desk.get("/").text
    assert "40 wagons" in whole
    assert whole.index("2 February 2030") < whole.index("40 wagons") < whole.index("11 June 2031")
    assert "40 wagons" not in desk.get("/?kind=contact").text
    assert "11 June 2031" not in desk.get("/?kind=act").text
    assert "40 wagons" in desk.get("/?about=WAGONS").text
    assert 'class="event"' not in desk.get("/?about=WAGONS").text
    month = desk.get("/?since=2031-06&until=2031-06").text
    assert "11 June 2031" in month
    assert "2 February 2030" not in month
    assert 'href="/?since=2031&amp;until=2031&amp;zoom=month"' in desk.get("/").text


def test_a_contact_tells_what_led_to_it_and_what_followed(
    desk: TestClient, service: Service
) -> None:
    visit_ = next(row for row in service.contacts().rows if row.kind == "visit")
    found = service.contact_accounts(visit_.id)
    _, done, _ = service.said_in(found)
    around_ = service.around(found, done)
    assert [entry.what for entry in around_.led] == ["visit Varn in June"]
    assert [line.first_on for line in around_.before] == ["2030-02-02"]
    assert [entry.what for entry in around_.opened] == ["return the cutter Alke"]
    page = desk.get(f"/contacts/{visit_.id}").text
    assert page.index("What led to it") < page.index("visit Varn in June")
    assert page.index("What followed") < page.rindex("return the cutter Alke")


def test_an_actor_has_offices_over_time_and_company(desk: TestClient, service: Service) -> None:
    ada = next(row for row in service.actors(limit=50).rows if row.name == "Ada Roon")
    spell = service.spells(ada.id)[0]
    assert (spell.title, spell.of, spell.first, spell.last, spell.months) == (
        "Foreign Minister", "Sudmark", "2030-02", "2031-06", 3
    )  # fmt: skip
    met = {(each.actor.name, each.times) for each in service.company(ada.id)}
    assert met == {("Mira Oduvan", 2), ("Norland", 2)}
    page = desk.get(f"/actors/{ada.id}").text
    assert "Offices over time" in page
    plot = f"/relations?one={ada.id}&other={service.company(ada.id)[0].actor.id}"
    assert desk.get(plot).status_code == 200


def test_an_issue_has_a_page_of_its_own(desk: TestClient) -> None:
    assert "/issues?issue=trade" in desk.get("/issues").text
    page = desk.get("/issues?issue=trade").text
    assert "Tomas Helk" in page
    assert "No position" in desk.get("/issues?issue=none").text


def test_relations_name_in_the_form_whom_an_address_gives_by_id(
    desk: TestClient, service: Service
) -> None:
    ids = {row.name: row.id for row in service.actors(limit=50).rows}
    page = desk.get(f"/relations?one={ids['Ada Roon']}&other={ids['Mira Oduvan']}").text
    assert 'name="one" list="states" value="Ada Roon"' in page
    assert '<th scope="row">February 2030</th>' in page


def test_a_short_storyline_is_seen_in_months_or_days_at_once(own: Service) -> None:
    desk = TestClient(create_desk(own), base_url="http://localhost")
    assert 'zoom=day" aria-current="true"' in desk.get("/").text
    assert 'zoom=year" aria-current="true"' in desk.get("/?zoom=year").text


def test_columns_name_their_month_and_year_where_these_change() -> None:
    def labels(by: By, *periods: str) -> list[str]:
        told = [Period(period=one, counts={"contact": 1}) for one in periods]
        return [each.label for each in zoom(told, by, "", None, None).columns]

    days = ("2031-12-30", "2031-12-31", "2032-01-02", "2032-02-03", "2032-02-04")
    assert labels("day", *days) == ["30 Dec 2031", "31", "2 Jan 2032", "3 Feb", "4"]
    months = labels("month", "2031-12", "2032-01", "2032-02")
    assert months == ["Dec 2031", "Jan 2032", "Feb"]
    assert labels("year", "2031", "2032") == ["2031", "2032"]
