"""Feeds and other files for programs hold what their standards ask for."""

from __future__ import annotations

import json

import pytest

from plugins.commands.checks.feeds import feed_faults, json_faults

ENTRY = "<entry><id>tag:a</id><title>A</title><updated>2026-10-08T14:20:00Z</updated><link href='https://a.example/'/></entry>"
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><id>tag:f</id><title>F</title><updated>2026-10-08T14:20:00Z</updated>"
    f"<link rel='self' href='https://a.example/f.xml'/><author><name>L</name></author>{ENTRY}</feed>"
)
ITEM = "<item><title>A</title><guid>a</guid><pubDate>Thu, 08 Oct 2026 14:20:00 +0000</pubDate></item>"
RSS = (
    "<rss version='2.0'><channel><title>F</title><link>https://a.example/</link><description>D</description>"
    f"{ITEM}</channel></rss>"
)
OPML = (
    "<opml version='2.0'><head><title>F</title></head><body><outline type='rss' text='A' xmlUrl='https://a.example/f'/>"
    "</body></opml>"
)
MAP = (
    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://a.example/</loc>"
    "<lastmod>2026-10-08</lastmod></url></urlset>"
)


@pytest.mark.parametrize("text", [ATOM, RSS, OPML, MAP, "<svg/>"])
def test_what_is_as_it_should_be_is_fine(text: str):
    assert list(feed_faults(text.encode())) == []


@pytest.mark.parametrize(
    ("text", "old", "new", "fault"),
    [
        (ATOM, "</feed>", "", "is not well-formed XML"),
        (ATOM, "<title>F</title>", "", "lacks title, of it"),
        (ATOM, "<id>tag:f</id>", "<id> </id>", "lacks id, of it"),
        (ATOM, "<title>A</title>", "", 'lacks title, of "tag:a"'),
        (ATOM, "<updated>2026-10-08T14:20:00Z</updated><link href", "<link href", 'lacks updated, of "A"'),
        (ATOM, "2026-10-08T14:20:00Z", "8 October", 'has a date that is none: "8 October"'),
        (ATOM, " rel='self'", "", "does not say where it lies"),
        (ATOM, "<author><name>L</name></author>", "", 'does not say who wrote "A"'),
        (ATOM, "<link href='https://a.example/'/>", "", 'has an entry "A" with neither a text nor a link'),
        (ATOM, ENTRY, ENTRY * 2, 'has the id "tag:a" 2 times'),
        (RSS, "channel", "canal", "has no channel"),
        (RSS, "<description>D</description>", "", "lacks description, of it"),
        (RSS, "<guid>a</guid>", "", "has an item without a guid (A)"),
        (RSS, "<title>A</title>", "", "has an item with neither a title nor a description"),
        (RSS, "Thu, 08 Oct 2026 14:20:00 +0000", "soon", 'has a date that is none: "soon"'),
        (RSS, ITEM, ITEM * 2, 'has the id "a" 2 times'),
        (RSS, "</item>", "<enclosure url='a.mp3' type='audio/mpeg'/></item>", "has a recording without address"),
        (OPML, " xmlUrl='https://a.example/f'", "", "names a feed without its address or its title"),
        (OPML, "<title>F</title>", "", "has no title or no body"),
        (MAP, "https://a.example/", "/", "names a page without its whole address"),
        (MAP, "2026-10-08", "8 October", 'has a date that is none: "8 October"'),
    ],
)
def test_what_is_not_is_said(text: str, old: str, new: str, fault: str):
    assert old in text
    found = list(feed_faults(text.replace(old, new).encode()))
    assert [one for one in found if one.startswith(fault)], found


def test_nothing_that_a_file_names_is_read(tmp_path):
    (tmp_path / "secret").write_text("the secret", encoding="utf-8")
    named = f'<!DOCTYPE f [<!ENTITY s SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    text = ATOM.replace("<title>F</title>", "<title>&s;</title>")
    assert "the secret" not in "".join(feed_faults(f"{named}{text}".encode()))


FEED = {"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [{"id": "a", "content_text": "A"}]}


@pytest.mark.parametrize("record", [FEED, {"events": []}, []])
def test_json_that_is_as_it_should_be_is_fine(record: object):
    assert list(json_faults(json.dumps(record).encode())) == []


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        (FEED | {"title": ""}, "lacks a title"),
        (FEED | {"items": [{"id": "a"}]}, "has an item without a text (a)"),
        (FEED | {"items": [{"content_text": "A"}]}, "has 1 entries without an id"),
        (FEED | {"items": [*FEED["items"], *FEED["items"]]}, 'has the id "a" 2 times'),
        (FEED | {"items": [FEED["items"][0] | {"date_published": "soon"}]}, 'has a date that is none: "soon"'),
    ],
)
def test_a_json_feed_that_is_not_is_said(record: object, fault: str):
    assert [one for one in json_faults(json.dumps(record).encode()) if one.startswith(fault)]


def test_json_that_cannot_be_read_is_said():
    assert next(json_faults(b'{"a": }')).startswith("is not JSON")
