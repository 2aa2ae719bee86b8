"""Rows that change one day of a series, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from plugins.events.agenda import Agenda
from plugins.events.expand import occurrences, skipped
from plugins.events.model import Event, Occurrence, Status
from plugins.events.reading import Reading
from plugins.kernel.library import Library

Read = Callable[..., Reading]
NAMES = "id,occurrence,title,date,start,end,repeat,branch,room,status,note"
SERIES = "toddler,,Toddler Time,2026-10-01,10:00,10:40,weekly,central,Story Room,,"


def _reading(read: Read, *rows: str, series: str = SERIES, names: str = NAMES) -> Reading:
    return read("\n".join([names, series, *rows]) + "\n")


def _event(read: Read, *rows: str, **known: str) -> Event:
    reading = _reading(read, *rows, **known)
    assert reading.problems == ()
    assert reading.joined == len(rows)
    (event,) = reading.events
    return event


def _one(event: Event, on: str) -> Occurrence:
    found = [one for one in occurrences(event, date(2026, 10, 1), date(2027, 1, 31)) if str(one.on) == on]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("cells", "starts", "ends", "status", "where"),
    [
        (",,,,,,,cancelled,", "10-22 10:00", "10-22 10:40", "cancelled", "Central, Story Room"),
        (",,11:00,,,,,,", "10-22 11:00", "10-22 11:40", "moved", "Central, Story Room"),
        (",,11:00,12:00,,,,,", "10-22 11:00", "10-22 12:00", "moved", "Central, Story Room"),
        (",,,11:30,,,,,", "10-22 10:00", "10-22 11:30", "confirmed", "Central, Story Room"),
        (",2026-10-23,,,,,,,", "10-23 10:00", "10-23 10:40", "moved", "Central, Story Room"),
        (",2026-11-03,14:00,,,,,,", "11-03 14:00", "11-03 14:40", "moved", "Central, Story Room"),
        (",,,,,,Room 2,,", "10-22 10:00", "10-22 10:40", "moved", "Central, Room 2"),
        (",,,,,mill-street,Main Hall,,", "10-22 10:00", "10-22 10:40", "moved", "Mill, Main Hall"),
        (",,,,,,Room 2,confirmed,", "10-22 10:00", "10-22 10:40", "confirmed", "Central, Room 2"),
        (",,,,,,,full,", "10-22 10:00", "10-22 10:40", "full", "Central, Story Room"),
        # The whole row of the series, copied, with one cell changed
        (
            "Toddler Time,2026-10-01,10:00,10:40,weekly,central,Story Room,cancelled,",
            "10-22 10:00",
            "10-22 10:40",
            "cancelled",
            "Central, Story Room",
        ),
        (
            "Toddler Time,2026-10-01,10:00,11:00,weekly,central,Room 2,,",
            "10-22 10:00",
            "10-22 11:00",
            "moved",
            "Central, Room 2",
        ),
    ],
)
def test_filled_cells_replace_those_of_the_series(
    read: Read, cells: str, starts: str, ends: str, status: str, where: str
):
    one = _one(_event(read, f"toddler,2026-10-22,{cells}"), "2026-10-22")
    assert one.ends
    assert (f"{one.starts:%m-%d %H:%M}", f"{one.ends:%m-%d %H:%M}") == (starts, ends)
    assert (str(one.status), one.where) == (status, where)
    assert one.is_off == (status == "cancelled")


def test_one_changed_day_leaves_the_others_as_they_are(read: Read):
    event = _event(read, "toddler,2026-10-22,,,,,,,,cancelled,Our reader is unwell.")
    found = occurrences(event, date(2026, 10, 15), date(2026, 10, 29))
    assert [(one.date.day, one.status, one.note) for one in found] == [
        (15, Status.CONFIRMED, ""),
        (22, Status.CANCELLED, "Our reader is unwell."),
        (29, Status.CONFIRMED, ""),
    ]


def test_a_day_that_moved_to_another_month_is_there_and_the_old_day_says_so(read: Read, library: Library):
    event = _event(read, "toddler,2026-10-29,,2026-11-03,14:00,,,,,,")
    agenda = Agenda([event], library)
    assert [str(one.date) for one in agenda.between(date(2026, 10, 20), date(2026, 11, 6))] == [
        "2026-10-22",
        "2026-11-03",
        "2026-11-05",
    ]
    one = _one(event, "2026-10-29")
    assert one.previous_start
    assert f"{one.previous_start:%m-%d %H:%M}" == "10-29 10:00"
    (gone,) = skipped(event, date(2026, 10, 1), date(2026, 10, 31))
    assert (str(gone.date), gone.moved) == ("2026-10-29", one)
    (old,) = agenda.days(date(2026, 10, 29), date(2026, 10, 29))
    assert (old.occurrences, [entry.moved for entry in old.moved]) == ((), [one])


def test_the_next_dates_hold_a_changed_day_where_it_now_is(read: Read, library: Library):
    event = _event(read, "toddler,2026-10-22,,2026-10-30,,,,,,,")
    now = datetime.fromisoformat("2026-10-21T12:00-06:00")
    found = Agenda([event], library).upcoming(now, 3, uid="toddler")
    assert [str(one.date) for one in found] == ["2026-10-29", "2026-10-30", "2026-11-05"]


def test_a_day_in_another_branch_is_in_the_lists_of_both(read: Read, library: Library):
    agenda = Agenda([_event(read, "toddler,2026-10-22,,,,,,mill-street,Main Hall,,")], library)
    days = date(2026, 10, 15), date(2026, 10, 29)
    assert [str(one.date) for one in agenda.between(*days, branch="mill-street")] == ["2026-10-22"]
    assert len(agenda.between(*days, branch="central")) == 3
    assert agenda.counts("branch", *days) == {"central": 3, "mill-street": 1}


def test_what_staff_write_of_a_closed_day_stands(read: Read):
    event = _event(
        read,
        "toddler,2026-12-25,,2026-12-23,,,,,,,",
        series="toddler,,Toddler Time,2026-10-02,10:00,10:40,weekly,central,,,",
    )
    assert str(_one(event, "2026-12-25").date) == "2026-12-23"


def test_the_newest_change_is_that_of_the_series(read: Read):
    names = f"{NAMES},updated,sequence"
    event = _event(
        read,
        "toddler,2026-10-22,,,11:00,,,,,,,2026-10-20,2",
        "toddler,2026-10-29,,,,,,,,cancelled,,2026-10-12,1",
        series=f"{SERIES},2026-09-01,1",
        names=names,
    )
    assert (str(event.last_changed), event.sequence) == ("2026-10-20 00:00:00-06:00", 2)
    assert [str(change.on) for change in event.changes] == ["2026-10-22", "2026-10-29"]


@pytest.mark.parametrize(
    ("row", "rule", "column", "what", "cure"),
    [
        (
            "toddler,2026-10-23,,,,,,,,cancelled,",
            "no-such-occurrence",
            "occurrence",
            '2026-10-23 (Friday) is not a day of "Toddler Time"; the nearest are Thursday 2026-10-22 and Thursday',
            "Write 2026-10-22 or 2026-10-29",
        ),
        ("toddler,2026-09-24,,,,,,,,cancelled,", "no-such-occurrence", "occurrence", "the nearest is", "2026-10-01"),
        ("todler,2026-10-22,,,,,,,,cancelled,", "no-series", "id", 'has the id "todler"', 'Did you mean "toddler"?'),
        (",2026-10-22,,,,,,,,cancelled,", "no-series", "id", "needs the id of its series", "Write the id"),
        ("once,2026-10-22,,,,,,,,cancelled,", "no-series", "id", '"Once" takes place once', "Change its own row"),
        ("toddler,soon,,,,,,,,cancelled,", "unreadable-date", "occurrence", '"soon"', "2026-10-17"),
        ("toddler,2026-10-22,,,11:00,10:30,,,,,", "end-before-start", "end", "not after its start", "Correct"),
        ("toddler,2026-10-22,,,,,,nowhere,,,", "unknown-branch", "branch", 'no branch "nowhere"', "mill-street"),
        ("toddler,2026-10-22,,,,,,,,perhaps,", "unknown-status", "status", '"perhaps"', "cancelled"),
    ],
)
def test_a_change_that_cannot_be_is_left_out_and_the_series_stays(
    read: Read, row: str, rule: str, column: str, what: str, cure: str
):
    reading = _reading(read, "once,,Once,2026-10-22,14:00,15:00,,central,,,", row)
    assert [event.changes for event in reading.events] == [(), ()]
    assert reading.left_out == 1
    (problem,) = reading.problems
    assert (problem.rule, problem.column) == (f"events.{rule}", column)
    assert what in problem.what
    assert cure in problem.cure


@pytest.mark.parametrize(
    ("row", "rule", "what"),
    [
        ("toddler,2026-10-22,Another title,,,,,,,cancelled,", "not-of-one-day", '"Another title" is not used'),
        ("toddler,2026-10-22,Toddler Time,,,,,,,,", "nothing-changed", "nothing about 2026-10-22"),
        ("toddler,2026-10-22,,2026-12-25,,,,,,,", "closed-day", "closed on 2026-12-25 (Christmas Day)"),
    ],
)
def test_what_is_odd_about_a_change_is_said_and_kept(read: Read, row: str, rule: str, what: str):
    reading = _reading(read, row)
    assert len(reading.events[0].changes) == 1
    (problem,) = reading.problems
    assert problem.rule == f"events.{rule}"
    assert what in problem.what


def test_two_rows_about_one_day_are_reported_and_the_first_counts(read: Read):
    reading = _reading(read, "toddler,2026-10-22,,,11:00,,,,,,", "toddler,2026-10-22,,,,,,,,cancelled,")
    assert [problem.rule for problem in reading.problems] == ["events.occurrence-twice"]
    assert [one.status for one in reading.events[0].changes] == [None]


def test_an_exhibition_of_whole_days_moves_as_one(read: Read):
    event = _event(
        read,
        "fair,2026-11-07,2026-11-14,2026-11-15",
        series="fair,,2026-10-03,2026-10-04,Book Fair,first Saturday,yes",
        names="id,occurrence,date,end_date,title,repeat,all_day",
    )
    found = occurrences(event, date(2026, 11, 1), date(2026, 12, 31))
    assert [(str(one.date), str(one.last_date)) for one in found] == [
        ("2026-11-14", "2026-11-15"),
        ("2026-12-05", "2026-12-06"),
    ]


def test_the_examples_of_the_documents_are_read_without_a_word(root: Path, read: Read):
    text = (root / "docs/events-csv.md").read_text(encoding="utf-8")
    example = re.findall(r"```csv\n(.*?)```", text[text.index("### One day of a series") :], flags=re.DOTALL)[0]
    reading = read(example)
    assert reading.problems == ()
    (event,) = reading.events
    assert [str(_one(event, str(change.on)).status) for change in event.changes] == [
        "moved",
        "moved",
        "moved",
        "cancelled",
    ]
