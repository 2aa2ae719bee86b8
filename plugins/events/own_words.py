"""Events of another system with our own words alone: what library.toml does not have is named, and left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from plugins.events.model import Event
from plugins.kernel.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """The events with words of ours, and how often each other word stood there, by the name of our column."""

    events: tuple[Event, ...]
    audiences: Counter[str]
    topics: Counter[str]


def own_words(events: Iterable[Event], library: Library) -> Owned:
    """Return the events without audiences and topics that the library does not have."""
    audiences: Counter[str] = Counter()
    topics: Counter[str] = Counter()
    owned: list[Event] = []
    for event in events:
        audiences.update(str(word.name) for word in event.audiences if library.audience(word.id) is None)
        topics.update(str(word.name) for word in event.topics if library.topic(word.id) is None)
        owned.append(
            replace(
                event,
                audiences=tuple(word for word in event.audiences if library.audience(word.id)),
                topics=tuple(word for word in event.topics if library.topic(word.id)),
            )
        )
    return Owned(events=tuple(owned), audiences=audiences, topics=topics)
