"""What the standards ask of a feed, as questions to its bytes: each returns the faults it finds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

A = "{http://www.w3.org/2005/Atom}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
# RFC 4151: tag:authority,date:specific
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:[A-Za-z0-9/?:@!$&'()*+,;=~._%-]+")
_LIMIT_BYTES = 512_000


def of(data: bytes, address: str) -> list[str]:
    """Return the faults of a feed at a full address, whatever its form."""
    found = [f"{len(data)} bytes"] if len(data) > _LIMIT_BYTES else []
    if address.endswith(".json"):
        return [*found, *of_json(data, address)]
    root = etree.fromstring(data)
    style = data.split(b"\n")[1]
    found += [] if style.startswith(b'<?xml-stylesheet type="text/css" href="../') else ["no stylesheet"]
    return [*found, *(of_rss if root.tag == "rss" else of_atom)(root, address)]


def _whole(address: str | None) -> bool:
    return bool(address) and urlsplit(address or "").scheme in {"http", "https"}


def _partial(html: str | None) -> Iterator[str]:
    """Yield each address in HTML that is not whole."""
    for tag in re.findall(r"<[a-z][^<>]*>", html or ""):
        for address in re.findall(r'\s(?:href|src|poster|cite)="([^"]*)"', tag):
            if not re.match(r"(?:https?|mailto|tel):", address):
                yield f"partial address {address}"


def of_atom(root: Any, address: str) -> Iterator[str]:
    """RFC 4287, section 4.1."""
    for place, node in (("feed", root), *(("entry", one) for one in root.iter(f"{A}entry"))):
        yield from (f"{place}: {fault}" for fault in _of_node(node))
    if root.find(f"{A}author") is None:
        yield "no author"
    if [one.get("href") for one in root.findall(f"{A}link") if one.get("rel") == "self"] != [address]:
        yield "self is not where it is"
    ids = [one.text for one in root.findall(f"{A}entry/{A}id")]
    yield from (f"id {one}" for one in ids if not TAG.fullmatch(one))
    yield from [] if len(set(ids)) == len(ids) else ["an id is there twice"]
    for content in root.iter(f"{A}content"):
        yield from [] if content.get("type") == "html" else ["content that is no html"]
        yield from _partial(content.text)


def _of_node(node: Any) -> Iterator[str]:
    for name in ("id", "title", "updated"):
        found = node.findall(A + name)
        if len(found) != 1 or not (found[0].text or "").strip():
            yield f"{len(found)} {name}"
    for one in (*node.findall(f"{A}updated"), *node.findall(f"{A}published")):
        yield from [] if datetime.fromisoformat(one.text).tzinfo else ["a date without a zone"]
    links = node.findall(f"{A}link")
    alternates = [one for one in links if one.get("rel", "alternate") == "alternate"]
    if len(alternates) != 1 or not _whole(alternates[0].get("href")) or alternates[0].get("type") != "text/html":
        yield f"{len(alternates)} alternate links"
    enclosures = [one for one in links if one.get("rel") == "enclosure"]
    yield from ("an enclosure without type or length" for one in enclosures if not _is_sized(one))


def _is_sized(link: Any) -> bool:
    return bool(link.get("type")) and int(link.get("length", "0")) > 0


def of_rss(root: Any, address: str) -> Iterator[str]:
    """RSS 2.0, and the best practices profile of the RSS Advisory Board."""
    (channel,) = root.findall("channel")
    for name in ("title", "link", "description", "language"):
        if len(channel.findall(name)) != 1 or not channel.findtext(name):
            yield f"channel without {name}"
    links = {one.get("rel"): one for one in channel.findall(f"{A}link")}
    if links["self"].get("href") != address or links["self"].get("type") != "application/rss+xml":
        yield "self is not where it is"
    parsedate_to_datetime(channel.findtext("lastBuildDate"))
    guids = [one.findtext("guid") for one in channel.iter("item")]
    yield from [] if len(set(guids)) == len(guids) else ["a guid is there twice"]
    for item in channel.iter("item"):
        yield from _of_item(item)


def _of_item(item: Any) -> Iterator[str]:
    for name in ("title", "link", "guid", "pubDate"):
        if len(item.findall(name)) != 1 or not item.findtext(name):
            yield f"item without {name}"
    if item.find("guid").get("isPermaLink") != "false" or not TAG.fullmatch(item.findtext("guid")):
        yield f"guid {item.findtext('guid')}"
    if parsedate_to_datetime(item.findtext("pubDate")).tzinfo is None:
        yield "pubDate without a zone"
    if item.find("author") is not None:
        yield "author is a mail address in RSS"
    if len(item.findall("enclosure")) > 1:
        yield "more than one enclosure"
    for one in item.findall("enclosure"):
        if not (_whole(one.get("url")) and int(one.get("length")) and "/" in one.get("type")):
            yield "an enclosure without url, length or type"
    yield from _partial(item.findtext(f"{CONTENT}encoded") or item.findtext("description"))


def of_json(data: bytes, address: str) -> Iterator[str]:
    """JSON Feed 1.1: what must be there, and of which type it is."""
    feed = json.loads(data)
    if feed["version"] != "https://jsonfeed.org/version/1.1" or feed["feed_url"] != address or not feed["title"]:
        yield "the head of the feed"
    known = {"version", "title", "home_page_url", "feed_url", "description", "language", "authors", "hubs", "items"}
    yield from (f"unknown {name}" for name in set(feed) - known)
    ids = [item["id"] for item in feed["items"]]
    yield from [] if len(set(ids)) == len(ids) else ["an id is there twice"]
    for item in feed["items"]:
        if not isinstance(item["id"], str) or not ("content_html" in item or "content_text" in item):
            yield "an item without id or content"
        for name in ("date_published", "date_modified"):
            if datetime.fromisoformat(item[name]).tzinfo is None:
                yield f"{name} without a zone"
        yield from _partial(item.get("content_html"))
        for one in item.get("attachments", ()):
            if not (_whole(one["url"]) and "/" in one["mime_type"] and one.get("size_in_bytes", 1) > 0):
                yield "an attachment without url or type"
        yield from [] if all(_whole(item[name]) for name in ("url", "image") if name in item) else ["a partial address"]
        yield from [] if all(isinstance(tag, str) for tag in item.get("tags", ())) else ["tags"]


def of_show(data: bytes) -> Iterator[str]:
    """Find what Apple asks of a podcast, and Podcasting 2.0, and is not there."""
    channel = etree.fromstring(data)[0]
    for name in ("author", "category", "explicit", "image"):
        if channel.find(ITUNES + name) is None:
            yield f"show without {name}"
    if not re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f-]{21}", channel.findtext(f"{PODCAST}guid") or ""):
        yield "no guid"
    for item in channel.iter("item"):
        enclosure = item.find("enclosure")
        if enclosure is None or not enclosure.get("type").startswith("audio/"):
            yield "an episode without a recording"
        if not (item.findtext(f"{ITUNES}duration") or "").isdigit():
            yield "an episode without its length"
        for one in item.findall(f"{PODCAST}transcript"):
            if not (_whole(one.get("url")) and one.get("type")):
                yield "a transcript without url or type"
