"""All feeds of a site: those of each language, each with the entries that it holds at the moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from plugins.feeds.choose_feeds import CHANNELS, Stock
from plugins.feeds.model import ALWAYS, CHANGES, EVERYTHING, Feed, Shelf
from plugins.feeds.name_feeds import PAGES, Namer, Names
from plugins.kernel.entry import Entry
from plugins.kernel.library import Library

_FIRST = (EVERYTHING, *(Shelf(id=channel.name) for channel in CHANNELS.values()), CHANGES)
_KINDS = ("", *PAGES)
# Says words of the interface in a language.
SayIn = Callable[[str, str, Mapping[str, Any]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A feed and what it holds."""

    feed: Feed
    entries: tuple[Entry, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Return the addresses of its files, and that of its page."""
        return (*(self.feed.address(form) for form in self.feed.forms), self.feed.twin)


class SiteFeeds:
    """Works out every feed once; `prefix` returns what addresses in a language begin with."""

    def __init__(
        self,
        stock: Stock,
        names: Names,
        library: Library,
        *,
        prefix: Callable[[str], str],
        say: SayIn,
        has: Callable[[str], bool],
    ) -> None:
        self.names = names
        self.languages = tuple(dict.fromkeys([*library.languages, *stock.languages]))
        self.by_language: dict[str, tuple[Held, ...]] = {}
        for language in self.languages:
            is_own = language in library.languages
            namer = Namer(
                names=names,
                library=library,
                language=language,
                prefix=prefix(language),
                say=partial(say, language),
                has=has,
            )
            shelves = ({ALWAYS: ()} if is_own else {}) | stock.shelves(language, dated=is_own)
            made = [
                Held(feed=namer.feed(shelf), entries=entries)
                for shelf, entries in shelves.items()
                if names.is_known(shelf)
            ]
            self.by_language[language] = tuple(sorted(made, key=_order))

    @property
    def every(self) -> Iterator[Held]:
        """Yield the feeds of all languages."""
        for found in self.by_language.values():
            yield from found


def _order(held: Held) -> tuple[int, int, str, str]:
    """Return by what feeds are sorted: everything first, then by kind and name."""
    shelf = held.feed.shelf
    first = _FIRST.index(shelf) if shelf in _FIRST else len(_FIRST)
    return _KINDS.index(shelf.kind), first, held.feed.name.casefold(), shelf.id
