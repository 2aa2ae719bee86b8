"""Which spreadsheets a library has."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from plugins.events.copies import Copy, mark_of, render_note
from plugins.events.sources import read_sheet, sheets_given, sheets_of, unused_columns
from plugins.kernel.library import EventSource, Library


@pytest.fixture
def content(tmp_path):
    for name in ("events/b.csv", "events/a.csv", "events/old/c.csv", "events/notes.txt", "other/d.csv"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("title,date\n", encoding="utf-8")
    (tmp_path / "events/folder.csv").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("patterns", "files", "missing"),
    [
        (["events/*.csv"], ["events/a.csv", "events/b.csv"], []),
        (["other/d.csv", "events/*.csv"], ["other/d.csv", "events/a.csv", "events/b.csv"], []),
        (["events/b.csv", "events/*.csv"], ["events/b.csv", "events/a.csv"], []),
        (["events/**/*.csv"], ["events/a.csv", "events/b.csv", "events/old/c.csv"], []),
        (["events/none.csv", "events/a.csv"], ["events/a.csv"], ["events/none.csv"]),
        (["none/*.csv"], [], ["none/*.csv"]),
    ],
)
def test_sheets_come_in_order_of_sources_and_names_and_each_once(content, patterns, files, missing):
    library = Library(name="Mini", event_sources=tuple(EventSource(file=pattern) for pattern in patterns))
    found = sheets_of(library, content)
    assert [sheet.file for sheet in found.sheets] == files
    assert [(one.rule, one.value) for one in found.problems] == [("events.no-file", value) for value in missing]


def test_a_new_library_without_events_is_not_blamed(tmp_path):
    found = sheets_of(Library(name="Mini"), tmp_path)
    assert (found.sheets, found.problems) == ((), ())


@pytest.mark.parametrize("pattern", ["../*.csv", "/etc/*.csv", "events/../../*.csv", "", "events/**.csv/x"])
def test_nothing_outside_the_content_folder_is_read(content, pattern):
    (content.parent / "outside.csv").write_text("title,date\n", encoding="utf-8")
    library = Library(name="Mini", event_sources=(EventSource(file=pattern),))
    found = sheets_of(library, content)
    assert found.sheets == ()
    assert [one.rule for one in found.problems] == ["events.no-file"]


COPIED = EventSource(file="events/fetched/vendor.csv", address="https://vendor.example/e.csv", lines={"address": 7})


def copied(content, address="https://vendor.example/e.csv"):
    (content / "events/fetched").mkdir()
    (content / "events/fetched/vendor.csv").write_text("title,date\n", encoding="utf-8")
    noted = Copy(mark=mark_of(address), fetched=datetime(2026, 10, 8, tzinfo=UTC))
    (content / "events/fetched/vendor.toml").write_text(render_note(noted, address), encoding="utf-8")


def web(**more):
    return Library(name="Mini", event_sources=(replace(COPIED, **more),))


def test_a_web_source_is_read_from_its_copy(content):
    copied(content)
    (sheet,) = sheets_of(web(), content).sheets
    assert (sheet.file, sheet.foreign, sheet.copy.fetched.day) == ("events/fetched/vendor.csv", True, 8)


def test_a_web_source_without_a_copy_is_said_with_the_cure(content):
    (problem,) = sheets_of(web(address="https://me:sesame@vendor.example/e.csv"), content).problems
    assert (problem.rule, problem.line, problem.value) == ("events.not-fetched", 7, "https://…@vendor.example/e.csv")
    assert "python3 tasks.py fetch-events" in problem.cure


@pytest.mark.parametrize("broken", ["events/fetched/vendor.csv", "events/fetched/vendor.toml"])
def test_half_a_copy_is_none(content, broken):
    copied(content)
    (content / broken).unlink()
    assert [one.rule for one in sheets_of(web(), content).problems] == ["events.not-fetched"]


def test_the_copy_of_another_address_is_not_used(content):
    copied(content, "https://old.example/e.csv")
    found = sheets_of(web(), content)
    assert found.sheets == ()
    assert "that of another address" in found.problems[0].what


def test_copies_and_the_archive_are_found_by_themselves_whatever_a_pattern_says(content):
    copied(content)
    (content / "events/archive").mkdir()
    (content / "events/archive/2025.csv").write_text("title,date\n", encoding="utf-8")
    library = Library(name="Mini", event_sources=(EventSource(file="events/**/*.csv"), COPIED))
    found = sheets_of(library, content)
    files = ["events/a.csv", "events/b.csv", "events/old/c.csv", "events/fetched/vendor.csv", "events/archive/2025.csv"]
    assert [sheet.file for sheet in found.sheets] == files
    assert [sheet.is_archive for sheet in found.sheets] == [False, False, False, False, True]


def test_a_column_of_ours_that_is_none_is_named_with_its_line():
    source = EventSource(file="events/*.csv", columns={"Titel": "titel", "Datum": "date"}, lines={"columns.Titel": 9})
    (problem,) = sheets_of(Library(name="Mini", event_sources=(source,)), Path("none")).problems[:1]
    assert (problem.rule, problem.line, problem.value) == ("events.no-such-column", 9, "titel")
    assert 'Did you mean "title"?' in problem.cure


def test_a_column_of_theirs_that_is_nowhere_is_named_with_its_line():
    columns = {"Titl": "title", "datum ": "date", "2": "room", "9": "cost"}
    source = EventSource(file="events/*.csv", columns=columns, lines={"columns.Titl": 9})
    found = list(unused_columns(source, [("Titel", "Raum"), ("Datum",)]))
    assert [(one.rule, one.line, one.value) for one in found] == [
        ("events.stated-column", 9, "Titl"),
        ("events.stated-column", None, "9"),
    ]
    assert 'Did you mean "Titel"?' in found[0].cure
    assert list(unused_columns(source, [()])) == []


def test_a_file_or_a_pattern_is_tried_in_the_place_of_all_sources(content):
    (one,) = sheets_given(str(content / "events/a.csv"), "Europe/Madrid")
    assert (one.file, one.foreign, one.source.time_zone.key) == (f"{content}/events/a.csv", True, "Europe/Madrid")
    several = sheets_given(str(content / "events/*.csv"), "")
    assert [sheet.path.name for sheet in several] == ["a.csv", "b.csv"]
    assert sheets_given(str(content / "none.csv"), "") == ()


def test_a_source_is_read_as_library_toml_says(content):
    text = "Titel,Datum\nCafé,05/06/2026\n"
    (content / "events/a.csv").write_bytes(text.encode("cp850"))
    stated = {"columns": {"Titel": "title", "Datum": "date"}, "date_order": "month-first", "encoding": "cp850"}
    library = Library(name="Mini", event_sources=(EventSource(file="events/a.csv", **stated),))
    (sheet,) = sheets_of(library, content).sheets
    (event,) = read_sheet(sheet, library, date(2026, 5, 1)).events
    assert (event.summary, event.starts.date()) == ("Café", date(2026, 5, 6))
