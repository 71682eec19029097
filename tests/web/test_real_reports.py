"""Every kind of page on the five real reports: it opens, complains of nothing, axe is content."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path, PurePath

import pytest

pytest.importorskip("playwright", reason="needs Playwright's package to drive a browser")

from fastapi.testclient import TestClient
from playwright.sync_api import expect
from tests.web.browser import WIDE, Watch, chromium, served, violations

from communique.service import Service
from communique.settings import load
from communique.web import create_desk

REPORTS = Path(__file__).parents[3] / "shared" / "reports"
#: Pages of a kind that are opened, and that are looked at in the browser.
OPENED, LOOKED_AT = 12, 3

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not REPORTS.is_dir(), reason="needs the real reports beside the checkout"),
]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A record of the real reports."""
    record = tmp_path_factory.mktemp("real") / "record.sqlite"
    with Service(load({}, record=record, reader="rules", by="Analyst")) as service:
        assert service.add([REPORTS]).added == 5
        yield service


def kind_of(address: str) -> str:
    """Return the kind of a page: its first part, its ending, whether more is asked of it."""
    path, _, query = address.partition("?")
    return "/".join(path.split("/")[:2]) + PurePath(path).suffix + ("?" if query else "")


@pytest.fixture(scope="module")
def pages(real: Service) -> dict[str, list[str]]:
    """Return the pages that links lead to from the first page, by kind; all of them open."""
    desk = TestClient(create_desk(real), base_url="http://localhost")
    new, seen = ["/", "/add", "/log"], set[str]()
    kinds: dict[str, list[str]] = defaultdict(list)
    opened = Counter[str]()
    while new:
        address = new.pop(0)
        kind = kind_of(address)
        if address in seen or opened[kind] == OPENED:
            continue
        seen.add(address)
        opened[kind] += 1
        answer = desk.get(address, follow_redirects=True)
        assert answer.status_code == 200, address
        if answer.headers["content-type"].startswith("text/html"):
            if "attachment" not in answer.headers.get("content-disposition", ""):
                kinds[kind].append(address)
            links = re.findall(r'href="(/[^"#]*)', answer.text)
            new += [link.replace("&amp;", "&") for link in links]
    return {kind: some for kind, some in kinds.items() if some}


def test_there_is_a_page_of_every_kind(pages: dict[str, list[str]]) -> None:
    wanted = {"/", "/contacts", "/actors", "/issues", "/ledger", "/forecasts", "/relations"}
    wanted |= {"/reports", "/claims", "/ask", "/review", "/log", "/add"}
    assert wanted <= {kind.rstrip("?") for kind in pages}


def test_no_page_complains(real: Service, pages: dict[str, list[str]]) -> None:
    asked = ["/ask?q=Who+called+whom%3F", "/ask?q=When+was+the+call%3F"]
    chosen = [address for some in pages.values() for address in some[:LOOKED_AT]]
    with served(real) as desk, chromium() as browser:
        page = browser.new_page(viewport=WIDE)  # type: ignore[arg-type]
        page.set_default_timeout(60_000)
        watch = Watch(page)
        for address in [*chosen, *asked]:
            answer = page.goto(desk + address)
            assert answer
            assert answer.status == 200, address
            expect(page.locator("h1")).to_be_visible()
            wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wider <= 0, address
            assert watch.complaints == [], address


def test_axe_finds_nothing_on_them(real: Service, pages: dict[str, list[str]]) -> None:
    with served(real) as desk, chromium() as browser:
        assert violations(browser, [desk + some[0] for some in pages.values()]) == []
