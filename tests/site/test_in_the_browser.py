"""Every kind of page in Chromium: nothing that axe finds, nothing from elsewhere, nothing that scrolls sideways."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python
import pytest

from tests.site.kinds import ARABIC, DEMO, EVERY, HOSTILE, SMALL, Kind
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


def label(kind: Kind) -> str:
    return str(kind)


@pytest.mark.parametrize("kind", [*DEMO, *ARABIC], ids=label)
def test_axe_finds_nothing_by_day_at_a_desk_and_by_night_on_a_phone(visit: Opener, kind: Kind):
    with visit(kind) as here:
        here.page.evaluate(AXE)
        assert axe(here, DESKTOP, "light") == []
        assert axe(here, PHONE, "dark") == []
        host = urlsplit(here.page.url).netloc
        assert [request for request in here.requests if urlsplit(request).netloc != host] == []
        assert here.complaints == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", [*DEMO, *ARABIC], ids=label)
def test_axe_finds_nothing_by_night_at_a_desk_and_by_day_on_a_phone(visit: Opener, kind: Kind):
    with visit(kind) as here:
        here.page.evaluate(AXE)
        assert axe(here, DESKTOP, "dark") == []
        assert axe(here, PHONE, "light") == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", [*HOSTILE, *SMALL], ids=label)
def test_axe_finds_nothing_whatever_the_content(visit: Opener, kind: Kind):
    with visit(kind) as here:
        here.page.evaluate(AXE)
        for size in (DESKTOP, PHONE):
            for scheme in ("light", "dark"):
                assert axe(here, size, scheme) == []
        assert here.complaints == []


@pytest.mark.parametrize("kind", EVERY, ids=label)
def test_nothing_scrolls_sideways_or_is_lost_when_it_is_narrow_or_text_is_large(visit: Opener, kind: Kind):
    with visit(kind) as here:
        was_cut = set(here.ask("cutOff()"))
        found = {}
        for width in (320, 390, 640, 768):
            here.resize(width)
            found[width] = here.ask("sideways()")
        here.resize(1280)
        found["wide"] = here.ask("sideways()")
        for name, style in (("200 %", ":root { font-size: 200% !important }"), ("spacing", SPACING)):
            sheet = here.page.add_style_tag(content=style)
            found[name] = here.ask("sideways()") + sorted(set(here.ask("cutOff()")) - was_cut) + here.ask("overlaps()")
            sheet.evaluate("style => style.remove()")
        assert {when: what for when, what in found.items() if what} == {}
