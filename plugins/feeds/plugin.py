"""Feeds in Pelican: writes the news of each language as RSS and Atom."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.bridge.generators import SiteGenerator
from plugins.feeds.render_feed import Feed, feed_entries, render_feed


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
            self.write_text(feed.rss, render_feed(feed, "rss"))
            self.write_text(feed.atom, render_feed(feed, "atom"))

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
            now=self.build.now,
            entries=feed_entries(self.build.entries, language),
        )
