"""An entry is one published page, as everything but its own template sees it: feeds, lists, cards, maps of the site."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from plugins.kernel.later import Later, text_of
from plugins.kernel.library import Audience, Branch, Topic

Kind = Literal["home", "post", "page", "program", "event", "branch", "infographic", "list", "missing", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """The same page in another language."""

    language: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """What takes place, as it was announced: the first time of a series, and its RRULE. None of it depends on now."""

    starts: datetime
    ends: datetime | None = None
    all_day: bool = False
    place: str = ""
    status: str = ""
    is_series: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One published page.

    `address` is relative to the site's ("news/a-title/"); `id` stays when title and address change, and is "" where
    the address is all there is; `body` is HTML whose links are relative to the site's root and begin with a slash;
    `summary` is plain text; `starts` and `ends` are those of the next meeting, where the page is about one. `image`,
    `audio` and `transcript` are files as the page names them; `shared_image` is a picture, and its alternative text, to
    be shown in place of a social card. `news` is what people are told of the page by now, where that is not the page
    itself: each with an id and a moment of its own, its times in `next_dates`.
    """

    kind: Kind
    address: str
    title: str
    language: str
    summary: str = ""
    body: str | Later[str] = ""
    id: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    branches: tuple[Branch, ...] = ()
    audiences: tuple[Audience, ...] = ()
    program: str = ""
    image: str = ""
    image_alt: str = ""
    audio: str = ""
    transcript: str = ""
    alternates: tuple[Alternate, ...] = ()
    starts: datetime | None = None
    ends: datetime | None = None
    all_day: bool = False
    place: str = ""
    status: str = ""
    note: str = ""
    previous_start: datetime | None = None
    previous_place: str = ""
    next_dates: tuple[datetime, ...] = ()
    announced: Announced | None = None
    shared_image: tuple[str, str] | None = None
    source: str = ""
    old_addresses: tuple[str, ...] = ()
    listed: bool = True
    news: tuple[Entry, ...] = field(default=(), compare=False)

    @property
    def content(self) -> str:
        """Return the text as HTML."""
        return text_of(self.body)
