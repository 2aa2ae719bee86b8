"""Feeds in Pelican: writes the news of each language as RSS and Atom."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.bridge.generators import SiteGenerator
from plugins.feeds.model import Feed, feed_entries


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)
    signals.all_generators_finalized.connect(plan)


def generators(pelican: object) -> type[FeedsGenerator]:
    """Return the generator of feeds."""
    del pelican
    return FeedsGenerator


def plan(generators: list[Generator]) -> None:
    """Take the feeds' addresses before any page names them."""
    for generator in generators:
        if isinstance(generator, FeedsGenerator):
            generator.plan()


class FeedsGenerator(SiteGenerator):
    """Writes feeds/news.rss.xml and feeds/news.atom.xml in each language."""

    def plan(self) -> None:
        """Take the addresses of every language's feeds."""
        for language in self.languages:
            self.claim(*(f"{self.prefix(language)}feeds/news.{form}.xml" for form in ("rss", "atom")))

    def generate_output(self, writer: Writer) -> None:
        """Write them."""
        style = Path(self.theme) / "static" / "css" / "feed.css"
        if style.exists():
            self.write_text("feeds/feed.css", style.read_bytes())
        for language in self.languages:
            feed = self._feed(writer, language)
            self.write_made(writer, feed.rss, partial(_rss, feed), feed)
            self.write_made(writer, feed.atom, partial(_atom, feed), feed)

    def _feed(self, writer: Writer, language: str) -> Feed:
        library, prefix = self.build.library, self.prefix(language)
        say = partial(writer.interface.say, language)
        return Feed(
            title=f"{library.name}: {say('menu.news', {})}",
            subtitle=say("lists.describe", {"name": say("lists.news", {}), "library": library.name}),
            language=language,
            site=library.address or "/",
            page=f"{prefix}news/",
            rss=f"{prefix}feeds/news.rss.xml",
            atom=f"{prefix}feeds/news.atom.xml",
            author=library.name,
            style=f"{library.address}feeds/feed.css",
            entries=feed_entries(self.build.entries, language),
        )


def _rss(feed: Feed, now: datetime) -> bytes:
    from plugins.feeds.render_feed import render_feed

    return render_feed(feed, "rss", now)


def _atom(feed: Feed, now: datetime) -> bytes:
    from plugins.feeds.render_feed import render_feed

    return render_feed(feed, "atom", now)
