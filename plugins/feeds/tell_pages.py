"""Tells each page of the site which feeds tell what it shows, and the page about subscribing all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from plugins.feeds.links import ReaderLink, reader_links
from plugins.feeds.model import TYPES, Feed, Form
from plugins.feeds.name_feeds import pages_of
from plugins.feeds.site_feeds import SayIn, SiteFeeds

LABELS: dict[Form, str] = {"rss": "RSS", "atom": "Atom", "json": "JSON"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One form of a feed: what it is called, its address within the site, and in full."""

    label: str
    address: str
    full: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRow:
    """A feed in the table of all; `group` is the heading it stands under, `page` what explains it."""

    group: str
    name: str
    page: str
    forms: tuple[FormRow, ...]
    readers: tuple[ReaderLink, ...]

    @property
    def main(self) -> FormRow:
        """Return the form that any reader takes: Atom, where there is one."""
        return main_form(self.forms)


def main_form(forms: tuple[FormRow, ...]) -> FormRow:
    """Return the one of some forms that any reader takes."""
    return next((form for form in forms if form.label == LABELS["atom"]), forms[0])


def forms_of(feed: Feed) -> tuple[FormRow, ...]:
    """Return the forms of a feed."""
    return tuple(
        FormRow(label=LABELS[form], address=feed.address(form), full=feed.site + feed.address(form))
        for form in feed.forms
    )


def readers_of(feed: Feed) -> tuple[ReaderLink, ...]:
    """Return the ways into what people read feeds with."""
    return reader_links(main_form(forms_of(feed)).full, is_show=feed.is_show)


class PageFeeds:
    """Knows the feeds of every page by the page's address."""

    def __init__(self, feeds: SiteFeeds, say: SayIn) -> None:
        self._site, self._say_in = feeds, say
        self._by_page: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for held in feeds.every:
            for page in self._pages(held.feed):
                self._by_page[page] += _links(held.feed)
            if held.feed.is_show:
                for entry in held.entries:
                    self._by_page[entry.address] += _links(held.feed)
        self._rows: dict[str, tuple[FeedRow, ...]] = {}

    @property
    def feeds(self) -> Mapping[str, Sequence[tuple[str, str, str]]]:
        """Return title, address and type of each feed of each page, those that every page offers left out."""
        return self._by_page

    def rows(self, language: str) -> tuple[FeedRow, ...]:
        """Return every feed in a language."""
        if language not in self._rows:
            held = self._site.by_language.get(language, ())
            self._rows[language] = tuple(
                FeedRow(
                    group=self._group(one.feed, language),
                    name=one.feed.name,
                    page=one.feed.twin,
                    forms=forms_of(one.feed),
                    readers=readers_of(one.feed),
                )
                for one in held
            )
        return self._rows[language]

    def groups(self, language: str) -> tuple[tuple[str, tuple[Feed, ...]], ...]:
        """Return every feed in a language under its heading."""
        held = (one.feed for one in self._site.by_language.get(language, ()))
        found = groupby(held, key=lambda feed: self._group(feed, language))
        return tuple((heading, tuple(feeds)) for heading, feeds in found)

    def _pages(self, feed: Feed) -> Iterator[str]:
        yield feed.twin
        for page in pages_of(feed.shelf):
            yield feed.prefix + page
        if feed.shelf.name == "all":
            yield f"{feed.prefix}subscribe/"

    def _group(self, feed: Feed, language: str) -> str:
        say = partial(self._say_in, language)
        return say(f"feeds.group_{feed.shelf.kind or 'everything'}", {})


def _links(feed: Feed) -> Iterator[tuple[str, str, str]]:
    for form in feed.forms:
        # The news in these two forms are offered on every page already.
        if feed.shelf.name != "news" or form == "json":
            yield f"{feed.title} ({LABELS[form]})", feed.address(form), TYPES[form]
