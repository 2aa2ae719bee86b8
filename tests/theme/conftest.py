"""The theme's scripts on a web host of the loopback, in a Chromium whose own clock and zone must not matter."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

STATIC = Path(__file__).resolve().parents[2] / "theme" / "static"
PAGE = """<!doctype html><html lang="{lang}" data-zone="America/Denver"><meta charset="utf-8"><title>t</title>
<link rel="icon" href="data:,"><script type="module" src="/js/site.js"></script><body>{body}</body></html>"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(STATIC)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module")
def empty(browser: Browser, address: str) -> Iterator[Page]:
    """Give a page in a far zone, whose own clock must not matter."""
    page = browser.new_context(timezone_id="Pacific/Auckland").new_page()
    page.goto(f"{address}/icons/icons.svg")
    yield page
    page.context.close()


@pytest.fixture
def opened(browser: Browser, address: str):
    """Open a page with the site's scripts at a moment, as a reader on the other side of the world does."""
    contexts = []

    def open_(body: str, instant: str, lang: str = "en", search: str = "") -> Page:
        context = browser.new_context(timezone_id="Pacific/Auckland")
        contexts.append(context)
        page = context.new_page()
        failures: list[str] = []
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.clock.install(time=datetime.fromisoformat(instant))
        page.route("**/page.html*", lambda route: route.fulfill(body=PAGE.format(lang=lang, body=body)))
        page.goto(f"{address}/page.html{search}", wait_until="networkidle")
        page.wait_for_timeout(50)
        assert not failures
        return page

    yield open_
    for context in contexts:
        context.close()
