"""Every page of every site: one h1, a language, a title and a description, headings in order, nothing inline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from urllib.parse import urlsplit

import html5lib
import pytest

from plugins.kernel.languages import direction
from tests.site.kinds import EVERY, SITES
from tests.site.reading import Element, Reading

TITLE = range(10, 71)
DESCRIPTION = range(50, 171)
# The Nu checker reads them all (test_valid_html.py); here is one page of each kind.
ADDRESSES = {kind.address for kind in EVERY}
LABELS = ("aria-label", "aria-labelledby")


@pytest.fixture(scope="module", params=SITES)
def pages(request: pytest.FixtureRequest, readings: Callable[[str], dict[str, Reading]]) -> list[Reading]:
    return list(readings(request.param).values())


def found(pages: list[Reading], look: Callable[[Reading], Iterator[str]]) -> list[str]:
    """Return what is wrong with all pages, with the page in front."""
    return [f"/{page.address}: {what}" for page in pages for what in look(page)]


def of_the_head(page: Reading) -> Iterator[str]:
    html, titles, descriptions = page.all("html")[0], page.all("title"), page.meta("description")
    if direction(html["lang"]) != html["dir"]:
        yield f"{html['lang']} is not written {html['dir']}"
    if [len(one.text) for one in titles if len(one.text) in TITLE] == []:
        yield f"titles {[one.text for one in titles]}"
    if len(descriptions) != 1 or len(descriptions[0]) not in DESCRIPTION:
        yield f"descriptions {descriptions}"
    canonical = [urlsplit(one["href"]) for one in page.all("link") if one["rel"] == "canonical"]
    if page.path != "404.html" and not (len(canonical) == 1 and canonical[0].scheme == "https"):
        yield f"canonical {canonical}"


def of_the_outline(page: Reading) -> Iterator[str]:
    headings = page.all("h1", "h2", "h3", "h4", "h5", "h6")
    levels = [int(one.tag[1]) for one in headings]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1"
    yield from (f"h{b} after h{a}" for a, b in pairwise(levels) if b > a + 1)
    yield from (f"an empty {one.tag}" for one in headings if not one.text.strip())
    yield from (f"id {one} {count} times" for one, count in Counter(page.ids).items() if count > 1)
    named = [one for one in page.elements if one.has("aria-labelledby")]
    yield from (f"no {one['aria-labelledby']}" for one in named if one["aria-labelledby"] not in page.ids)


def of_the_ways(page: Reading) -> Iterator[str]:
    body = page.elements.index(page.all("body")[0])
    first = page.elements[body + 1]
    if first.tag != "a" or first["href"].removeprefix("#") not in page.ids:
        yield "the skip link is not first, or leads nowhere"
    yield from ("a nav without a name" for one in page.all("nav") if not any(map(one.has, LABELS)))
    for tag in ("main", "header", "footer"):
        if not page.all(tag):
            yield f"no {tag}"
    in_menu = page.address.startswith(("events/", "programs/", "news/", "branches/", "subscribe/"))
    if in_menu and not any(one.has("aria-current") for one in page.all("a")):
        yield "no aria-current"
    yield from (f"no alt: {one['src']}" for one in page.all("img") if not one.has("alt"))
    yield from (f"no size: {one['src']}" for one in page.all("img") if not (one["width"] and one["height"]))


def of_what_is_inline(page: Reading) -> Iterator[str]:
    # A data block is no script: no browser runs it, and a policy does not look at it.
    data = "application/ld+json"

    def is_bad(one: Element) -> bool:
        is_script = one.tag == "script" and not one.has("src") and one["type"] != data
        return one.tag == "style" or is_script or one.has("style")

    yield from (f"<{one.tag}> {one.attributes}" for one in page.elements if is_bad(one))
    handlers = ((one.tag, name) for one in page.elements for name in one.attributes if name.startswith("on"))
    yield from (f"{name} on <{tag}>" for tag, name in handlers)
    scripted = [link for link in page.links if re.match(r"\s*(javascript|data|vbscript):", link, re.IGNORECASE)]
    yield from scripted


LOOKS = (of_the_head, of_the_outline, of_the_ways, of_what_is_inline)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.__name__)
def test_every_page_is_well_made(pages: list[Reading], look: Callable[[Reading], Iterator[str]]):
    assert found(pages, look) == []


def test_every_page_has_an_address_of_its_own(pages: list[Reading]):
    own = [page for page in pages if not page.has_moved]
    canonical = Counter(one["href"] for page in own for one in page.all("link") if one["rel"] == "canonical")
    assert [address for address, count in canonical.items() if count > 1] == []


def test_html_is_parsed_without_a_single_error(pages: list[Reading]):
    def errors(page: Reading) -> Iterator[str]:
        parser = html5lib.HTMLParser()
        parser.parse(page.html)
        yield from (f"{where} {code} {values}" for where, code, values in parser.errors)

    assert found([page for page in pages if page.address in ADDRESSES], errors) == []
