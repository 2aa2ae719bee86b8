"""Every kind of page in Chromium: nothing that axe finds, nothing from elsewhere, nothing that scrolls sideways."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python
import pytest

from tests.site.kinds import ARABIC, DEMO, EVERY, HOSTILE, SMALL, Kind, quickly
from tests.site.visit import DESKTOP, PHONE, Open, Opener

pytestmark = pytest.mark.browser

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
# All that axe knows but what it calls experimental; "wcag2aaa" holds the enhanced contrast of 7:1.
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => {
    const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}"""
SPACING = """*, ::before, ::after { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-block-end: 2em !important }"""


def axe(here: Open, size: dict[str, int], scheme: str) -> list[str]:
    here.page.set_viewport_size(size)
    here.page.emulate_media(color_scheme=scheme)
    return here.page.evaluate(RUN, TAGS)


@pytest.mark.parametrize("kind", [*DEMO, ARABIC[0]], ids=str)
def test_axe_finds_nothing_and_nothing_comes_from_elsewhere(visit: Opener, kind: Kind):
    with visit(kind) as here:
        here.page.evaluate(AXE)
        assert axe(here, DESKTOP, "light") == []
        host = urlsplit(here.page.url).netloc
        assert [request for request in here.requests if urlsplit(request).netloc != host] == []
        assert here.complaints == []


@pytest.mark.parametrize("kind", quickly([*DEMO, *ARABIC]))
def test_axe_finds_nothing_by_night_on_a_phone(visit: Opener, kind: Kind):
    with visit(kind, size=PHONE) as here:
        here.page.evaluate(AXE)
        assert axe(here, PHONE, "dark") == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", [*DEMO, *ARABIC], ids=str)
def test_axe_finds_nothing_by_night_at_a_desk_and_by_day_on_a_phone(visit: Opener, kind: Kind):
    with visit(kind) as here:
        here.page.evaluate(AXE)
        assert axe(here, DESKTOP, "dark") == []
        assert axe(here, PHONE, "light") == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", [*HOSTILE, *SMALL], ids=str)
def test_axe_finds_nothing_whatever_the_content(visit: Opener, kind: Kind):
    with visit(kind) as here:
        here.page.evaluate(AXE)
        for size in (DESKTOP, PHONE):
            for scheme in ("light", "dark"):
                assert axe(here, size, scheme) == []
        assert here.complaints == []


@pytest.mark.parametrize("kind", quickly(EVERY))
def test_nothing_scrolls_sideways_or_is_lost_when_it_is_narrow_or_text_is_large(visit: Opener, kind: Kind):
    with visit(kind) as here:
        was_cut = set(here.ask("cutOff()"))
        found = {}
        for name, style in (("200 %", ":root { font-size: 200% !important }"), ("spacing", SPACING)):
            here.restyle(style)
            found[name] = here.ask("sideways()") + sorted(set(here.ask("cutOff()")) - was_cut) + here.ask("overlaps()")
            here.restyle("")
        # 640 is a desktop at 200 %.
        for width in (640, 320):
            here.resize(width)
            found[str(width)] = here.ask("sideways()")
        assert {when: what for when, what in found.items() if what} == {}


@pytest.mark.slow
@pytest.mark.parametrize("kind", EVERY, ids=str)
def test_nothing_scrolls_sideways_at_any_width(visit: Opener, kind: Kind):
    with visit(kind) as here:
        found = {}
        for width in (1600, 1280, 1024, 992, 768, 480, 390, 360):
            here.resize(width)
            found[width] = here.ask("sideways()")
        assert {width: what for width, what in found.items() if what} == {}


def test_a_language_that_is_written_from_right_to_left_mirrors_the_page(visit: Opener):
    starts = """["h1.bill", ".lead .list", ".strip .date", ".strip .end", ".nav li"].map((one) =>
        document.querySelector(one).getBoundingClientRect().x)"""
    for kind, is_mirrored in ((DEMO[0], False), (ARABIC[0], True)):
        with visit(kind) as here:
            bill, rows, date, end, first = here.page.evaluate(starts)
            assert (bill > rows) is is_mirrored
            assert (date > end) is is_mirrored
            assert (first > 640) is is_mirrored


@pytest.mark.parametrize("kind", quickly([*DEMO, *HOSTILE]))
def test_a_title_grows_or_wraps_when_the_page_is_made_twice_as_large(visit: Opener, kind: Kind):
    measure = """[document.querySelector("h1").offsetHeight, ...[...document.querySelectorAll("h1, h1 .fit")].map(
        (one) => parseFloat(getComputedStyle(one).fontSize))]"""
    with visit(kind) as here:
        before = here.page.evaluate(measure)
        here.resize(640, 400)
        # Each pixel of the page is two on the glass now.
        grown = [after * 2 / size for after, size in zip(here.page.evaluate(measure), before, strict=True)]
        assert max(grown[0], min(grown[2:] or grown[1:])) > 1.15
