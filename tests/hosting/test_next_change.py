"""A site says when it changes by itself: until then nothing on it does, and then something does."""

from __future__ import annotations

import json
import re
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.hosting.next_change import NEW_DAY, is_due, moments_of_library, next_change, render_next_change
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Branch, Library, Notice, OpeningHours
from tests.conftest import Built

DENVER = ZoneInfo("America/Denver")
# What says for which minute it holds, and a script moves on from there: the words, and the line in the chart of hours.
ASOF = re.compile(r'<p class="asof[^>]*>[^<]*</p>|\s*<span class="nowline[^>]*></span>')
HOURS = (OpeningHours(opens=time(9), closes=time(20)),)
LIBRARY = Library(
    name="Small",
    branches=(Branch(id="central", name=Phrase(default="Central"), week=(HOURS,) * 7),),
    notice=Notice(
        text=Phrase(default="Snow"),
        starts=datetime(2026, 10, 8, 11, tzinfo=DENVER),
        ends=datetime(2026, 10, 8, 21, 30, tzinfo=DENVER),
    ),
)


@pytest.mark.parametrize(
    ("hour", "expected", "why"),
    [
        (7, "2026-10-08T09:00", "a branch opens"),
        (9, "2026-10-08T11:00", "a notice begins"),
        (12, "2026-10-08T20:00", "a branch closes"),
        (20, "2026-10-08T21:30", "a notice ends"),
        (22, "2026-10-09T00:00", NEW_DAY),
    ],
)
def test_the_first_of_all_moments_ahead_counts(hour: int, expected: str, why: str):
    now = datetime(2026, 10, 8, hour, tzinfo=DENVER)
    moment, said = next_change(now, moments_of_library(LIBRARY, now))
    assert (moment.replace(tzinfo=None).isoformat(timespec="minutes"), said) == (expected, why)


def test_the_night_in_which_clocks_change_ends_at_midnight_too():
    moment, why = next_change(datetime(2026, 11, 1, 0, 30, tzinfo=DENVER), [])
    assert (moment.isoformat(), why) == ("2026-11-02T00:00:00-07:00", NEW_DAY)


@pytest.mark.parametrize(
    "data", [None, b"", b"[]", b"{}", b'{"next": "soon"}', b'{"next": 3}', b'{"next": "2026-10-08"}']
)
def test_a_site_that_does_not_say_is_built_again(data: bytes | None):
    assert is_due(data, datetime(2026, 10, 8, 12, tzinfo=DENVER))


def test_a_change_is_due_from_its_moment_on():
    moment = datetime(2026, 10, 8, 12, tzinfo=DENVER)
    data = render_next_change(moment, NEW_DAY).encode()
    assert [is_due(data, moment + timedelta(seconds=second)) for second in (-1, 0, 1)] == [False, True, True]


def shown(built: Built) -> dict[str, str]:
    """Return what every file says, but for the moment that it was built for."""
    texts = (".html", ".xml", ".json", ".ics", ".txt", ".csv")
    files = [path for path in built.output.rglob("*") if path.suffix in texts and path.name != "next-change.json"]
    return {path.relative_to(built.output).as_posix(): ASOF.sub("", path.read_text("utf-8")) for path in files}


def moment_of(built: Built) -> datetime:
    return datetime.fromisoformat(json.loads(built.read("next-change.json"))["next"]).replace(tzinfo=None)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a library of one branch, with an event, a booking that closes, and a post that waits."""
    content = tmp_path / "content"
    (content / "posts").mkdir(parents=True)
    (content / "events").mkdir()
    week = "\n".join(f'{day} = "9:00-20:00"' for day in ("monday", "tuesday", "wednesday", "thursday", "friday"))
    branch = f'[[branches]]\nid = "central"\nname = "Central"\n[branches.hours]\n{week}\n'
    (content / "library.toml").write_text(f'name = "Small"\ntime_zone = "America/Denver"\n{branch}', "utf-8")
    rows = "title,date,start,end,id,branch,registration,closes\n"
    rows += "Story hour,2026-10-08,10:00,11:15,story,central,required,2026-10-08 09:40\n"
    (content / "events" / "all.csv").write_text(rows, "utf-8")
    post = "---\ntitle: Late\ndate: 2026-10-08T16:45\n---\n\nText.\n"
    (content / "posts" / "late.md").write_text(post, "utf-8")
    return content


@pytest.mark.slow
def test_through_a_day_nothing_changes_before_its_moment_and_something_does_then(build, small):
    now, steps = datetime.fromisoformat("2026-10-08T06:00"), []
    while now.day == 8 and len(steps) < 12:
        built = build("--content", str(small), "--now", now.isoformat())
        assert built.code == 0, built.said
        before, moment = shown(built), moment_of(built)
        late = build("--content", str(small), "--now", (moment - timedelta(minutes=1)).isoformat())
        assert shown(late) == before, moment
        assert moment_of(late) == moment
        after = build("--content", str(small), "--now", moment.isoformat())
        assert shown(after) != before, moment
        steps.append(f"{moment:%H:%M}")
        now = moment
    assert steps[-1] == "00:00"
    assert {"09:00", "09:40", "10:00", "11:15", "16:45", "20:00"} <= set(steps)


@pytest.mark.slow
def test_the_demo_stays_the_same_until_its_moment(build, demo: Built):
    moment = moment_of(demo)
    late = build("--now", (moment - timedelta(minutes=1)).isoformat())
    assert shown(late) == shown(demo)
