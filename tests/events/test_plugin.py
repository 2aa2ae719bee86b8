"""Spreadsheets on a site: counted by event and by row, one page for each id, words of others kept as text."""

from __future__ import annotations

import pytest

LIBRARY = 'name = "Mini"\naddress = "https://mini.example/"\n[[branches]]\nid = "central"\nname = "Central"\n'
HEAD = "id,title,date,start,branch,program,status\n"
SHEETS = {
    "library.toml": LIBRARY,
    "events/a.csv": f"{HEAD}one,One,2026-10-20,10:00,central,,\ntwo,Two,2026-10-21,10:00,central,no-such,\n",
    "events/b.csv": f"{HEAD}one,One again,2026-10-22,10:00,central,,\nbad,,2026-10-22,,,,\n"
    "2026-10,Month,2026-10-23,,,,\n",
}


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def built(build, tmp_path):
    return build("--content", str(write(tmp_path / "content", SHEETS)), "--now", "2026-10-08T14:20")


def test_rows_and_events_are_counted(built):
    counts = built.report["counts"]["events"]
    assert (counts["rows"], counts["read"], counts["published"], counts["left_out"]) == (5, 5, 3, 2)


def test_an_id_belongs_to_one_event_whatever_sheet_it_is_in(built):
    (problem,) = [one for one in built.report["problems"] if one["value"] == "one"]
    assert (problem["rule"], problem["severity"], problem["file"]) == ("events.duplicate-id", "error", "events/b.csv")
    assert "events/a.csv, line 2" in problem["what"]
    assert "One again" not in built.read("events/one/")


def test_a_program_nobody_has_is_said(built):
    (problem,) = [one for one in built.report["problems"] if one["column"] == "program"]
    assert (problem["severity"], problem["file"], problem["line"], problem["value"]) == (
        "warning",
        "events/a.csv",
        3,
        "no-such",
    )


def test_an_event_is_never_written_over_a_list(built):
    assert [one for one in built.report["problems"] if one["rule"] == "site.address-taken"] == []
    assert "Two" in built.read("events/2026-10/")


FOREIGN = "Title,Date,Start Time,Location,Audience\nTalk,2026-10-20,10:00,Moon Base,Astronauts\n"


def test_a_sheet_from_elsewhere_takes_the_place_of_ours_and_keeps_its_words(build, tmp_path):
    content = write(tmp_path / "content", SHEETS)
    (tmp_path / "theirs.csv").write_text(FOREIGN, encoding="utf-8")
    given = ("--events", str(tmp_path / "theirs.csv"), "--timezone", "Europe/Madrid")
    built = build("--content", str(content), "--now", "2026-10-08T14:20", *given)
    assert built.report["counts"]["events"]["published"] == 1
    assert [one for one in built.report["problems"] if one["severity"] == "error"] == []
    page = built.read("events/")
    assert "Talk" in page
    assert "Moon Base" in page
    assert not (built.output / "events/one").exists()
