"""Moving what is over into the archive: letter by letter, the same events before and after, or not at all."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from plugins.commands.archive_events import Shelves, archive_own
from plugins.events.archive_rows import add_rows, plain
from plugins.events.find_over import last_day
from plugins.events.read_events import read_events
from plugins.events.sources import read_sheet, sheets_of
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Branch, EventSource, Library

TODAY = date(2026, 10, 8)
CENTRAL = Branch(id="central", name=Phrase(default="Central"))
HEAD = "id,title,date,start,branch\n"


@pytest.fixture
def shelve(tmp_path):
    """Return what archives one file, and gives what was said, what is left of it and what is in the archive."""

    def shelve_file(data, keep_days=30, library=None, **stated):
        (tmp_path / "events").mkdir(exist_ok=True)
        path = tmp_path / "events/ours.csv"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        given = library or Library(name="Mini", branches=(CENTRAL,))
        source = EventSource(file="events/ours.csv", **stated)
        shelves = Shelves(content=tmp_path, library=replaced(given, source), today=TODAY)
        before = events_of(shelves)
        said = list(archive_own(shelves, keep_days))
        assert events_of(shelves) == before
        archive = {one.name: one.read_text(encoding="utf-8") for one in sorted(tmp_path.glob("events/archive/*.csv"))}
        return said, path.read_bytes(), archive

    return shelve_file


def replaced(library, source):
    return Library(name=library.name, branches=library.branches, time_zone=library.time_zone, event_sources=(source,))


def events_of(shelves):
    sheets = sheets_of(shelves.library, shelves.content).sheets
    readings = [read_sheet(sheet, shelves.library, shelves.today) for sheet in sheets]
    return {event.uid: plain(event) for reading in readings for event in reading.events}


def test_what_is_over_moves_letter_by_letter_and_the_rest_stays_letter_by_letter(shelve):
    said, left, archive = shelve(
        b'\xef\xbb\xbf# for us\r\nid,title,date,start,Our notes\r\n'
        b'tea,"Tea,  ""hot""\r\n and good",2026-08-01,18:00,=note\r\n\r\n'
        b'soup,"Soup",2026-10-20, 18:00 ,\r\nold,Old,2025-01-02,18:00,\r\n'
    )  # fmt: skip
    assert left == (
        b'\xef\xbb\xbf# for us\r\nid,title,date,start,Our notes\r\n\r\nsoup,"Soup",2026-10-20, 18:00 ,\r\n'
    )  # fmt: skip
    assert archive == {
        "2025.csv": "id,title,date,start\nold,Old,2025-01-02,18:00\n",
        "2026.csv": 'id,title,date,start,Our notes\ntea,"Tea,  ""hot""\n and good",2026-08-01,18:00,=note\n',
    }
    assert said == [
        'events/ours.csv: 1 moved to events/archive/2026.csv: Tea, "hot" and good (2026-08-01).',
        "events/ours.csv: 1 moved to events/archive/2025.csv: Old (2025-01-02).",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "row", "moves"),
    [
        ("title,date,start", "Tea,2026-09-07,18:00", True),
        ("title,date,start", "Tea,2026-09-08,18:00", False),
        ("title,date,end_date", "Show,2026-08-01,2026-10-01", False),
        ("title,date,start,repeat,until", "Tea,2026-01-01,18:00,weekly,", False),
        ("title,date,start,repeat,until", "Tea,2026-01-01,18:00,weekly,2026-08-31", True),
        ("title,date,start,repeat,until,also", "Tea,2026-01-01,18:00,weekly,2026-08-31,2026-10-20", False),
        ("title,date,start,repeat,until", "Tea,2026-01-01,18:00,weekly,2026-12-31", False),
        ("title,date,start,also", "Tea,2026-01-01,18:00,2026-12-31", False),
        ("title,date,start,repeat", "Tea,2026-01-01,18:00,FREQ=WEEKLY;COUNT=3", True),
        ("title,date,start,repeat", "Tea,2026-01-01,18:00,FREQ=WEEKLY;COUNT=300", False),
    ],
)
def test_only_what_has_been_over_for_long_enough_moves(shelve, columns, row, moves):
    _, left, archive = shelve(f"id,{columns}\none,{row}\n")
    assert (bool(archive), b"one" not in left) == (moves, moves)


def test_a_series_moves_with_the_rows_about_its_days(shelve):
    head = "id,title,date,start,repeat,until,occurrence,status,note\n"
    series = "tea,Tea,2026-01-01,18:00,weekly,2026-01-31,,,\n"
    change = "tea,,,,,,2026-01-15,cancelled,No milk.\n"
    _, left, archive = shelve(f"{head}{series}{change}{series}")
    assert left.decode() == head
    assert archive["2026.csv"].count("\ntea,") == 3


def test_a_row_without_an_id_keeps_the_one_that_was_made_for_it(shelve):
    said, left, archive = shelve("title,date,start\nTea,2026-08-01,18:00\n")
    assert left == b"title,date,start\n"
    assert archive["2026.csv"].startswith("id,title,date,start\ntea-")
    assert "Tea (2026-08-01)" in said[0]


@pytest.mark.parametrize(
    ("data", "stated", "row"),
    [
        (
            "Nr,Titel;Datum\n".replace(",", ";").replace("Nr;", "") + "Tee;05/06/2026\n",
            {"columns": {"Titel": "title", "Datum": "date"}, "date_order": "month-first"},
            "Tee,2026-05-06",
        ),
        ("title,date\nTea,1/8/2026\nPie,17/8/2026\n", {}, "Tea,2026-08-01"),
        ("title,date,start\nTea,2026-08-01,18:00\n", {"time_zone": ZoneInfo("Europe/Madrid")}, "Europe/Madrid"),
        ("title,date,start\nTea,2026-08-01,18:00\n", {"branch": "central"}, "central"),
    ],
)  # fmt: skip
def test_what_library_toml_says_of_a_file_the_archive_says_of_each_row(shelve, data, stated, row):
    _, _, archive = shelve(data, **stated)
    assert row in archive["2026.csv"]


@pytest.mark.parametrize(
    ("data", "stated", "reason"),
    [
        ("title,date\nTea,17/08/2026\nPie,05/06/2027\n", {}, "its other dates would read differently then"),
        ("title,date\nCafé,2026-08-01\n".encode("cp1252"), {}, "it is not saved as UTF-8"),
        ('title,date\n"Tea,2026-08-01\nPie,2026-08-01\nPie,2026-08-02\n', {}, "a quotation mark opens"),
    ],
)
def test_what_cannot_move_without_harm_stays_and_is_said(shelve, data, stated, reason):
    raw = data if isinstance(data, bytes) else data.encode()
    said, left, archive = shelve(raw, **stated)
    assert reason in said[0]
    assert (left, archive) == (raw, {})


def test_what_the_archive_would_read_differently_is_written_as_we_would_write_it(shelve):
    said, left, archive = shelve("title,date,Ours\nTea,17 August,x\nPie,2026-09-20,\n")
    assert archive["2026.csv"].endswith(",Tea,2026-08-17,yes,x\n")
    assert left == b"title,date,Ours\nPie,2026-09-20,\n"
    assert len(said) == 1


def test_an_event_that_shares_its_rows_with_a_mistake_stays(shelve):
    text = f"{HEAD}tea,Tea,2026-08-01,18:00,\ntea,Other tea,2026-08-02,18:00,\n"
    said, left, archive = shelve(text)
    assert (left.decode(), archive, said) == (text, {}, [])


def test_a_move_that_was_interrupted_is_finished(shelve, tmp_path):
    row = "tea,Tea,2026-08-01,18:00,\n"
    (tmp_path / "events/archive").mkdir(parents=True)
    (tmp_path / "events/archive/2026.csv").write_text(HEAD + row, encoding="utf-8")
    _, left, archive = shelve(HEAD + row)
    assert (left.decode(), archive["2026.csv"]) == (HEAD, HEAD + row)


def test_an_id_that_the_archive_has_for_another_event_stays(shelve, tmp_path):
    (tmp_path / "events/archive").mkdir(parents=True)
    (tmp_path / "events/archive/2026.csv").write_text(f"{HEAD}tea,Old tea,2026-07-01,18:00,\n", encoding="utf-8")
    said, left, _ = shelve(f"{HEAD}tea,Tea,2026-08-01,18:00,\n")
    assert "the archive has another event of that id" in said[0]
    assert b"Tea,2026-08-01" in left


@pytest.mark.parametrize(
    ("archive", "added", "after"),
    [
        ("", [{"title": "Tea", "Ours": "x", "id": "tea"}], "id,title,Ours\ntea,Tea,x\n"),
        ("Id,Title\n a , b ", [{"id": "tea", "title": "Tea"}], "Id,Title\n a , b \ntea,Tea\n"),
        ("id\na\n", [{"id": "tea", "title": "Tea"}, {"note": "n"}], "id,title,note\na\ntea,Tea,\n,,n\n"),
        ("id;title\na;b\n", [{"id": "tea"}], "id,title\na,b\ntea,\n"),
        ("id,title\n", [{"title": "a,b\r\nc"}], 'id,title\n,"a,b\nc"\n'),
    ],
)  # fmt: skip
def test_rows_are_added_at_the_end_and_those_before_stay_as_they_are_written(archive, added, after):
    assert add_rows(archive.encode(), added) == after


def test_an_archived_event_outlives_the_words_of_library_toml(tmp_path):
    folder = tmp_path / "events/archive"
    folder.mkdir(parents=True)
    rows = "tea,Tea,2019-08-01,18:00,closed-down,knitters\npie,Pie,2019-08-02,18:00,central,\n"
    (folder / "2019.csv").write_text(f"id,title,date,start,branch,audience\n{rows}", encoding="utf-8")
    library = Library(name="Mini", branches=(CENTRAL,), event_sources=())
    (sheet,) = sheets_of(library, tmp_path).sheets
    reading = read_sheet(sheet, library, TODAY)
    assert [(event.uid, event.where) for event in reading.events] == [("tea", "closed-down"), ("pie", "Central")]
    assert reading.problems == ()


def test_only_errors_of_the_archive_are_said(tmp_path):
    folder = tmp_path / "events/archive"
    folder.mkdir(parents=True)
    (folder / "2019.csv").write_text("id,title,date\nA B,Tea,2019-08-01\nbad,Bad,2019-13-45\n", encoding="utf-8")
    library = Library(name="Mini", event_sources=())
    (sheet,) = sheets_of(library, tmp_path).sheets
    reading = read_sheet(sheet, library, TODAY)
    assert [(one.rule, one.line) for one in reading.problems] == [("events.unreadable-date", 3)]
    assert (reading.rows, len(reading.events), reading.left_out) == (2, 1, 1)


@pytest.mark.parametrize(
    ("row", "last"),
    [
        ("2026-08-01,,,,", date(2026, 8, 1)),
        ("2026-08-01,2026-08-05,,,", date(2026, 8, 5)),
        ("2026-08-01,,weekly,2026-08-20,", date(2026, 8, 15)),
        ("2026-08-01,,weekly,2026-08-20,2026-08-30", date(2026, 8, 30)),
        ("2026-08-01,,weekly,,", None),
        ("2026-10-08,,,,", None),
        ("2026-10-07,,,,", date(2026, 10, 7)),
    ],
)
def test_the_last_day_of_an_event(row, last):
    library = Library(name="Mini")
    text = f"id,title,date,end_date,repeat,until,also\na,A,{row}\n".encode()
    (event,) = read_events(text, file="a.csv", library=library, time_zone=library.time_zone, foreign=False).events
    assert last_day(event, TODAY) == last
