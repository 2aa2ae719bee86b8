"""On paper: the list of events is a program of a few sheets that ends with the hours, black on the library's paper."""

from __future__ import annotations

import re

import pytest

from tests.site.kinds import DEMO, Kind, quickly
from tests.site.visit import Opener

pytestmark = pytest.mark.browser

POST = next(kind for kind in DEMO if kind.name == "post")
# A film as plugins/tools/videos.py writes it.
FILM = """<figure class="wide"><a class="video" href="https://films.example/w/a"><b>A tour</b>
<span class="play">Watch on PeerTube</span><small>Nothing is loaded from there.</small></a></figure>"""
WHATS_ON = next(kind for kind in DEMO if kind.name == "what's on")
SHEETS = re.compile(rb"/Type\s*/Page[^s]")
# What has a dark ground of its own; colors are computed as rgb(13, 25, 16) or oklch(0.2 0.025 152 / 0.5).
DARK = """[...document.body.querySelectorAll("*")].filter((one) => asks.visible(one)).filter((one) => {
    const [kind, ...numbers] = getComputedStyle(one).backgroundColor.split(/[(), /]+/);
    const [red, green, blue, alpha = "1"] = numbers.filter(Boolean);
    const lightness = kind === "oklch" ? Number(red) : (Number(red) + Number(green) + Number(blue)) / 765;
    return Number(alpha) > 0.5 && lightness < 0.5 && !one.matches("hr, .bar, .nowline");
}).map((one) => asks.name(one))"""


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_whats_on_takes_six_sheets_at_most(visit: Opener, paper: str):
    with visit(WHATS_ON) as here:
        sheets = len(SHEETS.findall(here.page.pdf(format=paper, prefer_css_page_size=False)))
        assert 1 <= sheets <= 6


def test_whats_on_ends_with_the_hours_and_the_address(visit: Opener):
    with visit(WHATS_ON) as here:
        here.page.emulate_media(media="print")
        hours = here.page.locator(".sheet-end")
        assert hours.is_visible()
        for branch in ("Central", "Northside", "Riverbend", "Mill Street"):
            assert branch in hours.inner_text()
        assert "juniper.example/events/" in here.page.locator(".print-name").inner_text()
        assert here.page.locator(".nav").is_hidden()


def test_a_video_of_another_site_is_its_title_on_paper_without_the_button(visit: Opener):
    with visit(POST) as here:
        here.page.locator(".prose").first.evaluate("(text, film) => text.insertAdjacentHTML('beforeend', film)", FILM)
        here.page.emulate_media(media="print")
        assert here.page.locator(".video b").is_visible()
        assert here.page.locator(".video .play").is_hidden()
        address = here.page.evaluate("getComputedStyle(document.querySelector('.video'), '::after').content")
        assert "https://films.example/w/a" in address


# The style guide is about colors, and shows them.
@pytest.mark.parametrize("kind", quickly(kind for kind in DEMO if kind.name != "style guide"))
def test_nothing_is_printed_on_a_dark_ground(visit: Opener, kind: Kind):
    with visit(kind) as here:
        here.page.emulate_media(media="print", color_scheme="dark")
        assert here.page.evaluate(DARK) == []
        assert here.page.locator("h1").inner_text().strip()
