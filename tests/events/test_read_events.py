"""Whole spreadsheets: every row is an event, joined to one, or named."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.events.read_events import merge_readings, read_events
from plugins.events.reading import Reading
from plugins.kernel.library import Library

Read = Callable[..., Reading]
NEW_YORK = ZoneInfo("America/New_York")
ANYWHERE = Library(name="A library", time_zone=NEW_YORK)
SAMPLES = os.environ.get("BROADSIDE_SAMPLES", "")
with_samples = pytest.mark.skipif(not SAMPLES, reason="BROADSIDE_SAMPLES is not set")


def _rules(reading: Reading) -> list[str]:
    return [problem.rule.removeprefix("events.") for problem in reading.problems]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "it is empty"),
        (
            "time,location_id,artist_id\n2024-09-11T13:30:00+02:00,1,x\n",
            "for a title; it has the columns time",
        ),
        ("title,who\nA,B\n", "no column for a date"),
        ("visits,issues\n1,2\n", "a title and none for a date"),
        ("<html><body>Please log in</body></html>", "a web page"),
    ],
)
def test_what_is_no_list_of_events_is_refused_with_the_reason(read: Read, text: str, part: str):
    reading = read(text)
    assert _rules(reading) == ["not-an-event-list"]
    assert part in reading.problems[0].what
    assert reading.rows == reading.left_out


def test_columns_are_named_once_when_they_are_not_kept(read: Read):
    reading = read("title,date,Moon,Attendees,\nA,2026-10-17,full,Jo Doe,\nB,2026-10-18,new,Al Poe,\n", foreign=True)
    about = {problem.rule.removeprefix("events."): problem for problem in reading.problems}
    assert about["unknown-column"].column == "Moon"
    assert about["private-column"].column == "Attendees"
    assert _rules(reading).count("unknown-column") == 1
    assert not any("Jo Doe" in f"{problem.value}{problem.what}" for problem in reading.problems)


def test_a_misspelt_column_of_ours_gets_the_right_name(read: Read):
    reading = read("id,title,date,strat,all_day\na,A,2026-10-17,10:00,yes\n")
    assert reading.problems[0].cure == 'If "start" is meant, call it so.'


def test_a_column_of_dates_decides_for_all_its_rows(read: Read):
    reading = read("title,date,start,end\nA,05/06/2026,10:00,11:00\nB,17/10/2026,10:00,11:00\n", foreign=True)
    assert [event.starts.date() for event in reading.events] == [date(2026, 6, 5), date(2026, 10, 17)]
    assert _rules(reading) == ["date-order"]


def test_a_quotation_that_swallows_rows_is_said(read: Read):
    text = 'id,title,date,all_day\na,"A,2026-10-17,yes\nb,B,2026-10-18,yes\nc,C",2026-10-19,yes\n'
    reading = read(text)
    assert (len(reading.events), _rules(reading)) == (1, ["open-quote"])


def test_exact_copies_are_joined(read: Read):
    reading = read("id,title,date,all_day\na,A,2026-10-17,yes\na,A,2026-10-17,yes,\n,,,\n")
    assert (reading.rows, len(reading.events), reading.joined, _rules(reading)) == (2, 1, 1, ["repeated-row"])


def test_a_copy_of_a_wrong_row_is_left_out_with_it(read: Read):
    reading = read("id,title,date,all_day\na,,2026-10-17,yes\na,,2026-10-17,yes\n")
    assert (reading.rows, reading.joined, reading.left_out) == (2, 0, 2)


def test_the_header_in_the_middle_is_no_event(read: Read):
    reading = read("id,title,date,all_day\na,A,2026-10-17,yes\nID,Title,Date,All_Day\nb,B,2026-10-18,yes\n")
    assert (len(reading.events), _rules(reading)) == (2, ["header-again"])


def test_an_id_taken_twice_names_both_rows(read: Read):
    reading = read("id,title,date,all_day\na,First,2026-10-17,yes\na,Second,2026-10-18,yes\n")
    (problem,) = reading.problems
    assert (problem.rule, problem.line, [event.summary for event in reading.events]) == (
        "events.duplicate-id",
        3,
        ["First"],
    )
    assert "events/a.csv:2" in problem.what


def test_an_id_taken_in_another_file_names_both(read: Read):
    one = read("id,title,date,all_day\na,First,2026-10-17,yes\n")
    other = read("id,title,date,all_day\na,Second,2026-10-18,yes\nb,Third,2026-10-18,yes\n", file="events/b.csv")
    both = merge_readings([one, other])
    assert [event.summary for event in both.events] == ["First", "Third"]
    assert (both.rows, both.left_out, _rules(both)) == (3, 1, ["duplicate-id"])
    assert both.problems[0].file == "events/b.csv"
    assert "events/a.csv:2" in both.problems[0].what


@with_samples
def test_the_workshops_of_a_university_library():
    file = Path(SAMPLES) / "events" / "cmu-libraries-workshops-2024-libcal.csv"
    reading = read_events(file.read_bytes(), file=file.name, library=ANYWHERE, time_zone=NEW_YORK, foreign=True)
    assert (reading.rows, len(reading.events), reading.joined, reading.left_out) == (32, 32, 0, 0)
    first = reading.events[0]
    assert first.ends is not None
    assert (first.starts.isoformat(), first.ends.isoformat()) == (
        "2024-01-24T12:00:00-05:00",
        "2024-01-24T13:00:00-05:00",
    )
    assert str(first.starts.tzinfo) == "America/New_York"
    assert [topic.id for topic in first.topics] == ["open-science", "writing-and-publishing"]
    assert not any(problem.severity == "error" for problem in reading.problems)


@with_samples
def test_every_row_of_every_real_file_is_accounted_for():
    for file in sorted((Path(SAMPLES) / "events").iterdir()):
        reading = read_events(file.read_bytes(), file=file.name, library=ANYWHERE, time_zone=NEW_YORK, foreign=True)
        assert reading.rows == len(reading.events) + reading.joined + reading.left_out, file.name
        assert reading.rows > 0, file.name


@with_samples
@given(st.data())
def test_a_real_file_may_be_damaged_in_any_way(data: st.DataObject):
    files = sorted((Path(SAMPLES) / "events").iterdir())
    source = bytearray(data.draw(st.sampled_from(files)).read_bytes()[:2000])
    for _ in range(data.draw(st.integers(1, 8))):
        source[data.draw(st.integers(0, len(source) - 1))] = data.draw(st.integers(0, 255))
    reading = read_events(bytes(source), file="x.csv", library=ANYWHERE, time_zone=NEW_YORK, foreign=True)
    assert reading.rows == len(reading.events) + reading.joined + reading.left_out
