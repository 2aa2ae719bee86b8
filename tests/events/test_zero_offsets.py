"""Whether +00:00 behind every time of a file means UTC."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from plugins.events.memo import Memo
from plugins.events.zero_offsets import weigh_offsets

DENVER = ZoneInfo("America/Denver")


def _cells(*texts: str) -> list[tuple[str, str]]:
    return [(f"Event {number}", text) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("cells", "is_wall_time", "count"),
    [
        # Read as UTC, two of three would begin at 4 and 5 in the morning.
        (_cells("2026-07-01T10:00:00+00:00", "2026-07-02T11:00:00+00:00", "2026-07-03T19:00:00+00:00"), True, 3),
        # One early start in ten is no proof.
        (_cells(*["2026-07-01T19:00:00Z"] * 9, "2026-07-03T10:00:00Z"), False, 10),
        # Something does begin before six as it is written.
        (_cells("2026-07-01T10:00:00Z", "2026-07-02T11:00:00Z", "2026-07-03T05:00:00Z"), False, 3),
        # Midnight everywhere is how programs write days.
        (_cells("2026-07-01T00:00:00.000Z", "2026-07-02T00:00:00.000Z"), True, 2),
        # The same thing at the same time on both sides of the change of clocks.
        ([("Chess", "2026-07-01T19:00:00Z"), ("Chess", "2026-12-01T19:00:00Z")], True, 2),
        # The same thing an hour apart in UTC is at one time of the wall.
        ([("Chess", "2026-07-01T16:00:00Z"), ("Chess", "2026-12-01T17:00:00Z")], False, 2),
        # Other offsets among them: whoever wrote it knew what an offset is.
        (_cells("2026-07-01T10:00:00+00:00", "2026-07-02T11:00:00-06:00"), False, 0),
        (_cells("2026-07-01 10:00", "2026-07-02"), False, 0),
    ],
)
def test_the_file_itself_tells(cells: list[tuple[str, str]], is_wall_time: bool, count: int):  # noqa: FBT001
    offsets = weigh_offsets(cells, DENVER, Memo())
    assert (offsets.is_wall_time, offsets.count) == (is_wall_time, count)


def test_where_the_clocks_show_utc_there_is_nothing_to_ask():
    assert weigh_offsets(_cells("2026-07-01T10:00:00Z"), ZoneInfo("UTC"), Memo()).count == 0
