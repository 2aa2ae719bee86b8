"""What a feed is: its titles, its addresses, and the entries it announces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from plugins.kernel.entry import Entry

LIMIT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed: `site` is the site's address with a slash at its end, `rss` and `atom` are those of its two formats."""

    title: str
    subtitle: str
    language: str
    site: str
    page: str
    rss: str
    atom: str
    author: str
    style: str
    entries: tuple[Entry, ...]


def feed_entries(entries: Sequence[Entry], language: str) -> tuple[Entry, ...]:
    """Return the newest listed posts in a language."""
    posts = [one for one in entries if one.kind == "post" and one.listed and one.published and one.language == language]
    return tuple(sorted(posts, key=lambda one: (-published(one).timestamp(), one.address))[:LIMIT])


def published(entry: Entry) -> datetime:
    """Return when an entry was first public; raises ValueError for one that says nothing of it."""
    if entry.published is None:
        raise ValueError(entry.address)
    return entry.published


def updated(entry: Entry) -> datetime:
    """Return when an entry last changed."""
    return entry.updated or published(entry)
