"""Reads what library.toml says of feeds: when people are told of an event, a hub, what a podcast is about."""

from __future__ import annotations

from typing import TypedDict

from plugins.kernel.library import Library
from plugins.library import rules
from plugins.library.read_links import read_web_address
from plugins.library.reading import Section

# Beyond this, a series would be told of when nobody thinks of it yet.
MOST_DAYS = 120
# What podcast apps sort shows by (Apple's own list of categories).
CATEGORIES = (
    *("Arts", "Business", "Comedy", "Education", "Fiction", "Government", "Health & Fitness", "History"),
    *("Kids & Family", "Leisure", "Music", "News", "Religion & Spirituality", "Science", "Society & Culture"),
    *("Sports", "TV & Film", "Technology", "True Crime"),
)
_DEFAULTS = Library(name="")


class Feeds(TypedDict):
    """What the library says of its feeds."""

    announce_days: int
    hub: str
    podcast_category: str


def read_feeds(section: Section) -> Feeds:
    """Return what stands under [feeds], or the defaults."""
    days = section.number("announce_days", 1, MOST_DAYS)
    return Feeds(
        announce_days=_DEFAULTS.announce_days if days is None else int(days),
        hub=read_web_address(section, "hub"),
        podcast_category=_category(section),
    )


def _category(section: Section) -> str:
    written = section.text("podcast_category", _DEFAULTS.podcast_category)
    found = next((one for one in CATEGORIES if one.casefold() == written.casefold()), "")
    if not found:
        what = f'"{written}" is not a category that podcast apps know.'
        section.report(rules.BAD_CHOICE, "podcast_category", what=what, cure=f"Use one of: {', '.join(CATEGORIES)}.")
    return found or _DEFAULTS.podcast_category
