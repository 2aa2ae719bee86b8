"""The calendars of the demo: where the document says, with what the agenda has, and led to by the pages."""

from __future__ import annotations

import re
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from plugins.calendars.model import period_at
from plugins.events.agenda import Agenda
from plugins.events.model import Occurrence, Status
from plugins.events.sources import read_sheet, sheets_of
from plugins.library.read_library import read_library
from tests import documents
from tests.calendars.readers import Time, by_ical_js, by_recurring_ical_events, said

NOW = datetime(2026, 10, 8, 14, 20, tzinfo=ZoneInfo("America/Denver"))
PERIOD = period_at(NOW)
LISTS: dict[str, dict[str, str]] = {
    "events/calendar.ics": {},
    "events/branch/central/calendar.ics": {"branch": "central"},
    "events/audience/adults/calendar.ics": {"audience": "adults"},
    "events/topic/stories/calendar.ics": {"topic": "stories"},
    "events/branch/riverbend/audience/adults/calendar.ics": {"branch": "riverbend", "audience": "adults"},
}


@pytest.fixture(scope="module")
def agenda(root: Path) -> Agenda:
    content = root / "content"
    library, _, _ = read_library(content)
    sheets = sheets_of(library, content).sheets
    return Agenda([one for sheet in sheets for one in read_sheet(sheet, library, NOW.date()).events], library)


def time_of(one: Occurrence) -> Time:
    mark = {Status.CANCELLED: "CANCELLED: ", Status.POSTPONED: "POSTPONED: "}.get(one.status, "")
    if one.all_day:
        ends = one.last_date + timedelta(days=1)
        return f"{one.event.uid}@juniper.example", said(one.date), said(ends), mark + one.event.summary
    return (
        f"{one.event.uid}@juniper.example",
        said(one.starts),
        said(one.ends or one.starts),
        mark + one.event.summary,
    )


@pytest.fixture(scope="module")
def expected(agenda: Agenda) -> dict[str, list[Time]]:
    found = {file: agenda.between(PERIOD.first, PERIOD.last, **chosen) for file, chosen in LISTS.items()}
    return {file: sorted(map(time_of, times)) for file, times in found.items()}


def test_two_readers_count_what_the_agenda_counts(demo, browser, root: Path, expected, capsys):
    data = {file: (demo.output / file).read_bytes() for file in LISTS}
    first, last = date(2025, 1, 1), date(2029, 1, 1)
    by_python = {file: by_recurring_ical_events(text, first, last) for file, text in data.items()}
    by_script = dict(zip(LISTS, by_ical_js(browser, root, list(data.values())), strict=True))
    with capsys.disabled():
        for file in LISTS:
            counts = len(expected[file]), len(by_script[file]), len(by_python[file])
            sys.stdout.write("\n{}: agenda {}, ical.js {}, recurring-ical-events {}".format(file, *counts))
    assert by_python == expected
    assert by_script == expected


def test_every_address_of_the_document_is_there(demo, root: Path):
    text = documents.section((root / "docs/calendars.md").read_text("utf-8"), "## Where they are")
    addresses = [row[0].strip("`") for row in documents.rows(text)]
    assert [address for address in addresses if not (demo.output / address).is_file()] == []


def test_every_calendar_can_be_read_and_is_small(demo):
    files = sorted(demo.output.rglob("*.ics"))
    assert len(files) > 100
    for path in files:
        assert path.stat().st_size < 1_000_000
        calendar = Calendar.from_ical(path.read_bytes())
        assert [error for part in calendar.walk() for error in part.errors] == []
        assert all(one["URL"].startswith("https://juniper.example/events/") for one in calendar.events)


def test_every_page_of_a_list_or_event_leads_to_its_calendar(demo):
    for address in ("events/", "events/branch/central/", "events/mending-morning/", "branches/central/", ""):
        page = demo.read(address)
        link = re.search(r'<link rel="alternate" type="text/calendar" title="[^"]+" href="([^"]+)">', page)
        assert link, address
        assert (demo.output / address / link[1]).resolve().is_file()


def test_the_page_about_subscribing_leads_to_every_calendar(demo):
    page = demo.read("subscribe/")
    lists = {path.parent.relative_to(demo.output).as_posix() for path in demo.output.rglob("calendar.ics")}
    assert set(re.findall(r'href="\.\./([^"]+)/calendar\.ics"', page)) == lists
    hosts = {urlsplit(link).hostname for link in re.findall(r'href="((?:https|webcal):[^"]+)"', page)}
    assert {"juniper.example", "calendar.google.com", "outlook.live.com"} <= hosts


@pytest.mark.parametrize("address", ["embed/", "embed/central/", "es/embed/"])
def test_the_list_to_frame_asks_no_other_host_and_leads_out_of_its_frame(demo, address: str):
    page = demo.read(address)
    assert re.findall(r'<(?:script|img|iframe)[^>]* src="(?:https?:)?//[^"]*"', page) == []
    assert re.findall(r'<link rel="(?:stylesheet|icon|preload)"[^>]* href="(?:https?:)?//[^"]*"', page) == []
    links = re.findall(r"<a [^>]+>", page)
    assert len(links) > 10
    assert [link for link in links if 'target="_top"' not in link and 'class="skip"' not in link] == []


def test_the_list_to_frame_is_light(demo):
    assert len(demo.read("embed/").encode()) + len((demo.output / "embed/embed.css").read_bytes()) < 20_000
