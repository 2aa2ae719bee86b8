"""What podcast apps ask for: the tags of iTunes, and of Podcasting 2.0."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from lxml.etree import SubElement

from plugins.feeds.model import COVERS, Feed, Item

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
# A node of lxml's, which publishes no types.
Node = Any
SHOWS = {"itunes": ITUNES, "podcast": PODCAST}
# From this and the feed's address follows the show's own id, as podcast:guid has it.
_GUIDS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


def show_of_channel(channel: Node, feed: Feed) -> None:
    """Write what belongs to the whole show."""
    _itunes(channel, "author").text = feed.author
    _itunes(channel, "type").text = "episodic"
    _itunes(channel, "explicit").text = "false"
    _itunes(channel, "category").set("text", feed.category)
    if feed.cover:
        _itunes(channel, "image").set("href", feed.cover.address)
    if feed.email:
        owner = _itunes(channel, "owner")
        _itunes(owner, "name").text = feed.author
        _itunes(owner, "email").text = feed.email
    address = (feed.site + feed.address("rss")).partition("://")[2].rstrip("/")
    SubElement(channel, f"{{{PODCAST}}}guid").text = str(uuid5(_GUIDS, address))
    SubElement(channel, f"{{{PODCAST}}}locked").text = "no"


def show_of_item(node: Node, item: Item) -> None:
    """Write what belongs to one episode."""
    _itunes(node, "episodeType").text = "full"
    _itunes(node, "explicit").text = "false"
    if item.seconds:
        _itunes(node, "duration").text = str(item.seconds)
    if item.image and item.image.type in COVERS:
        _itunes(node, "image").set("href", item.image.address)
    if item.transcript:
        said = {"url": item.transcript.address, "type": item.transcript.type, "language": item.language}
        SubElement(node, f"{{{PODCAST}}}transcript", said)


def _itunes(node: Node, name: str) -> Node:
    return SubElement(node, f"{{{ITUNES}}}{name}")
