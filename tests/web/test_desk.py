from __future__ import annotations

import gc
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from communique.service import Service
from communique.settings import load
from communique.web import create_desk

#: What is taken away, of which test_takeaway.py opens some of every kind.
_TAKEN = ("/briefs/", "/tables/", "/calendar.ics", "/plots/", "/dossier.html")
PAGES = (
    "/",
    "/actors",
    "/issues",
    "/ledger",
    "/forecasts",
    "/relations",
    "/relations?one=Tarvenia&other=Soldava",
    "/reports",
    "/ask",
    "/ask?q=Who+called+whom%3F",
    "/review",
    "/add",
    "/log",
    "/api",
)


def everything(desk: TestClient, service: Service) -> list[str]:
    """Return the addresses of all pages of a small record."""
    found = list(PAGES)
    for listing in (
        service.reports(),
        service.actors(),
        service.contacts(),
        service.acts(),
        service.statements(),
        service.positions(),
        service.figures(),
    ):
        for row in listing.rows:
            found.append(f"/words/{row.id}")
    return found


def test_every_page_opens_and_every_link_on_it_leads_somewhere(
    desk: TestClient, service: Service
) -> None:
    seen: set[str] = set()
    new = everything(desk, service)
    while new:
        address = new.pop()
        answer = desk.get(address)
        assert answer.status_code == 200, address
        seen.add(address)
        if answer.headers["content-type"].startswith("text/html"):
            links = re.findall(r'(?:href|src)="(/[^"#]*)', answer.text)
            links = [link for link in links if not link.startswith(_TAKEN)]
            new += {link.replace("&amp;", "&") for link in links} - seen - set(new)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_forbids_itself_what_is_not_the_desks(desk: TestClient, address: str) -> None:
    answer = desk.get(address)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<script(?! src=)|<style|<[^>]*\s(?:on\w+|style)=", answer.text)


def test_a_reports_markup_stays_text(desk: TestClient, service: Service) -> None:
    report = next(row for row in service.reports().rows if "hostile" in row.label)
    page = desk.get(f"/reports/{report.id}").text
    assert "&lt;script&gt;alert(1)" in page
    for address in everything(desk, service):
        text = desk.get(address).text
        assert "<script>alert" not in text
        assert "<img src=x" not in text


def test_contacts_without_an_id_are_the_storyline(desk: TestClient) -> None:
    assert desk.get("/contacts", follow_redirects=False).headers["location"] == "/"


def test_a_words_address_leads_to_them_in_the_text(desk: TestClient, service: Service) -> None:
    statement = service.statements().rows[0]
    answer = desk.get(f"/words/{statement.id}", follow_redirects=False)
    assert answer.headers["location"] == f"/reports/{statement.report.id}#w-{statement.id}"
    assert f'id="w-{statement.id}"' in desk.get(answer.headers["location"]).text


def test_a_decision_shows_on_its_page_and_can_be_undone(own_desk: TestClient, own: Service) -> None:
    contact = own.contacts().rows[0].id
    here = f"/contacts/{contact}"
    form = {"verdict": "confirm", "item": contact, "back": here, "why": "seen in the readout"}
    answer = own_desk.post("/decide", data=form)
    assert answer.url.path == here
    assert "seen in the readout" in answer.text
    judgement = re.search(r'name="judgement" value="(j-\w+)"', answer.text)
    assert judgement
    undone = own_desk.post("/undo", data={"judgement": judgement[1], "back": here})
    assert "seen in the readout" not in undone.text
    assert "seen in the readout" in own_desk.get("/log").text


def test_a_form_leads_back_to_the_desk_alone(own_desk: TestClient, own: Service) -> None:
    contact = own.contacts().rows[0].id
    for back in ("//evil.example/", "http://evil.example/", "evil", "/\\evil"):
        form = {"verdict": "confirm", "item": contact, "back": back}
        answer = own_desk.post("/decide", data=form, follow_redirects=False)
        assert answer.headers["location"] == "/", back


def test_an_answer_is_told_in_words(desk: TestClient) -> None:
    page = desk.get("/ask?q=How+long+did+the+call+last%3F").text
    assert "<bdi>50 minutes</bdi>" in page
    assert "PT50M" not in page


def test_filters_with_few_values_offer_them(desk: TestClient) -> None:
    page = desk.get("/ledger?kind=ask").text
    assert "<option selected>ask</option>" in page
    assert "<option>invitation</option>" in page
    story = desk.get("/?kind=call").text
    assert '<optgroup label="contacts">' in story
    assert "<option selected>call</option>" in story
    # A value that an address brings stays one, whatever it is.
    assert "<option selected>stroll</option>" in desk.get("/?kind=stroll").text


def test_words_found_are_narrowed_by_filters(desk: TestClient) -> None:
    page = desk.get("/ask?q=Relk&kind=report&since=2031").text
    assert '<input type="hidden" name="q" value="Relk">' in page
    assert "<mark>Relk</mark>" in page
    nothing = desk.get("/ask?q=Relk&until=1999").text
    assert "No report has all of these words within these filters." in nothing


def test_words_found_for_a_question_need_not_have_those_that_make_it_one(desk: TestClient) -> None:
    page = desk.get("/ask?q=How+long+did+the+call+with+Dravo+last%3F").text
    assert "Looked for without the words that make it a question: <bdi>Dravo call</bdi>" in page
    assert "<mark>Dravo</mark>" in page.partition("Words found")[2]
    assert "make it a question" not in desk.get("/ask?q=Dravo").text


def test_what_is_not_there_is_told_in_a_page(desk: TestClient) -> None:
    for address in ("/nonsense", "/contacts/c-000000000000", "/reports/r-0000000000000000"):
        answer = desk.get(address)
        assert answer.status_code == 404
        assert "</html>" in answer.text


@pytest.mark.parametrize(
    "name", ["timeline", "actors", "positions", "ledger", "forecasts", "reports"]
)
def test_a_list_can_be_taken_away(desk: TestClient, name: str) -> None:
    answer = desk.get(f"/tables/{name}.csv")
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    assert answer.text.startswith("\ufeffid,")


def test_a_tables_lines_are_filtered_like_the_page(desk: TestClient) -> None:
    assert len(desk.get("/tables/contacts.csv?kind=call").text.splitlines()) == 2
    assert desk.get("/tables/nonsense.csv").status_code == 400
    assert desk.get("/tables/ledger.csv?kind=nonsense").status_code == 400


def test_a_selection_can_be_taken_away_as_a_dossier(desk: TestClient) -> None:
    assert "Ottmar Relk" in desk.get("/dossier.html?kind=call").text


@pytest.fixture
def unfrozen() -> Iterator[None]:
    """Let the garbage collector look at what was there again: what stays frozen is never freed."""
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("unfrozen")
def test_the_desk_is_made_ready_before_the_first_visit(service: Service, tmp_path: Path) -> None:
    from communique.web.drawing import _environment
    from communique.web.warming import warm

    warm(service).join(60)
    cached = {str(name) for _, name in _environment().cache or ()}
    assert {"storyline.html.j2", "review.html.j2", "contact.html.j2", "frame.html.j2"} <= cached
    with Service(load({}, record=tmp_path / "none.sqlite")) as nothing:
        thread = warm(nothing)
        thread.join(60)
        assert not thread.is_alive()


def test_an_empty_list_leads_to_all_of_it_or_to_more_reports(
    desk: TestClient, tmp_path: Path
) -> None:
    narrowed = desk.get("/?kind=visit&since=1950&until=1951").text
    assert 'Nothing is told within these filters. <a href="?">Show all</a>' in narrowed
    assert '<a class="clear" href="?">Clear</a>' in narrowed
    assert 'href="?q=Relk">Clear</a>' in desk.get("/ask?q=Relk&until=1999").text
    assert "Clear</a>" not in desk.get("/").text
    with Service(load({}, record=tmp_path / "none.sqlite", reader="rules")) as service:
        bare = TestClient(create_desk(service), base_url="http://localhost")
        assert '<a href="/add">Add reports here</a>' in bare.get("/").text
        (tmp_path / "one.txt").write_text("No news.", encoding="utf-8")
        service.add([tmp_path / "one.txt"])
        for address in ("/", "/ledger", "/forecasts", "/issues", "/actors"):
            assert '. <a href="/add">Add reports</a>' in bare.get(address).text
        assert "Nothing has been decided yet." in bare.get("/log").text


def test_an_error_is_told_as_it_was_typed(desk: TestClient) -> None:
    assert "No actor is called &#39;Qeth Ban&#39;" in desk.get("/reports?actor=Qeth+Ban").text


def test_a_claims_page_says_what_it_claims_and_of_whom(desk: TestClient, service: Service) -> None:
    (act,) = [row for row in service.acts().rows if row.type == "request"]
    page = desk.get(f"/claims/{act.id}").text
    heading = re.search(r"<h1>(.*?)</h1>", page)
    assert heading
    assert heading[1] == "Request: Ottmar Relk to Soldava"
    assert f'href="/actors/{act.actor.id}"' in page if act.actor else False
    assert re.search(r"<dt>what</dt><dd><bdi>release the crew</bdi></dd>", page)
    assert act.id in page


def test_a_contacts_accounts_are_told_by_whose_they_are(sample: Service) -> None:
    sample_desk = TestClient(create_desk(sample), base_url="http://localhost")
    found = re.findall(r'<a href="(/contacts/c-\w+)"', sample_desk.get("/?kind=call").text)
    pages = [sample_desk.get(call).text for call in found]
    heads = [head for page in pages for head in re.findall(r'<th scope="col".*?</th>', page)]
    assert any("Government of Soldava" in head for head in heads)
    assert any('data-report="Government of Soldava"' in page for page in pages)


def test_the_api_is_described_on_a_page(desk: TestClient) -> None:
    page = desk.get("/api").text
    paths = desk.get("/api/v1/openapi.json").json()["paths"]
    assert page.count('class="card operation"') == sum(len(methods) for methods in paths.values())
    assert '<a href="/api/v1/contacts">/api/v1/contacts</a>' in page
    assert "One of: call, meeting" in page
    assert "Takes multipart/form-data" in page
    assert "<code>verdict</code> (must be)" in page


def test_an_address_that_the_api_lacks_is_told_with_the_way_on(desk: TestClient) -> None:
    error = desk.get("/api/v1/nonsense").json()["error"]
    assert error["subject"] == "/api/v1/nonsense"
    assert "openapi.json" in error["remedy"]


def test_added_reports_tell_how_their_dates_were_read(own_desk: TestClient) -> None:
    text = b"Harbour talks\n03/04/2031\n\nMinister Ana Torv met Minister Rolf Brand.\n"
    sent = [("files", ("<b>talks.txt", text))]
    begun = own_desk.post("/add", files=sent, follow_redirects=False).headers["location"]
    until = time.monotonic() + 60
    while "data-unfinished" in (page := own_desk.get(begun).text):
        assert time.monotonic() < until
        time.sleep(0.05)
    assert "Dates that can be read two ways" in page
    assert "&lt;b&gt;talks.txt</bdi>: published 4 March 2031 or 3 April 2031" in page
    assert "<b>talks" not in page
