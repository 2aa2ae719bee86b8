"""Says what each feed is called, what it is about, and which page of the site it follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plugins.feeds.choose_feeds import CHANNELS
from plugins.feeds.model import CHANGES, EVERY_FORM, EVERYTHING, OWN_SHOW, RSS_ONLY, SHOW, Feed, Form, Shelf
from plugins.kernel.entry import Entry
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Library
from plugins.kernel.text import slug, without_unseen
from plugins.tools.interface import Say

# The pages that a feed of a kind may follow, the nearest first.
PAGES = {
    "branch": ("branches/{}/", "events/branch/{}/"),
    "audience": ("events/audience/{}/",),
    "topic": ("topics/{}/", "events/topic/{}/"),
    "program": ("programs/{}/", "events/program/{}/"),
    "tag": ("tags/{}/",),
    SHOW: ("programs/{}/",),
}
_CHANNELS = {Shelf(id=channel.name): channel for channel in CHANNELS.values()}
_KINDS_OF = {EVERYTHING: "everything", CHANGES: "changes", Shelf(id="events"): "events"}
_FORMS: dict[Shelf, tuple[Form, ...]] = {EVERYTHING: EVERY_FORM} | {
    shelf: channel.forms for shelf, channel in _CHANNELS.items()
}


def pages_of(shelf: Shelf) -> tuple[str, ...]:
    """Return the addresses, without a language, of the pages that show what a feed tells."""
    if shelf == OWN_SHOW:
        return ("news/",)
    if shelf.kind:
        return tuple(page.format(shelf.id) for page in PAGES[shelf.kind])
    return (_CHANNELS[shelf].page,) if shelf in _CHANNELS else ("events/",) if shelf == CHANGES else ("",)


class Names:
    """What everything that feeds are about is called, by the words of the library and of its entries."""

    def __init__(self, entries: Iterable[Entry], library: Library) -> None:
        self._names: dict[tuple[str, str], Phrase | str] = {}
        self.programs: dict[tuple[str, str], Entry] = {}
        for entry in entries:
            if entry.kind == "program":
                self.programs.setdefault((entry.language, entry.program), entry)
                self.programs.setdefault(("", entry.program), entry)
            for kind, words in (("branch", entry.branches), ("audience", entry.audiences), ("topic", entry.topics)):
                self._names |= {(kind, one.id): one.name for one in words}
            for tag in entry.tags:
                self._names.setdefault(("tag", slug(tag)), tag)
        for kind, known in (("branch", library.branches), ("audience", library.audiences), ("topic", library.topics)):
            self._names |= {(kind, one.id): one.name for one in known}

    def program(self, id_: str, language: str) -> Entry | None:
        """Return a program in a language, or as the site has it."""
        return self.programs.get((language, id_)) or self.programs.get(("", id_))

    def is_known(self, shelf: Shelf) -> bool:
        """Tell whether something is called by a name: a program that the library does not have is none."""
        return shelf.kind != "program" or ("", shelf.id) in self.programs

    def name(self, shelf: Shelf, language: str) -> str:
        """Return what something is called."""
        if shelf.kind in {"program", SHOW}:
            program = self.program(shelf.id, language)
            return program.title if program else ""
        found = self._names.get((shelf.kind, shelf.id), shelf.id)
        return found.in_(language) if isinstance(found, Phrase) else found


@dataclass(frozen=True, slots=True, kw_only=True)
class Namer:
    """Makes the feeds of one language; `has` tells whether the site has a page at an address."""

    names: Names
    library: Library
    language: str
    prefix: str
    say: Say
    has: Callable[[str], bool]

    def feed(self, shelf: Shelf) -> Feed:
        """Return a feed, without what it holds."""
        name = without_unseen(self._name(shelf))
        return Feed(
            shelf=shelf,
            name=name,
            title=name if shelf.kind == SHOW else f"{self.library.name}: {name}",
            subtitle=without_unseen(self._about(shelf, name)),
            language=self.language,
            site=self.library.address,
            page=self._page(shelf),
            prefix=self.prefix,
            author=self.library.name,
            forms=RSS_ONLY if shelf.kind == SHOW else _FORMS.get(shelf, ("atom",)),
            hub=self.library.hub,
            email=self.library.contact.email,
            category=self.library.podcast_category,
        )

    def _name(self, shelf: Shelf) -> str:
        if shelf == EVERYTHING:
            return self.say("feeds.everything", {})
        if shelf == CHANGES:
            return self.say("feeds.changes", {})
        if shelf in _CHANNELS:
            return self.say(_CHANNELS[shelf].words, {})
        return self.names.name(shelf, self.language) or self.library.name

    def _about(self, shelf: Shelf, name: str) -> str:
        said = {"name": name, "library": self.library.name, "days": self.library.announce_days}
        if shelf.name == "news":
            return self.say("lists.describe", said | {"name": self.say("lists.news", {})})
        if shelf.kind == SHOW:
            program = self.names.program(shelf.id, self.language)
            return (program.summary if program else "") or self.say("feeds.about_show", said)
        return self.say(f"feeds.about_{_KINDS_OF.get(shelf, 'one')}", said)

    def _page(self, shelf: Shelf) -> str:
        pages = pages_of(shelf)
        both = [*(self.prefix + page for page in pages), *pages]
        return next((page for page in both if self.has(page)), self.prefix)
