"""Makes JSON Feed 1.1 of items (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from plugins.feeds.model import Attachment, Feed, Item

VERSION = "https://jsonfeed.org/version/1.1"


def render_json(feed: Feed, items: Sequence[Item]) -> bytes:
    """Return a feed as JSON."""
    said = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.site + feed.page,
        "feed_url": feed.site + feed.address("json"),
        "description": feed.subtitle,
        "language": feed.language,
        "authors": [{"name": feed.author, "url": feed.site}],
        "hubs": [{"type": "WebSub", "url": feed.hub}] if feed.hub else [],
    }
    whole = _without_empty(said) | {"items": [_item(item) for item in items]}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _item(item: Item) -> dict[str, Any]:
    text = {"content_html": item.html} if item.html else {"content_text": item.summary or item.title}
    said = {
        "id": item.id,
        "url": item.address,
        "title": item.title,
        **text,
        "summary": item.summary,
        "image": item.image.address if item.image else "",
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.categories),
        "language": item.language,
        "attachments": [_attachment(one, item) for one in (item.audio, item.image) if one],
    }
    return _without_empty(said)


def _attachment(one: Attachment, item: Item) -> dict[str, Any]:
    seconds = item.seconds if one is item.audio else 0
    return _without_empty(
        {
            "url": one.address,
            "mime_type": one.type,
            "title": one.text,
            "size_in_bytes": one.size_bytes,
            "duration_in_seconds": seconds,
        }
    )


def _without_empty(said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value}
