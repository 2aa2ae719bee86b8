"""What a feed is: what it is about, its addresses, and the items it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Literal

Form = Literal["rss", "atom", "json"]
ENDINGS: Mapping[Form, str] = MappingProxyType({"rss": "rss.xml", "atom": "atom.xml", "json": "json"})
TYPES: Mapping[Form, str] = MappingProxyType(
    {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
)
EVERY_FORM: tuple[Form, ...] = ("atom", "rss", "json")
ATOM_ONLY: tuple[Form, ...] = ("atom",)
RSS_ONLY: tuple[Form, ...] = ("rss",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What a feed is about: a kind ("topic", "branch") and an id; "" and "all" is everything."""

    kind: str = ""
    id: str = "all"

    @property
    def name(self) -> str:
        """Return the name of its files: "news", "topic/stories"."""
        return f"{self.kind}/{self.id}" if self.kind else self.id


EVERYTHING = Shelf()
CHANGES = Shelf(id="changes")
# The news are there in each language of the site, even before there is any.
ALWAYS = Shelf(id="news")
# How an event stands when that is news by itself.
CHANGED = frozenset({"cancelled", "postponed", "moved", "full"})
SHOW = "show"
# The recordings that belong to no program.
OWN_SHOW = Shelf(kind=SHOW, id="library")
# What podcast apps take as a cover.
COVERS = ("image/jpeg", "image/png")
STYLE = "feeds/feed.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes with an item: its full address, its type and size, and what it shows or says, in words."""

    address: str
    type: str
    size_bytes: int
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item, as every form of feed says it; all addresses are full, `html` is "" where there was no room for it."""

    id: str
    title: str
    address: str
    published: datetime
    updated: datetime
    summary: str = ""
    html: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    image: Attachment | None = None
    audio: Attachment | None = None
    transcript: Attachment | None = None
    seconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed in one language: `site` is the site's address with a slash at its end, all others are below it.

    `page` is the page that it follows; `id` and `tag` (a host) stay when everything else changes. `cover` is a show's.
    """

    shelf: Shelf
    title: str
    name: str
    subtitle: str
    language: str
    site: str
    page: str
    prefix: str
    author: str
    forms: tuple[Form, ...] = ATOM_ONLY
    hub: str = ""
    email: str = ""
    category: str = ""
    cover: Attachment | None = None

    @property
    def twin(self) -> str:
        """Return the address of the page that explains it."""
        return f"{self.prefix}feeds/{self.shelf.name}/"

    @property
    def id(self) -> str:
        """Return what it is known by: that of the news was there first, and is the address of its page."""
        return self.site + (self.page if self.shelf.name == "news" else self.twin)

    @property
    def is_show(self) -> bool:
        """Tell whether it is a podcast."""
        return self.shelf.kind == SHOW

    def address(self, form: Form) -> str:
        """Return the address of one of its forms."""
        return f"{self.prefix}feeds/{self.shelf.name}.{ENDINGS[form]}"

    @property
    def style(self) -> str:
        """Return the way from its files to the stylesheet that browsers show them with."""
        return "../" * self.address("atom").count("/") + STYLE
