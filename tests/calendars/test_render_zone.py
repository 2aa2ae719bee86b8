"""Zones as calendars read them have the offset of the locked tzdata on every day, and hold rules and no lists."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from plugins.calendars.render_zone import render_zone, zone_name

FIRST_YEAR, LAST_YEAR = 2025, 2028
# Ordinary ones, none, half an hour, southern, by the moon, a day before a Sunday, backwards, a name that is a number.
ZONES = (
    "America/Denver Europe/Madrid America/Phoenix Australia/Lord_Howe Australia/Sydney Africa/Casablanca Asia/Jerusalem"
    " America/Nuuk Europe/Dublin America/Sao_Paulo Asia/Kolkata Pacific/Chatham Africa/Cairo America/Havana"
).split()


def offsets(zone) -> list[timedelta | None]:
    noon = datetime(FIRST_YEAR, 1, 1, 12)  # noqa: DTZ001 - wall time
    days = (noon + timedelta(days=ahead) for ahead in range(365 * (LAST_YEAR - FIRST_YEAR + 1)))
    return [day.replace(tzinfo=zone).utcoffset() for day in days]


@pytest.mark.parametrize("name", ZONES)
def test_every_day_has_the_offset_that_tzdata_has(name: str):
    written = icalendar.Timezone.from_ical(render_zone(ZoneInfo(name), FIRST_YEAR, LAST_YEAR))
    assert offsets(written.to_tz(lookup_tzid=False)) == offsets(ZoneInfo(name))


@pytest.mark.parametrize("name", ZONES)
def test_there_are_no_lists_of_dates(name: str):
    assert b"RDATE" not in render_zone(ZoneInfo(name), FIRST_YEAR, LAST_YEAR)


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("America/Denver", ["FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"]),
        ("Europe/Madrid", ["FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"]),
        ("America/Phoenix", []),
    ],
)
def test_a_zone_with_one_rule_for_each_change_has_just_these(name: str, rules: list[str]):
    text = render_zone(ZoneInfo(name), FIRST_YEAR, LAST_YEAR).decode()
    assert [line.removeprefix("RRULE:") for line in text.splitlines() if line.startswith("RRULE")] == rules


def test_rules_that_no_longer_hold_end():
    text = render_zone(ZoneInfo("America/Denver"), 2005, LAST_YEAR).decode()
    assert "FREQ=YEARLY;UNTIL=20060403T090000Z;BYDAY=1SU;BYMONTH=4" in text
    assert "FREQ=YEARLY;UNTIL=20061030T080000Z;BYDAY=-1SU;BYMONTH=10" in text


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        (ZoneInfo("Europe/Madrid"), "Europe/Madrid"),
        (ZoneInfo("UTC"), ""),
        (ZoneInfo("Etc/GMT"), ""),
        (UTC, ""),
        (None, ""),
    ],
)
def test_a_zone_that_is_universal_time_needs_no_rules(zone, name: str):
    assert zone_name(zone) == name
