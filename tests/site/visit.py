"""Opens pages of the built sites in Chromium, at the moment they were built for unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

ASKS = Path(__file__).with_name("in_page.js").read_text(encoding="utf-8")
# Thursday 8 October 2026, 2:20 pm in Juniper.
BUILT_FOR = datetime(2026, 10, 8, 20, 20, tzinfo=UTC)
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}


@dataclass(slots=True, kw_only=True)
class Open:
    """An open page, and what was heard while it loaded."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ask(self, question: str) -> Any:
        """Return the answer of a function of in_page.js."""
        return self.page.evaluate(f"asks.{question}")

    def restyle(self, style: str) -> None:
        """Lay a reader's own style over the page, as browsers do it: no style element, which its policy refuses."""
        make = "const own = new CSSStyleSheet(); own.replaceSync(text); document.adoptedStyleSheets = [own];"
        self.page.evaluate(f"(text) => {{ {make} }}", style)

    def resize(self, width: int, height: int = 800) -> None:
        self.page.set_viewport_size({"width": width, "height": height})


Opener = Callable[..., AbstractContextManager[Open]]


def new_context(browser: Browser, at: datetime = BUILT_FOR, **options: Any) -> BrowserContext:
    """Return a context whose clock stands still at a moment; options are those of Playwright's new_context."""
    context = browser.new_context(**options)
    context.clock.set_fixed_time(at)
    return context


@contextmanager
def opened(page: Page, address: str, size: dict[str, int] = DESKTOP) -> Iterator[Open]:
    """Open an address in a tab, which is left empty afterwards."""
    here = Open(page=page)
    heard = {
        "request": lambda request: here.requests.append(request.url),
        "requestfailed": lambda request: here.complaints.append(f"failed: {request.url}"),
        "console": lambda said: said.type in {"error", "warning"} and here.complaints.append(said.text),
        "pageerror": lambda error: here.complaints.append(str(error)),
    }
    for event, listener in heard.items():
        page.on(event, listener)
    page.set_viewport_size(size)
    page.goto(address)
    page.evaluate(ASKS)
    page.evaluate("asks.ready()")
    try:
        yield here
    finally:
        for event, listener in heard.items():
            page.remove_listener(event, listener)
        page.goto("about:blank")
        page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
