"""Whatever a source sends and whatever stands in our files: a copy or a reason, and no event lost or changed."""

from __future__ import annotations

import csv
import tempfile
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.commands.archive_events import Shelves, archive_own
from plugins.events.archive_rows import plain
from plugins.events.make_copy import NotGoodError, make_copy
from plugins.events.sources import Sheet, read_bytes, read_sheet, sheets_of
from plugins.kernel.library import EventSource, Library

TODAY = date(2026, 10, 8)
COPIED = EventSource(file="events/fetched/vendor.csv", address="https://vendor.example/e.csv")
OWN = EventSource(file="events/ours.csv")
LIBRARY = Library(name="Mini", event_sources=(OWN,))

CELLS = st.one_of(
    st.text(max_size=8),
    st.sampled_from("Tea|2026-08-01|01/08/2026|17/08/2026|8/1/26|17 August|18:00|6 pm|weekly|a, b; c".split("|")),
    st.sampled_from(["=1+1", "'=x", '"', "\r", "\r\n", "a\nb", "x", "tea-1", "2026-08-31", "yes", "cancelled", "", ""]),
)
DATES = st.sampled_from(
    "2026-08-01|01/08/2026|17/08/2026|8/1/26|05/06/2027|17 August|Sat 1 Aug 2026|2027-01-01".split("|")
)
NAMES = "id,title,date,start,end,repeat,until,also,place,partners,status,notes,Titel,column 3,Email,occurrence".split(
    ","
)
TABLES = st.tuples(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=8).map(lambda names: ["title", "date", *names]),
    st.lists(st.tuples(CELLS, DATES, st.lists(CELLS, max_size=9)).map(lambda row: [*row[:2], *row[2]]), max_size=8),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)


def written(table):
    header, rows, delimiter, end, encoding = table
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerows([header, *rows])
    return out.getvalue().encode(encoding, errors="replace")


def said(reading):
    return [plain(event) for event in reading.events]


@given(st.one_of(st.binary(max_size=300), TABLES.map(written)))
@settings(max_examples=150, deadline=None)
def test_whatever_a_source_sends_is_a_copy_that_says_the_same_or_a_reason(body):
    try:
        made = make_copy(body, COPIED, LIBRARY, TODAY)
    except NotGoodError:
        return
    assert make_copy(made.text.encode(), replace(COPIED, encoding="utf-8"), LIBRARY, TODAY).text == made.text
    if made.private:  # rows that differ in private cells alone are one then
        return
    answer = Sheet(path=Path(COPIED.file), file=COPIED.file, source=EventSource(file=COPIED.file), foreign=True)
    assert said(made.reading) == said(read_bytes(body, answer, LIBRARY, TODAY))


@given(TABLES.map(written))
@settings(max_examples=100, deadline=None)
def test_whatever_stands_in_our_file_no_event_is_lost_or_changed_by_the_archive(data):
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder)
        (content / "events").mkdir()
        (content / "events/ours.csv").write_bytes(data)
        before = everything(content)
        list(archive_own(Shelves(content=content, library=LIBRARY, today=TODAY), 0))
        assert everything(content) == before


def everything(content):
    readings = [read_sheet(sheet, LIBRARY, TODAY) for sheet in sheets_of(LIBRARY, content).sheets]
    return {event.uid: plain(event) for reading in readings for event in reading.events}
