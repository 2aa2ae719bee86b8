"""A page built on Thursday 8 October at 2:20 pm, opened later: the script keeps every word about now true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from plugins.tools.numbers import count_words
from tests.site.kinds import DEMO
from tests.site.visit import Open, Opener

pytestmark = pytest.mark.browser

HOME, WHATS_ON = DEMO[0], DEMO[1]
JUNIPER = ZoneInfo("America/Denver")
ROWS = """[...document.querySelectorAll(".evs > [data-starts]")].filter((row) => asks.visible(row)).map((row) => ({
    title: row.querySelector("h3").innerText, starts: row.dataset.starts, ends: row.dataset.ends || "",
    off: row.classList.contains("is-off"), live: row.classList.contains("live"), done: row.classList.contains("done"),
    says: row.querySelector(".meta").innerText }))"""
DAYS = """[...document.querySelectorAll(".days > [data-date], .week > [data-date]")].filter((day) => asks.visible(day))
    .map((day) => [day.dataset.date, day.querySelector(".rel")?.innerText || ""])"""
DOORS = """[...document.querySelectorAll(".strip .door")].map((door) => [
    asks.text(door.querySelector("[data-state]")), door.classList.contains("open")])"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When a page is opened, what the strip must say then, and the reader's own time zone."""

    at: datetime
    day: str
    doors: tuple[str, str, str, str]
    zone: str = "America/Denver"


def moment(text: str, day: str, *doors: str, zone: str = "America/Denver") -> Moment:
    return Moment(at=datetime.fromisoformat(text).replace(tzinfo=JUNIPER), day=day, doors=doors, zone=zone)


EVENING = ("until 8 pm", "until 8 pm", "until 9 pm", "closed today")
MOMENTS = {
    "as it is built": moment("2026-10-08T14:20", "Thursday 8 October", *EVENING),
    "two hours later": moment("2026-10-08T16:30", "Thursday 8 October", *EVENING),
    "from Tokyo": moment("2026-10-08T16:30", "Thursday 8 October", *EVENING, zone="Asia/Tokyo"),
    "before midnight": moment(
        "2026-10-08T23:50", "Thursday 8 October", "opens tomorrow", "opens tomorrow", "opens tomorrow", "closed today"
    ),
    "the next day": moment(
        "2026-10-09T09:30", "Friday 9 October", "until 6 pm", "opens 10 am", "opens 10 am", "opens 10 am"
    ),
    "a day all doors are shut": moment("2026-10-12T11:00", "Monday 12 October", *["closed today"] * 4),
    "five days later": moment(
        "2026-10-13T11:30", "Tuesday 13 October", "until 8 pm", "until 6 pm", "until 6 pm", "opens 12 pm"
    ),
    "twenty days later": moment(
        "2026-10-28T09:30", "Wednesday 28 October", "until 8 pm", "opens 10 am", "opens 10 am", "opens 12 pm"
    ),
}


@pytest.fixture(params=MOMENTS)
def now(request: pytest.FixtureRequest) -> Moment:
    return MOMENTS[request.param]


def is_over(row: dict[str, str], now: datetime) -> bool:
    """Tell whether an event is over, from what its row says of itself."""
    if not row["ends"]:
        return date.fromisoformat(row["starts"][:10]) < now.date()
    ends = datetime.fromisoformat(row["ends"])
    return (ends if ends.tzinfo else ends.replace(tzinfo=JUNIPER)) <= now


def is_on(row: dict[str, str], now: datetime) -> bool:
    starts = datetime.fromisoformat(row["starts"])
    has_begun = (starts if starts.tzinfo else starts.replace(tzinfo=JUNIPER)) <= now
    return has_begun and bool(row["ends"]) and not row["off"] and not is_over(row, now)


def check_rows(here: Open, now: datetime) -> list[dict[str, str]]:
    """Compare every row that can be seen with its own times."""
    rows = here.page.evaluate(ROWS)
    for row in rows:
        assert row["live"] == is_on(row, now), row
        assert row["done"] == (is_over(row, now) and not row["off"]), row
        assert ("ON NOW" in row["says"].upper()) == row["live"], row
        assert ("Finished" in row["says"]) == row["done"], row
    return rows


def check_strip(here: Open, now: Moment) -> None:
    assert here.page.locator(".strip [data-today]").inner_text() == now.day
    doors = here.page.evaluate(DOORS)
    assert tuple(state for state, _ in doors) == now.doors
    assert [is_open for _, is_open in doors] == [state.startswith("until") for state in now.doors]


def test_home_speaks_of_the_readers_day(visit: Opener, now: Moment):
    with visit(HOME, at=now.at, timezone_id=now.zone) as here:
        check_strip(here, now)
        rows = check_rows(here, now.at)
        assert {row["starts"][:10] for row in rows if not row["done"]} <= {now.at.date().isoformat()}
        bill, day = here.page.locator("h1").inner_text().upper(), now.day.upper().split(" ", 1)
        asof = here.page.locator(".asof").first.inner_text()
        assert asof.startswith(f"As of {now.day}, ")
        ahead = [date.fromisoformat(one) for one, _ in here.page.evaluate(DAYS)]
        if now.at.date() > date(2026, 10, 21):
            assert "OCTOBER" not in bill
            assert "THERE ARE" not in bill
            assert rows == []
            assert ahead == []
            assert not here.page.locator(".week").is_visible()
            assert here.page.locator(".lead .list a[href$='events/']").is_visible()
            assert not here.page.get_by_text("Next: ").first.is_visible()
            return
        assert bill.split("\n")[:2] == day
        on = [row for row in rows if not row["off"]]
        assert count_words(len(on), "en").upper() in bill if on else "NOTHING" in bill or "CLOSED" in bill
        assert ahead == sorted(ahead)
        assert all(one > now.at.date() for one in ahead)
        assert ahead[0].toordinal() == now.at.date().toordinal() + 1


def test_whats_on_shows_no_day_that_is_past(visit: Opener, now: Moment):
    with visit(WHATS_ON, at=now.at, timezone_id=now.zone) as here:
        check_strip(here, now)
        check_rows(here, now.at)
        today = now.at.date()
        days = here.page.evaluate(DAYS)
        assert days
        for day, word in days:
            ahead = date.fromisoformat(day).toordinal() - today.toordinal()
            assert ahead >= 0
            assert word == {0: "Today", 1: "Tomorrow"}.get(ahead, "")


@pytest.mark.parametrize("days_later", [60, 400])
def test_a_very_old_page_says_that_its_list_is_over(visit: Opener, days_later: int):
    at = datetime.fromtimestamp(MOMENTS["as it is built"].at.timestamp() + days_later * 86400, tz=JUNIPER)
    with visit(WHATS_ON, at=at) as here:
        assert here.page.evaluate(DAYS) == []
        assert here.page.locator("[data-none]").is_visible()


def test_the_script_moves_on_while_a_page_stays_open(visit: Opener):
    with visit(HOME, at=datetime(2026, 10, 8, 23, 59, 30, tzinfo=JUNIPER)) as here:
        assert here.page.locator("h1").inner_text().startswith("THURSDAY")
        here.page.clock.set_fixed_time(datetime(2026, 10, 9, 0, 0, 10, tzinfo=JUNIPER))
        here.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert here.page.locator("h1").inner_text().startswith("FRIDAY")
