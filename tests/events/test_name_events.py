"""The ids of events."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plugins.events.model import Event, address_part
from plugins.events.reading import Reading

Read = Callable[..., Reading]
ROW = "title,date,start,end,branch,room\nStory Hour,2026-10-17,14:00,15:00,central,Room 1\n"


def _uids(reading: Reading) -> list[str]:
    return [event.uid for event in reading.events]


def test_a_row_of_ours_without_an_id_gets_one_to_paste(read: Read):
    (problem,) = read(ROW).problems
    assert (problem.rule, problem.cure) == (
        "events.no-id",
        "Write story-hour-central-2026-10-17 in the column id.",
    )


def test_ids_to_paste_differ(read: Read):
    reading = read(ROW + "Story Hour,2026-10-17,16:00,17:00,central,Room 1\n")
    assert [problem.cure for problem in reading.problems] == [
        "Write story-hour-central-2026-10-17 in the column id.",
        "Write story-hour-central-2026-10-17-2 in the column id.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "ids"),
    [
        ("Room 1", "Room 2", 1),
        ("15:00", "15:30", 1),
        ("Story Hour", "Story Time", 2),
        ("14:00", "14:30", 2),
        ("central", "mill-street", 2),
        ("2026-10-17", "2026-10-16", 2),
    ],
)
def test_a_made_id_depends_on_file_title_branch_and_start_alone(read: Read, old: str, new: str, ids: int):
    assert len({*_uids(read(ROW)), *_uids(read(ROW.replace(old, new)))}) == ids


def test_a_made_id_depends_on_the_name_of_the_file_and_not_on_its_folder(read: Read):
    assert _uids(read(ROW)) == _uids(read(ROW, file="/home/jo/a.csv"))
    assert _uids(read(ROW)) != _uids(read(ROW, file="events/b.csv"))


def test_rows_that_look_alike_are_both_kept(read: Read):
    reading = read(ROW + "Story Hour,2026-10-17,14:00,15:00,central,Room 2\n", foreign=1)
    first, second = _uids(reading)
    assert second == f"{first}-2"
    assert [problem.rule for problem in reading.problems] == ["events.alike"]


@pytest.mark.parametrize(
    ("uid", "expected"),
    [
        ("toddler-time", "toddler-time"),
        ("11622573", "11622573"),
        ("Toddler Time", "toddler-time-"),
        ("2026-10", "2026-10-"),
        ("branch", "branch-"),
        ("con", "con-"),
        ("../../etc", "etc-"),
        ("a" * 200, "a" * 71 + "-"),
    ],
)
def test_an_id_becomes_part_of_an_address(uid: str, expected: str):
    part = address_part(uid)
    assert part == uid if expected == uid else part.startswith(expected)
    assert len(part) <= 80


def test_an_id_that_cannot_be_an_address_is_said(read: Read):
    reading = read("id,title,date,all_day\nStory Hour!,A,2026-10-17,yes\n")
    (problem,) = reading.problems
    assert problem.rule == "events.odd-id", reading.problems
    assert reading.events[0].address in problem.what


WITH_ID = {"id": "toddler", "title": "Toddler Time", "date": "2026-10-15", "start": "10:00", "end": "10:40",
           "repeat": "weekly", "branch": "central", "room": "Story Room", "place": "", "description": "Songs.",
           "status": "", "occurrence": ""}  # fmt: skip
EDITS = [
    {"title": "Songs for Toddlers"},
    {"start": "14:00", "end": "14:40"},
    {"date": "2026-10-22"},
    {"repeat": "every Thursday"},
    {"repeat": ""},
    {"branch": "mill-street", "room": ""},
    {"branch": "", "place": "The river steps"},
    {"description": "More songs."},
    {"status": "cancelled"},
]


def _named(read: Read, edit: dict[str, str], **known: object) -> Event:
    row = WITH_ID | edit
    (event,) = read(f"{','.join(row)}\n{','.join(row.values())}\n", **known).events
    return event


@pytest.mark.parametrize("edit", EDITS, ids="-".join)
def test_an_id_and_its_address_survive_every_edit(read: Read, edit: dict[str, str]):
    before, after = _named(read, {}), _named(read, edit)
    assert (after.uid, after.address) == (before.uid, before.address) == ("toddler", "events/toddler/")


@pytest.mark.parametrize("edit", EDITS, ids="-".join)
def test_without_an_id_only_title_branch_and_first_start_make_the_name(read: Read, edit: dict[str, str]):
    before, after = _named(read, {"id": ""}), _named(read, {"id": "", **edit})
    changes_it = bool(edit.keys() & {"title", "start", "date", "branch"})
    assert (after.uid != before.uid) == changes_it


def test_without_an_id_another_file_makes_another_name(read: Read):
    assert _named(read, {"id": ""}).uid != _named(read, {"id": ""}, file="events/b.csv").uid
    assert _named(read, {}).uid == _named(read, {}, file="events/b.csv").uid
