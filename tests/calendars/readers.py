"""Two programs that did not write our calendars, as functions from a calendar to the times they find in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import recurring_ical_events
from playwright.sync_api import Browser

from tests import npm

VERSION = "2.2.1"
PACKAGE = f"ical.js@{VERSION}"
SHA512 = (
    "c8afd494f6c4b37d7a8a06ffb634606c503c655ef9ac2b01269fe158e6ada726"
    "8f365830d1d183994f85a2270e7305f8c5791e5ce91888e982a8d3c5a4d3e442"
)
INSIDE = "package/dist/ical.es5.min.cjs"
HERE = Path(__file__).parent
# One time: the event's id, start, end (moments in UTC, or days), and what it is called.
Time = tuple[str, str, str, str]


def by_ical_js(browser: Browser, root: Path, calendars: list[bytes]) -> list[list[Time]]:
    """Return the times that ical.js finds in each calendar, in Chromium."""
    code = npm.file_of(PACKAGE, INSIDE, SHA512, root / ".venv" / f"ical-{VERSION}.js").read_text("utf-8")
    page = browser.new_page()
    page.add_script_tag(
        content=f"var module = {{ exports: {{}} }}, exports = module.exports;\n{code}\nvar ICAL = module.exports;"
    )
    read = (HERE / "read_calendar.js").read_text("utf-8")
    found: list[Any] = [page.evaluate(read.partition("\n")[2], data.decode()) for data in calendars]
    page.close()
    return [sorted((uid, _js(start), _js(end), summary) for uid, start, end, summary in times) for times in found]


def _js(moment: str) -> str:
    return said(datetime.fromisoformat(moment)) if "T" in moment else moment


def by_recurring_ical_events(data: bytes, first: date, last: date) -> list[Time]:
    """Return the times between two days that icalendar and recurring-ical-events find in a calendar."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(first, last)
    return sorted(
        (str(one["UID"]), said(one.start), said(one.end if "DTEND" in one else one.start), str(one["SUMMARY"]))
        for one in found
    )


def said(moment: date) -> str:
    """Return a moment in UTC, or a day."""
    return moment.astimezone(UTC).isoformat() if isinstance(moment, datetime) else moment.isoformat()


def day_after(day: date) -> date:
    return day + timedelta(days=1)
