"""The look at a glance says in plain words what is coming up, what ends, what waits, and what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.commands.plainly import PlainError
from plugins.commands.status import run

LIBRARY = """
name = "Ash Library"
time_zone = "America/Denver"

[notice]
text = "Snow."
from = 2026-10-08T06:00
until = 2026-10-09T18:00

[[branches]]
id = "ash"
name = "Ash"

[branches.hours]
monday = "9:00-17:00"
tuesday = "9:00-17:00"
wednesday = "9:00-17:00"
thursday = "9:00-17:00"
friday = "9:00-17:00"
saturday = "9:00-17:00"

[[branches]]
id = "elm"
name = "Elm"

[[closures]]
date = 2026-10-12
branches = ["ash"]
hours = "closed"
reason = "Training"
"""
EVENTS = """id,title,date,start,end,repeat,until,branch,room,program,status,registration,opens,closes
talk,A talk,2026-10-09,19:00,20:00,,,ash,Room 2,,cancelled,,,
shut,A fair,2026-10-12,10:00,12:00,,,ash,,,,,,
rhymes,Rhymes,2026-10-05,10:00,10:30,weekly,2026-10-19,ash,,rhymes,,,,
walk,A walk,2026-10-20,10:00,11:00,,,,,,,required,2026-10-10 09:00,2026-10-18
old,Over,2026-10-08,9:00,10:00,,,ash,,,,,,
"""
PROGRAM = "---\ntitle: {}\nsummary: What it is.\n---\n\nText.\n"
FILES = {
    "library.toml": LIBRARY,
    "events/events.csv": EVENTS,
    "programs/rhymes.md": PROGRAM.format("Rhymes"),
    "programs/seeds.md": PROGRAM.format("Seeds").replace(
        "---\n\n", "deadlines:\n  dates:\n    - date: 2026-10-15\n      text: Garlic\n---\n\n"
    ),
    "programs/told.md": PROGRAM.format("Told"),
    "posts/2026-10-15-later.md": "---\ntitle: Later\n---\n\nText.\n",
    "posts/2026-10-01-told-1.md": "---\ntitle: Told 1\nprogram: told\naudio: audio/told.mp3\n---\n\nText.\n",
    "posts/2026-10-01-idea.md": "---\ntitle: An idea\nstatus: draft\n---\n\nText.\n",
    "posts/2026-10-01-broken.md": "---\ntitle: [\n",
}
EXPECTED = """\
Ash Library, Thursday 8 October 2026, 2:20 pm

Coming up until Thursday 22 October
  Fri 9 October, 7:00 pm: A talk, Ash, Room 2 (cancelled)
  Mon 12 October, 10:00 am: A fair, Ash
  Tue 20 October, 10:00 am: A walk
  and 1 meeting of series and others, as usual.
  Mon 12 October: Ash closed (Training); 1 meeting of series fall out.
  Thu 15 October: Seeds: Garlic

Waits for its day
  Thu 15 October: the post “Later” appears (posts/2026-10-15-later.md).
  Sat 10 October: booking opens for “A walk” (events/events.csv, line 5).
  Draft: “An idea” (posts/2026-10-01-idea.md).

Ends by Thursday 22 October
  Fri 9 October, 6:00 pm: the notice at the head of every page.
  Sun 18 October: booking closes for “A walk” (events/events.csv, line 5).
  Mon 19 October: “Rhymes” is on for the last time (events/events.csv, line 4).

Missing
  The program “Seeds” has no next meeting (programs/seeds.md).
  Elm has no opening hours (library.toml).
  Mon 12 October: “A fair” is to be on while Ash is closed (events/events.csv, line 3).

What is wrong or could be better is said by: python3 tasks.py check
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def asked(content: Path, **typed: str) -> dict[str, str]:
    return {"content": str(content), "now": "2026-10-08T14:20", "today": "", "days": "14"} | typed


def test_all_that_there_is_to_say_is_said_once(root, content, capsys):
    assert run(root, asked(content)) == 0
    assert capsys.readouterr().out.rstrip("\n") + "\n" == EXPECTED


def test_a_part_without_anything_says_so(root, tmp_path, capsys):
    run(root, asked(tmp_path, now="", today="2026-10-08"))
    said = capsys.readouterr().out
    assert "Thursday 8 October 2026, 12:00 am\n\nComing up until Thursday 22 October\n  Nothing." in said
    assert "Nothing is on: no spreadsheet holds an event to come." in said


@pytest.mark.parametrize("days", ["0", "-1", "two", "", "401", "１４"])
def test_a_number_of_days_that_is_none_is_refused(root, content, days):
    with pytest.raises(PlainError, match="write --days 14"):
        run(root, asked(content, days=days))
