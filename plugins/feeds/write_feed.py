"""Writes one feed in one of its forms, out of the entries that it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from plugins.feeds.compose import Composer
from plugins.feeds.fit import fitted
from plugins.feeds.model import Attachment, Feed, Form, Item
from plugins.feeds.render_json import render_json
from plugins.kernel.entry import Entry
from plugins.tools.interface import Say


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An item as the page of its feed lists it; `address` is within the site."""

    title: str
    address: str
    published: datetime
    summary: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A feed to be written; `files` are what goes with its entries, `host` is what ids of events name, if any."""

    feed: Feed
    entries: tuple[Entry, ...]
    say: Say
    host: str
    files: Mapping[str, Attachment]

    def data(self, form: Form, seconds: Mapping[str, int], now: datetime) -> bytes:
        """Return the file of one form; `seconds` is how long each recording lasts."""
        items = self._composer(seconds).items(self.entries)
        return fitted(items, lambda kept: self._rendered(form, kept, now))

    def told(self) -> tuple[Told, ...]:
        """Return what its page lists."""
        items = self._composer({}).titles(self.entries)
        return tuple(
            Told(
                title=item.title,
                address=entry.address,
                published=item.published,
                summary=item.summary,
                language=item.language,
            )
            for entry, item in zip(self.entries, items, strict=True)
        )

    def _rendered(self, form: Form, items: Sequence[Item], now: datetime) -> bytes:
        if form == "json":
            return render_json(self.feed, items)
        # Where no feed has changed, nobody waits for feedgen and lxml to be loaded.
        from plugins.feeds.render_feed import render_feed

        notice = self.say("feeds.notice", {}), self.say("feeds.notice_link", {})
        return render_feed(self.feed, items, form, notice, now)

    def _composer(self, seconds: Mapping[str, int]) -> Composer:
        feed = self.feed
        return Composer(
            language=feed.language,
            site=feed.site,
            host=self.host,
            author=feed.author,
            say=self.say,
            files=self.files,
            seconds=seconds,
        )
