"""Makes RSS 2.0 and Atom of items (feedgen), with ids that stay, and dates from the content only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from plugins.feeds.extend_feed import NAME, FeedParts, ItemParts
from plugins.feeds.model import TYPES, Feed, Item

Format = Literal["rss", "atom"]
STYLE = '<?xml-stylesheet type="text/css" href="{}"?>\n'


def render_feed(feed: Feed, items: Sequence[Item], form: Format, notice: tuple[str, str], now: datetime) -> bytes:
    """Return a feed as UTF-8 XML; the same content gives the same bytes, and of `now` only the year counts.

    `notice` is a sentence for people who open the feed in a browser, and the words of the link that follows.
    """
    made = _head(feed, form, max((one.updated for one in items), default=None) or beginning_of_year(now))
    made.register_extension(NAME, FeedParts, ItemParts)
    made.site.feed, made.site.form, made.site.notice = feed, form, notice
    for item in items:
        # One that is added before it has its parts would be dated and ordered by feedgen.
        entry = made.add_entry(_entry(item, form), order="append")
        entry.site.item, entry.site.is_show = item, feed.is_show
    text: bytes = made.rss_str(pretty=True) if form == "rss" else made.atom_str(pretty=True)
    head, _, body = text.partition(b"\n")
    return head + b"\n" + STYLE.format(feed.style).encode() + body


def beginning_of_year(now: datetime) -> datetime:
    """Return when a feed of nothing is taken to have changed: Atom wants a date, and that of now never stays."""
    return datetime(now.year, 1, 1, tzinfo=now.tzinfo)


def _head(feed: Feed, form: Format, changed: datetime) -> FeedGenerator:
    made = FeedGenerator()
    made.id(feed.id)
    made.title(feed.title)
    made.subtitle(feed.subtitle)
    made.description(feed.subtitle)
    made.language(feed.language)
    made.author({"name": feed.author})
    made.updated(changed)
    made.lastBuildDate(changed)
    made.generator("Broadside")
    made.link(href=feed.site + feed.address(form), rel="self", type=TYPES[form])
    if feed.hub:
        made.link(href=feed.hub, rel="hub")
    made.link(href=feed.site + feed.page, rel="alternate", type="text/html")
    return made


def _entry(item: Item, form: Format) -> FeedEntry:
    made = FeedEntry()
    made.guid(item.id, permalink=False)
    made.title(item.title)
    made.link(href=item.address, rel="alternate")
    made.published(item.published)
    made.updated(item.updated)
    if item.summary:
        made.summary(item.summary)
    if item.html:
        # RSS is easiest to read in a CDATA section; Atom says "html" (RFC 4287, section 4.1.3.1) and escapes.
        is_section = form == "rss" and "]]>" not in item.html
        made.content(item.html, type="CDATA" if is_section else "html")
    for author in item.authors:
        made.author({"name": author})
    for word in item.categories:
        made.category(term=word)
    return made
