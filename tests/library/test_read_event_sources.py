"""Sources of events: each key, and each mistake in it with its line and cure, and no secret in any message."""

from __future__ import annotations

import pytest

from plugins.kernel.library import EventSource
from plugins.library.read_library import read_library

HEAD = 'name = "Mini"\n[[branches]]\nid = "central"\nname = "Central"\n[[events]]\n'
WEB = 'address = "https://vendor.example/e.csv"\n'
SHEET = "https://docs.google.com/spreadsheets/d/1AbC"


@pytest.fixture
def read(tmp_path):
    def read_sources(text):
        (tmp_path / "library.toml").write_text(HEAD + text, encoding="utf-8")
        library, problems, _ = read_library(tmp_path)
        return library.event_sources, problems

    return read_sources


def test_every_key_of_a_source_is_read(read):
    (source,), problems = read(
        f'{WEB}name = "Vendor"\ncolumns = {{ "Titel" = "title", Datum = "date" }}\ndate_order = "day first"\n'
        'time_zone = "America/New_York"\nencoding = "latin-1"\nbranch = "central"\n'
        "max_age_days = 7\nbad_rows_percent = 5\nallow_private = true\n"
    )
    assert problems == ()
    assert (source.file, source.address, source.name) == (
        "events/fetched/vendor.csv",
        "https://vendor.example/e.csv",
        "Vendor",
    )
    assert dict(source.columns) == {"Titel": "title", "Datum": "date"}
    assert (source.date_order, source.time_zone.key) == ("day-first", "America/New_York")
    assert (source.encoding, source.branch) == ("latin-1", "central")
    assert (source.max_age_days, source.bad_rows_percent, source.allow_private) == (7, 5, True)
    assert [source.lines[key] for key in ("", "address", "columns", "columns.Datum", "allow_private")] == [
        5,
        6,
        8,
        8,
        15,
    ]


def test_what_is_not_said_has_a_default(read):
    (source,), _ = read(WEB)
    assert source == EventSource(file="events/fetched/vendor-example.csv", address="https://vendor.example/e.csv")


@pytest.mark.parametrize("words", ["day-first", "day", "Day first", "D/M/Y", "dd.mm.yyyy", "day-month-year"])
def test_the_order_of_dates_is_said_in_any_of_these_words(read, words):
    (source,), problems = read(f'file = "events/a.csv"\ndate_order = "{words}"\n')
    assert (source.date_order, problems) == ("day-first", ())


@pytest.mark.parametrize(
    ("text", "rule", "column", "line", "cure"),
    [
        ('name = "None"\n', "library.missing-key", "events.file", 5, 'file = "events/*.csv"'),
        (f'file = "events/a.csv"\n{WEB}', "library.bad-choice", "events.file", 6, "Keep one"),
        ('file = "../a.csv"\n', "library.bad-file", "events.file", 6, "as seen from the content folder"),
        ('file = "https://v.example/"\n', "library.bad-file", "events.file", 6, '"address" in place of "file"'),
        ('file = "a.csv"\nmax_age_days = 3\n', "library.unknown-key", "events.max_age_days", 7, "Take the line out"),
        ('address = "ftp://v.example/e.csv"\n', "library.bad-address", "events.address", 6, "https://"),
        ('address = "http://v.example/"\n', "library.insecure-address", "events.address", 6, "https://"),
        ('address = "https://v.example/?key=abc"\n', "library.secret", "events.address", 6, "${VENDOR_KEY}"),
        ("address = 7\n", "library.wrong-type", "events.address", 6, "quotation marks"),
        (f'address = "{SHEET}/edit#gid=0"\n', "library.sheet-address", "events.address", 6, "anybody with the link"),
        (f"{WEB}[[events]]\n{WEB}", "library.one-copy", "events.address", 8, "a name of its own"),
        (f"{WEB}columns = 3\n", "library.wrong-type", "events.columns", 7, "in braces"),
        (f'{WEB}[events.columns]\na = "title"\nb = 3\n', "library.wrong-type", "events.columns", 9, '"b" = "title"'),
        (f'{WEB}date_order = "either"\n', "library.bad-choice", "events.date_order", 7, '"day-first"'),
        (f'{WEB}encoding = "base64"\n', "library.bad-encoding", "events.encoding", 7, "windows-1252"),
        (f'{WEB}encoding = "utf-99"\n', "library.bad-encoding", "events.encoding", 7, "windows-1252"),
        (f'{WEB}branch = "centrl"\n', "library.unknown-branch", "events.branch", 7, "central"),
        (f"{WEB}max_age_days = 0\n", "library.out-of-range", "events.max_age_days", 7, "from 1 to 3660"),
        (f"{WEB}bad_rows_percent = 101\n", "library.out-of-range", "events.bad_rows_percent", 7, "from 0 to 100"),
        (f'{WEB}allow_private = "yes"\n', "library.wrong-type", "events.allow_private", 7, "true"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line_and_its_cure(read, text, rule, column, line, cure):
    _, problems = read(text)
    found = [one for one in problems if one.rule == rule]
    assert [(one.column, one.line) for one in found] == [(column, line)]
    assert cure in found[0].cure


def test_the_page_of_a_google_sheet_is_read_as_its_csv(read):
    (source,), _ = read(f'address = "{SHEET}/edit#gid=9"\n')
    assert source.address == f"{SHEET}/export?format=csv&gid=9"


@pytest.mark.parametrize(
    "text",
    [
        'address = "http://me:sesame@v.example/?key=sesame#sesame"\n',
        'address = "ftp://me:sesame@v.example/"\n',
        'file = "https://me:sesame@v.example/?key=sesame"\n',
        'file = "a.csv"\naddress = "https://me:sesame@v.example/"\n',
        'address = "https://me:sesame@v.example/"\n[[events]]\naddress = "https://me:sesame@v.example/"\n',
        'address = "https://docs.google.com/spreadsheets/d/sesame1sesame2sesame3/edit?resourcekey=sesame"\n',
    ],
)
def test_no_message_holds_a_secret(read, text):
    _, problems = read(text)
    assert problems
    assert not [one for one in problems if "sesame" in f"{one.value} {one.what} {one.cure}"]
