"""Both changes of the clocks, in two zones: what every series does around them is in golden/clock_changes.txt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.events.expand import occurrences
from plugins.events.reading import Reading

Read = Callable[..., Reading]
GOLDEN = Path(__file__).with_name("golden") / "clock_changes.txt"
# The clocks go back on 1 November 2026 in Denver and on 25 October in Madrid, forward on 14 and 28 March 2027.
CHANGES = (
    ("America/Denver", date(2026, 10, 30), date(2026, 11, 3)),
    ("America/Denver", date(2027, 3, 12), date(2027, 3, 16)),
    ("Europe/Madrid", date(2026, 10, 23), date(2026, 10, 27)),
    ("Europe/Madrid", date(2027, 3, 26), date(2027, 3, 30)),
)
SERIES = (
    ("in the morning", "10:00,11:00,"),
    ("over the change", "00:30,04:30,"),
    ("within the hour that changes", "02:30,02:50,"),
    ("into the hour that changes", "01:30,02:30,"),
    ("late at night", "23:30,24:00,"),
    ("all day", ",,yes"),
)


def _lines(read: Read) -> list[str]:
    lines = []
    for zone, first, last in CHANGES:
        lines.append(f"{zone}, {first} to {last}")
        for name, cells in SERIES:
            text = f"id,title,date,repeat,start,end,all_day\na,A,2026-01-01,daily,{cells}\n"
            (event,) = read(text, time_zone=ZoneInfo(zone)).events
            lines.append(f"  {name}")
            lines += [
                f"    {one.starts.isoformat()} {one.finishes.isoformat()}" for one in occurrences(event, first, last)
            ]
    return lines


def test_series_keep_their_wall_time_over_each_change_of_the_clocks(read: Read):
    assert "\n".join(_lines(read)) + "\n" == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("zone", "start", "rule", "what"),
    [
        ("America/Denver", "02:30", "clock-skips", "over 02:30 on 2027-03-14; that night it is at 03:30"),
        ("America/Denver", "01:30", "clock-twice", "01:30 twice on 2026-11-01; the first is taken"),
        ("Europe/Madrid", "02:15", "clock-skips", "over 02:15 on 2027-03-28; that night it is at 03:15"),
        ("Europe/Madrid", "02:15", "clock-twice", "02:15 twice on 2026-10-25; the first is taken"),
    ],
)
def test_a_series_that_meets_a_change_is_told_of_it(read: Read, zone: str, start: str, rule: str, what: str):
    text = f"id,title,date,repeat,start,end\na,A,2026-01-04,every Sunday,{start},05:00\n"
    reading = read(text, time_zone=ZoneInfo(zone), today=date(2026, 10, 8))
    assert len(reading.events) == 1
    said = [problem.what for problem in reading.problems if problem.rule == f"events.{rule}"]
    assert what in said[0]


def test_a_series_by_day_or_without_that_night_is_told_nothing(read: Read):
    names = "id,title,date,repeat,start,end,except"
    for cells in ("every Sunday,10:00,11:00,", "every Sunday,02:30,05:00,2027-03-14", "every Monday,02:30,05:00,"):
        day = "2026-01-05" if "Monday" in cells else "2026-01-04"
        assert read(f"{names}\na,A,{day},{cells}\n", today=date(2026, 10, 8)).problems == ()
