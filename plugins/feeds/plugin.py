"""Feeds in Pelican: writes each feed in its forms with a page that explains it, and tells pages which are theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.bridge.generators import FeedLink, SiteGenerator
from plugins.bridge.picture_store import PictureStore
from plugins.feeds.choose_feeds import Stock
from plugins.feeds.find_files import Files, Finder
from plugins.feeds.judge_show import judge_cover, judge_recording
from plugins.feeds.model import STYLE, Form
from plugins.feeds.name_feeds import Names
from plugins.feeds.site_feeds import Held, SiteFeeds
from plugins.feeds.tell_pages import FeedRow, PageFeeds, forms_of, readers_of
from plugins.feeds.write_feed import Writing
from plugins.kernel.entry import Entry
from plugins.kernel.later import Later
from plugins.tools.inked_style import inked_style
from plugins.tools.palette import palette


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)
    signals.all_generators_finalized.connect(plan)


def generators(pelican: object) -> type[FeedsGenerator]:
    """Return the generator of feeds."""
    del pelican
    return FeedsGenerator


def plan(generators: list[Generator]) -> None:
    """Take the addresses that are known, and be asked by every page when it is written."""
    for generator in generators:
        if isinstance(generator, FeedsGenerator):
            generator.plan()


class FeedsGenerator(SiteGenerator):
    """Writes everything below feeds/, in each language."""

    def plan(self) -> None:
        """Take the addresses of every language's news: the others follow from entries, which are not all there yet."""
        for language in self.languages:
            self.claim(*(f"{self.prefix(language)}feeds/news.{form}.xml" for form in ("rss", "atom")))
        self.build.on_pages["feeds"] = self._feeds_of
        self.build.on_pages["every_feed"] = self._every_feed

    def _feeds_of(self, address: str, language: str) -> tuple[FeedLink, ...]:
        del language
        return self._links.get(address, ())

    @cached_property
    def _links(self) -> dict[str, tuple[FeedLink, ...]]:
        return {
            address: tuple(FeedLink(title=title, address=at, type=kind) for title, at, kind in found)
            for address, found in self.pages.feeds.items()
        }

    def _every_feed(self, address: str, language: str) -> tuple[FeedRow, ...]:
        return self.pages.rows(language) if address.endswith("subscribe/") else ()

    @cached_property
    def feeds(self) -> SiteFeeds:
        """Return every feed and what it holds; all entries are there by the time somebody asks."""
        build = self.build
        made = SiteFeeds(
            Stock(build.entries, build.now, left_out=self.settings["FEEDS_LEFT_OUT"]),
            Names(build.entries, build.library),
            build.library,
            prefix=self.prefix,
            say=build.writer.interface.say,
            has=build.has,
        )
        self.claim(*(address for held in made.every for address in held.addresses))
        self.claim(STYLE, *(self._opml(language) for language in made.languages))
        return made

    def _opml(self, language: str) -> str:
        return f"{self.prefix(language)}feeds/feeds.opml"

    @cached_property
    def pages(self) -> PageFeeds:
        """Return what knows the feeds of every page."""
        return PageFeeds(self.feeds, self.build.writer.interface.say)

    @cached_property
    def finder(self) -> Finder:
        """Return what finds pictures and recordings."""
        return Finder(self.build.files, self.build.library.address, self._weigh)

    def _weigh(self, path: Path, copy: str) -> int:
        """Return the bytes of a copy of a photograph; whoever is told of one must find it."""
        pictures: PictureStore = self.build.pictures
        pictures.use(path)
        return len(pictures.kept(path, copy) or pictures.make(path)[copy])

    def generate_output(self, writer: Writer) -> None:
        """Write each feed and its page, the list of all in each language, and the style for browsers."""
        style = Path(self.theme) / "static" / "feeds" / "feed.css"
        if style.exists():
            colors = palette(self.build.library.hue, self.build.library.chroma)
            self.write_text(STYLE, inked_style(style.read_text("utf-8"), colors.light, colors.dark))
        for held in self.feeds.every:
            self._write(writer, held)
        for language in self.feeds.languages:
            feeds = tuple(held.feed for held in self.feeds.by_language[language])
            self.write_made(writer, self._opml(language), partial(_opml, self.pages, language, self._title), feeds)

    @property
    def _title(self) -> str:
        return self.build.library.name

    def _write(self, writer: Writer, held: Held) -> None:
        files = self.finder.files_of(held.entries)
        feed = held.feed
        if feed.is_show:
            feed, problems = judge_cover(feed, self.finder, self._program_cover(held), held.entries)
            self.build.problems += problems
        writing = Writing(
            feed=feed,
            entries=held.entries,
            say=partial(writer.interface.say, feed.language),
            host=self.build.library.calendar_host,
            files=files.found,
        )
        for form in feed.forms:
            self.write_made(
                writer, feed.address(form), partial(self._make, writing, files, form), feed, held.entries, files
            )
        self._write_twin(writer, writing)

    def _program_cover(self, held: Held) -> str:
        program = self.feeds.names.program(held.feed.shelf.id, held.feed.language)
        return program.image if program else ""

    def _make(self, writing: Writing, files: Files, form: Form, now: datetime) -> bytes:
        return writing.data(form, self._seconds(files), now)

    def _seconds(self, files: Files) -> Mapping[str, int]:
        """Return how long each recording lasts, and report those that cannot be read."""
        found: dict[str, int] = {}
        for name, (path, _) in files.recordings.items():
            found[name], problems = judge_recording(path, self.build.shown(path))
            self.build.problems += problems
        return found

    def _without_text(self, entry: Entry) -> Entry:
        """Return an entry as the page of a feed shows it: that need not be made again for a word in a text."""
        known = self._bare.get(id(entry))
        if known is None:
            known = self._bare[id(entry)] = entry, replace(entry, body="")
        return known[1]

    @cached_property
    def _bare(self) -> dict[int, tuple[Entry, Entry]]:
        # The entry is kept with it, so that no other can take its place in memory.
        return {}

    def _write_twin(self, writer: Writer, writing: Writing) -> None:
        feed = writing.feed
        say = partial(writer.interface.say, feed.language)
        title = say("feeds.title", {"name": feed.name})
        head = self.head(
            writer, feed.twin, title, feed.language, kind="other", description=feed.subtitle, unlisted=True
        )
        names: dict[str, Any] = {
            "title": title,
            "about": feed.subtitle,
            "page": feed.page,
            "is_show": feed.is_show,
            "forms": forms_of(feed),
            "readers": readers_of(feed),
            "told": Later((feed, tuple(map(self._without_text, writing.entries))), writing.told),
        }
        self.write_page(writer, "feeds/detail", head, **names)


def _opml(pages: PageFeeds, language: str, title: str, now: datetime) -> bytes:
    del now
    from plugins.feeds.render_opml import render_opml

    return render_opml(title, pages.groups(language))
