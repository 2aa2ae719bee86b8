"""The scripts' arithmetic and their work on a page, tried in a real Chromium at chosen moments."""

from __future__ import annotations

import json
from datetime import time

import pytest

from plugins.tools.css_measures import quarter_class
from tests.theme.asking import ask

ZONE = "America/Denver"


@pytest.mark.parametrize(
    ("instant", "date", "minutes"),
    [
        ("2026-10-08T20:20:00Z", "2026-10-08", 14 * 60 + 20),
        ("2026-10-09T05:59:59Z", "2026-10-08", 23 * 60 + 59),
        ("2026-10-09T06:00:00Z", "2026-10-09", 0),  # midnight is minute 0 of the new day, never 24:00
        ("2026-03-08T08:59:00Z", "2026-03-08", 119),  # clocks go forward: 1:59 is followed by 3:00
        ("2026-03-08T09:00:00Z", "2026-03-08", 180),
        ("2026-11-01T07:30:00Z", "2026-11-01", 90),  # clocks go back: 1:30 comes twice
        ("2026-11-01T08:30:00Z", "2026-11-01", 90),
        ("2027-01-01T06:59:00Z", "2026-12-31", 23 * 60 + 59),
    ],
)
def test_a_moment_is_read_off_the_librarys_wall(empty, instant, date, minutes):
    assert ask(empty, "wall_time", f"m.wallTime(new Date('{instant}'), '{ZONE}')") == {"date": date, "minutes": minutes}


@pytest.mark.parametrize(
    ("date", "count", "expected"),
    [
        ("2026-12-31", 1, "2027-01-01"),
        ("2028-02-28", 1, "2028-02-29"),
        ("2026-03-07", 2, "2026-03-09"),
        ("2026-11-02", -2, "2026-10-31"),
    ],
)
def test_days_are_counted_by_the_calendar(empty, date, count, expected):
    assert ask(empty, "wall_time", f"m.addDays('{date}', {count})") == expected


WEEK = "540-1200|540-1200|540-720,780-1080||0-1440|600-960|"  # Thursday and Sunday closed, Wednesday with a lunch hour
DAYS = "2026-10-13:;*-12-25:;2026-12-24:540-780;2026-12-28/2027-01-02:600-960"


@pytest.mark.parametrize(
    ("date", "minutes", "expected"),
    [
        ("2026-10-05", 539, {"open": False, "word": "opens_at", "minutes": 540}),
        ("2026-10-05", 540, {"open": True, "word": "until", "minutes": 1200}),
        ("2026-10-05", 1199, {"open": True, "word": "until", "minutes": 1200}),
        ("2026-10-05", 1200, {"open": False, "word": "opens_tomorrow", "date": "2026-10-06"}),
        ("2026-10-07", 719, {"open": True, "word": "until", "minutes": 720}),
        ("2026-10-07", 720, {"open": False, "word": "opens_at", "minutes": 780}),
        ("2026-10-07", 1080, {"open": False, "word": "opens_on", "date": "2026-10-09"}),
        ("2026-10-08", 860, {"open": False, "word": "closed_today"}),
        ("2026-10-09", 0, {"open": True, "word": "until", "minutes": 1440}),  # open from midnight to midnight
        ("2026-10-09", 1439, {"open": True, "word": "until", "minutes": 1440}),
        ("2026-10-13", 600, {"open": False, "word": "closed_today"}),  # a special day
        ("2026-10-12", 1300, {"open": False, "word": "opens_on", "date": "2026-10-14"}),  # tomorrow is one
        ("2026-12-24", 780, {"open": False, "word": "opens_on", "date": "2026-12-26"}),
        ("2031-12-25", 700, {"open": False, "word": "closed_today"}),  # every year
        ("2027-01-01", 700, {"open": True, "word": "until", "minutes": 960}),  # a range over New Year
    ],
)
def test_a_door_says_what_its_hours_say(empty, date, minutes, expected):
    call = f"m.doorState({{date: '{date}', minutes: {minutes}}}, m.readWeek('{WEEK}'), m.readDays('{DAYS}'))"
    assert ask(empty, "hours", call) == expected


def test_a_door_without_hours_is_closed_and_never_breaks(empty):
    call = "m.doorState({date: '2026-10-08', minutes: 1}, m.readWeek('||||||'), m.readDays(undefined))"
    assert ask(empty, "hours", call) == {"open": False, "word": "closed_today"}
    one_day = "m.doorState({date: '2026-10-08', minutes: 700}, m.readWeek('|||540-600|||'), m.readDays(''))"
    assert ask(empty, "hours", one_day) == {"open": False, "word": "closed"}


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("m.clockWords(860, 'en')", "2:20 pm"),
        ("m.clockWords(1200, 'en-US')", "8 pm"),
        ("m.clockWords(0, 'en')", "12 am"),
        ("m.clockWords(720, 'en')", "12 pm"),
        ("m.clockWords(1440, 'en')", "12 am"),
        ("m.clockWords(1200, 'es')", "20:00"),
        ("m.dayWords('2026-10-17', 'en')", "Saturday 17 October"),
        ("m.dayWords('2026-10-17', 'es')", "sábado, 17 de octubre"),
        ("m.weekdayWords('2026-10-13', 'en')", "Tuesday"),
        ("m.fill('until {time}', {time: '8 pm'})", "until 8 pm"),
        ("m.fill('closed', {})", "closed"),
        ("m.fill('{unknown}', {})", "{unknown}"),
    ],
)
def test_times_and_days_have_the_librarys_words(empty, call, expected):
    assert ask(empty, "words", call) == expected


@pytest.mark.parametrize(
    ("starts", "ends", "instant", "expected"),
    [
        ("2026-10-08T14:00-06:00", "2026-10-08T16:00-06:00", "2026-10-08T19:59:59Z", "coming"),
        ("2026-10-08T14:00-06:00", "2026-10-08T16:00-06:00", "2026-10-08T20:00:00Z", "live"),
        ("2026-10-08T14:00-06:00", "2026-10-08T16:00-06:00", "2026-10-08T22:00:00Z", "done"),
        ("2026-11-01T01:30-06:00", "2026-11-01T01:45-06:00", "2026-11-01T08:30:00Z", "done"),  # the second 1:30
        ("2026-10-08T22:00-06:00", "2026-10-09T01:00-06:00", "2026-10-09T06:30:00Z", "live"),  # past midnight
        ("2026-10-08T14:00-06:00", "", "2026-10-09T05:59:00Z", "coming"),  # no end: never live, over the next day
        ("2026-10-08T14:00-06:00", "", "2026-10-09T06:00:00Z", "done"),
        ("2026-10-08", "2026-10-10", "2026-10-08T06:00:00Z", "live"),
        ("2026-10-08", "2026-10-10", "2026-10-10T06:00:00Z", "done"),
        ("2026-10-08", "", "2026-10-09T05:00:00Z", "live"),
        ("2026-10-08", "", "2026-10-09T06:00:00Z", "done"),
    ],
)
def test_an_event_is_coming_on_or_over(empty, starts, ends, instant, expected):
    wall = ask(empty, "wall_time", f"m.wallTime(new Date('{instant}'), '{ZONE}')")
    now = f"{{instant: new Date('{instant}'), wall: {json.dumps(wall)}}}"
    assert ask(empty, "event_state", f"m.eventState('{starts}', '{ends}', {now})") == expected


def test_quarters_have_the_names_that_the_builder_gives(empty):
    for minutes in range(1440):
        expected = quarter_class("at", time(minutes // 60, minutes % 60))
        assert quarter_class("from", time(minutes // 60, minutes % 60)) == expected.replace("at-", "from-")
    named = ask(empty, "hours", "Array.from({length: 1440}, (_, minute) => m.quarterClass('at', minute))")
    assert named == [quarter_class("at", time(minute // 60, minute % 60)) for minute in range(1440)]
    assert ask(empty, "hours", "m.quarterClass('to', 1440)") == quarter_class("to", time(0))


WORDS = json.dumps(
    {
        "until": "until {time}",
        "opens_at": "opens {time}",
        "opens_on": "opens {day}",
        "closed_today": "closed today",
        "closed": "closed",
    }
)
STRIP = f"""<div class="strip"><p class="date" data-today></p><ul data-module="doors" data-count="n"
data-words='{WORDS}'>
<li class="door" data-week="{WEEK}" data-days="{DAYS}"><b>Central</b> <span data-state>weekly hours</span></li>
<li class="door open" data-week="||||||"><b>Mill Street</b> <span data-state>weekly hours</span></li></ul></div>
<h2 id="n" data-counts='["All are closed","One is open","Two are open"]'>as built</h2>"""


def test_the_strip_gets_its_date_and_doors_and_moves_with_the_minutes(opened):
    page = opened(STRIP, "2026-10-05T19:59:30-06:00")
    assert page.locator("[data-today] time").get_attribute("datetime") == "2026-10-05"
    assert page.locator("[data-today]").inner_text() == "Monday 5 October"
    assert page.locator("[data-state]").all_inner_texts() == ["until 8 pm", "closed today"]
    assert [door.get_attribute("class") for door in page.locator(".door").all()] == ["door open", "door"]
    assert page.locator("#n").inner_text() == "One is open"
    page.clock.run_for(60_000)
    assert page.locator("[data-state]").all_inner_texts() == ["opens Tuesday", "closed today"]
    assert page.locator("#n").inner_text() == "All are closed"
    page.clock.run_for(4 * 3_600_000)
    assert page.locator("[data-today]").inner_text() == "Tuesday 6 October"


def test_the_strip_speaks_the_language_of_the_page(opened):
    page = opened(STRIP, "2026-10-05T12:00:00-06:00", lang="es")
    assert page.locator("[data-today]").inner_text() == "lunes, 5 de octubre"


ROWS = """<ol data-module="agenda" data-words='{"now":"On now","finished":"Finished"}'>
<li class="ev live" data-starts="2026-10-08T10:00-06:00" data-ends="2026-10-08T10:40-06:00">
  <p class="meta"><span class="tag now">On now</span> <span>Central</span></p></li>
<li class="ev" data-starts="2026-10-08T14:00-06:00" data-ends="2026-10-08T16:00-06:00"><p class="meta">Central</p></li>
<li class="ev is-off" data-starts="2026-10-08T14:00-06:00" data-ends="2026-10-08T16:00-06:00">
  <p class="meta">Off</p></li>
<li class="ev done" data-starts="2026-10-08T19:00-06:00">
  <p class="meta"><span class="ended">Finished</span></p></li></ol>
<table data-module="agenda">
<tr class="next" data-starts="2026-10-03T10:00-06:00" data-ends="2026-10-03T11:00-06:00"><td>3
<tr data-starts="2026-10-10T10:00-06:00" data-ends="2026-10-10T11:00-06:00"><td>10
<tr data-starts="2026-10-17T10:00-06:00" data-ends="2026-10-17T11:00-06:00"><td>17</table>"""


def test_rows_say_on_now_and_finished_by_the_readers_clock_whatever_was_built(opened):
    page = opened(ROWS, "2026-10-08T14:20:00-06:00")
    rows = [row.get_attribute("class") for row in page.locator(".ev").all()]
    assert rows == ["ev done", "ev live", "ev is-off", "ev"]
    texts = [" ".join(text.split()) for text in page.locator(".meta").all_inner_texts()]
    assert texts == ["Finished Central", "On now Central", "Off", ""]
    assert [row.get_attribute("class") or "" for row in page.locator("tr").all()] == ["gone", "next", ""]
    page.clock.run_for(100 * 60_000)
    assert page.locator(".meta").nth(1).inner_text().split() == ["Finished", "Central"]


LIST = """<div data-module="days" data-words='{"today":"Today","tomorrow":"Tomorrow"}'>
<section data-date="2026-10-08"><header><b class="stamp now big"></b>
  <h2><span class="rel">Today</span></h2></header></section>
<section data-date="2026-10-09"><header><b class="stamp soon big"></b>
  <h2><span class="rel">Tomorrow</span></h2></header></section>
<section data-date="2026-10-10"><header><b class="stamp big"></b><h2><span class="rel"></span></h2></header></section>
<p data-none hidden>Nothing more</p></div>"""


def test_today_and_tomorrow_move_along_the_list_and_past_days_go(opened):
    page = opened(LIST, "2026-10-09T00:00:10-06:00")
    assert [section.is_visible() for section in page.locator("section").all()] == [False, True, True]
    assert page.locator(".rel").all_text_contents() == ["", "Today", "Tomorrow"]
    stamps = [stamp.get_attribute("class") for stamp in page.locator(".stamp").all()]
    assert stamps == ["stamp big", "stamp big now", "stamp big soon"]
    assert page.locator("[data-none]").is_hidden()
    page.clock.run_for(2 * 24 * 3_600_000)
    assert page.locator("[data-none]").is_visible()


HOME = """<section data-module="home" data-date="2026-10-08"><h1 class="bill" id="today"><span>Thursday</span></h1>
<div class="list"><p>old</p></div>
<template data-day="2026-10-09"><p class="bill"><span>Friday</span></p><div class="list">
<ol data-module="agenda" data-words='{"now":"On now"}'><li class="ev" data-starts="2026-10-09T09:00-06:00"
data-ends="2026-10-09T23:00-06:00"><p class="meta">Central</p></li></ol></div></template>
<template data-day="later"><p class="bill"><span>This week</span></p>
<div class="list"><p>See the list</p></div></template>
</section><ol data-module="week" data-show="2"><li data-date="2026-10-09"></li><li data-date="2026-10-10">10</li>
<li data-date="2026-10-11" hidden>11</li><li data-date="2026-10-12" hidden>12</li></ol>"""


@pytest.mark.parametrize(
    ("instant", "bill", "meta"),
    [
        ("2026-10-07T12:00:00-06:00", "Thursday", []),  # a reader's clock that is behind changes nothing
        ("2026-10-08T23:59:00-06:00", "Thursday", []),
        ("2026-10-09T12:00:00-06:00", "Friday", ["On now Central"]),
        ("2026-11-09T12:00:00-07:00", "This week", []),
    ],
)
def test_home_shows_the_readers_day_under_one_heading(opened, instant, bill, meta):
    page = opened(HOME, instant)
    assert page.locator("h1#today").all_inner_texts() == [bill]
    assert [" ".join(text.split()) for text in page.locator(".meta").all_inner_texts()] == meta


def test_the_ledger_shows_the_days_after_today(opened):
    page = opened(HOME, "2026-10-09T12:00:00-06:00")
    assert [day.is_visible() for day in page.locator("[data-module=week] li").all()] == [False, True, True, False]


CHART = f"""<ul data-module="doors clock" data-date="2026-10-08" data-words='{WORDS}'>
<li class="row" data-week="{WEEK}"><span class="door"><span data-state></span></span><span class="track">
<span class="nowline at-9-00"></span></span></li></ul>"""


def test_the_chart_draws_the_readers_day_and_moves_its_line(opened):
    page = opened(CHART, "2026-10-07T14:20:00-06:00")
    bars = [bar.get_attribute("class") for bar in page.locator(".bar").all()]
    assert bars == ["bar from-9-00 to-12-00", "bar from-13-00 to-18-00"]
    assert page.locator(".bar").first.inner_text().split() == ["9", "am", "12", "pm"]
    assert page.locator(".nowline").get_attribute("class") == "nowline at-14-25"
    assert page.locator("[data-state]").inner_text() == "until 6 pm"
    page.clock.run_for(8 * 3_600_000)
    assert page.locator(".nowline").is_hidden()


@pytest.mark.parametrize(
    ("instant", "shown"),
    [("2026-10-08T07:59:00-06:00", False), ("2026-10-08T08:00:00-06:00", True), ("2026-10-08T20:00:00-06:00", False)],
)
def test_a_notice_keeps_its_time(opened, instant, shown):
    body = (
        '<p data-module="notice" data-from="2026-10-08T08:00-06:00" data-until="2026-10-08T20:00-06:00" hidden>Snow</p>'
    )
    assert opened(body, instant).locator("p").is_visible() is shown


def test_as_of_is_kept_true(opened):
    body = """<p data-module="asof" data-words='{"asof":"as of {day}, {time}"}'>as built</p>"""
    assert opened(body, "2026-10-08T14:20:00-06:00").locator("p").inner_text() == "as of Thursday 8 October, 2:20 pm"


def test_an_address_gets_a_button_that_copies_it(opened):
    body = (
        """<p data-module="copy" data-words='{"copy":"Copy","copied":"Copied"}'><code>https://x.example/f</code></p>"""
    )
    page = opened(body, "2026-10-08T14:20:00-06:00")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("status").get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "https://x.example/f"
