"""Addresses on the web: whole ones, what of one may be shown, and where a Google Sheet has its CSV."""

from __future__ import annotations

import pytest

from plugins.tools.web_address import (
    MissingSecretError,
    csv_address,
    holds_secret,
    is_web_address,
    masked,
    with_secrets,
)

SHEET = "https://docs.google.com/spreadsheets/d/1AbC-d_9"
PUBLISHED = "https://docs.google.com/spreadsheets/d/e/2PACX-1vQ"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://vendor.example/events.csv", True),
        ("HTTP://vendor.example", True),
        ("https://vendor.example:8443/a?b=c#d", True),
        ("https://user:word@vendor.example/", True),
        ("https://vendor.example/${VENDOR_KEY}/events.csv", True),
        ("http://[::1]:8000/", True),
        ("ftp://vendor.example/events.csv", False),
        ("file:///etc/passwd", False),
        ("https:///events.csv", False),
        ("https://@/", False),
        ("https://vendor.example:port/", False),
        ("https://vendor.example:99999/", False),
        ("https://vendor.example\\@other.example/", False),
        ("https://[half/", False),
        ("https://vendor.example/a b", False),
        ("vendor.example/events.csv", False),
        ("", False),
    ],
)
def test_a_whole_address_has_a_scheme_of_the_web_and_a_host(text, is_one):
    assert is_web_address(text) is is_one


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://vendor.example/events.csv", "https://vendor.example/events.csv"),
        ("https://ask:sesame@vendor.example/a", "https://…@vendor.example/a"),
        ("https://vendor.example/a?key=s3same&all", "https://vendor.example/a?key=…&…"),
        ("https://vendor.example/a#s3same", "https://vendor.example/a"),
        ("https://vendor.example/p/9f8e7d6c5b4a39281706f5/e.csv", "https://vendor.example/p/…/e.csv"),
        (
            "https://vendor.example/calendar-of-all-our-branches/",
            "https://vendor.example/calendar-of-all-our-branches/",
        ),
        ("https://vendor.example/${KEY}/e.csv", "https://vendor.example/${KEY}/e.csv"),
        ("https://[half/secret", "https:…"),
    ],
)
def test_what_is_shown_of_an_address_holds_no_secret(address, shown):
    assert masked(address) == shown


@pytest.mark.parametrize(
    ("address", "csv"),
    [
        (f"{SHEET}/edit", f"{SHEET}/export?format=csv"),
        (f"{SHEET}/edit?usp=sharing", f"{SHEET}/export?format=csv"),
        (f"{SHEET}/edit#gid=77", f"{SHEET}/export?format=csv&gid=77"),
        (f"{SHEET}/edit?gid=5#gid=77", f"{SHEET}/export?format=csv&gid=77"),
        (f"{SHEET}/view", f"{SHEET}/export?format=csv"),
        (SHEET, f"{SHEET}/export?format=csv"),
        (f"{SHEET}/export?format=csv&gid=77", f"{SHEET}/export?format=csv&gid=77"),
        (f"{SHEET}/gviz/tq?tqx=out:csv", f"{SHEET}/gviz/tq?tqx=out:csv"),
        (f"{PUBLISHED}/pubhtml", f"{PUBLISHED}/pub?output=csv"),
        (f"{PUBLISHED}/pubhtml?gid=5&single=true", f"{PUBLISHED}/pub?output=csv&gid=5&single=true"),
        (f"{PUBLISHED}/pub?output=csv", f"{PUBLISHED}/pub?output=csv"),
        ("https://docs.google.com/document/d/1AbC/edit", "https://docs.google.com/document/d/1AbC/edit"),
        ("https://vendor.example/spreadsheets/d/1AbC/edit", "https://vendor.example/spreadsheets/d/1AbC/edit"),
    ],
)
def test_the_page_of_a_google_sheet_leads_to_its_csv(address, csv):
    assert csv_address(address) == csv


@pytest.mark.parametrize(
    ("address", "holds"),
    [
        ("https://me:sesame@v.example/", True),
        ("https://me@v.example/", False),
        ("https://me:${WORD}@v.example/", False),
        ("https://v.example/?api_key=abc", True),
        ("https://v.example/?access_token=abc&x=1", True),
        ("https://v.example/?api_key=${KEY}", False),
        ("https://v.example/?key=&monkey=7&keyword=tea", False),
    ],
)
def test_an_address_that_holds_a_secret_is_told_from_one_that_does_not(address, holds):
    assert holds_secret(address) is holds


def test_a_secret_comes_from_the_environment():
    assert with_secrets("https://v.example/?k=${KEY}", {"KEY": "abc"}) == "https://v.example/?k=abc"
    with pytest.raises(MissingSecretError, match="KEY"):
        with_secrets("https://v.example/?k=${KEY}", {"KEY": ""})
