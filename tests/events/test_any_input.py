"""Whatever the bytes, cells or rows: never a failure, and every row is an event, joined to one, or in the report."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.events.agenda import Agenda
from plugins.events.columns import OWN, is_known
from plugins.events.columns_elsewhere import DROPPED, ELSEWHERE, PRIVATE
from plugins.events.read_events import read_events
from plugins.events.reading import Reading
from plugins.kernel.library import Library
from plugins.tools.read_table import NotATableError, read_table

SOMEWHERE = ZoneInfo("America/New_York")
ANYWHERE = Library(name="A library", time_zone=SOMEWHERE)
SAMPLES = [file.read_bytes() for file in sorted((Path(__file__).parent / "samples").glob("*.csv"))]
TODAY = date(2026, 10, 8)

NAMES = st.sampled_from(sorted({*OWN, *ELSEWHERE, *PRIVATE, *DROPPED}))
DAYS = """
    2026-10-17|05/06/2026|17/10/26|Oct 6|17/3|2013.3.15-16|23-25/01/2024|Jan 5th 2022|45678|45678.5|31/13/24
    |Febuary 3, 2026|1 May 2026, 3 June 2026|2026-10-17T14:00:00+00:00|2026-11-01T01:30|2026-03-08T02:30:00Z
    |9999-12-31|1900-01-01|0|-1
    |Sat Oct 17 2026 14:00:00 GMT+0200 (CEST)|20261017T140000Z|2199-12-31T23:59:59-23:59
    |Dec 30 - Jan 2, 2023|2026年3月15日|29/2|29 February 2023|30.2.|6 October 2026 9pm - 1am
    |1/1/1|99/99/9999|2026-10-17/2026-10-19|TBA
"""
TIMES = """
    2pm|14:00|19.30|17;00|1200|9a|12noon|20:00 AM|6:00 PM - 10:30 PM|7:30pm for 8pm start|3pm to late|TBC|24:00|25:00
    |0.4375|10:00 ET|10:00+02:00|All Day Event|midnight|12-1pm|11pm-12am|1899-12-30 10:30:00|-|9|00:00|23:59|10:00 XYZ
"""
WORDS = """
    yes|no|None|N/A|weekly|M,W,F|FREQ=WEEKLY;INTERVAL=2|FREQ=DAILY;UNTIL=99991231|every Monday|third Sunday of the month
    |CANCELLED: Tea|(CANCELADO)|SOLD OUT!|*CANCELLED x CANCELLED*|<p>a &amp;amp; b</p>|<b>|=1+1|=HYPERLINK("https://x.example","T")
    |=HYPERLINK("javascript:x","T")|#REF!|'=|a;b|a,b|Central|https://x.example|www.x|javascript:alert(1)|x@y.example|1:30|90
    |PT1H30M|UTC+3:30|UTC+99:99|Mars|America/Denver|2026|13|3|١٢|²|con|draft|private|"
"""
# How long one example takes says more about the machine than about the reader.
ANY = settings(deadline=None)
CELLS = st.sampled_from([cell.strip() for cell in f"{DAYS}|{TIMES}|{WORDS}".split("|")]) | st.text(max_size=10)


def _check(source: bytes, *, foreign: bool) -> Reading:
    reading = read_events(source, file="x.csv", library=ANYWHERE, time_zone=SOMEWHERE, foreign=foreign, today=TODAY)
    assert reading.rows == len(reading.events) + reading.joined + reading.left_out
    assert len({event.address for event in reading.events}) == len(reading.events)
    if any(problem.rule == "events.not-an-event-list" for problem in reading.problems):
        assert reading.events == ()
        return reading
    told = {event.line for event in reading.events} | {problem.line for problem in reading.problems}
    assert _lines(source, reading) <= told
    Agenda(reading.events, ANYWHERE).days(date(2026, 1, 1), date(2026, 12, 31))
    return reading


def _lines(source: bytes, reading: Reading) -> set[int]:
    """Return the lines on which the rows of a file begin; without names of columns the first is one too."""
    try:
        table = read_table(source, is_known)
    except NotATableError:
        return set()
    lines = [record.line for record in (table.header, *table.rows)]
    return set(lines[len(lines) - reading.rows :])


@ANY
@given(st.binary(max_size=300), st.booleans())
@example(b"\xff\xfe", True)
@example(b"title,date\n\x00", False)
def test_any_bytes(source: bytes, foreign: bool):  # noqa: FBT001
    _check(source, foreign=foreign)


@ANY
@given(
    st.lists(NAMES, max_size=8),
    st.lists(st.lists(CELLS, max_size=12), max_size=6),
    st.booleans(),
)
def test_any_cells_under_any_names(names: list[str], rows: list[list[str]], foreign: bool):  # noqa: FBT001
    text = StringIO()
    csv.writer(text).writerows([["title", "date", "start", "end", *names], *rows])
    _check(text.getvalue().encode(errors="replace"), foreign=foreign)


@ANY
@example([("2026-10-17", "2026-10-17", "2026-10-17", "a;b", "\r0")], False)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=5), st.booleans())
def test_any_cells_in_the_order_people_have_them(rows: list[tuple[str, ...]], foreign: bool):  # noqa: FBT001
    text = StringIO()
    csv.writer(text).writerows([["Event", "Date", "Time", "Ends", "Recurrence"], *rows])
    _check(text.getvalue().encode(errors="replace"), foreign=foreign)


@ANY
@given(st.data())
def test_any_damage_to_a_file(data: st.DataObject):
    source = bytearray(data.draw(st.sampled_from(SAMPLES))[:1500])
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(source) - 1))
        kind = data.draw(st.sampled_from("change cut insert swap".split()))
        if kind == "change":
            source[place] = data.draw(st.integers(0, 255))
        elif kind == "cut" and len(source) > 20:
            del source[place : place + data.draw(st.integers(1, 20))]
        elif kind == "insert":
            source[place:place] = data.draw(st.sampled_from([b'"', b",", b"\n", b"\r", b"\x00", b"\xe9", b";", b"\t"]))
        else:
            source[place:] = source[place:][::-1]
    _check(bytes(source), foreign=True)
