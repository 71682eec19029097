"""Every kind of page on the five real reports: it opens and complains of nothing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path, PurePath

import pytest

pytest.importorskip("playwright", reason="needs Playwright's package to drive a browser")

from fastapi.testclient import TestClient
from playwright.sync_api import Browser, expect
from tests.web.browser import WIDE, Watch, chromium, served

from communique.service import Service
from communique.settings import load
from communique.web import create_desk

REPORTS = Path(__file__).parents[3] / "shared" / "reports"
#: Pages of a kind that are opened, files of a kind, and pages that the browser looks at.
OPENED, FILES, LOOKED_AT = 4, 1, 1

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not REPORTS.is_dir(), reason="needs the real reports beside the checkout"),
]


def kind_of(address: str) -> str:
    """Return the kind of a page: its first part, its ending, whether more is asked of it."""
    path, _, query = address.partition("?")
    return "/".join(path.split("/")[:2]) + PurePath(path).suffix + ("?" if query else "")


def pages(real: Service) -> dict[str, list[str]]:
    """Return the pages that links lead to from the first page, by kind; all of them open."""
    desk = TestClient(create_desk(real), base_url="http://localhost")
    new, seen = ["/", "/add", "/log"], set[str]()
    kinds: dict[str, list[str]] = defaultdict(list)
    opened = Counter[str]()
    while new:
        address = new.pop(0)
        kind = kind_of(address)
        if address in seen or opened[kind] == (FILES if "." in kind else OPENED):
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


def test_every_kind_of_page(tmp_path: Path) -> None:
    # One test, so that the record is made and gone through once.
    with Service(load({}, record=tmp_path / "real.sqlite", reader="rules", by="Analyst")) as real:
        assert real.add([REPORTS]).added == 5
        found = pages(real)
        wanted = {"/", "/contacts", "/actors", "/issues", "/ledger", "/forecasts", "/relations"}
        wanted |= {"/reports", "/claims", "/ask", "/review", "/log", "/add"}
        assert wanted <= {kind.rstrip("?") for kind in found}
        with served(real) as desk, chromium() as browser:
            no_page_complains(browser, desk, found)


def no_page_complains(browser: Browser, desk: str, found: dict[str, list[str]]) -> None:
    asked = ["/ask?q=Who+called+whom%3F", "/ask?q=When+was+the+call%3F"]
    chosen = [a for kind, some in found.items() for a in some[: 1 if "?" in kind else LOOKED_AT]]
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
    page.close()
