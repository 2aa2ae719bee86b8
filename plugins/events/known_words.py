"""The branches, audiences and topics of library.toml, by each name that a cell may call them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from plugins.kernel.languages import Phrase
from plugins.kernel.library import Audience, Branch, Library, Topic

Kind = TypeVar("Kind", Audience, Branch, Topic)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownWords:
    """What is known by its folded names; the first that has a name keeps it."""

    branches: Mapping[str, Branch] = field(default_factory=lambda: MappingProxyType({}))
    audiences: Mapping[str, Audience] = field(default_factory=lambda: MappingProxyType({}))
    topics: Mapping[str, Topic] = field(default_factory=lambda: MappingProxyType({}))


def known_words(library: Library) -> KnownWords:
    """Return the words of a library."""
    return KnownWords(
        branches=_by_name((branch, _names(branch.id, branch.name, branch.short_name)) for branch in library.branches),
        audiences=_by_name((audience, _names(audience.id, audience.name)) for audience in library.audiences),
        topics=_by_name((topic, _names(topic.id, topic.name)) for topic in library.topics),
    )


def folded(word: str) -> str:
    """Return a word without what does not matter: case, spaces, and which apostrophe."""
    return " ".join(word.casefold().replace("’", "'").split())


def _by_name(entries: Iterable[tuple[Kind, set[str]]]) -> Mapping[str, Kind]:
    found: dict[str, Kind] = {}
    for entry, names in entries:
        for name in names:
            found.setdefault(name, entry)
    return MappingProxyType(found)


def _names(id_: str, name: Phrase, *others: str) -> set[str]:
    return {folded(word) for word in (id_, name.default, *name.by_language.values(), *others) if word}
