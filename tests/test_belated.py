"""What is said of a report after it was added."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from communique.acquire.options import AcquireOptions
from communique.model.rows import AddSummary, ReportRow
from communique.service import Service
from communique.settings import load

TEXT = "Harbour talks\n03/04/2031\n\nMinister Ana Torv met Minister Rolf Brand in Lusk today.\n"


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with Service(load({}, record=str(tmp_path / "r.sqlite"), reader="rules")) as opened:
        yield opened


@pytest.fixture
def add(service: Service, tmp_path: Path) -> Callable[..., AddSummary]:
    def add(name: str = "inbox/a.txt", text: str = TEXT, **told: str) -> AddSummary:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return service.add([path], AcquireOptions(**told))  # type: ignore[arg-type]

    return add


def only(service: Service) -> ReportRow:
    (row,) = service.reports().rows
    return row


def test_what_was_unknown_is_filled_in_and_stays(
    service: Service, add: Callable[..., AddSummary]
) -> None:
    assert add().added == 1
    id = only(service).id
    assert add(publisher="Quay Radio", published="2031-04-03").re_read == 1
    said = only(service)
    assert (said.id, said.publisher, said.published) == (id, "Quay Radio", "2031-04-03")
    contact = service.contacts().rows[0]
    assert contact.date is not None
    assert contact.date.value == "2031-04-03"
    assert add().unchanged == 1
    assert only(service) == said
    assert add(publisher="Quay Wire", title="Talks").re_read == 1
    again = only(service)
    assert (again.publisher, again.title, again.published) == ("Quay Wire", "Talks", "2031-04-03")
    assert next(iter(service.verify())).faults == ()


def test_dates_in_figures_are_told_and_can_be_read_otherwise(
    service: Service, add: Callable[..., AddSummary]
) -> None:
    (dating,) = add().dates
    assert (dating.published, dating.basis) == (None, "ambiguous: 2031-03-04 or 2031-04-03")
    assert add(order="month-first").dates == ()
    assert only(service).published == "2031-03-04"
    assert add().unchanged == 1
    assert add(order="day-first").re_read == 1
    assert only(service).published == "2031-04-03"


def test_an_address_that_is_said_later_makes_no_second_publication(
    service: Service, add: Callable[..., AddSummary]
) -> None:
    add()
    assert add(url="https://quay.example/1").re_read == 1
    assert add().unchanged == 1
    assert only(service).url == "https://quay.example/1"


def test_the_same_text_elsewhere_is_another_publication(
    service: Service, add: Callable[..., AddSummary]
) -> None:
    add(publisher="Quay Radio")
    assert add("other/a.txt").added == 1
    assert add("third/inbox/a.txt", publisher="Halden Wire").added == 1
    assert add("fourth/inbox/a.txt").unchanged == 1
    assert [row.publisher for row in service.reports().rows].count("Quay Radio") == 1


def test_what_a_sidecar_says_holds_as_well(
    service: Service, add: Callable[..., AddSummary], tmp_path: Path
) -> None:
    add()
    (tmp_path / "inbox/a.json").write_text('{"publisher": "Quay Radio"}')
    assert add().re_read == 1
    assert only(service).publisher == "Quay Radio"
