"""The names of columns, ours and those of other systems."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from plugins.events.columns import COLUMNS, OWN, is_known, key_of, layout_of
from plugins.events.columns_elsewhere import DROPPED, ELSEWHERE, ONLY_ELSEWHERE, PRIVATE
from plugins.events.model import Event


def _named(header: str) -> dict[str, str]:
    names = tuple(header.split(","))
    positions = layout_of(names).positions
    return {ours: names[places[0]] for ours, places in positions.items()}


@pytest.mark.parametrize("name", ["Start Date", "start_date", "START-DATE", " startdate ", "Start date:"])
def test_case_spaces_and_marks_do_not_matter(name: str):
    assert key_of(name) == "startdate"


@pytest.mark.parametrize(
    ("system", "header", "expected"),
    [
        (
            "The Events Calendar",
            "Event Name,Event Start Date,Event Start Time,Event End Date,Event End Time,All Day Event,Event Venue Name",
            "title date start end_date end all_day place",
        ),
        (
            "Google Calendar",
            "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private",
            "title date start end_date end all_day description place hidden",
        ),
        (
            "LibCal",
            "Event ID,Title,Event Date,Start Time,End Time,Location,Library Branch,Audiences,Publishing Status",
            "id title date start end place branch audience published",
        ),
        ("LibCal, CMU", "title,start,end,URL,categories,date", "title start end link topics date"),
        (
            "Localist",
            "Title,Description,Date From,Date To,Recurrence,Start Time,End Time,Location,Room,Ticket URL,Cost,Status",
            "title description date end_date repeat start end place room registration_link cost status",
        ),
        (
            "Toronto",
            "EventID,Title,StartTime,EndTime,StartDateLocal,LocationName,Audiences,Languages,EventTypes,IsFull,Status",
            "id title start end date room audience language topics full status",
        ),
        (
            "EMS",
            "EventID,EventDate,EventName,TimeEventStart,TimeEventEnd,Location,IsAllDayEvent,Canceled,EventType",
            "id date title start end place all_day cancelled topics",
        ),
        ("nyc.gov", "date,name,start,end,about,location", "date title start end description place"),
        ("Idaho", "date,summary,time,end date,end time,details", "date title start end_date end description"),
        ("parkrun", "Date,Event,Cancellation Note,Website", "date title cancelled_because link"),
    ],
)
def test_the_columns_of_other_systems_are_recognized(system: str, header: str, expected: str):
    assert list(_named(header)) != [], system
    by_position = sorted(_named(header), key=lambda ours: header.split(",").index(_named(header)[ours]))
    assert " ".join(by_position) == expected


def test_our_own_names_win():
    assert _named("Subject,title,Location,place,summary")["title"] == "title"
    assert _named("Subject,title,Location,place,summary")["place"] == "place"
    assert _named("title,summary")["summary"] == "summary"


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"Was": "title", "Wann": "date"}, {"title": "Was", "date": "Wann"}),
        ({"was": "title", "WANN": "Date"}, {"title": "Was", "date": "Wann"}),
        ({"1": "title", "2": "date"}, {"title": "Was", "date": "Wann"}),
        ({"Was": "title", "Subject": "description"}, {"title": "Was", "description": "Subject"}),
        ({"Was": "nothing we have"}, {"title": "Subject"}),
    ],
)
def test_what_a_column_means_may_be_stated(columns: dict[str, str], expected: dict[str, str]):
    header = ("Was", "Wann", "Subject")
    positions = layout_of(header, columns).positions
    assert {ours: header[places[0]] for ours, places in positions.items()} == {"title": "Subject"} | expected


def test_private_columns_are_told_from_unknown_ones():
    header = ("Title", "Required Attendees", "Contact Email", "Confirmed Registrations", "Moon phase", "Mileage")
    layout = layout_of(header)
    assert (layout.private, layout.unknown) == ((1, 2, 3), (4,))


def test_every_other_name_means_something_we_have():
    assert set(ELSEWHERE.values()) <= {*OWN, *ONLY_ELSEWHERE}
    assert all(key_of(name) == name and is_known(name) for name in (*ELSEWHERE, *PRIVATE, *DROPPED))


def test_every_column_fills_a_field_of_the_model():
    assert {column.field for column in COLUMNS} <= {field.name for field in fields(Event)}
    assert len({key_of(name) for name in OWN}) == len(COLUMNS)


def test_the_documentation_has_the_same_table(root: Path):
    text = (root / "docs" / "events-csv.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    cells = [[cell.strip().strip("`") for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]
    assert cells[: len(COLUMNS)] == [
        [column.name, column.field, column.property, column.type, column.separator, column.example, column.meaning]
        for column in COLUMNS
    ]
