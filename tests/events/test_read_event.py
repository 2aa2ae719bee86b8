"""Rows to events, and everything that is wrong with a row at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from plugins.events.model import Event, Status
from plugins.events.reading import Reading

Read = Callable[..., Reading]
COLUMNS = "id,title,date,start,end"
ROW = "a,A title,2026-10-17,14:00,15:30"


def _event(reading: Reading) -> Event:
    assert [str(problem) for problem in reading.problems if problem.severity == "error"] == []
    (event,) = reading.events
    return event


def _rules(reading: Reading) -> list[str]:
    return [problem.rule.removeprefix("events.") for problem in reading.problems]


def test_a_full_row_fills_the_event(read: Read):
    names = (
        "id,title,date,start,end,branch,room,audience,topics,program,summary,description,cost,registration,"
        "registration_link,opens,closes,places,status,note,language,access,ages,image,image_alt,partners,updated,"
        "sequence,previous_start,previous_place,online,link"
    )
    cells = (
        "story,Story Hour,2026-10-17,2:00 pm,3:30 pm,central,Story Room,under-5s; adults,Stories; music,toddler-time,"
        "In short.,*All* of it.,$5,required,https://book.example/1,2026-09-17,2026-10-16,24,moved,Come along.,es,"
        "Hearing loop,0-4,images/x.svg,A lantern,Workforce Center; Us,2026-10-08,1,2026-10-16 14:00,Mill Street,"
        "https://meet.example/1,https://a.example/"
    )
    reading = read(f"{names}\n{cells}\n")
    event = _event(reading)
    assert reading.problems == ()
    assert (event.starts.isoformat(), str(event.starts.tzinfo)) == ("2026-10-17T14:00:00-06:00", "America/Denver")
    assert event.ends
    assert event.ends.isoformat() == "2026-10-17T15:30:00-06:00"
    assert (event.address, event.where) == ("events/story/", "Central, Story Room")
    assert [audience.id for audience in event.audiences] == ["under-5s", "adults"]
    assert [topic.id for topic in event.topics] == ["stories", "music"]
    assert (event.teaser, event.description, event.program) == ("In short.", "*All* of it.", "toddler-time")
    registration = event.registration
    assert (registration.required, registration.places, registration.url) == (True, 24, "https://book.example/1")
    assert registration.opens
    assert registration.closes
    assert (registration.opens.isoformat(), registration.closes.isoformat()) == (
        "2026-09-17T00:00:00-06:00",
        "2026-10-17T00:00:00-06:00",
    )
    assert registration.last_day == date(2026, 10, 16)
    assert (event.status, event.note, event.language) == (Status.MOVED, "Come along.", "es")
    assert (event.image, event.image_alt, event.partners) == ("images/x.svg", "A lantern", ("Workforce Center", "Us"))
    assert event.updated
    assert event.updated.isoformat() == "2026-10-08T00:00:00-06:00"
    assert event.previous_start
    assert event.previous_start.isoformat() == "2026-10-16T14:00:00-06:00"
    assert (event.sequence, event.previous_place, event.line) == (1, "Mill Street", 2)
    assert (event.online, event.url) == ("https://meet.example/1", "https://a.example/")


@pytest.mark.parametrize(
    ("names", "cells", "starts", "ends"),
    [
        ("date,start,end", "2026-10-17,14:00,15:30", "2026-10-17 14:00", "2026-10-17 15:30"),
        ("date,start,end", "2026-10-17,14:00,", "2026-10-17 14:00", ""),
        ("date,start,end", "2026-10-17,20:00,24:00", "2026-10-17 20:00", "2026-10-18 00:00"),
        ("date,start,end", "2026-10-17,20:00,midnight", "2026-10-17 20:00", "2026-10-18 00:00"),
        ("date,start,end_date,end", "2026-10-17,22:00,2026-10-18,01:00", "2026-10-17 22:00", "2026-10-18 01:00"),
        ("date,start,end_date", "2026-10-17,10:00,2026-10-19", "2026-10-17 10:00", "2026-10-20 00:00"),
        ("date,all_day", "2026-10-17,yes", "2026-10-17 00:00 all day", "2026-10-18 00:00"),
        ("date,start", "2026-10-17,All Day Event", "2026-10-17 00:00 all day", "2026-10-18 00:00"),
        ("date,start,end", "2026-10-17,00:00,23:59", "2026-10-17 00:00 all day", "2026-10-18 00:00"),
        ("date,end_date,all_day", "2026-10-17,2026-10-19,x", "2026-10-17 00:00 all day", "2026-10-20 00:00"),
        ("date,start,all_day", "2026-10-17,10:00,yes", "2026-10-17 10:00", ""),
        ("date", "2026-10-17", "2026-10-17 00:00 all day", "2026-10-18 00:00"),
        ("date", "2026-10-17 00:00:00", "2026-10-17 00:00 all day", "2026-10-18 00:00"),
        ("date", "2026-10-17 14:00", "2026-10-17 14:00", ""),
        ("start,end", "2026-10-17T14:00,2026-10-17T15:30", "2026-10-17 14:00", "2026-10-17 15:30"),
        ("start,end", "2026-10-17T20:00:00Z,2026-10-17T23:30:00+02:00", "2026-10-17 14:00", "2026-10-17 15:30"),
        ("date,start,time_zone", "2026-10-17,16:00,America/New_York", "2026-10-17 14:00", ""),
    ],
)
def test_when_it_takes_place(read: Read, names: str, cells: str, starts: str, ends: str):
    event = _event(read(f"id,title,{names}\na,A,{cells}\n"))
    said = f"{event.starts:%Y-%m-%d %H:%M}{' all day' if event.all_day else ''}"
    assert (said, f"{event.ends:%Y-%m-%d %H:%M}" if event.ends else "") == (starts, ends)


@pytest.mark.parametrize(
    ("names", "cells", "rule", "column", "part"),
    [
        ("title,date", ",2026-10-17", "no-title", "title", "no title"),
        ("title,date", "N/A,2026-10-17", "no-title", "title", "no title"),
        ("title,date", "A,", "no-date", "date", "no date"),
        ("title,date", "A,05/06/2026", "unreadable-date", "date", "5 June 2026 or 6 May 2026"),
        ("title,date", "A,TBA", "unreadable-date", "date", "not known yet"),
        ("title,date,start", "A,2026-10-17,TBC", "unreadable-time", "start", "not known yet"),
        ("title,date,start", "A,2026-10-17,9", "unreadable-time", "start", "morning or in the evening"),
        ("title,date,start", "A,2026-10-17,24:00", "unreadable-time", "start", "ends a day"),
        ("title,date,end", "A,2026-10-17,10:00", "no-start", "start", "not when it starts"),
        ("title,date,start,end", "A,2026-10-17,14:00,13:00", "end-before-start", "end", "not after its start"),
        ("title,date,start,end", "A,2026-10-17,14:00,14:00", "end-before-start", "end", "not after its start"),
        ("title,date,end_date", "A,2026-10-17,2026-10-16", "end-before-start", "end_date", "before it starts"),
        ("title,date,start", "A,2026-10-17,2026-10-18T10:00", "two-dates", "start", "contradict"),
        ("title,date,start,time_zone", "A,2026-10-17,10:00,Mars", "unknown-time-zone", "time_zone", "Mars"),
        ("title,date,branch", "A,2026-10-17,centrel", "unknown-branch", "branch", "centrel"),
        ("title,date,audience", "A,2026-10-17,under5s", "unknown-audience", "audience", "under5s"),
        ("title,date,topics", 'A,2026-10-17,"stories, music"', "unknown-topic", "topics", "stories, music"),
        ("title,date,status", "A,2026-10-17,canceld", "unknown-status", "status", "canceld"),
        ("title,date,all_day", "A,2026-10-17,maybe", "unknown-word", "all_day", "maybe"),
        ("title,date,registration", "A,2026-10-17,ask", "unknown-word", "registration", "ask"),
        ("title,date,places", "A,2026-10-17,lots", "not-a-number", "places", "lots"),
        ("title,date,link", "A,2026-10-17,javascript:alert(1)", "not-an-address", "link", "javascript"),
        ("title,date,language", "A,2026-10-17,Spanish!", "not-a-language", "language", "Spanish!"),
        ("title,date,opens,closes", "A,2026-10-17,2026-10-02,2026-10-01", "closes-before-opens", "closes", "before"),
        ("title,date,repeat", "A,2026-10-17,now and then", "unknown-repeat", "repeat", "now and then"),
        ("title,date,repeat,until", "A,2026-10-17,weekly,2026-10-16", "until-before-start", "until", "before"),
    ],
)
def test_an_error_leaves_the_row_out_and_names_its_place(
    read: Read, names: str, cells: str, rule: str, column: str, part: str
):
    reading = read(f"id,{names}\na,{cells}\n")
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    assert [problem.rule for problem in errors] == [f"events.{rule}"]
    assert (errors[0].line, errors[0].column) == (2, column)
    assert part in errors[0].what
    assert errors[0].cure.endswith(".")
    assert (reading.events, reading.left_out) == ((), 1)


@pytest.mark.parametrize(
    ("names", "cells", "rule"),
    [
        ("date", "2026-10-17", "no-start-time"),
        ("date,all_day,start,end", "2026-10-17,yes,10:00,16:00", "all-day-with-times"),
        ("date,start,end", "2026-10-17,10:00,", "no-end"),
        ("date,start,end", "2027-03-14,02:30,04:00", "clock-skips"),
        ("date,start,end", "2026-11-01,01:30,04:00", "clock-twice"),
        ("date,start,branch,end", "2026-12-25,10:00,central,11:00", "closed-day"),
        ("date,start,branch,end", "2026-10-18,10:00,central,11:00", "closed-day"),
        ("date,start,end,also,branch", "2026-10-17,10:00,11:00,2026-12-25,central", "closed-day"),
        ("date,start,end,status", "2026-10-17,10:00,11:00,moved", "moved-from"),
        ("date,start,end,until", "2026-10-17,10:00,11:00,2026-12-25", "no-repeat"),
        ("date,start,end,repeat,except", "2026-10-17,10:00,11:00,weekly,2026-10-25", "not-a-date-of-it"),
        ("date,all_day,end_date", "2026-10-17,yes,2028-10-17", "too-long"),
        ("date,start,end", "2062-10-17,10:00,11:00", "odd-year"),
        ("date,start,end", "2025-10-01,10:00,11:00", "long-past"),
        ("date,start,end", "2026-10-17,10:00,11:00,more", "more-cells"),
    ],
)
def test_what_is_odd_is_said_and_kept(read: Read, names: str, cells: str, rule: str):
    reading = read(f"id,title,{names}\na,A,{cells}\n", today=date(2026, 10, 8))
    assert _rules(reading) == [rule]
    assert len(reading.events) == 1


def test_all_errors_of_a_row_come_at_once(read: Read):
    reading = read("id,title,date,start,branch,topics,places\na,,31/13/26,25:00,nowhere,cats,many\n")
    assert sorted(_rules(reading)) == [
        "no-title",
        "not-a-number",
        "unknown-branch",
        "unknown-topic",
        "unreadable-date",
        "unreadable-time",
    ]


@pytest.mark.parametrize(
    ("column", "word", "cure"),
    [
        ("branch", "centrel", 'Did you mean "central"?'),
        ("topics", '"stories, music"', 'Part several by a semicolon: "stories; music".'),
        ("status", "canceld", 'Did you mean "cancelled"?'),
    ],
)
def test_the_cure_names_the_nearest_word(read: Read, column: str, word: str, cure: str):
    reading = read(f"id,title,date,start,{column}\na,A,2026-10-17,10:00,{word}\n")
    assert next(problem.cure for problem in reading.problems if problem.severity == "error").startswith(cure)


@pytest.mark.parametrize("word", ["central", "Central", "CENTRAL LIBRARY", "Central  Library"])
def test_a_branch_is_known_by_id_and_names(read: Read, word: str):
    event = _event(read(f"{COLUMNS},branch\n{ROW},{word}\n"))
    assert event.branch
    assert event.branch.id == "central"


@pytest.mark.parametrize(
    ("names", "cells", "branch", "where"),
    [
        ("branch,place", "Main,Room A", "", "Main, Room A"),
        ("branch,place", "Central Library,Room A", "central", "Central, Room A"),
        ("place", "Mill Street Library", "mill-street", "Mill"),
        ("place", "City Hall", "", "City Hall"),
        ("room", "Room A", "", "Room A"),
    ],
)
def test_a_foreign_location_may_be_a_branch_a_room_or_a_place(
    read: Read, names: str, cells: str, branch: str, where: str
):
    event = _event(read(f"{COLUMNS},{names}\n{ROW},{cells}\n", foreign=True))
    assert (event.branch.id if event.branch else "", event.where) == (branch, where)


def test_a_source_may_have_a_branch_of_its_own(read: Read):
    event = _event(read(f"{COLUMNS},place\n{ROW},Room A\n", foreign=True, default_branch="central"))
    assert event.where == "Central, Room A"
    assert _event(read(f"{COLUMNS},place\n{ROW},City Hall\n", default_branch="central")).where == "City Hall"


def test_unknown_words_of_a_foreign_file_are_kept_as_text(read: Read):
    reading = read(f'{COLUMNS},categories,audience\n{ROW},"Cats, Music, cats",Teens\n', foreign=True)
    event = _event(reading)
    assert [(topic.id, str(topic.name)) for topic in event.topics] == [("cats", "Cats"), ("music", "Music")]
    assert [(audience.id, str(audience.name)) for audience in event.audiences] == [("teens", "Teens")]
    assert _rules(reading) == ["foreign-word", "foreign-word"]


@pytest.mark.parametrize(
    ("names", "cells", "status", "note"),
    [
        ("Status", "Canceled", Status.CANCELLED, ""),
        ("Status", "ACTIVE", Status.CONFIRMED, ""),
        ("Status", "Sold Out", Status.FULL, ""),
        ("Status", "Waitlist", Status.CONFIRMED, "Waitlist"),
        ("Canceled", "TRUE", Status.CANCELLED, ""),
        ("IsFull", "true", Status.FULL, ""),
        ("Cancellation Note", "Weather", Status.CANCELLED, "Weather"),
    ],
)
def test_the_status_of_a_foreign_row(read: Read, names: str, cells: str, status: Status, note: str):
    event = _event(read(f"{COLUMNS},{names}\n{ROW},{cells}\n", foreign=True))
    assert (event.status, event.note) == (status, note)


@pytest.mark.parametrize(
    ("name", "cell"),
    [("Private", "True"), ("Publishing Status", "Draft"), ("Published", "no"), ("Visibility", "private")],
)
def test_what_is_not_public_is_left_out(read: Read, name: str, cell: str):
    reading = read(f"{COLUMNS},{name}\n{ROW},{cell}\n", foreign=True)
    assert (reading.events, _rules(reading)) == ((), ["not-public"])


def test_a_foreign_title_loses_its_markup(read: Read):
    assert _event(read("title,date\n<b>Q&amp;amp;A</b>,2026-10-17\n", foreign=True)).summary == "Q&A"
