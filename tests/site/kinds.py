"""The kinds of page there are, each with the address of one on the sites that the tests build."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from _pytest.mark import ParameterSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of page: the site it is looked at on ("demo", or a folder of tests/sites/), and its address there."""

    site: str
    name: str
    address: str

    def __str__(self) -> str:
        return f"{self.site}: {self.name}"


def _kinds(site: str, addresses: dict[str, str]) -> tuple[Kind, ...]:
    return tuple(Kind(site=site, name=name, address=address) for name, address in addresses.items())


DEMO = _kinds(
    "demo",
    {
        "home": "",
        "what's on": "events/",
        "month": "events/2026-10/",
        "month that is over": "events/2026-03/",
        "month's list": "events/2026-11/list/",
        "past events": "events/archive/",
        "branch's events": "events/branch/central/",
        "program's events": "events/program/mending-morning/",
        "events in Spanish": "events/language/es/",
        "events with a hearing loop": "events/access/hearing-loop/",
        "event": "events/mending-morning/",
        "event, cancelled": "events/sign-language-story-hour-oct/",
        "event, full": "events/lantern-workshop-10-oct/",
        "event, moved": "events/river-in-maps/",
        "programs": "programs/",
        "program": "programs/mending-morning/",
        "news": "news/",
        "post": "news/kettles/",
        "post with a photograph": "news/riverbend-reopens/",
        "tag": "tags/hours/",
        "topic": "topics/making/",
        "author": "authors/press-desk/",
        "page": "about/",
        "branches": "branches/",
        "branch": "branches/riverbend/",
        "feed": "feeds/events/",
        "podcast": "feeds/show/returned-late/",
        "episode": "news/returned-late-1/",
        "subscribe": "subscribe/",
        "infographics": "infographics/",
        "infographic": "infographics/a-year-at-the-county-library/",
        "infographic of ten years": "infographics/where-our-visits-went/",
        "infographic in Spanish": "es/infographics/what-a-library-card-saves/",
        "post with a drawing": "news/riverbend-thursdays/",
        "infographic to frame": "embed/infographics/a-year-at-the-county-library/",
        "list to frame": "embed/",
        "not found": "404.html",
        "style guide": "style-guide/",
        "home in Spanish": "es/",
        "post in Spanish": "es/news/english-circle/",
    },
)
HOSTILE = _kinds(
    "hostile",
    {
        "home with sixty events": "",
        "what's on with sixty events": "events/",
        "month with sixty events on a day": "events/2026-10/",
        "event with all of it": "events/long/",
        "event of one long word": "events/word/",
        "cancelled": "events/off/",
        "full": "events/full/",
        "moved": "events/moved/",
        "event of weeks": "events/weeks/",
        "event, over": "events/over/",
        "event in Vietnamese": "events/vi/",
        "event in Arabic": "events/ar/",
        "programs": "programs/",
        "program with all of it": "programs/long/",
        "program with nothing": "programs/ox/",
        "news": "news/",
        "news, page 2": "news/page/2/",
        "post with all of it": "news/long/",
        "post of one long word": "news/word/",
        "post with nothing": "news/ox/",
        "post in Vietnamese": "vi/news/doc-truyen/",
        "post in Arabic": "ar/news/qisas/",
        "post that begins with a list": "news/first-a-list/",
        "post that begins with a quotation": "news/first-a-quote/",
        "infographic with all of it": "infographics/long/",
        "infographic of one drawing": "infographics/ox/",
        "infographic to frame with all of it": "embed/infographics/long/",
        "page with a wide table": "long/",
        "page with nothing": "empty/",
        "eleven branches": "branches/",
        "branch of one long word": "branches/word/",
        "subscribe": "subscribe/",
        "not found": "404.html",
        "home in Spanish": "es/",
    },
)
SMALL = _kinds("one-branch", {"home": "", "what's on": "events/", "branches": "branches/", "post": "news/hello/"})
ARABIC = _kinds(
    "arabic",
    {
        "home": "",
        "what's on": "events/",
        "month": "events/2026-10/",
        "event": "events/stories/",
        "event, cancelled": "events/off/",
        "program": "programs/story-hour/",
        "post": "news/opening/",
        "infographic": "infographics/year/",
        "branches": "branches/",
        "feed": "feeds/all/",
        "subscribe": "subscribe/",
        "page": "about/",
    },
)
EVERY = (*DEMO, *HOSTILE, *SMALL, *ARABIC)
SITES = ("demo", "hostile", "one-branch", "arabic")
# One of each thing that is set in its own way: the quick set looks at these, the whole set at all.
TELLING = {
    "demo": {
        *("home", "what's on", "month", "past events", "event", "event, moved", "program", "post", "branches"),
        *("feed", "episode", "subscribe", "infographic", "post with a drawing", "list to frame", "style guide"),
    },
    "hostile": {
        "home with sixty events",
        "month with sixty events on a day",
        "event with all of it",
        "event of one long word",
        "full",
        "program with all of it",
        "post with all of it",
        "post in Arabic",
        "infographic with all of it",
        "eleven branches",
        "branch of one long word",
    },
    "one-branch": {"home"},
    "arabic": {"home", "event", "post", "infographic"},
}


def quickly(kinds: Iterable[Kind]) -> list[ParameterSet]:
    """Return kinds as parameters of a test, of which the quick set takes the telling ones."""
    return [
        pytest.param(kind, id=str(kind), marks=() if kind.name in TELLING[kind.site] else pytest.mark.slow)
        for kind in kinds
    ]
