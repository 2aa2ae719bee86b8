"""A reader of feeds that did not write ours, and is no Python: rss-parser, in Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests import npm

VERSION = "3.13.0"
PACKAGE = f"rss-parser@{VERSION}"
SHA512 = (
    "ee3594055e7218ddeba8c323ec266e7e5ff6f7540086faeb1a90cd13893fd366"
    "5c84bd27a62b22618a942c5ef58c210aa08887bcafd0d9ee88903c0fce24fbfb"
)
INSIDE = "package/dist/rss-parser.min.js"


def by_rss_parser(browser: Browser, root: Path, feeds: list[bytes]) -> list[dict[str, Any]]:
    """Return what rss-parser finds in each feed."""
    code = npm.file_of(PACKAGE, INSIDE, SHA512, root / ".venv" / f"rss-parser-{VERSION}.js").read_text("utf-8")
    page = browser.new_page()
    page.add_script_tag(content=code)
    found = [page.evaluate("text => new RSSParser().parseString(text)", data.decode()) for data in feeds]
    page.close()
    return found


def by_dom_parser(browser: Browser, feeds: list[bytes]) -> list[list[str]]:
    """Return the titles that Chromium's own parser of XML finds in each feed; it finds one error in what is not XML."""
    page = browser.new_page()
    script = """text => {
      const parsed = new DOMParser().parseFromString(text, "application/xml");
      return [...parsed.querySelectorAll("parsererror, item > title, entry > title")].map((one) => one.textContent);
    }"""
    found = [page.evaluate(script, data.decode()) for data in feeds]
    page.close()
    return found
