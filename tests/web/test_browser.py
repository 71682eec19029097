"""The desk in a real browser: an analyst's visit, every page, hostile words, accessibility."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="needs Playwright's package to drive a browser")

from playwright.sync_api import Browser, Page, expect
from tests.web.browser import WIDE, Watch, chromium, served, violations
from tests.web.conftest import CALL

from communique.service import Service
from communique.settings import load

ASKING = """\
MARREK, May 3, 2031 (Meridian Wire) - The President of Tarvenia, Ottmar Relk, demanded that \
Soldava release the crew of the trawler Sterna.

"The gates stay shut for a week," one of the delegates said. "Nobody wants that to last," one of \
the delegates said.
"""
GRANTING = """\
KESSAR, May 20, 2031 (Kessar Post) - The Prime Minister of Soldava, Ilena Dravo, agreed to \
release the crew of the trawler Sterna.
"""
#: A telephone's width.
NARROW = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(sample: Service) -> Iterator[str]:
    with served(sample) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=WIDE)
    context.set_default_timeout(30_000)
    page = context.new_page()
    watch = Watch(page)
    yield page
    context.close()
    assert watch.complaints == []


def pages(service: Service) -> list[str]:
    """Return an address of every kind of page, with and without anything on it."""
    contacts = service.contact_lines(limit=100).rows
    told = max(contacts, key=lambda each: len(each.reports))
    states = [row.name for row in service.actors(limit=100).rows if row.kind == "state"]
    found = [
        "/",
        "/?since=2090",
        f"/contacts/{told.id}",
        "/actors",
        f"/actors/{service.actors(limit=1).rows[0].id}",
        "/issues",
        "/ledger",
        "/ledger?since=2090",
        "/forecasts",
        "/relations",
        f"/relations?one={states[0]}&other={states[1]}",
        "/reports",
        "/ask",
        "/ask?q=Who+called+whom%3F",
        "/ask?q=zebra",
        "/review",
        "/review?sort=slot",
        "/add",
        "/log",
        "/api",
    ]
    found += [f"/reports/{row.id}" for row in service.reports(limit=3).rows]
    for rows in (service.statements, service.acts, service.positions, service.figures):
        found += [f"/claims/{row.id}" for row in rows(limit=1).rows]
    return found


def test_an_analyst_prepares_a_meeting(page: Page, address: str) -> None:
    page.goto(address)
    several = page.locator(".event:has(.accounts)").first
    several.locator(".title a").click()

    table = page.locator("table.accounts")
    expect(table).to_be_visible()
    assert table.locator("thead th").count() > 1
    assert table.locator("tr.differ, tr.agree").count() > 0

    table.locator("thead .source a").first.click()
    expect(page.locator(".at:target").first).to_be_visible()
    speech = page.locator(".text .say-1").first
    assert speech.evaluate("each => getComputedStyle(each).backgroundColor") != "rgba(0, 0, 0, 0)"
    page.get_by_label("speech", exact=True).uncheck()
    assert speech.evaluate("each => getComputedStyle(each).backgroundColor") == "rgba(0, 0, 0, 0)"

    page.get_by_role("link", name="Actors", exact=True).click()
    page.locator("tbody th a").first.click()
    expect(page.get_by_role("heading", name="Contacts")).to_be_visible()

    page.get_by_role("link", name="Ledger", exact=True).click()
    entry = page.locator(".entry").first
    entry.locator("h2 a[href^='/claims/']").click()
    expect(page.locator("mark").first).to_be_visible()

    page.keyboard.press("/")
    page.keyboard.type("How long did the call last?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What the reports say")).to_be_visible()
    expect(page.locator(".answer mark").first).to_be_visible()


def test_a_decision_by_keyboard_is_in_the_log_and_can_be_undone(page: Page, address: str) -> None:
    page.goto(f"{address}/review?sort=same")
    before = page.locator(".review").count()
    assert before > 2
    for key in ("j", "j", "j", "k"):
        page.keyboard.press(key)
    card = page.locator(".review").nth(1)
    expect(card).to_be_focused()
    items = [each.get_attribute("href") for each in card.locator(".side p:first-child a").all()]
    page.keyboard.press("w")
    page.keyboard.type("so says the list of delegates")
    page.keyboard.press("Enter")
    expect(card).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("d")
    # What the program took the two to be the same for may go with it.
    assert page.locator(".review").count() < before
    expect(page.locator(".review").nth(1)).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("so says the list of delegates")

    page.get_by_role("link", name="log", exact=True).click()
    expect(page.get_by_label("only those of persons")).to_be_checked()
    line = page.locator("tbody tr").first
    assert [each.get_attribute("href") for each in line.locator("td a").all()] == items
    expect(line).to_contain_text("Analyst")
    page.goto(f"{address}/review?sort=same")
    with page.expect_navigation():
        page.keyboard.press("u")
    assert page.locator(".review").count() == before


def test_contradictions_and_claims_are_decided_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/review?sort=slot")
    before = page.locator(".review").count()
    kept = page.locator(".review .versions strong").nth(1).inner_text()
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("2")
    assert page.locator(".review").count() == before - 1
    expect(page.get_by_role("status")).to_contain_text("correct")
    page.goto(f"{address}/contacts/" + _of_last(page))
    expect(page.locator("table.accounts")).to_contain_text(kept)
    page.goto(f"{address}/review?sort=claim")
    before = page.locator(".review").count()
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.keyboard.type("Ottmar Relk")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".review").count() == before - 1
    for _ in range(10):
        if not page.locator("[data-undo]").count():
            break
        with page.expect_navigation():
            page.keyboard.press("u")
    page.goto(f"{address}/review?sort=claim")
    assert page.locator(".review").count() == before


def test_settlements_and_speakers_are_decided_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "ask.txt").write_text(ASKING, encoding="utf-8")
    (tmp_path / "grant.txt").write_text(GRANTING, encoding="utf-8")
    settings = load({}, record=tmp_path / "record.sqlite", reader="rules", by="Analyst")
    with Service(settings) as service:
        service.add([tmp_path / "ask.txt", tmp_path / "grant.txt"])
        with served(service) as address:
            page = browser.new_page(viewport=WIDE)  # type: ignore[arg-type]
            watch = Watch(page)
            for key, status in (("a", "granted"), ("c", "broken"), ("r", "open")):
                page.goto(f"{address}/review?sort=settled")
                expect(page.locator(".review")).to_have_count(1)
                expect(page.locator(".review .side")).to_have_count(2)
                page.keyboard.press("j")
                with page.expect_navigation():
                    page.keyboard.press(key)
                    if key == "c":
                        page.keyboard.type("broken")
                        page.keyboard.press("Enter")
                expect(page.locator(".review")).to_have_count(0)
                page.goto(f"{address}/ledger")
                badge = page.locator(".entry .meta .badge").nth(1)
                expect(badge).to_have_text(status)
                page.goto(f"{address}/review?sort=settled")
                with page.expect_navigation():
                    page.keyboard.press("u")

            page.goto(f"{address}/review?sort=claim")
            card = page.locator(".review").filter(has_text="one of the delegates")
            expect(card).to_contain_text("2 statements of one report")
            card.focus()
            page.keyboard.press("c")
            page.keyboard.type("Ilena Dravo")
            with page.expect_navigation():
                page.keyboard.press("Enter")
            expect(page.get_by_role("status")).to_contain_text("and 1 more at once")
            page.goto(f"{address}/log?persons=true")
            lines = page.locator("tbody tr").filter(has_text="speaker")
            expect(lines).to_have_count(2)
            page.goto(f"{address}/review?sort=claim")
            with page.expect_navigation():
                page.keyboard.press("u")
            expect(page.locator(".review").filter(has_text="one of the delegates")).to_have_count(1)
            assert watch.complaints == []
            page.close()


def _of_last(page: Page) -> str:
    """Return the id of what was decided on last."""
    return page.get_by_role("status").locator("code").first.inner_text()


def test_reports_are_added_by_a_form(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(CALL, encoding="utf-8")
    (tmp_path / "none.txt").write_text("", encoding="utf-8")
    settings = load({}, record=tmp_path / "record.sqlite", reader="rules")
    for scripted in (True, False):
        with Service(settings) as service:
            service.add([tmp_path / "one.txt"])
            with served(service) as address:
                context = browser.new_context(java_script_enabled=scripted)
                page = context.new_page()
                page.goto(f"{address}/reports")
                page.get_by_role("link", name="Add reports").click()
                page.set_input_files(
                    "input[type=file]", [tmp_path / "one.txt", tmp_path / "none.txt"]
                )
                page.get_by_role("button", name="Add").click()
                if not scripted:
                    while page.get_by_role("link", name="Look again").count():
                        page.get_by_role("link", name="Look again").click()
                expect(page.get_by_role("heading", name="Not used")).to_be_visible(timeout=20_000)
                expect(page.locator("main")).to_contain_text("none.txt")
                expect(page.get_by_role("heading", name="Reports added")).to_be_visible()
                context.close()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_every_page_opens_and_fits(
    page: Page, address: str, sample: Service, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    for path in pages(sample):
        answer = page.goto(address + path)
        assert answer
        assert answer.status == 200, path
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, (path, wider)


def test_a_long_time_scrolls_within_the_page(page: Page, address: str) -> None:
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    page.goto(address)
    columns = page.locator(".columns")
    # As many years as a large record tells of.
    columns.evaluate(
        "all => { for (let n = 0; n < 99; n++) all.append(all.lastElementChild.cloneNode(true)) }"
    )
    assert columns.evaluate("each => each.parentElement.scrollWidth > innerWidth")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_every_page_can_be_read_without_its_script(
    browser: Browser, address: str, sample: Service
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in pages(sample):
        answer = page.goto(address + path)
        assert answer
        assert answer.ok, path
        expect(page.locator("h1")).to_be_visible()
    page.goto(address)
    page.locator(".event:not(.deed) .title a").first.click()
    expect(page.locator("article.contact")).to_be_visible()
    context.close()


def kinds_of_pages(service: Service) -> list[str]:
    """Return one address of each kind of page, and one on which there is nothing."""
    kinds: dict[tuple[str, bool], str] = {}
    for path in pages(service):
        kinds.setdefault((path.split("?")[0].split("/")[1], "?" in path), path)
    return [*kinds.values(), "/contacts/c-000000000000"]


def test_axe_finds_nothing(browser: Browser, address: str, sample: Service) -> None:
    assert violations(browser, [address + path for path in kinds_of_pages(sample)]) == []


def test_hostile_words_harm_nothing(page: Page, service: Service) -> None:
    report = next(row for row in service.reports().rows if "hostile" in row.label)
    contact = next(row for row in service.contacts().rows if row.report.id == report.id)
    with served(service) as address:
        for path in (f"/reports/{report.id}", f"/contacts/{contact.id}", "/", "/ask?q=harmed"):
            page.goto(address + path)
            assert page.title() != "harmed"
            assert page.locator("main script, main img").count() == 0


def test_all_sections_are_in_sight_on_a_small_laptop(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1080, "height": 720})
    page.goto(address)
    sections = page.locator("header.bar nav ul")
    assert sections.evaluate("each => each.scrollWidth <= each.clientWidth")
