"""The lists in which posts stand: all of them, by year, by tag, by topic and by author, twenty on a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from plugins.kernel.entry import Entry
from plugins.kernel.text import slug
from plugins.tools.interface import Say

PER_PAGE = 20


class Shelf(StrEnum):
    """What the posts of a list have in common."""

    ALL = "all"
    YEAR = "year"
    TAG = "tag"
    TOPIC = "topic"
    AUTHOR = "author"


_FOLDERS = {
    Shelf.ALL: "news/",
    Shelf.YEAR: "news/{}/",
    Shelf.TAG: "tags/{}/",
    Shelf.TOPIC: "topics/{}/",
    Shelf.AUTHOR: "authors/{}/",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOf:
    """Which page of a list this is, and the addresses of the ones beside it."""

    number: int
    pages: int
    previous: str | None
    next: str | None

    def below(self, prefix: str) -> PageOf:
        """Return the same with the addresses of another language ("es/")."""
        previous = None if self.previous is None else prefix + self.previous
        return replace(self, previous=previous, next=None if self.next is None else prefix + self.next)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLink:
    """A link to the news of a year; `current` where it stands on that list itself."""

    label: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsList:
    """One page of one list; `address` has no language in it."""

    kind: Shelf
    name: str
    address: str
    posts: tuple[Entry, ...]
    page: PageOf

    def heading(self, say: Say) -> str:
        """Return the heading: "News of 2026"."""
        return say("lists.news", {}) if self.kind is Shelf.ALL else say(f"lists.news_{self.kind}", {"name": self.name})

    def title(self, say: Say) -> str:
        """Return the title, which tells the pages of a list apart."""
        heading, number = self.heading(say), self.page.number
        return heading if number == 1 else f"{heading}, {say('lists.page', {'number': number})}"

    @property
    def year(self) -> str:
        """Return the year of a list of one year's news, else nothing."""
        return self.name if self.kind is Shelf.YEAR else ""

    def names(self, say: Say, prefix: str, years: tuple[YearLink, ...]) -> dict[str, Any]:
        """Return what the template of the list may use; `prefix` is the language's ("es/")."""
        return {
            "heading": self.heading(say),
            "posts": self.posts,
            "page": self.page.below(prefix),
            "years": years,
            "kind": "" if self.kind is Shelf.ALL else str(self.kind),
        }


def year_links(lists: Sequence[NewsList], prefix: str) -> dict[str, tuple[YearLink, ...]]:
    """Return the links to the years among some lists, by the year whose list they stand on ("" for any other list)."""
    years = [one for one in lists if one.year and one.page.number == 1]
    return {
        current: tuple(
            YearLink(label=one.year, address=prefix + one.address, current=one.year == current) for one in years
        )
        for current in ("", *(one.year for one in years))
    }


def lists_of(posts: Iterable[Entry]) -> list[NewsList]:
    """Return every page of every list of one language's posts, newest post first."""
    ordered = sorted(posts, key=lambda post: (-_moment(post), post.address))
    shelves: dict[tuple[Shelf, str], tuple[str, list[Entry]]] = {(Shelf.ALL, ""): ("", list(ordered))}
    found: defaultdict[tuple[Shelf, str], list[Entry]] = defaultdict(list)
    names: dict[tuple[Shelf, str], str] = {}
    slug_of = cache(slug)
    for post in ordered:
        for kind, key, name in _places(post, slug_of):
            names.setdefault((kind, key), name)
            if post not in found[kind, key][-1:]:
                found[kind, key].append(post)
    shelves |= {place: (names[place], found[place]) for place in sorted(found)}
    return [page for (kind, key), (name, held) in shelves.items() for page in _pages(kind, key, name, held)]


def _moment(post: Entry) -> float:
    return post.published.timestamp() if isinstance(post.published, datetime) else 0.0


def _places(post: Entry, slug_of: Callable[[str], str]) -> Iterator[tuple[Shelf, str, str]]:
    if post.published:
        yield Shelf.YEAR, f"{post.published.year:04}", str(post.published.year)
    for tag in post.tags:
        yield Shelf.TAG, slug_of(tag), tag
    for topic in post.topics:
        yield Shelf.TOPIC, topic.id, topic.name.in_(post.language)
    for author in post.authors:
        yield Shelf.AUTHOR, slug_of(author), author


def _pages(kind: Shelf, key: str, name: str, posts: Sequence[Entry]) -> Iterator[NewsList]:
    first = _FOLDERS[kind].format(key)
    count = max(1, -(-len(posts) // PER_PAGE))
    addresses = [first if number == 1 else f"{first}page/{number}/" for number in range(1, count + 1)]
    for index, address in enumerate(addresses):
        page = PageOf(
            number=index + 1,
            pages=count,
            previous=addresses[index - 1] if index else None,
            next=addresses[index + 1] if index + 1 < count else None,
        )
        yield NewsList(
            kind=kind, name=name, address=address, posts=tuple(posts[index * PER_PAGE :][:PER_PAGE]), page=page
        )
