"""Copies of web sources: the note beside one, its age, and when its bad rows stop publishing."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime, timedelta

import pytest

from plugins.events.copies import Copy, judge, mark_of, note_of, parse_note, render_note, report_age
from plugins.events.read_events import read_events
from plugins.kernel.library import EventSource, Library
from plugins.kernel.problems import Severity

NOW = datetime(2026, 10, 8, 14, 20, tzinfo=UTC)
COPY = Copy(
    mark="0123456789abcdef",
    fetched=NOW,
    rows=7,
    way="89",
    etag='W/"a\\b"',
    last_modified="Thu, 08 Oct 2026 12:00:00 GMT",
)
SOURCE = EventSource(file="events/fetched/vendor.csv", address="https://vendor.example/e.csv", name="Vendor")


def test_a_note_is_read_as_it_was_written():
    text = render_note(COPY, "https://me:sesame@vendor.example/e.csv?key=sesame")
    assert parse_note(text) == COPY
    assert tomllib.loads(text)["address"] == "https://…@vendor.example/e.csv?key=…"
    assert "sesame" not in text
    assert note_of(SOURCE.file) == "events/fetched/vendor.toml"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "fetched = 2026-10-08T14:20:00Z\n",
        'mark = "a"\nfetched = 2026-10-08\n',
        'mark = "a"\nfetched = 2026-10-08T14:20:00\n',
        'mark = "a"\nfetched = 2026-10-08T14:20:00Z\nrows = "7"\n',
        'mark = "a"\nfetched = 2026-10-08T14:20:00Z\netag = 7\n',
        'mark = "a\n',
        "[" * 5000,
    ],
)
def test_a_note_that_says_too_little_is_none(text):
    assert parse_note(text) is None


def test_another_address_has_another_mark_and_another_password_has_not():
    plain = mark_of("https://vendor.example/e.csv?branch=3")
    assert mark_of("https://me:sesame@vendor.example/e.csv?branch=3") == plain
    assert mark_of("https://vendor.example/e.csv?branch=4") != plain


@pytest.mark.parametrize(
    ("days", "rule", "severity", "said"),
    [
        (-1, "events.copy", "note", '"Vendor" had on 2026-10-09, today.'),
        (0, "events.copy", "note", "on 2026-10-08, today."),
        (1, "events.copy", "note", "on 2026-10-07, a day ago."),
        (7, "events.copy", "note", "7 days ago"),
        (8, "events.copy-aging", "warning", "after 14 days nothing is published"),
        (14, "events.copy-aging", "warning", "14 days ago"),
        (15, "events.copy-too-old", "error", "library.toml allows 14 days"),
    ],
)
def test_the_age_of_a_copy_is_told_and_ends_publishing(days, rule, severity, said):
    (problem,) = report_age(Copy(mark="a", fetched=NOW - timedelta(days=days)), SOURCE, NOW)
    assert (problem.rule, str(problem.severity)) == (rule, severity)
    assert said in problem.what


def reading(good, bad):
    text = "title,date,start\n"
    text += "".join(f"Chess {number},2026-10-20,18:00\n" for number in range(good))
    text += "".join(f"Tea {number},2026-13-45,18:00\n" for number in range(bad))
    library = Library(name="Mini")
    return read_events(text.encode(), file=SOURCE.file, library=library, time_zone=library.time_zone, foreign=True)


@pytest.mark.parametrize(
    ("good", "bad", "percent", "stops"),
    [
        (10, 0, 20, False),
        (8, 2, 20, False),
        (7, 2, 20, True),
        (0, 1, 100, True),
        (1, 9, 100, False),
        (9, 1, 0, True),
        (0, 0, 20, False),
    ],
)  # fmt: skip
def test_too_many_bad_rows_are_one_error_for_the_whole(good, bad, percent, stops):
    source = EventSource(file=SOURCE.file, address=SOURCE.address, name="Vendor", bad_rows_percent=percent)
    judged = judge(reading(good, bad), source)
    whole = [problem for problem in judged.problems if problem.line is None and problem.severity is Severity.ERROR]
    assert [problem.rule for problem in whole] == ["events.too-many-bad-rows"] * stops
    assert (len(judged.events), judged.left_out) == (good, bad)
