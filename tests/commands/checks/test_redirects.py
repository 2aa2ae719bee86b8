"""Redirects end: at a page, or on another host."""

from __future__ import annotations

import pytest

from plugins.commands.checks.page_facts import read_page
from plugins.commands.checks.redirects import check_redirects, read_redirects
from tests.commands.checks.pages import page, site

LEADS_ON = '<html><head><meta http-equiv="refresh" content="0; url=../b/"></head></html>'


def said(**redirects: str) -> list[str]:
    made = site({"b/index.html": page()}, redirects={f"{old}/": new for old, new in redirects.items()})
    return [problem.what for problem in check_redirects(made)]


@pytest.mark.parametrize("new", ["/x/b/", "/x/b/#here", "https://elsewhere.example/", "https://library.example/x/b/"])
def test_one_that_ends_is_fine(new: str):
    assert said(a=new) == []


def test_several_that_end_are_fine():
    assert said(a="/x/c/", c="/x/d/", d="/x/b/") == []


@pytest.mark.parametrize(
    ("redirects", "what"),
    [
        ({"a": "/x/c/"}, "The redirect from /a/ ends at /c/, where there is nothing."),
        ({"a": "/x/c/", "c": "/x/d/"}, "The redirect from /a/ ends at /d/, where there is nothing."),
        ({"a": "/x/a/"}, "The redirect from /a/ to /a/ goes in a circle."),
        ({"a": "/x/c/", "c": "/x/a/"}, "The redirect from /a/ to /c/ to /a/ goes in a circle."),
        ({"b": "https://elsewhere.example/"}, "From /b/ a redirect leads away, and there is a page."),
        ({"a": "mailto:a@b.example"}, "The redirect from /a/ leads to no address on the web."),
    ],
)
def test_one_that_does_not_is_said(redirects: dict[str, str], what: str):
    assert said(**redirects)[0] == what


def test_they_are_read_from_the_file_for_hosts_and_from_pages_that_lead_on():
    text = (
        "# Old addresses.\n/old /b/ 301!\n/old/ /b/ 301!\n/shop https://shop.example/ 301\n/index.php page=3 /b/ 301!\n"
    )
    pages = {"moved/index.html": read_page(LEADS_ON.encode()), "b/index.html": read_page(page().encode())}
    assert read_redirects(text, "/x/", pages) == {
        "moved/": "../b/",
        "old": "/x/b/",
        "old/": "/x/b/",
        "shop": "https://shop.example/",
        "shop/": "https://shop.example/",
    }


def test_a_page_that_leads_on_hides_nothing():
    made = site({"a/index.html": LEADS_ON, "b/index.html": page()}, redirects={"a/": "../b/"})
    assert list(check_redirects(made)) == []
