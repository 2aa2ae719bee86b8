"""Ids that stay whatever else changes: tag URIs (RFC 4151) of a host, a day, and the page's own id or path."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from plugins.feeds.choose_feeds import published
from plugins.kernel.entry import Entry

# What RFC 4151 lets stand in the specific part of a tag, as RFC 3986 writes it (pchar, "/" and "?").
_IN_TAG = "/?:@!$&'()*+,;=~"
# Events move from day to day, and their ids must not: all are of the year in which these ids begin.
EVENTS_SINCE = "2026"


def tag_uri(entry: Entry, site: str) -> str:
    """Return the id of a post: of its own id, else of its path, and of the day on which it was published."""
    return _tag(site, published(entry).date().isoformat(), entry.id or entry.source)


def event_uri(entry: Entry, site: str, host: str = "") -> str:
    """Return the id of news of an event; `host` is the one its calendars name, where that is not the site's."""
    return _tag(f"https://{host}/" if host else site, EVENTS_SINCE, f"events/{entry.id}")


def _tag(site: str, day: str, name: str) -> str:
    # What no text can hold, a JSON file may: half of a pair of surrogates.
    return f"tag:{urlsplit(site).hostname or 'localhost'},{day}:{quote(name, safe=_IN_TAG, errors='surrogatepass')}"
