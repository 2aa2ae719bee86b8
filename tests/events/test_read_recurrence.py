"""What the cells of a row say about repeating, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plugins.events.model import Recurrence
from plugins.events.reading import Reading

Read = Callable[..., Reading]


def _read(read: Read, names: str, cells: str, **known: object) -> Reading:
    return read(f"id,title,start,end,{names}\na,A,10:00,11:00,{cells}\n", **known)


@pytest.mark.parametrize(
    ("names", "cells", "rule", "until", "count"),
    [
        ("date,repeat", "2026-10-17,weekly", "FREQ=WEEKLY", "None", None),
        ("date,repeat,until", "2026-10-17,third Saturday,2026-12-31", "FREQ=MONTHLY;BYDAY=3SA", "2026-12-31", None),
        ("date,repeat,count", "2026-10-17,weekly,6", "FREQ=WEEKLY", "None", 6),
        ("date,repeat,until", "2026-10-17,weekly until 2026-12-19,2026-12-19", "FREQ=WEEKLY", "2026-12-19", None),
        ("date,repeat", '2026-10-13,"every Tuesday, Thursday"', "FREQ=WEEKLY;BYDAY=TU,TH", "None", None),
    ],
)
def test_the_cells_become_a_recurrence(read: Read, names: str, cells: str, rule: str, until: str, count: int | None):
    reading = _read(read, names, cells)
    assert reading.problems == ()
    (event,) = reading.events
    assert event.recurrence
    assert (event.recurrence.rule, str(event.recurrence.until), event.recurrence.count) == (rule, until, count)


@pytest.mark.parametrize("word", ["", "no", "never", "None"])
def test_an_event_may_not_repeat(read: Read, word: str):
    (event,) = _read(read, "date,repeat", f"2026-10-17,{word}").events
    assert event.recurrence is None


@pytest.mark.parametrize(
    ("names", "cells", "rule", "column", "what", "cure"),
    [
        (
            "date,repeat",
            "2026-10-17,every Tuesday",
            "not-its-own-day",
            "date",
            'one of the days of "every Tuesday"; the nearest are Tuesday 2026-10-13 and Tuesday 2026-10-20.',
            "Write 2026-10-13 or 2026-10-20 in the column date, or correct repeat.",
        ),
        (
            "date,repeat",
            "2026-10-17,every other Tuesday",
            "not-its-own-day",
            "date",
            "the nearest is Tuesday 2026-10-27.",
            "Write 2026-10-27 in the column date",
        ),
        (
            "date,repeat",
            "2026-10-17,FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
            "not-its-own-day",
            "date",
            "2026-10-17 is a Saturday",
            "Correct the column repeat.",
        ),
        (
            "date,repeat",
            "2026-10-17,monthly",
            "unknown-repeat",
            "repeat",
            "same date or the same day",
            'Write "weekly", "third Saturday of the month" or "17th of the month".',
        ),
        (
            "date,repeat",
            "2026-10-31,monthly",
            "unknown-repeat",
            "repeat",
            "same date or the same day",
            '"last Saturday of the month" or "31st of the month"',
        ),
        ("date,repeat", "2026-10-12,yes", "unknown-repeat", "repeat", "not how", '"second Monday of the month"'),
        ("date,repeat,until", "2026-10-17,weekly,2026-10-10", "until-before-start", "until", "before it", "Correct"),
        (
            "date,repeat,until",
            "2026-10-17,weekly until 2026-12-19,2026-12-26",
            "two-ends",
            "until",
            "repeat ends the series on 2026-12-19, the column until on 2026-12-26",
            "Correct one",
        ),
        ("date,repeat,until,count", "2026-10-17,weekly,2026-12-19,6", "two-ends", "count", "after 6 times", "Keep one"),
        ("date,repeat,count", "2026-10-17,weekly,0", "not-a-number", "count", "at least once", "1 or more"),
    ],
)
def test_what_cannot_be_is_reported_and_left_out(
    read: Read, names: str, cells: str, rule: str, column: str, what: str, cure: str
):
    reading = _read(read, names, cells)
    assert reading.events == ()
    (problem,) = reading.problems
    assert (problem.rule, problem.column) == (f"events.{rule}", column)
    assert what in problem.what
    assert cure in problem.cure


@pytest.mark.parametrize(
    ("names", "cells", "rule", "what"),
    [
        (
            "date,repeat,except",
            "2026-10-13,every Tuesday and Thursday,2026-10-14",
            "not-a-date-of-it",
            "(Wednesday) is not a day of this series; the nearest are Tuesday 2026-10-13 and Thursday 2026-10-15.",
        ),
        (
            "date,repeat,except,until",
            "2026-10-13,weekly,2026-12-22,2026-12-15",
            "not-a-date-of-it",
            "the nearest is Tuesday 2026-12-15.",
        ),
        ("date,repeat,branch", "2026-10-10,weekends,central", "closed-day", "closed on Sundays, and 2026-10-11 is one"),
        ("date,repeat,branch", "2026-10-11,weekends,central", "closed-day", "closed on Sundays, and 2026-10-11 is one"),
        ("date,repeat,count", "2026-10-13,daily,20000", "too-many-days", "more than 10000 days"),
        ("date,repeat,count", "2026-10-13,,6", "no-repeat", "does not repeat"),
    ],
)
def test_what_is_odd_is_reported_and_kept(read: Read, names: str, cells: str, rule: str, what: str):
    reading = _read(read, names, cells)
    assert len(reading.events) == 1
    (problem,) = reading.problems
    assert problem.rule == f"events.{rule}"
    assert what in problem.what


@pytest.mark.parametrize(
    ("cells", "rule", "first", "last", "until"),
    [
        # Two dates and letters: the dates are those of the whole series, as Localist has it.
        ('2026-10-01,2026-12-15,7:00 AM,8:00 AM,"T,Th"', "TU,TH", "2026-10-01 07:00", "2026-10-01 08:00", "2026-12-15"),
        ('2026-10-02,2026-12-15,7:00 PM,8:00 PM,"T,W"', "TU,WE", "2026-10-06 19:00", "2026-10-06 20:00", "2026-12-15"),
        ('2026-10-02,2026-12-15,10:00 PM,1:00 AM,"Su"', "SU", "2026-10-04 22:00", "2026-10-05 01:00", "2026-12-15"),
        ('2026-10-02,2026-12-15,,,"Sa"', "SA", "2026-10-03 00:00", "2026-10-04 00:00", "2026-12-15"),
    ],
)
def test_letters_between_two_dates_are_a_series(read: Read, cells: str, rule: str, first: str, last: str, until: str):
    reading = read(f"Title,Date From,Date To,Start Time,End Time,Recurrence\nA,{cells}\n", foreign=True)
    assert {str(problem.severity) for problem in reading.problems} <= {"note"}
    (event,) = reading.events
    assert event.ends
    assert (f"{event.starts:%Y-%m-%d %H:%M}", f"{event.ends:%Y-%m-%d %H:%M}") == (first, last)
    assert event.recurrence
    assert (event.recurrence.rule, str(event.recurrence.until)) == (f"FREQ=WEEKLY;BYDAY={rule}", until)


@pytest.mark.parametrize(
    ("cells", "known", "rule"),
    [
        ("2026-10-03,,Sa", {"foreign": True}, "unknown-repeat"),
        ("2026-10-05,2026-10-08,Sa", {"foreign": True}, "not-its-own-day"),
        ('2026-10-03,,"Sa,Su"', {}, "unknown-repeat"),
    ],
)
def test_letters_without_an_end_or_of_our_own_are_refused(read: Read, cells: str, known: dict[str, bool], rule: str):
    reading = read(f"id,title,date,end_date,repeat,start,end\na,A,{cells},10:00,11:00\n", **known)
    assert reading.events == ()
    assert f"events.{rule}" in [problem.rule for problem in reading.problems]


def test_another_system_may_say_that_it_repeats_and_not_how(read: Read):
    reading = _read(read, "date,recurring", "2026-10-17,TRUE", foreign=True)
    assert [event.recurrence for event in reading.events] == [None]
    assert "only the date of the row is used" in reading.problems[0].what


def test_a_rule_of_another_system_is_kept_as_it_is(read: Read):
    reading = _read(read, "date,rrule", "2026-10-17,FREQ=WEEKLY;INTERVAL=2;UNTIL=20261220T065959Z", foreign=True)
    (event,) = reading.events
    assert event.recurrence
    assert event.recurrence.until
    assert event.recurrence == Recurrence(rule="FREQ=WEEKLY;INTERVAL=2", until=event.recurrence.until)
    assert str(event.recurrence.until) == "2026-12-19"
