"""RSS and Atom as another program reads them: whole addresses, ids that stay, dates, and any characters."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import feedparser
import pytest
from lxml import etree

from plugins.feeds.model import Feed, feed_entries
from plugins.feeds.render_feed import render_feed, tag_uri
from plugins.kernel.entry import Entry
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Topic

ZONE = ZoneInfo("America/Denver")
SITE = "https://mini.example/a/b/"
POST = Entry(
    kind="post",
    address="news/opening/",
    title="The doors open",
    language="en",
    summary="In short.",
    body='<p>See <a href="/about/">us</a>, <a href="../garden/?a=1&amp;b=2">it</a>, <a href="#down">below</a>, '
    '<a href="https://a.example/">far</a>, <a href="mailto:a@b.example">write</a> and <img src="/images/tea.svg">.</p>',
    published=datetime(2026, 9, 1, 10, 30, tzinfo=ZONE),
    updated=datetime(2026, 9, 2, 9, 0, tzinfo=ZONE),
    authors=("Ann Lee", "Bo Roe"),
    tags=("Local history",),
    topics=(Topic(id="stories", name=Phrase(default="Stories")),),
    source="posts/2026-09-01-opening.md",
)
FORMS = ("rss", "atom")

NOW = datetime(2026, 10, 8, 14, 20, tzinfo=ZONE)


def feed(*entries):
    return Feed(
        title="Mini Library: News",
        subtitle="What is new",
        language="en",
        site=SITE,
        page="news/",
        rss="feeds/news.rss.xml",
        atom="feeds/news.atom.xml",
        author="Mini Library",
        style=f"{SITE}feeds/feed.css",
        entries=entries,
    )


def read(form, *entries):
    read_back = feedparser.parse(render_feed(feed(*entries), form, NOW))
    assert not read_back.bozo, read_back.get("bozo_exception")
    return read_back


def content_of(entry):
    return entry.content[0].value


@pytest.mark.parametrize("form", FORMS)
def test_what_a_feed_says_of_itself(form):
    found = read(form, POST)
    assert found.version == {"rss": "rss20", "atom": "atom10"}[form]
    assert (found.feed.title, found.feed.subtitle) == ("Mini Library: News", "What is new")
    assert (found.feed.link, found.feed.language) == (f"{SITE}news/", "en")
    assert f"{SITE}feeds/news.{form}.xml" in [link.href for link in found.feed.links if link.rel == "self"]
    assert found.feed.updated_parsed[:5] == (2026, 9, 2, 15, 0)


@pytest.mark.parametrize("form", FORMS)
def test_what_it_says_of_a_post(form):
    (entry,) = read(form, POST).entries
    assert (entry.title, entry.link, entry.summary) == ("The doors open", f"{SITE}news/opening/", "In short.")
    assert entry.id == "tag:mini.example,2026-09-01:posts/2026-09-01-opening.md"
    assert entry.published_parsed[:5] == (2026, 9, 1, 16, 30)
    assert [tag.term for tag in entry.tags] == ["Local history", "Stories"]


def test_atom_names_authors_and_the_last_change():
    (entry,) = read("atom", POST).entries
    assert [author.name for author in entry.authors] == ["Ann Lee", "Bo Roe"]
    assert entry.updated_parsed[:5] == (2026, 9, 2, 15, 0)


@pytest.mark.parametrize("form", FORMS)
def test_every_address_is_whole(form):
    (entry,) = read(form, POST).entries
    for address in (
        f'href="{SITE}about/"',
        f'href="{SITE}news/garden/?a=1&amp;b=2"',
        f'href="{SITE}news/opening/#down"',
        'href="https://a.example/"',
        'href="mailto:a@b.example"',
        f'src="{SITE}images/tea.svg"',
    ):
        assert address in content_of(entry)


def test_atom_says_that_its_text_is_html():
    root = etree.fromstring(render_feed(feed(POST), "atom", NOW))
    assert [one.get("type") for one in root.iter("{http://www.w3.org/2005/Atom}content")] == ["html"]


@pytest.mark.parametrize("form", FORMS)
def test_an_id_stays_when_title_address_and_text_change(form):
    before, after = (
        read(form, one).entries[0].id
        for one in (POST, replace(POST, title="New", address="news/new/", body="New", updated=None))
    )
    assert before == after


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (POST, "tag:mini.example,2026-09-01:posts/2026-09-01-opening.md"),
        (replace(POST, id="opening-2026"), "tag:mini.example,2026-09-01:opening-2026"),
        (replace(POST, source="posts/a é.md"), "tag:mini.example,2026-09-01:posts/a%20%C3%A9.md"),
        (replace(POST, id="a#b<c>"), "tag:mini.example,2026-09-01:a%23b%3Cc%3E"),
    ],
)
def test_ids_are_tags(entry, expected):
    assert tag_uri(entry, SITE) == expected


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a ]]&gt; b</p>", "<p>a ]]&gt; b</p>"),
        ("<pre>a ]]> b</pre>", "<pre>a ]]> b</pre>"),
        ("<p>🫖 &amp; שלום</p>", "<p>🫖 &amp; שלום</p>"),
        ("<p>a\x00b\x0bc\x1fd\ufffee</p>", "<p>abcde</p>"),
        ("<p>&lt;script&gt;</p>", "<p>&lt;script&gt;</p>"),
        ('<code>&lt;a href="/x"&gt;</code>', '<code>&lt;a href="/x"&gt;</code>'),
        ("", None),
    ],
)
def test_any_text_makes_a_sound_feed(form, text, expected):
    (entry,) = read(form, replace(POST, body=text)).entries
    assert expected in (None, content_of(entry) if text else None)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "title",
    ["Tea & cake", "a < b > c", "]]>", "🫖", "מה חדש", "bell \x07 rings", "&amp; as written", "“quoted” 'so'"],
)
def test_any_title_is_read_back_as_it_was(form, title):
    root = etree.fromstring(render_feed(feed(replace(POST, title=title, tags=(title,), summary=title)), form, NOW))
    titles = [one.text for one in root.iter("{*}title")]
    assert titles[1:] == [title.replace("\x07", "")]


@pytest.mark.parametrize("form", FORMS)
def test_two_renders_are_the_same_bytes(form):
    assert render_feed(feed(POST), form, NOW) == render_feed(feed(POST), form, NOW)


@pytest.mark.parametrize("form", FORMS)
def test_now_stands_only_in_a_feed_of_nothing(form):
    assert b"2026-10-08" not in render_feed(feed(POST), form, NOW)
    assert read(form).feed.updated_parsed[:3] == (2026, 10, 8)


def test_a_feed_holds_the_newest_listed_posts_of_its_language():
    posts = [
        replace(POST, address=f"news/{day}/", published=datetime(2026, 9, day, tzinfo=ZONE), updated=None)
        for day in range(1, 29)
    ]
    others = [
        replace(POST, kind="page"),
        replace(POST, listed=False),
        replace(POST, language="es"),
        replace(POST, published=None),
    ]
    found = feed_entries([*others, *posts], "en")
    assert [one.address for one in found] == [f"news/{day}/" for day in range(28, 8, -1)]


@pytest.mark.parametrize("form", FORMS)
def test_the_order_is_kept(form):
    found = read(form, replace(POST, title="1"), replace(POST, title="2", id="2"))
    assert [entry.title for entry in found.entries] == ["1", "2"]
