"""JSON-LD in the pages of the demo: each says what it is about, safely, and no policy minds it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from plugins.structured_data.render_script import render_script
from tests.site.served import served

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def nodes(page: str) -> list[dict[str, Any]]:
    """Return what a page says, one after another."""
    (text,) = SCRIPT.findall(page)
    found: dict[str, Any] = json.loads(text)
    assert found["@context"] == "https://schema.org"
    return found.get("@graph", [found])


def node(page: str) -> dict[str, Any]:
    """Return what a page is about, which it says first."""
    return nodes(page)[0]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("", "LibrarySystem"),
        ("es/", "LibrarySystem"),
        ("events/", "ItemList"),
        ("events/river-in-maps/", "Event"),
        ("events/mending-morning/", "EventSeries"),
        ("programs/mending-morning/", "EventSeries"),
        ("branches/", "ItemList"),
        ("branches/central/", "Library"),
        ("news/kettles/", "BlogPosting"),
    ],
)
def test_a_page_says_what_it_is_about(demo, address: str, kind: str):
    assert node(demo.read(address))["@type"] == kind


@pytest.mark.parametrize(
    ("address", "steps"),
    [
        ("news/kettles/", ["Home", "News", "What a summer of Saturday repairs taught us about kettles"]),
        ("programs/mending-morning/", ["Home", "Programs", "Mending Morning"]),
        ("events/river-in-maps/", ["Home", "What’s on", "The River in Maps, 1790–1990"]),
        ("branches/central/", ["Home", "Branches & hours", "Central"]),
        ("about/", ["Home", "About the library"]),
    ],
)
def test_a_page_says_the_way_to_it(demo, address: str, steps: list[str]):
    trail = nodes(demo.read(address))[-1]
    assert trail["@type"] == "BreadcrumbList"
    assert [one["position"] for one in trail["itemListElement"]] == list(range(1, len(steps) + 1))
    assert [one["name"] for one in trail["itemListElement"]] == steps
    assert trail["itemListElement"][-1]["item"] == f"https://juniper.example/{address}"


def test_a_trail_is_in_the_language_of_its_page(demo):
    trail = nodes(demo.read("es/branches/central/"))[-1]["itemListElement"]
    assert [one["item"] for one in trail] == [
        f"https://juniper.example/es/{place}" for place in ("", "branches/", "branches/central/")
    ]
    assert trail[0]["name"] != "Home"


def test_a_post_shows_its_picture_and_a_lists_page_has_no_trail(demo):
    assert re.fullmatch(r"https://.*/images/.*", node(demo.read("news/riverbend-reopens/"))["image"])
    assert "BreadcrumbList" not in demo.read("events/")


def test_a_library_of_one_house_is_a_library_with_its_hours(site):
    found = node(site("one-branch").read(""))
    assert found["@type"] == "Library"
    assert found["address"]
    assert found["openingHoursSpecification"]


def test_every_event_of_every_page_has_what_search_engines_want(demo):
    found = 0
    for path in demo.output.rglob("*.html"):
        for text in SCRIPT.findall(path.read_text("utf-8")):
            for one in events(json.loads(text)):
                found += 1
                assert {"name", "startDate", "location", "organizer", "offers", "eventStatus", "url"} <= set(one), path
                assert one["location"]["address"], path
    assert found > 100


def events(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [one for item in value for one in events(item)]
    if not isinstance(value, dict):
        return []
    return ([value] if value.get("@type") == "Event" else []) + events(list(value.values()))


def test_a_branch_says_its_hours_and_the_days_on_which_they_differ(demo):
    hours = node(demo.read("branches/central/"))["openingHoursSpecification"]
    week = {one["dayOfWeek"].rpartition("/")[2]: (one["opens"], one["closes"]) for one in hours if "dayOfWeek" in one}
    assert week["Thursday"] == ("09:00", "20:00")
    closed = [one["validFrom"] for one in hours if one.get("opens") == one["closes"]]
    assert closed == ["2026-10-12", "2026-11-26"]


@pytest.mark.parametrize(
    "title",
    [
        "</script><script>alert(1)</script>",
        "<!-- <script>",
        "]]>",
        "a & b",
        "\u2028line",
        'quote " and \\',
        "🫖 שלום",
        "bell\x07",
    ],
)
def test_nothing_in_a_title_ends_the_element(title: str):
    text = render_script({"@type": "Event", "name": title})
    assert not set("<>&\u2028\u2029\x07") & set(text)
    assert json.loads(text)["name"] == title


def test_a_strict_policy_lets_it_be(demo, browser):
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'"
    headers = {"content-type": "text/html; charset=utf-8", "content-security-policy": policy}
    complaints: list[str] = []
    with served(demo.output) as address:
        page = browser.new_page()
        page.on("console", lambda said: complaints.append(said.text))
        event = "events/river-in-maps/"
        page.route(address + event, lambda route: route.fulfill(body=demo.read(event), headers=headers))
        page.goto(address + event)
        assert page.evaluate(
            "JSON.parse(document.querySelector('[type=\"application/ld+json\"]').textContent)['@graph'][0].name"
        )
        page.close()
    assert complaints == []
