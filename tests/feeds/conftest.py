"""What the tests of feeds share: a post, an event's news, an episode, and the files that are made of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.feeds.model import EVERY_FORM, RSS_ONLY, SHOW, Attachment, Feed, Form, Shelf
from plugins.feeds.write_feed import Writing
from plugins.kernel.entry import Entry
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Audience, Branch, Topic
from plugins.tools.interface import read_interface

ROOT = Path(__file__).resolve().parents[2]
ZONE = ZoneInfo("America/Denver")
SITE = "https://mini.example/a/b/"
NOW = datetime(2026, 10, 8, 14, 20, tzinfo=ZONE)
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
    authors=("Press desk", "Local Studies"),
    tags=("Local history",),
    topics=(Topic(id="stories", name=Phrase(default="Stories")),),
    image="images/tea.jpg",
    image_alt="A cup of tea & a spoon",
    source="posts/2026-09-01-opening.md",
)
EVENT = Entry(
    kind="event",
    address="events/walk/",
    title="River Walk",
    language="en",
    summary="Along the river.",
    body="<p>Along the <em>river</em>, and <a href='/about/'>back</a>.</p>".replace("'", '"'),
    id="walk",
    published=datetime(2026, 9, 19, 14, 0, tzinfo=ZONE),
    branches=(Branch(id="central", name=Phrase(default="Central")),),
    audiences=(Audience(id="adults", name=Phrase(default="Adults")),),
    starts=datetime(2026, 10, 17, 14, 0, tzinfo=ZONE),
    ends=datetime(2026, 10, 17, 15, 30, tzinfo=ZONE),
    place="Central, Main Hall",
    status="confirmed",
    next_dates=(datetime(2026, 10, 17, 14, 0, tzinfo=ZONE),),
    source="events/all.csv",
)
EPISODE = replace(
    POST,
    title="Number one",
    audio="audio/one.mp3",
    transcript="audio/one.vtt",
    program="late",
    image="",
    source="posts/one.md",
)
FILES = {
    "images/tea.jpg": Attachment(address=f"{SITE}images/tea.jpg", type="image/jpeg", size_bytes=4321),
    "audio/one.mp3": Attachment(address=f"{SITE}audio/one.mp3", type="audio/mpeg", size_bytes=123456),
    "audio/one.vtt": Attachment(address=f"{SITE}audio/one.vtt", type="text/vtt", size_bytes=99),
}
FEED = Feed(
    shelf=Shelf(id="news"),
    name="News",
    title="Mini Library: News",
    subtitle="What is new",
    language="en",
    site=SITE,
    page="news/",
    prefix="",
    author="Mini Library",
    forms=EVERY_FORM,
)
EVERYTHING = replace(FEED, shelf=Shelf(), name="Everything new", title="Mini Library: Everything new", page="")
SHOW_FEED = replace(
    FEED,
    shelf=Shelf(kind=SHOW, id="late"),
    name="Late",
    title="Late",
    page="programs/late/",
    forms=RSS_ONLY,
    email="ask@mini.example",
    category="Arts",
    cover=Attachment(address=f"{SITE}images/late.png", type="image/png", size_bytes=999),
)
say = partial(read_interface(ROOT / "theme/translations").say, "en")


@pytest.fixture(scope="session")
def write() -> Callable[..., bytes]:
    """Return a function from a form and entries to the file of a feed."""

    def written(form: Form, *entries: Entry, feed: Feed = FEED, now: datetime = NOW, **more: Any) -> bytes:
        said = partial(read_interface(ROOT / "theme/translations").say, feed.language) if feed.language != "en" else say
        writing = Writing(feed=feed, entries=entries, say=said, host="", files=FILES)
        return writing.data(form, more.get("seconds", {"audio/one.mp3": 754}), now)

    return written
