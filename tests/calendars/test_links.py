"""The ways into the calendars that people have."""

from __future__ import annotations

from datetime import UTC
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest

from plugins.calendars.links import Meeting, google_form, outlook_form, subscription
from tests.calendars.cases import DENVER, at

MEETING = Meeting(
    title="Tea & cake",
    starts=at(DENVER, "2026-10-17", "14:00"),
    ends=at(DENVER, "2026-10-17", "15:30"),
    all_day=False,
    zone="America/Denver",
    place="Central, Story Room",
    text="Come.\n\nhttps://juniper.example/events/tea/",
)


def asked(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


@pytest.mark.parametrize("site", ["https://juniper.example/", "http://juniper.example/a/b/"])
def test_a_subscription_follows_the_calendar_wherever_the_site_lies(site: str):
    found = subscription("Juniper: Central", "events/branch/central/calendar.ics", site)
    bare = site.partition("://")[2]
    assert found.full == f"{site}events/branch/central/calendar.ics"
    assert found.webcal == f"webcal://{bare}events/branch/central/calendar.ics"
    assert asked(found.google) == {"cid": found.webcal}
    assert asked(found.outlook) == {"url": found.full, "name": "Juniper: Central"}


def test_googles_form_is_filled_in():
    assert asked(google_form(MEETING)) == {
        "action": "TEMPLATE",
        "text": "Tea & cake",
        "dates": "20261017T200000Z/20261017T213000Z",
        "ctz": "America/Denver",
        "location": "Central, Story Room",
        "details": "Come.\n\nhttps://juniper.example/events/tea/",
    }


def test_outlooks_form_is_filled_in():
    assert asked(outlook_form(MEETING)) == {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": "Tea & cake",
        "startdt": "2026-10-17T20:00:00Z",
        "enddt": "2026-10-17T21:30:00Z",
        "location": "Central, Story Room",
        "body": "Come.\n\nhttps://juniper.example/events/tea/",
    }


def test_days_end_on_the_day_after_the_last():
    days = Meeting(
        title="Fair",
        starts=at(DENVER, "2026-10-17"),
        ends=at(DENVER, "2026-10-19"),
        all_day=True,
        zone="",
        place="",
        text="",
    )
    assert asked(google_form(days)) == {"action": "TEMPLATE", "text": "Fair", "dates": "20261017/20261019"}
    assert asked(outlook_form(days))["enddt"] == "2026-10-19"
    assert asked(outlook_form(days))["allday"] == "true"


def test_nothing_in_a_title_escapes_from_an_address():
    odd = Meeting(
        title='"><script>&x=1#',
        starts=MEETING.starts.astimezone(UTC),
        ends=MEETING.ends.astimezone(ZoneInfo("Europe/Madrid")),
        all_day=False,
        zone="",
        place="",
        text="",
    )
    for address in (google_form(odd), outlook_form(odd)):
        assert not set('<>" ') & set(address)
        assert '"><script>&x=1#' in asked(address).values()
