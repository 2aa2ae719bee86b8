"""Every kind of page with JavaScript off: the same words, nothing that waits to be filled, details that open."""

from __future__ import annotations

import pytest

from tests.site.kinds import DEMO, Kind, quickly
from tests.site.visit import PHONE, Opener

pytestmark = pytest.mark.browser

# What a script alone puts on a page: the date in the strip, whose clock it is by, and buttons beside an address.
ADDED = "document.querySelectorAll('[data-today], [data-module=zone], button').forEach((one) => one.remove())"
MAIN = "text(document.querySelector('main'))"
EMPTY = """[...document.querySelectorAll("main p, main h2, main h3, main li, main dd, header p")]
    .filter((one) => asks.visible(one) && !asks.text(one) && !one.querySelector("img, svg, input, hr, .track, .n"))
    .map((one) => asks.name(one))"""


@pytest.mark.parametrize("kind", quickly(DEMO))
def test_everything_can_be_read(visit: Opener, kind: Kind):
    with visit(kind, java_script_enabled=False) as here:
        without, empty = here.ask(MAIN), here.page.evaluate(EMPTY)
        # The style guide shows buttons for their looks; anywhere else one would do nothing.
        assert kind.name == "style guide" or here.page.locator("button").count() == 0
        assert here.page.locator("h1").is_visible()
    with visit(kind) as here:
        here.page.evaluate(ADDED)
        assert len(without) >= len(here.ask(MAIN)) * 0.95
    assert empty == []


@pytest.mark.parametrize("address", ["programs/mending-morning/", "events/"])
def test_details_open(visit: Opener, address: str):
    kind = next(one for one in DEMO if one.address == address)
    with visit(kind, size=PHONE, java_script_enabled=False) as here:
        for details in here.page.locator("details").all():
            inside = details.locator(":scope > :not(summary)").first
            was_open = inside.is_visible()
            details.locator("summary").click()
            assert inside.is_visible() is not was_open


def test_the_lists_of_home_and_of_what_is_on_are_headed_by_an_absolute_date(visit: Opener):
    with visit(DEMO[0], java_script_enabled=False) as here:
        assert here.page.locator("h1").inner_text().split("\n")[0].upper() == "THURSDAY"
        assert "As of Thursday 8 October, 2:20 pm" in here.ask(MAIN)
        assert here.page.locator(".strip [data-today]").is_hidden()
    with visit(DEMO[1], java_script_enabled=False) as here:
        assert "As of Thursday 8 October, 2:20 pm" in here.ask(MAIN)
