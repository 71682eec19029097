"""Taking things away by the desk's links and by the API, each file read again."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import duckdb
import icalendar
import pypdfium2
import pytest
from fastapi.testclient import TestClient

from communique.api.sending import saved_as
from communique.service import Service
from communique.web.offers import offers

LISTS = ("/", "/actors", "/issues", "/ledger", "/forecasts", "/reports", "/log", "/review")


def pages(service: Service) -> list[str]:
    """Return an address of every kind of page that offers something."""
    found = [*LISTS, "/ask?q=How+long+did+the+call+last%3F"]
    found.append("/relations?one=Tarvenia&other=Soldava&by=month&since=")
    found.append(f"/contacts/{service.contacts().rows[0].id}")
    found.append(f"/actors/{service.actors().rows[0].id}")
    found.append(f"/reports/{service.reports().rows[0].id}")
    found.append(f"/claims/{service.statements().rows[0].id}")
    return found


def offered(desk: TestClient, page: str) -> list[str]:
    text = desk.get(page).text
    control = re.search(r'<details class="takeaway">.*?</details>', text, re.DOTALL)
    assert control, page
    return [link.replace("&amp;", "&") for link in re.findall(r'href="([^"]+)"', control[0])]


def test_every_page_offers_a_brief_and_all_it_offers_is_there(
    desk: TestClient, service: Service
) -> None:
    taken = {}
    for page in pages(service):
        links = offered(desk, page)
        assert {re.sub(r".*\.(\w+)(\?.*)?$", r"\1", link) for link in links[:3]} == {
            "docx",
            "pdf",
            "html",
        }
        for link in links:
            taken[link] = taken.get(link) or desk.get(link)
    for link, answer in taken.items():
        assert answer.status_code == 200, link
        assert "filename=" in answer.headers["content-disposition"], link
        read(link.partition("?")[0].rpartition(".")[2], answer.content)


def read(ending: str, content: bytes) -> None:
    """Open a file by what its name ends with."""
    match ending:
        case "docx":
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                assert "word/footnotes.xml" in package.namelist()
        case "pdf":
            assert len(pypdfium2.PdfDocument(content)) > 0
        case "html":
            assert b"<h1" in content
        case "csv":
            rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
            assert len({len(row) for row in rows}) == 1
        case "parquet":
            assert content[:4] == content[-4:] == b"PAR1"
        case "ics":
            icalendar.Calendar.from_ical(content)
        case "svg":
            assert content.startswith(b"<svg")
        case "png":
            assert content.startswith(b"\x89PNG")
        case _:
            raise AssertionError(ending)


def test_what_a_list_is_filtered_by_goes_along(desk: TestClient) -> None:
    (_, contacts, *_) = offers("/", "actor=Ottmar&since=2031-05-15&after=x&kind=&zoom=day")
    assert contacts.formats[0] == ("CSV", "/tables/meetings.csv?actor=Ottmar&since=2031-05-15")
    table = desk.get("/tables/meetings.csv?actor=Ottmar&since=2031-05-15")
    assert table.headers["content-disposition"].endswith('"meetings-ottmar-2031-05-15.csv"')
    all_rows = len(desk.get("/tables/meetings.csv").text.splitlines())
    assert 1 < len(table.text.splitlines()) < all_rows


def test_the_plot_of_the_storyline_is_as_the_page_is_zoomed(desk: TestClient) -> None:
    plot = offers("/", "zoom=month&after=x&since=2031")[-1]
    assert plot.formats[0] == ("SVG", "/plots/storyline.svg?since=2031&zoom=month")
    assert ">2031-05</text>" in desk.get(plot.formats[0][1]).text
    assert ">2031</text>" in desk.get("/plots/storyline.svg").text


def test_a_table_is_the_same_as_csv_and_as_parquet(desk: TestClient, tmp_path: Path) -> None:
    rows = list(
        csv.reader(io.StringIO(desk.get("/tables/contacts.csv").content.decode("utf-8-sig")))
    )
    (tmp_path / "c.parquet").write_bytes(desk.get("/tables/contacts.parquet").content)
    found = duckdb.sql(f"SELECT * FROM '{tmp_path / 'c.parquet'}'")
    assert found.columns == rows[0]
    ids = [row[0] for row in found.fetchall()]
    assert ids == [row[0] for row in rows[1:]]
    assert len(ids) > 1


def test_the_accounts_of_a_contact_are_a_table(desk: TestClient, service: Service) -> None:
    id = service.contacts().rows[0].id
    rows = list(csv.DictReader(io.StringIO(desk.get(f"/tables/accounts/{id}.csv").text)))
    dates = [row for row in rows if row["slot"] == "date"]
    assert dates
    assert dates[0]["account"] == id
    assert dates[0]["value"].startswith("2031-05")


def test_a_calendar_tells_where_on_the_desk_and_can_be_asked_again(desk: TestClient) -> None:
    first = desk.get("/calendar.ics")
    assert first.headers["content-type"] == "text/calendar; charset=utf-8"
    (event, *_) = icalendar.Calendar.from_ical(first.content).walk("VEVENT")
    assert desk.get(event["url"]).status_code == 200
    again = desk.get("/calendar.ics", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert not again.content


def test_a_calendar_of_an_actor_is_called_so(desk: TestClient, service: Service) -> None:
    actor = service.actors().rows[0]
    made = icalendar.Calendar.from_ical(desk.get(f"/calendar.ics?actor={actor.id}").content)
    assert made["name"] == f"Contacts of {actor.name}"


def test_a_brief_of_a_hostile_report_stays_text(desk: TestClient, service: Service) -> None:
    report = next(row for row in service.reports().rows if "hostile" in row.label)
    html = desk.get(f"/briefs/items/{report.id}.html").text
    assert "<script" not in html
    assert "<img src=x" not in html
    pdf = pypdfium2.PdfDocument(desk.get(f"/briefs/items/{report.id}.pdf").content)
    assert "<img src=x onerror=alert(2)>" in pdf[0].get_textpage().get_text_bounded()


@pytest.mark.parametrize(
    "address",
    [
        "/briefs/nonsense.pdf",
        "/briefs/storyline.odt",
        "/briefs/contact.pdf",
        "/briefs/items/c-000000000000.pdf",
        "/tables/nonsense.csv",
        "/tables/contacts.xls",
        "/plots/relations.gif?one=Tarvenia&other=Soldava",
        "/plots/relations.svg?one=Tarvenia&other=Nowhere",
        "/calendar.ics?since=yesterday",
        "/briefs/storyline.html?limit=0",
    ],
)
def test_what_cannot_be_taken_away_is_told_in_a_page(desk: TestClient, address: str) -> None:
    answer = desk.get(address)
    assert answer.status_code in (400, 404, 422)
    assert "</html>" in answer.text
    assert "takeaway" not in answer.text


def test_pages_that_show_nothing_offer_nothing() -> None:
    assert offers("/ask", "") == ()
    assert offers("/relations", "one=&other=") == ()
    assert offers("/nonsense", "") == ()
    assert offers("/nonsense/c-1", "") == ()


def test_an_address_in_a_page_cannot_break_out_of_it() -> None:
    (brief, *_) = offers('/actors/a"><script>', "")
    assert brief.formats[0][1] == "/briefs/items/a%22%3E%3Cscript%3E.docx"


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("ledger.csv", 'attachment; filename="ledger.csv"'),
        (
            "call-ася.pdf",
            "attachment; filename=\"call-asya.pdf\"; filename*=UTF-8''call-%D0%B0%D1%81%D1%8F.pdf",
        ),
        (
            'a"b\r\nx: y;.pdf',
            "attachment; filename=\"a-b--x--y-.pdf\"; filename*=UTF-8''a%22b%0D%0Ax%3A%20y%3B.pdf",
        ),
    ],
)
def test_a_files_name_goes_over_the_wire(name: str, header: str) -> None:
    assert saved_as(name)["content-disposition"] == header
    header.encode("latin-1")


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/briefs/ledger.json", "application/json"),
        ("/briefs/answer.html?q=Who+called%3F", "text/html; charset=utf-8"),
        ("/briefs/relations.pdf?one=Tarvenia&other=Soldava", "application/pdf"),
        ("/tables/acts.csv?kind=promise", "text/csv; charset=utf-8"),
        ("/tables/acts.parquet", "application/vnd.apache.parquet"),
        ("/tables/relations.csv?one=Tarvenia&other=Soldava", "text/csv; charset=utf-8"),
        ("/calendar.ics?kind=call", "text/calendar; charset=utf-8"),
        ("/plots/relations.svg?one=Tarvenia&other=Soldava", "image/svg+xml"),
        ("/plots/storyline.svg", "image/svg+xml"),
    ],
)
def test_the_api_gives_the_same(desk: TestClient, path: str, media_type: str) -> None:
    answer = desk.get(f"/api/v1{path}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == media_type
    assert answer.content == desk.get(path).content


def test_the_api_takes_any_id_and_tells_its_errors_as_json(
    desk: TestClient, service: Service
) -> None:
    contact = service.contacts().rows[0].id
    assert desk.get(f"/api/v1/briefs/items/{contact}.json").json()["subject"]["of"] == "contact"
    assert desk.get(f"/api/v1/tables/accounts/{contact}.csv").status_code == 200
    missing = desk.get("/api/v1/briefs/items/c-000000000000.pdf")
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "C102")
    assert desk.get("/api/v1/briefs/ledger.odt").status_code == 422


def test_the_apis_description_names_the_files(desk: TestClient) -> None:
    paths = desk.get("/api/v1/openapi.json").json()["paths"]
    content = paths["/briefs/storyline.{format}"]["get"]["responses"]["200"]["content"]
    assert "application/pdf" in content
    assert content["application/json"]["schema"]["$ref"].endswith("/Brief")
    assert (
        "text/calendar; charset=utf-8"
        in (paths["/calendar.ics"]["get"]["responses"]["200"]["content"])
    )
