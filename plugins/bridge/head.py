"""What the head of a page says about it: title, description, address, other languages, feeds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from plugins.kernel.entry import Alternate, Entry, Kind
from plugins.kernel.text import shorten
from plugins.tools.dates import language_name

TITLE_LIMIT = 70
TITLE_LEAST = 10
DESCRIPTION_LIMIT = 170
DESCRIPTION_LEAST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed that a page offers."""

    title: str
    address: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLanguage:
    """The same page in another language, with the language's own name for itself."""

    lang: str
    address: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of one page; `unlisted` keeps it out of search engines."""

    title: str
    address: str
    language: str
    description: str = ""
    type: Kind = "list"
    alternates: tuple[OtherLanguage, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    image: str = ""
    image_alt: str = ""
    unlisted: bool = False
    site: str = ""

    @property
    def document_title(self) -> str:
        """Return the title for the browser's tab: of the page and the library, 10 to 70 characters."""
        whole = " · ".join(dict.fromkeys(filter(None, (self.title, self.site))))
        if TITLE_LEAST <= len(whole) <= TITLE_LIMIT:
            return whole
        is_enough = len(self.title) >= TITLE_LEAST or not self.description
        return shorten(self.title if is_enough else f"{self.title} · {self.description}", TITLE_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class LateHead:
    """The head of one page that is worked out when the page is made; it follows from what it is `made_of`."""

    address: str
    language: str
    made_of: tuple[Any, ...]
    make: Callable[[], Head] = field(compare=False, repr=False)


def describe(text: str, *others: str) -> str:
    """Return a description of 50 to 170 characters: the text, and what else can be said where it is too short."""
    said = " ".join(text.split())
    for other in others:
        if len(said) >= DESCRIPTION_LEAST:
            break
        said = f"{said.rstrip('.')}. {other}" if said else other
    return shorten(said, DESCRIPTION_LIMIT)


def others(alternates: tuple[Alternate, ...]) -> tuple[OtherLanguage, ...]:
    """Return a page's languages with their names."""
    return tuple(
        OtherLanguage(lang=one.language, address=one.address, name=language_name(one.language)) for one in alternates
    )


def head_of(entry: Entry, site: str, feeds: tuple[FeedLink, ...], *more: str, summary: str = "") -> Head:
    """Return the head of an entry's page, which has a summary of its own where one is given."""
    return Head(
        title=entry.title,
        address=entry.address,
        language=entry.language,
        description=describe(summary or entry.summary, entry.title, *more),
        type=entry.kind,
        alternates=others(entry.alternates),
        feeds=feeds,
        published=entry.published,
        updated=entry.updated,
        unlisted=not entry.listed,
        site=site,
    )
