"""What feedgen does not write, as an extension of it: pictures, departments, hubs, and the links that it loses."""

from __future__ import annotations

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml.etree import SubElement

from plugins.feeds.extend_show import SHOWS, Node, show_of_channel, show_of_item
from plugins.feeds.model import Attachment, Feed, Form, Item

# Under this name feedgen keeps the extension.
NAME = "site"
ATOM = "http://www.w3.org/2005/Atom"
MEDIA = "http://search.yahoo.com/mrss/"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
XHTML = "http://www.w3.org/1999/xhtml"


class FeedParts(BaseExtension):  # type: ignore[misc]  # feedgen publishes no types
    """What belongs to the whole feed; `notice` is for people who open it in a browser: words, and those of a link."""

    def __init__(self) -> None:
        self.feed: Feed | None = None
        self.form: Form = "atom"
        self.notice: tuple[str, str] = ("", "")

    def extend_ns(self) -> dict[str, str]:
        """Return the names of what is used."""
        named = {"media": MEDIA, "dc": DUBLIN_CORE}
        return named | (SHOWS if self.feed is not None and self.feed.is_show else {})

    def extend_atom(self, node: Node) -> Node:
        """Say it to people."""
        self._tell_people(node)
        return node

    def extend_rss(self, node: Node) -> Node:
        """Name the hub, describe a show, and say it to people."""
        channel, feed = node[0], self.feed
        if feed is None:
            return node
        if feed.hub:
            SubElement(channel, f"{{{ATOM}}}link", rel="hub", href=feed.hub)
        if feed.is_show:
            show_of_channel(channel, feed)
        self._tell_people(channel)
        return node

    def _tell_people(self, node: Node) -> None:
        """Leave a way to the page that explains the feed: browsers show it, and readers of feeds pass over it."""
        feed = self.feed
        if feed is not None:
            words, lead = self.notice
            # As a div, and without a prefix: so FeedBurner did it for years, and validators know it.
            line = SubElement(node, f"{{{XHTML}}}div", nsmap={None: XHTML})
            line.text = f"{words} "
            SubElement(line, f"{{{XHTML}}}a", href=feed.site + feed.twin).text = lead


class ItemParts(BaseEntryExtension):  # type: ignore[misc]
    """What belongs to one item."""

    def __init__(self) -> None:
        self.item: Item | None = None
        self.is_show = False

    def extend_atom(self, node: Node) -> Node:
        """Write the links again, whole: feedgen drops what they are (its issues 135 and 143)."""
        item = self.item
        if item is None:
            return node
        for lost in node.findall("link"):
            node.remove(lost)
        SubElement(node, "link", rel="alternate", type="text/html", href=item.address)
        for one in filter(None, (item.audio, item.image)):
            link = SubElement(
                node, "link", rel="enclosure", type=one.type, length=str(one.size_bytes), href=one.address
            )
            if one.text:
                link.set("title", one.text)
        _show_picture(node, item.image)
        return node

    def extend_rss(self, node: Node) -> Node:
        """Write what goes along (one file, as readers expect), and who wrote it: RSS's own author is a mail address."""
        item = self.item
        if item is None:
            return node
        along = item.audio or item.image
        if along:
            SubElement(node, "enclosure", url=along.address, length=str(along.size_bytes), type=along.type)
        for name in item.authors:
            SubElement(node, f"{{{DUBLIN_CORE}}}creator").text = name
        _show_picture(node, item.image)
        if self.is_show:
            show_of_item(node, item)
        return node


def _show_picture(node: Node, image: Attachment | None) -> None:
    if image is None:
        return
    size = {"fileSize": str(image.size_bytes)}
    shown = SubElement(node, f"{{{MEDIA}}}content", size, url=image.address, type=image.type, medium="image")
    if image.text:
        SubElement(shown, f"{{{MEDIA}}}description", type="plain").text = image.text
