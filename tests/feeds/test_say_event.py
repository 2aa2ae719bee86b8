"""The words of an event's news: when and where in the title, what has changed in front."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from plugins.feeds.say_event import event_html, event_title
from plugins.tools.interface import read_interface
from tests.feeds.conftest import EVENT, ZONE

INTERFACE = read_interface(Path(__file__).resolve().parents[2] / "theme/translations")
STARTS = EVENT.starts


def weekly(count: int, first: datetime = STARTS):
    return tuple(first + timedelta(weeks=week) for week in range(count))


@pytest.mark.parametrize(
    ("language", "more", "expected"),
    [
        ("en", {}, "River Walk: Saturday 17 October, 2:00 to 3:30 pm, Central, Main Hall"),
        ("es", {}, "River Walk: sábado, 17 de octubre, 14:00 a 15:30, Central, Main Hall"),
        ("en", {"place": "", "ends": None}, "River Walk: Saturday 17 October, 2:00 pm"),
        ("en", {"status": "cancelled", "place": ""}, "Cancelled: River Walk: Saturday 17 October, 2:00 to 3:30 pm"),
        ("en", {"status": "full", "place": ""}, "Full: River Walk: Saturday 17 October, 2:00 to 3:30 pm"),
        ("en", {"status": "moved", "place": ""}, "Moved: River Walk: Saturday 17 October, 2:00 to 3:30 pm"),
        ("en", {"status": "tentative", "place": ""}, "River Walk: Saturday 17 October, 2:00 to 3:30 pm"),
        (
            "en",
            {"next_dates": weekly(2), "place": ""},
            "River Walk: 17 and 24 October, 2:00 to 3:30 pm",
        ),
        (
            "es",
            {"next_dates": weekly(2), "place": ""},
            "River Walk: 17 y 24 de octubre, 14:00 a 15:30",
        ),
        (
            "en",
            {"next_dates": weekly(3), "place": ""},
            "River Walk: 17, 24 and 31 October, 2:00 to 3:30 pm",
        ),
        (
            "en",
            {"next_dates": tuple(STARTS + timedelta(days=day) for day in range(8)), "place": ""},
            "River Walk: 8 times, 17 to 24 October, 2:00 to 3:30 pm",
        ),
        (
            "en",
            {
                "all_day": True,
                "starts": datetime(2026, 10, 17, tzinfo=ZONE),
                "ends": datetime(2026, 10, 20, tzinfo=ZONE),
            },
            "River Walk: 17 to 19 October, Central, Main Hall",
        ),
        (
            "en",
            {"starts": datetime(2027, 1, 2, 9, tzinfo=ZONE), "ends": None, "place": ""},
            "River Walk: Saturday 2 January 2027, 9:00 am",
        ),
    ],
)
def test_a_title_says_what_when_and_where(language, more, expected):
    title = event_title(replace(EVENT, **more), language, partial(INTERFACE.say, language))
    assert title.replace("\u202f", " ").replace("\xa0", " ") == expected


def test_all_that_is_said_of_a_change_stands_first():
    moved = replace(
        EVENT,
        status="moved",
        note="The hall is being <painted>.",
        previous_place="Mill Street",
        previous_start=STARTS - timedelta(days=1),
    )
    was = "Moved. It was to be on Friday 16 October, 2:00 pm. It was to be at Mill Street."
    assert event_html(moved, "https://a.example/x/", "en", partial(INTERFACE.say, "en")).split("\n")[:2] == [
        f"<p><strong>{was} The hall is being &lt;painted&gt;.</strong></p>",
        "<p><strong>Saturday 17 October, 2:00 to 3:30 pm, Central, Main Hall</strong></p>",
    ]


def test_a_series_names_each_of_its_dates():
    html = event_html(replace(EVENT, next_dates=weekly(2)), "https://a.example/x/", "en", partial(INTERFACE.say, "en"))
    assert "<li>Saturday 17 October, 2:00 pm</li><li>Saturday 24 October, 2:00 pm</li>" in html
