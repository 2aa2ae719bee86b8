"""When something takes place, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import pytest

from plugins.tools.when import when_words


@dataclass(frozen=True)
class Meeting:
    starts: datetime
    ends: datetime | None = None
    all_day: bool = False

    @property
    def date(self) -> date:
        return self.starts.date()

    @property
    def last_date(self) -> date:
        return (self.ends or self.starts).date()


def meeting(starts, ends="", **more):
    return Meeting(datetime.fromisoformat(starts), datetime.fromisoformat(ends) if ends else None, **more)


@pytest.mark.parametrize(
    ("one", "lang", "expected"),
    [
        (meeting("2026-10-17T14:00", "2026-10-17T15:30"), "en", "Saturday 17 October, 2:00 to 3:30 pm"),
        (meeting("2026-10-17T11:00", "2026-10-17T13:00"), "en", "Saturday 17 October, 11:00 am to 1:00 pm"),
        (meeting("2026-10-17T14:00"), "en", "Saturday 17 October, 2:00 pm"),
        (meeting("2027-10-17T14:00"), "en", "Sunday 17 October 2027, 2:00 pm"),
        (meeting("2026-10-17", all_day=True), "en", "Saturday 17 October"),
        (meeting("2026-10-17", "2026-10-18", all_day=True), "en", "17 to 18 October"),
        (meeting("2026-10-17T14:00"), "es", "sábado, 17 de octubre, 14:00"),
    ],
)
def test_when_it_is(one, lang, expected):
    assert when_words(one, lang, datetime(2026, 10, 8, 14, 20)) == expected  # noqa: DTZ001 - wall time
