"""The next days on which doors stay closed for a reason of their own."""

from __future__ import annotations

from datetime import date, time

import pytest

from plugins.kernel.languages import Phrase
from plugins.kernel.library import Branch, OpeningHours, SpecialDay
from plugins.library.closings import closings

SHORT = (OpeningHours(opens=time(9), closes=time(13)),)


def branch(id_, *special):
    return Branch(id=id_, name=Phrase(default=id_), special_days=special)


def day(first, last=None, reason="Snow", hours=()):
    ends = date.fromisoformat(last) if last else None
    return SpecialDay(first=date.fromisoformat(first), last=ends, reason=Phrase(default=reason), hours=hours)


YEARLY = SpecialDay(month_day=(12, 25), reason=Phrase(default="Christmas Day"))


@pytest.mark.parametrize(
    ("branches", "expected"),
    [
        ([branch("a")], []),
        ([branch("a", day("2026-10-10", hours=SHORT))], []),
        ([branch("a", day("2026-10-10"))], [("2026-10-10", "2026-10-10", "Snow", "a")]),
        ([branch("a", day("2026-10-10", "2026-10-12"))], [("2026-10-10", "2026-10-12", "Snow", "a")]),
        ([branch("a", day("2026-10-01", "2026-10-09"))], [("2026-10-08", "2026-10-09", "Snow", "a")]),
        (
            [branch("a", day("2026-10-10")), branch("b", day("2026-10-10"))],
            [("2026-10-10", "2026-10-10", "Snow", "a b")],
        ),
        (
            [branch("a", day("2026-10-10")), branch("b", day("2026-10-10", reason="Paint"))],
            [("2026-10-10", "2026-10-10", "Snow", "a"), ("2026-10-10", "2026-10-10", "Paint", "b")],
        ),
        (
            [branch("a", day("2026-10-10", "2026-10-11")), branch("b", day("2026-10-11"))],
            [("2026-10-10", "2026-10-10", "Snow", "a"), ("2026-10-11", "2026-10-11", "Snow", "a b")],
        ),
        (
            [branch("a", day("2026-10-10"), day("2026-10-11", reason="Paint"))],
            [("2026-10-10", "2026-10-10", "Snow", "a"), ("2026-10-11", "2026-10-11", "Paint", "a")],
        ),
        (
            [branch("a", day("2026-10-10"), day("2026-10-12"))],
            [("2026-10-10", "2026-10-10", "Snow", "a"), ("2026-10-12", "2026-10-12", "Snow", "a")],
        ),
        ([branch("a", YEARLY)], [("2026-12-25", "2026-12-25", "Christmas Day", "a")]),
        ([branch("a", day("2027-06-01"))], []),
    ],
)
def test_days_in_a_row_with_one_reason_are_one_closing(branches, expected):
    found = closings(branches, date(2026, 10, 8))
    assert [
        (one.date.isoformat(), one.last.isoformat(), str(one.reason), " ".join(each.id for each in one.branches))
        for one in found
    ] == expected
