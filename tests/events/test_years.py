"""Years that were left out, and those that nobody can know."""

from __future__ import annotations

import pytest

from plugins.events.memo import Memo
from plugins.events.years import fill_years


@pytest.mark.parametrize(
    ("texts", "above", "expected"),
    [
        # Between two dates with years there is one reading.
        ("2026-09-29|6 October|20 October|2026-11-01", None, "2026 2026"),
        ("2026-11-29|6 December|20 January|2027-02-01", None, "2026 2027"),
        # After the last of them, a step of up to half a year is.
        ("10/12/2023|14/1|17/3", None, "2024 2024"),
        # Before the first as well.
        ("20 December|3 January|2027-02-01", None, "2026 2027"),
        # From the newest to the oldest.
        ("2027-02-01|3 January|20 December|2026-12-01", None, "2027 2026"),
        # The year in the title above is that of the first row.
        ("25 November|17 December|14 January", 2023, "2023 2023 2024"),
        # Two years fit between these.
        ("2024-01-01|6 June|2026-01-01", None, ""),
        # Not in order, so the rows say nothing.
        ("6 October|3 March|2026-06-01|9 January", None, ""),
        ("2026-05-01|2026-04-01|2026-06-01|6 June", None, ""),
        ("2026-01-05|12 December", None, ""),
        ("2027-02-01|3 January|20 December", None, ""),
        # No year anywhere.
        ("6 October|13 October", None, ""),
        # A weekday that does not fit the year speaks against it.
        ("2026-09-29|Mon 6 October", None, ""),
        ("2026-09-29|Tue 6 October", None, "2026"),
    ],
)
def test_a_year_is_filled_in_where_order_leaves_one(texts: str, above: int | None, expected: str):
    cells = list(enumerate(texts.split("|"), start=2))
    years = fill_years(cells, "day", Memo(), above)
    assert " ".join(str(years[line]) for line, _ in cells if line in years) == expected
