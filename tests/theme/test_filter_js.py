"""The filter of a list of events: what was chosen as an address, and what it leaves, tried in a real Chromium."""

from __future__ import annotations

import json

import pytest

from tests.theme.asking import ask

THURSDAY = "2026-10-08T14:20:00-06:00"


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("", {}),
        ("?branch=central&free=1", {"branch": "central", "free": "1"}),
        ("?branch=&utm_source=letter", {}),
        ("?when=today&from=2026-10-10", {"when": "today", "from": "2026-10-10"}),
        ("?topic=caf%C3%A9", {"topic": "café"}),
    ],
)
def test_choices_are_read_from_the_address(empty, search, expected):
    assert ask(empty, "choices", f"m.readChoices('{search}', ['branch', 'topic', 'free'])") == expected


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({}, "?"),
        ({"branch": "central", "free": ""}, "?branch=central"),
        ({"topic": "a b", "when": "today"}, "?topic=a+b&when=today"),
    ],
)
def test_choices_make_an_address(empty, choices, expected):
    assert ask(empty, "choices", f"m.writeChoices({json.dumps(choices)})") == expected


@pytest.mark.parametrize(
    ("before", "name", "value", "expected"),
    [
        ({"branch": "central"}, "topic", "music", {"branch": "central", "topic": "music"}),
        ({"branch": "central"}, "branch", "", {"branch": ""}),
        ({"when": "today"}, "from", "2026-10-10", {"from": "2026-10-10"}),
        ({"from": "2026-10-10"}, "to", "2026-10-12", {"from": "2026-10-10", "to": "2026-10-12"}),
        ({"from": "2026-10-10", "to": "2026-10-12", "free": "1"}, "when", "week", {"free": "1", "when": "week"}),
    ],
)
def test_a_day_and_a_word_about_days_exclude_each_other(empty, before, name, value, expected):
    found = ask(empty, "choices", f"m.choose({json.dumps(before)}, '{name}', '{value}')")
    assert {key: value for key, value in found.items() if value is not None} == expected


@pytest.mark.parametrize(
    ("choices", "today", "expected"),
    [
        ({}, "2026-10-08", ["", "9999"]),
        ({"when": "today"}, "2026-10-08", ["2026-10-08", "2026-10-08"]),
        ({"when": "tomorrow"}, "2026-10-31", ["2026-11-01", "2026-11-01"]),
        ({"when": "weekend"}, "2026-10-05", ["2026-10-10", "2026-10-11"]),
        ({"when": "weekend"}, "2026-10-10", ["2026-10-10", "2026-10-11"]),
        ({"when": "weekend"}, "2026-10-11", ["2026-10-11", "2026-10-11"]),
        ({"when": "week"}, "2026-12-28", ["2026-12-28", "2027-01-03"]),
        ({"when": "never"}, "2026-10-08", ["", "9999"]),
        ({"from": "2026-10-10"}, "2026-10-08", ["2026-10-10", "9999"]),
    ],
)
def test_words_about_days_are_days(empty, choices, today, expected):
    assert ask(empty, "choices", f"m.periodOf({json.dumps(choices)}, '{today}')") == expected


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ("2026-10-08T14:00-06:00", "2026-10-08T16:00-06:00", "2026-10-08"),
        ("2026-10-08T14:00-06:00", "", "2026-10-08"),
        ("2026-10-08T22:00-06:00", "2026-10-09T01:00-06:00", "2026-10-08"),
        ("2026-10-08T10:00-06:00", "2026-10-10T16:00-06:00", "2026-10-10"),
        ("2026-10-08", "2026-10-11", "2026-10-10"),
    ],
)
def test_an_event_that_ends_after_midnight_is_of_the_day_it_starts_on(empty, starts, ends, expected):
    assert ask(empty, "choices", f"m.lastDay('{starts}', '{ends}')") == expected


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({}, True),
        ({"branch": "central"}, True),
        ({"branch": "central", "topic": "music"}, True),
        ({"branch": "centra"}, False),
        ({"branch": "central", "topic": "film"}, False),
        ({"branch": "", "when": "today"}, True),
        ({"free": "1"}, False),
    ],
)
def test_every_choice_counts(empty, choices, expected):
    row = {"filed": ["branch:central", "topic:music"], "first": "2026-10-08", "last": "2026-10-09"}
    assert ask(empty, "choices", f"m.fits({json.dumps(row)}, {json.dumps(choices)}, ['', '9999'])") is expected
    outside = "['2026-10-10', '2026-10-12']"
    assert ask(empty, "choices", f"m.fits({json.dumps(row)}, {json.dumps(choices)}, {outside})") is False


def row(day: int, filed: str) -> str:
    return f"""<li class="ev" data-starts="2026-10-{day:02}T18:00-06:00" data-ends="2026-10-{day:02}T19:00-06:00"
        data-filed="{filed}">{filed}</li>"""


def section(day: int, *rows: str) -> str:
    return f"""<section class="day" data-date="2026-10-{day:02}"><header><h2><span class="rel"></span></h2>
        <p>{len(rows)} events</p></header><ol class="evs">{"".join(rows)}</ol></section>"""


def choice(id_: str, words: str, current: str = "") -> str:
    return f"""<li><a href="x/" data-id="{id_}" {current}>{words} <small>0</small></a></li>"""


CURRENT = 'aria-current="true"'
LINES = f"""<details open class="filter" data-module="filter"
data-words='{{"shown":"Showing {{n}} of {{all}}","of":"{{n}} of {{all}}"}}'><summary>Choose</summary>
<div data-kind="branch">{choice("", "All", CURRENT)}{choice("central", "Central")}{choice("mill", "Mill Street")}</div>
<div data-kind="topic">{choice("", "Any", CURRENT)}{choice("music", "Music")}{choice("film", "Film")}</div>
<div data-kind="when">{choice("", "Any day", CURRENT)}{choice("weekend", "The weekend")}
<input type="date" name="from"><input type="date" name="to"></div></details>
<p role="status"></p><div data-nothing hidden>Nothing <a href="?" data-all>All</a></div>"""
LIST = f"""<div class="days" data-module="days" data-words='{{"today":"Today","tomorrow":"Tomorrow"}}'>
{section(7, row(7, "branch:central topic:music"))}
{section(8, row(8, "branch:central topic:music"), row(8, "branch:mill topic:film"))}
{section(10, row(10, "branch:mill topic:music"))}<p data-none hidden>No more</p></div>"""
STYLE = '<link rel="stylesheet" href="/css/utilities.css">'


@pytest.fixture
def page(opened):
    return opened(f"<main>{STYLE}{LINES}{LIST}</main>", THURSDAY)


def seen(page) -> list[str]:
    return [row.inner_text() for row in page.locator(".ev").all() if row.is_visible()]


def follow(page, words: str) -> None:
    page.locator("summary ~ div a", has_text=words).first.click()


def current(page) -> list[str]:
    return page.locator("[aria-current]").evaluate_all("all => all.map((one) => one.firstChild.data.trim())")


def test_without_a_choice_the_list_is_as_it_was_and_counts_what_is_to_come(page):
    assert seen(page) == ["branch:central topic:music", "branch:mill topic:film", "branch:mill topic:music"]
    assert page.locator("[data-kind=branch] small").all_inner_texts() == ["3", "1", "2"]
    assert page.get_by_role("status").inner_text() == ""


def test_choices_combine_and_the_address_and_the_count_say_so(page):
    follow(page, "Mill Street")
    follow(page, "Music")
    assert seen(page) == ["branch:mill topic:music"]
    assert page.url.endswith("page.html?branch=mill&topic=music")
    assert page.get_by_role("status").inner_text() == "Showing 1 of 3: Mill Street, Music"
    assert current(page) == ["Mill Street", "Music", "Any day"]
    assert page.locator("[data-kind=topic] small").all_inner_texts() == ["2", "1", "1"]
    assert page.evaluate("document.activeElement.firstChild.data.trim()") == "Music"


def test_a_day_says_how_much_of_it_is_left(page):
    follow(page, "Mill Street")
    assert page.locator("[data-date='2026-10-08'] header p").inner_text() == "1 of 2"
    follow(page, "All")
    assert page.locator("[data-date='2026-10-08'] header p").inner_text() == "2 events"


def test_the_way_back_takes_choices_back(page):
    follow(page, "Mill Street")
    follow(page, "The weekend")
    assert seen(page) == ["branch:mill topic:music"]
    page.go_back()
    assert len(seen(page)) == 2
    page.go_back()
    assert len(seen(page)) == 3
    page.go_forward()
    assert current(page) == ["Mill Street", "Any", "Any day"]


def test_what_matches_nothing_is_said_and_can_be_undone(page):
    follow(page, "Central")
    follow(page, "The weekend")
    assert seen(page) == []
    assert page.locator("[data-nothing]").is_visible()
    page.locator("[data-all]").click()
    assert len(seen(page)) == 3
    assert page.locator("[data-nothing]").is_hidden()
    assert page.evaluate("document.activeElement.localName") in {"summary", "a"}


def test_days_are_chosen_by_their_dates(page):
    page.locator("[name=from]").fill("2026-10-09")
    assert seen(page) == ["branch:mill topic:music"]
    assert "from=2026-10-09" in page.url
    follow(page, "The weekend")
    assert page.locator("[name=from]").input_value() == ""


def test_a_choice_opens_in_a_window_of_its_own_when_asked_to(page):
    with page.context.expect_page() as opened:
        page.locator("[data-id=central]").click(modifiers=["ControlOrMeta"])
    assert opened.value.url.endswith("?branch=central")
    assert len(seen(page)) == 3


def test_an_address_that_was_handed_on_shows_what_was_chosen(opened):
    page = opened(f"<main>{STYLE}{LINES}{LIST}</main>", THURSDAY, search="?branch=mill&when=weekend")
    assert seen(page) == ["branch:mill topic:music"]
    assert current(page) == ["Mill Street", "Any", "The weekend"]


def test_the_line_that_the_page_is_about_keeps_leading_to_other_pages(opened):
    lines = LINES.replace(CURRENT, "", 1).replace('data-id="mill" ', f'data-id="mill" {CURRENT}', 1)
    page = opened(f"<main>{STYLE}{lines}{LIST}</main>", THURSDAY)
    follow(page, "Music")
    assert page.locator("[data-id=central]").get_attribute("href") == "x/"
    assert page.url.endswith("?topic=music")


def test_further_pages_of_the_list_are_brought_here_when_something_is_chosen(opened):
    rest = f"""<main><div class="days">{section(10, row(10, "branch:mill topic:film"))}
        {section(12, row(12, "branch:central topic:film"))}</div><a href="../event/">Event</a></main>"""
    pager = '<nav class="pager"><a rel="next" href="page/2/">Later</a></nav>'
    page = opened(f"<main>{STYLE}{LINES}{LIST}{pager}</main>", THURSDAY)
    page.route("**/page/2/", lambda route: route.fulfill(body=rest, content_type="text/html"))
    assert len(seen(page)) == 3
    follow(page, "Film")
    page.get_by_role("status").get_by_text("Showing 3 of 5").wait_for()
    assert seen(page) == ["branch:mill topic:film", "branch:mill topic:film", "branch:central topic:film"]
    assert page.locator("[data-date='2026-10-10']").count() == 1
    assert page.locator(".pager").is_hidden()
    follow(page, "Any")
    assert len(seen(page)) == 5


MONTH = """<table data-module="month" data-words='{"today":"(Today)"}'><tr>
<td data-date="2026-10-07" class="now"><h2>7 <span data-today>(Today)</span></h2></td>
<td data-date="2026-10-08"><h2>8 <span data-today></span></h2></td></tr></table>"""


def test_today_moves_along_the_table_of_a_month(opened):
    page = opened(MONTH, "2026-10-08T00:00:10-06:00")
    assert [cell.get_attribute("class") for cell in page.locator("td").all()] == ["past", "now"]
    assert page.locator("[data-today]").all_text_contents() == ["", "(Today)"]


ZONE = """<p data-module="zone" data-starts="2026-10-17T14:00-06:00"
data-words='{"zone":"Clocks: {zone}.","yours":"Yours: {day}, {time}."}' hidden></p>"""


@pytest.mark.parametrize(("lang", "zone"), [("en", "Mountain Time"), ("es", "hora de las Montañas Rocosas")])
def test_whose_clock_it_is_is_said_where_it_differs(opened, lang, zone):
    said = opened(ZONE, THURSDAY, lang=lang).locator("p").inner_text()
    assert said.startswith(f"Clocks: {zone}. Yours: ")
    assert "18" in said


def test_nothing_is_said_of_zones_where_clocks_agree(browser, address):
    page = browser.new_page(timezone_id="America/Denver")
    body = f'<html lang="en" data-zone="America/Denver"><script type="module" src="/js/site.js"></script>{ZONE}'
    page.route("**/page.html", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(f"{address}/page.html", wait_until="networkidle")
    assert page.locator("p").is_hidden()
    page.close()


def test_a_button_hands_the_address_to_the_readers_own_apps(opened):
    body = """<link rel="canonical" href="https://juniper.example/e/">
<ul data-module="share" data-words='{"share":"Share"}'><li>Mail</li></ul>"""
    page = opened("<p>plain</p>", THURSDAY)
    page.add_init_script("navigator.share = async (given) => { window.given = given; };")
    page.route(
        "**/page.html",
        lambda route: route.fulfill(
            body=f'<html lang="en"><script type="module" src="/js/site.js"></script><title>t</title>{body}',
            content_type="text/html",
        ),
    )
    page.goto(page.url, wait_until="networkidle")
    page.get_by_role("button", name="Share").click()
    assert page.evaluate("window.given") == {"title": "t", "url": "https://juniper.example/e/"}
