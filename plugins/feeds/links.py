"""Leads from a feed into what people read feeds with: the app on their device, or one on the web."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderLink:
    """One way to follow a feed; `name` is that of a service, "" for whatever app the device has."""

    name: str
    address: str


def reader_links(full: str, *, is_show: bool = False) -> tuple[ReaderLink, ...]:
    """Return the ways to follow a feed by its full address."""
    if is_show:
        return (ReaderLink(name="", address=f"podcast://{full.partition('://')[2]}"),)
    return (
        ReaderLink(name="", address=f"feed:{full}"),
        ReaderLink(name="Feedly", address=f"https://feedly.com/i/subscription/feed/{quote(full, safe='')}"),
        ReaderLink(name="Inoreader", address=f"https://www.inoreader.com/?{urlencode({'add_feed': full})}"),
        ReaderLink(name="NewsBlur", address=f"https://www.newsblur.com/?{urlencode({'url': full})}"),
    )
