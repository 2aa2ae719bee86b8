"""What pages tell search engines keeps the rules of its types."""

from __future__ import annotations

import json
from typing import Any

import pytest

from plugins.commands.checks.structured_data import check_structured_data, read_script
from tests.commands.checks.pages import page, site

PLACE = {"@type": "Place", "name": "Hall"}
EVENT = {
    "@context": "https://schema.org",
    "@type": "Event",
    "name": "Tea",
    "startDate": "2026-10-17T10:00-06:00",
    "endDate": "2026-10-17",
    "eventStatus": "https://schema.org/EventScheduled",
    "location": PLACE,
    "url": "https://library.example/events/tea/",
}
CRUMBS = {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    "itemListElement": [
        {"@type": "ListItem", "position": 1, "name": "News", "item": "https://library.example/news/"},
        {"@type": "ListItem", "position": 2, "name": "Kettles"},
    ],
}
HOURS = {
    "@context": "https://schema.org",
    "@type": "OpeningHoursSpecification",
    "dayOfWeek": "https://schema.org/Monday",
}


def said(node: Any) -> list[str]:
    return list(read_script(json.dumps(node)).faults)


@pytest.mark.parametrize(
    "node",
    [
        EVENT,
        CRUMBS,
        HOURS | {"opens": "10:00", "closes": "18:00:00"},
        EVENT | {"organizer": {"@id": "https://library.example/#library"}},
        {"@context": "https://schema.org", "@graph": [EVENT, CRUMBS]},
        [EVENT, CRUMBS],
    ],
)
def test_what_keeps_the_rules_is_fine(node: Any):
    assert said(node) == []


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        (EVENT | {"@context": "https://schema.com"}, "does not say that its words are those of schema.org"),
        (EVENT | {"name": ""}, "lacks name, which Event must have"),
        (EVENT | {"location": None}, "lacks location, which Event must have"),
        (EVENT | {"location": {"@type": "Place"}}, "has none of name, address, geo, of which Place must have one"),
        (EVENT | {"location": {"name": "Hall"}}, "holds something without a type (name)"),
        (EVENT | {"startDate": "17 October"}, 'says startDate "17 October", which is no date'),
        (EVENT | {"startDate": "2026-10-17T10:00"}, 'says startDate "2026-10-17T10:00", which is no date'),
        (EVENT | {"endDate": "2026-10-16"}, "lets an event end (2026-10-16) before it begins"),
        (EVENT | {"eventStatus": "https://schema.org/Off"}, 'says eventStatus "https://schema.org/Off"'),
        (EVENT | {"eventStatus": "https://schema.org/EventRescheduled"}, "says that an event has moved"),
        (EVENT | {"url": "/events/tea/"}, 'says url "/events/tea/", which is not a whole address'),
        (HOURS | {"opens": "10 am"}, 'says opens "10 am", which is no time'),
        (HOURS | {"dayOfWeek": "Mon"}, 'says dayOfWeek "Mon", which is no word'),
        (CRUMBS | {"itemListElement": CRUMBS["itemListElement"][::-1]}, "counts the items of a list otherwise than"),
        (CRUMBS | {"itemListElement": []}, "lacks itemListElement"),
        ({"@context": "https://schema.org", "@type": "BlogPosting", "headline": "A"}, "lacks datePublished"),
        ({"@context": "https://schema.org", "@type": "Library", "name": "A"}, "lacks address"),
    ],
)
def test_what_breaks_one_is_said(node: Any, fault: str):
    assert [one for one in said(node) if one.startswith(fault)], said(node)


def test_what_cannot_be_read_is_said():
    assert read_script("{").faults[0].startswith("is not JSON")


def test_a_problem_names_the_page_and_a_type_without_rules_is_a_note():
    unknown = {"@context": "https://schema.org", "@type": "Volcano"}
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in (HOURS, unknown))
    broken = scripts.replace("Monday", "Moonday")
    found = list(check_structured_data(site({"a/index.html": page(head=broken), "b/index.html": page(head=scripts)})))
    assert [(one.file, one.rule) for one in found] == [
        ("/a/", "publish.structured-data"),
        ("/a/", "publish.unknown-type"),
    ]
