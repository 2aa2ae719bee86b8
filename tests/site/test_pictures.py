"""Photographs on the demo's pages: light, of the width the page has room for, and never moving what is read."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.kinds import Kind
from tests.site.reading import Reading
from tests.site.visit import PHONE, Opener, new_context

LANDSCAPE, PORTRAIT, EVENT = (
    Kind(site="demo", name=address, address=address)
    for address in ("news/riverbend-reopens/", "news/seed-drawers/", "events/spring-sow-along/")
)
# What the design allows for pictures in the first view.
FIRST_VIEW_BYTES = 120 * 1024
# Where everything on the page is, and how large.
PLACES = """
() => [...document.querySelectorAll("main, main *")].filter((one) => one.getClientRects().length).map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return [x + scrollX, y + scrollY, width, height];
})
"""
SEE_ALL = """
async () => {
  for (const image of document.images) {
    image.scrollIntoView();
    await image.decode();
  }
}
"""
# Of each photograph: how wide it is, how wide `sizes` says it is, and how wide the copy is that the browser chose.
WIDTHS = """
() => [...document.querySelectorAll("picture > img")].map((image) => {
  const probe = document.createElement("div");
  probe.style.position = "absolute";
  document.body.append(probe);
  const said = image.sizes.split(/,(?![^(]*\\))/).map((part) => part.trim().match(/^(?:(\\(.*?\\)) )?(.*)$/))
    .find(([, query]) => !query || matchMedia(query).matches);
  probe.style.width = said ? said[2] : "0";
  const room = probe.getBoundingClientRect().width;
  probe.remove();
  return { is: image.getBoundingClientRect().width, said: room, column: image.closest("figure").clientWidth,
    chosen: Number(image.currentSrc.match(/-(\\d+)\\.\\w+$/)[1]), type: image.currentSrc.split(".").pop() };
})
"""


@pytest.mark.browser
@pytest.mark.parametrize("kind", [LANDSCAPE, PORTRAIT, EVENT], ids=str)
@pytest.mark.parametrize("width", [320, 1280])
def test_a_picture_that_comes_late_moves_nothing(browser: Browser, host: Callable[[str], str], kind: Kind, width: int):
    with new_context(browser, viewport={"width": width, "height": 800}) as context:
        page, held = context.new_page(), []
        # Playwright takes no method of a list.
        page.route("**/images/**", lambda route: held.append(route))  # noqa: PLW0108
        page.goto(host(kind.site) + kind.address, wait_until="domcontentloaded")
        page.wait_for_selector("[data-state=said]", state="attached")
        page.evaluate("async () => { await document.fonts.ready; }")
        before = page.evaluate(PLACES)
        for route in held:
            route.continue_()
        page.unroute("**/images/**")
        page.evaluate(SEE_ALL)
        after = page.evaluate(PLACES)
        # The copies have whole pixels each, so that their shapes differ by less than one.
        moved = [(old, new) for old, new in zip(before, after, strict=True) if math.dist(old, new) >= 1]
        assert moved == []


@pytest.mark.browser
@pytest.mark.parametrize("kind", [LANDSCAPE, PORTRAIT, EVENT], ids=str)
def test_the_browser_chooses_by_the_room_that_there_is(visit: Opener, kind: Kind):
    with visit(kind, size={"width": 320, "height": 800}) as here:
        for width in (320, 700, 992, 1600):
            here.resize(width)
            here.page.reload()
            here.page.evaluate(SEE_ALL)
            for found in here.page.evaluate(WIDTHS):
                assert found["type"] == "avif"
                assert found["is"] <= min(found["column"], found["said"]) + 2, (width, found)
                assert found["said"] <= found["is"] * 1.1, (width, found)
                assert found["chosen"] >= min(found["is"], 1500), (width, found)


@pytest.mark.browser
def test_pictures_in_the_first_view_of_a_phone_are_light(visit: Opener):
    with visit(EVENT, size=PHONE, device_scale_factor=3) as here:
        loaded = [one for one in here.requests if re.search(r"\.(?:avif|webp|jpg|png)$", one)]
        heavy = sum(len(here.page.request.get(one).body()) for one in loaded)
        assert 0 < heavy <= FIRST_VIEW_BYTES


def test_all_but_the_first_picture_of_a_page_wait_until_somebody_comes_near(
    readings: Callable[[str], dict[str, Reading]],
):
    for page in readings("demo").values():
        images = page.all("img")
        assert [one["loading"] for one in images] == ["", *["lazy"] * (len(images) - 1)][: len(images)], page.path
        assert all(one.has("alt") and one.has("width") and one.has("height") for one in images), page.path


def test_no_photograph_is_on_the_site_as_it_came(folder: Callable[[str], Path], root: Path):
    came = {path.read_bytes() for path in (root / "content/images").glob("*.jpg")}
    published = [path for path in (folder("demo") / "images").iterdir() if path.suffix != ".svg"]
    assert len(came) == 3
    for path in published:
        data = path.read_bytes()
        assert data not in came
        assert not any(hint in data for hint in (b"Exif", b"Library camera", b"A phone", b"ICC_PROFILE")), path.name
