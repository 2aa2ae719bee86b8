"""The small texts of a site say what is so, for crawlers, for finders of faults and for people."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from plugins.kernel.library import Contact, Library
from plugins.sitemap.render_texts import render_humans, render_robots, render_security

LIBRARY = Library(name="Juniper", address="https://juniper.example/x/", languages=("en", "es"))
MAIL, PHONE = Contact(email="ask@juniper.example", phone="555 0100"), Contact(phone="555 0100")


def test_crawlers_are_led_to_the_map_but_kept_out_of_a_preview():
    assert "Sitemap: https://juniper.example/x/sitemap.xml" in render_robots(LIBRARY, is_preview=False)
    assert "Disallow: /\n" in render_robots(LIBRARY, is_preview=True)


@pytest.mark.parametrize(
    ("contact", "line"), [(MAIL, "Contact: mailto:ask@juniper.example"), (PHONE, "Contact: tel:5550100")]
)
def test_who_finds_a_hole_is_told_whom_to_tell(contact: Contact, line: str):
    from dataclasses import replace

    text = render_security(replace(LIBRARY, contact=contact), datetime(2026, 10, 8, tzinfo=UTC))
    assert text.splitlines() == [
        line,
        "Expires: 2027-09-01T00:00:00Z",
        "Preferred-Languages: en, es",
        "Canonical: https://juniper.example/x/.well-known/security.txt",
    ]


def test_without_anybody_to_tell_there_is_no_such_file():
    assert render_security(LIBRARY, datetime(2026, 10, 8, tzinfo=UTC)) == ""


@pytest.mark.parametrize(("month", "expires"), [(1, "2026-12-01"), (2, "2027-01-01"), (12, "2027-11-01")])
def test_it_expires_within_a_year_and_changes_once_a_month(month: int, expires: str):
    library = Library(name="A", contact=MAIL)
    first, last = (datetime(2026, month, day, 12, tzinfo=UTC) for day in (1, 28))
    assert f"Expires: {expires}T" in render_security(library, first)
    assert render_security(library, first) == render_security(library, last)


def test_people_read_whose_site_it_is():
    text = render_humans(Library(name="Juniper", address="https://juniper.example/", contact=MAIL))
    assert text.startswith("/* LIBRARY */\nJuniper\nask@juniper.example\n")
    assert "Software: Broadside" in text
