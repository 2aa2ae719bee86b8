"""Which feeds there are, and which pages each tells of: the newest posts, the nearest events, whatever was changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import MappingProxyType

from plugins.feeds.model import ALWAYS, ATOM_ONLY, CHANGED, CHANGES, EVERY_FORM, EVERYTHING, OWN_SHOW, SHOW, Form, Shelf
from plugins.kernel.entry import Entry, Kind
from plugins.kernel.text import slug

# How many items of a kind a feed holds: of posts the newest, of events the nearest and those told of last.
NEWEST, NEAREST, LATEST, EPISODES = 20, 30, 30, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """The feed of one kind of page: its name, the list it follows, the words for it; `dated` is for what takes place.

    What takes place is in the feeds of every language, as it is in the lists of every language.
    """

    name: str
    page: str
    words: str
    forms: tuple[Form, ...] = ATOM_ONLY
    dated: bool = False


# A new kind of page has its feed, and is in all others, once it has a line here.
CHANNELS: Mapping[Kind, Channel] = MappingProxyType(
    {
        "post": Channel(name="news", page="news/", words="menu.news", forms=EVERY_FORM),
        "event": Channel(name="events", page="events/", words="menu.events", forms=EVERY_FORM, dated=True),
        "infographic": Channel(name="infographics", page="infographics/", words="menu.infographics"),
    }
)


def shelves_of(entry: Entry, left_out: Container[str] = ()) -> Iterator[Shelf]:
    """Yield what an entry is filed under, but for what has a name or is of a kind that is left out."""
    channel = CHANNELS[entry.kind]
    whole = (EVERYTHING.id, channel.name, *([CHANGES.id] if channel.dated else []))
    yield from (Shelf(id=name) for name in whole if name == ALWAYS.id or name not in left_out)
    for kind, ids in _IDS.items():
        if kind not in left_out:
            yield from (Shelf(kind=kind, id=id_) for id_ in ids(entry))


_IDS: Mapping[str, Callable[[Entry], Iterable[str]]] = MappingProxyType(
    {
        "branch": lambda entry: (one.id for one in entry.branches),
        "audience": lambda entry: (one.id for one in entry.audiences),
        "topic": lambda entry: (one.id for one in entry.topics),
        "tag": lambda entry: dict.fromkeys(map(slug, entry.tags)),
        "program": lambda entry: filter(None, [entry.program]),
        SHOW: lambda entry: [entry.program or OWN_SHOW.id] if entry.audio else [],
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """What is filed where, ever, and what of it is news by now."""

    filed: dict[Shelf, None]
    told: dict[Shelf, list[Entry]]


EMPTY = Store(filed={}, told={})


class Stock:
    """Every entry that feeds may tell of, at a moment; asked for one language at a time.

    `left_out` are kinds and names of feeds that nobody wants.
    """

    def __init__(self, entries: Iterable[Entry], now: datetime, left_out: Container[str] = ()) -> None:
        self._now = now
        kept: defaultdict[str, list[Entry]] = defaultdict(list)
        for one in entries:
            if one.listed and one.kind in CHANNELS:
                kept["" if CHANNELS[one.kind].dated else one.language].append(one)
        # What takes place is the same in every language, and is sorted once.
        self._stores = {language: _store(found, left_out) for language, found in kept.items()}

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages that something is written in."""
        return tuple(sorted(one for one in self._stores if one))

    def shelves(self, language: str, *, dated: bool) -> dict[Shelf, tuple[Entry, ...]]:
        """Return what each feed in a language holds, with what takes place or without.

        One that holds nothing now is there if it ever held something: people have its address.
        """
        stores = [self._stores.get(language, EMPTY), self._stores.get("", EMPTY) if dated else EMPTY]
        filed = dict.fromkeys(shelf for store in stores for shelf in store.filed)
        told = {shelf: [one for store in stores for one in store.told.get(shelf, ())] for shelf in filed}
        return {shelf: tuple(map(self._as_of_now, chosen(shelf, told[shelf]))) for shelf in filed}

    def _as_of_now(self, entry: Entry) -> Entry:
        """Return an entry without a change that lies in the future, which would hide it from readers."""
        is_future = entry.updated is not None and entry.updated > self._now
        return replace(entry, updated=None) if is_future else entry


def _store(entries: Iterable[Entry], left_out: Container[str]) -> Store:
    filed: dict[Shelf, None] = {}
    told: defaultdict[Shelf, list[Entry]] = defaultdict(list)
    for entry in entries:
        shelves = dict.fromkeys(shelves_of(entry, left_out))
        filed |= shelves
        for one in _told(entry):
            for shelf in shelves if one.branches == entry.branches else shelves_of(one, left_out):
                if shelf != CHANGES or one.status in CHANGED:
                    told[shelf].append(one)
    return Store(filed=filed, told=told)


def _told(entry: Entry) -> tuple[Entry, ...]:
    """Return what readers are told of an entry: the news it has, else itself, once it is public."""
    if CHANNELS[entry.kind].dated:
        return entry.news
    return (entry,) if entry.published else ()


def chosen(shelf: Shelf, told: Sequence[Entry]) -> list[Entry]:
    """Return what a feed has room for; what takes place comes in the order in which it does."""
    dated = [one for one in told if CHANNELS[one.kind].dated]
    posts = sorted((one for one in told if not CHANNELS[one.kind].dated), key=newest_first)
    coming = _coming(dated)
    kept = posts[: EPISODES if shelf.kind == SHOW else NEWEST]
    return sorted([*kept, *coming], key=newest_first) if kept else coming


def _coming(dated: list[Entry]) -> list[Entry]:
    """Return the nearest, the nearest changes, and what was told last: else who looks once a day would miss the far."""
    nearest = sorted(dated, key=_next_first)
    changed = [one for one in nearest if one.status in CHANGED]
    latest = sorted(dated, key=newest_first)[:LATEST]
    kept = {one.id for one in (*nearest[:NEAREST], *changed[:NEAREST], *latest)}
    return [one for one in nearest if one.id in kept]


def newest_first(entry: Entry) -> tuple[float, str, str]:
    """Return by what entries are sorted when the newest comes first."""
    return -published(entry).timestamp(), entry.address, entry.id


def _next_first(entry: Entry) -> tuple[datetime, str, str]:
    return (entry.starts or published(entry)).astimezone(UTC), entry.title, entry.id


def published(entry: Entry) -> datetime:
    """Return when an entry was first public; raises ValueError for one that says nothing of it."""
    if entry.published is None:
        raise ValueError(entry.address)
    return entry.published
