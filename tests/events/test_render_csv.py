"""Events written as a spreadsheet of our own, and read again."""

from __future__ import annotations

import csv
import os
from dataclasses import replace
from datetime import UTC
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.events.columns import OWN
from plugins.events.model import Event
from plugins.events.own_words import own_words
from plugins.events.read_events import read_events
from plugins.events.reading import Reading
from plugins.events.render_csv import render_csv
from plugins.kernel.library import Library
from plugins.tools.cells import FORMULA_SIGNS

DENVER = ZoneInfo("America/Denver")
SAMPLES = os.environ.get("BROADSIDE_SAMPLES", "")
FILES = sorted((Path(__file__).parent / "samples").glob("*.csv"))
REAL = sorted((Path(SAMPLES) / "events").iterdir()) if SAMPLES else []


def _read(source: bytes, library: Library, **known: object) -> Reading:
    given = {"file": "x.csv", "library": library, "time_zone": DENVER, "foreign": True, **known}
    return read_events(source, **given)


def _bare(event: Event) -> Event:
    """Return an event without where it was read, under the id that a file of ours has."""
    uid = event.address.removeprefix("events/").strip("/")
    return replace(event, uid=uid, source="", line=0)


def _check(source: bytes, library: Library) -> None:
    owned = own_words(_read(source, library).events, library).events
    written = render_csv(owned, DENVER)
    again = _read(written.encode(), library, foreign=False)
    assert [str(problem) for problem in again.problems if problem.severity == "error"] == []
    by_uid = {event.uid: event for event in map(_bare, again.events)}
    assert by_uid == {event.uid: event for event in map(_bare, owned)}


@pytest.mark.parametrize("file", [*FILES, *REAL], ids=lambda file: file.stem)
def test_a_file_that_was_imported_gives_the_same_events(file: Path, library: Library):
    _check(file.read_bytes(), library)


def test_only_the_columns_that_are_needed_are_written(library: Library):
    reading = _read(b"Subject,Start Date,Start Time,Location\nTea,2026-10-17,2pm,Hall\n", library)
    (event,) = reading.events
    assert render_csv(reading.events, DENVER) == (
        f"\ufeffid,title,date,start,end,place\n{event.uid},Tea,2026-10-17,14:00,,Hall\n"
    )


def test_no_cell_begins_with_a_sign_of_a_formula(library: Library):
    text = 'title,date,start,description,location\n"\'=1+1",2026-10-17,14:00,- a list,@hall\n'
    written = render_csv(_read(text.encode(), library).events, DENVER)
    cells = [cell for row in csv.reader(StringIO(written)) for cell in row]
    assert not any(cell.startswith(FORMULA_SIGNS) for cell in cells)
    assert {"'=1+1", "'- a list", "'@hall"} <= set(cells)


def test_a_changed_day_of_a_series_is_written_below_it(library: Library):
    text = (
        "id,title,date,start,end,repeat,occurrence,branch,room,status,note\n"
        "chess,Chess,2026-10-17,11:00,13:00,weekly,,central,Hall,,\n"
        "chess,,,14:00,15:30,,2026-10-24,mill-street,,,Moved\n"
        "chess,,,,,,2026-10-31,,,cancelled,No chess\n"
    )
    reading = _read(text.encode(), library, foreign=False)
    assert [str(problem) for problem in reading.problems] == []
    again = _read(render_csv(reading.events, DENVER).encode(), library, foreign=False)
    assert [_bare(event) for event in again.events] == [_bare(event) for event in reading.events]
    assert len(again.events[0].changes) == 2


def test_the_second_of_two_times_in_one_night_stays_the_second(library: Library):
    reading = _read(b"title,start,end\nNight,2026-11-01T08:30Z,2026-11-01T10:00Z\nDay,2026-06-01T18:00Z,\n", library)
    again = _read(render_csv(reading.events, DENVER).encode(), library, foreign=False)
    starts = [[event.starts.astimezone(UTC) for event in each.events] for each in (reading, again)]
    assert starts[0] == starts[1]
    assert reading.events[0].starts.utcoffset() != reading.events[0].starts.replace(fold=0).utcoffset()


CELLS = st.sampled_from(
    "A None 05/06/2026 17/10/26 2pm 24:00 9pm-1am weekly yes TBA 2026-11-01T01:30 'x =1+1 '=1 -5 @x *CANCELLED* full"
    " a;b central https://x.example <p>x</p> <b>None</b> &amp;lt; * - # 7 Central,Hall 1:30".split()
) | st.text(max_size=12)


@given(st.lists(st.lists(CELLS, min_size=6, max_size=len(OWN)), min_size=1, max_size=4), st.permutations(sorted(OWN)))
def test_whatever_was_read_reads_the_same_when_it_was_written(rows: list[list[str]], names: list[str]):
    header = ["title", "date", *(name for name in names if name not in {"title", "date", "occurrence"})]
    days = ["2026-10-17", "2026-11-01", "17/10/2026", "5-7 January 2026"]
    text = StringIO()
    csv.writer(text).writerows([header, *([row[0], days[at], *row[1:]] for at, row in enumerate(rows))])
    _check(text.getvalue().encode(errors="replace"), Library(name="L", time_zone=DENVER))
