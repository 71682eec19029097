"""A desk that really listens, and the browser that is pointed at it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Thread

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from communique.service import Service
from communique.web import create_desk

#: The width of a desk.
WIDE = {"width": 1200, "height": 900}
#: Milliseconds that a page may take: a machine that is busy with other things is no fault of it.
_PATIENCE = 30_000
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: All rules but that of contrast, which takes as long as they do and is asked in both schemes.
_PLAIN = {"type": "tag", "values": _RULES}
_CONTRAST = {"type": "rule", "values": ["color-contrast"]}
_RUN = "options => axe.run(document, options)"
#: Unfolds all and returns the kinds of elements that there are: names, classes, roles.
_KINDS = """() => {
  document.querySelectorAll("details").forEach(each => { each.open = true });
  const kind = each => [each.tagName, each.getAttribute("class"), each.getAttribute("role"),
    each.getAttribute("type"), each.parentElement && each.parentElement.tagName].join(" ");
  return [...new Set([...document.querySelectorAll("*")].map(kind))];
}"""
#: Leaves four of those that stand side by side and are of one kind: their colours are the same.
_THIN = """() => {
  for (const parent of document.querySelectorAll("main, main *")) {
    const times = {};
    for (const each of [...parent.children]) {
      const kind = each.tagName + each.className;
      times[kind] = (times[kind] || 0) + 1;
      if (times[kind] > 4) each.remove();
    }
  }
}"""
expect.set_options(timeout=_PATIENCE)


@contextmanager
def served(service: Service, *, password: str = "") -> Iterator[str]:
    """Serve the desk at a port of its own; yield its address."""
    config = uvicorn.Config(
        create_desk(service, password=password),
        port=0,
        log_level="warning",
        lifespan="off",
        ws="none",
    )
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < until
        assert thread.is_alive()
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the machine's own browser; skip where it has none. Nothing is ever downloaded."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("needs a chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


def violations(browser: Browser, addresses: Sequence[str]) -> list[tuple[str, ...]]:
    """Return what axe finds on pages by WCAG 2.2 AA, light and dark, all of them unfolded.

    A page that holds no kind of element which none before it had is passed over; contrast is
    looked at where many stand side by side that are of one kind in four of them.
    """
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe").Axe()
    # axe is put into the page, which the desk's own policy rightly forbids.
    context = browser.new_context(bypass_csp=True, viewport=WIDE)  # type: ignore[arg-type]
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    found, seen = [], set[str]()
    for address in addresses:
        page.emulate_media(color_scheme="light")
        page.goto(address)
        kinds = set(page.evaluate(_KINDS))
        if kinds <= seen:
            continue
        seen |= kinds
        page.evaluate(axe.axe_script)
        looks = [("light", _PLAIN), ("light", _CONTRAST), ("dark", _CONTRAST)]
        for scheme, only in looks:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            rules = {"color-contrast": {"enabled": only is _CONTRAST}}
            options = {"resultTypes": ["violations"], "runOnly": only, "rules": rules}
            if only is _CONTRAST and scheme == "light":
                page.evaluate(_THIN)
            for each in page.evaluate(_RUN, options)["violations"]:
                first = each["nodes"][0]["html"][:200]
                found.append((scheme, address, each["id"], first))
    context.close()
    return found


class Watch:
    """What a page complained of: its console's errors, its own failures, its dialogs."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"failed: {error}"))
        page.on("dialog", self._dialog)

    def _console(self, message: object) -> None:
        if getattr(message, "type", "") in {"error", "warning"}:
            self.complaints.append(f"console: {getattr(message, 'text', '')}")

    def _dialog(self, dialog: object) -> None:
        self.complaints.append("opened a dialog")
        dialog.dismiss()  # type: ignore[attr-defined]
