"""The Tab key alone: every stop can be seen, in an order that ends, and the first one leads past the head."""

from __future__ import annotations

import pytest

from tests.site.kinds import ARABIC, DEMO, Kind
from tests.site.visit import PHONE, Open, Opener

pytestmark = pytest.mark.browser

BY_NAME = {kind.name: kind for kind in DEMO}
WALKED = [BY_NAME[name] for name in ("home", "what's on", "event", "program", "post", "branches", "subscribe")]
STOP = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    const box = [...one.getClientRects()].find((part) => part.width > 1 && part.height > 1);
    if (!box) return { name: asks.name(one), problem: "has no size" };
    const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, innerHeight / 2)];
    const top = document.elementFromPoint(Math.min(Math.max(x, 1), innerWidth - 1), y);
    const number = (one.dataset.stop ??= String(document.querySelectorAll("[data-stop]").length + 1));
    let problem = "";
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) problem = "has no outline";
    else if (box.bottom <= 0 || box.top >= innerHeight) problem = "is out of view";
    else if (box.right <= 0 || box.left >= innerWidth) problem = "is beside the view";
    else if (top && !one.contains(top) && !top.contains(one)) problem = `lies under ${asks.name(top)}`;
    return { name: asks.name(one), number, problem };
}"""


def walk(here: Open, most: int = 400) -> tuple[int, list[str]]:
    """Press Tab to the end; return how many things were stopped at, and what is wrong with them.

    A field for a date is one thing with a stop for each of its parts.
    """
    wrong: list[str] = []
    seen: set[str] = set()
    for stops in range(most):
        here.page.keyboard.press("Tab")
        stop = here.page.evaluate(STOP)
        if stop is None or (stops and stop.get("number") == "1"):
            return len(seen), wrong
        seen.add(stop.get("number", ""))
        if stop["problem"]:
            wrong.append(f"{stop['name']} {stop['problem']}")
    return most, [*wrong, "it never ends"]


@pytest.mark.parametrize("kind", [*WALKED, ARABIC[0]], ids=str)
def test_every_stop_can_be_seen(visit: Opener, kind: Kind):
    with visit(kind) as here:
        links = here.page.locator(
            "a:visible, summary:visible, input:visible, [tabindex='0']:visible, button:visible"
        ).count()
        stops, wrong = walk(here)
        assert wrong == []
        assert stops == links


def test_every_stop_can_be_seen_on_a_phone_by_night(visit: Opener):
    with visit(BY_NAME["home"], size=PHONE) as here:
        here.page.emulate_media(color_scheme="dark")
        assert walk(here)[1] == []


def test_the_first_stop_leads_past_the_head(visit: Opener):
    with visit(BY_NAME["what's on"]) as here:
        here.page.keyboard.press("Tab")
        assert here.page.evaluate("document.activeElement.matches('.skip')")
        assert here.page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
        here.page.keyboard.press("Enter")
        assert here.page.evaluate("document.activeElement.id") == "main"
        here.page.keyboard.press("Tab")
        assert here.page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("kind", WALKED, ids=str)
def test_high_contrast_and_reduced_motion_lose_nothing(visit: Opener, kind: Kind):
    with visit(kind) as here:
        words = here.ask("text(document.body)")
        here.page.emulate_media(forced_colors="active", reduced_motion="reduce")
        assert here.ask("text(document.body)") == words
        for _ in range(3):
            here.page.keyboard.press("Tab")
        assert here.page.evaluate(STOP)["problem"] == ""
        running = "document.getAnimations().filter((one) => one.playState === 'running').length"
        assert here.page.evaluate(running) == 0
        lost = """[...document.querySelectorAll(".btn, .stamp, .tag, .spine, .door")].filter((one) => asks.visible(one)
            && getComputedStyle(one).color === getComputedStyle(one).backgroundColor).map((one) => asks.name(one))"""
        assert here.page.evaluate(lost) == []
        assert here.complaints == []
