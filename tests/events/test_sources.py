"""Which spreadsheets a library has."""

from __future__ import annotations

import pytest

from plugins.events.sources import sheets_of
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
