"""The feeds of a small site, read back by another program."""

from __future__ import annotations

import re

import feedparser
import pytest

SITE = "https://mini.example/a/b/"


@pytest.fixture(scope="module")
def newsroom(site):
    return site("newsroom")


@pytest.mark.parametrize("form", ["rss", "atom"])
@pytest.mark.parametrize(
    ("prefix", "expected"),
    [("", ["garden", "odd", "opening", "hyper", "restructured", "plain"]), ("es/", ["jardin", "opening"])],
)
def test_each_language_has_its_news(newsroom, form, prefix, expected):
    found = feedparser.parse((newsroom.output / f"{prefix}feeds/news.{form}.xml").read_bytes())
    assert not found.bozo
    assert [entry.link for entry in found.entries] == [f"{SITE}{prefix}news/{slug}/" for slug in expected]


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_odd_characters_come_through(newsroom, form):
    found = feedparser.parse((newsroom.output / f"feeds/news.{form}.xml").read_bytes())
    odd = next(entry for entry in found.entries if entry.link.endswith("/odd/"))
    assert odd.title == "Odd ]]> 🫖 bold שלום"
    assert "]]&gt; &amp; 🫖 שלום" in odd.content[0].value


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_no_address_in_a_feed_is_partial(newsroom, form):
    found = feedparser.parse((newsroom.output / f"feeds/news.{form}.xml").read_bytes(), sanitize_html=False)
    for entry in found.entries:
        html = entry.content[0].value
        for address in re.findall(r'<[a-z][^<>]* (?:href|src)="([^"]*)"', html):
            assert address.startswith(("https://", "mailto:")), address


def test_every_page_tells_readers_where_the_feeds_are(newsroom):
    for path in newsroom.output.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert 'type="application/rss+xml"' in page, path
        assert 'type="application/atom+xml"' in page, path
