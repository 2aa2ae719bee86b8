"""Makes the items of a feed out of the entries it holds: titles, whole texts, ids, what goes with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from plugins.feeds.choose_feeds import CHANNELS, published
from plugins.feeds.model import Attachment, Item
from plugins.feeds.say_event import event_html, event_title
from plugins.feeds.tag_uri import event_uri, tag_uri
from plugins.feeds.whole_addresses import whole_addresses
from plugins.kernel.entry import Entry
from plugins.kernel.text import shorten, without_unseen
from plugins.tools.interface import Say

# What all texts of a feed may take; titles, dates and so on come on top of it (512 KB is where readers cut).
TEXTS_BYTES = 300_000
TITLE_LENGTH = 1000
SUMMARY_LENGTH = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Composer:
    """Makes items in one language; `host` is what ids of events name, where that is not the site's.

    `files` are what goes with entries, by the name a page has for it; `seconds` is how long a recording lasts.
    """

    language: str
    site: str
    host: str
    author: str
    say: Say
    files: Mapping[str, Attachment]
    seconds: Mapping[str, int]

    def titles(self, entries: Iterable[Entry]) -> tuple[Item, ...]:
        """Return items without their texts."""
        return tuple(self._item(entry) for entry in entries)

    def items(self, entries: Sequence[Entry], room_bytes: int = TEXTS_BYTES) -> tuple[Item, ...]:
        """Return items with whole texts, as far as there is room: the first ones matter most."""
        return tuple(self._with_texts(entries, room_bytes))

    def _with_texts(self, entries: Sequence[Entry], room_bytes: int) -> Iterator[Item]:
        left = room_bytes
        for entry in entries:
            item = self._item(entry)
            html = self._html(entry, item)
            # As it is written: every sign of HTML is escaped in Atom.
            size = len(escape(html).encode())
            if size <= left:
                left -= size
                yield replace(item, html=html)
            else:
                yield item

    def _html(self, entry: Entry, item: Item) -> str:
        is_dated = CHANNELS[entry.kind].dated
        html = event_html(entry, item.address, self.language, self.say) if is_dated else entry.content
        return whole_addresses(without_unseen(html), item.address, self.site)

    def _item(self, entry: Entry) -> Item:
        is_dated = CHANNELS[entry.kind].dated
        title = event_title(entry, self.language, self.say) if is_dated else entry.title
        first = published(entry)
        words = (entry.branches, entry.audiences) if is_dated else ()
        named = (one.name.in_(self.language) for many in (entry.topics, *words) for one in many)
        return Item(
            id=event_uri(entry, self.site, self.host) if is_dated else tag_uri(entry, self.site),
            title=_cut(title, TITLE_LENGTH) or self.author,
            address=self.site + entry.address,
            published=first,
            updated=max(first, entry.updated or first),
            summary=_cut(entry.summary, SUMMARY_LENGTH),
            language=entry.language,
            authors=tuple(filter(None, map(without_unseen, entry.authors))),
            categories=tuple(dict.fromkeys(filter(None, map(without_unseen, (*entry.tags, *named))))),
            image=self._picture(entry),
            audio=self.files.get(entry.audio),
            transcript=self.files.get(entry.transcript),
            seconds=self.seconds.get(entry.audio, 0),
        )

    def _picture(self, entry: Entry) -> Attachment | None:
        found = self.files.get(entry.image)
        return replace(found, text=without_unseen(entry.image_alt)) if found else None


def _cut(text: str, length: int) -> str:
    """Return a text on one line; one that is longer than any reader shows is cut between words."""
    return shorten(without_unseen(text), length)
