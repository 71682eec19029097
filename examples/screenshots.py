"""Pictures of the desk for the documentation, from the shipped storyline.

``python -m examples.screenshots`` writes ``docs/images/desk-*.png``. It needs the development
tools and a chromium on the machine.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from communique.service import Service
from communique.settings import load

#: As it is told from the root of the checkout, so that no path of a machine is in a picture.
STORYLINE = Path("examples") / "storyline"
FOLDER = Path("docs/images")
WIDE, NARROW = (1080, 720), (390, 720)


def main() -> None:
    """Write the pictures into ``docs/images``, or into the folder that is named."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        record = Path(made) / "record.sqlite"
        with Service(load({}, record=record, reader="rules", by="Analyst")) as service:
            service.add([STORYLINE])
            for name in take(service, folder):
                print(name)


def shown(service: Service) -> dict[str, str]:
    """Return the addresses of the pages to be shown, by the pictures' names."""
    contacts = service.contact_lines(limit=100).rows
    told = max(contacts, key=lambda each: len(each.reports))
    report = max(service.reports(limit=100).rows, key=lambda each: sum(each.claims.values()))
    actor = next(row for row in service.actors(limit=20).rows if row.kind == "person")
    states = [row.id for row in service.actors(limit=20).rows if row.kind == "state"]
    issues = service.issues(limit=50).rows
    issue = max(issues, key=lambda each: (each.first != each.last, each.positions)).label
    statement = service.statements(limit=1).rows[0]
    return {
        "storyline": "/",
        "contact": f"/contacts/{told.id}",
        "report": f"/reports/{report.id}",
        "actors": "/actors",
        "actor": f"/actors/{actor.id}",
        "issues": "/issues",
        "issue": f"/issues?issue={quote(issue)}",
        "ledger": "/ledger",
        "forecasts": "/forecasts",
        "relations": f"/relations?one={states[0]}&other={states[1]}",
        "reports": "/reports",
        "claim": f"/claims/{statement.id}",
        "add": "/add",
        "log": "/log",
        "ask": "/ask?q=How+long+did+the+call+last%3F",
        "review": "/review",
    }


def take(service: Service, folder: Path) -> list[Path]:
    """Take the pictures; return where they are. Some are dark, one is narrow."""
    from playwright.sync_api import sync_playwright
    from tests.web.browser import served

    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        sys.exit("no chromium on this machine: install Debian's package chromium")
    written = []
    with served(service) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, page_of in shown(service).items():
            page = browser.new_page(
                viewport={"width": WIDE[0], "height": WIDE[1]},
                color_scheme="dark" if name == "ask" else "light",
            )
            page.goto(address + page_of)
            written.append(folder / f"desk-{name}.png")
            page.screenshot(path=written[-1])
            page.close()
        page = browser.new_page(viewport={"width": NARROW[0], "height": NARROW[1]})
        page.goto(address + shown(service)["contact"])
        written.append(folder / "desk-narrow.png")
        page.screenshot(path=written[-1])
        browser.close()
    return written


if __name__ == "__main__":
    main()
