"""Leads to what people use a calendar with: their phone's own, Google's, Outlook's, or any other by its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode, urlsplit

GOOGLE = "https://calendar.google.com/calendar/"
OUTLOOK = "https://outlook.live.com/calendar/0/"
# Longer addresses are cut by some browsers and refused by some servers.
TEXT_LIMIT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarLinks:
    """One calendar: its file within the site, what it is called, and the ways into the calendars people have.

    `webcal`, `google` and `outlook` subscribe. With an event's own file there is no `webcal`, and the other two add its
    next date; they are "" where there is none.
    """

    title: str
    address: str
    full: str
    webcal: str = ""
    google: str = ""
    outlook: str = ""
    name: str = ""
    kind: str = ""


def subscription(title: str, address: str, site: str, *, name: str = "", kind: str = "") -> CalendarLinks:
    """Return the ways to subscribe to a calendar."""
    full = site + address
    webcal = f"webcal{full.removeprefix(urlsplit(full).scheme)}"
    return CalendarLinks(
        title=title,
        address=address,
        full=full,
        webcal=webcal,
        google=f"{GOOGLE}r?{urlencode({'cid': webcal})}",
        outlook=f"{OUTLOOK}addfromweb?{urlencode({'url': full, 'name': title})}",
        name=name,
        kind=kind,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One time an event takes place, as the forms of other calendars want it."""

    title: str
    starts: datetime
    ends: datetime
    all_day: bool
    zone: str
    place: str
    text: str


def google_form(meeting: Meeting) -> str:
    """Return the address of Google Calendar's form, filled in."""
    moments = (meeting.starts, meeting.ends)
    pattern = "%Y%m%d" if meeting.all_day else "%Y%m%dT%H%M%SZ"
    dates = "/".join((one if meeting.all_day else one.astimezone(UTC)).strftime(pattern) for one in moments)
    zone = {"ctz": meeting.zone} if meeting.zone else {}
    asked = {"action": "TEMPLATE", "text": meeting.title, "dates": dates, **zone}
    return f"{GOOGLE}render?{urlencode(_without_empty({**asked, 'location': meeting.place, 'details': meeting.text}))}"


def outlook_form(meeting: Meeting) -> str:
    """Return the address of Outlook's form, filled in."""
    moments = (meeting.starts, meeting.ends)
    starts, ends = (
        one.date().isoformat() if meeting.all_day else one.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        for one in moments
    )
    asked = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": meeting.title,
        "startdt": starts,
        "enddt": ends,
        "allday": "true" if meeting.all_day else "",
        "location": meeting.place,
        "body": meeting.text,
    }
    return f"{OUTLOOK}deeplink/compose?{urlencode(_without_empty(asked))}"


def _without_empty(asked: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in asked.items() if value}
