"""Makes RSS 2.0 and Atom of posts (feedgen), with full addresses, ids that stay, and dates from the content only."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from plugins.feeds.model import Feed, published, updated
from plugins.kernel.entry import Entry
from plugins.kernel.text import without_unseen

Format = Literal["rss", "atom"]
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ADDRESS = re.compile(r'(\s(?:href|src|poster|cite)=")([^"]*)"')
# Readers of feeds know one picture, and not a choice of copies.
_SOURCES = re.compile(r'</?picture>|<source [^<>]*>|(?<=")\s(?:srcset|sizes)="[^"]*"(?=[^<>]*>)')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
# What RFC 4151 lets stand in the specific part of a tag, as RFC 3986 writes it (pchar, "/" and "?").
_IN_TAG = "/?:@!$&'()*+,;=~"
STYLE = '<?xml-stylesheet type="text/css" href="{}"?>\n'


def render_feed(feed: Feed, form: Format, now: datetime) -> bytes:
    """Return a feed as UTF-8 XML; the same content gives the same bytes, and `now` counts only where there is none."""
    changed = max(map(updated, feed.entries), default=None) or now
    made = FeedGenerator()
    made.id(feed.site + feed.page)
    made.title(without_unseen(feed.title))
    made.subtitle(without_unseen(feed.subtitle))
    made.description(without_unseen(feed.subtitle))
    made.language(feed.language)
    made.author({"name": feed.author})
    made.updated(changed)
    made.lastBuildDate(changed)
    made.generator("Broadside")
    made.link(href=feed.site + (feed.rss if form == "rss" else feed.atom), rel="self")
    made.link(href=feed.site + feed.page, rel="alternate")
    for entry in feed.entries:
        made.add_entry(_entry(entry, feed.site, form), order="append")
    text: bytes = made.rss_str(pretty=True) if form == "rss" else made.atom_str(pretty=True)
    head, _, body = text.partition(b"\n")
    return head + b"\n" + STYLE.format(feed.style).encode() + body


def _entry(entry: Entry, site: str, form: Format) -> FeedEntry:
    made = FeedEntry()
    made.id(tag_uri(entry, site))
    made.guid(tag_uri(entry, site), permalink=False)
    made.title(without_unseen(entry.title))
    made.link(href=site + entry.address, rel="alternate")
    made.published(published(entry))
    made.updated(updated(entry))
    if entry.summary:
        made.summary(without_unseen(entry.summary))
    text = _absolute(_SOURCES.sub("", without_unseen(entry.content)), entry, site)
    # RSS is easiest to read in a CDATA section; Atom says "html" (RFC 4287, section 4.1.3.1) and escapes.
    is_section = form == "rss" and "]]>" not in text
    made.content(text, type="CDATA" if is_section else "html")
    for author in entry.authors:
        made.author({"name": without_unseen(author)})
    for word in (*entry.tags, *(topic.name.in_(entry.language) for topic in entry.topics)):
        made.category(term=without_unseen(word))
    return made


def _absolute(html: str, entry: Entry, site: str) -> str:
    """Return HTML whose addresses are whole, since a reader of feeds does not know where the text stood."""

    def whole(found: re.Match[str]) -> str:
        address = found[2]
        if not _ELSEWHERE.match(address):
            address = site + address[1:] if address.startswith("/") else urljoin(site + entry.address, address)
        return f'{found[1]}{address}"'

    return _TAG.sub(lambda tag: _ADDRESS.sub(whole, tag[0]), html)


def tag_uri(entry: Entry, site: str) -> str:
    """Return an id that survives a new title or address (RFC 4151): of the post's own id, else of its path and day."""
    day = published(entry).date().isoformat()
    return f"tag:{urlsplit(site).hostname or 'localhost'},{day}:{quote(entry.id or entry.source, safe=_IN_TAG)}"
