"""With the headers of the table a browser shows every page whole, and lets others frame the one that is for it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from plugins.library.read_library import read_library
from tests.conftest import Built
from tests.hosting.servers import nginx
from tests.site.kinds import DEMO

pytestmark = pytest.mark.slow
PAGES = ("", "es/", "events/", "events/2026-10/", "news/riverbend-reopens/", "news/returned-late-1/", "feeds/events/")


@pytest.fixture(scope="module")
def served(root: Path, demo: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(demo.output, folder / "www")
    with nginx(folder, read_library(root / "content")[0], folder / "www", ()) as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize("address", [*PAGES, *(kind.address for kind in DEMO if kind.address not in PAGES)])
def test_nothing_of_a_page_is_refused(served: str, page: Page, address: str):
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("requestfailed", lambda request: said.append(f"{request.url} {request.failure}"))
    page.goto(f"{served}{address}", wait_until="networkidle")
    assert said == []
    assert page.evaluate("[...document.styleSheets].every(one => one.cssRules.length > 0)")


def test_icons_and_drawings_are_drawn_although_nothing_in_them_may_run(served: str, page: Page):
    page.goto(f"{served}subscribe/", wait_until="networkidle")
    sides = page.evaluate("[...document.querySelectorAll('svg use')].map(one => one.getBoundingClientRect().width)")
    assert any(sides)
    page.goto(f"{served}news/books-on-wheels-returns/", wait_until="networkidle")
    assert page.evaluate("[...document.images].every(one => one.complete && one.naturalWidth > 0)")
    page.goto(f"{served}images/chess.svg")
    assert page.evaluate("document.documentElement.getBoundingClientRect().width") > 0


def test_a_feed_is_shown_in_its_style(served: str, page: Page):
    page.goto(f"{served}feeds/news.atom.xml", wait_until="networkidle")
    assert page.evaluate("document.styleSheets.length") == 1


@pytest.fixture
def partner(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Return the folder of another site, and its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield tmp_path, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_only_the_list_for_it_can_be_framed(served: str, page: Page, partner: tuple[Path, str]):
    folder, other = partner
    framed = {}
    for number, address in enumerate(("embed/", "embed/central/", "es/embed/", "", "events/", "images/chess.svg")):
        # Each in a file of its own: a browser may keep one that it has just loaded.
        frame = f'<title>Ours</title><iframe src="{served}{address}"></iframe>'
        (folder / f"{number}.html").write_text(frame, "utf-8")
        page.goto(f"{other}{number}.html", wait_until="networkidle")
        framed[address] = page.frames[1].url.startswith(served)
    assert {address for address, is_framed in framed.items() if is_framed} == {"embed/", "embed/central/", "es/embed/"}
