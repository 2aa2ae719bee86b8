"""What the feeds of a site are called and follow, in each language, and which of them nobody wants."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.feeds.choose_feeds import Stock
from plugins.feeds.name_feeds import Names
from plugins.feeds.site_feeds import SiteFeeds
from plugins.feeds.tell_pages import PageFeeds
from plugins.kernel.entry import Entry
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Audience, Branch, Library, Topic
from plugins.tools.interface import read_interface
from tests.feeds.conftest import EPISODE, EVENT, NOW, POST, SITE

INTERFACE = read_interface(Path(__file__).resolve().parents[2] / "theme/translations")
LIBRARY = Library(
    name="Mini Library",
    address=SITE,
    languages=("en", "es"),
    branches=(Branch(id="central", name=Phrase(default="Central")), Branch(id="north", name=Phrase(default="North"))),
    audiences=(Audience(id="adults", name=Phrase(default="Adults", by_language={"es": "Adultos"})),),
    topics=(Topic(id="stories", name=Phrase(default="Stories", by_language={"es": "Cuentos"})),),
)
LATE = Entry(
    kind="program", address="programs/late/", title="Returned Late", language="en", program="late", summary="Heard."
)
ENTRIES = [
    POST,
    EPISODE,
    replace(EPISODE, program="", address="news/two/", id="two"),
    replace(EVENT, published=None, news=(EVENT,), program="nobody-knows"),
    replace(POST, language="de", address="de/news/auf/", tags=("Alt",), topics=()),
    LATE,
]
PAGES = {
    "news/",
    "es/events/audience/adults/",
    "events/",
    "",
    "es/",
    "es/news/",
    "es/events/",
    "branches/central/",
    "programs/late/",
    "topics/stories/",
}


def feeds(**more) -> SiteFeeds:
    return SiteFeeds(
        Stock(ENTRIES, NOW, **more),
        Names(ENTRIES, LIBRARY),
        LIBRARY,
        prefix=lambda language: "" if language == "en" else f"{language}/",
        say=INTERFACE.say,
        has=PAGES.__contains__,
    )


def named(language: str, **more):
    return {held.feed.shelf.name: held.feed for held in feeds(**more).by_language[language]}


def test_which_feeds_there_are_in_each_language():
    assert list(named("en")) == [
        "all", "news", "events", "changes", "branch/central", "audience/adults", "topic/stories", "program/late",
        "tag/local-history", "show/library", "show/late",
    ]  # fmt: skip
    assert list(named("es")) == ["all", "news", "events", "changes", "branch/central", "audience/adults"]
    assert list(named("de")) == ["all", "news", "tag/alt"]


@pytest.mark.parametrize(
    ("language", "name", "title", "page"),
    [
        ("en", "all", "Mini Library: Everything new", ""),
        ("en", "news", "Mini Library: News", "news/"),
        ("es", "audience/adults", "Mini Library: Adultos", "es/events/audience/adults/"),
        ("es", "branch/central", "Mini Library: Central", "branches/central/"),
        ("en", "topic/stories", "Mini Library: Stories", "topics/stories/"),
        ("en", "show/late", "Returned Late", "programs/late/"),
        ("en", "show/library", "Mini Library", "news/"),
    ],
)
def test_what_a_feed_is_called_and_which_page_it_follows(language, name, title, page):
    feed = named(language)[name]
    assert (feed.title, feed.page) == (title, page)
    assert feed.address(feed.forms[0]).startswith(f"{feed.prefix}feeds/{name}.")
    assert feed.twin == f"{feed.prefix}feeds/{name}/"


def test_a_show_is_described_as_its_program_is():
    assert named("en")["show/late"].subtitle == "Heard."


@pytest.mark.parametrize(
    ("left_out", "gone"),
    [(("tag",), {"tag/local-history"}), (("all", "show"), {"all", "show/late", "show/library"}), (("news",), set())],
)
def test_feeds_that_nobody_wants_are_not_made(left_out, gone):
    assert set(named("en")) - set(named("en", left_out=left_out)) == gone


def test_pages_know_their_feeds_and_the_news_are_not_offered_twice():
    found = PageFeeds(feeds(), INTERFACE.say)
    assert [address for _, address, _ in found.feeds["news/"]] == ["feeds/news.json", "feeds/show/library.rss.xml"]
    assert [address for _, address, _ in found.feeds["branches/central/"]] == ["feeds/branch/central.atom.xml"]
    assert [address for _, address, _ in found.feeds[EPISODE.address]] == ["feeds/show/late.rss.xml"]
    assert {row.group for row in found.rows("es")} == {"La biblioteca", "Por sucursal", "Para quién"}
    assert found.rows("en")[0].main.full == f"{SITE}feeds/all.atom.xml"
    assert found.rows("en")[-1].readers[0].address == "podcast://mini.example/a/b/feeds/show/late.rss.xml"
