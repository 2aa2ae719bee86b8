"""Checks feeds and other files for programs: that they can be read at all, and hold what their standards ask for."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from types import MappingProxyType
from typing import Any

from lxml import etree

# An element of lxml, which publishes no types.
Element = Any
_ATOM = "{http://www.w3.org/2005/Atom}"
_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# RFC 3339, as RFC 4287 asks for.
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_DAY = re.compile(rf"\d{{4}}-\d\d-\d\d|{_DATE.pattern}")
_MAP_LIMIT = 50_000


def feed_faults(data: bytes) -> Iterator[str]:
    """Yield what is wrong with a file of XML, each as the end of a sentence that begins with its name."""
    try:
        # Nothing that a file names is fetched, and no entity of its own is put in.
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as failure:
        yield f"is not well-formed XML ({failure.msg})"
        return
    if str(root.tag) in _LOOKS:
        yield from _LOOKS[str(root.tag)](root)


def _atom(feed: Element) -> Iterator[str]:
    yield from _lacks(feed, "it", [f"{_ATOM}{name}" for name in ("id", "title", "updated")])
    yield from _wrong_dates(feed.iter(f"{_ATOM}updated", f"{_ATOM}published"))
    if not [link for link in feed.findall(f"{_ATOM}link") if link.get("rel") == "self"]:
        yield "does not say where it lies (a link with rel=self)"
    entries = feed.findall(f"{_ATOM}entry")
    for entry in entries:
        yield from _lacks(entry, _name_of(entry), [f"{_ATOM}{name}" for name in ("id", "title", "updated")])
        if entry.find(f"{_ATOM}content") is None and entry.find(f"{_ATOM}link") is None:
            yield f"has an entry {_name_of(entry)} with neither a text nor a link"
        if feed.find(f"{_ATOM}author") is None and entry.find(f"{_ATOM}author") is None:
            yield f"does not say who wrote {_name_of(entry)}"
    yield from _twins(entry.findtext(f"{_ATOM}id") or "" for entry in entries)


def _rss(feed: Element) -> Iterator[str]:
    channel = feed.find("channel")
    if channel is None:
        yield "has no channel"
        return
    yield from _lacks(channel, "it", ["title", "link", "description"])
    items = channel.findall("item")
    for item in items:
        if not (item.findtext("title") or item.findtext("description")):
            yield "has an item with neither a title nor a description"
        if not item.findtext("guid"):
            yield f"has an item without a guid ({item.findtext('title')})"
        for enclosure in item.findall("enclosure"):
            if (
                not all(enclosure.get(name) for name in ("url", "type"))
                or not (enclosure.get("length") or "").isdigit()
            ):
                yield f"has a recording without address, type or length ({item.findtext('title')})"
    for date in channel.iter("pubDate", "lastBuildDate"):
        try:
            parsedate_to_datetime(date.text or "")
        except ValueError:
            yield f'has a date that is none: "{date.text}"'
    yield from _twins(item.findtext("guid") or "" for item in items)


def _opml(outlines: Element) -> Iterator[str]:
    if outlines.find("body") is None or outlines.find("head/title") is None:
        yield "has no title or no body"
    for outline in outlines.iter("outline"):
        if outline.get("type") == "rss" and not (outline.get("xmlUrl") and outline.get("text")):
            yield "names a feed without its address or its title"


def _sitemap(urls: Element) -> Iterator[str]:
    places = [url.findtext(f"{_MAP}loc") or "" for url in urls]
    if len(places) > _MAP_LIMIT:
        yield f"names {len(places)} pages, and no map may name more than {_MAP_LIMIT}"
    if not all(place.startswith(("http://", "https://")) for place in places):
        yield "names a page without its whole address"
    yield from _twins(places)
    for date in urls.iter(f"{_MAP}lastmod"):
        if not _DAY.fullmatch(date.text or ""):
            yield f'has a date that is none: "{date.text}"'


def json_faults(data: bytes) -> Iterator[str]:
    """Yield what is wrong with a file of JSON, and with a JSON feed."""
    try:
        record = json.loads(data)
    except ValueError as failure:
        yield f"is not JSON ({failure})"
        return
    if isinstance(record, dict) and str(record.get("version", "")).startswith("https://jsonfeed.org/"):
        yield from _json_feed(record)


def _json_feed(feed: Mapping[str, Any]) -> Iterator[str]:
    if not feed.get("title"):
        yield "lacks a title"
    items = feed.get("items", [])
    for item in items:
        if not ("content_html" in item or "content_text" in item):
            yield f"has an item without a text ({item.get('id')})"
        for name in ("date_published", "date_modified"):
            if name in item and not _DATE.fullmatch(str(item[name])):
                yield f'has a date that is none: "{item[name]}"'
    yield from _twins(str(item.get("id", "")) for item in items)


def _lacks(element: Element, what: str, names: list[str]) -> Iterator[str]:
    for name in names:
        found = element.find(name)
        if found is None or not ("".join(found.itertext()).strip() or found.get("href")):
            yield f"lacks {name.rpartition('}')[2]}, of {what}"


def _name_of(entry: Element) -> str:
    return f'"{entry.findtext(f"{_ATOM}title") or entry.findtext(f"{_ATOM}id") or "without a name"}"'


def _wrong_dates(dates: Iterable[Element]) -> Iterator[str]:
    for date in dates:
        if not _DATE.fullmatch((date.text or "").strip()):
            yield f'has a date that is none: "{date.text}"'


def _twins(ids: Iterable[str]) -> Iterator[str]:
    for one, times in Counter(ids).items():
        if not one:
            yield f"has {times} entries without an id"
        elif times > 1:
            yield f'has the id "{one}" {times} times, so that readers would show one of them only'


_LOOKS: Mapping[str, Callable[[Element], Iterator[str]]] = MappingProxyType(
    {f"{_ATOM}feed": _atom, "rss": _rss, "opml": _opml, f"{_MAP}urlset": _sitemap}
)
