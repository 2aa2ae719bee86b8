"""What the tests of events share: a small library, and how to read a spreadsheet of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from plugins.events.read_events import read_events
from plugins.events.reading import Reading
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Audience, Branch, Library, OpeningHours, SpecialDay, Topic

DENVER = ZoneInfo("America/Denver")
OPEN = (OpeningHours(opens=time(9), closes=time(20)),)
SHORT = (OpeningHours(opens=time(9), closes=time(13)),)


def _branch(id_: str, name: str) -> Branch:
    return Branch(
        id=id_,
        name=Phrase(default=name),
        short_name=name.partition(" ")[0],
        week=(OPEN, OPEN, OPEN, OPEN, OPEN, OPEN, ()),
        special_days=(
            SpecialDay(month_day=(12, 25), reason=Phrase(default="Christmas Day")),
            SpecialDay(first=date(2026, 12, 24), hours=SHORT, reason=Phrase(default="Christmas Eve")),
        ),
    )


@pytest.fixture(scope="session")
def library() -> Library:
    return Library(
        name="Juniper County Library",
        time_zone=DENVER,
        branches=(_branch("central", "Central Library"), _branch("mill-street", "Mill Street Library")),
        audiences=(
            Audience(id="under-5s", name=Phrase(default="Under 5s"), youngest=0, oldest=4),
            Audience(id="adults", name=Phrase(default="Adults"), youngest=18),
        ),
        topics=(
            Topic(id="stories", name=Phrase(default="Stories", by_language={"es": "Cuentos"})),
            Topic(id="music", name=Phrase(default="Music")),
        ),
    )


@pytest.fixture
def read(library: Library) -> Callable[..., Reading]:
    """Return a function from the text of a spreadsheet (and what is known of it) to its reading."""

    def read_text(text: str, **known: object) -> Reading:
        given = {"file": "events/a.csv", "library": library, "time_zone": DENVER, "foreign": False, **known}
        reading = read_events(text.encode(), **given)
        assert reading.rows == len(reading.events) + reading.joined + reading.left_out
        return reading

    return read_text
