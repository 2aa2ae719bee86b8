"""python3 tasks.py import-events: another system's spreadsheet becomes one of ours, and nothing is overwritten."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.commands.import_events import Import, run
from plugins.commands.plainly import PlainError

LIBRARY = """
[library]
name = "A library"
time_zone = "America/Denver"

[[branches]]
id = "central"
name = "Central Library"

[[topics]]
id = "music"
name = "Music"
"""
SHEET = """Subject,Start Date,Start Time,End Time,Location,Categories
Tea,17/10/2026,2pm,3pm,Central Library,"Music, Cats"
CANCELLED: Film,18/10/2026,7pm,,Hall,
Lost,31/13/2026,7pm,,Hall,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/library.toml").write_text(LIBRARY, encoding="utf-8")
    (tmp_path / "theirs.csv").write_text(SHEET, encoding="utf-8")
    return tmp_path


@pytest.fixture
def imported(folder: Path, root: Path) -> Callable[..., int]:
    """Return what imports theirs.csv with some options, and returns the exit code."""

    def run_with(**options: object) -> int:
        return run(root, Import(**{"file": str(folder / "theirs.csv"), "content": str(folder / "content"), **options}))

    return run_with


def test_the_file_goes_into_the_content_folder_with_ids_and_our_words(
    imported: Callable[..., int], folder: Path, capsys: pytest.CaptureFixture[str]
):
    assert imported() == 1
    lines = (folder / "content/events/theirs.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "id,title,date,start,end,branch,place,topics,status"
    assert [line.partition(",")[2] for line in lines[1:]] == [
        "Tea,2026-10-17,14:00,15:00,central,,music,",
        "Film,2026-10-18,19:00,,,Hall,,cancelled",
    ]
    said = capsys.readouterr().out
    assert "3 rows: 2 events, 1 left out." in said
    assert "topics: Cats (1)." in said
    assert '"31/13/2026" is in no calendar.' in said
    assert "Wrote 2 events" in said


def test_a_file_that_is_there_is_overwritten_on_request_only(imported: Callable[..., int], folder: Path):
    target = folder / "ours.csv"
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(PlainError, match="is there already: name another with --to, or add --replace"):
        imported(to=str(target))
    assert target.read_text(encoding="utf-8") == "mine"
    imported(to=str(target), replace=True)
    assert "Tea" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "part"),
    [
        ({"file": "nothing.csv"}, "nothing.csv is no file"),
        ({"date_order": "european"}, "write day-first"),
        ({"encoding": "klingon"}, "none we know"),
        ({"columns": "Was=what"}, "no column of ours"),
        ({"branch": "centrel"}, 'Did you mean "central"?'),
        ({"timezone": "Mars"}, "not the name of a time zone"),
        ({"to": "."}, "names the folder"),
    ],
)
def test_an_option_that_cannot_be_meant_is_said(imported: Callable[..., int], options: dict[str, str], part: str):
    with pytest.raises(PlainError) as refusal:
        imported(**options)
    assert part in str(refusal.value)


def test_the_source_itself_is_never_overwritten(imported: Callable[..., int], folder: Path):
    with pytest.raises(PlainError, match="would be overwritten"):
        imported(to=str(folder / "theirs.csv"), replace=True)


def test_what_is_no_list_of_events_writes_nothing(imported: Callable[..., int], folder: Path):
    (folder / "theirs.csv").write_text("visits,issues\n1,2\n", encoding="utf-8")
    assert imported() == 1
    assert not (folder / "content/events").exists()


def test_the_columns_may_be_stated(imported: Callable[..., int], folder: Path):
    (folder / "theirs.csv").write_text("05/06/2026;Tea;Hall\n", encoding="utf-8")
    assert imported(columns="1=date, 2=title, 3=place", date_order="day-first") == 0
    assert ",Tea,2026-06-05," in (folder / "content/events/theirs.csv").read_text(encoding="utf-8")


def test_the_command_takes_the_file_by_its_name_alone(folder: Path, root: Path):
    command = [sys.executable, str(root / "tasks.py"), "import-events", "theirs.csv", "--content", "content"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Wrote 2 events to content/events/theirs.csv." in done.stdout
