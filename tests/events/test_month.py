"""The table of a month."""

from __future__ import annotations

from datetime import datetime

from plugins.events.agenda import Agenda
from plugins.events.month import SHOWN, weeks
from plugins.events.plan import PAGE, plan_lists
from tests.events.conftest import DENVER

NOW = datetime(2026, 10, 8, 14, 20, tzinfo=DENVER)
HEAD = "id,title,date,end_date,all_day,branch"


def table(library, read, rows, prefix=""):
    (plan,) = plan_lists(Agenda(read("\n".join([HEAD, *rows])).events, library), NOW, ()).months
    return weeks(plan, prefix)


def on(day: int, count: int) -> list[str]:
    return [f"e{day}-{number},E,2026-10-{day:02},,yes,central" for number in range(count)]


def test_every_day_has_its_place_from_monday_to_sunday(library, read):
    rows = table(library, read, on(1, 1))
    assert [[cell.date.day if cell else 0 for cell in week] for week in rows] == [
        [0, 0, 0, 1, 2, 3, 4],
        [5, 6, 7, 8, 9, 10, 11],
        [12, 13, 14, 15, 16, 17, 18],
        [19, 20, 21, 22, 23, 24, 25],
        [26, 27, 28, 29, 30, 31, 0],
    ]


def test_a_full_day_leads_to_its_place_in_the_list(library, read):
    found = {
        cell.date.day: (len(cell.occurrences), cell.hidden, cell.more)
        for week in table(library, read, [*on(1, PAGE), *on(2, SHOWN + 1), *on(3, SHOWN + 2)], "es/")
        for cell in week
        if cell and cell.count
    }
    assert found == {
        1: (SHOWN, PAGE - SHOWN, "es/events/2026-10/list/#d-2026-10-01"),
        2: (SHOWN + 1, 0, ""),
        3: (SHOWN, 2, "es/events/2026-10/list/page/2/#d-2026-10-03"),
    }
