"""What is stated about a spreadsheet (in library.toml, or as an option) goes before what it looks like."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from plugins.events.read_events import read_events
from plugins.events.reading import Reading
from plugins.kernel.library import Library

Read = Callable[..., Reading]


@pytest.mark.parametrize(("order", "expected"), [("day-first", "2026-06-05"), ("month-first", "2026-05-06")])
def test_the_stated_order_of_dates_settles_what_the_column_leaves_open(read: Read, order: str, expected: str):
    reading = read("title,date,start,end\nA,05/06/2026,10:00,11:00\n", foreign=True, date_order=order)
    assert [event.starts.date().isoformat() for event in reading.events] == [expected]
    assert reading.problems == ()


def test_a_map_of_columns_makes_any_file_a_list_of_events(read: Read):
    reading = read(
        "Was;Wann;Beginn;Ende\nLesung;17.10.2026;19:00;20:30\n",
        foreign=True,
        columns={"Was": "title", "Wann": "date", "Beginn": "start", "Ende": "end"},
    )
    (event,) = reading.events
    assert (event.summary, f"{event.starts:%Y-%m-%d %H:%M}") == ("Lesung", "2026-10-17 19:00")


def test_the_stated_encoding_is_used():
    source = "title,date,all_day\nŁódź,2026-10-17,yes\n".encode("cp1250")
    zone = ZoneInfo("Europe/Warsaw")
    known = {"file": "x.csv", "library": Library(name="L", time_zone=zone), "time_zone": zone, "foreign": True}
    assert [event.summary for event in read_events(source, encoding="cp1250", **known).events] == ["Łódź"]
