"""Nothing that was published is gone without a word."""

from __future__ import annotations

import pytest

from plugins.commands.checks.vanished import check_vanished
from tests.commands.checks.pages import page, site


def said(*last: str) -> list[tuple[str, str]]:
    made = site({"b/index.html": page()}, "files/form.pdf", redirects={"old/": "/x/b/"})
    return [
        (problem.rule.removeprefix("publish."), problem.value)
        for problem in check_vanished(made, dict.fromkeys(last, "x"))
    ]


@pytest.mark.parametrize(
    "file",
    [
        *("b/index.html", "files/form.pdf", "old/index.html"),
        *("theme/css/site.0123456789.css", "images/a-480.avif", "events/a/card.png", "_headers", "videos/a.vtt"),
    ],
)
def test_what_is_there_or_leads_on_and_what_is_only_part_of_a_page_is_fine(file: str):
    assert said(file) == []


@pytest.mark.parametrize(
    "file",
    [
        *("index.html", "about/index.html", "news/a/index.html", "events/tea/index.html", "es/events/tea/index.html"),
        *("programs/a/index.html", "branches/central/index.html", "files/minutes.pdf", "events.json", "audio/a.mp3"),
        *("events/index.html", "news/index.html", "events/calendar.ics", "files/news/page/2/index.html"),
    ],
)
def test_a_page_or_a_file_that_is_gone_stops_publishing(file: str):
    assert said(file) == [("vanished", f"/{file.removesuffix('index.html')}")]


@pytest.mark.parametrize(
    "file",
    [
        *("tags/hours/index.html", "news/page/3/index.html", "news/2019/index.html", "es/topics/making/index.html"),
        *("events/branch/central/index.html", "events/2026-03/index.html", "feeds/tag/hours.atom.xml"),
        *("events/branch/central/events.ics", "authors/press-desk/page/2/index.html", "embed/index.html"),
    ],
)
def test_a_list_that_is_gone_is_only_said(file: str):
    assert said(file) == [("list-gone", f"/{file.removesuffix('index.html')}")]


def test_the_calendar_of_an_event_goes_with_its_page():
    assert said("events/tea/index.html", "events/tea/event.ics") == [("vanished", "/events/tea/")]
    assert said("b/index.html", "b/event.ics") == [("vanished", "/b/event.ics")]
