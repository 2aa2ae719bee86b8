"""Makes one list of all feeds (OPML 2.0), which readers of feeds take in at once."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from plugins.feeds.model import Feed


def render_opml(title: str, groups: Sequence[tuple[str, Sequence[Feed]]]) -> bytes:
    """Return the feeds of one language in groups, each with its heading."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for heading, feeds in groups:
        group = etree.SubElement(body, "outline", text=heading, title=heading)
        for feed in feeds:
            _outline(group, feed)
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written


def _outline(group: etree._Element, feed: Feed) -> None:
    form = "atom" if "atom" in feed.forms else feed.forms[0]
    said = {
        "type": "rss",
        "text": feed.title,
        "title": feed.title,
        "description": feed.subtitle,
        "xmlUrl": feed.site + feed.address(form),
        "htmlUrl": feed.site + feed.page,
        "language": feed.language,
    }
    etree.SubElement(group, "outline", said)
